#include "connectors/rest/jobs/jobrows.h"

#include "connectors/rest/reading/wirevalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Record;
using model::Value;

namespace {

using Cells = QHash<int, QByteArray>; ///< by column

/// Gathers the cells of all rows and the columns they need. Lives on the stack of jobRows.
class RowSheet final
{
  public:
    RowSheet(const Manifest& manifest, const ObjectSpec& object, const QString& empty)
        : m_object(object)
        , m_instants(manifest.instants)
        , m_empty(empty)
    {
    }

    [[nodiscard]] bool add(const WriteRow& row)
    {
        m_rows.append(Cells());
        if (!row.targetId.isEmpty()) put(m_object.identity.remoteId, row.targetId.toUtf8());
        if (!row.target.isNull() && !members(row.target, {})) return false;
        if (!row.clear.isEmpty() && m_empty.isEmpty()) return false;
        for (const QString& field : row.clear)
            put(field, m_empty.toUtf8());
        return true;
    }

    [[nodiscard]] QByteArray text() const
    {
        QByteArray out;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            append(out, m_columns.at(i).toUtf8(), i);
        out += '\n';
        for (const Cells& row : m_rows) {
            for (qsizetype i = 0; i < m_columns.size(); ++i)
                append(out, row.value(int(i)), i);
            out += '\n';
        }
        return out;
    }

  private:
    static void append(QByteArray& out, QByteArray cell, qsizetype column)
    {
        if (column > 0) out += ',';
        const bool isPlain = std::none_of(
            cell.begin(), cell.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
        out += isPlain ? cell : '"' + cell.replace('"', "\"\"") + '"';
    }

    void put(const QString& column, const QByteArray& cell)
    {
        const auto known = m_places.constFind(column);
        int place = known == m_places.cend() ? int(m_columns.size()) : *known;
        if (known == m_places.cend()) {
            m_places.insert(column, place);
            m_columns.append(column);
        }
        m_rows.last().insert(place, cell);
    }

    [[nodiscard]] bool members(const Record& record, const QString& prefix)
    {
        const QStringList& names = record.shape()->names();
        for (int slot = 0; slot < names.size(); ++slot) {
            const Value& value = record.at(slot);
            if (value.isBlank()) continue;
            const QString path = prefix + names.at(slot);
            if (prefix.isEmpty() && path == m_object.identity.remoteId) continue;
            if (value.list()) return false;
            if (const Record* inner = value.record()) {
                if (!members(*inner, path + u'.')) return false;
                continue;
            }
            const QString cell = textOf(value);
            if (!m_empty.isEmpty() && cell == m_empty) return false;
            put(path, cell.toUtf8());
        }
        return true;
    }

    [[nodiscard]] QString textOf(const Value& value) const
    {
        if (value.boolean()) return *value.boolean() ? u"true"_s : u"false"_s;
        if (value.instant()) return wireInstant(*value.instant(), m_instants);
        return value.toPlainText();
    }

    const ObjectSpec& m_object;
    InstantFormat m_instants;
    QString m_empty;
    QStringList m_columns;
    QHash<QString, int> m_places;
    QList<Cells> m_rows;
};

} // namespace

QString jobRowKey(const ObjectSpec& object, const WriteSpec& write, const WriteRow& row)
{
    return write.job->key == object.identity.remoteId ? row.targetId : row.key;
}

std::optional<QByteArray> jobRows(const Manifest& manifest, const ObjectSpec& object, const WriteSpec& write,
                                  Operation operation, const QList<WriteRow>& rows)
{
    if (!write.job || !manifest.jobs.ingest || rows.isEmpty()) return {};
    if (!write.body.defaults.isNull() && operation != Operation::Update) return {};
    const bool byOurKey = write.job->key != object.identity.remoteId;
    RowSheet sheet(manifest, object, manifest.jobs.ingest->empty);
    QSet<QString> keys;
    for (const WriteRow& row : rows) {
        const QString key = jobRowKey(object, write, row).toCaseFolded();
        if (key.isEmpty() || keys.contains(key)) return {};
        keys.insert(key);
        // Our key must travel in its column: it is what the verdict names the row by.
        const bool isThere =
            !byOurKey || (!row.target.isNull() && row.target.path(write.job->key).toPlainText() == row.key);
        if (!isThere || !sheet.add(row)) return {};
    }
    QByteArray text = sheet.text();
    if (text.size() > write.job->bytes) return {};
    return text;
}

} // namespace tieout::connectors
