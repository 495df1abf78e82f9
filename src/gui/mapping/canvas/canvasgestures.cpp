#include "gui/mapping/canvas/canvasgestures.h"

#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/replacepopup.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "mapping/edit/mappingdraft.h"

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr auto kEdgeTick = 30ms;
constexpr auto kOpening = 700ms;   ///< a drag that rests on a closed group opens it
constexpr int kEdge = 28;          ///< how near the end of a tree a drag scrolls it
constexpr int kFastest = 24;       ///< pixels a tick
constexpr double kNearPort = 0.25; ///< this part of the wires before the targets counts as the target

Side other(Side side)
{
    return side == Side::Source ? Side::Target : Side::Source;
}

} // namespace

CanvasGestures::CanvasGestures(CanvasScene& scene, MappingCanvas& canvas)
    : QObject(&canvas)
    , m_scene(scene)
    , m_canvas(canvas)
    , m_popup(new ReplacePopup(&canvas))
{
    m_edge.setInterval(kEdgeTick);
    connect(&m_edge, &QTimer::timeout, this, &CanvasGestures::scrollAtEdge);
    m_opening.setInterval(kOpening);
    m_opening.setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, &CanvasGestures::openGroupBelow);
}

void CanvasGestures::pickUp(const Spot& spot)
{
    if (!m_canvas.editable()) m_canvas.setHint(MappingCanvas::tr("This mapping can only be looked at"), true);
    if (spot.isNothing() || !m_canvas.editable()) return;
    m_scene.pickedUp = spot;
    m_scene.moving = false;
    m_scene.over.reset();
    m_canvas.setHint(pickedUpHint(m_scene.content(), spot.side, spot.key));
    m_canvas.follow();
}

void CanvasGestures::pickUpToMove(const Spot& ghost)
{
    if (ghost.isNothing() || !m_canvas.editable()) return;
    m_scene.pickedUp = ghost;
    m_scene.moving = true;
    m_canvas.setHint(movingHint(m_scene.content(), ghost.side, ghost.key));
    m_canvas.follow();
}

void CanvasGestures::letGo()
{
    if (!m_scene.pickedUp && !m_scene.over) return;
    m_scene.pickedUp.reset();
    m_scene.moving = false;
    m_scene.over.reset();
    m_scene.refused = false;
    m_canvas.wires()->setPulled(std::nullopt, false);
    m_canvas.setHint({});
    m_canvas.follow();
}

bool CanvasGestures::complete(const Spot& spot)
{
    if (!m_scene.pickedUp) return false;
    const Spot from = *m_scene.pickedUp;
    if (m_scene.moving) {
        if (spot.side != from.side || spot.isNothing() || spot == from) return false;
        if (const QString reason = refusedMove(m_scene, from, spot); !reason.isEmpty()) {
            m_canvas.setHint(reason, true);
            return true;
        }
        letGo();
        moveGhost(from, spot);
        return true;
    }
    if (spot.side == from.side) return false;
    const DropPlan plan = planDrop(m_scene, from, spot, DropOnto::Field);
    if (plan.act == DropPlan::Act::Refuse) {
        m_canvas.setHint(plan.reason, true); // still in the hand: another place may do
        return true;
    }
    letGo();
    carryOut(plan);
    return true;
}

void CanvasGestures::passOver(const Spot& spot)
{
    if (!m_scene.pickedUp || m_scene.moving || m_dragged) return;
    const Spot from = *m_scene.pickedUp;
    const bool across = !spot.isNothing() && spot.side != from.side;
    showLanding(from, across ? Landing{spot, DropOnto::Field} : Landing{}, {});
}

void CanvasGestures::startDrag(const Spot& spot)
{
    if (!m_canvas.editable()) return;
    m_popup->dismiss();
    letGo();
    m_dragged = spot;
    m_scene.pickedUp = spot;
    m_canvas.select(spot);
    m_edge.start();
}

void CanvasGestures::dragTo(QPoint global)
{
    if (!m_dragged) return;
    m_pointer = global;
    const std::optional<Spot> before = m_scene.over;
    showLanding(*m_dragged, landingAt(global, m_dragged->side), global);
    if (m_scene.over != before) m_opening.start();
}

