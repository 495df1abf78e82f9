#include "formula/context.h"

namespace tieout::formula {

LookupAnswer EmptyContext::lookup(const QString&, const QString&, const QString&) const
{
    return {};
}

std::optional<QString> EmptyContext::linkedId(const QString&, const QString&) const
{
    return std::nullopt;
}

std::optional<model::Value> EmptyContext::setting(const QString&) const
{
    return std::nullopt;
}

Instant EmptyContext::runStart() const
{
    return Instant{};
}

const QTimeZone& EmptyContext::zone() const
{
    return m_zone;
}

} // namespace tieout::formula
