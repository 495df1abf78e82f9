#pragma once

#include "connectors/connector.h"
#include "model/flow.h"
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

/// The same, asked of the system now whatever is kept. When that fails the last known ones, however old, and
/// why.
struct KnownSchemas {
    QList<model::ObjectSchema> schemas;
    std::optional<Error> fault;
};
[[nodiscard]] Task<KnownSchemas> describeAnew(QString connection, QStringList objects,
                                              connectors::Connector& system, store::Store& store,
                                              Clock& clock, StopToken stop);
/// The objects that a sync writes, its parents' too.
[[nodiscard]] QStringList targetObjectsOf(const model::Flow& flow);
/// What ORG() answers.
[[nodiscard]] QHash<QString, model::Value>
organisationSettings(const connectors::OrganisationInfo& organisation);

/// Forgets both, so that the next run reads them anew (after a refusal that contradicts them).
[[nodiscard]] Task<Result<void>> forgetReference(QString connection, store::Store& store);

} // namespace tieout::engine
