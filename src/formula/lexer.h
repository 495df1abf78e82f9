#pragma once

#include "formula/ast.h"

namespace tieout::formula {

/// The signs of a written formula. Stored formulas are English; a screen may show the reader's own.
struct Notation {
    /// What stands between [ and ]: API paths, or labels that display.h resolves.
    enum class Names : quint8 { Api, Labels };
    QChar decimalPoint = u'.';
    QChar separator = u',';
    Names names = Names::Api;
};

enum class TokenKind : quint8 {
    Number,
    Text,
    Reference,
    Word, ///< function name, TRUE, FALSE
    ErrorLiteral,
    Operator, ///< binary sign; + and - are unary too
    Percent,
    LeftParenthesis,
    RightParenthesis,
    Separator,
    End,
    Bad, ///< `finding` says why
};

struct Token {
    TokenKind kind = TokenKind::End;
    Span at;
    Decimal number;
    QString text; ///< of a Text, unescaped; of a Word, upper case
    BinaryOp op = BinaryOp::Add;
    FaultKind error = FaultKind::Value;
    FieldPath path; ///< in a notation with labels: one name, what stands between [ and ]
    Finding finding;
};

/// Cuts a formula into tokens, one at a time; goes on behind a bad one. Borrowed text; a value on the stack
/// of a parse.
class Lexer final
{
  public:
    Lexer(QStringView source, Notation notation);
    [[nodiscard]] Token next();

  private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    [[nodiscard]] Token made(TokenKind kind, qsizetype length);
    [[nodiscard]] Token bad(QString code, qsizetype start, qsizetype length, QStringList facts = {});
    [[nodiscard]] bool startsNumber() const;
    [[nodiscard]] Token number();
    [[nodiscard]] Token text();
    [[nodiscard]] Token word();
    [[nodiscard]] Token errorLiteral();
    [[nodiscard]] Token reference();
    [[nodiscard]] qsizetype guessedFieldEnd() const;
    [[nodiscard]] Token sign();

    QStringView m_source;
    Notation m_notation;
    qsizetype m_at = 0;
};

} // namespace tieout::formula
