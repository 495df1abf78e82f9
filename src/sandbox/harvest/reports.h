#pragma once

#include "sandbox/harvest/call.h"

namespace tieout::sandbox::harvest {

/// /v2/reports/…: time, expenses, uninvoiced, project budget; one row for each subject and currency.
[[nodiscard]] Response answerReport(const Call& call);

} // namespace tieout::sandbox::harvest
