#include "sandbox/xero/contacts/contactdesk.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct Length {
    ContactText which;
    int most;
    QStringView name;
};

constexpr Length kLengths[] = {
    {ContactText::Name, 255, u"Name"},
    {ContactText::ContactNumber, 50, u"Contact Number"},
    {ContactText::AccountNumber, 50, u"Account Number"},
    {ContactText::FirstName, 255, u"First Name"},
    {ContactText::LastName, 255, u"Last Name"},
    {ContactText::CompanyNumber, 50, u"Company Number"},
    {ContactText::EmailAddress, 255, u"Email Address"},
    {ContactText::TaxNumber, 50, u"Tax Number"},
};

constexpr size_t kMaxPersons = 5;
constexpr QStringView kAddressNames[Address::PartCount] = {
    u"Address Line 1", u"Address Line 2", u"Address Line 3", u"Address Line 4", u"City",
    u"Region",         u"Postal Code",    u"Country",        u"Attention To"};
constexpr int kAddressLengths[Address::PartCount] = {500, 500, 500, 500, 255, 255, 50, 50, 255};

QString tooLong(QStringView name, int most)
{
    return u"The %1 field must not exceed %2 characters."_s.arg(name).arg(most);
}

bool isEmail(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || text.indexOf(u'@', at + 1) >= 0) return false;
    const QStringView host = QStringView(text).sliced(at + 1);
    if (!host.contains(u'.') || host.startsWith(u'.') || host.endsWith(u'.')) return false;
    return std::all_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter.unicode() > 0x20 && letter.unicode() < 0x7f &&
               !QStringView(u"<>()[],;:\\\"").contains(letter);
    });
}

QString termError(const PaymentTerm& term, QStringView documents)
{
    static constexpr QStringView kTypes[] = {u"DAYSAFTERBILLDATE", u"DAYSAFTERBILLMONTH", u"OFCURRENTMONTH",
                                             u"OFFOLLOWINGMONTH"};
    if (term.type.isEmpty()) return {};
    if (std::find(std::begin(kTypes), std::end(kTypes), QStringView(term.type)) == std::end(kTypes))
        return u"Payment terms type must be valid."_s;
    const bool monthly = term.type.startsWith("OF"_L1);
    if (monthly && (term.day < 1 || term.day > 31))
        return u"Due Date for %1 must be between 1 and 31 when set to the following (or current) month"_s.arg(
            documents);
    if (term.day < 0) return u"Due Date for %1 must be valid."_s.arg(documents);
    return {};
}

// One entry of each kind is kept; kinds that are not sent stay.
template<class Part>
void mergeKinds(std::vector<Part>& kept, const std::vector<Part>& sent)
{
    for (const Part& part : sent) {
        const auto same = std::find_if(kept.begin(), kept.end(),
                                       [&part](const Part& other) { return other.kind == part.kind; });
        if (same == kept.end())
            kept.push_back(part);
        else
            *same = part;
    }
}

std::optional<ContactStatus> statusFromText(const QString& text)
{
    for (const ContactStatus status :
         {ContactStatus::Active, ContactStatus::Archived, ContactStatus::GdprRequest}) {
        const std::string_view word = contactStatusName(status);
        if (text == QLatin1StringView(word.data(), qsizetype(word.size()))) return status;
    }
    return std::nullopt;
}

bool sameContent(const Contact& left, const Contact& right)
{
    return left.texts == right.texts && left.status == right.status && left.addresses == right.addresses &&
           left.phones == right.phones && left.persons == right.persons && left.billTerm == right.billTerm &&
           left.salesTerm == right.salesTerm && left.salesTracking == right.salesTracking &&
           left.purchaseTracking == right.purchaseTracking;
}

} // namespace

ContactDesk::ContactDesk(Tenant& tenant, GuidSource& guids, Instant now)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_now(now)
{
}

