#include "sandbox/xero/contacts/contactrows.h"

namespace tieout::sandbox::xero {

namespace {

constexpr std::string_view kTextKeys[size_t(ContactText::Count)] = {"Name",
                                                                    "ContactNumber",
                                                                    "AccountNumber",
                                                                    "FirstName",
                                                                    "LastName",
                                                                    "CompanyNumber",
                                                                    "EmailAddress",
                                                                    "BankAccountDetails",
                                                                    "TaxNumber",
                                                                    "AccountsReceivableTaxType",
                                                                    "AccountsPayableTaxType",
                                                                    "DefaultCurrency",
                                                                    "SalesDefaultAccountCode",
                                                                    "PurchasesDefaultAccountCode",
                                                                    "SalesDefaultLineAmountType",
                                                                    "PurchasesDefaultLineAmountType",
                                                                    "XeroNetworkKey",
                                                                    "TaxNumberType"};

constexpr std::string_view kAddressKeys[Address::PartCount] = {"AddressLine1", "AddressLine2", "AddressLine3",
                                                               "AddressLine4", "City",         "Region",
                                                               "PostalCode",   "Country",      "AttentionTo"};

void writeTexts(ReplyWriter& writer, const Contact& contact, ContactDetail detail)
{
    for (size_t index = 0; index < size_t(ContactText::Count); ++index) {
        const bool detailOnly = index >= size_t(ContactText::SalesDefaultAccountCode);
        if (detailOnly && detail != ContactDetail::Full) continue;
        const bool always = index == size_t(ContactText::Name) ||
                            index == size_t(ContactText::EmailAddress) ||
                            index == size_t(ContactText::BankAccountDetails);
        if (always || !contact.texts[index].isEmpty()) writer.text(kTextKeys[index], contact.texts[index]);
    }
}

// Both kinds are always there, empty when unset.
void writeAddresses(ReplyWriter& writer, const Contact& contact)
{
    static const Address kEmpty;
    writer.beginArray("Addresses");
    for (const Address::Kind kind : {Address::Kind::Street, Address::Kind::PoBox}) {
        const auto found = std::find_if(contact.addresses.begin(), contact.addresses.end(),
                                        [kind](const Address& address) { return address.kind == kind; });
        const Address& address = found == contact.addresses.end() ? kEmpty : *found;
        writer.beginObject();
        writer.ascii("AddressType", kind == Address::Kind::Street ? "STREET" : "POBOX");
        for (size_t part = 0; part < Address::PartCount; ++part) {
            const bool always = part >= Address::City && part <= Address::Country;
            if (always || !address.parts[part].isEmpty())
                writer.text(kAddressKeys[part], address.parts[part]);
        }
        writer.endObject();
    }
    writer.endArray();
}

void writePhones(ReplyWriter& writer, const Contact& contact)
{
    static constexpr std::pair<Phone::Kind, std::string_view> kKinds[] = {{Phone::Kind::Ddi, "DDI"},
                                                                          {Phone::Kind::Default, "DEFAULT"},
                                                                          {Phone::Kind::Fax, "FAX"},
                                                                          {Phone::Kind::Mobile, "MOBILE"}};
    static const Phone kEmpty;
    writer.beginArray("Phones");
    for (const auto& [kind, word] : kKinds) {
        const auto found = std::find_if(contact.phones.begin(), contact.phones.end(),
                                        [wanted = kind](const Phone& phone) { return phone.kind == wanted; });
        const Phone& phone = found == contact.phones.end() ? kEmpty : *found;
        writer.beginObject();
        writer.ascii("PhoneType", word);
        writer.text("PhoneNumber", phone.number);
        writer.text("PhoneAreaCode", phone.area);
        writer.text("PhoneCountryCode", phone.country);
        writer.endObject();
    }
    writer.endArray();
}

void writePersons(ReplyWriter& writer, const Contact& contact)
{
    writer.beginArray("ContactPersons");
    for (const ContactPerson& person : contact.persons) {
        writer.beginObject();
        writer.text("FirstName", person.firstName);
        writer.text("LastName", person.lastName);
        writer.text("EmailAddress", person.email);
        writer.flag("IncludeInEmails", person.includeInEmails);
        writer.endObject();
    }
    writer.endArray();
}

void writeTerm(ReplyWriter& writer, std::string_view key, const PaymentTerm& term)
{
    if (term.type.isEmpty()) return;
    writer.beginObject(key);
    writer.number("Day", qint64(term.day));
    writer.text("Type", term.type);
    writer.endObject();
}

void writeGroups(ReplyWriter& writer, const Tenant& tenant, const Contact& contact)
{
    writer.beginArray("ContactGroups");
    const QList<int> groups =
        tenant.groupsOf.isEmpty() ? QList<int>() : tenant.groupsOf.value(tenant.contacts.byId(contact.id));
    for (const int position : groups) {
        const ContactGroup& group = tenant.groups.at(position);
        writer.beginObject();
        writer.guid("ContactGroupID", group.id);
        writer.text("Name", group.name);
        writer.ascii("Status", "ACTIVE");
        writer.emptyArray("Contacts");
        writer.flag("HasValidationErrors", false);
        writer.endObject();
    }
    writer.endArray();
}

void writeDefaults(ReplyWriter& writer, const Tenant& tenant, std::string_view key,
                   const std::array<TrackingMark, 2>& marks)
{
    writer.beginArray(key);
    for (const TrackingMark& mark : marks) {
        if (!mark.isSet()) continue;
        const TrackingCategory& category = tenant.tracking.categories()[size_t(mark.category)];
        writer.beginObject();
        writer.text("TrackingCategoryName", category.name);
        writer.text("TrackingOptionName", category.options[size_t(mark.option)].name);
        writer.endObject();
    }
    writer.endArray();
}

void writeBalances(ReplyWriter& writer, const ContactBalance& balance)
{
    writer.beginObject("Balances");
    writer.beginObject("AccountsReceivable");
    writer.number("Outstanding", balance.receivable);
    writer.number("Overdue", balance.receivableOverdue);
    writer.endObject();
    writer.beginObject("AccountsPayable");
    writer.number("Outstanding", balance.payable);
    writer.number("Overdue", balance.payableOverdue);
    writer.endObject();
    writer.endObject();
}

void addTo(Decimal& sum, const Decimal& amount)
{
    sum = sum.plus(amount).value_or(sum);
}

} // namespace

QHash<int, ContactBalance> openBalances(const Tenant& tenant, const std::vector<int>& contacts, Instant now)
{
    QHash<int, ContactBalance> balances;
    const Decimal zero = Decimal::fromScaled(0, 2);
    for (const int contact : contacts)
        balances.insert(contact, {zero, zero, zero, zero});
    const Date today = tenant.organisation.today(now);
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        const Invoice& invoice = tenant.invoices.at(position);
        if (invoice.status != InvoiceStatus::Authorised) continue;
        const auto balance = balances.find(invoice.contact);
        if (balance == balances.end()) continue;
        const Decimal due = invoice.amountDue().dividedBy(invoice.currencyRate).value_or(zero).rounded(2);
        const bool overdue = invoice.dueDate.isValid() && invoice.dueDate < today;
        const bool receivable = invoice.type == InvoiceType::Receivable;
        addTo(receivable ? balance->receivable : balance->payable, due);
        if (overdue) addTo(receivable ? balance->receivableOverdue : balance->payableOverdue, due);
    }
    return balances;
}

