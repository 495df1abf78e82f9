#pragma once

#include "connectors/files/filesettings.h"
#include "model/value.h"

#include <string_view>

namespace tieout::connectors {

/// How numbers and dates of a file are written.
struct ReadStyle {
    DecimalMark decimals = DecimalMark::Point;
    DateOrder dates = DateOrder::YearMonthDay;

    bool operator==(const ReadStyle&) const = default;
};

enum class CellFault : quint8 {
    None,
    Number,         ///< no number
    NumberTooLong,  ///< more digits than are kept exactly
    Date,           ///< no date
    DateImpossible, ///< a day that no calendar has: 30 February
    Boolean,
    Encoding, ///< bytes of another encoding
    Formula,  ///< the spreadsheet's own error: #N/A
    Serial,   ///< a spreadsheet date outside its calendar
};

/// A cell's text (UTF-8) as the type of its column. What does not fit stays text, and `fault` says so:
/// nothing is guessed and nothing rounded.
[[nodiscard]] model::Value cellValue(std::string_view text, model::FieldType type, const ReadStyle& style,
                                     CellFault* fault);

/// What one text says about the way numbers are written.
struct NumberShape {
    bool isNumber = false;    ///< under at least one mark
    bool leadingZero = false; ///< "0042": an identifier, not a number
    bool tooLong = false;
    bool asPoint = false;  ///< reads as a number with a decimal point
    bool asComma = false;  ///< reads as a number with a decimal comma
    bool sameBoth = false; ///< no mark that means different things: "1 250", "17"
};
[[nodiscard]] NumberShape numberShape(std::string_view text);

/// What one text says about the way dates are written.
struct DateShape {
    bool isDate = false;  ///< has the look of a date, possible or not
    bool hasTime = false; ///< other than midnight
    bool asDayFirst = false;
    bool asMonthFirst = false;
    bool neutral = false; ///< the order does not matter: "2026-11-21", "5/5/2026", "21 Nov 2026"
};
[[nodiscard]] DateShape dateShape(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace tieout::connectors
