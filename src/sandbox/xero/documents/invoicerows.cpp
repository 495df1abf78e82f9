#include "sandbox/xero/documents/invoicerows.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/documents/linerows.h"
#include "sandbox/xero/settlements/settlementrows.h"

namespace tieout::sandbox::xero {

namespace {

void writeDay(ReplyWriter& writer, std::string_view key, std::string_view textKey, Date date,
              InvoiceDetail detail)
{
    if (!date.isValid()) return;
    if (detail == InvoiceDetail::Books)
        writer.plainDay(textKey, date);
    else
        writer.dayText(textKey, date);
    writer.day(key, date);
}

void writeSettlements(ReplyWriter& writer, const Tenant& tenant, const Invoice& invoice)
{
    if (invoice.hasAllocation()) {
        writeInvoiceSettlements(writer, tenant, tenant.invoices.byId(invoice.id));
        return;
    }
    writer.emptyArray("Payments");
    writer.emptyArray("CreditNotes");
    writer.emptyArray("Prepayments");
    writer.emptyArray("Overpayments");
}

void writeHeader(ReplyWriter& writer, const Tenant& tenant, const Invoice& invoice, InvoiceDetail detail)
{
    writer.ascii("Type", typeName(invoice.type));
    writer.guid("InvoiceID", invoice.id);
    writer.text("InvoiceNumber", invoice.number);
    if (invoice.type == InvoiceType::Receivable) writer.text("Reference", invoice.reference);
    if (detail == InvoiceDetail::Full || detail == InvoiceDetail::List)
        writeSettlements(writer, tenant, invoice);
    writer.number("AmountDue", invoice.amountDue());
    writer.number("AmountPaid", invoice.amountPaid);
    writer.number("AmountCredited", invoice.amountCredited);
    writer.number("CurrencyRate", invoice.currencyRate);
    if (!invoice.url.isEmpty()) writer.text("Url", invoice.url);
    writer.flag("SentToContact", invoice.sentToContact);
    writer.flag("IsDiscounted", !invoice.totalDiscount.isZero());
    if (detail != InvoiceDetail::Summary) writer.flag("HasAttachments", tenant.hasAttachments(invoice.id));
}

} // namespace

void writeInvoice(ReplyWriter& writer, const Tenant& tenant, const Invoice& invoice, const Contact* contact,
                  InvoiceDetail detail, int unitDecimals)
{
    writeHeader(writer, tenant, invoice, detail);
    writer.beginObject("Contact");
    if (contact)
        writeContactStub(writer, *contact,
                         detail == InvoiceDetail::Books ? StubDetail::Names : StubDetail::Full);
    writer.endObject();
    writeDay(writer, "Date", "DateString", invoice.date, detail);
    writeDay(writer, "DueDate", "DueDateString", invoice.dueDate, detail);
    if (!invoice.brandingTheme.isNull()) writer.guid("BrandingThemeID", invoice.brandingTheme);
    if (!invoice.repeating.isNull()) writer.guid("RepeatingInvoiceID", invoice.repeating);
    if (invoice.expectedPaymentDate.isValid()) writer.day("ExpectedPaymentDate", invoice.expectedPaymentDate);
    if (invoice.plannedPaymentDate.isValid()) writer.day("PlannedPaymentDate", invoice.plannedPaymentDate);
    if (invoice.fullyPaidOn.isValid()) writer.day("FullyPaidOnDate", invoice.fullyPaidOn);
    writer.ascii("Status", statusName(invoice.status));
    writer.ascii("LineAmountTypes", amountTypesName(invoice.amountTypes));
    if (detail != InvoiceDetail::Summary) {
        if (detail == InvoiceDetail::List)
            writer.emptyArray("LineItems");
        else
            writeLines(writer, tenant, invoice.lines,
                       detail == InvoiceDetail::Books ? LineDetail::Books : LineDetail::Full, unitDecimals);
    }
    writer.number("SubTotal", invoice.subTotal);
    writer.number("TotalTax", invoice.totalTax);
    writer.number("Total", invoice.total);
    if (!invoice.totalDiscount.isZero()) writer.number("TotalDiscount", invoice.totalDiscount);
    if (invoice.updated != Instant{}) {
        writer.instant("UpdatedDateUTC", invoice.updated);
        if (detail != InvoiceDetail::Books) writer.instantText("UpdatedDateUTCString", invoice.updated);
    }
    if (invoice.currency >= 0)
        writer.text("CurrencyCode", tenant.chart.currencies()[size_t(invoice.currency)].code);
}

} // namespace tieout::sandbox::xero
