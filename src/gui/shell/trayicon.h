#pragma once

#include "gui/shell/place.h"

#include <QSystemTrayIcon>

class QAction;
class QMenu;

namespace tieout::service {
class Workbench;
}

namespace tieout::gui {

/// The icon beside the clock: idle, running, needs you, failed; Sync now, Pause, Open, Quit. It speaks only
/// when a person must act, and the click opens what it spoke of. Main thread; owned by the window.
class TrayIcon final : public QSystemTrayIcon
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)
  public:
    enum class Mood : quint8 { Idle, Running, NeedsYou, Failed };

    explicit TrayIcon(QWidget* window);
    void show(const service::Workbench& workbench);
    /// One message, and where its click leads.
    void speak(const QString& title, const QString& text, const Place& place);
    [[nodiscard]] Mood mood() const { return m_mood; }

  Q_SIGNALS:
    void syncAsked();
    void pauseAsked(bool pause);
    void openAsked();
    void quitAsked();
    void go(const tieout::gui::Place& place);

  private:
    void setMood(Mood mood);
    QMenu* m_menu;
    QAction* m_last;
    QAction* m_pause;
    Mood m_mood = Mood::Idle;
    Place m_place;
};

[[nodiscard]] TrayIcon::Mood moodOf(const service::Workbench& workbench);

} // namespace tieout::gui
