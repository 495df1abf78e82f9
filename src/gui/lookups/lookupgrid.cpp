#include "gui/lookups/lookupgrid.h"

#include "gui/lookups/lookupdraft.h"
#include "gui/lookups/lookuprows.h"
#include "gui/lookups/pastedrows.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace tieout::gui {

namespace {

/// As many as a table may have.
constexpr qsizetype kMostRows = 200'000;

/// Rows by text in either column, or only those with a fault.
class RowFilter final : public QSortFilterProxyModel
{
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString& text, LookupGrid::Show show)
    {
        m_text = text.trimmed();
        m_show = show;
        invalidateFilter();
    }
    [[nodiscard]] bool isOn() const { return !m_text.isEmpty() || m_show == LookupGrid::Show::Faults; }

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        if (!isOn()) return true;
        const auto* rows = static_cast<const LookupRows*>(sourceModel());
        if (rows->isEmptyRow(row)) return false;
        const auto note = rows->note(row);
        const bool sound = note == LookupRows::Note::None || note == LookupRows::Note::Pattern;
        if (m_show == LookupGrid::Show::Faults && sound) return false;
        if (m_text.isEmpty()) return true;
        const auto holds = [&](int column) {
            return rows->index(row, column, parent)
                .data(Qt::EditRole)
                .toString()
                .contains(m_text, Qt::CaseInsensitive);
        };
        return holds(LookupRows::Key) || holds(LookupRows::Value);
    }

  private:
    QString m_text;
    LookupGrid::Show m_show = LookupGrid::Show::All;
};

} // namespace

LookupGrid::LookupGrid(QWidget* parent)
    : QWidget(parent)
    , m_rows(new LookupRows(this))
    , m_filter(new RowFilter(this))
    , m_table(new TableView(tr("Rows of the lookup table")))
{
    m_filter->setSourceModel(m_rows);
    m_filter->setDynamicSortFilter(false); // a row stays in sight while it is being edited
    m_table->setModel(m_filter);
    m_table->setRowHeight(36);
    m_table->setColumns({-4, -4, 170});
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    setFocusProxy(m_table);
    connect(m_rows, &LookupRows::judged, this, &LookupGrid::judged);
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this, &LookupGrid::goDown,
            Qt::QueuedConnection); // when what was typed is in
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
}

void LookupGrid::setDraft(LookupDraft* draft)
{
    if (m_draft) m_draft->disconnect(m_rows);
    m_draft = draft;
    m_rows->setDraft(draft);
    if (draft) connect(draft, &LookupDraft::changed, m_rows, &LookupRows::refresh);
}

void LookupGrid::setFilter(const QString& text, Show show)
{
    static_cast<RowFilter*>(m_filter)->set(text, show);
}

bool LookupGrid::isFiltered() const
{
    return static_cast<const RowFilter*>(m_filter)->isOn();
}

int LookupGrid::faults() const
{
    return m_rows->faults();
}

int LookupGrid::currentRow() const
{
    return m_filter->mapToSource(m_table->currentIndex()).row();
}

