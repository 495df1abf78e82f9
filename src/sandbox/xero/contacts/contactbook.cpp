#include "sandbox/xero/contacts/contactbook.h"

#include "sandbox/xero/wire/where.h"

namespace tieout::sandbox::xero {

std::string_view contactStatusName(ContactStatus status)
{
    switch (status) {
    case ContactStatus::Active:
        return "ACTIVE";
    case ContactStatus::Archived:
        return "ARCHIVED";
    case ContactStatus::GdprRequest:
        return "GDPRREQUEST";
    }
    return {};
}

int ContactBook::add(Contact contact)
{
    const int position = size();
    m_contacts.push_back(std::move(contact));
    index(position);
    return position;
}

void ContactBook::replace(int position, Contact contact)
{
    unindex(position);
    m_contacts[size_t(position)] = std::move(contact);
    index(position);
}

int ContactBook::byNumber(const QString& number) const
{
    return number.isEmpty() ? -1 : m_numbers.value(number, -1);
}

int ContactBook::byAccountNumber(const QString& number) const
{
    return number.isEmpty() ? -1 : m_accountNumbers.value(number, -1);
}

int ContactBook::activeByName(QStringView name) const
{
    return m_names.value(nameKey(name), -1);
}

QList<int> ContactBook::allByName(const QString& name) const
{
    return m_foldedNames.values(foldedText(name));
}

QString ContactBook::storedName(QStringView name)
{
    return name.toString().simplified();
}

QString ContactBook::nameKey(QStringView name)
{
    return storedName(name).toCaseFolded();
}

void ContactBook::index(int position)
{
    const Contact& contact = at(position);
    m_ids.insert(contact.id, position);
    m_foldedNames.insert(foldedText(contact.name()), position);
    if (contact.status == ContactStatus::Active) m_names.insert(nameKey(contact.name()), position);
    if (!contact.number().isEmpty()) m_numbers.insert(contact.number(), position);
    const QString& account = contact.text(ContactText::AccountNumber);
    if (!account.isEmpty()) m_accountNumbers.insert(account, position);
}

void ContactBook::unindex(int position)
{
    const Contact& contact = at(position);
    m_ids.remove(contact.id);
    m_foldedNames.remove(foldedText(contact.name()), position);
    if (contact.status == ContactStatus::Active) m_names.remove(nameKey(contact.name()));
    m_numbers.remove(contact.number());
    m_accountNumbers.remove(contact.text(ContactText::AccountNumber));
}

} // namespace tieout::sandbox::xero
