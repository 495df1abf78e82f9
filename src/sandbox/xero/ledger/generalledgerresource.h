#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// "Journals": the general ledger, a hundred after the number that `offset` names.
[[nodiscard]] Response answerGeneralLedger(const Call& call);

} // namespace tieout::sandbox::xero
