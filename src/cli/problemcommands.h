#pragma once

#include "base/task.h"
#include "cli/session.h"

namespace tieout::cli {

/// What needs a person, and what the person says.
[[nodiscard]] Task<int> listProblems(Session session);
[[nodiscard]] Task<int> retry(Session session);
[[nodiscard]] Task<int> decide(Session session);

} // namespace tieout::cli
