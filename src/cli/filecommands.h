#pragma once

#include "cli/session.h"

namespace tieout::cli {

/// `files CONNECTION OBJECT ID`: lists the files of a record; with --save keeps one here, with --add hangs
/// one on the record.
[[nodiscard]] Task<int> recordFiles(Session session);

} // namespace tieout::cli
