#include "auth/headlessbrowser.h"
#include "auth/oauth.h"
#include "base/ids.h"
#include "net/networktransport.h"
#include "support/browserstub.h"
#include "support/memorytransport.h"
#include "support/tasks.h"
#include "support/wireserver.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace tieout;
using namespace tieout::auth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::BrowserStub;
using support::ManualClock;
using support::MemoryTransport;
using support::WireServer;

namespace {

using Outcome = Result<Tokens>;

OAuthSettings makeSettings()
{
    OAuthSettings settings;
    settings.authorizeUrl = QUrl(u"https://login.example.com/authorize"_s);
    settings.tokenUrl = QUrl(u"https://login.example.com/token"_s);
    settings.clientId = u"client 1"_s;
    settings.scopes = {u"offline_access"_s, u"accounting.contacts"_s};
    settings.redirectPorts = {0};
    settings.extraQuery = {{u"prompt"_s, u"login"_s}};
    return settings;
}

QString fieldOf(const QUrl& link, const QString& name)
{
    return QUrlQuery(link).queryItemValue(name, QUrl::FullyDecoded);
}

/// Sends bytes to the listener as a browser would and gives everything it answers.
QByteArray talk(int port, const QByteArray& bytes, const QHostAddress& address = QHostAddress::LocalHost)
{
    QTcpSocket socket;
    QByteArray answer;
    socket.connectToHost(address, quint16(port));
    socket.write(bytes);
    const QDeadlineTimer end(5000);
    while (!end.hasExpired() &&
           (socket.state() != QAbstractSocket::UnconnectedState || socket.bytesAvailable() > 0)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        answer += socket.readAll();
    }
    return answer;
}

QByteArray get(const QByteArray& target, const QByteArray& host = "localhost")
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n";
}

/// A sign-in under way, its link already known.
struct Bench {
    ManualClock clock;
    MemoryTransport transport{clock};
    SystemRandom random;
    BrowserStub browser;
    OAuthSettings settings = makeSettings();
    StopSource stop;
    QList<SignInProgress> progress;
    std::unique_ptr<SignIn> signIn;
    std::optional<Task<Outcome>> task;

    ~Bench() { stop.request(StopMode::Now); }
    void start()
    {
        signIn = std::make_unique<SignIn>(settings, transport, clock, random, browser);
        task.emplace(signIn->run(stop.token(), [this](SignInProgress step) { progress.append(step); }));
    }
    QUrl link() const { return browser.opened.isEmpty() ? QUrl() : browser.opened.last(); }
    int port() const { return QUrl(fieldOf(link(), u"redirect_uri"_s)).port(); }
    QByteArray state() const { return fieldOf(link(), u"state"_s).toLatin1(); }
    QByteArray callback(const QByteArray& query) { return talk(port(), get("/callback?" + query)); }
    Outcome finish() { return support::runTask(std::move(*task), clock); }
};

} // namespace

class TestSignIn final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void theLinkCarriesEverythingTheSystemNeeds();
    void theCodeBecomesTokens();
    void theAnswerLeavesTheAddressBarForAPlainPage();
    void theLastPageEndsTheSignInWithoutWaiting();
    void bothLoopbackAddressesAnswer();
    void aPlusInTheCodeStaysAPlus();
    void aWrongStateIsTurnedAwayAndTheRightOneStillCounts();
    void manyWrongStatesEndTheSignIn();
    void errorsFromTheSystemHaveTheirKinds_data();
    void errorsFromTheSystemHaveTheirKinds();
    void theBrowserThatNeverComesBackTimesOut();
    void progressIsToldEverySecond();
    void aBrowserThatDoesNotOpenLeavesTheLink();
    void stopEndsTheSignInAndFreesThePort();
    void aTakenPortIsPassedOver();
    void noFreePortIsNamed();
    void requestsThatAreNoCallbackChangeNothing_data();
    void requestsThatAreNoCallbackChangeNothing();
    void anEndlessRequestIsCutOff();
    void codeExchangeFailuresHaveTheirKinds_data();
    void codeExchangeFailuresHaveTheirKinds();
    void theHeadlessBrowserGoesTheWholeWayOnLoopback();
    void theHeadlessBrowserNeverLeavesThisMachine_data();
    void theHeadlessBrowserNeverLeavesThisMachine();
    void theHeadlessBrowserSaysWhenTheWayEnds();
};

