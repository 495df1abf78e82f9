#include "sandbox/faults.h"

#include "sandbox/reply.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

struct KindName {
    FaultKind kind;
    const char16_t* name;
};

constexpr KindName kKinds[] = {
    {FaultKind::Status, u"status"},
    {FaultKind::Html, u"html"},
    {FaultKind::Slow, u"slow"},
    {FaultKind::Hang, u"hang"},
    {FaultKind::CutBefore, u"cut-before"},
    {FaultKind::CutAfter, u"cut-after"},
    {FaultKind::Truncate, u"truncate"},
    {FaultKind::ExpireTokens, u"expire-tokens"},
    {FaultKind::Revoke, u"revoke"},
    {FaultKind::RateMinute, u"rate-minute"},
    {FaultKind::RateDay, u"rate-day"},
    {FaultKind::RateConcurrent, u"rate-concurrent"},
};

constexpr int kMaxRules = 1000;

tl::unexpected<Error> refuse(const QString& text)
{
    return fail(ErrorKind::BadConfig, u"practice.fault"_s, text);
}

/// A plain path is a prefix; anything with a sign of an expression is searched for.
QRegularExpression patternOf(const QString& match)
{
    static const QString kSigns = u"^$*+?()[]{}|\\"_s;
    const bool plain = std::none_of(match.begin(), match.end(), [](QChar c) { return kSigns.contains(c); });
    return QRegularExpression(plain && match.startsWith(u'/') ? u'^' + QRegularExpression::escape(match)
                                                              : match);
}

Result<void> readStrikes(const Json& json, FaultRule& rule)
{
    rule.left = json[u"count"].isNull() ? -1 : json[u"count"].toInteger(-1);
    rule.every = json[u"every"].toInteger(1);
    if (rule.every < 1 || rule.left < -1) return refuse(u"every must be 1 or more, count 0 or more"_s);
    if (!json[u"probability"].isNull()) {
        const auto share = json[u"probability"].toDecimal(Decimal(-1)).times(Decimal(1'000'000));
        const auto whole = share ? share->rounded(0).toInteger() : std::nullopt;
        if (!whole || *whole < 0 || *whole > 1'000'000)
            return refuse(u"probability must be between 0 and 1"_s);
        rule.perMillion = quint32(*whole);
    }
    return {};
}

QByteArray salesforceError(const QByteArray& code, const QByteArray& message)
{
    return "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]";
}

QByteArray defaultBody(const QString& system, int status)
{
    const QByteArray number = QByteArray::number(status);
    if (system == u"salesforce") {
        switch (status) {
        case 401:
            return salesforceError("INVALID_SESSION_ID", "Session expired or invalid");
        case 403:
            return salesforceError("API_DISABLED_FOR_ORG",
                                   "The REST API is not enabled for this Organization.");
        case 404:
            return salesforceError("NOT_FOUND", "The requested resource does not exist");
        case 503:
            return salesforceError("SERVER_UNAVAILABLE", "Server too busy. Please try again later.");
        default:
            return salesforceError("UNKNOWN_EXCEPTION",
                                   "An unexpected error occurred. ErrorId: 81-" + number);
        }
    }
    if (system == u"harvest") return "{\"message\":\"Practice fault\",\"status\":" + number + "}";
    if (system == u"tray") return "{\"message\":\"Practice fault\",\"code\":null}";
    if (system == u"cin7omni") return "{\"message\":\"Practice fault\"}";
    if (system == u"cin7core") return "[{\"ErrorCode\":" + number + ",\"Exception\":\"Practice fault\"}]";
    const QByteArray title = status == 401   ? "Unauthorized"
                             : status == 403 ? "Forbidden"
                                             : "An error occurred in Xero";
    return "{\"Type\":null,\"Title\":\"" + title + "\",\"Status\":" + number +
           ",\"Detail\":\"Practice "
           "fault\",\"Instance\":\"00000000-0000-4000-8000-000000000000\",\"Extensions\":{}}";
}

Response rateAnswer(const FaultRule& rule, const QString& system)
{
    const bool day = rule.kind == FaultKind::RateDay;
    const bool concurrent = rule.kind == FaultKind::RateConcurrent;
    if (system == u"salesforce") {
        Response response = bodyReply(
            403, "application/json;charset=UTF-8",
            salesforceError("REQUEST_LIMIT_EXCEEDED", concurrent ? "ConcurrentPerOrgLongTxn Limit exceeded."
                                                                 : "TotalRequests Limit exceeded."));
        if (day) response.headers.emplaceBack("Sforce-Limit-Info", "api-usage=100000/100000");
        return response;
    }
    if (system == u"harvest" || system == u"tray" || system.startsWith(u"cin7")) {
        // Tray names no time to wait; the others count seconds.
        Response response = bodyReply(429, "application/json; charset=utf-8", defaultBody(system, 429));
        if (system != u"tray" || rule.retryAfter)
            response.headers.emplaceBack("Retry-After", QByteArray::number(rule.retryAfter.value_or(15)));
        return response;
    }
    Response response = emptyReply(429);
    response.headers.emplaceBack("X-Rate-Limit-Problem", day ? "day" : concurrent ? "concurrent" : "minute");
    response.headers.emplaceBack("X-MinLimit-Remaining", rule.kind == FaultKind::RateMinute ? "0" : "60");
    response.headers.emplaceBack("X-DayLimit-Remaining", day ? "0" : "4000");
    if (!concurrent)
        response.headers.emplaceBack("Retry-After",
                                     QByteArray::number(rule.retryAfter.value_or(day ? 3600 : 10)));
    return response;
}

