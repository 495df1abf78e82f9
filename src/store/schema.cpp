#include "store/schema.h"

#include "store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

static void initialiseStoreResources()
{
    Q_INIT_RESOURCE(store); // a static library's resources are dropped by the linker otherwise
}

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

Result<int> versionOf(Database& database)
{
    int version = 0;
    auto read = database.query(u"PRAGMA user_version"_s, {}, [&version](const Database::Row& row) {
        version = int(row.integer(0));
        return false;
    });
    if (!read) return fail(std::move(read.error()));
    return version;
}

QStringList versions(int theirs, int ours)
{
    return {QString::number(theirs), QString::number(ours)};
}

tl::unexpected<Error> newer(int theirs, int ours)
{
    return fail(ErrorKind::LocalFault, u"store.newer"_s,
                u"schema version %1, this program knows %2"_s.arg(theirs).arg(ours), versions(theirs, ours));
}

/// Reads every page: a damaged file is not to be changed.
Result<void> checkIntegrity(Database& database)
{
    QString verdict;
    auto read = database.query(u"PRAGMA quick_check(1)"_s, {}, [&verdict](const Database::Row& row) {
        verdict = row.text(0);
        return false;
    });
    if (!read) return read;
    if (verdict != u"ok"_s) return fail(ErrorKind::LocalFault, u"store.damaged"_s, verdict);
    return {};
}

Result<void> backUp(Database& database, const QString& path, int version)
{
    const QString name = u"%1.v%2.backup"_s.arg(path).arg(version);
    const QString fresh = name + u".new"_s;
    QFile::remove(fresh);
    if (auto copied = database.execute(u"VACUUM INTO ?"_s, {fresh}); !copied)
        return fail(std::move(copied.error()));
    QFile::remove(name);
    if (!QFile::rename(fresh, name))
        return fail(ErrorKind::LocalFault, u"store.read-only"_s, u"cannot write "_s + name, {name});
    return {};
}

Result<void> runStep(Database& database, const SchemaStep& step)
{
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction) return fail(std::move(transaction.error()));
    const auto version = versionOf(database);
    if (!version) return fail(version.error());
    if (*version >= step.number) // another program was faster
        return {};
    for (const QString& statement : step.statements) {
        if (auto done = database.execute(statement); !done) return fail(std::move(done.error()));
    }
    const QStringList marks{u"PRAGMA application_id = %1"_s.arg(kApplicationId),
                            u"PRAGMA user_version = %1"_s.arg(step.number)};
    for (const QString& mark : marks) {
        if (auto done = database.execute(mark); !done) return fail(std::move(done.error()));
    }
    return (*transaction)->commit();
}

} // namespace

QStringList splitStatements(const QString& sql)
{
    QStringList statements;
    QString current;
    for (const QString& line : sql.split(u'\n')) {
        const QString code = line.section(u"--"_s, 0, 0).trimmed();
        if (code.isEmpty()) continue;
        current += (current.isEmpty() ? QString() : u"\n"_s) + code;
        const bool trigger = current.startsWith(u"CREATE TRIGGER"_s);
        if (trigger ? code == u"END;"_s : code.endsWith(u';')) {
            current.chop(1);
            statements.append(std::exchange(current, QString()));
        }
    }
    if (!current.isEmpty()) statements.append(current);
    return statements;
}

Result<QList<SchemaStep>> schemaSteps()
{
    initialiseStoreResources();
    QList<SchemaStep> steps;
    const QDir folder(u":/store/schema"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const int number = name.section(u'_', 0, 0).toInt();
        if (number != steps.size() + 1 || !file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Bug, u"store.schema"_s, u"unexpected schema step "_s + name);
        SchemaStep step;
        step.number = number;
        step.name = QFileInfo(name).completeBaseName();
        step.statements = splitStatements(QString::fromUtf8(file.readAll()));
        steps.append(step);
    }
    if (steps.isEmpty()) return fail(ErrorKind::Bug, u"store.schema"_s, u"no schema steps in the program"_s);
    return steps;
}

Result<void> bringUpToDate(Database& database, const QList<SchemaStep>& steps, const QString& path)
{
    const auto version = versionOf(database);
    if (!version) return fail(version.error());
    const int ours = int(steps.size());
    if (*version > ours) return newer(*version, ours);
    if (*version == ours) return {};
    if (*version > 0) {
        if (auto sound = checkIntegrity(database); !sound) return sound;
        if (auto copied = backUp(database, path, *version); !copied) return copied;
    }
    for (const SchemaStep& step : steps.mid(*version)) {
        if (auto done = runStep(database, step); !done) return done;
    }
    return {};
}

Result<void> checkVersion(Database& database, const QList<SchemaStep>& steps)
{
    const auto version = versionOf(database);
    if (!version) return fail(version.error());
    const int ours = int(steps.size());
    if (*version > ours) return newer(*version, ours);
    if (*version < ours)
        return fail(ErrorKind::LocalFault, u"store.older"_s,
                    u"schema version %1, this program needs %2"_s.arg(*version).arg(ours),
                    versions(*version, ours));
    return {};
}

} // namespace tieout::store
