#pragma once

#include "mapping/edit/mappingdraft.h"

namespace tieout::gui {

/// What changes when another source field takes a lost one's place.
struct SourceSwap {
    QList<mapping::ProposedRule> rules;
    QList<std::pair<QString, QString>> filters; ///< list, formula
    QList<std::pair<QString, QString>> sorts;
    [[nodiscard]] bool isEmpty() const { return rules.isEmpty() && filters.isEmpty() && sorts.isEmpty(); }
};

/// The rules that name a source field, rewritten to name another in its place: what a lost field gave, the
/// other gives from now on. Keys of the source tree. Pure.
[[nodiscard]] SourceSwap swapped(const model::MappingDocument& document, const QString& from,
                                 const QString& to);

} // namespace tieout::gui