Response statusAnswer(const FaultRule& rule, const QString& system)
{
    Response response;
    response.status = rule.status == 0 ? 500 : rule.status;
    const bool html = rule.kind == FaultKind::Html;
    if (html && rule.status == 0) response.status = 200;
    if (html) {
        response.body = "<!DOCTYPE html><html><head><title>We are down for maintenance</title></head>"
                        "<body><h1>We are down for maintenance</h1></body></html>";
    } else if (response.status >= 400) {
        response.body = defaultBody(system, response.status);
    }
    if (rule.body) response.body = *rule.body;
    response.headers.emplaceBack("Content-Type",
                                 html ? "text/html; charset=utf-8" : "application/json;charset=UTF-8");
    if (rule.retryAfter) response.headers.emplaceBack("Retry-After", QByteArray::number(*rule.retryAfter));
    return response;
}

} // namespace

QString faultKindName(FaultKind kind)
{
    for (const KindName& entry : kKinds) {
        if (entry.kind == kind) return QString::fromUtf16(entry.name);
    }
    return {};
}

Result<void> Faults::add(const Json& json)
{
    FaultRule rule;
    const QString kind = json[u"kind"].toText();
    const auto* known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](const KindName& entry) { return kind == QStringView(entry.name); });
    if (known == std::end(kKinds)) return refuse(u"unknown kind '"_s + kind + u"'"_s);
    rule.kind = known->kind;
    rule.system = json[u"system"].toText();
    rule.pattern = patternOf(json[u"match"].toText());
    if (!rule.pattern.isValid()) return refuse(u"match: "_s + rule.pattern.errorString());
    rule.method = json[u"method"].toText().toUpper().toLatin1();
    rule.status = int(json[u"status"].toInteger());
    if (rule.status != 0 && (rule.status < 200 || rule.status > 599))
        return refuse(u"status must be between 200 and 599"_s);
    if (json[u"retryAfter"].isNumber()) rule.retryAfter = int(json[u"retryAfter"].toInteger());
    if (!json[u"body"].isNull())
        rule.body = json[u"body"].isText() ? json[u"body"].toText().toUtf8() : json[u"body"].toBytes();
    rule.delay = std::chrono::milliseconds(json[u"delayMs"].toInteger(2000));
    if (auto read = readStrikes(json, rule); !read) return read;
    if (m_rules.size() >= kMaxRules) return refuse(u"too many faults are on"_s);
    rule.number = ++m_lastNumber;
    m_rules.push_back(std::move(rule));
    return {};
}

Json Faults::active() const
{
    Json list = Json::array();
    for (const FaultRule& rule : m_rules) {
        list.append(Json::object({{u"number"_s, Json(qint64(rule.number))},
                                  {u"system"_s, rule.system},
                                  {u"match"_s, rule.pattern.pattern()},
                                  {u"kind"_s, faultKindName(rule.kind)},
                                  {u"left"_s, Json(rule.left)},
                                  {u"seen"_s, Json(rule.seen)}}));
    }
    return list;
}

std::optional<FaultRule> Faults::strike(const QString& system, const Request& request)
{
    for (size_t i = 0; i < m_rules.size(); ++i) {
        FaultRule& rule = m_rules[i];
        if (!rule.system.isEmpty() && rule.system != system) continue;
        if (!rule.method.isEmpty() && rule.method != request.method) continue;
        if (!rule.pattern.pattern().isEmpty() &&
            !rule.pattern.match(QString::fromUtf8(request.path)).hasMatch())
            continue;
        if (++rule.seen % rule.every != 0 || rule.left == 0) continue;
        if (rule.perMillion < 1'000'000 && m_random.below(1'000'000) >= rule.perMillion) continue;
        if (rule.left > 0) --rule.left;
        const FaultRule struck = rule;
        if (rule.left == 0) m_rules.erase(m_rules.begin() + ptrdiff_t(i));
        return struck;
    }
    return {};
}

std::optional<Response> faultAnswer(const FaultRule& rule, const QString& system)
{
    switch (rule.kind) {
    case FaultKind::Status:
    case FaultKind::Html:
        return statusAnswer(rule, system);
    case FaultKind::RateMinute:
    case FaultKind::RateDay:
    case FaultKind::RateConcurrent:
        return rateAnswer(rule, system);
    case FaultKind::Hang: {
        Response response;
        response.delivery = Delivery::Hang;
        return response;
    }
    case FaultKind::CutBefore: {
        Response response;
        response.delivery = Delivery::CutBefore;
        return response;
    }
    default:
        return {};
    }
}

void applyToAnswer(const FaultRule& rule, Response& response)
{
    if (rule.kind == FaultKind::Slow)
        response.delay = rule.delay;
    else if (rule.kind == FaultKind::CutAfter)
        response.delivery = Delivery::CutAfter;
    else if (rule.kind == FaultKind::Truncate)
        response.delivery = Delivery::Truncate;
}

} // namespace tieout::sandbox
