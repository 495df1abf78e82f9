#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /{endpoint}/{id}/History: what was done to a record, and notes on it. Stateless.
[[nodiscard]] Response answerHistory(const Call& call);

} // namespace tieout::sandbox::xero
