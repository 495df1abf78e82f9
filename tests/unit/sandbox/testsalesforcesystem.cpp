#include "sandbox/companyclock.h"
#include "sandbox/oauth.h"
#include "sandbox/salesforce/deals/dealfile.h"
#include "sandbox/salesforce/salesforcesystem.h"

#include "base/ids.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace tieout;
using namespace tieout::sandbox;
using namespace Qt::StringLiterals;

class TestSalesforceSystem : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void signInNeedsAChallenge();
    void signInRefusesUnknownApps();
    void pagesLeadToACodeAndDenialBack();
    void wrongVerifierIsRefused();
    void codesDieUnused();
    void tokenAnswerNamesNoLife();
    void rotationRevokesOnReuse();
    void expiredSessionIs401();
    void rowLivesFromCreateToDelete();
    void writesAreRefusedInTheServicesWords_data();
    void writesAreRefusedInTheServicesWords();
    void upsertCreatesThenUpdates();
    void ambiguousExternalIdIs300();
    void uniqueFieldRefusesASecondRow();
    void stageDecidesWon();
    void linesRollUpIntoTheAmount();
    void collectionReportsEachRow();
    void allOrNoneRollsBack();
    void compositeFillsReferences();
    void compositeRollsBackWhole();
    void compositeUndoesACollectionInside();
    void describeNamesCustomFields();
    void dailyLimitIs403();
    void longTargetIs414();
    void resetReturnsToTheSnapshot();
    void deletedRowsAreListed();

  private:
    [[nodiscard]] Response call(const QByteArray& method, const QByteArray& path, const Json& body = {},
                                const QByteArray& query = {});
    [[nodiscard]] Json json(const Response& response) const
    {
        return Json::parse(response.body).value_or(Json());
    }
    [[nodiscard]] QString create(const QByteArray& object, const char* body);
    [[nodiscard]] Json parsed(const char* text) const { return Json::parse(text).value(); }
    [[nodiscard]] Response authorize(const QString& extra, const QByteArray& method = "GET");
    [[nodiscard]] QString codeOf(const Response& redirect) const;
    [[nodiscard]] Response token(const QList<std::pair<QString, QString>>& form);
    [[nodiscard]] Json signIn();

    CompanyClock m_clock;
    SeededRandom m_random{9};
    std::unique_ptr<SalesforceSystem> m_system;
    QByteArray m_access;
    const QString m_verifier = QString(50, u'v');
};

void TestSalesforceSystem::init()
{
    m_clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)));
    m_system = std::make_unique<SalesforceSystem>(m_clock, m_random);
    m_system->setBaseUrl("http://localhost:1234");
    m_access = signIn()[u"access_token"].toText().toLatin1();
    QVERIFY(!m_access.isEmpty());
}

Response TestSalesforceSystem::call(const QByteArray& method, const QByteArray& path, const Json& body,
                                    const QByteArray& query)
{
    Request request;
    request.method = method;
    request.path = "/services/data/v62.0" + path;
    request.query = query;
    request.headers = {{"Authorization", "Bearer " + m_access}, {"Content-Type", "application/json"}};
    request.body = body.isNull() ? QByteArray() : body.toBytes();
    return m_system->handle(request);
}

QString TestSalesforceSystem::create(const QByteArray& object, const char* body)
{
    const Response response = call("POST", "/sobjects/" + object, parsed(body));
    if (response.status != 201) qWarning("%s", response.body.constData());
    return json(response)[u"id"].toText();
}

Response TestSalesforceSystem::authorize(const QString& extra, const QByteArray& method)
{
    const QByteArray digest = QCryptographicHash::hash(m_verifier.toLatin1(), QCryptographicHash::Sha256);
    QString text = u"response_type=code&client_id=tieout-practice&state=s%201&scope=api%20refresh_token"
                   "&redirect_uri=http%3A%2F%2Flocalhost%3A8742%2Fcallback&code_challenge="_s +
                   QString::fromLatin1(base64Url(digest));
    if (extra.startsWith(u'-')) {
        const qsizetype at = text.indexOf(extra.mid(1) + u'=');
        const qsizetype end = text.indexOf(u'&', at);
        text.remove(at, end < 0 ? text.size() : end - at + 1);
    } else {
        text += u'&' + extra;
    }
    Request request;
    request.method = method;
    request.path = "/services/oauth2/authorize";
    (method == "POST" ? request.body : request.query) = text.toLatin1();
    return m_system->handle(request);
}

