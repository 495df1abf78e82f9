#include "sandbox/salesforce/rules/salesrules.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/rules/activityrules.h"
#include "sandbox/salesforce/rules/contentrules.h"
#include "sandbox/salesforce/rules/quoterules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

Decimal zeroOnOverflow(const Result<Decimal>& value)
{
    return value.value_or(Decimal());
}

RowError integrity(const QString& message, const QStringList& fields = {})
{
    return {u"FIELD_INTEGRITY_EXCEPTION"_s, message, fields};
}

} // namespace

std::optional<RowError> SalesRules::beforeSave(int object, Draft& draft, RowNumber self,
                                               const Json& sent) const
{
    switch (object) {
    case kContact:
        deriveContactName(draft);
        return {};
    case kOpportunity:
        return checkOpportunity(draft, self, sent);
    case kPricebookEntry:
        return checkEntry(draft, self);
    case kOpportunityLine:
        return checkLine(draft, self, sent);
    case kTask:
    case kEvent:
    case kCase:
    case kLead:
        return ActivityRules(m_organisation).beforeSave(object, draft, self);
    case kQuote:
    case kQuoteLine:
        return QuoteRules(m_organisation).beforeSave(object, draft, self);
    case kContentVersion:
    case kContentDocumentLink:
        return ContentRules(m_organisation).beforeSave(object, draft, self);
    case kTerritoryLink:
        m_organisation.setCell(kTerritoryLink, draft, u"SobjectType",
                               textFragment(draft.references.front() == kNoRow ? u"Lead" : u"Account"));
        return {};
    default:
        return {};
    }
}

std::optional<RowError> SalesRules::prepare(int object, Draft& draft, const Json& sent) const
{
    const bool persons = !m_organisation.type(kAccount).fields.empty() &&
                         m_organisation.type(kAccount).lookUp(u"IsPersonAccount") >= 0;
    if (object != kAccount || !persons) return {};
    const QString last = fragmentText(m_organisation.draftCell(kAccount, draft, u"LastName"));
    const bool person = !last.isEmpty();
    m_organisation.setCell(kAccount, draft, u"IsPersonAccount", boolFragment(person));
    if (!person) return {};
    if (sent.contains(u"Name")) {
        return RowError{u"INVALID_FIELD_FOR_INSERT_UPDATE"_s,
                        u"Account: bad field names on insert/update call: Name"_s,
                        {u"Name"_s}};
    }
    const QString first = fragmentText(m_organisation.draftCell(kAccount, draft, u"FirstName"));
    m_organisation.setCell(kAccount, draft, u"Name",
                           textFragment(first.isEmpty() ? last : first + u' ' + last));
    return {};
}

std::optional<RowError> SalesRules::beforeRemove(int object, RowNumber row) const
{
    if (object != kProduct) return {};
    for (const ChildRelationship& child : m_organisation.type(kProduct).children) {
        if (child.object != kOpportunityLine) continue;
        const Table& lines = m_organisation.table(kOpportunityLine);
        for (RowNumber at = lines.firstChild(child.slot, row); at != kNoRow;
             at = lines.nextChild(child.slot, at)) {
            if (lines.row(at).deleted) continue;
            return RowError{u"DELETE_FAILED"_s,
                            u"Your attempt to delete the product could not be completed because it is "
                            "associated with opportunity products."_s,
                            {}};
        }
    }
    return {};
}

void SalesRules::afterSave(int object, RowNumber row)
{
    switch (object) {
    case kOpportunityLine:
        return afterLine(row);
    case kQuote:
    case kQuoteLine:
        return QuoteRules(m_organisation).afterSave(object, row);
    case kContentVersion:
        return ContentRules(m_organisation).afterSave(row);
    case kFieldPermissions:
    case kPermissionAssignment:
        return m_organisation.applyFieldPermissions();
    case kAccount:
        return keepPersonContact(row);
    case kContactRole:
        return keepOnePrimary(row);
    default:
        return;
    }
}

// A deal has one primary contact: a new one takes the mark from the others.
void SalesRules::keepOnePrimary(RowNumber role)
{
    if (m_organisation.cell(kContactRole, role, u"IsPrimary") != "true") return;
    const RowNumber deal = m_organisation.reference(kContactRole, role, u"OpportunityId");
    const Table& roles = m_organisation.table(kContactRole);
    for (RowNumber other = 0; other < roles.size(); ++other) {
        if (other == role || roles.row(other).deleted ||
            m_organisation.reference(kContactRole, other, u"OpportunityId") != deal ||
            m_organisation.cell(kContactRole, other, u"IsPrimary") != "true")
            continue;
        Draft draft = m_organisation.edit(kContactRole, other);
        m_organisation.setCell(kContactRole, draft, u"IsPrimary", boolFragment(false));
        m_organisation.update(kContactRole, other, draft);
    }
}

