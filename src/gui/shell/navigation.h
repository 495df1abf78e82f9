#pragma once

#include "gui/shell/place.h"
#include "gui/widgets/theme.h"

#include <QAbstractButton>
#include <QFrame>

#include <array>

class QActionGroup;
class QButtonGroup;
class QMenu;

namespace tieout::gui {

/// One entry of the navigation: icon, word and, when something waits, a number.
class NavigationButton final : public QAbstractButton
{
    Q_OBJECT
  public:
    NavigationButton(QString icon, const QString& word, QWidget* parent = nullptr);
    void setBadge(qint64 count);
    [[nodiscard]] QSize sizeHint() const override { return {172, 34}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    bool m_byKeyboard = false; ///< the ring is for people who move by keys
    QString m_icon;
    QString m_badge;
};

/// The column on the left: the program's name, one entry a screen, the look at the bottom.
class Navigation final : public QFrame
{
    Q_OBJECT
  public:
    explicit Navigation(QWidget* parent = nullptr);
    void select(Screen screen);
    void setProblems(qint64 open);
    /// Marks the look in use in its menu.
    void setLook(Theme::Choice choice);
    /// Marks the language that was chosen; empty for the computer's.
    void setLanguage(const QString& code);
    [[nodiscard]] NavigationButton* button(Screen screen) const { return m_buttons[size_t(screen)]; }

  Q_SIGNALS:
    void chosen(tieout::gui::Screen screen);
    void lookChosen(tieout::gui::Theme::Choice choice);
    void languageChosen(const QString& code);

  private:
    void addLookMenu(QAbstractButton* button);
    void addLanguages(QMenu* menu);

    QButtonGroup* m_group;
    QActionGroup* m_looks;
    QActionGroup* m_languages;
    std::array<NavigationButton*, kScreens> m_buttons{};
};

} // namespace tieout::gui
