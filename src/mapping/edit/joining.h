#pragma once

#include "mapping/edit/fieldtree.h"

namespace tieout::mapping {

/// What a field does to the rule that fills its target already.
enum class Joining : quint8 {
    Replace,
    Text,    ///< =[First] & " " & [Last]
    Numbers, ///< =[Net] + [Freight]
};

/// How a source field is combined with what fills the target: numbers add, all else stands side by side.
[[nodiscard]] Joining combining(const TreeNode& source, const TreeNode& target);

} // namespace tieout::mapping
