#include "connectors/sql/sqlrowtexts.h"

#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

Error sqlRowError(const QString& code, const TableUse& use, const QString& column, const QString& text)
{
    return errorOf(ErrorKind::RowRejected, code, text, {column, plainLabel(use.table.name.name)});
}

Result<TextRow> SqlRowTexts::textRow(qsizetype place)
{
    const WriteRow& given = m_batch.rows[place];
    TextRow row;
    row.place = place;
    if (!isCreating(m_batch.operation)) {
        if (auto key = takeKey(row, given); !key) return fail(key.error());
        if (m_batch.operation == Operation::Delete) return row;
    }
    if (auto values = takeValues(row, given); !values) return fail(values.error());
    for (const QString& field : given.clear) {
        const int column = table().column(columnName(field));
        if (column < 0 || row.columns.contains(column)) continue;
        row.columns += column;
        row.cells += std::nullopt;
    }
    if (row.columns.isEmpty())
        return fail(sqlRowError(u"sql.nothing-to-write"_s, m_batch.use, {}, u"no value to write"_s));
    return row;
}

Result<void> SqlRowTexts::takeKey(TextRow& row, const WriteRow& given) const
{
    const auto parts = m_batch.use.key.size();
    row.key = parts == 1 ? QStringList{given.targetId} : keyParts(given.targetId);
    if (row.key.size() == parts && !given.targetId.isEmpty()) return {};
    return fail(sqlRowError(u"sql.row-gone"_s, m_batch.use, {}, u"no such key"_s));
}

Result<void> SqlRowTexts::takeValues(TextRow& row, const WriteRow& given)
{
    for (const auto& [slot, column] : slotsOf(given.target.shape())) {
        const model::Value& value = given.target.at(slot);
        if (value.isBlank() || column < 0) continue;
        auto cell = cellOf(value, column);
        if (!cell) return fail(cell.error());
        if (!isCreating(m_batch.operation) && m_batch.use.key.contains(column)) {
            if (auto same = keepsKey(row, column, **cell); !same) return fail(same.error());
            continue;
        }
        row.columns += column;
        row.cells += *cell;
    }
    return {};
}

const SqlRowTexts::SlotList& SqlRowTexts::slotsOf(const model::ShapePtr& shape)
{
    auto known = m_slots.find(shape.get());
    if (known != m_slots.end()) return *known;
    SlotList slots;
    for (int slot = 0; shape && slot < shape->size(); ++slot) {
        const QString& name = shape->names()[slot];
        if (name != kKeyField) slots += {slot, table().column(columnName(name))};
    }
    std::sort(slots.begin(), slots.end(), [](auto a, auto b) { return a.second < b.second; });
    return *m_slots.insert(shape.get(), slots);
}

Result<std::optional<QString>> SqlRowTexts::cellOf(const model::Value& value, int column) const
{
    const SqlColumn& described = table().columns[column];
    if (described.generated || described.kind == ColumnKind::Bytes || described.kind == ColumnKind::Other)
        return fail(sqlRowError(u"sql.column-read-only"_s, m_batch.use, plainLabel(described.name),
                                u"cannot be written: "_s + described.name));
    return sqlText(value, described, m_batch.localZone);
}

/// Rows keep their keys: a key in an update may be repeated, not changed.
Result<void> SqlRowTexts::keepsKey(const TextRow& row, int column, const QString& text) const
{
    const SqlColumn& described = table().columns[column];
    const auto before = sqlCell(row.key[m_batch.use.key.indexOf(column)], described, m_batch.localZone);
    if (before == sqlCell(text, described, m_batch.localZone)) return {};
    return fail(
        sqlRowError(u"sql.key-change"_s, m_batch.use, plainLabel(described.name), u"a key would change"_s));
}

QString SqlRowTexts::suspect(const TextRow& row, const QString& code) const
{
    for (qsizetype i = 0; i < row.columns.size(); ++i) {
        const SqlColumn& column = table().columns[row.columns[i]];
        if (!row.cells[i]) continue;
        if (code == u"sql.too-long" && column.maxLength > 0 && row.cells[i]->size() > column.maxLength)
            return column.name;
        const bool ranged = column.kind == ColumnKind::Number && column.precision > 0;
        if (code == u"sql.out-of-range" && ranged) {
            const auto digits = std::count_if(row.cells[i]->begin(), row.cells[i]->end(),
                                              [](QChar c) { return c.isDigit(); });
            if (digits >= column.precision) return column.name;
        }
        if (code == u"sql.wrong-kind" && !fitsColumn(*row.cells[i], column)) return column.name;
    }
    return {};
}

Error SqlRowTexts::refusalOf(const TextRow& row, Error error) const
{
    QString column = error.facts.value(0);
    if (column.isEmpty()) column = suspect(row, error.code);
    error.facts = {column.isEmpty() ? QString() : plainLabel(column), plainLabel(table().name.name),
                   error.text};
    error.context.object = objectName(table().name);
    error.context.recordKey = m_batch.rows[row.place].key;
    return error;
}

} // namespace tieout::connectors
