#include "sandbox/xero/settlements/settlementrows.h"

#include "sandbox/xero/contacts/contactrows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

DocumentKind creditKind(SettledKind kind)
{
    switch (kind) {
    case SettledKind::Prepayment:
        return DocumentKind::Prepayment;
    case SettledKind::Overpayment:
        return DocumentKind::Overpayment;
    default:
        return DocumentKind::CreditNote;
    }
}

SettledFacts factsOfInvoice(const Invoice& invoice)
{
    SettledFacts facts;
    facts.id = invoice.id;
    facts.number = invoice.number;
    facts.receivable = invoice.type == InvoiceType::Receivable;
    facts.type = latin1(typeName(invoice.type));
    facts.paymentType = facts.type + u"PAYMENT"_s;
    facts.status = latin1(statusName(invoice.status));
    facts.contact = invoice.contact;
    facts.currency = invoice.currency;
    facts.date = invoice.date;
    facts.outstanding = invoice.amountDue();
    facts.rate = invoice.currencyRate;
    facts.authorised = invoice.status == InvoiceStatus::Authorised;
    return facts;
}

QString creditType(SettledKind kind, bool receivable)
{
    const QString side = receivable ? u"AR"_s : u"AP"_s;
    if (kind == SettledKind::Prepayment) return side + u"PREPAYMENT"_s;
    if (kind == SettledKind::Overpayment) return side + u"OVERPAYMENT"_s;
    return receivable ? u"ACCRECCREDIT"_s : u"ACCPAYCREDIT"_s;
}

// Credits inside payments are spelt like invoices, with a type of their own.
void writeTarget(ReplyWriter& writer, const Tenant& tenant, const SettledDocument& target)
{
    const SettledFacts facts = factsOf(tenant, target);
    writer.beginObject("Invoice");
    writer.text("Type", facts.type);
    writer.guid("InvoiceID", facts.id);
    writer.text("InvoiceNumber", facts.number);
    for (const std::string_view key : {"Payments", "CreditNotes", "Prepayments", "Overpayments"})
        writer.emptyArray(key);
    writer.number("AmountDue", facts.outstanding);
    writer.number("CurrencyRate", facts.rate);
    writer.text("Status", facts.status);
    writer.flag("HasErrors", false);
    writer.flag("IsDiscounted", false);
    writer.beginObject("Contact");
    writeContactStub(writer, tenant.contacts.at(facts.contact));
    writer.endObject();
    writer.emptyArray("LineItems");
    writer.text("CurrencyCode", tenant.chart.currencies()[size_t(facts.currency)].code);
    writer.endObject();
}

void writePaymentStub(ReplyWriter& writer, const Payment& payment)
{
    writer.beginObject();
    writer.guid("PaymentID", payment.id);
    if (!payment.batch.isNull()) writer.guid("BatchPaymentID", payment.batch);
    writer.day("Date", payment.date);
    writer.number("Amount", payment.amount);
    if (!payment.reference.isEmpty()) writer.text("Reference", payment.reference);
    writer.number("CurrencyRate", payment.currencyRate);
    writer.flag("HasAccount", false);
    writer.flag("HasValidationErrors", false);
    writer.endObject();
}

void writeCreditStub(ReplyWriter& writer, const Tenant& tenant, const Allocation& allocation)
{
    const DocumentRules& rules = rulesOf(creditKind(allocation.source.kind));
    const Document& document = tenant.documents(rules.kind).at(allocation.source.position);
    writer.beginObject();
    writer.guid(rules.idKey, document.id);
    if (!rules.numberKey.empty()) writer.text(rules.numberKey, document.number);
    writer.guid("ID", document.id);
    writer.flag("HasErrors", false);
    writer.number("AppliedAmount", allocation.amount);
    writer.day("Date", allocation.date);
    writer.emptyArray("LineItems");
    writer.number("Total", document.total);
    writer.endObject();
}

void writeCreditsOf(ReplyWriter& writer, const Tenant& tenant, const QList<int>& allocations,
                    SettledKind kind, std::string_view key)
{
    writer.beginArray(key);
    for (const int position : allocations) {
        const Allocation& allocation = tenant.settlements.allocations()[size_t(position)];
        if (allocation.source.kind == kind) writeCreditStub(writer, tenant, allocation);
    }
    writer.endArray();
}

void writePaymentsOn(ReplyWriter& writer, const Tenant& tenant, const SettledDocument& document)
{
    writer.beginArray("Payments");
    for (const int position : tenant.settlements.paymentsOn(document))
        writePaymentStub(writer, tenant.settlements.payments()[size_t(position)]);
    writer.endArray();
}

} // namespace

SettledFacts factsOf(const Tenant& tenant, const SettledDocument& target)
{
    if (target.kind == SettledKind::Invoice) return factsOfInvoice(tenant.invoices.at(target.position));
    const Document& document = tenant.documents(creditKind(target.kind)).at(target.position);
    SettledFacts facts;
    facts.id = document.id;
    facts.number = document.number;
    facts.receivable = document.isReceivable();
    facts.type = creditType(target.kind, facts.receivable);
    // A refund is named after the credit: "ARCREDITPAYMENT", "APPREPAYMENTPAYMENT".
    const bool note = target.kind == SettledKind::CreditNote;
    facts.paymentType =
        (note ? (facts.receivable ? u"ARCREDIT"_s : u"APCREDIT"_s) : facts.type) + u"PAYMENT"_s;
    facts.status = latin1(statusName(document.status));
    facts.contact = document.contact;
    facts.currency = document.currency;
    facts.date = document.date;
    facts.outstanding = document.remaining();
    facts.rate = document.currencyRate;
    facts.authorised = document.status == DocumentStatus::Authorised;
    return facts;
}

