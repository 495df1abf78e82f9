#pragma once

#include "base/json.h"

namespace tieout::model {

/// {"kind","code","text","facts":[…],"context":{…},"retryAfterMs","cause":{…}}; what is empty is left out.
[[nodiscard]] Json toJson(const Error& error);
/// The inverse; an unknown kind (a newer program wrote it) reads as Bug.
[[nodiscard]] Error errorFromJson(const Json& json);

} // namespace tieout::model
