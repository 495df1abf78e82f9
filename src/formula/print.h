#pragma once

#include "formula/lexer.h"

#include <functional>

namespace tieout::formula {

/// How a formula is written. The default is the stored form: English, commas, API names.
struct PrintStyle {
    Notation notation;
    /// Words for what stands between [ and ], for the screen; empty = API names.
    std::function<QString(const FieldPath&)> label;
};

/// The formula with its "=", one blank around operators and after separators; only needed parentheses and the
/// author's own. `parse(print(ast))` is the same formula.
[[nodiscard]] QString print(const Ast& ast, const PrintStyle& style = {});
/// A text constant with its quotes.
[[nodiscard]] QString quoted(const QString& text);

} // namespace tieout::formula
