#include "sandbox/xero/repeatinginvoice.h"

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

} // namespace tieout::sandbox::xero
