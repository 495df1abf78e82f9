#include "net/classify.h"

#include "base/redact.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace tieout::net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds kLongestRetryAfter{25 * 3600}; // a day limit plus a clock change
constexpr qsizetype kQuotedBody = 512;

struct StatusRule {
    int first;
    int last;
    ErrorKind kind;
    const char* code;
};

// First match wins.
constexpr StatusRule kRules[] = {
    {300, 399, ErrorKind::RemoteFault, "net.redirect"},
    {401, 401, ErrorKind::NeedsLogin, "net.unauthorized"},
    {402, 403, ErrorKind::BadConfig, "net.forbidden"},
    {404, 404, ErrorKind::RowRejected, "net.not-found"},
    {407, 407, ErrorKind::BadConfig, "net.proxy-login"},
    {408, 408, ErrorKind::RateLimited, "net.too-many-requests"},
    {409, 409, ErrorKind::Conflict, "net.conflict"},
    {410, 410, ErrorKind::RowRejected, "net.not-found"},
    {412, 412, ErrorKind::Conflict, "net.conflict"},
    {425, 425, ErrorKind::RateLimited, "net.too-many-requests"},
    {429, 429, ErrorKind::RateLimited, "net.too-many-requests"},
    {400, 499, ErrorKind::RowRejected, "net.rejected"},
    {501, 501, ErrorKind::RemoteFault, "net.status"},
    {503, 503, ErrorKind::Retry, "net.unavailable"},
    {505, 505, ErrorKind::RemoteFault, "net.status"},
    {500, 599, ErrorKind::Retry, "net.server-error"},
};

std::optional<QDateTime> httpDate(const QByteArray& text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid()) return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date;
}

QString describe(const HttpRequest& request, const HttpResponse& response)
{
    const QByteArray line = verbName(request.verb) + ' ' + request.url.path(QUrl::FullyEncoded).toLatin1() +
                            " → " + QByteArray::number(response.status);
    const QByteArray body =
        redacted(QByteArrayView(response.body).first(qMin(response.body.size(), kQuotedBody)));
    return QString::fromUtf8(body.isEmpty() ? line : line + ": " + body);
}

} // namespace

std::optional<milliseconds> retryAfter(const HttpResponse& response)
{
    const QByteArray text = response.header("Retry-After").trimmed();
    if (text.isEmpty()) return std::nullopt;
    bool isNumber = false;
    const qint64 count = text.toLongLong(&isNumber);
    if (isNumber) return seconds{std::clamp<qint64>(count, 0, kLongestRetryAfter.count())};
    const auto until = httpDate(text);
    const auto from = httpDate(response.header("Date"));
    if (!until || !from) return std::nullopt;
    const qint64 longest = milliseconds{kLongestRetryAfter}.count();
    return milliseconds{std::clamp<qint64>(from->msecsTo(*until), 0, longest)};
}

std::optional<Error> classifyStatus(const HttpRequest& request, const HttpResponse& response)
{
    const int status = response.status;
    if ((status >= 200 && status < 300) || status == 304) return std::nullopt;
    Error error = errorOf(ErrorKind::RemoteFault, u"net.status"_s, describe(request, response),
                          {request.url.host(), QString::number(status)});
    for (const StatusRule& rule : kRules) {
        if (status < rule.first || status > rule.last) continue;
        error.kind = rule.kind;
        error.code = QString::fromLatin1(rule.code);
        break;
    }
    if (error.kind == ErrorKind::Retry && request.repeat == Repeat::Never) error.kind = ErrorKind::Uncertain;
    error.context.httpStatus = status;
    error.context.requestId = requestId(response);
    error.retryAfter = retryAfter(response);
    return error;
}

QString requestId(const HttpResponse& response)
{
    for (const char* name :
         {"Xero-Correlation-Id", "X-Request-Id", "X-Correlation-Id", "X-SFDC-Request-Id"}) {
        const QByteArray value = response.header(name);
        if (!value.isEmpty()) return QString::fromLatin1(value.left(128));
    }
    return {};
}

} // namespace tieout::net
