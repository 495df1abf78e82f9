#include "sandbox/salesforce/rules/quoterules.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

Decimal zeroOnOverflow(const Result<Decimal>& value)
{
    return value.value_or(Decimal());
}

QString autoNumber(RowNumber count)
{
    return QString::number(qulonglong(count) + 1).rightJustified(8, u'0');
}

} // namespace

std::optional<RowError> QuoteRules::beforeSave(int object, Draft& draft, RowNumber self) const
{
    if (object == kQuoteLine) return checkLine(draft, self);
    deriveQuote(draft, self);
    return {};
}

void QuoteRules::afterSave(int object, RowNumber row)
{
    if (object == kQuoteLine) rollUp(m_organisation.reference(kQuoteLine, row, u"QuoteId"));
}

void QuoteRules::deriveQuote(Draft& draft, RowNumber self) const
{
    const RowNumber opportunity = m_organisation.draftReference(kQuote, draft, u"OpportunityId");
    if (self == kNoRow) {
        m_organisation.setCell(kQuote, draft, u"QuoteNumber",
                               textFragment(autoNumber(m_organisation.table(kQuote).size())));
        for (const auto* field : {u"Subtotal", u"TotalPrice", u"GrandTotal"})
            m_organisation.setCell(kQuote, draft, field, "0.00");
        m_organisation.setCell(kQuote, draft, u"LineItemCount", "0");
        if (m_organisation.draftReference(kQuote, draft, u"Pricebook2Id") == kNoRow) {
            m_organisation.setReference(kQuote, draft, u"Pricebook2Id",
                                        m_organisation.reference(kOpportunity, opportunity, u"Pricebook2Id"));
        }
        m_organisation.setCell(
            kQuote, draft, u"CurrencyIsoCode",
            std::string(m_organisation.cell(kOpportunity, opportunity, u"CurrencyIsoCode")));
    }
    m_organisation.setReference(kQuote, draft, u"AccountId",
                                m_organisation.reference(kOpportunity, opportunity, u"AccountId"));
    const auto amount = [&](QStringView field) {
        return fragmentNumber(m_organisation.draftCell(kQuote, draft, field));
    };
    const Decimal extras = zeroOnOverflow(amount(u"Tax").plus(amount(u"ShippingHandling")));
    const Decimal whole = zeroOnOverflow(amount(u"TotalPrice").plus(extras)).rounded(2);
    m_organisation.setCell(kQuote, draft, u"GrandTotal", numberFragment(whole));
}

std::optional<RowError> QuoteRules::checkLine(Draft& draft, RowNumber self) const
{
    const RowNumber quote = m_organisation.draftReference(kQuoteLine, draft, u"QuoteId");
    const RowNumber entry = m_organisation.draftReference(kQuoteLine, draft, u"PricebookEntryId");
    const RowNumber book = m_organisation.reference(kQuote, quote, u"Pricebook2Id");
    if (self == kNoRow) {
        if (book != m_organisation.reference(kPricebookEntry, entry, u"Pricebook2Id")) {
            return RowError{u"FIELD_INTEGRITY_EXCEPTION"_s,
                            u"field integrity exception: PricebookEntryId (pricebook entry is in a different "
                            "pricebook than the one assigned to the quote)"_s,
                            {}};
        }
        m_organisation.setReference(kQuoteLine, draft, u"Product2Id",
                                    m_organisation.reference(kPricebookEntry, entry, u"Product2Id"));
        m_organisation.setCell(kQuoteLine, draft, u"ListPrice",
                               std::string(m_organisation.cell(kPricebookEntry, entry, u"UnitPrice")));
        m_organisation.setCell(kQuoteLine, draft, u"CurrencyIsoCode",
                               std::string(m_organisation.cell(kQuote, quote, u"CurrencyIsoCode")));
        m_organisation.setCell(kQuoteLine, draft, u"LineNumber",
                               textFragment(autoNumber(m_organisation.table(kQuoteLine).size())));
    }
    const auto number = [&](QStringView field) {
        return fragmentNumber(m_organisation.draftCell(kQuoteLine, draft, field));
    };
    const Decimal gross = zeroOnOverflow(number(u"Quantity").times(number(u"UnitPrice"))).rounded(2);
    const Decimal share = zeroOnOverflow(Decimal(100).minus(number(u"Discount")));
    const Decimal net =
        zeroOnOverflow(zeroOnOverflow(gross.times(share)).times(Decimal::fromScaled(1, 2))).rounded(2);
    m_organisation.setCell(kQuoteLine, draft, u"Subtotal", numberFragment(gross));
    m_organisation.setCell(kQuoteLine, draft, u"TotalPrice", numberFragment(net));
    return {};
}

void QuoteRules::rollUp(RowNumber quote)
{
    const ObjectType& type = m_organisation.type(kQuoteLine);
    const int slot = type.field(type.find(u"QuoteId")).slot;
    const Table& lines = m_organisation.table(kQuoteLine);
    Decimal gross = Decimal::fromScaled(0, 2);
    Decimal net = gross;
    qint64 count = 0;
    for (RowNumber at = lines.firstChild(slot, quote); at != kNoRow; at = lines.nextChild(slot, at)) {
        if (lines.row(at).deleted) continue;
        ++count;
        const auto add = [&](Decimal& sum, QStringView field) {
            sum = zeroOnOverflow(sum.plus(fragmentNumber(m_organisation.cell(kQuoteLine, at, field))));
        };
        add(gross, u"Subtotal");
        add(net, u"TotalPrice");
    }
    Draft draft = m_organisation.edit(kQuote, quote);
    m_organisation.setCell(kQuote, draft, u"Subtotal", numberFragment(gross));
    m_organisation.setCell(kQuote, draft, u"TotalPrice", numberFragment(net));
    m_organisation.setCell(kQuote, draft, u"LineItemCount", std::to_string(count));
    deriveQuote(draft, quote);
    m_organisation.update(kQuote, quote, draft);
}

} // namespace tieout::sandbox::salesforce
