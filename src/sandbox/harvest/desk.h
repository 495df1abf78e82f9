#pragma once

#include "sandbox/harvest/call.h"

namespace tieout::sandbox::harvest {

/// The API behind /v2, once the caller is known and may go on: finds the record or list that a path names and
/// does what the method asks.
[[nodiscard]] Response answerApi(Call& call);

} // namespace tieout::sandbox::harvest
