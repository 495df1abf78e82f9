#pragma once

#include "sandbox/cin7core/call.h"

namespace tieout::sandbox::cin7core {

/// Lists and writes of the kinds whose rows stand for themselves: customers, products, the reference lists,
/// journals, webhooks.
[[nodiscard]] Response answerRecords(Call& call, Kind kind);

} // namespace tieout::sandbox::cin7core
