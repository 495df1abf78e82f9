#include "sandbox/server.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tieout::sandbox;
using namespace Qt::StringLiterals;

class TestServer : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void connectionIsKeptForMoreRequests();
    void pipelinedAnswersKeepTheirOrder();
    void strangersAreRefused_data();
    void strangersAreRefused();
    void cutClosesWithoutAByte();
    void truncatedBodyIsHalfAChunk();
    void hangingCallCountsUntilTheClientGoes();
    void slowAnswerComesLater();
    void emptyAnswersCarryNoLength();
    void headHasNoBody();
    void takenPortIsAnError();
    void bothLoopbacksAnswer();

  private:
    [[nodiscard]] std::unique_ptr<QTcpSocket>
    connected(const QHostAddress& address = QHostAddress::LocalHost);
    [[nodiscard]] static QByteArray readUntil(QTcpSocket& socket, const QByteArray& end);
    static QByteArray request(const QByteArray& path, const QByteArray& more = {})
    {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost:1\r\n" + more + "\r\n";
    }

    Response m_next;
    QList<QByteArray> m_paths;
    QList<int> m_inProgress;
    std::unique_ptr<Server> m_server;
};

void TestServer::init()
{
    m_next = {};
    m_next.body = "0123456789";
    m_paths.clear();
    m_inProgress.clear();
    m_server = std::make_unique<Server>([this](const Request& request, int calls) {
        m_paths.append(request.path);
        m_inProgress.append(calls);
        return m_next;
    });
    QVERIFY2(m_server->listen(0), qPrintable(m_server->errorText()));
}

std::unique_ptr<QTcpSocket> TestServer::connected(const QHostAddress& address)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(address, m_server->port());
    QSignalSpy spy(socket.get(), &QTcpSocket::connected);
    if (socket->state() != QAbstractSocket::ConnectedState) spy.wait(5000);
    return socket;
}

QByteArray TestServer::readUntil(QTcpSocket& socket, const QByteArray& end)
{
    QByteArray all;
    (void)QTest::qWaitFor(
        [&] {
            all += socket.readAll();
            return end.isEmpty() ? socket.state() == QAbstractSocket::UnconnectedState : all.endsWith(end);
        },
        5000);
    return all + socket.readAll();
}

void TestServer::connectionIsKeptForMoreRequests()
{
    const auto socket = connected();
    for (int i = 0; i < 3; ++i) {
        socket->write(request("/x"));
        const QByteArray answer = readUntil(*socket, "0123456789");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("Content-Length: 10\r\n"));
    }
    socket->write(request("/x", "Connection: close\r\n"));
    QVERIFY(readUntil(*socket, {}).contains("Connection: close"));
    QCOMPARE(m_paths.size(), 4);
}

void TestServer::pipelinedAnswersKeepTheirOrder()
{
    const auto socket = connected();
    m_next.delay = std::chrono::milliseconds(5);
    socket->write(request("/1") + request("/2") + request("/3", "Connection: close\r\n"));
    QCOMPARE(readUntil(*socket, {}).count("HTTP/1.1 200"), 3);
    QCOMPARE(m_paths, QList<QByteArray>({"/1", "/2", "/3"}));
    QCOMPARE(m_inProgress, QList<int>({1, 1, 1}));
}

void TestServer::strangersAreRefused_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("admitted");
    QTest::newRow("localhost") << QByteArray("localhost:8080") << true;
    QTest::newRow("IPv4") << QByteArray("127.0.0.1") << true;
    QTest::newRow("IPv6") << QByteArray("[::1]:80") << true;
    QTest::newRow("other name") << QByteArray("practice.example:80") << false;
    QTest::newRow("name that looks alike") << QByteArray("localhost.evil.example") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestServer::strangersAreRefused()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, admitted);
    const auto socket = connected();
    socket->write("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    const QByteArray answer = readUntil(*socket, {});
    QVERIFY2(answer.startsWith(admitted ? "HTTP/1.1 200" : "HTTP/1.1 421"), answer.constData());
    QCOMPARE(m_paths.size(), admitted ? 1 : 0);
}

void TestServer::cutClosesWithoutAByte()
{
    m_next.delivery = Delivery::CutAfter;
    const auto socket = connected();
    socket->write(request("/x"));
    QCOMPARE(readUntil(*socket, {}), QByteArray());
    QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_paths.size(), 1);
}

void TestServer::truncatedBodyIsHalfAChunk()
{
    m_next.delivery = Delivery::Truncate;
    const auto socket = connected();
    socket->write(request("/x"));
    const QByteArray answer = readUntil(*socket, {});
    QVERIFY(answer.contains("Transfer-Encoding: chunked\r\n"));
    QVERIFY2(answer.endsWith("\r\n\r\n5\r\n01234\r\n"), answer.constData());
}

void TestServer::hangingCallCountsUntilTheClientGoes()
{
    m_next.delivery = Delivery::Hang;
    auto hanging = connected();
    hanging->write(request("/hang"));
    QTRY_COMPARE(m_paths.size(), 1);
    m_next.delivery = Delivery::Deliver;
    const auto socket = connected();
    socket->write(request("/x"));
    (void)readUntil(*socket, "0123456789");
    QCOMPARE(m_inProgress, QList<int>({1, 2}));
    QVERIFY(hanging->bytesAvailable() == 0);
    hanging->abort();
    QTRY_VERIFY(([&] {
        socket->write(request("/x"));
        (void)readUntil(*socket, "0123456789");
        return m_inProgress.last() == 1;
    }()));
}

void TestServer::slowAnswerComesLater()
{
    m_next.delay = std::chrono::milliseconds(50);
    const auto socket = connected();
    QElapsedTimer timer;
    timer.start();
    socket->write(request("/x"));
    QVERIFY(readUntil(*socket, "0123456789").startsWith("HTTP/1.1 200"));
    QVERIFY(timer.elapsed() >= 50);
}

void TestServer::emptyAnswersCarryNoLength()
{
    Response nothing;
    nothing.status = 204;
    nothing.body = "never sent";
    QCOMPARE(responseBytes(nothing, {}), QByteArray("HTTP/1.1 204 No Content\r\n\r\n"));
}

void TestServer::headHasNoBody()
{
    const auto socket = connected();
    socket->write("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    const QByteArray answer = readUntil(*socket, {});
    QVERIFY(answer.contains("Content-Length: 10\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestServer::takenPortIsAnError()
{
    Server second([](const Request&, int) { return Response(); });
    QVERIFY(!second.listen(m_server->port()));
    QVERIFY(second.errorText().contains(QString::number(m_server->port())));
}

void TestServer::bothLoopbacksAnswer()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6)) QSKIP("this machine has no IPv6 loopback");
    const auto socket = connected(QHostAddress::LocalHostIPv6);
    socket->write(request("/x"));
    QVERIFY(readUntil(*socket, "0123456789").startsWith("HTTP/1.1 200"));
}

QTEST_GUILESS_MAIN(TestServer)
#include "testserver.moc"
