#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// Budgets are read: the list without amounts, a single one with its months.
[[nodiscard]] Response answerBudgets(const Call& call);

} // namespace tieout::sandbox::xero
