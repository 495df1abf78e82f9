#pragma once

#include "base/date.h"
#include "model/schedule.h"

#include <QList>

#include <optional>

namespace tieout::service {

/// The first time after `after` at which a rule is due; nothing for a manual or paused one. Wall-clock times
/// are in the rule's zone: a time that a change to summer time leaves out is due at the moment the clocks
/// jump, one that comes twice in autumn is due the first time only. Intervals count in real minutes from
/// midnight of the zone's day, so that every run of a day has a round time.
[[nodiscard]] std::optional<Instant> nextDue(const model::ScheduleRule& rule, Instant after);

/// The next `count` times.
[[nodiscard]] QList<Instant> dueTimes(const model::ScheduleRule& rule, Instant after, int count);

/// What to do about times that passed while the program slept: the latest missed time is due once, the others
/// are forgotten. Nothing when none was missed since `lastDue`.
[[nodiscard]] std::optional<Instant> missedDue(const model::ScheduleRule& rule, Instant lastDue, Instant now);

/// "daily 09:00", "every 15", "weekly mon,thu 08:30", "monthly 31 18:00", "month-end 18:00", "manual"; zone
/// is added by the caller. Error BadConfig "schedule.syntax" (facts: the text).
[[nodiscard]] Result<model::ScheduleRule> scheduleFromText(const QString& text);

} // namespace tieout::service
