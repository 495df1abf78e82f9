#pragma once

#include "sandbox/xero/call.h"

namespace tieout::sandbox::xero {

/// /{Invoices|Contacts}/{id}/History: what was done to a document, and notes on it. Stateless.
[[nodiscard]] Response answerHistory(const Call& call);

} // namespace tieout::sandbox::xero