QString TestSalesforceSystem::codeOf(const Response& redirect) const
{
    const QUrl url(QString::fromLatin1(headerValue(redirect.headers, "Location")));
    return QUrlQuery(url).queryItemValue(u"code"_s);
}

Response TestSalesforceSystem::token(const QList<std::pair<QString, QString>>& form)
{
    Request request;
    request.method = "POST";
    request.path = "/services/oauth2/token";
    for (const auto& [name, value] : form)
        request.body += name.toLatin1() + '=' + value.toLatin1().toPercentEncoding() + '&';
    request.body += "client_id=tieout-practice";
    return m_system->handle(request);
}

Json TestSalesforceSystem::signIn()
{
    const QString code = codeOf(authorize(u"practice_auto=1"_s));
    return json(token({{u"grant_type"_s, u"authorization_code"_s},
                       {u"code"_s, code},
                       {u"redirect_uri"_s, u"http://localhost:8742/callback"_s},
                       {u"code_verifier"_s, m_verifier}}));
}

void TestSalesforceSystem::signInNeedsAChallenge()
{
    const Response response = authorize(u"-code_challenge"_s);
    QCOMPARE(response.status, 302);
    const QByteArray location = headerValue(response.headers, "Location");
    QVERIFY(location.contains("error=invalid_request"));
    QVERIFY(location.contains("missing%20required%20code%20challenge"));
    QVERIFY(location.contains("state=s%201"));
}

void TestSalesforceSystem::signInRefusesUnknownApps()
{
    // Neither goes back to the address that was given.
    for (const auto& missing : {u"-client_id"_s, u"-redirect_uri"_s}) {
        const Response response = authorize(missing);
        QCOMPARE(response.status, 400);
        QVERIFY(headerValue(response.headers, "Location").isEmpty());
        QVERIFY(headerValue(response.headers, "Content-Type").startsWith("text/html"));
    }
}

void TestSalesforceSystem::pagesLeadToACodeAndDenialBack()
{
    const Response first = authorize(u"login_hint=x"_s);
    QCOMPARE(first.status, 200);
    QVERIFY(first.body.contains("Sign in to Salesforce"));
    const Response second = authorize(u"step=consent"_s, "POST");
    QVERIFY(second.body.contains("Allow access"));
    const Response allowed = authorize(u"decision=allow"_s, "POST");
    QCOMPARE(allowed.status, 302);
    QVERIFY(!codeOf(allowed).isEmpty());
    const Response denied = authorize(u"decision=deny"_s, "POST");
    QVERIFY(headerValue(denied.headers, "Location").contains("error=access_denied"));
}

void TestSalesforceSystem::wrongVerifierIsRefused()
{
    const QString code = codeOf(authorize(u"practice_auto=1"_s));
    const QList<std::pair<QString, QString>> form{{u"grant_type"_s, u"authorization_code"_s},
                                                  {u"code"_s, code},
                                                  {u"redirect_uri"_s, u"http://localhost:8742/callback"_s},
                                                  {u"code_verifier"_s, u"guess"_s}};
    const Response refused = token(form);
    QCOMPARE(refused.status, 400);
    QCOMPARE(json(refused)[u"error"].toText(), u"invalid_grant"_s);
    QCOMPARE(json(refused)[u"error_description"].toText(), u"invalid code verifier"_s);
    // The code is spent.
    QCOMPARE(json(token(form))[u"error_description"].toText(), u"invalid authorization code"_s);
}

