#include "sandbox/xero/documents/documentrows.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/documents/linerows.h"
#include "sandbox/xero/settlements/settlementrows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

bool isCredit(DocumentKind kind)
{
    return kind == DocumentKind::CreditNote || kind == DocumentKind::Prepayment ||
           kind == DocumentKind::Overpayment;
}

SettledKind settledKind(DocumentKind kind)
{
    if (kind == DocumentKind::Prepayment) return SettledKind::Prepayment;
    return kind == DocumentKind::Overpayment ? SettledKind::Overpayment : SettledKind::CreditNote;
}

// Quotes write their days without a zone.
void writeDay(ReplyWriter& writer, const Document& document, std::string_view key, std::string_view textKey,
              Date date, DocumentDetail detail)
{
    if (!date.isValid()) return;
    if (!textKey.empty() && detail == DocumentDetail::Books)
        writer.plainDay(textKey, date);
    else if (!textKey.empty())
        writer.dayText(textKey, date);
    if (document.kind == DocumentKind::Quote)
        writer.stampDay(key, date);
    else
        writer.day(key, date);
}

void writeDays(ReplyWriter& writer, const Document& document, DocumentDetail detail)
{
    writeDay(writer, document, "Date", "DateString", document.date, detail);
    switch (document.kind) {
    case DocumentKind::Quote:
        writeDay(writer, document, "ExpiryDate", "ExpiryDateString", document.dueDate, detail);
        break;
    case DocumentKind::PurchaseOrder:
        writeDay(writer, document, "DeliveryDate", "DeliveryDateString", document.dueDate, detail);
        writeDay(writer, document, "ExpectedArrivalDate", {}, document.arrival, detail);
        break;
    case DocumentKind::CreditNote:
        writeDay(writer, document, "DueDate", "DueDateString", document.dueDate, detail);
        if (document.fullyPaidOn.isValid()) writer.day("FullyPaidOnDate", document.fullyPaidOn);
        break;
    default:
        break;
    }
}

void writeCredit(ReplyWriter& writer, const Tenant& tenant, const Document& document, int position,
                 DocumentDetail detail)
{
    writer.guid("ID", document.id);
    writer.number("RemainingCredit", document.remaining());
    writer.number("AppliedAmount", document.applied);
    if (detail == DocumentDetail::Books) return;
    if (position >= 0 && document.isSettled()) {
        writeCreditSettlements(writer, tenant, {settledKind(document.kind), position});
    } else {
        writer.emptyArray("Allocations");
        writer.emptyArray("Payments");
    }
}

void writeBankParts(ReplyWriter& writer, const Tenant& tenant, const Document& document)
{
    writeAccountStub(writer, "BankAccount", tenant.chart, document.bankAccount);
    writer.flag("IsReconciled", document.reconciled);
    if (document.twin.isNull()) return;
    if (document.type.endsWith("-PREPAYMENT"_L1)) writer.guid("PrepaymentID", document.twin);
    if (document.type.endsWith("-OVERPAYMENT"_L1)) writer.guid("OverpaymentID", document.twin);
}

void writeTexts(ReplyWriter& writer, const Document& document)
{
    static constexpr std::pair<DocumentText, std::string_view> kQuoteTexts[] = {
        {DocumentText::Title, "Title"}, {DocumentText::Summary, "Summary"}, {DocumentText::Terms, "Terms"}};
    static constexpr std::pair<DocumentText, std::string_view> kOrderTexts[] = {
        {DocumentText::DeliveryAddress, "DeliveryAddress"},
        {DocumentText::AttentionTo, "AttentionTo"},
        {DocumentText::Telephone, "Telephone"},
        {DocumentText::DeliveryInstructions, "DeliveryInstructions"}};
    const auto write = [&](const auto& texts) {
        for (const auto& [which, key] : texts) {
            if (!document.text(which).isEmpty()) writer.text(key, document.text(which));
        }
    };
    if (document.kind == DocumentKind::Quote) write(kQuoteTexts);
    if (document.kind == DocumentKind::PurchaseOrder) write(kOrderTexts);
}

void writeHeader(ReplyWriter& writer, const Tenant& tenant, const Document& document, int position,
                 DocumentDetail detail)
{
    const DocumentRules& rules = rulesOf(document.kind);
    writer.guid(rules.idKey, document.id);
    if (!rules.numberKey.empty()) writer.text(rules.numberKey, document.number);
    if (!document.type.isEmpty()) writer.text("Type", document.type);
    if (isCredit(document.kind)) writeCredit(writer, tenant, document, position, detail);
    if (document.kind == DocumentKind::BankTransaction) writeBankParts(writer, tenant, document);
    writer.text("Reference", document.reference);
    writeTexts(writer, document);
    if (!document.url.isEmpty()) writer.text("Url", document.url);
    if (!document.brandingTheme.isNull()) writer.guid("BrandingThemeID", document.brandingTheme);
    if (document.kind == DocumentKind::CreditNote || document.kind == DocumentKind::PurchaseOrder)
        writer.flag("SentToContact", document.sentToContact);
    if (document.kind != DocumentKind::Quote)
        writer.flag("HasAttachments", tenant.hasAttachments(document.id));
}

void writeAmounts(ReplyWriter& writer, const Tenant& tenant, const Document& document)
{
    writer.number("SubTotal", document.subTotal);
    writer.number("TotalTax", document.totalTax);
    writer.number("Total", document.total);
    if (document.kind == DocumentKind::Quote || document.kind == DocumentKind::PurchaseOrder)
        writer.number("TotalDiscount", document.totalDiscount);
    if (document.currency >= 0)
        writer.text("CurrencyCode", tenant.chart.currencies()[size_t(document.currency)].code);
    writer.number("CurrencyRate", document.currencyRate);
}

} // namespace

void writeDocument(ReplyWriter& writer, const Tenant& tenant, const Document& document, int position,
                   const Contact* contact, DocumentDetail detail, int unitDecimals)
{
    writeHeader(writer, tenant, document, position, detail);
    if (contact) {
        writer.beginObject("Contact");
        writeContactStub(writer, *contact,
                         detail == DocumentDetail::Books ? StubDetail::Names : StubDetail::Full);
        writer.endObject();
    }
    writeDays(writer, document, detail);
    writer.ascii("Status", statusName(document.status));
    const std::string types(amountTypesName(document.amountTypes));
    if (document.kind == DocumentKind::Quote)
        writer.text("LineAmountTypes", QString::fromStdString(types).toUpper());
    else
        writer.ascii("LineAmountTypes", types);
    const bool wide = document.kind == DocumentKind::Quote || document.kind == DocumentKind::PurchaseOrder;
    if (detail == DocumentDetail::List)
        writer.emptyArray("LineItems");
    else
        writeLines(writer, tenant, document.lines,
                   detail == DocumentDetail::Books ? LineDetail::Books : LineDetail::Full,
                   wide ? 4 : unitDecimals);
    writeAmounts(writer, tenant, document);
    if (document.updated == Instant{}) return;
    if (document.kind == DocumentKind::Quote)
        writer.stamp("UpdatedDateUTC", document.updated);
    else
        writer.instant("UpdatedDateUTC", document.updated);
    if (isCredit(document.kind) && detail != DocumentDetail::Books)
        writer.instantText("UpdatedDateUTCString", document.updated);
}

} // namespace tieout::sandbox::xero
