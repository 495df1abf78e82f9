#include "sandbox/xero/postings.h"

#include "sandbox/xero/documentchecks.h"
#include "sandbox/xero/settlementrows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

/// Collects postings of one document after the other and books what rounding leaves.
class PostingSheet final
{
  public:
    explicit PostingSheet(const Tenant& tenant)
        : m_tenant(tenant)
        , m_tax(tenant.chart.systemAccount(u"GST"))
        , m_rounding(tenant.chart.systemAccount(u"ROUNDING"))
    {
    }

    void post(int account, Date date, const Decimal& amount)
    {
        if (!amount.isZero()) m_postings.push_back({account, date, amount});
    }

    /// The lines on one side, `counter` on the other.
    void postDocument(const DocumentBody& document, int counter, bool creditLines)
    {
        const Decimal gross = inBaseCurrency(document.total, document.currencyRate);
        const bool inclusive = document.amountTypes == LineAmountTypes::Inclusive;
        Decimal left = gross;
        const auto line = [&](int account, const Decimal& amount) {
            const Decimal base = inBaseCurrency(amount, document.currencyRate);
            left = differenceOf(left, base);
            post(account < 0 ? m_rounding : account, document.date, creditLines ? base.negated() : base);
        };
        for (const DocumentLine& own : document.lines) {
            if (own.hasAmount)
                line(own.account, inclusive ? differenceOf(own.lineAmount, own.taxAmount) : own.lineAmount);
        }
        line(m_tax, document.totalTax);
        post(m_rounding, document.date, creditLines ? left.negated() : left);
        post(counter, document.date, creditLines ? gross : gross.negated());
    }

    void postPayment(const Payment& payment)
    {
        const SettledFacts facts = factsOf(m_tenant, payment.target);
        const bool refund = payment.target.kind != SettledKind::Invoice;
        const bool incoming = facts.receivable != refund;
        const Decimal booked = inBaseCurrency(payment.amount, facts.rate);
        const Decimal paid = inBaseCurrency(payment.amount, payment.currencyRate);
        const int control = m_tenant.chart.systemAccount(facts.receivable ? u"DEBTORS" : u"CREDITORS");
        post(payment.account, payment.date, incoming ? paid : paid.negated());
        post(control, payment.date, incoming ? booked.negated() : booked);
        const Decimal gain = differenceOf(paid, booked);
        post(m_tenant.chart.systemAccount(u"REALISEDCURRENCYGAIN"), payment.date,
             incoming ? gain.negated() : gain);
    }

    void postJournal(const ManualJournal& journal)
    {
        for (const JournalLine& line : journal.lines) {
            const bool inclusive = journal.amountTypes == LineAmountTypes::Inclusive;
            post(line.account, journal.date,
                 inclusive ? differenceOf(line.amount, line.taxAmount) : line.amount);
            if (journal.amountTypes != LineAmountTypes::NoTax) post(m_tax, journal.date, line.taxAmount);
        }
    }

    [[nodiscard]] std::vector<Posting> take() { return std::move(m_postings); }

  private:
    const Tenant& m_tenant;
    int m_tax;
    int m_rounding;
    std::vector<Posting> m_postings;
};

void postInvoices(PostingSheet& sheet, const Tenant& tenant)
{
    const int debtors = tenant.chart.systemAccount(u"DEBTORS");
    const int creditors = tenant.chart.systemAccount(u"CREDITORS");
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        const Invoice& invoice = tenant.invoices.at(position);
        if (invoice.status != InvoiceStatus::Authorised && invoice.status != InvoiceStatus::Paid) continue;
        const bool sale = invoice.type == InvoiceType::Receivable;
        sheet.postDocument(invoice, sale ? debtors : creditors, sale);
    }
}

void postDocuments(PostingSheet& sheet, const Tenant& tenant)
{
    const DocumentBook& notes = tenant.documents(DocumentKind::CreditNote);
    for (int position = 0; position < notes.size(); ++position) {
        const Document& note = notes.at(position);
        if (note.status != DocumentStatus::Authorised && note.status != DocumentStatus::Paid) continue;
        const bool sale = note.isReceivable();
        sheet.postDocument(note, tenant.chart.systemAccount(sale ? u"DEBTORS" : u"CREDITORS"), !sale);
    }
    const DocumentBook& bank = tenant.documents(DocumentKind::BankTransaction);
    for (int position = 0; position < bank.size(); ++position) {
        const Document& transaction = bank.at(position);
        if (transaction.status == DocumentStatus::Authorised)
            sheet.postDocument(transaction, transaction.bankAccount, transaction.isReceivable());
    }
}

} // namespace

std::vector<Posting> postingsOf(const Tenant& tenant)
{
    PostingSheet sheet(tenant);
    postInvoices(sheet, tenant);
    postDocuments(sheet, tenant);
    for (const Payment& payment : tenant.settlements.payments()) {
        if (!payment.deleted) sheet.postPayment(payment);
    }
    for (int position = 0; position < tenant.transfers.size(); ++position) {
        const BankTransfer& transfer = tenant.transfers.at(position);
        if (transfer.deleted) continue;
        sheet.post(transfer.from, transfer.date, transfer.amount.negated());
        sheet.post(transfer.to, transfer.date, transfer.amount);
    }
    for (int position = 0; position < tenant.journals.size(); ++position) {
        const ManualJournal& journal = tenant.journals.at(position);
        if (journal.status == JournalStatus::Posted) sheet.postJournal(journal);
    }
    return sheet.take();
}

} // namespace tieout::sandbox::xero
