#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /{endpoint}/{id}/Attachments[/{name or id}]: raw bytes in and out, ten files at most. Stateless.
[[nodiscard]] Response answerAttachments(const Call& call);

} // namespace tieout::sandbox::xero
