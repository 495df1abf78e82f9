#pragma once

#include "formula/evaluator.h"
#include "mapping/rules.h"

namespace tieout::mapping {

/// Why the items of a list could not be made: the fault and the formula that has it.
struct ListFault {
    formula::Fault fault;
    const formula::Program* program = nullptr;
};

/// The items of an `each`, filtered and sorted. A single value is a list of one; blank and FALSE are none.
/// `most` bounds how many items are looked at: a sample need not go through a million lines.
[[nodiscard]] tl::expected<model::ValueList, ListFault>
listItems(formula::Evaluator& evaluator, const ListSource& source, const formula::Scope& scope,
          qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace tieout::mapping
