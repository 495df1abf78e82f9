#pragma once

#include "connectors/referencedata.h"
#include "model/flow.h"
#include "model/value.h"

namespace tieout::engine {

/// What a sync's rules do to a mapped document before it is checked: the status that documents get, and what
/// becomes of a date in a closed period. Pure.
class DocumentRules final
{
  public:
    DocumentRules(const model::FlowRules& rules, const connectors::ReferenceData& reference);

    /// `document` must not be shared yet: it is changed in place.
    void apply(model::Record& document) const;
    /// A date in a closed period is fine for this document: drafts are not part of the books.
    [[nodiscard]] bool mayBeInClosedPeriod(const model::Record& document) const;

  private:
    [[nodiscard]] bool isClosed(Date date) const;

    QString m_status;
    QString m_lockRule;
    Date m_locked; ///< last closed day; invalid = none
};

} // namespace tieout::engine
