#pragma once

#include "base/clock.h"
#include "connectors/connector.h"
#include "store/store.h"

namespace tieout::engine {

/// Finds out what became of entries that a crash or a cut left open: new records are looked up by their own
/// key, changes by reading the record and comparing, files in the list of their record. Nothing is sent. What
/// cannot be found out stays in doubt and is named so. Entry runs that died with their program end. Only what
/// began before `before`, the start of this program: what is under way in it is left alone.
///
/// The runs whose report changed. Error: what the lookup met; what was not looked up yet stays open.
[[nodiscard]] Task<Result<QList<model::RunReport>>> recoverEntries(QString connection,
                                                                   connectors::Connector& target,
                                                                   store::Store& store, Clock& clock,
                                                                   Instant before, StopToken stop);

/// Connections with entries to look up. Runs on the store's thread.
[[nodiscard]] Result<QStringList> openEntries(store::Database& database, const QStringList& connections,
                                              Instant before);

} // namespace tieout::engine
