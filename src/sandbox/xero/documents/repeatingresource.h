#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// Repeating invoices: made whole, then only deleted.
[[nodiscard]] Response answerRepeatingInvoices(const Call& call);
/// Members of one template into the open object; `contact` may be null.
void writeRepeatingInvoice(ReplyWriter& writer, const Tenant& tenant, const RepeatingInvoice& row,
                           const Contact* contact, Instant now);

} // namespace tieout::sandbox::xero
