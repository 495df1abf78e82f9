#pragma once

#include "base/clock.h"
#include "connectors/sql/sqlconnector.h"
#include "connectors/sql/sqltable.h"
#include "support/databaseservers.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>

namespace tieout::tests {

using namespace Qt::StringLiterals;
using namespace tieout::connectors;

/// A database with its administrator's connection and connectors onto it.
class DatabaseDesk final
{
  public:
    explicit DatabaseDesk(QHash<QString, QString> settings, QByteArray password)
        : m_settings(std::move(settings))
        , m_password(std::move(password))
    {
        const QString driver = kind() == u"sqlite"  ? u"QSQLITE"_s
                               : kind() == u"mysql" ? u"QMYSQL"_s
                                                    : u"QPSQL"_s;
        m_name = u"desk-%1"_s.arg(++counter());
        auto admin = QSqlDatabase::addDatabase(driver, m_name);
        admin.setDatabaseName(kind() == u"sqlite" ? m_settings[u"file"_s] : m_settings[u"database"_s]);
        admin.setHostName(m_settings[u"host"_s]);
        admin.setPort(m_settings[u"port"_s].toInt());
        admin.setUserName(m_settings[u"user"_s]);
        admin.setPassword(QString::fromUtf8(m_password));
        if (kind() == u"postgresql") admin.setConnectOptions(u"options='-c client_min_messages=warning'"_s);
        if (!admin.open()) qFatal("administrator: %s", qPrintable(admin.lastError().text()));
    }
    ~DatabaseDesk() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(DatabaseDesk)

    [[nodiscard]] QString kind() const { return m_settings[u"kind"_s]; }
    void run(const QString& sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql.left(300)), qPrintable(query.lastError().text()));
    }
    [[nodiscard]] QString cell(const QString& sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql.left(300)), qPrintable(query.lastError().text()));
        return query.next() ? query.value(0).toString() : QString();
    }

    /// A connector with further settings.
    [[nodiscard]] std::unique_ptr<SqlConnector> connect(const QHash<QString, QString>& more = {}) const
    {
        model::Connection connection;
        connection.settings = m_settings;
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            connection.settings.insert(it.key(), it.value());
        const auto settings = sqlSettings(connection);
        if (!settings) qFatal("settings: %s", qPrintable(settings.error().text));
        return std::make_unique<SqlConnector>(*settings, passwordOf(m_password), clock());
    }
    [[nodiscard]] static PasswordSource passwordOf(const QByteArray& password)
    {
        return [password]() { return told(password); };
    }
    [[nodiscard]] static Clock& clock()
    {
        static SystemClock systemClock;
        return systemClock;
    }

  private:
    [[nodiscard]] static Task<Result<Secret>> told(QByteArray password) { co_return Secret(password); }
    [[nodiscard]] static int& counter()
    {
        static int count = 0;
        return count;
    }
    QHash<QString, QString> m_settings;
    QByteArray m_password;
    QString m_name;
};

template<class T>
Task<> keepInto(Task<T> task, std::shared_ptr<std::optional<T>> result)
{
    T value = co_await task;
    result->emplace(std::move(value));
}

/// Runs this thread's events until the task is done.
template<class T>
T await(Task<T> task, std::chrono::milliseconds bound = std::chrono::seconds(60))
{
    auto result = std::make_shared<std::optional<T>>();
    const Task<> keeper = keepInto(std::move(task), result);
    const QDeadlineTimer end(bound);
    while (!result->has_value()) {
        QCoreApplication::processEvents();
        if (!result->has_value()) QThread::usleep(100);
        if (end.hasExpired()) qFatal("the task never ended");
    }
    return std::move(**result);
}

struct ReadAll {
    QList<model::Record> records;
    QStringList deleted;
    QHash<qsizetype, Error> faults;
    QString cursor;
    int pages = 0;
    std::optional<Error> error;
};

inline ReadRequest table(const QString& object, const QStringList& paths = {})
{
    ReadRequest request;
    request.object = object;
    request.paths = paths;
    return request;
}

inline ReadAll readAll(SqlConnector& connector, ReadRequest request,
                       const std::function<void(int)>& afterPage = {})
{
    ReadAll all;
    const auto pages = connector.read(std::move(request));
    while (true) {
        auto page = await(pages->next(StopToken()));
        if (!page) {
            all.error = page.error();
            return all;
        }
        if (!*page) return all;
        for (auto it = (*page)->faults.cbegin(); it != (*page)->faults.cend(); ++it)
            all.faults.insert(all.records.size() + it.key(), it.value());
        all.records += (*page)->records;
        all.deleted += (*page)->deletedIds;
        if (!(*page)->cursor.isEmpty()) all.cursor = (*page)->cursor;
        if (afterPage)
            afterPage(++all.pages);
        else
            ++all.pages;
    }
}

/// Rows for writing, all with the same fields.
class Rows final
{
  public:
    explicit Rows(const QStringList& fields)
        : m_shape(std::make_shared<const model::Shape>(fields))
    {
    }
    Rows& add(const QString& key, const QList<model::Value>& values, const QString& targetId = {})
    {
        WriteRow row;
        row.key = key;
        row.targetId = targetId;
        row.target = model::Record(m_shape);
        for (int slot = 0; slot < values.size(); ++slot)
            row.target.set(slot, values[slot]);
        m_rows += row;
        return *this;
    }
    [[nodiscard]] QList<WriteRow> list() const { return m_rows; }

  private:
    model::ShapePtr m_shape;
    QList<WriteRow> m_rows;
};

inline Result<QList<model::RowOutcome>> write(SqlConnector& connector, const QString& object,
                                              Operation operation, const QList<WriteRow>& rows)
{
    const PreparedWrite prepared = connector.prepare(object, operation, rows, {});
    return await(connector.send(prepared, StopToken()));
}

inline model::Value text(const QString& value)
{
    return model::Value(value);
}

inline model::Value number(const char* digits)
{
    return model::Value(*Decimal::parse(std::string_view(digits)));
}

} // namespace tieout::tests
