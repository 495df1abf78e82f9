#include "gui/shell/mainwindow.h"

#include "gui/connections/connectionspage.h"
#include "gui/flows/flowspage.h"
#include "gui/lookups/lookupspage.h"
#include "gui/overview/overviewpage.h"
#include "gui/problems/problemspage.h"
#include "gui/runs/runspage.h"
#include "gui/shell/activitybar.h"
#include "gui/shell/navigation.h"
#include "gui/shell/page.h"
#include "gui/shell/trayicon.h"
#include "gui/widgets/say.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

MainWindow::MainWindow(Desk& desk, Theme& theme, Tray tray, QWidget* parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_navigation(new Navigation)
    , m_stack(new QStackedWidget)
    , m_activity(new ActivityBar)
    , m_banner(new Banner)
{
    setWindowTitle(tr("Tieout"));
    setMinimumSize(1024, 640);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    right->addWidget(m_activity);
    auto* both = new QHBoxLayout;
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(0);
    both->addWidget(m_navigation);
    both->addLayout(right, 1);
    auto* central = new QWidget;
    central->setLayout(both);
    setCentralWidget(central);
    auto* waiting = new Skeleton(8);
    m_stack->addWidget(waiting);
    m_navigation->select(Screen::Overview);
    connect(m_navigation, &Navigation::chosen, this, [this](Screen screen) {
        open(Place{screen, {}, 0, {}});
    });
    m_navigation->setLook(m_theme.choice());
    connect(&m_theme, &Theme::changed, m_navigation, [this] { m_navigation->setLook(m_theme.choice()); });
    connect(m_navigation, &Navigation::lookChosen, this, [this](Theme::Choice choice) {
        m_theme.setChoice(choice);
        QSettings().setValue(u"look"_s, choiceName(m_theme.choice()));
    });
    m_navigation->setLanguage(QSettings().value(u"language"_s).toString());
    connect(m_navigation, &Navigation::languageChosen, this, [this](const QString& code) {
        QSettings().setValue(u"language"_s, code);
        m_banner->showSuccess(tr("The language changes when Tieout starts the next time."));
    });
    if (tray == Tray::Show && QSystemTrayIcon::isSystemTrayAvailable()) connectTray();
    addShortcuts();
    restoreWindow();
}

MainWindow::~MainWindow() = default;

void MainWindow::start()
{
    connectWorkbench();
    open(Place{});
    showActivity();
}

void MainWindow::showFault(const Error& error)
{
    const wording::Sentence sentence = wording::sentenceFor(error);
    auto* fault = new EmptyState(u"problems"_s, sentence.what, sentence.why + u"\n\n"_s + sentence.fix);
    m_stack->setCurrentIndex(m_stack->addWidget(fault));
    m_navigation->setEnabled(false);
}

void MainWindow::open(const Place& place)
{
    if (!m_desk.workbench) return;
    Page*& page = m_pages[size_t(place.screen)];
    if (!page) {
        page = makePage(place.screen);
        m_stack->addWidget(page);
        connect(page, &Page::go, this, &MainWindow::open);
    }
    m_navigation->select(place.screen);
    m_stack->setCurrentWidget(page);
    page->enter(place);
}

Page* MainWindow::page() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

Page* MainWindow::makePage(Screen screen)
{
    switch (screen) {
    case Screen::Overview:
        return new OverviewPage(m_desk);
    case Screen::Connections:
        return new ConnectionsPage(m_desk);
    case Screen::Syncs:
        return new FlowsPage(m_desk);
    case Screen::Runs:
        return new RunsPage(m_desk);
    case Screen::Problems:
        return new ProblemsPage(m_desk);
    case Screen::Lookups:
        return new LookupsPage(m_desk);
    }
    return nullptr;
}

void MainWindow::addShortcuts()
{
    for (int screen = 0; screen < kScreens; ++screen) {
        auto* go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + screen)), this);
        connect(go, &QShortcut::activated, this, [this, screen] { open(Place{Screen(screen), {}, 0, {}}); });
    }
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &MainWindow::syncAll);
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &MainWindow::quit);
}

void MainWindow::connectWorkbench()
{
    service::Workbench* bench = m_desk.workbench;
    using service::Workbench;
    for (const auto signal :
         {&Workbench::connectionsChanged, &Workbench::flowsChanged, &Workbench::problemsChanged,
          &Workbench::workspaceChanged, &Workbench::callsLeftChanged})
        connect(bench, signal, this, &MainWindow::showActivity);
    connect(bench, &Workbench::runStarted, this, &MainWindow::showActivity);
    connect(bench, &Workbench::runProgressed, this, &MainWindow::showActivity);
    connect(bench, &Workbench::runFinished, this, &MainWindow::noticeRun);
    connect(bench, &Workbench::connectionsChanged, this, &MainWindow::noticeConnections);
    connect(bench, &Workbench::signInEnds, this, &MainWindow::noticeSignInEnd);
    connect(m_activity, &ActivityBar::stopAsked, this,
            [this](const QString& flow) { m_desk.workbench->stop(flow, StopMode::AfterBatch); });
}

