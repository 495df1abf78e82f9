#include "formula/graphemes.h"

#include <QTextBoundaryFinder>

namespace tieout::formula {

namespace {

/// Below U+0300 every UTF-16 unit is a character of its own, but for CR LF.
bool isPlain(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x300 || c == u'\r'; });
}

} // namespace

Graphemes::Graphemes(const QString& text)
    : m_text(text)
    , m_plain(isPlain(text))
{
    if (m_plain) return;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, m_text);
    for (qsizetype at = 0; at >= 0 && at < m_text.size(); at = finder.toNextBoundary())
        m_starts.append(at);
}

qsizetype Graphemes::count() const
{
    return m_plain ? m_text.size() : m_starts.size();
}

qsizetype Graphemes::offset(qsizetype index) const
{
    if (index >= count()) return m_text.size();
    return m_plain ? index : m_starts[index];
}

qsizetype Graphemes::indexAt(qsizetype offset) const
{
    if (m_plain) return offset;
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return std::distance(m_starts.begin(), after) - 1;
}

} // namespace tieout::formula
