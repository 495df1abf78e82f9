#pragma once

#include "sandbox/message.h"
#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// One admitted call on one organisation, as the resources see it.
struct Call {
    const Request& request;
    QStringList path; ///< decoded segments after the API's base: {"Invoices", "…", "History"}
    Tenant& tenant;
    GuidSource& guids;
    Instant now{};
};

/// 2, or 4 with unitdp=4.
[[nodiscard]] int unitDecimals(const Request& request);

} // namespace tieout::sandbox::xero
