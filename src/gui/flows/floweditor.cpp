#include "gui/flows/floweditor.h"

#include "gui/flows/flowsummary.h"
#include "gui/flows/ruleseditor.h"
#include "gui/flows/scheduleeditor.h"
#include "gui/mapping/mapeditor.h"
#include "gui/runs/runview.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kTimesShown = 10;

} // namespace

void FlowEditor::show(const QString& flow, const QString& part)
{
    const bool other = flow != m_flow.flow.id;
    m_flow.flow.id = flow;
    refresh();
    if (other) {
        ++m_asked;
        m_busy = false;
        m_report.reset();
        m_previewStack->setCurrentIndex(0);
        fill();
    }
    static const QStringList names{u"from"_s, u"match"_s, u"map"_s, u"rules"_s, u"schedule"_s, u"preview"_s};
    if (part == u"sync"_s) return sync();
    const qsizetype step = names.indexOf(part);
    if (step >= 0)
        goTo(Step(step));
    else if (other)
        goTo(isPreviewed() ? Map : Preview);
    if (part == u"preview"_s && !m_report) preview();
    showTitle();
}

void FlowEditor::refresh()
{
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        if (summary.flow.id != m_flow.flow.id) continue;
        const bool rulesUntouched = !m_saveRules->isEnabled();
        const bool scheduleUntouched = !m_saveSchedule->isEnabled();
        m_flow = summary;
        if (rulesUntouched) m_rules->setRules(summary.flow.rules);
        if (scheduleUntouched) m_schedule->setRule(summary.flow.schedule);
    }
    showTitle();
    showWriteButton();
}

void FlowEditor::goTo(Step step)
{
    m_chips->button(step)->setChecked(true);
    m_steps->setCurrentIndex(step);
    if (step == Map) m_map->show(m_flow.flow.id);
    showStepActions();
    showTitle();
}

bool FlowEditor::hasUnsaved() const
{
    return m_map->isModified();
}

void FlowEditor::askToLeave(std::function<void()> leave)
{
    m_map->askToLeave(std::move(leave));
}

void FlowEditor::fill()
{
    const auto put = [](QVBoxLayout* layout, const QList<FlowLine>& lines) {
        clearLayout(layout);
        for (const FlowLine& line : lines) {
            auto* row = new QHBoxLayout;
            auto* caption = makeLabel(u"muted"_s, line.caption);
            caption->setFixedWidth(line.caption.size() > 2 ? 150 : 28);
            row->addWidget(caption, 0, Qt::AlignTop);
            row->addWidget(makeParagraph(u"plain"_s, line.text), 1);
            layout->addLayout(row);
        }
    };
    put(m_fromLines, fromInWords(m_flow));
    put(m_matchLines, matchInWords(m_flow));
    m_rules->setRules(m_flow.flow.rules);
    m_schedule->setRule(m_flow.flow.schedule);
    m_saveRules->setEnabled(false);
    m_saveSchedule->setEnabled(false);
    showNextTimes();
}

void FlowEditor::showNextTimes()
{
    const model::ScheduleRule rule = m_schedule->rule();
    m_scheduleWords->setText(scheduleInWords(rule, locale()));
    const bool manual = rule.kind == model::ScheduleRule::Kind::Manual;
    m_scheduleHint->setText(
        manual ? tr("Nothing is read or written until you press Sync now. Choose another rule and this sync "
                    "runs "
                    "while Tieout is open, or its agent.")
               : tr("It runs while Tieout is open, or its agent."));
    setKind(m_nextTimes, manual || rule.paused ? u"muted"_s : u"plain"_s);
    if (manual || rule.paused) return m_nextTimes->setText(tr("None: it does not run by itself."));
    QString lines;
    for (const Instant& time : m_desk.workbench->nextTimes(rule, kTimesShown))
        lines += formatFull(time, rule.zone, locale()).toHtmlEscaped() + u"<br>"_s;
    if (lines.isEmpty()) lines = tr("No time fits: choose at least one day.").toHtmlEscaped();
    m_nextTimes->setText(u"<p style=\"line-height:160%; margin:0\">"_s + lines + u"</p>"_s);
}

void FlowEditor::showTitle()
{
    if (m_flow.flow.title.isEmpty()) return;
    const bool previewing =
        m_steps->currentIndex() == Preview && m_report && m_report->mode == model::RunMode::Preview;
    const QString version = m_map->versionWords();
    if (m_steps->currentIndex() == Map && !version.isEmpty())
        Q_EMIT titled(translatedLabel(m_flow.flow.title), int(m_map->isModified() ? Tone::Warn : Tone::Plain),
                      version);
    else if (m_flow.running || m_busy)
        Q_EMIT titled(translatedLabel(m_flow.flow.title), int(Tone::Accent), tr("Running"));
    else if (previewing)
        Q_EMIT titled(tr("Preview: %1").arg(translatedLabel(m_flow.flow.title)), int(Tone::Muted),
                      tr("Nothing is written yet"));
    else {
        const State state = stateOf(m_flow);
        Q_EMIT titled(translatedLabel(m_flow.flow.title), int(state.tone), state.word);
    }
}

