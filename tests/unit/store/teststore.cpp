#include "store/repositories.h"
#include "store/store.h"
#include "support/tempworkspace.h"

#include <QCoro/QCoroTask>
#include <QEventLoop>
#include <QFileInfo>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

using Store = store::Store;

std::function<Result<bool>(Database&)> lease(const QString& name)
{
    return [name](Database& database) {
        return LeaseRepository(database).take(name, u"me"_s, instantFromMs(1), std::chrono::seconds(60));
    };
}

Result<qint64> countLeases(Database& database)
{
    qint64 count = 0;
    auto read = database.query(u"SELECT COUNT(*) FROM lease"_s, {}, [&count](const Database::Row& row) {
        count = row.integer(0);
        return false;
    });
    if (!read) return fail(read.error());
    return count;
}

Error probed()
{
    Error error;
    error.kind = ErrorKind::LocalFault;
    error.code = u"store.full"_s;
    return error;
}

/// Writes and reads one after the other, as a run does; how often a read did not show its write.
Task<int> writeAndRead(Store* store, QString prefix, int times, QThread* home)
{
    int wrong = 0;
    for (int i = 0; i < times; ++i) {
        const QString name = prefix + QString::number(i);
        const Result<bool> written = co_await store->write<bool>(lease(name));
        if (!written || !*written || QThread::currentThread() != home) ++wrong;
        std::function<Result<QString>(Database&)> look = [name](Database& database) {
            return LeaseRepository(database).holder(name, instantFromMs(2));
        };
        const Result<QString> holder = co_await store->read<QString>(look);
        if (!holder || *holder != u"me"_s || QThread::currentThread() != home) ++wrong;
    }
    co_return wrong;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

  private:
    std::unique_ptr<Store> openWorkers()
    {
        auto opened = Store::open(path(), Access::ReadWrite, Threading::Workers);
        return opened ? std::move(*opened) : nullptr;
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"workspace.tieout"_s); }

    /// Keeps the writer busy until `release`, so that the writes queued meanwhile come together.
    static Task<Result<bool>> hold(Store* store, QSemaphore* started, QSemaphore* release)
    {
        std::function<Result<bool>(Database&)> work = [started, release](Database&) -> Result<bool> {
            started->release();
            release->acquire();
            return true;
        };
        Result<bool> result = co_await store->write<bool>(work);
        co_return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aCommitOfTheProgramWaitsForTheDisk()
    {
        const auto store = openWorkers();
        QVERIFY(store);
        QStringList settings;
        for (const QString& pragma :
             {u"PRAGMA journal_mode"_s, u"PRAGMA synchronous"_s, u"PRAGMA foreign_keys"_s}) {
            const auto done = QCoro::waitFor(store->write<bool>([&](Database& database) -> Result<bool> {
                auto read = database.query(pragma, {}, [&](const Database::Row& row) {
                    settings += row.text(0);
                    return true;
                });
                return read.has_value();
            }));
            QVERIFY(done && *done);
        }
        QCOMPARE(settings, (QStringList{u"wal"_s, u"2"_s, u"1"_s}));
    }

    void aWriteIsSeenByTheNextRead()
    {
        const auto store = openWorkers();
        QCOMPARE(QCoro::waitFor(writeAndRead(store.get(), u"a"_s, 20, QThread::currentThread())), 0);
    }

    void workOfTwoThreadsResumesOnItsOwnThread()
    {
        const auto store = openWorkers();
        int wrongThere = -1;
        std::unique_ptr<QThread> other(QThread::create([&] {
            QEventLoop loop;
            wrongThere = QCoro::waitFor(writeAndRead(store.get(), u"b"_s, 100, QThread::currentThread()));
        }));
        other->start();
        const int wrongHere =
            QCoro::waitFor(writeAndRead(store.get(), u"a"_s, 100, QThread::currentThread()));
        QVERIFY(other->wait());
        QCOMPARE(wrongHere, 0);
        QCOMPARE(wrongThere, 0);
        QCOMPARE(QCoro::waitFor(store->read<qint64>(countLeases)).value(), 200);
    }

    void writesThatWaitTogetherShareOneCommit()
    {
        const auto store = openWorkers();
        QSemaphore started, release;
        std::atomic<int> commits{0};
        Task<Result<bool>> holding = hold(store.get(), &started, &release);
        started.acquire();
        store->setStatementProbe([&commits](const QString& sql) -> std::optional<Error> {
            commits += sql == u"COMMIT"_s;
            return std::nullopt;
        });
        std::vector<Task<Result<bool>>> waiting;
        for (int i = 0; i < 10; ++i)
            waiting.push_back(store->write<bool>(lease(QString::number(i))));
        release.release();
        for (auto& task : waiting)
            QVERIFY(QCoro::waitFor(task).value());
        QVERIFY(QCoro::waitFor(holding).value());
        QCOMPARE(commits.load(), 2);
    }

    void aFailedWriteUndoesOnlyItself()
    {
        const auto store = openWorkers();
        QSemaphore started, release;
        Task<Result<bool>> holding = hold(store.get(), &started, &release);
        started.acquire();
        Task<Result<bool>> before = store->write<bool>(lease(u"before"_s));
        Task<Result<bool>> failing = store->write<bool>([](Database& database) -> Result<bool> {
            if (auto done = lease(u"undone"_s)(database); !done) return done;
            if (auto word = database.intern(u"a word"_s); !word) return fail(word.error());
            return fail(ErrorKind::Bug, u"test.failed"_s, QString());
        });
        Task<Result<bool>> after = store->write<bool>(lease(u"after"_s));
        Task<Result<qint64>> relearnt =
            store->write<qint64>([](Database& database) { return database.intern(u"a word"_s); });
        release.release();
        QVERIFY(QCoro::waitFor(before).value());
        QCOMPARE(QCoro::waitFor(failing).error().code, u"test.failed"_s);
        QVERIFY(QCoro::waitFor(after).value());
        QVERIFY(QCoro::waitFor(holding).value());
        const auto number = QCoro::waitFor(relearnt);
        QCOMPARE(QCoro::waitFor(store->read<qint64>(countLeases)).value(), 2);
        const auto known = QCoro::waitFor(
            store->read<qint64>([](Database& database) { return database.interned(u"a word"_s); }));
        QVERIFY(number && known);
        QCOMPARE(*known, *number);
    }

    void aFailedCommitFailsAllThatShareIt()
    {
        const auto store = openWorkers();
        QSemaphore started, release;
        Task<Result<bool>> holding = hold(store.get(), &started, &release);
        started.acquire();
        std::vector<Task<Result<bool>>> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.push_back(store->write<bool>(lease(QString::number(i))));
        std::atomic<int> commits{0};
        store->setStatementProbe([&commits](const QString& sql) -> std::optional<Error> {
            if (sql == u"COMMIT"_s && ++commits == 2) return probed();
            return std::nullopt;
        });
        release.release();
        QVERIFY(QCoro::waitFor(holding).value());
        for (auto& task : waiting)
            QCOMPARE(QCoro::waitFor(task).error().code, u"store.full"_s);
        QCOMPARE(QCoro::waitFor(store->read<qint64>(countLeases)).value(), 0);
        QVERIFY(QCoro::waitFor(store->write<bool>(lease(u"next"_s))).value());
    }

    void closingFinishesWhatIsQueuedAndRefusesTheRest()
    {
        auto store = openWorkers();
        QSemaphore started, release;
        Task<Result<bool>> holding = hold(store.get(), &started, &release);
        started.acquire();
        Task<Result<bool>> queued = store->write<bool>(lease(u"queued"_s));
        release.release();
        store->close();
        Task<Result<bool>> late = store->write<bool>(lease(u"late"_s));
        Task<Result<qint64>> lateRead = store->read<qint64>(countLeases);
        store.reset();
        QVERIFY(QCoro::waitFor(queued).value());
        QVERIFY(QCoro::waitFor(holding).value());
        QCOMPARE(QCoro::waitFor(late).error().code, u"store.closed"_s);
        QCOMPARE(QCoro::waitFor(lateRead).error().code, u"store.closed"_s);
        QCOMPARE(QCoro::waitFor(openWorkers()->read<qint64>(countLeases)).value(), 1);
    }

    void aWorkspaceOpenedForReadingRefusesWrites_data()
    {
        QTest::addColumn<Threading>("threading");
        QTest::newRow("workers") << Threading::Workers;
        QTest::newRow("inline") << Threading::Inline;
    }
    void aWorkspaceOpenedForReadingRefusesWrites()
    {
        QFETCH(Threading, threading);
        QVERIFY(QCoro::waitFor(openWorkers()->write<bool>(lease(u"a"_s))).value());
        auto store = Store::open(path(), Access::ReadOnly, threading);
        QVERIFY(store);
        QCOMPARE(QCoro::waitFor((*store)->write<bool>(lease(u"b"_s))).error().code, u"store.read-only"_s);
        QCOMPARE(QCoro::waitFor((*store)->read<qint64>(countLeases)).value(), 1);
        QCOMPARE(QCoro::waitFor((*store)->read<bool>(lease(u"c"_s))).error().code, u"store.read-only"_s);
    }

    void readingNeedsAWorkspace()
    {
        const auto store = Store::open(path(), Access::ReadOnly, Threading::Inline);
        QVERIFY(!store);
        QVERIFY(!QFileInfo::exists(path()));
    }

    void anEscapedExceptionIsABugAndUndone()
    {
        const auto store = openWorkers();
        const auto result = QCoro::waitFor(store->write<bool>([](Database& database) -> Result<bool> {
            if (auto done = lease(u"undone"_s)(database); !done) return done;
            throw std::runtime_error("unexpected");
        }));
        QCOMPARE(result.error().kind, ErrorKind::Bug);
        QCOMPARE(result.error().text, u"unexpected"_s);
        QCOMPARE(QCoro::waitFor(store->read<qint64>(countLeases)).value(), 0);
    }

    void inlineWorkIsDoneAtOnce()
    {
        support::TempWorkspace workspace;
        const Task<Result<bool>> task = workspace.store().write<bool>(lease(u"a"_s));
        QVERIFY(task.isReady());
        QCOMPARE(workspace.read<qint64>(countLeases).value(), 1);
        workspace.reopen();
        QCOMPARE(workspace.read<qint64>(countLeases).value(), 1);
    }

    void doublesAndWrongCountsAreBugs()
    {
        support::TempWorkspace workspace;
        const QString sql = u"INSERT INTO schedule (flow, last_due) VALUES (?, ?)"_s;
        QList<QVariantList> wrong{{u"a"_s, 1.5}, {u"a"_s}, {u"a"_s, 1, 2}};
        for (const QVariantList& values : wrong) {
            const auto result =
                workspace.write<qint64>([&](Database& database) { return database.execute(sql, values); });
            QVERIFY(!result);
        }
        QCOMPARE(
            workspace.write<qint64>([&](Database& database) {
                         return database.execute(sql, {u"a"_s, 1});
                     })
                .value(),
            1);
        const auto reused = workspace.write<qint64>([&](Database& d) { return d.execute(sql, {u"b"_s}); });
        QCOMPARE(reused.error().kind, ErrorKind::Bug);
    }

    void aNullTextIsEmptyAndAnInvalidValueIsNull()
    {
        support::TempWorkspace workspace;
        bool empty = false, null = false;
        const auto read = workspace.read<bool>([&](Database& database) -> Result<bool> {
            auto done =
                database.query(u"SELECT ?, ?"_s, {QString(), QVariant()}, [&](const Database::Row& row) {
                    empty = !row.isNull(0) && row.text(0).isEmpty();
                    null = row.isNull(1) && !row.instant(1) && !row.decimal(1);
                    return true;
                });
            return done.has_value();
        });
        QVERIFY(read.value());
        QVERIFY(empty);
        QVERIFY(null);
    }

    void aStatementMayRunInsideItsOwnRows()
    {
        support::TempWorkspace workspace;
        const auto result = workspace.write<int>([](Database& database) -> Result<int> {
            for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
                if (auto done = lease(name)(database); !done) return fail(done.error());
            }
            int pairs = 0;
            const QString sql = u"SELECT name FROM lease"_s;
            auto outer = database.query(sql, {}, [&](const Database::Row&) {
                auto inner = database.query(sql, {}, [&pairs](const Database::Row&) {
                    ++pairs;
                    return true;
                });
                return inner.has_value();
            });
            if (!outer) return fail(outer.error());
            return pairs;
        });
        QCOMPARE(result.value(), 9);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "teststore.moc"
