#include "support/manualclock.h"

namespace tieout::support {

using std::chrono::milliseconds;

Clock::TimerId ManualClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    const TimerId id = ++m_lastId;
    const milliseconds due = m_elapsed + std::max(milliseconds::zero(), delay);
    m_timers.emplace(Due(due, id), std::move(callback));
    m_dueTimes.emplace(id, due);
    return id;
}

void ManualClock::cancel(TimerId timer)
{
    const auto due = m_dueTimes.find(timer);
    if (due == m_dueTimes.end()) return;
    // The callback may own what is now being destroyed: unlink first.
    const auto dropped = m_timers.extract(Due(due->second, timer));
    m_dueTimes.erase(due);
}

void ManualClock::advance(milliseconds time)
{
    const milliseconds end = m_elapsed + time;
    while (!m_timers.empty() && m_timers.begin()->first.first <= end)
        fireNext();
    m_elapsed = std::max(m_elapsed, end);
}

void ManualClock::advanceTo(Instant instant)
{
    if (instant > now()) advance(instant - now());
}

bool ManualClock::fireNext()
{
    if (m_timers.empty()) return false;
    const auto next = m_timers.extract(m_timers.begin());
    m_dueTimes.erase(next.key().second);
    m_elapsed = std::max(m_elapsed, next.key().first);
    next.mapped()();
    return true;
}

void ManualClock::runDue()
{
    advance(milliseconds::zero());
}

qint64 ManualClock::runUntilIdle(qint64 most)
{
    qint64 fired = 0;
    while (fireNext()) {
        if (++fired > most) qFatal("the manual clock never comes to rest");
    }
    return fired;
}

std::optional<Instant> ManualClock::nextTimer() const
{
    if (m_timers.empty()) return std::nullopt;
    return m_start + m_timers.begin()->first.first;
}

} // namespace tieout::support
