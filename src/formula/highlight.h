#pragma once

#include "formula/lexer.h"

#include <optional>

namespace tieout::formula {

/// What a piece of a formula is, for colouring. Blanks are in no piece.
enum class PieceKind : quint8 {
    Number,
    Text,
    Truth, ///< TRUE, FALSE
    ErrorValue,
    Field,
    Function,
    UnknownWord, ///< neither a function nor TRUE or FALSE
    Operator,    ///< the leading "=" and % too
    Parenthesis,
    Separator,
    Broken, ///< no piece of the language: a lone sign, a text or field that is not closed
};

struct Piece {
    Span at;
    PieceKind kind = PieceKind::Broken;
    int depth = 0; ///< of a Parenthesis: how many stand around it

    bool operator==(const Piece&) const = default;
};

/// The pieces of a formula in reading order, whatever state the text is in.
[[nodiscard]] QList<Piece> highlight(const QString& text, Notation notation = {});

/// The other one of the pair whose parenthesis the cursor touches; nothing when it touches none or it has no
/// partner. `touched` comes first.
struct ParenthesisPair {
    Span touched;
    Span partner;
};
[[nodiscard]] std::optional<ParenthesisPair> parenthesesAt(const QString& text, qint32 cursor,
                                                           Notation notation = {});

} // namespace tieout::formula
