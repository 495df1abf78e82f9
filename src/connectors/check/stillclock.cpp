#include "connectors/check/stillclock.h"

namespace tieout::connectors {

using std::chrono::milliseconds;

Clock::TimerId StillClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    const TimerId id = ++m_last;
    m_timers.emplace(Due(m_elapsed + std::max(milliseconds::zero(), delay), id), std::move(callback));
    return id;
}

void StillClock::cancel(TimerId timer)
{
    const auto found = std::find_if(m_timers.begin(), m_timers.end(),
                                    [timer](const auto& entry) { return entry.first.second == timer; });
    if (found == m_timers.end()) return;
    const auto dropped = m_timers.extract(found); // its callback may own what is now destroyed
}

bool StillClock::fireNext()
{
    if (m_timers.empty()) return false;
    const auto next = m_timers.extract(m_timers.begin());
    m_elapsed = std::max(m_elapsed, next.key().first);
    next.mapped()();
    return true;
}

} // namespace tieout::connectors
