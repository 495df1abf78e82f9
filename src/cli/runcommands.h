#pragma once

#include "base/task.h"
#include "cli/session.h"
#include "model/run.h"

namespace tieout::cli {

/// Previews, syncs and runs that were.
[[nodiscard]] Task<int> runFlow(Session session, model::RunMode mode);
[[nodiscard]] Task<int> listRuns(Session session);
[[nodiscard]] Task<int> oneRun(Session session);

/// 0 all good, 3 finished with held or failed records, 1 a fault.
[[nodiscard]] int codeOf(const model::RunReport& report);
/// The report for machines, with what only the program knows.
[[nodiscard]] Json reportJson(const model::RunReport& run);
[[nodiscard]] QString localTime(const std::optional<Instant>& instant);

} // namespace tieout::cli
