#pragma once

#include "base/json.h"
#include "model/run.h"

#include <span>

namespace tieout::model {

/// The object that ends `tieoutctl sync --json` and that the store keeps: run, flow, flowTitle,
/// mappingVersion, mode, trigger, state, startedAt, finishedAt, durationMs, the counts, calls{read,write},
/// totals[{currency,amount}], of these createdTotals and updatedTotals, approvedPreview,
/// related{flow:{counts}}, fault, warnings. Amounts are decimal text.
[[nodiscard]] Json toJson(const RunReport& report);
/// Error: LocalFault "run.syntax".
[[nodiscard]] Result<RunReport> runReportFromJson(const Json& json);

/// The counts of a run by name, in the order of the report.
struct CountField {
    const char16_t* name;
    qint64 RunCounts::*member;
};
[[nodiscard]] std::span<const CountField> countFields();
/// {flow: {counts}}, as reports and the store write the parents made on the way.
[[nodiscard]] Json relatedToJson(const QMap<QString, RunCounts>& related);
[[nodiscard]] QMap<QString, RunCounts> relatedFromJson(const Json& json);

/// Words of the enumerations, as reports and the store write them.
[[nodiscard]] QString modeName(RunMode mode);          ///< "preview", "sync"
[[nodiscard]] QString triggerName(RunTrigger trigger); ///< "manual", "schedule", "retry", "recovery"
[[nodiscard]] QString stateName(RunState state);       ///< "running", "finished", "stopped", "faulted"
[[nodiscard]] std::optional<Outcome> outcomeFromName(QStringView name);
[[nodiscard]] std::optional<RunMode> modeFromName(QStringView name);
[[nodiscard]] std::optional<RunTrigger> triggerFromName(QStringView name);
[[nodiscard]] std::optional<RunState> stateFromName(QStringView name);

} // namespace tieout::model
