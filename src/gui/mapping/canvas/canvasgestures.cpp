#include "gui/mapping/canvas/canvasgestures.h"

#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/replacepopup.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/edit/sourceswap.h"

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
    m_scene.overChip = false;
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

void CanvasGestures::startMoving(const WireEnds& wire, Side end)
{
    const Held held{wire, end};
    const Spot stays{other(end), end == Side::Source ? wire.target : wire.source, false};
    startDrag(stays.isNothing() ? held.spot() : stays);
    if (!m_dragged) return;
    m_dragged = stays; // nothing when a chip has no wire: then only its target is known
    m_held = held;
    m_canvas.select(held.spot());
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
    m_scene.over = isThere ? std::optional(landing.spot) : std::nullopt;
    m_scene.overChip = landing.onto == DropOnto::Chip && !m_held;
    QString reason, would;
    if (isThere && m_held) {
        reason = isBack(landing.spot) ? QString() : refusedMove(m_scene, m_held->spot(), landing.spot);
        if (reason.isEmpty() && !isBack(landing.spot)) would = movePromise(m_scene, landing.spot);
    } else if (isThere) {
        const DropPlan plan = planDrop(m_scene, from, landing.spot, landing.onto);
        reason = plan.act == DropPlan::Act::Refuse ? plan.reason : QString();
        would = promise(m_scene, plan);
    } else if (!m_dragged) {
        would = pickedUpHint(m_scene.content(), from.side, from.key);
    }
    m_scene.refused = isThere && would.isEmpty() && !isBack(landing.spot);
    m_canvas.setHint(m_scene.refused ? reason : would, m_scene.refused);
    showPulled(from, landing, global);
    m_canvas.follow();
}

void CanvasGestures::showPulled(const Spot& from, const Landing& landing, QPoint global)
{
    WirePane* wires = m_canvas.wires();
    const bool isThere = !landing.spot.isNothing();
    if (!isThere && !m_dragged) return wires->setPulled(std::nullopt, false);
    QPointF end = isThere ? portOf(landing.spot) : QPointF(wires->mapFromGlobal(global));
    end.setX(std::clamp(end.x(), 0.0, double(wires->width())));
    const ChipShape* chip =
        m_scene.overChip ? wires->layoutNow().chipAt(m_scene.rowOf(landing.spot)) : nullptr;
    if (chip) end.setX(chip->box.left());
    // A chip without wires is drawn away from where it stands.
    const QPointF start = from.isNothing() ? portOf(m_held->spot()) : portOf(from);
    QLineF line(start, end);
    const bool fromTarget = from.side == Side::Target && !from.isNothing();
    if (fromTarget) line = QLineF(line.p2(), line.p1());
    wires->setPulled(line, isThere && !m_scene.refused);
}

void CanvasGestures::endDrag()
{
    m_edge.stop();
    m_opening.stop();
    m_dragged.reset();
    m_held.reset();
    letGo();
}

void CanvasGestures::drop(QPoint global)
{
    if (!m_dragged) return;
    const Spot from = *m_dragged;
    const std::optional<Held> held = m_held;
    const Landing landing = landingAt(global, from.side);
    const bool back = isBack(landing.spot);
    endDrag();
    if (held && !landing.spot.isNothing() && !back) return moveEnd(*held, landing.spot);
    if (held) return;
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

void CanvasGestures::moveEnd(const Held& held, const Spot& to)
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (!draft) return;
    if (const QString reason = refusedMove(m_scene, held.spot(), to); !reason.isEmpty())
        return m_canvas.setHint(reason, true);
    if (held.end == Side::Source) return takeSource(held.wire, to.key);
    draft->move(held.wire.target, to.key);
    m_canvas.select(to);
    m_canvas.pane(Side::Target)->setFocus(Qt::MouseFocusReason);
}

/// Another field in the place of one, in the rule of one target.
void CanvasGestures::takeSource(const WireEnds& wire, const QString& source)
{
    mapping::MappingDraft* draft = m_canvas.editable();
    const auto& wires = m_scene.content().wiring.wires;
    const bool copies = std::any_of(wires.begin(), wires.end(), [&wire](const mapping::Wire& drawn) {
        return drawn.source == wire.source && drawn.target == wire.target &&
               drawn.kind != mapping::Wire::Kind::Formula;
    });
    if (copies) {
        draft->map(source, wire.target, mapping::Joining::Replace);
    } else {
        model::MappingDocument document = draft->document();
        document.group.reset(); // the group's keys stay what they are
        const model::MappingDocument swapped = mapping::withSource(document, wire.source, source);
        if (const model::MappedField* rule = mapping::ruleAt(swapped, wire.target)) {
            draft->settle();
            draft->setFormula(wire.target, rule->formula);
            draft->settle();
        }
    }
    m_canvas.select({Side::Target, wire.target, false});
    m_canvas.pane(Side::Target)->setFocus(Qt::MouseFocusReason);
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
    const QRect row(pane->mapTo(&m_canvas, QPoint(0, box.top())), box.size());
    const QPointer<MappingCanvas> canvas(&m_canvas);
    m_popup->ask(
        now, isList ? MappingCanvas::tr("Add its lines at the end") : MappingCanvas::tr("Combine"), row,
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
