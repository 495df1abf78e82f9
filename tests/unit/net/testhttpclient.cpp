#include "net/classify.h"
#include "net/httpclient.h"
#include "support/memorytransport.h"
#include "support/tasks.h"

#include <QTest>

using namespace tieout;
using namespace tieout::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::ManualClock;
using support::MemoryTransport;

namespace {

using Answer = Result<HttpResponse>;

/// Gives tokens "t0", "t1", …; a renewal goes to the next one.
class TokenAuthorizer final : public Authorizer
{
  public:
    Task<Result<HttpRequest>> authorize(HttpRequest request, StopToken) override
    {
        if (failure) co_return fail(*failure);
        request.headers.emplaceBack("Authorization", "Bearer t" + QByteArray::number(renewals));
        co_return request;
    }
    Task<Result<void>> renew(HttpRequest refused, StopToken) override
    {
        refusedTokens.append(refused.headers.last().second);
        ++renewals;
        if (renewalFailure) co_return fail(*renewalFailure);
        co_return Result<void>();
    }
    int renewals = 0;
    QByteArrayList refusedTokens;
    std::optional<Error> failure;
    std::optional<Error> renewalFailure;
};

Error makeError(ErrorKind kind, const QString& code)
{
    Error error;
    error.kind = kind;
    error.code = code;
    return error;
}

RateLimits noLimits()
{
    RateLimits limits;
    limits.concurrent = 5;
    limits.perMinute = 0;
    limits.perDay = 0;
    limits.problemHeader = "X-Rate-Limit-Problem";
    return limits;
}

struct Bench {
    ManualClock clock;
    SeededRandom random{7};
    MemoryTransport transport{clock, 20ms};
    RateGate gate{clock, noLimits()};
    TokenAuthorizer authorizer;
    HttpClient client;

    explicit Bench(Classifier classifier = {})
        : client(transport, clock, random, gate, &authorizer, std::move(classifier))
    {
    }
    Answer send(const HttpRequest& request, StopToken stop = {})
    {
        return support::runTask(client.send(request, stop), clock);
    }
};

HttpRequest read()
{
    HttpRequest request;
    request.url = QUrl(u"https://api.example.com/Invoices?page=1"_s);
    return request;
}

HttpRequest write(Repeat repeat)
{
    HttpRequest request;
    request.verb = Verb::Post;
    request.url = QUrl(u"https://api.example.com/Invoices"_s);
    request.body = "{\"Invoices\":[]}";
    request.repeat = repeat;
    return request;
}

} // namespace

class TestHttpClient final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void aFineAnswerTakesOneCall();
    void faultsAreRepeatedOnlyWhenHarmless_data();
    void faultsAreRepeatedOnlyWhenHarmless();
    void repeatsStopAfterThePolicysAttempts();
    void waitsGrowWithJitterAndObeyRetryAfter();
    void aLongRetryAfterGoesToTheCaller();
    void aRefusedCredentialIsRenewedOnce();
    void aCredentialRefusedAgainNeedsLogin();
    void aFailedRenewalGoesToTheCaller();
    void aRenewalInTroubleIsRepeatedBoundedly();
    void theClassifierDecides();
    void aWriteThatMayHaveHappenedEndsUncertain_data();
    void aWriteThatMayHaveHappenedEndsUncertain();
    void stopEndsTheWaitBetweenRepeats();
    void onlyRequestsThatLeftAreCounted();
    void theWireLogIsShortAndRedacted();
    void noPlaceIsHeldWhileWaitingToRepeat();
};

void TestHttpClient::aFineAnswerTakesOneCall()
{
    Bench bench;
    bench.transport.answer(200, "{}");
    const Answer answer = bench.send(read());
    QVERIFY(answer);
    QCOMPARE(answer->body, "{}");
    QCOMPARE(bench.transport.calls().size(), 1);
    QCOMPARE(bench.transport.calls().first().request.headers.last().second, "Bearer t0");
    QCOMPARE(bench.client.counts().read, 1);
    QCOMPARE(bench.client.counts().write, 0);
}

void TestHttpClient::faultsAreRepeatedOnlyWhenHarmless_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<int>("status"); // 0: the transport fails instead
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("repeated");
    const HttpRequest safe = write(Repeat::Safe);
    const HttpRequest never = write(Repeat::Never);
    QTest::newRow("read 500") << read() << 500 << ErrorKind::Bug << QString() << true;
    QTest::newRow("keyed write 500") << safe << 500 << ErrorKind::Bug << QString() << true;
    QTest::newRow("plain write 500") << never << 500 << ErrorKind::Bug << QString() << false;
    QTest::newRow("plain write 429 was turned away") << never << 429 << ErrorKind::Bug << QString() << true;
    QTest::newRow("read cut") << read() << 0 << ErrorKind::Retry << u"net.cut"_s << true;
    QTest::newRow("keyed write cut") << safe << 0 << ErrorKind::Retry << u"net.cut"_s << true;
    QTest::newRow("plain write cut") << never << 0 << ErrorKind::Uncertain << u"net.cut"_s << false;
    QTest::newRow("plain write that never left")
        << never << 0 << ErrorKind::Retry << u"net.unreachable"_s << true;
    QTest::newRow("read 404") << read() << 404 << ErrorKind::Bug << QString() << false;
    QTest::newRow("keyed write 400") << safe << 400 << ErrorKind::Bug << QString() << false;
    QTest::newRow("read 403") << read() << 403 << ErrorKind::Bug << QString() << false;
    QTest::newRow("bad tls") << read() << 0 << ErrorKind::BadConfig << u"net.tls"_s << false;
}

