#include "auth/practicevault.h"
#include "auth/workspacevault.h"
#include "service/enginehost.h"
#include "service/environment.h"
#include "service/workbench.h"
#include "store/repositories.h"
#include "store/store.h"
#include "support/programs.h"
#include "support/recordingvault.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace std::chrono_literals;
using model::ConnectionState;
using service::Workbench;
using support::Answer;
using support::await;
using support::Books;
using support::SandboxProgram;

namespace {

const QString kFlow = Books::flow();

/// What Xero's own page asked a person for.
QStringList permissionsOn(const QByteArray& page)
{
    static const QRegularExpression kLine(u"<li>([^<]*(?:View|manage)[^<]*)</li>"_s);
    QStringList found;
    auto lines = kLine.globalMatch(QString::fromUtf8(page));
    while (lines.hasNext())
        found += lines.next().captured(1).simplified();
    return found;
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
            const QByteArray shown = page->readAll();
            asked = permissionsOn(shown);
            scopes = QUrlQuery(url).queryItemValue(u"scope"_s, QUrl::FullyDecoded).split(u' ');
            static const QRegularExpression kChoice(u"name=\"organisation\" value=\"([0-9a-f-]{36})\""_s);
            auto found = kChoice.globalMatch(QString::fromUtf8(shown));
            QStringList choices;
            while (found.hasNext())
                choices += found.next().captured(1);
            QUrl agreed = url;
            agreed.setQuery(url.query(QUrl::FullyEncoded) + u"&practice_auto=1&organisation="_s +
                            choices.value(stays ? 0 : m_choice++));
            QNetworkReply* answer = m_network.get(QNetworkRequest(agreed));
            QObject::connect(answer, &QNetworkReply::finished, answer, &QObject::deleteLater);
            page->deleteLater();
        });
        return true;
    }

    QStringList asked;  ///< by the page, in its own words
    QStringList scopes; ///< by the program
    bool stays = false; ///< with the first organisation

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

