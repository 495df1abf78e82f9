#include "net/ratewindow.h"

namespace tieout::net {

namespace {

/// Digits at `from`, moving it behind them; nullopt without any or when absurd.
std::optional<int> digitsAt(const QByteArray& text, qsizetype& from)
{
    const qsizetype start = from;
    while (from < text.size() && text[from] >= '0' && text[from] <= '9')
        ++from;
    if (from == start || from - start > 9) return std::nullopt;
    return text.mid(start, from - start).toInt();
}

} // namespace

int RateWindow::left(Time now)
{
    forgetOld(now);
    return qMax(0, m_limit - m_underway - m_counted - m_others);
}

std::optional<RateWindow::Time> RateWindow::opening(int calls, Time now)
{
    forgetOld(now);
    int free = m_limit - m_underway - m_counted - m_others;
    const int needed = qMin(calls, m_limit); // one call that counts for more than all has them all
    if (free >= needed) return now;
    bool othersWait = m_others > 0;
    for (const Answered& past : m_answered) {
        const Time end = past.last + m_length;
        if (othersWait && m_othersUntil <= end) {
            othersWait = false;
            free += m_others;
            if (free >= needed) return m_othersUntil;
        }
        free += past.calls;
        if (free >= needed) return end;
    }
    if (othersWait && free + m_others >= needed) return m_othersUntil;
    return std::nullopt;
}

void RateWindow::end(int calls, Time now)
{
    m_underway -= calls;
    if (!limited() || calls == 0) return;
    // Calls close together leave together, so that a day's calls are a few hundred entries.
    constexpr int kEntries = 1'000;
    if (!m_answered.empty() && now - m_answered.back().first < m_length / kEntries) {
        m_answered.back().last = now;
        m_answered.back().calls += calls;
    } else {
        m_answered.push_back({now, now, calls});
    }
    m_counted += calls;
}

void RateWindow::told(int remaining, Time now)
{
    if (!limited()) return;
    forgetOld(now);
    m_others = qMax(0, m_limit - remaining - m_underway - m_counted);
    m_othersUntil = now + m_length;
    // The other side counts less than we do: its window began anew, or it counts nothing at all. What it says
    // it has left may be used, less the calls it may not have seen yet when it spoke.
    constexpr int kOvertaking = 8;
    int excess = remaining - m_underway - kOvertaking * m_heaviest - left(now);
    while (excess > 0 && !m_answered.empty()) {
        Answered& oldest = m_answered.front();
        const int forgiven = qMin(excess, oldest.calls);
        oldest.calls -= forgiven;
        m_counted -= forgiven;
        excess -= forgiven;
        if (oldest.calls == 0) m_answered.pop_front();
    }
}

void RateWindow::forgetAnswered()
{
    m_answered.clear();
    m_counted = 0;
    m_others = 0;
}

void RateWindow::forgetOld(Time now)
{
    if (now >= m_othersUntil) m_others = 0;
    while (!m_answered.empty() && now >= m_answered.front().last + m_length) {
        m_counted -= m_answered.front().calls;
        m_answered.pop_front();
    }
}

std::optional<Remaining> parseRemaining(const QByteArray& header)
{
    const QByteArray text = header.trimmed();
    const qsizetype slash = text.indexOf('/');
    if (slash < 0) {
        qsizetype at = 0;
        const auto left = digitsAt(text, at);
        if (!left || at != text.size()) return std::nullopt;
        return Remaining{*left, std::nullopt};
    }
    qsizetype start = slash;
    while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9')
        --start;
    qsizetype behind = slash + 1;
    const auto used = digitsAt(text, start);
    const auto allowed = digitsAt(text, behind);
    if (!used || !allowed) return std::nullopt;
    return Remaining{qMax(0, *allowed - *used), allowed};
}

} // namespace tieout::net
