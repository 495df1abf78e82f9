#pragma once

#include "base/result.h"

#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace tieout::gui {

/// The reader's language: texts (Qt's own too), plurals, numbers and dates. Main thread; lives in main(),
/// made before the first window, for good: another language is seen at the next start.
class Language final
{
    Q_DISABLE_COPY_MOVE(Language)
  public:
    /// `wanted` as in "de" or "de_CH"; empty follows the computer. Texts that no translation exists for are
    /// English.
    explicit Language(const QString& wanted = {});
    /// Of the texts: "de".
    [[nodiscard]] QString code() const { return m_code; }

    /// Codes of the languages that texts exist in, English included.
    [[nodiscard]] static QStringList available();
    /// How a language calls itself: "Deutsch".
    [[nodiscard]] static QString ownName(const QString& code);

  private:
    QTranslator m_ours;
    QTranslator m_qt;
    QString m_code;
};

} // namespace tieout::gui
