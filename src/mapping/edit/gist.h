#pragma once

#include "formula/ast.h"
#include "mapping/edit/wires.h"

namespace tieout::mapping {

/// What a formula does, told by its outermost part; a chip without a target.
[[nodiscard]] Chip gistOf(const formula::Ast& ast);

} // namespace tieout::mapping
