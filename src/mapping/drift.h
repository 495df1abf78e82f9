#pragma once

#include "base/result.h"
#include "model/mapping.h"
#include "model/schema.h"

namespace tieout::mapping {

/// What a mapping names and the systems do not have any more, or have otherwise.
struct Drift {
    enum class Kind : quint8 {
        SourceLost,    ///< rules read a field that is gone: they would be stopped before anything is read
        TargetLost,    ///< a rule fills a field that is gone
        SourceRetyped, ///< a field that rules read is of another type now
        TargetRetyped,
    };
    Kind kind = Kind::SourceLost;
    QString key;       ///< of the source or target tree
    QStringList rules; ///< TargetKeys of the rules concerned
    QString nearest;   ///< key of the field that most likely took its place; may be empty
    model::FieldType before = model::FieldType::Text; ///< of a retyped field
    model::FieldType now = model::FieldType::Text;

    bool operator==(const Drift&) const = default;
};

/// Both sides as they are known.
struct SchemaPair {
    const model::ObjectSchema* source = nullptr;
    const model::ObjectSchema* target = nullptr;
};

/// Compares a document with today's schemas; with `before`, those of its last save, also the types. In the
/// order of the trees, source first. Pure.
[[nodiscard]] QList<Drift> schemaDrift(const model::MappingDocument& document, const SchemaPair& today,
                                       const SchemaPair& before = {});

/// Stops what would write values into fields that are gone: systems pass over those without a word. A schema
/// without fields to write, or an object without known members, says nothing. Error: BadConfig
/// "mapping.target-lost" (facts: the field, the field that may have taken its place or empty, the object's
/// label).
[[nodiscard]] Result<void> refuseLostTargets(const model::MappingDocument& document,
                                             const model::ObjectSchema& target);

} // namespace tieout::mapping
