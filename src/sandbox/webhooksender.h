#pragma once

#include "sandbox/outgoingcalls.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace tieout::sandbox {

/// Carries the webhooks of one system to the addresses that were configured. The practice company calls only
/// this machine: any other address gets no call and counts as silent. Lives on the program's thread beside
/// the system; owned by the program or a test.
class WebhookSender final : public QObject
{
    Q_OBJECT

  public:
    explicit WebhookSender(OutgoingCalls& system, QObject* parent = nullptr);
    ~WebhookSender() override;

    /// Sends what is due now.
    void send();

  private:
    void post(const OutgoingCall& call);

    OutgoingCalls& m_system;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace tieout::sandbox
