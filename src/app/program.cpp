#include "program.h"

#include "shots.h"

#include "gui/widgets/icons.h"
#include "service/environment.h"
#include "wording/filewords.h"

#include <QApplication>
#include <QDesktopServices>
#include <QSettings>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tieout::app {

Program::Program(QApplication& application, Options options, QElapsedTimer sinceStart)
    : m_application(application)
    , m_options(std::move(options))
    , m_sinceStart(sinceStart)
    , m_language(m_options.language.isEmpty() ? QSettings().value(u"language"_s).toString()
                                              : m_options.language)
    , m_theme(application)
{
    gui::registerIcons();
    application.setWindowIcon(QIcon(u":/tieout/icons/tieout.svg"_s));
    application.setQuitOnLastWindowClosed(false);
    m_theme.setChoice(gui::choiceFromName(QSettings().value(u"look"_s).toString()));
    m_desk.practice = m_options.practice;
    // Links come from other systems: only web pages are opened, never files or programs.
    m_desk.openLink = [](const QUrl& url) {
        const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
        return web && QDesktopServices::openUrl(url);
    };
    const bool quiet = !m_options.shots.isEmpty() || !m_options.run.isEmpty();
    m_window = std::make_unique<gui::MainWindow>(
        m_desk, m_theme, quiet ? gui::MainWindow::Tray::None : gui::MainWindow::Tray::Show);
    connect(m_window.get(), &gui::MainWindow::firstPaint, this, [this] {
        if (m_options.measure) {
            print("firstPaintMs", m_sinceStart.elapsed());
            m_stalls.start();
        }
        m_begun = begin();
    });
    connect(&application, &QApplication::aboutToQuit, this, [this] {
        if (m_options.measure) print("longestStallMs", m_stalls.longest());
    });
    m_window->show();
}

Program::~Program() = default;

Task<> Program::begin()
{
    service::Environment environment;
    environment.openPage = m_desk.openLink;
    environment.words = {wording::outcomeInFile, wording::reasonInFile};
    Result<std::unique_ptr<service::Workbench>> opened =
        service::Workbench::open(m_options.workspace, environment);
    if (!opened) {
        m_window->showFault(opened.error());
        co_return;
    }
    m_workbench = std::move(*opened);
    m_desk.workbench = m_workbench.get();
    const Result<void> loaded = co_await m_workbench->load();
    if (!loaded) {
        m_window->showFault(loaded.error());
        co_return;
    }
    m_window->start();
    co_await afterwards();
}

Task<> Program::afterwards()
{
    if (!m_options.shots.isEmpty()) {
        const int written = co_await takeShots(*m_window, m_theme, m_desk, m_options.shots);
        print("pictures", written);
        m_application.quit();
        co_return;
    }
    if (!m_options.run.isEmpty()) {
        const Result<model::RunReport> report =
            co_await m_workbench->run(m_options.run, model::RunMode::Sync, model::RunTrigger::Manual);
        if (!report)
            std::fprintf(stderr, "%s: %s\n", qPrintable(report.error().code),
                         qPrintable(report.error().text));
        if (m_options.measure)
            m_application.exit(report && report->state == model::RunState::Finished ? 0 : 1);
        co_return;
    }
    m_workbench->startScheduler();
}

void Program::print(const QByteArray& name, qint64 value) const
{
    std::printf("{\"%s\":%lld}\n", name.constData(), static_cast<long long>(value));
    std::fflush(stdout);
}

} // namespace tieout::app
