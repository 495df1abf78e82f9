#include "support/databaseservers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

namespace tieout::support {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 60'000;
const QString kUser = u"tieout"_s;
const QString kDatabase = u"books"_s;

/// The newest server's programs: Debian keeps them outside the path.
QString postgresFolder()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(found.begin(), found.end(),
              [](const QString& a, const QString& b) { return a.toInt() > b.toInt(); });
    for (const QString& version : found) {
        const QString folder = versions.filePath(version + u"/bin"_s);
        if (QFileInfo(folder + u"/postgres"_s).isExecutable()) return folder;
    }
    const QString onPath = QStandardPaths::findExecutable(u"postgres"_s);
    return onPath.isEmpty() ? QString() : QFileInfo(onPath).path();
}

QString programAt(const QString& name)
{
    return QStandardPaths::findExecutable(
        name, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s});
}

bool isRoot()
{
    return qEnvironmentVariable("USER") == u"root" || QFileInfo(u"/root"_s).isReadable();
}

int freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) qFatal("no free port on loopback");
    return server.serverPort();
}

} // namespace

DatabaseServer::DatabaseServer(QString kind, QString owner, QStringList options)
    : m_kind(std::move(kind))
    , m_owner(isRoot() ? std::move(owner) : QString())
    , m_options(std::move(options))
{
}

