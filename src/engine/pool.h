#pragma once

#include "base/task.h"

#include <QMetaObject>
#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>

namespace tieout::engine {

/// Computes on one of the pool's threads and resumes the asking coroutine on its own thread, which runs an
/// event loop. `work` is a pure function of values it owns; when the asker is gone its result is dropped.
template<class T>
[[nodiscard]] Task<T> onPool(std::function<T()> work)
{
    struct State {
        QMutex mutex; ///< guards asker: the pool may answer while the coroutine is being destroyed
        QObject* asker = nullptr;
        std::coroutine_handle<> waiter;
        std::optional<T> result;
    };
    struct Asker {
        std::shared_ptr<State> state;
        QObject object;
        ~Asker()
        {
            const QMutexLocker lock(&state->mutex);
            state->asker = nullptr;
        }
    };
    struct Awaiter {
        std::shared_ptr<State> state;
        std::function<T()> work;
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle)
        {
            state->waiter = handle;
            QThreadPool::globalInstance()->start([kept = state, compute = std::move(work)] {
                kept->result.emplace(compute());
                const QMutexLocker lock(&kept->mutex);
                if (!kept->asker) return;
                QMetaObject::invokeMethod(
                    kept->asker, [kept] { kept->waiter.resume(); }, Qt::QueuedConnection);
            });
        }
        void await_resume() const noexcept {}
    };

    Asker asker;
    asker.state = std::make_shared<State>();
    asker.state->asker = &asker.object;
    Awaiter answered{asker.state, std::move(work)};
    co_await answered;
    T result = std::move(*asker.state->result);
    co_return result;
}

} // namespace tieout::engine
