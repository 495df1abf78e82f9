#pragma once

#include "connectors/connector.h"
#include "formula/context.h"
#include "mapping/lookuptables.h"

namespace tieout::engine {

/// What formulas may ask while a run maps: lookup rows, linked records, the organisation's settings, and the run's
/// fixed start in the organisation's zone, so that a run can be replayed. Engine thread.
class MappingContext final : public formula::EvaluationContext
{
  public:
    MappingContext(mapping::LookupTables tables, const connectors::OrganisationInfo& organisation, Instant runStart);

    [[nodiscard]] formula::LookupAnswer lookup(const QString& table, const QString& key,
                                               const QString& column) const override;
    [[nodiscard]] std::optional<QString> linkedId(const QString& flow, const QString& key) const override;
    [[nodiscard]] std::optional<model::Value> setting(const QString& name) const override;
    [[nodiscard]] Instant runStart() const override { return m_runStart; }
    [[nodiscard]] const QTimeZone& zone() const override { return m_zone; }

    void setLinked(const QString& flow, const QString& key, const QString& targetId);
    [[nodiscard]] bool isLinked(const QString& flow, const QString& key) const;
    /// Forgets links when there are very many: they are in the store.
    void trimLinked();

  private:
    mapping::LookupTables m_tables;
    QHash<QString, model::Value> m_settings;
    QHash<QString, QHash<QString, QString>> m_linked; ///< flow → source key → target id
    Instant m_runStart;
    QTimeZone m_zone;
};

} // namespace tieout::engine
