#include "base/clock.h"
#include "support/manualclock.h"
#include "support/tasks.h"

#include <QEventLoop>
#include <QTest>
#include <QThread>

using namespace tieout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::ManualClock;

namespace {

Task<QString> sleepTwice(Clock& clock, StopToken stop)
{
    const auto first = co_await sleepFor(clock, 3s, stop);
    if (!first) co_return first.error().code;
    const auto second = co_await sleepFor(clock, 4s, stop);
    if (!second) co_return second.error().code;
    co_return u"awake"_s;
}

Task<> noteThread(Clock& clock, StopToken stop, QThread*& thread, QString& code, QEventLoop& loop)
{
    const auto slept = co_await sleepFor(clock, 1h, stop);
    code = slept ? u"awake"_s : slept.error().code;
    thread = QThread::currentThread();
    loop.quit();
}

} // namespace

class TestClock final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void timersFireInOrderOfTheirTime();
    void cancelledTimersDoNotFire();
    void sleepEndsWhenItsTimeHasCome();
    void stopNowEndsASleepAtOnce();
    void stopAfterBatchLetsASleepEnd();
    void sleepUnderAStoppedTokenDoesNotWait();
    void stopFromAnotherThreadResumesOnTheClocksThread();
    void systemTimersRunOnTheEventLoop();
    void systemTimersCanBeCancelled();
    void systemTimeIsUtcNow();
    void sleepsDoNotPileUpOnTheToken();
};

void TestClock::timersFireInOrderOfTheirTime()
{
    ManualClock clock;
    QStringList fired;
    const Instant start = clock.now();
    clock.callAfter(2s, [&] {
        fired << u"b"_s;
        clock.callAfter(500ms, [&] { fired << u"c at %1"_s.arg((clock.now() - start).count()); });
    });
    clock.callAfter(1s, [&] { fired << u"a"_s; });
    clock.callAfter(2s, [&] { fired << u"b2"_s; });
    clock.callAfter(3s, [&] { fired << u"d"_s; });
    clock.advance(2999ms);
    QCOMPARE(fired, QStringList({u"a"_s, u"b"_s, u"b2"_s, u"c at 2500"_s}));
    QCOMPARE(clock.now() - start, 2999ms);
    QCOMPARE(clock.runUntilIdle(), 1);
    QCOMPARE(clock.now() - start, 3s);
}

void TestClock::cancelledTimersDoNotFire()
{
    ManualClock clock;
    bool fired = false;
    const auto timer = clock.callAfter(1s, [&] { fired = true; });
    clock.cancel(timer);
    clock.cancel(timer);
    clock.advance(1h);
    QVERIFY(!fired);
    QCOMPARE(clock.timers(), 0);
}

void TestClock::sleepEndsWhenItsTimeHasCome()
{
    ManualClock clock;
    const Instant start = clock.now();
    QCOMPARE(support::runTask(sleepTwice(clock, {}), clock), u"awake"_s);
    QCOMPARE(clock.now() - start, 7s);
}

void TestClock::stopNowEndsASleepAtOnce()
{
    ManualClock clock;
    const Instant start = clock.now();
    StopSource stop;
    clock.callAfter(5s, [&] { stop.request(StopMode::Now); });
    QCOMPARE(support::runTask(sleepTwice(clock, stop.token()), clock), u"stop.now"_s);
    QCOMPARE(clock.now() - start, 5s);
    QCOMPARE(clock.timers(), 0);
}

void TestClock::stopAfterBatchLetsASleepEnd()
{
    ManualClock clock;
    StopSource stop;
    clock.callAfter(1s, [&] { stop.request(StopMode::AfterBatch); });
    QCOMPARE(support::runTask(sleepTwice(clock, stop.token()), clock), u"awake"_s);
}

void TestClock::sleepUnderAStoppedTokenDoesNotWait()
{
    ManualClock clock;
    StopSource stop;
    stop.request(StopMode::Now);
    const Task<QString> task = sleepTwice(clock, stop.token());
    QVERIFY(task.isReady());
    QCOMPARE(clock.timers(), 0);
}

void TestClock::stopFromAnotherThreadResumesOnTheClocksThread()
{
    SystemClock clock;
    StopSource stop;
    QThread* resumedOn = nullptr;
    QString code;
    QEventLoop loop;
    const Task<> task = noteThread(clock, stop.token(), resumedOn, code, loop);
    QVERIFY(!task.isReady());
    const std::unique_ptr<QThread> asker(QThread::create([&] { stop.request(StopMode::Now); }));
    asker->start();
    loop.exec();
    asker->wait();
    QCOMPARE(code, u"stop.now"_s);
    QCOMPARE(resumedOn, QThread::currentThread());
}

void TestClock::systemTimersRunOnTheEventLoop()
{
    SystemClock clock;
    QStringList fired;
    QEventLoop loop;
    clock.callAfter(20ms, [&] {
        fired << u"second"_s;
        loop.quit();
    });
    clock.callAfter(0ms, [&] { fired << u"first"_s; });
    QVERIFY(fired.isEmpty());
    const auto before = clock.steady();
    loop.exec();
    QCOMPARE(fired, QStringList({u"first"_s, u"second"_s}));
    QVERIFY(clock.steady() - before >= 19ms);
}

void TestClock::systemTimersCanBeCancelled()
{
    SystemClock clock;
    bool fired = false;
    QEventLoop loop;
    const auto timer = clock.callAfter(1ms, [&] { fired = true; });
    clock.callAfter(5ms, [&] { loop.quit(); });
    clock.callAfter(std::chrono::hours(24 * 365), [&] { fired = true; });
    clock.cancel(timer);
    loop.exec();
    QVERIFY(!fired);
}

void TestClock::systemTimeIsUtcNow()
{
    SystemClock clock;
    const qint64 apart = msSinceEpoch(clock.now()) - QDateTime::currentMSecsSinceEpoch();
    QVERIFY(std::abs(apart) < 2000);
}

void TestClock::sleepsDoNotPileUpOnTheToken()
{
    ManualClock clock;
    StopSource stop;
    for (int i = 0; i < 1000; ++i) {
        const auto end = support::runTask(sleepFor(clock, 1s, stop.token()), clock);
        QVERIFY(end);
    }
    // Nothing is left that a stop would call or a timer would fire.
    stop.request(StopMode::Now);
    QCOMPARE(clock.timers(), 0);
}

QTEST_GUILESS_MAIN(TestClock)
#include "testclock.moc"
