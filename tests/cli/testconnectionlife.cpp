#include "auth/practicevault.h"
#include "service/enginehost.h"
#include "service/environment.h"
#include "service/workbench.h"
#include "support/programs.h"
#include "support/tasks.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace std::chrono_literals;
using model::ConnectionState;
using service::Workbench;
using support::Answer;
using support::Books;
using support::SandboxProgram;

namespace {

const QString kFlow = Books::flow();

template<class T>
T await(Task<T> task)
{
    auto result = std::make_shared<std::optional<T>>();
    const Task<> keeper = support::detail::keepResult(std::move(task), result);
    if (!support::comesTrue([&] { return result->has_value(); }, 60s)) qFatal("an answer does not come");
    return std::move(**result);
}

/// A person who agrees on Xero's page, to one organisation at a time.
class ChoosingBrowser final
{
  public:
    bool open(const QUrl& url)
    {
        QNetworkRequest request(url.adjusted(QUrl::RemoveQuery));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        auto* page = m_network.post(request, url.query(QUrl::FullyEncoded).toLatin1());
        QObject::connect(page, &QNetworkReply::finished, page, [this, page, url] {
            static const QRegularExpression kChoice(u"name=\"organisation\" value=\"([0-9a-f-]{36})\""_s);
            auto found = kChoice.globalMatch(QString::fromUtf8(page->readAll()));
            QStringList choices;
            while (found.hasNext())
                choices += found.next().captured(1);
            QUrl agreed = url;
            agreed.setQuery(url.query(QUrl::FullyEncoded) + u"&practice_auto=1&organisation="_s +
                            choices.value(m_choice++));
            QNetworkReply* answer = m_network.get(QNetworkRequest(agreed));
            QObject::connect(answer, &QNetworkReply::finished, answer, &QObject::deleteLater);
            page->deleteLater();
        });
        return true;
    }

  private:
    QNetworkAccessManager m_network;
    int m_choice = 0;
};

/// The workspace as a window has it.
std::unique_ptr<Workbench> openWorkbench(const Books& books,
                                         service::Environment environment = service::Environment())
{
    auto opened = Workbench::open(books.folder(), std::move(environment));
    if (!opened) qFatal("%s", qPrintable(opened.error().text));
    const Result<void> loaded = await((*opened)->load());
    if (!loaded) qFatal("%s", qPrintable(loaded.error().text));
    return std::move(*opened);
}

void close(std::unique_ptr<Workbench> bench)
{
    auto done = std::make_shared<std::optional<bool>>();
    const Task<> keeper = support::detail::keepResult(bench->close(), done);
    if (!support::comesTrue([&] { return done->has_value(); }, 60s)) qFatal("the workspace does not close");
}

/// Signs in to a practice system; the organisation is chosen by its place in the list.
Result<model::Connection> connectTo(Workbench& bench, service::ConnectRequest request, qsizetype organisation)
{
    Result<service::SignedIn> signedIn = fail(ErrorKind::Bug, u"test.never"_s, {});
    for (int attempt = 0; attempt < 600; ++attempt) { // another test may hold the redirect ports
        signedIn = await(bench.signIn(request, StopToken(), nullptr));
        if (signedIn || signedIn.error().code != "oauth.no-port"_L1) break;
        QTest::qWait(100);
    }
    if (!signedIn) return tl::unexpected(signedIn.error());
    if (organisation >= signedIn->organisations.size())
        return fail(ErrorKind::Bug, u"test.organisations"_s, u"too few organisations"_s);
    return await(bench.finishConnect(signedIn->ticket, signedIn->organisations[organisation].tenantId));
}

service::ConnectRequest requestFor(const SandboxProgram& practice, const QString& system)
{
    service::ConnectRequest request;
    request.system = system;
    request.practice = QUrl(practice.address(system));
    return request;
}

bool keeps(const Books& books, const QString& key)
{
    auth::PracticeVault vault(books.folder() + u"/practice-sign-ins"_s, service::isPracticeKey);
    return await(vault.read(key)).has_value();
}

Json connectionOf(const Books& books, const QString& id)
{
    const Json list = books.json({u"connections"_s}).json();
    for (const Json& each : list.toArray())
        if (each[u"connection"].toText() == id) return each;
    return {};
}

} // namespace

/// What becomes of a connection after the sign-in: shared, renewed, revoked, left.
class TestConnectionLife : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aRevokedOrganisationParksItsSyncsUntilTheNextSignIn();
    void signingOutTakesThePermissionBackWithTheLastConnection();
    void signingOutForgetsAKey();
    void aSignOutThatCannotBeRevokedSaysSoAndForgetsAllTheSame();
    void twoProgramsRenewASignInOnce();
};

