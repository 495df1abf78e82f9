#include "gui/mapping/canvas/mappingcanvas.h"

#include "gui/mapping/canvas/canvascommands.h"
#include "gui/mapping/canvas/canvasgestures.h"
#include "gui/mapping/canvas/canvashint.h"
#include "gui/mapping/canvas/treeaccessible.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "mapping/edit/mappingdraft.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kSmallestZoom = 50;
constexpr int kLargestZoom = 200;
constexpr int kZoomStep = 10;
constexpr double kWiresShare = 0.25;
constexpr double kWiresMoreAtDouble = 0.09; ///< of the width, at twice the size
constexpr int kNarrowestWires = 160;

Side other(Side side)
{
    return side == Side::Source ? Side::Target : Side::Source;
}

} // namespace

MappingCanvas::MappingCanvas(QWidget* parent)
    : QWidget(parent)
    , m_scene(std::make_unique<CanvasScene>())
{
    TreeAccessible::install();
    m_scene->setMetrics(CanvasMetrics::at(100));
    m_source = new TreePane(*m_scene, Side::Source, this);
    m_wires = new WirePane(*m_scene, this);
    m_target = new TreePane(*m_scene, Side::Target, this);
    m_hint = new CanvasHint(this);
    m_gestures = new CanvasGestures(*m_scene, *this);
    m_commands = new CanvasCommands(*m_scene, *this);
    setTabOrder(m_source, m_target);
    setFocusProxy(m_target);
    setAccessibleName(tr("Map"));
    setMinimumSize(560, 160);
    connectPane(m_source);
    connectPane(m_target);
    connectWires();
}

MappingCanvas::~MappingCanvas() = default;

void MappingCanvas::connectPane(TreePane* pane)
{
    connect(pane, &TreePane::scrolled, m_wires, &WirePane::follow);
    connect(pane, &TreePane::toggled, this, &MappingCanvas::follow);
    connect(pane, &TreePane::clicked, this, [this](const Spot& spot, Qt::KeyboardModifiers modifiers) {
        if (m_gestures->complete(spot)) return;
        const bool again = m_scene->pickedUp == spot;
        m_gestures->letGo();
        select(spot, modifiers);
        if (again) return;
        if (modifiers == Qt::NoModifier) offer(spot);
    });
    connect(pane, &TreePane::doubleClicked, this, &MappingCanvas::openRow);
    connect(pane, &TreePane::walked, this, [this](const Spot& spot, Qt::KeyboardModifiers modifiers) {
        select(spot, modifiers);
        m_gestures->passOver(spot);
    });
    connect(pane, &TreePane::hovered, this, [this](const Spot& spot) {
        m_scene->pointed = spot;
        m_wires->update();
        m_gestures->passOver(spot);
    });
    connect(pane, &TreePane::focused, this, [this, pane](bool byKeys) {
        setFocusProxy(pane);
        m_scene->setActiveSide(pane->side());
        const Spot& current = m_scene->current(pane->side());
        if (byKeys && m_scene->rowOf(current) == TreeColumn::kNoRow)
            select(m_scene->spotAt(pane->side(), m_scene->column(pane->side()).firstInView()));
        follow();
    });
    connect(pane, &TreePane::dragStarted, m_gestures, &CanvasGestures::startDrag);
    connect(pane, &TreePane::dragMoved, m_gestures, &CanvasGestures::dragTo);
    connect(pane, &TreePane::dragDropped, m_gestures, &CanvasGestures::drop);
    connect(pane, &TreePane::menuWanted, m_commands, &CanvasCommands::showMenu);
}

/// A click on a field of the source takes it into the hand; one on a field that is missing asks for its
/// source.
void MappingCanvas::offer(const Spot& spot)
{
    if (spot.title || spot.key.isEmpty() || !editable()) return;
    const mapping::FieldTree& fields = m_scene->tree(spot.side);
    const RowFacts facts = m_scene->facts(spot.side, fields.indexOf(spot.key), true);
    const mapping::TreeNode* node = fields.find(spot.key);
    if (spot.side == Side::Source ? !node->ghost : facts.missing && !node->isGroup()) {
        m_gestures->pickUp(spot);
    } else if (facts.incomplete) {
        setHint(lackingHint(m_scene->content(), spot.key));
    }
}

