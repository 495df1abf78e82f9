#pragma once

#include "gui/shell/desk.h"
#include "gui/shell/place.h"
#include "gui/widgets/answers.h"
#include "model/run.h"

#include <QMainWindow>

#include <array>

class QStackedWidget;

namespace tieout::gui {

class ActivityBar;
class Banner;
class Navigation;
class Page;
class Theme;
class TrayIcon;

/// The one window: navigation, the pages (made when first visited), the activity line, the tray icon. It
/// opens before the workspace does, so that there is something to see at once. Main thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
  public:
    enum class Tray : quint8 { Show, None };

    MainWindow(Desk& desk, Theme& theme, Tray tray, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The workbench of the desk is there and loaded: the first page appears.
    void start();
    /// The workspace could not be opened: says why, in the place of the pages.
    void showFault(const Error& error);

    void open(const Place& place);
    [[nodiscard]] Page* page() const; ///< shown now; null before start()
    void syncAll();

  Q_SIGNALS:
    void firstPaint();

  protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] Page* makePage(Screen screen);
    void addShortcuts();
    void connectWorkbench();
    void connectTray();
    void showActivity();
    void noticeRun(const model::RunReport& report);
    void noticeConnections();
    void noticeSignInEnd(const QString& connection, int days);
    void setPaused(bool pause);
    void restoreWindow();
    void quit();
    /// Something is unsaved: a person decides, and the window closes after that.
    [[nodiscard]] bool asksFirst();

    Desk& m_desk;
    Theme& m_theme;
    Answers m_answers;
    Navigation* m_navigation;
    QStackedWidget* m_stack;
    ActivityBar* m_activity;
    Banner* m_banner;
    TrayIcon* m_tray = nullptr;
    std::array<Page*, kScreens> m_pages{};
    QStringList m_askedSignIns; ///< connections a person was told about
    bool m_painted = false;
    bool m_quitting = false;
};

} // namespace tieout::gui
