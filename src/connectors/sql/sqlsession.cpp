#include "connectors/sql/sqlsession.h"

#include "connectors/sql/sqlerror.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// A batch has few shapes; many more mean that values were pasted into statements.
constexpr qsizetype kMostStatements = 64;

QString seconds(std::chrono::seconds limit)
{
    return QString::number(limit.count());
}

QStringList postgresOptions(const SqlSettings& settings)
{
    // A server that vanished without a word is noticed by the keep-alives.
    QStringList options{u"connect_timeout="_s + seconds(settings.connectLimit),
                        u"client_encoding=UTF8"_s,
                        u"application_name=Tieout"_s,
                        u"keepalives_idle=10"_s,
                        u"keepalives_interval=5"_s,
                        u"keepalives_count=3"_s};
    const bool verify = settings.tls == SqlTls::Verify;
    if (settings.host.startsWith(u'/')) return options;
    if (!settings.encrypted())
        options += u"sslmode="_s + (settings.tls == SqlTls::Off ? u"disable"_s : u"prefer"_s);
    else
        options += u"sslmode="_s + (verify ? u"verify-full"_s : u"require"_s);
    if (!settings.certificate.isEmpty()) options += u"sslrootcert='"_s + settings.certificate + u'\'';
    return options;
}

QStringList mysqlOptions(const SqlSettings& settings)
{
    // A row that is found but has the values already counts as updated.
    QStringList options{u"CLIENT_FOUND_ROWS=1"_s,
                        u"MYSQL_OPT_CONNECT_TIMEOUT="_s + seconds(settings.connectLimit),
                        u"MYSQL_OPT_READ_TIMEOUT="_s + seconds(settings.queryLimit + settings.lockLimit),
                        u"MYSQL_OPT_WRITE_TIMEOUT="_s + seconds(settings.queryLimit)};
    if (settings.host.startsWith(u'/')) options += u"UNIX_SOCKET="_s + settings.host;
    // The driver encrypts as soon as one of these is given; whether it did is checked after connecting.
    if (settings.encrypted()) options += u"SSL_CIPHER=DEFAULT"_s;
    if (settings.encrypted() && !settings.certificate.isEmpty())
        options += u"SSL_CA="_s + settings.certificate;
    return options;
}

/// Braced where the value could be taken for something else: not every driver takes braces everywhere.
QString braced(QString value)
{
    static const QRegularExpression special(u"[;{}\\[\\]()?*=!@,\\s]"_s);
    if (!value.contains(special)) return value;
    return u'{' + value.replace(u'}', u"}}"_s) + u'}';
}

QString odbcString(const SqlSettings& settings, const Secret& password)
{
    QStringList parts;
    if (!settings.odbcSource.isEmpty()) parts += u"DSN="_s + settings.odbcSource;
    if (!settings.odbcDriver.isEmpty()) {
        parts += u"DRIVER="_s + braced(settings.odbcDriver);
        if (!settings.host.isEmpty()) {
            const bool microsoft = settings.odbcDriver.contains(u"SQL Server"_s, Qt::CaseInsensitive);
            const bool port = settings.port > 0;
            parts +=
                u"SERVER="_s + settings.host + (port && microsoft ? u",%1"_s.arg(settings.port) : QString());
            if (port && !microsoft) parts += u"PORT="_s + QString::number(settings.port);
        }
    }
    if (!settings.database.isEmpty()) parts += u"DATABASE="_s + braced(settings.database);
    if (!settings.connectionString.isEmpty()) parts += settings.connectionString;
    if (!settings.user.isEmpty()) parts += u"UID="_s + settings.user;
    if (!password.isEmpty()) parts += u"PWD="_s + braced(QString::fromUtf8(password.reveal()));
    return parts.join(u';');
}

SqlDialectId dialectOf(SqlKind kind, const QSqlDatabase& connection)
{
    switch (kind) {
    case SqlKind::Postgres:
        return SqlDialectId::Postgres;
    case SqlKind::MySql:
        return SqlDialectId::MySql;
    case SqlKind::Sqlite:
        return SqlDialectId::Sqlite;
    case SqlKind::Odbc:
        break;
    }
    switch (connection.driver()->dbmsType()) {
    case QSqlDriver::PostgreSQL:
        return SqlDialectId::Postgres;
    case QSqlDriver::MySqlServer:
        return SqlDialectId::MySql;
    case QSqlDriver::SQLite:
        return SqlDialectId::Sqlite;
    default:
        return SqlDialectId::SqlServer;
    }
}

QVariant bound(const QVariant& value)
{
    return value.isValid() ? value : QVariant(QMetaType(QMetaType::QString));
}

