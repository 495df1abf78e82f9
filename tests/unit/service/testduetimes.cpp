#include "service/schedule/duetimes.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::ScheduleRule;

namespace {

Instant at(const char* text)
{
    return *parseInstant(QString::fromLatin1(text));
}

ScheduleRule rule(const QString& text, const QString& zone)
{
    auto made = *service::scheduleFromText(text);
    made.zone = zone;
    return made;
}

} // namespace

class TestDueTimes : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void nextTimeFollowsTheRule_data();
    void nextTimeFollowsTheRule();
    void aYearOfDailyRunsHasOneADay_data();
    void aYearOfDailyRunsHasOneADay();
    void intervalsOfADayWithTwentyThreeOrTwentyFiveHoursKeepTheirPace();
    void aLongSleepLeavesOneMissedRun();
    void manualAndPausedRulesAreNeverDue();
    void wrongTextIsRefused_data();
    void wrongTextIsRefused();
};

void TestDueTimes::nextTimeFollowsTheRule_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("due");
    const auto row = [](const char* name, const char* text, const char* zone, const char* after,
                        const char* due) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(zone)
                            << QString::fromLatin1(after) << QString::fromLatin1(due);
    };
    row("daily, later today", "daily 09:00", "UTC", "2026-11-21T08:59:59Z", "2026-11-21T09:00:00Z");
    row("daily, the moment itself is over", "daily 09:00", "UTC", "2026-11-21T09:00:00Z",
        "2026-11-22T09:00:00Z");
    row("daily in Sydney is the evening before in UTC", "daily 09:00", "Australia/Sydney",
        "2026-11-21T00:00:00Z", "2026-11-21T22:00:00Z");
    row("spring: 02:30 is left out in Berlin, due at the jump", "daily 02:30", "Europe/Berlin",
        "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z");
    row("autumn: 02:30 comes twice in Berlin, due the first time", "daily 02:30", "Europe/Berlin",
        "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z");
    row("autumn: not due again an hour later", "daily 02:30", "Europe/Berlin", "2026-10-25T00:30:00Z",
        "2026-10-26T01:30:00Z");
    row("weekly takes the next named day", "weekly mon,thu 08:30", "UTC", "2026-11-21T00:00:00Z",
        "2026-11-23T08:30:00Z");
    row("monthly on the 31st uses the last day of a short month", "monthly 31 18:00", "UTC",
        "2026-11-21T00:00:00Z", "2026-11-30T18:00:00Z");
    row("month end in February of a leap year", "month-end 18:00", "UTC", "2028-02-10T00:00:00Z",
        "2028-02-29T18:00:00Z");
    row("every 15 minutes is round", "every 15", "UTC", "2026-11-21T10:07:12Z", "2026-11-21T10:15:00Z");
    row("every 2 hours", "every 2 hours", "UTC", "2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z");
    row("an interval that does not divide the day starts anew at midnight", "every 7", "UTC",
        "2026-11-21T23:58:00Z", "2026-11-22T00:00:00Z");
}

void TestDueTimes::nextTimeFollowsTheRule()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QString, due);
    const auto next = service::nextDue(rule(text, zone), *parseInstant(after));
    QVERIFY(next.has_value());
    QCOMPARE(formatInstantSeconds(*next), due);
}

void TestDueTimes::aYearOfDailyRunsHasOneADay_data()
{
    QTest::addColumn<QString>("zone");
    for (const char* zone :
         {"UTC", "Europe/Berlin", "Australia/Sydney", "America/New_York", "Australia/Lord_Howe",
          "Pacific/Auckland", "America/Sao_Paulo", "Africa/Casablanca"})
        QTest::newRow(zone) << QString::fromLatin1(zone);
}

void TestDueTimes::aYearOfDailyRunsHasOneADay()
{
    QFETCH(QString, zone);
    const QTimeZone where(zone.toUtf8());
    for (const auto* time : {"daily 00:00", "daily 02:30", "daily 09:00"}) {
        const auto daily = rule(QString::fromLatin1(time), zone);
        Instant now = at("2026-01-01T00:00:00Z");
        QDate last;
        for (int run = 0; run < 365; ++run) {
            const auto due = service::nextDue(daily, now);
            QVERIFY(due.has_value());
            const QDate day = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*due), where).date();
            if (last.isValid()) QCOMPARE(day, last.addDays(1));
            last = day;
            now = *due;
        }
    }
}

void TestDueTimes::intervalsOfADayWithTwentyThreeOrTwentyFiveHoursKeepTheirPace()
{
    const auto hourly = rule(u"every 60"_s, u"Europe/Berlin"_s);
    for (const char* start : {"2026-03-28T23:00:00Z", "2026-10-24T22:00:00Z"}) {
        Instant now = at(start);
        for (int run = 0; run < 30; ++run) {
            const auto due = service::nextDue(hourly, now);
            QVERIFY(due.has_value());
            QCOMPARE(*due - now, std::chrono::hours(1));
            now = *due;
        }
    }
}

void TestDueTimes::aLongSleepLeavesOneMissedRun()
{
    const auto daily = rule(u"daily 09:00"_s, u"UTC"_s);
    const auto missed = service::missedDue(daily, at("2026-11-01T09:00:00Z"), at("2026-11-21T12:00:00Z"));
    QVERIFY(missed.has_value());
    QCOMPARE(formatInstantSeconds(*missed), u"2026-11-21T09:00:00Z"_s);
    QVERIFY(!service::missedDue(daily, *missed, at("2026-11-21T12:00:00Z")));
    const auto often = service::missedDue(rule(u"every 5"_s, u"UTC"_s), at("2020-01-01T00:00:00Z"),
                                          at("2026-11-21T12:03:00Z"));
    QVERIFY(often.has_value());
    QCOMPARE(formatInstantSeconds(*often), u"2026-11-21T12:00:00Z"_s);
}

void TestDueTimes::manualAndPausedRulesAreNeverDue()
{
    QVERIFY(!service::nextDue(rule(u"manual"_s, {}), at("2026-11-21T00:00:00Z")));
    auto paused = rule(u"daily 09:00"_s, {});
    paused.paused = true;
    QVERIFY(!service::nextDue(paused, at("2026-11-21T00:00:00Z")));
}

void TestDueTimes::wrongTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "sometimes", "daily", "daily 25:00", "weekly 09:00", "weekly xyz 09:00",
                             "monthly 32 09:00", "monthly 0 09:00", "every 1", "every x", "every 1441"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestDueTimes::wrongTextIsRefused()
{
    QFETCH(QString, text);
    const auto refused = service::scheduleFromText(text);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"schedule.syntax"_s);
}

QTEST_GUILESS_MAIN(TestDueTimes)
#include "testduetimes.moc"
