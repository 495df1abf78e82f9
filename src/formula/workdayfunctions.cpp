#include "formula/functions.h"

#include <QtAlgorithms>

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// Which days of a week are worked; Monday first.
class WorkWeek final
{
  public:
    explicit WorkWeek(quint8 weekend)
        : m_weekend(weekend)
    {
    }
    [[nodiscard]] bool isOff(Date date) const { return (m_weekend >> (date.dayOfWeek() - 1) & 1) != 0; }
    [[nodiscard]] int workedDays() const { return 7 - qPopulationCount(m_weekend); }

    /// The weekday `days` worked days away; whole weeks are jumped over.
    [[nodiscard]] Date after(Date start, int days) const
    {
        if (days == 0) return start;
        const int step = days < 0 ? -1 : 1;
        const int weeks = (std::abs(days) - 1) / workedDays();
        Date day = start.addDays(qint64(weeks) * 7 * step);
        for (int left = std::abs(days) - weeks * workedDays(); left > 0;) {
            day = day.addDays(step);
            left -= isOff(day) ? 0 : 1;
        }
        return day;
    }

    /// From `first` to `last`, both counted.
    [[nodiscard]] qint64 between(Date first, Date last) const
    {
        const qint64 days = first.daysTo(last) + 1;
        qint64 count = days / 7 * workedDays();
        for (Date day = first.addDays(days / 7 * 7); day <= last; day = day.addDays(1))
            count += isOff(day) ? 0 : 1;
        return count;
    }

  private:
    quint8 m_weekend;
};

constexpr quint8 kSaturdayAndSunday = 0b1100000;

/// Excel's numbers: 1 = Saturday and Sunday … 7 = Friday and Saturday, 11 = Sunday only … 17 = Saturday only;
/// or seven signs from Monday, 1 = off.
std::optional<quint8> weekendOf(const Value& value)
{
    if (const QString* text = value.text(); text && text->size() == 7) {
        quint8 weekend = 0;
        for (int day = 0; day < 7; ++day) {
            const QChar sign = text->at(day);
            if (sign != u'0' && sign != u'1') return std::nullopt;
            weekend |= quint8(int(sign == u'1') << day);
        }
        return weekend;
    }
    const auto number = toNumber(value);
    const auto code = number ? number->toInteger() : std::nullopt;
    if (!code) return std::nullopt;
    const auto day = [](qint64 fromMonday) { return quint8(1 << ((fromMonday + 7) % 7)); };
    if (*code >= 1 && *code <= 7) return quint8(day(*code + 4) | day(*code + 5));
    if (*code >= 11 && *code <= 17) return day(*code - 12);
    return std::nullopt;
}

/// What both functions read besides their dates: the week and the holidays that fall on its worked days, in
/// order, once each. False: `call.failure()`.
bool readCalendar(Call& call, int weekendAt, int holidaysAt, WorkWeek& week, QList<Date>& holidays)
{
    if (weekendAt > 0 && call.given(weekendAt)) {
        const auto weekend = weekendOf(call.value(weekendAt));
        if (!weekend) {
            static_cast<void>(call.fail(FaultKind::Value, u"formula.out-of-range"_s,
                                        {toText(call.value(weekendAt))}, weekendAt));
            return false;
        }
        week = WorkWeek(*weekend);
    }
    if (!call.given(holidaysAt)) return true;
    const model::ValueList items = call.list(holidaysAt);
    for (const Value& item : items) {
        const auto date = toDate(item, call.context().zone());
        if (!date && !item.isBlank()) {
            static_cast<void>(
                call.fail(FaultKind::Value, u"formula.not-a-date"_s, {toText(item)}, holidaysAt));
            return false;
        }
        if (date && !week.isOff(*date)) holidays.append(*date);
    }
    std::sort(holidays.begin(), holidays.end());
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    return true;
}

template<bool international>
Operand callNetworkDays(Call& call)
{
    Date start;
    Date end;
    WorkWeek week(kSaturdayAndSunday);
    QList<Date> holidays;
    if (!call.date(0, start) || !call.date(1, end) ||
        !readCalendar(call, international ? 2 : -1, international ? 3 : 2, week, holidays))
        return call.failure();
    const Date first = std::min(start, end);
    const Date last = std::max(start, end);
    const auto inside = [&](Date day) { return day >= first && day <= last; };
    const qint64 count =
        week.between(first, last) - std::count_if(holidays.cbegin(), holidays.cend(), inside);
    return Operand(Decimal(end < start ? -count : count));
}

template<bool international>
Operand callWorkday(Call& call)
{
    Date start;
    int days = 0;
    WorkWeek week(kSaturdayAndSunday);
    QList<Date> holidays;
    if (!call.date(0, start) || !call.integer(1, days) ||
        !readCalendar(call, international ? 2 : -1, international ? 3 : 2, week, holidays))
        return call.failure();
    if (week.workedDays() == 0)
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {toText(call.value(2))}, 2);
    constexpr int kFarthest = 2'600'000;
    if (std::abs(days) > kFarthest)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s, {}, 1);
    Date day = week.after(start, days);
    if (days < 0) std::reverse(holidays.begin(), holidays.end());
    for (const Date holiday : std::as_const(holidays)) {
        const bool passed = days > 0 ? holiday > start && holiday <= day : holiday < start && holiday >= day;
        if (passed) day = week.after(day, days > 0 ? 1 : -1);
    }
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return call.fail(FaultKind::Number, u"formula.date-out-of-range"_s);
    return Operand(day);
}

constexpr quint8 kAsks = FunctionInfo::AsksContext;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"WORKDAY", 2, 3, kAsks, kEager, "ddnl", u"WORKDAY(start, days, [holidays])", callWorkday<false>},
    {u"WORKDAY.INTL", 2, 4, kAsks, kEager, "ddnal", u"WORKDAY.INTL(start, days, [weekend], [holidays])",
     callWorkday<true>},
    {u"NETWORKDAYS", 2, 3, kAsks, kEager, "nddl", u"NETWORKDAYS(start, end, [holidays])",
     callNetworkDays<false>},
    {u"NETWORKDAYS.INTL", 2, 4, kAsks, kEager, "nddal",
     u"NETWORKDAYS.INTL(start, end, [weekend], [holidays])", callNetworkDays<true>},
};

} // namespace

std::span<const FunctionInfo> workdayFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