void CanvasGestures::openGroupBelow()
{
    if (!m_dragged || !m_scene.over) return;
    const int row = m_scene.rowOf(*m_scene.over);
    const TreeColumn& column = m_scene.column(m_scene.over->side);
    if (row == TreeColumn::kNoRow || !column.rows()[size_t(row)].group || column.rows()[size_t(row)].open)
        return;
    m_canvas.pane(m_scene.over->side)->toggle(row);
    dragTo(m_pointer);
}

CanvasGestures::Landing CanvasGestures::landingAt(QPoint global, Side from) const
{
    const TreePane* pane = m_canvas.pane(other(from));
    const QPoint inPane = pane->mapFromGlobal(global);
    if (const int row = pane->rowAt(inPane); row != TreeColumn::kNoRow)
        return {m_scene.spotAt(pane->side(), row), DropOnto::Field};
    const WirePane* wires = m_canvas.wires();
    const QPoint inWires = wires->mapFromGlobal(global);
    if (from != Side::Source || !wires->rect().contains(inWires)) return {};
    if (const QString target = wires->chipTargetAt(inWires); !target.isEmpty())
        return {{Side::Target, target, false}, DropOnto::Chip};
    if (inWires.x() < wires->width() * (1 - kNearPort)) return {};
    const int row = m_scene.column(Side::Target).rowAt(inWires.y());
    return {m_scene.spotAt(Side::Target, row), DropOnto::Field};
}

QPointF CanvasGestures::portOf(const Spot& spot) const
{
    const int row = m_scene.rowOf(spot);
    const double x = spot.side == Side::Source ? 0 : m_canvas.wires()->width();
    return {x, m_scene.column(spot.side).centre(std::max(0, row))};
}

void CanvasGestures::showLanding(const Spot& from, const Landing& landing, QPoint global)
{
    const bool isThere = !landing.spot.isNothing();
    const DropPlan plan = isThere ? planDrop(m_scene, from, landing.spot, landing.onto) : DropPlan();
    m_scene.over = isThere ? std::optional(landing.spot) : std::nullopt;
    m_scene.refused = isThere && plan.act == DropPlan::Act::Refuse;
    if (m_scene.refused)
        m_canvas.setHint(plan.reason, true);
    else
        m_canvas.setHint(m_dragged ? QString() : pickedUpHint(m_scene.content(), from.side, from.key));
    WirePane* wires = m_canvas.wires();
    if (isThere) {
        QPointF end = portOf(landing.spot);
        QLineF line(portOf(from), end);
        if (from.side == Side::Target) line = QLineF(line.p2(), line.p1());
        wires->setPulled(line, !m_scene.refused);
    } else if (m_dragged) {
        QPointF end = wires->mapFromGlobal(global);
        end.setX(std::clamp(end.x(), 0.0, double(wires->width())));
        QLineF line(portOf(from), end);
        if (from.side == Side::Target) line = QLineF(line.p2(), line.p1());
        wires->setPulled(line, false);
    } else {
        wires->setPulled(std::nullopt, false);
    }
    m_canvas.follow();
}

void CanvasGestures::endDrag()
{
    m_edge.stop();
    m_opening.stop();
    m_dragged.reset();
    letGo();
}

void CanvasGestures::drop(QPoint global)
{
    if (!m_dragged) return;
    const Spot from = *m_dragged;
    const Landing landing = landingAt(global, from.side);
    endDrag();
    if (landing.spot.isNothing()) return;
    m_canvas.pane(Side::Target)->setFocus(Qt::MouseFocusReason); // keys go on where the wire ends
    connectSpots(from, landing.spot, landing.onto);
}

bool CanvasGestures::cancel()
{
    const bool had = m_dragged || m_scene.pickedUp || m_popup->isVisible();
    m_popup->dismiss();
    endDrag();
    return had;
}