void TestSalesforceSystem::codesDieUnused()
{
    const QString code = codeOf(authorize(u"practice_auto=1"_s));
    m_clock.advance(std::chrono::minutes(15));
    const Response refused = token({{u"grant_type"_s, u"authorization_code"_s},
                                    {u"code"_s, code},
                                    {u"redirect_uri"_s, u"http://localhost:8742/callback"_s},
                                    {u"code_verifier"_s, m_verifier}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(json(refused)[u"error_description"].toText(), u"expired authorization code"_s);
}

void TestSalesforceSystem::tokenAnswerNamesNoLife()
{
    const Json answer = signIn();
    QVERIFY(!answer.contains(u"expires_in"));
    QVERIFY(answer[u"access_token"].toText().startsWith(u"00D"));
    QCOMPARE(answer[u"access_token"].toText().indexOf(u'!'), 15);
    QCOMPARE(answer[u"instance_url"].toText(), u"http://localhost:1234"_s);
    QCOMPARE(answer[u"issued_at"].toText(), u"1782777600000"_s);
    QVERIFY(answer[u"id"].toText().contains(u"/id/00D"));
    QVERIFY(!answer[u"refresh_token"].toText().isEmpty());
}

void TestSalesforceSystem::rotationRevokesOnReuse()
{
    m_system->setRotation(true);
    const Json first = signIn();
    const QString old = first[u"refresh_token"].toText();
    const Json second = json(token({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, old}}));
    QVERIFY(second[u"refresh_token"].toText() != old);
    m_access = second[u"access_token"].toText().toLatin1();
    QCOMPARE(call("GET", "/limits").status, 200);
    const Response reused = token({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, old}});
    QCOMPARE(reused.status, 400);
    QCOMPARE(json(reused)[u"error_description"].toText(), u"expired access/refresh token"_s);
    QCOMPARE(call("GET", "/limits").status, 401);
}

void TestSalesforceSystem::expiredSessionIs401()
{
    m_clock.advance(std::chrono::minutes(119));
    QCOMPARE(call("GET", "/limits").status, 200);
    m_clock.advance(std::chrono::minutes(119));
    QCOMPARE(call("GET", "/limits").status, 200);
    m_clock.advance(std::chrono::minutes(120));
    const Response expired = call("GET", "/limits");
    QCOMPARE(expired.status, 401);
    QCOMPARE(expired.body,
             QByteArray(R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])"));
}

void TestSalesforceSystem::rowLivesFromCreateToDelete()
{
    const QString id =
        create("Account", R"({"Name":"  Acme  ","Phone":"","NumberOfEmployees":12,"AnnualRevenue":"1.005"})");
    QCOMPARE(id.size(), 18);
    const QByteArray path = "/sobjects/Account/" + id.toLatin1();
    const Json row = json(call("GET", path));
    QCOMPARE(row[u"Name"].toText(), u"Acme"_s);
    QVERIFY(row[u"Phone"].isNull());
    QCOMPARE(row[u"AnnualRevenue"].toDecimal().toString(), u"1.01"_s);
    QCOMPARE(row[u"CurrencyIsoCode"].toText(), u"AUD"_s);
    QCOMPARE(row[u"CreatedDate"].toText(), row[u"SystemModstamp"].toText());
    const Response patched = call("PATCH", path.left(path.size() - 3), parsed(R"({"Name":"Acme 2"})"));
    QCOMPARE(patched.status, 204);
    QVERIFY(patched.body.isEmpty());
    const Json after = json(call("GET", path, {}, "fields=Name,SystemModstamp"));
    QCOMPARE(after[u"Name"].toText(), u"Acme 2"_s);
    QVERIFY(after[u"SystemModstamp"].toText() > row[u"SystemModstamp"].toText());
    QVERIFY(!after.contains(u"Phone"));
    QCOMPARE(call("DELETE", path).status, 204);
    QCOMPARE(json(call("GET", path)).at(0)[u"errorCode"].toText(), u"ENTITY_IS_DELETED"_s);
    QCOMPARE(call("GET", "/sobjects/Account/001000000000009AAA").status, 404);
}

