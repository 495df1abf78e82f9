#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// What the service does by itself around a save: stages decide what is closed and won, lines roll up into
/// the amount, price books must agree. Made per save; not owned.
class SalesRules final
{
  public:
    explicit SalesRules(Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// Before the required fields are looked at: names that are put together from others.
    [[nodiscard]] std::optional<RowError> prepare(int object, Draft& draft, const Json& sent) const;
    [[nodiscard]] std::optional<RowError> beforeRemove(int object, RowNumber row) const;
    /// Fills derived cells; an error when the save is refused. `sent` is what the client gave.
    [[nodiscard]] std::optional<RowError> beforeSave(int object, Draft& draft, RowNumber self,
                                                     const Json& sent) const;
    void afterSave(int object, RowNumber row);
    void afterRemove(int object, RowNumber row);

    // Derived cells alone, for rows that are loaded.
    void deriveOpportunity(Draft& draft, bool probabilityGiven) const;
    void deriveContactName(Draft& draft) const;
    /// TotalPrice from quantity, price and discount, two places.
    void deriveLineTotal(Draft& draft) const;
    [[nodiscard]] Decimal lineSum(RowNumber opportunity) const;

  private:
    [[nodiscard]] std::optional<RowError> checkOpportunity(Draft& draft, RowNumber self,
                                                           const Json& sent) const;
    [[nodiscard]] std::optional<RowError> checkEntry(Draft& draft, RowNumber self) const;
    [[nodiscard]] std::optional<RowError> checkLine(Draft& draft, RowNumber self, const Json& sent) const;
    [[nodiscard]] std::optional<RowError> checkLineEntry(Draft& draft) const;
    [[nodiscard]] bool hasLines(RowNumber opportunity) const;
    void rollUp(RowNumber opportunity);
    void afterLine(RowNumber line);
    void keepPersonContact(RowNumber account);
    void keepOnePrimary(RowNumber role);

    Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
