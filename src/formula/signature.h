#pragma once

#include "formula/functions.h"
#include "formula/lexer.h"

namespace tieout::formula {

/// "ROUND(number; places)" with the separator of the notation.
[[nodiscard]] QString shownSignature(const FunctionInfo& function, Notation notation);

/// The parameters of a shown signature, where each stands; "…" is none.
[[nodiscard]] QList<Span> parameterSpans(const QString& signature, QChar separator);

/// Which of the `known` parameters an argument (from 0) is given to; what "…" repeats is met again. -1 =
/// none.
[[nodiscard]] int activeParameter(const FunctionInfo& function, int argument, int known);

} // namespace tieout::formula
