#include "sandbox/webhooksender.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace tieout::sandbox {

namespace {

constexpr std::chrono::milliseconds kLookEvery{200};
constexpr int kAnswerWithinMs = 5'000;

bool isOnThisMachine(const QUrl& url)
{
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    return web && url.isValid() && (url.host() == u"localhost" || QHostAddress(url.host()).isLoopback());
}

} // namespace

WebhookSender::WebhookSender(OutgoingCalls& system, QObject* parent)
    : QObject(parent)
    , m_system(system)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setTransferTimeout(kAnswerWithinMs);
    auto* const timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &WebhookSender::send);
    timer->start(kLookEvery);
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::send()
{
    const QList<OutgoingCall> calls = m_system.dueCalls();
    for (const OutgoingCall& call : calls)
        post(call);
}

void WebhookSender::post(const OutgoingCall& call)
{
    const QUrl url(QString::fromUtf8(call.url));
    if (!isOnThisMachine(url)) {
        m_system.callAnswered(call.number, 0);
        return;
    }
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    for (const auto& [name, value] : call.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply* const reply = m_network->post(request, call.body);
    const quint64 number = call.number;
    connect(reply, &QNetworkReply::finished, this, [this, reply, number] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_system.callAnswered(number, status);
        reply->deleteLater();
    });
}

} // namespace tieout::sandbox
