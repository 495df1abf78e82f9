#pragma once

#include "base/secret.h"
#include "connectors/sql/sqldialect.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <atomic>
#include <functional>
#include <memory>

namespace tieout::connectors {

/// A result row, by column position; everything is text.
class SqlRow final
{
  public:
    explicit SqlRow(const QSqlQuery& query)
        : m_query(query)
    {
    }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const;

  private:
    const QSqlQuery& m_query;
};

/// One open connection to a database. Lives on a worker thread, which opens, uses and closes it. Values go in
/// by binding only, as text. Errors are those of sqlerror.h.
class SqlSession final
{
  public:
    using RowReader = std::function<bool(const SqlRow&)>; ///< false: enough

    [[nodiscard]] static Result<std::unique_ptr<SqlSession>> open(const SqlSettings& settings,
                                                                  const Secret& password);
    ~SqlSession();
    Q_DISABLE_COPY_MOVE(SqlSession)

    [[nodiscard]] const SqlDialect& dialect() const { return *m_dialect; }
    [[nodiscard]] const SqlSettings& settings() const { return m_settings; }
    /// Name and version of the database system, for people.
    [[nodiscard]] const QString& product() const { return m_product; }
    /// The driver holds a whole answer in memory instead of handing rows on as they come.
    [[nodiscard]] bool buffersAnswers() const;

    /// Runs one statement without rows; returns the rows it concerned.
    [[nodiscard]] Result<qint64> execute(const QString& sql, const QVariantList& values = {});
    [[nodiscard]] Result<void> query(const QString& sql, const QVariantList& values, const RowReader& row);
    /// Starts a query whose rows are taken bit by bit; any other statement ends it.
    [[nodiscard]] Result<void> start(const QString& sql, const QVariantList& values);
    /// At most `most` rows more; false when there are no more.
    [[nodiscard]] Result<bool> take(int most, const RowReader& row);
    /// Number that the last inserted row was given; 0 when the driver cannot tell.
    [[nodiscard]] qint64 lastInsertId() const;

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    /// The connection answers.
    [[nodiscard]] bool alive();
    /// After a table changed: compiled statements are made anew.
    void forgetStatements();

    /// Statements sent so far, readable from any thread: one that stands still is stuck.
    using Pulse = std::shared_ptr<std::atomic<quint64>>;
    void beat(Pulse pulse) { m_pulse = std::move(pulse); }
    [[nodiscard]] const QString& lastStatement() const { return m_lastSql; }

  private:
    explicit SqlSession(SqlSettings settings);
    [[nodiscard]] Result<void> connect(const Secret& password);
    [[nodiscard]] QStringList place() const; ///< facts of a failed attempt: host or file, database, user
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<void> checkEncrypted();
    [[nodiscard]] Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);
    [[nodiscard]] Error faultOf(const QSqlError& error, const QString& sql);

    SqlSettings m_settings;
    std::unique_ptr<SqlDialect> m_dialect;
    QString m_product;
    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::shared_ptr<QSqlQuery> m_last;
    qint64 m_lastInsertId = 0;
    std::shared_ptr<QSqlQuery> m_running;
    QString m_lastSql;
    Pulse m_pulse;
    bool m_pinging = false;
};

/// What the drivers want to connect: pure, for tests.
struct SqlAddress {
    QString driver;
    QString database;
    QString options;
};
[[nodiscard]] SqlAddress sqlAddress(const SqlSettings& settings, const Secret& password);

} // namespace tieout::connectors
