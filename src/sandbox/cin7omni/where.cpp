#include "sandbox/cin7omni/where.h"

#include "base/date.h"
#include "sandbox/cin7/wire.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

namespace {

enum class Test : quint8 { And, Or, Not, Equal, Unequal, Above, Below, AtLeast, AtMost, IsNull, Like, In };

constexpr int kDeepest = 40;
constexpr qsizetype kLongest = 20'000;

struct Token {
    enum class Kind : quint8 { Word, Text, Sign, End };
    Kind kind = Kind::End;
    QString text;
};

/// Cuts a condition into words, quoted texts and signs. Nothing when a quote is left open.
std::optional<QList<Token>> tokensOf(QStringView text)
{
    QList<Token> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace()) {
            ++at;
        } else if (c == u'\'') {
            QString value;
            for (++at;; ++at) {
                if (at >= text.size()) return {};
                if (text[at] == u'\'') {
                    if (at + 1 >= text.size() || text[at + 1] != u'\'') break;
                    ++at;
                }
                value += text[at];
            }
            ++at;
            tokens.append({Token::Kind::Text, value});
        } else if (QStringView(u"<>=!(),").contains(c)) {
            const QStringView two = text.sliced(at, std::min<qsizetype>(2, text.size() - at));
            const bool isTwo = two == u"<>" || two == u"<=" || two == u">=" || two == u"!=";
            tokens.append({Token::Kind::Sign, isTwo ? two.toString() : QString(c)});
            at += isTwo ? 2 : 1;
        } else {
            const qsizetype start = at;
            while (at < text.size() && !text[at].isSpace() && !QStringView(u"<>=!(),'").contains(text[at]))
                ++at;
            tokens.append({Token::Kind::Word, text.sliced(start, at - start).toString()});
        }
    }
    return tokens;
}

} // namespace

struct Where::Node {
    Test test = Test::And;
    QString member;
    QList<Json> values;
    QRegularExpression pattern;
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

namespace {

/// Reads the tokens by descent. Lives for one condition.
class Reader final
{
  public:
    Reader(QList<Token> tokens, const std::function<bool(QStringView)>& known)
        : m_tokens(std::move(tokens))
        , m_known(known)
    {
    }

    using NodePtr = std::unique_ptr<Where::Node>;

    [[nodiscard]] NodePtr whole()
    {
        NodePtr root = any(0);
        return m_at == m_tokens.size() ? std::move(root) : nullptr;
    }

  private:
    [[nodiscard]] Token peek() const { return m_at < m_tokens.size() ? m_tokens.at(m_at) : Token(); }
    [[nodiscard]] bool isWord(QStringView word) const
    {
        const Token token = peek();
        return token.kind == Token::Kind::Word && word.compare(token.text, Qt::CaseInsensitive) == 0;
    }
    bool takeWord(QStringView word)
    {
        if (!isWord(word)) return false;
        ++m_at;
        return true;
    }
    bool takeSign(QStringView sign)
    {
        if (peek().kind != Token::Kind::Sign || peek().text != sign) return false;
        ++m_at;
        return true;
    }
    static NodePtr joined(Test test, NodePtr left, NodePtr right)
    {
        if (!left || !right) return nullptr;
        auto node = std::make_unique<Where::Node>();
        node->test = test;
        node->left = std::move(left);
        node->right = std::move(right);
        return node;
    }
    static NodePtr turned(NodePtr inner)
    {
        if (!inner) return nullptr;
        auto node = std::make_unique<Where::Node>();
        node->test = Test::Not;
        node->left = std::move(inner);
        return node;
    }

