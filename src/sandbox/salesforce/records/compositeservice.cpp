#include "sandbox/salesforce/records/compositeservice.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qsizetype kMaxParts = 25;
constexpr int kMaxReads = 5;
constexpr qsizetype kMaxGraphs = 75;
constexpr qsizetype kMaxNodes = 500;

Json errorBody(const QString& code, const QString& message)
{
    return Json::array({Json::object({{u"errorCode"_s, code}, {u"message"_s, message}})});
}

/// Queries and collections count apart from single rows.
bool isWide(const QString& url)
{
    return url.contains(u"/query") || url.contains(u"/composite/sobjects");
}

/// The headers of the whole call that speak of saves hold for each part, unless the part has its own.
Headers headersFor(const Request& whole, const Json& call)
{
    Headers headers;
    for (const Json::Member& header : call[u"httpHeaders"].toObject())
        headers.emplaceBack(header.first.toUtf8(), header.second.toText().toUtf8());
    for (const auto& [name, value] : whole.headers) {
        if (name.toLower().startsWith("sforce-")) headers.emplaceBack(name, value);
    }
    return headers;
}

Request requestOf(const QByteArray& method, const QByteArray& url, const QByteArray& body)
{
    Request request;
    request.method = method;
    const qsizetype mark = url.indexOf('?');
    request.path = mark < 0 ? url : url.left(mark);
    request.query = mark < 0 ? QByteArray() : url.mid(mark + 1);
    if (!request.path.startsWith('/')) request.path.prepend("/services/data/");
    request.body = body;
    return request;
}

Json bodyOf(const Response& response)
{
    return response.body.isEmpty() ? Json() : Json::parse(response.body).value_or(Json());
}

Json headersOf(const Response& response)
{
    Json headers = Json::object();
    for (const auto& [name, value] : response.headers) {
        if (name == "Location") headers.set(u"Location"_s, QString::fromLatin1(value));
    }
    return headers;
}

Json partAnswer(const Json& body, const Json& headers, int status, const QString& reference)
{
    return Json::object({{u"body"_s, body},
                         {u"httpHeaders"_s, headers},
                         {u"httpStatusCode"_s, Json(status)},
                         {u"referenceId"_s, reference}});
}

Json haltedPart(const QString& reference)
{
    const Json body = errorBody(u"PROCESSING_HALTED"_s,
                                u"The transaction was rolled back since another operation in the same "
                                "transaction failed."_s);
    return partAnswer(body, Json::object(), 400, reference);
}

/// What "rows[0].id" stands for in an answer.
QString referenced(const Json& answer, const QString& path)
{
    const Json* at = &answer;
    QString plain = path;
    plain.replace(u'[', u'.').remove(u']');
    const QStringList steps = plain.split(u'.', Qt::SkipEmptyParts);
    for (const QString& step : steps) {
        bool index = false;
        const int position = step.toInt(&index);
        at = index ? &at->at(position) : &(*at)[step];
    }
    return at->isText() ? at->toText() : at->isNull() ? QString() : QString::fromUtf8(at->toBytes());
}

/// Why a set of graphs cannot be worked off at all. Their parts are single rows only.
std::optional<Response> graphRefusal(const Json& graphs)
{
    if (!graphs.isArray() || graphs.size() == 0)
        return errorReply(400, u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [graphs]"_s);
    if (graphs.size() > kMaxGraphs)
        return errorReply(400, u"LIMIT_EXCEEDED"_s, u"The payload exceeds the limit of 75 graphs"_s);
    QSet<QString> ids;
    qsizetype nodes = 0;
    for (const Json& graph : graphs.toArray()) {
        const QString id = graph[u"graphId"].toText();
        if (id.isEmpty() || ids.contains(id))
            return errorReply(400, u"INVALID_INPUT"_s, u"Each graph needs a graphId of its own"_s);
        ids.insert(id);
        QSet<QString> references;
        const Json& calls = graph[u"compositeRequest"];
        nodes += calls.size();
        if (!calls.isArray() || calls.size() == 0 || nodes > kMaxNodes)
            return errorReply(400, u"LIMIT_EXCEEDED"_s, u"A payload holds 1 to 500 nodes"_s);
        for (const Json& call : calls.toArray()) {
            const QString reference = call[u"referenceId"].toText();
            if (reference.isEmpty() || references.contains(reference))
                return errorReply(400, u"INVALID_INPUT"_s, u"Each node needs a referenceId of its own"_s);
            references.insert(reference);
            if (!call[u"url"].toText().contains(u"/sobjects/") || isWide(call[u"url"].toText()))
                return errorReply(400, u"INVALID_INPUT"_s,
                                  u"A node of a graph works on one record: "_s + call[u"url"].toText());
        }
    }
    return {};
}

} // namespace