Result<void> checkFile(const SqlSettings& settings)
{
    if (settings.kind != SqlKind::Sqlite) return {};
    const QFileInfo file(settings.file);
    if (file.isFile() && file.isReadable()) return {};
    return fail(ErrorKind::BadConfig, u"sql.file"_s, u"no readable file: "_s + settings.file,
                {settings.file});
}

} // namespace

bool SqlRow::flag(int column) const
{
    const QString said = text(column);
    return said == u"t" || said == u"true" || said == u"1" ||
           said.compare(u"YES"_s, Qt::CaseInsensitive) == 0;
}

SqlAddress sqlAddress(const SqlSettings& settings, const Secret& password)
{
    switch (settings.kind) {
    case SqlKind::Postgres:
        return {u"QPSQL"_s, settings.database, postgresOptions(settings).join(u';')};
    case SqlKind::MySql:
        return {u"QMYSQL"_s, settings.database, mysqlOptions(settings).join(u';')};
    case SqlKind::Sqlite: {
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(settings.lockLimit.count() * 1000);
        if (settings.readOnly) options += u";QSQLITE_OPEN_READONLY"_s;
        return {u"QSQLITE"_s, settings.file, options};
    }
    case SqlKind::Odbc:
        return {
            u"QODBC"_s, odbcString(settings, password),
            u"SQL_ATTR_LOGIN_TIMEOUT=%1;SQL_ATTR_CONNECTION_TIMEOUT=%2"_s.arg(settings.connectLimit.count())
                .arg(settings.queryLimit.count())};
    }
    return {};
}

SqlSession::SqlSession(SqlSettings settings)
    : m_settings(std::move(settings))
{
}

