#pragma once

#include "sandbox/xero/documents/invoice.h"

namespace tieout::sandbox::xero {

/// When a repeating invoice comes round. Days are counted from the template's start.
struct RepeatingSchedule {
    QString dueDateType; ///< "OFFOLLOWINGMONTH", "DAYSAFTERBILLDATE" …
    Date start;
    Date end; ///< invalid: for ever
    int period = 1;
    int dueDate = 0;
    bool weekly = false;

    /// The first day of the schedule that is not before `today`; invalid when it is over.
    [[nodiscard]] Date nextFrom(Date today) const;
};

/// The day an invoice of such a schedule falls due that was made on `date`.
[[nodiscard]] Date dueDayOf(const RepeatingSchedule& schedule, Date date);

enum class RepeatingStatus : quint8 { Draft, Authorised, Deleted };

/// A template that invoices are made from at intervals.
struct RepeatingInvoice : DocumentBody {
    RepeatingSchedule schedule;
    InvoiceType type = InvoiceType::Receivable;
    RepeatingStatus status = RepeatingStatus::Draft;
    Date madeUntil; ///< up to this day the schedule has been seen to
    bool approvedForSending = false;
    bool sendCopy = false;
    bool markAsSent = false;
    bool includePdf = false;
};

} // namespace tieout::sandbox::xero
