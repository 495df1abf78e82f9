#pragma once

#include "gui/mapping/canvas/dropplan.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace tieout::gui {

class MappingCanvas;
class ReplacePopup;

/// Drawing a wire: by dragging, or by picking a field up and choosing the other end. Shows what would happen
/// on the way and does it at the end. Main thread; owned by the canvas.
class CanvasGestures final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasGestures)
  public:
    CanvasGestures(CanvasScene& scene, MappingCanvas& canvas);

    void pickUp(const Spot& spot);
    /// A ghost whose rules another field of its side shall have.
    void pickUpToMove(const Spot& ghost);
    void letGo();
    [[nodiscard]] bool isPickedUp() const { return m_scene.pickedUp.has_value(); }
    /// True when `spot` can end what is picked up; then it is done.
    bool complete(const Spot& spot);
    /// The pointer or the keys are at a row while something is picked up.
    void passOver(const Spot& spot);

    void startDrag(const Spot& spot);
    /// A wire by one of its ends, or a chip by its target: what is let go takes that end elsewhere.
    void startMoving(const WireEnds& wire, Side end);
    void dragTo(QPoint global);
    void drop(QPoint global);
    [[nodiscard]] bool isDragging() const { return m_dragged.has_value(); }
    /// True when there was something to give up.
    bool cancel();

    void connectSpots(const Spot& first, const Spot& second, DropOnto onto);

  private:
    struct Landing {
        Spot spot;
        DropOnto onto = DropOnto::Field;
    };
    /// A wire in the hand by one end.
    struct Held {
        WireEnds wire;
        Side end = Side::Target;
        [[nodiscard]] Spot spot() const
        {
            return {end, end == Side::Source ? wire.source : wire.target, false};
        }
    };
    [[nodiscard]] Landing landingAt(QPoint global, Side from) const;
    void showLanding(const Spot& from, const Landing& landing, QPoint global);
    void showPulled(const Spot& from, const Landing& landing, QPoint global);
    [[nodiscard]] bool isBack(const Spot& spot) const { return m_held && m_held->spot() == spot; }
    void moveEnd(const Held& held, const Spot& to);
    void takeSource(const WireEnds& wire, const QString& source);
    void endDrag();
    void scrollAtEdge();
    void openGroupBelow();
    void carryOut(const DropPlan& plan);
    void ask(const DropPlan& plan);
    void moveGhost(const Spot& ghost, const Spot& to);
    [[nodiscard]] QPointF portOf(const Spot& spot) const;

    CanvasScene& m_scene;
    MappingCanvas& m_canvas;
    ReplacePopup* m_popup;
    std::optional<Spot> m_dragged;
    std::optional<Held> m_held; ///< of the drag
    QPoint m_pointer;
    QTimer m_edge;
    QTimer m_opening;
};

} // namespace tieout::gui
