#include "gui/mapping/canvas/treeaccessible.h"

#include "gui/mapping/canvas/canvascommands.h"
#include "gui/mapping/canvas/canvasgestures.h"
#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/treepane.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MappingCanvas)
};

QAccessibleInterface* makeTree(const QString&, QObject* object)
{
    auto* pane = qobject_cast<TreePane*>(object);
    return pane ? new TreeAccessible(pane) : nullptr;
}

TreeAccessible* treeOf(TreePane* pane)
{
    return static_cast<TreeAccessible*>(QAccessible::queryAccessibleInterface(pane));
}

int placeIn(const std::vector<int>& rows, const QAccessibleInterface* child,
            const std::function<QAccessibleInterface*(int)>& item)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (item(rows[i]) == child) return int(i);
    }
    return -1;
}

} // namespace

void TreeAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeTree);
        return true;
    }();
    Q_UNUSED(once)
}

TreeAccessible::TreeAccessible(TreePane* pane)
    : QAccessibleWidget(pane, QAccessible::Tree)
{
}

TreeAccessible::~TreeAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

TreePane* TreeAccessible::pane() const
{
    return static_cast<TreePane*>(widget());
}

void TreeAccessible::announceCurrent(TreePane* pane)
{
    if (!QAccessible::isActive() || !pane->hasFocus()) return;
    const int row = pane->scene().rowOf(pane->scene().current(pane->side()));
    if (row == TreeColumn::kNoRow) return;
    QAccessibleEvent event(treeOf(pane)->item(row), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void TreeAccessible::announceContent(TreePane* pane)
{
    if (!QAccessible::isActive()) return;
    treeOf(pane)->dropLost();
    QAccessibleEvent event(pane, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
    const int row = pane->scene().rowOf(pane->scene().current(pane->side()));
    if (row == TreeColumn::kNoRow) return;
    QAccessibleInterface* current = treeOf(pane)->item(row);
    QAccessibleValueChangeEvent changed(current, current->text(QAccessible::Value));
    QAccessible::updateAccessibility(&changed);
}

void TreeAccessible::dropLost()
{
    const mapping::FieldTree& fields = pane()->scene().tree(pane()->side());
    for (auto item = m_items.begin(); item != m_items.end();) {
        if (item.key().isEmpty() || fields.indexOf(item.key()) >= 0) {
            ++item;
            continue;
        }
        QAccessible::deleteAccessibleInterface(item.value());
        item = m_items.erase(item);
    }
}

std::vector<int> TreeAccessible::topRows() const
{
    std::vector<int> top;
    const auto& rows = pane()->scene().column(pane()->side()).rows();
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].depth == 0) top.push_back(int(i));
    }
    return top;
}

