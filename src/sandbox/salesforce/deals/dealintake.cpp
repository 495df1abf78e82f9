#include "sandbox/salesforce/deals/dealintake.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/rules/salesrules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

struct DealIntake::Deal {
    Stamps stamps = Stamps::Given;
    RowHistory history;
    QString currency;
    RowNumber row = kNoRow;

    [[nodiscard]] const RowHistory* past() const { return stamps == Stamps::Given ? &history : nullptr; }
};

namespace {

tl::unexpected<Error> refuse(const QString& text)
{
    return fail(ErrorKind::RowRejected, u"practice.deal"_s, text);
}

Result<RecordId> idOf(const Json& row, const QByteArray& prefix)
{
    const Json& given = row[u"Id"];
    if (given.isNull()) return RecordId();
    const auto id = RecordId::parse(given.toText());
    if (!id || id->prefix() != std::string_view(prefix.constData(), 3)) {
        return refuse(u"Id '"_s + given.toText() + u"' is not a "_s + QString::fromLatin1(prefix) +
                      u"… record id"_s);
    }
    return *id;
}

const Json& linesOf(const Json& deal)
{
    const Json& lines = deal[u"OpportunityLineItems"];
    return lines.isArray() ? lines : lines[u"records"];
}

QString contactKey(RowNumber account, const QString& email, const QString& first, const QString& last)
{
    const QString who = email.trimmed().isEmpty() ? first.trimmed() + u' ' + last.trimmed() : email.trimmed();
    return QString::number(account) + u'|' + who.toCaseFolded();
}

} // namespace

DealIntake::DealIntake(Organisation& organisation)
    : m_organisation(organisation)
{
    indexExisting();
}

void DealIntake::indexExisting()
{
    const auto text = [&](int object, RowNumber row, QStringView field) {
        return fragmentText(m_organisation.cell(object, row, field));
    };
    for (RowNumber row = 0; row < m_organisation.table(kUser).size(); ++row)
        m_owners.insert(text(kUser, row, u"Name"), row);
    for (RowNumber row = 0; row < m_organisation.table(kCurrencyType).size(); ++row)
        m_currencies.insert(text(kCurrencyType, row, u"IsoCode"));
    for (RowNumber row = 0; row < m_organisation.table(kContact).size(); ++row) {
        const RowNumber account = m_organisation.reference(kContact, row, u"AccountId");
        m_contacts.insert(contactKey(account, text(kContact, row, u"Email"),
                                     text(kContact, row, u"FirstName"), text(kContact, row, u"LastName")),
                          row);
    }
    for (RowNumber row = 0; row < m_organisation.table(kProduct).size(); ++row) {
        const QString code = text(kProduct, row, u"ProductCode");
        m_products.insert(code.isEmpty() ? u"name:"_s + text(kProduct, row, u"Name") : code, row);
    }
    for (RowNumber row = 0; row < m_organisation.table(kPricebookEntry).size(); ++row) {
        m_entries.insert({m_organisation.reference(kPricebookEntry, row, u"Product2Id"),
                          text(kPricebookEntry, row, u"CurrencyIsoCode")},
                         row);
    }
}

Result<void> DealIntake::add(const Json& json, Stamps stamps)
{
    if (!json.isObject()) return refuse(u"a deal must be a JSON object"_s);
    Deal deal;
    deal.stamps = stamps;
    if (auto read = readHistory(json, deal); !read) return read;
    if (auto taken = takeOpportunity(json, deal); !taken) return taken;
    if (json.contains(u"OpportunityLineItems")) {
        if (auto taken = takeLines(json, deal); !taken) return taken;
    }
    if (json[u"IsDeleted"].toBool() && !m_organisation.table(kOpportunity).row(deal.row).deleted)
        m_organisation.remove(kOpportunity, deal.row);
    return {};
}

