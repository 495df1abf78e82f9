#pragma once

#include "base/date.h"
#include "base/result.h"
#include "base/stop.h"
#include "base/task.h"

#include <functional>

namespace tieout {

/// Time as the engine sees it. Each thread has its own; tests and simulations give a manual one.
class Clock
{
  public:
    using TimerId = quint64;

    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Milliseconds that never jump back; for measuring and for timers.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
    /// Calls back once on this thread's event loop after `delay`.
    virtual TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) = 0;
    virtual void cancel(TimerId timer) = 0;
};

/// The machine's clock, timers on the calling thread's event loop.
class SystemClock final : public Clock
{
  public:
    SystemClock();
    ~SystemClock() override;
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

  private:
    class Timers;
    std::unique_ptr<Timers> m_timers;
};

/// Waits on the clock. Error: Cancelled "stop.now" when `stop` is asked to stop now, which may happen on any
/// thread: the waiting coroutine always resumes on the thread that called sleepFor, from a timer of `clock`.
[[nodiscard]] Task<Result<void>> sleepFor(Clock& clock, std::chrono::milliseconds delay, StopToken stop);

} // namespace tieout
