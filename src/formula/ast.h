#pragma once

#include "base/decimal.h"
#include "formula/fault.h"

#include <QList>
#include <QString>

#include <vector>

namespace tieout::formula {

enum class NodeKind : quint8 {
    Number,
    Text,
    Boolean,
    ErrorLiteral,
    Missing, ///< an argument left empty: LOOKUP("t", [k], , "none")
    Reference,
    Name, ///< a bare word, which means nothing: #NAME?
    Negate,
    Plus,
    Percent,
    Binary,
    Call,
};

enum class BinaryOp : quint8 {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Concat,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
};

/// "*", "<>"
[[nodiscard]] QStringView symbol(BinaryOp op);
/// How tightly an operator binds: comparison 1, & 2, + - 3, * / 4, ^ 5.
[[nodiscard]] int precedence(BinaryOp op);

/// What stands between [ and ]: a field by its names, the line number, or the item itself; `up` scopes out.
struct FieldPath {
    enum class What : quint8 { Field, LineNumber, Self };
    What what = What::Field;
    int up = 0;
    QStringList names;

    [[nodiscard]] QString dotted() const { return names.join(u'.'); }
    bool operator==(const FieldPath&) const = default;
};

/// One node of a formula. Only the members of its kind are meaningful.
struct Node {
    NodeKind kind = NodeKind::Missing;
    bool parenthesised = false; ///< the author's own parentheses are kept on printing
    bool truth = false;
    BinaryOp op = BinaryOp::Add;
    FaultKind error = FaultKind::Value;
    Span at;
    Decimal number;
    QString text;   ///< of a Text; the name of a Call or a Name, upper case
    Span nameAt;    ///< of a Call
    FieldPath path; ///< of a Reference
    std::vector<int> children;
};

/// A parsed formula. Nodes lie in post-order: children before parents, the root last, so that a walk by index
/// needs no recursion.
class Ast final
{
  public:
    explicit Ast(QString source)
        : m_source(std::move(source))
    {
    }
    [[nodiscard]] const QString& source() const { return m_source; }
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }
    [[nodiscard]] const Node& node(int index) const { return m_nodes[size_t(index)]; }
    [[nodiscard]] int root() const { return int(m_nodes.size()) - 1; }
    int add(Node node);
    [[nodiscard]] Node& edit(int index) { return m_nodes[size_t(index)]; }

    /// All references in reading order.
    [[nodiscard]] QList<FieldPath> references() const;
    /// Text constants in the first argument of calls of `function`: the tables of LOOKUP (and the one
    /// that CONVERT asks), the flows of LINKED.
    [[nodiscard]] QStringList firstArguments(QStringView function) const;
    /// Equal in meaning: positions and needless parentheses aside.
    [[nodiscard]] bool sameAs(const Ast& other) const;

  private:
    QString m_source;
    std::vector<Node> m_nodes;
};

} // namespace tieout::formula
