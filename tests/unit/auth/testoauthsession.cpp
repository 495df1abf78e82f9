#include "auth/oauth.h"
#include "auth/renewallock.h"
#include "auth/tokenendpoint.h"
#include "support/memorytransport.h"
#include "support/recordingvault.h"
#include "support/tasks.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::auth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::ManualClock;
using support::MemoryTransport;
using support::RecordingVault;

namespace {

using Authorized = Result<net::HttpRequest>;
using Outcome = Result<void>;

const QString kKey = u"tieout/c1/oauth"_s;

OAuthSettings makeSettings()
{
    OAuthSettings settings;
    settings.tokenUrl = QUrl(u"https://id.example.com/token"_s);
    settings.revokeUrl = QUrl(u"https://id.example.com/revoke"_s);
    settings.clientId = u"client-1"_s;
    return settings;
}

QByteArray tokenJson(const QByteArray& access, const QByteArray& refresh, const QByteArray& more = {})
{
    QByteArray json = "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\"";
    if (!refresh.isEmpty()) json += ",\"refresh_token\":\"" + refresh + "\"";
    return json + more + "}";
}

struct Bench {
    ManualClock clock;
    MemoryTransport transport{clock, 100ms};
    RecordingVault vault;
    std::unique_ptr<OAuthSession> session;

    explicit Bench(std::optional<std::chrono::seconds> lifetime = 1800s, const QString& instance = {})
    {
        Tokens tokens;
        tokens.access = Secret("a0");
        tokens.refresh = Secret("r0");
        if (lifetime) tokens.expiresAt = clock.now() + *lifetime;
        if (!instance.isEmpty()) tokens.extra.insert(u"instance_url"_s, instance);
        vault.put(kKey, packTokens(tokens));
        open();
    }
    void open() { session = std::make_unique<OAuthSession>(kKey, makeSettings(), transport, clock, vault); }
    Authorized authorize(const QUrl& url = QUrl(u"https://api.example.com/x"_s), StopToken stop = {})
    {
        net::HttpRequest request;
        request.url = url;
        return support::runTask(session->authorize(request, stop), clock);
    }
    Outcome renew(const net::HttpRequest& refused)
    {
        return support::runTask(session->renew(refused, StopToken()), clock);
    }
    QByteArray storedAccess() const
    {
        const auto tokens = unpackTokens(vault.stored(kKey));
        return tokens ? tokens->access.reveal() : QByteArray();
    }
    QByteArray storedRefresh() const
    {
        const auto tokens = unpackTokens(vault.stored(kKey));
        return tokens ? tokens->refresh.reveal() : QByteArray();
    }
};

QByteArray bearer(const Authorized& authorized)
{
    if (!authorized) return {};
    for (const auto& [name, value] : authorized->headers) {
        if (name == "Authorization") return value;
    }
    return {};
}

Task<> authorizeInto(OAuthSession* session, std::optional<Authorized>* result)
{
    net::HttpRequest request;
    request.url = QUrl(u"https://api.example.com/x"_s);
    result->emplace(co_await session->authorize(request, StopToken()));
}

Error locked()
{
    return vaultFault(u"vault.locked"_s, {});
}

} // namespace

class TestOAuthSession final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void tokensSurviveTheVault();
    void unreadableTokensNeedASignIn_data();
    void unreadableTokensNeedASignIn();
    void theFirstCallLoadsAndAllAddTheBearer();
    void withoutASignInTheUserIsAsked();
    void tokensAreRenewedAMinuteAhead();
    void fiftyWaitingCallsRenewOnce();
    void rotatedTokensAreStoredBeforeTheyAreUsed();
    void aVaultThatRefusesKeepsTheRotatedTokensForTheNextTry();
    void withoutRotationTheOldRefreshTokenStays();
    void withoutAnExpiryTokensLastUntilRefused();
    void theSameTokenAgainAndStillRefusedNeedsLogin();
    void aTokenRenewedByAnotherCallIsNotRenewedAgain();
    void tokenAddressFailuresHaveTheirKinds_data();
    void tokenAddressFailuresHaveTheirKinds();
    void aTokenAddressInTroubleDoesNotStopAValidToken();
    void stopEndsTheWaitButNotTheRenewal();
    void aRenewalOutlivesItsSession();
    void tokensOfAnotherProgramAreAdopted();
    void theRenewalLockIsHeldDuringTheRenewal();
    void ofTwoProgramsOneRenewsAndTheOtherTakesItsTokens();
    void aStuckRenewalOfAnotherProgramEndsTheWait();
    void aMovedInstanceTakesItsRequestsAlong();
    void signOutRevokesAndForgets();
    void signOutForgetsEvenWhenRevokingFails();
    void afterSignOutNothingIsAuthorized();
};

