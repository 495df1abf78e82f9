#pragma once

#include "base/task.h"

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace tieout::net {

/// An answer that a callback gives and one coroutine waits for. Both on the same thread; the first answer
/// counts. Copies share the answer, so a callback may outlive the waiting coroutine's locals.
template<class T>
class Pending final
{
  public:
    void complete(T value) const
    {
        // The waiting coroutine may drop the last owner while it runs.
        const auto state = m_state;
        if (state->answered) return;
        state->answered = true;
        state->value.emplace(std::move(value));
        if (const auto waiting = std::exchange(state->waiting, nullptr)) waiting.resume();
    }
    [[nodiscard]] bool isComplete() const { return m_state->answered; }

    [[nodiscard]] bool await_ready() const noexcept { return m_state->answered; }
    void await_suspend(std::coroutine_handle<> waiting) const noexcept { m_state->waiting = waiting; }
    [[nodiscard]] T await_resume() const { return std::move(*m_state->value); }

  private:
    struct State {
        bool answered = false;
        std::optional<T> value;
        std::coroutine_handle<> waiting;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace tieout::net
