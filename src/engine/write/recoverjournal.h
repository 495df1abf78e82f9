#pragma once

#include "connectors/connector.h"
#include "model/flow.h"
#include "store/store.h"

namespace tieout::store {
struct JournalBatch;
}

namespace tieout::engine {

/// Before a run writes anything: rows that a crash or a cut left open are looked up in the target by our
/// external key. Found ones are linked (they are compared with the source like any other), the others are
/// closed as not written; the source record is read again from the cursor, which has not passed it, or as a
/// due problem. Error: what the lookup met; then nothing is written for this flow.
[[nodiscard]] Task<Result<void>> recoverJournal(model::Flow flow, connectors::Connector& target,
                                                store::Store& store, Clock& clock, StopToken stop);

/// The rows of a batch by what a system knows them by: their keys and ids.
[[nodiscard]] QList<connectors::WriteRow> rowsOf(const store::JournalBatch& batch);

} // namespace tieout::engine
