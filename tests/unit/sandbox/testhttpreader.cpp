#include "sandbox/httpreader.h"

#include <QTest>

using namespace tieout::sandbox;
using State = HttpReader::State;

class TestHttpReader : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void targetIsKeptAsSent();
    void requestArrivesByteByByte();
    void chunkedBodyIsJoined();
    void pipelinedRequestsComeInOrder();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void connectionHeaderDecides_data();
    void connectionHeaderDecides();
    void bodyIsAwaited();
};

void TestHttpReader::targetIsKeptAsSent()
{
    HttpReader reader;
    reader.feed("GET /a%2Fb/c+d/../e?q=SELECT+Id%2B%27x%27&x=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(reader.read(), State::Complete);
    const Request request = reader.take();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, QByteArray("/a%2Fb/c+d/../e"));
    QCOMPARE(request.query, QByteArray("q=SELECT+Id%2B%27x%27&x=%zz"));
    QCOMPARE(request.queryValue(u"Q"), QStringLiteral("SELECT Id+'x'"));
    QCOMPARE(request.segments(), QStringList({QStringLiteral("a/b"), QStringLiteral("c+d"),
                                              QStringLiteral(".."), QStringLiteral("e")}));
    QCOMPARE(headerValue(request.headers, "hOsT"), QByteArray("localhost"));
}

void TestHttpReader::requestArrivesByteByByte()
{
    const QByteArray bytes = "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello";
    HttpReader reader;
    for (qsizetype i = 0; i < bytes.size() - 1; ++i) {
        reader.feed(bytes.mid(i, 1));
        QCOMPARE(reader.read(), State::NeedsMore);
    }
    reader.feed(bytes.right(1));
    QCOMPARE(reader.read(), State::Complete);
    QCOMPARE(reader.take().body, QByteArray("hello"));
}

void TestHttpReader::chunkedBodyIsJoined()
{
    HttpReader reader;
    reader.feed("PUT /x HTTP/1.1\r\nTransfer-Encoding: "
                "chunked\r\n\r\n3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n");
    QCOMPARE(reader.read(), State::Complete);
    QCOMPARE(reader.take().body, QByteArray("abc0123456789"));
}

void TestHttpReader::pipelinedRequestsComeInOrder()
{
    HttpReader reader;
    reader.feed("POST /1 HTTP/1.1\r\nContent-Length: 2\r\n\r\nabGET /2 HTTP/1.1\r\n\r\n");
    QCOMPARE(reader.read(), State::Complete);
    QCOMPARE(reader.take().body, QByteArray("ab"));
    QCOMPARE(reader.read(), State::Complete);
    const Request second = reader.take();
    QCOMPARE(second.path, QByteArray("/2"));
    QVERIFY(second.body.isEmpty());
    QCOMPARE(reader.read(), State::NeedsMore);
}

void TestHttpReader::badRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("no path") << QByteArray("GET x HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("blank in the target") << QByteArray("GET /a b HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << 400;
    QTest::newRow("blank before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : x\r\n\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("two framings")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("chunk size is no number")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
    QTest::newRow("body too long") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n")
                                   << 413;
    QTest::newRow("chunk too long")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n") << 413;
    QTest::newRow("head too long") << "GET / HTTP/1.1\r\nX: " + QByteArray(70'000, 'x') << 431;
}

void TestHttpReader::badRequestsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpReader reader;
    reader.feed(bytes);
    QCOMPARE(reader.read(), State::Refused);
    QCOMPARE(reader.status(), status);
}

void TestHttpReader::connectionHeaderDecides_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void TestHttpReader::connectionHeaderDecides()
{
    QFETCH(QByteArray, bytes);
    HttpReader reader;
    reader.feed(bytes);
    QCOMPARE(reader.read(), State::Complete);
    QTEST(reader.keepAlive(), "keepAlive");
}

void TestHttpReader::bodyIsAwaited()
{
    HttpReader reader;
    reader.feed("POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(reader.read(), State::NeedsMore);
    QVERIFY(reader.takeContinue());
    QVERIFY(!reader.takeContinue());
    reader.feed("abc");
    QCOMPARE(reader.read(), State::Complete);
}

QTEST_GUILESS_MAIN(TestHttpReader)
#include "testhttpreader.moc"
