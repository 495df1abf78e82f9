#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// Precedence climbing over the lexer. What cannot be understood is reported and replaced: a missing value by
/// a hole, a missing operator by &, so that one mistake does not hide the next.
class Parser final
{
  public:
    Parser(const QString& source, qsizetype skip, Notation notation)
        : m_ast(source)
        , m_lexer(source, notation)
    {
        for (qsizetype i = 0; i < skip; ++i)
            static_cast<void>(m_lexer.next());
        advance();
    }

    Reading run()
    {
        if (m_token.kind == TokenKind::End) {
            report(m_token.at, u"formula.empty"_s);
            hole();
        } else {
            int root = binary(1);
            while (m_token.kind != TokenKind::End) {
                expected(u"operator"_s);
                root = carryOn(root);
            }
        }
        return {std::move(m_ast), std::move(m_findings)};
    }

  private:
    /// Counts nesting for as long as it lives.
    class Level final
    {
      public:
        explicit Level(Parser& parser)
            : m_parser(parser)
        {
            ++m_parser.m_depth;
        }
        ~Level() { --m_parser.m_depth; }
        Q_DISABLE_COPY_MOVE(Level)

      private:
        Parser& m_parser;
    };

    void advance()
    {
        m_token = m_stopped ? Token() : m_lexer.next();
        if (m_stopped) m_token.at = {qint32(m_ast.source().size()), 0};
    }

    void report(Span at, QString code, QStringList facts = {})
    {
        const bool again = !m_findings.isEmpty() && m_findings.last().at.start == at.start;
        if (m_stopped || again || m_findings.size() >= kMaxFindings) return;
        m_findings.append({Finding::Severity::Error, at, std::move(code), std::move(facts)});
    }

    /// Reports the token at hand: for its own fault or for standing where something else should.
    void expected(const QString& what)
    {
        if (m_token.kind == TokenKind::Bad)
            return report(m_token.at, m_token.finding.code, m_token.finding.facts);
        const QString found = m_ast.source().mid(m_token.at.start, m_token.at.length);
        report(m_token.at, u"formula.expected"_s, {found, what});
    }

    /// A limit is passed: the rest of the text is not looked at.
    int stop(QString code, int limit)
    {
        report(m_token.at, std::move(code), {QString::number(limit)});
        m_stopped = true;
        advance();
        return hole();
    }

    int hole()
    {
        Node missing;
        missing.at = {m_token.at.start, 0};
        return m_ast.add(std::move(missing));
    }

    [[nodiscard]] bool tooDeep() const { return m_depth > kMaxFormulaDepth; }

    [[nodiscard]] bool atValue() const
    {
        return m_token.kind <= TokenKind::ErrorLiteral || m_token.kind == TokenKind::LeftParenthesis;
    }

    /// Behind a reported token where an operator should be: takes it away and joins the value that follows.
    int carryOn(int left)
    {
        if (!atValue()) advance();
        return atValue() ? joined(BinaryOp::Concat, left, binary(1)) : climb(left, 1);
    }

    int joined(BinaryOp op, int left, int right)
    {
        Node node;
        node.kind = NodeKind::Binary;
        node.op = op;
        node.at = covering(m_ast.node(left).at, m_ast.node(right).at);
        node.children = {left, right};
        return m_ast.add(std::move(node));
    }

    int binary(int atLeast) { return climb(postfix(), atLeast); }

    int climb(int left, int atLeast)
    {
        while (m_token.kind == TokenKind::Operator && precedence(m_token.op) >= atLeast) {
            const BinaryOp op = m_token.op;
            advance();
            const int right = binary(precedence(op) + 1);
            left = joined(op, left, right);
        }
        return left;
    }

    int postfix()
    {
        int inner = unary();
        while (m_token.kind == TokenKind::Percent) {
            Node node;
            node.kind = NodeKind::Percent;
            node.at = covering(m_ast.node(inner).at, m_token.at);
            node.children = {inner};
            inner = m_ast.add(std::move(node));
            advance();
        }
        return inner;
    }

    int unary()
    {
        const bool sign = m_token.kind == TokenKind::Operator &&
                          (m_token.op == BinaryOp::Subtract || m_token.op == BinaryOp::Add);
        if (!sign) return primary();
        const Level level(*this);
        if (tooDeep()) return stop(u"formula.too-deep"_s, kMaxFormulaDepth);
        Node node;
        node.kind = m_token.op == BinaryOp::Subtract ? NodeKind::Negate : NodeKind::Plus;
        const Span at = m_token.at;
        advance();
        const int inner = unary();
        node.at = covering(at, m_ast.node(inner).at);
        node.children = {inner};
        return m_ast.add(std::move(node));
    }

    int primary()
    {
        while (m_token.kind == TokenKind::Bad) {
            expected(u"value"_s);
            m_excused = true;
            advance();
        }
        const bool excused = std::exchange(m_excused, false);
        if (m_token.kind == TokenKind::Word) return word();
        if (m_token.kind == TokenKind::LeftParenthesis) return parenthesis();
        if (m_token.kind <= TokenKind::ErrorLiteral) return constant();
        if (!excused) expected(u"value"_s);
        return hole();
    }

