#pragma once

#include "base/clock.h"

#include <map>

namespace tieout::connectors {

/// A clock on which waiting takes no time: whoever waits is called when the caller says so. One thread.
class StillClock final : public Clock
{
  public:
    [[nodiscard]] Instant now() const override { return kStart + m_elapsed; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_elapsed; }
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

    /// Goes to the next timer and calls it; false when nobody waits.
    bool fireNext();

  private:
    /// 2026-01-01T00:00:00Z
    static constexpr Instant kStart{std::chrono::milliseconds(1'767'225'600'000)};
    using Due = std::pair<std::chrono::milliseconds, TimerId>;
    std::chrono::milliseconds m_elapsed{0};
    TimerId m_last = 0;
    std::map<Due, std::function<void()>> m_timers;
};

} // namespace tieout::connectors
