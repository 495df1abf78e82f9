#include "sandbox/xero/documents/repeatinginvoice.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

Date RepeatingSchedule::nextFrom(Date today) const
{
    constexpr int kDaysPerWeek = 7;
    constexpr int kMonthsPerYear = 12;
    if (!start.isValid() || period < 1) return {};
    Date next = start;
    if (weekly && start < today) {
        const qint64 step = qint64(period) * kDaysPerWeek;
        next = start.addDays((start.daysTo(today) + step - 1) / step * step);
    } else if (start < today) {
        // From the start each time, so that the 31st comes back after February.
        int months = (today.year() - start.year()) * kMonthsPerYear + today.month() - start.month();
        months -= months % period;
        next = start.addMonths(months);
        if (next < today) next = start.addMonths(months + period);
    }
    return end.isValid() && next > end ? Date() : next;
}

Date dueDayOf(const RepeatingSchedule& schedule, Date date)
{
    const QString& type = schedule.dueDateType;
    const auto dayOf = [&schedule](Date month) {
        return Date(month.year(), month.month(), std::clamp(schedule.dueDate, 1, month.daysInMonth()));
    };
    if (type == "OFCURRENTMONTH"_L1) return dayOf(date);
    if (type == "OFFOLLOWINGMONTH"_L1) return dayOf(date.addMonths(1));
    const bool afterMonth = type == "DAYSAFTERBILLMONTH"_L1 || type == "DAYSAFTERINVOICEMONTH"_L1;
    const Date from = afterMonth ? Date(date.year(), date.month(), date.daysInMonth()) : date;
    return from.addDays(schedule.dueDate);
}

} // namespace tieout::sandbox::xero
