#include "wording/say.h"
#include "wording/sentencetable.h"

#include <algorithm>
#include <array>

namespace tieout::wording {

namespace {

constexpr const char* kOnMap = T("Correct the formula on the Map step.");
constexpr const char* kRecordOrMap = T("Correct the record, or the formula on the Map step.");

/// Where a formula cannot be read.
constexpr SentenceEntry kWritten[] = {
    {"formula.argument-count", T("A function has the wrong number of values"), T(""), kOnMap,
     Remedy::OpenSync, T("%1 is given %2 values; it is written %3")},
    {"formula.bad-character", T("A formula has a sign that does not belong there"),
     T("Texts stand between straight quotation marks (\"), fields between square brackets."), kOnMap,
     Remedy::OpenSync, T("“%1” does not belong here")},
    {"formula.bad-field", T("A formula names a field in a way that cannot be read"),
     T("A field is written [Name] or [Parent.Name]."), kOnMap, Remedy::OpenSync,
     T("“%1” cannot be read as a field")},
    {"formula.bad-number", T("A formula has a number that cannot be read"),
     T("A number has one decimal sign and at most 38 digits."), kOnMap, Remedy::OpenSync,
     T("“%1” cannot be read as a number")},
    {"formula.empty", T("A formula is empty"), T(""), T("Fill it in on the Map step."), Remedy::OpenSync},
    {"formula.error", T("A formula asks to hold this record: %1"),
     T("The formula has a test of its own, and this record fails it."),
     T("Correct the record, then press Retry."), Remedy::Retry},
    //: %1 is what stands there, %2 what should
    {"formula.expected", T("A formula is not finished"), T(""), kOnMap, Remedy::OpenSync,
     T("%1 stands where %2 belongs")},
    {"formula.may-be-blank", T("A formula may give nothing"), T("The field may be empty."),
     T("Give it a value for that case on the Map step."), Remedy::OpenSync,
     T("“%1” may be empty, and the formula then gives an error")},
    {"formula.no-outer", T("A formula looks at an outer record that is not there"),
     T("[..Field] is a field of the record around a line, and this formula is not inside of lines."), kOnMap,
     Remedy::OpenSync},
    {"formula.too-deep", T("A formula is nested too deep"), T(""), T("Split it on the Map step."),
     Remedy::OpenSync, T("The formula has more than %1 parentheses inside each other")},
    {"formula.too-long", T("A formula is too long"), T(""), T("Shorten it on the Map step."),
     Remedy::OpenSync, T("The formula has more than %1 characters")},
    {"formula.too-many-arguments", T("A function has too many values"), T(""), kOnMap, Remedy::OpenSync,
     T("A function takes at most %1 values")},
    {"formula.unclosed-field", T("A formula opens [ and does not close it"), T(""), kOnMap, Remedy::OpenSync},
    {"formula.unclosed-text", T("A formula opens a quotation mark and does not close it"), T(""), kOnMap,
     Remedy::OpenSync},
    {"formula.unknown-field", T("The source has no field “%1”"),
     T("It was renamed or removed, or it is not visible to the person who signed in."),
     T("Choose another field on the Map step."), Remedy::OpenSync},
    {"formula.unknown-function", T("There is no function “%1”"), T(""), kOnMap, Remedy::OpenSync},
    {"formula.unknown-name", T("A formula uses the unknown name “%1”"),
     T("A field is written in brackets, a text in quotation marks."), kOnMap, Remedy::OpenSync},
    {"target.may-be-too-long", T("A text may be longer than the field"),
     T("Longer texts are refused by the other system."), T("Use LEFT on the Map step to cut it."),
     Remedy::OpenSync, T("The text may have %1 characters, and the field takes %2")},
    {"target.may-lose-decimals", T("A number may have more digits than the field keeps"), T(""),
     T("Use ROUND on the Map step."), Remedy::OpenSync,
     T("The number may have %1 decimal places, and the field keeps %2")},
    {"target.may-not-be-in-list", T("A value of the source is no choice of the field"),
     T("The field takes only values of its own list."),
     T("Use a lookup table or SWITCH on the Map step to choose."), Remedy::OpenSync,
     T("“%1” can come from the source, and the field does not know it")},
    {"formula.wrong-kind", T("A formula gives the wrong kind of value"), T(""), kOnMap, Remedy::OpenSync,
     //: %1 and %2 are kinds of values: number, text, date
     T("A %1 belongs here, and this is a %2")},
};

/// Where a formula has no value for a record.
constexpr SentenceEntry kComputed[] = {
    {"formula.bad-abn", T("An ABN is not valid"), T("Its check digits do not fit."),
     T("Correct the number in the source record, then press Retry."), Remedy::Retry,
     T("“%1” is not a valid ABN")},
    {"formula.bad-format", T("A formula uses an unknown number or date format"),
     T("Digits are written 0 or #, a point before decimals, a comma between thousands; days d, months m, "
       "years y, hours h, minutes m and seconds s. Other letters stand between quotation marks."),
     kOnMap, Remedy::OpenSync, T("“%1” is not a format for numbers or dates")},
    {"formula.bad-pattern", T("A formula has a search pattern that cannot be read"),
     T("Parentheses and brackets in it must be closed, or have \\ before them."), kOnMap, Remedy::OpenSync,
     T("“%1” is not a search pattern")},
    {"formula.bad-phone", T("A telephone number cannot be read"),
     T("It has other signs than digits, or too many or too few of them for its country."),
     T("Correct the number in the source record, then press Retry."), Remedy::Retry,
     T("“%1” is not a telephone number")},
    {"formula.bad-unit", T("A formula uses an unknown unit of time"),
     T("The units are Y, M, D, MD, YM and YD."), kOnMap, Remedy::OpenSync, T("“%1” is not a unit of time")},
    {"formula.blank-date", T("A date is empty that a formula needs"),
     T("The formula cannot count from an empty date."),
     T("Fill the date in the source record, then press Retry."), Remedy::Retry},
    {"formula.date-in-arithmetic", T("A formula calculates with a date as if it were a number"),
     T("Days can be added to a date or taken from it, and two dates give the days between them."), kOnMap,
     Remedy::OpenSync},
    {"formula.date-out-of-range", T("A date is out of range"),
     T("The formula gives a day outside the calendar that systems accept."), kRecordOrMap, Remedy::OpenSync},
    {"formula.date-where-number", T("A formula has a date where a number belongs"), T(""), kOnMap,
     Remedy::OpenSync, T("%1 is a date; a number belongs here")},
    {"formula.dates-reversed", T("A first day is after the last day"),
     T("The formula counts between two dates in the wrong order."),
     T("Correct the dates in the source record, then press Retry."), Remedy::Retry, T("%1 is after %2")},
    {"formula.division-by-zero", T("A formula divides by zero"),
     T("A figure that it divides by is zero in this record."),
     T("Correct the record, or use IF on the Map step."), Remedy::OpenSync},
    {"formula.empty-text", T("A text is empty that a formula needs"), T(""),
     T("Fill the field in the source record, then press Retry."), Remedy::Retry},
    {"formula.error-literal", T("A formula gives an error on purpose"), T(""),
     T("Look at the formula on the Map step."), Remedy::OpenSync},
    {"formula.list-too-long", T("A list is too long for a formula"), T(""),
     T("Split the record, or change the formula on the Map step."), Remedy::OpenSync,
     T("A list has more than %1 items")},
    {"formula.lists-differ", T("A formula joins lists of different length"),
     T("Lists are put side by side line by line, so they need the same number of lines."), kOnMap,
     Remedy::OpenSync, T("A list of %1 items is put beside a list of %2")},
    {"formula.no-case", T("No case of a formula fits this record"),
     T("The formula lists cases, and none of them is this one."),
     T("Add the case on the Map step, or correct the record."), Remedy::OpenSync},
    {"formula.no-order", T("A formula compares values that have no order"),
     T("For example a date with a number."), kOnMap, Remedy::OpenSync},
    {"formula.no-parts", T("A text does not have the part that a formula wants"), T(""), kRecordOrMap,
     Remedy::OpenSync, T("“%1” is a single value and has no parts")},
    {"formula.not-a-boolean", T("A formula needs yes or no, and gets something else"),
     T("A test is TRUE, FALSE or a number; a text is compared, as in [Status] = \"Paid\"."), kRecordOrMap,
     Remedy::OpenSync, T("“%1” is neither TRUE nor FALSE")},
    {"formula.not-a-date", T("A text is not a date"),
     T("A formula needs a date here, written 2026-11-21, that is in the calendar."),
     T("Correct the record, then press Retry."), Remedy::Retry, T("“%1” is not a date")},
    {"formula.not-a-number", T("A text is not a number"), T("A formula needs a number here."),
     T("Correct the record, then press Retry."), Remedy::Retry, T("“%1” is not a number")},
    {"formula.not-available", T("A value is not available"),
     T("A formula looked for something that this record does not have."), kRecordOrMap, Remedy::OpenSync},
    {"formula.no-numbers", T("A formula has no numbers to count with"),
     T("The list is empty, or none of its lines fits."),
     T("Use IFERROR on the Map step to say what happens then."), Remedy::OpenSync},
    {"formula.nothing-to-test", T("A formula tests nothing"),
     T("AND, OR and XOR need at least one value that is TRUE or FALSE."), kOnMap, Remedy::OpenSync},
    {"formula.out-of-range", T("A number in a formula is out of range"),
     T("A count cannot be negative, places are counted from 1, and a list ends with its last line."),
     kRecordOrMap, Remedy::OpenSync, T("%1 is out of range here")},
    {"formula.power", T("A power or a root in a formula has no exact value"),
     T("Only whole and half powers are computed, no root of a negative number and not 0 ^ 0."), kOnMap,
     Remedy::OpenSync},
    {"formula.record-where-value", T("A formula uses a whole record or list where one value belongs"), T(""),
     T("Name one of its fields on the Map step."), Remedy::OpenSync},
    {"formula.short-year", T("A year has fewer than four digits"),
     T("It could be in this century or in the last."), kRecordOrMap, Remedy::OpenSync,
     T("“%1” is not a year of four digits")},
    {"formula.signs-differ", T("A formula rounds to a step of the other sign"),
     T("The number and the step must both be positive or both be negative."), kOnMap, Remedy::OpenSync},
    {"formula.text-not-found", T("A text does not occur where it should"),
     T("A formula looks for it in this record."), kRecordOrMap, Remedy::OpenSync,
     T("“%1” does not occur there")},
    {"formula.text-too-long", T("A formula makes a text that is too long"), T(""),
     T("Shorten it on the Map step."), Remedy::OpenSync},
    {"formula.too-large", T("A number in a formula is too large"),
     T("More than 38 digits cannot be computed exactly."), kRecordOrMap, Remedy::OpenSync},
    {"formula.too-much-work", T("A formula has too much to do for one record"),
     T("It was stopped so that the other records are not held up."), T("Simplify it on the Map step."),
     Remedy::OpenSync},
    {"formula.unknown-country", T("A telephone number has no country"),
     T("It is written as at home, and its country is empty or not known."),
     T("Name the country in PHONE on the Map step, or write the number with + and the country's code."),
     Remedy::OpenSync, T("“%2” is a telephone number without a country")},
    {"cli.bad-line", T("A line is not JSON"), T("It cannot be read at byte %1."),
     T("Write one object a line: {\"formula\":\"=…\",\"record\":{…}}"), Remedy::None},
    {"cli.long-line", T("A line is too long"), T("It was passed over."), T("Split the record."),
     Remedy::None},
    {"cli.no-formula", T("A line has no formula"),
     T("It is not an object, or its member “formula” is not a text."),
     T("Write one object a line: {\"formula\":\"=…\",\"record\":{…}}"), Remedy::None},
    {"convert.no-currency", T("A text is not a currency"), T("A currency has three letters, such as EUR."),
     T("Correct the record, then press Retry."), Remedy::Retry, T("“%1” is not a currency")},
    {"convert.no-rate", T("An exchange rate is missing: %1 to %2"),
     T("The lookup table “Exchange rates” has none for %3 or the week before."),
     T("Add the row “%1/%2 %3” on the Lookups screen; records that wait for it are planned again."),
     Remedy::AddLookupRow, T("There is no rate from %1 to %2 on %3")},
};

constexpr auto both()
{
    std::array<SentenceEntry, std::size(kWritten) + std::size(kComputed)> all{};
    std::copy(std::begin(kWritten), std::end(kWritten), all.begin());
    std::copy(std::begin(kComputed), std::end(kComputed), all.begin() + std::size(kWritten));
    return all;
}

constexpr auto kAll = both();

} // namespace

std::span<const SentenceEntry> formulaSentences()
{
    return kAll;
}

} // namespace tieout::wording