void TestSalesforceSystem::writesAreRefusedInTheServicesWords_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* object, const QByteArray& body, const char* code) {
        QTest::newRow(name) << QByteArray(object) << body << QString::fromLatin1(code);
    };
    row("required", "Account", R"({"Phone":"1"})", "REQUIRED_FIELD_MISSING");
    row("blank counts as missing", "Account", R"({"Name":"   "})", "REQUIRED_FIELD_MISSING");
    row("too long", "Account", R"({"Name":")" + QByteArray(256, 'x') + "\"}", "STRING_TOO_LONG");
    row("unknown field", "Account", R"({"Name":"x","Nope":1})", "INVALID_FIELD");
    row("id in the body", "Account", R"({"Name":"x","Id":"001000000000001AAA"})", "INVALID_FIELD");
    row("read only", "Account", R"({"Name":"x","SystemModstamp":"2026-01-01T00:00:00Z"})",
        "INVALID_FIELD_FOR_INSERT_UPDATE");
    row("computed", "Contact", R"({"LastName":"x","Name":"y"})", "INVALID_FIELD_FOR_INSERT_UPDATE");
    row("not a number", "Account", R"({"Name":"x","AnnualRevenue":"much"})", "JSON_PARSER_ERROR");
    row("number too large", "Account", R"({"Name":"x","AnnualRevenue":12345678901234567})",
        "NUMBER_OUTSIDE_VALID_RANGE");
    row("not a date", "Opportunity", R"({"Name":"x","StageName":"Proposal","CloseDate":"soon"})",
        "JSON_PARSER_ERROR");
    row("bad e-mail", "Contact", R"({"LastName":"x","Email":"x at y"})", "INVALID_EMAIL_ADDRESS");
    row("restricted picklist", "Account", R"({"Name":"x","CurrencyIsoCode":"XXX"})",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    row("id of another object", "Contact", R"({"LastName":"x","AccountId":"006000000000001AAA"})",
        "MALFORMED_ID");
    row("parent missing", "Contact", R"({"LastName":"x","AccountId":"001000000000001AAA"})",
        "INVALID_CROSS_REFERENCE_KEY");
    row("not JSON", "Account", "{", "JSON_PARSER_ERROR");
    row("not an object", "Account", "[1]", "JSON_PARSER_ERROR");
    row("object that cannot be made", "User", R"({"LastName":"x"})", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
}

void TestSalesforceSystem::writesAreRefusedInTheServicesWords()
{
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, body);
    Request request;
    request.method = "POST";
    request.path = "/services/data/v62.0/sobjects/" + object;
    request.headers = {{"Authorization", "Bearer " + m_access}};
    request.body = body;
    const Response response = m_system->handle(request);
    QCOMPARE(response.status, 400);
    QTEST(json(response).at(0)[u"errorCode"].toText(), "code");
    QCOMPARE(m_system->state(QString::fromLatin1(object)).size(), object == "User" ? 1 : 0);
}

void TestSalesforceSystem::upsertCreatesThenUpdates()
{
    const QByteArray path = "/sobjects/Account/Xero_Contact_Id__c/a%2Fb%20c";
    const Response first = call("PATCH", path, parsed(R"({"Name":"x"})"));
    QCOMPARE(first.status, 201);
    QVERIFY(json(first)[u"created"].toBool());
    const Response second =
        call("PATCH", "/sobjects/Account/xero_contact_id__c/A%2FB%20C", parsed(R"({"Name":"y"})"));
    QCOMPARE(second.status, 200);
    QVERIFY(!json(second)[u"created"].toBool(true));
    QCOMPARE(json(second)[u"id"].toText(), json(first)[u"id"].toText());
    QCOMPARE(m_system->state(u"Account").at(0)[u"Xero_Contact_Id__c"].toText(), u"a/b c"_s);
    QCOMPARE(call("PATCH", path, parsed(R"({"Name":"x","Xero_Contact_Id__c":"z"})")).status, 400);
    QCOMPARE(call("PATCH", "/sobjects/Account/Phone/1", parsed(R"({"Name":"x"})")).status, 404);
    const Json contact = parsed(R"({"LastName":"Lee","Account":{"Xero_Contact_Id__c":"a/b c"}})");
    QCOMPARE(call("POST", "/sobjects/Contact", contact).status, 201);
    QCOMPARE(m_system->state(u"Contact").at(0)[u"AccountId"].toText(), json(first)[u"id"].toText());
}

