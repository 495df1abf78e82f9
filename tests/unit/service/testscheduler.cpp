#include "service/schedule/scheduler.h"

#include "service/schedule/duetimes.h"
#include "support/manualclock.h"
#include "support/tasks.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::ManualClock;

namespace {

model::Flow flow(const QString& id, const QString& rule, const QString& zone)
{
    model::Flow made;
    made.id = id;
    made.schedule = *service::scheduleFromText(rule);
    made.schedule.zone = zone;
    return made;
}

/// What a scheduler started, and when.
struct Diary {
    ManualClock& clock;
    QHash<QString, QList<Instant>> runs;
    void note(const QString& id) { runs[id] += clock.now(); }
};

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aYearOfSchedulesRunsEachTimeOnce();
    void aMissedTimeIsRunOnceAfterSleep();
    void aRestartDoesNotRunADueTimeTwice();
    void aNewScheduleDoesNotRunAtOnce();
    void pausedAndDisabledFlowsDoNotRun();
};

void TestScheduler::aYearOfSchedulesRunsEachTimeOnce()
{
    support::TempWorkspace workspace;
    ManualClock clock(*parseInstant(u"2026-01-01T00:00:00Z"));
    Diary diary{clock, {}};
    service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
    const QString berlin = u"Europe/Berlin"_s;
    scheduler.watch({flow(u"daily"_s, u"daily 02:30"_s, berlin),
                     flow(u"weekly"_s, u"weekly mon,thu 08:30"_s, berlin),
                     flow(u"monthly"_s, u"monthly 31 18:00"_s, berlin),
                     flow(u"end"_s, u"month-end 18:00"_s, berlin), flow(u"hourly"_s, u"every 60"_s, berlin)},
                    false);
    clock.advanceTo(*parseInstant(u"2027-01-01T00:00:00Z"));
    QCOMPARE(diary.runs[u"daily"_s].size(), 365);
    QCOMPARE(diary.runs[u"weekly"_s].size(), 105); // 53 Thursdays and 52 Mondays
    QCOMPARE(diary.runs[u"monthly"_s].size(), 12);
    QCOMPARE(diary.runs[u"end"_s], diary.runs[u"monthly"_s]);
    QCOMPARE(diary.runs[u"hourly"_s].size(), 365 * 24);
    const QTimeZone zone(berlin.toUtf8());
    for (const Instant at : diary.runs[u"daily"_s]) {
        const QTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at), zone).time();
        // Only the night on which 02:30 does not exist runs at another time: when the clocks jump to 03:00.
        QVERIFY2(time.hour() == 2 || time.hour() == 3, qPrintable(formatInstant(at)));
    }
}

void TestScheduler::aMissedTimeIsRunOnceAfterSleep()
{
    support::TempWorkspace workspace;
    ManualClock clock(*parseInstant(u"2026-11-02T08:00:00Z"));
    Diary diary{clock, {}};
    const auto daily = flow(u"daily"_s, u"daily 09:00"_s, u"UTC"_s);
    {
        service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
        scheduler.watch({daily}, false);
        clock.advance(std::chrono::hours(2));
        QCOMPARE(diary.runs[u"daily"_s].size(), 1);
    }
    clock.advance(std::chrono::hours(24 * 5)); // nobody was there
    service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
    scheduler.watch({daily}, false);
    QCOMPARE(diary.runs[u"daily"_s].size(), 2);
    clock.advance(std::chrono::minutes(30));
    QCOMPARE(diary.runs[u"daily"_s].size(), 2);
}

void TestScheduler::aRestartDoesNotRunADueTimeTwice()
{
    support::TempWorkspace workspace;
    ManualClock clock(*parseInstant(u"2026-11-02T08:00:00Z"));
    Diary diary{clock, {}};
    const auto daily = flow(u"daily"_s, u"daily 09:00"_s, u"UTC"_s);
    for (int restart = 0; restart < 5; ++restart) {
        service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
        scheduler.watch({daily}, false);
        clock.advance(std::chrono::minutes(20));
    }
    QCOMPARE(diary.runs[u"daily"_s].size(), 1);
}

void TestScheduler::aNewScheduleDoesNotRunAtOnce()
{
    support::TempWorkspace workspace;
    ManualClock clock(*parseInstant(u"2026-11-02T10:00:00Z"));
    Diary diary{clock, {}};
    service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
    scheduler.watch({flow(u"daily"_s, u"daily 09:00"_s, u"UTC"_s)}, false);
    clock.advance(std::chrono::hours(22));
    QCOMPARE(diary.runs[u"daily"_s].size(), 0);
    clock.advance(std::chrono::hours(2));
    QCOMPARE(diary.runs[u"daily"_s].size(), 1);
}

void TestScheduler::pausedAndDisabledFlowsDoNotRun()
{
    support::TempWorkspace workspace;
    ManualClock clock(*parseInstant(u"2026-11-02T08:00:00Z"));
    Diary diary{clock, {}};
    auto disabled = flow(u"disabled"_s, u"daily 09:00"_s, u"UTC"_s);
    disabled.enabled = false;
    const auto daily = flow(u"daily"_s, u"daily 09:00"_s, u"UTC"_s);
    service::Scheduler scheduler(workspace.store(), clock, [&](const QString& id) { diary.note(id); });
    scheduler.watch({daily, disabled}, true);
    clock.advance(std::chrono::hours(30));
    QVERIFY(diary.runs.isEmpty());
    scheduler.watch({daily, disabled}, false);
    clock.advance(std::chrono::hours(48));
    QVERIFY(diary.runs[u"daily"_s].size() >= 2);
    QVERIFY(diary.runs[u"disabled"_s].isEmpty());
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "testscheduler.moc"