void TestConnectionLife::aRevokedOrganisationParksItsSyncsUntilTheNextSignIn()
{
    const SandboxProgram practice({u"--deals"_s, u"12"_s});
    const Books books;
    books.setUp(practice);
    practice.fault(R"({"system":"xero","kind":"revoke","count":1})");
    const Answer refused = books.sync();
    QVERIFY2(refused.faultCode() == u"xero.tenant-not-connected"_s, refused.told().constData());
    QVERIFY(!refused.message().isEmpty());
    const Json xero = connectionOf(books, u"practice-xero-1"_s);
    QCOMPARE(xero[u"ready"].toBool(), false);
    QCOMPARE(xero[u"reason"].toText(), u"xero.tenant-not-connected"_s);
    QCOMPARE(connectionOf(books, u"practice-salesforce-1"_s)[u"ready"].toBool(), true);

    auto bench = openWorkbench(books);
    bench->startScheduler();
    const QSignalSpy started(bench.get(), &Workbench::runStarted);
    const qint64 before = practice.lastCall();
    Q_EMIT bench->scheduledRunDue(kFlow);
    QTest::qWait(100);
    QCOMPARE(started.size(), 0);
    QCOMPARE(practice.lastCall(), before);
    // The other system is not concerned.
    QVERIFY(await(bench->testConnection(u"practice-salesforce-1"_s)));

    const QSignalSpy finished(bench.get(), &Workbench::runFinished);
    service::ConnectRequest again = requestFor(practice, u"xero"_s);
    again.connection = u"practice-xero-1"_s;
    const auto back = connectTo(*bench, again, 0);
    QVERIFY2(back, back ? "" : qPrintable(back.error().code));
    QVERIFY(back->state == ConnectionState::Ready);
    QVERIFY(support::comesTrue([&] { return finished.size() == 1; }, 60s));
    const auto report = finished.first().first().value<model::RunReport>();
    QVERIFY(!report.fault);
    QCOMPARE(report.flow, kFlow);
    QCOMPARE(started.size(), 1);
    close(std::move(bench));
    QCOMPARE(support::brokenPromise(practice), QString());
}

void TestConnectionLife::signingOutTakesThePermissionBackWithTheLastConnection()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s, u"--history"_s});
    const Books books;
    ChoosingBrowser browser;
    service::Environment environment;
    environment.openPage = [&browser](const QUrl& url) { return browser.open(url); };
    auto bench = openWorkbench(books, environment);
    const auto first = connectTo(*bench, requestFor(practice, u"xero"_s), 0);
    QVERIFY2(first, first ? "" : qPrintable(first.error().code));
    const auto second = connectTo(*bench, requestFor(practice, u"xero"_s), 1);
    QVERIFY2(second, second ? "" : qPrintable(second.error().code));
    QVERIFY(first->renewBy && *first->renewBy - bench->now() > 24h * 59);
    QVERIFY(keeps(books, service::vaultKeyOf(first->id)));

    QVERIFY(await(bench->disconnectConnection(first->id)));
    QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/revocation"), 0);
    QVERIFY(!keeps(books, service::vaultKeyOf(first->id)));
    QVERIFY(await(bench->testConnection(second->id))); // revoking would have taken it along

    QVERIFY(await(bench->disconnectConnection(second->id)));
    QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/revocation"), 1);
    QVERIFY(!keeps(books, service::vaultKeyOf(second->id)));
    for (const model::Connection& connection : bench->connections()) {
        QVERIFY(connection.state == ConnectionState::SignedOut);
        QVERIFY(!connection.renewBy);
    }
    close(std::move(bench));
}

void TestConnectionLife::signingOutForgetsAKey()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    auto bench = openWorkbench(books);
    service::ConnectRequest request = requestFor(practice, u"harvest"_s);
    for (const auto& system : bench->systems()) {
        if (system.id != request.system) continue;
        for (const auto& way : system.ways)
            if (!way.browser) request.way = way.id;
    }
    const auto harvest = connectTo(*bench, request, 0);
    QVERIFY2(harvest, harvest ? "" : qPrintable(harvest.error().code));
    QVERIFY(keeps(books, service::secretKeyOf(harvest->id)));
    QVERIFY(await(bench->disconnectConnection(harvest->id)));
    QVERIFY(!keeps(books, service::secretKeyOf(harvest->id)));
    QVERIFY(!keeps(books, service::vaultKeyOf(harvest->id)));
    const auto tested = await(bench->testConnection(harvest->id));
    QVERIFY(!tested);
    QCOMPARE(tested.error().kind, ErrorKind::NeedsLogin);
    close(std::move(bench));
}

void TestConnectionLife::aSignOutThatCannotBeRevokedSaysSoAndForgetsAllTheSame()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    auto bench = openWorkbench(books);
    const auto xero = connectTo(*bench, requestFor(practice, u"xero"_s), 0);
    QVERIFY2(xero, xero ? "" : qPrintable(xero.error().code));
    practice.fault(R"({"system":"xero","match":"/connect/revocation","kind":"status","status":503})");
    const auto left = await(bench->disconnectConnection(xero->id));
    QVERIFY(!left);
    QCOMPARE(left.error().code, u"oauth.revoke"_s);
    QVERIFY(!keeps(books, service::vaultKeyOf(xero->id)));
    QVERIFY(bench->connections().first().state == ConnectionState::SignedOut);
    close(std::move(bench));
}

void TestConnectionLife::twoProgramsRenewASignInOnce()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    books.setUp(practice);
    const QStringList look{u"records"_s, u"practice-xero-1"_s, u"Contacts"_s, u"--limit"_s, u"1"_s};
    for (int round = 1; round <= 3; ++round) {
        const qint64 before = practice.countCalls(u"xero", u"POST", u"/connect/token");
        practice.fault(R"({"system":"xero","match":"/api.xro","kind":"expire-tokens","count":1})");
        // The first renewal takes so long that the other program meets it.
        practice.fault(R"({"system":"xero","match":"/connect/token","kind":"slow","delayMs":800,"count":1})");
        const auto window = books.start(look);
        const auto agent = books.start(look);
        const Answer one = support::answerOf(*window);
        const Answer two = support::answerOf(*agent);
        QVERIFY2(one.code == 0, one.told().constData());
        QVERIFY2(two.code == 0, two.told().constData());
        QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/token") - before, 1);
        practice.clearFaults();
    }
    const Json xero = connectionOf(books, u"practice-xero-1"_s);
    const auto until = parseInstant(xero[u"signInBy"].toText());
    QVERIFY(until);
    QVERIFY(!QFile::exists(books.file() + u".practice-xero-1.renewing"_s));
}

QTEST_GUILESS_MAIN(TestConnectionLife)
#include "testconnectionlife.moc"
