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

/// What letting go would do, in a sentence; empty when it is refused.
[[nodiscard]] QString promise(const CanvasScene& scene, const DropPlan& plan);

/// What a field of the same side would do that a held end is moved to.
[[nodiscard]] QString movePromise(const CanvasScene& scene, const Spot& to);

/// Why the rules of a field cannot go to another of its side; empty = they can.
[[nodiscard]] QString refusedMove(const CanvasScene& scene, const Spot& ghost, const Spot& to);

} // namespace tieout::gui
