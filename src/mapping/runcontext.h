#pragma once

#include "formula/context.h"
#include "mapping/lookuptables.h"

#include <functional>

namespace tieout::mapping {

/// What one run answers to its formulas: the tables, links and settings as they were when the run began. Made
/// by the engine at the start of a run; the members are not changed after that, so that threads may share it.
struct RunContext final : formula::EvaluationContext {
    std::shared_ptr<const LookupTables> tables;
    /// Must be safe to call from the threads that map.
    std::function<std::optional<QString>(const QString& flow, const QString& key)> links;
    QHash<QString, model::Value> settings; ///< of the organisation: "BaseCurrency"
    Instant startedAt{};
    QTimeZone organisationZone = QTimeZone::utc();

    [[nodiscard]] formula::LookupAnswer lookup(const QString& table, const QString& key,
                                               const QString& column) const override;
    [[nodiscard]] std::optional<QString> linkedId(const QString& flow, const QString& key) const override;
    [[nodiscard]] std::optional<model::Value> setting(const QString& name) const override;
    [[nodiscard]] Instant runStart() const override;
    [[nodiscard]] const QTimeZone& zone() const override;
};

} // namespace tieout::mapping