void SalesRules::afterLine(RowNumber row)
{
    const RowNumber opportunity = m_organisation.reference(kOpportunityLine, row, u"OpportunityId");
    if (m_organisation.reference(kOpportunity, opportunity, u"Pricebook2Id") == kNoRow) {
        const RowNumber entry = m_organisation.reference(kOpportunityLine, row, u"PricebookEntryId");
        Draft draft = m_organisation.edit(kOpportunity, opportunity);
        m_organisation.setReference(kOpportunity, draft, u"Pricebook2Id",
                                    m_organisation.reference(kPricebookEntry, entry, u"Pricebook2Id"));
        m_organisation.update(kOpportunity, opportunity, draft);
    }
    rollUp(opportunity);
}

/// A person account has a contact of its own that follows it.
void SalesRules::keepPersonContact(RowNumber account)
{
    if (m_organisation.cell(kAccount, account, u"IsPersonAccount") != "true") return;
    const RowNumber known = m_organisation.reference(kAccount, account, u"PersonContactId");
    Draft contact = known == kNoRow ? m_organisation.blank(kContact) : m_organisation.edit(kContact, known);
    for (const auto& [field, source] :
         {std::pair(u"FirstName", u"FirstName"), std::pair(u"LastName", u"LastName"),
          std::pair(u"Email", u"PersonEmail")})
        m_organisation.setCell(kContact, contact, field,
                               std::string(m_organisation.cell(kAccount, account, source)));
    deriveContactName(contact);
    m_organisation.setReference(kContact, contact, u"AccountId", account);
    if (known != kNoRow) return m_organisation.update(kContact, known, contact);
    Draft draft = m_organisation.edit(kAccount, account);
    m_organisation.setReference(kAccount, draft, u"PersonContactId",
                                m_organisation.insert(kContact, contact));
    m_organisation.update(kAccount, account, draft);
}

void SalesRules::afterRemove(int object, RowNumber row)
{
    if (object == kOpportunityLine) rollUp(m_organisation.reference(kOpportunityLine, row, u"OpportunityId"));
    if (object == kQuoteLine) QuoteRules(m_organisation).afterSave(object, row);
    if (object == kFieldPermissions || object == kPermissionAssignment || object == kPermissionSet)
        m_organisation.applyFieldPermissions();
}

void SalesRules::deriveOpportunity(Draft& draft, bool probabilityGiven) const
{
    const RowNumber stage =
        m_organisation.stageNamed(m_organisation.draftCell(kOpportunity, draft, u"StageName"));
    const bool known = stage != kNoRow;
    const auto copy = [&](QStringView field, std::string otherwise) {
        const std::string_view cell =
            known ? m_organisation.cell(kStage, stage, field) : std::string_view(otherwise);
        m_organisation.setCell(kOpportunity, draft, field, std::string(cell));
    };
    copy(u"IsClosed", "false");
    copy(u"IsWon", "false");
    copy(u"ForecastCategory", "\"Pipeline\"");
    if (!probabilityGiven && known) {
        m_organisation.setCell(kOpportunity, draft, u"Probability",
                               std::string(m_organisation.cell(kStage, stage, u"DefaultProbability")));
    }
}

void SalesRules::deriveContactName(Draft& draft) const
{
    const QString first = fragmentText(m_organisation.draftCell(kContact, draft, u"FirstName"));
    const QString last = fragmentText(m_organisation.draftCell(kContact, draft, u"LastName"));
    const QString name = first.isEmpty() || last.isEmpty() ? first + last : first + u' ' + last;
    m_organisation.setCell(kContact, draft, u"Name", name.isEmpty() ? std::string() : textFragment(name));
}

void SalesRules::deriveLineTotal(Draft& draft) const
{
    const std::string_view price = m_organisation.draftCell(kOpportunityLine, draft, u"UnitPrice");
    if (price.empty()) return;
    const Decimal quantity = fragmentNumber(m_organisation.draftCell(kOpportunityLine, draft, u"Quantity"));
    const Decimal discount = fragmentNumber(m_organisation.draftCell(kOpportunityLine, draft, u"Discount"));
    const Decimal share = zeroOnOverflow(Decimal(100).minus(discount));
    const Decimal gross = zeroOnOverflow(quantity.times(fragmentNumber(price)));
    const Decimal net = zeroOnOverflow(zeroOnOverflow(gross.times(share)).times(Decimal::fromScaled(1, 2)));
    m_organisation.setCell(kOpportunityLine, draft, u"TotalPrice", numberFragment(net.rounded(2)));
}

