#include "connectors/files/outputspool.h"

#include "base/ids.h"
#include "base/platform/files.h"
#include "connectors/files/fileshelf.h"
#include "connectors/files/filesniffer.h"
#include "connectors/files/rowrecords.h"
#include "connectors/files/tablewriter.h"

#include <QFileInfo>
#include <QSet>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

quint64 hashOf(const QString& key)
{
    return contentHash(QByteArrayView(reinterpret_cast<const char*>(key.constData()), key.size() * 2));
}

tl::unexpected<Error> faultOf(const QFile& file)
{
    const Disk disk = file.error() == QFileDevice::ResourceError ? Disk::Full : Disk::HasSpace;
    return fail(writeFault(file.fileName(), disk, file.errorString()));
}

} // namespace

/// A row of the spool.
struct OutputSpool::Line {
    QString key;
    QHash<QString, Value> values;
    QStringList names; ///< in their order
    QStringList clear;

    /// nullopt: the line was cut by a crash.
    [[nodiscard]] static std::optional<Line> from(const QByteArray& text)
    {
        const Result<Json> json = Json::parse(text);
        if (!json || !json->isObject()) return std::nullopt;
        Line line;
        line.key = (*json)[u"key"].toText();
        for (const Json::Member& member : (*json)[u"values"].toObject()) {
            line.names += member.first;
            line.values.insert(member.first, model::fromJson(member.second));
        }
        for (const Json& name : (*json)[u"clear"].toArray())
            line.clear += name.toText();
        return line;
    }
};

/// A merge under way.
struct OutputSpool::Merge {
    QFile spool;
    QHash<quint64, qint64> latest; ///< hash of the key → its last line in the spool
    QSet<quint64> placed;          ///< of those, the ones that replaced a row of the old file
    bool hasNameless = false;      ///< rows without a key: they replace nothing and are all added
    QStringList names;
    QStringList labels;
    QString keyName;
    std::unique_ptr<TableWriter> out;
    std::optional<SniffedFile> old;

    [[nodiscard]] std::optional<Line> lineAt(qint64 at)
    {
        return spool.seek(at) ? Line::from(spool.readLine()) : std::nullopt;
    }
};

OutputSpool::OutputSpool(QString target, FileSettings settings)
    : m_target(std::move(target))
    , m_settings(std::move(settings))
{
}

QString OutputSpool::spoolPath() const
{
    const QFileInfo info(m_target);
    return info.absolutePath() + u"/."_s + info.fileName() + u".tieout-rows"_s;
}

bool OutputSpool::isEmpty() const
{
    return QFileInfo(spoolPath()).size() == 0;
}

QByteArray OutputSpool::linesOf(const QList<WriteRow>& rows, Operation operation)
{
    QByteArray lines;
    for (const WriteRow& row : rows) {
        Json line = Json::object();
        line.set(u"key"_s, operation == Operation::Create || row.targetId.isEmpty() ? row.key : row.targetId);
        Json values = Json::object();
        for (int i = 0; row.target.shape() && i < row.target.shape()->size(); ++i) {
            if (!row.target.at(i).isBlank())
                values.set(row.target.shape()->names().at(i), model::toJson(row.target.at(i)));
        }
        line.set(u"values"_s, values);
        Json clear = Json::array();
        for (const QString& name : row.clear)
            clear.append(name);
        line.set(u"clear"_s, clear);
        lines += line.toBytes() + '\n';
    }
    return lines;
}

/// A crash may have left half a line. Gives where the next one begins.
Result<qint64> OutputSpool::trim() const
{
    QFile file(spoolPath());
    if (file.size() == 0) return 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return faultOf(file);
    qint64 end = file.size();
    while (end > 0) {
        char last = 0;
        if (!file.seek(end - 1) || !file.getChar(&last)) return faultOf(file);
        if (last == '\n') break;
        --end;
    }
    if (end != file.size() && !file.resize(end)) return faultOf(file);
    return end;
}

Result<void> OutputSpool::append(const QByteArray& lines)
{
    const Result<qint64> end = trim();
    if (!end) return tl::unexpected(end.error());
    QFile file(spoolPath());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) return faultOf(file);
    const bool written = file.write(lines) == lines.size();
    Result<void> kept = written ? platform::syncFile(file) : Result<void>(faultOf(file));
    if (!kept) file.resize(*end);
    return kept;
}

Result<void> OutputSpool::index(Merge& merge) const
{
    merge.spool.setFileName(spoolPath());
    if (!merge.spool.open(QIODevice::ReadOnly)) return faultOf(merge.spool);
    while (!merge.spool.atEnd()) {
        const qint64 at = merge.spool.pos();
        const auto line = Line::from(merge.spool.readLine());
        if (!line) continue;
        if (line->key.isEmpty())
            merge.hasNameless = true;
        else
            merge.latest.insert(hashOf(line->key), at);
        if (!merge.names.isEmpty()) continue;
        merge.names = line->names;
    }
    return {};
}

