#include "sandbox/salesforce/query/soqlparser.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kMaxDepth = 40;
constexpr int kMaxOffset = 2000;
constexpr int kMaxLevels = 5; // of queries inside queries

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool continuesName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// What a backslash and this sign stand for; % and _ keep their backslash for LIKE.
std::optional<QString> unescaped(QChar sign)
{
    switch (sign.toLower().unicode()) {
    case u'n':
        return u"\n"_s;
    case u'r':
        return u"\r"_s;
    case u't':
        return u"\t"_s;
    case u'b':
        return u"\b"_s;
    case u'f':
        return u"\f"_s;
    case u'"':
    case u'\'':
    case u'\\':
        return QString(sign);
    case u'%':
    case u'_':
        return u'\\' + QString(sign);
    default:
        return {};
    }
}

bool isReserved(const QString& word)
{
    static const QSet<QString> kWords{
        u"SELECT"_s, u"FROM"_s,  u"WHERE"_s,  u"AND"_s,      u"OR"_s,      u"NOT"_s,    u"ORDER"_s,
        u"BY"_s,     u"LIMIT"_s, u"LIKE"_s,   u"IN"_s,       u"GROUP"_s,   u"HAVING"_s, u"USING"_s,
        u"WITH"_s,   u"NULLS"_s, u"OFFSET"_s, u"FOR"_s,      u"ALL"_s,     u"TYPEOF"_s, u"WHEN"_s,
        u"THEN"_s,   u"ELSE"_s,  u"END"_s,    u"INCLUDES"_s, u"EXCLUDES"_s};
    return kWords.contains(word.toUpper());
}

} // namespace

SoqlResult<SoqlQuery> SoqlParser::run()
{
    SoqlQuery parsed;
    if (!query(parsed, 1)) return tl::unexpected(m_fault);
    skipBlanks();
    if (m_at < m_text.size()) {
        unexpected();
        return tl::unexpected(m_fault);
    }
    parsed.text = m_text;
    return parsed;
}

bool SoqlParser::query(SoqlQuery& into, int level)
{
    if (!expectWord(u"SELECT") || !items(into, level) || !expectWord(u"FROM")) return false;
    if (!path(into.from)) return false;
    takeWord(u"AS");
    const QString alias = peekWord();
    if (!alias.isEmpty() && !isReserved(alias)) {
        takeWord(alias);
        into.alias = alias;
    }
    if (takeWord(u"USING")) {
        if (!expectWord(u"SCOPE")) return false;
        if (!takeWord(u"EVERYTHING") && !takeWord(u"MINE") && !expectWord(u"TEAM")) return false;
    }
    if (takeWord(u"WHERE")) {
        into.where.emplace();
        if (!condition(*into.where)) return false;
    }
    into.text = m_text;
    return tail(into);
}

bool SoqlParser::items(SoqlQuery& into, int level)
{
    do {
        SoqlItem next;
        if (!item(next, level)) return false;
        into.items.push_back(std::move(next));
    } while (takeSymbol(u","));
    return true;
}

bool SoqlParser::item(SoqlItem& into, int level)
{
    if (takeSymbol(u"(")) {
        if (level >= kMaxLevels) return unexpected();
        into.children = std::make_shared<SoqlQuery>();
        return query(*into.children, level + 1) && expectSymbol(u")");
    }
    if (takeWord(u"TYPEOF")) return typeOf(into);
    return term(into.path, into.function) && itemAlias(into);
}

bool SoqlParser::itemAlias(SoqlItem& into)
{
    const QString alias = peekWord();
    if (!alias.isEmpty() && !isReserved(alias)) {
        takeWord(alias);
        into.alias = alias;
    }
    return true;
}

bool SoqlParser::typeOf(SoqlItem& into)
{
    into.typeOf = std::make_shared<SoqlTypeOf>();
    if (!path(into.path)) return false;
    bool otherwise = false;
    while (!otherwise && (takeWord(u"WHEN") || (otherwise = takeWord(u"ELSE")))) {
        SoqlTypeOf::Case next;
        if (!otherwise) {
            SoqlPath object;
            if (!path(object) || !expectWord(u"THEN")) return false;
            next.object = object.parts.first();
        }
        do {
            if (!path(next.fields.emplace_back())) return false;
        } while (takeSymbol(u","));
        into.typeOf->cases.push_back(std::move(next));
    }
    return expectWord(u"END");
}

