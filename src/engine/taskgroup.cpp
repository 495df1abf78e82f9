#include "engine/taskgroup.h"

namespace tieout::engine {

void TaskGroup::start(Task<void> task)
{
    m_tasks.remove_if([](const Task<void>& done) { return done.isReady(); });
    ++m_running;
    m_tasks.push_back(track(std::move(task)));
}

Task<void> TaskGroup::track(Task<void> task)
{
    co_await task;
    --m_running;
    wake();
}

Task<void> TaskGroup::belowCount(int count)
{
    Awaiter room{*this, count};
    co_await room;
}

void TaskGroup::wake()
{
    // One waiter at a time: what it starts may close the door for the next.
    for (size_t i = 0; i < m_waiters.size(); ++i) {
        if (m_running >= m_waiters[i].count) continue;
        const auto handle = m_waiters[i].handle;
        m_waiters.erase(m_waiters.begin() + qsizetype(i));
        handle.resume();
        return wake();
    }
}

} // namespace tieout::engine
