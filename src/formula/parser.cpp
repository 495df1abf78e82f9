#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// Precedence climbing over the lexer. The first finding ends the parse; a node index of -1 means "gave up".
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

    Parsed run()
    {
        if (m_token.kind == TokenKind::End)
            return tl::unexpected(Finding{Finding::Severity::Error, m_token.at, u"formula.empty"_s, {}});
        if (binary(1) >= 0 && m_token.kind != TokenKind::End) expected(u"operator"_s);
        if (m_finding) return tl::unexpected(*m_finding);
        return std::move(m_ast);
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

    void advance() { m_token = m_lexer.next(); }

    int refuse(Span at, QString code, QStringList facts = {})
    {
        if (!m_finding) m_finding = Finding{Finding::Severity::Error, at, std::move(code), std::move(facts)};
        return -1;
    }

    int expected(const QString& what)
    {
        if (m_token.kind == TokenKind::Bad)
            return refuse(m_token.at, m_token.finding.code, m_token.finding.facts);
        const QString found = m_ast.source().mid(m_token.at.start, m_token.at.length);
        return refuse(m_token.at, u"formula.expected"_s, {found, what});
    }

    bool tooDeep()
    {
        if (m_depth <= kMaxFormulaDepth) return false;
        refuse(m_token.at, u"formula.too-deep"_s, {QString::number(kMaxFormulaDepth)});
        return true;
    }

    int binary(int atLeast)
    {
        int left = postfix();
        while (left >= 0 && m_token.kind == TokenKind::Operator && precedence(m_token.op) >= atLeast) {
            Node node;
            node.kind = NodeKind::Binary;
            node.op = m_token.op;
            advance();
            const int right = binary(precedence(node.op) + 1);
            if (right < 0) return -1;
            node.at = covering(m_ast.node(left).at, m_ast.node(right).at);
            node.children = {left, right};
            left = m_ast.add(std::move(node));
        }
        return left;
    }

    int postfix()
    {
        int inner = unary();
        while (inner >= 0 && m_token.kind == TokenKind::Percent) {
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
        if (tooDeep()) return -1;
        Node node;
        node.kind = m_token.op == BinaryOp::Subtract ? NodeKind::Negate : NodeKind::Plus;
        const Span at = m_token.at;
        advance();
        const int inner = unary();
        if (inner < 0) return -1;
        node.at = covering(at, m_ast.node(inner).at);
        node.children = {inner};
        return m_ast.add(std::move(node));
    }

    int primary()
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
        case TokenKind::Reference:
            node.kind = NodeKind::Reference;
            node.path = m_token.path;
            break;
        case TokenKind::Word:
            return word();
        case TokenKind::LeftParenthesis:
            return parenthesis();
        default:
            return expected(u"value"_s);
        }
        advance();
        return m_ast.add(std::move(node));
    }

    int parenthesis()
    {
        const Level level(*this);
        if (tooDeep()) return -1;
        const Span open = m_token.at;
        advance();
        const int inner = binary(1);
        if (inner < 0) return -1;
        if (m_token.kind != TokenKind::RightParenthesis) return expected(u")"_s);
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
            if (m_token.kind != TokenKind::RightParenthesis) return expected(u")"_s);
            node.at = covering(node.at, m_token.at);
            advance();
        }
        return m_ast.add(std::move(node));
    }

    int call(Node node)
    {
        const Level level(*this);
        if (tooDeep()) return -1;
        node.kind = NodeKind::Call;
        advance();
        const bool empty = m_token.kind == TokenKind::RightParenthesis;
        while (!empty) {
            const int argument = this->argument();
            if (argument < 0) return -1;
            node.children.push_back(argument);
            if (int(node.children.size()) > kMaxArguments)
                return refuse(m_token.at, u"formula.too-many-arguments"_s, {QString::number(kMaxArguments)});
            if (m_token.kind == TokenKind::RightParenthesis) break;
            if (m_token.kind != TokenKind::Separator) return expected(u")"_s);
            advance();
        }
        node.at = covering(node.nameAt, m_token.at);
        advance();
        return m_ast.add(std::move(node));
    }

    int argument()
    {
        if (m_token.kind != TokenKind::Separator && m_token.kind != TokenKind::RightParenthesis)
            return binary(1);
        Node missing;
        missing.at = {m_token.at.start, 0};
        return m_ast.add(std::move(missing));
    }

    Ast m_ast;
    Lexer m_lexer;
    Token m_token;
    std::optional<Finding> m_finding;
    int m_depth = 0;
};

} // namespace

Parsed parse(const QString& source, Notation notation)
{
    if (source.size() > kMaxFormulaLength) {
        const Span tail{kMaxFormulaLength, qint32(source.size()) - kMaxFormulaLength};
        return tl::unexpected(Finding{
            Finding::Severity::Error, tail, u"formula.too-long"_s, {QString::number(kMaxFormulaLength)}});
    }
    const bool marked = QStringView(source).trimmed().startsWith(u'=');
    return Parser(source, marked ? 1 : 0, notation).run();
}

} // namespace tieout::formula
