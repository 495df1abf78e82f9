#include "xeroprobe.h"

#include "sandbox/xero/access/practicesigner.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroIdentity final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void consentReturnsCodeStateAndScope();
    void deniedConsentReturnsToTheApp();
    void wrongRequestsEndOnAPage_data();
    void wrongRequestsEndOnAPage();
    void signInThenChooseThenAllow();
    void codeWorksOnceAndNeedsItsVerifier();
    void codeDiesAfterFiveMinutes();
    void tokensCarryWhatWasAsked();
    void refreshRotatesWithThirtyMinutesOfGrace();
    void refreshTokenDiesAfterSixtyDays();
    void revocationTakesTheConnections();
    void connectionsListAndDisconnect();
    void reconnectKeepsTheConnectionId();
    void expiredTokenIsNamedAsSuch();
    void dataCallsAreGuarded_data();
    void dataCallsAreGuarded();
    void discoveryNamesThisServer();
    void signatureIsRs256OfTheKey();
};

void TestXeroIdentity::consentReturnsCodeStateAndScope()
{
    XeroProbe probe;
    const QUrlQuery query = probe.consent(XeroProbe::allScopes(), probe.tenant());
    QVERIFY(!query.queryItemValue(u"code"_s).isEmpty());
    QCOMPARE(query.queryItemValue(u"state"_s), u"st"_s);
    QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), XeroProbe::allScopes());
    QVERIFY(query.hasQueryItem(u"session_state"_s));
}

void TestXeroIdentity::deniedConsentReturnsToTheApp()
{
    XeroProbe probe;
    const Response response = probe.postForm(
        "/identity/connect/authorize", XeroProbe::authorizeQuery(XeroProbe::allScopes()) + "&decision=deny");
    QCOMPARE(response.status, 302);
    const QUrlQuery query(QUrl(QString::fromLatin1(headerValue(response.headers, "Location"))));
    QCOMPARE(query.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(query.queryItemValue(u"error_description"_s, QUrl::FullyDecoded),
             u"TenantConsent status DENIED"_s);
    QCOMPARE(query.queryItemValue(u"state"_s), u"st"_s);
}

void TestXeroIdentity::wrongRequestsEndOnAPage_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("unknown client") << "tieout-practice"_ba
                                    << "somebody"_ba
                                    << "unauthorized_client"_ba;
    QTest::newRow("loopback number") << "//localhost:"_ba
                                     << "//127.0.0.1:"_ba
                                     << "Invalid redirect_uri"_ba;
    QTest::newRow("other port") << ":8742"_ba
                                << ":9999"_ba
                                << "Invalid redirect_uri"_ba;
    QTest::newRow("broad scope") << "accounting.invoices"_ba
                                 << "accounting.transactions"_ba
                                 << "Invalid scope"_ba;
    QTest::newRow("plain challenge") << "=S256"_ba
                                     << "=plain"_ba
                                     << "Transform algorithm"_ba;
}

void TestXeroIdentity::wrongRequestsEndOnAPage()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, message);
    XeroProbe probe;
    Request request;
    request.method = "GET";
    request.path = "/identity/connect/authorize";
    request.query = XeroProbe::authorizeQuery(XeroProbe::allScopes());
    QVERIFY(request.query.contains(from));
    request.query.replace(from, to);
    const Response response = probe.system().handle(request);
    QCOMPARE(response.status, 500);
    QVERIFY(headerValue(response.headers, "Location").isEmpty());
    QVERIFY2(response.body.contains(message), response.body.constData());
}

void TestXeroIdentity::signInThenChooseThenAllow()
{
    XeroProbe probe;
    Request first;
    first.method = "GET";
    first.path = "/identity/connect/authorize";
    first.query = XeroProbe::authorizeQuery(XeroProbe::allScopes());
    const Response signIn = probe.system().handle(first);
    QCOMPARE(signIn.status, 200);
    QVERIFY(signIn.body.contains("Sign in to Xero"));
    const Response choose =
        probe.postForm(first.path, first.query + "&username=demo&password=x&step=consent");
    QVERIFY(choose.body.contains("Demo Company (AU)"));
    QVERIFY(choose.body.contains("Demo Company (NZ)"));
    QVERIFY(choose.body.contains("View and manage invoices"));
    const Response allowed = probe.postForm(
        first.path, first.query + "&decision=allow&organisation=" + probe.tenant(1).toLatin1());
    QCOMPARE(allowed.status, 302);
    const QUrlQuery query(QUrl(QString::fromLatin1(headerValue(allowed.headers, "Location"))));
    QCOMPARE(probe.exchange(query.queryItemValue(u"code"_s)).status, 200);
}