void TestSignIn::theLinkCarriesEverythingTheSystemNeeds()
{
    Bench bench;
    bench.start();
    const QUrl link = bench.link();
    QCOMPARE(link.adjusted(QUrl::RemoveQuery), bench.settings.authorizeUrl);
    QCOMPARE(fieldOf(link, u"response_type"_s), u"code"_s);
    QCOMPARE(fieldOf(link, u"client_id"_s), u"client 1"_s);
    QCOMPARE(fieldOf(link, u"redirect_uri"_s), u"http://localhost:%1/callback"_s.arg(bench.port()));
    QCOMPARE(fieldOf(link, u"scope"_s), u"offline_access accounting.contacts"_s);
    QCOMPARE(fieldOf(link, u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(fieldOf(link, u"code_challenge"_s).size(), 43);
    QCOMPARE(fieldOf(link, u"prompt"_s), u"login"_s);
    QVERIFY(bench.state().size() >= 22);
    QVERIFY(link.query(QUrl::FullyEncoded).contains(u"scope=offline_access%20accounting.contacts"));
    Bench other;
    other.start();
    QVERIFY(other.state() != bench.state());
    QVERIFY(fieldOf(other.link(), u"code_challenge"_s) != fieldOf(link, u"code_challenge"_s));
}

void TestSignIn::theCodeBecomesTokens()
{
    Bench bench;
    bench.transport.answer(
        200, R"({"access_token":"a1","refresh_token":"r1","expires_in":1800,"token_type":"Bearer",
        "scope":"offline_access","instance_url":"https://x.my.salesforce.com","id_token":"secret","issued_at":"1"})");
    bench.start();
    bench.callback("code=c%2F1&scope=x&session_state=y&state=" + bench.state());
    const Outcome tokens = bench.finish();
    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().text));
    QCOMPARE(tokens->access.reveal(), "a1");
    QCOMPARE(tokens->refresh.reveal(), "r1");
    QCOMPARE(tokens->scopes, QStringList{u"offline_access"_s});
    QCOMPARE(tokens->extra.keys(), QStringList{u"instance_url"_s});
    QVERIFY(*tokens->expiresAt >= ManualClock::defaultStart() + 1800s);
    const net::HttpRequest& sent = bench.transport.calls().first().request;
    QCOMPARE(sent.url, bench.settings.tokenUrl);
    QCOMPARE(MemoryTransport::formValue(sent, u"grant_type"_s), u"authorization_code"_s);
    QCOMPARE(MemoryTransport::formValue(sent, u"code"_s), u"c/1"_s);
    QCOMPARE(MemoryTransport::formValue(sent, u"client_id"_s), u"client 1"_s);
    QCOMPARE(MemoryTransport::formValue(sent, u"redirect_uri"_s), fieldOf(bench.link(), u"redirect_uri"_s));
    QVERIFY(MemoryTransport::formValue(sent, u"client_secret"_s).isNull());
    const QByteArray verifier = MemoryTransport::formValue(sent, u"code_verifier"_s).toLatin1();
    QVERIFY(verifier.size() >= 43 && verifier.size() <= 128);
    const QByteArray challenge = base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
    QCOMPARE(fieldOf(bench.link(), u"code_challenge"_s).toLatin1(), challenge);
}

