#pragma once

#include "base/result.h"
#include "model/flow.h"
#include "model/schema.h"
#include "store/planrepository.h"

namespace tieout::engine {

/// Stands for the id of a parent that a preview could not make yet.
inline const QString kNotThereYet = QStringLiteral("(new)");

/// What a run that follows an approved preview would write for one record now.
struct PlannedNow {
    model::ActionKind kind = model::ActionKind::Create;
    model::Record target; ///< with kNotThereYet where the preview had it
    QString targetId;
    QString targetVersion;
    QString targetNumber;
    QList<model::FieldChange> changes; ///< of an update
};

/// Why a record is not written although it came out well.
struct OffPlan {
    /// Held: Conflict "plan.source-changed" (facts: what, title) | "plan.target-changed" (number, what) |
    /// "plan.exists-now" | "plan.gone-now" (title) | "plan.parent-unplanned" (title).
    /// Left for the next ordinary sync: "plan.not-in-plan" (title).
    Error error;
    enum class End : quint8 { Held, Left };
    End end = End::Held;
    QList<model::FieldChange> changes; ///< as approved → as it would be now
};

enum class PlanRole : quint8 { Main, Parent };

/// Nothing when the record came out as approved. `planned` is null for a record that is not in the plan.
/// Pure.
[[nodiscard]] std::optional<OffPlan> offPlan(const store::PlanRow* planned, const PlannedNow& now,
                                             const QString& title, PlanRole role,
                                             const model::ObjectSchema& schema);

/// "Due date: 2026-03-26 → 2026-04-01; Quantity: 17 → 12 …", fields by their labels. Pure.
[[nodiscard]] QString changesInShort(const QList<model::FieldChange>& changes,
                                     const model::ObjectSchema& schema);

/// Fingerprint of what a plan depends on in its sync: mappings, matching, rules, both ends; not its schedule.
[[nodiscard]] QString planBasis(const model::Flow& flow);

/// Why a preview cannot be written any more. BadConfig "plan.unknown" (facts: run) | "plan.other-sync" (sync)
/// | "plan.incomplete" | "plan.sync-changed" | "plan.used" (run).
[[nodiscard]] Result<void> mayFollow(const std::optional<store::Plan>& plan, qint64 run,
                                     const model::Flow& flow);

} // namespace tieout::engine
