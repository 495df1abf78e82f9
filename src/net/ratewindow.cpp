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
    if (m_end && now >= *m_end) {
        m_end.reset();
        m_left = m_limit;
    }
    return m_left;
}

void RateWindow::take(Time now)
{
    if (!limited()) return;
    if (left(now) > 0) --m_left;
    if (!m_end) m_end = now + m_length;
}

void RateWindow::correct(int remaining, int underway, Time now)
{
    if (!limited()) return;
    const int ours = left(now);
    const int slack = underway + 1;
    const int atLeast = qMax(0, remaining - underway);
    if (atLeast > ours + slack) {
        restart(atLeast, now); // the system has begun a new window
    } else if (remaining + slack < ours) {
        m_left = atLeast; // someone else uses the same allowance
    } else {
        m_left = qMin(ours, remaining); // answers overtake each other: our own count is the exact one
    }
    if (!m_end) m_end = now + m_length;
}

void RateWindow::exhaust(Time end)
{
    m_left = 0;
    m_end = end;
}

void RateWindow::restart(int left, Time now)
{
    m_left = left;
    m_end = now + m_length;
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
