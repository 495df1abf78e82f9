#include "connectors/check/checkreport.h"
#include "connectors/check/fixtureplayer.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "connectors/rest/signin/keyauthorizer.h"
#include "connectors/rest/signin/signinsettings.h"
#include "net/networktransport.h"
#include "support/recordingvault.h"
#include "support/tasks.h"
#include "support/wireserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kJson = "Content-Type: application/json\r\n";

QByteArray example()
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/connectors/example/tradewind.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray headerOf(const WireServer::Received& received, const QByteArray& name)
{
    for (const QByteArray& line : received.head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':')) return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

bool drop(const QString& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder + u'/' + name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The invented sixth system of docs/connectors.md, as a small server on loopback.
class Tradewind final
{
  public:
    Tradewind()
    {
        m_server.on("/v1/shops", [](QTcpSocket& socket, const WireServer::Received&) {
            WireServer::reply(socket, "200 OK", R"({"shops":[{"id":7,"name":"North"}]})", kJson);
        });
        m_server.on("/v1/customers?sort=changed_at&limit=2",
                    [](QTcpSocket& socket, const WireServer::Received&) {
                        WireServer::reply(socket, "200 OK",
                                          R"({"customers":[{"id":1,"name":"Ahmed",)"
                                          R"("changed_at":"2026-01-05T11:00:00Z"},)"
                                          R"({"id":2,"name":"Bea","changed_at":"2026-01-05T12:00:00Z"}],)"
                                          R"("total":3,"links":{"next":"/v1/customers?after=b&limit=2"}})",
                                          kJson);
                    });
        m_server.on("/v1/customers?after=b&limit=2", [](QTcpSocket& socket, const WireServer::Received&) {
            WireServer::reply(socket, "200 OK",
                              R"({"customers":[{"id":3,"name":"Chi","changed_at":"2026-01-06T08:00:00Z"}],)"
                              R"("total":3,"links":{"next":null}})",
                              kJson);
        });
        m_server.on("/v1/customers", [](QTcpSocket& socket, const WireServer::Received& received) {
            const Result<Json> body = Json::parse(received.body);
            Json answer = body ? *body : Json::object();
            answer.set(u"id"_s, Json(12));
            answer.set(u"changed_at"_s, Json(u"2026-02-01T00:00:00Z"_s));
            WireServer::reply(socket, "201 Created", answer.toBytes(), kJson);
        });
    }

    WireServer& server() { return m_server; }

  private:
    WireServer m_server;
};

} // namespace