void TestSalesforceSystem::ambiguousExternalIdIs300()
{
    (void)create("Contact", R"({"LastName":"a","Email":"x@y.example"})");
    (void)create("Contact", R"({"LastName":"b","Email":"X@Y.example"})");
    const Response response =
        call("PATCH", "/sobjects/Contact/Email/x%40y.example", parsed(R"({"LastName":"c"})"));
    QCOMPARE(response.status, 300);
    QCOMPARE(json(response).size(), 2);
    QCOMPARE(m_system->state(u"Contact").at(0)[u"LastName"].toText(), u"a"_s);
}

void TestSalesforceSystem::uniqueFieldRefusesASecondRow()
{
    const QString id = create("Account", R"({"Name":"a","Xero_Contact_Id__c":"k"})");
    const Response second =
        call("POST", "/sobjects/Account", parsed(R"({"Name":"b","Xero_Contact_Id__c":"K"})"));
    QCOMPARE(json(second).at(0)[u"errorCode"].toText(), u"DUPLICATE_VALUE"_s);
    QVERIFY(json(second).at(0)[u"message"].toText().endsWith(id));
    QCOMPARE(
        call("PATCH", "/sobjects/Account/" + id.toLatin1(), parsed(R"({"Xero_Contact_Id__c":"k"})")).status,
        204);
}

void TestSalesforceSystem::stageDecidesWon()
{
    const QString id =
        create("Opportunity", R"({"Name":"x","StageName":"Closed Won","CloseDate":"2026-01-02"})");
    const QByteArray path = "/sobjects/Opportunity/" + id.toLatin1();
    Json row = json(call("GET", path));
    QVERIFY(row[u"IsWon"].toBool() && row[u"IsClosed"].toBool());
    QCOMPARE(row[u"Probability"].toInteger(), 100);
    QCOMPARE(call("PATCH", path, parsed(R"({"StageName":"Negotiation"})")).status, 204);
    row = json(call("GET", path));
    QVERIFY(!row[u"IsWon"].toBool(true) && !row[u"IsClosed"].toBool(true));
    QCOMPARE(row[u"Probability"].toInteger(), 80);
    QCOMPARE(call("PATCH", path, parsed(R"({"IsWon":true})")).status, 400);
}

void TestSalesforceSystem::linesRollUpIntoTheAmount()
{
    const Json books = json(call("GET", "/query", {}, "q=SELECT+Id+FROM+Pricebook2+WHERE+IsStandard+=+true"));
    const QString book = books[u"records"].at(0)[u"Id"].toText();
    const QString product = create("Product2", R"({"Name":"Widget","ProductCode":"W"})");
    Json price =
        Json::object({{u"Pricebook2Id"_s, book}, {u"Product2Id"_s, product}, {u"UnitPrice"_s, Json(10)}});
    const QString entry = json(call("POST", "/sobjects/PricebookEntry", price))[u"id"].toText();
    QVERIFY(!entry.isEmpty());
    QCOMPARE(json(call("POST", "/sobjects/PricebookEntry", price)).at(0)[u"errorCode"].toText(),
             u"DUPLICATE_VALUE"_s);
    const QString deal =
        create("Opportunity", R"({"Name":"x","StageName":"Proposal","CloseDate":"2026-01-02","Amount":7})");
    const QByteArray path = "/sobjects/Opportunity/" + deal.toLatin1();
    const QString stamp = json(call("GET", path))[u"SystemModstamp"].toText();
    Json line = Json::object({{u"OpportunityId"_s, deal},
                              {u"PricebookEntryId"_s, entry},
                              {u"Quantity"_s, Json(3)},
                              {u"UnitPrice"_s, Json(*Decimal::parse(u"9.99"))},
                              {u"Discount"_s, Json(10)}});
    const QString first = json(call("POST", "/sobjects/OpportunityLineItem", line))[u"id"].toText();
    Json row = json(call("GET", path));
    QCOMPARE(row[u"Amount"].toDecimal().toString(), u"26.97"_s);
    QVERIFY(row[u"HasOpportunityLineItem"].toBool());
    QVERIFY(row[u"SystemModstamp"].toText() > stamp);
    QCOMPARE(row[u"Pricebook2Id"].toText(), book);
    // A sent amount is passed over, the rest of the call is kept.
    QCOMPARE(call("PATCH", path, parsed(R"({"Amount":1,"NextStep":"call"})")).status, 204);
    row = json(call("GET", path));
    QCOMPARE(row[u"Amount"].toDecimal().toString(), u"26.97"_s);
    QCOMPARE(row[u"NextStep"].toText(), u"call"_s);
    line.set(u"TotalPrice"_s, Json(5));
    QCOMPARE(json(call("POST", "/sobjects/OpportunityLineItem", line)).at(0)[u"errorCode"].toText(),
             u"FIELD_INTEGRITY_EXCEPTION"_s);
    QCOMPARE(call("DELETE", "/sobjects/OpportunityLineItem/" + first.toLatin1()).status, 204);
    QVERIFY(json(call("GET", path))[u"Amount"].toDecimal().isZero());
}

