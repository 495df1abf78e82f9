#pragma once

#include "net/http.h"

#include <chrono>
#include <optional>

namespace tieout::net {

/// How many calls are left in one fixed window (a minute, a day), as far as this side can know. Pure; times
/// are steady milliseconds.
class RateWindow final
{
  public:
    using Time = std::chrono::milliseconds;

    RateWindow(int limit, Time length)
        : m_limit(limit)
        , m_length(length)
        , m_left(limit)
    {
    }

    [[nodiscard]] bool limited() const { return m_limit > 0; }
    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] int left(Time now);
    /// When the present window ends, if it has begun.
    [[nodiscard]] std::optional<Time> end() const { return m_end; }
    void take(Time now);
    /// An answer says so; `underway` calls have passed the gate but may not be counted in it yet.
    void correct(int remaining, int underway, Time now);
    /// The system refused: nothing is left until `end`.
    void exhaust(Time end);
    void setLimit(int limit) { m_limit = limit; }

  private:
    void restart(int left, Time now);

    int m_limit;
    Time m_length;
    int m_left;
    std::optional<Time> m_end;
};

/// What a remaining header says: how many are left, and how many are allowed when it tells.
struct Remaining {
    int left = 0;
    std::optional<int> allowed;
};
[[nodiscard]] std::optional<Remaining> parseRemaining(const QByteArray& header);

} // namespace tieout::net
