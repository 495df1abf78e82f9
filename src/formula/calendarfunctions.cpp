#include "formula/functions.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

Operand wrongNumber(Call& call, int number, int argument)
{
    return call.fail(FaultKind::Number, u"formula.out-of-range"_s, {QString::number(number)}, argument);
}

/// Type 1 or 17: weeks begin on Sunday; 2 or 11: on Monday; 12…16: Tuesday … Saturday; 21: ISO 8601. But for
/// the last, week 1 holds 1 January.
Operand callWeekNumber(Call& call)
{
    Date date;
    int type = 1;
    if (!call.date(0, date) || !call.integer(1, type, 1)) return call.failure();
    if (type == 21) return Operand(Decimal(date.weekNumber()));
    const int first = type == 1 ? 6 : type == 2 ? 0 : type >= 11 && type <= 17 ? type - 11 : -1;
    if (first < 0) return wrongNumber(call, type, 1);
    const int newYear = (Date(date.year(), 1, 1).dayOfWeek() - 1 - first + 7) % 7;
    return Operand(Decimal((date.dayOfYear() - 1 + newYear) / 7 + 1));
}

Operand callIsoWeekNumber(Call& call)
{
    Date date;
    return call.date(0, date) ? Operand(Decimal(date.weekNumber())) : call.failure();
}

bool endsFebruary(Date date)
{
    return date.month() == 2 && date.day() == date.daysInMonth();
}

/// Days between two dates of months of 30 days.
qint64 thirtyDayMonths(Date start, int startDay, Date end, int endDay)
{
    return (qint64(end.year()) - start.year()) * 360 + (end.month() - start.month()) * 30 + endDay - startDay;
}

qint64 europeanDays(Date start, Date end)
{
    return thirtyDayMonths(start, std::min(start.day(), 30), end, std::min(end.day(), 30));
}

Operand callDays360(Call& call)
{
    Date start;
    Date end;
    bool european = false;
    if (!call.date(0, start) || !call.date(1, end) || !call.boolean(2, european, false))
        return call.failure();
    if (european) return Operand(Decimal(europeanDays(start, end)));
    const int first = start.day() == 31 || endsFebruary(start) ? 30 : start.day();
    const int last = end.day() == 31 && first == 30 ? 30 : end.day();
    return Operand(Decimal(thirtyDayMonths(start, first, end, last)));
}

/// The American 30/360 of securities: ends of February count as the 30th.
qint64 americanDays(Date start, Date end)
{
    int first = start.day();
    int last = end.day();
    if (endsFebruary(start) && endsFebruary(end)) last = 30;
    if (endsFebruary(start)) first = 30;
    if (last == 31 && first >= 30) last = 30;
    if (first == 31) first = 30;
    return thirtyDayMonths(start, first, end, last);
}

bool holdsLeapDay(Date start, Date end)
{
    for (int year = start.year(); year <= end.year(); ++year) {
        const Date leapDay(year, 2, 29);
        if (leapDay.isValid() && leapDay >= start && leapDay <= end) return true;
    }
    return false;
}

/// Actual days over the length of the year, of several years over their average length.
Result<Decimal> actualYears(Date start, Date end)
{
    const Decimal days(start.daysTo(end));
    if (end <= start.addYears(1)) {
        const bool one = start.year() == end.year();
        const bool leap = one ? QDate::isLeapYear(start.year()) : holdsLeapDay(start, end);
        return days.dividedBy(Decimal(leap ? 366 : 365));
    }
    const Decimal years(end.year() - start.year() + 1);
    const Decimal span(Date(start.year(), 1, 1).daysTo(Date(end.year() + 1, 1, 1)));
    const auto scaled = days.times(years);
    return scaled ? scaled->dividedBy(span) : scaled;
}

/// Basis 0: American 30/360; 1: actual days and years; 2: actual/360; 3: actual/365; 4: European 30/360.
Operand callYearFraction(Call& call)
{
    Date start;
    Date end;
    int basis = 0;
    if (!call.date(0, start) || !call.date(1, end) || !call.integer(2, basis, 0)) return call.failure();
    if (basis < 0 || basis > 4) return wrongNumber(call, basis, 2);
    if (end < start) std::swap(start, end);
    if (basis == 1) return call.settled(actualYears(start, end));
    const qint64 days = basis == 0   ? americanDays(start, end)
                        : basis == 4 ? europeanDays(start, end)
                                     : start.daysTo(end);
    return call.settled(Decimal(days).dividedBy(Decimal(basis == 3 ? 365 : 360)));
}

constexpr quint8 kZoned = FunctionInfo::PerItem | FunctionInfo::AsksContext;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"WEEKNUM", 1, 2, kZoned, kEager, "ndn", u"WEEKNUM(date, [type])", callWeekNumber},
    {u"ISOWEEKNUM", 1, 1, kZoned, kEager, "nd", u"ISOWEEKNUM(date)", callIsoWeekNumber},
    {u"DAYS360", 2, 3, kZoned, kEager, "nddb", u"DAYS360(start, end, [european])", callDays360},
    {u"YEARFRAC", 2, 3, kZoned, kEager, "nddn", u"YEARFRAC(start, end, [basis])", callYearFraction},
};

} // namespace

std::span<const FunctionInfo> calendarFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
