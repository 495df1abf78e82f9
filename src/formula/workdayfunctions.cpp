#include "formula/functions.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

bool isWeekend(Date date)
{
    return date.dayOfWeek() > 5;
}

/// Holidays that fall on a working day, in order, once each.
bool readHolidays(Call& call, int index, QList<Date>& out)
{
    if (!call.given(index)) return true;
    const model::ValueList items = call.list(index);
    for (const Value& item : items) {
        const auto date = toDate(item, call.context().zone());
        if (!date && !item.isBlank()) {
            static_cast<void>(call.fail(FaultKind::Value, u"formula.not-a-date"_s, {toText(item)}, index));
            return false;
        }
        if (date && !isWeekend(*date)) out.append(*date);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return true;
}

/// Monday to Friday from `first` to `last`, both counted.
qint64 weekdaysBetween(Date first, Date last)
{
    const qint64 days = first.daysTo(last) + 1;
    qint64 count = days / 7 * 5;
    for (Date day = first.addDays(days / 7 * 7); day <= last; day = day.addDays(1))
        count += isWeekend(day) ? 0 : 1;
    return count;
}

Operand callNetworkDays(Call& call)
{
    Date start;
    Date end;
    QList<Date> holidays;
    if (!call.date(0, start) || !call.date(1, end) || !readHolidays(call, 2, holidays)) return call.failure();
    const Date first = std::min(start, end);
    const Date last = std::max(start, end);
    const auto inside = [&](Date day) { return day >= first && day <= last; };
    const qint64 count =
        weekdaysBetween(first, last) - std::count_if(holidays.cbegin(), holidays.cend(), inside);
    return Operand(Decimal(end < start ? -count : count));
}

/// The working day `days` weekdays away; whole weeks are jumped over.
Date weekdayAfter(Date start, int days)
{
    const int step = days < 0 ? -1 : 1;
    Date day = start.addDays(qint64(days / 5) * 7);
    if (isWeekend(day) && days % 5 == 0 && days != 0) {
        while (isWeekend(day))
            day = day.addDays(-step);
        return day;
    }
    for (int left = std::abs(days % 5); left > 0;) {
        day = day.addDays(step);
        left -= isWeekend(day) ? 0 : 1;
    }
    return day;
}

Operand callWorkday(Call& call)
{
    Date start;
    int days = 0;
    QList<Date> holidays;
    if (!call.date(0, start) || !call.integer(1, days) || !readHolidays(call, 2, holidays))
        return call.failure();
    constexpr int kFarthest = 2'600'000;
    if (std::abs(days) > kFarthest)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s, {}, 1);
    Date day = weekdayAfter(start, days);
    if (days < 0) std::reverse(holidays.begin(), holidays.end());
    for (const Date holiday : std::as_const(holidays)) {
        const bool passed = days > 0 ? holiday > start && holiday <= day : holiday < start && holiday >= day;
        if (passed) day = weekdayAfter(day, days > 0 ? 1 : -1);
    }
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s);
    return Operand(day);
}

constexpr quint8 kAsks = FunctionInfo::AsksContext;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"WORKDAY", 2, 3, kAsks, kEager, "ddnl", u"WORKDAY(start, days, [holidays])", callWorkday},
    {u"NETWORKDAYS", 2, 3, kAsks, kEager, "nddl", u"NETWORKDAYS(start, end, [holidays])", callNetworkDays},
};

} // namespace

std::span<const FunctionInfo> workdayFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
