#pragma once

#include "sandbox/harvest/rules.h"

namespace tieout::sandbox::harvest {

/// Stops the timer: what it counted joins the hours.
void stopTimer(Call& call, Row& entry);
/// PATCH …/restart, …/stop and DELETE …/external_reference of one entry. Nothing: no such step.
[[nodiscard]] std::optional<Response> timerStep(Call& call, const Row& entry, const QString& step);
/// The rate a project's way of billing gives an hour; null when it is not billed.
[[nodiscard]] Json billableRate(const Books& books, const Row& entry);

} // namespace tieout::sandbox::harvest
