#pragma once

#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// Makes the invoices that the repeating ones of an organisation owe up to `now`, each as of the beginning of
/// its day. Templates whose contact is archived wait.
void makeDueInvoices(Tenant& tenant, GuidSource& guids, Instant now);

} // namespace tieout::sandbox::xero
