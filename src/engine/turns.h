#pragma once

#include "base/clock.h"

namespace tieout::engine {

/// Gives the thread's event loop a turn between records, so that answers are read and batches go out while a
/// page is being planned. Engine thread; one for each loop.
class Turns final
{
  public:
    explicit Turns(Clock& clock)
        : m_clock(clock)
    {
    }
    /// True after every few records: then the loop awaits `next`.
    [[nodiscard]] bool due() { return ++m_records % kRecords == 0; }
    [[nodiscard]] Task<Result<void>> next() { return sleepFor(m_clock, std::chrono::milliseconds(0), {}); }

  private:
    /// About a millisecond of planning.
    static constexpr int kRecords = 32;

    Clock& m_clock;
    int m_records = 0;
};

} // namespace tieout::engine
