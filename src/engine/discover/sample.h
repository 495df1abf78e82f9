#pragma once

#include "connectors/connector.h"
#include "model/recordsample.h"

namespace tieout::engine {

/// Error: BadConfig "entry.no-object" (facts: name); what the system's description met.
[[nodiscard]] Task<Result<model::ObjectSchema>> describeObject(connectors::Connector* source, QString object,
                                                               StopToken stop);

/// Reads the first records of an object, no more pages than needed; writes and remembers nothing. Engine
/// thread. Errors: as describeObject() and reads give them.
[[nodiscard]] Task<Result<model::RecordSample>> takeSample(connectors::Connector* source,
                                                           model::SampleRequest request, StopToken stop);

} // namespace tieout::engine
