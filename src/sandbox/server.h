#pragma once

#include "sandbox/httpreader.h"

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace tieout::sandbox {

/// One listening address of the practice company: HTTP/1.1 with keep-alive on loopback, IPv4 and IPv6,
/// requests answered by one function on this thread. Faults reach down to the socket. Owned by the program or
/// a test.
class Server final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)

  public:
    /// `callsInProgress` includes the call itself.
    using Handler = std::function<Response(const Request& request, int callsInProgress)>;

    explicit Server(Handler handler, QObject* parent = nullptr);
    ~Server() override;

    /// Port 0 picks a free one. False when the port is taken; `errorText` says so.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QByteArray baseUrl() const;

  private:
    class Connection;

    void acceptFrom(QTcpServer* listener);

    Handler m_handler;
    std::vector<std::unique_ptr<QTcpServer>> m_listeners;
    QString m_errorText;
    quint16 m_port = 0;
    int m_callsInProgress = 0;
};

/// How an answer leaves.
struct Dispatch {
    bool keepAlive = true; ///< else the connection ends with it
    bool withBody = true;  ///< else the head alone, as to a HEAD
};

[[nodiscard]] QByteArray responseBytes(const Response& response, Dispatch dispatch);

} // namespace tieout::sandbox
