#pragma once

#include "base/task.h"

#include <QList>
#include <QMetaObject>
#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tieout::engine {

/// Where the pure parts of engine work are computed.
enum class Computing : quint8 {
    Pool,   ///< on the program's pool of threads
    Inline, ///< where it is asked for, at once: simulations, whose clock must not depend on threads
};

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

/// Records that one thread takes at a time: some milliseconds of mapping, so that a page keeps every core of
/// an ordinary machine busy and a stop is soon seen.
constexpr qsizetype kPart = 250;

/// Spreads the items over the pool in parts; gives what `work` made of each part, in the items' order. `work`
/// is pure and owns what it needs.
template<class T, class Item>
[[nodiscard]] Task<QList<T>> inParts(Computing where, QList<Item> items,
                                     std::function<T(const QList<Item>&)> work)
{
    QList<T> made;
    std::vector<Task<T>> underWay;
    for (qsizetype at = 0; at < items.size(); at += kPart) {
        const QList<Item> part = items.mid(at, kPart);
        if (where == Computing::Inline) {
            made += work(part);
            continue;
        }
        std::function<T()> one = [work, part] { return work(part); };
        underWay.push_back(onPool<T>(one));
    }
    items.clear();
    for (auto& task : underWay) {
        T part = co_await task;
        made += std::move(part);
    }
    co_return made;
}

} // namespace tieout::engine
