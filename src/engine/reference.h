#pragma once

#include "connectors/connector.h"
#include "store/store.h"

namespace tieout::engine {

/// Slow-moving facts of a connection, from the workspace when fresh enough (12 hours), else read and kept.
[[nodiscard]] Task<Result<connectors::ReferenceData>> loadReference(QString connection,
                                                                    connectors::Connector& system,
                                                                    store::Store& store, Clock& clock,
                                                                    StopToken stop);

/// Schemas of objects, from the workspace when fresh enough, else described and kept.
[[nodiscard]] Task<Result<QList<model::ObjectSchema>>> loadSchemas(QString connection, QStringList objects,
                                                                   connectors::Connector& system,
                                                                   store::Store& store, Clock& clock,
                                                                   StopToken stop);

/// Forgets both, so that the next run reads them anew (after a refusal that contradicts them).
[[nodiscard]] Task<Result<void>> forgetReference(QString connection, store::Store& store);

} // namespace tieout::engine
