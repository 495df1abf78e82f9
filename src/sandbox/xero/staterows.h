#pragma once

#include "base/json.h"
#include "sandbox/xero/identity.h"
#include "sandbox/xero/tenant.h"

namespace tieout::sandbox::xero {

// Rows for GET /_practice/state/xero/<object>: the API's member names, every organisation's rows together with
// a TenantId, and calendar days as plain "2026-11-21" in the …String members.

/// "Invoices", "Contacts", "Accounts", "TaxRates", "Currencies", "Organisations" or "History"; null = unknown.
[[nodiscard]] Json tenantState(const std::vector<Tenant>& tenants, QStringView object);
[[nodiscard]] Json connectionState(const QList<Connection>& connections);

} // namespace tieout::sandbox::xero