void TestSignIn::theAnswerLeavesTheAddressBarForAPlainPage()
{
    Bench bench;
    bench.start();
    const QByteArray moved = bench.callback("code=c1&state=" + bench.state());
    QVERIFY(moved.startsWith("HTTP/1.1 303 "));
    QVERIFY(moved.contains("\r\nLocation: /signed-in\r\n"));
    QVERIFY(!moved.contains("c1"));
    const QByteArray page = talk(bench.port(), get("/signed-in"));
    QVERIFY(page.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(page.contains("<html lang=\"en\">") && page.contains("<h1>") && page.contains("<main>"));
    QVERIFY(page.contains("go back to Tieout"));
    QVERIFY(!page.contains("<script"));
    QVERIFY(page.contains("Cache-Control: no-store"));
    QVERIFY(page.contains("Content-Security-Policy: default-src 'none'"));
}

void TestSignIn::theLastPageEndsTheSignInWithoutWaiting()
{
    Bench bench;
    bench.transport.answer(200, R"({"access_token":"a1"})");
    bench.start();
    bench.callback("code=c1&state=" + bench.state());
    bench.clock.runDue();
    QCOMPARE(bench.transport.calls().size(), 1);
    QVERIFY(!bench.task->isReady()); // the browser still has to fetch the page
    const int port = bench.port();
    QVERIFY(talk(port, get("/signed-in")).startsWith("HTTP/1.1 200 OK"));
    bench.clock.runDue();
    QVERIFY(bench.task->isReady());
    QCOMPARE(bench.clock.steady(), 0ms);
    QTcpServer again;
    QVERIFY(again.listen(QHostAddress::LocalHost, quint16(port)));
}

void TestSignIn::bothLoopbackAddressesAnswer()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6)) QSKIP("this machine has no IPv6 loopback");
    Bench bench;
    bench.start();
    for (const auto& address :
         {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)})
        QVERIFY(talk(bench.port(), get("/signed-in"), address).startsWith("HTTP/1.1 200"));
}

void TestSignIn::aPlusInTheCodeStaysAPlus()
{
    Bench bench;
    bench.transport.answer(200, R"({"access_token":"a1"})");
    bench.start();
    bench.callback("code=a+b%3D%3D&state=" + bench.state());
    QVERIFY(bench.finish());
    QVERIFY(bench.transport.calls().first().request.body.contains("code=a%2Bb%3D%3D&"));
}

void TestSignIn::aWrongStateIsTurnedAwayAndTheRightOneStillCounts()
{
    Bench bench;
    bench.transport.answer(200, R"({"access_token":"a1"})");
    bench.start();
    QVERIFY(bench.callback("code=evil&state=wrong").contains("Location: /rejected"));
    QVERIFY(bench.callback("code=evil").contains("Location: /rejected"));
    QVERIFY(bench.callback("error=access_denied&state=wrong").contains("Location: /rejected"));
    QCOMPARE(bench.transport.calls().size(), 0);
    QVERIFY(bench.callback("code=c1&state=" + bench.state() + "&code=evil").contains("Location: /signed-in"));
    QVERIFY(bench.finish());
    QCOMPARE(MemoryTransport::formValue(bench.transport.calls().first().request, u"code"_s), u"c1"_s);
}

void TestSignIn::manyWrongStatesEndTheSignIn()
{
    Bench bench;
    bench.start();
    for (int i = 0; i < 5; ++i)
        bench.callback("code=evil&state=guess" + QByteArray::number(i));
    const Outcome outcome = bench.finish();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(outcome.error().code, u"oauth.state"_s);
}