void TestSalesforceSystem::collectionReportsEachRow()
{
    const Json body = parsed(R"({"records":[{"attributes":{"type":"Account"},"Name":"a"},
        {"attributes":{"type":"Account"}},{"attributes":{"type":"Contact"},"LastName":"c"}]})");
    const Response response = call("POST", "/composite/sobjects", body);
    QCOMPARE(response.status, 200);
    const Json rows = json(response);
    QVERIFY(rows.at(0)[u"success"].toBool());
    QVERIFY(rows.at(0)[u"id"].toText().startsWith(u"001"));
    QVERIFY(!rows.at(1)[u"success"].toBool(true));
    QCOMPARE(rows.at(1)[u"errors"].at(0)[u"statusCode"].toText(), u"REQUIRED_FIELD_MISSING"_s);
    QVERIFY(rows.at(2)[u"id"].toText().startsWith(u"003"));
    Json many = Json::object();
    for (int i = 0; i < 201; ++i)
        many.member(u"records"_s).append(body[u"records"].at(0));
    QCOMPARE(call("POST", "/composite/sobjects", many).status, 400);
    const QByteArray id = rows.at(0)[u"id"].toText().toLatin1();
    const Json read =
        json(call("GET", "/composite/sobjects/Account", {}, "fields=Name&ids=" + id + ",001000000000009AAA"));
    QCOMPARE(read.at(0)[u"Name"].toText(), u"a"_s);
    QVERIFY(read.at(1).isNull());
    const Json upserted =
        json(call("PATCH", "/composite/sobjects/Account/Xero_Contact_Id__c",
                  parsed(R"({"records":[{"attributes":{"type":"Account"},"Xero_Contact_Id__c":"1","Name":"n"},
                              {"attributes":{"type":"Account"},"Xero_Contact_Id__c":"1","Name":"m"}]})")));
    QVERIFY(upserted.at(0)[u"created"].toBool());
    QVERIFY(!upserted.at(1)[u"created"].toBool(true));
    const Json removed =
        json(call("DELETE", "/composite/sobjects", {}, "allOrNone=false&ids=" + id + ",nonsense"));
    QVERIFY(removed.at(0)[u"success"].toBool());
    QVERIFY(!removed.at(1)[u"success"].toBool(true));
}

void TestSalesforceSystem::allOrNoneRollsBack()
{
    const QString id = create("Account", R"({"Name":"before"})");
    Json body = parsed(
        R"({"allOrNone":true,"records":[{"attributes":{"type":"Account"}},{"attributes":{"type":"Account"}}]})");
    body.member(u"records"_s).editArray()[0].set(u"id"_s, id);
    body.member(u"records"_s).editArray()[0].set(u"Name"_s, u"after"_s);
    body.member(u"records"_s).editArray()[1].set(u"id"_s, u"001000000000009AAA"_s);
    const Json rows = json(call("PATCH", "/composite/sobjects", body));
    QCOMPARE(rows.at(0)[u"errors"].at(0)[u"statusCode"].toText(), u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s);
    QCOMPARE(rows.at(1)[u"errors"].at(0)[u"statusCode"].toText(), u"INVALID_CROSS_REFERENCE_KEY"_s);
    QCOMPARE(m_system->state(u"Account").at(0)[u"Name"].toText(), u"before"_s);
}

