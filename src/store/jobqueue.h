#pragma once

#include "store/mailbox.h"
#include "store/store_impl.h"

#include <QWaitCondition>

#include <deque>
#include <vector>

namespace tieout::store {

/// A ticket and who waits for it.
struct Job {
    std::shared_ptr<detail::Ticket> ticket;
    std::shared_ptr<Mailbox> home;
    std::coroutine_handle<> waiter;
};

/// Jobs for one store thread: filled from any thread, emptied by that one.
class JobQueue final
{
  public:
    /// False when closed.
    [[nodiscard]] bool push(Job job);
    /// Waits for work; up to `most` jobs in their order, none when closed and empty.
    [[nodiscard]] std::vector<Job> take(size_t most);
    void close();

  private:
    QMutex m_mutex;
    QWaitCondition m_filled;
    std::deque<Job> m_jobs;
    bool m_closed = false;
};

} // namespace tieout::store
