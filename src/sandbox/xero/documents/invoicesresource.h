#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /Invoices: list, single, PUT, POST. Stateless.
[[nodiscard]] Response answerInvoices(const Call& call);

/// The invoice that a path segment names, by InvoiceID or InvoiceNumber; -1 when there is none.
[[nodiscard]] int invoiceNamed(const Tenant& tenant, const QString& segment);

} // namespace tieout::sandbox::xero
