#include "base/redact.h"

#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kJwt = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjFDQUY4RTY2NzcyRDZEQzAyOEQ2NzI2RkQwMjYxNTgxNTcwRUZDMTkifQ"
                      ".eyJuYmYiOjE1NjI4MTU4MjF9.dGhpcyBpcyBubyBzaWduYXR1cmU";

} // namespace

class TestRedact final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void knowsSecretNames_data();
    void knowsSecretNames();
    void hidesSecretsAndNothingElse_data();
    void hidesSecretsAndNothingElse();
    void cutsAtTheLimit();
    void hidesATokenThatTheLimitCutsInTwo();
    void survivesAnyBytes();
};

void TestRedact::knowsSecretNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    for (const auto* name :
         {"Authorization", "authorization", "access_token", "refresh_token", "accessToken", "id_token",
          "client_secret", "Client-Secret", "password", "Set-Cookie", "Cookie", "code", "code_verifier",
          "X-Api-Key", "apikey", "sessionId", "assertion", "Proxy-Authorization", "signature"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const auto* name : {"Code", "AccountCode", "CurrencyCode", "errorCode", "token_type", "tokenType",
                             "Name", "Total", "token_endpoint", "Content-Type", "Reference", ""}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
    }
}

void TestRedact::knowsSecretNames()
{
    QFETCH(QString, name);
    QFETCH(bool, secret);
    QCOMPARE(isSecretName(name), secret);
}

void TestRedact::hidesSecretsAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", R"({"Total":12.50,"Name":"Basic plan"})", R"({"Total":12.50,"Name":"Basic plan"})");
    row("member", R"({"access_token":"abc","expires_in":1800})",
        R"({"access_token":"•••","expires_in":1800})");
    row("blanks", "{\"refresh_token\" :\n \"a b\\\"c\" , \"x\":1}",
        "{\"refresh_token\" :\n \"•••\" , \"x\":1}");
    row("number", R"({"password":1234,"x":1})", R"({"password":•••,"x":1})");
    row("list", R"({"tokens":["a","b]"],"x":[1]})", R"({"tokens":•••,"x":[1]})");
    row("empty", R"({"secret":"","x":1})", R"({"secret":"","x":1})");
    row("JSON in JSON", R"({"body":"{\"access_token\":\"abc\",\"x\":1}"})",
        R"({"body":"{\"access_token\":\"•••\",\"x\":1}"})");
    row("an error's code stays", R"({"code":"INVALID_FIELD","Code":"200"})",
        R"({"code":"INVALID_FIELD","Code":"200"})");
    row("form", "grant_type=refresh_token&refresh_token=abc%3D&client_id=7",
        "grant_type=refresh_token&refresh_token=•••&client_id=7");
    row("query", "/callback?code=Xy12&state=7#f", "/callback?code=•••&state=7#f");
    row("header", "Authorization: Bearer abc def\r\nAccept: text/plain\r\n",
        "Authorization: •••\r\nAccept: text/plain\r\n");
    row("cookie", "Set-Cookie: sid=1; Path=/\nX: 1", "Set-Cookie: •••\nX: 1");
    row("bearer in a sentence", "sent Bearer 0123456789abcdef/x and waited", "sent Bearer ••• and waited");
    row("bearer challenge", "Bearer realm=\"api\"", "Bearer realm=\"api\"");
    row("XML", "<sessionId>00Dxx</sessionId><Id>7</Id>", "<sessionId>•••</sessionId><Id>7</Id>");
    row("JWT anywhere", QByteArray("[\"") + kJwt + "\"]", "[\"•••\"]");
    row("session id anywhere", "id=1 00D5g000004ABCD!AQEAQKJ2m_x.9Zk3J1fT6Rv8Qw0Ls7Ty end", "id=1 ••• end");
    row("GUID stays", "\"InvoiceID\":\"243216c5-369e-4056-ac67-05388f86dc81\"",
        "\"InvoiceID\":\"243216c5-369e-4056-ac67-05388f86dc81\"");
    row("path stays", "/services/data/v59.0/sobjects/OpportunityLineItem/00k5g00000AbCdEFGH",
        "/services/data/v59.0/sobjects/OpportunityLineItem/00k5g00000AbCdEFGH");
    row("other scripts stay", "{\"Name\":\"Zoë 漢字 😀\"}", "{\"Name\":\"Zoë 漢字 😀\"}");
    row("unfinished", R"({"access_token":"abc)", R"({"access_token":"•••)");
}

void TestRedact::hidesSecretsAndNothingElse()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(redacted(text), expected);
}

void TestRedact::cutsAtTheLimit()
{
    QCOMPARE(redacted(QByteArray(100, 'x'), 10).size(), 10);
    QCOMPARE(redacted("short", 10), QByteArray("short"));
    QCOMPARE(redacted("ab漢", 4), QByteArray("ab")); // never half a character
    QCOMPARE(redacted("abc", 0), QByteArray());
}

void TestRedact::hidesATokenThatTheLimitCutsInTwo()
{
    const QByteArray text = QByteArray(90, ' ') + kJwt;
    QVERIFY(!redacted(text, 100).contains("eyJ"));
}

void TestRedact::survivesAnyBytes()
{
    QByteArray text;
    for (int i = 0; i < 4000; ++i)
        text += char((i * 7919 + i / 13) & 0xff);
    QVERIFY(!redacted(text).isEmpty());
    for (qsizetype length = 0; length < 300; ++length) {
        const QByteArray start =
            QByteArray(R"({\"access_token\": \"a\\\"b\",\"tokens\":[{\"}\"],"secret":'x)")
                .repeated(4)
                .first(std::min<qsizetype>(length, 200));
        QVERIFY(redacted(start).size() <= start.size() + 200);
    }
}

QTEST_GUILESS_MAIN(TestRedact)
#include "testredact.moc"
