#include "formula/resultpieces.h"

#include "formula/functions.h"
#include "formula/refusals.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;
using model::Value;

namespace {

/// Which arguments of a call can be its result; none: the call makes a value of its own.
std::vector<size_t> choicesOf(const Node& call)
{
    std::vector<size_t> choices;
    const FunctionInfo* function = findFunction(call.text);
    const size_t count = call.children.size();
    const Laziness laziness = function ? function->laziness : Laziness::Eager;
    const bool choose = call.text == "CHOOSE"_L1;
    for (size_t i = 0; i < count; ++i) {
        const bool chosen = laziness == Laziness::If || choose ? i > 0
                            : laziness == Laziness::Ifs        ? i % 2 == 1
                            : laziness == Laziness::Switch
                                ? i > 0 && (i % 2 == 0 || i + 1 == count)
                                : laziness == Laziness::IfError || laziness == Laziness::IfNa;
        if (chosen) choices.push_back(i);
    }
    return choices;
}

bool isRounding(const QString& name)
{
    return name == "ROUND"_L1 || name == "ROUNDUP"_L1 || name == "ROUNDDOWN"_L1 || name == "ROUND.EVEN"_L1 ||
           name == "TRUNC"_L1;
}

bool keepsLength(const QString& name)
{
    return name == "UPPER"_L1 || name == "LOWER"_L1 || name == "TRIM"_L1 || name == "PROPER"_L1 ||
           name == "CLEAN"_L1;
}

class Pieces final
{
  public:
    Pieces(const Ast& ast, const CheckScope& scope)
        : m_ast(ast)
        , m_scope(scope)
    {
    }

    void collect(const Node& node, QList<ResultPiece>& out) const
    {
        if (node.kind == NodeKind::Plus) return collect(child(node, 0), out);
        if (node.kind == NodeKind::Call) {
            const auto choices = choicesOf(node);
            for (const size_t choice : choices)
                collect(child(node, choice), out);
            if (!choices.empty()) return;
        }
        out.append(known(node));
    }

  private:
    [[nodiscard]] const Node& child(const Node& node, size_t index) const
    {
        return m_ast.node(node.children[index]);
    }

    [[nodiscard]] ResultPiece known(const Node& node) const
    {
        ResultPiece piece{node.at, {}};
        if (node.kind == NodeKind::Text) piece.constant = Value(node.text);
        if (node.kind == NodeKind::Boolean) piece.constant = Value(node.truth);
        if (const auto number = constantNumber(m_ast, node)) piece.constant = Value(*number);
        if (node.kind == NodeKind::Reference) describe(node, piece);
        if (node.kind == NodeKind::Call) describeCall(node, piece);
        return piece;
    }

    void describe(const Node& node, ResultPiece& piece) const
    {
        const CheckScope* scope = &m_scope;
        for (int i = 0; i < node.path.up && scope; ++i)
            scope = scope->outer;
        if (!scope || !scope->fields || node.path.what != FieldPath::What::Field) return;
        bool list = false;
        const Field* field = findField(*scope->fields, node.path.names, &list);
        if (!field || list) return;
        const bool number = field->type == FieldType::Number || field->type == FieldType::Money;
        piece.longest = field->maxLength;
        piece.decimals = number ? field->decimals : -1;
        piece.values = field->values;
    }

    void describeCall(const Node& node, ResultPiece& piece) const
    {
        const size_t count = node.children.size();
        if (count == 0) return;
        const auto second = count > 1 ? constantNumber(m_ast, child(node, 1)) : std::nullopt;
        if (isRounding(node.text)) {
            const auto places = count > 1 ? (second ? second->toInteger() : std::nullopt) : 0;
            if (places) piece.decimals = int(std::clamp<qint64>(*places, 0, Decimal::kMaxScale));
        }
        if (keepsLength(node.text)) piece.longest = known(child(node, 0)).longest;
    }

    const Ast& m_ast;
    const CheckScope& m_scope;
};

} // namespace

QList<ResultPiece> resultPieces(const Ast& ast, const CheckScope& scope)
{
    QList<ResultPiece> pieces;
    Pieces(ast, scope).collect(ast.node(ast.root()), pieces);
    return pieces;
}

} // namespace tieout::formula