std::optional<RowError> SalesRules::checkOpportunity(Draft& draft, RowNumber self, const Json& sent) const
{
    if (self != kNoRow && hasLines(self)) {
        // With lines the amount is their sum: a sent one is passed over in silence, as the service does.
        m_organisation.setCell(kOpportunity, draft, u"Amount",
                               std::string(m_organisation.cell(kOpportunity, self, u"Amount")));
        if (m_organisation.draftReference(kOpportunity, draft, u"Pricebook2Id") !=
            m_organisation.reference(kOpportunity, self, u"Pricebook2Id")) {
            return integrity(u"The price book cannot be changed while the opportunity has products"_s,
                             {u"Pricebook2Id"_s});
        }
        if (m_organisation.draftCell(kOpportunity, draft, u"CurrencyIsoCode") !=
            m_organisation.cell(kOpportunity, self, u"CurrencyIsoCode")) {
            return integrity(u"The currency cannot be changed while the opportunity has products"_s,
                             {u"CurrencyIsoCode"_s});
        }
    }
    const bool sameStage = self != kNoRow && m_organisation.draftCell(kOpportunity, draft, u"StageName") ==
                                                 m_organisation.cell(kOpportunity, self, u"StageName");
    deriveOpportunity(draft, sameStage || !sent[u"Probability"].isNull());
    return {};
}

std::optional<RowError> SalesRules::checkEntry(Draft& draft, RowNumber self) const
{
    const RowNumber product = m_organisation.draftReference(kPricebookEntry, draft, u"Product2Id");
    const RowNumber book = m_organisation.draftReference(kPricebookEntry, draft, u"Pricebook2Id");
    const std::string currency(m_organisation.draftCell(kPricebookEntry, draft, u"CurrencyIsoCode"));
    for (const auto field : {u"Name", u"ProductCode"}) {
        m_organisation.setCell(kPricebookEntry, draft, field,
                               std::string(m_organisation.cell(kProduct, product, field)));
    }
    const Table& entries = m_organisation.table(kPricebookEntry);
    const int slot = m_organisation.type(kPricebookEntry)
                         .field(m_organisation.type(kPricebookEntry).find(u"Product2Id"))
                         .slot;
    RowNumber standard = kNoRow;
    for (RowNumber at = entries.firstChild(slot, product); at != kNoRow; at = entries.nextChild(slot, at)) {
        if (at == self || entries.row(at).deleted ||
            m_organisation.cell(kPricebookEntry, at, u"CurrencyIsoCode") != currency)
            continue;
        const RowNumber other = m_organisation.reference(kPricebookEntry, at, u"Pricebook2Id");
        if (other == book && self == kNoRow) {
            return RowError{
                u"DUPLICATE_VALUE"_s, u"This price definition already exists in this price book"_s, {}};
        }
        if (other == m_organisation.standardBook()) standard = at;
    }
    if (book == m_organisation.standardBook()) return {};
    if (standard == kNoRow && self == kNoRow) {
        return RowError{u"STANDARD_PRICE_NOT_DEFINED"_s,
                        u"Before creating a custom price, create a standard price."_s,
                        {}};
    }
    const bool follows = m_organisation.draftCell(kPricebookEntry, draft, u"UseStandardPrice") == "true";
    if (follows && standard != kNoRow) {
        m_organisation.setCell(kPricebookEntry, draft, u"UnitPrice",
                               std::string(m_organisation.cell(kPricebookEntry, standard, u"UnitPrice")));
    }
    return {};
}

