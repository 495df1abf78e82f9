#include "mapping/runcontext.h"

namespace tieout::mapping {

formula::LookupAnswer RunContext::lookup(const QString& table, const QString& key,
                                         const QString& column) const
{
    return tables ? tables->find(table, key, column) : formula::LookupAnswer();
}

std::optional<QString> RunContext::linkedId(const QString& flow, const QString& key) const
{
    return links ? links(flow, key) : std::nullopt;
}

std::optional<model::Value> RunContext::setting(const QString& name) const
{
    const auto found = settings.constFind(name);
    return found == settings.constEnd() ? std::nullopt : std::optional(*found);
}

Instant RunContext::runStart() const
{
    return startedAt;
}

const QTimeZone& RunContext::zone() const
{
    return organisationZone;
}

} // namespace tieout::mapping
