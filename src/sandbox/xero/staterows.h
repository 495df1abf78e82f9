#pragma once

#include "sandbox/xero/access/identity.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

// Rows for GET /_practice/state/xero/<object>: the API's member names, every organisation's rows together
// with a TenantId, and calendar days as plain "2026-11-21" in the …String members.

/// A JSON array of an endpoint's rows ("Invoices", "Payments" …), of "History", "Attachments" or "Employees";
/// "null" when unknown.
[[nodiscard]] QByteArray tenantState(const std::vector<Tenant>& tenants, QStringView object);
[[nodiscard]] QByteArray connectionState(const QList<Connection>& connections);

} // namespace tieout::sandbox::xero
