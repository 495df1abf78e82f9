#include "service/lease.h"

#include "base/platform/platform.h"
#include "base/platform/process.h"
#include "store/repositories.h"
#include "support/manualclock.h"
#include "support/tasks.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::ManualClock;
using support::runTask;

/// One engine per workspace.
class TestLease : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void theSecondIsTurnedAwayUntilTheFirstLetsGo();
    void aHeldLeaseIsRenewed();
    void theLeaseOfADeadProgramOnThisMachineIsTakenAtOnce();
    void aNumberOfAnotherStartOfThisMachineSaysNothing();
    void theLeaseOfAnotherMachineEndsByItself();
};

void TestLease::theSecondIsTurnedAwayUntilTheFirstLetsGo()
{
    support::TempWorkspace workspace;
    ManualClock clock;
    service::EngineLease first(workspace.store(), clock), second(workspace.store(), clock);
    QVERIFY(runTask(first.take(), clock));
    const auto refused = runTask(second.take(), clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"workspace.held"_s);
    QCOMPARE(refused.error().facts.value(0), platform::hostName());
    runTask(first.release(), clock);
    QVERIFY(runTask(second.take(), clock));
    QVERIFY(second.held());
}

void TestLease::aHeldLeaseIsRenewed()
{
    support::TempWorkspace workspace;
    ManualClock clock;
    service::EngineLease first(workspace.store(), clock), second(workspace.store(), clock);
    QVERIFY(runTask(first.take(), clock));
    for (int minute = 0; minute < 30; ++minute)
        clock.advance(std::chrono::minutes(1));
    QVERIFY(first.held());
    QVERIFY(!runTask(second.take(), clock));
}

void TestLease::theLeaseOfADeadProgramOnThisMachineIsTakenAtOnce()
{
    support::TempWorkspace workspace;
    ManualClock clock;
    const QString here = platform::thisProcess().section(u'.', 2);
    const QString dead = platform::hostName() + u"|999999999.0."_s + here + u"|gone"_s;
    const Instant now = clock.now();
    QVERIFY(workspace.write<bool>([&](store::Database& database) {
        return store::LeaseRepository(database).take(u"engine"_s, dead, now, std::chrono::seconds(60));
    }));
    service::EngineLease lease(workspace.store(), clock);
    QVERIFY(runTask(lease.take(), clock));
}

/// A renamed copy of this machine, or a container beside this one, has processes that cannot be seen here.
void TestLease::aNumberOfAnotherStartOfThisMachineSaysNothing()
{
    support::TempWorkspace workspace;
    ManualClock clock;
    const QString unseen = platform::hostName() + u"|999999999.0.another start|x"_s;
    const Instant now = clock.now();
    QVERIFY(workspace.write<bool>([&](store::Database& database) {
        return store::LeaseRepository(database).take(u"engine"_s, unseen, now, std::chrono::seconds(60));
    }));
    service::EngineLease lease(workspace.store(), clock);
    QVERIFY(!runTask(lease.take(), clock));
    clock.advance(std::chrono::seconds(61));
    QVERIFY(runTask(lease.take(), clock));
}

void TestLease::theLeaseOfAnotherMachineEndsByItself()
{
    support::TempWorkspace workspace;
    ManualClock clock;
    const Instant now = clock.now();
    QVERIFY(workspace.write<bool>([&](store::Database& database) {
        return store::LeaseRepository(database).take(u"engine"_s, u"elsewhere|1|x"_s, now,
                                                     std::chrono::seconds(60));
    }));
    service::EngineLease lease(workspace.store(), clock);
    const auto refused = runTask(lease.take(), clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().facts.value(0), u"elsewhere"_s);
    clock.advance(std::chrono::seconds(61));
    QVERIFY(runTask(lease.take(), clock));
}

QTEST_GUILESS_MAIN(TestLease)
#include "testlease.moc"
