#include "connectors/files/rowrecords.h"

#include "base/ids.h"
#include "connectors/files/rowfault.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Value;

namespace {

/// Beyond, two rows of one key are no longer noticed: memory stays bounded.
constexpr qsizetype kMostKeys = 2'000'000;

Error rowFault(const QString& code, const QStringList& facts)
{
    return errorOf(ErrorKind::RowRejected, code, facts.join(u' '), facts);
}

/// 16 digits; by hand, since it is made for every row.
QString hexOf(quint64 value)
{
    QString text(16, Qt::Uninitialized);
    for (qsizetype i = 15; i >= 0; --i, value >>= 4)
        text[i] = QLatin1Char("0123456789abcdef"[value & 15]);
    return text;
}

tl::unexpected<Error> missing(const QString& file, const QString& column)
{
    return fail(ErrorKind::BadConfig, u"file.column-missing"_s, u"no column "_s + column, {file, column});
}

} // namespace

Result<RowIdentity> RowIdentity::of(const FileLayout& layout, const QStringList& keyColumns,
                                    const QString& idName)
{
    RowIdentity identity;
    identity.m_idName = idName;
    for (const QString& key : keyColumns) {
        const int column = layout.column(key);
        if (column < 0) return missing(idName, key);
        identity.m_columns += column;
        identity.m_labels += layout.columns[column].label;
    }
    return identity;
}

QString RowIdentity::idOf(const TableReader& row, std::optional<Error>* fault) const
{
    const QString byLine = m_idName + u'#' + QString::number(row.line());
    if (m_columns.isEmpty()) return byLine;
    QString id;
    bool anyText = false;
    for (const int column : m_columns) {
        const QString part = row.text(column).trimmed();
        if (column != m_columns.first()) id += QChar(0x1f);
        anyText = anyText || !part.isEmpty();
        id += part;
    }
    if (anyText) return id;
    *fault = rowFault(u"file.key-missing"_s, {m_idName, QString::number(row.line()), m_labels.join(u", "_s)});
    return byLine;
}

Result<RowRecords> RowRecords::of(const Plan& plan, const FileLayout& layout, const QString& file,
                                  const QString& idName)
{
    Result<RowIdentity> identity = RowIdentity::of(layout, plan.keyColumns, idName);
    if (!identity) return tl::unexpected(identity.error());
    RowRecords records(std::move(*identity));
    records.m_shape = plan.shape;
    records.m_file = file;
    records.m_hasHeader = layout.headerLine > 0;
    records.m_checksWidth = !layout.spreadsheet;
    for (const model::FileColumn& column : layout.columns)
        records.m_labels += column.label;
    const QHash<QString, Meta> metas{{kRowIdField.toString(), Meta::Id},
                                     {kRowNumberField.toString(), Meta::Number},
                                     {kRowVersionField.toString(), Meta::Version},
                                     {kFileNameField.toString(), Meta::File}};
    for (const QString& name : plan.shape->names()) {
        Slot slot;
        slot.meta = metas.value(name, Meta::None);
        slot.column = slot.meta == Meta::None ? layout.column(name) : -1;
        if (slot.column >= 0) slot.type = layout.columns[slot.column].type;
        if (slot.meta == Meta::None && slot.column < 0 && !plan.optional.contains(name))
            return missing(file, name);
        records.m_slots += slot;
    }
    return records;
}

QString RowRecords::idOf(const TableReader& row) const
{
    std::optional<Error> ignored;
    return m_identity.idOf(row, &ignored);
}

Value RowRecords::metaValue(Meta meta, const TableReader& row, const QString& id) const
{
    switch (meta) {
    case Meta::Id:
        return id;
    case Meta::Number:
        return Decimal(row.line());
    case Meta::Version:
        return hexOf(row.contentHash());
    case Meta::File:
        return m_file;
    case Meta::None:
        break;
    }
    return {};
}

/// Cells without a heading, or too few of them, are the mark of a quote or delimiter that was not meant so.
void RowRecords::checkWidth(const TableReader& row, std::optional<Error>& fault) const
{
    if (!m_checksWidth || !m_hasHeader || fault) return;
    int width = row.width();
    while (width > m_labels.size() && row.isBlank(width - 1))
        --width;
    if (width == m_labels.size()) return;
    fault = rowFault(u"file.row-width"_s, {m_file, QString::number(row.line()), QString::number(width),
                                           QString::number(m_labels.size())});
}

void RowRecords::checkKey(const QString& id, qint64 line, std::optional<Error>& fault)
{
    if (!m_identity.byKey() || fault || m_keys.size() >= kMostKeys) return;
    const quint64 hash =
        tieout::contentHash(QByteArrayView(reinterpret_cast<const char*>(id.constData()), id.size() * 2));
    const auto known = m_keys.constFind(hash);
    if (known == m_keys.cend()) {
        m_keys.insert(hash, quint32(line));
        return;
    }
    fault = rowFault(
        u"file.duplicate-key"_s,
        {m_file, QString::number(line), QString(id).replace(QChar(0x1f), u", "_s), QString::number(*known)});
}

RowRecords::Made RowRecords::make(const TableReader& row)
{
    Made made;
    made.record = model::Record(m_shape);
    const QString id = m_identity.idOf(row, &made.fault);
    checkKey(id, row.line(), made.fault);
    checkWidth(row, made.fault);
    for (int i = 0; i < m_slots.size(); ++i) {
        const Slot& slot = m_slots[i];
        if (slot.meta != Meta::None) {
            made.record.set(i, metaValue(slot.meta, row, id));
            continue;
        }
        if (slot.column < 0) continue;
        CellFault fault = CellFault::None;
        made.record.set(i, row.cell(slot.column, slot.type, &fault));
        if (fault == CellFault::None || made.fault) continue;
        made.fault = errorOf(fault, {m_file, row.line(), slot.column, m_labels.value(slot.column)},
                             row.text(slot.column));
    }
    if (made.fault) made.fault->context.recordKey = id;
    return made;
}

} // namespace tieout::connectors
