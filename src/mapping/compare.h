#pragma once

#include "model/mapping.h"

namespace tieout::mapping {

/// What of a rule, or of the document, differs.
enum class DocumentPart : quint8 {
    Rule,      ///< the whole rule came or went; texts: what fills it
    Formula,   ///< stored form
    WhenEmpty, ///< "leave", "clear", "hold"
    Each,
    Filter,
    Sort,
    Note,
    Target, ///< the same rule now fills another field; texts: both keys
    Order,  ///< among its siblings; texts: the key of the rule before it, empty = the first
    From,   ///< the document reads another object
    To,     ///< the document fills another object
    Group,  ///< how rows become one document; texts: its JSON
    Other,  ///< a member that this program does not know; texts: its JSON
};

/// One difference between two mapping documents.
struct DocumentChange {
    enum class Kind : quint8 { Added, Removed, Changed, Moved };
    Kind kind = Kind::Changed;
    QString target; ///< TargetKey of the rule: "LineItems#2.TaxType"; of a removed one the old; empty = the
                    ///< document
    DocumentPart part = DocumentPart::Formula;
    QString before;
    QString after;
    QString member; ///< of Other: its name

    bool operator==(const DocumentChange&) const = default;
};

/// What changed from `before` to `after`, in the order of `after`, each removed rule where it stood. Version
/// numbers are not compared; equal documents give nothing. A rule that came or went with lines gives one
/// change for itself and one for each rule of its lines. Pure; any thread.
[[nodiscard]] QList<DocumentChange> compareDocuments(const model::MappingDocument& before,
                                                     const model::MappingDocument& after);

} // namespace tieout::mapping
