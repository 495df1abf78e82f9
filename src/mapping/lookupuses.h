#pragma once

#include "model/flow.h"
#include "model/lookupuse.h"

namespace tieout::mapping {

/// Every formula of a sync and of its parents that asks the table, in document order. A formula that asks a
/// table by a computed name may ask any: it counts.
[[nodiscard]] QList<model::LookupUse> lookupUses(const model::Flow& flow, const QString& table);

} // namespace tieout::mapping
