#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

// The parts of a manifest that describe objects; used by parseManifest alone.

[[nodiscard]] RequestSpec readRequestSpec(StrictObject& in);
[[nodiscard]] ObjectSpec readObjectSpec(const QString& name, StrictObject& in);
[[nodiscard]] ReferenceSpec readReferenceSpec(StrictObject& in);

} // namespace tieout::connectors