bool SoqlParser::term(SoqlPath& into, SoqlFunction& function)
{
    if (!path(into)) return false;
    if (!takeSymbol(u"(")) return true;
    const qsizetype at = into.at;
    const QString name = into.parts.join(u'.');
    const auto known = soqlFunction(name);
    into = {};
    into.at = at;
    if (!known) {
        m_at = at;
        return fail(u"Invalid Aggregate Function: '"_s + name.toUpper() + u"'"_s);
    }
    function = *known;
    if (function == SoqlFunction::Count && takeSymbol(u")")) return true;
    // FIELDS(ALL): its word is one of the reserved ones.
    if (function == SoqlFunction::Fields && takeWord(u"ALL")) {
        into.parts.append(u"ALL"_s);
        return expectSymbol(u")");
    }
    if (!path(into)) return false;
    into.at = at;
    return expectSymbol(u")");
}

bool SoqlParser::groups(SoqlQuery& into)
{
    do {
        SoqlGroup group;
        if (!term(group.path, group.function)) return false;
        into.groups.push_back(std::move(group));
    } while (takeSymbol(u","));
    if (!takeWord(u"HAVING")) return true;
    into.having.emplace();
    return condition(*into.having);
}

bool SoqlParser::tail(SoqlQuery& into)
{
    if (takeWord(u"WITH") && !expectWord(u"SECURITY_ENFORCED")) return false;
    if (takeWord(u"GROUP") && (!expectWord(u"BY") || !groups(into))) return false;
    if (takeWord(u"ORDER") && (!expectWord(u"BY") || !orders(into))) return false;
    if (takeWord(u"LIMIT") && !wholeNumber(into.limit)) return false;
    if (takeWord(u"OFFSET")) {
        if (!wholeNumber(into.offset)) return false;
        if (into.offset > kMaxOffset) {
            m_fault = {u"NUMBER_OUTSIDE_VALID_RANGE"_s, u"Maximum SOQL offset allowed is 2000"_s};
            return false;
        }
    }
    if (takeWord(u"FOR") && !takeWord(u"VIEW") && !takeWord(u"REFERENCE") && !expectWord(u"UPDATE"))
        return false;
    if (takeWord(u"ALL")) {
        if (!expectWord(u"ROWS")) return false;
        into.allRows = true;
    }
    return true;
}

bool SoqlParser::orders(SoqlQuery& into)
{
    do {
        SoqlOrder order;
        if (!term(order.path, order.function)) return false;
        if (takeWord(u"DESC"))
            order.descending = true;
        else
            takeWord(u"ASC");
        if (takeWord(u"NULLS")) {
            order.nullsLast = takeWord(u"LAST");
            if (!*order.nullsLast && !expectWord(u"FIRST")) return false;
        }
        into.orders.push_back(std::move(order));
    } while (takeSymbol(u","));
    return true;
}

bool SoqlParser::condition(SoqlCondition& into)
{
    if (++m_depth > kMaxDepth) return fail(u"the query is nested too deeply"_s);
    SoqlCondition first;
    if (!conditionTerm(first)) return false;
    const bool conjunction = peekWord().compare(u"AND", Qt::CaseInsensitive) == 0;
    const QStringView joiner = conjunction ? u"AND" : u"OR";
    if (peekWord().compare(joiner, Qt::CaseInsensitive) != 0) {
        into = std::move(first);
        --m_depth;
        return true;
    }
    into.kind = conjunction ? SoqlCondition::Kind::And : SoqlCondition::Kind::Or;
    into.parts.push_back(std::move(first));
    while (takeWord(joiner)) {
        SoqlCondition next;
        if (!conditionTerm(next)) return false;
        into.parts.push_back(std::move(next));
    }
    // AND and OR side by side need parentheses.
    const QString after = peekWord().toUpper();
    if (after == u"AND" || after == u"OR") return unexpected();
    --m_depth;
    return true;
}

