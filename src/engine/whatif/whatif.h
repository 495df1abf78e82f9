#pragma once

#include "engine/run.h"
#include "model/whatif.h"

namespace tieout::engine {

struct WhatIfRequest {
    model::Flow before; ///< the sync with the saved mapping
    model::Flow after;  ///< the same with the one to try
    QString mapped;     ///< whose mapping was changed: the sync's id, or a parent's
    QList<model::LookupTable> lookups;
    qint64 run = 0; ///< of which records are tried
    Instant runAt{};
    QStringList sources; ///< ids of its records; empty = the first records of the source
    bool cut = false;    ///< the run had more
};

/// Reads the records anew and maps each with both mappings, the mapping on the pool's threads, a page at a
/// time in bounded memory. Writes nothing, not even to the workspace. Engine thread. Errors: BadConfig of a
/// mapping to try that does not compile (a saved one that does not holds every record); what reading meets.
[[nodiscard]] Task<Result<model::WhatIfReport>>
tryMapping(RunEnvironment environment, WhatIfRequest request, StopToken stop,
           std::function<void(const model::WhatIfProgress&)> progress);

} // namespace tieout::engine
