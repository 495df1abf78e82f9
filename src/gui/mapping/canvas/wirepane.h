#pragma once

#include "gui/mapping/canvas/wirepainter.h"

#include <QWidget>

class QLabel;

namespace tieout::gui {

/// The wires between the trees. Tells what was clicked; never takes the focus, as every wire and chip is
/// reached through its target. Main thread; owned by the canvas.
class WirePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WirePane)
  public:
    WirePane(const CanvasScene& scene, QWidget* parent);

    /// Something that lies here moved or changed.
    void follow();
    [[nodiscard]] const WireLayout& layoutNow() const;
    /// A wire in the hand, in this pane's coordinates.
    void setPulled(std::optional<QLineF> line, bool onField);
    [[nodiscard]] bool isPulling() const { return m_pulled.has_value(); }
    /// The chip's target; empty when there is none.
    [[nodiscard]] QString chipTargetAt(QPoint point) const;

  Q_SIGNALS:
    void wireClicked(const QString& source, const QString& target);
    void chipClicked(const QString& target);
    void formulaWanted(const QString& target);
    void groupingWanted();
    void stubClicked(tieout::gui::Side side, const QString& key);
    void emptyClicked();
    void menuWanted(const tieout::gui::Spot& spot, QPoint global);
    /// The nearer end of a wire, or the target of a chip, is drawn away.
    void dragStarted(const tieout::gui::WireEnds& wire, tieout::gui::Side end);
    void dragMoved(QPoint global);
    void dragDropped(QPoint global);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] QFont chipFont() const;
    [[nodiscard]] QString targetOf(const WireHit& hit) const;
    [[nodiscard]] QString wordsOf(const WireHit& hit) const;
    void paintInvitation(QPainter& painter) const;
    void grab(const WireHit& hit, QPoint point);
    void hover(QPoint point);

    const CanvasScene& m_scene;
    WirePainter m_painter;
    mutable std::optional<WireLayout> m_layout;
    mutable QHash<QString, double> m_widths; ///< of texts in m_measured
    mutable QFont m_measured;
    WireHit m_hovered;
    std::optional<QLineF> m_pulled;
    bool m_pulledOnField = false;
    /// Pressed, and what a drag from there would take along.
    struct Grabbed {
        WireEnds wire;
        Side end = Side::Target;
        QPoint at;
    };
    std::optional<Grabbed> m_grabbed;
    bool m_dragging = false;
};

} // namespace tieout::gui
