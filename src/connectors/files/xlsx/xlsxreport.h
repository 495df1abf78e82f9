#pragma once

#include "base/result.h"
#include "model/report.h"

namespace tieout::connectors {

/// Writes a report as a workbook that prints well: A4 across, as wide as a page, page numbers, headings on
/// each page, long texts in further lines. Put in its place as a whole. Any thread. Errors: LocalFault
/// "file.write" | "file.disk-full" | "file.read-only", RowRejected "file.cell-too-long".
[[nodiscard]] Result<void> writeReport(const QString& path, const model::Report& report);

} // namespace tieout::connectors
