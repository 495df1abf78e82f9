#pragma once

#include "model/value.h"

#include <QTimeZone>

#include <optional>

namespace tieout::formula {

/// A number as people write it: "12.50", "1,234.50", "15%", blanks around. Nothing for anything else.
[[nodiscard]] std::optional<Decimal> numberFromText(QStringView text);
/// Numbers, TRUE = 1, blank = 0, text that reads as a number. Dates are not numbers.
[[nodiscard]] std::optional<Decimal> toNumber(const model::Value& value);
/// As & joins it: "12.5", "TRUE", "2026-11-21", blank = "". Lists and records have no text.
[[nodiscard]] QString toText(const model::Value& value);
/// TRUE and FALSE, numbers (not 0), blank = FALSE, the words "TRUE" and "FALSE".
[[nodiscard]] std::optional<bool> toBoolean(const model::Value& value);
/// Dates, the day of an instant in `zone`, text "2026-11-21" (a time behind it is read as an instant).
[[nodiscard]] std::optional<Date> toDate(const model::Value& value, const QTimeZone& zone);
[[nodiscard]] Date dayOf(Instant instant, const QTimeZone& zone);
[[nodiscard]] Instant startOfDay(Date date, const QTimeZone& zone);
/// Blank, or text without a character.
[[nodiscard]] bool isEmptyValue(const model::Value& value);

} // namespace tieout::formula