void TestOAuthSession::tokensSurviveTheVault()
{
    Tokens tokens;
    tokens.access = Secret("a\"\\ü");
    tokens.refresh = Secret("r");
    tokens.expiresAt = ManualClock::defaultStart();
    tokens.scopes = {u"api"_s, u"id"_s};
    tokens.extra = {{u"instance_url"_s, u"https://x"_s}, {u"id"_s, u"https://y"_s}};
    const auto back = unpackTokens(packTokens(tokens));
    QVERIFY(back);
    QVERIFY(back->access == tokens.access && back->refresh == tokens.refresh);
    QVERIFY(back->expiresAt == tokens.expiresAt);
    QCOMPARE(back->scopes, tokens.scopes);
    QCOMPARE(back->extra, tokens.extra);
}

void TestOAuthSession::unreadableTokensNeedASignIn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char* bytes :
         {"", "x", "[]", "{}", "{\"access\":1}", "{\"access\":\"a\",\"expiresAt\":\"soon\"}"})
        QTest::newRow(*bytes ? bytes : "empty") << QByteArray(bytes);
}

void TestOAuthSession::unreadableTokensNeedASignIn()
{
    QFETCH(QByteArray, bytes);
    const auto tokens = unpackTokens(Secret(bytes));
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(tokens.error().code, u"oauth.stored"_s);
}

void TestOAuthSession::theFirstCallLoadsAndAllAddTheBearer()
{
    Bench bench;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bearer(bench.authorize()), "Bearer a0");
    QCOMPARE(bench.vault.log(), QStringList{u"read "_s + kKey});
    QCOMPARE(bench.transport.calls().size(), 0);
}

