#pragma once

#include "gui/mapping/canvas/canvascontent.h"
#include "gui/mapping/canvas/canvasmetrics.h"

#include <QPainterPath>
#include <QRectF>

#include <functional>

namespace tieout::gui {

class TreeColumn;

/// Indexes of a wire's ends in their trees; -1 = not there.
struct WireNodes {
    int source = -1;
    int target = -1;
};

/// One curve: a wire, or several that run between the same two rows because a group is closed.
struct WireShape {
    int wire = 0; ///< the first, in wiring.wires
    int count = 1;
    int sourceRow = 0;
    int targetRow = 0;
    QPointF from;
    QPointF to;
    bool lit = false;
    bool ghost = false; ///< an end is lost

    [[nodiscard]] QPainterPath path() const;
    [[nodiscard]] double distance(QPointF point) const;
};

/// What is done on the way, beside its target. One for each row at most.
struct ChipShape {
    enum class Kind : quint8 { Rule, Bundle, Rows };
    Kind kind = Kind::Rule;
    int chip = -1; ///< in wiring.chips; of Rule
    int count = 0; ///< wires; of Bundle
    int targetRow = 0;
    QRectF box;
    QString text;
    bool lit = false;
};

/// Stands at the edge, beside the end in sight, for lines whose other end is out of sight.
struct StubShape {
    Side side = Side::Source; ///< of the end in sight
    int row = 0;
    int where = 0; ///< of the other end: -1 above, 1 below, 0 hidden by a search or filter
    QRectF box;
    QString text;
    QString leadsTo; ///< key on the other side
    bool lit = false;
};

struct WireHit {
    enum class Kind : quint8 { Nothing, Wire, Chip, Stub };
    Kind kind = Kind::Nothing;
    int index = -1; ///< in the list of its kind
    bool operator==(const WireHit&) const = default;
};

struct WireInput {
    const CanvasContent* content = nullptr;
    const TreeColumn* source = nullptr;
    const TreeColumn* target = nullptr;
    const std::vector<WireNodes>* nodes = nullptr; ///< of content->wiring.wires
    const std::vector<char>* lit = nullptr;        ///< of the same; empty = none
    CanvasMetrics metrics;
    double width = 0;
    std::function<double(const QString&)> textWidth; ///< in the font of chips
};

/// Where the curves, chips and stubs of the rows in view lie. Chips and stubs never overlap: each row has its
/// own height, chips keep to the right part and the stubs of sources to the left. Pure; a value.
struct WireLayout {
    std::vector<WireShape> wires;
    std::vector<ChipShape> chips;
    std::vector<StubShape> stubs;

    [[nodiscard]] static WireLayout of(const WireInput& input);
    [[nodiscard]] WireHit hit(QPointF point) const;
    [[nodiscard]] const ChipShape* chipAt(int targetRow) const;
};

} // namespace tieout::gui
