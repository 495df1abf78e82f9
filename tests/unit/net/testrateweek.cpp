#include "net/rategate.h"
#include "support/manualclock.h"

#include <QTest>

#include <deque>
#include <random>

using namespace tieout;
using namespace tieout::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::ManualClock;

namespace {

enum class Counting : quint8 { Fixed, Sliding };

/// One limit of a system that counts to the letter, at the moment a call arrives.
class Limit final
{
  public:
    Limit(int calls, milliseconds length, milliseconds phase, Counting counting)
        : m_calls(calls)
        , m_length(length)
        , m_phase(phase)
        , m_counting(counting)
    {
    }

    [[nodiscard]] int left(milliseconds now)
    {
        forgetOld(now);
        return m_calls - m_used;
    }
    void take(int weight, milliseconds now)
    {
        forgetOld(now);
        m_used += weight;
        m_taken.emplace_back(now, weight);
    }
    /// Windows, whole or in part, up to now: each allows its calls.
    [[nodiscard]] qint64 allowedUntil(milliseconds now) const
    {
        const qint64 before = m_counting == Counting::Fixed ? m_phase / m_length : 0;
        const milliseconds shifted = m_counting == Counting::Fixed ? now + m_phase : now;
        return m_calls * ((shifted + m_length - 1ms) / m_length - before);
    }
    [[nodiscard]] bool unlimited() const { return m_calls == 0; }

  private:
    void forgetOld(milliseconds now)
    {
        const milliseconds begin = m_counting == Counting::Sliding
                                       ? now - m_length + 1ms
                                       : (now + m_phase) / m_length * m_length - m_phase;
        while (!m_taken.empty() && m_taken.front().first < begin) {
            m_used -= m_taken.front().second;
            m_taken.pop_front();
        }
    }

    int m_calls;
    milliseconds m_length;
    milliseconds m_phase;
    Counting m_counting;
    int m_used = 0;
    std::deque<std::pair<milliseconds, int>> m_taken;
};

struct Rules {
    int atOnce = 5;
    int perWindow = 60;
    milliseconds window = 60s;
    int perDay = 5000;
    Counting counting = Counting::Fixed;
    milliseconds windowPhase{0};
    milliseconds dayPhase{0};
    milliseconds slowest = 400ms; ///< each way
    bool tells = true;            ///< what is left, in its headers
};

/// A system behind a network whose delays differ from call to call.
class CountingSystem final
{
  public:
    CountingSystem(ManualClock& clock, const Rules& rules)
        : m_clock(clock)
        , m_rules(rules)
        , m_window(rules.perWindow, rules.window, rules.windowPhase, rules.counting)
        , m_day(rules.perDay, 24h, rules.dayPhase, rules.counting)
    {
    }

    [[nodiscard]] milliseconds delay()
    {
        return milliseconds(std::uniform_int_distribution<qint64>(1, m_rules.slowest.count())(m_random));
    }
    [[nodiscard]] HttpResponse arrive(int weight)
    {
        const milliseconds now = m_clock.steady();
        HttpResponse response;
        const bool dayFull = !m_day.unlimited() && m_day.left(now) < weight;
        if (m_window.left(now) < weight || dayFull || m_inside >= m_rules.atOnce) {
            ++refused;
            response.status = 429;
            response.headers.emplaceBack("Retry-After", dayFull ? "3600" : "60");
            return response;
        }
        ++m_inside;
        served += weight;
        m_window.take(weight, now);
        m_day.take(weight, now);
        response.status = 200;
        if (!m_rules.tells) return response;
        response.headers.emplaceBack("X-MinLimit-Remaining", QByteArray::number(m_window.left(now)));
        if (!m_day.unlimited())
            response.headers.emplaceBack("X-DayLimit-Remaining", QByteArray::number(m_day.left(now)));
        return response;
    }
    void depart(const HttpResponse& response)
    {
        if (response.status == 200) --m_inside;
    }
    [[nodiscard]] qint64 allowed() const
    {
        const qint64 byWindow = m_window.allowedUntil(m_clock.steady());
        return m_day.unlimited() ? byWindow : qMin(byWindow, m_day.allowedUntil(m_clock.steady()));
    }
    [[nodiscard]] RateLimits limits() const
    {
        RateLimits limits;
        limits.concurrent = m_rules.atOnce;
        limits.perMinute = m_rules.perWindow;
        limits.windowSeconds = int(std::chrono::duration_cast<std::chrono::seconds>(m_rules.window).count());
        limits.perDay = m_rules.perDay;
        if (!m_rules.tells) return limits;
        limits.minuteRemainingHeader = "X-MinLimit-Remaining";
        limits.dayRemainingHeader = "X-DayLimit-Remaining";
        return limits;
    }

    qint64 served = 0;
    qint64 refused = 0;

  private:
    ManualClock& m_clock;
    Rules m_rules;
    Limit m_window;
    Limit m_day;
    int m_inside = 0;
    std::mt19937 m_random{20261121};
};

/// There is always work: calls one after the other until the time is over.
Task<> worker(RateGate* gate, CountingSystem* system, ManualClock* clock, milliseconds until, int weight)
{
    while (clock->steady() < until) {
        auto permit = co_await gate->enter(StopToken(), weight);
        if (!permit) {
            if (permit.error().kind == ErrorKind::Cancelled) co_return;
            const auto parked = co_await sleepFor(*clock, *permit.error().retryAfter, StopToken());
            Q_UNUSED(parked)
            continue;
        }
        const milliseconds out = system->delay();
        const milliseconds back = system->delay();
        const auto sent = co_await sleepFor(*clock, out, StopToken());
        Q_UNUSED(sent)
        const HttpResponse response = system->arrive(weight);
        const auto returned = co_await sleepFor(*clock, back, StopToken());
        Q_UNUSED(returned)
        system->depart(response);
        gate->learn(response);
    }
}

} // namespace