bool keeps(const Books& books, const Workbench& bench, const QString& key)
{
    auth::PracticeVault vault(books.folder() + u"/practice-sign-ins"_s, service::isPracticeKey);
    return await(vault.read(auth::WorkspaceVault::keyIn(bench.workspace().id, key))).has_value();
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
    void aSignInAsksForWhatSyncsNeedAndNothingElse_data();
    void aSignInAsksForWhatSyncsNeedAndNothingElse();
    void aSyncThatNeedsMoreSaysSoUntilItIsGiven();
    void recordsBeyondTheSyncsAreAskedForByName();
    void twoWorkspacesOfOnePersonDoNotMeet();
    void aSignInFromBeforeIsTakenOver();
    void theCommandLineDisconnectsAndSaysWhatHappened();
    void writingIsOfferedOnlyWhereSomethingCanBeWritten();
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
    QVERIFY(keeps(books, *bench, service::vaultKeyOf(first->id)));

    const auto left = await(bench->disconnectConnection(first->id));
    QVERIFY(left && *left == service::SignedOut::OrganisationLeft);
    QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/revocation"), 0);
    QCOMPARE(practice.countCalls(u"xero", u"DELETE", u"/connections/"), 1);
    QVERIFY(!keeps(books, *bench, service::vaultKeyOf(first->id)));
    QVERIFY(await(bench->testConnection(second->id))); // revoking would have taken it along

    const auto revoked = await(bench->disconnectConnection(second->id));
    QVERIFY(revoked && *revoked == service::SignedOut::Revoked);
    QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/revocation"), 1);
    QVERIFY(!keeps(books, *bench, service::vaultKeyOf(second->id)));
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
    QVERIFY(keeps(books, *bench, service::secretKeyOf(harvest->id)));
    QVERIFY(await(bench->disconnectConnection(harvest->id)));
    QVERIFY(!keeps(books, *bench, service::secretKeyOf(harvest->id)));
    QVERIFY(!keeps(books, *bench, service::vaultKeyOf(harvest->id)));
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
    QVERIFY(!keeps(books, *bench, service::vaultKeyOf(xero->id)));
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

void TestConnectionLife::aSignInAsksForWhatSyncsNeedAndNothingElse_data()
{
    QTest::addColumn<service::Access>("access");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<int>("lines");
    QTest::newRow("to read") << service::Access::Reading
                             << QStringList{u"accounting.contacts.read"_s, u"accounting.invoices.read"_s,
                                            u"accounting.settings.read"_s}
                             << 3;
    QTest::newRow("to write too") << service::Access::Writing
                                  << QStringList{u"accounting.contacts"_s, u"accounting.invoices"_s,
                                                 u"accounting.settings.read"_s}
                                  << 3;
}

void TestConnectionLife::aSignInAsksForWhatSyncsNeedAndNothingElse()
{
    QFETCH(service::Access, access);
    QFETCH(QStringList, scopes);
    QFETCH(int, lines);
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    ChoosingBrowser browser;
    service::Environment environment;
    environment.openPage = [&browser](const QUrl& url) { return browser.open(url); };
    auto bench = openWorkbench(books, environment);
    service::ConnectRequest request = requestFor(practice, u"xero"_s);
    request.access = access;
    const QStringList promised = bench->asks(request);
    const auto xero = connectTo(*bench, request, 0);
    QVERIFY2(xero, xero ? "" : qPrintable(xero.error().code));
    QStringList asked = browser.scopes;
    asked.removeIf([](const QString& scope) { return !scope.contains(u'.'); });
    asked.sort();
    QCOMPARE(asked, scopes);
    QCOMPARE(browser.asked.size(), lines);
    for (const QString& line : std::as_const(browser.asked))
        QVERIFY2(!line.contains(u"employees"_s) && !line.contains(u"bank"_s), qPrintable(line));
    // What the window says is what is asked, and what the card shows afterwards.
    QCOMPARE(promised.size(), lines);
    QCOMPARE(bench->permissions(xero->id), promised);
    for (const QString& words : promised)
        QCOMPARE(words.contains(u"add and change"_s),
                 access == service::Access::Writing && !words.contains(u"tax rates"_s));
    close(std::move(bench));
}

void TestConnectionLife::aSyncThatNeedsMoreSaysSoUntilItIsGiven()
{
    const SandboxProgram practice({u"--deals"_s, u"6"_s});
    const Books books;
    QCOMPARE(books.connect(practice, u"salesforce"_s).code, 0);
    QCOMPARE(books.connect(practice, u"xero"_s, {u"--read-only"_s}).code, 0);
    const QString xero = u"practice-xero-1"_s;
    QVERIFY(connectionOf(books, xero)[u"missingPermissions"].isNull());
    const Answer added = books.json({u"flow"_s, u"add"_s, kFlow});
    QVERIFY2(added.code == 0, added.told().constData());
    QCOMPARE(added.json()[u"missingPermissions"][xero].size(), 2); // contacts and invoices
    QVERIFY(added.json()[u"missingPermissions"][u"practice-salesforce-1"].isNull());
    QCOMPARE(connectionOf(books, xero)[u"missingPermissions"].size(), 2);
    const QByteArray shown = books.plain({u"connections"_s}).out;
    QVERIFY2(shown.contains("needs more permissions: read, add and change contacts"), shown.constData());
    // Looking is covered; writing is refused before any call.
    QCOMPARE(books.json({u"preview"_s, kFlow}).code, 0);
    const qint64 before = practice.lastCall();
    const Answer refused = books.sync();
    QCOMPARE(refused.faultCode(), u"connection.permission-missing"_s);
    QVERIFY(refused.message().contains(u"needs one more permission"_s));
    QCOMPARE(practice.lastCall(), before);
    QCOMPARE(books.connect(practice, u"xero"_s).code, 0);
    QVERIFY(connectionOf(books, xero)[u"missingPermissions"].isNull());
    QCOMPARE(books.sync().code, 0);
    QCOMPARE(support::brokenPromise(practice), QString());
}

void TestConnectionLife::recordsBeyondTheSyncsAreAskedForByName()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    QCOMPARE(books.connect(practice, u"xero"_s).code, 0);
    const QStringList look{u"records"_s, u"practice-xero-1"_s, u"BankTransactions"_s};
    const qint64 before = practice.lastCall();
    QCOMPARE(books.json(look).faultCode(), u"connection.permission-missing"_s);
    QCOMPARE(practice.lastCall(), before);
    QCOMPARE(books.connect(practice, u"xero"_s, {u"--objects"_s, u"BankTransactions"_s}).code, 0);
    const Answer there = books.json(look);
    QVERIFY2(there.code == 0, there.told().constData());
    // What was given once is not asked away by the next sign-in.
    QCOMPARE(books.connect(practice, u"xero"_s).code, 0);
    QCOMPARE(books.json(look).code, 0);
    QCOMPARE(books.json({u"records"_s, u"practice-xero-1"_s, u"EmployeesAU"_s}).faultCode(),
             u"connection.permission-missing"_s);
}