Result<void> DealIntake::readHistory(const Json& row, Deal& deal) const
{
    const qint64 now = msSinceEpoch(m_organisation.now());
    deal.history = {now, now, now};
    const auto read = [&](QStringView name, qint64 otherwise) -> Result<qint64> {
        if (row[name].isNull()) return otherwise;
        const auto instant = parseInstant(row[name].toText());
        if (!instant)
            return refuse(name.toString() + u" '"_s + row[name].toText() + u"' is not a date and time"_s);
        return msSinceEpoch(*instant);
    };
    const auto stamp = read(u"SystemModstamp", now);
    const auto modified = read(u"LastModifiedDate", stamp.value_or(now));
    const auto created = read(u"CreatedDate", modified.value_or(now));
    for (const auto& part : {stamp, modified, created}) {
        if (!part) return tl::unexpected(part.error());
    }
    deal.history = {*created, *modified, *stamp};
    deal.currency = row[u"CurrencyIsoCode"].toText(u"AUD"_s);
    return {};
}

Result<void> DealIntake::takeOpportunity(const Json& json, Deal& deal)
{
    const auto id = idOf(json, m_organisation.type(kOpportunity).keyPrefix);
    if (!id) return tl::unexpected(id.error());
    if (!id->isNull()) deal.row = m_organisation.table(kOpportunity).find(*id);
    const bool known = deal.row != kNoRow;
    Draft draft = known ? m_organisation.edit(kOpportunity, deal.row) : m_organisation.blank(kOpportunity);
    if (known && json[u"CurrencyIsoCode"].isNull())
        deal.currency = fragmentText(m_organisation.cell(kOpportunity, deal.row, u"CurrencyIsoCode"));
    takeCurrency(deal.currency, deal);
    if (auto applied = applyMembers(kOpportunity, draft, json,
                                    {u"Account", u"Contact", u"Owner", u"OpportunityLineItems"});
        !applied)
        return applied;
    m_organisation.setCell(kOpportunity, draft, u"CurrencyIsoCode", textFragment(deal.currency));
    for (const auto name : {u"Name", u"StageName", u"CloseDate"}) {
        if (!known && !json.contains(name)) return refuse(QString::fromUtf16(name) + u" is missing"_s);
    }
    RowNumber account = m_organisation.draftReference(kOpportunity, draft, u"AccountId");
    if (json.contains(u"Account")) {
        const auto taken = takeAccount(json[u"Account"], deal);
        if (!taken) return tl::unexpected(taken.error());
        account = *taken;
        m_organisation.setReference(kOpportunity, draft, u"AccountId", account);
    }
    if (json.contains(u"Contact")) {
        const auto taken = takeContact(json[u"Contact"], account, deal);
        if (!taken) return tl::unexpected(taken.error());
        m_organisation.setReference(kOpportunity, draft, u"ContactId", *taken);
    }
    if (json.contains(u"Owner") || !known) {
        const auto taken = takeOwner(json[u"Owner"], deal);
        if (!taken) return tl::unexpected(taken.error());
        m_organisation.setReference(kOpportunity, draft, u"OwnerId", *taken);
    }
    if (json.contains(u"OpportunityLineItems")) {
        const bool any = linesOf(json).size() > 0;
        m_organisation.setCell(kOpportunity, draft, u"HasOpportunityLineItem", boolFragment(any));
        if (any)
            m_organisation.setReference(kOpportunity, draft, u"Pricebook2Id", m_organisation.standardBook());
    }
    SalesRules(m_organisation).deriveOpportunity(draft, json.contains(u"Probability"));
    deal.row = save(kOpportunity, deal.row, std::move(draft), *id, deal);
    return {};
}

