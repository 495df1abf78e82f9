#include "connectors/rest/classify.h"

#include "base/redact.h"
#include "net/classify.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestRefusal = 4 * 1024 * 1024; // a refused batch echoes its rows
constexpr qsizetype kQuoted = 2048;

/// The codes and messages of a refusal's body.
struct Refusal {
    QStringList codes;
    QStringList messages;
    bool listsRows = false;
};

void collect(const Json& object, const ErrorBodySpec& spec, Refusal& refusal)
{
    for (const QString& name : spec.codes) {
        if (object[name].isText()) refusal.codes << object[name].toText();
    }
    for (const QString& name : spec.messages) {
        if (object[name].isText()) refusal.messages << object[name].toText();
    }
}

Refusal refusalOf(const net::HttpResponse& response, const ErrorBodySpec& spec)
{
    Refusal refusal;
    const QByteArray start = response.body.left(64).trimmed();
    if (response.body.size() <= kLargestRefusal && (start.startsWith('{') || start.startsWith('['))) {
        const Result<Json> json = Json::parse(response.body);
        refusal.listsRows = json && (*json)[spec.elements].isArray();
        if (json) {
            collect(*json, spec, refusal);
            for (const Json& item : json->toArray())
                collect(item, spec, refusal);
        }
    }
    if (refusal.messages.isEmpty()) refusal.messages << QString::fromUtf8(response.body.left(kQuoted));
    return refusal;
}

bool isWrite(const net::HttpRequest& request)
{
    return request.verb != net::Verb::Get;
}

bool fitsCall(const ErrorRule& rule, bool write)
{
    return rule.on == CallKind::Any || (rule.on == CallKind::Write) == write;
}

bool fitsCodes(const ErrorRule& rule, const QStringList& codes)
{
    if (rule.codes.isEmpty()) return true;
    return std::any_of(codes.begin(), codes.end(),
                       [&](const QString& code) { return rule.codes.contains(code); });
}

bool hasPattern(const QRegularExpression& pattern)
{
    return !pattern.pattern().isEmpty();
}

QString fittingMessage(const ErrorRule& rule, const QStringList& messages)
{
    for (const QString& message : messages) {
        if (rule.text.match(message).hasMatch()) return message;
    }
    return {};
}

bool fits(const ErrorRule& rule, bool write, const net::HttpResponse& response, const Refusal& refusal)
{
    if (rule.scope == ErrorRule::Scope::Row || !fitsCall(rule, write)) return false;
    if (rule.scope == ErrorRule::Scope::Elements && !refusal.listsRows) return false;
    if (!rule.statuses.isEmpty() && !rule.statuses.contains(response.status)) return false;
    if (!fitsCodes(rule, refusal.codes)) return false;
    if (!rule.header.isEmpty()) {
        const QByteArray value = response.header(rule.header.toLatin1());
        if (value.isEmpty()) return false;
        if (hasPattern(rule.headerText) && !rule.headerText.match(QString::fromLatin1(value)).hasMatch())
            return false;
    }
    return !hasPattern(rule.text) || !fittingMessage(rule, refusal.messages).isEmpty();
}

const ErrorRule* firstFit(const Manifest& manifest, bool write, const net::HttpResponse& response,
                          const Refusal& refusal)
{
    for (const ErrorRule& rule : manifest.errors) {
        if (fits(rule, write, response, refusal)) return &rule;
    }
    return nullptr;
}

QStringList factsOf(const ErrorRule& rule, const QString& message)
{
    QStringList facts;
    const QRegularExpressionMatch match =
        hasPattern(rule.text) ? rule.text.match(message) : QRegularExpressionMatch();
    for (const QString& name : rule.facts)
        facts << (name == u"message" ? message : match.captured(name).trimmed());
    return facts;
}

Error errorOf(const ErrorRule& rule, const Refusal& refusal)
{
    const QString message =
        hasPattern(rule.text) ? fittingMessage(rule, refusal.messages) : refusal.messages.value(0);
    Error error;
    error.kind = rule.kind;
    error.code = rule.code;
    error.facts = factsOf(rule, message);
    error.text = QString::fromUtf8(redacted(refusal.messages.join(u"; ").toUtf8(), kQuoted));
    return error;
}

bool isJsonAnswer(const net::HttpResponse& response)
{
    const QByteArray type = response.header("Content-Type").trimmed().toLower();
    if (!type.isEmpty()) return type.startsWith("application/json") || type.startsWith("text/json");
    const QByteArray start = response.body.left(64).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

std::optional<Error> contentFault(const net::HttpRequest& request, const net::HttpResponse& response)
{
    if (response.status == 204 || isJsonAnswer(response)) return std::nullopt;
    Error error;
    error.kind = isWrite(request) ? ErrorKind::Uncertain : ErrorKind::RemoteFault;
    error.code = u"answer.not-json"_s;
    error.facts = {request.url.host(), QString::fromLatin1(response.header("Content-Type"))};
    error.text = QString::fromUtf8(redacted(response.body, kQuoted));
    error.context.httpStatus = response.status;
    return error;
}

} // namespace

const ErrorRule* matchingRule(const Manifest& manifest, const net::HttpRequest& request,
                              const net::HttpResponse& response)
{
    return firstFit(manifest, isWrite(request), response, refusalOf(response, manifest.errorBody));
}

std::optional<Error> classify(const net::HttpRequest& request, const net::HttpResponse& response,
                              const Manifest& manifest)
{
    if (response.status >= 200 && response.status < 300) return contentFault(request, response);
    const Refusal refusal = refusalOf(response, manifest.errorBody);
    const ErrorRule* rule = firstFit(manifest, isWrite(request), response, refusal);
    if (!rule) return net::classifyStatus(request, response);
    if (rule->scope == ErrorRule::Scope::Elements) return std::nullopt;
    Error error = errorOf(*rule, refusal);
    error.context.httpStatus = response.status;
    const QByteArray id = response.header(manifest.requestIdHeader.toLatin1());
    error.context.requestId = id.isEmpty() ? net::requestId(response) : QString::fromLatin1(id.left(128));
    error.retryAfter = net::retryAfter(response);
    if (!error.retryAfter && rule->retryAfter > 0) error.retryAfter = std::chrono::seconds{rule->retryAfter};
    return error;
}

const ErrorRule* matchingRowRule(const Manifest& manifest, const QString& message)
{
    for (const ErrorRule& rule : manifest.errors) {
        if (rule.scope != ErrorRule::Scope::Row) continue;
        if (!hasPattern(rule.text) || rule.text.match(message).hasMatch()) return &rule;
    }
    return nullptr;
}

Error classifyRow(const Manifest& manifest, const QStringList& messages)
{
    const ErrorRule* best = nullptr;
    QString bestMessage;
    for (const QString& message : messages) {
        const ErrorRule* rule = matchingRowRule(manifest, message);
        if (!rule || (best && rule >= best)) continue; // rules stand in one array: earlier wins
        best = rule;
        bestMessage = message;
    }
    Error error;
    error.kind = best ? best->kind : ErrorKind::RowRejected;
    error.code = best ? best->code : manifest.id + u".validation"_s;
    error.facts = best ? factsOf(*best, bestMessage) : QStringList{messages.value(0)};
    error.text = messages.join(u"; ");
    return error;
}

} // namespace tieout::connectors
