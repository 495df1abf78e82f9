#pragma once

#include "base/json.h"
#include "sandbox/salesforce/query/queryplan.h"

namespace tieout::sandbox::salesforce {

/// What the organisation says about its objects. Made per request.
class Describer final
{
  public:
    Describer(const Organisation& organisation, const QByteArray& servicePath)
        : m_organisation(organisation)
        , m_servicePath(servicePath)
    {
    }

    [[nodiscard]] Json everything(Surface surface = Surface::Data) const; ///< GET /sobjects
    [[nodiscard]] Json object(int object) const;                          ///< GET /sobjects/X/describe
    [[nodiscard]] Json summary(int object) const;                         ///< one entry of `everything`

  private:
    [[nodiscard]] Json field(const Field& field) const;
    [[nodiscard]] Json recordTypes(const ObjectType& type) const;
    [[nodiscard]] Json picklist(const Field& field) const;

    const Organisation& m_organisation;
    QByteArray m_servicePath;
};

} // namespace tieout::sandbox::salesforce
