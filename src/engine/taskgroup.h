#pragma once

#include "base/task.h"

#include <coroutine>
#include <list>
#include <vector>

namespace tieout::engine {

/// Tasks under way side by side on one thread; keeps each until it has ended. Engine thread.
class TaskGroup final
{
  public:
    TaskGroup() = default;
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    void start(Task<void> task);
    [[nodiscard]] int running() const { return m_running; }
    /// Resumes once fewer than `count` tasks are running.
    [[nodiscard]] Task<void> belowCount(int count);
    [[nodiscard]] Task<void> all() { return belowCount(1); }

  private:
    struct Waiter {
        int count;
        std::coroutine_handle<> handle;
    };
    struct Awaiter {
        TaskGroup& group;
        int count;
        [[nodiscard]] bool await_ready() const noexcept { return group.m_running < count; }
        void await_suspend(std::coroutine_handle<> handle) { group.m_waiters.push_back({count, handle}); }
        void await_resume() const noexcept {}
    };

    [[nodiscard]] Task<void> track(Task<void> task);
    void wake();

    std::list<Task<void>> m_tasks;
    std::vector<Waiter> m_waiters;
    int m_running = 0;
};

} // namespace tieout::engine
