#pragma once

#include "sandbox/harvest/rules.h"

namespace tieout::sandbox::harvest {

/// …/messages of an invoice or estimate: a state change without a letter, or a letter. POST only.
[[nodiscard]] Response postMessage(Call& call, Kind document, const Row& row);
/// GET …/messages/new of an invoice.
[[nodiscard]] Response newMessage(const Call& call, const Row& invoice);
/// …/payments: POST and DELETE.
[[nodiscard]] Response postPayment(Call& call, const Row& invoice);
[[nodiscard]] Response deletePayment(Call& call, const Row& invoice, const Row& payment);
/// Amount, what is due and the state that follows from the payments.
void settleInvoice(Books& books, Row& invoice, Instant now);

} // namespace tieout::sandbox::harvest
