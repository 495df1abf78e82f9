#include "gui/mapping/mappingtable.h"

#include "gui/mapping/fieldchoice.h"
#include "gui/mapping/formulaedit.h"
#include "gui/mapping/ruledelegate.h"
#include "gui/mapping/rulewords.h"
#include "mapping/edit/pasting.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kRowHeight = 34;

} // namespace

MappingTable::MappingTable(Worksheet& sheet, QWidget* parent)
    : QWidget(parent)
    , m_sheet(sheet)
    , m_model(new MappingTableModel(sheet, this))
    , m_view(new TableView(tr("Mapping: fields and where they come from")))
{
    m_view->setObjectName(u"mappingTable"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RuleDelegate(m_view));
    m_view->setRowHeight(kRowHeight);
    m_view->setColumns({-9, -8, -9, -6, -6, 116, -3, -6});
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                const QString key = m_model->key(current.row());
                if (key.isEmpty() || key == m_current) return;
                m_current = key;
                Q_EMIT currentTargetChanged(key);
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const QString key = m_current;
        m_current.clear();
        setCurrentTarget(key);
    });
}

QString MappingTable::currentTarget() const
{
    return m_model->key(m_view->currentIndex().row());
}

void MappingTable::setCurrentTarget(const QString& key)
{
    const int row = m_model->row(key);
    if (row < 0) return;
    m_current = key;
    const int column = std::max(0, m_view->currentIndex().column());
    if (m_view->currentIndex().row() != row) m_view->setCurrentIndex(m_model->index(row, column));
    m_view->scrollTo(m_model->index(row, column));
}

void MappingTable::setShow(MappingCanvas::Show show)
{
    m_model->setShow(show);
}

void MappingTable::setSearch(Side side, const QString& text)
{
    m_model->setSearch(side, text);
}

bool MappingTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && pressed(static_cast<QKeyEvent*>(event)))
        return true;
    if (watched == m_view && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) ||
            key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Delete))
            event->accept();
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        const QPoint below = m_view->visualRect(m_view->currentIndex()).bottomLeft();
        openMenu(menu->reason() == QContextMenuEvent::Keyboard ? m_view->viewport()->mapToGlobal(below)
                                                               : menu->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool MappingTable::clipboardKey(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Cut)) {
        copy();
        remove();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else {
        return false;
    }
    return true;
}

bool MappingTable::pressed(QKeyEvent* event)
{
    if (clipboardKey(event)) return true;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (event->key()) {
    case Qt::Key_F2:
        edit(m_view->currentIndex().column());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::AltModifier) {
            const mapping::TreeNode* node = m_sheet.target(currentTarget());
            if (node && node->isList()) Q_EMIT listOptionsWanted(node->key);
        } else {
            edit(m_view->currentIndex().column());
        }
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove();
        return true;
    case Qt::Key_M:
        if (!plain || isNaming(*event)) break;
        chooseSource();
        return true;
    default:
        break;
    }
    if (plain && isNaming(*event)) nameField(event->text());
    if (plain && (event->text() == u"="_s || event->text() == u"["_s)) {
        editFrom(event->text());
        return true;
    }
    return false;
}

/// Letters find a field by its name; M and the space bar are commands where no name goes on like that.
bool MappingTable::isNaming(const QKeyEvent& event) const
{
    const QString text = event.text();
    if (text.isEmpty() || !text.front().isPrint() || text == u"="_s || text == u"["_s) return false;
    if (event.key() != Qt::Key_M && !text.front().isSpace()) return true;
    const QModelIndex first = m_view->model()->index(0, MappingTableModel::Target);
    return isNamingOn() && !m_view->model()->match(first, Qt::DisplayRole, m_named + text, 1).isEmpty();
}

bool MappingTable::isNamingOn() const
{
    return m_namedSince.isValid() && m_namedSince.elapsed() < QApplication::keyboardInputInterval();
}

/// The view searches in the column of the current cell, which is to be that of the names.
void MappingTable::nameField(const QString& letter)
{
    m_named = isNamingOn() ? m_named + letter : letter;
    m_namedSince.start();
    const QModelIndex name = m_view->currentIndex().siblingAtColumn(MappingTableModel::Target);
    if (name.isValid() && name != m_view->currentIndex())
        m_view->selectionModel()->setCurrentIndex(name, QItemSelectionModel::NoUpdate);
}

