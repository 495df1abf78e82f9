#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// The administrator's rules about saves: obstacles, validation rules, duplicate rules. Made per save; not
/// owned.
class SaveRules final
{
  public:
    explicit SaveRules(Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// The obstacle that stands in the way of this row, if one does; counts it.
    [[nodiscard]] std::optional<RowError> obstacle(int object, QStringView operation,
                                                   const QString& recordId);
    /// The first validation rule that the saved row breaks.
    [[nodiscard]] std::optional<RowError> brokenValidation(int object, RowNumber row) const;
    /// The first duplicate rule that the saved row meets and `options` do not pass.
    [[nodiscard]] std::optional<RowError> duplicate(int object, RowNumber row,
                                                    const SaveOptions& options) const;

  private:
    [[nodiscard]] std::vector<RowNumber> matches(int object, RowNumber row, const DuplicateRule& rule) const;
    [[nodiscard]] Json describe(int object, const std::vector<RowNumber>& rows, const DuplicateRule& rule,
                                const SaveOptions& options) const;

    Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
