// The widgets of LookupsPage; what they do is in lookupspage.cpp.
#include "gui/lookups/lookupspage.h"

#include "gui/lookups/lookupdraft.h"
#include "gui/lookups/lookupgrid.h"
#include "gui/lookups/lookuphistory.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

LookupsPage::LookupsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_new(makeButton({}, tr("New table…")))
    , m_discard(makeButton({}, tr("Discard changes")))
    , m_save(new PrimaryButton(tr("Save table")))
{
    setTitle(tr("Lookups"));
    for (QWidget* part :
         {static_cast<QWidget*>(m_new), static_cast<QWidget*>(m_discard), static_cast<QWidget*>(m_save)})
        addToHeader(part);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setEnabled(false);
    m_discard->hide();
    content()->addWidget(m_stack);
    buildBody();
    auto* empty =
        new EmptyState(u"lookups"_s, tr("No lookup tables yet"),
                       tr("A lookup table says what a value of one system means in the other, for example "
                          "which tax rate a country gets. Templates bring their own tables."));
    connect(empty->addAction(tr("New table…")), &QPushButton::clicked, this, &LookupsPage::askForNewTable);
    m_stack->addWidget(empty);
    connect(m_new, &QPushButton::clicked, this, &LookupsPage::askForNewTable);
    connect(m_save, &QPushButton::clicked, this, &LookupsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &LookupsPage::discard);
}

void LookupsPage::buildBody()
{
    auto* body = new QSplitter(Qt::Horizontal);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(12);
    body->addWidget(buildNames());
    body->addWidget(buildEditor());
    body->setSizes({210, 830});
    body->setStretchFactor(1, 1);
    m_stack->addWidget(body);
}

QWidget* LookupsPage::buildNames()
{
    auto* card = new Card;
    card->setMinimumWidth(170);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 6);
    m_names = new QListWidget;
    m_names->setAccessibleName(tr("Lookup tables"));
    m_names->setWordWrap(true);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_names);
    connect(m_names, &QListWidget::currentRowChanged, this,
            [this](int row) { showTable(m_order.value(row)); });
    return card;
}

QWidget* LookupsPage::buildEditor()
{
    auto* card = new Card;
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 12, 1, 12);
    layout->setSpacing(8);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(16, 0, 16, 0);
    heading->setSpacing(12);
    m_title = new ElidedLabel;
    m_title->setProperty("kind", u"lead"_s);
    m_uses = new QMenu(this);
    m_uses->setToolTipsVisible(true);
    m_usage = new QToolButton;
    m_usage->setAccessibleName(tr("Where this table is used"));
    m_usage->setProperty("kind", u"small"_s);
    m_usage->setPopupMode(QToolButton::InstantPopup);
    m_usage->setMenu(m_uses);
    m_usage->setFocusPolicy(Qt::StrongFocus);
    heading->addWidget(m_title);
    heading->addWidget(m_usage);
    heading->addStretch(1);
    m_historyButton = makeButton(u"chip"_s, tr("History"));
    m_historyButton->setCheckable(true);
    auto* drop = makeButton(u"small"_s, tr("Remove table…"));
    heading->addWidget(drop);
    heading->addWidget(m_historyButton);
    layout->addLayout(heading);
    auto* views = new QStackedWidget;
    views->addWidget(buildRows());
    m_history = new LookupHistory(desk(), answers());
    views->addWidget(m_history);
    layout->addWidget(views, 1);
    connect(m_history, &LookupHistory::failed, this, &LookupsPage::report);
    connect(drop, &QPushButton::clicked, this, &LookupsPage::removeTable);
    connect(m_historyButton, &QPushButton::toggled, this, [this, views](bool on) {
        views->setCurrentIndex(on ? 1 : 0);
        if (on && !m_shown.isEmpty()) m_history->show(m_shown);
    });
    return card;
}

QWidget* LookupsPage::buildRows()
{
    auto* rows = new QWidget;
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(buildTools());
    layout->addWidget(buildHeld());
    m_grid = new LookupGrid;
    layout->addWidget(m_grid, 1);
    layout->addLayout(buildFooter());
    connect(m_grid, &LookupGrid::judged, this, &LookupsPage::showFaults);
    connect(m_grid, &LookupGrid::pasted, this, &LookupsPage::pasted);
    return rows;
}