void TestSignIn::errorsFromTheSystemHaveTheirKinds_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("withState");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("page");
    const QString login = u"needs-login"_s;
    QTest::newRow("xero") << QByteArray("error=access_denied&error_description=TenantConsent+status+DENIED")
                          << true << login << u"oauth.denied"_s << QByteArray("/denied");
    QTest::newRow("salesforce") << QByteArray("error=access-denied") << true << login << u"oauth.denied"_s
                                << QByteArray("/denied");
    QTest::newRow("no state") << QByteArray("error=access_denied") << false << login << u"oauth.denied"_s
                              << QByteArray("/denied");
    QTest::newRow("pkce")
        << QByteArray("error=invalid_request&error_description=missing%20required%20code%20challenge") << true
        << u"bad-config"_s << u"oauth.client"_s << QByteArray("/failed");
    QTest::newRow("redirect") << QByteArray("error=redirect_uri_mismatch") << true << u"bad-config"_s
                              << u"oauth.client"_s << QByteArray("/failed");
    QTest::newRow("scope") << QByteArray("error=invalid_scope") << true << u"bad-config"_s
                           << u"oauth.client"_s << QByteArray("/failed");
    QTest::newRow("unknown") << QByteArray("error=moon") << true << u"remote-fault"_s << u"oauth.answer"_s
                             << QByteArray("/failed");
}

void TestSignIn::errorsFromTheSystemHaveTheirKinds()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, withState);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    QFETCH(QByteArray, page);
    Bench bench;
    bench.start();
    const QByteArray answer = bench.callback(withState ? query + "&state=" + bench.state() : query);
    QVERIFY(answer.contains("Location: " + page + "\r\n"));
    const Outcome outcome = bench.finish();
    QVERIFY(!outcome);
    QCOMPARE(kindName(outcome.error().kind), kind);
    QCOMPARE(outcome.error().code, code);
    QCOMPARE(bench.transport.calls().size(), 0);
}

void TestSignIn::theBrowserThatNeverComesBackTimesOut()
{
    Bench bench;
    bench.start();
    bench.clock.advance(119'999ms);
    QVERIFY(!bench.task->isReady());
    bench.clock.advance(1ms);
    QVERIFY(bench.task->isReady());
    const Outcome outcome = bench.finish();
    QCOMPARE(outcome.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(outcome.error().code, u"oauth.timeout"_s);
}

void TestSignIn::progressIsToldEverySecond()
{
    Bench bench;
    bench.start();
    QCOMPARE(bench.progress.size(), 1);
    QCOMPARE(bench.progress.last().left, 120s);
    QVERIFY(bench.progress.last().browserOpened);
    QCOMPARE(bench.progress.last().link, bench.link());
    bench.clock.advance(3s);
    QCOMPARE(bench.progress.size(), 4);
    QCOMPARE(bench.progress.last().left, 117s);
}

void TestSignIn::aBrowserThatDoesNotOpenLeavesTheLink()
{
    Bench bench;
    bench.browser.result = BrowserResult::Refused;
    bench.transport.answer(200, R"({"access_token":"a1"})");
    bench.start();
    QVERIFY(!bench.progress.last().browserOpened);
    QVERIFY(!bench.progress.last().link.isEmpty());
    bench.callback("code=c1&state=" + bench.state());
    QVERIFY(bench.finish());
}

void TestSignIn::stopEndsTheSignInAndFreesThePort()
{
    Bench bench;
    bench.start();
    const int port = bench.port();
    bench.stop.request(StopMode::Now);
    QVERIFY(bench.task->isReady());
    const Outcome outcome = bench.finish();
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE(bench.clock.timers(), 0);
    QTcpServer again;
    QVERIFY(again.listen(QHostAddress::LocalHost, quint16(port)));
}

void TestSignIn::aTakenPortIsPassedOver()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const int freePort = free.serverPort();
    free.close();
    Bench bench;
    bench.settings.redirectPorts = {taken.serverPort(), freePort};
    bench.start();
    QCOMPARE(bench.port(), freePort);
}

void TestSignIn::noFreePortIsNamed()
{
    QTcpServer one;
    QVERIFY(one.listen(QHostAddress::LocalHost));
    Bench bench;
    bench.settings.redirectPorts = {one.serverPort(), 70'000};
    bench.start();
    QVERIFY(bench.browser.opened.isEmpty());
    const Outcome outcome = bench.finish();
    QCOMPARE(outcome.error().kind, ErrorKind::LocalFault);
    QCOMPARE(outcome.error().code, u"oauth.no-port"_s);
    QCOMPARE(outcome.error().facts, QStringList{u"%1, 70000"_s.arg(one.serverPort())});
}

void TestSignIn::requestsThatAreNoCallbackChangeNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("favicon") << get("/favicon.ico") << QByteArray("404");
    QTest::newRow("root") << get("/") << QByteArray("404");
    QTest::newRow("callback without anything") << get("/callback") << QByteArray("404");
    QTest::newRow("other path") << get("/callback/x?code=1&state=STATE") << QByteArray("404");
    QTest::newRow("preflight")
        << QByteArray("OPTIONS /callback HTTP/1.1\r\nHost: localhost\r\nOrigin: https://login.example.com\r\n"
                      "Access-Control-Request-Private-Network: true\r\n\r\n")
        << QByteArray("204");
    QTest::newRow("head") << QByteArray("HEAD /callback?code=1&state=STATE HTTP/1.1\r\n\r\n")
                          << QByteArray("405");
    QTest::newRow("post") << QByteArray(
                                 "POST /callback?code=1&state=STATE HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
                          << QByteArray("405");
    QTest::newRow("another host name")
        << get("/callback?code=1&state=STATE", "evil.example.com") << QByteArray("403");
    QTest::newRow("not http") << QByteArray("hello\r\n\r\n") << QByteArray("400");
    QTest::newRow("absolute target") << get("http://x/callback?code=1&state=STATE") << QByteArray("400");
    QTest::newRow("binary") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11) << QByteArray("400");
}

void TestSignIn::requestsThatAreNoCallbackChangeNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    Bench bench;
    bench.start();
    bytes.replace("STATE", bench.state());
    const QByteArray answer = talk(bench.port(), bytes);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer.constData());
    if (status == "204") QVERIFY(answer.contains("Access-Control-Allow-Private-Network: true"));
    bench.clock.advance(1s);
    QVERIFY(!bench.task->isReady());
    QCOMPARE(bench.transport.calls().size(), 0);
}

