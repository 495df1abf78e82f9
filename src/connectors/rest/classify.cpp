#include "connectors/rest/classify.h"

#include "base/redact.h"
#include "connectors/rest/reading/answerscan.h"
#include "net/classify.h"

#include <QDateTime>
#include <QLocale>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 kLatestSeconds = 1'000'000'000; // a larger number is a time, not a wait
constexpr qint64 kLongestReset = 25 * 3600;

constexpr qsizetype kLargestRefusal = 4 * 1024 * 1024; // a refused batch echoes its rows
constexpr qsizetype kQuoted = 2048;

/// The codes and messages of a refusal's body.
struct Refusal {
    QStringList codes;
    QStringList messages;
    bool listsRows = false;
};

const Json& at(const Json& object, const QString& dotted)
{
    const Json* found = &object;
    const QStringList parts = dotted.split(u'.');
    for (const QString& part : parts)
        found = &(*found)[part];
    return *found;
}

void addTexts(const Json& value, QStringList& out)
{
    if (value.isText()) out << value.toText();
    if (value.isNumber()) out << value.toDecimal().toString();
    for (const Json& item : value.toArray()) {
        if (item.isText()) out << item.toText();
    }
}

void collect(const Json& object, const ErrorBodySpec& spec, Refusal& refusal)
{
    for (const QString& name : spec.codes)
        addTexts(at(object, name), refusal.codes);
    for (const QString& name : spec.messages)
        addTexts(at(object, name), refusal.messages);
}

void collectAll(const Json& json, const ErrorBodySpec& spec, Refusal& refusal)
{
    collect(json, spec, refusal);
    for (const Json& item : json.toArray())
        collect(item, spec, refusal);
    for (const QString& list : spec.lists) {
        const Json& entries = at(json, list);
        if (entries.isObject()) collect(entries, spec, refusal);
        for (const Json& item : entries.toArray())
            item.isText() ? addTexts(item, refusal.messages) : collect(item, spec, refusal);
    }
}

Refusal refusalOf(const net::HttpResponse& response, const ErrorBodySpec& spec)
{
    Refusal refusal;
    const QByteArray start = response.body.left(64).trimmed();
    if (response.body.size() <= kLargestRefusal && (start.startsWith('{') || start.startsWith('['))) {
        const Result<Json> json = Json::parse(response.body);
        refusal.listsRows = json && !spec.elements.isEmpty() && at(*json, spec.elements).isArray();
        if (json) collectAll(*json, spec, refusal);
    }
    if (refusal.messages.isEmpty()) refusal.messages << QString::fromUtf8(response.body.left(kQuoted));
    for (QString& message : refusal.messages)
        message.truncate(kQuoted); // patterns are matched against it
    return refusal;
}

