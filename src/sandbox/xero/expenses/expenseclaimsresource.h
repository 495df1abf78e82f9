#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// Receipts handed in together: submitted, then approved, or taken back.
[[nodiscard]] Response answerExpenseClaims(const Call& call);

} // namespace tieout::sandbox::xero
