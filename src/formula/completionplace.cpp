#include "formula/completionplace.h"

#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// Walks the tokens before the cursor and keeps what is open there.
class PlaceFinder final
{
  public:
    PlaceFinder(const QString& text, qint32 cursor, Notation notation)
        : m_text(text)
        , m_cursor(cursor)
        , m_lexer(text, notation)
    {
    }

    CursorPlace run()
    {
        m_place.token = {m_cursor, 0};
        for (Token token = m_lexer.next(); token.kind != TokenKind::End; token = m_lexer.next()) {
            if (token.at.start >= m_cursor) {
                m_place.closed = m_place.closed || (token.kind == TokenKind::LeftParenthesis &&
                                                    m_endsInWord && token.at.start == m_place.token.end());
                break;
            }
            if (touches(token)) {
                inside(token);
                begin(token);
                if (!m_endsInWord) return m_place;
                continue;
            }
            pass(token);
        }
        if (!m_endsInWord) m_place.expects = m_afterValue ? CursorPlace::Expects::Nothing : m_place.expects;
        return m_place;
    }

  private:
    /// Does the piece reach over the cursor? Words, numbers and open pieces do at their end too.
    bool touches(const Token& token) const
    {
        if (token.at.end() > m_cursor) return true;
        if (token.at.end() < m_cursor) return false;
        const bool open = token.kind == TokenKind::Bad &&
                          (m_text[token.at.start] == u'[' || m_text[token.at.start] == u'"');
        return token.kind == TokenKind::Word || token.kind == TokenKind::Number || open;
    }

    void inside(const Token& token)
    {
        const QChar first = m_text[token.at.start];
        const bool marked = first == u'[' || first == u'"';
        m_place.token = token.at;
        m_place.typed = m_text.mid(token.at.start, m_cursor - token.at.start).mid(marked ? 1 : 0);
        m_place.closed = token.kind != TokenKind::Bad && marked;
        if (first == u'[') {
            m_place.expects = CursorPlace::Expects::Field;
            // Of a field that is not closed only what stands before the cursor belongs to it.
            if (token.kind == TokenKind::Bad) m_place.token = {token.at.start, m_cursor - token.at.start};
        } else if (first == u'"') {
            m_place.expects = CursorPlace::Expects::Constant;
            if (token.kind == TokenKind::Bad) m_place.token = {token.at.start, m_cursor - token.at.start};
        } else if (token.kind == TokenKind::Word && !m_afterValue) {
            m_endsInWord = true;
        } else {
            m_place.expects = CursorPlace::Expects::Nothing;
        }
    }

    void pass(const Token& token)
    {
        const Token before = m_last;
        begin(token);
        switch (token.kind) {
        case TokenKind::LeftParenthesis: {
            OpenCall call;
            if (before.kind == TokenKind::Word && before.at.end() == token.at.start) {
                call.function = before.text;
                call.nameAt = before.at;
            }
            call.arguments.append(Token());
            m_place.calls.append(call);
            m_afterValue = false;
            break;
        }
        case TokenKind::RightParenthesis:
            if (!m_place.calls.isEmpty()) m_place.calls.removeLast();
            m_afterValue = true;
            break;
        case TokenKind::Separator:
            if (!m_place.calls.isEmpty()) m_place.calls.last().arguments.append(Token());
            m_afterValue = false;
            break;
        case TokenKind::Operator:
        case TokenKind::Bad:
            m_afterValue = false;
            break;
        default:
            m_afterValue = true;
        }
        m_last = token;
    }

    /// Notes the token as the start of the argument at hand.
    void begin(const Token& token)
    {
        const bool starts = token.kind != TokenKind::Separator && token.kind != TokenKind::RightParenthesis;
        if (!starts || m_place.calls.isEmpty()) return;
        Token& first = m_place.calls.last().arguments.last();
        if (first.kind == TokenKind::End) first = token;
    }

    const QString& m_text;
    qint32 m_cursor;
    Lexer m_lexer;
    CursorPlace m_place;
    Token m_last;
    bool m_afterValue = false;
    bool m_endsInWord = false;
};

} // namespace

CursorPlace placeOf(const QString& text, qint32 cursor, Notation notation)
{
    const qint32 end = qint32(std::min<qsizetype>(text.size(), 4 * kMaxFormulaLength));
    return PlaceFinder(text, std::clamp(cursor, 0, end), notation).run();
}

} // namespace tieout::formula
