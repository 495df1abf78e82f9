#pragma once

#include "sandbox/xero/contacts/contact.h"

#include <QHash>

#include <deque>

namespace tieout::sandbox::xero {

/// The contacts of one organisation with their indexes. Positions never change: documents keep them. A value:
/// copies are snapshots.
class ContactBook final
{
  public:
    [[nodiscard]] int size() const { return int(m_contacts.size()); }
    [[nodiscard]] const Contact& at(int position) const { return m_contacts[size_t(position)]; }
    int add(Contact contact);
    void replace(int position, Contact contact);
    /// Flags that documents set; they do not count as a change of the contact.
    void markCustomer(int position) { m_contacts[size_t(position)].isCustomer = true; }
    void markSupplier(int position) { m_contacts[size_t(position)].isSupplier = true; }

    // Positions; -1 when there is none.
    [[nodiscard]] int byId(const QUuid& id) const { return m_ids.value(id, -1); }
    [[nodiscard]] int byNumber(const QString& number) const;
    [[nodiscard]] int byAccountNumber(const QString& number) const;
    [[nodiscard]] int activeByName(QStringView name) const;

    /// Contacts of any status whose name equals `name` without case and accents, as `where` compares.
    [[nodiscard]] QList<int> allByName(const QString& name) const;

    /// Blanks trimmed and single, as names are stored.
    [[nodiscard]] static QString storedName(QStringView name);
    /// Two names with the same key are the same name.
    [[nodiscard]] static QString nameKey(QStringView name);

  private:
    void index(int position);
    void unindex(int position);

    std::deque<Contact> m_contacts;
    QHash<QUuid, int> m_ids;
    QHash<QString, int> m_names; // active ones only
    QHash<QString, int> m_numbers;
    QHash<QString, int> m_accountNumbers;
    QMultiHash<QString, int> m_foldedNames;
};

} // namespace tieout::sandbox::xero
