#include "gui/mapping/mapeditor.h"

#include "gui/mapping/automapdialog.h"
#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/formulabar.h"
#include "gui/mapping/mapheader.h"
#include "gui/mapping/mappingtable.h"
#include "gui/mapping/rulewords.h"
#include "gui/mapping/samplepicker.h"
#include "gui/mapping/sheetdialog.h"
#include "gui/mapping/versions.h"
#include "gui/mapping/whatif.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"
#include "mapping/edit/rulefaults.h"
#include "service/workbench.h"
#include "wording/sentences.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kStepsListed = 20;

} // namespace

void MapEditor::show(const QString& flow)
{
    if (flow == m_flow) return load(m_opened); // what else changed meanwhile: tables, versions
    m_flow = flow;
    const QSignalBlocker quiet(m_objects);
    m_objects->clear();
    QHash<QString, QString> titles;
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        titles[summary.flow.id] = translatedLabel(summary.flow.title);
        for (const model::Flow& parent : summary.flow.parents)
            titles[parent.id] = translatedLabel(parent.title);
        if (summary.flow.id != flow) continue;
        m_objects->addItem(fieldName(summary.flow.to.object), flow);
        for (const model::Flow& parent : summary.flow.parents)
            m_objects->addItem(tr("%1 (made first)").arg(fieldName(parent.to.object)), parent.id);
    }
    m_objects->setVisible(m_objects->count() > 1);
    m_sheet.setFlowTitles(titles);
    open(flow);
}

void MapEditor::open(const QString& flow)
{
    m_opened = flow;
    m_version = 0;
    m_objects->setCurrentIndex(m_objects->findData(flow));
    m_stack->setCurrentIndex(0);
    m_bar->setTarget({});
    showEverything();
    load(flow);
}

void MapEditor::load(const QString& flow)
{
    const quint64 asked = ++m_asked;
    m_answers.ask(m_desk.workbench->mappingBench(flow),
                  [this, asked](const Result<service::MappingBench>& bench) {
                      if (asked != m_asked) return;
                      if (!bench) return Q_EMIT failed(bench.error());
                      showBench(*bench);
                  });
}

void MapEditor::showBench(service::MappingBench bench)
{
    int band = -1;
    for (const model::Connection& connection : m_desk.workbench->connections()) {
        if (connection.id == bench.target.connection) band = connection.colour;
        for (service::MappingSide* side : {&bench.source, &bench.target}) {
            if (connection.id == side->connection)
                side->schema = inReadersWords(std::move(side->schema), connection.system);
        }
    }
    m_header->setTitles(bench.source.title, bench.target.title, band);
    const bool first = m_version == 0;
    const bool newer = bench.document.version != m_version && !m_sheet.draft().isModified();
    const QList<service::SampleChoice> samples = bench.samples;
    if (first || newer) {
        m_version = bench.document.version;
        const service::SampleRecord sample = first ? service::SampleRecord() : m_sheet.sample();
        m_sheet.open(std::move(bench), band);
        if (!first) m_sheet.setSample(sample);
    } else {
        m_sheet.refresh(std::move(bench));
    }
    showFaults();
    m_stack->setCurrentIndex(1);
    if (first) {
        takeKeyboard();
        m_header->sample()->setChoices(samples);
        loadSample(samples.isEmpty() ? QString() : samples.first().id);
    }
    Q_EMIT stateChanged();
}

/// Whoever opens a mapping goes on with the keys of the mapping, unless they are typing elsewhere by now.
void MapEditor::takeKeyboard()
{
    const QWidget* focus = QApplication::focusWidget();
    const bool typing = qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus);
    if (isVisible() && isActiveWindow() && !typing) m_views->currentWidget()->setFocus();
}

void MapEditor::showFaults()
{
    const service::MappingBench& bench = m_sheet.bench();
    m_banner->hide();
    if (!bench.faults.isEmpty()) {
        const wording::Sentence sentence = wording::sentenceFor(bench.faults.first());
        const int marked = int(mapping::faultyRules(bench.document, bench.faults).size());
        const QString only = tr("This mapping cannot be read in full, so it can only be looked at.");
        if (marked == 0) return m_banner->showProblem(only + u' ' + sentence.what, sentence.fix);
        m_banner->showProblem(only, tr("%Ln rules are damaged and marked. Restore an earlier version: "
                                       "More, then Versions.",
                                       nullptr, marked));
        return;
    }
    for (const service::MappingSide& side : {bench.source, bench.target}) {
        if (!side.fault) continue;
        const wording::Sentence sentence = wording::sentenceFor(*side.fault);
        m_banner->showProblem(
            tr("The fields of %1 are not known at the moment. %2").arg(side.title, sentence.what),
            sentence.fix);
        return;
    }
}

