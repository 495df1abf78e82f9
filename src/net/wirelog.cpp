#include "net/wirelog.h"

#include "base/redact.h"

namespace tieout::net {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kKeptExchanges = 20;
constexpr qsizetype kKeptBody = 16 * 1024;

QByteArray message(QByteArray firstLine, const Headers& headers, const QByteArray& body)
{
    QByteArray text = std::move(firstLine);
    for (const auto& [name, value] : headers) {
        const bool hidden = isSecretName(QString::fromLatin1(name));
        text += '\n' + name + ": " + (hidden ? QByteArray("•••") : value);
    }
    if (!body.isEmpty()) text += "\n\n" + redacted(body, kKeptBody);
    return text;
}

QByteArray target(const QUrl& url)
{
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    return query.isEmpty() ? path : path + '?' + redacted(query);
}

/// Cuts without keeping the whole body alive.
void shorten(QByteArray& body)
{
    if (body.size() > kKeptBody) body = body.first(kKeptBody);
}

} // namespace

void WireLog::add(Instant at, std::chrono::milliseconds took, const HttpRequest& request,
                  const Result<HttpResponse>& result)
{
    Exchanged exchanged;
    exchanged.at = at;
    exchanged.took = took;
    exchanged.request = request;
    shorten(exchanged.request.body);
    if (result) {
        exchanged.response = *result;
        shorten(exchanged.response.body);
    } else {
        exchanged.failure = result.error().code;
    }
    m_last.push_back(std::move(exchanged));
    if (m_last.size() > kKeptExchanges) m_last.pop_front();
}

QList<WireEntry> WireLog::entries() const
{
    QList<WireEntry> entries;
    for (const Exchanged& exchanged : m_last)
        entries.append(redactedEntry(exchanged));
    return entries;
}

WireEntry WireLog::redactedEntry(const Exchanged& exchanged)
{
    const HttpRequest& request = exchanged.request;
    const HttpResponse& response = exchanged.response;
    const QString verb = QString::fromLatin1(verbName(request.verb));
    const bool answered = exchanged.failure.isEmpty();
    WireEntry entry;
    entry.at = exchanged.at;
    entry.summary = u"%1 %2 → %3 in %4 ms"_s.arg(
        verb, request.url.path(), answered ? QString::number(response.status) : exchanged.failure,
        QString::number(exchanged.took.count()));
    entry.request =
        message(verbName(request.verb) + ' ' + target(request.url), request.headers, request.body);
    if (answered)
        entry.response = message(QByteArray::number(response.status), response.headers, response.body);
    return entry;
}

} // namespace tieout::net
