#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <optional>
#include <string_view>

namespace tieout::connectors {

// Spreadsheets keep numbers as binary fractions. What crosses that border is here and nowhere else.

/// The decimal behind a number as a spreadsheet stored it. Excel writes all 17 digits of its binary fraction
/// ("1.1000000000000001"); when fewer digits name the very same fraction, they are what was typed. Text that
/// no binary fraction prints is taken digit by digit. nullopt: no number, or more than 38 digits.
[[nodiscard]] std::optional<Decimal> storedNumber(std::string_view text);

/// A spreadsheet's binary fraction, only when it names exactly this decimal (15 significant digits at most);
/// larger amounts are written as text, since Excel would show and save others.
struct SheetNumber {
    double value = 0;
};
[[nodiscard]] std::optional<SheetNumber> exactSheetNumber(const Decimal& value);

/// Days since the calendar's start, with a fraction for the time. nullopt: not in the calendar (29 February
/// 1900 is Excel's own invention).
struct SerialDay {
    Date day;
    qint64 ms = 0;
};
[[nodiscard]] std::optional<SerialDay> serialDay(const Decimal& serial, bool from1904);
[[nodiscard]] qint64 serialOf(Date day); ///< 1900 calendar

} // namespace tieout::connectors
