#pragma once

#include "model/problem.h"
#include "store/store.h"

#include <QHash>
#include <QSet>

namespace tieout::engine {

/// What the workspace knows of some source records of a flow.
struct KnownSources {
    QHash<QString, model::Link> links; ///< by source id
    QSet<QString> problems;            ///< ids with an open problem
};

[[nodiscard]] Task<Result<KnownSources>> knownSources(QString flow, QStringList ids, store::Store& store);

} // namespace tieout::engine