QAccessibleInterface* TreeAccessible::item(int row) const
{
    const Spot spot = pane()->scene().spotAt(pane()->side(), row);
    if (spot.isNothing()) return nullptr;
    if (const auto known = m_items.constFind(spot.key); known != m_items.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto* made = new RowAccessible(pane(), spot);
    m_items.insert(spot.key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int TreeAccessible::childCount() const
{
    return int(topRows().size());
}

QAccessibleInterface* TreeAccessible::child(int index) const
{
    const std::vector<int> rows = topRows();
    return index >= 0 && size_t(index) < rows.size() ? item(rows[size_t(index)]) : nullptr;
}

int TreeAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    return placeIn(topRows(), child, [this](int row) { return item(row); });
}

QAccessibleInterface* TreeAccessible::childAt(int x, int y) const
{
    const int row = pane()->rowAt(pane()->mapFromGlobal(QPoint(x, y)));
    return row == TreeColumn::kNoRow ? nullptr : item(row);
}

QAccessibleInterface* TreeAccessible::focusChild() const
{
    if (!pane()->hasFocus()) return nullptr;
    const int row = pane()->scene().rowOf(pane()->scene().current(pane()->side()));
    return row == TreeColumn::kNoRow ? nullptr : item(row);
}

RowAccessible::RowAccessible(TreePane* pane, Spot spot)
    : m_pane(pane)
    , m_spot(std::move(spot))
{
}

bool RowAccessible::isValid() const
{
    return m_pane && row() != TreeColumn::kNoRow;
}

int RowAccessible::row() const
{
    return m_pane ? m_pane->scene().rowOf(m_spot) : TreeColumn::kNoRow;
}

TreeAccessible* RowAccessible::tree() const
{
    return m_pane ? treeOf(m_pane) : nullptr;
}

MappingCanvas* RowAccessible::canvas() const
{
    return m_pane ? qobject_cast<MappingCanvas*>(m_pane->parentWidget()) : nullptr;
}

const mapping::TreeNode* RowAccessible::node() const
{
    return m_pane ? m_pane->scene().tree(m_spot.side).find(m_spot.key) : nullptr;
}

QWindow* RowAccessible::window() const
{
    return m_pane ? m_pane->window()->windowHandle() : nullptr;
}

QAccessibleInterface* RowAccessible::parent() const
{
    if (!isValid()) return nullptr;
    const int parent = m_pane->scene().column(m_spot.side).rowOfParent(row());
    return parent == TreeColumn::kNoRow ? tree() : tree()->item(parent);
}

int RowAccessible::childCount() const
{
    return isValid() ? int(m_pane->scene().column(m_spot.side).memberRows(row()).size()) : 0;
}

QAccessibleInterface* RowAccessible::child(int index) const
{
    if (!isValid()) return nullptr;
    const std::vector<int> rows = m_pane->scene().column(m_spot.side).memberRows(row());
    return index >= 0 && size_t(index) < rows.size() ? tree()->item(rows[size_t(index)]) : nullptr;
}

int RowAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    if (!isValid()) return -1;
    return placeIn(m_pane->scene().column(m_spot.side).memberRows(row()), child,
                   [this](int at) { return tree()->item(at); });
}

QAccessibleInterface* RowAccessible::childAt(int x, int y) const
{
    QAccessibleInterface* found = isValid() ? tree()->childAt(x, y) : nullptr;
    return found && found->parent() == this ? found : nullptr;
}

QString RowAccessible::text(QAccessible::Text kind) const
{
    if (!isValid()) return {};
    const CanvasScene& scene = m_pane->scene();
    const TreeColumn::Row& place = scene.column(m_spot.side).rows()[size_t(row())];
    switch (kind) {
    case QAccessible::Name:
        return scene.look(m_spot.side, row(), m_pane->locale()).label;
    case QAccessible::Value:
        return scene.look(m_spot.side, row(), m_pane->locale()).value;
    case QAccessible::Description:
    case QAccessible::Help:
        return node() ? description(scene.content(), m_spot.side, *node(),
                                    scene.facts(m_spot.side, place.node, place.open))
                      : QString();
    default:
        return {};
    }
}

QRect RowAccessible::rect() const
{
    if (!isValid()) return {};
    const QRect box = m_pane->rowBox(row());
    return {m_pane->mapToGlobal(box.topLeft()), box.size()};
}

QAccessible::State RowAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const CanvasScene& scene = m_pane->scene();
    const TreeColumn::Row& place = scene.column(m_spot.side).rows()[size_t(row())];
    const bool current = scene.current(m_spot.side) == m_spot;
    state.focusable = true;
    state.selectable = true;
    state.focused = current && m_pane->hasFocus();
    state.selected = current || (m_spot.side == Side::Target && scene.marked().contains(m_spot.key));
    state.expandable = place.group;
    state.expanded = place.group && place.open;
    state.collapsed = place.group && !place.open;
    state.readOnly = !canvas()->editable() || (node() && node()->readOnly);
    state.offscreen = scene.column(m_spot.side).whereIs(row()) != 0;
    state.pressed = scene.pickedUp == m_spot;
    return state;
}

void* RowAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QString RowAccessible::mapAction()
{
    return u"map"_s;
}

QString RowAccessible::editAction()
{
    return u"editFormula"_s;
}

QString RowAccessible::removeAction()
{
    return u"removeRule"_s;
}

QStringList RowAccessible::actionNames() const
{
    if (!isValid()) return {};
    QStringList names{pressAction(), setFocusAction(), showMenuAction()};
    if (node() && node()->isGroup()) names += toggleAction();
    if (!canvas()->editable() || !node()) return names;
    names += mapAction();
    if (m_spot.side == Side::Source) return names;
    names += editAction();
    if (m_pane->scene().hasRule(m_spot.key)) names += removeAction();
    return names;
}

QString RowAccessible::localizedActionName(const QString& name) const
{
    if (name == mapAction())
        return m_spot.side == Side::Source ? Words::tr("Map to…") : Words::tr("Map from…");
    if (name == editAction()) return Words::tr("Edit formula");
    if (name == removeAction()) return Words::tr("Remove rule");
    return QAccessibleActionInterface::localizedActionName(name);
}

QString RowAccessible::localizedActionDescription(const QString& name) const
{
    if (name == mapAction()) return Words::tr("Starts a wire here, or ends the one that was started");
    if (name == editAction()) return Words::tr("Goes to the formula bar");
    if (name == removeAction()) return Words::tr("Takes the rule away; it can be undone");
    return QAccessibleActionInterface::localizedActionDescription(name);
}

void RowAccessible::doAction(const QString& name)
{
    if (!isValid()) return;
    MappingCanvas* owner = canvas();
    const Spot spot = m_spot; // what follows may end this interface
    const int at = row();
    if (name == pressAction()) {
        owner->press(spot);
    } else if (name == setFocusAction()) {
        m_pane->setFocus(Qt::OtherFocusReason);
        owner->select(spot);
    } else if (name == toggleAction()) {
        m_pane->toggle(at);
    } else if (name == showMenuAction()) {
        owner->commands().showMenu(spot, rect().center());
    } else if (name == mapAction()) {
        if (!owner->gestures().complete(spot)) owner->gestures().pickUp(spot);
    } else if (name == editAction()) {
        owner->commands().edit(spot);
    } else if (name == removeAction()) {
        owner->commands().removeAt(spot.key);
    }
}

QStringList RowAccessible::keyBindingsForAction(const QString& name) const
{
    if (name == mapAction()) return {u"M"_s};
    if (name == editAction()) return {u"F2"_s};
    if (name == removeAction()) return {u"Delete"_s};
    return {};
}

} // namespace tieout::gui
