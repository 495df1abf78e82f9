#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace tieout::auth {

/// What the browser is shown after it came back.
enum class Landing : quint8 { Received, Denied, Rejected, Failed };

/// The query of a callback, decoded.
using CallbackQuery = QHash<QString, QString>;

/// Waits on this machine's loopback addresses (IPv4 and IPv6) for the browser to come back with a code.
/// Answers a callback with a redirect to a plain page, so that the code leaves the address bar. Main thread,
/// owned by SignIn. Everything it reads is bounded; a request for another host name, path or method is turned
/// away.
class LoopbackListener final : public QObject
{
  public:
    /// Judges a callback; called for every request to the callback path that has a code, an error or a state.
    using Judge = std::function<Landing(const CallbackQuery&)>;

    LoopbackListener(QString callbackPath, Judge judge);
    ~LoopbackListener() override;
    Q_DISABLE_COPY_MOVE(LoopbackListener)

    /// The first of these ports that is free on both addresses; 0 means any. Error: LocalFault
    /// "oauth.no-port".
    [[nodiscard]] Result<quint16> listen(const QList<int>& ports);
    /// Called when a landing page has been handed to the browser.
    void onLanded(std::function<void()> callback) { m_landed = std::move(callback); }

  private:
    struct Head {
        QByteArray method;
        QByteArray path;
        QByteArray query;
        QByteArray host;
        QByteArray origin;
    };
    struct Answer {
        QByteArray status;
        QByteArray extraHeaders;
        QByteArray body;
        bool isLanding = false;
    };
    [[nodiscard]] bool listenOn(quint16 port);
    void accept(QTcpServer& server);
    void read(QTcpSocket* socket);
    [[nodiscard]] static std::optional<Head> parseHead(const QByteArray& bytes);
    [[nodiscard]] Answer answerTo(const Head& head);
    [[nodiscard]] Answer answerCallback(const Head& head);
    [[nodiscard]] bool isOurHost(const QByteArray& host) const;
    void write(QTcpSocket* socket, const Answer& answer);

    QByteArray m_callbackPath;
    Judge m_judge;
    std::function<void()> m_landed;
    QTcpServer m_ipv4;
    QTcpServer m_ipv6;
    quint16 m_port = 0;
    QList<QTcpSocket*> m_sockets; ///< oldest first; children of this
};

} // namespace tieout::auth
