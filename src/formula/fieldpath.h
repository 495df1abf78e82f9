#pragma once

#include "formula/ast.h"

#include <optional>

namespace tieout::formula {

/// The signs that ' makes letters of a name.
[[nodiscard]] bool isFieldSign(QChar c);
/// Reads what stands between [ and ]: "Field", "Parent.Field", "..Field", "#", ".". Inside a name ' takes the
/// special meaning from the next of . [ ] # ' and ›. Nothing when a name is empty.
[[nodiscard]] std::optional<FieldPath> fieldPathFromText(QStringView inside);
/// The text between [ and ].
[[nodiscard]] QString fieldPathText(const FieldPath& path);

} // namespace tieout::formula