void writeAccountStub(ReplyWriter& writer, std::string_view key, const Chart& chart, int account)
{
    writer.beginObject(key);
    if (account >= 0) {
        writer.guid("AccountID", chart.account(account).id);
        writer.text("Code", chart.account(account).code);
        writer.text("Name", chart.account(account).name);
    }
    writer.endObject();
}

void writePayment(ReplyWriter& writer, const Tenant& tenant, const Payment& payment)
{
    writer.guid("PaymentID", payment.id);
    if (!payment.batch.isNull()) writer.guid("BatchPaymentID", payment.batch);
    if (payment.date.isValid()) writer.day("Date", payment.date);
    writer.number("BankAmount", payment.bankAmount);
    writer.number("Amount", payment.amount);
    writer.text("Reference", payment.reference);
    if (!payment.details.isEmpty()) writer.text("Details", payment.details);
    writer.number("CurrencyRate", payment.currencyRate);
    if (payment.target.position >= 0) writer.text("PaymentType", factsOf(tenant, payment.target).paymentType);
    writer.ascii("Status", payment.deleted ? "DELETED" : "AUTHORISED");
    if (payment.updated != Instant{}) {
        writer.instant("UpdatedDateUTC", payment.updated);
        writer.instantText("UpdatedDateUTCString", payment.updated);
    }
    writer.flag("HasAccount", payment.account >= 0);
    writer.flag("IsReconciled", payment.reconciled);
    writeAccountStub(writer, "Account", tenant.chart, payment.account);
    if (payment.target.position >= 0) writeTarget(writer, tenant, payment.target);
}

void writeBatch(ReplyWriter& writer, const Tenant& tenant, const BatchPayment& batch)
{
    writer.beginObject("Account");
    if (batch.account >= 0) writer.guid("AccountID", tenant.chart.account(batch.account).id);
    writer.endObject();
    for (const auto& [key, text] : {std::pair<std::string_view, const QString&>{"Reference", batch.reference},
                                    {"Particulars", batch.particulars},
                                    {"Code", batch.code},
                                    {"Details", batch.details},
                                    {"Narrative", batch.narrative}}) {
        if (!text.isEmpty()) writer.text(key, text);
    }
    writer.guid("BatchPaymentID", batch.id);
    if (batch.date.isValid()) {
        writer.dayText("DateString", batch.date);
        writer.day("Date", batch.date);
    }
    writer.beginArray("Payments");
    for (const int position : batch.payments) {
        const Payment& payment = tenant.settlements.payments()[size_t(position)];
        writer.beginObject();
        writeTarget(writer, tenant, payment.target);
        writer.guid("PaymentID", payment.id);
        writer.number("Amount", payment.amount);
        writer.number("BankAmount", payment.bankAmount);
        writer.endObject();
    }
    writer.endArray();
    writer.ascii("Type", batch.receivable ? "RECBATCH" : "PAYBATCH");
    writer.ascii("Status", batch.deleted ? "DELETED" : "AUTHORISED");
    writer.number("TotalAmount", batch.total);
    if (batch.updated != Instant{}) writer.instant("UpdatedDateUTC", batch.updated);
    writer.flag("IsReconciled", batch.reconciled);
}

void writeAllocation(ReplyWriter& writer, const Tenant& tenant, const Allocation& allocation)
{
    if (!allocation.id.isNull()) writer.guid("AllocationID", allocation.id);
    writer.number("Amount", allocation.amount);
    if (allocation.date.isValid()) writer.day("Date", allocation.date);
    writer.beginObject("Invoice");
    if (allocation.invoice >= 0) {
        const Invoice& invoice = tenant.invoices.at(allocation.invoice);
        writer.guid("InvoiceID", invoice.id);
        writer.text("InvoiceNumber", invoice.number);
        for (const std::string_view key : {"Payments", "CreditNotes", "Prepayments", "Overpayments"})
            writer.emptyArray(key);
        writer.flag("HasErrors", false);
        writer.flag("IsDiscounted", false);
        writer.emptyArray("LineItems");
    }
    writer.endObject();
    writer.flag("IsDeleted", allocation.deleted);
}

void writeInvoiceSettlements(ReplyWriter& writer, const Tenant& tenant, int invoice)
{
    writePaymentsOn(writer, tenant, {SettledKind::Invoice, invoice});
    const QList<int> allocations = tenant.settlements.allocationsTo(invoice);
    writeCreditsOf(writer, tenant, allocations, SettledKind::CreditNote, "CreditNotes");
    writeCreditsOf(writer, tenant, allocations, SettledKind::Prepayment, "Prepayments");
    writeCreditsOf(writer, tenant, allocations, SettledKind::Overpayment, "Overpayments");
}

void writeCreditSettlements(ReplyWriter& writer, const Tenant& tenant, const SettledDocument& credit)
{
    writer.beginArray("Allocations");
    for (const int position : tenant.settlements.allocationsFrom(credit)) {
        writer.beginObject();
        writeAllocation(writer, tenant, tenant.settlements.allocations()[size_t(position)]);
        writer.endObject();
    }
    writer.endArray();
    writePaymentsOn(writer, tenant, credit);
}

} // namespace tieout::sandbox::xero
