#pragma once

#include "formula/lexer.h"

namespace tieout::formula {

/// A call that the cursor is in.
struct OpenCall {
    QString function; ///< upper case; empty = plain parentheses
    Span nameAt;
    QList<Token> arguments; ///< first token of each argument that has begun; End = nothing there yet
};

/// Where a cursor stands in a formula, however broken it is.
struct CursorPlace {
    enum class Expects : quint8 {
        Value,    ///< a field or a function, begun or not
        Field,    ///< inside of [ ]
        Constant, ///< inside of " "
        Nothing,  ///< behind a value or inside of a number
    };
    Expects expects = Expects::Value;
    Span token;            ///< the piece that a completion replaces
    QString typed;         ///< of that piece up to the cursor, without its [ or "
    bool closed = false;   ///< the piece has its ] or "; a word has its (
    QList<OpenCall> calls; ///< outermost first
};

[[nodiscard]] CursorPlace placeOf(const QString& text, qint32 cursor, Notation notation);

} // namespace tieout::formula
