#pragma once

#include "net/http.h"
#include "net/networktransport.h"
#include "net/pending.h"
#include "net/uploadbody.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tieout::net {

/// One request on the wire, from its start to its verdict. Transport's thread. Owned by the coroutine in
/// NetworkTransport::send.
class Exchange final : public QObject
{
  public:
    Exchange(HttpRequest request, NetworkLimits limits);
    ~Exchange() override;

    void start(QNetworkAccessManager& wire);
    /// Stopped, or the transport ends: delivers at once, the verdict if there is one already.
    void abandonStopped();
    [[nodiscard]] Pending<Result<HttpResponse>> answer() const { return m_answer; }

  private:
    [[nodiscard]] QNetworkRequest wireRequest() const;
    /// False when that ended the exchange (and perhaps this object).
    [[nodiscard]] bool takeBytes();
    void onDeadline();
    void onFinished();
    void release();
    [[nodiscard]] bool nothingLeft() const;
    [[nodiscard]] Result<HttpResponse> verdict();
    [[nodiscard]] Error wireError(QNetworkReply::NetworkError error) const;
    /// Retry or Uncertain, as the request allows.
    [[nodiscard]] Error broken(const QString& code, const QString& text) const;
    /// Keeps the verdict; the one who waits hears of it in the next turn of the event loop. What he does then
    /// may destroy the transport, which must not happen inside a signal of its reply.
    void settle(Result<HttpResponse> result);
    void deliver();

    HttpRequest m_request;
    NetworkLimits m_limits;
    // Owned by the reply (body) or deleted later (timer): they outlive this object by one turn of the event
    // loop, because it may end inside their own signals and the wire thread may still ask for body bytes.
    QPointer<UploadBody> m_upload;
    QPointer<QTimer> m_deadline;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    std::optional<Result<HttpResponse>> m_verdict;
    Pending<Result<HttpResponse>> m_answer;
    bool m_mayHaveLeft = false;
};

} // namespace tieout::net
