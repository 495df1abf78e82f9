#include "store/connector.h"

#include "store/databaseimpl.h"
#include "store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

/// How long a statement waits for another program's commit.
constexpr int kBusyTimeoutMs = 3000;

tl::unexpected<Error> refused(const QString& code, const QString& text, const QStringList& facts = {})
{
    return fail(ErrorKind::LocalFault, code, text, facts);
}

/// Looks where the file is, never into it: on POSIX systems a program that closes a file loses every lock it
/// has on it, those of its open connections too. Another program would then fold the log into the file and
/// remove it, and what is written afterwards would be lost.
Result<void> checkPlace(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir()) return refused(u"store.open"_s, u"a folder, not a file: "_s + path, {path});
    if (!QFileInfo(info.absolutePath()).isDir())
        return refused(u"store.open"_s, u"no such folder: "_s + info.absolutePath(), {path});
    return {};
}

/// Only of a file that the driver has refused.
bool hasDatabaseHeader(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArrayLiteral("SQLite format 3\0");
}

bool writablePlace(const QString& path)
{
    const QFileInfo info(path);
    return QFileInfo(info.absolutePath()).isWritable() && (!info.exists() || info.isWritable());
}

Result<qint64> number(Database& database, const QString& sql)
{
    qint64 value = 0;
    auto read = database.query(sql, {}, [&value](const Database::Row& row) {
        value = row.integer(0);
        return false;
    });
    if (!read) return fail(std::move(read.error()));
    return value;
}

/// Ours, or empty: reading it also shows whether it can be read at all.
Result<void> checkIdentity(Database& database, const QString& path)
{
    const auto mark = number(database, u"PRAGMA application_id"_s);
    if (!mark && mark.error().code == "store.damaged"_L1 && !hasDatabaseHeader(path))
        return refused(u"store.not-a-workspace"_s, u"no database header: "_s + path, {path});
    if (!mark) return fail(mark.error());
    const auto tables = number(database, u"SELECT COUNT(*) FROM sqlite_master"_s);
    if (!tables) return fail(tables.error());
    if (*mark == kApplicationId || (*mark == 0 && *tables == 0)) return {};
    return refused(u"store.not-a-workspace"_s, u"another program's database: "_s + path, {path});
}

Result<void> configure(Database& database, const QStringList& pragmas)
{
    for (const QString& pragma : pragmas) {
        auto done = database.query(pragma, {}, [](const Database::Row&) { return true; });
        if (!done) return done;
    }
    return {};
}

QString busyOption()
{
    return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs);
}

/// A write-ahead log cannot be opened where its side files cannot be made, unless nothing is in it: then the
/// file itself is complete.
std::pair<QString, QString> readingName(const QString& path)
{
    const bool complete = !QFileInfo::exists(path + u"-wal"_s);
    if (writablePlace(path) || !complete) return {path, u"QSQLITE_OPEN_READONLY;"_s + busyOption()};
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(u"immutable=1"_s);
    return {url.toString(QUrl::FullyEncoded), u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;"_s + busyOption()};
}

} // namespace

Result<std::unique_ptr<Database>> Connector::connect(const QString& name, const QString& options,
                                                     std::shared_ptr<StatementProbe> probe)
{
    static std::atomic<quint64> counter{0};
    const QString connectionName = u"tieout-store-%1"_s.arg(++counter);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName);
    connection.setDatabaseName(name);
    connection.setConnectOptions(options);
    const bool opened = connection.open();
    const QSqlError error = connection.lastError();
    auto impl = std::make_unique<Database::Impl>(connection, std::move(probe));
    connection = QSqlDatabase(); // the last handle is the one that closes
    if (opened) return std::unique_ptr<Database>(new Database(std::move(impl)));
    Error reason = sqlError(error, u"open"_s);
    if (reason.code == u"store.statement"_s) reason.code = u"store.open"_s;
    return fail(std::move(reason));
}

Result<std::unique_ptr<Database>> Connector::openForWriting(const QString& path, Durability durability,
                                                            std::shared_ptr<StatementProbe> probe)
{
    if (auto checked = checkPlace(path); !checked) return fail(std::move(checked.error()));
    if (!writablePlace(path))
        return refused(u"store.read-only"_s, u"the file or its folder cannot be written: "_s + path, {path});
    auto database = connect(path, busyOption(), std::move(probe));
    if (!database) return database;
    Database& opened = **database;
    if (auto ours = checkIdentity(opened, path); !ours) return fail(std::move(ours.error()));
    const QString synchronous = durability == Durability::Disk ? u"FULL"_s : u"OFF"_s;
    auto configured =
        configure(opened, {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = "_s + synchronous,
                           u"PRAGMA foreign_keys = ON"_s, u"PRAGMA wal_autocheckpoint = 10000"_s,
                           u"PRAGMA journal_size_limit = 67108864"_s, u"PRAGMA cache_size = -8000"_s,
                           u"PRAGMA temp_store = MEMORY"_s});
    if (!configured) return fail(std::move(configured.error()));
    const auto steps = schemaSteps();
    if (!steps) return fail(steps.error());
    if (auto current = bringUpToDate(opened, *steps, path); !current) return fail(std::move(current.error()));
    return database;
}

Result<std::unique_ptr<Database>> Connector::openForReading(const QString& path,
                                                            std::shared_ptr<StatementProbe> probe)
{
    if (auto checked = checkPlace(path); !checked) return fail(std::move(checked.error()));
    const auto [name, options] = readingName(path);
    auto database = connect(name, options, std::move(probe));
    if (!database) return database;
    Database& opened = **database;
    if (auto ours = checkIdentity(opened, path); !ours) return fail(std::move(ours.error()));
    auto configured = configure(opened, {u"PRAGMA query_only = ON"_s, u"PRAGMA cache_size = -2000"_s,
                                         u"PRAGMA temp_store = MEMORY"_s});
    if (!configured) return fail(std::move(configured.error()));
    const auto steps = schemaSteps();
    if (!steps) return fail(steps.error());
    if (auto current = checkVersion(opened, *steps); !current) return fail(std::move(current.error()));
    return database;
}

} // namespace tieout::store