    int constant()
    {
        Node node;
        node.at = m_token.at;
        switch (m_token.kind) {
        case TokenKind::Number:
            node.kind = NodeKind::Number;
            node.number = m_token.number;
            break;
        case TokenKind::Text:
            node.kind = NodeKind::Text;
            node.text = m_token.text;
            break;
        case TokenKind::ErrorLiteral:
            node.kind = NodeKind::ErrorLiteral;
            node.error = m_token.error;
            break;
        default:
            node.kind = NodeKind::Reference;
            node.path = m_token.path;
            break;
        }
        advance();
        return m_ast.add(std::move(node));
    }

    int parenthesis()
    {
        const Level level(*this);
        if (tooDeep()) return stop(u"formula.too-deep"_s, kMaxFormulaDepth);
        const Span open = m_token.at;
        advance();
        int inner = binary(1);
        while (m_token.kind != TokenKind::RightParenthesis && m_token.kind != TokenKind::End) {
            expected(u")"_s);
            inner = carryOn(inner);
        }
        if (m_token.kind == TokenKind::End) expected(u")"_s);
        Node& node = m_ast.edit(inner);
        node.parenthesised = true;
        node.at = covering(open, m_token.at);
        advance();
        return inner;
    }

    int word()
    {
        Node node;
        node.text = m_token.text;
        node.at = node.nameAt = m_token.at;
        advance();
        const bool boolean = node.text == u"TRUE"_s || node.text == u"FALSE"_s;
        if (m_token.kind == TokenKind::LeftParenthesis && !boolean) return call(std::move(node));
        node.kind = boolean ? NodeKind::Boolean : NodeKind::Name;
        node.truth = node.text == u"TRUE"_s;
        if (boolean) node.text.clear();
        if (boolean && m_token.kind == TokenKind::LeftParenthesis) {
            advance();
            if (m_token.kind == TokenKind::RightParenthesis) {
                node.at = covering(node.at, m_token.at);
                advance();
            } else {
                expected(u")"_s);
            }
        }
        return m_ast.add(std::move(node));
    }

    int call(Node node)
    {
        const Level level(*this);
        if (tooDeep()) return stop(u"formula.too-deep"_s, kMaxFormulaDepth);
        node.kind = NodeKind::Call;
        advance();
        const bool empty = m_token.kind == TokenKind::RightParenthesis;
        while (!empty) {
            node.children.push_back(wholeArgument());
            if (int(node.children.size()) > kMaxArguments)
                return stop(u"formula.too-many-arguments"_s, kMaxArguments);
            if (m_token.kind == TokenKind::RightParenthesis) break;
            if (m_token.kind == TokenKind::End) {
                expected(u")"_s);
                break;
            }
            advance();
        }
        node.at = covering(node.nameAt, m_token.at);
        advance();
        return m_ast.add(std::move(node));
    }

    /// Up to a separator, the parenthesis or the end. The separator of another notation is reported and
    /// taken.
    int wholeArgument()
    {
        int argument = this->argument();
        while (m_token.kind != TokenKind::Separator && m_token.kind != TokenKind::RightParenthesis &&
               m_token.kind != TokenKind::End) {
            expected(u")"_s);
            const QStringView sign = QStringView(m_ast.source()).mid(m_token.at.start, m_token.at.length);
            if (m_token.kind == TokenKind::Bad && (sign == u";" || sign == u",")) break;
            argument = carryOn(argument);
        }
        return argument;
    }

    int argument()
    {
        const bool left = m_token.kind == TokenKind::Separator || m_token.kind == TokenKind::RightParenthesis;
        return left ? hole() : binary(1);
    }

    Ast m_ast;
    Lexer m_lexer;
    Token m_token;
    QList<Finding> m_findings;
    bool m_stopped = false;
    bool m_excused = false; ///< a bad token stood where a value should; its absence needs no second finding
    int m_depth = 0;
};

} // namespace

Reading readThrough(const QString& source, Notation notation)
{
    if (source.size() > kMaxFormulaLength) {
        const Span tail{kMaxFormulaLength, qint32(source.size()) - kMaxFormulaLength};
        Ast nothing(source);
        nothing.add(Node{});
        return {
            std::move(nothing),
            {{Finding::Severity::Error, tail, u"formula.too-long"_s, {QString::number(kMaxFormulaLength)}}}};
    }
    const bool marked = QStringView(source).trimmed().startsWith(u'=');
    return Parser(source, marked ? 1 : 0, notation).run();
}

Parsed parse(const QString& source, Notation notation)
{
    Reading reading = readThrough(source, notation);
    if (!reading.findings.isEmpty()) return tl::unexpected(reading.findings.first());
    return std::move(reading.ast);
}

} // namespace tieout::formula
