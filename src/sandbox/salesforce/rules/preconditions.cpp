#include "sandbox/salesforce/rules/preconditions.h"

#include "sandbox/salesforce/replies.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

const QString& dateFormat()
{
    static const QString format = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
    return format;
}

bool lists(const QByteArray& header, const QByteArray& etag)
{
    if (header.trimmed() == "*") return true;
    for (const QByteArray& one : header.split(',')) {
        if (one.trimmed() == etag) return true;
    }
    return false;
}

} // namespace

std::optional<qint64> httpDate(const QByteArray& text)
{
    const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), dateFormat());
    if (!time.isValid()) return {};
    return QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch();
}

QByteArray httpDate(qint64 ms)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), dateFormat()).toLatin1();
}

Precondition checkPreconditions(const Request& request, qint64 changed, const QByteArray& etag)
{
    const bool reads = request.method == "GET";
    changed = changed / 1000 * 1000; // the header knows whole seconds
    for (const bool unless : {false, true}) {
        const QByteArray header =
            headerValue(request.headers, unless ? "If-Unmodified-Since" : "If-Modified-Since");
        if (header.isEmpty()) continue;
        const auto since = httpDate(header);
        // A read passes over what it cannot read; a write is refused.
        if (!since && !reads) return Precondition::Unreadable;
        if (!since) continue;
        if (unless && changed > *since) return Precondition::Failed;
        if (!unless && changed <= *since) return reads ? Precondition::NotModified : Precondition::Failed;
    }
    if (etag.isEmpty()) return Precondition::Holds;
    const QByteArray match = headerValue(request.headers, "If-Match");
    if (!match.isEmpty() && !lists(match, etag)) return Precondition::Failed;
    const QByteArray noneMatch = headerValue(request.headers, "If-None-Match");
    if (!noneMatch.isEmpty() && lists(noneMatch, etag))
        return reads ? Precondition::NotModified : Precondition::Failed;
    return Precondition::Holds;
}

std::optional<Response> preconditionReply(Precondition outcome)
{
    switch (outcome) {
    case Precondition::Holds:
        return {};
    case Precondition::NotModified:
        return emptyReply(304);
    case Precondition::Failed:
        return errorReply(412, u"PRECONDITION_FAILED"_s,
                          u"One or more conditions given in the request header fields failed"_s);
    case Precondition::Unreadable:
        return errorReply(400, u"INVALID_HEADER_VALUE"_s, u"The date in the request header is not valid"_s);
    }
    return {};
}

} // namespace tieout::sandbox::salesforce
