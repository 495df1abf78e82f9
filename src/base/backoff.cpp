#include "base/backoff.h"

#include <algorithm>

namespace tieout {

namespace {

using std::chrono::milliseconds;

/// first · factor^steps without overflow, at most `cap`.
milliseconds grown(milliseconds first, int factor, int steps, milliseconds cap)
{
    milliseconds value = std::min(first, cap);
    for (int i = 0; i < steps && value < cap; ++i) {
        value = value > cap / factor ? cap : value * factor;
    }
    return value;
}

} // namespace

milliseconds backoffDelay(const BackoffPolicy& policy, int attempt, Random& random)
{
    // A base of zero never grows: the loop would run `attempt` times for nothing.
    if (policy.base <= milliseconds::zero() || policy.cap <= milliseconds::zero())
        return milliseconds::zero();
    const milliseconds limit = grown(policy.base, 2, std::max(0, attempt), policy.cap);
    return milliseconds(qint64(random.below(quint64(limit.count()) + 1)));
}

milliseconds nextTryDelay(int failures)
{
    using namespace std::chrono_literals;
    // 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, 5.7 h, 22.8 h, 24 h
    return grown(5s, 4, std::max(1, failures) - 1, 24h);
}

} // namespace tieout
