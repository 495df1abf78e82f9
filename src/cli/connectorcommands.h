#pragma once

#include "cli/commandline.h"

namespace tieout::cli {

/// `connector check FILE`: examines a manifest and says what is wrong or missing. Needs no workspace.
[[nodiscard]] int checkConnector(const Invocation& invocation);

} // namespace tieout::cli
