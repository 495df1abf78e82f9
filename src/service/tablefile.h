#pragma once

#include "base/result.h"
#include "base/task.h"
#include "model/value.h"

namespace tieout::service {

/// Writes rows as a spreadsheet or, by the ending of `path`, as CSV; on a thread of the pool, put in its
/// place as a whole. Errors: LocalFault "file.write" | "file.disk-full" | "file.read-only", RowRejected
/// "file.cell-too-long" | "file.too-many-rows".
[[nodiscard]] Task<Result<void>> writeTableFile(QString path, QList<QList<model::Value>> rows);

} // namespace tieout::service
