#include "base/backoff.h"

#include <QTest>

#include <limits>

using namespace tieout;
using namespace std::chrono_literals;

class TestBackoff final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void waitsUpToTheDoubledBase();
    void neverPassesTheCap();
    void useTheWholeRange();
    void failedRecordsWaitFromSecondsToADay();
};

void TestBackoff::waitsUpToTheDoubledBase()
{
    SeededRandom random(1);
    for (int attempt = 1; attempt <= 5; ++attempt) {
        const auto limit = 500ms * (1 << attempt);
        for (int i = 0; i < 200; ++i) {
            const auto delay = backoffDelay({}, attempt, random);
            QVERIFY(delay >= 0ms);
            QVERIFY(delay <= limit);
        }
    }
}

void TestBackoff::neverPassesTheCap()
{
    SeededRandom random(2);
    const BackoffPolicy policy{.base = 1s, .cap = 30s, .attempts = 5};
    for (const int attempt : {5, 6, 31, 64, 1000, std::numeric_limits<int>::max()}) {
        for (int i = 0; i < 100; ++i)
            QVERIFY(backoffDelay(policy, attempt, random) <= 30s);
    }
    QCOMPARE(backoffDelay({.base = 0ms, .cap = 1s, .attempts = 3}, 5, random), 0ms);
    QVERIFY(backoffDelay({.base = std::chrono::milliseconds::max(), .cap = 1s, .attempts = 3}, 9, random) <=
            1s);
}

void TestBackoff::useTheWholeRange()
{
    SeededRandom random(3);
    auto least = 1000ms;
    auto most = 0ms;
    for (int i = 0; i < 2000; ++i) {
        const auto delay = backoffDelay({}, 1, random);
        least = std::min(least, delay);
        most = std::max(most, delay);
    }
    QVERIFY(least < 20ms);
    QVERIFY(most > 980ms);
}

void TestBackoff::failedRecordsWaitFromSecondsToADay()
{
    QCOMPARE(nextTryDelay(1), 5s);
    QCOMPARE(nextTryDelay(0), 5s);
    auto before = nextTryDelay(1);
    for (int failures = 2; failures < 20; ++failures) {
        const auto delay = nextTryDelay(failures);
        QVERIFY(delay > before || delay == 24h);
        before = delay;
    }
    QCOMPARE(before, 24h);
    QCOMPARE(nextTryDelay(std::numeric_limits<int>::max()), 24h);
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "testbackoff.moc"