void FlowEditor::showWriteButton()
{
    const std::optional<model::Connection> to = target();
    const bool previewed = shownPreview() > 0;
    const bool running = m_flow.running || m_busy;
    m_previewButton->setEnabled(!running);
    m_syncButton->setBand(to ? to->colour : -1);
    if (!previewed) {
        m_syncButton->setToolTip({});
        m_syncButton->setText(to ? buttonText(tr("Sync now to %1").arg(to->organisation)) : tr("Sync now"));
        m_syncButton->setEnabled(!running && to.has_value());
        return;
    }
    const qint64 writes = m_report->counts.created + m_report->counts.updated;
    const QString money = shortTotals(m_report->totals, locale());
    m_syncButton->setToolTip(formatTotals(m_report->totals, locale(), u"\n"_s));
    QString text =
        writes == 0 ? tr("Nothing to write")
                    //: %1 is a count of records, %2 an organisation
                    : tr("Write %1 to %2").arg(locale().toString(writes), to ? to->organisation : QString());
    if (writes > 0 && !money.isEmpty()) text += u" · "_s + money;
    m_syncButton->setText(buttonText(text));
    m_syncButton->setEnabled(!running && writes > 0 && to.has_value());
}

std::optional<model::Connection> FlowEditor::target() const
{
    for (const model::Connection& connection : m_desk.workbench->connections()) {
        if (connection.id == m_flow.flow.to.connection) return connection;
    }
    return std::nullopt;
}

bool FlowEditor::isPreviewed() const
{
    // At the practice company nothing can go wrong: it needs no preview first.
    const std::optional<model::Connection> to = target();
    return (to && to->practice) || m_flow.flow.previewedVersion >= m_flow.flow.mapping.version;
}

void FlowEditor::saveRules()
{
    if (!m_rules->isValid()) return Q_EMIT failed(errorOf(ErrorKind::BadConfig, u"rules.amount"_s));
    model::Flow flow = m_flow.flow;
    flow.rules = m_rules->rules(flow.rules);
    m_saveRules->setEnabled(false);
    m_answers.ask(m_desk.workbench->saveFlow(flow), [this](const Result<void>& done) {
        m_saveRules->setEnabled(!done);
        if (!done) return Q_EMIT failed(done.error());
        Q_EMIT saved(tr("Rules saved. They hold from the next run on."));
    });
}

void FlowEditor::saveSchedule()
{
    m_saveSchedule->setEnabled(false);
    m_answers.ask(m_desk.workbench->setSchedule(m_flow.flow.id, m_schedule->rule()),
                  [this](const Result<void>& done) {
                      m_saveSchedule->setEnabled(!done);
                      if (!done) return Q_EMIT failed(done.error());
                      Q_EMIT saved(tr("Schedule saved."));
                  });
}

void FlowEditor::preview()
{
    if (!m_busy) startRun(model::RunMode::Preview);
}

void FlowEditor::sync()
{
    if (m_busy || m_flow.running) return;
    if (!isPreviewed() && !m_report) return preview();
    const std::optional<model::Connection> to = target();
    if (!to) return;
    if (to->writable) return startRun(model::RunMode::Sync);
    askToWrite(*to);
}

void FlowEditor::askToWrite(const model::Connection& to)
{
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Allow writing"),
                                     tr("%1 is read-only. Allow Tieout to write to it?").arg(to.organisation),
                                     QMessageBox::Cancel, this);
    question->setObjectName(u"allowWriting"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Only previewed syncs write, new documents get the status of their sync, and writing "
           "can be switched off again on the Connections screen."));
    QPushButton* allow = question->addButton(tr("Allow and write"), QMessageBox::AcceptRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, allow, id = to.id](QAbstractButton* pressed) {
        if (pressed != allow) return;
        m_answers.ask(m_desk.workbench->setWriting(id, service::Workbench::Writing::Allowed),
                      [this](const Result<void>& done) {
                          if (!done) return Q_EMIT failed(done.error());
                          startRun(model::RunMode::Sync);
                      });
    });
    question->open();
}

void FlowEditor::startRun(model::RunMode mode)
{
    goTo(Preview);
    // What was looked at is what is written; without a preview the run plans by itself.
    const qint64 approved = mode == model::RunMode::Sync ? shownPreview() : 0;
    m_report.reset();
    m_busy = true;
    m_previewStack->setCurrentIndex(1);
    Q_EMIT started();
    refresh();
    const quint64 asked = ++m_asked;
    const QString flow = m_flow.flow.id;
    const auto ended = [this, asked](const Result<model::RunReport>& report) {
        if (asked == m_asked) showRun(report);
    };
    if (approved > 0)
        m_answers.ask(m_desk.workbench->runApproved(flow, approved), ended);
    else
        m_answers.ask(m_desk.workbench->run(flow, mode, model::RunTrigger::Manual), ended);
}

qint64 FlowEditor::shownPreview() const
{
    const bool whole =
        m_report && m_report->mode == model::RunMode::Preview && m_report->state == model::RunState::Finished;
    return whole ? m_report->id : 0;
}

void FlowEditor::showRun(const Result<model::RunReport>& report)
{
    m_busy = false;
    if (!report) {
        m_previewStack->setCurrentIndex(0);
        refresh();
        return Q_EMIT failed(report.error());
    }
    m_report = *report;
    m_previewStack->setCurrentIndex(2);
    m_view->show(*report, systemTitle(m_desk.workbench->systems(), m_flow.flow.to.system));
    refresh();
    if (report->fault) return Q_EMIT failed(*report->fault);
    if (report->mode != model::RunMode::Sync) return;
    const qint64 written = report->counts.created + report->counts.updated;
    const QString money = shortTotals(report->totals, locale(), 6);
    const QString count = tr("%Ln records written", nullptr, int(written));
    Q_EMIT saved(written == 0      ? tr("Nothing new to write.")
                 : money.isEmpty() ? count
                                   : count + u" · "_s + money);
}

} // namespace tieout::gui
