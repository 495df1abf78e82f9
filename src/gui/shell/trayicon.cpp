#include "gui/shell/trayicon.h"

#include "gui/widgets/say.h"
#include "gui/widgets/words.h"
#include "service/workbench.h"

#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tieout::gui {

TrayIcon::Mood moodOf(const service::Workbench& workbench)
{
    if (!workbench.running().isEmpty()) return TrayIcon::Mood::Running;
    bool needed = workbench.openProblems() > 0;
    for (const model::Connection& connection : workbench.connections())
        needed = needed || connection.state == model::ConnectionState::NeedsSignIn;
    for (const service::FlowSummary& summary : workbench.flows()) {
        if (summary.lastRun && summary.lastRun->state == model::RunState::Faulted)
            return TrayIcon::Mood::Failed;
    }
    return needed ? TrayIcon::Mood::NeedsYou : TrayIcon::Mood::Idle;
}

TrayIcon::TrayIcon(QWidget* window)
    : QSystemTrayIcon(window)
    , m_menu(new QMenu(window))
{
    m_last = m_menu->addAction(tr("Nothing has run yet"));
    m_last->setEnabled(false);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Sync now")), &QAction::triggered, this, &TrayIcon::syncAsked);
    m_pause = m_menu->addAction(tr("Pause all schedules"));
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::triggered, this, &TrayIcon::pauseAsked);
    connect(m_menu->addAction(tr("Open Tieout")), &QAction::triggered, this, &TrayIcon::openAsked);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitAsked);
    setContextMenu(m_menu);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick) Q_EMIT openAsked();
    });
    connect(this, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT go(m_place); });
    setMood(Mood::Idle);
}

void TrayIcon::show(const service::Workbench& workbench)
{
    setMood(moodOf(workbench));
    m_pause->setChecked(workbench.workspace().paused);
    const service::FlowSummary* newest = nullptr;
    const QList<service::FlowSummary> flows = workbench.flows();
    for (const service::FlowSummary& summary : flows) {
        if (summary.lastRun && (!newest || summary.lastRun->startedAt > newest->lastRun->startedAt))
            newest = &summary;
    }
    //: a sync, then its last result
    if (newest)
        m_last->setText(
            tr("%1: %2").arg(translatedLabel(newest->flow.title), stateOf(*newest->lastRun).word));
}

void TrayIcon::speak(const QString& title, const QString& text, const Place& place)
{
    m_place = place;
    if (isVisible() && supportsMessages()) showMessage(title, text, icon());
}

void TrayIcon::setMood(Mood mood)
{
    m_mood = mood;
    static const QString icons[] = {u"idle"_s, u"running"_s, u"attention"_s, u"failed"_s};
    const QString words[] = {tr("Tieout: idle"), tr("Tieout: a sync is running"),
                             tr("Tieout: something needs you"), tr("Tieout: a sync could not finish")};
    setIcon(QIcon(u":/tieout/icons/tray-%1.svg"_s.arg(icons[int(mood)])));
    setToolTip(words[int(mood)]);
}

} // namespace tieout::gui