QLayout* LookupsPage::buildTools()
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(6);
    m_search = new QLineEdit;
    m_search->setProperty("kind", u"search"_s);
    m_search->setPlaceholderText(tr("Filter rows"));
    m_search->setAccessibleName(tr("Filter rows"));
    m_search->setClearButtonEnabled(true);
    m_faults = makeButton(u"chip"_s, {});
    m_faults->setCheckable(true);
    m_faults->setToolTip(tr("Shows only rows that never count or cannot be used"));
    m_undo = makeButton(u"small"_s, tr("Undo"));
    m_redo = makeButton(u"small"_s, tr("Redo"));
    auto* paste = makeButton(u"small"_s, tr("Paste"));
    paste->setToolTip(tr("Rows copied in Excel: two columns, from the chosen cell on (Ctrl+V)"));
    auto* open = makeButton(u"small"_s, tr("From file…"));
    auto* write = makeButton(u"small"_s, tr("To file…"));
    line->addWidget(m_search, 1);
    m_sort = new QMenu(this);
    auto* sort = makeButton(u"small"_s, tr("Sort…"));
    for (QPushButton* button : {m_faults, m_undo, m_redo, sort, paste, open, write})
        line->addWidget(button);
    connect(m_sort, &QMenu::aboutToShow, this, [this] {
        m_sort->clear();
        m_grid->addSortActions(*m_sort);
    });
    connect(sort, &QPushButton::clicked, m_sort,
            [this, sort] { m_sort->popup(sort->mapToGlobal(sort->rect().bottomLeft())); });
    connect(m_search, &QLineEdit::textChanged, this, &LookupsPage::filter);
    connect(m_faults, &QPushButton::toggled, this, &LookupsPage::filter);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (draft()) draft()->undo();
    });
    connect(m_redo, &QPushButton::clicked, this, [this] {
        if (draft()) draft()->redo();
    });
    connect(paste, &QPushButton::clicked, this, [this] { m_grid->paste(); });
    connect(open, &QPushButton::clicked, this, &LookupsPage::chooseImport);
    connect(write, &QPushButton::clicked, this, &LookupsPage::chooseExport);
    return line;
}

QWidget* LookupsPage::buildHeld()
{
    auto* card = new Card(nullptr, u"soft"_s);
    card->setEdge(Tone::Warn);
    auto* layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 10, 12, 10);
    m_heldWords = makeParagraph(u"plain"_s, {});
    m_addMissing = makeButton(u"small"_s, tr("Add these rows"));
    m_tryNow = makeButton(u"small"_s, tr("Try them now"));
    m_tryNow->setToolTip(tr("Runs the syncs for these records only, with the table as it is saved"));
    layout->addWidget(m_heldWords, 1);
    layout->addWidget(m_addMissing);
    layout->addWidget(m_tryNow);
    connect(m_addMissing, &QPushButton::clicked, this, [this] { m_grid->addKeys(missingKeys()); });
    connect(m_tryNow, &QPushButton::clicked, this, &LookupsPage::tryHeldNow);
    auto* holder = new QWidget;
    auto* around = new QVBoxLayout(holder);
    around->setContentsMargins(16, 0, 16, 0);
    around->addWidget(card);
    holder->hide();
    m_held = holder;
    return holder;
}

QLayout* LookupsPage::buildFooter()
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(6);
    auto* add = makeButton(u"small"_s, tr("Add row"));
    auto* remove = makeButton(u"small"_s, tr("Remove row"));
    auto* caption = makeLabel(u"muted"_s, tr("When nothing matches"));
    m_missing = new QComboBox;
    m_missing->setAccessibleName(caption->text());
    m_missing->addItem(tr("hold the record"));
    m_missing->addItem(tr("use this value"));
    m_default = new QLineEdit;
    m_default->setAccessibleName(tr("Value when nothing matches"));
    m_default->setMaximumWidth(160);
    for (QPushButton* button : {add, remove})
        line->addWidget(button);
    line->addStretch(1);
    line->addWidget(caption);
    line->addWidget(m_missing);
    line->addWidget(m_default);
    const auto rule = [this] {
        using WhenMissing = model::LookupTable::WhenMissing;
        const auto chosen = m_missing->currentIndex() == 1 ? WhenMissing::Default : WhenMissing::Hold;
        if (draft()) draft()->setWhenMissing(chosen, m_default->text());
    };
    connect(add, &QPushButton::clicked, this, [this] { m_grid->addRow(); });
    connect(remove, &QPushButton::clicked, this, [this] { m_grid->removeRows(); });
    connect(m_missing, &QComboBox::activated, this, rule);
    connect(m_default, &QLineEdit::textEdited, this, rule);
    return line;
}

} // namespace tieout::gui
