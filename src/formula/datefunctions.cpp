#include "formula/functions.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

Operand inRange(Call& call, Date date)
{
    if (date.isValid() && date.year() >= 1 && date.year() <= 9999) return Operand(date);
    return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s);
}

/// Months before January and after December, days outside the month carry over: DATE(2026, 14, 0) is 31
/// January 2027.
Operand callDate(Call& call)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (!call.integer(0, year) || !call.integer(1, month) || !call.integer(2, day)) return call.failure();
    constexpr int kFarthestMonth = 120'000;
    constexpr int kFarthestDay = 4'000'000;
    // 26 may be 1926, as in Excel, or 2026: a wrong century would not be noticed.
    if (year >= 0 && year < 100)
        return call.fail(FaultKind::Number, u"formula.short-year"_s, {QString::number(year)}, 0);
    if (year < 1 || year > 9999 || std::abs(month) > kFarthestMonth || std::abs(day) > kFarthestDay)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s);
    return inRange(call, Date(year, 1, 1).addMonths(month - 1).addDays(day - 1));
}

template<int part>
Operand callDatePart(Call& call)
{
    Date date;
    if (!call.date(0, date)) return call.failure();
    return Operand(Decimal(part == 0 ? date.year() : part == 1 ? date.month() : date.day()));
}

template<int part>
Operand callTimePart(Call& call)
{
    const Instant* instant = call.value(0).instant();
    if (!instant) {
        Date date;
        return call.date(0, date) ? Operand(Decimal(0)) : call.failure();
    }
    const QTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*instant), call.context().zone()).time();
    return Operand(Decimal(part == 0 ? time.hour() : part == 1 ? time.minute() : time.second()));
}

Operand callToday(Call& call)
{
    return Operand(dayOf(call.context().runStart(), call.context().zone()));
}

Operand callNow(Call& call)
{
    return Operand(Value(call.context().runStart()));
}

template<bool endOfMonth>
Operand callMonths(Call& call)
{
    Date date;
    int months = 0;
    if (!call.date(0, date) || !call.integer(1, months)) return call.failure();
    constexpr int kFarthestMonth = 120'000;
    if (std::abs(months) > kFarthestMonth)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s, {}, 1);
    const Date moved = date.addMonths(months);
    return inRange(call, endOfMonth ? Date(moved.year(), moved.month(), moved.daysInMonth()) : moved);
}

Operand callDays(Call& call)
{
    Date end;
    Date start;
    if (!call.date(0, end) || !call.date(1, start)) return call.failure();
    return Operand(Decimal(start.daysTo(end)));
}

Operand callDateValue(Call& call)
{
    Date date;
    return call.date(0, date) ? Operand(date) : call.failure();
}

int wholeMonths(Date start, Date end)
{
    const int months = (end.year() - start.year()) * 12 + end.month() - start.month();
    return end.day() < start.day() ? months - 1 : months;
}

/// "Y" "M" "D" whole years, months, days; "MD" "YM" "YD" the rest behind months and years.
Operand callDateDif(Call& call)
{
    Date start;
    Date end;
    QString unit;
    if (!call.date(0, start) || !call.date(1, end) || !call.text(2, unit)) return call.failure();
    if (end < start)
        return call.fail(FaultKind::Number, u"formula.dates-reversed"_s,
                         {formatDate(start), formatDate(end)});
    const int months = wholeMonths(start, end);
    const QString wanted = unit.toUpper();
    if (wanted == "D"_L1) return Operand(Decimal(start.daysTo(end)));
    if (wanted == "M"_L1) return Operand(Decimal(months));
    if (wanted == "Y"_L1) return Operand(Decimal(months / 12));
    if (wanted == "YM"_L1) return Operand(Decimal(months % 12));
    if (wanted == "MD"_L1) return Operand(Decimal(start.addMonths(months).daysTo(end)));
    if (wanted == "YD"_L1) {
        // The 29 February of a common year is 1 March.
        const Date anniversary = Date(start.year() + months / 12, start.month(), 1).addDays(start.day() - 1);
        return Operand(Decimal(anniversary.daysTo(end)));
    }
    return call.fail(FaultKind::Number, u"formula.bad-unit"_s, {unit}, 2);
}

/// Type 1: Sunday = 1; 2: Monday = 1; 3: Monday = 0; 11…17: Monday … Sunday = 1.
Operand callWeekday(Call& call)
{
    Date date;
    int type = 1;
    if (!call.date(0, date) || !call.integer(1, type, 1)) return call.failure();
    const int fromMonday = date.dayOfWeek() - 1;
    if (type == 3) return Operand(Decimal(fromMonday));
    const int first = type == 1 ? 6 : type == 2 ? 0 : type >= 11 && type <= 17 ? type - 11 : -1;
    if (first < 0) return call.fail(FaultKind::Number, u"formula.out-of-range"_s, {QString::number(type)}, 1);
    return Operand(Decimal((fromMonday - first + 7) % 7 + 1));
}

constexpr auto kItem = FunctionInfo::PerItem;
constexpr auto kAsks = FunctionInfo::AsksContext;
/// The day of an instant depends on the organisation's zone, so these are never constants.
constexpr quint8 kZoned = kItem | kAsks;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"DATE", 3, 3, kItem, kEager, "dnnn", u"DATE(year, month, day)", callDate},
    {u"YEAR", 1, 1, kZoned, kEager, "nd", u"YEAR(date)", callDatePart<0>},
    {u"MONTH", 1, 1, kZoned, kEager, "nd", u"MONTH(date)", callDatePart<1>},
    {u"DAY", 1, 1, kZoned, kEager, "nd", u"DAY(date)", callDatePart<2>},
    {u"HOUR", 1, 1, kZoned, kEager, "nd", u"HOUR(instant)", callTimePart<0>},
    {u"MINUTE", 1, 1, kZoned, kEager, "nd", u"MINUTE(instant)", callTimePart<1>},
    {u"SECOND", 1, 1, kZoned, kEager, "nd", u"SECOND(instant)", callTimePart<2>},
    {u"TODAY", 0, 0, kAsks, kEager, "d", u"TODAY()", callToday},
    {u"NOW", 0, 0, kAsks, kEager, "d", u"NOW()", callNow},
    {u"EDATE", 2, 2, kZoned, kEager, "ddn", u"EDATE(date, months)", callMonths<false>},
    {u"EOMONTH", 2, 2, kZoned, kEager, "ddn", u"EOMONTH(date, months)", callMonths<true>},
    {u"DAYS", 2, 2, kZoned, kEager, "ndd", u"DAYS(end, start)", callDays},
    {u"DATEVALUE", 1, 1, kZoned, kEager, "dd", u"DATEVALUE(text)", callDateValue},
    {u"DATEDIF", 3, 3, kZoned, kEager, "nddt", u"DATEDIF(start, end, unit)", callDateDif},
    {u"WEEKDAY", 1, 2, kZoned, kEager, "ndn", u"WEEKDAY(date, [type])", callWeekday},
};

} // namespace

std::span<const FunctionInfo> dateFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
