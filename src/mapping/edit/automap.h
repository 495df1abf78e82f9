#pragma once

#include "mapping/edit/mappingdraft.h"
#include "model/schema.h"
#include "model/value.h"

namespace tieout::mapping {

/// Why two fields are proposed as a pair.
enum class PairReason : quint8 {
    SameName,      ///< "Currency" and "Currency"
    SameMeaning,   ///< by the dictionary of business words: "Close date" and "Invoice date"
    SimilarValues, ///< same type, and the sample holds the like
    UsedBefore,    ///< an earlier mapping of this workspace has it
};

struct Suggestion {
    QString source; ///< key of the source tree
    ProposedRule rule;
    PairReason reason = PairReason::SameName;
    int confidence = 0; ///< 0 to 100
    bool operator==(const Suggestion&) const = default;
};

struct AutoMapInput {
    const model::ObjectSchema* source = nullptr;
    const model::ObjectSchema* target = nullptr;
    const model::MappingDocument* document = nullptr; ///< places with rules are left alone
    model::Record sample;                             ///< may be null
    QList<model::MappingDocument> earlier;            ///< of this workspace
};

/// Proposals, the surest for each target, in the order of the target tree; never for one that
/// cannot be written. `sourceGroup` and `targetGroup` limit it to the members of a pair of groups (drop on a
/// group); empty = everything.
[[nodiscard]] QList<Suggestion> autoMap(const AutoMapInput& input, const QString& sourceGroup = {},
                                        const QString& targetGroup = {});

} // namespace tieout::mapping
