#pragma once

#include "gui/shell/mainwindow.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace tieout::support {

/// What a test's window stands on: settings in a folder of their own, icons, a theme and a desk. Base of the
/// suites of the window; a test program has one.
class WindowGround
{
  protected:
    WindowGround() = default;
    ~WindowGround() = default;
    Q_DISABLE_COPY_MOVE(WindowGround)

    /// Comes before any window.
    void dress()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        gui::registerIcons();
        m_theme = std::make_unique<gui::Theme>(*qApp);
    }
    /// A new window on the desk, at the size the designs are drawn for.
    void showWindow()
    {
        m_window = std::make_unique<gui::MainWindow>(m_desk, *m_theme, gui::MainWindow::Tray::None);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->start();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<gui::Theme> m_theme;
    gui::Desk m_desk;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace tieout::support
