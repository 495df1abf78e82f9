#include "service/schedule/duetimes.h"

#include <QTimeZone>

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::ScheduleRule;

namespace {

/// Far enough ahead for any rule: the 29th of February, a weekly rule, a zone's longest jump.
constexpr int kMostDays = 366 * 5;

QTimeZone zoneOf(const ScheduleRule& rule)
{
    const QTimeZone zone(rule.zone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// The instant of a wall-clock time, whatever the clocks do on that day.
Instant wallClock(QDate day, QTime time, const QTimeZone& zone)
{
    // Qt maps a time in the spring gap differently between versions; the offset before the gap gives the
    // moment at which the clocks jump or a little after it, never before.
    const QDateTime asUtc(day, time, Qt::UTC);
    const auto utcMs = asUtc.toMSecsSinceEpoch();
    const int before = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs - 86'400'000LL, Qt::UTC));
    const int after = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs + 86'400'000LL, Qt::UTC));
    for (const int offset : {before, after}) {
        const auto candidate = QDateTime::fromMSecsSinceEpoch(utcMs - offset * 1000LL, Qt::UTC);
        if (zone.offsetFromUtc(candidate) == offset) return instantFromMs(candidate.toMSecsSinceEpoch());
    }
    // In the gap: the moment of the jump.
    const auto jump =
        zone.nextTransition(QDateTime::fromMSecsSinceEpoch(utcMs - 86'400'000LL - before * 1000LL, Qt::UTC));
    return instantFromMs(jump.atUtc.toMSecsSinceEpoch());
}

bool falls(const ScheduleRule& rule, QDate day)
{
    switch (rule.kind) {
    case ScheduleRule::Kind::Manual:
        return false;
    case ScheduleRule::Kind::Interval:
    case ScheduleRule::Kind::Daily:
        return true;
    case ScheduleRule::Kind::Weekly:
        return rule.weekdays.contains(day.dayOfWeek());
    case ScheduleRule::Kind::Monthly:
        return day.day() == std::min(rule.dayOfMonth, day.daysInMonth());
    case ScheduleRule::Kind::MonthEnd:
        return day.day() == day.daysInMonth();
    }
    return false;
}

std::optional<Instant> nextInterval(const ScheduleRule& rule, Instant after, const QTimeZone& zone)
{
    const auto step = std::chrono::minutes(std::clamp(rule.everyMinutes, 1, 1440));
    const auto local = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(after), zone);
    for (int ahead = 0; ahead <= 1; ++ahead) {
        const QDate day = local.date().addDays(ahead);
        const Instant midnight = wallClock(day, QTime(0, 0), zone);
        const Instant nextMidnight = wallClock(day.addDays(1), QTime(0, 0), zone);
        Instant due = midnight;
        if (after >= midnight) due = midnight + ((after - midnight) / step + 1) * step;
        if (due > after && due < nextMidnight) return due;
        if (nextMidnight > after && due >= nextMidnight) return nextMidnight;
    }
    return {};
}

std::optional<QTime> timeFromText(const QString& text)
{
    const QTime time = QTime::fromString(text, u"H:mm"_s);
    return time.isValid() ? std::optional<QTime>(time) : std::nullopt;
}

} // namespace

std::optional<Instant> nextDue(const ScheduleRule& rule, Instant after)
{
    if (rule.kind == ScheduleRule::Kind::Manual || rule.paused) return {};
    const QTimeZone zone = zoneOf(rule);
    if (rule.kind == ScheduleRule::Kind::Interval) return nextInterval(rule, after, zone);
    QDate day = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(after), zone).date().addDays(-1);
    for (int i = 0; i < kMostDays; ++i, day = day.addDays(1)) {
        if (!falls(rule, day)) continue;
        const Instant due = wallClock(day, rule.at, zone);
        if (due > after) return due;
    }
    return {};
}

QList<Instant> dueTimes(const ScheduleRule& rule, Instant after, int count)
{
    QList<Instant> times;
    while (times.size() < count) {
        const auto due = nextDue(rule, after);
        if (!due) break;
        times += *due;
        after = *due;
    }
    return times;
}

std::optional<Instant> missedDue(const ScheduleRule& rule, Instant lastDue, Instant now)
{
    // Only the latest missed time counts; a long sleep must not be walked minute by minute.
    Instant from = lastDue;
    if (rule.kind == ScheduleRule::Kind::Interval && now - from > std::chrono::hours(48))
        from = now - std::chrono::hours(48);
    std::optional<Instant> missed;
    for (auto due = nextDue(rule, from); due && *due <= now; due = nextDue(rule, *due))
        missed = due;
    return missed;
}

Result<ScheduleRule> scheduleFromText(const QString& text)
{
    const auto wrong = [&] {
        return fail(ErrorKind::BadConfig, u"schedule.syntax"_s, u"not a schedule: "_s + text, {text});
    };
    static const QStringList kDays{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    const QStringList words = text.simplified().toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) return wrong();
    ScheduleRule rule;
    std::optional<QTime> time = rule.at;
    bool ok = true;
    if (words[0] == "manual"_L1 && words.size() == 1) return rule;
    if (words[0] == "every"_L1 && words.size() >= 2) {
        rule.kind = ScheduleRule::Kind::Interval;
        rule.everyMinutes = words[1].toInt(&ok);
        if (words.value(2).startsWith("hour"_L1)) rule.everyMinutes *= 60;
        return ok && rule.everyMinutes >= 5 && rule.everyMinutes <= 1440 ? Result<ScheduleRule>(rule)
                                                                         : wrong();
    }
    if (words[0] == "daily"_L1 && words.size() == 2) {
        rule.kind = ScheduleRule::Kind::Daily;
        time = timeFromText(words[1]);
    } else if (words[0] == "weekly"_L1 && words.size() == 3) {
        rule.kind = ScheduleRule::Kind::Weekly;
        for (const auto& day : words[1].split(u',')) {
            ok = ok && kDays.contains(day.left(3));
            rule.weekdays += int(kDays.indexOf(day.left(3))) + 1;
        }
        time = timeFromText(words[2]);
    } else if (words[0] == "monthly"_L1 && words.size() == 3) {
        rule.kind = ScheduleRule::Kind::Monthly;
        rule.dayOfMonth = words[1].toInt(&ok);
        ok = ok && rule.dayOfMonth >= 1 && rule.dayOfMonth <= 31;
        time = timeFromText(words[2]);
    } else if (words[0] == "month-end"_L1 && words.size() == 2) {
        rule.kind = ScheduleRule::Kind::MonthEnd;
        time = timeFromText(words[1]);
    } else {
        return wrong();
    }
    if (!ok || !time) return wrong();
    rule.at = *time;
    return rule;
}

} // namespace tieout::service
