#include "connectors/sql/cataloguereader.h"

namespace tieout::connectors {

SqlTable* CatalogueReader::find(const QString& schema, const QString& name)
{
    const auto place = m_places.constFind({schema, name});
    return place == m_places.cend() ? nullptr : &m_tables[*place];
}

Result<void> CatalogueReader::tables(const QString& sql, const QVariantList& values,
                                     const std::function<void(const SqlRow&, SqlTable&)>& fill)
{
    return m_session.query(sql, values, [&](const SqlRow& row) {
        SqlTable table;
        table.name = {row.text(0), row.text(1)};
        fill(row, table);
        m_places.insert({table.name.schema, table.name.name}, m_tables.size());
        m_tables += table;
        return true;
    });
}

Result<void> CatalogueReader::columns(const QString& sql, const QVariantList& values,
                                      const std::function<void(const SqlRow&, SqlColumn&)>& fill)
{
    return m_session.query(sql, values, [&](const SqlRow& row) {
        SqlTable* table = find(row.text(0), row.text(1));
        if (!table) return true;
        SqlColumn column;
        column.name = row.text(2);
        fill(row, column);
        table->columns += column;
        return true;
    });
}

Result<void> CatalogueReader::keys(const QString& sql, const QVariantList& values)
{
    SqlTable* last = nullptr;
    QString index;
    return m_session.query(sql, values, [&](const SqlRow& row) {
        SqlTable* table = find(row.text(0), row.text(1));
        if (!table) return true;
        const bool primary = row.flag(3);
        const bool begins = table != last || index != row.text(2);
        last = table;
        index = row.text(2);
        if (primary) {
            table->primaryKey += row.text(4);
        } else if (begins) {
            table->uniqueKeys += QStringList{row.text(4)};
        } else {
            table->uniqueKeys.last() += row.text(4);
        }
        return true;
    });
}

Result<void> CatalogueReader::references(const QString& sql, const QVariantList& values)
{
    return m_session.query(sql, values, [&](const SqlRow& row) {
        SqlTable* table = find(row.text(0), row.text(1));
        const int column = table ? table->column(row.text(2)) : -1;
        if (column >= 0) table->columns[column].ref = objectName({row.text(3), row.text(4)});
        return true;
    });
}

} // namespace tieout::connectors
