#pragma once

#include "mapping/mappingcheck.h"

namespace tieout::mapping {

/// Where the faults of a document that can be read only in part stand (model::mappingAsFarAsReadable): a
/// finding on each rule, "mapping.damaged-rule" (path). Faults of the document itself are not among them.
[[nodiscard]] QList<RuleFinding> faultyRules(const model::MappingDocument& document,
                                             const QList<Error>& faults);

} // namespace tieout::mapping
