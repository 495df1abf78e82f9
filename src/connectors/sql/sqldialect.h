#pragma once

#include "connectors/sql/sqlerror.h"
#include "connectors/sql/sqltable.h"

#include <QVariant>

#include <memory>

namespace tieout::connectors {

class SqlSession;

/// What a statement for many rows is made of. Columns by position in the table.
struct WriteShape {
    const SqlTable* table = nullptr;
    QList<int> columns;   ///< values of each row, in this order
    QList<int> conflict;  ///< insert: unique columns of an upsert; empty = plain insert. update: the key
    QList<int> returning; ///< columns wanted back, as text (Postgres only)
};
/// Texts by row and column of a WriteShape; nullopt is NULL.
using WriteCells = QList<QList<std::optional<QString>>>;

/// How one database system spells things. Pure texts, except the catalogue; nothing of a value is ever part
/// of them. Owned by the session.
class SqlDialect
{
  public:
    [[nodiscard]] static std::unique_ptr<SqlDialect> make(SqlDialectId id);
    virtual ~SqlDialect() = default;

    [[nodiscard]] virtual SqlDialectId id() const = 0;
    [[nodiscard]] virtual QString quoted(const QString& name) const;
    [[nodiscard]] QString tableText(const TableName& name) const;

    /// Statements after connecting; one that starts with '?' may fail.
    [[nodiscard]] virtual QStringList sessionSetup(const SqlSettings& settings) const = 0;
    [[nodiscard]] virtual QString versionQuery() const = 0;
    [[nodiscard]] virtual QString productName(const QString& version) const = 0;
    /// One cell that is empty or zero when the connection is not encrypted; empty = the driver sees to it.
    [[nodiscard]] virtual QString encryptionQuery() const { return {}; }
    [[nodiscard]] virtual QString pingQuery() const { return QStringLiteral("SELECT 1"); }
    [[nodiscard]] virtual QStringList beginStatements() const { return {QStringLiteral("BEGIN")}; }
    [[nodiscard]] virtual QString commitStatement() const { return QStringLiteral("COMMIT"); }
    /// Whether a refused statement spoils its transaction, unless it is undone to a savepoint. Elsewhere it
    /// undoes itself.
    [[nodiscard]] virtual bool needsSavepoints() const { return false; }

    /// Tables and views this user may read; only `only` when given. Columns and keys are filled.
    [[nodiscard]] virtual Result<QList<SqlTable>> tables(SqlSession& session,
                                                         const std::optional<TableName>& only) const = 0;

    /// A cell as text, at most `kMostCharacters` + 1 characters.
    [[nodiscard]] virtual QString cellText(const SqlColumn& column) const = 0;
    /// The whole cell of a key or change column, as text that `marker` takes back.
    [[nodiscard]] virtual QString positionText(const SqlColumn& column) const = 0;
    /// Stands for a bound text where the column is compared.
    [[nodiscard]] virtual QString marker(const SqlColumn& column) const = 0;
    /// The same where it is written: a value that does not fit must be refused, not converted.
    [[nodiscard]] virtual QString writeMarker(const SqlColumn& column) const { return marker(column); }
    /// The text that is bound, in the form this system reads.
    [[nodiscard]] virtual QString boundText(const QString& text, const SqlColumn& column) const;
    [[nodiscard]] virtual QString selectText(const QString& cells, const QString& from, int limit) const;
    /// `(a, b) > (?, ?)`; false: spelled out with OR.
    [[nodiscard]] virtual bool comparesRows() const { return true; }

    /// Whether one statement takes arrays instead of one marker per value.
    [[nodiscard]] virtual bool takesArrays() const { return false; }
    /// Most markers of a statement.
    [[nodiscard]] virtual int mostMarkers() const = 0;
    [[nodiscard]] virtual QString insertText(const WriteShape& shape, qsizetype rows) const;
    [[nodiscard]] virtual QVariantList insertValues(const WriteShape& shape, const WriteCells& cells) const;
    /// Update by key of one row, or of many where arrays are taken.
    [[nodiscard]] virtual QString updateText(const WriteShape& shape) const;

  protected:
    [[nodiscard]] QStringList quotedNames(const SqlTable& table, const QList<int>& columns) const;
    /// What becomes of a row that is there already: here as PostgreSQL and SQLite say it.
    [[nodiscard]] virtual QString conflictText(const WriteShape& shape) const;
};

} // namespace tieout::connectors
