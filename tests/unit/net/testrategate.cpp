#include "net/rategate.h"
#include "net/ratewindow.h"
#include "support/manualclock.h"
#include "support/memorytransport.h"
#include "support/tasks.h"

#include <QTest>

using namespace tieout;
using namespace tieout::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::ManualClock;
using support::MemoryTransport;

namespace {

using Entered = Result<std::shared_ptr<RateGate::Permit>>;

RateLimits xeroLimits()
{
    RateLimits limits;
    limits.concurrent = 5;
    limits.perMinute = 60;
    limits.perDay = 5000;
    limits.minuteRemainingHeader = "X-MinLimit-Remaining";
    limits.dayRemainingHeader = "X-DayLimit-Remaining";
    limits.problemHeader = "X-Rate-Limit-Problem";
    return limits;
}

RateLimits onlyConcurrent(int places)
{
    RateLimits limits;
    limits.concurrent = places;
    limits.perMinute = 0;
    limits.perDay = 0;
    return limits;
}

HttpResponse tooMany(const QByteArray& problem, const QByteArray& retryAfter)
{
    HttpResponse response;
    response.status = 429;
    if (!problem.isEmpty()) response.headers.emplaceBack("X-Rate-Limit-Problem", problem);
    if (!retryAfter.isEmpty()) response.headers.emplaceBack("Retry-After", retryAfter);
    return response;
}

/// A system with fixed windows that began before we came; counts what it had to refuse.
struct LimitedSystem {
    ManualClock& clock;
    milliseconds minuteOffset{0};
    milliseconds dayOffset{0};
    int perMinute = 60;
    int perDay = 5000;
    qint64 minute = -1;
    qint64 day = -1;
    int minuteLeft = 0;
    int dayLeft = 0;
    int served = 0;
    int refused = 0;

    Result<HttpResponse> handle(const HttpRequest&)
    {
        const auto now = clock.steady();
        const qint64 thisMinute = (now + minuteOffset) / 60s;
        const qint64 thisDay = (now + dayOffset) / 24h;
        if (thisMinute != minute) minuteLeft = perMinute;
        if (thisDay != day) dayLeft = perDay;
        minute = thisMinute;
        day = thisDay;
        HttpResponse response;
        if (minuteLeft == 0 || dayLeft == 0) {
            ++refused;
            const milliseconds end =
                dayLeft == 0 ? (thisDay + 1) * 24h - dayOffset : (thisMinute + 1) * 60s - minuteOffset;
            const qint64 wait = std::chrono::ceil<std::chrono::seconds>(end - now).count();
            return tooMany(dayLeft == 0 ? "day" : "minute", QByteArray::number(wait));
        }
        ++served;
        --minuteLeft;
        --dayLeft;
        response.status = 200;
        response.headers = {{"X-MinLimit-Remaining", QByteArray::number(minuteLeft)},
                            {"X-DayLimit-Remaining", QByteArray::number(dayLeft)}};
        return response;
    }
};

/// Sends `count` calls one after the other through the gate, waiting out the day limit.
Task<> worker(RateGate* gate, MemoryTransport* transport, ManualClock* clock, int count, int* parked)
{
    for (int done = 0; done < count;) {
        auto permit = co_await gate->enter(StopToken());
        if (!permit) {
            ++*parked;
            const auto slept = co_await sleepFor(*clock, *permit.error().retryAfter, StopToken());
            Q_UNUSED(slept)
            continue;
        }
        HttpRequest request;
        auto response = co_await transport->send(request, StopToken());
        gate->learn(*response);
        if (response->status == 200) ++done;
    }
}

Task<> noteEntry(RateGate* gate, int number, QList<int>* order, ManualClock* clock)
{
    auto permit = co_await gate->enter(StopToken());
    order->append(number);
    const auto slept = co_await sleepFor(*clock, 10ms, StopToken());
    Q_UNUSED(slept)
}

Task<> enterOnly(RateGate* gate, StopToken stop, std::optional<Entered>* result)
{
    result->emplace(co_await gate->enter(stop));
}

} // namespace

