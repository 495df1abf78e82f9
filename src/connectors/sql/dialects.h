#pragma once

#include "connectors/sql/sqldialect.h"

namespace tieout::connectors {

/// PostgreSQL, by its own driver or ODBC. Many rows travel as one array per column, so that a statement's
/// text does not depend on their number.
class PostgresDialect final : public SqlDialect
{
  public:
    [[nodiscard]] SqlDialectId id() const override { return SqlDialectId::Postgres; }
    [[nodiscard]] QStringList sessionSetup(const SqlSettings& settings) const override;
    [[nodiscard]] QString versionQuery() const override;
    [[nodiscard]] QString productName(const QString& version) const override;
    [[nodiscard]] QString encryptionQuery() const override;
    [[nodiscard]] QStringList beginStatements() const override;
    [[nodiscard]] bool needsSavepoints() const override { return true; }
    [[nodiscard]] Result<QList<SqlTable>> tables(SqlSession& session,
                                                 const std::optional<TableName>& only) const override;
    [[nodiscard]] QString cellText(const SqlColumn& column) const override;
    [[nodiscard]] QString positionText(const SqlColumn& column) const override;
    [[nodiscard]] QString marker(const SqlColumn& column) const override;
    [[nodiscard]] bool takesArrays() const override { return true; }
    [[nodiscard]] int mostMarkers() const override { return 30'000; }
    [[nodiscard]] QString insertText(const WriteShape& shape, qsizetype rows) const override;
    [[nodiscard]] QVariantList insertValues(const WriteShape& shape, const WriteCells& cells) const override;
    [[nodiscard]] QString updateText(const WriteShape& shape) const override;

  protected:
  private:
    [[nodiscard]] QString castOf(const SqlColumn& column, const QString& text) const;
    [[nodiscard]] QString returningText(const WriteShape& shape, const QString& prefix) const;
};

/// MySQL and MariaDB.
class MySqlDialect final : public SqlDialect
{
  public:
    [[nodiscard]] SqlDialectId id() const override { return SqlDialectId::MySql; }
    [[nodiscard]] QString quoted(const QString& name) const override;
    [[nodiscard]] QStringList sessionSetup(const SqlSettings& settings) const override;
    [[nodiscard]] QString versionQuery() const override;
    [[nodiscard]] QString productName(const QString& version) const override;
    [[nodiscard]] QString encryptionQuery() const override;
    [[nodiscard]] Result<QList<SqlTable>> tables(SqlSession& session,
                                                 const std::optional<TableName>& only) const override;
    [[nodiscard]] QString cellText(const SqlColumn& column) const override;
    [[nodiscard]] QString positionText(const SqlColumn& column) const override;
    [[nodiscard]] QString marker(const SqlColumn& column) const override;
    [[nodiscard]] QString writeMarker(const SqlColumn& column) const override;
    [[nodiscard]] QString boundText(const QString& text, const SqlColumn& column) const override;
    [[nodiscard]] bool comparesRows() const override { return false; }
    [[nodiscard]] int mostMarkers() const override { return 30'000; } // 65,535 in the protocol

  protected:
    [[nodiscard]] QString conflictText(const WriteShape& shape) const override;
};

class SqliteDialect final : public SqlDialect
{
  public:
    [[nodiscard]] SqlDialectId id() const override { return SqlDialectId::Sqlite; }
    [[nodiscard]] QString quoted(const QString& name) const override;
    [[nodiscard]] QStringList sessionSetup(const SqlSettings& settings) const override;
    [[nodiscard]] QString versionQuery() const override;
    [[nodiscard]] QString productName(const QString& version) const override;
    [[nodiscard]] QStringList beginStatements() const override;
    [[nodiscard]] Result<QList<SqlTable>> tables(SqlSession& session,
                                                 const std::optional<TableName>& only) const override;
    [[nodiscard]] QString cellText(const SqlColumn& column) const override;
    [[nodiscard]] QString positionText(const SqlColumn& column) const override;
    [[nodiscard]] QString marker(const SqlColumn& column) const override;
    [[nodiscard]] QString writeMarker(const SqlColumn& column) const override;
    [[nodiscard]] int mostMarkers() const override { return 900; } // 999 in old builds of the library
};

/// Microsoft SQL Server, by ODBC.
class SqlServerDialect final : public SqlDialect
{
  public:
    [[nodiscard]] SqlDialectId id() const override { return SqlDialectId::SqlServer; }
    [[nodiscard]] QString quoted(const QString& name) const override;
    [[nodiscard]] QStringList sessionSetup(const SqlSettings& settings) const override;
    [[nodiscard]] QString versionQuery() const override;
    [[nodiscard]] QString productName(const QString& version) const override;
    [[nodiscard]] QStringList beginStatements() const override;
    [[nodiscard]] QString commitStatement() const override;
    [[nodiscard]] Result<QList<SqlTable>> tables(SqlSession& session,
                                                 const std::optional<TableName>& only) const override;
    [[nodiscard]] QString cellText(const SqlColumn& column) const override;
    [[nodiscard]] QString positionText(const SqlColumn& column) const override;
    [[nodiscard]] QString marker(const SqlColumn& column) const override;
    [[nodiscard]] QString selectText(const QString& cells, const QString& from, int limit) const override;
    [[nodiscard]] bool comparesRows() const override { return false; }
    [[nodiscard]] int mostMarkers() const override { return 2'000; } // 2,100 in the protocol
    [[nodiscard]] QString insertText(const WriteShape& shape, qsizetype rows) const override;

  protected:
    [[nodiscard]] QString conflictText(const WriteShape& shape) const override;
};

} // namespace tieout::connectors
