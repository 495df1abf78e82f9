#include "sandbox/salesforce/query/searchservice.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kMostRecords = 2000;

Response malformed(const QString& sentence)
{
    return errorReply(400, u"MALFORMED_SEARCH"_s, sentence);
}

/// "Acme\-Ltd* 12" → patterns for matchesLike, one for each word.
QStringList wordPatterns(const QString& words)
{
    QString plain;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar c = words[i];
        if (c == u'\\' && i + 1 < words.size())
            plain += words[++i];
        else if (c == u'*')
            plain += u'%';
        else if (c == u'?')
            plain += u'_';
        else if (c == u'"')
            continue;
        else
            plain += c;
    }
    static const QRegularExpression kGaps(u"[^\\p{L}\\p{N}%_@.']+"_s);
    return plain.split(kGaps, Qt::SkipEmptyParts);
}

/// Where the fields of "Id, Name WHERE …" end.
qsizetype tailStart(const QString& inside)
{
    static const QRegularExpression kTail(u"\\b(WHERE|USING|ORDER|LIMIT|OFFSET)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = kTail.match(inside);
    return match.hasMatch() ? match.capturedStart() : inside.size();
}

QString soqlOf(const QString& object, const QString& inside)
{
    const qsizetype tail = tailStart(inside);
    const QString fields = inside.left(tail).trimmed();
    return u"SELECT "_s + (fields.isEmpty() ? u"Id"_s : fields) + u" FROM "_s + object + u' ' +
           inside.mid(tail);
}

/// Splits at commas outside parentheses and quotes.
QStringList splitTargets(const QString& list)
{
    QStringList parts;
    int depth = 0;
    bool quoted = false;
    qsizetype from = 0;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar c = list[i];
        if (c == u'\\') {
            ++i;
        } else if (c == u'\'') {
            quoted = !quoted;
        } else if (!quoted && c == u'(') {
            ++depth;
        } else if (!quoted && c == u')') {
            --depth;
        } else if (!quoted && depth == 0 && c == u',') {
            parts.append(list.mid(from, i - from).trimmed());
            from = i + 1;
        }
    }
    parts.append(list.mid(from).trimmed());
    return parts;
}

} // namespace

Response SearchService::search(const Request& request, const QByteArray& servicePath) const
{
    if (request.method != "GET") return methodReply(request.method);
    const auto order = parse(request.queryValue(u"q").trimmed());
    return order ? carryOut(*order, servicePath) : order.error();
}

Response SearchService::parameterized(const Request& request, const QByteArray& servicePath) const
{
    if (request.method == "GET") {
        const auto order = fromParameters(request);
        return order ? carryOut(*order, servicePath) : order.error();
    }
    if (request.method != "POST") return methodReply(request.method);
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const auto order = fromBody(*body);
    return order ? carryOut(*order, servicePath) : order.error();
}

