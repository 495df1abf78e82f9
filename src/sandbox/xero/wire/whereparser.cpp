#include "sandbox/xero/wire/whereparser.h"

#include "sandbox/xero/organisation/guids.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kMaxDepth = 32;
constexpr qsizetype kMaxLength = 16'384;

QString typeWord(WhereType type)
{
    switch (type) {
    case WhereType::Null:
        return u"Object"_s;
    case WhereType::Bool:
        return u"Boolean"_s;
    case WhereType::Number:
        return u"Decimal"_s;
    case WhereType::Text:
        return u"String"_s;
    case WhereType::Guid:
        return u"Guid"_s;
    case WhereType::Moment:
        return u"DateTime"_s;
    }
    return {};
}

bool isNameStart(QChar letter)
{
    return letter.isLetter() || letter == u'_';
}

} // namespace

WhereParser::WhereParser(QStringView text, const WhereClause::Resolver& resolver, QStringView type)
    : m_text(text)
    , m_type(type)
    , m_resolver(resolver)
{
}

Result<WhereClause> WhereClause::parse(QStringView text, const Resolver& resolver, QStringView type)
{
    return WhereParser(text, resolver, type).run();
}

Result<WhereClause> WhereParser::run()
{
    int root = m_text.size() > kMaxLength ? fault(u"Expression too long"_s) : disjunction();
    skipBlanks();
    if (root >= 0 && m_at < m_text.size()) root = fault(u"Syntax error"_s);
    if (root >= 0 && m_clause.m_nodes[size_t(root)].type != WhereType::Bool)
        root = fault(u"Expression of type 'Boolean' expected"_s);
    if (root < 0) return fail(ErrorKind::RowRejected, u"where.syntax"_s, m_message);
    return std::move(m_clause);
}

int WhereParser::disjunction()
{
    if (++m_depth > kMaxDepth) return fault(u"Expression too deep"_s);
    int left = conjunction();
    while (left >= 0 && (take(u"||") || takeWord(u"or")))
        left = combine(Operation::Or, left, conjunction());
    --m_depth;
    return left;
}

int WhereParser::conjunction()
{
    int left = comparison();
    while (left >= 0 && (take(u"&&") || takeWord(u"and")))
        left = combine(Operation::And, left, comparison());
    return left;
}

int WhereParser::comparison()
{
    static constexpr std::pair<QStringView, Operation> kSymbols[] = {
        {u"==", Operation::Equal},       {u"!=", Operation::NotEqual},       {u"<>", Operation::NotEqual},
        {u"<=", Operation::LessOrEqual}, {u">=", Operation::GreaterOrEqual}, {u"=", Operation::Equal},
        {u"<", Operation::Less},         {u">", Operation::Greater},
    };
    const int left = operand();
    if (left < 0) return left;
    for (const auto& [symbol, operation] : kSymbols) {
        if (!take(symbol)) continue;
        const int right = operand();
        if (right < 0) return right;
        const WhereType leftType = m_clause.m_nodes[size_t(left)].type;
        const WhereType rightType = m_clause.m_nodes[size_t(right)].type;
        if (leftType != rightType && leftType != WhereType::Null && rightType != WhereType::Null)
            return fault(u"Operator '%1' incompatible with operand types '%2' and '%3'"_s.arg(
                symbol, typeWord(leftType), typeWord(rightType)));
        return combine(operation, left, right);
    }
    return left;
}

int WhereParser::operand()
{
    skipBlanks();
    if (m_at >= m_text.size()) return fault(u"Expression expected"_s);
    const QChar next = m_text[m_at];
    if (next == u'(') return group();
    if (next == u'"') return textLiteral();
    if (next == u'\'') return fault(u"Character literal must contain exactly one character"_s);
    if (next.isDigit() || next == u'-') return numberLiteral();
    if (next == u'!') return negation();
    if (isNameStart(next)) return wordOperand();
    return fault(u"Expression expected"_s);
}