void TestConnectionLife::twoWorkspacesOfOnePersonDoNotMeet()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books one, other;
    const auto shared = std::make_shared<support::RecordingVault>();
    service::Environment environment;
    environment.vault = shared;
    auto first = openWorkbench(one, environment), second = openWorkbench(other, environment);
    QVERIFY(first->workspace().id != second->workspace().id);
    QVERIFY(first->workspace().id.size() >= 16);
    // Harvest by its key: a connection that keeps its secret in the keychain.
    service::ConnectRequest request;
    request.system = u"harvest"_s;
    const QString address = practice.address(u"harvest");
    request.settings = {{u"idBase"_s, address}, {u"apiBase"_s, address}};
    request.secrets.insert(u"token"_s, Secret("practice-harvest-administrator"));
    const auto mine = connectTo(*first, request, 0);
    QVERIFY2(mine, mine ? "" : qPrintable(mine.error().code));
    const auto yours = connectTo(*second, request, 0);
    QVERIFY(yours);
    QCOMPARE(mine->id, yours->id);
    QVERIFY(await(first->disconnectConnection(mine->id)));
    QVERIFY(await(second->testConnection(yours->id)));
    QVERIFY(!await(first->testConnection(mine->id)));
    const QString id = second->workspace().id;
    close(std::move(first));
    close(std::move(second));
    auto again = openWorkbench(other, environment);
    QCOMPARE(again->workspace().id, id); // it stays
    close(std::move(again));
}

void TestConnectionLife::aSignInFromBeforeIsTakenOver()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    QCOMPARE(books.connect(practice, u"salesforce"_s).code, 0);
    // As an earlier program left it: the plain key, and a workspace without an id.
    const QString name = books.folder() + u"/practice-sign-ins"_s;
    const QString key = service::vaultKeyOf(u"practice-salesforce-1"_s);
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto kept = Json::parse(file.readAll());
        QVERIFY(kept);
        QCOMPARE(kept->toObject().size(), 1);
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(Json::object({{key, kept->toObject().first().second}}).toBytes());
    }
    {
        auto store = store::Store::open(books.file(), store::Access::ReadWrite, store::Threading::Inline);
        QVERIFY(store);
        std::function<Result<bool>(store::Database&)> forget = [](store::Database& database) -> Result<bool> {
            auto done = store::DocumentRepository(database).remove(QString(), u"workspace"_s);
            if (!done) return tl::unexpected(done.error());
            return true;
        };
        QVERIFY(await((*store)->write<bool>(forget)));
    }
    const QStringList look{u"records"_s, u"practice-salesforce-1"_s, u"Account"_s, u"--limit"_s, u"1"_s};
    const Answer there = books.json(look);
    QVERIFY2(there.code == 0, there.told().constData());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(Json::parse(file.readAll())->toObject().size(), 2); // the old one waits for a proof
    file.close();
    QCOMPARE(books.json({u"disconnect"_s, u"practice-salesforce-1"_s}).code, 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(Json::parse(file.readAll())->toObject().size(), 0);
}

void TestConnectionLife::theCommandLineDisconnectsAndSaysWhatHappened()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    QCOMPARE(books.connect(practice, u"xero"_s).code, 0);
    QCOMPARE(books.connect(practice, u"harvest"_s).code, 0);
    const Answer xero = books.json({u"disconnect"_s, u"practice-xero-1"_s});
    QVERIFY2(xero.code == 0, xero.told().constData());
    QCOMPARE(xero.json()[u"signedOut"].toText(), u"revoked"_s);
    QCOMPARE(practice.countCalls(u"xero", u"POST", u"/connect/revocation"), 1);
    const Answer harvest = books.plain({u"disconnect"_s, u"practice-harvest-1"_s});
    QVERIFY2(harvest.code == 0 && harvest.out.contains("keys are gone here"), harvest.told().constData());
    QCOMPARE(books.json({u"disconnect"_s, u"nothing"_s}).faultCode(), u"connection.unknown"_s);
    QVERIFY(books.plain({u"connections"_s}).out.contains("disconnected"));
}

void TestConnectionLife::writingIsOfferedOnlyWhereSomethingCanBeWritten()
{
    const SandboxProgram practice({u"--deals"_s, u"2"_s});
    const Books books;
    QCOMPARE(books.connect(practice, u"tray"_s).code, 0);
    QCOMPARE(books.connect(practice, u"xero"_s).code, 0);
    const Json tray = connectionOf(books, u"practice-tray-1"_s);
    QCOMPARE(tray[u"canWrite"].toBool(), false);
    QCOMPARE(tray[u"writable"].toBool(), false);
    QCOMPARE(connectionOf(books, u"practice-xero-1"_s)[u"canWrite"].toBool(), true);
    const Answer refused = books.json({u"writing"_s, u"practice-tray-1"_s, u"on"_s});
    QCOMPARE(refused.faultCode(), u"connection.nothing-to-write"_s);
    QVERIFY(books.plain({u"connections"_s}).out.contains("nothing to write"));
}

QTEST_GUILESS_MAIN(TestConnectionLife)
#include "testconnectionlife.moc"
