#pragma once

#include "base/result.h"
#include "mapping/edit/fieldtree.h"

namespace tieout::mapping {

class MappingDraft;

/// Pastes copied rules where a person stands. One rule of a single field fills the field `at`, whatever it
/// was copied from; lists and several rules keep their names and go into the list that `at` is, or is in.
/// Error: as MappingDraft::paste.
[[nodiscard]] Result<void> pasteAt(MappingDraft& draft, const QString& text, const FieldTree& target,
                                   const QString& at);

} // namespace tieout::mapping
