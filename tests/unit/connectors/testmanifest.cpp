#include "connectors/check/checkreport.h"
#include "connectors/check/fixtureplayer.h"
#include "connectors/check/schemacheck.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/classify.h"
#include "connectors/rest/signin/permissions.h"
#include "connectors/rest/signin/signinsettings.h"
#include "connectors/systems.h"

#include <QFile>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString& name)
{
    QFile file(u":/connectors/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestManifest final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void everyBuiltInManifestParses()
    {
        for (const Error& fault : m_catalogue.faults())
            qWarning("%s", qPrintable(fault.text));
        QVERIFY(m_catalogue.faults().isEmpty());
        QVERIFY(m_catalogue.systems().contains(u"salesforce"_s));
        QVERIFY(m_catalogue.systems().contains(u"xero"_s));
    }

    void everyBuiltInManifestFitsTheSchema_data() { systems(); }
    void everyBuiltInManifestFitsTheSchema()
    {
        QFETCH(QString, system);
        const Result<Json> schema = Json::parse(resource(u"manifest.schema.json"_s));
        const Result<Json> manifest = Json::parse(resource(system + u".json"_s));
        QVERIFY(schema && manifest);
        QCOMPARE(SchemaCheck(*schema).faultsOf(*manifest), QStringList());
    }

    void anUnknownMemberIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::newRow("top") << QStringList{};
        QTest::newRow("auth") << QStringList{u"auth"_s};
        QTest::newRow("object") << QStringList{u"objects"_s, u"Invoices"_s};
        QTest::newRow("read") << QStringList{u"objects"_s, u"Invoices"_s, u"read"_s, u"page"_s};
        QTest::newRow("result") << QStringList{u"objects"_s, u"Invoices"_s, u"write"_s, u"create"_s,
                                               u"result"_s};
    }
    void anUnknownMemberIsRefusedWithItsPath()
    {
        QFETCH(QStringList, path);
        Json manifest = *Json::parse(resource(u"xero.json"_s));
        manifest = withMember(manifest, path, u"surprise"_s, Json(true));
        const Result<Manifest> parsed = parseManifest(manifest.toBytes(), u"mine.json"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::BadConfig);
        QCOMPARE(parsed.error().code, u"manifest.syntax"_s);
        const QString where = QStringList(QStringList{u"$"_s} + path + QStringList{u"surprise"_s}).join(u'.');
        QCOMPARE(parsed.error().facts, (QStringList{u"mine.json"_s, where + u": unknown member"_s}));
    }

    void aFaultNamesItsPath_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        QTest::newRow("kind") << QByteArray(R"("kind": "oauth2-pkce")") << QByteArray(R"("kind": "magic")")
                              << u"$.auth.kind: unknown word \"magic\""_s;
        QTest::newRow("variable") << QByteArray("{apiBase}/api.xro/2.0/TaxRates")
                                  << QByteArray("{nowhere}/TaxRates")
                                  << u"$.objects.TaxRates.read.request.url: unknown variable {nowhere}"_s;
        QTest::newRow("pattern") << QByteArray("Email address must be valid\"")
                                 << QByteArray("Email (address\"") << u"missing closing parenthesis"_s;
        QTest::newRow("path") << QByteArray(R"("externalKey": "Reference")")
                              << QByteArray(R"("externalKey": "Nope")")
                              << u"$.objects.Invoices: no field \"Nope\""_s;
        QTest::newRow("number") << QByteArray(R"("perMinute": 60)") << QByteArray(R"("perMinute": -1)")
                                << u"$.limits[0].perMinute: a whole number from 0 belongs here"_s;
        QTest::newRow("newer program")
            << QByteArray(R"("minApp": "0.1.0")") << QByteArray(R"("minApp": "99.0")")
            << u"$.connector.minApp: this manifest needs another version"_s;
        QTest::newRow("duplicate") << QByteArray(R"("minApp": "0.1.0",)")
                                   << QByteArray(R"("minApp": "0.1.0", "minApp": "1",)") << u"minApp"_s;
    }
    void aFaultNamesItsPath()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        QByteArray bytes = resource(u"xero.json"_s);
        QVERIFY(bytes.contains(from));
        const Result<Manifest> parsed = parseManifest(bytes.replace(from, to), u"x"_s);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().text.contains(fault), qPrintable(parsed.error().text));
    }

    void whatJobsAndReasonsMayNotSayIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        QTest::newRow("more rows than memory takes")
            << QByteArray(R"("rows": 10000,)") << QByteArray(R"("rows": 900000,)")
            << u"at most 100000 rows"_s;
        QTest::newRow("fewer rows than calls take")
            << QByteArray(R"("rows": 10000,)") << QByteArray(R"("rows": 10,)")
            << u"a job of more rows than \"above\" belongs here"_s;
        QTest::newRow("a key that is none")
            << QByteArray(R"("key": "Xero_Contact_Id__c")") << QByteArray(R"("key": "Name")")
            << u"the remote id or the external key belongs here"_s;
        QTest::newRow("a variable of its own")
            << QByteArray("/jobs/ingest/{job}/batches") << QByteArray("/jobs/ingest/{id}/batches")
            << u"unknown variable {id}"_s;
        QTest::newRow("endless patience")
            << QByteArray(R"("longest": 30)") << QByteArray(R"("longest": 30, "patience": 9999999)")
            << u"at most 86400 seconds"_s;
        QTest::newRow("a file without end")
            << QByteArray(R"("most": 25000000)") << QByteArray(R"("most": 2000000000)")
            << u"a number of bytes up to"_s;
        QTest::newRow("a reason for nothing")
            << QByteArray("There is exactly one.") << QByteArray("So.") << u"a sentence belongs here"_s;
        QTest::newRow("a reason for nobody")
            << QByteArray(R"(["User"])") << QByteArray(R"(["Nobody"])") << u"no object \"Nobody\""_s;
    }
    void whatJobsAndReasonsMayNotSayIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        QByteArray bytes = resource(u"salesforce.json"_s);
        QVERIFY(bytes.contains(from));
        const Result<Manifest> parsed = parseManifest(bytes.replace(from, to), u"x"_s);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().text.contains(fault), qPrintable(parsed.error().text));
    }

    void everyFixtureIsAsItSays_data() { fixtures(); }
    void everyFixtureIsAsItSays()
    {
        QFETCH(QString, system);
        QFETCH(int, index);
        const auto manifest = m_catalogue.find(system);
        QCOMPARE(FixturePlayer(manifest).play(manifest->fixtures.at(index)), QStringList());
    }

    void everyErrorRuleHasAFixture_data() { systems(); }
    void everyErrorRuleHasAFixture()
    {
        QFETCH(QString, system);
        const auto manifest = m_catalogue.find(system);
        const QList<bool> used = FixturePlayer(manifest).rulesWithFixture();
        for (qsizetype i = 0; i < used.size(); ++i) {
            const ErrorRule& rule = manifest->errors.at(i);
            QVERIFY2(used.at(i), qPrintable(rule.code + u": "_s + rule.meaning));
        }
    }

    void noBuiltInManifestLeavesAFindingOpen_data() { systems(); }
    void noBuiltInManifestLeavesAFindingOpen()
    {
        QFETCH(QString, system);
        const CheckReport report = checkedManifest(resource(system + u".json"_s), system);
        QStringList findings; // advice too: a manifest answers it, or says why it does without
        for (const Finding& finding : report.findings)
            findings << u"%1 (line %2): %3"_s.arg(finding.path).arg(finding.place.line).arg(finding.text);
        QCOMPARE(findings, QStringList());
    }

    void theEarliestRuleOfAllMessagesDecides()
    {
        const Error error =
            classifyRow(*m_catalogue.find(u"xero"_s),
                        {u"Something new"_s, u"Invoice # must be unique."_s,
                         u"The TaxType code 'INPUT' cannot be used with account code '200'."_s});
        QCOMPARE(error.code, u"xero.invoice-number-taken"_s);
        QVERIFY(error.text.contains(u"Something new"));
    }

    void aSuccessThatIsNoJsonIsAFault_data()
    {
        QTest::addColumn<bool>("write");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("html read") << false << QByteArray("text/html") << QByteArray("<html>")
                                   << int(ErrorKind::RemoteFault);
        QTest::newRow("html write") << true << QByteArray("text/html") << QByteArray("<html>")
                                    << int(ErrorKind::Uncertain);
        QTest::newRow("no type") << false << QByteArray() << QByteArray("<?xml")
                                 << int(ErrorKind::RemoteFault);
        QTest::newRow("empty") << true << QByteArray() << QByteArray() << int(ErrorKind::Uncertain);
    }
    void aSuccessThatIsNoJsonIsAFault()
    {
        QFETCH(bool, write);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        net::HttpRequest request;
        request.verb = write ? net::Verb::Post : net::Verb::Get;
        net::HttpResponse response;
        response.status = 200;
        response.body = body;
        if (!type.isEmpty()) response.headers.append({"Content-Type", type});
        const auto error = classify(request, response, *m_catalogue.find(u"xero"_s));
        QVERIFY(error);
        QCOMPARE(error->code, u"answer.not-json"_s);
        QCOMPARE(int(error->kind), kind);
    }

    void retryAfterAndRequestIdAreKept()
    {
        net::HttpResponse response;
        response.status = 429;
        response.headers = {
            {"X-Rate-Limit-Problem", "minute"}, {"Retry-After", "17"}, {"Xero-Correlation-Id", "abc"}};
        const auto error = classify({}, response, *m_catalogue.find(u"xero"_s));
        QVERIFY(error && error->retryAfter);
        QCOMPARE(error->retryAfter->count(), 17'000);
        QCOMPARE(error->context.requestId, u"abc"_s);
        QCOMPARE(error->context.httpStatus, 429);
    }

    void practiceSettingsLeadEveryAddressToThePracticeCompany()
    {
        const auto manifest = m_catalogue.find(u"xero"_s);
        model::Connection connection;
        connection.practice = true;
        connection.settings = practiceSettings(*manifest, QUrl(u"http://127.0.0.1:5001/"_s));
        const Result<auth::OAuthSettings> settings =
            oauthSettings(*manifest, connection, scopesFor(manifest->auth, allOperations(manifest->auth)));
        QVERIFY(settings);
        QCOMPARE(settings->authorizeUrl, QUrl(u"http://127.0.0.1:5001/identity/connect/authorize"_s));
        QCOMPARE(settings->tokenUrl, QUrl(u"http://127.0.0.1:5001/connect/token"_s));
        QCOMPARE(settings->revokeUrl, QUrl(u"http://127.0.0.1:5001/connect/revocation"_s));
        QCOMPARE(settings->clientId, u"tieout-practice"_s);
        QCOMPARE(settings->redirectPorts, (QList<int>{8742, 8743, 8744}));
        QCOMPARE(settings->redirectPath, u"/callback"_s);
        QCOMPARE(settings->scopes,
                 (QStringList{
                     u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s, u"accounting.attachments"_s,
                     u"accounting.settings"_s, u"accounting.banktransactions"_s, u"accounting.payments"_s,
                     u"accounting.budgets.read"_s, u"accounting.contacts"_s, u"accounting.invoices"_s,
                     u"payroll.employees"_s, u"accounting.journals.read"_s, u"accounting.manualjournals"_s}));
    }

    void everyScopeSaysWhatItAllows()
    {
        const AuthSpec& auth = m_catalogue.find(u"xero"_s)->auth;
        for (const QString& scope : scopesFor(auth, allOperations(auth)))
            QVERIFY2(auth.scopesAlways.contains(scope) || !auth.scopeWords.value(scope).isEmpty(),
                     qPrintable(scope));
        QCOMPARE(permissionWords(auth, scopesFor(auth, {u"Contacts.read"_s})),
                 QStringList{u"read contacts and contact groups"_s});
    }

    void whatASignInLacksIsNamed_data()
    {
        QTest::addColumn<QStringList>("granted");
        QTest::addColumn<QStringList>("operations");
        QTest::addColumn<QStringList>("missing");
        const QStringList reads{u"openid"_s, u"accounting.contacts.read"_s};
        QTest::newRow("covered") << reads << QStringList{u"Contacts.read"_s} << QStringList();
        QTest::newRow("wider covers its reading")
            << QStringList{u"accounting.contacts"_s} << QStringList{u"Contacts.read"_s} << QStringList();
        QTest::newRow("reading does not cover writing")
            << reads << QStringList{u"Contacts.write"_s} << QStringList{u"accounting.contacts"_s};
        QTest::newRow("payroll") << reads << QStringList{u"EmployeesAU.read"_s, u"Contacts.read"_s}
                                 << QStringList{u"payroll.employees.read"_s};
        QTest::newRow("nobody said what was given")
            << QStringList() << QStringList{u"Contacts.write"_s} << QStringList();
        QTest::newRow("no such object") << reads << QStringList{u"Elsewhere.write"_s} << QStringList();
    }

    void whatASignInLacksIsNamed()
    {
        QFETCH(QStringList, granted);
        QFETCH(QStringList, operations);
        QFETCH(QStringList, missing);
        QCOMPARE(missingScopes(m_catalogue.find(u"xero"_s)->auth, granted, operations), missing);
    }

    void onlyWhatCanBeWrittenIsOffered_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("writes");
        QTest::newRow("Xero") << u"xero"_s << QString() << true;
        QTest::newRow("Tray") << u"tray"_s << QString() << false;
        QTest::newRow("one file") << u"files"_s << u"file"_s << true;
        QTest::newRow("a watched folder") << u"files"_s << u"folder"_s << false;
    }

    void onlyWhatCanBeWrittenIsOffered()
    {
        QFETCH(QString, system);
        QFETCH(QString, kind);
        QFETCH(bool, writes);
        model::Connection connection;
        connection.system = system;
        connection.settings = {{u"kind"_s, kind}, {u"path"_s, u"/somewhere/else"_s}};
        QCOMPARE(canWrite(m_catalogue, connection), writes);
    }

    void aRealConnectionNeedsItsOwnClientId()
    {
        const Result<auth::OAuthSettings> settings = oauthSettings(*m_catalogue.find(u"xero"_s), {});
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, u"connector.setting-missing"_s);
        QCOMPARE(settings.error().facts, QStringList{u"clientId"_s});
        model::Connection connection;
        connection.settings.insert(u"clientId"_s, u"ABC"_s);
        const Result<auth::OAuthSettings> real = oauthSettings(*m_catalogue.find(u"xero"_s), connection);
        QVERIFY(real);
        QCOMPARE(real->tokenUrl, QUrl(u"https://identity.xero.com/connect/token"_s));
    }

    void theTokenAnswerTellsTheInstance()
    {
        auth::Tokens tokens;
        tokens.extra = {{u"instance_url"_s, u"https://acme.my.salesforce.com"_s},
                        {u"id"_s, u"https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA"_s},
                        {u"signature"_s, u"x"_s}};
        const auto settings = settingsFromTokens(*m_catalogue.find(u"salesforce"_s), tokens);
        QCOMPARE(settings, (QHash<QString, QString>{
                               {u"instanceUrl"_s, u"https://acme.my.salesforce.com"_s},
                               {u"identityPath"_s, u"/id/00D000000000001AAA/005000000000001AAA"_s}}));
    }

    void aDroppedInManifestReplacesTheBuiltInOne()
    {
        ManifestCatalogue catalogue;
        QByteArray bytes = resource(u"xero.json"_s);
        bytes.replace(R"("version": "1")", R"("version": "2")");
        QVERIFY(catalogue.add(bytes, u"mine.json"_s));
        QCOMPARE(catalogue.find(u"xero"_s)->version, u"2"_s);
        QVERIFY(!catalogue.add("{", u"broken.json"_s));
        QCOMPARE(catalogue.find(u"nope"_s), nullptr);
    }

    void limitsBecomeTheGateOfTheConnection()
    {
        const net::RateLimits limits = m_catalogue.find(u"xero"_s)->rateLimits();
        QCOMPARE(limits.concurrent, 5);
        QCOMPARE(limits.perMinute, 60);
        QCOMPARE(limits.perDay, 5000);
        QCOMPARE(limits.problemHeader, QByteArray("X-Rate-Limit-Problem"));
        QCOMPARE(m_catalogue.find(u"salesforce"_s)->rateLimits().perMinute, 0);
    }

  private:
    void systems()
    {
        QTest::addColumn<QString>("system");
        for (const QString& system : m_catalogue.systems())
            QTest::newRow(qPrintable(system)) << system;
    }

    void fixtures()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<int>("index");
        for (const QString& system : m_catalogue.systems()) {
            const auto manifest = m_catalogue.find(system);
            for (int i = 0; i < manifest->fixtures.size(); ++i)
                QTest::addRow("%s", qPrintable(manifest->fixtures.at(i).name)) << system << i;
        }
    }

    static Json withMember(Json json, QStringList path, const QString& name, const Json& value)
    {
        if (path.isEmpty()) {
            json.set(name, value);
            return json;
        }
        const QString first = path.takeFirst();
        json.set(first, withMember(json[first], path, name, value));
        return json;
    }

    ManifestCatalogue m_catalogue;
};

QTEST_GUILESS_MAIN(TestManifest)
#include "testmanifest.moc"