class TestRateGate final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void aServerThatCountsLessThanWeDoIsBelieved();
    void anAnswerThatWasOvertakenOpensNothing();
    void noMoreThanTheAllowedCallsAreInside();
    void waitingCallsPassInTheirOrder();
    void theNextPassesAMinuteAfterTheFirstAnswer();
    void theFirstCallGoesAloneWhenItsAnswerTellsWhatIsLeft();
    void simulatedHoursNeverExceedTheSystemsOwnWindows_data();
    void simulatedHoursNeverExceedTheSystemsOwnWindows();
    void anotherClientsCallsAreNoticedFromTheHeader();
    void aRefusalWithRetryAfterHoldsEveryCallUntilThen();
    void refusalsWithoutRetryAfterHoldLongerEachTime();
    void aUsedUpDaySendsCallersAwayWithTheTimeToComeBack();
    void aUsedUpDayByHeaderIsAskedOnceForItsEnd();
    void whatIsLeftOfTheDayIsNotKnownBeforeTheFirstAnswer();
    void aLongRetryAfterParksEvenWithoutADayLimit();
    void stopEndsTheWaitAndKeepsTheOrderOfTheOthers();
    void theGatesEndCancelsTheWaiting();
    void thousandsOfCallsThatEndAtOnceKeepTheStackFlat();
    void remainingHeadersAreNumbersOrUsedOfAllowed_data();
    void remainingHeadersAreNumbersOrUsedOfAllowed();
    void aHeaderOfUsedOfAllowedCorrectsTheDay();
};

void TestRateGate::noMoreThanTheAllowedCallsAreInside()
{
    ManualClock clock;
    RateGate gate(clock, onlyConcurrent(3));
    MemoryTransport transport(clock, 50ms);
    transport.setHandler([](const HttpRequest&) { return MemoryTransport::response(200); });
    int parked = 0;
    std::vector<Task<>> workers;
    for (int i = 0; i < 10; ++i)
        workers.push_back(worker(&gate, &transport, &clock, 5, &parked));
    clock.runUntilIdle();
    QCOMPARE(transport.calls().size(), 50);
    QCOMPARE(transport.mostUnderway(), 3);
}

