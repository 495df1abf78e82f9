#pragma once

#include "base/task.h"
#include "support/manualclock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <memory>
#include <optional>
#include <utility>

namespace tieout::support {

/// How runTask lets time pass when the task waits.
struct RunPolicy {
    /// Real time given to other threads and sockets before virtual time jumps to the next timer. Zero for
    /// tasks that wait on the clock and on this thread's own events only.
    std::chrono::milliseconds grace{0};
    /// Real time after which the test is aborted.
    std::chrono::milliseconds bound{30'000};
    qint64 mostTimers = 10'000'000;
};

namespace detail {

template<class T>
Task<> keepResult(Task<T> task, std::shared_ptr<std::optional<T>> result)
{
    T value = co_await task;
    result->emplace(std::move(value));
}

inline Task<> keepResult(Task<> task, std::shared_ptr<std::optional<bool>> result)
{
    co_await task;
    result->emplace(true);
}

/// Drains this thread's events; true when `done` came true within the grace time.
template<class Done>
bool drainEvents(Done done, std::chrono::milliseconds grace)
{
    const QDeadlineTimer end(grace);
    do {
        if (QCoreApplication::instance()) QCoreApplication::processEvents();
        if (done()) return true;
        if (grace.count() > 0) QThread::usleep(200);
    } while (!end.hasExpired());
    return done();
}

template<class Done>
void drive(Done done, ManualClock& clock, RunPolicy policy)
{
    const QDeadlineTimer end(policy.bound);
    qint64 fired = 0;
    while (!done()) {
        if (drainEvents(done, policy.grace)) return;
        if (clock.fireNext()) {
            if (++fired > policy.mostTimers) qFatal("runTask: the task never ends, however many timers fire");
            continue;
        }
        if (end.hasExpired()) qFatal("runTask: the task waits for something that does not come");
        // No timer: only another thread or a socket can go on.
        drainEvents(done, std::chrono::milliseconds(5));
    }
}

} // namespace detail

/// Drives the clock (and Qt's event queue) until the task is done and gives its result.
template<class T>
T runTask(Task<T> task, ManualClock& clock, RunPolicy policy = {})
{
    auto result = std::make_shared<std::optional<T>>();
    const Task<> keeper = detail::keepResult(std::move(task), result);
    detail::drive([&] { return result->has_value(); }, clock, policy);
    return std::move(**result);
}

inline void runTask(Task<> task, ManualClock& clock, RunPolicy policy = {})
{
    auto result = std::make_shared<std::optional<bool>>();
    const Task<> keeper = detail::keepResult(std::move(task), result);
    detail::drive([&] { return result->has_value(); }, clock, policy);
}

/// Drives the clock until `done` is true; for things that are no task.
template<class Done>
void runUntil(Done done, ManualClock& clock, RunPolicy policy = {})
{
    detail::drive(std::move(done), clock, policy);
}

} // namespace tieout::support
