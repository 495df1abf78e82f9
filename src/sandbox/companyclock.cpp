#include "sandbox/companyclock.h"

namespace tieout::sandbox {

namespace {

Instant machineTime()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace

Instant CompanyClock::now() const
{
    return m_held ? *m_held : machineTime() + m_shift;
}

void CompanyClock::advance(std::chrono::milliseconds by)
{
    if (m_held)
        *m_held += by;
    else
        m_shift += by;
}

void CompanyClock::set(Instant at)
{
    if (m_held)
        m_held = at;
    else
        m_shift = at - machineTime();
}

void CompanyClock::useReal()
{
    m_held.reset();
    m_shift = std::chrono::milliseconds(0);
}

} // namespace tieout::sandbox