int ContactDesk::locate(const ContactEdit& edit, WriteMode mode, QStringList& errors) const
{
    if (mode == WriteMode::Create) return -1;
    const ContactBook& contacts = m_tenant.contacts;
    if (!edit.id.isNull()) {
        const int position = contacts.byId(edit.id);
        if (position < 0) errors << u"An existing Contact with the specified ContactID could not be found"_s;
        return position;
    }
    const std::optional<QString>& number = edit.text(ContactText::ContactNumber);
    if (number) {
        const int position = contacts.byNumber(*number);
        if (position >= 0) return position;
    }
    const std::optional<QString>& name = edit.text(ContactText::Name);
    const int named = name ? contacts.activeByName(*name) : -1;
    // A name match that already carries another number is someone else: left to the uniqueness check.
    if (named >= 0 && number && !number->isEmpty() && !contacts.at(named).number().isEmpty()) return -1;
    return named;
}

void ContactDesk::apply(const ContactEdit& edit, PreparedContact& prepared) const
{
    Contact& contact = prepared.contact;
    for (size_t index = 0; index < edit.texts.size(); ++index) {
        if (edit.texts[index]) contact.texts[index] = *edit.texts[index];
    }
    contact.text(ContactText::Name) = ContactBook::storedName(contact.name());
    QString& email = contact.text(ContactText::EmailAddress);
    email = email.trimmed();
    if (edit.status) {
        const std::optional<ContactStatus> status = statusFromText(*edit.status);
        if (status)
            contact.status = *status;
        else
            prepared.errors << u"Contact status must be valid."_s;
    }
    if (edit.addresses) mergeKinds(contact.addresses, *edit.addresses);
    if (edit.phones) mergeKinds(contact.phones, *edit.phones);
    if (edit.persons) contact.persons = *edit.persons;
    if (edit.billTerm) contact.billTerm = *edit.billTerm;
    if (edit.salesTerm) contact.salesTerm = *edit.salesTerm;
    const TrackingBook& tracking = m_tenant.tracking;
    if (edit.salesTracking)
        contact.salesTracking = trackingMarks(tracking, *edit.salesTracking, prepared.errors);
    if (edit.purchaseTracking)
        contact.purchaseTracking = trackingMarks(tracking, *edit.purchaseTracking, prepared.errors);
}

PreparedContact ContactDesk::prepare(const ContactEdit& edit, WriteMode mode, int forced) const
{
    PreparedContact prepared;
    prepared.position = forced >= 0 ? forced : locate(edit, mode, prepared.errors);
    if (prepared.position >= 0) prepared.contact = m_tenant.contacts.at(prepared.position);
    apply(edit, prepared);
    if (!prepared.errors.isEmpty()) return prepared;
    if (prepared.contact.name().isEmpty()) {
        prepared.errors << u"The Contact must contain at least 1 of the following elements to identify the "
                           "contact: Name, ContactID, ContactNumber"_s;
        return prepared;
    }
    checkTexts(prepared, prepared.errors);
    checkParts(prepared.contact, prepared.errors);
    checkUnique(prepared, prepared.errors);
    if (prepared.position >= 0)
        prepared.changes = !sameContent(prepared.contact, m_tenant.contacts.at(prepared.position));
    return prepared;
}

PreparedContact ContactDesk::prepareReference(const ContactEdit& edit) const
{
    PreparedContact prepared;
    const std::optional<QString>& number = edit.text(ContactText::ContactNumber);
    const std::optional<QString>& name = edit.text(ContactText::Name);
    const ContactBook& contacts = m_tenant.contacts;
    if (!edit.id.isNull()) {
        prepared.position = contacts.byId(edit.id);
        if (prepared.position < 0)
            prepared.errors << u"The Contact with the specified ContactID could not be found"_s;
    } else if (number && !number->isEmpty()) {
        prepared.position = contacts.byNumber(*number);
    }
    const bool byName = prepared.position < 0 && prepared.errors.isEmpty() && name;
    if (byName) prepared.position = contacts.activeByName(*name);
    if (prepared.position >= 0 && contacts.at(prepared.position).status != ContactStatus::Active) {
        prepared.contact = contacts.at(prepared.position);
        prepared.errors << u"The contact %1 has been archived and cannot be used on transactions."_s.arg(
            prepared.contact.name());
    }
    if (!prepared.errors.isEmpty()) {
        apply(edit, prepared);
        return prepared;
    }
    // The common case: an id or a known name and nothing else. The contact itself is left alone.
    if (prepared.position >= 0 && edit.onlyIdentifies() && (byName || !name)) {
        prepared.changes = false;
        return prepared;
    }
    return prepare(edit, WriteMode::Upsert, prepared.position);
}

