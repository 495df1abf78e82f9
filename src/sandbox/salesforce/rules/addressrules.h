#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// State and country picklists, when the organisation has them: plain fields take exact labels only, codes
/// fill the labels and the other way round. Made per save; not owned.
class AddressRules final
{
  public:
    explicit AddressRules(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    void check(int object, Draft& draft, const Json& sent, std::vector<RowError>& errors) const;

  private:
    /// `street` is the slot of the first part of one address.
    void checkOne(const QString& prefix, size_t street, Draft& draft, const Json& sent,
                  std::vector<RowError>& errors) const;

    const Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
