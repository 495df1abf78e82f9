#pragma once

#include "base/task.h"
#include "cli/session.h"

namespace tieout::cli {

// What a connection holds, outside any sync.
[[nodiscard]] Task<int> listObjects(Session session);
[[nodiscard]] Task<int> listFields(Session session);
[[nodiscard]] Task<int> listRecords(Session session);
/// Reads records from a file or standard input, one JSON object a line, and writes them.
[[nodiscard]] Task<int> writeRecords(Session session);

} // namespace tieout::cli