void MainWindow::connectTray()
{
    m_tray = new TrayIcon(this);
    const auto raiseWindow = [this] {
        show();
        raise();
        activateWindow();
    };
    connect(m_tray, &TrayIcon::openAsked, this, raiseWindow);
    connect(m_tray, &TrayIcon::syncAsked, this, &MainWindow::syncAll);
    connect(m_tray, &TrayIcon::pauseAsked, this, &MainWindow::setPaused);
    connect(m_tray, &TrayIcon::quitAsked, this, &MainWindow::quit);
    connect(m_tray, &TrayIcon::go, this, [this, raiseWindow](const Place& place) {
        raiseWindow();
        open(place);
    });
    m_tray->QSystemTrayIcon::show();
}

void MainWindow::showActivity()
{
    m_activity->show(*m_desk.workbench);
    m_navigation->setProblems(m_desk.workbench->openProblems());
    if (m_tray) m_tray->show(*m_desk.workbench);
}

void MainWindow::noticeRun(const model::RunReport& report)
{
    showActivity();
    // A person who pressed the button is looking; only what ran by itself speaks up, and only when it needs
    // someone.
    if (!m_tray || report.trigger != model::RunTrigger::Schedule) return;
    const qint64 needs = report.counts.held + report.counts.failed;
    if (report.fault) {
        const wording::Sentence sentence = wording::sentenceFor(*report.fault);
        m_tray->speak(translatedLabel(report.flowTitle), sentence.what,
                      Place{Screen::Runs, {}, report.id, {}});
    } else if (needs > 0) {
        m_tray->speak(translatedLabel(report.flowTitle), tr("%Ln records need you.", nullptr, int(needs)),
                      Place{Screen::Problems, {}, 0, {}});
    }
}

void MainWindow::noticeConnections()
{
    for (const model::Connection& connection : m_desk.workbench->connections()) {
        if (connection.state != model::ConnectionState::NeedsSignIn) {
            m_askedSignIns.removeAll(connection.id);
        } else if (!m_askedSignIns.contains(connection.id)) {
            m_askedSignIns += connection.id;
            if (m_tray)
                m_tray->speak(connectionTitle(m_desk.workbench->systems(), connection),
                              tr("Sign in again to keep syncs running."),
                              Place{Screen::Connections, {}, 0, {}});
        }
    }
}

void MainWindow::noticeSignInEnd(const QString& id, int days)
{
    if (!m_tray) return;
    for (const model::Connection& connection : m_desk.workbench->connections()) {
        if (connection.id != id) continue;
        m_tray->speak(connectionTitle(m_desk.workbench->systems(), connection),
                      days == 0 ? tr("The sign-in ends today. Sign in again to keep syncs running.")
                                : tr("The sign-in ends in %Ln days. Sign in again to keep syncs running.",
                                     nullptr, days),
                      Place{Screen::Connections, id, 0, u"reconnect"_s});
    }
}

void MainWindow::syncAll()
{
    if (!m_desk.workbench) return;
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        if (summary.running) continue;
        m_answers.ask(m_desk.workbench->run(summary.flow.id, model::RunMode::Sync, model::RunTrigger::Manual),
                      [this](const Result<model::RunReport>& report) {
                          if (report || report.error().kind == ErrorKind::Cancelled) return;
                          const wording::Sentence sentence = wording::sentenceFor(report.error());
                          m_banner->showProblem(sentence.what, sentence.fix);
                      });
    }
}

void MainWindow::setPaused(bool pause)
{
    if (!m_desk.workbench) return;
    using Pause = service::Workbench::Pause;
    m_answers.ask(m_desk.workbench->setPaused(pause ? Pause::PauseAll : Pause::Resume),
                  [this](const Result<void>& done) {
                      if (!done)
                          m_banner->showProblem(wording::sentenceFor(done.error()).what,
                                                wording::sentenceFor(done.error()).fix);
                  });
}

void MainWindow::restoreWindow()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window"_s).toByteArray())) resize(1280, 800);
}

void MainWindow::quit()
{
    m_quitting = true;
    if (close()) QApplication::quit();
}

bool MainWindow::asksFirst()
{
    for (Page* page : m_pages) {
        if (!page || !page->hasUnsaved()) continue;
        m_stack->setCurrentWidget(page);
        const bool quitting = std::exchange(m_quitting, false); // a person may stay
        page->askToLeave([this, quitting] {
            if (quitting)
                quit();
            else
                close();
        });
        return true;
    }
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(u"window"_s, saveGeometry());
    const bool stays = m_tray && m_tray->isVisible() && !m_quitting;
    if (!stays && asksFirst()) return event->ignore();
    if (stays && !settings.value(u"toldAboutTray"_s).toBool()) {
        settings.setValue(u"toldAboutTray"_s, true);
        m_tray->speak(tr("Tieout keeps running"), tr("Scheduled syncs go on. Quit from this icon's menu."),
                      Place{});
    }
    event->accept();
    if (!stays) QTimer::singleShot(0, qApp, &QApplication::quit);
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (m_painted) return;
    m_painted = true;
    // After this paint is through, so that the window is on the screen before anything heavy starts.
    QTimer::singleShot(0, this, &MainWindow::firstPaint);
}

} // namespace tieout::gui