void MappingCanvas::connectWires()
{
    connect(m_wires, &WirePane::wireClicked, this, [this](const QString& source, const QString& target) {
        m_scene->setCurrent({Side::Source, source, false});
        select({Side::Target, target, false});
        m_target->setFocus(Qt::MouseFocusReason);
    });
    connect(m_wires, &WirePane::chipClicked, this, [this](const QString& target) {
        const Spot spot{Side::Target, target, false};
        if (!m_gestures->complete(spot)) select(spot);
        m_target->setFocus(Qt::MouseFocusReason);
    });
    connect(m_wires, &WirePane::formulaWanted, this, [this](const QString& target) {
        m_commands->edit({Side::Target, target, false});
    });
    connect(m_wires, &WirePane::groupingWanted, this, &MappingCanvas::groupingWanted);
    connect(m_wires, &WirePane::stubClicked, this, &MappingCanvas::reveal);
    connect(m_wires, &WirePane::emptyClicked, this, &MappingCanvas::letGo);
    connect(m_wires, &WirePane::menuWanted, m_commands, &CanvasCommands::showMenu);
    connect(m_wires, &WirePane::dragStarted, m_gestures, &CanvasGestures::startMoving);
    connect(m_wires, &WirePane::dragMoved, m_gestures, &CanvasGestures::dragTo);
    connect(m_wires, &WirePane::dragDropped, m_gestures, &CanvasGestures::drop);
}

void MappingCanvas::setDraft(mapping::MappingDraft* draft)
{
    QObject::disconnect(m_edits);
    m_draft = draft;
    if (!draft) return;
    // What is in the hand belongs to the mapping as it was when it was picked up.
    m_edits = connect(draft, &mapping::MappingDraft::changed, this, [this] {
        if (!m_gestures->isDragging()) m_gestures->letGo();
    });
}

mapping::MappingDraft* MappingCanvas::editable() const
{
    return m_scene->content().readOnly ? nullptr : m_draft.data();
}

void MappingCanvas::setContent(std::shared_ptr<const CanvasContent> content)
{
    if (!content) content = std::make_shared<const CanvasContent>();
    m_scene->setContent(std::move(content));
    if (m_scene->pickedUp && m_scene->rowOf(*m_scene->pickedUp) == TreeColumn::kNoRow) m_gestures->cancel();
    dropLostTarget();
    for (TreePane* pane : {m_source, m_target}) {
        pane->refresh();
        TreeAccessible::announceContent(pane);
    }
    follow();
}

/// What is gone is not current any more.
void MappingCanvas::dropLostTarget()
{
    const QString key = currentTarget();
    if (key.isEmpty() || m_scene->content().target.indexOf(key) >= 0) return;
    m_scene->setCurrent({Side::Target, {}, false});
    Q_EMIT currentTargetChanged({});
}

QString MappingCanvas::currentTarget() const
{
    return m_scene->current(Side::Target).key;
}

QString MappingCanvas::currentSource() const
{
    return m_scene->current(Side::Source).key;
}

void MappingCanvas::setCurrentTarget(const QString& key)
{
    if (key.isEmpty())
        select({Side::Target, {}, false});
    else
        reveal(Side::Target, key);
}

void MappingCanvas::setCurrentSource(const QString& key)
{
    if (!key.isEmpty()) reveal(Side::Source, key);
}

void MappingCanvas::reveal(Side side, const QString& key)
{
    TreeColumn& column = m_scene->column(side);
    if (m_scene->tree(side).indexOf(key) < 0) return;
    if (!column.unfold(key)) {
        m_scene->setKept(CanvasScene::Kept::All);
        m_scene->column(Side::Source).setSearch({});
        m_scene->column(Side::Target).setSearch({});
        column.unfold(key);
        Q_EMIT everythingShown();
    }
    pane(side)->refresh();
    select({side, key, false});
}

void MappingCanvas::select(const Spot& spot)
{
    const QString before = currentTarget();
    if (!m_scene->pickedUp) setHint({});
    m_scene->setCurrent(spot);
    m_scene->setActiveSide(spot.side);
    m_scene->setMarked({});
    const int row = m_scene->rowOf(spot);
    if (row != TreeColumn::kNoRow) pane(spot.side)->reveal(row);
    TreeAccessible::announceCurrent(pane(spot.side));
    follow();
    if (currentTarget() != before) Q_EMIT currentTargetChanged(currentTarget());
}

