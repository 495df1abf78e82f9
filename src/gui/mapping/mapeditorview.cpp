// The widgets of MapEditor; what they do is in mapeditor.cpp.
#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/formulabar.h"
#include "gui/mapping/groupoptions.h"
#include "gui/mapping/listoptions.h"
#include "gui/mapping/mapeditor.h"
#include "gui/mapping/mapheader.h"
#include "gui/mapping/mappingtable.h"
#include "gui/mapping/samplepicker.h"
#include "gui/mapping/whyvalue.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QToolButton* makeToolButton(const QString& text, const QString& name)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(name);
    button->setProperty("kind", u"button"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

MapEditor::MapEditor(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_filters(new QWidget)
    , m_shows(new QButtonGroup(this))
    , m_objects(new QComboBox)
    , m_undo(makeToolButton(tr("Undo"), u"undo"_s))
    , m_autoMap(makeButton({}, tr("Auto-map")))
    , m_tableView(makeButton(u"toggle"_s, tr("Table view")))
    , m_more(makeToolButton(tr("More"), u"more"_s))
    , m_save(new PrimaryButton(tr("Save")))
    , m_stack(new QStackedWidget)
    , m_banner(new Banner)
    , m_header(new MapHeader)
    , m_views(new QStackedWidget)
    , m_canvas(new MappingCanvas)
    , m_table(new MappingTable(m_sheet))
    , m_bar(new FormulaBar(m_sheet))
{
    build();
    buildFilters();
    buildActions();
    connectViews();
    refreshActions();
}

MapEditor::~MapEditor() = default;

void MapEditor::build()
{
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->setSpacing(0);
    inside->addWidget(m_header);
    inside->addWidget(m_views, 1);
    m_views->addWidget(m_canvas);
    m_views->addWidget(m_table);
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(card, 1);
    column->addWidget(m_bar);
    m_stack->addWidget(new Skeleton(9));
    m_stack->addWidget(work);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void MapEditor::buildFilters()
{
    auto* layout = new QHBoxLayout(m_filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_objects->setAccessibleName(tr("Which records"));
    m_objects->setObjectName(u"mappedObject"_s);
    m_objects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(m_objects);
    layout->addSpacing(8);
    layout->addWidget(makeLabel(u"small"_s, tr("Show:")));
    int id = 0;
    for (const QString& word : {tr("all"), tr("unmapped"), tr("required"), tr("with problems")}) {
        auto* chip = makeButton(u"chip"_s, word);
        chip->setAccessibleName(tr("Show %1").arg(word));
        m_shows->addButton(chip, id++);
        layout->addWidget(chip);
    }
    m_shows->button(0)->setChecked(true);
    connect(m_shows, &QButtonGroup::idClicked, this, &MapEditor::setShow);
    connect(m_objects, &QComboBox::activated, this, [this] {
        const QString wanted = m_objects->currentData().toString();
        m_objects->setCurrentIndex(m_objects->findData(m_opened)); // until that is decided
        if (wanted != m_opened) askToLeave([this, wanted] { open(wanted); });
    });
}

void MapEditor::buildActions()
{
    m_autoMap->setObjectName(u"autoMapButton"_s);
    m_tableView->setObjectName(u"tableView"_s);
    m_tableView->setCheckable(true);
    m_save->setObjectName(u"saveMapping"_s);
    m_undo->setPopupMode(QToolButton::MenuButtonPopup);
    m_undo->setMenu(new QMenu(m_undo));
    m_more->setPopupMode(QToolButton::InstantPopup);
    addMoreMenu();
    connect(m_undo->menu(), &QMenu::aboutToShow, this, &MapEditor::fillUndoMenu);
    connect(m_undo, &QToolButton::clicked, this, [this] { undo(1); });
    connect(m_autoMap, &QPushButton::clicked, this, [this] { autoMap({}, {}); });
    connect(m_tableView, &QPushButton::toggled, this,
            [this](bool table) { setView(table ? View::Table : View::Canvas); });
    connect(m_save, &QPushButton::clicked, this, [this] { save({}); });
    const auto shortcut = [this](const QKeySequence& keys, auto action) {
        auto* made = new QShortcut(keys, this);
        made->setContext(Qt::WindowShortcut); // the buttons stand above the editor, in the head of the page
        connect(made, &QShortcut::activated, this, action);
    };
    shortcut(QKeySequence::Undo, [this] { undo(1); });
    shortcut(QKeySequence::Redo, [this] { m_sheet.draft().redo(); });
    if (QKeySequence(QKeySequence::Redo) != QKeySequence(Qt::CTRL | Qt::Key_Y))
        shortcut(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { m_sheet.draft().redo(); });
    shortcut(QKeySequence::Save, [this] { save({}); });
    shortcut(QKeySequence::Find, [this] { m_header->search(Side::Target)->setFocus(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
             [this] { m_header->search(Side::Source)->setFocus(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { m_tableView->toggle(); });
}

void MapEditor::addMoreMenu()
{
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Versions…"), this, &MapEditor::showVersions);
    menu->addAction(tr("What if…"), this, &MapEditor::showWhatIf);
    menu->addAction(tr("Mapping sheet…"), this, &MapEditor::showSheet);
    menu->addSeparator();
    menu->addAction(tr("Rows into one document…"), this, [this] {
        auto* dialog = new GroupOptions(m_sheet, this);
        dialog->open();
    });
    menu->addAction(tr("Save with a note…"), this, &MapEditor::saveWithNote);
    m_more->setMenu(menu);
}

void MapEditor::connectViews()
{
    m_canvas->setDraft(&m_sheet.draft());
    m_bar->installEventFilter(this);
    m_header->follow(m_canvas);
    connect(&m_sheet, &Worksheet::refreshed, this, [this] {
        m_canvas->setContent(m_sheet.content());
        refreshActions();
    });
    const auto listOptions = [this](const QString& list) {
        auto* dialog = new ListOptions(m_sheet, list, this);
        dialog->open();
    };
    connect(m_canvas, &MappingCanvas::currentTargetChanged, this, &MapEditor::chooseTarget);
    connect(m_canvas, &MappingCanvas::formulaWanted, this, [this](const QString& target) {
        chooseTarget(target);
        m_bar->edit();
    });
    connect(m_canvas, &MappingCanvas::noteWanted, this, &MapEditor::editNote);
    connect(m_canvas, &MappingCanvas::listOptionsWanted, this, listOptions);
    connect(m_canvas, &MappingCanvas::groupingWanted, this, [this] {
        auto* dialog = new GroupOptions(m_sheet, this);
        dialog->open();
    });
    connect(m_canvas, &MappingCanvas::groupPairWanted, this, &MapEditor::autoMap);
    connect(m_canvas, &MappingCanvas::everythingShown, this, &MapEditor::showEverything);
    connect(m_table, &MappingTable::currentTargetChanged, this, &MapEditor::chooseTarget);
    connect(m_table, &MappingTable::listOptionsWanted, this, listOptions);
    connect(m_table, &MappingTable::groupPairWanted, this, &MapEditor::autoMap);
    connect(m_table, &MappingTable::refused, this, &MapEditor::failed);
    connect(m_bar, &FormulaBar::done, this, [this] { m_views->currentWidget()->setFocus(); });
    connect(m_bar, &FormulaBar::listOptionsWanted, this, listOptions);
    connect(m_bar, &FormulaBar::lookupWanted, this, &MapEditor::lookupWanted);
    connect(m_bar, &FormulaBar::whyWanted, this, [this](const QString& target) {
        auto* dialog = new WhyValue(m_sheet, target, this);
        dialog->open();
    });
    connect(m_header, &MapHeader::searched, this, [this](Side side, const QString& text) {
        m_canvas->setSearch(side, text);
        m_table->setSearch(side, text);
    });
    connect(m_header->sample(), &SamplePicker::wanted, this, &MapEditor::loadSample);
}

QList<QWidget*> MapEditor::headerActions() const
{
    return {m_undo, m_autoMap, m_tableView, m_more, m_save};
}

} // namespace tieout::gui
