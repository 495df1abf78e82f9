#include "sandbox/xero/documents/repeatingrounds.h"

#include "sandbox/xero/documents/invoicedesk.h"

namespace tieout::sandbox::xero {

namespace {

/// A far jump of the clock makes no more than this of one template, and goes on at the next call.
constexpr int kMostAtOnce = 500;

Invoice madeFrom(const RepeatingInvoice& row, GuidSource& guids, Date date)
{
    Invoice invoice;
    static_cast<DocumentBody&>(invoice) = row;
    invoice.id = QUuid();
    invoice.number.clear();
    for (DocumentLine& line : invoice.lines)
        line.id = guids.next();
    invoice.type = row.type;
    if (row.type == InvoiceType::Payable) invoice.reference.clear();
    invoice.date = date;
    invoice.dueDate = dueDayOf(row.schedule, date);
    invoice.repeating = row.id;
    invoice.madeByApp = false;
    const bool approved = row.status == RepeatingStatus::Authorised;
    invoice.status = approved ? InvoiceStatus::Authorised : InvoiceStatus::Draft;
    invoice.sentToContact = approved && (row.approvedForSending || row.markAsSent);
    return invoice;
}

} // namespace

void makeDueInvoices(Tenant& tenant, GuidSource& guids, Instant now)
{
    const Date today = tenant.organisation.today(now);
    for (int position = 0; position < tenant.repeating.size(); ++position) {
        const RepeatingInvoice& row = tenant.repeating.at(position);
        if (row.status == RepeatingStatus::Deleted || row.madeUntil >= today) continue;
        if (tenant.contacts.at(row.contact).status != ContactStatus::Active) continue;
        Date until = today;
        Date next = row.schedule.nextFrom(row.madeUntil.addDays(1));
        for (int made = 0; next.isValid() && next <= today; ++made) {
            if (made == kMostAtOnce) {
                until = next.addDays(-1);
                break;
            }
            const Instant begins = tenant.organisation.startOfDay(next);
            InvoiceDesk(tenant, guids, std::max(begins, row.created), {}).enter(madeFrom(row, guids, next));
            next = row.schedule.nextFrom(next.addDays(1));
        }
        tenant.repeating.edit(position).madeUntil = until;
    }
}

} // namespace tieout::sandbox::xero