void writeContact(ReplyWriter& writer, const Tenant& tenant, const Contact& contact, ContactDetail detail,
                  const ContactBalance* balance)
{
    writer.guid("ContactID", contact.id);
    writer.ascii("ContactStatus", contactStatusName(contact.status));
    writeTexts(writer, contact, detail);
    if (detail != ContactDetail::Summary) {
        writeAddresses(writer, contact);
        writePhones(writer, contact);
        writer.flag("IsSupplier", contact.isSupplier);
        writer.flag("IsCustomer", contact.isCustomer);
        if (detail == ContactDetail::Full) {
            writeGroups(writer, tenant, contact);
            writePersons(writer, contact);
            writeDefaults(writer, tenant, "SalesTrackingCategories", contact.salesTracking);
            writeDefaults(writer, tenant, "PurchasesTrackingCategories", contact.purchaseTracking);
            if (!contact.billTerm.type.isEmpty() || !contact.salesTerm.type.isEmpty()) {
                writer.beginObject("PaymentTerms");
                writeTerm(writer, "Bills", contact.billTerm);
                writeTerm(writer, "Sales", contact.salesTerm);
                writer.endObject();
            }
            if (balance) writeBalances(writer, *balance);
        } else {
            writer.emptyArray("ContactGroups");
            writer.emptyArray("ContactPersons");
        }
    }
    if (!contact.mergedTo.isNull()) writer.guid("MergedToContactID", contact.mergedTo);
    if (contact.updated != Instant{}) writer.instant("UpdatedDateUTC", contact.updated);
    writer.flag("HasAttachments", tenant.hasAttachments(contact.id));
}

void writeContactStub(ReplyWriter& writer, const Contact& contact, StubDetail detail)
{
    writer.guid("ContactID", contact.id);
    if (!contact.number().isEmpty()) writer.text("ContactNumber", contact.number());
    writer.text("Name", contact.name());
    if (detail == StubDetail::Names) return;
    writer.emptyArray("Addresses");
    writer.emptyArray("Phones");
    writer.emptyArray("ContactGroups");
    writer.emptyArray("ContactPersons");
    writer.flag("HasValidationErrors", false);
}

} // namespace tieout::sandbox::xero
