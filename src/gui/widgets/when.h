#pragma once

#include "base/date.h"

#include <QLocale>

namespace tieout::gui {

/// A day in the reader's format; a date never moves through a time zone.
[[nodiscard]] QString formatDay(Date day, const QLocale& locale);
/// Time of day for today, "Tomorrow 08:30", "Yesterday 17:00", else day and time. In the computer's zone.
[[nodiscard]] QString formatNear(Instant instant, Instant now, const QLocale& locale);
/// Day and time in full, in the zone of an organisation (IANA; empty = the computer's).
[[nodiscard]] QString formatFull(Instant instant, const QString& zone, const QLocale& locale);
/// "3 min", "2 h 10 min", "12 s"; for durations and time left.
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);
/// "1:42", for a countdown.
[[nodiscard]] QString formatCountdown(int seconds);

} // namespace tieout::gui
