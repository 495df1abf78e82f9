#include "sandbox/xero/webhooksender.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace tieout::sandbox {

namespace {

constexpr std::chrono::milliseconds kLookEvery{200};
constexpr int kAnswerWithinMs = 5'000;

} // namespace

WebhookSender::WebhookSender(XeroSystem& system, QObject* parent)
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
    const QList<xero::WebhookDelivery> deliveries = m_system.dueWebhooks();
    for (const xero::WebhookDelivery& delivery : deliveries)
        post(delivery);
}

void WebhookSender::post(const xero::WebhookDelivery& delivery)
{
    QNetworkRequest request(QUrl(QString::fromUtf8(delivery.url)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("Xero-Webhooks"));
    request.setRawHeader("x-xero-signature", delivery.signature);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply* const reply = m_network->post(request, delivery.body);
    const quint64 number = delivery.number;
    connect(reply, &QNetworkReply::finished, this, [this, reply, number] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_system.webhookAnswered(number, status);
        reply->deleteLater();
    });
}

} // namespace tieout::sandbox
