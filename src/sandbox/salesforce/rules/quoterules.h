#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// Quotes and their lines: account and price book come from the opportunity, lines add up to the totals. Made
/// per save; not owned.
class QuoteRules final
{
  public:
    explicit QuoteRules(Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    [[nodiscard]] std::optional<RowError> beforeSave(int object, Draft& draft, RowNumber self) const;
    void afterSave(int object, RowNumber row);

  private:
    void deriveQuote(Draft& draft, RowNumber self) const;
    [[nodiscard]] std::optional<RowError> checkLine(Draft& draft, RowNumber self) const;
    void rollUp(RowNumber quote);

    Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
