#pragma once

#include "formula/check.h"
#include "model/value.h"

namespace tieout::formula {

/// One of the values that a formula may give, as far as it is known before there is a record: of
/// IF([Won], "ACCREC", [Type]) the text and the field.
struct ResultPiece {
    Span at;
    model::Value constant; ///< blank = it is not written out
    int longest = 0;       ///< characters; 0 = not known
    int decimals = -1;     ///< places behind the point; -1 = not known
    QStringList values;    ///< of a field that takes only these; empty = not known
};

[[nodiscard]] QList<ResultPiece> resultPieces(const Ast& ast, const CheckScope& scope);

} // namespace tieout::formula