Result<RowNumber> DealIntake::takeAccount(const Json& account, const Deal& deal)
{
    if (account.isNull()) return kNoRow;
    if (!account.isObject()) return refuse(u"Account must be an object or null"_s);
    const auto id = idOf(account, m_organisation.type(kAccount).keyPrefix);
    if (!id) return tl::unexpected(id.error());
    const QString name = account[u"Name"].toText();
    RowNumber row =
        id->isNull() ? m_accountsByName.value(name, kNoRow) : m_organisation.table(kAccount).find(*id);
    const bool known = row != kNoRow;
    if (known && holds(kAccount, row, account)) return row;
    Draft draft = known ? m_organisation.edit(kAccount, row) : m_organisation.blank(kAccount);
    if (!known) {
        m_organisation.setCell(kAccount, draft, u"CurrencyIsoCode", textFragment(deal.currency));
        m_organisation.setReference(kAccount, draft, u"OwnerId", m_organisation.user());
    }
    if (auto applied = applyMembers(kAccount, draft, account, {u"Owner", u"Parent"}); !applied)
        return tl::unexpected(applied.error());
    if (account[u"Owner"].isObject()) {
        const auto owner = takeOwner(account[u"Owner"], deal);
        if (!owner) return owner;
        m_organisation.setReference(kAccount, draft, u"OwnerId", *owner);
    }
    row = save(kAccount, row, std::move(draft), *id, deal);
    if (id->isNull()) m_accountsByName.insert(name, row);
    return row;
}

Result<RowNumber> DealIntake::takeContact(const Json& contact, RowNumber account, const Deal& deal)
{
    if (contact.isNull()) return kNoRow;
    if (!contact.isObject()) return refuse(u"Contact must be an object or null"_s);
    const auto id = idOf(contact, m_organisation.type(kContact).keyPrefix);
    if (!id) return tl::unexpected(id.error());
    const QString key = contactKey(account, contact[u"Email"].toText(), contact[u"FirstName"].toText(),
                                   contact[u"LastName"].toText());
    RowNumber row = id->isNull() ? m_contacts.value(key, kNoRow) : m_organisation.table(kContact).find(*id);
    const bool known = row != kNoRow;
    if (known && holds(kContact, row, contact) &&
        m_organisation.reference(kContact, row, u"AccountId") == account)
        return row;
    Draft draft = known ? m_organisation.edit(kContact, row) : m_organisation.blank(kContact);
    if (!known) {
        m_organisation.setCell(kContact, draft, u"CurrencyIsoCode", textFragment(deal.currency));
        m_organisation.setReference(kContact, draft, u"OwnerId", m_organisation.user());
    }
    if (auto applied = applyMembers(kContact, draft, contact, {u"Account", u"Owner", u"Name"}); !applied)
        return tl::unexpected(applied.error());
    m_organisation.setReference(kContact, draft, u"AccountId", account);
    SalesRules(m_organisation).deriveContactName(draft);
    row = save(kContact, row, std::move(draft), *id, deal);
    m_contacts.insert(key, row);
    return row;
}

Result<RowNumber> DealIntake::takeOwner(const Json& owner, const Deal& deal)
{
    const QString name = owner[u"Name"].toText();
    if (name.isEmpty()) return m_organisation.user();
    const RowNumber found = m_owners.value(name, kNoRow);
    if (found != kNoRow) return found;
    const auto id = idOf(owner, m_organisation.type(kUser).keyPrefix);
    if (!id) return tl::unexpected(id.error());
    QString login = name.toLower();
    login.replace(u' ', u'.');
    Draft draft = m_organisation.blank(kUser);
    const auto set = [&](QStringView field, const QString& text) {
        m_organisation.setCell(kUser, draft, field, textFragment(text));
    };
    set(u"Name", name);
    set(u"FirstName", name.section(u' ', 0, -2));
    set(u"LastName", name.section(u' ', -1));
    set(u"Username", login + u"@practice.example"_s);
    set(u"Email", owner[u"Email"].toText(login + u"@practice.example"_s));
    set(u"Alias", login.left(8));
    set(u"TimeZoneSidKey", u"Australia/Sydney"_s);
    set(u"LocaleSidKey", u"en_AU"_s);
    set(u"CurrencyIsoCode", u"AUD"_s);
    m_organisation.setCell(kUser, draft, u"IsActive", boolFragment(true));
    const RowNumber row = save(kUser, kNoRow, std::move(draft), *id, deal);
    m_owners.insert(name, row);
    return row;
}

