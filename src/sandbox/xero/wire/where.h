#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QUuid>

#include <functional>
#include <variant>
#include <vector>

namespace tieout::sandbox::xero {

/// A member's value or a literal; monostate is null. Comparing null and "" gives equal: an unset text is
/// either.
using WhereValue = std::variant<std::monostate, bool, Decimal, QString, QUuid, Instant>;

enum class WhereType : quint8 { Null, Bool, Number, Text, Guid, Moment };

struct WhereProperty {
    int id = -1; ///< -1: the object has no such member
    WhereType type = WhereType::Null;
};

/// Order for `order` and range comparisons: null first, texts without case.
[[nodiscard]] int compareValues(const WhereValue& left, const WhereValue& right);

/// A text without case and accents, as the real service compares names.
[[nodiscard]] QString foldedText(const QString& text);

/// A compiled `where` expression. Immutable; rows are read through a callback by property id.
class WhereClause final
{
  public:
    using Resolver = std::function<WhereProperty(QStringView path)>;
    using Reader = std::function<WhereValue(int property)>;

    /// `type` names the object in messages ("Invoice"). The error's text is what QueryParseException says.
    [[nodiscard]] static Result<WhereClause> parse(QStringView text, const Resolver& resolver,
                                                   QStringView type);
    /// An error when the expression calls a method of a null.
    [[nodiscard]] Result<bool> matches(const Reader& reader) const;
    /// The values that `property` can have in a match, when equality bounds them: lets a hash find the rows.
    [[nodiscard]] std::optional<QList<WhereValue>> candidates(int property) const;

  private:
    friend class WhereParser;
    enum class Operation : quint8 {
        Literal,
        Property,
        Lower,
        Upper,
        ToText,
        Contains,
        StartsWith,
        EndsWith,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        And,
        Or,
        Not,
    };
    struct Node {
        Operation operation = Operation::Literal;
        int left = -1;
        int right = -1;
        int property = -1;
        WhereType type = WhereType::Null;
        WhereValue literal;
    };

    [[nodiscard]] Result<WhereValue> value(int node, const Reader& reader) const;
    [[nodiscard]] Result<WhereValue> methodValue(const Node& node, const Reader& reader) const;
    [[nodiscard]] Result<WhereValue> logicValue(const Node& node, const Reader& reader) const;
    [[nodiscard]] std::optional<QList<WhereValue>> candidatesOf(int node, int property) const;

    std::vector<Node> m_nodes; // children before parents; the last one is the root
};

} // namespace tieout::sandbox::xero
