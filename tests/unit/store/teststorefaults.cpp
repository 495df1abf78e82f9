#include "store/repositories.h"
#include "store/store.h"
#include "support/tempworkspace.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

using Store = store::Store;

const QString kFlow = u"deals"_s;
constexpr auto kDieArgument = "--write-and-die";

model::Link link(const QString& sourceId)
{
    model::Link made;
    made.flow = kFlow;
    made.sourceId = sourceId;
    made.targetId = u"t-"_s + sourceId;
    return made;
}

JournalBatch batch(const QStringList& sourceIds)
{
    JournalBatch made;
    made.run = 1;
    made.flow = kFlow;
    for (const QString& id : sourceIds) {
        JournalRow row;
        row.sourceId = id;
        made.rows.append(row);
    }
    return made;
}

RunRecord record(int sequence, const QString& sourceId)
{
    RunRecord made;
    made.run = 1;
    made.sequence = sequence;
    made.flow = kFlow;
    made.sourceId = sourceId;
    return made;
}

model::Problem problem(const QString& sourceId)
{
    model::Problem made;
    made.flow = kFlow;
    made.sourceId = sourceId;
    made.causeKey = u"cause"_s;
    return made;
}

/// What a run does when a batch was answered: everything about it, the cursor last.
Result<bool> confirm(Database& database, qint64 batch)
{
    const QList<JournalState> states{JournalState::Written, JournalState::Rejected};
    if (auto done = JournalRepository(database).settle(batch, states); !done) return fail(done.error());
    if (auto done = LinkRepository(database).save({link(u"a"_s)}); !done) return fail(done.error());
    TargetIndexRow row;
    row.id = u"t-a"_s;
    row.keys = QStringList{u"0\x1fkey"_s};
    if (auto done = TargetIndexRepository(database).save(u"x"_s, u"Invoices"_s, {row}); !done)
        return fail(done.error());
    if (auto done = RunRepository(database).addRecords({record(0, u"a"_s), record(1, u"b"_s)}); !done)
        return fail(done.error());
    ProblemRepository problems(database);
    if (auto done = problems.report({problem(u"b"_s)}); !done) return fail(done.error());
    if (auto done = problems.solve(kFlow, {u"a"_s}, instantFromMs(9)); !done) return fail(done.error());
    if (auto done = CursorRepository(database).set(kFlow, u"s"_s, u"Deal"_s, u"cursor-2"_s); !done)
        return fail(done.error());
    return true;
}

/// Everything confirm() touches, as text.
Result<QString> picture(Database& database)
{
    QString lines;
    const QStringList queries{
        u"SELECT open_rows FROM journal_batch ORDER BY id"_s,
        u"SELECT states FROM journal_batch ORDER BY id"_s,
        u"SELECT rows FROM journal_rows ORDER BY batch"_s,
        u"SELECT source_id || '=' || target_id FROM link"_s,
        u"SELECT id || ' ' || keys FROM target_record"_s,
        u"SELECT key FROM target_key"_s,
        u"SELECT id FROM run_record"_s,
        u"SELECT source_id || ':' || state FROM problem"_s,
        u"SELECT COUNT(*) FROM problem_search_docsize"_s,
        u"SELECT position FROM cursor"_s,
        u"SELECT text FROM word"_s,
    };
    for (const QString& sql : queries) {
        lines += sql + u'\n';
        auto read = database.query(sql, {}, [&lines](const Database::Row& row) {
            lines += u"  "_s + row.text(0) + u'\n';
            return true;
        });
        if (!read) return fail(read.error());
    }
    return lines;
}