void TestRateGate::waitingCallsPassInTheirOrder()
{
    ManualClock clock;
    RateGate gate(clock, onlyConcurrent(2));
    QList<int> order;
    std::vector<Task<>> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(noteEntry(&gate, i, &order, &clock));
    clock.runUntilIdle();
    QCOMPARE(order.size(), 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestRateGate::theFirstCallGoesAloneWhenItsAnswerTellsWhatIsLeft()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    std::optional<Entered> first;
    std::optional<Entered> second;
    const Task<> one = enterOnly(&gate, StopToken(), &first);
    const Task<> two = enterOnly(&gate, StopToken(), &second);
    QVERIFY(first && !second);
    HttpResponse response;
    response.status = 200;
    response.headers = {{"X-MinLimit-Remaining", "0"}}; // a program before us used the minute up
    gate.learn(response);
    first.reset();
    QVERIFY(!second);
    clock.advance(60s);
    QVERIFY(second && *second);
}

void TestRateGate::theNextPassesAMinuteAfterTheFirstAnswer()
{
    ManualClock clock;
    RateLimits limits = onlyConcurrent(0);
    limits.perMinute = 60;
    RateGate gate(clock, limits);
    QList<int> order;
    std::vector<Task<>> tasks;
    for (int i = 0; i < 61; ++i)
        tasks.push_back(noteEntry(&gate, i, &order, &clock));
    QCOMPARE(order.size(), 60);
    clock.advance(60'009ms); // answered after 10 ms: the system counted them by then at the latest
    QCOMPARE(order.size(), 60);
    clock.advance(1ms);
    QCOMPARE(order.size(), 61);
    clock.runUntilIdle();
}

void TestRateGate::simulatedHoursNeverExceedTheSystemsOwnWindows_data()
{
    QTest::addColumn<int>("minuteOffsetMs");
    QTest::addColumn<int>("latencyMs");
    for (const int offset : {0, 1, 17'000, 30'000, 59'999}) {
        for (const int latency : {1, 80, 700, 2'500}) {
            QTest::addRow("offset %d latency %d", offset, latency) << offset << latency;
        }
    }
}

void TestRateGate::simulatedHoursNeverExceedTheSystemsOwnWindows()
{
    QFETCH(int, minuteOffsetMs);
    QFETCH(int, latencyMs);
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    LimitedSystem system{clock, milliseconds(minuteOffsetMs)};
    MemoryTransport transport(clock, milliseconds(latencyMs));
    transport.setHandler([&system](const HttpRequest& request) { return system.handle(request); });
    int parked = 0;
    std::vector<Task<>> workers;
    for (int i = 0; i < 8; ++i)
        workers.push_back(worker(&gate, &transport, &clock, 900, &parked));
    clock.runUntilIdle();
    QCOMPARE(system.served, 7200); // more than one day's 5,000
    QCOMPARE(transport.mostUnderway(), 5);
    QVERIFY(parked >= 1);
    QCOMPARE(system.refused, 0);
    const auto hours = std::chrono::duration<double, std::ratio<3600>>(clock.steady()).count();
    QVERIFY2(hours < 24.0 + 1.5, qPrintable(QString::number(hours)));
}

void TestRateGate::anotherClientsCallsAreNoticedFromTheHeader()
{
    ManualClock clock;
    RateLimits limits = xeroLimits();
    limits.concurrent = 1;
    RateGate gate(clock, limits);
    HttpResponse response;
    response.status = 200;
    response.headers = {{"x-minlimit-remaining", "2"}};
    {
        const Entered permit = support::runTask(gate.enter(StopToken()), clock);
        QVERIFY(permit);
        gate.learn(response);
    }
    QCOMPARE(clock.steady(), 0ms);
    for (int i = 0; i < 2; ++i)
        QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    QCOMPARE(clock.steady(), 0ms);
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    QCOMPARE(clock.steady(), milliseconds(60s));
}

void TestRateGate::aRefusalWithRetryAfterHoldsEveryCallUntilThen()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    gate.learn(tooMany("minute", "37"));
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    QCOMPARE(clock.steady(), milliseconds(37s));
}

void TestRateGate::refusalsWithoutRetryAfterHoldLongerEachTime()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    QList<qint64> waits;
    for (int i = 0; i < 8; ++i) {
        const auto before = clock.steady();
        QVERIFY(support::runTask(gate.enter(StopToken()), clock));
        waits.append((clock.steady() - before).count());
        gate.learn(tooMany("concurrent", {}));
    }
    QCOMPARE(waits, (QList<qint64>{0, 1000, 2000, 4000, 8000, 16000, 32000, 60000}));
    HttpResponse fine;
    fine.status = 200;
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    gate.learn(fine);
    gate.learn(tooMany("concurrent", {}));
    const auto before = clock.steady();
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    QCOMPARE(clock.steady() - before, milliseconds(1s));
}

void TestRateGate::aUsedUpDaySendsCallersAwayWithTheTimeToComeBack()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    gate.learn(tooMany("Day", "20000"));
    const Entered away = support::runTask(gate.enter(StopToken()), clock);
    QVERIFY(!away);
    QCOMPARE(away.error().kind, ErrorKind::RateLimited);
    QCOMPARE(away.error().code, u"net.day-limit"_s);
    QCOMPARE(*away.error().retryAfter, milliseconds(20'000s));
    QCOMPARE(gate.dayRemaining(), std::optional<int>(0));
    clock.advance(20'000s);
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
}

void TestRateGate::aUsedUpDayByHeaderIsAskedOnceForItsEnd()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    HttpResponse last;
    last.status = 200;
    last.headers = {{"X-DayLimit-Remaining", "0"}};
    gate.learn(last);
    const Entered probe = support::runTask(gate.enter(StopToken()), clock);
    QVERIFY(probe);
    const Entered meanwhile = support::runTask(gate.enter(StopToken()), clock);
    QVERIFY(!meanwhile);
    gate.learn(tooMany("day", "3600"));
    const Entered after = support::runTask(gate.enter(StopToken()), clock);
    QVERIFY(!after);
    QCOMPARE(*after.error().retryAfter, milliseconds(3600s));
}

void TestRateGate::whatIsLeftOfTheDayIsNotKnownBeforeTheFirstAnswer()
{
    ManualClock clock;
    RateGate gate(clock, xeroLimits());
    QCOMPARE(gate.dayRemaining(), std::nullopt);
    QVERIFY(support::runTask(gate.enter(StopToken()), clock));
    HttpResponse answer;
    answer.status = 200;
    answer.headers = {{"X-DayLimit-Remaining", "4321"}};
    gate.learn(answer);
    QCOMPARE(gate.dayRemaining(), std::optional<int>(4321));
}

void TestRateGate::aLongRetryAfterParksEvenWithoutADayLimit()
{
    ManualClock clock;
    RateGate gate(clock, onlyConcurrent(5));
    QCOMPARE(gate.dayRemaining(), std::nullopt);
    gate.learn(tooMany({}, "7200"));
    const Entered away = support::runTask(gate.enter(StopToken()), clock);
    QVERIFY(!away);
    QCOMPARE(*away.error().retryAfter, milliseconds(7200s));
    clock.advance(7200s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(support::runTask(gate.enter(StopToken()), clock));
}

void TestRateGate::stopEndsTheWaitAndKeepsTheOrderOfTheOthers()
{
    ManualClock clock;
    RateGate gate(clock, onlyConcurrent(1));
    std::optional<Entered> first;
    std::optional<Entered> second;
    std::optional<Entered> third;
    StopSource source;
    const Task<> one = enterOnly(&gate, StopToken(), &first);
    const Task<> two = enterOnly(&gate, source.token(), &second);
    const Task<> three = enterOnly(&gate, StopToken(), &third);
    QVERIFY(first && *first);
    source.request(StopMode::AfterBatch);
    QVERIFY(!second);
    source.request(StopMode::Now);
    QVERIFY(second);
    QCOMPARE(second->error().kind, ErrorKind::Cancelled);
    QVERIFY(!third);
    first.reset();
    QVERIFY(third && *third);
}

void TestRateGate::theGatesEndCancelsTheWaiting()
{
    ManualClock clock;
    auto gate = std::make_unique<RateGate>(clock, onlyConcurrent(1));
    std::optional<Entered> first;
    std::optional<Entered> second;
    const Task<> one = enterOnly(gate.get(), StopToken(), &first);
    const Task<> two = enterOnly(gate.get(), StopToken(), &second);
    gate.reset();
    QVERIFY(second);
    QCOMPARE(second->error().kind, ErrorKind::Cancelled);
    first.reset(); // a permit may outlive its gate
}

void TestRateGate::thousandsOfCallsThatEndAtOnceKeepTheStackFlat()
{
    ManualClock clock;
    RateGate gate(clock, onlyConcurrent(1));
    MemoryTransport transport(clock); // answers within send()
    transport.setHandler([](const HttpRequest&) { return MemoryTransport::response(200); });
    std::optional<Entered> held;
    const Task<> holder = enterOnly(&gate, StopToken(), &held);
    int parked = 0;
    std::vector<Task<>> workers;
    for (int i = 0; i < 50'000; ++i)
        workers.push_back(worker(&gate, &transport, &clock, 1, &parked));
    QCOMPARE(transport.calls().size(), 0);
    held.reset();
    QCOMPARE(transport.calls().size(), 50'000);
}

void TestRateGate::remainingHeadersAreNumbersOrUsedOfAllowed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("left"); // -1: not understood
    QTest::addColumn<int>("allowed");
    QTest::newRow("number") << QByteArray("57") << 57 << -1;
    QTest::newRow("padded") << QByteArray(" 0 ") << 0 << -1;
    QTest::newRow("salesforce") << QByteArray("api-usage=18/5000") << 4982 << 5000;
    QTest::newRow("salesforce per app")
        << QByteArray("api-usage=25/5000, per-app-api-usage=17/250(appName=sample)") << 4975 << 5000;
    QTest::newRow("over") << QByteArray("api-usage=5100/5000") << 0 << 5000;
    QTest::newRow("words") << QByteArray("plenty") << -1 << -1;
    QTest::newRow("negative") << QByteArray("-1") << -1 << -1;
    QTest::newRow("absurd") << QByteArray("99999999999999") << -1 << -1;
    QTest::newRow("half") << QByteArray("api-usage=/5000") << -1 << -1;
    QTest::newRow("empty") << QByteArray() << -1 << -1;
}

void TestRateGate::remainingHeadersAreNumbersOrUsedOfAllowed()
{
    QFETCH(QByteArray, header);
    QFETCH(int, left);
    QFETCH(int, allowed);
    const auto remaining = parseRemaining(header);
    QCOMPARE(remaining ? remaining->left : -1, left);
    QCOMPARE(remaining && remaining->allowed ? *remaining->allowed : -1, allowed);
}

void TestRateGate::aHeaderOfUsedOfAllowedCorrectsTheDay()
{
    ManualClock clock;
    RateLimits limits = onlyConcurrent(5);
    limits.perDay = 5000;
    limits.dayRemainingHeader = "Sforce-Limit-Info";
    RateGate gate(clock, limits);
    HttpResponse response;
    response.status = 200;
    response.headers = {{"Sforce-Limit-Info", "api-usage=1200/100000"}};
    gate.learn(response);
    QCOMPARE(gate.perDay(), 100'000);
    QCOMPARE(gate.dayRemaining(), std::optional<int>(98'800));
}

void TestRateGate::aServerThatCountsLessThanWeDoIsBelieved()
{
    // Its minute began anew after our fiftieth call, or it counts nothing at all.
    RateWindow window(60, 60s);
    for (int call = 0; call < 50; ++call) {
        window.begin(1);
        window.end(1, 1s);
    }
    QCOMPARE(window.left(2s), 10);
    window.begin(1);
    window.told(59, 2s);
    window.end(1, 2s);
    QVERIFY2(window.left(2s) > 45, qPrintable(QString::number(window.left(2s))));
    QVERIFY(window.left(2s) <= 59);
}

void TestRateGate::anAnswerThatWasOvertakenOpensNothing()
{
    // Four answers came before this older one, which says that four more were left.
    RateWindow window(60, 60s);
    for (int call = 0; call < 50; ++call) {
        window.begin(1);
        window.end(1, 1s);
    }
    window.begin(1);
    window.told(14, 2s);
    window.end(1, 2s);
    QCOMPARE(window.left(2s), 9);
}

QTEST_GUILESS_MAIN(TestRateGate)
#include "testrategate.moc"
