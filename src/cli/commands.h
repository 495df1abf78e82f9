#pragma once

#include "base/task.h"
#include "cli/commandline.h"

namespace tieout::cli {

/// Carries a command out and prints its answer; returns the exit code.
[[nodiscard]] Task<int> execute(Invocation invocation);

} // namespace tieout::cli
