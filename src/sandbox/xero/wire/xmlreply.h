#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox::xero {

/// The accounting API speaks XML unless the request accepts JSON, which is how a client notices that it
/// forgot.
[[nodiscard]] bool wantsXml(const Request& request);
/// Rewrites a JSON body; anything else stays.
void turnIntoXml(Response& response);

} // namespace tieout::sandbox::xero
