#pragma once

#include "sandbox/xero/xerosystem.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace tieout::sandbox {

/// Carries the practice Xero's webhooks to the address that was configured, which must be on this machine.
/// Lives on the program's thread beside the system; owned by the program or a test.
class WebhookSender final : public QObject
{
    Q_OBJECT

  public:
    explicit WebhookSender(XeroSystem& system, QObject* parent = nullptr);
    ~WebhookSender() override;

    /// Sends what is due now.
    void send();

  private:
    void post(const xero::WebhookDelivery& delivery);

    XeroSystem& m_system;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace tieout::sandbox
