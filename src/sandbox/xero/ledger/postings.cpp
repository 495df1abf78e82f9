#include "sandbox/xero/ledger/postings.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/settlements/settlementrows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum class Side : quint8 { Debit, Credit };

/// Collects the entries of one document after the other and books what rounding leaves.
class LedgerSheet final
{
  public:
    explicit LedgerSheet(const Tenant& tenant)
        : m_tenant(tenant)
        , m_tax(tenant.chart.systemAccount(u"GST"))
        , m_rounding(tenant.chart.systemAccount(u"ROUNDING"))
    {
    }

    void begin(const QUuid& source, std::string_view type, const QString& reference, Date date,
               Instant changed)
    {
        m_entries.push_back({source, type, reference, date, changed, {}});
    }

    void post(int account, const Decimal& amount)
    {
        if (amount.isZero()) return;
        LedgerLine& line = m_entries.back().lines.emplace_back();
        line.account = account;
        line.net = amount;
    }

    /// The lines on `side`, `counter` on the other.
    void postDocument(const DocumentBody& document, int counter, Side side)
    {
        const bool creditLines = side == Side::Credit;
        const Decimal gross = inBaseCurrency(document.total, document.currencyRate);
        const bool inclusive = document.amountTypes == LineAmountTypes::Inclusive;
        const auto signedAmount = [creditLines](const Decimal& amount) {
            return creditLines ? amount.negated() : amount;
        };
        post(counter, creditLines ? gross : gross.negated());
        Decimal left = gross;
        for (const DocumentLine& own : document.lines) {
            if (!own.hasAmount) continue;
            const Decimal net = inclusive ? differenceOf(own.lineAmount, own.taxAmount) : own.lineAmount;
            const Decimal base = inBaseCurrency(net, document.currencyRate);
            left = differenceOf(left, base);
            if (base.isZero()) continue;
            LedgerLine line;
            line.account = own.account < 0 ? m_rounding : int(own.account);
            line.net = signedAmount(base);
            line.tax = signedAmount(inBaseCurrency(own.taxAmount, document.currencyRate));
            line.description = own.description;
            line.taxRate = own.taxRate;
            line.tracking = own.tracking;
            m_entries.back().lines.push_back(std::move(line));
        }
        const Decimal tax = inBaseCurrency(document.totalTax, document.currencyRate);
        post(m_tax, signedAmount(tax));
        post(m_rounding, signedAmount(differenceOf(left, tax)));
    }

    void postPayment(const Payment& payment, const SettledFacts& facts)
    {
        const bool refund = payment.target.kind != SettledKind::Invoice;
        const bool incoming = facts.receivable != refund;
        const Decimal booked = inBaseCurrency(payment.amount, facts.rate);
        const Decimal paid = inBaseCurrency(payment.amount, payment.currencyRate);
        post(payment.account, incoming ? paid : paid.negated());
        post(m_tenant.chart.systemAccount(facts.receivable ? u"DEBTORS" : u"CREDITORS"),
             incoming ? booked.negated() : booked);
        const Decimal gain = differenceOf(paid, booked);
        post(m_tenant.chart.systemAccount(u"REALISEDCURRENCYGAIN"), incoming ? gain.negated() : gain);
    }

    void postJournal(const ManualJournal& journal)
    {
        for (const JournalLine& own : journal.lines) {
            const bool inclusive = journal.amountTypes == LineAmountTypes::Inclusive;
            LedgerLine line;
            line.account = own.account;
            line.net = inclusive ? differenceOf(own.amount, own.taxAmount) : own.amount;
            line.tax = own.taxAmount;
            line.description = own.description;
            line.taxRate = own.taxRate;
            line.tracking = own.tracking;
            if (!line.net.isZero()) m_entries.back().lines.push_back(std::move(line));
            if (journal.amountTypes != LineAmountTypes::NoTax) post(m_tax, own.taxAmount);
        }
    }

    [[nodiscard]] std::vector<LedgerEntry> take() { return std::move(m_entries); }

  private:
    const Tenant& m_tenant;
    int m_tax;
    int m_rounding;
    std::vector<LedgerEntry> m_entries;
};

void postInvoices(LedgerSheet& sheet, const Tenant& tenant)
{
    const int debtors = tenant.chart.systemAccount(u"DEBTORS");
    const int creditors = tenant.chart.systemAccount(u"CREDITORS");
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        const Invoice& invoice = tenant.invoices.at(position);
        const bool sale = invoice.type == InvoiceType::Receivable;
        sheet.begin(invoice.id, sale ? "ACCREC" : "ACCPAY", sale ? invoice.reference : invoice.number,
                    invoice.date, invoice.updated);
        if (invoice.status == InvoiceStatus::Authorised || invoice.status == InvoiceStatus::Paid)
            sheet.postDocument(invoice, sale ? debtors : creditors, sale ? Side::Credit : Side::Debit);
    }
}