void MappingCanvas::select(const Spot& spot, Qt::KeyboardModifiers modifiers)
{
    const bool extends =
        spot.side == Side::Target && !spot.title && (modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
    if (extends)
        mark(spot, modifiers);
    else
        select(spot);
}

void MappingCanvas::mark(const Spot& spot, Qt::KeyboardModifiers modifiers)
{
    const QString start = currentTarget();
    QSet<QString> keys = m_scene->marked();
    keys.insert(start);
    if (modifiers & Qt::ShiftModifier) {
        const auto [from, to] =
            std::minmax({m_scene->rowOf({Side::Target, start, false}), m_scene->rowOf(spot)});
        for (int row = std::max(0, from); row <= to; ++row)
            keys.insert(m_scene->column(Side::Target).keyAt(row));
    } else if (keys.contains(spot.key)) {
        keys.remove(spot.key);
    }
    select(spot);
    keys.remove({});
    m_scene->setMarked(keys);
    follow();
}

void MappingCanvas::press(const Spot& spot)
{
    if (m_gestures->complete(spot)) return;
    const mapping::TreeNode* node = m_scene->tree(spot.side).find(spot.key);
    if (spot.side == Side::Source) {
        select(spot);
        m_gestures->pickUp(spot);
    } else if (node && node->isGroup() && !node->isList()) {
        m_target->toggle(m_scene->rowOf(spot));
    } else {
        m_commands->edit(spot);
    }
}

void MappingCanvas::openRow(const Spot& spot)
{
    if (spot.side == Side::Target) {
        m_gestures->letGo();
        m_commands->edit(spot);
    }
}

void MappingCanvas::setShow(Show show)
{
    m_scene->setKept(CanvasScene::Kept(int(show)));
    m_source->refresh();
    m_target->refresh();
    follow();
}

void MappingCanvas::setSearch(Side side, const QString& text)
{
    m_scene->column(side).setSearch(text);
    pane(side)->refresh();
    follow();
}

int MappingCanvas::zoom() const
{
    return m_scene->metrics().zoom;
}

void MappingCanvas::setZoom(int percent)
{
    percent = std::clamp(percent, kSmallestZoom, kLargestZoom);
    if (percent == zoom()) return;
    m_scene->setMetrics(CanvasMetrics::at(percent));
    placePanes();
    m_source->refresh();
    m_target->refresh();
    follow();
    Q_EMIT zoomChanged(percent);
}

void MappingCanvas::pickUp(Side side, const QString& key)
{
    m_gestures->pickUp({side, key, false});
}

QString MappingCanvas::pickedUp() const
{
    return m_scene->pickedUp ? m_scene->pickedUp->key : QString();
}

void MappingCanvas::connectFields(const QString& source, const QString& target)
{
    m_gestures->connectSpots({Side::Source, source, false}, {Side::Target, target, false}, DropOnto::Field);
}

void MappingCanvas::letGo()
{
    m_gestures->cancel();
}

TreePane* MappingCanvas::pane(Side side) const
{
    return side == Side::Source ? m_source : m_target;
}

void MappingCanvas::follow()
{
    m_source->follow();
    m_target->follow();
    m_wires->follow();
    placeHint();
}

void MappingCanvas::setHint(const QString& text, bool isRefusal)
{
    if (oneLine(text) == m_hint->text()) return;
    m_hint->say(text, isRefusal ? CanvasHint::Kind::Refusal : CanvasHint::Kind::Advice);
    placeHint();
}

QString MappingCanvas::hint() const
{
    return m_hint->text();
}

/// The rows that it is about stay in sight.
void MappingCanvas::placeHint()
{
    if (!m_hint->isVisibleTo(this)) return;
    QList<Spot> spots{m_scene->current(Side::Source), m_scene->current(Side::Target)};
    for (const std::optional<Spot>& spot : {m_scene->pickedUp, m_scene->over})
        if (spot) spots += *spot;
    QList<QRect> rows;
    for (const Spot& spot : std::as_const(spots)) {
        const int row = m_scene->rowOf(spot);
        if (row != TreeColumn::kNoRow)
            rows += pane(spot.side)->rowBox(row).translated(pane(spot.side)->pos());
    }
    m_hint->place(rows);
}

void MappingCanvas::placePanes()
{
    const double larger = std::max(0, zoom() - 100) / 100.0;
    const int wires = std::max(kNarrowestWires, int(width() * (kWiresShare + larger * kWiresMoreAtDouble)));
    const int source = (width() - wires) / 2;
    m_source->setGeometry(0, 0, source, height());
    m_wires->setGeometry(source, 0, wires, height());
    m_target->setGeometry(source + wires, 0, width() - source - wires, height());
}

void MappingCanvas::resizeEvent(QResizeEvent*)
{
    placePanes();
    placeHint();
}

void MappingCanvas::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0)
            setZoom(zoom() + (event->angleDelta().y() > 0 ? kZoomStep : -kZoomStep));
        return;
    }
    const int pixels = event->pixelDelta().isNull() ? event->angleDelta().y() * m_scene->metrics().row / 40
                                                    : event->pixelDelta().y();
    m_source->scrollBy(-pixels); // over the wires both sides move
    m_target->scrollBy(-pixels);
}