DatabaseServer::~DatabaseServer()
{
    if (m_process) {
        m_process->closeWriteChannel(); // its keeper ends it
        if (!m_process->waitForFinished(10'000)) m_process->kill();
        m_process->waitForFinished(5'000);
    }
    if (!m_folder.isEmpty()) QDir(m_folder).removeRecursively();
}

QHash<QString, QString> DatabaseServer::settings() const
{
    return {{u"kind"_s, m_kind},
            {u"host"_s, u"127.0.0.1"_s},
            {u"port"_s, QString::number(m_port)},
            {u"database"_s, kDatabase},
            {u"user"_s, kUser}};
}

QStringList DatabaseServer::asOwner(const QStringList& command) const
{
    if (m_owner.isEmpty()) return command;
    return QStringList{u"runuser"_s, u"-u"_s, m_owner, u"--"_s} + command;
}

QByteArray DatabaseServer::run(const QStringList& command, const QByteArray& input) const
{
    QStringList whole = asOwner(command);
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = whole.takeFirst();
    process.start(program, whole);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kStartMs);
    const QByteArray said = process.readAll();
    if (!ended || process.exitCode() != 0) qFatal("%s: %s", qPrintable(command.join(u' ')), said.constData());
    return said;
}

bool DatabaseServer::succeeds(const QStringList& command) const
{
    QStringList whole = command;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(whole.takeFirst(), whole);
    return process.waitForFinished(10'000) && process.exitCode() == 0;
}

void DatabaseServer::makeFolder()
{
    m_folder =
        QString::fromUtf8(run({u"mktemp"_s, u"-d"_s, QDir::tempPath() + u"/tieout-db-XXXXXX"_s})).trimmed();
    m_port = freePort();
}

void DatabaseServer::makeCertificate() const
{
    // The folder is the owner's alone; the certificate is for everyone.
    run({u"openssl"_s, u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
         u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s,
         u"-keyout"_s, privateKey(), u"-out"_s, certificate()});
}

void DatabaseServer::start()
{
    // The keeper ends the server when its input closes: with this object, or with a program that crashed.
    const QString keeper = u"\"$@\" & p=$!; echo $p; cat >/dev/null; kill -%1 $p 2>/dev/null; wait $p"_s;
    QStringList command =
        asOwner(QStringList{u"sh"_s, u"-c"_s, keeper.arg(crashSignal()), u"sh"_s} + serverCommand());
    m_process = std::make_unique<QProcess>();
    m_process->setWorkingDirectory(u"/"_s);
    m_process->setStandardErrorFile(m_folder + u"/server.log"_s, QIODevice::Append);
    const QString program = command.takeFirst();
    m_process->start(program, command);
    QElapsedTimer since;
    since.start();
    while (!m_process->canReadLine() && since.elapsed() < kStartMs)
        m_process->waitForReadyRead(100);
    m_pid = m_process->readLine().trimmed().toLongLong();
    while (since.elapsed() < kStartMs) {
        if (answers()) return;
        m_process->waitForFinished(30);
    }
    QFile log(m_folder + u"/server.log"_s);
    const bool readable = log.open(QIODevice::ReadOnly);
    qFatal("%s did not start: %s", qPrintable(m_kind), readable ? log.readAll().constData() : "");
}

void DatabaseServer::signalServer(const QString& signal) const
{
    run({u"kill"_s, u"-"_s + signal, QString::number(m_pid)});
}

void DatabaseServer::crash()
{
    signalServer(crashSignal());
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(20'000)) qFatal("%s did not end", qPrintable(m_kind));
}

void DatabaseServer::restart()
{
    if (m_process->state() != QProcess::NotRunning) crash();
    start();
}

void DatabaseServer::freeze()
{
    signalServer(u"STOP"_s);
    // PostgreSQL serves each connection by a process of its own.
    run({u"sh"_s, u"-c"_s, u"for c in $(ps -o pid= --ppid %1); do kill -STOP $c; done"_s.arg(m_pid)});
}

void DatabaseServer::thaw()
{
    run({u"sh"_s, u"-c"_s, u"for c in $(ps -o pid= --ppid %1); do kill -CONT $c; done"_s.arg(m_pid)});
    signalServer(u"CONT"_s);
}

// PostgreSQL

QString PostgresServer::unavailable()
{
    if (!postgresFolder().isEmpty()) return {};
    return u"PostgreSQL's server is not installed on this computer (package \"postgresql\")."_s;
}

PostgresServer::PostgresServer(QStringList options, Encryption encryption)
    : DatabaseServer(u"postgresql"_s, u"postgres"_s, std::move(options))
{
    makeFolder();
    if (encryption == Encryption::On) {
        makeCertificate();
        m_options += {u"-c"_s, u"ssl=on"_s,
                      u"-c"_s, u"ssl_cert_file="_s + certificate(),
                      u"-c"_s, u"ssl_key_file="_s + privateKey()};
    }
    create();
    start();
    const QString folder = postgresFolder();
    qputenv("PGPASSWORD", password());
    run({folder + u"/createdb"_s, u"-h"_s, m_folder, u"-p"_s, QString::number(m_port), u"-U"_s, kUser,
         kDatabase});
    qunsetenv("PGPASSWORD");
}

PostgresServer::~PostgresServer() = default;

QHash<QString, QString> PostgresServer::socketSettings() const
{
    auto found = settings();
    found.insert(u"host"_s, m_folder);
    return found;
}

void PostgresServer::create()
{
    run({u"sh"_s, u"-c"_s, u"umask 077; cat > \"$1\""_s, u"sh"_s, m_folder + u"/password"_s}, password());
    run({postgresFolder() + u"/initdb"_s, u"-D"_s, m_folder + u"/data"_s, u"-U"_s, kUser,
         u"--pwfile="_s + m_folder + u"/password"_s, u"--auth=scram-sha-256"_s, u"-E"_s, u"UTF8"_s,
         u"--locale=C.UTF-8"_s, u"--no-sync"_s, u"--no-instructions"_s});
}

QStringList PostgresServer::serverCommand() const
{
    QStringList command{postgresFolder() + u"/postgres"_s,
                        u"-D"_s,
                        m_folder + u"/data"_s,
                        u"-k"_s,
                        m_folder,
                        u"-p"_s,
                        QString::number(m_port),
                        u"-c"_s,
                        u"listen_addresses=127.0.0.1"_s,
                        u"-c"_s,
                        u"shared_buffers=64MB"_s,
                        u"-c"_s,
                        u"max_connections=30"_s,
                        u"-c"_s,
                        u"fsync=off"_s}; // what a crash of the machine would leave is of no concern
    return command + m_options;
}

bool PostgresServer::answers() const
{
    return succeeds(
        {postgresFolder() + u"/pg_isready"_s, u"-q"_s, u"-h"_s, m_folder, u"-p"_s, QString::number(m_port)});
}

// MariaDB

QString MariaServer::unavailable()
{
    if (!programAt(u"mariadbd"_s).isEmpty() && !programAt(u"mariadb-install-db"_s).isEmpty()) return {};
    return u"MariaDB's server is not installed on this computer (package \"mariadb-server\")."_s;
}

MariaServer::MariaServer(QStringList options, Encryption encryption)
    : DatabaseServer(u"mysql"_s, u"mysql"_s, std::move(options))
{
    makeFolder();
    if (encryption == Encryption::On) {
        makeCertificate();
        m_options += {u"--ssl-cert="_s + certificate(), u"--ssl-key="_s + privateKey()};
    }
    create();
    start();
}

MariaServer::~MariaServer() = default;

QHash<QString, QString> MariaServer::socketSettings() const
{
    auto found = settings();
    found.insert(u"host"_s, m_folder + u"/socket"_s);
    return found;
}

void MariaServer::create()
{
    run({programAt(u"mariadb-install-db"_s), u"--no-defaults"_s, u"--datadir="_s + m_folder + u"/data"_s,
         u"--auth-root-authentication-method=normal"_s, u"--skip-test-db"_s, u"--skip-log-bin"_s});
    QByteArray quoted = password();
    quoted.replace("\\", "\\\\").replace("'", "\\'");
    const QByteArray user = kUser.toUtf8();
    QByteArray sql = "CREATE DATABASE IF NOT EXISTS " + kDatabase.toUtf8() + " CHARACTER SET utf8mb4;\n";
    for (const char* host : {"localhost", "127.0.0.1", "%"}) {
        const QByteArray account = '\'' + user + "'@'" + host + '\'';
        sql += "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + quoted + "';\n";
        sql += "GRANT ALL PRIVILEGES ON *.* TO " + account + " WITH GRANT OPTION;\n";
    }
    run({u"sh"_s, u"-c"_s, u"cat > \"$1\""_s, u"sh"_s, m_folder + u"/init.sql"_s}, sql);
}

QStringList MariaServer::serverCommand() const
{
    QStringList command{programAt(u"mariadbd"_s),
                        u"--no-defaults"_s,
                        u"--datadir="_s + m_folder + u"/data"_s,
                        u"--socket="_s + m_folder + u"/socket"_s,
                        u"--pid-file="_s + m_folder + u"/pid"_s,
                        u"--port="_s + QString::number(m_port),
                        u"--bind-address=127.0.0.1"_s,
                        u"--skip-name-resolve"_s,
                        u"--character-set-server=utf8mb4"_s,
                        u"--innodb-buffer-pool-size=64M"_s,
                        u"--init-file="_s + m_folder + u"/init.sql"_s};
    return command + m_options;
}

bool MariaServer::answers() const
{
    const QString admin = programAt(u"mariadb-admin"_s);
    return succeeds(
        {admin, u"--no-defaults"_s, u"--socket="_s + m_folder + u"/socket"_s, u"-u"_s, u"root"_s, u"ping"_s});
}

QString odbcUnavailable()
{
    QFile drivers(u"/etc/odbcinst.ini"_s);
    if (drivers.open(QIODevice::ReadOnly) && drivers.readAll().contains("[PostgreSQL Unicode]")) return {};
    return u"The ODBC driver for PostgreSQL is not installed on this computer (package \"odbc-postgresql\")."_s;
}

} // namespace tieout::support
