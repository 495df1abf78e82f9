#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QList>
#include <QString>
#include <QTime>

namespace tieout::model {

/// When a sync runs by itself. Times are wall-clock times in the organisation's zone.
struct ScheduleRule {
    enum class Kind : quint8 { Manual, Interval, Daily, Weekly, Monthly, MonthEnd };
    Kind kind = Kind::Manual;
    int everyMinutes = 60; ///< Interval: 5…1440
    QTime at{9, 0};        ///< Daily, Weekly, Monthly, MonthEnd
    QList<int> weekdays;   ///< Weekly: 1 = Monday … 7
    int dayOfMonth = 1;    ///< Monthly: 1…31; a shorter month uses its last day
    QString zone;          ///< IANA id of the organisation's zone; empty = UTC
    bool paused = false;

    bool operator==(const ScheduleRule&) const = default;
};

[[nodiscard]] Result<ScheduleRule> scheduleFromJson(const Json& json);
[[nodiscard]] Json toJson(const ScheduleRule& rule);

} // namespace tieout::model
