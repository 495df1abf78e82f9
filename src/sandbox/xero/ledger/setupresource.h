#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// POST /Setup: a chart of accounts and opening balances at once. Stateless.
[[nodiscard]] Response answerSetup(const Call& call);

} // namespace tieout::sandbox::xero