void CanvasGestures::scrollAtEdge()
{
    if (!m_dragged) return;
    TreePane* pane = m_canvas.pane(other(m_dragged->side));
    const QPoint point = pane->mapFromGlobal(m_pointer);
    if (point.x() < -pane->width() / 2 || point.x() > pane->width() * 3 / 2) return;
    const int above = kEdge - point.y();
    const int below = point.y() - (pane->height() - kEdge);
    if (above <= 0 && below <= 0) return;
    const int speed = std::min(kFastest, std::max(above, below));
    pane->scrollBy(above > 0 ? -speed : speed);
    dragTo(m_pointer);
}

void CanvasGestures::connectSpots(const Spot& first, const Spot& second, DropOnto onto)
{
    const DropPlan plan = planDrop(m_scene, first, second, onto);
    if (plan.act == DropPlan::Act::Refuse)
        m_canvas.setHint(plan.reason, true);
    else
        carryOut(plan);
}

void CanvasGestures::carryOut(const DropPlan& plan)
{
    using Act = DropPlan::Act;
    using mapping::Joining;
    mapping::MappingDraft* draft = m_canvas.editable();
    if (!draft) return;
    m_canvas.setHint({});
    switch (plan.act) {
    case Act::Refuse:
        return;
    case Act::Map:
        draft->map(plan.source, plan.target, Joining::Replace);
        break;
    case Act::Combine:
        draft->map(plan.source, plan.target, plan.combine);
        break;
    case Act::Ask:
    case Act::AskEach:
        m_canvas.select({Side::Target, plan.target, false});
        ask(plan);
        return;
    case Act::Each:
        draft->map(plan.source, plan.target, Joining::Replace);
        m_canvas.select({Side::Target, plan.target, false});
        Q_EMIT m_canvas.groupPairWanted(plan.source, plan.target);
        return;
    case Act::Pair:
        Q_EMIT m_canvas.groupPairWanted(plan.source, plan.target);
        return;
    }
    m_canvas.select({Side::Target, plan.target, false});
}

void CanvasGestures::ask(const DropPlan& plan)
{
    const bool isList = plan.act == DropPlan::Act::AskEach;
    const QString label = m_scene.content().target.find(plan.target)->label;
    QStringList from;
    for (const QString& key : m_scene.linkedTo({Side::Target, plan.target, false}))
        from += m_scene.content().source.words(key);
    const QString now = from.isEmpty()
                            ? MappingCanvas::tr("“%1” has a rule already.").arg(label)
                            : MappingCanvas::tr("“%1” already comes from %2.").arg(label, from.join(u", "_s));
    const TreePane* pane = m_canvas.pane(Side::Target);
    const QRect box = pane->rowBox(m_scene.rowOf({Side::Target, plan.target, false}));
    const QPoint at = pane->mapTo(&m_canvas, QPoint(0, box.bottom() + 4));
    const QPointer<MappingCanvas> canvas(&m_canvas);
    m_popup->ask(
        now, isList ? MappingCanvas::tr("Add its lines at the end") : MappingCanvas::tr("Combine"), at,
        [canvas, plan, isList](ReplacePopup::Answer answer) {
            if (!canvas) return;
            canvas->pane(Side::Target)->setFocus(Qt::PopupFocusReason);
            mapping::MappingDraft* draft = canvas->editable();
            if (!draft || answer == ReplacePopup::Answer::Neither) return;
            const bool replace = answer == ReplacePopup::Answer::Replace;
            if (!replace && isList)
                draft->addBranch(mapping::TargetKey::fieldPath(plan.target), u"[%1]"_s.arg(plan.source));
            else
                draft->map(plan.source, plan.target, replace ? mapping::Joining::Replace : plan.combine);
            canvas->select({Side::Target, plan.target, false});
        });
}

void CanvasGestures::moveGhost(const Spot& ghost, const Spot& to)
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (!draft) return;
    if (ghost.side == Side::Target) {
        draft->move(ghost.key, to.key);
        m_canvas.select(to);
        return;
    }
    if (!draft->replaceSource(ghost.key, to.key))
        return m_canvas.setHint(MappingCanvas::tr("No rule uses it"), true);
    m_canvas.select(to);
}

} // namespace tieout::gui
