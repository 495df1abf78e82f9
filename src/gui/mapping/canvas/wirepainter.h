#pragma once

#include "gui/mapping/canvas/canvasscene.h"

class QPainter;

namespace tieout::gui {

/// What the pane of the wires adds to the scene when it paints.
struct WiresInView {
    QSizeF size;
    WireHit hovered;
    std::optional<QLineF> pulled; ///< the wire in the hand
    bool pulledOnField = false;   ///< it would be taken where it is
};

/// Paints curves, chips, stubs and ports.
class WirePainter final
{
  public:
    explicit WirePainter(const CanvasScene& scene)
        : m_scene(scene)
    {
    }
    void paint(QPainter& painter, const WireLayout& layout, const WiresInView& view, const QPalette& palette,
               const QFont& chipFont);

  private:
    void paintWires(QPainter& painter, const WireLayout& layout, const WiresInView& view) const;
    void paintPorts(QPainter& painter, const WireLayout& layout, double width) const;
    void paintChip(QPainter& painter, const ChipShape& chip, bool hovered) const;
    void paintStub(QPainter& painter, const StubShape& stub, bool hovered, double width) const;
    void paintPulled(QPainter& painter, const WiresInView& view) const;
    void paintPulledEnd(QPainter& painter, const WiresInView& view) const;
    [[nodiscard]] bool isPointedAt(Side side, int row) const;
    [[nodiscard]] QColor wireColour(bool lit, bool hovered) const;
    [[nodiscard]] Tone toneOf(const ChipShape& chip) const;

    const CanvasScene& m_scene;
    const Tokens* m_tokens = nullptr;
    QFont m_font;
    bool m_fading = false;
    Side m_pointedSide = Side::Source; ///< the row under the pointer in one of the trees
    int m_pointedRow = TreeColumn::kNoRow;
};

} // namespace tieout::gui
