#include "mapping/edit/gist.h"

#include "formula/fieldpath.h"

#include <QHash>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Ast;
using formula::BinaryOp;
using formula::Node;
using formula::NodeKind;
using Gist = Chip::Gist;

namespace {

Gist kindOf(const QString& function)
{
    static const QHash<QString, Gist> kKinds = [] {
        QHash<QString, Gist> kinds;
        const auto all = [&](Gist gist, const QString& names) {
            for (const QString& name : names.split(u' '))
                kinds.insert(name, gist);
        };
        all(Gist::Lookup, u"LOOKUP"_s);
        all(Gist::Linked, u"LINKED"_s);
        all(Gist::Round, u"ROUND ROUND.EVEN ROUNDUP ROUNDDOWN TRUNC INT MROUND"_s);
        all(Gist::Condition, u"IF IFS SWITCH CHOOSE"_s);
        all(Gist::IfEmpty, u"IFERROR IFNA"_s);
        all(Gist::Sum, u"SUM SUMIF SUMPRODUCT"_s);
        all(Gist::Text,
            u"LEFT RIGHT MID TRIM CLEAN UPPER LOWER PROPER CONCAT CONCATENATE TEXTJOIN TEXT SUBSTITUTE "
            "REPLACE JOIN SLUG DOMAIN"_s);
        all(Gist::Date, u"DATE EDATE EOMONTH WORKDAY TODAY NOW DATEVALUE"_s);
        return kinds;
    }();
    return kKinds.value(function, Gist::Function);
}

/// IF(ISBLANK(x), other, x)
bool testsBlank(const Ast& ast, const Node& call)
{
    if (call.text != "IF"_L1 || call.children.empty()) return false;
    const Node& test = ast.node(call.children.front());
    return test.kind == NodeKind::Call && test.text == "ISBLANK"_L1;
}

QString plainText(const Ast& ast, int index)
{
    const Node& node = ast.node(index);
    switch (node.kind) {
    case NodeKind::Text:
        return node.text;
    case NodeKind::Number:
        return node.number.toString();
    case NodeKind::Boolean:
        return node.truth ? u"TRUE"_s : u"FALSE"_s;
    case NodeKind::Reference:
        return formula::fieldPathText(node.path);
    case NodeKind::Negate:
        return u'-' + plainText(ast, node.children[0]);
    case NodeKind::Call:
        return node.text;
    default:
        return {};
    }
}

Chip ofCall(const Ast& ast, const Node& call)
{
    Chip chip;
    chip.gist = testsBlank(ast, call) ? Gist::IfEmpty : kindOf(call.text);
    const auto argument = [&](size_t index) {
        return index < call.children.size() ? plainText(ast, call.children[index]) : QString();
    };
    switch (chip.gist) {
    case Gist::Lookup:
    case Gist::Linked:
        chip.fact = argument(0);
        break;
    case Gist::Round:
        chip.fact = call.text == "INT"_L1 ? u"0"_s : argument(1);
        break;
    case Gist::IfEmpty: {
        // What stands behind IFNA(LOOKUP(…), …) says more than the way out.
        const Node& first = ast.node(call.children.front());
        const Gist inner = first.kind == NodeKind::Call ? kindOf(first.text) : Gist::None;
        if (inner == Gist::Lookup || inner == Gist::Linked) return ofCall(ast, first);
        chip.fact = argument(1);
        break;
    }
    case Gist::Sum:
        chip.fact = argument(0);
        break;
    default:
        chip.fact = call.text;
    }
    return chip;
}

Chip ofBinary(const Ast& ast, const Node& node)
{
    Chip chip;
    switch (node.op) {
    case BinaryOp::Concat:
        chip.gist = Gist::Text;
        chip.fact = u"&"_s;
        return chip;
    case BinaryOp::Add:
    case BinaryOp::Subtract:
    case BinaryOp::Multiply:
    case BinaryOp::Divide:
    case BinaryOp::Power:
        chip.gist = Gist::Arithmetic;
        chip.fact = formula::symbol(node.op).toString();
        if (const QString other = plainText(ast, node.children[1]); !other.isEmpty())
            chip.fact += u' ' + other;
        return chip;
    default:
        chip.gist = Gist::Condition;
        chip.fact = formula::symbol(node.op).toString();
        return chip;
    }
}

} // namespace

Chip gistOf(const Ast& ast)
{
    Chip chip;
    const Node& root = ast.node(ast.root());
    switch (root.kind) {
    case NodeKind::Reference:
        return chip;
    case NodeKind::Number:
    case NodeKind::Text:
    case NodeKind::Boolean:
    case NodeKind::ErrorLiteral:
    case NodeKind::Missing:
        chip.gist = Gist::Constant;
        chip.fact = plainText(ast, ast.root());
        return chip;
    case NodeKind::Call:
        return ofCall(ast, root);
    case NodeKind::Binary:
        return ofBinary(ast, root);
    case NodeKind::Negate:
    case NodeKind::Plus:
    case NodeKind::Percent:
        chip.gist = ast.references().isEmpty() ? Gist::Constant : Gist::Arithmetic;
        chip.fact = plainText(ast, ast.root());
        return chip;
    case NodeKind::Name:
        chip.gist = Gist::Function;
        chip.fact = root.text;
        return chip;
    }
    return chip;
}

} // namespace tieout::mapping