Result<void> DealIntake::takeLines(const Json& json, const Deal& deal)
{
    const Json& records = linesOf(json);
    if (!json[u"OpportunityLineItems"].isNull() && !records.isArray())
        return refuse(u"OpportunityLineItems must be null or hold a list of records"_s);
    const ObjectType& type = m_organisation.type(kOpportunityLine);
    const int slot = type.field(type.find(u"OpportunityId")).slot;
    const Table& table = m_organisation.table(kOpportunityLine);
    QSet<RowNumber> before;
    for (RowNumber at = table.firstChild(slot, deal.row); at != kNoRow; at = table.nextChild(slot, at)) {
        if (!table.row(at).deleted) before.insert(at);
    }
    for (const Json& line : records.toArray()) {
        const auto row = takeLine(line, deal);
        if (!row) return tl::unexpected(row.error());
        before.remove(*row);
    }
    for (const RowNumber gone : before)
        m_organisation.remove(kOpportunityLine, gone);
    // A deal that names its amount keeps it to the digit; another one gets the sum of its lines.
    if (json[u"Amount"].isNull() && records.size() > 0) {
        Draft draft = m_organisation.edit(kOpportunity, deal.row);
        m_organisation.setCell(kOpportunity, draft, u"Amount",
                               numberFragment(SalesRules(m_organisation).lineSum(deal.row)));
        m_organisation.update(kOpportunity, deal.row, draft, deal.past());
    }
    return {};
}

Result<RowNumber> DealIntake::takeLine(const Json& line, const Deal& deal)
{
    if (!line.isObject()) return refuse(u"a line must be an object"_s);
    const auto id = idOf(line, m_organisation.type(kOpportunityLine).keyPrefix);
    if (!id) return tl::unexpected(id.error());
    const RowNumber row = id->isNull() ? kNoRow : m_organisation.table(kOpportunityLine).find(*id);
    if (row != kNoRow && m_organisation.reference(kOpportunityLine, row, u"OpportunityId") != deal.row)
        return refuse(u"line "_s + id->toString() + u" belongs to another opportunity"_s);
    Draft draft =
        row == kNoRow ? m_organisation.blank(kOpportunityLine) : m_organisation.edit(kOpportunityLine, row);
    if (auto applied =
            applyMembers(kOpportunityLine, draft, line, {u"PricebookEntry", u"Product2", u"Opportunity"});
        !applied)
        return tl::unexpected(applied.error());
    m_organisation.setReference(kOpportunityLine, draft, u"OpportunityId", deal.row);
    m_organisation.setCell(kOpportunityLine, draft, u"CurrencyIsoCode", textFragment(deal.currency));
    const Json& entry = line[u"PricebookEntry"];
    const Json& product = entry[u"Product2"].isObject() ? entry[u"Product2"] : line[u"Product2"];
    if (entry.isObject() || product.isObject()) {
        const auto taken = takeProduct(entry, product, deal);
        if (!taken) return taken;
        const RowNumber price = takeEntry(*taken, entry, line, deal);
        m_organisation.setReference(kOpportunityLine, draft, u"Product2Id", *taken);
        m_organisation.setReference(kOpportunityLine, draft, u"PricebookEntryId", price);
        for (const auto field : {u"ProductCode", u"Name"})
            m_organisation.setCell(kOpportunityLine, draft, field,
                                   std::string(m_organisation.cell(kProduct, *taken, field)));
        m_organisation.setCell(kOpportunityLine, draft, u"ListPrice",
                               std::string(m_organisation.cell(kPricebookEntry, price, u"UnitPrice")));
    }
    if (!line.contains(u"TotalPrice")) SalesRules(m_organisation).deriveLineTotal(draft);
    return save(kOpportunityLine, row, std::move(draft), *id, deal);
}

