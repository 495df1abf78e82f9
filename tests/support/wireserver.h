#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace tieout::support {

/// A server on loopback that does to a connection exactly what a test says; understands just enough HTTP to
/// know where a request ends. Lives on the thread that made it.
class WireServer final : public QObject
{
  public:
    struct Received {
        QByteArray method;
        QByteArray path;
        QByteArray head;
        QByteArray body;
        int onConnection = 0; ///< 1 = the connection's first request
    };
    /// Answers by writing to the socket, or closes it, or does nothing.
    using Behaviour = std::function<void(QTcpSocket&, const Received&)>;

    WireServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    void on(const QByteArray& path, Behaviour behaviour) { m_behaviours.insert(path, std::move(behaviour)); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url(const QString& path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    [[nodiscard]] const QList<Received>& received() const { return m_received; }
    [[nodiscard]] int count(const QByteArray& path) const
    {
        return int(std::count_if(m_received.begin(), m_received.end(),
                                 [&](const Received& one) { return one.path == path; }));
    }
    [[nodiscard]] int connections() const { return m_connections; }
    void keepLog(bool keep) { m_keepLog = keep; }

    static void reply(QTcpSocket& socket, const QByteArray& status, const QByteArray& body,
                      const QByteArray& headers = {})
    {
        socket.write("HTTP/1.1 " + status + "\r\n" + headers +
                     "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

  private:
    struct Incoming {
        QByteArray bytes;
        int requests = 0;
    };

    void accept()
    {
        while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
            ++m_connections;
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
                m_incoming.remove(socket);
                socket->deleteLater();
            });
        }
    }

    void read(QTcpSocket* socket)
    {
        Incoming& incoming = m_incoming[socket];
        incoming.bytes += socket->readAll();
        for (;;) {
            const qsizetype end = incoming.bytes.indexOf("\r\n\r\n");
            if (end < 0) return;
            Received one;
            one.head = incoming.bytes.left(end);
            const qsizetype length = contentLength(one.head);
            if (incoming.bytes.size() < end + 4 + length) return;
            one.body = incoming.bytes.mid(end + 4, length);
            incoming.bytes.remove(0, end + 4 + length);
            const QList<QByteArray> words = one.head.left(one.head.indexOf('\r')).split(' ');
            one.method = words.value(0);
            one.path = words.value(1);
            one.onConnection = ++incoming.requests;
            if (m_keepLog) m_received.append(one);
            const auto behaviour = m_behaviours.value(one.path);
            if (behaviour)
                behaviour(*socket, one);
            else
                reply(*socket, "404 Not Found", {});
            if (!m_incoming.contains(socket)) return;
        }
    }

    static qsizetype contentLength(const QByteArray& head)
    {
        const qsizetype at = head.toLower().indexOf("\r\ncontent-length:");
        if (at < 0) return 0;
        const qsizetype start = at + 17;
        const qsizetype stop = head.indexOf('\r', start);
        return head.mid(start, stop < 0 ? -1 : stop - start).trimmed().toLongLong();
    }

    QHash<QTcpSocket*, Incoming> m_incoming;
    QHash<QByteArray, Behaviour> m_behaviours;
    QList<Received> m_received;
    int m_connections = 0;
    bool m_keepLog = true;
    QTcpServer m_server; ///< last: its sockets say goodbye to the members above
};

} // namespace tieout::support
