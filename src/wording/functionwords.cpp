#include "wording/functionwords.h"

#include <QCoreApplication>
#include <QHash>

namespace tieout::wording {

namespace {

#define T(text) QT_TRANSLATE_NOOP("Functions", text)

struct FunctionEntry {
    const char* name;
    const char* words;
};

constexpr FunctionEntry kEntries[] = {
    {"ABN", T("An Australian Business Number as eleven digits; an error when its check digits do not fit.")},
    {"ABS", T("The number without its sign.")},
    {"AND", T("TRUE when all tests are.")},
    {"AVERAGE", T("The sum of the numbers divided by their count.")},
    {"AVERAGEIF", T("The average of those whose item passes a test.")},
    {"AVERAGEIFS", T("The average of those whose items pass all tests.")},
    {"CEILING", T("The next multiple of a step upwards.")},
    {"CEILING.MATH",
     T("The next multiple of a step upwards; negatives towards zero unless a mode is given.")},
    {"CHAR", T("The character with this number.")},
    {"CHOOSE", T("The value at this place of a choice.")},
    {"CLEAN", T("The text without line breaks and other control characters.")},
    {"CODE", T("The number of a text's first character.")},
    {"CONCAT", T("Texts and lists joined to one text.")},
    {"CONCATENATE", T("Texts and lists joined to one text.")},
    {"CONVERT", T("An amount in another currency, at the rate of a day from the lookup table “Exchange "
                  "rates”. It is not rounded.")},
    {"COUNT", T("How many numbers and dates there are.")},
    {"COUNTA", T("How many values are not empty.")},
    {"COUNTBLANK", T("How many items are empty.")},
    {"COUNTIF", T("How many items pass a test, such as \">100\" or \"Wid*\".")},
    {"COUNTIFS", T("How many rows pass all tests.")},
    {"DATE", T("The day with this year, month and day; what is beyond a month's end goes into the next.")},
    {"DATEDIF",
     T("Whole years, months or days between two dates: \"Y\", \"M\", \"D\", \"YM\", \"MD\", \"YD\".")},
    {"DATEVALUE", T("The date that a text such as 2026-11-21 means.")},
    {"DAY", T("The day of the month.")},
    {"DAYS", T("The number of days from the second date to the first.")},
    {"DAYS360", T("Days between two dates, with months of 30 days.")},
    {"DOMAIN", T("The part of an e-mail or web address that names the company.")},
    {"DROP", T("The list without its first items, or without its last ones when the count is negative.")},
    {"EDATE", T("The same day so many months later.")},
    {"EOMONTH", T("The last day of the month, so many months later.")},
    {"ERROR.TYPE", T("The number of an error: 2 #DIV/0!, 3 #VALUE!, 4 #REF!, 5 #NAME?, 6 #NUM!, 7 #N/A.")},
    {"EVEN", T("The next even number away from zero.")},
    {"EXACT", T("TRUE when two texts are the same, capitals included.")},
    {"FILTER", T("The items of a list whose tests are TRUE.")},
    {"FIND", T("The place of one text in another, from 1; capitals count.")},
    {"FIRST", T("The first item of a list.")},
    {"FIXED", T("A number as text with so many places and thousands set apart.")},
    {"FLOOR", T("The next multiple of a step downwards.")},
    {"FLOOR.MATH",
     T("The next multiple of a step downwards; negatives away from zero unless a mode is given.")},
    {"HOUR", T("The hour of a moment.")},
    {"IF", T("One value when a test is TRUE, another when it is not.")},
    {"IFERROR", T("A value, or another one when it is an error.")},
    {"IFNA", T("A value, or another one when it is not available.")},
    {"IFS", T("The value behind the first test that is TRUE.")},
    {"INDEX", T("The item of a list at this place.")},
    {"INT", T("The whole number below.")},
    {"ISBLANK", T("TRUE when the field is empty.")},
    {"ISDATE", T("TRUE for a date or a moment.")},
    {"ISERR", T("TRUE for an error other than #N/A.")},
    {"ISERROR", T("TRUE for an error.")},
    {"ISEVEN", T("TRUE for an even number.")},
    {"ISLOGICAL", T("TRUE for TRUE and FALSE.")},
    {"ISNA", T("TRUE for #N/A.")},
    {"ISNONTEXT", T("TRUE for anything but text.")},
    {"ISNUMBER", T("TRUE for a number.")},
    {"ISODD", T("TRUE for an odd number.")},
    {"ISOWEEKNUM", T("The week of the year as ISO 8601 counts it.")},
    {"ISTEXT", T("TRUE for text.")},
    {"JOIN", T("The texts of a list joined, empty ones left out.")},
    {"LARGE", T("The largest item of a list, the second largest, and so on.")},
    {"LAST", T("The last item of a list.")},
    {"LEFT", T("The first characters of a text.")},
    {"LEN", T("How many characters a text has.")},
    {"LINKED", T("The record that another sync has made for this key.")},
    {"LIST", T("A list of the values, empty ones left out.")},
    {"LOOKUP", T("What a lookup table has for a key.")},
    {"LOWER", T("The text in small letters.")},
    {"MATCH", T("The place of an equal item in a list.")},
    {"MAX", T("The largest number or the latest date.")},
    {"MAXIFS", T("The largest of those whose items pass all tests.")},
    {"MEDIAN", T("The number in the middle.")},
    {"MID", T("Characters from the middle of a text.")},
    {"MIN", T("The smallest number or the earliest date.")},
    {"MINIFS", T("The smallest of those whose items pass all tests.")},
    {"MINUTE", T("The minute of a moment.")},
    {"MOD", T("What is left over of a division.")},
    {"MONTH", T("The month, 1 to 12.")},
    {"MROUND", T("The nearest multiple of a step.")},
    {"N", T("The number, 1 for TRUE, 0 for anything else.")},
    {"NA", T("The error #N/A: no value.")},
    {"NETWORKDAYS", T("Working days between two dates, both counted.")},
    {"NETWORKDAYS.INTL", T("Working days between two dates, with a weekend of your own.")},
    {"NOT", T("TRUE for FALSE and the other way round.")},
    {"NOW", T("The moment when the run began.")},
    {"NUMBERVALUE", T("The number in a text whose decimal sign is named.")},
    {"ODD", T("The next odd number away from zero.")},
    {"OR", T("TRUE when one of the tests is.")},
    {"ORG", T("A setting of the organisation, such as \"BaseCurrency\".")},
    {"PHONE", T("A telephone number as it is dialled from anywhere, +61291234567.")},
    {"POWER", T("A number multiplied by itself so many times.")},
    {"PRODUCT", T("All numbers multiplied.")},
    {"PROPER", T("Each word with a capital.")},
    {"QUOTIENT", T("How many whole times one number goes into another.")},
    {"RANK", T("The place of a number among others, the largest first.")},
    {"REGEXEXTRACT", T("The part of a text that fits a search pattern.")},
    {"REGEXMATCH", T("TRUE when a part of a text fits a search pattern.")},
    {"REGEXREPLACE", T("The text with the parts that fit a search pattern replaced.")},
    {"REPLACE", T("The text with the characters at a place replaced.")},
    {"REPT", T("The text repeated.")},
    {"RIGHT", T("The last characters of a text.")},
    {"ROUND", T("Rounds to so many places; a half goes away from zero.")},
    {"ROUND.EVEN", T("Rounds to so many places; a half goes to the even digit.")},
    {"ROUNDDOWN", T("Rounds towards zero.")},
    {"ROUNDUP", T("Rounds away from zero.")},
    {"ROWS", T("How many items a list has.")},
    {"SEARCH",
     T("The place of one text in another, from 1; capitals do not count, * and ? stand for anything.")},
    {"SECOND", T("The second of a moment.")},
    {"SIGN", T("1, 0 or -1.")},
    {"SLUG", T("A text as small letters, digits and hyphens.")},
    {"SMALL", T("The smallest item of a list, the second smallest, and so on.")},
    {"SORT", T("A list in order, empty items last.")},
    {"SORTBY", T("One list in the order of another.")},
    {"SPLIT", T("The parts of a text as a list.")},
    {"SQRT", T("The square root.")},
    {"SUBSTITUTE", T("The text with one piece replaced by another.")},
    {"SUM", T("All numbers added.")},
    {"SUMIF", T("The sum of those whose item passes a test.")},
    {"SUMIFS", T("The sum of those whose items pass all tests.")},
    {"SUMPRODUCT", T("Lists multiplied item by item, then added.")},
    {"SWITCH", T("The result behind the case that equals a value.")},
    {"T", T("The text, nothing for anything else.")},
    {"TAKE", T("The first items of a list, or the last ones when the count is negative.")},
    {"TAXEXCLUSIVE", T("A gross amount without its tax.")},
    {"TAXINCLUSIVE", T("A net amount with its tax.")},
    {"TEXT", T("A number or date written in a format, such as \"#,##0.00\" or \"dd/mm/yyyy\".")},
    {"TEXTAFTER", T("The part of a text behind a sign.")},
    {"TEXTBEFORE", T("The part of a text before a sign.")},
    {"TEXTJOIN", T("Texts and lists joined with a sign between.")},
    {"TODAY", T("The day on which the run began.")},
    {"TRIM", T("The text without outer blanks and with single ones inside.")},
    {"TRUNC", T("The number without the places behind the point.")},
    {"TYPE", T("What kind of value it is: 1 number, 2 text, 4 TRUE or FALSE, 16 error, 64 list.")},
    {"UNICHAR", T("The character with this number.")},
    {"UNICODE", T("The number of a text's first character.")},
    {"UNIQUE", T("The list with each item once.")},
    {"UPPER", T("The text in capitals.")},
    {"VALUE", T("The number that a text means.")},
    {"WEEKDAY", T("The day of the week as a number.")},
    {"WEEKNUM", T("The week of the year.")},
    {"WORKDAY", T("The date so many working days away.")},
    {"WORKDAY.INTL", T("The date so many working days away, with a weekend of your own.")},
    {"XLOOKUP", T("The result beside the key that equals a value.")},
    {"XOR", T("TRUE when an odd number of tests is.")},
    {"YEAR", T("The year.")},
    {"YEARFRAC", T("The part of a year between two dates.")},
};

#undef T

} // namespace

QString functionWords(const QString& function)
{
    static const QHash<QString, const char*> kWords = [] {
        QHash<QString, const char*> all;
        for (const FunctionEntry& entry : kEntries)
            all.insert(QString::fromLatin1(entry.name), entry.words);
        return all;
    }();
    const char* words = kWords.value(function.toUpper());
    return words ? QCoreApplication::translate("Functions", words) : QString();
}

} // namespace tieout::wording
