#include "sandbox/xero/organisation/recordfinder.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using Finder = std::optional<FoundRecord> (*)(const Tenant&, const QUuid&);

std::optional<FoundRecord> findInvoice(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.invoices.byId(id);
    if (position < 0) return std::nullopt;
    const Invoice& invoice = tenant.invoices.at(position);
    const QString label = u"Invoice %1 for %2"_s.arg(invoice.number, invoice.total.toString());
    const bool sale = invoice.type == InvoiceType::Receivable;
    return FoundRecord{id, label, invoice.created, invoice.updated, sale, false};
}

std::optional<FoundRecord> findContact(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.contacts.byId(id);
    if (position < 0) return std::nullopt;
    const Contact& contact = tenant.contacts.at(position);
    return FoundRecord{id, contact.name(), contact.created, contact.updated, false, false};
}

template<DocumentKind kKind>
std::optional<FoundRecord> findDocument(const Tenant& tenant, const QUuid& id)
{
    const DocumentBook& book = tenant.documents(kKind);
    const int position = book.byId(id);
    if (position < 0) return std::nullopt;
    const Document& document = book.at(position);
    const QString label =
        u"%1 %2 for %3"_s.arg(rulesOf(kKind).title, document.number, document.total.toString()).simplified();
    return FoundRecord{id,   label, document.created, document.updated, document.type == "ACCRECCREDIT"_L1,
                       false};
}

std::optional<FoundRecord> findAccount(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.chart.accountById(id);
    if (position < 0) return std::nullopt;
    const Account& account = tenant.chart.account(position);
    return FoundRecord{id, account.name, account.created, account.updated, false, true};
}

std::optional<FoundRecord> findPayment(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.settlements.paymentById(id);
    if (position < 0) return std::nullopt;
    const Payment& payment = tenant.settlements.payments()[size_t(position)];
    return FoundRecord{id, u"Payment of "_s + payment.amount.toString(), payment.created, payment.updated};
}

std::optional<FoundRecord> findBatch(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.settlements.batchById(id);
    if (position < 0) return std::nullopt;
    const BatchPayment& batch = tenant.settlements.batches()[size_t(position)];
    return FoundRecord{id, u"Batch payment of "_s + batch.total.toString(), batch.created, batch.updated};
}

std::optional<FoundRecord> findItem(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.items.byId(id);
    if (position < 0) return std::nullopt;
    const Item& item = tenant.items.at(position);
    return FoundRecord{id, item.code, item.created, item.updated};
}

std::optional<FoundRecord> findJournal(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.journals.byId(id);
    if (position < 0) return std::nullopt;
    const ManualJournal& journal = tenant.journals.at(position);
    return FoundRecord{id, journal.narration, journal.created, journal.updated, false, true};
}

std::optional<FoundRecord> findTransfer(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.transfers.byId(id);
    if (position < 0) return std::nullopt;
    const BankTransfer& transfer = tenant.transfers.at(position);
    return FoundRecord{id, u"Transfer of "_s + transfer.amount.toString(), transfer.created,
                       transfer.updated};
}

std::optional<FoundRecord> findRepeating(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.repeating.byId(id);
    if (position < 0) return std::nullopt;
    const RepeatingInvoice& row = tenant.repeating.at(position);
    return FoundRecord{id,
                       u"Repeating invoice for "_s + row.total.toString(),
                       row.created,
                       row.updated,
                       row.type == InvoiceType::Receivable,
                       false};
}

std::optional<FoundRecord> findReceipt(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.receipts.byId(id);
    if (position < 0) return std::nullopt;
    const Receipt& row = tenant.receipts.at(position);
    return FoundRecord{id, u"Receipt %1 for %2"_s.arg(row.number, row.total.toString()), row.created,
                       row.updated};
}

std::optional<FoundRecord> findClaim(const Tenant& tenant, const QUuid& id)
{
    const int position = tenant.claims.byId(id);
    if (position < 0) return std::nullopt;
    const ExpenseClaim& row = tenant.claims.at(position);
    return FoundRecord{id, u"Expense claim for "_s + row.total.toString(), row.created, row.updated};
}

constexpr std::pair<QStringView, Finder> kFinders[] = {
    {u"Invoices", findInvoice},
    {u"Contacts", findContact},
    {u"CreditNotes", findDocument<DocumentKind::CreditNote>},
    {u"PurchaseOrders", findDocument<DocumentKind::PurchaseOrder>},
    {u"Quotes", findDocument<DocumentKind::Quote>},
    {u"BankTransactions", findDocument<DocumentKind::BankTransaction>},
    {u"Prepayments", findDocument<DocumentKind::Prepayment>},
    {u"Overpayments", findDocument<DocumentKind::Overpayment>},
    {u"Accounts", findAccount},
    {u"Payments", findPayment},
    {u"BatchPayments", findBatch},
    {u"Items", findItem},
    {u"ManualJournals", findJournal},
    {u"BankTransfers", findTransfer},
    {u"RepeatingInvoices", findRepeating},
    {u"Receipts", findReceipt},
    {u"ExpenseClaims", findClaim},
};

} // namespace

std::optional<FoundRecord> findRecord(const Tenant& tenant, QStringView endpoint, const QUuid& id)
{
    for (const auto& [name, finder] : kFinders) {
        if (endpoint.compare(name, Qt::CaseInsensitive) == 0) return finder(tenant, id);
    }
    return std::nullopt;
}

} // namespace tieout::sandbox::xero
