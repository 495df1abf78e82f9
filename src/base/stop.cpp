#include "base/stop.h"

#include <atomic>
#include <map>
#include <mutex>

namespace tieout {

struct StopToken::State {
    std::atomic<StopMode> mode{StopMode::Running};
    // Held while callbacks run, so that a registration's end on another thread waits for its callback;
    // recursive because a callback may end registrations itself.
    std::recursive_mutex mutex;
    std::map<unsigned long long, std::function<void()>> callbacks;
    unsigned long long lastId = 0;
};

class StopToken::Registration
{
  public:
    Registration(std::shared_ptr<State> state, unsigned long long id)
        : m_state(std::move(state))
        , m_id(id)
    {
    }
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;
    ~Registration()
    {
        if (!m_state) return;
        const std::lock_guard lock(m_state->mutex);
        m_state->callbacks.erase(m_id);
    }

  private:
    std::shared_ptr<State> m_state;
    unsigned long long m_id;
};

StopMode StopToken::mode() const
{
    return m_state ? m_state->mode.load(std::memory_order_acquire) : StopMode::Running;
}

std::shared_ptr<StopToken::Registration> StopToken::onStopNow(std::function<void()> callback) const
{
    if (!m_state) return std::make_shared<Registration>(nullptr, 0);
    std::unique_lock lock(m_state->mutex);
    if (m_state->mode.load(std::memory_order_relaxed) == StopMode::Now) {
        lock.unlock();
        callback();
        return std::make_shared<Registration>(nullptr, 0);
    }
    const auto id = ++m_state->lastId;
    m_state->callbacks.emplace(id, std::move(callback));
    return std::make_shared<Registration>(m_state, id);
}

StopSource::StopSource()
{
    m_token.m_state = std::make_shared<StopToken::State>();
}

void StopSource::request(StopMode mode)
{
    // A callback may drop the last owner of this source.
    const auto state = m_token.m_state;
    const std::lock_guard lock(state->mutex);
    if (mode <= state->mode.load(std::memory_order_relaxed)) return;
    state->mode.store(mode, std::memory_order_release);
    if (mode != StopMode::Now) return;
    while (!state->callbacks.empty()) {
        const auto callback = std::move(state->callbacks.begin()->second);
        state->callbacks.erase(state->callbacks.begin());
        callback();
    }
}

StopToken StopSource::token() const
{
    return m_token;
}

} // namespace tieout
