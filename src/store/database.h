#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

namespace tieout::store {

/// One connection to the workspace file, bound to the thread that made it. Numbers cross as text or integers,
/// never as double (a double value is refused as a Bug). A null QString is stored as empty text; NULL is an
/// invalid QVariant. Compiled statements are kept while the connection is open.
/// Errors are LocalFault "store.full" | "store.read-only" | "store.busy" | "store.damaged" | "store.io" |
/// "store.open" | "store.statement".
class Database final
{
  public:
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs one statement without rows; returns the rows changed.
    [[nodiscard]] Result<qint64> execute(const QString& sql, const QVariantList& values = {});
    /// Runs a query; `row` is called for each result row and may stop it by returning false.
    class Row;
    [[nodiscard]] Result<void> query(const QString& sql, const QVariantList& values,
                                     const std::function<bool(const Row&)>& row);
    /// The same statement for many rows of values (compiled once).
    [[nodiscard]] Result<void> executeMany(const QString& sql, const QList<QVariantList>& rows);
    [[nodiscard]] qint64 lastInsertId() const;

    /// Number of a word that many rows carry (a flow's id, a target object), added when new.
    [[nodiscard]] Result<qint64> intern(const QString& word);
    /// Number of a known word; -1 when no row can carry it.
    [[nodiscard]] Result<qint64> interned(const QString& word);

  private:
    friend class Connector;
    friend class Transaction;
    class Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A result row, by column position.
class Database::Row final
{
  public:
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;               ///< of a blob, or text as UTF-8
    [[nodiscard]] std::optional<Instant> instant(int column) const; ///< stored as ms integer
    [[nodiscard]] std::optional<Decimal> decimal(int column) const; ///< stored as text

  private:
    friend class Database;
    explicit Row(const void* query)
        : m_query(query)
    {
    }
    const void* m_query;
};

} // namespace tieout::store