void TestSalesforceSystem::compositeFillsReferences()
{
    const Json body = parsed(R"({"compositeRequest":[
        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"a","body":{"Name":"Acme"}},
        {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c",
         "body":{"LastName":"Lee","AccountId":"@{a.id}"}},
        {"method":"GET","url":"/services/data/v62.0/sobjects/Account/@{a.id}?fields=Name","referenceId":"r"}]})");
    const Json parts = json(call("POST", "/composite", body))[u"compositeResponse"];
    QCOMPARE(parts.at(0)[u"httpStatusCode"].toInteger(), 201);
    QCOMPARE(parts.at(1)[u"httpStatusCode"].toInteger(), 201);
    QCOMPARE(parts.at(2)[u"body"][u"Name"].toText(), u"Acme"_s);
    QCOMPARE(m_system->state(u"Contact").at(0)[u"AccountId"].toText(), parts.at(0)[u"body"][u"id"].toText());
}

void TestSalesforceSystem::compositeRollsBackWhole()
{
    const Json body = parsed(R"({"allOrNone":true,"compositeRequest":[
        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"a","body":{"Name":"Acme"}},
        {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c","body":{}},
        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"b","body":{"Name":"B"}}]})");
    const Json parts = json(call("POST", "/composite", body))[u"compositeResponse"];
    QCOMPARE(parts.at(0)[u"body"].at(0)[u"errorCode"].toText(), u"PROCESSING_HALTED"_s);
    QCOMPARE(parts.at(1)[u"body"].at(0)[u"errorCode"].toText(), u"REQUIRED_FIELD_MISSING"_s);
    QCOMPARE(parts.at(2)[u"body"].at(0)[u"errorCode"].toText(), u"PROCESSING_HALTED"_s);
    QCOMPARE(m_system->state(u"Account").size(), 0);
    const Json left = json(call("GET", "/queryAll", {}, "q=SELECT+Id+FROM+Account"));
    QCOMPARE(left[u"totalSize"].toInteger(), 0);
}

void TestSalesforceSystem::compositeUndoesACollectionInside()
{
    const Json body = parsed(R"({"allOrNone":true,"compositeRequest":[
        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"a","body":{"Name":"A"}},
        {"method":"POST","url":"/services/data/v62.0/composite/sobjects","referenceId":"b","body":
          {"allOrNone":true,"records":[{"attributes":{"type":"Account"},"Name":"B"}]}},
        {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c","body":{}}]})");
    QCOMPARE(call("POST", "/composite", body).status, 200);
    QCOMPARE(m_system->state(u"Account").size(), 0);
    (void)create("Account", R"({"Name":"kept"})");
    QCOMPARE(m_system->state(u"Account").size(), 1);
}

void TestSalesforceSystem::describeNamesCustomFields()
{
    salesforce::DealIntake intake(m_system->organisation());
    const Json deal = parsed(R"({"Name":"x","StageName":"Proposal","CloseDate":"2026-01-02","Region__c":null,
        "Score__c":1.25,"Account":{"Name":"a","Vip__c":true,"Region":"south"}})");
    QVERIFY(intake.add(deal, salesforce::DealIntake::Stamps::Given).has_value());
    const auto field = [&](const QByteArray& object, QStringView name) {
        const Json fields = json(call("GET", "/sobjects/" + object + "/describe"))[u"fields"];
        for (const Json& one : fields.toArray()) {
            if (one[u"name"].toText() == name) return one;
        }
        return Json();
    };
    QCOMPARE(field("Opportunity", u"Score__c")[u"type"].toText(), u"double"_s);
    QCOMPARE(field("Opportunity", u"Score__c")[u"scale"].toInteger(), 2);
    QVERIFY(field("Opportunity", u"Score__c")[u"custom"].toBool());
    QCOMPARE(field("Opportunity", u"Region__c")[u"type"].toText(), u"string"_s);
    QCOMPARE(field("Account", u"Vip__c")[u"type"].toText(), u"boolean"_s);
    QCOMPARE(field("Account", u"Region")[u"type"].toText(), u"string"_s);
    QCOMPARE(field("Account", u"Name")[u"length"].toInteger(), 255);
    QVERIFY(!field("Account", u"Name")[u"nillable"].toBool(true));
    QCOMPARE(field("Opportunity", u"AccountId")[u"referenceTo"].at(0).toText(), u"Account"_s);
    QVERIFY(!field("Opportunity", u"IsWon")[u"createable"].toBool(true));
    QVERIFY(json(call("GET", "/sobjects"))[u"sobjects"].size() >= 12);
    QCOMPARE(call("GET", "/sobjects/Nothing/describe").status, 404);
}