Response CompositeService::composite(const Request& request)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const Json& calls = (*body)[u"compositeRequest"];
    if (!calls.isArray() || calls.size() == 0)
        return errorReply(400, u"REQUIRED_FIELD_MISSING"_s,
                          u"Required fields are missing: [compositeRequest]"_s);
    if (auto refused = refusal(calls)) return *refused;
    const Bond bond = (*body)[u"allOrNone"].toBool() ? Bond::AllOrNone : Bond::None;
    const Parts done = workOff(request, calls, bond);
    return jsonReply(200, Json::object({{u"compositeResponse"_s, done.answers}}).toBytes());
}

CompositeService::Parts CompositeService::workOff(const Request& whole, const Json& calls, Bond bond)
{
    const bool allOrNone = bond == Bond::AllOrNone;
    const size_t mark = allOrNone ? m_organisation.begin() : 0;
    Answers answers;
    Parts parts{Json::array()};
    for (const Json& call : calls.toArray()) {
        const QString reference = call[u"referenceId"].toText();
        if (parts.anyFailed && allOrNone) {
            parts.answers.append(haltedPart(reference));
            continue;
        }
        const Part done = part(whole, call, answers);
        parts.anyFailed = parts.anyFailed || done.failed;
        if (!done.failed) answers.insert(reference, done.answer[u"body"]);
        parts.answers.append(done.answer);
    }
    if (allOrNone && parts.anyFailed) {
        m_organisation.rollback(mark);
        for (Json& answer : parts.answers.editArray()) {
            if (answer[u"httpStatusCode"].toInteger() < 300)
                answer = haltedPart(answer[u"referenceId"].toText());
        }
    } else if (allOrNone) {
        m_organisation.commit();
    }
    return parts;
}

Response CompositeService::graph(const Request& request)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const Json& graphs = (*body)[u"graphs"];
    if (auto refused = graphRefusal(graphs)) return *refused;
    Json list = Json::array();
    for (const Json& one : graphs.toArray()) {
        const Parts done = workOff(request, one[u"compositeRequest"], Bond::AllOrNone);
        list.append(
            Json::object({{u"graphId"_s, one[u"graphId"]},
                          {u"graphResponse"_s, Json::object({{u"compositeResponse"_s, done.answers}})},
                          {u"isSuccessful"_s, Json(!done.anyFailed)}}));
    }
    return jsonReply(200, Json::object({{u"graphs"_s, list}}).toBytes());
}

std::optional<Response> CompositeService::refusal(const Json& calls)
{
    if (calls.size() > kMaxParts) {
        return errorReply(400, u"LIMIT_EXCEEDED"_s,
                          u"Limit exceeded: the number of subrequests must not be greater than 25"_s);
    }
    QSet<QString> references;
    int wide = 0;
    for (const Json& call : calls.toArray()) {
        const QString reference = call[u"referenceId"].toText();
        if (reference.isEmpty())
            return errorReply(400, u"REQUIRED_FIELD_MISSING"_s,
                              u"Required fields are missing: [referenceId]"_s);
        if (references.contains(reference))
            return errorReply(400, u"DUPLICATE_VALUE"_s, u"duplicate referenceId: "_s + reference);
        references.insert(reference);
        wide += int(isWide(call[u"url"].toText()));
        for (const Json::Member& header : call[u"httpHeaders"].toObject()) {
            const QString name = header.first.toLower();
            if (name == u"accept" || name == u"authorization" || name == u"content-type") {
                return errorReply(400, u"INVALID_HEADER"_s,
                                  u"The header is not allowed in a subrequest: "_s + header.first);
            }
        }
    }
    if (wide <= kMaxReads) return {};
    return errorReply(400, u"LIMIT_EXCEEDED"_s,
                      u"Limit exceeded: at most 5 subrequests may be queries or collections"_s);
}

