#pragma once

#include "store/jobqueue.h"

#include <QThread>

namespace tieout::store {

/// A thread with one connection of its own, which it opens, serves from its queue and closes. Owned by the
/// store.
class StoreThread final
{
  public:
    using Opener = std::function<Result<std::unique_ptr<Database>>()>;

    explicit StoreThread(detail::Lane lane)
        : m_lane(lane)
    {
    }
    ~StoreThread() { close(); }
    Q_DISABLE_COPY_MOVE(StoreThread)

    /// Starts the thread and waits until its connection is open.
    [[nodiscard]] Result<void> start(const QString& name, Opener opener);
    [[nodiscard]] bool push(Job job) { return m_queue.push(std::move(job)); }
    /// Finishes what is queued, then ends the thread.
    void close();

  private:
    void serve(Database& database);
    void carryOut(Database& database, const std::vector<Job>& jobs);

    detail::Lane m_lane;
    JobQueue m_queue;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tieout::store
