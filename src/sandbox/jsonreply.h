#pragma once

#include "base/json.h"
#include "sandbox/message.h"

namespace tieout::sandbox {

/// An answer with a JSON body, as most systems send it.
[[nodiscard]] Response jsonReply(int status, const Json& body);

} // namespace tieout::sandbox
