#include "gui/shell/activitybar.h"

#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QHBoxLayout>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace tieout::gui {

QString progressInWords(const model::RunProgress& progress, const QLocale& locale)
{
    const qint64 done = progress.counts.ended();
    QStringList parts;
    if (progress.expected && *progress.expected > 0)
        //: %1 records done of %2
        parts += say("%1 of %2").arg(locale.toString(done), locale.toString(*progress.expected));
    else
        parts += say("%1 records").arg(locale.toString(done));
    if (progress.perSecond >= 2)
        parts += say("%1 a second").arg(locale.toString(qint64(progress.perSecond)));
    else if (progress.perSecond > 0)
        parts += say("%1 a minute").arg(locale.toString(qint64(progress.perSecond * 60)));
    if (progress.expected && progress.perSecond > 0 && *progress.expected > done) {
        const auto left =
            std::chrono::milliseconds(qint64(double(*progress.expected - done) / progress.perSecond * 1000));
        parts += say("%1 left").arg(formatDuration(left));
    }
    return parts.join(u" · "_s);
}

ActivityBar::ActivityBar(QWidget* parent)
    : QFrame(parent)
    , m_state(new ElidedLabel)
    , m_progress(makeLabel(u"small"_s, {}))
    , m_bar(new QProgressBar)
    , m_stop(makeButton(u"small"_s, tr("Stop")))
    , m_next(new ElidedLabel)
    , m_calls(makeLabel(u"small"_s, {}))
    , m_practice(makeLabel(u"small"_s, {}))
{
    setProperty("kind", u"status"_s);
    setFixedHeight(38);
    setAccessibleName(tr("What is running"));
    m_state->setProperty("kind", u"small"_s);
    m_next->setProperty("kind", u"small"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_bar->setAccessibleName(tr("Progress of the running sync"));
    m_stop->setAccessibleName(tr("Stop the running sync"));
    m_stop->setToolTip(tr("Stops after the records that are under way; nothing is left half done."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(22, 0, 22, 0);
    layout->setSpacing(18);
    for (QWidget* left :
         {static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_progress),
          static_cast<QWidget*>(m_stop), static_cast<QWidget*>(m_next)})
        layout->addWidget(left);
    layout->addStretch(1);
    layout->addWidget(m_calls);
    layout->addWidget(m_practice);
    for (QWidget* hidden : {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_stop)})
        hidden->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT stopAsked(m_flow); });
    m_state->setText(tr("Opening the workspace…"));
}

void ActivityBar::show(const service::Workbench& workbench)
{
    const QList<model::RunProgress> running = workbench.running();
    const bool busy = !running.isEmpty();
    m_bar->setVisible(busy);
    m_stop->setVisible(busy);
    m_progress->setVisible(busy);
    m_next->setVisible(!busy);
    if (busy) {
        QString title = running.first().flow;
        for (const service::FlowSummary& summary : workbench.flows()) {
            if (summary.flow.id == running.first().flow) title = translatedLabel(summary.flow.title);
        }
        showRunning(running.first(), title, int(running.size()) - 1);
    } else {
        showIdle(workbench);
    }
    showCalls(workbench);
    const QList<model::Connection> connections = workbench.connections();
    const bool practice = !connections.isEmpty() && std::all_of(connections.begin(), connections.end(),
                                                                [](const auto& one) { return one.practice; });
    m_practice->setText(practice ? tr("Practice company") : QString());
    m_practice->setVisible(practice);
}

void ActivityBar::showRunning(const model::RunProgress& progress, const QString& title, int others)
{
    m_flow = progress.flow;
    QString text = shapeOf(Tone::Accent) + title;
    if (others > 0) text += u' ' + tr("and %Ln more", nullptr, others);
    m_state->setText(text);
    m_progress->setText(progressInWords(progress, locale()));
    m_bar->setRange(0, progress.expected ? 1000 : 0);
    if (progress.expected && *progress.expected > 0)
        m_bar->setValue(int(std::min<qint64>(1000, progress.counts.ended() * 1000 / *progress.expected)));
}

void ActivityBar::showIdle(const service::Workbench& workbench)
{
    m_flow.clear();
    const service::WorkspaceInfo workspace = workbench.workspace();
    if (!workspace.heldBy.isEmpty())
        m_state->setText(u"■ "_s + tr("Runs on %1").arg(workspace.heldBy));
    else if (workspace.readOnly)
        m_state->setText(u"■ "_s + tr("Read-only workspace"));
    else if (workspace.paused)
        m_state->setText(u"■ "_s + tr("Paused"));
    else
        m_state->setText(u"● "_s + tr("Idle"));
    std::optional<Instant> soonest;
    QString title;
    for (const service::FlowSummary& summary : workbench.flows()) {
        if (!summary.nextRun || (soonest && *soonest <= *summary.nextRun)) continue;
        soonest = summary.nextRun;
        title = translatedLabel(summary.flow.title);
    }
    //: %1 is a sync, %2 a time
    m_next->setText(soonest && !workspace.paused
                        ? tr("Next: %1 · %2").arg(title, formatNear(*soonest, workbench.now(), locale()))
                        : tr("Nothing scheduled"));
}

void ActivityBar::showCalls(const service::Workbench& workbench)
{
    const QList<service::CallsLeft> calls = workbench.callsLeft();
    const service::CallsLeft* scarcest = nullptr;
    for (const service::CallsLeft& one : calls) {
        if (one.perDay <= 0 || !one.remaining) continue;
        if (!scarcest ||
            qint64(*one.remaining) * scarcest->perDay < qint64(*scarcest->remaining) * one.perDay)
            scarcest = &one;
    }
    m_calls->setVisible(!calls.isEmpty());
    if (!scarcest) return m_calls->setText(tr("Calls left today: not known yet"));
    m_calls->setText(tr("%1 calls left today: %2 of %3")
                         .arg(scarcest->title.section(u" · "_s, 0, 0),
                              locale().toString(*scarcest->remaining), locale().toString(scarcest->perDay)));
}

} // namespace tieout::gui
