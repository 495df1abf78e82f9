#pragma once

#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// What the service does by itself around files: a first version makes its document and hangs it on a record,
/// a further one takes the place of the one before, a file hangs on a record once. Made per save; not owned.
class ContentRules final
{
  public:
    explicit ContentRules(Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    [[nodiscard]] std::optional<RowError> beforeSave(int object, Draft& draft, RowNumber self) const;
    void afterSave(RowNumber version);

  private:
    [[nodiscard]] std::optional<RowError> checkVersion(Draft& draft) const;
    [[nodiscard]] std::optional<RowError> checkLink(Draft& draft) const;
    [[nodiscard]] RowNumber makeDocument(RowNumber version);
    void link(RowNumber document, RowNumber version);
    void linkTo(RowNumber document, const std::vector<RowNumber>& ends, QStringView share);
    void makeLatest(RowNumber document, RowNumber version);

    Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
