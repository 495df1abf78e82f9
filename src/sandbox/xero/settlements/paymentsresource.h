#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /Payments: list, single, PUT, POST; a payment can only be made and deleted. Stateless.
[[nodiscard]] Response answerPayments(const Call& call);
/// /BatchPayments alike. Stateless.
[[nodiscard]] Response answerBatchPayments(const Call& call);
/// /{CreditNotes|Prepayments|Overpayments}/{id}/Allocations[/{AllocationID}]. Stateless.
[[nodiscard]] Response answerAllocations(const Call& call);

} // namespace tieout::sandbox::xero