/// The child process: one durable commit, then the end of the process in the middle of the next.
int writeAndDie(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    auto store = Store::open(QString::fromLocal8Bit(argv[2]), Access::ReadWrite, Threading::Workers);
    if (!store) return 1;
    const auto begun = QCoro::waitFor((*store)->write<qint64>([](Database& database) {
        return JournalRepository(database).begin(batch({u"a"_s, u"b"_s}));
    }));
    if (!begun) return 2;
    const auto never =
        QCoro::waitFor((*store)->write<bool>([id = *begun](Database& database) -> Result<bool> {
            auto done = confirm(database, id);
            std::_Exit(done ? 42 : 3);
            return done;
        }));
    return never ? 4 : 5;
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

  private:
    static QString codeOfOpening(const QString& path, Access access = Access::ReadWrite)
    {
        const auto workers = Store::open(path, access, Threading::Workers);
        const auto inlined = Store::open(path, access, Threading::Inline);
        if (workers.has_value() != inlined.has_value()) return u"differs"_s;
        if (workers) return QString();
        return workers.error().code == inlined.error().code ? workers.error().code : u"differs"_s;
    }
    static bool put(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

  private Q_SLOTS:
    void aFailureAtAnyStatementLeavesNothingHalfWritten()
    {
        int statements = 0;
        for (int failing = 1; failing < 200; ++failing) {
            support::TempWorkspace workspace;
            const auto begun = workspace.write<qint64>([](Database& database) {
                return JournalRepository(database).begin(batch({u"a"_s, u"b"_s}));
            });
            QVERIFY(begun);
            const auto before = workspace.read<QString>(picture);
            int count = 0;
            workspace.store().setStatementProbe([&](const QString&) -> std::optional<Error> {
                if (++count != failing) return std::nullopt;
                Error error;
                error.kind = ErrorKind::LocalFault;
                error.code = u"store.full"_s;
                return error;
            });
            const qint64 id = *begun;
            const auto done =
                workspace.write<bool>([id](Database& database) { return confirm(database, id); });
            workspace.store().setStatementProbe({});
            if (done) {
                statements = count;
                break;
            }
            QCOMPARE(done.error().code, u"store.full"_s);
            QCOMPARE(workspace.read<QString>(picture).value(), before.value());
            // And the same work succeeds afterwards.
            QVERIFY(workspace.write<bool>([id](Database& database) { return confirm(database, id); }));
            workspace.reopen();
            QVERIFY(workspace.read<QString>(picture).value() != before.value());
        }
        QVERIFY2(statements > 10, qPrintable(QString::number(statements)));
    }

    void aFullDiskFailsTheWriteAndKeepsTheRest()
    {
        support::TempWorkspace workspace;
        QVERIFY(workspace.write<bool>([](Database& database) -> Result<bool> {
            if (auto done = LinkRepository(database).save({link(u"kept"_s)}); !done)
                return fail(done.error());
            auto limited =
                database.query(u"PRAGMA max_page_count = 1"_s, {}, [](const Database::Row&) { return true; });
            return limited.has_value();
        }));
        const auto full = workspace.write<bool>([](Database& database) -> Result<bool> {
            for (int i = 0; i < 10000; ++i) {
                if (auto done = LinkRepository(database).save({link(QString::number(i).repeated(20))}); !done)
                    return fail(done.error());
            }
            return true;
        });
        QCOMPARE(full.error().code, u"store.full"_s);
        QCOMPARE(full.error().kind, ErrorKind::LocalFault);
        QCOMPARE(workspace.read<qint64>([](Database& d) { return LinkRepository(d).count(kFlow); }).value(),
                 1);
    }

    void aFullDiskFailsOnlyThePiecesOfItsCommit()
    {
        QTemporaryDir folder;
        auto opened = Store::open(folder.filePath(u"w"_s), Access::ReadWrite, Threading::Workers);
        QVERIFY(opened);
        Store& store = **opened;
        QVERIFY(QCoro::waitFor(store.write<bool>([](Database& database) -> Result<bool> {
            return database
                .query(u"PRAGMA max_page_count = 1"_s, {}, [](const Database::Row&) { return true; })
                .has_value();
        })));
        std::function<Result<bool>(Database&)> large = [](Database& database) -> Result<bool> {
            auto done = CursorRepository(database).set(u"f"_s, u"c"_s, u"o"_s, QString(2'000'000, u'x'));
            if (!done) return fail(done.error());
            return true;
        };
        std::vector<Task<Result<bool>>> tasks;
        for (int i = 0; i < 8; ++i)
            tasks.push_back(store.write<bool>(large));
        for (auto& task : tasks)
            QCOMPARE(QCoro::waitFor(task).error().code, u"store.full"_s);
        QVERIFY(QCoro::waitFor(store.write<bool>([](Database&) -> Result<bool> { return true; })));
    }

    void theEndOfTheProcessKeepsCommitsAndNothingElse()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"w.tieout"_s);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(kDieArgument), path});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitCode(), 42);
        auto store = Store::open(path, Access::ReadWrite, Threading::Inline);
        QVERIFY(store);
        const auto open = QCoro::waitFor((*store)->read<QList<JournalBatch>>(
            [](Database& database) { return JournalRepository(database).open(kFlow); }));
        QVERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().rows.size(), 2);
        QCOMPARE(open->first().rows.first().state, JournalState::Sending);
        const auto links = QCoro::waitFor(
            (*store)->read<qint64>([](Database& database) { return LinkRepository(database).count(kFlow); }));
        QCOMPARE(links.value(), 0);
    }

    void aLockedFileIsBusy()
    {
        support::TempWorkspace workspace;
        auto other = Store::open(workspace.path(), Access::ReadWrite, Threading::Inline);
        QVERIFY(other);
        QVERIFY(workspace.write<bool>([](Database& database) -> Result<bool> {
            return database.query(u"PRAGMA busy_timeout = 0"_s, {}, [](const Database::Row&) { return true; })
                .has_value();
        }));
        QString code;
        const auto held = QCoro::waitFor((*other)->write<bool>([&](Database&) -> Result<bool> {
            const auto refused = workspace.write<bool>([](Database& d) -> Result<bool> {
                if (auto done = LinkRepository(d).save({link(u"a"_s)}); !done) return fail(done.error());
                return true;
            });
            code = refused ? QString() : refused.error().code;
            return true;
        }));
        QVERIFY(held);
        QCOMPARE(code, u"store.busy"_s);
        QVERIFY(workspace.write<bool>([](Database&) -> Result<bool> { return true; }));
    }

    void aNewerWorkspaceIsRefusedUntouched()
    {
        support::TempWorkspace workspace;
        const QString path = workspace.path();
        QVERIFY(
            workspace.write<qint64>([](Database& d) { return d.execute(u"PRAGMA user_version = 900"_s); }));
        workspace.close();
        QCOMPARE(codeOfOpening(path), u"store.newer"_s);
        QCOMPARE(codeOfOpening(path, Access::ReadOnly), u"store.newer"_s);
        const auto again = Store::open(path, Access::ReadWrite, Threading::Inline);
        QCOMPARE(again.error().facts.first(), u"900"_s);
    }

    void aFileThatIsNoWorkspaceIsRefusedUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear diary, today I opened a bank account.");
        QTest::newRow("short") << QByteArray("SQLite");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
    }
    void aFileThatIsNoWorkspaceIsRefusedUntouched()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"w"_s);
        QVERIFY(put(path, bytes));
        QCOMPARE(codeOfOpening(path), u"store.not-a-workspace"_s);
        QCOMPARE(codeOfOpening(path, Access::ReadOnly), u"store.not-a-workspace"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        support::TempWorkspace workspace;
        const QString path = workspace.path();
        QVERIFY(
            workspace.write<qint64>([](Database& d) { return d.execute(u"PRAGMA application_id = 7"_s); }));
        workspace.close();
        QCOMPARE(codeOfOpening(path), u"store.not-a-workspace"_s);
    }

    void aDamagedFileIsNamedDamaged_data()
    {
        QTest::addColumn<int>("from");
        QTest::newRow("schema page") << 100;
        QTest::newRow("all but the header") << 4096;
    }
    void aDamagedFileIsNamedDamaged()
    {
        QFETCH(int, from);
        support::TempWorkspace workspace;
        const QString path = workspace.path();
        workspace.close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        QVERIFY(file.write(QByteArray(file.size() - from, '\xa5')) > 0);
        file.close();
        auto opened = Store::open(path, Access::ReadWrite, Threading::Inline);
        QString code = opened ? QString() : opened.error().code;
        if (opened) {
            const auto read = QCoro::waitFor((*opened)->write<bool>([](Database& database) -> Result<bool> {
                if (auto done = LinkRepository(database).save({link(u"a"_s)}); !done)
                    return fail(done.error());
                return true;
            }));
            code = read ? QString() : read.error().code;
        }
        QCOMPARE(code, u"store.damaged"_s);
    }

    void aMissingFolderOrAFolderCannotBeOpened()
    {
        QTemporaryDir folder;
        QCOMPARE(codeOfOpening(folder.filePath(u"missing/w"_s)), u"store.open"_s);
        QCOMPARE(codeOfOpening(folder.path()), u"store.open"_s);
    }

    void aReadOnlyPlaceIsNamedAndCanStillBeRead_data()
    {
        QTest::addColumn<bool>("wholeFolder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void aReadOnlyPlaceIsNamedAndCanStillBeRead()
    {
        QFETCH(bool, wholeFolder);
        support::TempWorkspace workspace;
        QVERIFY(workspace.write<bool>(
            [](Database& d) -> Result<bool> { return LinkRepository(d).save({link(u"a"_s)}).has_value(); }));
        const QString path = workspace.path();
        workspace.close();
        const QString target = wholeFolder ? workspace.folder() : path;
        const auto usual = QFile::permissions(target);
        const auto writing = QFile::WriteOwner | QFile::WriteUser | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(QFile::setPermissions(target, usual & ~writing));
        const auto restore = qScopeGuard([&] { QFile::setPermissions(target, usual); });
        if (QFileInfo(target).isWritable()) QSKIP("permissions do not bind this user");
        QCOMPARE(codeOfOpening(path), u"store.read-only"_s);
        auto reading = Store::open(path, Access::ReadOnly, Threading::Inline);
        QVERIFY(reading);
        QCOMPARE(QCoro::waitFor((*reading)->read<qint64>([](Database& d) {
                     return LinkRepository(d).count(kFlow);
                 })).value(),
                 1);
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], kDieArgument) == 0) return writeAndDie(argc, argv);
    QCoreApplication application(argc, argv);
    TestStoreFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "teststorefaults.moc"
