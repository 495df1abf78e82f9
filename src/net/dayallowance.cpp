#include "net/dayallowance.h"

namespace tieout::net {

using namespace std::chrono_literals;

namespace {

constexpr DayAllowance::Time kDay = 24h;
constexpr DayAllowance::Time kAskAgain = 15min; ///< nothing left, and nobody said until when

} // namespace

DayAllowance::DayAllowance(int limit, Source source)
    : m_counted(limit, kDay)
    , m_source(source)
{
}

int DayAllowance::reserve() const
{
    constexpr int kFraction = 50;
    return limit() / kFraction;
}

int DayAllowance::left(Time now)
{
    if (now < m_exhaustedUntil) return 0;
    return m_source == Source::Answers ? m_left.value_or(limit()) : m_counted.left(now);
}

DayAllowance::Time DayAllowance::opening(int calls, Time now)
{
    if (!limited()) return now;
    if (now < m_exhaustedUntil) return m_exhaustedUntil;
    if (m_source == Source::OwnCount) return m_counted.opening(calls, now).value_or(now + kAskAgain);
    if (!m_left || *m_left - calls >= reserve()) return now;
    return qMax(now, m_nextOfReserve);
}

void DayAllowance::begin(int calls, Time now)
{
    m_counted.begin(calls);
    if (!m_left) return;
    *m_left = qMax(0, *m_left - calls);
    if (*m_left >= reserve() && *m_left > 0) return;
    m_nextOfReserve = now + (*m_left > 0 ? kDay * qMax(1, calls) / reserve() : kAskAgain);
}

void DayAllowance::told(int remaining, int underway)
{
    if (!limited() || m_source != Source::Answers) return;
    const int sure = qMax(0, remaining - underway);
    if (!m_left) {
        m_left = sure;
        return;
    }
    const int ours = *m_left;
    const int slack = underway + 1;
    const bool newDay = sure > ours + slack;
    const bool othersToo = remaining + slack < ours;
    // In between, answers overtook each other: our own count is the exact one.
    m_left = newDay || othersToo ? sure : qMin(ours, remaining);
}

void DayAllowance::exhaust(Time until)
{
    m_exhaustedUntil = until;
    m_left.reset();
    m_counted.forgetAnswered();
}

} // namespace tieout::net