int ContactDesk::commit(PreparedContact prepared)
{
    if (!prepared.changes && prepared.position >= 0) return prepared.position;
    prepared.contact.updated = m_now;
    if (prepared.position >= 0) {
        m_tenant.changes.note(ChangeKind::Contact, prepared.contact.id, ChangeType::Updated);
        m_tenant.contacts.replace(prepared.position, std::move(prepared.contact));
        return prepared.position;
    }
    prepared.contact.id = m_guids.next();
    prepared.contact.created = m_now;
    m_tenant.changes.note(ChangeKind::Contact, prepared.contact.id, ChangeType::Created);
    return m_tenant.contacts.add(std::move(prepared.contact));
}

void ContactDesk::checkTexts(const PreparedContact& prepared, QStringList& errors) const
{
    const Contact& contact = prepared.contact;
    for (const Length& length : kLengths) {
        if (contact.text(length.which).size() > length.most) errors << tooLong(length.name, length.most);
    }
    if (contact.name().contains(u'<') || contact.name().contains(u'>'))
        errors << u"Contact name must not contain angle brackets."_s;
    const QString& email = contact.text(ContactText::EmailAddress);
    if (!email.isEmpty() && !isEmail(email)) errors << u"Email address must be valid."_s;
    const QString& currency = contact.text(ContactText::DefaultCurrency);
    if (!currency.isEmpty() && m_tenant.chart.currency(currency) < 0)
        errors << u"Organisation is not subscribed to currency %1"_s.arg(currency);
    for (const ContactText which :
         {ContactText::AccountsReceivableTaxType, ContactText::AccountsPayableTaxType}) {
        const QString& taxType = contact.text(which);
        if (!taxType.isEmpty() && m_tenant.chart.taxRate(taxType) < 0) errors << u"Tax rate must be valid."_s;
    }
    for (const ContactText which :
         {ContactText::SalesDefaultAccountCode, ContactText::PurchasesDefaultAccountCode}) {
        const QString& code = contact.text(which);
        if (!code.isEmpty() && m_tenant.chart.accountByCode(code) < 0) errors << u"Account must be valid."_s;
    }
}

void ContactDesk::checkUnique(const PreparedContact& prepared, QStringList& errors) const
{
    const ContactBook& contacts = m_tenant.contacts;
    const Contact& contact = prepared.contact;
    const auto taken = [&prepared](int position) { return position >= 0 && position != prepared.position; };
    if (contact.status == ContactStatus::Active && taken(contacts.activeByName(contact.name())))
        errors
            << u"The contact name %1 is already assigned to another contact. The contact name must be unique "
               "across all active contacts."_s.arg(contact.name());
    if (taken(contacts.byNumber(contact.number())))
        errors << u"The contact number %1 is already assigned to another contact"_s.arg(contact.number());
    if (taken(contacts.byAccountNumber(contact.text(ContactText::AccountNumber))))
        errors << u"The Account Number already exists. Please enter a different Account Number."_s;
}

void ContactDesk::checkParts(const Contact& contact, QStringList& errors) const
{
    for (const Address& address : contact.addresses) {
        for (size_t part = 0; part < Address::PartCount; ++part) {
            if (address.parts[part].size() > kAddressLengths[part])
                errors << tooLong(kAddressNames[part], kAddressLengths[part]);
        }
    }
    for (const Phone& phone : contact.phones) {
        if (phone.number.size() > 50) errors << tooLong(u"Phone Number", 50);
        if (phone.area.size() > 10) errors << tooLong(u"Phone Area Code", 10);
        if (phone.country.size() > 20) errors << tooLong(u"Phone Country Code", 20);
    }
    if (contact.persons.size() > kMaxPersons)
        errors << u"A contact can have no more than 5 contact persons."_s;
    for (const ContactPerson& person : contact.persons) {
        if (!person.email.isEmpty() && !isEmail(person.email)) errors << u"Email address must be valid."_s;
    }
    for (const QString& error :
         {termError(contact.billTerm, u"Bills"), termError(contact.salesTerm, u"Sales Invoices")}) {
        if (!error.isEmpty()) errors << error;
    }
}

} // namespace tieout::sandbox::xero
