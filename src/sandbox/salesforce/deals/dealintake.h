#pragma once

#include "base/json.h"
#include "sandbox/salesforce/organisation.h"

#include <QSet>

namespace tieout::sandbox::salesforce {

/// Takes deals as a REST query returns them (an opportunity with nested account, contact, owner and lines)
/// into the organisation: accounts by id, contacts by account and e-mail or name, products by code. Fields
/// that the organisation does not have become custom fields. Lengths and picklists are not checked: such rows
/// exist. Borrowed organisation; one thread.
class DealIntake final
{
  public:
    enum class Stamps : quint8 {
        Given, ///< as the deal says: loading
        Now,   ///< as a save of this moment: changes at run time
    };

    explicit DealIntake(Organisation& organisation);

    /// Error: RowRejected "practice.deal" with a sentence that names the member.
    [[nodiscard]] Result<void> add(const Json& deal, Stamps stamps);

  private:
    struct Deal; // what one `add` has found out so far

    void indexExisting();
    [[nodiscard]] Result<void> readHistory(const Json& row, Deal& deal) const;
    [[nodiscard]] Result<RowNumber> takeAccount(const Json& account, const Deal& deal);
    [[nodiscard]] Result<RowNumber> takeContact(const Json& contact, RowNumber account, const Deal& deal);
    [[nodiscard]] Result<RowNumber> takeOwner(const Json& owner, const Deal& deal);
    [[nodiscard]] Result<RowNumber> takeProduct(const Json& entry, const Json& product, const Deal& deal);
    [[nodiscard]] RowNumber takeEntry(RowNumber product, const Json& entry, const Json& line,
                                      const Deal& deal);
    [[nodiscard]] Result<void> takeOpportunity(const Json& json, Deal& deal);
    [[nodiscard]] Result<void> takeLines(const Json& json, const Deal& deal);
    [[nodiscard]] Result<RowNumber> takeLine(const Json& line, const Deal& deal);
    void takeCurrency(const QString& code, const Deal& deal);

    /// Copies plain members into cells; nested objects in `nested` are somebody else's.
    [[nodiscard]] Result<void> applyMembers(int object, Draft& draft, const Json& row,
                                            std::initializer_list<QStringView> nested);
    [[nodiscard]] Result<void> applyMember(int object, Draft& draft, const Json::Member& member);
    /// Whether the row has these values already: most parents come again as they were.
    [[nodiscard]] bool holds(int object, RowNumber row, const Json& members);
    [[nodiscard]] Result<int> customField(int object, const QString& name, const Json& value);
    [[nodiscard]] Result<std::string> loadedCell(int object, int field, const Json& value);
    RowNumber save(int object, RowNumber existing, Draft draft, const RecordId& id, const Deal& deal);

    Organisation& m_organisation;
    QHash<QString, RowNumber> m_accountsByName; // accounts that came without an id
    QHash<QString, RowNumber> m_contacts;       // "<account>|<email or name>"
    QHash<QString, RowNumber> m_owners;
    QHash<QString, RowNumber> m_products;
    QHash<std::pair<RowNumber, QString>, RowNumber> m_entries; // product and currency
    QSet<QString> m_currencies;
};

} // namespace tieout::sandbox::salesforce
