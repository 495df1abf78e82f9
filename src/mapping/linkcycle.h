#pragma once

#include "base/result.h"
#include "model/flow.h"

namespace tieout::mapping {

/// The flows that LINKED names in the formulas of a document, each once.
[[nodiscard]] QStringList linkedFlows(const model::MappingDocument& document);

/// Refuses flows whose records wait for each other, or for themselves: LINKED makes the other record first.
/// Error: BadConfig "linked.cycle" (facts: the flows on the way round, by title, joined with "›"; the target
/// key of the rule that closes it).
[[nodiscard]] Result<void> refuseLinkCycles(const QList<model::Flow>& flows);

} // namespace tieout::mapping
