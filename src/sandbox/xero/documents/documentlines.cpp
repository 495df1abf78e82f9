#include "sandbox/xero/documents/documentlines.h"

#include "sandbox/xero/documents/lineamounts.h"

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

DocumentLines::DocumentLines(Tenant& tenant, GuidSource& guids, const LineRules& rules)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_rules(rules)
{
}

// New lines come before kept ones whatever the order of the request: an oddity of the real service.
void DocumentLines::apply(DocumentBody& document, const std::vector<LineEdit>& edits,
                          QStringList& errors) const
{
    std::vector<DocumentLine> added;
    std::vector<DocumentLine> kept;
    added.reserve(edits.size());
    for (const LineEdit& edit : edits) {
        const auto known =
            std::find_if(document.lines.begin(), document.lines.end(), [&edit](const DocumentLine& line) {
                return !edit.id.isNull() && line.id == edit.id;
            });
        const bool isKnown = known != document.lines.end();
        DocumentLine line = isKnown ? *known : DocumentLine();
        if (!isKnown) line.id = m_guids.next();
        applyLine(document, line, edit, errors);
        (isKnown ? kept : added).push_back(std::move(line));
    }
    std::move(kept.begin(), kept.end(), std::back_inserter(added));
    document.lines = std::move(added);
}

void DocumentLines::applyLine(const DocumentBody& document, DocumentLine& line, const LineEdit& edit,
                              QStringList& errors) const
{
    LineEdit stated = edit;
    if (edit.itemCode) applyItem(line, stated, !line.hasAmount, errors);
    if (stated.description) line.description = m_tenant.invoices.shared(*stated.description);
    if (line.description.size() > kMaxDescription)
        errors << u"Description must not exceed 4000 characters."_s;
    applyAccount(line, stated, errors);
    applyTaxType(line, stated, errors);
    if (edit.tracking) line.tracking = trackingMarks(m_tenant.tracking, *edit.tracking, errors);
    if (!m_rules.discounts) {
        stated.discountRate.reset();
        stated.discountAmount.reset();
    }
    const Decimal before = line.lineAmount;
    computeLineAmount(line, stated, m_rules.unitDecimals, errors);
    if (stated.taxAmount) {
        line.taxOverridden = document.amountTypes != LineAmountTypes::NoTax;
        line.taxAmount = stated.taxAmount->rounded(2);
    } else if (before != line.lineAmount || stated.taxType) {
        line.taxOverridden = false;
    }
    if (!line.taxOverridden) line.taxAmount = taxOf(document, line);
}

void DocumentLines::applyItem(DocumentLine& line, LineEdit& edit, bool isNew, QStringList& errors) const
{
    line.itemCode = edit.itemCode->left(kMaxItemCode);
    line.item = m_tenant.items.byCode(line.itemCode);
    if (line.itemCode.isEmpty()) return;
    if (line.item < 0) {
        errors << u"Item code '%1' is not valid"_s.arg(line.itemCode);
        return;
    }
    const Item& item = m_tenant.items.at(line.item);
    line.itemCode = item.code;
    if (!isNew) return;
    const ItemTerms& terms = m_rules.sale ? item.sales : item.purchases;
    const QString& description = m_rules.sale ? item.description : item.purchaseDescription;
    if (!edit.description) edit.description = description.isEmpty() ? item.name : description;
    if (!edit.unitAmount && !edit.lineAmount) edit.unitAmount = terms.unitPrice;
    if (!edit.accountCode && !edit.accountId) {
        const bool stock = item.isTracked() && !m_rules.sale;
        edit.accountCode = stock ? item.inventoryAccount : terms.accountCode;
    }
    if (!edit.taxType && !terms.taxType.isEmpty()) edit.taxType = terms.taxType;
}

void DocumentLines::applyAccount(DocumentLine& line, const LineEdit& edit, QStringList& errors) const
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
    else if (!m_rules.controlAccounts && !takesLines(account))
        errors << u"Account must be valid."_s;
}

void DocumentLines::applyTaxType(DocumentLine& line, const LineEdit& edit, QStringList& errors) const
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
    } else if (account && line.taxRate < 0 && m_rules.taxFromAccount) {
        line.taxRate = qint16(chart.taxRate(account->taxType));
    }
    if (!account || line.taxRate < 0) return;
    const TaxRate& rate = chart.taxRates()[size_t(line.taxRate)];
    if (rate.status != TaxStatus::Active) errors << u"Tax rate must be valid."_s;
    if (!rate.appliesTo(account->accountClass)) mismatch(rate.taxType);
}

Decimal DocumentLines::taxOf(const DocumentBody& document, const DocumentLine& line) const
{
    static const Decimal kZero;
    const Decimal& percent =
        line.taxRate < 0 ? kZero : m_tenant.chart.taxRates()[size_t(line.taxRate)].percent;
    return lineTax(line.lineAmount, percent, document.amountTypes);
}

void DocumentLines::taxAgain(DocumentBody& document) const
{
    for (DocumentLine& line : document.lines) {
        line.taxOverridden = false;
        line.taxAmount = taxOf(document, line);
    }
}

void DocumentLines::checkComplete(const DocumentBody& document, QStringList& errors) const
{
    for (const DocumentLine& line : document.lines) {
        if (line.description.trimmed().isEmpty()) errors << u"Description must be specified."_s;
        if (line.hasAmount && line.account < 0) errors << u"Account code must be specified."_s;
        if (line.hasAmount && line.account >= 0 && line.taxRate < 0) errors << u"Tax rate must be valid."_s;
    }
}

} // namespace tieout::sandbox::xero
