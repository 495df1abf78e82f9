#pragma once

#include "base/json.h"
#include "base/result.h"
#include "model/schema.h"

namespace tieout::connectors {

/// Kept schemas, so that a run needs no describe call. Members at their default are left out.
[[nodiscard]] Json toJson(const model::ObjectSchema& schema);
/// Error: LocalFault "schema.syntax" when the kept text is not one of ours (another version): describe again.
[[nodiscard]] Result<model::ObjectSchema> schemaFromJson(const Json& json);

} // namespace tieout::connectors
