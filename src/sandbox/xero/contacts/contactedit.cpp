#include "sandbox/xero/contacts/contactedit.h"

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
    SalesTrackingMember,
    PurchaseTrackingMember,
};

MemberNames makeContactMembers()
{
    MemberNames names;
    for (const QStringView name : kContactTextNames)
        names.add(name);
    for (const QStringView name :
         {u"ContactID", u"ContactStatus", u"Addresses", u"Phones", u"ContactPersons", u"PaymentTerms",
          u"SalesTrackingCategories", u"PurchasesTrackingCategories"})
        names.add(name);
    return names;
}

const MemberNames& contactMembers()
{
    static const MemberNames kNames = makeContactMembers();
    return kNames;
}

const MemberNames& addressMembers()
{
    static const MemberNames kNames{u"AddressLine1", u"AddressLine2", u"AddressLine3", u"AddressLine4",
                                    u"City",         u"Region",       u"PostalCode",   u"Country",
                                    u"AttentionTo",  u"AddressType"};
    return kNames;
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
    return !status && !addresses && !phones && !persons && !billTerm && !salesTerm && !salesTracking &&
           !purchaseTracking;
}

std::vector<TrackingEdit> readTracking(const Json& json, ValueReader& reader)
{
    static const MemberNames kNames{u"TrackingCategoryID",   u"TrackingOptionID",  u"Name", u"Option",
                                    u"TrackingCategoryName", u"TrackingOptionName"};
    std::vector<TrackingEdit> edits;
    for (const Json& item : json.toArray()) {
        TrackingEdit edit;
        for (const Json::Member& member : item.toObject()) {
            const int number = member.second.isNull() ? -1 : kNames.find(member.first);
            if (number == 0) edit.categoryId = reader.guid(member.second).value_or(QUuid());
            if (number == 1) edit.optionId = reader.guid(member.second).value_or(QUuid());
            if (number == 2 || number == 4) edit.category = reader.text(member.second).value_or(QString());
            if (number == 3 || number == 5) edit.option = reader.text(member.second).value_or(QString());
        }
        edits.push_back(std::move(edit));
    }
    return edits;
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
        case SalesTrackingMember:
            edit.salesTracking = readTracking(value, reader);
            break;
        case PurchaseTrackingMember:
            edit.purchaseTracking = readTracking(value, reader);
            break;
        default:
            break;
        }
    }
    return edit;
}

} // namespace tieout::sandbox::xero
