#pragma once

#include "sandbox/message.h"
#include "sandbox/xero/access/identity.h"
#include "sandbox/xero/access/ratelimits.h"
#include "sandbox/xero/modes.h"
#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/webhooks.h"

namespace tieout::sandbox::xero {

/// What a test or a person may change behind the API's back.
struct Switches {
    std::vector<Tenant>& tenants;
    Modes& modes;
    Identity& identity;
    RateLimits& limits;
    Webhooks& webhooks;
    Instant now{};
};

/// The endpoints under /_practice on the system's own port: webhooks, modes, organisation, merge. The failing
/// side of each is a 400 with a sentence. Stateless.
[[nodiscard]] Response answerSwitch(const Request& request, const QStringList& path,
                                    const Switches& switches);

} // namespace tieout::sandbox::xero