void TestHttpClient::faultsAreRepeatedOnlyWhenHarmless()
{
    QFETCH(HttpRequest, request);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(bool, repeated);
    Bench bench;
    if (status != 0)
        bench.transport.answer(status);
    else
        bench.transport.fail(kind, code);
    bench.transport.answer(200);
    const Answer answer = bench.send(request);
    QCOMPARE(bool(answer), repeated);
    QCOMPARE(bench.transport.calls().size(), repeated ? 2 : 1);
}

void TestHttpClient::repeatsStopAfterThePolicysAttempts()
{
    Bench bench;
    bench.transport.setHandler([](const HttpRequest&) { return MemoryTransport::response(503); });
    const Answer answer = bench.send(read());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Retry);
    QCOMPARE(answer.error().context.httpStatus, 503);
    QCOMPARE(bench.transport.calls().size(), 5);
    QCOMPARE(bench.client.counts().read, 5);
}

void TestHttpClient::waitsGrowWithJitterAndObeyRetryAfter()
{
    Bench bench;
    bench.transport.answer(503, {}, {{"Retry-After", "30"}});
    bench.transport.answer(429, {}, {{"Retry-After", "45"}});
    bench.transport.answer(500);
    bench.transport.answer(200);
    QVERIFY(bench.send(read()));
    const auto& calls = bench.transport.calls();
    QCOMPARE(calls.size(), 4);
    QCOMPARE((calls[1].at - calls[0].at).count(), 30'020);
    QCOMPARE((calls[2].at - calls[1].at).count(), 45'020);
    QVERIFY((calls[3].at - calls[2].at).count() <= 20 + 4'000);
    // Jitter: other seeds, other waits.
    QSet<qint64> waits;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Bench other;
        other.random = SeededRandom(seed);
        other.transport.answer(500);
        other.transport.answer(200);
        QVERIFY(other.send(read()));
        waits.insert((other.transport.calls()[1].at - other.transport.calls()[0].at).count());
    }
    QVERIFY(waits.size() > 10);
}

void TestHttpClient::aLongRetryAfterGoesToTheCaller()
{
    Bench bench;
    bench.transport.answer(429, {}, {{"Retry-After", "7200"}, {"X-Rate-Limit-Problem", "day"}});
    const Answer answer = bench.send(read());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
    QCOMPARE(*answer.error().retryAfter, milliseconds(7200s));
    const Answer next = bench.send(read());
    QVERIFY(!next);
    QCOMPARE(next.error().code, u"net.day-limit"_s);
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestHttpClient::aRefusedCredentialIsRenewedOnce()
{
    Bench bench;
    bench.transport.answer(401);
    bench.transport.answer(200);
    QVERIFY(bench.send(write(Repeat::Never)));
    QCOMPARE(bench.authorizer.refusedTokens, QByteArrayList{"Bearer t0"});
    QCOMPARE(bench.transport.calls()[1].request.headers.last().second, "Bearer t1");
    QCOMPARE(bench.clock.steady(), 40ms); // no backoff
}

void TestHttpClient::aCredentialRefusedAgainNeedsLogin()
{
    Bench bench;
    bench.transport.answer(401);
    bench.transport.answer(401);
    const Answer answer = bench.send(read());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::NeedsLogin);
    QCOMPARE(bench.authorizer.renewals, 1);
    QCOMPARE(bench.transport.calls().size(), 2);
}

void TestHttpClient::aFailedRenewalGoesToTheCaller()
{
    Bench bench;
    bench.authorizer.renewalFailure = makeError(ErrorKind::NeedsLogin, u"oauth.expired"_s);
    bench.transport.answer(401);
    const Answer answer = bench.send(read());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"oauth.expired"_s);
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestHttpClient::aRenewalInTroubleIsRepeatedBoundedly()
{
    Bench bench;
    bench.authorizer.failure = makeError(ErrorKind::Retry, u"oauth.unavailable"_s);
    const Answer answer = bench.send(write(Repeat::Never));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"oauth.unavailable"_s);
    QCOMPARE(answer.error().kind, ErrorKind::Retry);
    QCOMPARE(bench.transport.calls().size(), 0);
    QVERIFY(bench.clock.steady() > 0ms);
}

void TestHttpClient::theClassifierDecides()
{
    Bench bench([](const HttpRequest&, const HttpResponse& response) -> std::optional<Error> {
        if (response.body.contains("LIMIT")) return makeError(ErrorKind::RateLimited, u"sf.limit"_s);
        if (response.body.contains("BAD")) return makeError(ErrorKind::RowRejected, u"sf.bad"_s);
        return std::nullopt;
    });
    bench.transport.answer(403, "LIMIT");
    bench.transport.answer(200, "BAD", {{"X-Request-Id", "r-9"}});
    const Answer answer = bench.send(read());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sf.bad"_s);
    QCOMPARE(answer.error().context.requestId, u"r-9"_s);
    QCOMPARE(bench.transport.calls().size(), 2);
}

void TestHttpClient::aWriteThatMayHaveHappenedEndsUncertain_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("then"); // status of all later answers; 0: cut again
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("cut until the attempts end") << u"net.cut"_s << 0 << ErrorKind::Uncertain;
    QTest::newRow("time-out, then a day limit's 401") << u"net.timeout"_s << 401 << ErrorKind::Uncertain;
    QTest::newRow("cut, then forbidden") << u"net.cut"_s << 403 << ErrorKind::Uncertain;
    QTest::newRow("cut, then busy for ever") << u"net.cut"_s << 429 << ErrorKind::Uncertain;
    QTest::newRow("cut, then a verdict on the same key") << u"net.cut"_s << 400 << ErrorKind::RowRejected;
    QTest::newRow("never left, then busy for ever") << u"net.unreachable"_s << 429 << ErrorKind::RateLimited;
    QTest::newRow("unreadable answer") << u"net.too-large"_s << 0 << ErrorKind::Uncertain;
}