void TestXeroIdentity::codeWorksOnceAndNeedsItsVerifier()
{
    XeroProbe probe;
    const QString wrong = probe.consent(XeroProbe::allScopes(), {}).queryItemValue(u"code"_s);
    const Response refused = probe.exchange(wrong, "another-verifier-another-verifier-another-verifier");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.body, R"({"error":"invalid_grant"})"_ba);
    const QString code = probe.consent(XeroProbe::allScopes(), {}).queryItemValue(u"code"_s);
    QCOMPARE(probe.exchange(code).status, 200);
    QCOMPARE(probe.exchange(code).status, 400);
}

void TestXeroIdentity::codeDiesAfterFiveMinutes()
{
    XeroProbe probe;
    const QString code = probe.consent(XeroProbe::allScopes(), {}).queryItemValue(u"code"_s);
    probe.clock().advance(std::chrono::minutes(5));
    QCOMPARE(probe.exchange(code).status, 400);
}

void TestXeroIdentity::tokensCarryWhatWasAsked()
{
    XeroProbe probe;
    const Json all = probe.signIn();
    QCOMPARE(all[u"expires_in"].toInteger(), 1800);
    QCOMPARE(all[u"token_type"].toText(), u"Bearer"_s);
    QVERIFY(all.contains(u"refresh_token"));
    QVERIFY(all.contains(u"id_token"));
    const Json few = probe.signIn(u"accounting.contacts.read"_s);
    QVERIFY(!few.contains(u"refresh_token"));
    QVERIFY(!few.contains(u"id_token"));
    const QByteArray payload = few[u"access_token"].toText().toLatin1().split('.').at(1);
    const Result<Json> claims = Json::parse(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding));
    QVERIFY(claims.has_value());
    QCOMPARE((*claims)[u"scope"].at(0).toText(), u"accounting.contacts.read"_s);
    QCOMPARE((*claims)[u"exp"].toInteger() - (*claims)[u"nbf"].toInteger(), 1800);
    QVERIFY(claims->contains(u"authentication_event_id"));
}

void TestXeroIdentity::refreshRotatesWithThirtyMinutesOfGrace()
{
    XeroProbe probe;
    const QString first = probe.signIn()[u"refresh_token"].toText();
    const QString second = XeroProbe::json(probe.refresh(first))[u"refresh_token"].toText();
    QVERIFY(second != first);
    probe.clock().advance(std::chrono::minutes(29));
    QCOMPARE(probe.refresh(first).status, 200);
    probe.clock().advance(std::chrono::minutes(2));
    QCOMPARE(probe.refresh(first).status, 400);
}

void TestXeroIdentity::refreshTokenDiesAfterSixtyDays()
{
    XeroProbe probe;
    const QString token = probe.signIn()[u"refresh_token"].toText();
    probe.clock().advance(std::chrono::hours(24 * 60 + 1));
    QCOMPARE(probe.refresh(token).status, 400);
}

void TestXeroIdentity::revocationTakesTheConnections()
{
    XeroProbe probe;
    const QString token = probe.signIn()[u"refresh_token"].toText();
    const Response revoked =
        probe.postForm("/connect/revocation", "client_id=tieout-practice&token=" + token.toLatin1());
    QCOMPARE(revoked.status, 200);
    QVERIFY(revoked.body.isEmpty());
    QCOMPARE(probe.refresh(token).status, 400);
    QCOMPARE(probe.call("GET", "/Organisation").status, 401);
    QCOMPARE(probe.system().state(u"Connections").at(0)[u"active"].toBool(true), false);
}

void TestXeroIdentity::connectionsListAndDisconnect()
{
    XeroProbe probe;
    probe.signIn();
    probe.signIn(XeroProbe::allScopes(), 1);
    const Json connections = XeroProbe::json(probe.identity("GET", "/connections"));
    QCOMPARE(connections.size(), 2);
    QCOMPARE(connections.at(0)[u"tenantType"].toText(), u"ORGANISATION"_s);
    QCOMPARE(connections.at(0)[u"createdDateUtc"].toText(), u"2026-11-21T03:00:00.0000000"_s);
    const QByteArray id = connections.at(1)[u"id"].toText().toLatin1();
    QCOMPARE(probe.identity("DELETE", "/connections/" + id).status, 204);
    QCOMPARE(probe.identity("DELETE", "/connections/" + id).status, 404);
    QCOMPARE(probe.call("GET", "/Organisation").status, 403);
    probe.useTenant(0);
    QCOMPARE(probe.call("GET", "/Organisation").status, 200);
}