QList<int> LookupGrid::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows += m_filter->mapToSource(index).row();
    if (rows.isEmpty() && currentRow() >= 0) rows += currentRow();
    rows.removeIf([this](int row) { return !m_draft || row >= m_draft->rows().size(); });
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LookupGrid::goTo(int row, int column)
{
    const QModelIndex index = m_filter->mapFromSource(m_rows->index(row, column));
    if (!index.isValid()) return;
    // Not by setCurrentIndex, which would add to the selection while Ctrl is held for Ctrl+V.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

/// Enter goes on below, as in a spreadsheet.
void LookupGrid::goDown(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    Q_UNUSED(editor)
    const QModelIndex here = m_table->currentIndex();
    const QModelIndex below = here.siblingAtRow(here.row() + 1);
    if (hint != QAbstractItemDelegate::SubmitModelCache || !below.isValid()) return;
    const QModelIndex row = m_filter->mapToSource(below);
    goTo(row.row(), row.column());
}

void LookupGrid::type(int row, int column)
{
    goTo(row, column);
    m_table->setFocus();
    if (m_table->currentIndex().isValid()) m_table->edit(m_table->currentIndex());
}

void LookupGrid::addRow()
{
    if (!m_draft) return;
    QList<LookupDraft::Row> rows = m_draft->rows();
    const int at =
        isFiltered() || currentRow() < 0 ? int(rows.size()) : std::min(currentRow() + 1, int(rows.size()));
    if (at == rows.size()) return type(at, LookupRows::Key); // the empty row at the end is there already
    rows.insert(at, LookupDraft::Row());
    m_draft->setRows(rows, {LookupDraft::Step::Kind::Add, 1});
    type(at, LookupRows::Key);
}

void LookupGrid::addKeys(const QStringList& keys)
{
    if (!m_draft || keys.isEmpty()) return;
    QList<LookupDraft::Row> rows = m_draft->rows();
    const int first = int(rows.size());
    for (const QString& key : keys)
        rows.append({key, QString()});
    m_draft->setRows(rows, {LookupDraft::Step::Kind::Add, keys.size()});
    type(first, LookupRows::Value);
}

void LookupGrid::removeRows()
{
    const QList<int> chosen = chosenRows();
    if (!m_draft || chosen.isEmpty()) return;
    QList<LookupDraft::Row> rows = m_draft->rows();
    for (auto row = chosen.crbegin(); row != chosen.crend(); ++row)
        rows.removeAt(*row);
    m_draft->setRows(rows, {LookupDraft::Step::Kind::Remove, chosen.size()});
    goTo(std::min(chosen.first(), int(m_draft->rows().size())), LookupRows::Key);
}

void LookupGrid::paste()
{
    if (!m_draft) return;
    const QList<QStringList> block = pastedRows(QGuiApplication::clipboard()->text(), kMostRows);
    if (block.isEmpty()) return;
    const int end = int(m_draft->rows().size());
    // What is filtered out must not be written over.
    const int row = isFiltered() || currentRow() < 0 ? end : currentRow();
    const int column = m_table->currentIndex().isValid() && !isFiltered()
                           ? std::min(m_table->currentIndex().column(), int(LookupRows::Value))
                           : int(LookupRows::Key);
    m_draft->paste(row, column, block);
    goTo(std::min(row + int(block.size()), int(m_draft->rows().size())) - 1, column);
    qsizetype widest = 0;
    for (const QStringList& cells : block)
        widest = std::max(widest, cells.size());
    Q_EMIT pasted(int(block.size()), std::max(0, column + int(widest) - int(LookupRows::Remark)));
}

void LookupGrid::cut()
{
    copy();
    removeRows();
}

void LookupGrid::sort(int column, Qt::SortOrder order)
{
    if (m_draft) m_draft->sort(column, order);
}

void LookupGrid::addSortActions(QMenu& menu)
{
    for (const int column : {int(LookupRows::Key), int(LookupRows::Value)}) {
        const QString heading = m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        menu.addAction(tr("Sort by %1, A to Z").arg(buttonText(heading)), this,
                       [this, column] { sort(column, Qt::AscendingOrder); });
        menu.addAction(tr("Sort by %1, Z to A").arg(buttonText(heading)), this,
                       [this, column] { sort(column, Qt::DescendingOrder); });
    }
}

void LookupGrid::openMenu(const QPoint& global)
{
    if (!m_draft) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Cut"), QKeySequence::Cut, this, &LookupGrid::cut);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &LookupGrid::copy);
    menu->addAction(tr("Paste"), QKeySequence::Paste, this, &LookupGrid::paste);
    menu->addSeparator();
    menu->addAction(tr("Add a row"), QKeySequence(Qt::Key_Insert), this, &LookupGrid::addRow);
    menu->addAction(tr("Remove the chosen rows"), QKeySequence::Delete, this, &LookupGrid::removeRows);
    if (!isFiltered()) {
        menu->addAction(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this,
                        [this] { moveRow(Direction::Up); });
        menu->addAction(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this,
                        [this] { moveRow(Direction::Down); });
    }
    menu->addSeparator();
    addSortActions(*menu);
    menu->popup(global);
}

void LookupGrid::copy() const
{
    QList<QStringList> cells;
    for (const int row : chosenRows())
        cells += QStringList{m_draft->rows()[row].key, m_draft->rows()[row].value};
    if (!cells.isEmpty()) QGuiApplication::clipboard()->setText(copiedRows(cells));
}

void LookupGrid::moveRow(Direction direction)
{
    const int row = currentRow();
    const int to = direction == Direction::Up ? row - 1 : row + 1;
    if (!m_draft || isFiltered() || row < 0 || to < 0) return;
    if (row >= m_draft->rows().size() || to >= m_draft->rows().size()) return;
    QList<LookupDraft::Row> rows = m_draft->rows();
    rows.swapItemsAt(row, to);
    m_draft->setRows(rows, {LookupDraft::Step::Kind::Move, 1});
    goTo(to, m_table->currentIndex().column());
}

bool LookupGrid::pressed(const QKeyEvent& key)
{
    const bool alt = key.modifiers().testFlag(Qt::AltModifier);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.matches(QKeySequence::Paste))
        paste();
    else if (key.matches(QKeySequence::Copy))
        copy();
    else if (key.matches(QKeySequence::Cut))
        cut();
    else if (key.matches(QKeySequence::Undo))
        m_draft->undo();
    else if (key.matches(QKeySequence::Redo))
        m_draft->redo();
    else if (key.key() == Qt::Key_Delete)
        removeRows();
    else if (key.key() == Qt::Key_Insert)
        addRow();
    else if (alt && key.key() == Qt::Key_Up)
        moveRow(Direction::Up);
    else if (alt && key.key() == Qt::Key_Down)
        moveRow(Direction::Down);
    else if (enter && m_table->currentIndex().isValid())
        m_table->edit(m_table->currentIndex());
    else
        return false;
    return true;
}

bool LookupGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        const QPoint below = m_table->visualRect(m_table->currentIndex()).bottomLeft();
        openMenu(menu->reason() == QContextMenuEvent::Keyboard ? m_table->viewport()->mapToGlobal(below)
                                                               : menu->globalPos());
        return true;
    }
    // Keys that an open cell does not want come here as well.
    const bool key = watched == m_table && event->type() == QEvent::KeyPress && m_table->hasFocus();
    if (key && m_draft && pressed(*static_cast<QKeyEvent*>(event))) return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace tieout::gui