tl::expected<SearchService::Order, Response> SearchService::parse(const QString& sosl)
{
    static const QRegularExpression kShape(
        u"^FIND\\s*\\{((?:[^}\\\\]|\\\\.)*)\\}(?:\\s+IN\\s+(\\w+)\\s+FIELDS)?"
        "(?:\\s+RETURNING\\s+(.+?))?(?:\\s+LIMIT\\s+(\\d+))?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = kShape.match(sosl);
    if (!match.hasMatch())
        return tl::unexpected(malformed(u"unexpected token in the search: "_s + sosl.left(80)));
    Order order;
    order.words = match.captured(1);
    const auto group = groupNamed(match.captured(2));
    if (!group) return tl::unexpected(malformed(u"unexpected token: "_s + match.captured(2)));
    order.group = *group;
    if (!match.captured(4).isEmpty()) order.limit = std::min(kMostRecords, match.captured(4).toInt());
    if (match.captured(3).isEmpty()) return order;
    for (const QString& part : splitTargets(match.captured(3))) {
        const qsizetype open = part.indexOf(u'(');
        const bool plain = open < 0;
        if (!plain && !part.endsWith(u')')) return tl::unexpected(malformed(u"unexpected token: "_s + part));
        order.targets.push_back(
            {plain ? soqlOf(part, {}) : soqlOf(part.left(open).trimmed(), part.mid(open + 1).chopped(1))});
    }
    return order;
}

std::optional<SearchService::Group> SearchService::groupNamed(const QString& name)
{
    const QString upper = name.toUpper();
    if (upper.isEmpty() || upper == u"ALL" || upper == u"SIDEBAR") return Group::All;
    if (upper == u"NAME") return Group::Name;
    if (upper == u"EMAIL") return Group::Email;
    if (upper == u"PHONE") return Group::Phone;
    return {};
}

tl::expected<SearchService::Order, Response> SearchService::fromParameters(const Request& request)
{
    Json body = Json::object({{u"q"_s, request.queryValue(u"q")}, {u"in"_s, request.queryValue(u"in")}});
    const QStringList objects = request.queryValue(u"sobject").split(u',', Qt::SkipEmptyParts);
    Json list = Json::array();
    for (const QString& object : objects) {
        Json fields = Json::array();
        for (const QString& field : request.queryValue(object + u".fields"_s).split(u',', Qt::SkipEmptyParts))
            fields.append(Json(field));
        Json one = Json::object({{u"name"_s, object}, {u"fields"_s, fields}});
        const QString limit = request.queryValue(object + u".limit"_s);
        if (!limit.isEmpty()) one.set(u"limit"_s, Json(limit.toLongLong()));
        list.append(one);
    }
    body.set(u"sobjects"_s, list);
    const QString overall = request.queryValue(u"overallLimit");
    if (!overall.isEmpty()) body.set(u"overallLimit"_s, Json(overall.toLongLong()));
    return fromBody(body);
}

tl::expected<SearchService::Order, Response> SearchService::fromBody(const Json& body)
{
    Order order;
    order.words = body[u"q"].toText();
    const auto group = groupNamed(body[u"in"].toText());
    if (!group) return tl::unexpected(malformed(u"unexpected token: "_s + body[u"in"].toText()));
    order.group = *group;
    order.limit = int(std::clamp<qint64>(body[u"overallLimit"].toInteger(kMostRecords), 1, kMostRecords));
    const qint64 usual = body[u"defaultLimit"].toInteger(kMostRecords);
    for (const Json& object : body[u"sobjects"].toArray()) {
        QStringList fields;
        for (const Json& field : object[u"fields"].toArray())
            fields.append(field.toText());
        if (fields.isEmpty()) {
            for (const Json& field : body[u"fields"].toArray())
                fields.append(field.toText());
        }
        const QString where = object[u"where"].toText();
        const QString inside = fields.join(u',') + (where.isEmpty() ? QString() : u" WHERE "_s + where) +
                               u" LIMIT "_s + QString::number(object[u"limit"].toInteger(usual));
        order.targets.push_back({soqlOf(object[u"name"].toText(), inside)});
    }
    return order;
}

Response SearchService::carryOut(Order order, const QByteArray& servicePath) const
{
    const QStringList patterns = wordPatterns(order.words);
    if (order.words.trimmed().size() < 2 || patterns.isEmpty())
        return malformed(u"search term must be longer than one character: "_s + order.words);
    if (order.targets.empty()) {
        for (int i = 0; i < m_organisation.schema().objectCount(); ++i) {
            const ObjectType& type = m_organisation.type(i);
            if (!type.absent && !type.tooling && type.createable && type.nameField() >= 0)
                order.targets.push_back({soqlOf(type.name, {})});
        }
    }
    QByteArray body = "{\"searchRecords\":[";
    int left = order.limit;
    for (const Target& target : order.targets) {
        auto query = parseSoql(target.soql, utcDate(m_organisation.now()));
        if (!query) return soqlFaultReply(query.error());
        // The words come first, the limit afterwards.
        int most = std::exchange(query->limit, -1);
        const auto plan = QueryPlan::compile(m_organisation, *query, servicePath);
        if (!plan) return soqlFaultReply(plan.error());
        if (most < 0) most = kMostRecords;
        for (const RowNumber row : plan->run(Deleted::Hidden)) {
            if (left == 0 || most == 0) break;
            if (!found(plan->object(), row, patterns, order.group)) continue;
            plan->print(body, row, Deleted::Hidden);
            body.append(',');
            --left;
            --most;
        }
    }
    if (body.endsWith(',')) body.chop(1);
    return jsonReply(200, body + "]}");
}

bool SearchService::found(int object, RowNumber row, const QStringList& patterns, Group group) const
{
    QString text;
    for (const Field& field : m_organisation.type(object).fields) {
        const bool looked = group == Group::Name    ? field.nameField
                            : group == Group::Email ? field.type == FieldType::Email
                            : group == Group::Phone ? field.type == FieldType::Phone
                                                    : field.isTextual();
        if (!looked || field.hidden || field.absent || field.storage != Storage::Cell) continue;
        text += u' ' + fragmentText(m_organisation.table(object).row(row).cells.view(field.slot));
    }
    static const QRegularExpression kGaps(u"[^\\p{L}\\p{N}@.']+"_s);
    const QStringList words = text.split(kGaps, Qt::SkipEmptyParts);
    return std::all_of(patterns.begin(), patterns.end(), [&](const QString& pattern) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return matchesLike(word, pattern); });
    });
}

} // namespace tieout::sandbox::salesforce
