#pragma once

#include "mapping/edit/ruleplace.h"

namespace tieout::mapping {

/// A source field that a rule reads.
struct SourceField {
    QString key;         ///< of the source tree
    bool isList = false; ///< an `each` goes through it
    bool operator==(const SourceField&) const = default;
};

/// The fields that one formula reads, each once, in reading order; also from a formula that does not parse,
/// as far as its references can be told.
[[nodiscard]] QStringList fieldsOf(const QString& formula, const SourceScopes& scopes);
/// Everything a rule reads: formula, each, filter and sort; not the rules inside a list.
[[nodiscard]] QList<SourceField> fieldsRead(const PlacedRule& placed);

} // namespace tieout::mapping