CompositeService::Part CompositeService::part(const Request& whole, const Json& call, const Answers& answers)
{
    const QString reference = call[u"referenceId"].toText();
    QByteArray url = call[u"url"].toText().toUtf8();
    QByteArray body = call.contains(u"body") ? call[u"body"].toBytes() : QByteArray();
    if (!fillReferences(url, answers, Filling::Url) || !fillReferences(body, answers, Filling::Body)) {
        const Json halted =
            errorBody(u"PROCESSING_HALTED"_s, u"Invalid reference specified. No value found for it in "
                                              "the results so far."_s);
        return {partAnswer(halted, Json::object(), 400, reference), true};
    }
    // A query written plainly in JSON still has blanks where a URL has %20.
    url.replace(' ', "%20");
    Request request = requestOf(call[u"method"].toText().toLatin1(), url, body);
    request.headers = headersFor(whole, call);
    const Response response = m_dispatch(request);
    const bool failed = response.status >= 300 && response.status != 304;
    return {partAnswer(bodyOf(response), headersOf(response), response.status, reference), failed};
}

Response CompositeService::batch(const Request& request)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const Json& calls = (*body)[u"batchRequests"];
    if (!calls.isArray() || calls.size() == 0 || calls.size() > kMaxParts)
        return errorReply(400, u"LIMIT_EXCEEDED"_s, u"A batch holds 1 to 25 requests"_s);
    const bool halts = (*body)[u"haltOnError"].toBool();
    Json list = Json::array();
    bool anyFailed = false;
    for (const Json& call : calls.toArray()) {
        if (anyFailed && halts) {
            list.append(Json::object({{u"statusCode"_s, Json(412)},
                                      {u"result"_s, errorBody(u"BATCH_PROCESSING_HALTED"_s,
                                                              u"Batch processing halted per request"_s)}}));
            continue;
        }
        const QByteArray payload = call.contains(u"richInput") ? call[u"richInput"].toBytes() : QByteArray();
        Request one = requestOf(call[u"method"].toText().toLatin1(), call[u"url"].toText().toUtf8(), payload);
        one.headers = headersFor(request, call);
        const Response response = m_dispatch(one);
        anyFailed = anyFailed || response.status >= 400;
        list.append(
            Json::object({{u"statusCode"_s, Json(response.status)}, {u"result"_s, bodyOf(response)}}));
    }
    return jsonReply(200, Json::object({{u"hasErrors"_s, Json(anyFailed)}, {u"results"_s, list}}).toBytes());
}

bool CompositeService::fillReferences(QByteArray& text, const Answers& answers, Filling filling)
{
    for (qsizetype at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", at)) {
        const qsizetype end = text.indexOf('}', at);
        if (end < 0) return false;
        const QString inside = QString::fromUtf8(text.mid(at + 2, end - at - 2));
        const QString reference = inside.section(u'.', 0, 0).section(u'[', 0, 0);
        const auto answer = answers.constFind(reference);
        if (answer == answers.cend()) return false;
        const QString value = referenced(*answer, inside.mid(reference.size()));
        if (value.isEmpty()) return false;
        QByteArray bytes;
        if (filling == Filling::Url) {
            bytes = value.toUtf8().toPercentEncoding();
        } else {
            appendQuoted(bytes, value);
            bytes = bytes.mid(1).chopped(1);
        }
        text.replace(at, end - at + 1, bytes);
        at += bytes.size();
    }
    return true;
}

} // namespace tieout::sandbox::salesforce
