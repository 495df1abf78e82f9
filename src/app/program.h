#pragma once

#include "options.h"

#include "gui/shell/desk.h"
#include "gui/shell/language.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/stallmeter.h"
#include "gui/widgets/theme.h"
#include "service/workbench.h"

#include <QElapsedTimer>

class QApplication;

namespace tieout::app {

/// The windowed program: the window first, then the workspace, then the rest. Main thread; lives in main().
class Program final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Program)
  public:
    Program(QApplication& application, Options options, QElapsedTimer sinceStart);
    ~Program() override;

  private:
    [[nodiscard]] Task<> begin();
    [[nodiscard]] Task<> afterwards();
    void print(const QByteArray& name, qint64 value) const;

    QApplication& m_application;
    Options m_options;
    QElapsedTimer m_sinceStart;
    gui::Language m_language; ///< before any text is made
    gui::Desk m_desk;
    gui::Theme m_theme;
    std::unique_ptr<service::Workbench> m_workbench;
    std::unique_ptr<gui::MainWindow> m_window; ///< goes before the workbench
    gui::StallMeter m_stalls;
    Task<> m_begun;
};

} // namespace tieout::app
