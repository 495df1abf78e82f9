#include "auth/loopbacklistener.h"

#include "auth/landingpage.h"

#include <QTcpSocket>
#include <QUrl>

namespace tieout::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestHead = 16 * 1024;
constexpr int kMostSockets = 32;
constexpr int kMostFields = 32;

/// Codes and states are taken literally but for percent signs: a "+" in a code means itself.
QString decoded(const QByteArray& text, bool plusIsBlank)
{
    QByteArray bytes = text;
    if (plusIsBlank) bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

CallbackQuery parseQuery(const QByteArray& query)
{
    CallbackQuery fields;
    for (const QByteArray& field : query.split('&')) {
        const qsizetype equals = field.indexOf('=');
        if (equals <= 0 || fields.size() >= kMostFields) continue;
        const QString name = decoded(field.left(equals), true);
        const bool isText = name.startsWith(u"error");
        // The first one counts: what is appended behind it is not the system's.
        if (!fields.contains(name)) fields.insert(name, decoded(field.mid(equals + 1), isText));
    }
    return fields;
}

QByteArray headerLine(const char* name, const QByteArray& value)
{
    return QByteArray(name) + ": " + value + "\r\n";
}

} // namespace

LoopbackListener::LoopbackListener(QString callbackPath, Judge judge)
    : m_callbackPath(callbackPath.toUtf8())
    , m_judge(std::move(judge))
{
    connect(&m_ipv4, &QTcpServer::newConnection, this, [this] { accept(m_ipv4); });
    connect(&m_ipv6, &QTcpServer::newConnection, this, [this] { accept(m_ipv6); });
}

LoopbackListener::~LoopbackListener()
{
    for (QTcpSocket* socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

Result<quint16> LoopbackListener::listen(const QList<int>& ports)
{
    QStringList tried;
    for (const int port : ports) {
        tried.append(QString::number(port));
        if (port >= 0 && port <= 65535 && listenOn(quint16(port))) return m_port;
    }
    const QString all = tried.join(u", "_s);
    return fail(ErrorKind::LocalFault, u"oauth.no-port"_s, u"no registered port is free: "_s + all, {all});
}

bool LoopbackListener::listenOn(quint16 port)
{
    if (!m_ipv4.listen(QHostAddress::LocalHost, port)) return false;
    m_port = m_ipv4.serverPort();
    if (m_ipv6.listen(QHostAddress::LocalHostIPv6, m_port)) return true;
    // Without IPv6 on this machine one address is all there is. A port that someone else holds there is
    // another matter: the browser might go to them with the code.
    if (m_ipv6.serverError() != QAbstractSocket::AddressInUseError) return true;
    m_ipv4.close();
    return false;
}

void LoopbackListener::accept(QTcpServer& server)
{
    while (QTcpSocket* const socket = server.nextPendingConnection()) {
        socket->setParent(this);
        socket->setReadBufferSize(kLargestHead + 1);
        m_sockets.append(socket);
        connect(socket, &QIODevice::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
            m_sockets.removeOne(socket);
            socket->deleteLater();
        });
        // Browsers open connections ahead and leave them; the oldest go first.
        while (m_sockets.size() > kMostSockets)
            m_sockets.takeFirst()->abort();
    }
}

void LoopbackListener::read(QTcpSocket* socket)
{
    const QByteArray bytes = socket->peek(kLargestHead + 1);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() > kLargestHead)
            write(socket, {"431 Request Header Fields Too Large", {}, {}, false});
        return;
    }
    socket->disconnect(this);
    connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
        m_sockets.removeOne(socket);
        socket->deleteLater();
    });
    const auto head = parseHead(bytes.left(end));
    if (!head) {
        write(socket, {"400 Bad Request", {}, {}, false});
    } else if (!isOurHost(head->host)) {
        write(socket, {"403 Forbidden", {}, {}, false});
    } else {
        write(socket, answerTo(*head));
    }
}

std::optional<LoopbackListener::Head> LoopbackListener::parseHead(const QByteArray& bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        return std::nullopt;
    Head head;
    head.method = words[0];
    const qsizetype mark = words[1].indexOf('?');
    head.path = mark < 0 ? words[1] : words[1].left(mark);
    if (mark >= 0) head.query = words[1].mid(mark + 1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0) continue;
        const QByteArray name = line.left(colon).trimmed().toLower();
        if (name == "host")
            head.host = line.mid(colon + 1).trimmed();
        else if (name == "origin")
            head.origin = line.mid(colon + 1).trimmed();
    }
    return head;
}

/// A page of the internet whose name was made to point at this machine still names itself here.
bool LoopbackListener::isOurHost(const QByteArray& host) const
{
    if (host.isEmpty()) return true;
    const QByteArray port = ':' + QByteArray::number(m_port);
    for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) {
        if (host.compare(name, Qt::CaseInsensitive) == 0 ||
            host.compare(name + port, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

LoopbackListener::Answer LoopbackListener::answerTo(const Head& head)
{
    if (head.method == "OPTIONS") {
        // The browser asks whether a page of the internet may lead it to this machine.
        return {"204 No Content",
                headerLine("Access-Control-Allow-Origin",
                           head.origin.isEmpty() ? QByteArray("null") : head.origin) +
                    headerLine("Access-Control-Allow-Methods", "GET") +
                    headerLine("Access-Control-Allow-Private-Network", "true"),
                {},
                false};
    }
    if (head.method != "GET")
        return {"405 Method Not Allowed", headerLine("Allow", "GET, OPTIONS"), {}, false};
    if (head.path == m_callbackPath) return answerCallback(head);
    if (const auto landing = landingOfPath(head.path))
        return {"200 OK", headerLine("Content-Type", "text/html; charset=utf-8"), landingPage(*landing),
                true};
    return {"404 Not Found", {}, {}, false};
}

LoopbackListener::Answer LoopbackListener::answerCallback(const Head& head)
{
    const CallbackQuery query = parseQuery(head.query);
    if (!query.contains(u"code"_s) && !query.contains(u"error"_s) && !query.contains(u"state"_s))
        return {"404 Not Found", {}, {}, false};
    const Landing landing = m_judge(query);
    return {"303 See Other", headerLine("Location", landingPath(landing)), {}, false};
}

void LoopbackListener::write(QTcpSocket* socket, const Answer& answer)
{
    QByteArray bytes = "HTTP/1.1 " + answer.status + "\r\n" + answer.extraHeaders;
    bytes += "Connection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
             "X-Content-Type-Options: nosniff\r\n"
             "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n";
    bytes += headerLine("Content-Length", QByteArray::number(answer.body.size())) + "\r\n" + answer.body;
    if (answer.isLanding && m_landed) {
        // Queued: the sign-in may end this listener, and a socket must not go while it is telling us
        // something.
        connect(
            socket, &QAbstractSocket::disconnected, this, [this] { m_landed(); }, Qt::QueuedConnection);
    }
    socket->write(bytes);
    socket->disconnectFromHost();
}

} // namespace tieout::auth