void TestSignIn::anEndlessRequestIsCutOff()
{
    Bench bench;
    bench.start();
    const QByteArray answer = talk(bench.port(), "GET /callback?code=" + QByteArray(20'000, 'x'));
    QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 431"));
    // And a crowd of connections that say nothing does not keep the browser out.
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 60; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(QHostAddress::LocalHost, quint16(bench.port()));
    }
    QVERIFY(bench.callback("code=c1&state=" + bench.state()).contains("Location: /signed-in"));
}

void TestSignIn::codeExchangeFailuresHaveTheirKinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("dead code") << 400 << QByteArray(R"({"error":"invalid_grant"})") << u"needs-login"_s
                               << u"oauth.code"_s;
    QTest::newRow("client") << 400 << QByteArray(R"({"error":"invalid_client"})") << u"bad-config"_s
                            << u"oauth.client"_s;
    QTest::newRow("html") << 200 << QByteArray("<html>") << u"remote-fault"_s << u"oauth.answer"_s;
    QTest::newRow("500") << 500 << QByteArray() << u"retry"_s << u"oauth.unavailable"_s;
}

void TestSignIn::codeExchangeFailuresHaveTheirKinds()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    Bench bench;
    bench.transport.answer(status, body);
    bench.start();
    bench.callback("code=c1&state=" + bench.state());
    const Outcome outcome = bench.finish();
    QVERIFY(!outcome);
    QCOMPARE(kindName(outcome.error().kind), kind);
    QCOMPARE(outcome.error().code, code);
}

