#include "sandbox/server.h"

#include "base/platform/platform.h"
#include "sandbox/reply.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

constexpr qint64 kReadBuffer = 4 * 1024 * 1024;

struct Reason {
    int status;
    const char* text;
};

constexpr Reason kReasons[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {300, "Multiple Choices"},
    {302, "Found"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {421, "Misdirected Request"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
};

QByteArray reason(int status)
{
    for (const Reason& entry : kReasons) {
        if (entry.status == status) return entry.text;
    }
    return "Status";
}

/// Only names of this machine: another host name means that a web page elsewhere is calling.
bool isLoopbackHost(QByteArray host)
{
    if (const qsizetype colon = host.lastIndexOf(':'); colon > host.lastIndexOf(']')) host.truncate(colon);
    host = host.toLower();
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304 || status < 200;
}

QByteArray headBytes(const Response& response)
{
    QByteArray out;
    out.reserve(512);
    out.append("HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n");
    for (const auto& [name, value] : response.headers) {
        out.append(name);
        out.append(": ");
        out.append(value);
        out.append("\r\n");
    }
    return out;
}

/// A chunked body of which half arrives before the connection goes.
QByteArray truncatedBytes(const Response& response)
{
    const QByteArray half = response.body.left(response.body.size() / 2);
    QByteArray out = headBytes(response) + "Transfer-Encoding: chunked\r\n\r\n";
    if (!half.isEmpty()) out.append(QByteArray::number(half.size(), 16) + "\r\n" + half + "\r\n");
    return out;
}

} // namespace

QByteArray responseBytes(const Response& response, Dispatch dispatch)
{
    QByteArray out = headBytes(response);
    if (!hasNoBody(response.status))
        out.append("Content-Length: " + QByteArray::number(response.body.size()) + "\r\n");
    if (!dispatch.keepAlive) out.append("Connection: close\r\n");
    out.append("\r\n");
    if (dispatch.withBody && !hasNoBody(response.status)) out.append(response.body);
    return out;
}

/// One client connection: reads requests one after the other, answers in order. Owned by its socket.
class Server::Connection final : public QObject
{
  public:
    Connection(Server& server, QTcpSocket* socket)
        : QObject(socket)
        , m_server(server)
        , m_socket(socket)
    {
        // Nothing is read while an answer waits, so a client cannot pile up more than this.
        socket->setReadBufferSize(kReadBuffer);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::serve);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    ~Connection() override
    {
        if (m_busy) --m_server.m_callsInProgress;
    }

  private:
    void serve()
    {
        // A client may send the next request before the answer; it waits its turn in the reader.
        while (!m_busy && m_socket->state() == QAbstractSocket::ConnectedState) {
            m_reader.feed(m_socket->readAll());
            const HttpReader::State state = m_reader.read();
            if (m_reader.takeContinue() && state == HttpReader::State::NeedsMore)
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            if (state == HttpReader::State::NeedsMore) return;
            if (state == HttpReader::State::Refused) {
                const Response refusal = textReply(m_reader.status(), reason(m_reader.status()));
                m_socket->write(responseBytes(refusal, {.keepAlive = false}));
                m_socket->disconnectFromHost();
                return;
            }
            const bool keepAlive = m_reader.keepAlive();
            answer(m_reader.take(), keepAlive);
        }
    }

    void answer(const Request& request, bool keepAlive)
    {
        m_busy = true;
        ++m_server.m_callsInProgress;
        const Dispatch dispatch{.keepAlive = keepAlive, .withBody = request.method != "HEAD"};
        Response response = isLoopbackHost(headerValue(request.headers, "Host"))
                                ? m_server.m_handler(request, m_server.m_callsInProgress)
                                : textReply(421, "This practice company answers on localhost only.");
        const auto delay = response.delay;
        if (delay.count() <= 0) return deliver(response, dispatch);
        QTimer::singleShot(delay, this, [this, response = std::move(response), dispatch] {
            deliver(response, dispatch);
            serve();
        });
    }

    void deliver(const Response& response, Dispatch dispatch)
    {
        // A call that hangs stays in progress until its client gives up.
        if (response.delivery == Delivery::Hang) return;
        m_busy = false;
        --m_server.m_callsInProgress;
        switch (response.delivery) {
        case Delivery::Deliver:
            m_socket->write(responseBytes(response, dispatch));
            if (!dispatch.keepAlive) m_socket->disconnectFromHost();
            return;
        case Delivery::Truncate:
            m_socket->write(truncatedBytes(response));
            m_socket->disconnectFromHost();
            return;
        case Delivery::CutBefore:
        case Delivery::CutAfter:
        case Delivery::Hang:
            m_socket->abort();
            return;
        }
    }

    Server& m_server;
    QTcpSocket* m_socket;
    HttpReader m_reader;
    bool m_busy = false;
};

Server::Server(Handler handler, QObject* parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
}

Server::~Server()
{
    // Connections count themselves out of this object: they go first.
    for (const auto& listener : m_listeners)
        qDeleteAll(listener->findChildren<QTcpSocket*>(Qt::FindDirectChildrenOnly));
    m_listeners.clear();
}

bool Server::listen(quint16 port)
{
    auto first = std::make_unique<QTcpServer>();
    if (!first->listen(QHostAddress::LocalHost, port)) {
        m_errorText = u"port %1 on 127.0.0.1: %2"_s.arg(port).arg(first->errorString());
        return false;
    }
    m_port = first->serverPort();
    m_listeners.push_back(std::move(first));
    // Browsers may take "localhost" for ::1. A machine without IPv6 does without.
    auto second = std::make_unique<QTcpServer>();
    if (second->listen(QHostAddress::LocalHostIPv6, m_port)) {
        m_listeners.push_back(std::move(second));
    } else if (second->serverError() == QAbstractSocket::AddressInUseError) {
        m_errorText = u"port %1 on ::1: %2"_s.arg(m_port).arg(second->errorString());
        return false;
    }
    for (const auto& listener : m_listeners) {
        QTcpServer* server = listener.get();
        platform::useNetworkSizedSegments(server->socketDescriptor());
        connect(server, &QTcpServer::newConnection, this, [this, server] { acceptFrom(server); });
    }
    return true;
}

QByteArray Server::baseUrl() const
{
    return "http://localhost:" + QByteArray::number(m_port);
}

void Server::acceptFrom(QTcpServer* listener)
{
    while (QTcpSocket* socket = listener->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        new Connection(*this, socket); // a child of the socket
    }
}

} // namespace tieout::sandbox
