#pragma once

#include "net/ratewindow.h"

namespace tieout::net {

/// The calls of a day. Where answers tell how many are left, they are believed, and the last fiftieth of the
/// day is spread over 24 hours: its answers show when the system's next day has begun, without a refusal.
/// Where they do not, the calls of the last 24 hours are counted. Pure; times are steady milliseconds.
class DayAllowance final
{
  public:
    using Time = RateWindow::Time;

    enum class Source : quint8 { OwnCount, Answers };
    DayAllowance(int limit, Source source);

    [[nodiscard]] bool limited() const { return m_counted.limited(); }
    [[nodiscard]] int limit() const { return m_counted.limit(); }
    void setLimit(int limit) { m_counted.setLimit(limit); }
    [[nodiscard]] int left(Time now);
    /// When so many may pass: `now` or later.
    [[nodiscard]] Time opening(int calls, Time now);
    void begin(int calls, Time now);
    void end(int calls, Time now) { m_counted.end(calls, now); }
    /// `underway` calls have passed the gate but may not be counted in the answer yet.
    void told(int remaining, int underway);
    /// The system refused: nothing is left until then.
    void exhaust(Time until);

  private:
    [[nodiscard]] int reserve() const;

    RateWindow m_counted;
    Source m_source;
    std::optional<int> m_left; ///< by the answers; nullopt before the first of a day
    Time m_nextOfReserve{0};
    Time m_exhaustedUntil{0};
};

} // namespace tieout::net
