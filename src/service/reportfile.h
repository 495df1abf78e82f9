#pragma once

#include "base/result.h"
#include "base/task.h"
#include "model/report.h"

namespace tieout::service {

/// Writes a report as an Excel file; on a thread of the pool, put in its place as a whole. Errors: LocalFault
/// "file.write" | "file.disk-full" | "file.read-only", RowRejected "file.cell-too-long".
[[nodiscard]] Task<Result<void>> writeReportFile(QString path, model::Report report);

} // namespace tieout::service