void TestHttpClient::aWriteThatMayHaveHappenedEndsUncertain()
{
    QFETCH(QString, first);
    QFETCH(int, then);
    QFETCH(ErrorKind, kind);
    Bench bench;
    bench.transport.fail(first == u"net.too-large" ? ErrorKind::RemoteFault : ErrorKind::Retry, first);
    bench.transport.setHandler([then](const HttpRequest&) -> Answer {
        if (then == 0) return fail(makeError(ErrorKind::Retry, u"net.cut"_s));
        return MemoryTransport::response(then);
    });
    const Answer answer = bench.send(write(Repeat::Safe));
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(kind));
    QCOMPARE(bool(answer.error().cause), kind == ErrorKind::Uncertain);
}

void TestHttpClient::stopEndsTheWaitBetweenRepeats()
{
    Bench bench;
    StopSource source;
    bench.transport.answer(503, {}, {{"Retry-After", "60"}});
    bench.clock.callAfter(1s, [&source] { source.request(StopMode::Now); });
    const Answer answer = bench.send(read(), source.token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QVERIFY(bench.clock.steady() < 2s);
    QCOMPARE(bench.transport.calls().size(), 1);
}

void TestHttpClient::onlyRequestsThatLeftAreCounted()
{
    Bench bench;
    bench.transport.fail(ErrorKind::Retry, u"net.unreachable"_s);
    bench.transport.fail(ErrorKind::Retry, u"net.cut"_s);
    bench.transport.answer(200);
    QVERIFY(bench.send(write(Repeat::Safe)));
    QCOMPARE(bench.client.counts().write, 2);
    QCOMPARE(bench.client.counts().read, 0);
}

void TestHttpClient::theWireLogIsShortAndRedacted()
{
    Bench bench;
    for (int i = 0; i < 30; ++i) {
        bench.transport.answer(
            200, R"({"access_token":"verysecret-verysecret","n":)" + QByteArray::number(i) + "}",
            {{"Set-Cookie", "sid=verysecret"}});
        HttpRequest request = write(Repeat::Safe);
        request.body = QByteArray(100'000, 'x');
        QVERIFY(bench.send(request));
    }
    const QList<WireEntry> entries = bench.client.recentWire();
    QCOMPARE(entries.size(), 20);
    QCOMPARE(entries.last().summary, u"POST /Invoices → 200 in 20 ms"_s);
    QVERIFY(entries.last().response.contains("29"));
    for (const WireEntry& entry : entries) {
        QVERIFY(!entry.response.contains("verysecret"));
        QVERIFY(!entry.request.contains("Bearer"));
        QVERIFY(entry.request.size() < 20'000);
    }
}

void TestHttpClient::noPlaceIsHeldWhileWaitingToRepeat()
{
    Bench bench;
    bench.transport.setHandler([](const HttpRequest&) {
        return MemoryTransport::response(503, {}, {{"Retry-After", "60"}});
    });
    std::vector<Task<Answer>> waiting;
    for (int i = 0; i < 5; ++i)
        waiting.push_back(bench.client.send(read(), StopToken()));
    bench.clock.advance(1s);
    QCOMPARE(bench.transport.calls().size(), 5);
    bench.transport.setHandler([](const HttpRequest&) { return MemoryTransport::response(200); });
    QVERIFY(bench.send(read()));
    QVERIFY(bench.clock.steady() < 2s);
    bench.clock.runUntilIdle();
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "testhttpclient.moc"