void TestOAuthSession::withoutASignInTheUserIsAsked()
{
    Bench bench;
    support::runTask(bench.vault.remove(kKey), bench.clock);
    const Authorized authorized = bench.authorize();
    QVERIFY(!authorized);
    QCOMPARE(authorized.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(authorized.error().code, u"vault.not-found"_s);
}

void TestOAuthSession::tokensAreRenewedAMinuteAhead()
{
    Bench bench;
    bench.transport.setHandler([](const net::HttpRequest&) {
        return MemoryTransport::response(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    });
    bench.clock.advance(1739s);
    QCOMPARE(bearer(bench.authorize()), "Bearer a0");
    bench.clock.advance(1s);
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QCOMPARE(bench.transport.calls().size(), 1);
    const net::HttpRequest& sent = bench.transport.calls().first().request;
    QCOMPARE(sent.body, "grant_type=refresh_token&client_id=client-1&refresh_token=r0");
    QCOMPARE(sent.contentType, "application/x-www-form-urlencoded");
    for (const auto& [name, value] : sent.headers)
        QVERIFY(name != "Authorization");
    bench.clock.advance(1700s);
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestOAuthSession::fiftyWaitingCallsRenewOnce()
{
    Bench bench(0s);
    bench.transport.setHandler([](const net::HttpRequest&) {
        return MemoryTransport::response(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    });
    std::vector<Task<Authorized>> waiting;
    for (int i = 0; i < 50; ++i)
        waiting.push_back(bench.session->authorize(net::HttpRequest(), StopToken()));
    bench.clock.runUntilIdle();
    for (auto& task : waiting) {
        QVERIFY(task.isReady());
        QCOMPARE(bearer(support::runTask(std::move(task), bench.clock)), "Bearer a1");
    }
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestOAuthSession::rotatedTokensAreStoredBeforeTheyAreUsed()
{
    Bench bench(0s);
    QByteArray storedWhenTold;
    bench.transport.answer(200, tokenJson("a1", "r1", ",\"expires_in\":\"1800\",\"scope\":\"api id\""));
    bench.session->onRenewed([&](const Tokens& tokens) {
        QCOMPARE(tokens.access.reveal(), "a1");
        QCOMPARE(tokens.scopes, (QStringList{u"api"_s, u"id"_s}));
        storedWhenTold = bench.storedRefresh();
    });
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QCOMPARE(storedWhenTold, "r1");
    QCOMPARE(bench.vault.log().count(u"write "_s + kKey), 1);
    bench.open();
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
}

void TestOAuthSession::aVaultThatRefusesKeepsTheRotatedTokensForTheNextTry()
{
    Bench bench(0s);
    bench.transport.answer(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    bench.vault.failNext(std::nullopt); // load
    bench.vault.failNext(std::nullopt); // look for another program's renewal
    bench.vault.failNext(locked());     // write
    const Authorized first = bench.authorize();
    QVERIFY(!first);
    QCOMPARE(first.error().code, u"vault.locked"_s);
    QCOMPARE(bench.storedAccess(), "a0");
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QCOMPARE(bench.storedRefresh(), "r1");
    QCOMPARE(bench.transport.calls().size(), 1); // the old refresh token is dead: it was not used again
}

void TestOAuthSession::withoutRotationTheOldRefreshTokenStays()
{
    Bench bench(0s);
    bench.transport.answer(200, tokenJson("a1", {}));
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QCOMPARE(bench.storedRefresh(), "r0");
}

void TestOAuthSession::withoutAnExpiryTokensLastUntilRefused()
{
    Bench bench(std::nullopt);
    bench.clock.advance(24h * 30);
    const Authorized old = bench.authorize();
    QCOMPARE(bearer(old), "Bearer a0");
    QCOMPARE(bench.transport.calls().size(), 0);
    bench.transport.answer(200, tokenJson("a1", {}));
    QVERIFY(bench.renew(*old));
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
}

void TestOAuthSession::theSameTokenAgainAndStillRefusedNeedsLogin()
{
    Bench bench(std::nullopt);
    bench.transport.setHandler(
        [](const net::HttpRequest&) { return MemoryTransport::response(200, tokenJson("a0", {})); });
    const Authorized authorized = bench.authorize();
    QVERIFY(bench.renew(*authorized)); // the same token while the session lives: normal
    const Outcome again = bench.renew(*authorized);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(again.error().code, u"oauth.refused"_s);
    QCOMPARE(bench.transport.calls().size(), 1);
    bench.clock.advance(2h); // another refusal, another day
    QVERIFY(bench.renew(*authorized));
}

void TestOAuthSession::aTokenRenewedByAnotherCallIsNotRenewedAgain()
{
    Bench bench;
    bench.transport.answer(200, tokenJson("a1", "r1"));
    const Authorized one = bench.authorize();
    const Authorized two = bench.authorize();
    QVERIFY(bench.renew(*one));
    QVERIFY(bench.renew(*two));
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestOAuthSession::tokenAddressFailuresHaveTheirKinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, int status, const QByteArray& body, const char* kind,
                        const char* code) {
        QTest::newRow(name) << status << body << QString::fromLatin1(kind) << QString::fromLatin1(code);
    };
    row("dead", 400, R"({"error":"invalid_grant"})", "needs-login", "oauth.expired");
    row("dead, described", 400,
        R"({"error":"invalid_grant","error_description":"expired access/refresh token"})", "needs-login",
        "oauth.expired");
    row("inactive user", 400, R"({"error":"inactive_user"})", "needs-login", "oauth.expired");
    row("client", 400, R"({"error":"invalid_client"})", "bad-config", "oauth.client");
    row("client id", 400, R"({"error":"invalid_client_id"})", "bad-config", "oauth.client");
    row("client 401", 401, R"({"error":"unauthorized_client"})", "bad-config", "oauth.client");
    row("limit", 400, R"({"error":"rate_limit_exceeded"})", "rate-limited", "oauth.unavailable");
    row("429", 429, "", "rate-limited", "oauth.unavailable");
    row("500", 500, "<html>", "retry", "oauth.unavailable");
    row("503", 503, "", "retry", "oauth.unavailable");
    row("html", 200, "<html>sign in</html>", "remote-fault", "oauth.answer");
    row("cut json", 200, R"({"access_token":"a1")", "remote-fault", "oauth.answer");
    row("no token", 200, "{}", "remote-fault", "oauth.answer");
    row("token is a number", 200, R"({"access_token":1})", "remote-fault", "oauth.answer");
    row("not a bearer", 200, R"({"access_token":"a","token_type":"mac"})", "remote-fault", "oauth.answer");
    row("array", 400, R"([{"errorCode":"X"}])", "remote-fault", "oauth.answer");
    row("redirect", 302, "", "remote-fault", "oauth.answer");
    row("unknown word", 400, R"({"error":"moon_phase"})", "remote-fault", "oauth.answer");
}

void TestOAuthSession::tokenAddressFailuresHaveTheirKinds()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    Bench bench(0s);
    bench.transport.answer(status, body);
    const Authorized authorized = bench.authorize();
    QVERIFY(!authorized);
    QCOMPARE(kindName(authorized.error().kind), kind);
    QCOMPARE(authorized.error().code, code);
    QCOMPARE(bench.storedRefresh(), "r0");
}

void TestOAuthSession::aTokenAddressInTroubleDoesNotStopAValidToken()
{
    Bench bench(30s); // inside the minute ahead
    bench.transport.answer(503);
    QCOMPARE(bearer(bench.authorize()), "Bearer a0");
    bench.transport.answer(400, R"({"error":"invalid_grant"})");
    QVERIFY(!bench.authorize());
    bench.clock.advance(40s);
    bench.transport.answer(503);
    QVERIFY(!bench.authorize());
}

void TestOAuthSession::stopEndsTheWaitButNotTheRenewal()
{
    Bench bench(0s);
    bench.transport.answer(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    StopSource source;
    bench.clock.callAfter(50ms, [&source] { source.request(StopMode::Now); });
    const Authorized stopped = bench.authorize(QUrl(), source.token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    bench.clock.runUntilIdle();
    QCOMPARE(bench.storedRefresh(), "r1");
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
}

void TestOAuthSession::aRenewalOutlivesItsSession()
{
    Bench bench(0s);
    bench.transport.answer(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    StopSource source;
    const Task<Authorized> waiting = bench.session->authorize(net::HttpRequest(), source.token());
    bench.clock.advance(10ms);
    source.request(StopMode::Now);
    QVERIFY(waiting.isReady());
    bench.session.reset();
    bench.clock.runUntilIdle();
    QCOMPARE(bench.storedRefresh(), "r1");
}

void TestOAuthSession::tokensOfAnotherProgramAreAdopted()
{
    Bench bench;
    const Authorized old = bench.authorize();
    Tokens others;
    others.access = Secret("b1");
    others.refresh = Secret("s1");
    others.expiresAt = bench.clock.now() + 1800s;
    bench.vault.put(kKey, packTokens(others));
    QVERIFY(bench.renew(*old));
    QCOMPARE(bearer(bench.authorize()), "Bearer b1");
    QCOMPARE(bench.transport.calls().size(), 0);
}

void TestOAuthSession::theRenewalLockIsHeldDuringTheRenewal()
{
    Bench bench(0s);
    std::weak_ptr<void> held;
    bool heldDuringCall = false;
    bench.transport.setHandler([&](const net::HttpRequest&) {
        heldDuringCall = !held.expired();
        return MemoryTransport::response(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    });
    struct Locking {
        static Task<Result<std::shared_ptr<void>>> take(std::weak_ptr<void>* watch)
        {
            std::shared_ptr<void> lock = std::make_shared<int>(1);
            *watch = lock;
            co_return lock;
        }
    };
    bench.session->setRenewalLock([&held] { return Locking::take(&held); });
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    QVERIFY(heldDuringCall);
    QVERIFY(held.expired());
}

void TestOAuthSession::ofTwoProgramsOneRenewsAndTheOtherTakesItsTokens()
{
    const QTemporaryDir folder;
    for (const bool locked : {true, false}) {
        Bench bench(0s);
        QByteArray alive = "r0"; // a system that knows no mercy: a spent token is refused
        int spentTwice = 0;
        bench.transport.setHandler([&](const net::HttpRequest& request) {
            const QByteArray shown = MemoryTransport::formValue(request, u"refresh_token"_s).toUtf8();
            if (shown != alive) {
                ++spentTwice;
                return MemoryTransport::response(400, R"({"error":"invalid_grant"})");
            }
            alive = "r" + QByteArray::number(bench.transport.calls().size());
            return MemoryTransport::response(200, tokenJson("a-" + alive, alive, ",\"expires_in\":1800"));
        });
        OAuthSession other(kKey, makeSettings(), bench.transport, bench.clock, bench.vault);
        if (locked) {
            const QString file = folder.filePath(u"renewing"_s);
            bench.session->setRenewalLock(fileRenewalLock(file, bench.clock));
            other.setRenewalLock(fileRenewalLock(file, bench.clock));
        }
        for (int round = 0; round < 20; ++round) {
            std::optional<Authorized> first;
            std::optional<Authorized> second;
            const Task<> one = authorizeInto(bench.session.get(), &first);
            const Task<> two = authorizeInto(&other, &second);
            support::runUntil([&] { return first && second; }, bench.clock);
            if (!locked) break; // without the lock the second spends the first one's token again
            QVERIFY(*first && *second);
            QCOMPARE(bearer(*first), bearer(*second));
            QCOMPARE(bench.transport.calls().size(), round + 1);
            QCOMPARE(bench.storedRefresh(), alive);
            bench.clock.advance(1800s);
        }
        QCOMPARE(spentTwice, locked ? 0 : 1);
    }
}

void TestOAuthSession::aStuckRenewalOfAnotherProgramEndsTheWait()
{
    const QTemporaryDir folder;
    Bench bench(0s);
    const QString file = folder.filePath(u"renewing"_s);
    QLockFile stuck(file);
    stuck.setStaleLockTime(0);
    QVERIFY(stuck.lock());
    bench.session->setRenewalLock(fileRenewalLock(file, bench.clock));
    const Authorized waited = bench.authorize();
    QVERIFY(!waited);
    QCOMPARE(waited.error().code, u"oauth.renewing"_s);
    QCOMPARE(waited.error().kind, ErrorKind::Retry);
    QCOMPARE(bench.transport.calls().size(), 0);
    stuck.unlock();
    bench.transport.answer(200, tokenJson("a1", "r1", ",\"expires_in\":1800"));
    QCOMPARE(bearer(bench.authorize()), "Bearer a1");
    // No folder to hold the lock: said, and nothing is spent.
    Bench homeless(0s);
    homeless.session->setRenewalLock(fileRenewalLock(folder.filePath(u"gone/renewing"_s), homeless.clock));
    const Authorized refused = homeless.authorize();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"file.write"_s);
    QCOMPARE(homeless.transport.calls().size(), 0);
}

void TestOAuthSession::aMovedInstanceTakesItsRequestsAlong()
{
    Bench bench(std::nullopt, u"https://old.my.salesforce.com"_s);
    const QUrl query(u"https://old.my.salesforce.com/services/data/v62.0/query?q=SELECT%20Id"_s);
    const Authorized before = bench.authorize(query);
    QCOMPARE(before->url, query);
    QString told;
    bench.session->onRenewed([&told](const Tokens& tokens) { told = tokens.extra.value(u"instance_url"_s); });
    bench.transport.answer(200, tokenJson("a1", {}, ",\"instance_url\":\"https://new.my.salesforce.com\""));
    QVERIFY(bench.renew(*before));
    QCOMPARE(told, u"https://new.my.salesforce.com"_s);
    const Authorized after = bench.authorize(query);
    QCOMPARE(after->url, QUrl(u"https://new.my.salesforce.com/services/data/v62.0/query?q=SELECT%20Id"_s));
    const QUrl other(u"https://elsewhere.example.com/x"_s);
    QCOMPARE(bench.authorize(other)->url, other);
}

void TestOAuthSession::signOutRevokesAndForgets()
{
    Bench bench;
    bench.transport.answer(200);
    QVERIFY(support::runTask(bench.session->signOut(StopToken()), bench.clock));
    QVERIFY(!bench.vault.has(kKey));
    const net::HttpRequest& sent = bench.transport.calls().first().request;
    QCOMPARE(sent.url, makeSettings().revokeUrl);
    QCOMPARE(sent.body, "token=r0&client_id=client-1");
}

void TestOAuthSession::signOutForgetsEvenWhenRevokingFails()
{
    Bench bench;
    bench.transport.fail(ErrorKind::Retry, u"net.unreachable"_s);
    const Outcome outcome = support::runTask(bench.session->signOut(StopToken()), bench.clock);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"net.unreachable"_s);
    QVERIFY(!bench.vault.has(kKey));
    Bench dead;
    dead.transport.answer(400, R"({"error":"invalid_token"})");
    QVERIFY(support::runTask(dead.session->signOut(StopToken()), dead.clock));
    Bench never;
    support::runTask(never.vault.remove(kKey), never.clock);
    QVERIFY(support::runTask(never.session->signOut(StopToken()), never.clock));
}

void TestOAuthSession::afterSignOutNothingIsAuthorized()
{
    Bench bench(0s);
    bench.transport.setHandler([](const net::HttpRequest& request) {
        const bool isRenewal = request.body.startsWith("grant_type");
        return MemoryTransport::response(200, isRenewal ? tokenJson("a1", "r1", ",\"expires_in\":1800")
                                                        : QByteArray());
    });
    Task<Authorized> renewing = bench.session->authorize(net::HttpRequest(), StopToken());
    Task<Outcome> leaving = bench.session->signOut(StopToken());
    bench.clock.runUntilIdle();
    QVERIFY(renewing.isReady() && leaving.isReady());
    QVERIFY(!support::runTask(std::move(renewing), bench.clock));
    QVERIFY(!bench.vault.has(kKey));
    QCOMPARE(MemoryTransport::formValue(bench.transport.calls().last().request, u"token"_s), u"r1"_s);
    QVERIFY(!bench.authorize());
    QCOMPARE(bench.transport.calls().size(), 2);
}

QTEST_GUILESS_MAIN(TestOAuthSession)
#include "testoauthsession.moc"
