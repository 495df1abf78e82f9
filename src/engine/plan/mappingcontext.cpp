#include "engine/plan/mappingcontext.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

namespace {
/// Linked ids kept in memory per parent flow; beyond, they are asked from the store again.
constexpr qsizetype kMostLinked = 20'000;
} // namespace

MappingContext::MappingContext(mapping::LookupTables tables, const connectors::OrganisationInfo& organisation,
                               Instant runStart)
    : m_tables(std::move(tables))
    , m_runStart(runStart)
    , m_zone(organisation.zone.toUtf8())
{
    if (!m_zone.isValid()) m_zone = QTimeZone::utc();
    m_settings.insert(u"BaseCurrency"_s, model::Value(organisation.baseCurrency));
    m_settings.insert(u"Name"_s, model::Value(organisation.name));
    m_settings.insert(u"Region"_s, model::Value(organisation.region));
}

formula::LookupAnswer MappingContext::lookup(const QString& table, const QString& key, const QString& column) const
{
    return m_tables.find(table, key, column);
}

std::optional<QString> MappingContext::linkedId(const QString& flow, const QString& key) const
{
    const auto links = m_linked.constFind(flow);
    if (links == m_linked.cend()) return {};
    const auto id = links->constFind(key);
    return id == links->cend() ? std::nullopt : std::optional<QString>(*id);
}

std::optional<model::Value> MappingContext::setting(const QString& name) const
{
    const auto found = m_settings.constFind(name);
    return found == m_settings.cend() ? std::nullopt : std::optional<model::Value>(*found);
}

void MappingContext::setLinked(const QString& flow, const QString& key, const QString& targetId)
{
    m_linked[flow].insert(key, targetId);
}

bool MappingContext::isLinked(const QString& flow, const QString& key) const
{
    return linkedId(flow, key).has_value();
}

void MappingContext::trimLinked()
{
    for (auto& links : m_linked)
        if (links.size() > kMostLinked) links.clear();
}

} // namespace tieout::engine