void MappingTable::edit(int column)
{
    using Model = MappingTableModel;
    QModelIndex index = m_view->currentIndex();
    if (column != Model::WhenEmpty && column != Model::Note) index = index.siblingAtColumn(Model::Formula);
    if (!(m_model->flags(index) & Qt::ItemIsEditable)) return;
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void MappingTable::editFrom(const QString& first)
{
    edit(MappingTableModel::Formula);
    auto* editor = qobject_cast<FormulaEdit*>(m_view->indexWidget(m_view->currentIndex()));
    if (!editor) return;
    editor->selectAll();
    editor->insertPlainText(first);
}

QStringList MappingTable::selectedTargets() const
{
    QStringList keys;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        keys += m_model->key(index.row());
    if (keys.isEmpty() && m_view->currentIndex().isValid()) keys += currentTarget();
    keys.removeIf([this](const QString& key) { return !m_sheet.draft().rule(key); });
    return keys;
}

void MappingTable::remove()
{
    const QStringList keys = selectedTargets();
    if (!keys.isEmpty() && !m_sheet.isReadOnly()) m_sheet.draft().remove(keys);
}

void MappingTable::copy()
{
    const QStringList keys = selectedTargets();
    if (!keys.isEmpty()) QGuiApplication::clipboard()->setText(m_sheet.draft().copied(keys));
}

void MappingTable::paste()
{
    if (m_sheet.isReadOnly()) return;
    const Result<void> done = mapping::pasteAt(m_sheet.draft(), QGuiApplication::clipboard()->text(),
                                               m_sheet.content()->target, currentTarget());
    if (!done) Q_EMIT refused(done.error());
}

void MappingTable::chooseSource()
{
    const mapping::TreeNode* node = m_sheet.target(currentTarget());
    if (!node || m_sheet.isReadOnly() || node->readOnly) return;
    if (node->ghost) return chooseTarget();
    const bool list = node->isList();
    const bool group = node->isGroup() && !list;
    const auto offered = [list, group](const mapping::TreeNode& field) {
        if (field.ghost) return false;
        return list ? field.isList() : group ? field.isGroup() : !field.isGroup();
    };
    const model::MappedField* rule = m_sheet.draft().rule(node->key);
    const bool taken = rule && !rule->formula.isEmpty();
    const CanvasContent& content = *m_sheet.content();
    auto* choice = new FieldChoice(group  ? tr("Pair the members of %1 with those of …").arg(node->label)
                                   : list ? tr("Which list makes the lines of %1?").arg(node->label)
                                          : tr("What fills %1?").arg(node->label),
                                   choicesOf(content.source, content.values.source, offered),
                                   taken ? FieldChoice::Taken::Yes : FieldChoice::Taken::No, this);
    connect(choice, &FieldChoice::chosen, this,
            [this, target = node->key, group](const QString& source, FieldChoice::How how) {
                if (group) return Q_EMIT groupPairWanted(source, target);
                map(source, target, how);
            });
    choice->open();
}

void MappingTable::map(const QString& source, const QString& target, FieldChoice::How how)
{
    const mapping::TreeNode* from = m_sheet.content()->source.find(source);
    const mapping::TreeNode* to = m_sheet.target(target);
    if (!from || !to) return;
    const bool combines = how == FieldChoice::How::Combine;
    m_sheet.draft().map(source, target,
                        combines ? mapping::combining(*from, *to) : mapping::Joining::Replace);
    setCurrentTarget(target);
}

void MappingTable::chooseTarget()
{
    const mapping::TreeNode* lost = m_sheet.target(currentTarget());
    if (!lost) return;
    const CanvasContent& content = *m_sheet.content();
    const auto offered = [this, list = lost->isList()](const mapping::TreeNode& field) {
        return !field.ghost && !field.readOnly && field.isList() == list && (list || !field.isGroup()) &&
               !m_sheet.draft().rule(field.key);
    };
    auto* choice = new FieldChoice(tr("Where does the rule of %1 go?").arg(lost->label),
                                   choicesOf(content.target, content.values.target, offered),
                                   FieldChoice::Taken::No, this);
    connect(choice, &FieldChoice::chosen, this, [this, from = lost->key](const QString& to) {
        m_sheet.draft().move(from, to);
        setCurrentTarget(to);
    });
    choice->open();
}

void MappingTable::openMenu(const QPoint& global)
{
    const mapping::TreeNode* node = m_sheet.target(currentTarget());
    if (!node) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_sheet.isReadOnly() && !node->readOnly) addRuleActions(*menu, *node);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &MappingTable::copy);
    if (!m_sheet.isReadOnly()) {
        menu->addAction(tr("Paste"), QKeySequence::Paste, this, &MappingTable::paste);
        if (m_sheet.draft().rule(node->key))
            menu->addAction(tr("Remove the rule"), QKeySequence::Delete, this, &MappingTable::remove);
    }
    menu->popup(global);
}

void MappingTable::addRuleActions(QMenu& menu, const mapping::TreeNode& node)
{
    const QString choose = node.ghost ? tr("Move the rule to another field…") : tr("Choose what fills it…");
    menu.addAction(choose, QKeySequence(Qt::Key_M), this, &MappingTable::chooseSource);
    menu.addAction(tr("Edit the formula"), QKeySequence(Qt::Key_F2), this,
                   [this] { edit(MappingTableModel::Formula); });
    if (m_sheet.draft().rule(node.key)) {
        QMenu* empty = menu.addMenu(tr("When empty"));
        for (const auto choice : {model::WhenEmpty::Leave, model::WhenEmpty::Clear, model::WhenEmpty::Hold}) {
            empty->addAction(whenEmptyInWords(choice), this,
                             [this, choice, key = node.key] { m_sheet.draft().setWhenEmpty(key, choice); });
        }
        menu.addAction(tr("Note"), this, [this] { edit(MappingTableModel::Note); });
    }
    if (node.isList())
        menu.addAction(tr("List options…"), QKeySequence(Qt::ALT | Qt::Key_Return), this,
                       [this, key = node.key] { Q_EMIT listOptionsWanted(key); });
    menu.addSeparator();
}

} // namespace tieout::gui
