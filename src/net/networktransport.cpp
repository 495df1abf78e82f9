#include "net/networktransport.h"

#include "net/exchange.h"
#include "net/stoplistener.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <set>

namespace tieout::net {

using namespace Qt::StringLiterals;

namespace {

/// The system's proxy for everything but this machine itself.
class ProxyChoice final : public QNetworkProxyFactory
{
  public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isLoopback(query.url())) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

std::optional<Error> refusal(const HttpRequest& request)
{
    const QString scheme = request.url.scheme();
    if (scheme == u"https" && !request.url.host().isEmpty()) return std::nullopt;
    if (scheme == u"http" && isLoopback(request.url)) return std::nullopt;
    return errorOf(ErrorKind::BadConfig, u"net.insecure"_s,
                   u"only https is allowed outside this machine: "_s +
                       request.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery),
                   {request.url.host()});
}

} // namespace

class NetworkTransport::Impl
{
  public:
    NetworkLimits limits;
    QNetworkAccessManager wire;
    std::set<Exchange*> open;
};

NetworkTransport::NetworkTransport(NetworkLimits limits)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->limits = limits;
    m_impl->wire.setAutoDeleteReplies(false);
    m_impl->wire.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_impl->wire.setProxyFactory(new ProxyChoice); // the manager owns it
}

NetworkTransport::~NetworkTransport()
{
    while (!m_impl->open.empty()) {
        Exchange* exchange = *m_impl->open.begin();
        m_impl->open.erase(m_impl->open.begin());
        exchange->abandonStopped();
    }
}

Task<Result<HttpResponse>> NetworkTransport::send(HttpRequest request, StopToken stop)
{
    if (auto error = refusal(request)) co_return fail(std::move(*error));
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"net.cancelled"_s, {});
    Impl& impl = *m_impl;
    Exchange exchange(std::move(request), impl.limits);
    impl.open.insert(&exchange);
    exchange.start(impl.wire);
    const StopListener listener(stop, [&exchange] { exchange.abandonStopped(); });
    auto answer = exchange.answer();
    Result<HttpResponse> result = co_await answer;
    impl.open.erase(&exchange);
    co_return result;
}

} // namespace tieout::net