bool SoqlParser::conditionTerm(SoqlCondition& into)
{
    if (takeWord(u"NOT")) {
        if (++m_depth > kMaxDepth) return fail(u"the query is nested too deeply"_s);
        into.kind = SoqlCondition::Kind::Not;
        into.parts.resize(1);
        const bool good = conditionTerm(into.parts.front());
        --m_depth;
        return good;
    }
    if (takeSymbol(u"(")) return condition(into) && expectSymbol(u")");
    return comparison(into);
}

bool SoqlParser::comparison(SoqlCondition& into)
{
    if (!term(into.path, into.function) || !comparisonOperator(into.op)) return false;
    const bool listed = into.op == SoqlOperator::In || into.op == SoqlOperator::NotIn ||
                        into.op == SoqlOperator::Includes || into.op == SoqlOperator::Excludes;
    if (listed) return list(into);
    into.values.resize(1);
    return literal(into.values.front());
}

bool SoqlParser::comparisonOperator(SoqlOperator& into)
{
    static const std::pair<QStringView, SoqlOperator> kSymbols[] = {
        {u"<=", SoqlOperator::LessOrEqual}, {u">=", SoqlOperator::GreaterOrEqual},
        {u"!=", SoqlOperator::NotEqual},    {u"<>", SoqlOperator::NotEqual},
        {u"=", SoqlOperator::Equal},        {u"<", SoqlOperator::Less},
        {u">", SoqlOperator::Greater},
    };
    for (const auto& [symbol, op] : kSymbols) {
        if (takeSymbol(symbol)) {
            into = op;
            return true;
        }
    }
    if (takeWord(u"LIKE")) {
        into = SoqlOperator::Like;
        return true;
    }
    for (const auto& [word, op] : {std::pair(QStringView(u"IN"), SoqlOperator::In),
                                   std::pair(QStringView(u"INCLUDES"), SoqlOperator::Includes),
                                   std::pair(QStringView(u"EXCLUDES"), SoqlOperator::Excludes)}) {
        if (!takeWord(word)) continue;
        into = op;
        return true;
    }
    if (takeWord(u"NOT")) {
        into = SoqlOperator::NotIn;
        return expectWord(u"IN");
    }
    return unexpected();
}

bool SoqlParser::list(SoqlCondition& into)
{
    if (!expectSymbol(u"(")) return false;
    if (peekWord().compare(u"SELECT", Qt::CaseInsensitive) == 0) {
        into.semiJoin = std::make_shared<SoqlQuery>();
        return query(*into.semiJoin, 2) && expectSymbol(u")");
    }
    do {
        SoqlLiteral value;
        if (!literal(value)) return false;
        into.values.push_back(std::move(value));
    } while (takeSymbol(u","));
    return expectSymbol(u")");
}

bool SoqlParser::literal(SoqlLiteral& into)
{
    skipBlanks();
    into.at = m_at;
    if (m_at >= m_text.size()) return unexpected();
    const QChar c = m_text[m_at];
    if (c == u'\'') return quoted(into);
    if (c.isDigit() || c == u'-' || c == u'+' || c == u'.') return numeric(into);
    return wordLiteral(into);
}

bool SoqlParser::quoted(SoqlLiteral& into)
{
    into.kind = SoqlLiteral::Kind::Text;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'\'') {
            ++m_at;
            return true;
        }
        if (c != u'\\') {
            into.text += c;
            continue;
        }
        const QChar escaped = ++m_at < m_text.size() ? m_text[m_at] : QChar();
        const auto text = unescaped(escaped);
        if (!text) return fail(u"Illegal escape sequence '\\"_s + escaped + u"' found in query"_s);
        into.text += *text;
    }
    return fail(u"line 1:"_s + QString::number(m_at) + u" mismatched character '<EOF>' expecting '''"_s);
}