    NodePtr any(int depth)
    {
        NodePtr node = all(depth);
        while (node && takeWord(u"OR"))
            node = joined(Test::Or, std::move(node), all(depth));
        return node;
    }
    NodePtr all(int depth)
    {
        NodePtr node = one(depth);
        while (node && takeWord(u"AND"))
            node = joined(Test::And, std::move(node), one(depth));
        return node;
    }
    NodePtr one(int depth)
    {
        if (depth > kDeepest) return nullptr;
        if (takeWord(u"NOT")) return turned(one(depth + 1));
        if (!takeSign(u"(")) return comparison();
        NodePtr node = any(depth + 1);
        return takeSign(u")") ? std::move(node) : nullptr;
    }
    NodePtr comparison()
    {
        if (peek().kind != Token::Kind::Word || !m_known(peek().text)) return nullptr;
        auto node = std::make_unique<Where::Node>();
        node->member = m_tokens.at(m_at++).text;
        if (takeWord(u"IS")) {
            const bool isNot = takeWord(u"NOT");
            node->test = Test::IsNull;
            if (!takeWord(u"NULL")) return nullptr;
            return isNot ? turned(std::move(node)) : std::move(node);
        }
        const bool isNot = takeWord(u"NOT");
        if (takeWord(u"LIKE")) {
            if (!like(*node)) return nullptr;
        } else if (takeWord(u"IN")) {
            if (!list(*node)) return nullptr;
        } else if (isNot || !simple(*node)) {
            return nullptr;
        }
        return isNot ? turned(std::move(node)) : std::move(node);
    }
    bool like(Where::Node& node)
    {
        const auto value = literal();
        if (!value) return false;
        QString pattern;
        for (const QChar c : value->toText())
            pattern += c == u'%' ? u".*"_s : c == u'_' ? u"."_s : QRegularExpression::escape(QString(c));
        node.test = Test::Like;
        node.pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
        return node.pattern.isValid();
    }
    bool list(Where::Node& node)
    {
        node.test = Test::In;
        if (!takeSign(u"(")) return false;
        do {
            const auto value = literal();
            if (!value) return false;
            node.values.append(*value);
        } while (takeSign(u","));
        return takeSign(u")");
    }
    bool simple(Where::Node& node)
    {
        static const QHash<QString, Test> kTests{
            {u"="_s, Test::Equal}, {u"<>"_s, Test::Unequal}, {u"!="_s, Test::Unequal}, {u">"_s, Test::Above},
            {u"<"_s, Test::Below}, {u">="_s, Test::AtLeast}, {u"<="_s, Test::AtMost}};
        if (peek().kind != Token::Kind::Sign || !kTests.contains(peek().text)) return false;
        node.test = kTests.value(m_tokens.at(m_at++).text);
        const auto value = literal();
        if (value) node.values.append(*value);
        return value.has_value();
    }
    /// A quoted text, a number, true or false, or a date that someone forgot to quote.
    std::optional<Json> literal()
    {
        const Token token = peek();
        if (token.kind != Token::Kind::Text && token.kind != Token::Kind::Word) return {};
        ++m_at;
        if (token.kind == Token::Kind::Text) return Json(token.text);
        if (token.text.compare(u"true", Qt::CaseInsensitive) == 0) return Json(true);
        if (token.text.compare(u"false", Qt::CaseInsensitive) == 0) return Json(false);
        if (const auto number = Decimal::parse(QStringView(token.text))) return Json(*number);
        if (parseInstant(token.text) || parseDate(token.text)) return Json(token.text);
        return {};
    }

    QList<Token> m_tokens;
    const std::function<bool(QStringView)>& m_known;
    qsizetype m_at = 0;
};

std::optional<Instant> momentOf(const Json& value)
{
    const QString text = value.toText();
    if (text.size() < 10 || !text.at(0).isDigit()) return {};
    if (const auto instant = parseInstant(text)) return *instant;
    if (const auto date = parseDate(text))
        return instantFromMs(date->startOfDay(Qt::UTC).toMSecsSinceEpoch());
    return {};
}

bool holds(const Where::Node& node, const Json& row)
{
    switch (node.test) {
    case Test::And:
        return holds(*node.left, row) && holds(*node.right, row);
    case Test::Or:
        return holds(*node.left, row) || holds(*node.right, row);
    case Test::Not:
        return !holds(*node.left, row);
    default:
        break;
    }
    const Json& value = cin7::memberOf(row, node.member);
    if (node.test == Test::IsNull) return value.isNull();
    if (node.test == Test::Like) return node.pattern.match(value.toText()).hasMatch();
    for (const Json& wanted : node.values) {
        const auto order = compareValues(value, wanted);
        if (!order) continue;
        const bool fits = node.test == Test::Equal || node.test == Test::In ? *order == 0
                          : node.test == Test::Unequal                      ? *order != 0
                          : node.test == Test::Above                        ? *order > 0
                          : node.test == Test::Below                        ? *order < 0
                          : node.test == Test::AtLeast                      ? *order >= 0
                                                                            : *order <= 0;
        if (fits) return true;
    }
    return false;
}

template<class T>
int orderOf(const T& left, const T& right)
{
    return left < right ? -1 : left == right ? 0 : 1;
}

} // namespace

std::optional<int> compareValues(const Json& left, const Json& right)
{
    if (left.isNull() || right.isNull()) return {};
    if (left.isBool()) {
        const bool wanted = right.isBool()   ? right.toBool()
                            : right.isText() ? right.toText().compare(u"true", Qt::CaseInsensitive) == 0
                                             : !cin7::amountOrZero(right).isZero();
        return orderOf(int(left.toBool()), int(wanted));
    }
    if (left.isNumber()) {
        const auto number = cin7::amountOf(right);
        return number ? std::optional(orderOf(left.toDecimal(), *number)) : std::nullopt;
    }
    const auto before = momentOf(left);
    const auto after = momentOf(right);
    if (before && after) return orderOf(*before, *after);
    const QString text = right.isNumber() ? right.toDecimal().toString() : right.toText();
    return left.toText().compare(text, Qt::CaseInsensitive);
}

Where::Where(std::unique_ptr<Node> root)
    : m_root(std::move(root))
{
}

Where::~Where() = default;
Where::Where(Where&&) noexcept = default;
Where& Where::operator=(Where&&) noexcept = default;

std::optional<Where> Where::parse(QStringView text, const std::function<bool(QStringView)>& known)
{
    if (text.size() > kLongest) return {};
    auto tokens = tokensOf(text);
    if (!tokens) return {};
    auto root = Reader(std::move(*tokens), known).whole();
    if (!root) return {};
    return Where(std::move(root));
}

bool Where::matches(const Json& row) const
{
    return holds(*m_root, row);
}

} // namespace tieout::sandbox::cin7omni
