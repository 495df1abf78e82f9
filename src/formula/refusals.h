#pragma once

#include "formula/check.h"
#include "formula/functions.h"

#include <span>

namespace tieout::formula {

/// Can a call fail although each argument is of the right kind and none of them fails? LEFT([Name], 3)
/// cannot, LEFT([Name], [Count]) can: the count may be negative. `arguments`: what is known of each.
[[nodiscard]] bool mayRefuse(const Ast& ast, const Node& call, const FunctionInfo& function,
                             std::span<const StaticType> arguments);
/// Can it fail with #N/A only?
[[nodiscard]] bool refusesWithNotAvailable(const Ast& ast, const Node& call);
/// Written out: 5, -5, 5%.
[[nodiscard]] std::optional<Decimal> constantNumber(const Ast& ast, const Node& node);

} // namespace tieout::formula
