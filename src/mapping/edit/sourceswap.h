#pragma once

#include "model/mapping.h"

namespace tieout::mapping {

/// The document with one source field taken for another wherever it is named: formulas, lists with their
/// filters and sorts, group keys and totals. What a lost field gave, the other gives from now on. Keys of the
/// source tree; a row's field that takes a group key's place becomes the key. Texts that do not parse are
/// rewritten as far as their references can be told. Pure.
[[nodiscard]] model::MappingDocument withSource(model::MappingDocument document, const QString& from,
                                                const QString& to);

} // namespace tieout::mapping
