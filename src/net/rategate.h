#pragma once

#include "base/clock.h"
#include "net/http.h"

#include <memory>

namespace tieout::net {

/// What a system allows one connection. 0 = unlimited. A remaining header holds a number left, or
/// "used/allowed" somewhere in its text (Salesforce: "api-usage=18/5000").
struct RateLimits {
    int concurrent = 5;
    int perMinute = 60;
    int perDay = 5000;
    QByteArray minuteRemainingHeader;
    QByteArray dayRemainingHeader;
    QByteArray problemHeader; ///< names the limit that was hit: "minute", "day", "concurrent"
    int windowSeconds = 60;   ///< length of the "minute", where a system counts otherwise
    bool operator==(const RateLimits&) const = default;
};

/// Lets calls of one connection pass inside its limits; corrected by what the answers say. FIFO; engine
/// thread. Where the windows of a system begin is its secret, so every stretch of a minute or a day keeps the
/// limit, whatever the network's delays; where answers tell what is left of the day, its end is noticed from
/// them (DayAllowance). The first call goes alone if its answer tells what earlier programs left over. Calls
/// still waiting at the gate's end are Cancelled.
class RateGate final
{
  public:
    RateGate(Clock& clock, RateLimits limits);
    ~RateGate();
    Q_DISABLE_COPY_MOVE(RateGate)

    /// Holds a place until destroyed.
    class Permit;
    /// Waits for a place; the call counts for `weight` (0: for none) in minute and day. Error: Cancelled;
    /// RateLimited "net.day-limit" with retryAfter when the day is used up (the caller parks the connection).
    [[nodiscard]] Task<Result<std::shared_ptr<Permit>>> enter(StopToken stop, int weight = 1);
    /// Learns from an answer's headers and from a 429 (status, Retry-After, problem header).
    void learn(const HttpResponse& response);
    /// Calls left today as far as known; nullopt without a day limit.
    [[nodiscard]] std::optional<int> dayRemaining() const;
    [[nodiscard]] int perDay() const;

  private:
    class Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace tieout::net
