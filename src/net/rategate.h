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
    bool operator==(const RateLimits&) const = default;
};

/// Lets calls of one connection pass inside its limits; corrected by what the answers say. FIFO; engine
/// thread. Minute and day are fixed windows whose start is the system's secret: they are counted here from
/// the first call and moved when an answer shows that the system has begun a new one. Calls still waiting at
/// the gate's end are Cancelled.
class RateGate final
{
  public:
    RateGate(Clock& clock, RateLimits limits);
    ~RateGate();
    Q_DISABLE_COPY_MOVE(RateGate)

    /// Holds a place until destroyed.
    class Permit;
    /// Waits for a place. Error: Cancelled; RateLimited "net.day-limit" with retryAfter when the day is used
    /// up (the caller parks the connection).
    [[nodiscard]] Task<Result<std::shared_ptr<Permit>>> enter(StopToken stop);
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