Spot MappingCanvas::focusedSpot() const
{
    const Side side = m_source->hasFocus()   ? Side::Source
                      : m_target->hasFocus() ? Side::Target
                                             : m_scene->activeSide();
    return m_scene->current(side);
}

void MappingCanvas::goAlongWire(Side to)
{
    const QStringList ends = m_scene->linkedTo(m_scene->current(other(to)));
    if (!ends.isEmpty()) reveal(to, ends.first());
    pane(to)->setFocus(Qt::OtherFocusReason);
}

bool MappingCanvas::zoomByKey(QKeyEvent* event)
{
    const bool plus = event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal;
    if (event->matches(QKeySequence::ZoomIn) || (plus && event->modifiers() & Qt::ControlModifier))
        setZoom(zoom() + kZoomStep);
    else if (event->matches(QKeySequence::ZoomOut))
        setZoom(zoom() - kZoomStep);
    else if (event->key() == Qt::Key_0 && (event->modifiers() & Qt::ControlModifier))
        setZoom(100);
    else
        return false;
    return true;
}

bool MappingCanvas::actByKey(QKeyEvent* event)
{
    const Spot spot = focusedSpot();
    const mapping::TreeNode* node = m_scene->tree(spot.side).find(spot.key);
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_gestures->cancel()) return true;
        if (m_scene->marked().isEmpty()) return false;
        m_scene->setMarked({});
        follow();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        press(spot);
        return true;
    case Qt::Key_F2:
        m_commands->edit(spot);
        return true;
    case Qt::Key_Space:
        if (node && node->isGroup())
            pane(spot.side)->toggle(m_scene->rowOf(spot));
        else if (!m_gestures->complete(spot))
            m_gestures->pickUp(spot);
        return true;
    case Qt::Key_M:
        if (control) return false;
        if (!m_gestures->complete(spot)) m_gestures->pickUp(spot);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (spot.side == Side::Target) m_commands->remove();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        goAlongWire(event->key() == Qt::Key_Left ? Side::Source : Side::Target);
        return true;
    default:
        return false;
    }
}

void MappingCanvas::keyPressEvent(QKeyEvent* event)
{
    const struct {
        QKeySequence::StandardKey key;
        void (CanvasCommands::*act)();
    } commands[] = {{QKeySequence::Undo, &CanvasCommands::undo},
                    {QKeySequence::Redo, &CanvasCommands::redo},
                    {QKeySequence::Copy, &CanvasCommands::copy},
                    {QKeySequence::Cut, &CanvasCommands::cut},
                    {QKeySequence::Paste, &CanvasCommands::paste}};
    for (const auto& command : commands) {
        if (!event->matches(command.key)) continue;
        (m_commands->*command.act)();
        return;
    }
    if (event->key() == Qt::Key_Y && event->modifiers() == Qt::ControlModifier) {
        m_commands->redo();
        return;
    }
    if (!zoomByKey(event) && !actByKey(event)) QWidget::keyPressEvent(event);
}

} // namespace tieout::gui
