#pragma once

#include "connectors/check/jsonplaces.h"
#include "connectors/manifest.h"

namespace tieout::connectors {

/// One remark about a manifest.
struct Finding {
    enum class Level : quint8 {
        Fault,   ///< it cannot be used
        Missing, ///< it works, but records may be lost, doubled or stuck
        Advice,  ///< it could tell more
    };
    Level level = Level::Fault;
    QString path; ///< "$.objects.Invoices.read"
    TextPlace place;
    QString text; ///< in plain words (English source)
};

/// What a manifest that parses still lacks: rules that are never reached, creates that may double, reads that
/// do not notice deletions, secrets that are not marked. Places are left empty. Pure.
[[nodiscard]] QList<Finding> lintOf(const Manifest& manifest);

} // namespace tieout::connectors
