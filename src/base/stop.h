#pragma once

#include <functional>
#include <memory>

namespace tieout {

enum class StopMode : unsigned char {
    Running,
    AfterBatch, ///< finish what is under way, start nothing new
    Now,        ///< abandon requests; within 5 s
};

/// Asked to stop? One token is passed down a run. Cheap to copy; safe to read from any thread.
class StopToken final
{
  public:
    StopToken() = default;
    [[nodiscard]] StopMode mode() const;
    [[nodiscard]] bool stopRequested() const { return mode() != StopMode::Running; }
    [[nodiscard]] bool stopNow() const { return mode() == StopMode::Now; }

    /// Removes its callback when destroyed; waits for a callback that is running on another thread.
    class Registration;
    /// Calls back (on the requesting thread) when Now is requested, at once if it already was. A callback is
    /// short: it posts to its own thread or aborts a request of this one.
    [[nodiscard]] std::shared_ptr<Registration> onStopNow(std::function<void()> callback) const;

  private:
    friend class StopSource;
    struct State;
    std::shared_ptr<State> m_state;
};

/// The end that asks. A later, stronger request replaces a weaker one, never the reverse.
class StopSource final
{
  public:
    StopSource();
    void request(StopMode mode);
    [[nodiscard]] StopToken token() const;

  private:
    StopToken m_token;
};

} // namespace tieout
