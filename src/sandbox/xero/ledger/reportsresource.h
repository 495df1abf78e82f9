#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /Reports/{name}: aged receivables and payables by contact, trial balance, profit and loss, balance sheet,
/// bank summary, from what is stored. Stateless.
[[nodiscard]] Response answerReports(const Call& call);

} // namespace tieout::sandbox::xero
