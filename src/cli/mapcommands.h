#pragma once

#include "cli/commandline.h"

namespace tieout::cli {

/// Mapping documents without a workspace: `map check FILE`, `map run FILE` and `map explain FILE TARGET`;
/// records come from standard input, one JSON object a line, and go out the same way.
[[nodiscard]] int mapCommand(const Invocation& invocation);

} // namespace tieout::cli
