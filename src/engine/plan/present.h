#pragma once

#include "connectors/connector.h"

namespace tieout::engine {

/// Target records as they are at this moment, by id; what is not there is absent.
using Present = QHash<QString, connectors::TargetRecord>;

/// Reads these records of the target: one call for each batch of ids that fits into an address.
[[nodiscard]] Task<Result<Present>> readPresent(connectors::Connector& target, QString object,
                                                QStringList ids, StopToken stop);

} // namespace tieout::engine
