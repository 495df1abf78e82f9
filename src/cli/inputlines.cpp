#include "cli/inputlines.h"

#include <cstdio>

namespace tieout::cli {

InputLines::InputLines(qint64 longest)
    : m_longest(longest)
{
    static_cast<void>(m_in.open(stdin, QIODevice::ReadOnly));
}

QByteArray InputLines::next()
{
    constexpr qint64 kPiece = 64 * 1024;
    QByteArray line;
    m_tooLong = false;
    for (;;) {
        const QByteArray piece = m_in.readLine(kPiece);
        const bool ends = piece.isEmpty() || piece.endsWith('\n');
        m_tooLong = m_tooLong || line.size() + piece.size() > m_longest + (ends ? 1 : 0);
        if (m_tooLong)
            line = QByteArray("\n");
        else
            line += piece;
        if (!ends) continue;
        m_ended = line.isEmpty();
        if (!m_ended) ++m_number;
        return m_number == 1 ? withoutMark(std::move(line)) : line;
    }
}

QByteArray withoutMark(QByteArray text)
{
    return text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
}

} // namespace tieout::cli
