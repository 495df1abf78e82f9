#pragma once

#include <QString>

namespace tieout::wording {

/// Facts that are words of the program itself, in the reader's language.

/// Kinds of values as formulas name them: "number or text".
[[nodiscard]] QString kindsInWords(const QString& kinds);
/// A place in a stored document: "fields[2].formula", or its beginning.
[[nodiscard]] QString placeInWords(const QString& path);
/// Why a member of a stored document cannot be read, as model::ObjectReader tells it. A reason that is not
/// known stays as it is.
[[nodiscard]] QString reasonInWords(const QString& reason);

} // namespace tieout::wording
