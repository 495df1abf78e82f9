#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /BankTransfers: made and deleted, never changed. Stateless.
[[nodiscard]] Response answerBankTransfers(const Call& call);
/// /LinkedTransactions: billable expenses. Stateless.
[[nodiscard]] Response answerLinkedTransactions(const Call& call);

} // namespace tieout::sandbox::xero
