#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// A single document was asked for with Accept: application/pdf.
[[nodiscard]] bool wantsPdf(const Call& call);
/// The PDF of an invoice, credit note, quote or purchase order: one page that says what it is.
[[nodiscard]] Response printedDocument(const Call& call);
/// POST /Invoices/{id}/Email. Nothing leaves the machine; the day's count is kept.
[[nodiscard]] Response emailInvoice(const Call& call);
/// GET /Invoices/{id}/OnlineInvoice.
[[nodiscard]] Response onlineInvoice(const Call& call);

} // namespace tieout::sandbox::xero
