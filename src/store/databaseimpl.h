#pragma once

#include "store/database.h"
#include "store/statementprobe.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace tieout::store {

/// What the driver reported, as one of the store's errors. Values are not quoted: they are personal data.
[[nodiscard]] Error sqlError(const QSqlError& error, const QString& sql);

/// The open connection with its compiled statements; closed and forgotten by the thread that made it.
class Database::Impl final
{
  public:
    Impl(QSqlDatabase connection, std::shared_ptr<StatementProbe> probe);
    ~Impl();
    Q_DISABLE_COPY_MOVE(Impl)

    struct Compiled {
        explicit Compiled(const QSqlDatabase& connection)
            : query(connection)
        {
        }
        QSqlQuery query;
        qsizetype values = 0;
        bool reading = false; ///< its rows are being walked: not to be run again meanwhile
    };

    /// Compiles (or finds), binds and runs.
    [[nodiscard]] Result<std::shared_ptr<Compiled>> run(const QString& sql, const QVariantList& values);
    /// Undoes to the start or to a savepoint; never probed, words learnt since are forgotten.
    [[nodiscard]] bool undo(const QString& sql);

    [[nodiscard]] qint64 lastInsertId() const;

    QHash<QString, qint64> words;

  private:
    [[nodiscard]] Result<std::shared_ptr<Compiled>> compiled(const QString& sql, qsizetype values);

    QSqlDatabase m_connection;
    std::shared_ptr<StatementProbe> m_probe;
    QHash<QString, std::shared_ptr<Compiled>> m_statements;
    std::shared_ptr<Compiled> m_last;
};

} // namespace tieout::store