SqlSession::~SqlSession()
{
    const QString name = m_connection.connectionName();
    m_running.reset();
    m_last.reset();
    m_statements.clear();
    m_connection.close();
    m_connection = QSqlDatabase();
    if (!name.isEmpty()) QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<SqlSession>> SqlSession::open(const SqlSettings& settings, const Secret& password)
{
    if (auto file = checkFile(settings); !file) return fail(file.error());
    std::unique_ptr<SqlSession> session(new SqlSession(settings));
    if (auto connected = session->connect(password); !connected) return fail(connected.error());
    if (auto ready = session->setUp(); !ready) {
        Error fault = ready.error();
        fault.facts = session->place();
        return fail(std::move(fault));
    }
    return session;
}

Result<void> SqlSession::connect(const Secret& password)
{
    static std::atomic<quint64> counter{0};
    const SqlAddress address = sqlAddress(m_settings, password);
    if (!QSqlDatabase::isDriverAvailable(address.driver))
        return fail(ErrorKind::BadConfig, u"sql.no-driver"_s, u"no driver "_s + address.driver,
                    {address.driver});
    m_connection = QSqlDatabase::addDatabase(address.driver, u"tieout-sql-%1"_s.arg(++counter));
    m_connection.setDatabaseName(address.database);
    m_connection.setConnectOptions(address.options);
    m_connection.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (m_settings.kind == SqlKind::Postgres || m_settings.kind == SqlKind::MySql) {
        const bool mysqlSocket = m_settings.kind == SqlKind::MySql && m_settings.host.startsWith(u'/');
        m_connection.setHostName(mysqlSocket ? u"localhost"_s : m_settings.host);
        m_connection.setUserName(m_settings.user);
        m_connection.setPassword(QString::fromUtf8(password.reveal()));
        if (m_settings.port > 0) m_connection.setPort(m_settings.port);
    }
    const bool opened = m_connection.open();
    // The dialect of an ODBC connection is known once it is open.
    m_dialect = SqlDialect::make(dialectOf(m_settings.kind, m_connection));
    if (opened) return {};
    Error fault = sqlConnectFault(m_dialect->id(), m_connection.lastError());
    fault.facts = place();
    return fail(std::move(fault));
}

QStringList SqlSession::place() const
{
    const QString computer = m_settings.kind == SqlKind::Sqlite ? m_settings.file
                             : m_settings.host.isEmpty()        ? m_settings.odbcSource
                                                                : m_settings.host;
    return {computer, m_settings.database, m_settings.user};
}

Result<void> SqlSession::setUp()
{
    for (const QString& statement : m_dialect->sessionSetup(m_settings)) {
        // Older servers lack one or the other limit; the watch over the connection is there in any case.
        const bool optional = statement.startsWith(u'?');
        const auto done = execute(optional ? statement.mid(1) : statement);
        if (!done && !optional) return fail(done.error());
    }
    QString version;
    const auto asked = query(m_dialect->versionQuery(), {}, [&](const SqlRow& row) {
        version = row.text(0);
        return false;
    });
    if (!asked) return fail(asked.error());
    m_product = m_dialect->productName(version);
    return checkEncrypted();
}

Result<void> SqlSession::checkEncrypted()
{
    const QString question = m_dialect->encryptionQuery();
    if (!m_settings.encrypted() || question.isEmpty()) return {};
    bool encrypted = false;
    const auto asked = query(question, {}, [&](const SqlRow& row) {
        encrypted = !row.text(0).isEmpty() && row.text(0) != u"0" && row.text(0) != u"FALSE";
        return false;
    });
    if (asked && encrypted) return {};
    return fail(ErrorKind::BadConfig, u"sql.tls"_s, u"the connection is not encrypted"_s, place());
}

bool SqlSession::buffersAnswers() const
{
    return m_settings.kind == SqlKind::MySql || m_settings.kind == SqlKind::Odbc;
}

Error SqlSession::faultOf(const QSqlError& error, const QString& sql)
{
    Error fault = sqlFault(m_dialect->id(), error);
    if (fault.code == u"sql.statement") {
        fault.text += u" | "_s + sql.left(300);
        // Words that no rule knows: does the connection still answer?
        if (!m_pinging && !alive()) {
            fault.kind = ErrorKind::Retry;
            fault.code = u"sql.lost"_s;
        }
    }
    return fault;
}

Result<QSqlQuery*> SqlSession::run(const QString& sql, const QVariantList& values)
{
    if (m_running) m_running->finish();
    m_running.reset();
    m_lastSql = sql;
    if (m_pulse) ++*m_pulse;
    auto known = m_statements.value(sql);
    if (!known) {
        known = std::make_shared<QSqlQuery>(m_connection);
        known->setForwardOnly(true);
        known->setNumericalPrecisionPolicy(QSql::HighPrecision);
        if (!values.isEmpty()) {
            if (!known->prepare(sql)) return fail(faultOf(known->lastError(), sql));
            if (m_statements.size() >= kMostStatements) m_statements.clear();
            m_statements.insert(sql, known);
        }
    }
    for (int i = 0; i < values.size(); ++i)
        known->bindValue(i, bound(values[i]));
    m_last = known;
    if (values.isEmpty() ? known->exec(sql) : known->exec()) return known.get();
    const QSqlError error = known->lastError();
    known->finish();
    return fail(faultOf(error, sql));
}

Result<qint64> SqlSession::execute(const QString& sql, const QVariantList& values)
{
    const auto done = run(sql, values);
    if (!done) return fail(done.error());
    const qint64 rows = (*done)->numRowsAffected();
    // A finished statement does not tell any more; PostgreSQL would be asked with a statement of its own.
    if (!m_dialect->takesArrays()) m_lastInsertId = (*done)->lastInsertId().toLongLong();
    (*done)->finish();
    return rows;
}

Result<void> SqlSession::query(const QString& sql, const QVariantList& values, const RowReader& row)
{
    const auto started = run(sql, values);
    if (!started) return fail(started.error());
    QSqlQuery& answer = **started;
    const SqlRow reader(answer);
    bool enough = false;
    while (!enough && answer.next())
        enough = !row(reader);
    const QSqlError error = answer.lastError();
    answer.finish();
    if (!enough && error.isValid()) return fail(faultOf(error, sql));
    return {};
}

Result<void> SqlSession::start(const QString& sql, const QVariantList& values)
{
    const auto started = run(sql, values);
    if (!started) return fail(started.error());
    m_running = m_last;
    return {};
}

Result<bool> SqlSession::take(int most, const RowReader& row)
{
    if (!m_running) return fail(ErrorKind::Retry, u"sql.lost"_s, u"the reading ended with its connection"_s);
    const SqlRow reader(*m_running);
    for (int taken = 0; taken < most; ++taken) {
        if (!m_running->next()) {
            const QSqlError error = m_running->lastError();
            m_running.reset();
            if (error.isValid()) return fail(faultOf(error, m_lastSql));
            return false;
        }
        if (!row(reader)) break;
    }
    return true;
}

qint64 SqlSession::lastInsertId() const
{
    return m_lastInsertId;
}

Result<void> SqlSession::begin()
{
    for (const QString& statement : m_dialect->beginStatements()) {
        if (auto done = execute(statement); !done) return fail(done.error());
    }
    return {};
}

Result<void> SqlSession::commit()
{
    if (auto done = execute(m_dialect->commitStatement()); !done) return fail(done.error());
    return {};
}

void SqlSession::rollback()
{
    // A connection that is gone has undone it already.
    const auto undone = execute(u"ROLLBACK"_s);
    Q_UNUSED(undone)
}

bool SqlSession::alive()
{
    m_pinging = true;
    const auto answered = query(m_dialect->pingQuery(), {}, [](const SqlRow&) { return true; });
    m_pinging = false;
    // PostgreSQL takes nothing more in a transaction that met an error, but it is there.
    return answered || answered.error().text.contains(u"transaction is aborted"_s);
}

void SqlSession::forgetStatements()
{
    m_statements.clear();
}

} // namespace tieout::connectors
