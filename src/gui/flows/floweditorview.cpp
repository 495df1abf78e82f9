// The widgets of FlowEditor; what they do is in floweditor.cpp.
#include "gui/flows/floweditor.h"

#include "gui/flows/ruleseditor.h"
#include "gui/flows/scheduleeditor.h"
#include "gui/mapping/mapeditor.h"
#include "gui/runs/runview.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// A card at the top of its step.
QWidget* raised(QWidget* card)
{
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    return holder;
}

QVBoxLayout* cardLayout(Card* card, const QString& heading)
{
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(makeLabel(u"heading"_s, heading));
    return layout;
}

} // namespace

FlowEditor::FlowEditor(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_chips(new QButtonGroup(this))
    , m_steps(new QStackedWidget)
    , m_previewButton(makeButton({}, tr("Preview")))
    , m_syncButton(new PrimaryButton(tr("Sync now")))
{
    m_syncButton->setObjectName(u"syncNow"_s);
    m_previewButton->setObjectName(u"preview"_s);
    m_previewButton->setToolTip(tr("Shows each record and field before anything is written"));
    makeSteps();
    connect(m_previewButton, &QPushButton::clicked, this, &FlowEditor::preview);
    connect(m_syncButton, &QPushButton::clicked, this, &FlowEditor::sync);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int step) { goTo(Step(step)); });
}

QList<QWidget*> FlowEditor::headerActions() const
{
    return m_map->headerActions() + QList<QWidget*>{m_previewButton, m_syncButton};
}

void FlowEditor::showActions(bool visible)
{
    m_actionsShown = visible;
    showStepActions();
}

void FlowEditor::showStepActions()
{
    const bool map = m_steps->currentIndex() == Map;
    for (QWidget* action : m_map->headerActions())
        action->setVisible(m_actionsShown && map);
    m_map->filters()->setVisible(map);
    m_previewButton->setVisible(m_actionsShown);
    m_syncButton->setVisible(m_actionsShown && !map);
}

void FlowEditor::makeSteps()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    int id = 0;
    for (const QString& word :
         {tr("From"), tr("Match"), tr("Map"), tr("Rules"), tr("Schedule"), tr("Preview")}) {
        auto* chip = makeButton(u"chip"_s, word);
        m_chips->addButton(chip, id++);
        line->addWidget(chip);
    }
    line->addStretch(1);
    m_steps->addWidget(makeLines(m_fromLines, tr("What this sync reads")));
    m_steps->addWidget(makeLines(m_matchLines, tr("How a record is recognised, in this order")));
    m_steps->addWidget(makeMap());
    m_steps->addWidget(makeRules());
    m_steps->addWidget(makeSchedule());
    m_steps->addWidget(makePreview());
    line->addWidget(m_map->filters());
    m_map->filters()->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addWidget(m_steps, 1);
}

QWidget* FlowEditor::makeLines(QVBoxLayout*& lines, const QString& heading)
{
    auto* card = new Card;
    QVBoxLayout* layout = cardLayout(card, heading);
    lines = new QVBoxLayout;
    lines->setSpacing(10);
    layout->addLayout(lines);
    return raised(card);
}

QWidget* FlowEditor::makeMap()
{
    m_map = new MapEditor(m_desk, m_answers);
    connect(m_map, &MapEditor::failed, this, &FlowEditor::failed);
    connect(m_map, &MapEditor::saved, this, &FlowEditor::saved);
    connect(m_map, &MapEditor::stateChanged, this, [this] {
        if (isVisible()) showTitle(); // else the title is that of another view
    });
    connect(m_map, &MapEditor::lookupWanted, this, [this](const QString& table) {
        Q_EMIT go(Place{Screen::Lookups, table, 0, {}});
    });
    return m_map;
}

QWidget* FlowEditor::makeRules()
{
    auto* card = new Card;
    QVBoxLayout* layout = cardLayout(card, tr("Rules"));
    m_rules = new RulesEditor;
    m_rules->setMaximumWidth(620);
    layout->addWidget(m_rules);
    layout->addWidget(makeParagraph(
        u"small"_s, tr("No customer is e-mailed and nothing is deleted by a sync. A ceiling stops "
                       "the run before it writes more, and asks.")));
    m_saveRules = new PrimaryButton(tr("Save rules"));
    m_saveRules->setEnabled(false);
    layout->addWidget(m_saveRules, 0, Qt::AlignLeft);
    connect(m_rules, &RulesEditor::edited, this, [this] { m_saveRules->setEnabled(true); });
    connect(m_saveRules, &QPushButton::clicked, this, &FlowEditor::saveRules);
    return raised(card);
}

QWidget* FlowEditor::makeSchedule()
{
    auto* card = new Card;
    QVBoxLayout* layout = cardLayout(card, tr("When it runs by itself"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    m_schedule = new ScheduleEditor;
    m_scheduleWords = makeLabel(u"strong"_s, {});
    m_saveSchedule = new PrimaryButton(tr("Save schedule"));
    m_saveSchedule->setEnabled(false);
    left->addWidget(m_schedule);
    m_scheduleHint = makeParagraph(u"muted"_s, {});
    left->addWidget(m_scheduleWords);
    left->addWidget(m_scheduleHint);
    left->addWidget(m_saveSchedule, 0, Qt::AlignLeft);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(makeLabel(u"caption"_s, tr("The next ten times")));
    m_nextTimes = makeParagraph(u"plain"_s, {});
    m_nextTimes->setTextFormat(Qt::RichText); // for the height of its lines
    m_nextTimes->setAccessibleName(tr("The next ten times"));
    right->addWidget(m_nextTimes);
    right->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    layout->addLayout(columns);
    connect(m_schedule, &ScheduleEditor::edited, this, [this] {
        m_saveSchedule->setEnabled(true);
        showNextTimes();
    });
    connect(m_saveSchedule, &QPushButton::clicked, this, &FlowEditor::saveSchedule);
    return raised(card);
}

QWidget* FlowEditor::makePreview()
{
    m_previewStack = new QStackedWidget;
    auto* start = new EmptyState(
        u"search"_s, tr("See what it would do"),
        tr("A preview reads both sides and shows each record and field: as it is now, and after the "
           "run. Nothing is written. The first run of a sync always starts here."));
    auto* begin = start->addAction(tr("Start the preview"));
    connect(begin, &QPushButton::clicked, this, &FlowEditor::preview);
    m_previewStack->addWidget(start);
    m_previewStack->addWidget(new Skeleton(8));
    m_view = new RunView(m_desk, m_answers);
    m_previewStack->addWidget(m_view);
    connect(m_view, &RunView::failed, this, &FlowEditor::failed);
    connect(m_view, &RunView::go, this, &FlowEditor::go);
    return m_previewStack;
}

} // namespace tieout::gui
