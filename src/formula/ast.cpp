#include "formula/ast.h"

#include "formula/context.h"

#include <array>

namespace tieout::formula {

namespace {

struct Operator {
    const char16_t* symbol;
    int precedence;
};

constexpr std::array<Operator, 12> kOperators{{
    {u"+", 3},
    {u"-", 3},
    {u"*", 4},
    {u"/", 4},
    {u"^", 5},
    {u"&", 2},
    {u"=", 1},
    {u"<>", 1},
    {u"<", 1},
    {u"<=", 1},
    {u">", 1},
    {u">=", 1},
}};

bool sameNode(const Node& a, const Node& b)
{
    return a.kind == b.kind && a.truth == b.truth && a.op == b.op && a.error == b.error &&
           a.number == b.number && a.text == b.text && a.path == b.path && a.children == b.children;
}

} // namespace

QStringView symbol(BinaryOp op)
{
    return QStringView(kOperators[size_t(op)].symbol);
}

int precedence(BinaryOp op)
{
    return kOperators[size_t(op)].precedence;
}

int Ast::add(Node node)
{
    m_nodes.push_back(std::move(node));
    return root();
}

QList<FieldPath> Ast::references() const
{
    QList<FieldPath> paths;
    for (const Node& node : m_nodes) {
        if (node.kind == NodeKind::Reference) paths.append(node.path);
    }
    return paths;
}

QStringList Ast::firstArguments(QStringView function) const
{
    QStringList found;
    for (const Node& call : m_nodes) {
        const bool rates = call.kind == NodeKind::Call && call.text == u"CONVERT" && function == u"LOOKUP";
        if (rates && !found.contains(QStringView(kRateTable))) found.append(QString::fromUtf16(kRateTable));
        if (call.kind != NodeKind::Call || call.text != function || call.children.empty()) continue;
        const Node& first = node(call.children.front());
        if (first.kind == NodeKind::Text && !found.contains(first.text)) found.append(first.text);
    }
    return found;
}

bool Ast::sameAs(const Ast& other) const
{
    return std::equal(m_nodes.begin(), m_nodes.end(), other.m_nodes.begin(), other.m_nodes.end(), sameNode);
}

} // namespace tieout::formula
