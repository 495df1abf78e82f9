#pragma once

#include "net/http.h"

#include <chrono>
#include <deque>
#include <optional>

namespace tieout::net {

/// Calls of the last minute, or of whatever time a system counts in. A call is counted from the moment it
/// passes until that time after its answer: the other side counted it somewhere in between, so its windows
/// are kept wherever they begin, sliding or fixed. Pure; times are steady milliseconds.
class RateWindow final
{
  public:
    using Time = std::chrono::milliseconds;

    RateWindow(int limit, Time length)
        : m_limit(limit)
        , m_length(length)
    {
    }

    [[nodiscard]] bool limited() const { return m_limit > 0; }
    [[nodiscard]] int limit() const { return m_limit; }
    void setLimit(int limit) { m_limit = limit; }
    [[nodiscard]] int left(Time now);
    /// When so many may pass; nullopt: that depends on calls under way.
    [[nodiscard]] std::optional<Time> opening(int calls, Time now);
    void begin(int calls)
    {
        m_underway += calls;
        m_heaviest = qMax(m_heaviest, calls);
    }
    void end(int calls, Time now);
    /// An answer says how many are left: more used than by us means that others use the same allowance, less
    /// that the other side's count began anew.
    void told(int remaining, Time now);
    /// The other side has said until when: its own count ends there.
    void forgetAnswered();

  private:
    struct Answered {
        Time first{};
        Time last{};
        int calls = 0;
    };
    void forgetOld(Time now);

    int m_limit;
    Time m_length;
    int m_underway = 0;
    int m_heaviest = 1; ///< most that one call counted for
    int m_counted = 0;  ///< in m_answered
    int m_others = 0;
    Time m_othersUntil{0};
    std::deque<Answered> m_answered;
};

/// What a remaining header says: how many are left, and how many are allowed when it tells.
struct Remaining {
    int left = 0;
    std::optional<int> allowed;
};
[[nodiscard]] std::optional<Remaining> parseRemaining(const QByteArray& header);

} // namespace tieout::net
