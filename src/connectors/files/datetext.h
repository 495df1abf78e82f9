#pragma once

#include "connectors/files/celltext.h"

#include <string>

namespace tieout::connectors {

/// The parts of a date as people write it, before anyone knows the order of day and month.
struct DateParts {
    int first = 0; ///< numeric day or month, when no year stands first
    int second = 0;
    int year = 0;
    int month = 0;         ///< known from its name or a leading year
    int day = 0;           ///< the same
    bool dotted = false;   ///< "21.11.2026": always the day first
    std::string_view time; ///< what stands behind the day

    [[nodiscard]] bool isOrdered() const { return month > 0 || day > 0; }
};

/// nullopt: has not the look of a date.
[[nodiscard]] std::optional<DateParts> datePartsOf(std::string_view text);
/// Invalid when the calendar has no such day.
[[nodiscard]] Date dayOf(const DateParts& parts, DateOrder order);

/// Milliseconds of the day and the zone's offset of "10:15", "10:15:30.5 pm", "T01:02:03Z"; nullopt: no time.
struct TimeOfDay {
    qint64 ms = 0;
    qint64 offsetMs = 0;
};
[[nodiscard]] std::optional<TimeOfDay> timeOfDay(std::string_view text);

} // namespace tieout::connectors
