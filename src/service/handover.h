#pragma once

#include "base/task.h"

#include <QMetaObject>
#include <QObject>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>

namespace tieout::service {

/// Runs a coroutine on the thread of `home` and resumes the asking coroutine on its own thread with the
/// result. Both threads need an event loop; `home` outlives the call. `work` is kept alive until it has
/// ended, so its captures are safe.
template<class T>
[[nodiscard]] Task<T> runOn(QObject* home, std::function<Task<T>()> work)
{
    struct State {
        std::function<Task<T>()> work;
        std::optional<Task<void>> driver; ///< belongs to home's thread
        std::optional<T> result;
        std::coroutine_handle<> waiter;
        QObject* home = nullptr;
        QObject* asker = nullptr;

        static Task<void> drive(std::shared_ptr<State> state)
        {
            T value = co_await state->work();
            state->result.emplace(std::move(value));
            QMetaObject::invokeMethod(
                state->asker, [state] { state->waiter.resume(); }, Qt::QueuedConnection);
        }
    };
    struct Awaiter {
        std::shared_ptr<State> state;
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle)
        {
            state->waiter = handle;
            auto kept = state;
            QMetaObject::invokeMethod(
                kept->home, [kept] { kept->driver.emplace(State::drive(kept)); }, Qt::QueuedConnection);
        }
        void await_resume() const noexcept {}
    };

    QObject asker; // lives on the asking thread for as long as this coroutine waits
    auto state = std::make_shared<State>();
    state->work = std::move(work);
    state->home = home;
    state->asker = &asker;
    // Named: GCC 12 destroys a braced temporary of a co_await twice, and this one counts.
    Awaiter answered{state};
    co_await answered;
    T result = std::move(*state->result);
    // The finished driver refers to the state and the state to it. It ends where it ran; when that thread
    // ends first, the discarded event ends it.
    std::shared_ptr<void> ending(nullptr, [state](void*) { state->driver.reset(); });
    QMetaObject::invokeMethod(
        home, [ending = std::move(ending)]() mutable { ending.reset(); }, Qt::QueuedConnection);
    co_return result;
}

} // namespace tieout::service
