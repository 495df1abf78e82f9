#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// What people spent out of pocket: entered and changed as long as it is not claimed.
[[nodiscard]] Response answerReceipts(const Call& call);

} // namespace tieout::sandbox::xero
