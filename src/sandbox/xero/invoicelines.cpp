#include "sandbox/xero/invoicelines.h"

#include "sandbox/xero/lineamounts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kMaxDescription = 4'000;
constexpr qsizetype kMaxItemCode = 30;

// Control accounts and bank accounts take postings only through the ledger itself.
bool takesLines(const Account& account)
{
    return account.type != "BANK"_L1 && account.systemAccount != "DEBTORS"_L1 &&
           account.systemAccount != "CREDITORS"_L1 && account.systemAccount != "RETAINEDEARNINGS"_L1;
}

} // namespace

InvoiceLines::InvoiceLines(Tenant& tenant, GuidSource& guids, int unitDecimals)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_unitDecimals(unitDecimals)
{
}

// New lines come before kept ones whatever the order of the request: an oddity of the real service.
void InvoiceLines::apply(Invoice& invoice, const std::vector<LineEdit>& edits, QStringList& errors) const
{
    std::vector<InvoiceLine> added;
    std::vector<InvoiceLine> kept;
    added.reserve(edits.size());
    for (const LineEdit& edit : edits) {
        const auto known =
            std::find_if(invoice.lines.begin(), invoice.lines.end(), [&edit](const InvoiceLine& line) {
                return !edit.id.isNull() && line.id == edit.id;
            });
        const bool isKnown = known != invoice.lines.end();
        InvoiceLine line = isKnown ? *known : InvoiceLine();
        if (!isKnown) line.id = m_guids.next();
        applyLine(invoice, line, edit, errors);
        (isKnown ? kept : added).push_back(std::move(line));
    }
    std::move(kept.begin(), kept.end(), std::back_inserter(added));
    invoice.lines = std::move(added);
}

void InvoiceLines::applyLine(const Invoice& invoice, InvoiceLine& line, const LineEdit& edit,
                             QStringList& errors) const
{
    if (edit.description) line.description = m_tenant.invoices.shared(*edit.description);
    if (line.description.size() > kMaxDescription)
        errors << u"Description must not exceed 4000 characters."_s;
    if (edit.itemCode && !edit.itemCode->isEmpty()) {
        // There are no items in the practice organisations, so no code can be right.
        line.itemCode = edit.itemCode->left(kMaxItemCode);
        errors << u"Item code '%1' is not valid"_s.arg(line.itemCode);
    }
    applyAccount(line, edit, errors);
    applyTaxType(line, edit, errors);
    LineEdit amounts = edit;
    if (invoice.type == InvoiceType::Payable) { // discounts exist on sales documents only
        amounts.discountRate.reset();
        amounts.discountAmount.reset();
    }
    const Decimal before = line.lineAmount;
    computeLineAmount(line, amounts, m_unitDecimals, errors);
    if (edit.taxAmount) {
        line.taxOverridden = invoice.amountTypes != LineAmountTypes::NoTax;
        line.taxAmount = edit.taxAmount->rounded(2);
    } else if (before != line.lineAmount || edit.taxType) {
        line.taxOverridden = false;
    }
    if (!line.taxOverridden) line.taxAmount = taxOf(invoice, line);
}

void InvoiceLines::applyAccount(InvoiceLine& line, const LineEdit& edit, QStringList& errors) const
{
    const bool byCode = edit.accountCode && !edit.accountCode->isEmpty();
    if (!byCode && !edit.accountId) return;
    const Chart& chart = m_tenant.chart;
    const int position = byCode ? chart.accountByCode(*edit.accountCode) : chart.accountById(*edit.accountId);
    line.account = qint16(position);
    if (position < 0) {
        errors << u"Account must be valid."_s;
        return;
    }
    const Account& account = chart.accounts()[size_t(position)];
    if (account.archived)
        errors << u"Account code '%1' has been archived, or deleted."_s.arg(account.code);
    else if (!takesLines(account))
        errors << u"Account must be valid."_s;
}

void InvoiceLines::applyTaxType(InvoiceLine& line, const LineEdit& edit, QStringList& errors) const
{
    const Chart& chart = m_tenant.chart;
    const Account* account = line.account >= 0 ? &chart.accounts()[size_t(line.account)] : nullptr;
    const auto mismatch = [&errors, account](const QString& taxType) {
        if (account)
            errors << u"The TaxType code '%1' cannot be used with account code '%2'."_s.arg(taxType,
                                                                                            account->code);
    };
    if (edit.taxType && !edit.taxType->isEmpty()) {
        line.taxRate = qint16(chart.taxRate(*edit.taxType));
        if (line.taxRate < 0) {
            errors << u"Tax rate must be valid."_s;
            mismatch(*edit.taxType);
            return;
        }
    } else if (account && line.taxRate < 0) {
        line.taxRate = qint16(chart.taxRate(account->taxType));
    }
    if (!account || line.taxRate < 0) return;
    const TaxRate& rate = chart.taxRates()[size_t(line.taxRate)];
    if (!rate.appliesTo(account->accountClass)) mismatch(rate.taxType);
}

Decimal InvoiceLines::taxOf(const Invoice& invoice, const InvoiceLine& line) const
{
    static const Decimal kZero;
    const Decimal& percent =
        line.taxRate < 0 ? kZero : m_tenant.chart.taxRates()[size_t(line.taxRate)].percent;
    return lineTax(line.lineAmount, percent, invoice.amountTypes);
}

void InvoiceLines::taxAgain(Invoice& invoice) const
{
    for (InvoiceLine& line : invoice.lines) {
        line.taxOverridden = false;
        line.taxAmount = taxOf(invoice, line);
    }
}

void InvoiceLines::checkComplete(const Invoice& invoice, QStringList& errors) const
{
    for (const InvoiceLine& line : invoice.lines) {
        if (line.description.trimmed().isEmpty()) errors << u"Description must be specified."_s;
        if (line.hasAmount && line.account < 0) errors << u"Account code must be specified."_s;
        if (line.hasAmount && line.account >= 0 && line.taxRate < 0) errors << u"Tax rate must be valid."_s;
    }
}

} // namespace tieout::sandbox::xero
