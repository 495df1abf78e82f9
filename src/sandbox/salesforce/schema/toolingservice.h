#pragma once

#include "sandbox/salesforce/query/queryservice.h"

namespace tieout::sandbox::salesforce {

/// /tooling: custom fields made, listed and removed at run time, as an administrator's one-click set-up does.
/// Owned by the system.
class ToolingService final
{
  public:
    ToolingService(Organisation& organisation, QueryService& queries)
        : m_organisation(organisation)
        , m_queries(queries)
    {
    }

    /// `rest` is what follows /tooling; `servicePath` ends in it.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest,
                                  const QByteArray& servicePath);

  private:
    [[nodiscard]] Response records(const Request& request, const QStringList& rest,
                                   const QByteArray& servicePath);
    [[nodiscard]] Response createField(const Request& request);
    [[nodiscard]] Response oneField(const Request& request, const QString& id, const QByteArray& servicePath);
    [[nodiscard]] Response removeField(RowNumber row);

    Organisation& m_organisation;
    QueryService& m_queries;
};

} // namespace tieout::sandbox::salesforce