bool SoqlParser::numeric(SoqlLiteral& into)
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() &&
           (m_text[m_at].isLetterOrNumber() || QStringView(u"+-.:").contains(m_text[m_at])))
        ++m_at;
    const QStringView word = QStringView(m_text).sliced(start, m_at - start);
    if (const auto number = Decimal::parse(word)) {
        into.kind = SoqlLiteral::Kind::Number;
        into.number = *number;
        return true;
    }
    if (const auto date = parseDate(word)) {
        into.kind = SoqlLiteral::Kind::Date;
        into.from = QDate(1970, 1, 1).daysTo(*date);
        into.to = into.from + 1;
        return true;
    }
    // A time without a zone is refused.
    const bool zoned = word.endsWith(u'Z') || word.endsWith(u'z') || word.mid(11).contains(u'+') ||
                       word.mid(11).contains(u'-');
    const auto instant = parseInstant(word);
    if (instant && zoned && word.contains(u'T')) {
        into.kind = SoqlLiteral::Kind::Instant;
        into.from = msSinceEpoch(*instant);
        into.to = into.from + 1;
        return true;
    }
    m_at = start;
    return fail(u"line 1:"_s + QString::number(start) + u" no viable alternative at character '"_s +
                m_text[start] + u"'"_s);
}

bool SoqlParser::wordLiteral(SoqlLiteral& into)
{
    const QString word = peekWord().toUpper();
    if (word == u"NULL" || word == u"TRUE" || word == u"FALSE") {
        takeWord(word);
        into.kind = word == u"NULL" ? SoqlLiteral::Kind::Null : SoqlLiteral::Kind::Bool;
        into.flag = word == u"TRUE";
        return true;
    }
    const qsizetype start = m_at;
    int n = 0;
    if (!word.isEmpty() && takeWord(word) && m_at < m_text.size() && m_text[m_at] == u':') {
        ++m_at;
        if (!wholeNumber(n)) return false;
    }
    const auto period = soqlPeriod(word, n, m_today);
    if (!period) {
        m_at = start;
        return unexpected();
    }
    into.kind = SoqlLiteral::Kind::Period;
    into.from = QDate(1970, 1, 1).daysTo(period->first);
    into.to = QDate(1970, 1, 1).daysTo(period->second);
    return true;
}

bool SoqlParser::path(SoqlPath& into)
{
    skipBlanks();
    into.at = m_at;
    do {
        const QString word = peekWord();
        if (word.isEmpty() || (into.parts.isEmpty() && isReserved(word))) return unexpected();
        takeWord(word);
        into.parts.append(word);
    } while (m_at < m_text.size() && m_text[m_at] == u'.' && ++m_at);
    return true;
}

bool SoqlParser::wholeNumber(int& into)
{
    skipBlanks();
    const qsizetype start = m_at;
    while (m_at < m_text.size() && m_text[m_at].isDigit())
        ++m_at;
    bool good = false;
    into = QStringView(m_text).sliced(start, m_at - start).toInt(&good);
    if (!good) m_at = start;
    return good || unexpected();
}

void SoqlParser::skipBlanks()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

QString SoqlParser::peekWord()
{
    skipBlanks();
    if (m_at >= m_text.size() || !startsName(m_text[m_at])) return {};
    qsizetype end = m_at;
    while (end < m_text.size() && continuesName(m_text[end]))
        ++end;
    return m_text.mid(m_at, end - m_at);
}

bool SoqlParser::takeWord(QStringView word)
{
    const QString next = peekWord();
    if (next.isEmpty() || next.compare(word, Qt::CaseInsensitive) != 0) return false;
    m_at += next.size();
    return true;
}

bool SoqlParser::takeSymbol(QStringView symbol)
{
    skipBlanks();
    if (!QStringView(m_text).sliced(m_at).startsWith(symbol)) return false;
    m_at += symbol.size();
    return true;
}

bool SoqlParser::expectWord(QStringView word)
{
    return takeWord(word) || unexpected();
}

bool SoqlParser::expectSymbol(QStringView symbol)
{
    return takeSymbol(symbol) || unexpected();
}

bool SoqlParser::unexpected()
{
    skipBlanks();
    if (m_at >= m_text.size()) return fail(u"unexpected token: '<EOF>'"_s);
    QString token = peekWord();
    if (token.isEmpty()) token = m_text.mid(m_at, 1);
    return fail(u"unexpected token: '"_s + token + u"'"_s);
}

bool SoqlParser::fail(const QString& sentence)
{
    m_fault = SoqlFault::at(u"MALFORMED_QUERY"_s, m_text, m_at, sentence);
    return false;
}

} // namespace tieout::sandbox::salesforce
