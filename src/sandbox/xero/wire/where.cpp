#include "sandbox/xero/wire/where.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

template<class T>
int threeWay(const T& left, const T& right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

bool isUnset(const WhereValue& value)
{
    if (const QString* text = std::get_if<QString>(&value)) return text->isEmpty();
    return std::holds_alternative<std::monostate>(value);
}

bool isAscii(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 0x80; });
}

bool sameText(const QString& left, const QString& right)
{
    if (left.compare(right, Qt::CaseInsensitive) == 0) return true;
    if (isAscii(left) && isAscii(right)) return false;
    return foldedText(left) == foldedText(right);
}

bool sameValue(const WhereValue& left, const WhereValue& right)
{
    if (isUnset(left) || isUnset(right)) return isUnset(left) && isUnset(right);
    const QString* leftText = std::get_if<QString>(&left);
    const QString* rightText = std::get_if<QString>(&right);
    if (leftText && rightText) return sameText(*leftText, *rightText);
    return compareValues(left, right) == 0;
}

tl::unexpected<Error> nullReference()
{
    return fail(ErrorKind::RowRejected, u"where.null"_s,
                u"Object reference not set to an instance of an object."_s);
}

} // namespace

QString foldedText(const QString& text)
{
    if (isAscii(text)) return text.toLower();
    QString result;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing) result.append(letter);
    }
    return result.toCaseFolded();
}

int compareValues(const WhereValue& left, const WhereValue& right)
{
    if (left.index() != right.index()) return threeWay(left.index(), right.index());
    return std::visit(
        [&right](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            const T& other = std::get<T>(right);
            if constexpr (std::is_same_v<T, std::monostate>)
                return 0;
            else if constexpr (std::is_same_v<T, QString>)
                return value.compare(other, Qt::CaseInsensitive);
            else
                return threeWay(value, other);
        },
        left);
}

Result<bool> WhereClause::matches(const Reader& reader) const
{
    const Result<WhereValue> result = value(int(m_nodes.size()) - 1, reader);
    if (!result) return tl::unexpected(result.error());
    const bool* truth = std::get_if<bool>(&*result);
    return truth && *truth;
}

Result<WhereValue> WhereClause::value(int node, const Reader& reader) const
{
    const Node& here = m_nodes[size_t(node)];
    switch (here.operation) {
    case Operation::Literal:
        return here.literal;
    case Operation::Property:
        return reader(here.property);
    case Operation::Lower:
    case Operation::Upper:
    case Operation::ToText:
    case Operation::Contains:
    case Operation::StartsWith:
    case Operation::EndsWith:
        return methodValue(here, reader);
    default:
        return logicValue(here, reader);
    }
}

Result<WhereValue> WhereClause::methodValue(const Node& node, const Reader& reader) const
{
    const Result<WhereValue> owner = value(node.left, reader);
    if (!owner) return owner;
    if (const QUuid* guid = std::get_if<QUuid>(&*owner); guid && node.operation == Operation::ToText)
        return WhereValue(guid->toString(QUuid::WithoutBraces));
    const QString* text = std::get_if<QString>(&*owner);
    if (!text) return nullReference();
    const QString* argument = std::get_if<QString>(&node.literal);
    switch (node.operation) {
    case Operation::Lower:
        return WhereValue(text->toLower());
    case Operation::Upper:
        return WhereValue(text->toUpper());
    case Operation::Contains:
        return WhereValue(text->contains(*argument, Qt::CaseInsensitive));
    case Operation::StartsWith:
        return WhereValue(text->startsWith(*argument, Qt::CaseInsensitive));
    case Operation::EndsWith:
        return WhereValue(text->endsWith(*argument, Qt::CaseInsensitive));
    default:
        return WhereValue(*text);
    }
}

Result<WhereValue> WhereClause::logicValue(const Node& node, const Reader& reader) const
{
    const Result<WhereValue> left = value(node.left, reader);
    if (!left) return left;
    const bool* truth = std::get_if<bool>(&*left);
    const bool isTrue = truth && *truth;
    if (node.operation == Operation::Not) return WhereValue(!isTrue);
    if (node.operation == Operation::And && !isTrue) return WhereValue(false);
    if (node.operation == Operation::Or && isTrue) return WhereValue(true);
    const Result<WhereValue> right = value(node.right, reader);
    if (!right) return right;
    const bool ordered = !isUnset(*left) && !isUnset(*right);
    switch (node.operation) {
    case Operation::Equal:
        return WhereValue(sameValue(*left, *right));
    case Operation::NotEqual:
        return WhereValue(!sameValue(*left, *right));
    case Operation::Less:
        return WhereValue(ordered && compareValues(*left, *right) < 0);
    case Operation::LessOrEqual:
        return WhereValue(ordered && compareValues(*left, *right) <= 0);
    case Operation::Greater:
        return WhereValue(ordered && compareValues(*left, *right) > 0);
    case Operation::GreaterOrEqual:
        return WhereValue(ordered && compareValues(*left, *right) >= 0);
    default:
        return *right; // And, Or: the right side decides
    }
}

std::optional<QList<WhereValue>> WhereClause::candidates(int property) const
{
    return candidatesOf(int(m_nodes.size()) - 1, property);
}

std::optional<QList<WhereValue>> WhereClause::candidatesOf(int node, int property) const
{
    const Node& here = m_nodes[size_t(node)];
    if (here.operation == Operation::Equal) {
        const Node& left = m_nodes[size_t(here.left)];
        const Node& right = m_nodes[size_t(here.right)];
        if (left.operation == Operation::Property && left.property == property &&
            right.operation == Operation::Literal && !isUnset(right.literal))
            return QList<WhereValue>{right.literal};
        return std::nullopt;
    }
    if (here.operation != Operation::And && here.operation != Operation::Or) return std::nullopt;
    std::optional<QList<WhereValue>> left = candidatesOf(here.left, property);
    const std::optional<QList<WhereValue>> right = candidatesOf(here.right, property);
    if (here.operation == Operation::And) return left ? left : right;
    if (!left || !right) return std::nullopt;
    left->append(*right);
    return left;
}

} // namespace tieout::sandbox::xero