void TestSalesforceSystem::dailyLimitIs403()
{
    m_system->setDailyCalls(2);
    const Response first = call("GET", "/limits");
    QCOMPARE(headerValue(first.headers, "Sforce-Limit-Info"), QByteArray("api-usage=1/2"));
    QCOMPARE(call("GET", "/limits").status, 200);
    const Response third = call("GET", "/limits");
    QCOMPARE(third.status, 403);
    QCOMPARE(json(third).at(0)[u"errorCode"].toText(), u"REQUEST_LIMIT_EXCEEDED"_s);
    m_system->setLimitsEnabled(false);
    QCOMPARE(call("GET", "/limits").status, 200);
    m_system->setLimitsEnabled(true);
    m_clock.advance(std::chrono::hours(24));
    m_access = signIn()[u"access_token"].toText().toLatin1();
    QCOMPARE(call("GET", "/limits").status, 200);
}

void TestSalesforceSystem::longTargetIs414()
{
    const Response response = call("GET", "/query", {}, "q=" + QByteArray(16'400, 'x'));
    QCOMPARE(response.status, 414);
    QVERIFY(response.body.startsWith("<h1>Bad Message 414</h1>"));
}

void TestSalesforceSystem::resetReturnsToTheSnapshot()
{
    const QString kept = create("Account", R"({"Name":"kept"})");
    (void)create("Contact", (R"({"LastName":"x","AccountId":")" + kept.toLatin1() + "\"}").constData());
    m_system->snapshot();
    const Json before = m_system->state(u"Account");
    QCOMPARE(call("PATCH", "/sobjects/Account/" + kept.toLatin1(), parsed(R"({"Name":"changed"})")).status,
             204);
    (void)create("Account", R"({"Name":"new","Xero_Contact_Id__c":"n"})");
    QCOMPARE(call("DELETE", "/sobjects/Account/" + kept.toLatin1()).status, 204);
    m_system->reset();
    QVERIFY(m_system->state(u"Account") == before);
    const Json found = json(call(
        "GET", "/query", {}, "q=SELECT+Id,(SELECT+Id+FROM+Contacts)+FROM+Account+ORDER+BY+SystemModstamp"));
    QCOMPARE(found[u"totalSize"].toInteger(), 1);
    QCOMPARE(found[u"records"].at(0)[u"Contacts"][u"totalSize"].toInteger(), 1);
    QCOMPARE(call("GET", "/sobjects/Account/Xero_Contact_Id__c/n").status, 404);
}

void TestSalesforceSystem::deletedRowsAreListed()
{
    const QString id = create("Account", R"({"Name":"a"})");
    const QByteArray window = "start=2026-06-29T00%3A00%3A00%2B00%3A00&end=2026-07-01T00%3A00%3A00Z";
    QCOMPARE(json(call("GET", "/sobjects/Account/updated/", {}, window))[u"ids"].at(0).toText(), id);
    QCOMPARE(call("DELETE", "/sobjects/Account/" + id.toLatin1()).status, 204);
    QCOMPARE(json(call("GET", "/sobjects/Account/updated/", {}, window))[u"ids"].size(), 0);
    QCOMPARE(
        json(call("GET", "/sobjects/Account/deleted/", {}, window))[u"deletedRecords"].at(0)[u"id"].toText(),
        id);
    QCOMPARE(json(call("GET", "/sobjects/Account/updated/", {},
                       "start=2026-07-02T00%3A00%3A00Z&end=2026-07-01T00%3A00%3A00Z"))
                 .at(0)[u"errorCode"]
                 .toText(),
             u"INVALID_REPLICATION_DATE"_s);
}

QTEST_GUILESS_MAIN(TestSalesforceSystem)
#include "testsalesforcesystem.moc"