Result<void> OutputSpool::settleColumns(Merge& merge) const
{
    merge.keyName = m_settings.keyColumns.value(0, kKeyColumn.toString());
    if (QFileInfo(m_target).size() > 0) {
        FileSettings reading = m_settings;
        reading.path = m_target;
        // The rows are copied as they stand: nobody needs to know what their dates mean.
        Result<SniffedFile> old = sniffFile(m_target, reading);
        if (!old) return tl::unexpected(old.error());
        merge.old = std::move(*old);
        merge.names.clear();
        for (const model::FileColumn& column : merge.old->layout.columns) {
            merge.names += column.name;
            merge.labels += column.label;
        }
        if (merge.old->layout.column(merge.keyName) >= 0)
            merge.keyName = merge.old->layout.columns[merge.old->layout.column(merge.keyName)].name;
    } else if (!m_settings.columns.isEmpty()) {
        merge.names.clear();
        for (const model::Field& field : m_settings.columns)
            merge.names += field.name;
    }
    if (!merge.old) merge.labels = merge.names;
    if (merge.names.contains(merge.keyName)) return {};
    if (merge.latest.isEmpty() && merge.hasNameless) return {}; // no key to keep, no column for it
    merge.names += merge.keyName;
    merge.labels += merge.keyName;
    return {};
}

Result<void> OutputSpool::copyOld(Merge& merge) const
{
    if (!merge.old) return {};
    const FileLayout& layout = merge.old->layout;
    Result<std::unique_ptr<TableReader>> table = openTable(m_target, layout);
    if (!table) return tl::unexpected(table.error());
    const int keyColumn = layout.column(merge.keyName);
    QList<Value> cells;
    for (;;) {
        const Result<bool> more = (*table)->next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        if ((*table)->line() <= layout.skipUntil) continue;
        const QString key = (*table)->text(keyColumn).trimmed();
        const auto change = key.isEmpty() ? merge.latest.cend() : merge.latest.constFind(hashOf(key));
        const auto line = change == merge.latest.cend() ? std::nullopt : merge.lineAt(*change);
        cells.clear();
        for (int c = 0; c < merge.names.size(); ++c) {
            CellFault fault = CellFault::None;
            const Value old = (*table)->cell(c, (*table)->ownType(c), &fault);
            const bool cleared = line && line->clear.contains(merge.names[c]);
            cells += cleared ? Value() : line ? line->values.value(merge.names[c], old) : old;
        }
        if (line) merge.placed.insert(hashOf(key));
        if (Result<void> put = merge.out->row(cells); !put) return put;
    }
}

Result<void> OutputSpool::addNew(Merge& merge) const
{
    if (!merge.spool.seek(0)) return faultOf(merge.spool);
    QList<Value> cells;
    while (!merge.spool.atEnd()) {
        const qint64 at = merge.spool.pos();
        const auto line = Line::from(merge.spool.readLine());
        if (!line) continue;
        const quint64 hash = hashOf(line->key);
        const bool replaced = merge.placed.contains(hash) || merge.latest.value(hash, -1) != at;
        if (!line->key.isEmpty() && replaced) continue;
        cells.clear();
        for (const QString& name : std::as_const(merge.names))
            cells += line->values.value(name, name == merge.keyName ? Value(line->key) : Value());
        if (Result<void> put = merge.out->row(cells); !put) return put;
    }
    return {};
}

Result<void> OutputSpool::publish()
{
    if (isEmpty()) return {};
    Merge merge;
    if (Result<void> done = index(merge); !done) return done;
    if (Result<void> done = settleColumns(merge); !done) return done;
    WriteStyle style = WriteStyle::of(m_settings, m_target);
    if (merge.old && !merge.old->layout.spreadsheet) style.delimiter = merge.old->layout.dialect.delimiter;
    Result<std::unique_ptr<TableWriter>> out = createTable(m_target, style);
    if (!out) return tl::unexpected(out.error());
    merge.out = std::move(*out);
    QList<Value> header;
    for (const QString& label : std::as_const(merge.labels))
        header += Value(label);
    if (Result<void> done = merge.out->row(header); !done) return done;
    if (Result<void> done = copyOld(merge); !done) return done;
    if (Result<void> done = addNew(merge); !done) return done;
    if (Result<void> done = merge.out->commit(); !done) return done;
    // From here on the file has the rows; rows left in the spool would only replace themselves.
    merge.spool.remove();
    return {};
}

Result<QList<TargetRecord>> OutputSpool::find(const QStringList& keys) const
{
    QSet<QString> wanted(keys.cbegin(), keys.cend());
    QList<TargetRecord> found;
    const auto take = [&](const QString& key) {
        if (!wanted.remove(key)) return;
        TargetRecord target;
        target.id = target.externalKey = target.number = key;
        found += target;
    };
    QFile spool(spoolPath());
    if (spool.open(QIODevice::ReadOnly)) {
        while (!spool.atEnd() && !wanted.isEmpty()) {
            if (const auto line = Line::from(spool.readLine())) take(line->key);
        }
    }
    if (QFileInfo(m_target).size() == 0 || wanted.isEmpty()) return found;
    const Result<SniffedFile> old = sniffFile(m_target, m_settings);
    if (!old) return tl::unexpected(old.error());
    const int column = old->layout.column(m_settings.keyColumns.value(0, kKeyColumn.toString()));
    Result<std::unique_ptr<TableReader>> table = openTable(m_target, old->layout);
    if (!table) return tl::unexpected(table.error());
    while (!wanted.isEmpty()) {
        const Result<bool> more = (*table)->next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if ((*table)->line() > old->layout.skipUntil) take((*table)->text(column).trimmed());
    }
    return found;
}

} // namespace tieout::connectors
