#pragma once

#include "model/flow.h"

namespace tieout::mapping {

/// The document with one source field taken for another wherever it is named: formulas, lists with their
/// filters and sorts, group keys and totals. What a lost field gave, the other gives from now on. Keys of the
/// source tree; a row's field that takes a group key's place becomes the key. Texts that do not parse are
/// rewritten as far as their references can be told. Pure.
[[nodiscard]] model::MappingDocument withSource(model::MappingDocument document, const QString& from,
                                                const QString& to);

/// Gives a sync another mapping for its own. Where another field took a group key's place, what the sync
/// itself says of its source follows (its key, its titles, the rules that leave records out, its parents with
/// their mappings), so that it recognises its documents as before. Pure.
void takeMapping(model::Flow& sync, model::MappingDocument document);

} // namespace tieout::mapping
