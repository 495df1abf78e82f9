#pragma once

#include "connectors/manifestparts.h"

namespace tieout::connectors {

/// True when a success says that it is none: one of the manifest's `failedWhen` members has its value. Reads
/// over everything else without making a tree, so that it may be asked for every page. Pure.
[[nodiscard]] bool saysFailed(const QByteArray& body, const QList<ErrorBodySpec::Failed>& conditions);

} // namespace tieout::connectors
