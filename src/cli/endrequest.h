#pragma once

#include "base/stop.h"
#include "service/workbench.h"

#include <QObject>

#include <coroutine>

namespace tieout::cli {

/// The wish that this program ends (Ctrl+C, a stop by the system): runs stop after their batch and within
/// five seconds at the latest, a sign-in at once, the agent goes home. Main thread; belongs to the command,
/// inside its workbench's life.
class EndRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndRequest)

  public:
    explicit EndRequest(service::Workbench& bench);

    /// For what may be dropped at any moment.
    [[nodiscard]] StopToken token() const { return m_stop.token(); }

    class Awaiter final
    {
      public:
        explicit Awaiter(EndRequest& request)
            : m_request(request)
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiter);
        void await_resume() const noexcept {}

      private:
        EndRequest& m_request;
    };
    /// Resolves when an end was asked for and no run is under way any more. One waiter.
    [[nodiscard]] Awaiter comes() { return Awaiter(*this); }

  private:
    void ask();
    void resumeWhenQuiet();

    service::Workbench& m_bench;
    StopSource m_stop;
    bool m_asked = false;
    std::coroutine_handle<> m_waiter;
};

} // namespace tieout::cli
