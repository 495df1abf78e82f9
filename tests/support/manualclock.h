#pragma once

#include "base/clock.h"

#include <map>

namespace tieout::support {

/// A clock that stands still until a test moves it; timers fire inside `advance` and its relatives, in order
/// of their time, then of their making. One thread, no event loop.
class ManualClock final : public Clock
{
  public:
    explicit ManualClock(Instant start = defaultStart())
        : m_start(start)
    {
    }

    [[nodiscard]] Instant now() const override { return m_start + m_elapsed; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_elapsed; }
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

    /// Moves time on; timers on the way see their own time, also those that callbacks start.
    void advance(std::chrono::milliseconds time);
    void advanceTo(Instant instant);
    /// Jumps to the next timer and fires it; false when there is none.
    bool fireNext();
    /// Fires what is due now, without moving time.
    void runDue();
    /// Fires timer after timer until none is left; gives how many. Aborts the test after `most`.
    qint64 runUntilIdle(qint64 most = 10'000'000);

    [[nodiscard]] qsizetype timers() const { return qsizetype(m_timers.size()); }
    [[nodiscard]] std::optional<Instant> nextTimer() const;

    /// 2026-11-21T03:09:00Z
    [[nodiscard]] static Instant defaultStart()
    {
        return Instant(std::chrono::milliseconds(1'795'230'540'000));
    }

  private:
    using Due = std::pair<std::chrono::milliseconds, TimerId>;
    Instant m_start;
    std::chrono::milliseconds m_elapsed{0};
    TimerId m_lastId = 0;
    std::map<Due, std::function<void()>> m_timers;
    std::map<TimerId, std::chrono::milliseconds> m_dueTimes;
};

} // namespace tieout::support
