#pragma once

#include "cli/commandline.h"

namespace tieout::cli {

/// `formula`: computes formulas from standard input, one JSON object a line, and prints one answer a line.
/// Needs no workspace.
[[nodiscard]] int computeFormulas();

} // namespace tieout::cli