class TestRateWeek final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void theAllowanceIsUsedAndNeverOverstepped_data();
    void theAllowanceIsUsedAndNeverOverstepped();
    void callsThatCountForSeveralKeepTheLimitToo_data();
    void callsThatCountForSeveralKeepTheLimitToo();
    void calmHoursAndSuddenWorkNeverMeetARefusal();
};

void TestRateWeek::theAllowanceIsUsedAndNeverOverstepped_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<milliseconds>("time");
    const milliseconds week = 24h * 7;
    Rules xero;
    QTest::newRow("a week, windows begin with us") << xero << week;
    xero.windowPhase = 17s;
    xero.dayPhase = 14h;
    QTest::newRow("a week, windows begin elsewhere") << xero << week;
    xero.windowPhase = 59'999ms;
    xero.dayPhase = 3h;
    xero.slowest = 700ms;
    QTest::newRow("a week, far away") << xero << week;
    xero.slowest = 2ms;
    QTest::newRow("a week, next door") << xero << week;
    xero.tells = false;
    xero.dayPhase = 0h;
    QTest::newRow("a week, no word of what is left") << xero << week;
    Rules sliding;
    sliding.counting = Counting::Sliding;
    QTest::newRow("a week, sliding windows") << sliding << week;
    sliding.tells = false;
    QTest::newRow("a week, sliding windows, no word") << sliding << week;
    Rules endless;
    endless.perDay = 0;
    endless.windowPhase = 31s;
    endless.slowest = 700ms;
    QTest::newRow("a day of full minutes") << endless << milliseconds(24h);
    Rules harvest;
    harvest.atOnce = 8;
    harvest.perWindow = 100;
    harvest.window = 15s;
    harvest.perDay = 0;
    harvest.tells = false;
    harvest.slowest = 350ms;
    harvest.windowPhase = 4s;
    QTest::newRow("fifteen seconds, fixed") << harvest << milliseconds(6h);
    harvest.counting = Counting::Sliding;
    QTest::newRow("fifteen seconds, sliding") << harvest << milliseconds(6h);
}

void TestRateWeek::theAllowanceIsUsedAndNeverOverstepped()
{
    QFETCH(Rules, rules);
    QFETCH(milliseconds, time);
    ManualClock clock;
    CountingSystem system(clock, rules);
    RateGate gate(clock, system.limits());
    std::vector<Task<>> workers;
    for (int i = 0; i < 10; ++i)
        workers.push_back(worker(&gate, &system, &clock, time, 1));
    clock.advance(time);
    QCOMPARE(system.refused, 0);
    const double used = double(system.served) / double(system.allowed());
    qInfo("%lld of %lld calls: %.2f %%", system.served, system.allowed(), used * 100);
    QVERIFY(used >= 0.95);
    QVERIFY(system.served <= system.allowed() + (rules.counting == Counting::Sliding ? rules.perWindow : 0));
    clock.runUntilIdle();
    QCOMPARE(system.refused, 0);
}

void TestRateWeek::callsThatCountForSeveralKeepTheLimitToo_data()
{
    QTest::addColumn<int>("weight");
    QTest::newRow("two") << 2;
    QTest::newRow("five") << 5;
    QTest::newRow("thirty") << 30;
    QTest::newRow("all of a minute") << 60;
}

void TestRateWeek::callsThatCountForSeveralKeepTheLimitToo()
{
    QFETCH(int, weight);
    ManualClock clock;
    Rules rules;
    rules.windowPhase = 23s;
    rules.perDay = 0;
    CountingSystem system(clock, rules);
    RateGate gate(clock, system.limits());
    std::vector<Task<>> workers;
    for (int i = 0; i < 6; ++i)
        workers.push_back(worker(&gate, &system, &clock, 6h, i % 2 == 0 ? weight : 1));
    clock.advance(6h);
    QCOMPARE(system.refused, 0);
    // Single calls between heavy ones leave a remainder that no heavy one fits into; never more than one.
    QVERIFY2(system.served * 60 >= system.allowed() * (60 - weight) * 95 / 100,
             qPrintable(QString::number(system.served)));
    QVERIFY(system.served > system.allowed() / 3);
    clock.runUntilIdle();
}

/// A burst at the end of one counted minute and another at the start of the next meet in one window of the
/// system, wherever that begins.
void TestRateWeek::calmHoursAndSuddenWorkNeverMeetARefusal()
{
    for (const milliseconds phase : {0s, 7s, 15s, 30s, 45s, 58s}) {
        ManualClock clock;
        Rules rules;
        rules.windowPhase = phase;
        rules.tells = false;
        rules.perDay = 0;
        CountingSystem system(clock, rules);
        RateGate gate(clock, system.limits());
        std::mt19937 random(7);
        std::vector<Task<>> bursts;
        for (int burst = 0; burst < 200; ++burst) {
            const milliseconds end = clock.steady() + milliseconds(random() % 20'000);
            for (int i = 0; i < 5; ++i)
                bursts.push_back(worker(&gate, &system, &clock, end, 1));
            clock.advance(milliseconds(random() % 90'000));
        }
        clock.runUntilIdle();
        QCOMPARE(system.refused, 0);
        QVERIFY(system.served > 3'000);
    }
}

QTEST_GUILESS_MAIN(TestRateWeek)
#include "testrateweek.moc"
