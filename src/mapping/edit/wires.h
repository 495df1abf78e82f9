#pragma once

#include "mapping/edit/fieldtree.h"
#include "mapping/mappingcheck.h"

namespace tieout::mapping {

/// What flows from one source field to one target.
struct Wire {
    enum class Kind : quint8 {
        Copy,    ///< the value as it is: no chip
        Formula, ///< a chip with its gist
        Each,    ///< each line →
    };
    QString source; ///< key in the source tree
    QString target; ///< key in the target tree
    Kind kind = Kind::Copy;
    bool operator==(const Wire&) const = default;
};

/// The rule at a target as the canvas shows it.
struct Chip {
    /// What the formula does, in facts; the window makes the words ("Region → tax", "ROUND 4", "+ terms").
    enum class Gist : quint8 {
        None,
        Constant,
        Lookup,
        Linked,
        Round,
        Condition,
        IfEmpty,
        Sum,
        Text,
        Date,
        Function,
        Arithmetic,
        Each
    };
    QString target;
    Gist gist = Gist::None;
    QString fact; ///< table, flow, places, function name, the constant, the field's name
    QList<RuleFinding> findings;
    bool operator==(const Chip&) const = default;
};

/// All wires and chips of a document, in document order. Formulas that do not parse have a chip and the wires
/// of the fields that can be read from them.
struct Wiring {
    QList<Wire> wires;
    QList<Chip> chips;
    QHash<QString, int> chipOf; ///< target key → index in chips
    /// Targets that must have a rule and have none: amber once a sibling has a rule.
    QStringList missing;
    /// Required groups around a mapped field that are not complete: "Contact" for "Contact.Name".
    QStringList missingParents;
    QHash<QString, QString> notes; ///< by target, of places that only have a note too
    QList<RuleFinding> group;      ///< about the keys and totals of rows that become one document

    /// Puts a finding at its rule, one that fills nothing too.
    void mark(const RuleFinding& finding);
};

[[nodiscard]] Wiring wiringOf(const model::MappingDocument& document, const model::ObjectSchema& source,
                              const model::ObjectSchema& target, const LookupTables& tables);

} // namespace tieout::mapping
