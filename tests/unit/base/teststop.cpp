#include "base/stop.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace tieout;

class TestStop final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aStrongerRequestReplacesAWeakerOneOnly();
    void aTokenWithoutSourceNeverStops();
    void callbacksAreCalledOnceForNow();
    void aCallbackAddedLateIsCalledAtOnce();
    void anEndedRegistrationIsNotCalled();
    void callbacksMayEndEachOther();
    void readingAndRegisteringFromManyThreads();
};

void TestStop::aStrongerRequestReplacesAWeakerOneOnly()
{
    StopSource source;
    const StopToken token = source.token();
    QVERIFY(!token.stopRequested());
    source.request(StopMode::AfterBatch);
    QVERIFY(token.stopRequested());
    QVERIFY(!token.stopNow());
    source.request(StopMode::Now);
    source.request(StopMode::AfterBatch);
    QVERIFY(token.stopNow());
}

void TestStop::aTokenWithoutSourceNeverStops()
{
    const StopToken token;
    int calls = 0;
    const auto registration = token.onStopNow([&] { ++calls; });
    QCOMPARE(token.mode(), StopMode::Running);
    QCOMPARE(calls, 0);
}

void TestStop::callbacksAreCalledOnceForNow()
{
    StopSource source;
    int calls = 0;
    const auto registration = source.token().onStopNow([&] { ++calls; });
    source.request(StopMode::AfterBatch);
    QCOMPARE(calls, 0);
    source.request(StopMode::Now);
    source.request(StopMode::Now);
    QCOMPARE(calls, 1);
}

void TestStop::aCallbackAddedLateIsCalledAtOnce()
{
    StopSource source;
    source.request(StopMode::Now);
    int calls = 0;
    const auto registration = source.token().onStopNow([&] { ++calls; });
    QCOMPARE(calls, 1);
}

void TestStop::anEndedRegistrationIsNotCalled()
{
    StopSource source;
    int calls = 0;
    auto registration = source.token().onStopNow([&] { ++calls; });
    registration.reset();
    source.request(StopMode::Now);
    QCOMPARE(calls, 0);
}

void TestStop::callbacksMayEndEachOther()
{
    StopSource source;
    int calls = 0;
    std::shared_ptr<StopToken::Registration> second;
    const auto first = source.token().onStopNow([&] {
        ++calls;
        second.reset();
    });
    second = source.token().onStopNow([&] { ++calls; });
    source.request(StopMode::Now);
    QCOMPARE(calls, 1);
}

void TestStop::readingAndRegisteringFromManyThreads()
{
    StopSource source;
    std::atomic<int> registered = 0;
    std::atomic<int> called = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&, token = source.token()] {
            while (!token.stopNow()) {
                const auto gone = token.onStopNow([] {});
                if (registered < 100) {
                    const auto kept = token.onStopNow([&] { ++called; });
                    ++registered;
                }
            }
            const auto late = token.onStopNow([&] { ++called; });
        }));
        threads.back()->start();
    }
    while (registered < 100)
        QThread::yieldCurrentThread();
    source.request(StopMode::Now);
    for (const auto& thread : threads)
        QVERIFY(thread->wait(10'000));
    QVERIFY(called >= 4);
}

QTEST_GUILESS_MAIN(TestStop)
#include "teststop.moc"
