#pragma once

#include <QByteArray>
#include <QFile>

namespace tieout::cli {

/// Lines of standard input, counted from 1. Of a line beyond the limit only its being there is told; the
/// lines after it are read as ever. One thread.
class InputLines final
{
  public:
    explicit InputLines(qint64 longest);
    Q_DISABLE_COPY_MOVE(InputLines)

    [[nodiscard]] bool isOpen() const { return m_in.isOpen(); }
    /// The next line with its end; empty behind the last: isAtEnd. The mark that some programs put in front
    /// of UTF-8 is no part of the first.
    [[nodiscard]] QByteArray next();
    [[nodiscard]] bool isAtEnd() const { return m_ended; }
    [[nodiscard]] bool wasTooLong() const { return m_tooLong; } ///< the last line
    [[nodiscard]] qint64 number() const { return m_number; }

  private:
    QFile m_in;
    qint64 m_longest;
    qint64 m_number = 0;
    bool m_tooLong = false;
    bool m_ended = false;
};

/// Text without the mark in front of UTF-8.
[[nodiscard]] QByteArray withoutMark(QByteArray text);

} // namespace tieout::cli