void MapEditor::loadSample(const QString& id)
{
    m_header->sample()->setLoading();
    const quint64 asked = ++m_askedSample;
    m_answers.ask(m_desk.workbench->sampleRecord(m_opened, id),
                  [this, asked](const Result<service::SampleRecord>& sample) {
                      if (asked != m_askedSample) return;
                      if (!sample) {
                          m_header->sample()->setNone(wording::sentenceFor(sample.error()).what);
                          return;
                      }
                      m_header->sample()->setCurrent(sample->choice);
                      m_sheet.setSample(*sample);
                  });
}

void MapEditor::refreshActions()
{
    mapping::MappingDraft& draft = m_sheet.draft();
    const bool editable = !m_sheet.isReadOnly() && m_version > 0;
    const auto last = draft.undoable();
    const auto next = draft.redoable();
    m_undo->setEnabled(editable && (last || next));
    //: %1 is the name of a step: "map Close date to Date"
    m_undo->setToolTip(last ? tr("Undo: %1").arg(editInWords(*last, m_sheet)) : tr("Nothing to undo"));
    m_undo->setAccessibleName(m_undo->toolTip());
    m_autoMap->setEnabled(editable);
    m_save->setEnabled(editable && draft.isModified() && !m_saving);
    m_more->setEnabled(m_version > 0);
    const int missing = int(m_sheet.content()->wiring.missing.size());
    const int problems = m_sheet.problems();
    m_shows->button(2)->setText(missing > 0 ? tr("required (%1)").arg(locale().toString(missing))
                                            : tr("required"));
    m_shows->button(3)->setText(problems > 0 ? tr("with problems (%1)").arg(locale().toString(problems))
                                             : tr("with problems"));
    Q_EMIT stateChanged();
}

void MapEditor::fillUndoMenu()
{
    QMenu* menu = m_undo->menu();
    menu->clear();
    if (const auto next = m_sheet.draft().redoable()) {
        menu->addAction(tr("Redo: %1").arg(editInWords(*next, m_sheet)), QKeySequence::Redo, this,
                        [this] { m_sheet.draft().redo(); });
        menu->addSeparator();
    }
    const QList<mapping::Edit> history = m_sheet.draft().history();
    for (qsizetype i = 1; i <= std::min<qsizetype>(kStepsListed, history.size()); ++i) {
        const mapping::Edit& edit = history[history.size() - i];
        menu->addAction(editInWords(edit, m_sheet), this, [this, i] { undo(int(i)); });
    }
}

void MapEditor::undo(int steps)
{
    for (int i = 0; i < steps && m_sheet.draft().undoable(); ++i)
        m_sheet.draft().undo();
}

void MapEditor::setView(View view)
{
    const bool table = view == View::Table;
    const QString target = m_bar->target();
    m_tableView->setChecked(table);
    m_views->setCurrentIndex(table ? 1 : 0);
    m_header->follow(table ? nullptr : m_canvas);
    if (table)
        m_table->setCurrentTarget(target);
    else
        m_canvas->setCurrentTarget(target);
    m_views->currentWidget()->setFocus();
}

void MapEditor::chooseTarget(const QString& target)
{
    m_bar->setTarget(target);
}