int WhereParser::group()
{
    ++m_at;
    const int inner = disjunction();
    if (inner >= 0 && !take(u")")) return fault(u"')' or operator expected"_s);
    return inner;
}

int WhereParser::negation()
{
    if (++m_depth > kMaxDepth) return fault(u"Expression too deep"_s);
    ++m_at;
    const int inner = operand();
    --m_depth;
    return inner < 0 ? inner : combine(Operation::Not, inner, inner);
}

int WhereParser::textLiteral()
{
    const std::optional<QString> text = quotedText();
    if (!text) return fault(u"Unterminated string literal"_s);
    Node node;
    node.type = WhereType::Text;
    node.literal = *text;
    return add(std::move(node));
}

int WhereParser::numberLiteral()
{
    const qsizetype start = m_at++;
    while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == u'.'))
        ++m_at;
    const Result<Decimal> number = Decimal::parse(m_text.sliced(start, m_at - start));
    if (!number) return fault(u"Invalid number"_s);
    if (m_at < m_text.size() && QStringView(u"mMdDfF").contains(m_text[m_at])) ++m_at; // 10.5m
    Node node;
    node.type = WhereType::Number;
    node.literal = *number;
    return add(std::move(node));
}

int WhereParser::wordOperand()
{
    const QStringView word = name();
    const auto is = [word](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
    Node node;
    if (is(u"null")) return add(std::move(node));
    if (is(u"true") || is(u"false")) {
        node.type = WhereType::Bool;
        node.literal = is(u"true");
        return add(std::move(node));
    }
    if (is(u"guid") && take(u"(")) return guidLiteral();
    if (is(u"DateTime") && (take(u".Parse(") || take(u"("))) return momentLiteral();
    return member(word);
}

int WhereParser::guidLiteral()
{
    skipBlanks();
    const std::optional<QString> text = quotedText();
    const QUuid guid = text ? parseGuid(*text) : QUuid();
    if (guid.isNull() || !take(u")"))
        return fault(
            u"Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)."_s);
    Node node;
    node.type = WhereType::Guid;
    node.literal = guid;
    return add(std::move(node));
}

int WhereParser::momentLiteral()
{
    Node node;
    node.type = WhereType::Moment;
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == u'"') {
        const std::optional<QString> text = quotedText();
        const Result<Instant> instant = parseInstant(text ? QString(*text) : QString());
        const Result<Date> date = parseDate(text ? QString(*text) : QString());
        if ((!instant && !date) || !take(u")"))
            return fault(u"String was not recognized as a valid DateTime."_s);
        node.literal = instant ? *instant : instantFromMs(date->startOfDay(Qt::UTC).toMSecsSinceEpoch());
        return add(std::move(node));
    }
    std::array<int, 6> parts{1, 1, 1, 0, 0, 0};
    size_t count = 0;
    do {
        const std::optional<int> part = wholeNumber();
        if (!part || count == parts.size())
            return fault(u"No applicable constructor exists in type 'DateTime'"_s);
        parts[count++] = *part;
    } while (take(u","));
    const QDateTime moment(QDate(parts[0], parts[1], parts[2]), QTime(parts[3], parts[4], parts[5]), Qt::UTC);
    if (count < 3 || !moment.isValid() || !take(u")"))
        return fault(u"No applicable constructor exists in type 'DateTime'"_s);
    node.literal = instantFromMs(moment.toMSecsSinceEpoch());
    return add(std::move(node));
}

// A path such as Contact.Name; the longest path that names a member wins, what follows is a method.
int WhereParser::member(QStringView path)
{
    const qsizetype start = path.data() - m_text.data();
    WhereProperty property = m_resolver(path);
    while (property.id < 0 && take(u".")) {
        if (name().isEmpty()) break;
        property = m_resolver(m_text.sliced(start, m_at - start));
    }
    if (property.id < 0) return fault(u"No property or field '%1' exists in type '%2'"_s.arg(path, m_type));
    Node node;
    node.operation = Operation::Property;
    node.property = property.id;
    node.type = property.type;
    int owner = add(std::move(node));
    while (owner >= 0 && take(u".")) {
        const QStringView word = name();
        if (word.compare(u"HasValue", Qt::CaseInsensitive) == 0) {
            owner = combine(Operation::NotEqual, owner, add({}));
        } else if (word.compare(u"Value", Qt::CaseInsensitive) != 0) {
            owner = method(owner, word);
        }
    }
    return owner;
}

