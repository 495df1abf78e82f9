#pragma once

#include "gui/widgets/tokens.h"

#include <QObject>

class QApplication;
class QFont;

namespace tieout::gui {

/// Dresses the application: Fusion, a palette and one style sheet made from the tokens of the current look.
/// Follows the system unless a person chose a look. Main thread; owned by the program.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
  public:
    enum class Choice : quint8 { System, Light, Dark, HighContrast };

    explicit Theme(QApplication& application, QObject* parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] Look look() const;
    void setChoice(Choice choice);

  Q_SIGNALS:
    void changed();

  private:
    void apply();

    QApplication& m_application;
    Choice m_choice = Choice::System;
    bool m_systemDark = false;
};

/// The one style sheet. Pure; sizes are device-independent pixels.
[[nodiscard]] QString styleSheetOf(Look look);
/// The interface font on this platform.
[[nodiscard]] QFont interfaceFont();
/// Digits of equal width, for columns of amounts.
[[nodiscard]] QFont figureFont(const QFont& base);

/// Stable names for settings: "system", "light", "dark", "contrast".
[[nodiscard]] QString choiceName(Theme::Choice choice);
[[nodiscard]] Theme::Choice choiceFromName(const QString& name);

} // namespace tieout::gui
