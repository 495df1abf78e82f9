#pragma once

#include "model/run.h"
#include "support/tempworkspace.h"

/// What a workspace keeps of runs and writes, as a test asks for it. A store that does not answer ends the
/// test program.
namespace tieout::support {

[[nodiscard]] std::optional<model::RunReport> runIn(TempWorkspace& workspace, qint64 run);
[[nodiscard]] QList<model::RunRecord> recordsIn(TempWorkspace& workspace, qint64 run);
/// Rows whose end is not known yet, of a sync or of a connection's entries.
[[nodiscard]] qsizetype openRowsIn(TempWorkspace& workspace, const QString& flow);

} // namespace tieout::support
