#pragma once

#include "base/random.h"

#include <chrono>

namespace tieout {

/// Exponential waiting with full jitter: a random time between 0 and min(cap, base·2^attempt).
struct BackoffPolicy {
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds cap{60'000};
    int attempts = 5; ///< sends in all, the first included
};

/// Wait before try `attempt` (1 = first repeat).
[[nodiscard]] std::chrono::milliseconds backoffDelay(const BackoffPolicy& policy, int attempt,
                                                     Random& random);

/// When a failed record is tried again by itself: 5 s growing to 24 h with the number of failures so far (≥
/// 1).
[[nodiscard]] std::chrono::milliseconds nextTryDelay(int failures);

} // namespace tieout
