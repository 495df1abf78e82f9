#pragma once

#include "base/clock.h"
#include "store/store.h"

namespace tieout::service {

/// Only one program at a time runs the engine on a workspace. The lease is renewed while held and ends by
/// itself when the program dies; a holder on this machine that is not alive any more is dispossessed at once.
/// Main thread.
class EngineLease final
{
  public:
    EngineLease(store::Store& store, Clock& clock);
    ~EngineLease();
    Q_DISABLE_COPY_MOVE(EngineLease)

    /// Takes or keeps the lease. Error Conflict "workspace.held" (facts: the other program's machine).
    [[nodiscard]] Task<Result<void>> take();
    [[nodiscard]] Task<void> release();
    [[nodiscard]] bool held() const { return m_held; }
    [[nodiscard]] const QString& heldBy() const { return m_heldBy; }

  private:
    using Taken = std::pair<bool, QString>;
    [[nodiscard]] Task<Result<Taken>> attempt();
    [[nodiscard]] Task<void> renew();
    void renewLater();

    store::Store& m_store;
    Clock& m_clock;
    QString m_owner;
    QString m_heldBy;
    bool m_held = false;
    Clock::TimerId m_timer = 0;
    std::optional<Task<void>> m_renewal;
};

} // namespace tieout::service
