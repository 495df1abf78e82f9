#include "auth/headlessbrowser.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostPages = 8;

bool isHere(const QUrl& url)
{
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && net::isLoopback(url);
}

QUrl agreeing(QUrl url)
{
    // By hand: the rest of the query must arrive as it was signed up, byte for byte.
    const QString query = url.query(QUrl::FullyEncoded);
    if (query.contains(u"practice_auto=")) return url;
    url.setQuery(query.isEmpty() ? u"practice_auto=1"_s : query + u"&practice_auto=1"_s, QUrl::StrictMode);
    return url;
}

bool sameSite(const QUrl& one, const QUrl& other)
{
    return one.host() == other.host() && one.port() == other.port();
}

net::HttpRequest pageRequest(const QUrl& url)
{
    net::HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "text/html"}};
    request.deadline = 30s;
    return request;
}

} // namespace

HeadlessBrowser::~HeadlessBrowser()
{
    m_stop.request(StopMode::Now);
}

BrowserResult HeadlessBrowser::open(const QUrl& url)
{
    if (!isHere(url)) return BrowserResult::Refused;
    m_visits.remove_if([](const Task<>& visit) { return visit.isReady(); });
    m_visits.push_back(visit(this, url));
    return BrowserResult::Opened;
}

Task<> HeadlessBrowser::visit(HeadlessBrowser* self, QUrl url)
{
    const Result<void> outcome = co_await self->follow(url);
    if (!outcome && outcome.error().kind != ErrorKind::Cancelled && self->m_failed)
        self->m_failed(outcome.error());
}

Task<Result<void>> HeadlessBrowser::follow(QUrl url)
{
    const QUrl start = url;
    for (int page = 0; page < kMostPages; ++page) {
        if (!isHere(url))
            co_return fail(ErrorKind::BadConfig, u"browser.not-loopback"_s,
                           u"only the practice company signs in without a person"_s, {url.host()});
        const net::HttpRequest request = pageRequest(sameSite(url, start) ? agreeing(url) : url);
        auto response = co_await m_transport.send(request, m_stop.token());
        if (!response) co_return fail(std::move(response.error()));
        const QByteArray next = response->header("Location");
        const bool moved = response->status >= 301 && response->status <= 308 && !next.isEmpty();
        const bool arrived = response->status == 200 && !sameSite(url, start);
        if (arrived) co_return Result<void>();
        if (!moved)
            co_return fail(ErrorKind::RemoteFault, u"browser.page"_s,
                           u"%1 answered %2"_s.arg(url.path()).arg(response->status),
                           {QString::number(response->status)});
        url = url.resolved(QUrl::fromEncoded(next));
    }
    co_return fail(ErrorKind::RemoteFault, u"browser.page"_s, u"too many redirects"_s);
}

} // namespace tieout::auth