bool MapEditor::eventFilter(QObject* watched, QEvent* event)
{
    // The bar grows with its formula and takes the room from the canvas: the chosen field stays in sight.
    if (watched == m_bar && event->type() == QEvent::Resize && !m_bar->target().isEmpty() &&
        m_canvas->currentTarget() == m_bar->target())
        QMetaObject::invokeMethod(
            m_canvas, [this] { m_canvas->setCurrentTarget(m_bar->target()); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void MapEditor::setShow(int show)
{
    const auto wanted = MappingCanvas::Show(show);
    m_shows->button(show)->setChecked(true);
    m_canvas->setShow(wanted);
    m_table->setShow(wanted);
}

void MapEditor::showEverything()
{
    for (const Side side : {Side::Source, Side::Target})
        m_header->search(side)->clear();
    setShow(int(MappingCanvas::Show::All));
}

QString MapEditor::versionWords() const
{
    if (m_version == 0) return {};
    const QString version = tr("Version %1").arg(m_version);
    return isModified() ? tr("%1, unsaved").arg(version) : version;
}

bool MapEditor::isModified() const
{
    return m_version > 0 && m_sheet.draft().isModified();
}

void MapEditor::askToLeave(std::function<void()> leave)
{
    if (!isModified()) return leave();
    auto* question = new QMessageBox(
        QMessageBox::NoIcon, tr("Unsaved mapping"),
        tr("The mapping of %1 has changes that are not saved.").arg(translatedLabel(m_sheet.bench().title)),
        QMessageBox::NoButton, this);
    question->setObjectName(u"leaveMapping"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* keep = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* drop = question->addButton(tr("Drop the changes"), QMessageBox::DestructiveRole);
    question->addButton(tr("Stay here"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, keep, drop, leave](QAbstractButton* pressed) {
        if (pressed == drop) {
            m_sheet.draft().open(m_sheet.bench().document);
            leave();
        } else if (pressed == keep) {
            m_leave = leave;
            save({});
        }
    });
    question->open();
}

void MapEditor::save(const QString& note)
{
    if (m_sheet.isReadOnly() || m_saving || !isModified()) return;
    m_sheet.draft().settle();
    m_saving = true;
    refreshActions();
    model::MappingDocument document = m_sheet.draft().document();
    document.version = m_version;
    m_answers.ask(
        m_desk.workbench->saveMapping(m_opened, document, note),
        [this, document](const Result<model::MappingVersion>& version) {
            m_saving = false;
            const std::function<void()> leave = std::exchange(m_leave, nullptr);
            if (!version) {
                refreshActions();
                return Q_EMIT failed(version.error());
            }
            m_version = version->version;
            // Edits made while it was being saved stay unsaved.
            model::MappingDocument now = m_sheet.draft().document();
            now.version = document.version;
            if (now == document) m_sheet.draft().markSaved();
            refreshActions();
            load(m_opened);
            Q_EMIT saved(
                tr("Saved as version %1. The next run uses it; look at a preview first.").arg(m_version));
            if (leave) leave();
        });
}

void MapEditor::saveWithNote()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save with a note"));
    dialog->setLabelText(tr("What changed, for whoever looks at the versions later:"));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &MapEditor::save);
    dialog->open();
}

void MapEditor::autoMap(const QString& sourceGroup, const QString& targetGroup)
{
    mapping::AutoMapInput input;
    input.source = &m_sheet.bench().source.schema;
    input.target = &m_sheet.bench().target.schema;
    input.document = &m_sheet.draft().document();
    input.sample = m_sheet.sample().record;
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        if (summary.flow.id != m_flow) input.earlier += summary.flow.mapping;
    }
    const QList<mapping::Suggestion> suggestions = mapping::autoMap(input, sourceGroup, targetGroup);
    if (suggestions.isEmpty()) {
        m_banner->showSuccess(tr("No further pairs were found. What is not mapped needs you."));
        return;
    }
    mapping::Edit as{mapping::Edit::Kind::Suggestions, {}};
    if (!sourceGroup.isEmpty() || !targetGroup.isEmpty())
        as = {mapping::Edit::Kind::Pair, {sourceGroup, targetGroup}};
    auto* dialog = new AutoMapDialog(m_sheet, suggestions, as, this);
    dialog->open();
}

void MapEditor::showPanel(QWidget* panel, const QString& title)
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(u"heading"_s, title));
    layout->addWidget(panel, 1);
    auto* close = makeButton({}, tr("Close"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, dialog, &QDialog::close);
    dialog->resize(std::min(1060, window()->width() - 40), std::min(680, window()->height() - 40));
    dialog->open();
}

void MapEditor::showVersions()
{
    auto* answers = new Answers;
    auto* panel = new VersionsPanel(m_desk, *answers);
    answers->setParent(panel); // what it asked is dropped when it closes
    showPanel(panel, tr("Versions"));
    connect(panel, &VersionsPanel::restoreWanted, this,
            [this, panel](const model::MappingDocument& document, int version) {
                if (!m_sheet.isReadOnly()) m_sheet.draft().restore(document, version);
                panel->window()->close();
            });
    // The panel took the place of what cannot be read: the editor takes edits again.
    connect(panel, &VersionsPanel::restored, this, [this] { load(m_opened); });
    panel->setSchemas(m_sheet.bench().source.schema, m_sheet.bench().target.schema);
    panel->show(m_opened, m_sheet.draft().document());
}

void MapEditor::showWhatIf()
{
    auto* answers = new Answers;
    auto* panel = new WhatIfPanel(m_desk, *answers);
    answers->setParent(panel);
    showPanel(panel, tr("What if this mapping were used?"));
    panel->show(m_opened, m_sheet.draft().document());
}

void MapEditor::showSheet()
{
    auto* dialog = new SheetDialog(m_desk, m_sheet, this);
    connect(dialog, &SheetDialog::failed, this, &MapEditor::failed);
    connect(dialog, &SheetDialog::saved, this, [this, dialog](const QString& path) {
        Q_EMIT saved(tr("Saved: %1").arg(path));
        dialog->accept();
    });
    dialog->open();
}

void MapEditor::editNote(const QString& target)
{
    const model::MappedField* rule = m_sheet.draft().rule(target);
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on %1:").arg(m_sheet.targetWords(target)));
    dialog->setTextValue(rule ? rule->note : QString());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, target](const QString& text) { m_sheet.draft().setNote(target, text); });
    dialog->open();
}

} // namespace tieout::gui
