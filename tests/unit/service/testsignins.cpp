#include "service/signins.h"

#include "support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tieout;
using model::ConnectionState;
using support::ManualClock;

namespace {

model::Connection connection(std::optional<Instant> renewBy, ConnectionState state = ConnectionState::Ready)
{
    model::Connection made;
    made.id = u"xero-1"_s;
    made.renewBy = renewBy;
    made.state = state;
    return made;
}

/// What was said, and when.
struct Diary {
    ManualClock clock;
    QList<model::Connection> connections;
    QList<std::pair<Instant, int>> said;
    service::SignInWatch watch{clock, [this] { return connections; },
                               [this](const QString&, int days) {
                                   said.append({clock.now(), days});
                               }};
};

} // namespace

class TestSignIns : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aSignInIsDueFromAWeekBeforeItsEnd_data();
    void aSignInIsDueFromAWeekBeforeItsEnd();
    void useMovesTheEnd();
    void theEndIsSaidOnceADay();
    void whatWasRenewedIsNotSaidAgain();
    void eachConnectionIsSaidForItself();
    void aStoppedWatchIsSilent();
};

void TestSignIns::aSignInIsDueFromAWeekBeforeItsEnd_data()
{
    QTest::addColumn<qint64>("left"); // seconds
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<int>("days"); // -1: not due
    const qint64 day = 86'400;
    QTest::newRow("two months") << 60 * day << ConnectionState::Ready << -1;
    QTest::newRow("a week") << 7 * day << ConnectionState::Ready << -1;
    QTest::newRow("a second less") << 7 * day - 1 << ConnectionState::Ready << 6;
    QTest::newRow("a day and a half") << day * 3 / 2 << ConnectionState::Ready << 1;
    QTest::newRow("an hour") << qint64(3'600) << ConnectionState::Ready << 0;
    QTest::newRow("over") << -day << ConnectionState::Ready << 0;
    QTest::newRow("cannot be reached") << day << ConnectionState::Unreachable << 1;
    QTest::newRow("ended already") << day << ConnectionState::NeedsSignIn << -1;
    QTest::newRow("disconnected") << day << ConnectionState::SignedOut << -1;
}

void TestSignIns::aSignInIsDueFromAWeekBeforeItsEnd()
{
    QFETCH(qint64, left);
    QFETCH(ConnectionState, state);
    QFETCH(int, days);
    const Instant now = ManualClock::defaultStart();
    const auto due = service::daysToSignIn(connection(now + std::chrono::seconds(left), state), now);
    QCOMPARE(due.value_or(-1), days);
    QVERIFY(!service::daysToSignIn(connection(std::nullopt, state), now));
}

void TestSignIns::useMovesTheEnd()
{
    const Instant now = ManualClock::defaultStart();
    const auto until = service::renewedUntil(60, now);
    QVERIFY(until == now + 24h * 60);
    QVERIFY(!service::renewedUntil(0, now));
    QVERIFY(service::daysToSignIn(connection(until), now + 24h * 54));
    const auto later = service::renewedUntil(60, now + 24h * 54);
    QVERIFY(!service::daysToSignIn(connection(later), now + 24h * 54));
}

void TestSignIns::theEndIsSaidOnceADay()
{
    Diary diary;
    diary.connections = {connection(diary.clock.now() + 24h * 10)};
    diary.watch.start();
    diary.watch.start(); // lists change all the time
    diary.clock.advance(24h * 10 - 1s);
    QList<int> days;
    for (const auto& [at, left] : std::as_const(diary.said))
        days.append(left);
    QCOMPARE(days, (QList<int>{6, 5, 4, 3, 2, 1, 0}));
    for (qsizetype i = 1; i < diary.said.size(); ++i)
        QCOMPARE(diary.said[i].first - diary.said[i - 1].first, std::chrono::milliseconds(24h));
}

void TestSignIns::whatWasRenewedIsNotSaidAgain()
{
    Diary diary;
    diary.connections = {connection(diary.clock.now() + 24h * 2)};
    diary.watch.start();
    QCOMPARE(diary.said.size(), 1);
    diary.connections = {connection(diary.clock.now() + 24h * 60)};
    diary.clock.advance(24h * 50);
    QCOMPARE(diary.said.size(), 1);
    diary.clock.advance(24h * 4);
    QCOMPARE(diary.said.size(), 2);
}

void TestSignIns::eachConnectionIsSaidForItself()
{
    Diary diary;
    diary.connections = {connection(diary.clock.now() + 24h * 6)};
    diary.watch.start();
    diary.connections.append(connection(diary.clock.now() + 24h * 5));
    diary.connections.last().id = u"xero-2"_s;
    diary.clock.advance(3h);
    QCOMPARE(diary.said.size(), 2); // each for itself
}

void TestSignIns::aStoppedWatchIsSilent()
{
    Diary diary;
    diary.connections = {connection(diary.clock.now() + 24h * 3)};
    diary.watch.start();
    diary.watch.stop();
    diary.clock.advance(24h * 2);
    QCOMPARE(diary.said.size(), 1);
    QCOMPARE(diary.clock.timers(), 0);
}

QTEST_GUILESS_MAIN(TestSignIns)
#include "testsignins.moc"