class TestOwnConnector final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void theExampleOfTheGuideLacksNothing()
    {
        const CheckReport report = checkedManifest(example(), u"tradewind.json"_s);
        for (const Finding& finding : report.findings) {
            QVERIFY2(finding.level == Finding::Level::Advice,
                     qPrintable(u"%1: %2"_s.arg(finding.path, finding.text)));
        }
        QCOMPARE(report.system, u"tradewind"_s);
        QCOMPARE(report.fixtures, 15);
    }

    void aSystemOfOnesOwnIsReadAndWritten()
    {
        QTemporaryDir folder;
        QVERIFY(drop(folder.path(), u"tradewind.json"_s, example()));
        ManifestCatalogue catalogue;
        catalogue.addFolder(folder.path());
        QVERIFY(catalogue.faults().isEmpty());
        const auto manifest = catalogue.find(u"tradewind"_s);
        QVERIFY(manifest);

        Tradewind tradewind;
        model::Connection connection;
        connection.id = u"tradewind-1"_s;
        connection.system = u"tradewind"_s;
        connection.settings.insert(u"base"_s, tradewind.server().url(QString()).toString());
        RecordingVault vault;
        ManualClock clock;
        QVERIFY(runTask(vault.write(u"secrets"_s, packSecrets({{u"apiKey"_s, Secret(" s3cret\n")}})), clock));
        net::NetworkTransport wire;
        SeededRandom random(1);
        const auto signedBy =
            authorizerFor(*manifest, connection, wire, clock, vault, u"tokens"_s, u"secrets"_s);
        QVERIFY(signedBy);
        RestConnector connector(manifest, connection, wire, clock, random, signedBy->authorizer.get());
        const RunPolicy patient{std::chrono::milliseconds(500)};

        const Result<OrganisationInfo> shop = runTask(connector.test({}), clock, patient);
        QVERIFY2(shop, shop ? "" : qPrintable(shop.error().text));
        QCOMPARE(shop->tenantId, u"7"_s);
        QCOMPARE(headerOf(tradewind.server().received().first(), "Authorization"),
                 QByteArray("Bearer s3cret"));

        QStringList names;
        const auto stream = connector.read({u"customers"_s, {u"name"_s}, {}, {}, {}, 0});
        for (;;) {
            const auto page = runTask(stream->next({}), clock, patient);
            QVERIFY2(page, page ? "" : qPrintable(page.error().text));
            if (!*page) break;
            for (const model::Record& record : (*page)->records)
                names << record.value(u"name").toPlainText();
        }
        QCOMPARE(names, (QStringList{u"Ahmed"_s, u"Bea"_s, u"Chi"_s}));
        QCOMPARE(headerOf(tradewind.server().received().last(), "X-Shop"), QByteArray("7"));

        model::Record dana(std::make_shared<model::Shape>(QStringList{u"name"_s, u"external_ref"_s}));
        dana.set(0, model::Value(u"Dana"_s));
        dana.set(1, model::Value(u"K1"_s));
        WriteRow row;
        row.key = u"K1"_s;
        row.target = dana;
        const PreparedWrite write = connector.prepare(u"customers"_s, Operation::Create, {row}, u"idem-1"_s);
        const auto outcomes = runTask(connector.send(write, {}), clock, patient);
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().text));
        QCOMPARE(outcomes->first().targetId, u"12"_s);
        QCOMPARE(headerOf(tradewind.server().received().last(), "Idempotency-Key"), QByteArray("idem-1"));
        QCOMPARE(connector.link(u"customers"_s, u"a b"_s),
                 u"https://app.tradewind.example/customers/a%20b"_s);
    }

    void aBrokenManifestIsNamedAndTheOthersLoad()
    {
        QTemporaryDir folder;
        QVERIFY(drop(folder.path(), u"a-broken.json"_s, "{\"connector\": 1"));
        QVERIFY(drop(folder.path(), u"b-good.json"_s, example()));
        QVERIFY(drop(folder.path(), u"c-again.json"_s, example()));
        QVERIFY(drop(folder.path(), u"d-huge.json"_s, QByteArray(5 * 1024 * 1024, ' ')));
        QVERIFY(drop(folder.path(), u"e-deep.json"_s, QByteArray(100000, '[')));
        QVERIFY(drop(folder.path(), u"notes.txt"_s, "not a manifest"));
        ManifestCatalogue catalogue;
        catalogue.addFolder(folder.path());
        QVERIFY(catalogue.find(u"tradewind"_s));
        QStringList faults;
        for (const Error& fault : catalogue.faults())
            faults << fault.code + u' ' + fault.facts.value(0);
        QCOMPARE(faults,
                 (QStringList{u"manifest.syntax a-broken.json"_s, u"manifest.twice c-again.json"_s,
                              u"manifest.too-large d-huge.json"_s, u"manifest.syntax e-deep.json"_s}));
    }

    void aFaultIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("text");
        const int fault = int(Finding::Level::Fault);
        const int missing = int(Finding::Level::Missing);
        QTest::newRow("unknown word") << QByteArray(R"("strategy": "keyset-like")") << QByteArray() << fault
                                      << u"unknown word \"keyset-like\""_s;
        QTest::newRow("secret in an address")
            << QByteArray("tradewind.example/orders/{id}") << QByteArray("tradewind.example/{apiKey}")
            << fault << u"the secret {apiKey} may stand in auth only"_s;
        QTest::newRow("a fixture that differs")
            << QByteArray(R"("id": 12, "name": "Dana")") << QByteArray(R"("id": 13, "name": "Dana")") << fault
            << u"row 1, id should be \"12\", but is \"13\""_s;
        QTest::newRow("a rule that is never reached")
            << QByteArray(R"("when": {"status": [409], "code": ["duplicate_reference"], "on": "write"})")
            << QByteArray(R"("when": {"status": [401], "on": "write"})") << missing
            << u"this rule is never reached"_s;
        QTest::newRow("a create that may double") << QByteArray(R"("before": "lookup",)") << QByteArray(" ")
                                                  << missing << u"makes a second record"_s;
        QTest::newRow("a secret that is none")
            << QByteArray(R"("label": "Key", "kind": "secret",)") << QByteArray(R"("label": "Key",)")
            << missing << u"\"apiKey\" sounds like a secret"_s;
    }
    void aFaultIsToldWithItsLine()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, level);
        QFETCH(QString, text);
        QByteArray manifest = example();
        if (to.isEmpty()) {
            to = from;
            from = R"("strategy": "tombstone")";
        }
        QVERIFY(manifest.contains(from));
        manifest.replace(from, to);
        const CheckReport report = checkedManifest(manifest, u"x.json"_s);
        const auto found = std::find_if(report.findings.begin(), report.findings.end(), [&](const auto& one) {
            return int(one.level) == level && one.text.contains(text);
        });
        QStringList told;
        for (const Finding& finding : report.findings)
            told << finding.text;
        QVERIFY2(found != report.findings.end(), qPrintable(told.join(u'\n')));
        QVERIFY(found->place.line > 1);
    }

    void aPatternThatGoesBackAndForthCannotHang()
    {
        QByteArray manifest = example();
        manifest.replace(R"(^(?<field>[a-z_]+) must not be empty)", R"(^(?<field>([a-z]+)+)+$)");
        const Result<Manifest> parsed = parseManifest(manifest, u"x"_s);
        QVERIFY(parsed);
        QElapsedTimer timer;
        timer.start();
        const auto shared = std::make_shared<const Manifest>(*parsed);
        FixtureSpec fixture;
        fixture.operation = u"request-error"_s;
        fixture.on = u"write"_s;
        fixture.answer.status = 422;
        fixture.answer.body = "{\"errors\":[\"" + QByteArray(100000, 'a') + "!\"]}";
        fixture.expectCode = u"net.rejected"_s;
        fixture.expectKind = u"row-rejected"_s;
        (void)FixturePlayer(shared).play(fixture);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void anotherKeyInTheVaultCuresARefusedOne()
    {
        RecordingVault vault;
        ManualClock clock;
        AuthSpec spec;
        spec.kind = AuthSpec::Kind::Basic;
        spec.user = u"{user}"_s;
        spec.password = u"{key}"_s;
        KeyAuthorizer authorizer(u"Tradewind"_s, spec, {{u"user"_s, u"ann"_s}}, u"k"_s, vault);
        QVERIFY(runTask(vault.write(u"k"_s, packSecrets({{u"key"_s, Secret("old")}})), clock));
        const auto first = runTask(authorizer.authorize({}, {}), clock);
        QVERIFY(first);
        QCOMPARE(first->headers.last().second, "Basic " + QByteArray("ann:old").toBase64());
        const auto refused = runTask(authorizer.renew(*first, {}), clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NeedsLogin);
        QCOMPARE(refused.error().code, u"connector.credentials-refused"_s);
        QVERIFY(runTask(authorizer.authorize({}, {}), clock));
        QVERIFY(runTask(vault.write(u"k"_s, packSecrets({{u"key"_s, Secret("new")}})), clock));
        QVERIFY(runTask(authorizer.renew(*first, {}), clock));
        const auto second = runTask(authorizer.authorize({}, {}), clock);
        QCOMPARE(second->headers.last().second, "Basic " + QByteArray("ann:new").toBase64());
    }
};

QTEST_GUILESS_MAIN(TestOwnConnector)
#include "testownconnector.moc"
