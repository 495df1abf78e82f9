#include "formula/highlight.h"

#include "formula/functions.h"
#include "formula/parser.h"

namespace tieout::formula {

namespace {

/// A text far beyond the language's limit is coloured up to here.
constexpr qsizetype kMostColoured = 4 * kMaxFormulaLength;

PieceKind kindOf(const Token& token)
{
    switch (token.kind) {
    case TokenKind::Number:
        return PieceKind::Number;
    case TokenKind::Text:
        return PieceKind::Text;
    case TokenKind::Reference:
        return PieceKind::Field;
    case TokenKind::Word:
        if (token.text == u"TRUE" || token.text == u"FALSE") return PieceKind::Truth;
        return findFunction(token.text) ? PieceKind::Function : PieceKind::UnknownWord;
    case TokenKind::ErrorLiteral:
        return PieceKind::ErrorValue;
    case TokenKind::Operator:
    case TokenKind::Percent:
        return PieceKind::Operator;
    case TokenKind::LeftParenthesis:
    case TokenKind::RightParenthesis:
        return PieceKind::Parenthesis;
    case TokenKind::Separator:
        return PieceKind::Separator;
    default:
        return PieceKind::Broken;
    }
}

bool opens(const QString& text, const Piece& piece)
{
    return text[piece.at.start] == u'(';
}

} // namespace

QList<Piece> highlight(const QString& text, Notation notation)
{
    QList<Piece> pieces;
    Lexer lexer(QStringView(text).left(kMostColoured), notation);
    int depth = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        Piece piece{token.at, kindOf(token), 0};
        if (token.kind == TokenKind::RightParenthesis) depth = std::max(0, depth - 1);
        if (piece.kind == PieceKind::Parenthesis) piece.depth = depth;
        if (token.kind == TokenKind::LeftParenthesis) ++depth;
        pieces.append(piece);
    }
    return pieces;
}

std::optional<ParenthesisPair> parenthesesAt(const QString& text, qint32 cursor, Notation notation)
{
    QList<Span> open;
    for (const Piece& piece : highlight(text, notation)) {
        if (piece.kind != PieceKind::Parenthesis) continue;
        if (opens(text, piece)) {
            open.append(piece.at);
            continue;
        }
        if (open.isEmpty()) continue;
        const Span partner = open.takeLast();
        // The one behind the cursor is meant as much as the one before it; the closing one is usually typed.
        if (piece.at.end() == cursor || piece.at.start == cursor) return ParenthesisPair{piece.at, partner};
        if (partner.start == cursor || partner.end() == cursor) return ParenthesisPair{partner, piece.at};
    }
    return std::nullopt;
}

} // namespace tieout::formula
