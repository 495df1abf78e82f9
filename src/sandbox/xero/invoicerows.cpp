#include "sandbox/xero/invoicerows.h"

#include "sandbox/xero/contactrows.h"

namespace tieout::sandbox::xero {

namespace {

void writeAccount(ReplyWriter& writer, const Chart& chart, const InvoiceLine& line, InvoiceDetail detail)
{
    if (line.account >= 0) {
        const Account& account = chart.accounts()[size_t(line.account)];
        writer.text("AccountCode", account.code);
        if (detail == InvoiceDetail::Full) writer.guid("AccountID", account.id);
    }
    if (line.taxRate >= 0) writer.text("TaxType", chart.taxRates()[size_t(line.taxRate)].taxType);
}

void writeLine(ReplyWriter& writer, const Tenant& tenant, const InvoiceLine& line, InvoiceDetail detail,
               int unitDecimals)
{
    writer.beginObject();
    if (!line.itemCode.isEmpty()) writer.text("ItemCode", line.itemCode);
    writer.text("Description", line.description);
    if (line.hasAmount) {
        writer.number("UnitAmount", line.unitAmount.scale() == unitDecimals
                                        ? line.unitAmount
                                        : line.unitAmount.rounded(unitDecimals));
    }
    writeAccount(writer, tenant.chart, line, detail);
    writer.number("TaxAmount", line.taxAmount);
    writer.number("LineAmount", line.hasAmount ? line.lineAmount : Decimal::fromScaled(0, 2));
    if (line.hasDiscountRate) writer.number("DiscountRate", line.discountRate.rounded(2));
    if (line.hasDiscountAmount) writer.number("DiscountAmount", line.discountAmount);
    if (detail == InvoiceDetail::Full) writer.emptyArray("Tracking");
    if (line.hasAmount) writer.number("Quantity", line.quantity);
    writer.guid("LineItemID", line.id);
    if (detail == InvoiceDetail::Full) writer.emptyArray("ValidationErrors");
    writer.endObject();
}

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

void writeHeader(ReplyWriter& writer, const Invoice& invoice, InvoiceDetail detail)
{
    writer.ascii("Type", typeName(invoice.type));
    writer.guid("InvoiceID", invoice.id);
    writer.text("InvoiceNumber", invoice.number);
    if (invoice.type == InvoiceType::Receivable) writer.text("Reference", invoice.reference);
    if (detail == InvoiceDetail::Full || detail == InvoiceDetail::List) {
        writer.emptyArray("Payments");
        writer.emptyArray("CreditNotes");
        writer.emptyArray("Prepayments");
        writer.emptyArray("Overpayments");
    }
    writer.number("AmountDue", invoice.amountDue());
    writer.number("AmountPaid", invoice.amountPaid);
    writer.number("AmountCredited", invoice.amountCredited);
    writer.number("CurrencyRate", invoice.currencyRate);
    if (!invoice.url.isEmpty()) writer.text("Url", invoice.url);
    writer.flag("SentToContact", invoice.sentToContact);
    writer.flag("IsDiscounted", !invoice.totalDiscount.isZero());
    if (detail != InvoiceDetail::Summary) writer.flag("HasAttachments", false);
}

} // namespace

void writeInvoice(ReplyWriter& writer, const Tenant& tenant, const Invoice& invoice, const Contact* contact,
                  InvoiceDetail detail, int unitDecimals)
{
    writeHeader(writer, invoice, detail);
    writer.beginObject("Contact");
    if (contact)
        writeContactStub(writer, *contact,
                         detail == InvoiceDetail::Books ? StubDetail::Names : StubDetail::Full);
    writer.endObject();
    writeDay(writer, "Date", "DateString", invoice.date, detail);
    writeDay(writer, "DueDate", "DueDateString", invoice.dueDate, detail);
    if (!invoice.brandingTheme.isNull()) writer.guid("BrandingThemeID", invoice.brandingTheme);
    if (invoice.expectedPaymentDate.isValid()) writer.day("ExpectedPaymentDate", invoice.expectedPaymentDate);
    if (invoice.plannedPaymentDate.isValid()) writer.day("PlannedPaymentDate", invoice.plannedPaymentDate);
    if (invoice.fullyPaidOn.isValid()) writer.day("FullyPaidOnDate", invoice.fullyPaidOn);
    writer.ascii("Status", statusName(invoice.status));
    writer.ascii("LineAmountTypes", amountTypesName(invoice.amountTypes));
    if (detail != InvoiceDetail::Summary) {
        writer.beginArray("LineItems");
        if (detail != InvoiceDetail::List) {
            for (const InvoiceLine& line : invoice.lines)
                writeLine(writer, tenant, line, detail, unitDecimals);
        }
        writer.endArray();
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