std::optional<RowError> SalesRules::checkLine(Draft& draft, RowNumber self, const Json& sent) const
{
    const bool priced = !sent[u"UnitPrice"].isNull();
    const bool totalled = !sent[u"TotalPrice"].isNull();
    if (priced && totalled)
        return integrity(
            u"field integrity exception: unknown (only one of unit price or total price may be specified)"_s);
    if (self == kNoRow) {
        if (auto refused = checkLineEntry(draft)) return refused;
        if (!priced && !totalled) {
            return RowError{
                u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [UnitPrice]"_s, {u"UnitPrice"_s}};
        }
    }
    const Decimal quantity = fragmentNumber(m_organisation.draftCell(kOpportunityLine, draft, u"Quantity"));
    if (quantity.isZero()) {
        return RowError{
            u"FIELD_INTEGRITY_EXCEPTION"_s, u"Quantity: Quantity cannot be zero."_s, {u"Quantity"_s}};
    }
    if (totalled) {
        const Decimal total =
            fragmentNumber(m_organisation.draftCell(kOpportunityLine, draft, u"TotalPrice"));
        const Decimal price = zeroOnOverflow(total.dividedBy(quantity)).rounded(2);
        m_organisation.setCell(kOpportunityLine, draft, u"UnitPrice", numberFragment(price));
        return {};
    }
    deriveLineTotal(draft);
    return {};
}

std::optional<RowError> SalesRules::checkLineEntry(Draft& draft) const
{
    const int line = kOpportunityLine;
    const RowNumber opportunity = m_organisation.draftReference(line, draft, u"OpportunityId");
    const RowNumber entry = m_organisation.draftReference(line, draft, u"PricebookEntryId");
    if (entry == kNoRow) {
        return integrity(
            u"field integrity exception: PricebookEntryId, unknown (versions 3.0 and higher must specify "
            "pricebook entry id, otherwise must specify product2 id)"_s);
    }
    const RowNumber book = m_organisation.reference(kOpportunity, opportunity, u"Pricebook2Id");
    if (book != kNoRow && book != m_organisation.reference(kPricebookEntry, entry, u"Pricebook2Id")) {
        return integrity(
            u"field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook "
            "than the one assigned to the opportunity)"_s);
    }
    const std::string currency(m_organisation.cell(kPricebookEntry, entry, u"CurrencyIsoCode"));
    if (currency != m_organisation.cell(kOpportunity, opportunity, u"CurrencyIsoCode")) {
        return integrity(
            u"field integrity exception: PricebookEntryId (The pricebook entry currency code does not "
            "match the opportunity currency code)"_s);
    }
    const RowNumber product = m_organisation.reference(kPricebookEntry, entry, u"Product2Id");
    m_organisation.setReference(line, draft, u"Product2Id", product);
    m_organisation.setCell(line, draft, u"CurrencyIsoCode", currency);
    m_organisation.setCell(line, draft, u"ListPrice",
                           std::string(m_organisation.cell(kPricebookEntry, entry, u"UnitPrice")));
    m_organisation.setCell(line, draft, u"ProductCode",
                           std::string(m_organisation.cell(kPricebookEntry, entry, u"ProductCode")));
    const QString name = fragmentText(m_organisation.cell(kOpportunity, opportunity, u"Name")) + u' ' +
                         fragmentText(m_organisation.cell(kProduct, product, u"Name"));
    m_organisation.setCell(line, draft, u"Name", textFragment(name));
    return {};
}

bool SalesRules::hasLines(RowNumber opportunity) const
{
    return m_organisation.cell(kOpportunity, opportunity, u"HasOpportunityLineItem") == "true";
}

Decimal SalesRules::lineSum(RowNumber opportunity) const
{
    const ObjectType& type = m_organisation.type(kOpportunityLine);
    const int slot = type.field(type.find(u"OpportunityId")).slot;
    const Table& lines = m_organisation.table(kOpportunityLine);
    Decimal sum = Decimal::fromScaled(0, 2);
    for (RowNumber at = lines.firstChild(slot, opportunity); at != kNoRow; at = lines.nextChild(slot, at)) {
        if (!lines.row(at).deleted)
            sum = zeroOnOverflow(
                sum.plus(fragmentNumber(m_organisation.cell(kOpportunityLine, at, u"TotalPrice"))));
    }
    return sum;
}

void SalesRules::rollUp(RowNumber opportunity)
{
    const ObjectType& type = m_organisation.type(kOpportunityLine);
    const int slot = type.field(type.find(u"OpportunityId")).slot;
    const Table& lines = m_organisation.table(kOpportunityLine);
    bool any = false;
    for (RowNumber at = lines.firstChild(slot, opportunity); at != kNoRow; at = lines.nextChild(slot, at))
        any = any || !lines.row(at).deleted;
    Draft draft = m_organisation.edit(kOpportunity, opportunity);
    m_organisation.setCell(kOpportunity, draft, u"Amount", numberFragment(lineSum(opportunity)));
    m_organisation.setCell(kOpportunity, draft, u"HasOpportunityLineItem", boolFragment(any));
    m_organisation.update(kOpportunity, opportunity, draft);
}

} // namespace tieout::sandbox::salesforce