void TestXeroIdentity::reconnectKeepsTheConnectionId()
{
    XeroProbe probe;
    probe.signIn();
    const Json before = XeroProbe::json(probe.identity("GET", "/connections")).at(0);
    probe.system().revokeTenant(probe.tenant());
    QCOMPARE(probe.call("GET", "/Organisation").status, 403);
    probe.clock().advance(std::chrono::minutes(1));
    probe.signIn();
    const Json after = XeroProbe::json(probe.identity("GET", "/connections")).at(0);
    QCOMPARE(after[u"id"].toText(), before[u"id"].toText());
    QVERIFY(after[u"updatedDateUtc"].toText() != after[u"createdDateUtc"].toText());
}

void TestXeroIdentity::expiredTokenIsNamedAsSuch()
{
    XeroProbe probe;
    probe.signIn();
    probe.clock().advance(std::chrono::minutes(30));
    const Response byTime = probe.call("GET", "/Organisation");
    QCOMPARE(byTime.status, 401);
    QCOMPARE(XeroProbe::json(byTime)[u"Detail"].toText(),
             u"TokenExpired: token expired at 11/21/2026 03:30:00"_s);
    probe.signIn();
    probe.system().expireTokens();
    QVERIFY(XeroProbe::json(probe.call("GET", "/Organisation"))[u"Detail"].toText().startsWith(
        u"TokenExpired"_s));
}

void TestXeroIdentity::dataCallsAreGuarded_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const QString reader = u"accounting.contacts.read"_s;
    QTest::newRow("read with .read") << reader << "GET"_ba
                                     << "/Contacts"_ba << 200;
    QTest::newRow("write with .read") << reader << "PUT"_ba
                                      << "/Contacts"_ba << 401;
    QTest::newRow("other resource") << reader << "GET"_ba
                                    << "/Invoices"_ba << 401;
    QTest::newRow("settings") << reader << "GET"_ba
                              << "/Organisation"_ba << 401;
    QTest::newRow("no such resource") << reader << "GET"_ba
                                      << "/Nonsense"_ba << 404;
    QTest::newRow("not built") << XeroProbe::allScopes() << "POST"_ba
                               << "/Organisation"_ba << 501;
}

void TestXeroIdentity::dataCallsAreGuarded()
{
    QFETCH(QString, scope);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    XeroProbe probe;
    probe.signIn(scope);
    const Response response = probe.call(method, target);
    QCOMPARE(response.status, status);
    QCOMPARE(headerValue(response.headers, "WWW-Authenticate").contains("insufficient_scope"), status == 401);
    QVERIFY(!headerValue(response.headers, "Xero-Correlation-Id").isEmpty());
}

void TestXeroIdentity::discoveryNamesThisServer()
{
    XeroProbe probe;
    const Json found = XeroProbe::json(probe.identity("GET", "/.well-known/openid-configuration"));
    QCOMPARE(found[u"issuer"].toText(), u"http://127.0.0.1:5001"_s);
    QCOMPARE(found[u"token_endpoint"].toText(), u"http://127.0.0.1:5001/connect/token"_s);
}

// The expected token was made once with OpenSSL from the same key.
void TestXeroIdentity::signatureIsRs256OfTheKey()
{
    const QByteArray token = xero::PracticeSigner::sign(R"({"sub":"demo"})");
    QCOMPARE(sha256Hex(token), u"72b6caa8292f58a0728003db27ca17a78fb4b6de8393e15c53aee26a1279bd24"_s);
    QCOMPARE(xero::PracticeSigner::verified(token), R"({"sub":"demo"})"_ba);
    QByteArray forged = token;
    forged[forged.size() - 5] = forged[forged.size() - 5] == 'A' ? 'B' : 'A';
    QVERIFY(xero::PracticeSigner::verified(forged).isEmpty());
}

QTEST_GUILESS_MAIN(TestXeroIdentity)
#include "testxeroidentity.moc"
