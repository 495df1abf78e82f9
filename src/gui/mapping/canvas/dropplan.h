#pragma once

#include "gui/mapping/canvas/canvasscene.h"
#include "mapping/edit/joining.h"

namespace tieout::gui {

/// What letting a wire go would do.
struct DropPlan {
    enum class Act : quint8 {
        Refuse,  ///< `reason` says why; empty = nothing is there
        Map,     ///< replaces nothing
        Combine, ///< joined to the rule that is there
        Ask,     ///< the target is taken: replace or combine
        Each,    ///< list onto list
        AskEach, ///< list onto a list with an `each` of another source: replace, or add at the end
        Pair,    ///< members by name
    };
    Act act = Act::Refuse;
    QString source;
    QString target;
    QString reason;
    mapping::Joining combine = mapping::Joining::Text; ///< how, if it is combined
    bool operator==(const DropPlan&) const = default;
};

enum class DropOnto : quint8 { Field, Chip };

/// Pure. Both spots in either order; the same side twice is refused without a reason.
[[nodiscard]] DropPlan planDrop(const CanvasScene& scene, const Spot& first, const Spot& second,
                                DropOnto onto);

/// Why the rules of a lost field cannot go to another of its side; empty = they can.
[[nodiscard]] QString refusedMove(const CanvasScene& scene, const Spot& ghost, const Spot& to);

} // namespace tieout::gui