Result<RowNumber> DealIntake::takeProduct(const Json& entry, const Json& product, const Deal& deal)
{
    const QString code = entry[u"ProductCode"].toText(product[u"ProductCode"].toText());
    const QString key = code.isEmpty() ? u"name:"_s + product[u"Name"].toText() : code;
    RowNumber row = m_products.value(key, kNoRow);
    if (row != kNoRow && holds(kProduct, row, product)) return row;
    Draft draft = row == kNoRow ? m_organisation.blank(kProduct) : m_organisation.edit(kProduct, row);
    if (row == kNoRow) {
        m_organisation.setCell(kProduct, draft, u"Name", textFragment(code));
        m_organisation.setCell(kProduct, draft, u"IsActive", boolFragment(true));
        m_organisation.setCell(kProduct, draft, u"CurrencyIsoCode", textFragment(u"AUD"));
    }
    if (auto applied = applyMembers(kProduct, draft, product, {}); !applied)
        return tl::unexpected(applied.error());
    if (!code.isEmpty()) m_organisation.setCell(kProduct, draft, u"ProductCode", textFragment(code));
    row = save(kProduct, row, std::move(draft), {}, deal);
    m_products.insert(key, row);
    return row;
}

RowNumber DealIntake::takeEntry(RowNumber product, const Json& entry, const Json& line, const Deal& deal)
{
    const auto key = std::pair(product, deal.currency);
    const RowNumber found = m_entries.value(key, kNoRow);
    if (found != kNoRow) return found;
    Draft draft = m_organisation.blank(kPricebookEntry);
    const auto set = [&](QStringView field, std::string fragment) {
        m_organisation.setCell(kPricebookEntry, draft, field, std::move(fragment));
    };
    const Json& price = entry[u"UnitPrice"].isNumber() ? entry[u"UnitPrice"] : line[u"UnitPrice"];
    set(u"Name", std::string(m_organisation.cell(kProduct, product, u"Name")));
    set(u"ProductCode", std::string(m_organisation.cell(kProduct, product, u"ProductCode")));
    set(u"UnitPrice", numberFragment(price.toDecimal()));
    set(u"CurrencyIsoCode", textFragment(deal.currency));
    set(u"IsActive", boolFragment(true));
    m_organisation.setReference(kPricebookEntry, draft, u"Pricebook2Id", m_organisation.standardBook());
    m_organisation.setReference(kPricebookEntry, draft, u"Product2Id", product);
    const RowNumber row = save(kPricebookEntry, kNoRow, std::move(draft), {}, deal);
    m_entries.insert(key, row);
    return row;
}

void DealIntake::takeCurrency(const QString& code, const Deal& deal)
{
    if (m_currencies.contains(code)) return;
    m_currencies.insert(code);
    Draft draft = m_organisation.blank(kCurrencyType);
    m_organisation.setCell(kCurrencyType, draft, u"IsoCode", textFragment(code));
    m_organisation.setCell(kCurrencyType, draft, u"ConversionRate", "1");
    m_organisation.setCell(kCurrencyType, draft, u"DecimalPlaces", "2");
    m_organisation.setCell(kCurrencyType, draft, u"IsActive", boolFragment(true));
    save(kCurrencyType, kNoRow, std::move(draft), {}, deal);
    for (int object = 0; object < m_organisation.schema().objectCount(); ++object) {
        const int field = m_organisation.type(object).find(u"CurrencyIsoCode");
        if (field >= 0) m_organisation.editField(object, field).picklist.append(code);
    }
}

RowNumber DealIntake::save(int object, RowNumber existing, Draft draft, const RecordId& id, const Deal& deal)
{
    if (existing == kNoRow) return m_organisation.insert(object, std::move(draft), id, deal.past());
    // A parent that comes again unchanged keeps its stamp; a deal that is sent is a save.
    const Draft before = m_organisation.edit(object, existing);
    const bool changed = before.cells != draft.cells || before.references != draft.references;
    if (!changed && object != kOpportunity) return existing;
    RowHistory history = deal.history;
    const Row& row = m_organisation.table(object).row(existing);
    history.stamp = object == kOpportunity ? history.stamp : std::max(history.stamp, row.stamp);
    history.modified = object == kOpportunity ? history.modified : std::max(history.modified, row.modified);
    m_organisation.update(object, existing, draft, deal.stamps == Stamps::Given ? &history : nullptr);
    return existing;
}

} // namespace tieout::sandbox::salesforce
