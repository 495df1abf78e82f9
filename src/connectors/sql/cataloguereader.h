#pragma once

#include "connectors/sql/sqlsession.h"

namespace tieout::connectors {

/// Gathers tables from the rows of a database's catalogue. Each query begins with schema and table name.
/// Worker thread; used within one call.
class CatalogueReader final
{
  public:
    explicit CatalogueReader(SqlSession& session)
        : m_session(session)
    {
    }

    [[nodiscard]] Result<void> tables(const QString& sql, const QVariantList& values,
                                      const std::function<void(const SqlRow&, SqlTable&)>& fill);
    /// schema, table, column, …
    [[nodiscard]] Result<void> columns(const QString& sql, const QVariantList& values,
                                       const std::function<void(const SqlRow&, SqlColumn&)>& fill);
    /// schema, table, index, primary, column; columns of an index in their order.
    [[nodiscard]] Result<void> keys(const QString& sql, const QVariantList& values);
    /// schema, table, column, schema and table pointed to.
    [[nodiscard]] Result<void> references(const QString& sql, const QVariantList& values);
    [[nodiscard]] SqlTable* find(const QString& schema, const QString& name);
    [[nodiscard]] QList<SqlTable> takeTables() { return std::move(m_tables); }

  private:
    SqlSession& m_session;
    QList<SqlTable> m_tables;
    QHash<QPair<QString, QString>, qsizetype> m_places;
};

} // namespace tieout::connectors
