#pragma once

#include <QString>

namespace tieout::formula {

/// Text counted in the characters a reader sees: an accent on its letter, an emoji of several code points and
/// a letter outside the basic plane are one each. Plain text is counted without analysis.
class Graphemes final
{
  public:
    explicit Graphemes(const QString& text);
    [[nodiscard]] qsizetype count() const;
    /// The UTF-16 offset of character `index` (from 0); the text's end when there are fewer.
    [[nodiscard]] qsizetype offset(qsizetype index) const;
    /// The character (from 0) that the UTF-16 offset lies in.
    [[nodiscard]] qsizetype indexAt(qsizetype offset) const;

  private:
    QString m_text;
    bool m_plain = true;
    QList<qsizetype> m_starts; ///< of each character; only when not plain
};

} // namespace tieout::formula
