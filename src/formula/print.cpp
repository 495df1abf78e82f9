#include "formula/print.h"

#include "formula/fieldpath.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSignPrecedence = 7;
constexpr int kPercentPrecedence = 6;
constexpr int kAtomPrecedence = 8;

int precedenceOf(const Node& node)
{
    switch (node.kind) {
    case NodeKind::Binary:
        return precedence(node.op);
    case NodeKind::Percent:
        return kPercentPrecedence;
    case NodeKind::Negate:
    case NodeKind::Plus:
        return kSignPrecedence;
    default:
        return kAtomPrecedence;
    }
}

/// Writes the nodes bottom-up into one string each.
class Printer final
{
  public:
    Printer(const Ast& ast, const PrintStyle& style)
        : m_ast(ast)
        , m_style(style)
        , m_texts(ast.nodes().size())
    {
    }

    QString run()
    {
        for (size_t i = 0; i < m_texts.size(); ++i) {
            const Node& node = m_ast.nodes()[i];
            m_texts[i] = written(node);
            if (node.parenthesised) m_texts[i] = u'(' + m_texts[i] + u')';
        }
        return u'=' + m_texts.back();
    }

  private:
    /// A child whose operator binds more loosely than `atLeast` needs parentheses.
    QString operand(int index, int atLeast)
    {
        const Node& node = m_ast.node(index);
        QString text = std::move(m_texts[size_t(index)]);
        const bool bare = node.parenthesised || precedenceOf(node) >= atLeast;
        return bare ? text : u'(' + text + u')';
    }

    QString written(const Node& node)
    {
        switch (node.kind) {
        case NodeKind::Number: {
            QString text = node.number.toString();
            return text.replace(u'.', m_style.notation.decimalPoint);
        }
        case NodeKind::Text:
            return quoted(node.text);
        case NodeKind::Boolean:
            return node.truth ? u"TRUE"_s : u"FALSE"_s;
        case NodeKind::ErrorLiteral:
            return faultText(node.error);
        case NodeKind::Missing:
            return {};
        case NodeKind::Reference:
            return u'[' + (m_style.label ? m_style.label(node.path) : fieldPathText(node.path)) + u']';
        case NodeKind::Name:
            return node.text;
        case NodeKind::Negate:
            return u'-' + operand(node.children[0], kSignPrecedence);
        case NodeKind::Plus:
            return u'+' + operand(node.children[0], kSignPrecedence);
        case NodeKind::Percent:
            return operand(node.children[0], kPercentPrecedence) + u'%';
        case NodeKind::Binary:
            return binary(node);
        case NodeKind::Call:
            return call(node);
        }
        return {};
    }

    QString binary(const Node& node)
    {
        const int own = precedence(node.op);
        QString text = operand(node.children[0], own);
        text += u' ' + symbol(node.op).toString() + u' ';
        return text + operand(node.children[1], own + 1);
    }

    QString call(const Node& node)
    {
        QString text = node.text + u'(';
        for (size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) text += m_style.notation.separator + QString(u' ');
            text += std::move(m_texts[size_t(node.children[i])]);
        }
        return text + u')';
    }

    const Ast& m_ast;
    const PrintStyle& m_style;
    std::vector<QString> m_texts;
};

} // namespace

QString quoted(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'"', u"\"\""_s);
    return u'"' + escaped + u'"';
}

QString print(const Ast& ast, const PrintStyle& style)
{
    return Printer(ast, style).run();
}

} // namespace tieout::formula