bool isWrite(const net::HttpRequest& request)
{
    return request.verb != net::Verb::Get && !request.onlyReads;
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

QStringList factsOf(const ErrorRule& rule, const QString& message, const QStringList& codes)
{
    QStringList facts;
    const QRegularExpressionMatch match =
        hasPattern(rule.text) ? rule.text.match(message) : QRegularExpressionMatch();
    for (const QString& name : rule.facts)
        facts << (name == u"message" ? message
                  : name == u"code"  ? codes.value(0)
                                     : match.captured(name).trimmed());
    return facts;
}

QString quoted(const Refusal& refusal)
{
    return QString::fromUtf8(redacted(refusal.messages.join(u"; ").toUtf8(), kQuoted));
}

Error namedRefusal(const ErrorRule& rule, const Refusal& refusal)
{
    const QString message =
        hasPattern(rule.text) ? fittingMessage(rule, refusal.messages) : refusal.messages.value(0);
    return errorOf(rule.kind, rule.code, quoted(refusal), factsOf(rule, message, refusal.codes));
}

bool isJsonAnswer(const net::HttpResponse& response)
{
    const QByteArray type = response.header("Content-Type").trimmed().toLower();
    if (!type.isEmpty()) return type.startsWith("application/json") || type.startsWith("text/json");
    const QByteArray start = response.body.left(64).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

/// The answer is of the kind that the request itself asked for: a table, a file.
bool isAskedFor(const net::HttpRequest& request, const net::HttpResponse& response)
{
    const QByteArray type = response.header("Content-Type").trimmed().toLower();
    for (const auto& [name, value] : request.headers) {
        if (name.compare("Accept", Qt::CaseInsensitive) != 0) continue;
        return value == "*/*" || value == "application/octet-stream" ||
               (!value.startsWith("application/json") && type.startsWith(value.toLower()));
    }
    return false;
}

std::optional<Error> contentFault(const net::HttpRequest& request, const net::HttpResponse& response)
{
    const bool isNothing = response.status == 204 || (request.mayBeEmpty && response.body.isEmpty());
    if (isNothing || isJsonAnswer(response) || isAskedFor(request, response)) return std::nullopt;
    Error error = errorOf(isWrite(request) ? ErrorKind::Uncertain : ErrorKind::RemoteFault,
                          u"answer.not-json"_s, QString::fromUtf8(redacted(response.body, kQuoted)),
                          {request.url.host(), QString::fromLatin1(response.header("Content-Type"))});
    error.context.httpStatus = response.status;
    return error;
}

/// What a refusal that names no Retry-After says in its own header: seconds, a Unix time or an instant.
std::optional<milliseconds> resetIn(const net::HttpResponse& response, const QString& header)
{
    const QByteArray text = response.header(header.toLatin1()).trimmed();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && number >= 0 && number < kLatestSeconds)
        return std::chrono::seconds{qMin(number, kLongestReset)};
    const Result<Instant> until =
        isNumber ? Result<Instant>(instantFromMs(number * 1000)) : parseInstant(QString::fromLatin1(text));
    const QDateTime sent = QLocale::c().toDateTime(QString::fromLatin1(response.header("Date").trimmed()),
                                                   u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (text.isEmpty() || !until || !sent.isValid()) return std::nullopt;
    const QDateTime utc(sent.date(), sent.time(), Qt::UTC);
    const qint64 left = msSinceEpoch(*until) - utc.toMSecsSinceEpoch();
    return milliseconds{qBound<qint64>(0, left, kLongestReset * 1000)};
}

std::optional<milliseconds> waitAsked(const Manifest& manifest, const net::HttpResponse& response)
{
    if (const auto usual = net::retryAfter(response)) return usual;
    for (const LimitSpec& limit : manifest.limits) {
        const QString header = limit.retryAfterHeader.isEmpty() ? u"Retry-After"_s : limit.retryAfterHeader;
        const QString text = QString::fromLatin1(response.header(header.toLatin1())).trimmed();
        qsizetype digits = 0;
        while (digits < text.size() && digits < 5 && text.at(digits).isDigit())
            ++digits;
        if (digits > 0) return std::chrono::seconds{text.left(digits).toInt()}; // "60 Seconds"
        if (limit.resetHeader.isEmpty()) continue;
        if (const auto reset = resetIn(response, limit.resetHeader)) return reset;
    }
    return std::nullopt;
}

/// A refusal that no rule knows, in an answer that looked like a success.
Error unnamedRefusal(const net::HttpRequest& request, const Refusal& refusal)
{
    return errorOf(isWrite(request) ? ErrorKind::RowRejected : ErrorKind::RemoteFault, u"net.rejected"_s,
                   quoted(refusal), {refusal.messages.value(0)});
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
    const bool isSuccess = response.status >= 200 && response.status < 300;
    if (isSuccess) {
        const std::optional<Error> fault = contentFault(request, response);
        if (fault || !saysFailed(response.body, manifest.errorBody.failedWhen)) return fault;
    }
    const Refusal refusal = refusalOf(response, manifest.errorBody);
    const ErrorRule* rule = firstFit(manifest, isWrite(request), response, refusal);
    if (!rule && !isSuccess) return net::classifyStatus(request, response);
    if (rule && rule->scope == ErrorRule::Scope::Elements) return std::nullopt;
    Error error = rule ? namedRefusal(*rule, refusal) : unnamedRefusal(request, refusal);
    error.context.httpStatus = response.status;
    const QByteArray id = response.header(manifest.requestIdHeader.toLatin1());
    error.context.requestId = id.isEmpty() ? net::requestId(response) : QString::fromLatin1(id.left(128));
    error.retryAfter = waitAsked(manifest, response);
    if (!error.retryAfter && rule && rule->retryAfter > 0)
        error.retryAfter = std::chrono::seconds{rule->retryAfter};
    return error;
}

const ErrorRule* matchingRowRule(const Manifest& manifest, const QString& message, const QStringList& codes)
{
    for (const ErrorRule& rule : manifest.errors) {
        if (rule.scope != ErrorRule::Scope::Row || !fitsCodes(rule, codes)) continue;
        if (!hasPattern(rule.text) || rule.text.match(message.left(kQuoted)).hasMatch()) return &rule;
    }
    return nullptr;
}

Error classifyRow(const Manifest& manifest, const QStringList& messages, const QStringList& codes)
{
    const ErrorRule* best = nullptr;
    QString bestMessage;
    const QStringList said = messages.isEmpty() && !codes.isEmpty() ? QStringList{QString()} : messages;
    for (const QString& message : said) {
        const ErrorRule* rule = matchingRowRule(manifest, message, codes);
        if (!rule || (best && rule >= best)) continue; // rules stand in one array: earlier wins
        best = rule;
        bestMessage = message.left(kQuoted);
    }
    const QString text = messages.isEmpty() ? codes.join(u"; ") : messages.join(u"; ");
    if (best) return errorOf(best->kind, best->code, text, factsOf(*best, bestMessage, codes));
    return errorOf(ErrorKind::RowRejected, manifest.id + u".validation"_s, text,
                   {messages.value(0, codes.value(0))});
}

} // namespace tieout::connectors
