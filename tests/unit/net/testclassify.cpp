#include "net/classify.h"

#include <QTest>

using namespace tieout;
using namespace tieout::net;
using namespace Qt::StringLiterals;

class TestClassify final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void aStatusHasOneKind_data();
    void aStatusHasOneKind();
    void retryAfterIsSecondsOrADate_data();
    void retryAfterIsSecondsOrADate();
    void theErrorNamesStatusAndRequestIdAndHidesTokens();
};

void TestClassify::aStatusHasOneKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<QString>("kind"); // empty: fine
    QTest::addColumn<QString>("code");
    const auto row = [](int status, Repeat repeat, const QString& kind, const QString& code) {
        const QByteArray name = QByteArray::number(status) + (repeat == Repeat::Safe ? " safe" : " never");
        QTest::newRow(name.constData()) << status << repeat << kind << code;
    };
    for (const int fine : {200, 201, 204, 207, 304})
        row(fine, Repeat::Never, u""_s, u""_s);
    row(302, Repeat::Safe, u"remote-fault"_s, u"net.redirect"_s);
    row(400, Repeat::Never, u"row-rejected"_s, u"net.rejected"_s);
    row(401, Repeat::Never, u"needs-login"_s, u"net.unauthorized"_s);
    row(403, Repeat::Safe, u"bad-config"_s, u"net.forbidden"_s);
    row(404, Repeat::Safe, u"row-rejected"_s, u"net.not-found"_s);
    row(407, Repeat::Safe, u"bad-config"_s, u"net.proxy-login"_s);
    row(408, Repeat::Never, u"rate-limited"_s, u"net.too-many-requests"_s);
    row(409, Repeat::Never, u"conflict"_s, u"net.conflict"_s);
    row(410, Repeat::Never, u"row-rejected"_s, u"net.not-found"_s);
    row(412, Repeat::Never, u"conflict"_s, u"net.conflict"_s);
    row(413, Repeat::Never, u"row-rejected"_s, u"net.rejected"_s);
    row(422, Repeat::Never, u"row-rejected"_s, u"net.rejected"_s);
    row(429, Repeat::Never, u"rate-limited"_s, u"net.too-many-requests"_s);
    for (const int status : {500, 502, 504}) {
        row(status, Repeat::Safe, u"retry"_s, u"net.server-error"_s);
        row(status, Repeat::Never, u"uncertain"_s, u"net.server-error"_s);
    }
    row(503, Repeat::Safe, u"retry"_s, u"net.unavailable"_s);
    row(503, Repeat::Never, u"uncertain"_s, u"net.unavailable"_s);
    row(501, Repeat::Never, u"remote-fault"_s, u"net.status"_s);
    row(101, Repeat::Safe, u"remote-fault"_s, u"net.status"_s);
    row(0, Repeat::Safe, u"remote-fault"_s, u"net.status"_s);
    row(999, Repeat::Safe, u"remote-fault"_s, u"net.status"_s);
}

void TestClassify::aStatusHasOneKind()
{
    QFETCH(int, status);
    QFETCH(Repeat, repeat);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    HttpRequest request;
    request.verb = Verb::Post;
    request.repeat = repeat;
    HttpResponse response;
    response.status = status;
    const auto error = classifyStatus(request, response);
    QCOMPARE(error.has_value(), !kind.isEmpty());
    if (!error) return;
    QCOMPARE(kindName(error->kind), kind);
    QCOMPARE(error->code, code);
    QCOMPARE(error->context.httpStatus, status);
}

void TestClassify::retryAfterIsSecondsOrADate_data()
{
    QTest::addColumn<QByteArray>("retryAfterText");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("ms"); // -1: nothing
    const QByteArray noon = "Sat, 21 Nov 2026 12:00:00 GMT";
    QTest::newRow("absent") << QByteArray() << noon << qint64(-1);
    QTest::newRow("seconds") << QByteArray("42") << noon << qint64(42'000);
    QTest::newRow("padded") << QByteArray(" 7 ") << QByteArray() << qint64(7'000);
    QTest::newRow("zero") << QByteArray("0") << QByteArray() << qint64(0);
    QTest::newRow("negative counts as none to wait") << QByteArray("-5") << QByteArray() << qint64(0);
    QTest::newRow("absurd is bounded")
        << QByteArray("99999999999") << QByteArray() << qint64(25 * 3600 * 1000);
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 12:01:30 GMT") << noon << qint64(90'000);
    QTest::newRow("past date") << QByteArray("Sat, 21 Nov 2026 11:00:00 GMT") << noon << qint64(0);
    QTest::newRow("date without a date to measure from")
        << QByteArray("Sat, 21 Nov 2026 12:01:30 GMT") << QByteArray() << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << noon << qint64(-1);
}

void TestClassify::retryAfterIsSecondsOrADate()
{
    QFETCH(QByteArray, retryAfterText);
    QFETCH(QByteArray, date);
    QFETCH(qint64, ms);
    HttpResponse response;
    if (!retryAfterText.isEmpty()) response.headers.emplaceBack("retry-AFTER", retryAfterText);
    if (!date.isEmpty()) response.headers.emplaceBack("Date", date);
    const auto wait = retryAfter(response);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), ms);
}

void TestClassify::theErrorNamesStatusAndRequestIdAndHidesTokens()
{
    HttpRequest request;
    request.url = QUrl(u"https://api.example.com/Invoices?access_token=hidden"_s);
    HttpResponse response;
    response.status = 400;
    response.headers.emplaceBack("xero-correlation-id", "abc-1");
    response.body = R"({"error":"bad","access_token":"s3cretS3cretS3cret"})";
    const auto error = classifyStatus(request, response);
    QVERIFY(error);
    QCOMPARE(error->context.requestId, u"abc-1"_s);
    QVERIFY(error->text.contains(u"GET /Invoices → 400"));
    QVERIFY(!error->text.contains(u"s3cret"));
    QVERIFY(!error->text.contains(u"hidden"));
}

QTEST_GUILESS_MAIN(TestClassify)
#include "testclassify.moc"