int WhereParser::method(int owner, QStringView methodName)
{
    static constexpr std::pair<QStringView, Operation> kMethods[] = {
        {u"Contains", Operation::Contains}, {u"StartsWith", Operation::StartsWith},
        {u"EndsWith", Operation::EndsWith}, {u"ToLower", Operation::Lower},
        {u"ToUpper", Operation::Upper},     {u"ToString", Operation::ToText},
    };
    const WhereType ownerType = m_clause.m_nodes[size_t(owner)].type;
    for (const auto& [known, operation] : kMethods) {
        if (methodName.compare(known, Qt::CaseInsensitive) != 0 || !take(u"(")) continue;
        if (ownerType != WhereType::Text && !(ownerType == WhereType::Guid && operation == Operation::ToText))
            break;
        Node node;
        node.operation = operation;
        node.left = owner;
        node.type = WhereType::Text;
        if (operation <= Operation::EndsWith && operation >= Operation::Contains) {
            skipBlanks();
            const std::optional<QString> argument = quotedText();
            if (!argument) return fault(u"Expression expected"_s);
            node.literal = *argument;
            node.type = WhereType::Bool;
        }
        if (!take(u")")) return fault(u"')' or ',' expected"_s);
        return add(std::move(node));
    }
    return fault(u"No applicable method '%1' exists in type '%2'"_s.arg(methodName, typeWord(ownerType)));
}

int WhereParser::add(Node node)
{
    m_clause.m_nodes.push_back(std::move(node));
    return int(m_clause.m_nodes.size()) - 1;
}

int WhereParser::combine(Operation operation, int left, int right)
{
    if (left < 0 || right < 0) return -1;
    Node node;
    node.operation = operation;
    node.left = left;
    node.right = right;
    node.type = WhereType::Bool;
    return add(std::move(node));
}

int WhereParser::fault(QString message)
{
    if (m_message.isEmpty()) m_message = std::move(message);
    return -1;
}

bool WhereParser::take(QStringView symbol)
{
    skipBlanks();
    if (m_text.sliced(m_at).startsWith(symbol, Qt::CaseInsensitive)) {
        m_at += symbol.size();
        return true;
    }
    return false;
}

bool WhereParser::takeWord(QStringView word)
{
    const qsizetype start = m_at;
    skipBlanks();
    if (m_at < m_text.size() && isNameStart(m_text[m_at]) && name().compare(word, Qt::CaseInsensitive) == 0)
        return true;
    m_at = start;
    return false;
}

void WhereParser::skipBlanks()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

std::optional<QString> WhereParser::quotedText()
{
    if (m_at >= m_text.size() || m_text[m_at] != u'"') return std::nullopt;
    const qsizetype end = m_text.indexOf(u'"', m_at + 1);
    if (end < 0) return std::nullopt;
    const QString text = m_text.sliced(m_at + 1, end - m_at - 1).toString();
    m_at = end + 1;
    return text;
}

std::optional<int> WhereParser::wholeNumber()
{
    skipBlanks();
    const qsizetype start = m_at;
    while (m_at < m_text.size() && m_text[m_at].isDigit())
        ++m_at;
    bool ok = false;
    const int number = m_text.sliced(start, m_at - start).toInt(&ok);
    return ok ? std::optional<int>(number) : std::nullopt;
}

QStringView WhereParser::name()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
        ++m_at;
    return m_text.sliced(start, m_at - start);
}

} // namespace tieout::sandbox::xero
