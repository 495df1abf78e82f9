#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// What the service works out for tasks, events, cases and leads: closed states, names and numbers, the
/// account behind an activity, which old ones are archived. Made per save; not owned.
class ActivityRules final
{
  public:
    explicit ActivityRules(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    [[nodiscard]] std::optional<RowError> beforeSave(int object, Draft& draft, RowNumber self) const;

  private:
    [[nodiscard]] std::optional<RowError> checkTask(Draft& draft) const;
    [[nodiscard]] std::optional<RowError> checkEvent(Draft& draft) const;
    void deriveCase(Draft& draft, RowNumber self) const;
    void deriveLeadName(Draft& draft) const;
    [[nodiscard]] std::optional<RowError> checkSubjects(int object, const Draft& draft) const;
    void deriveAccount(int object, Draft& draft) const;
    /// What ended on `day`; empty: it has not.
    void archive(int object, Draft& draft, const QString& day) const;

    const Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
