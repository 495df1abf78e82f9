#pragma once

#include "connectors/sql/sqlline.h"

namespace tieout::connectors {

/// Tables as they were described, shared by a connector and its reads. Engine thread.
class SqlTables final
{
  public:
    explicit SqlTables(std::shared_ptr<SqlLine> line)
        : m_line(std::move(line))
    {
    }
    /// Error: BadConfig "connector.unknown-object" | "sql.chosen-column", or what the database says.
    [[nodiscard]] Task<Result<TableUse>> use(QString object, StopToken stop);
    [[nodiscard]] Task<Result<QList<TableUse>>> all(StopToken stop);
    void forget(const QString& object) { m_known.remove(object); }
    [[nodiscard]] const TableUse* known(const QString& object) const;
    [[nodiscard]] const std::shared_ptr<SqlLine>& line() const { return m_line; }

  private:
    [[nodiscard]] Task<Result<QList<SqlTable>>> read(std::optional<TableName> only, StopToken stop);

    std::shared_ptr<SqlLine> m_line;
    QHash<QString, TableUse> m_known;
};

} // namespace tieout::connectors
