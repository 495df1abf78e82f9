#pragma once

#include "base/clock.h"
#include "model/flow.h"
#include "store/store.h"

namespace tieout::service {

/// Starts flows when they are due. A run that was missed (sleep, switched off) is run once; none is run
/// twice, for a due time is remembered before its run starts. Main thread; driven by the clock, never by
/// sleeping.
class Scheduler final
{
  public:
    /// Starts a run; the flow may be busy, then this due time is dropped (the next one comes).
    using Starter = std::function<void(const QString& flow)>;

    Scheduler(store::Store& store, Clock& clock, Starter starter);
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

    /// Begins (or goes on with changed flows). `paused` holds all back.
    void watch(QList<model::Flow> flows, bool paused);
    void stop();
    [[nodiscard]] std::optional<Instant> nextRun(const QString& flow) const;

  private:
    [[nodiscard]] Task<void> tick();
    [[nodiscard]] Task<Result<void>> startDue(model::Flow flow);
    void plan();

    store::Store& m_store;
    Clock& m_clock;
    Starter m_starter;
    QList<model::Flow> m_flows;
    bool m_running = false;
    bool m_paused = false;
    Clock::TimerId m_timer = 0;
    std::optional<Task<void>> m_tick;
};

} // namespace tieout::service
