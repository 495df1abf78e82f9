#include "formula/lexer.h"

#include "formula/fieldpath.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

} // namespace

Lexer::Lexer(QStringView source, Notation notation)
    : m_source(source)
    , m_notation(notation)
{
}

QChar Lexer::peek(qsizetype ahead) const
{
    return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : QChar();
}

Token Lexer::made(TokenKind kind, qsizetype length)
{
    Token token;
    token.kind = kind;
    token.at = {qint32(m_at), qint32(length)};
    m_at += length;
    return token;
}

Token Lexer::bad(QString code, qsizetype start, qsizetype length, QStringList facts)
{
    Token token;
    token.kind = TokenKind::Bad;
    token.at = {qint32(start), qint32(length)};
    token.finding = {Finding::Severity::Error, token.at, std::move(code), std::move(facts)};
    m_at = start + length;
    return token;
}

bool Lexer::startsNumber() const
{
    return isDigit(peek()) || (peek() == m_notation.decimalPoint && isDigit(peek(1)));
}

Token Lexer::next()
{
    while (m_at < m_source.size() && m_source[m_at].isSpace())
        ++m_at;
    if (m_at >= m_source.size()) return made(TokenKind::End, 0);
    const QChar c = peek();
    if (startsNumber()) return number();
    if (c == m_notation.separator) return made(TokenKind::Separator, 1);
    if (c == u'"') return text();
    if (c == u'[') return reference();
    if (c == u'#') return errorLiteral();
    if (c.isLetter() || c == u'_') return word();
    if (c == u'(') return made(TokenKind::LeftParenthesis, 1);
    if (c == u')') return made(TokenKind::RightParenthesis, 1);
    if (c == u'%') return made(TokenKind::Percent, 1);
    return sign();
}

Token Lexer::number()
{
    qsizetype length = 0;
    while (isDigit(peek(length)))
        ++length;
    // A decimal comma needs a digit behind it: "1," is a number and a sign too many.
    if (peek(length) == m_notation.decimalPoint &&
        (m_notation.decimalPoint == u'.' || isDigit(peek(length + 1)))) {
        ++length;
        while (isDigit(peek(length)))
            ++length;
    }
    if (peek(length).toLower() == u'e') {
        const qsizetype sign = peek(length + 1) == u'+' || peek(length + 1) == u'-' ? 2 : 1;
        if (isDigit(peek(length + sign))) {
            length += sign;
            while (isDigit(peek(length)))
                ++length;
        }
    }
    QString written = m_source.mid(m_at, length).toString();
    written.replace(m_notation.decimalPoint, u'.');
    if (written.startsWith(u'.')) written.prepend(u'0');
    written.replace(u".e"_s, u"e"_s, Qt::CaseInsensitive);
    if (written.endsWith(u'.')) written.chop(1);
    const auto value = Decimal::parse(QStringView(written));
    if (!value || isWordPart(peek(length))) {
        const QString digits = m_source.mid(m_at, length).toString();
        while (isWordPart(peek(length)))
            ++length;
        return bad(u"formula.bad-number"_s, m_at, length, {digits});
    }
    Token token = made(TokenKind::Number, length);
    token.number = *value;
    return token;
}

Token Lexer::text()
{
    QString content;
    for (qsizetype i = m_at + 1; i < m_source.size(); ++i) {
        if (m_source[i] != u'"') {
            content += m_source[i];
        } else if (i + 1 < m_source.size() && m_source[i + 1] == u'"') {
            content += u'"';
            ++i;
        } else {
            Token token = made(TokenKind::Text, i - m_at + 1);
            token.text = content;
            return token;
        }
    }
    return bad(u"formula.unclosed-text"_s, m_at, m_source.size() - m_at);
}

Token Lexer::word()
{
    qsizetype length = 1;
    while (isWordPart(peek(length)))
        ++length;
    Token token = made(TokenKind::Word, length);
    token.text = m_source.mid(token.at.start, length).toString().toUpper();
    return token;
}

Token Lexer::errorLiteral()
{
    for (FaultKind kind : {FaultKind::NotAvailable, FaultKind::Value, FaultKind::Reference,
                           FaultKind::DivisionByZero, FaultKind::Number, FaultKind::Name}) {
        const QString spelling = faultText(kind);
        if (m_source.mid(m_at).startsWith(spelling, Qt::CaseInsensitive)) {
            Token token = made(TokenKind::ErrorLiteral, spelling.size());
            token.error = kind;
            return token;
        }
    }
    return bad(u"formula.bad-character"_s, m_at, 1, {u"#"_s});
}

/// Where a field that is not closed most likely ends: before the next sign that seldom is in a name.
qsizetype Lexer::guessedFieldEnd() const
{
    for (qsizetype i = m_at + 1; i < m_source.size(); ++i) {
        const QChar c = m_source[i];
        if (c == m_notation.separator || QStringView(u"[\"()=<>&*/^;").contains(c)) return i;
    }
    return m_source.size();
}

Token Lexer::reference()
{
    for (qsizetype i = m_at + 1; i < m_source.size(); ++i) {
        if (m_source[i] == u'\'' && i + 1 < m_source.size() && isFieldSign(m_source[i + 1])) {
            ++i;
            continue;
        }
        if (m_source[i] == u'[') break;
        if (m_source[i] != u']') continue;
        const qsizetype length = i - m_at + 1;
        const QStringView inside = m_source.mid(m_at + 1, length - 2);
        std::optional<FieldPath> path;
        if (m_notation.names == Notation::Names::Api)
            path = fieldPathFromText(inside);
        else if (!inside.trimmed().isEmpty())
            path = FieldPath{FieldPath::What::Field, 0, {inside.toString()}};
        if (!path) return bad(u"formula.bad-field"_s, m_at, length, {m_source.mid(m_at, length).toString()});
        Token token = made(TokenKind::Reference, length);
        token.path = *path;
        return token;
    }
    return bad(u"formula.unclosed-field"_s, m_at, guessedFieldEnd() - m_at);
}

Token Lexer::sign()
{
    // Two-letter signs come first, so that "<=" is not read as "<".
    constexpr BinaryOp kLongestFirst[] = {BinaryOp::NotEqual, BinaryOp::LessEqual, BinaryOp::GreaterEqual,
                                          BinaryOp::Less,     BinaryOp::Greater,   BinaryOp::Equal,
                                          BinaryOp::Add,      BinaryOp::Subtract,  BinaryOp::Multiply,
                                          BinaryOp::Divide,   BinaryOp::Power,     BinaryOp::Concat};
    for (BinaryOp op : kLongestFirst) {
        const QStringView spelling = symbol(op);
        if (m_source.mid(m_at).startsWith(spelling)) {
            Token token = made(TokenKind::Operator, spelling.size());
            token.op = op;
            return token;
        }
    }
    const qsizetype length = peek().isHighSurrogate() && peek(1).isLowSurrogate() ? 2 : 1;
    return bad(u"formula.bad-character"_s, m_at, length, {m_source.mid(m_at, length).toString()});
}

} // namespace tieout::formula
