#include "cli/endrequest.h"

#include "base/platform/platform.h"

#include <QTimer>

namespace tieout::cli {

namespace {

constexpr std::chrono::seconds kLongestBatch{5};

void stopRuns(service::Workbench& bench, StopMode mode)
{
    const auto running = bench.running();
    for (const auto& run : running)
        bench.stop(run.flow, mode);
}

} // namespace

EndRequest::EndRequest(service::Workbench& bench)
    : m_bench(bench)
{
    platform::onEndRequested(this, [this] { ask(); });
    // Queued: the one who waits may end the workbench that is just telling us.
    connect(&bench, &service::Workbench::runFinished, this, &EndRequest::resumeWhenQuiet,
            Qt::QueuedConnection);
    connect(&bench, &service::Workbench::runRefused, this, &EndRequest::resumeWhenQuiet,
            Qt::QueuedConnection);
}

void EndRequest::ask()
{
    m_asked = true;
    m_stop.request(StopMode::Now);
    stopRuns(m_bench, StopMode::AfterBatch);
    QTimer::singleShot(kLongestBatch, this, [this] { stopRuns(m_bench, StopMode::Now); });
    resumeWhenQuiet();
}

void EndRequest::resumeWhenQuiet()
{
    if (!m_asked || !m_waiter || !m_bench.running().isEmpty()) return;
    const auto waiter = std::exchange(m_waiter, {});
    waiter.resume();
}

void EndRequest::Awaiter::await_suspend(std::coroutine_handle<> waiter)
{
    m_request.m_waiter = waiter;
    if (m_request.m_asked)
        QMetaObject::invokeMethod(&m_request, &EndRequest::resumeWhenQuiet, Qt::QueuedConnection);
}

} // namespace tieout::cli