std::string_view bankSourceType(const Document& transaction)
{
    const bool in = transaction.isReceivable();
    if (transaction.type.endsWith("-PREPAYMENT"_L1)) return in ? "ARPREPAYMENT" : "APPREPAYMENT";
    if (transaction.type.endsWith("-OVERPAYMENT"_L1)) return in ? "AROVERPAYMENT" : "APOVERPAYMENT";
    return in ? "CASHREC" : "CASHPAID";
}

void postDocuments(LedgerSheet& sheet, const Tenant& tenant)
{
    const DocumentBook& notes = tenant.documents(DocumentKind::CreditNote);
    for (int position = 0; position < notes.size(); ++position) {
        const Document& note = notes.at(position);
        const bool sale = note.isReceivable();
        sheet.begin(note.id, sale ? "ACCRECCREDIT" : "ACCPAYCREDIT", note.reference, note.date, note.updated);
        if (note.status == DocumentStatus::Authorised || note.status == DocumentStatus::Paid)
            sheet.postDocument(note, tenant.chart.systemAccount(sale ? u"DEBTORS" : u"CREDITORS"),
                               sale ? Side::Debit : Side::Credit);
    }
    const DocumentBook& bank = tenant.documents(DocumentKind::BankTransaction);
    for (int position = 0; position < bank.size(); ++position) {
        const Document& transaction = bank.at(position);
        sheet.begin(transaction.id, bankSourceType(transaction), transaction.reference, transaction.date,
                    transaction.updated);
        if (transaction.status == DocumentStatus::Authorised)
            sheet.postDocument(transaction, transaction.bankAccount,
                               transaction.isReceivable() ? Side::Credit : Side::Debit);
    }
}

std::string_view paymentSourceType(SettledKind kind, bool receivable)
{
    if (kind == SettledKind::Invoice) return receivable ? "ACCRECPAYMENT" : "ACCPAYPAYMENT";
    return receivable ? "ARCREDITPAYMENT" : "APCREDITPAYMENT";
}

void postMoney(LedgerSheet& sheet, const Tenant& tenant)
{
    for (const Payment& payment : tenant.settlements.payments()) {
        const SettledFacts facts = factsOf(tenant, payment.target);
        sheet.begin(payment.id, paymentSourceType(payment.target.kind, facts.receivable), payment.reference,
                    payment.date, payment.updated);
        if (!payment.deleted) sheet.postPayment(payment, facts);
    }
    for (int position = 0; position < tenant.transfers.size(); ++position) {
        const BankTransfer& transfer = tenant.transfers.at(position);
        sheet.begin(transfer.id, "TRANSFER", transfer.reference, transfer.date, transfer.updated);
        if (transfer.deleted) continue;
        sheet.post(transfer.from, transfer.amount.negated());
        sheet.post(transfer.to, transfer.amount);
    }
}

// What a person is owed for approved receipts waits on an account of its own.
void postClaims(LedgerSheet& sheet, const Tenant& tenant)
{
    const int unpaid = tenant.chart.systemAccount(u"UNPAIDEXPCLM");
    for (int position = 0; position < tenant.claims.size(); ++position) {
        const ExpenseClaim& claim = tenant.claims.at(position);
        const bool stands = claim.status == ClaimStatus::Authorised || claim.status == ClaimStatus::Paid;
        for (const int receipt : claim.receipts) {
            const Receipt& own = tenant.receipts.at(receipt);
            sheet.begin(own.id, "EXPCLAIM", own.reference, own.date, claim.updated);
            if (stands) sheet.postDocument(own, unpaid, Side::Debit);
        }
    }
}

} // namespace

std::vector<LedgerEntry> ledgerEntriesOf(const Tenant& tenant)
{
    LedgerSheet sheet(tenant);
    postInvoices(sheet, tenant);
    postDocuments(sheet, tenant);
    postMoney(sheet, tenant);
    postClaims(sheet, tenant);
    for (int position = 0; position < tenant.journals.size(); ++position) {
        const ManualJournal& journal = tenant.journals.at(position);
        sheet.begin(journal.id, "MANJOURNAL", journal.narration, journal.date, journal.updated);
        if (journal.status == JournalStatus::Posted) sheet.postJournal(journal);
    }
    return sheet.take();
}

std::vector<Posting> postingsOf(const Tenant& tenant)
{
    std::vector<Posting> postings;
    for (const LedgerEntry& entry : ledgerEntriesOf(tenant)) {
        for (const LedgerLine& line : entry.lines)
            postings.push_back({line.account, entry.date, line.net});
    }
    return postings;
}

std::vector<Decimal> balancesOf(const std::vector<Posting>& postings, size_t accounts, Date from, Date to)
{
    std::vector<Decimal> sums(accounts, Decimal::fromScaled(0, 2));
    for (const Posting& posting : postings) {
        const bool inside =
            posting.account >= 0 && posting.date <= to && (!from.isValid() || posting.date >= from);
        if (inside) sums[size_t(posting.account)] = sumOf(sums[size_t(posting.account)], posting.amount);
    }
    return sums;
}

} // namespace tieout::sandbox::xero
