#include "sandbox/xero/documents/document.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum DocumentStatus;

constexpr std::string_view kStatusNames[] = {"DRAFT",    "SUBMITTED", "AUTHORISED", "PAID",
                                             "VOIDED",   "DELETED",   "SENT",       "ACCEPTED",
                                             "DECLINED", "INVOICED",  "BILLED"};

constexpr DocumentRules kRules[size_t(DocumentKind::Count)] = {
    {DocumentKind::CreditNote, "CreditNotes", "CreditNoteID", "CreditNoteNumber", u"CreditNotes",
     u"CreditNote", u"CreditNoteID", u"CreditNoteNumber", u"Credit Note", u"CN-", Draft, false},
    {DocumentKind::PurchaseOrder, "PurchaseOrders", "PurchaseOrderID", "PurchaseOrderNumber",
     u"PurchaseOrders", u"PurchaseOrder", u"PurchaseOrderID", u"PurchaseOrderNumber", u"Purchase Order",
     u"PO-", Draft, true},
    {DocumentKind::Quote, "Quotes", "QuoteID", "QuoteNumber", u"Quotes", u"Quote", u"QuoteID", u"QuoteNumber",
     u"Quote", u"QU-", Draft, false},
    {DocumentKind::BankTransaction, "BankTransactions", "BankTransactionID", "", u"BankTransactions",
     u"BankTransaction", u"BankTransactionID", u"", u"Bank Transaction", u"", Authorised, false},
    {DocumentKind::Prepayment, "Prepayments", "PrepaymentID", "", u"Prepayments", u"Prepayment",
     u"PrepaymentID", u"", u"Prepayment", u"", Authorised, false},
    {DocumentKind::Overpayment, "Overpayments", "OverpaymentID", "", u"Overpayments", u"Overpayment",
     u"OverpaymentID", u"", u"Overpayment", u"", Authorised, false},
};

bool creditNoteMayBecome(DocumentStatus from, DocumentStatus to)
{
    if (from == Draft || from == Submitted)
        return to == Draft || to == Submitted || to == Authorised || to == Deleted;
    return from == Authorised ? to == Authorised || to == Voided : from == Paid && to == Paid;
}

bool orderMayBecome(DocumentStatus from, DocumentStatus to)
{
    if (from == Deleted) return false;
    if (from == Billed) return to == Billed || to == Authorised || to == Deleted;
    return to == Draft || to == Submitted || to == Authorised || to == Billed || to == Deleted;
}

bool quoteMayBecome(DocumentStatus from, DocumentStatus to)
{
    if (from == to) return from != Deleted;
    switch (from) {
    case Draft:
        return to == Sent || to == Deleted;
    case Sent:
        return to == Accepted || to == Declined || to == Deleted;
    case Declined:
        return to == Sent || to == Deleted;
    case Accepted:
        return to == Invoiced || to == Sent || to == Deleted;
    case Invoiced:
        return to == Sent || to == Deleted;
    default:
        return false;
    }
}

} // namespace

std::string_view statusName(DocumentStatus status)
{
    return kStatusNames[size_t(status)];
}

std::optional<DocumentStatus> documentStatusFromName(QStringView name)
{
    for (size_t index = 0; index < std::size(kStatusNames); ++index) {
        const std::string_view word = kStatusNames[index];
        if (name == QLatin1StringView(word.data(), qsizetype(word.size()))) return DocumentStatus(index);
    }
    return std::nullopt;
}

Decimal Document::remaining() const
{
    if (status == DocumentStatus::Voided || status == DocumentStatus::Deleted)
        return Decimal::fromScaled(0, 2);
    return total.minus(applied)
        .and_then([this](const Decimal& left) { return left.minus(refunded); })
        .value_or(total);
}

bool Document::isReceivable() const
{
    if (type.isEmpty()) return kind == DocumentKind::Quote;
    return type == "ACCRECCREDIT"_L1 || type.startsWith("RECEIVE"_L1);
}

bool DocumentRules::mayStart(DocumentStatus status) const
{
    switch (kind) {
    case DocumentKind::CreditNote:
        return status == Draft || status == Submitted || status == Authorised;
    case DocumentKind::PurchaseOrder:
        return status == Draft || status == Submitted || status == Authorised || status == Billed;
    case DocumentKind::Quote:
        return status == Draft || status == Sent || status == Accepted || status == Declined ||
               status == Invoiced;
    default:
        return status == Authorised;
    }
}

bool DocumentRules::mayBecome(DocumentStatus from, DocumentStatus to) const
{
    switch (kind) {
    case DocumentKind::CreditNote:
        return creditNoteMayBecome(from, to);
    case DocumentKind::PurchaseOrder:
        return orderMayBecome(from, to);
    case DocumentKind::Quote:
        return quoteMayBecome(from, to);
    case DocumentKind::BankTransaction:
        return from == Authorised && (to == Authorised || to == Deleted);
    default:
        return false;
    }
}

bool DocumentRules::mayEdit(DocumentStatus status) const
{
    if (kind == DocumentKind::Quote) return status == Draft || status == Sent;
    return status == Draft || status == Submitted || status == Authorised;
}

bool DocumentRules::allowsType(QStringView type) const
{
    static constexpr QStringView kBankTypes[] = {u"RECEIVE", u"RECEIVE-OVERPAYMENT", u"RECEIVE-PREPAYMENT",
                                                 u"SPEND",   u"SPEND-OVERPAYMENT",   u"SPEND-PREPAYMENT"};
    if (kind == DocumentKind::CreditNote) return type == "ACCRECCREDIT"_L1 || type == "ACCPAYCREDIT"_L1;
    if (kind != DocumentKind::BankTransaction) return type.isEmpty();
    return std::find(std::begin(kBankTypes), std::end(kBankTypes), type) != std::end(kBankTypes);
}

const DocumentRules& rulesOf(DocumentKind kind)
{
    return kRules[size_t(kind)];
}

} // namespace tieout::sandbox::xero
