#pragma once

#include "connectors/connector.h"
#include "model/flow.h"
#include "service/mappingbench.h"
#include "store/store.h"

namespace tieout::service {

class EngineHost;

/// What the two systems of a sync say about themselves now.
struct TwoSides {
    MappingSide source;
    MappingSide target;
    model::OrganisationInfo organisation; ///< the target's
};

/// The connections of a sync.
struct SyncEnds {
    model::Flow sync;
    model::Connection source;
    model::Connection target;
};

/// Asks both systems; what one does not answer is taken as last known, with the fault. Engine thread.
[[nodiscard]] Task<TwoSides> readSides(EngineHost* host, SyncEnds ends, QString targetObject);

/// Reads one record with every field that comes with it; an empty id is the first one. Engine thread.
[[nodiscard]] Task<Result<SampleRecord>> readSample(EngineHost* host, SyncEnds ends, QString id);

/// The fields of an object that a sample reads: `needed` first, then all leaves of the schema, as many as fit
/// into one call of systems that take the field list in an address.
[[nodiscard]] QStringList samplePaths(const model::ObjectSchema& schema, const QStringList& needed);

/// The title of a record as the sync words it; its id when that fails.
[[nodiscard]] QString recordTitle(const model::Flow& sync, const model::Record& record);

} // namespace tieout::service
