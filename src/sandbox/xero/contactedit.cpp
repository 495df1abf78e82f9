#include "sandbox/xero/contactedit.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum ContactMember : int {
    // The first ones are ContactText in its order.
    IdMember = int(ContactText::Count),
    StatusMember,
    AddressesMember,
    PhonesMember,
    PersonsMember,
    TermsMember,
};

const MemberNames& contactMembers()
{
    static const MemberNames kNames{u"Name",
                                    u"ContactNumber",
                                    u"AccountNumber",
                                    u"FirstName",
                                    u"LastName",
                                    u"CompanyNumber",
                                    u"EmailAddress",
                                    u"BankAccountDetails",
                                    u"TaxNumber",
                                    u"AccountsReceivableTaxType",
                                    u"AccountsPayableTaxType",
                                    u"DefaultCurrency",
                                    u"SalesDefaultAccountCode",
                                    u"PurchasesDefaultAccountCode",
                                    u"SalesDefaultLineAmountType",
                                    u"PurchasesDefaultLineAmountType",
                                    u"XeroNetworkKey",
                                    u"ContactID",
                                    u"ContactStatus",
                                    u"Addresses",
                                    u"Phones",
                                    u"ContactPersons",
                                    u"PaymentTerms"};
    return kNames;
}

const MemberNames& addressMembers()
{
    static const MemberNames kNames{u"AddressLine1", u"AddressLine2", u"AddressLine3", u"AddressLine4",
                                    u"City",         u"Region",       u"PostalCode",   u"Country",
                                    u"AttentionTo",  u"AddressType"};
    return kNames;
}

const Json& memberOf(const Json& json, QStringView name)
{
    for (const Json::Member& member : json.toObject()) {
        if (QStringView(member.first).compare(name, Qt::CaseInsensitive) == 0) return member.second;
    }
    static const Json kNull;
    return kNull;
}

QString textOf(const Json& json, QStringView name, ValueReader& reader)
{
    return reader.text(memberOf(json, name)).value_or(QString());
}

std::vector<Address> readAddresses(const Json& json, ValueReader& reader)
{
    std::vector<Address> addresses;
    for (const Json& item : json.toArray()) {
        Address address;
        for (const Json::Member& member : item.toObject()) {
            const int number = addressMembers().find(member.first);
            if (number < 0) continue;
            const QString text = reader.text(member.second).value_or(QString());
            if (number < Address::PartCount) {
                address.parts[size_t(number)] = text;
            } else if (text.compare("STREET"_L1, Qt::CaseInsensitive) == 0) {
                address.kind = Address::Kind::Street;
            }
        }
        addresses.push_back(std::move(address));
    }
    return addresses;
}

std::vector<Phone> readPhones(const Json& json, ValueReader& reader)
{
    static constexpr std::pair<QStringView, Phone::Kind> kKinds[] = {
        {u"DDI", Phone::Kind::Ddi}, {u"FAX", Phone::Kind::Fax}, {u"MOBILE", Phone::Kind::Mobile}};
    std::vector<Phone> phones;
    for (const Json& item : json.toArray()) {
        Phone phone;
        const QString kind = textOf(item, u"PhoneType", reader);
        for (const auto& [word, value] : kKinds) {
            if (kind.compare(word, Qt::CaseInsensitive) == 0) phone.kind = value;
        }
        phone.number = textOf(item, u"PhoneNumber", reader);
        phone.area = textOf(item, u"PhoneAreaCode", reader);
        phone.country = textOf(item, u"PhoneCountryCode", reader);
        phones.push_back(std::move(phone));
    }
    return phones;
}

std::vector<ContactPerson> readPersons(const Json& json, ValueReader& reader)
{
    std::vector<ContactPerson> persons;
    for (const Json& item : json.toArray()) {
        ContactPerson person;
        person.firstName = textOf(item, u"FirstName", reader);
        person.lastName = textOf(item, u"LastName", reader);
        person.email = textOf(item, u"EmailAddress", reader);
        person.includeInEmails = reader.flag(memberOf(item, u"IncludeInEmails")).value_or(false);
        persons.push_back(std::move(person));
    }
    return persons;
}

std::optional<PaymentTerm> readTerm(const Json& json, ValueReader& reader)
{
    if (!json.isObject()) return std::nullopt;
    PaymentTerm term;
    const Decimal day = reader.number(memberOf(json, u"Day")).value_or(Decimal());
    term.day = int(day.rounded(0).toInteger().value_or(-1));
    term.type = textOf(json, u"Type", reader);
    return term;
}

} // namespace

bool ContactEdit::onlyIdentifies() const
{
    for (size_t index = size_t(ContactText::AccountNumber); index < texts.size(); ++index) {
        if (texts[index]) return false;
    }
    return !status && !addresses && !phones && !persons && !billTerm && !salesTerm;
}

ContactEdit readContactEdit(const Json& json, ValueReader& reader)
{
    ContactEdit edit;
    for (const Json::Member& member : json.toObject()) {
        const Json& value = member.second;
        const int number = value.isNull() ? -1 : contactMembers().find(member.first);
        if (number < 0) continue;
        if (number < int(ContactText::Count)) {
            edit.texts[size_t(number)] = reader.text(value);
            continue;
        }
        switch (number) {
        case IdMember:
            edit.id = reader.guid(value).value_or(QUuid());
            break;
        case StatusMember:
            edit.status = reader.text(value);
            break;
        case AddressesMember:
            edit.addresses = readAddresses(value, reader);
            break;
        case PhonesMember:
            edit.phones = readPhones(value, reader);
            break;
        case PersonsMember:
            edit.persons = readPersons(value, reader);
            break;
        case TermsMember:
            edit.billTerm = readTerm(memberOf(value, u"Bills"), reader);
            edit.salesTerm = readTerm(memberOf(value, u"Sales"), reader);
            break;
        default:
            break;
        }
    }
    return edit;
}

} // namespace tieout::sandbox::xero