void TestSignIn::theHeadlessBrowserGoesTheWholeWayOnLoopback()
{
    WireServer system;
    QByteArray redirect;
    // Real sockets need real time; the clock only drives the progress.
    SystemClock clock;
    SystemRandom random;
    net::NetworkTransport wire;
    HeadlessBrowser browser(wire);
    OAuthSettings settings = makeSettings();
    settings.authorizeUrl = system.url(u"/authorize"_s);
    settings.tokenUrl = system.url(u"/token"_s);
    system.on("/token", [](QTcpSocket& socket, const WireServer::Received&) {
        WireServer::reply(socket, "200 OK", R"({"access_token":"a1","refresh_token":"r1"})");
    });
    SignIn signIn(settings, wire, clock, random, browser);
    QUrl link;
    std::optional<Error> failure;
    browser.onFailed([&failure](const Error& error) { failure = error; });
    Task<Outcome> task = signIn.run(StopToken(), [&](SignInProgress step) {
        if (!link.isEmpty()) return;
        link = step.link;
        const QByteArray target = link.query(QUrl::FullyEncoded).toLatin1();
        system.on("/authorize?" + target + "&practice_auto=1",
                  [&](QTcpSocket& socket, const WireServer::Received&) {
                      redirect = fieldOf(link, u"redirect_uri"_s).toLatin1() +
                                 "?code=c1&state=" + fieldOf(link, u"state"_s).toLatin1();
                      WireServer::reply(socket, "302 Found", {}, "Location: " + redirect + "\r\n");
                  });
    });
    QTRY_VERIFY_WITH_TIMEOUT(task.isReady() || failure, 10'000);
    QVERIFY2(!failure, failure ? qPrintable(failure->code + failure->text) : "");
    ManualClock unused;
    const Outcome outcome = support::runTask(std::move(task), unused);
    QVERIFY(outcome);
    QCOMPARE(outcome->refresh.reveal(), "r1");
    QCOMPARE(system.count("/token"), 1);
}

void TestSignIn::theHeadlessBrowserNeverLeavesThisMachine_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("real login page") << u"https://login.xero.com/identity/connect/authorize"_s
                                     << QByteArray();
    QTest::newRow("no address") << QString() << QByteArray();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QByteArray();
    QTest::newRow("redirect elsewhere")
        << u"http://localhost:9/a"_s << QByteArray("https://login.example.com/?code=1");
}

void TestSignIn::theHeadlessBrowserNeverLeavesThisMachine()
{
    QFETCH(QString, first);
    QFETCH(QByteArray, location);
    ManualClock clock;
    MemoryTransport transport(clock);
    transport.answer(302, {}, {{"Location", location}});
    HeadlessBrowser browser(transport);
    std::optional<Error> failure;
    browser.onFailed([&failure](const Error& error) { failure = error; });
    const BrowserResult result = browser.open(QUrl(first));
    QCOMPARE(result == BrowserResult::Refused, location.isEmpty());
    QCOMPARE(transport.calls().size(), location.isEmpty() ? 0 : 1);
    if (location.isEmpty()) return;
    QVERIFY(failure);
    QCOMPARE(failure->code, u"browser.not-loopback"_s);
}

void TestSignIn::theHeadlessBrowserSaysWhenTheWayEnds()
{
    ManualClock clock;
    MemoryTransport transport(clock);
    HeadlessBrowser browser(transport);
    std::optional<Error> failure;
    browser.onFailed([&failure](const Error& error) { failure = error; });
    transport.answer(400, "bad client");
    QCOMPARE(browser.open(QUrl(u"http://localhost:9/a"_s)), BrowserResult::Opened);
    QVERIFY(failure);
    QCOMPARE(failure->code, u"browser.page"_s);
    failure.reset();
    transport.setHandler([](const net::HttpRequest&) {
        return MemoryTransport::response(302, {}, {{"Location", "/round"}});
    });
    QCOMPARE(browser.open(QUrl(u"http://localhost:9/a"_s)), BrowserResult::Opened);
    QVERIFY(failure);
    QVERIFY(transport.calls().size() <= 10);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "testsignin.moc"
