#include "salesforceprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::sandbox::salesforce;
using namespace Qt::StringLiterals;

class TestSalesforceRules : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<SalesforceProbe>(); }
    void validationRulesSeeTheSavedRow();
    void alertsPassWhenTheClientSaysSo();
    void blocksNeverPass();
    void obstaclesStrikeAsToldAndCount();
    void featuresComeAndGo();
    void hiddenFieldsAreNotThere();
    void lockedFieldsAreReadOnly();
    void madeFieldsWaitForAPermission();
    void madeFieldsAreRefused_data();
    void madeFieldsAreRefused();
    void removedFieldsCanBeMadeAgain();
    void personsAreAccountsWithAContact();
    void addressesComeFromLists_data();
    void addressesComeFromLists();
    void tasksFollowWhatTheyAreAbout();
    void oldTasksAreArchived();
    void eventsNeedATime();
    void casesAndLeadsAreNumberedAndNamed();
    void quotesAddUp();
    void standardPriceLeadsWhereAsked();
    void usedProductsStay();
    void territoriesAreLinkedAndUnlinkedForGood();
    void mergedLosersNameTheirMaster();
    void undeletedRowsComeBack();
    void purgedRowsAreOnlyInTheLog();
    void lateRowsAppearAfterTheLag();
    void rowsAreGuardedByTagAndDate();
    void treesAreCreatedWholeOrNotAtAll();
    void compositeRefusesWhatCannotBe_data();
    void compositeRefusesWhatCannotBe();
    void referencesKeepTheirQuotes();
    void wordsAreFound_data();
    void wordsAreFound();
    void recentRowsAreNewestFirst();
    void inactiveOwnersAreRefused();
    void movedOrganisationKnowsItsNewAddressOnly();
    void blockedSessionsSayWhy();
    void uninstalledAppIsSentBack();
    void answersAreCompressedWhenSwitchedOn();
    void longHeadersAre431();
    void usageNamesTheApp();
    void unknownWishesAreRefused();
    void resetTakesTheRulesBack();

  private:
    [[nodiscard]] Json row(const QByteArray& object, const QString& id)
    {
        return SalesforceProbe::json(m_probe->call("GET", "/sobjects/" + object + '/' + id.toLatin1()));
    }
    [[nodiscard]] QString standardBook()
    {
        return m_probe->query(u"SELECT Id FROM Pricebook2 WHERE IsStandard = true"_s)[u"records"]
            .at(0)[u"Id"]
            .toText();
    }
    [[nodiscard]] QString createWith(const QByteArray& object, std::initializer_list<Json::Member> members)
    {
        return m_probe->create(object, Json::object(members).toBytes());
    }
    [[nodiscard]] QString newDeal()
    {
        return m_probe->create("Opportunity",
                               R"({"Name":"d","StageName":"Proposal","CloseDate":"2026-07-01"})");
    }

    std::unique_ptr<SalesforceProbe> m_probe;
};

void TestSalesforceRules::validationRulesSeeTheSavedRow()
{
    const bool done =
        m_probe->set(R"({"validationRules":[{"object":"Account","when":"Phone = null AND Type = 'Customer'",
        "message":"Customers need a phone","field":"Phone"}]})");
    QVERIFY(done);
    const Response refused = m_probe->call("POST", "/sobjects/Account", R"({"Name":"a","Type":"Customer"})");
    QCOMPARE(refused.body,
             QByteArray(R"([{"message":"Customers need a phone",)"
                        R"("errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Phone"]}])"));
    QCOMPARE(m_probe->system.state(u"Account").size(), 0);
    const QString id = m_probe->create("Account", R"({"Name":"a","Type":"Customer","Phone":"1"})");
    QCOMPARE(m_probe->refusal("PATCH", "/sobjects/Account/" + id.toLatin1(), R"({"Phone":null})"),
             u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s);
    QCOMPARE(row("Account", id)[u"Phone"].toText(), u"1"_s);
}

void TestSalesforceRules::alertsPassWhenTheClientSaysSo()
{
    const QString first = m_probe->create("Account", R"({"Name":"Acme","BillingCity":"Hobart"})");
    QVERIFY(m_probe->set(
        R"({"duplicateRules":[{"name":"R","object":"Account","fields":["Name","BillingCity"],"action":"alert"}]})"));
    const QByteArray twin = R"({"Name":"ACME","BillingCity":"hobart"})";
    const Json error = m_probe->json(m_probe->call("POST", "/sobjects/Account", twin)).at(0);
    QCOMPARE(error[u"errorCode"].toText(), u"DUPLICATES_DETECTED"_s);
    const Json result = error[u"duplicateResult"];
    QVERIFY(result[u"allowSave"].toBool());
    QCOMPARE(result[u"duplicateRule"].toText(), u"R"_s);
    const Json record = result[u"matchResults"].at(0)[u"matchRecords"].at(0)[u"record"];
    QCOMPARE(record[u"Id"].toText(), first);
    QVERIFY(!record.contains(u"Name"));
    const Headers details{{"Sforce-Duplicate-Rule-Header", "includeRecordDetails=true"}};
    const Json told = m_probe->json(m_probe->call("POST", "/sobjects/Account", twin, details)).at(0);
    QCOMPARE(
        told[u"duplicateResult"][u"matchResults"].at(0)[u"matchRecords"].at(0)[u"record"][u"Name"].toText(),
        u"Acme"_s);
    QCOMPARE(m_probe->system.state(u"Account").size(), 1);
    const Headers allowed{{"Sforce-Duplicate-Rule-Header", "allowSave=true; runAsCurrentUser=true"}};
    QCOMPARE(m_probe->call("POST", "/sobjects/Account", twin, allowed).status, 201);
    // The next call asks for itself.
    QCOMPARE(m_probe->creation("Account", twin), u"DUPLICATES_DETECTED"_s);
    QCOMPARE(m_probe->creation("Account", R"({"Name":"Acme","BillingCity":"Perth"})"), QString());
    const Json rows = m_probe->json(m_probe->call(
        "POST", "/composite/sobjects",
        R"({"records":[{"attributes":{"type":"Account"},"Name":"acme","BillingCity":"Hobart"}]})"));
    QVERIFY(!rows.at(0)[u"errors"].at(0)[u"duplicateResult"].isNull());
}

void TestSalesforceRules::blocksNeverPass()
{
    (void)m_probe->create("Account", R"({"Name":"Acme"})");
    QVERIFY(m_probe->set(R"({"duplicateRules":[{"object":"Account","fields":["Name"],"action":"block"}]})"));
    const Headers allowed{{"Sforce-Duplicate-Rule-Header", "allowSave=true"}};
    QCOMPARE(m_probe->refusal("POST", "/sobjects/Account", R"({"Name":"Acme"})", allowed),
             u"DUPLICATES_DETECTED"_s);
    QVERIFY(!m_probe->system.configure(
        *Json::parse(R"({"duplicateRules":[{"object":"Account","fields":["x"]}]})")));
}

void TestSalesforceRules::obstaclesStrikeAsToldAndCount()
{
    const bool done =
        m_probe->set(R"({"obstacles":[{"object":"Contact","operation":"create","every":2,"count":1},
        {"object":"Account","operation":"delete","code":"ENTITY_IS_LOCKED","message":"in approval"}]})");
    QVERIFY(done);
    QCOMPARE(m_probe->creation("Contact", R"({"LastName":"a"})"), QString());
    QCOMPARE(m_probe->creation("Contact", R"({"LastName":"b"})"), u"UNABLE_TO_LOCK_ROW"_s);
    QCOMPARE(m_probe->creation("Contact", R"({"LastName":"c"})"), QString());
    QCOMPARE(m_probe->creation("Contact", R"({"LastName":"d"})"), QString());
    const QByteArray account = m_probe->create("Account", R"({"Name":"a"})").toLatin1();
    QCOMPARE(m_probe->refusal("DELETE", "/sobjects/Account/" + account), u"ENTITY_IS_LOCKED"_s);
    QVERIFY(m_probe->set(R"({"obstacles":[{"object":"Account","operation":"update"}]})"));
    const Json error =
        m_probe->json(m_probe->call("PATCH", "/sobjects/Account/" + account, R"({"Phone":"1"})")).at(0);
    QVERIFY(error[u"message"].toText().endsWith(u"or 1 records: "_s + QString::fromLatin1(account)));
}

void TestSalesforceRules::featuresComeAndGo()
{
    const QString id = m_probe->create("Account", R"({"Name":"a"})");
    QVERIFY(m_probe->set(R"({"features":{"quotes":false,"territories":false,"multiCurrency":false}})"));
    QCOMPARE(m_probe->query(u"SELECT Id FROM Quote"_s).at(0)[u"errorCode"].toText(), u"INVALID_TYPE"_s);
    QCOMPARE(
        m_probe->query(u"SELECT Id, (SELECT Id FROM Quotes) FROM Opportunity"_s).at(0)[u"errorCode"].toText(),
        u"INVALID_TYPE"_s);
    QCOMPARE(m_probe->query(u"SELECT Territory2Id FROM Opportunity"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    QCOMPARE(m_probe->query(u"SELECT Territory2.Name FROM Opportunity"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    QCOMPARE(m_probe->query(u"SELECT Id FROM CurrencyType"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_TYPE"_s);
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","CurrencyIsoCode":"AUD"})"), u"INVALID_FIELD"_s);
    QVERIFY(!row("Account", id).contains(u"CurrencyIsoCode"));
    QCOMPARE(m_probe->call("GET", "/sobjects/Quote/describe").status, 404);
    // Rows are still written where the currency is not spoken of.
    QCOMPARE(
        m_probe->creation("Opportunity", R"({"Name":"d","StageName":"Proposal","CloseDate":"2026-07-01"})"),
        QString());
    QVERIFY(m_probe->set(R"({"features":{"quotes":true,"territories":true,"multiCurrency":true}})"));
    QCOMPARE(m_probe->query(u"SELECT Id FROM Territory2"_s)[u"totalSize"].toInteger(), 3);
    QVERIFY(!m_probe->system.configure(*Json::parse(R"({"features":{"magic":true}})")));
}

void TestSalesforceRules::hiddenFieldsAreNotThere()
{
    QVERIFY(m_probe->set(R"({"hideFields":["Account.Phone","Contact.AccountId"]})"));
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Phone":"1"})"),
             u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    QCOMPARE(m_probe->query(u"SELECT Phone FROM Account"_s).at(0)[u"errorCode"].toText(), u"INVALID_FIELD"_s);
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account WHERE Phone = null"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    QCOMPARE(m_probe->query(u"SELECT Account.Name FROM Contact"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    QVERIFY(!m_probe->call("GET", "/sobjects/Account/describe").body.contains("\"name\":\"Phone\""));
    QVERIFY(!m_probe->call("GET", "/sobjects/Account/describe")
                 .body.contains("\"relationshipName\":\"Contacts\""));
    const QString id = m_probe->create("Account", R"({"Name":"a"})");
    QVERIFY(!row("Account", id).contains(u"Phone"));
    QCOMPARE(m_probe->refusal("GET", "/sobjects/Account/" + id.toLatin1() + "?fields=Phone"),
             u"INVALID_FIELD"_s);
    QVERIFY(m_probe->set(R"({"showFields":["Account.Phone"]})"));
    QVERIFY(row("Account", id).contains(u"Phone"));
}

void TestSalesforceRules::lockedFieldsAreReadOnly()
{
    QVERIFY(m_probe->set(R"({"lockFields":["Account.Phone"]})"));
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Phone":"1"})"),
             u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    QVERIFY(m_probe->query(u"SELECT Phone FROM Account"_s)[u"done"].toBool());
}

void TestSalesforceRules::madeFieldsWaitForAPermission()
{
    const QByteArray order = R"({"FullName":"Account.Grade__c","Metadata":{"type":"Picklist","label":"Grade",
        "valueSet":{"restricted":true,"valueSetDefinition":{"value":[{"fullName":"A"},{"fullName":"B"}]}}}})";
    const Response made = m_probe->call("POST", "/tooling/sobjects/CustomField", order);
    QCOMPARE(made.status, 201);
    QVERIFY(m_probe->json(made)[u"id"].toText().startsWith(u"00N"));
    QVERIFY(m_probe->json(made)[u"warnings"].isArray());
    QCOMPARE(m_probe->refusal("POST", "/tooling/sobjects/CustomField", order), u"DUPLICATE_DEVELOPER_NAME"_s);
    QCOMPARE(m_probe->query(u"SELECT Grade__c FROM Account"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    const QString set = createWith("PermissionSet", {{u"Name"_s, u"Tieout"_s}, {u"Label"_s, u"Tieout"_s}});
    (void)createWith("FieldPermissions", {{u"ParentId"_s, set},
                                          {u"SobjectType"_s, u"Account"_s},
                                          {u"Field"_s, u"Account.Grade__c"_s},
                                          {u"PermissionsRead"_s, Json(true)}});
    // The set is nobody's yet.
    QCOMPARE(m_probe->query(u"SELECT Grade__c FROM Account"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
    const QString me = m_probe->query(u"SELECT Id FROM User"_s)[u"records"].at(0)[u"Id"].toText();
    (void)createWith("PermissionSetAssignment", {{u"PermissionSetId"_s, set}, {u"AssigneeId"_s, me}});
    QVERIFY(m_probe->query(u"SELECT Grade__c FROM Account"_s)[u"done"].toBool());
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Grade__c":"A"})"),
             u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    const QByteArray permission =
        m_probe->query(u"SELECT Id FROM FieldPermissions"_s)[u"records"].at(0)[u"Id"].toText().toLatin1();
    QCOMPARE(m_probe->call("PATCH", "/sobjects/FieldPermissions/" + permission, R"({"PermissionsEdit":true})")
                 .status,
             204);
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Grade__c":"A"})"), QString());
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Grade__c":"C"})"),
             u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s);
    const Json listed = m_probe->query(
        u"SELECT Id, DeveloperName FROM CustomField WHERE TableEnumOrId = 'Account' AND DeveloperName = 'Grade'"_s,
        "/tooling/query");
    QCOMPARE(listed[u"totalSize"].toInteger(), 1);
    QVERIFY(
        listed[u"records"].at(0)[u"attributes"][u"url"].toText().contains(u"/tooling/sobjects/CustomField/"));
}

void TestSalesforceRules::madeFieldsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* body, const char* code) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(code);
    };
    row("no object", R"({"FullName":"Nothing.A__c","Metadata":{"type":"Date"}})", "INVALID_FIELD");
    row("no suffix", R"({"FullName":"Account.A","Metadata":{"type":"Date"}})", "INVALID_FIELD");
    row("no type", R"({"FullName":"Account.A__c"})", "INVALID_TYPE");
    row("lookup", R"({"FullName":"Account.A__c","Metadata":{"type":"Lookup"}})", "INVALID_TYPE");
    row("no length", R"({"FullName":"Account.A__c","Metadata":{"type":"Text"}})", "REQUIRED_FIELD_MISSING");
    row("external date", R"({"FullName":"Account.A__c","Metadata":{"type":"Date","externalId":true}})",
        "FIELD_INTEGRITY_EXCEPTION");
    row("too precise", R"({"FullName":"Account.A__c","Metadata":{"type":"Number","precision":20,"scale":2}})",
        "NUMBER_OUTSIDE_VALID_RANGE");
    row("not JSON", "{", "JSON_PARSER_ERROR");
}

void TestSalesforceRules::madeFieldsAreRefused()
{
    QFETCH(QByteArray, body);
    QTEST(m_probe->refusal("POST", "/tooling/sobjects/CustomField", body), "code");
}

void TestSalesforceRules::removedFieldsCanBeMadeAgain()
{
    const QString id = m_probe->create("Account", R"({"Name":"a","Xero_Contact_Id__c":"k"})");
    QVERIFY(m_probe->set(R"({"removeFields":["Account.Xero_Contact_Id__c"]})"));
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Xero_Contact_Id__c":"k"})"), u"INVALID_FIELD"_s);
    QCOMPARE(m_probe->call("PATCH", "/sobjects/Account/Xero_Contact_Id__c/k", R"({"Name":"b"})").status, 404);
    const Response made = m_probe->call("POST", "/tooling/sobjects/CustomField",
                                        R"({"FullName":"Account.Xero_Contact_Id__c","Metadata":
        {"type":"Text","label":"Key","length":36,"externalId":true,"unique":true}})");
    QCOMPARE(made.status, 201);
    const Json profile = m_probe->query(u"SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true"_s);
    (void)createWith("FieldPermissions", {{u"ParentId"_s, profile[u"records"].at(0)[u"Id"]},
                                          {u"SobjectType"_s, u"Account"_s},
                                          {u"Field"_s, u"Account.Xero_Contact_Id__c"_s},
                                          {u"PermissionsRead"_s, Json(true)},
                                          {u"PermissionsEdit"_s, Json(true)}});
    // A new field is empty, whatever the old one held.
    QVERIFY(row("Account", id)[u"Xero_Contact_Id__c"].isNull());
    QCOMPARE(m_probe->call("PATCH", "/sobjects/Account/Xero_Contact_Id__c/k", R"({"Name":"b"})").status, 201);
    const QByteArray field = m_probe->json(made)[u"id"].toText().toLatin1();
    QCOMPARE(
        m_probe->json(m_probe->call("GET", "/tooling/sobjects/CustomField/" + field))[u"FullName"].toText(),
        u"Account.Xero_Contact_Id__c"_s);
    QCOMPARE(m_probe->call("DELETE", "/tooling/sobjects/CustomField/" + field).status, 204);
    QCOMPARE(m_probe->query(u"SELECT Xero_Contact_Id__c FROM Account"_s).at(0)[u"errorCode"].toText(),
             u"INVALID_FIELD"_s);
}

void TestSalesforceRules::personsAreAccountsWithAContact()
{
    QCOMPARE(m_probe->creation("Account", R"({"LastName":"Lee"})"), u"INVALID_FIELD"_s);
    QVERIFY(m_probe->set(R"({"features":{"personAccounts":true}})"));
    const QString id =
        m_probe->create("Account", R"({"FirstName":"Ann","LastName":"Lee","PersonEmail":"a@x.example"})");
    const Json person = row("Account", id);
    QCOMPARE(person[u"Name"].toText(), u"Ann Lee"_s);
    QVERIFY(person[u"IsPersonAccount"].toBool());
    const Json contact = row("Contact", person[u"PersonContactId"].toText());
    QCOMPARE(contact[u"Email"].toText(), u"a@x.example"_s);
    QCOMPARE(contact[u"AccountId"].toText(), id);
    QCOMPARE(m_probe->creation("Account", R"({"Name":"x","LastName":"Lee"})"),
             u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    QCOMPARE(m_probe->call("PATCH", "/sobjects/Account/" + id.toLatin1(), R"({"LastName":"Low"})").status,
             204);
    QCOMPARE(row("Account", id)[u"Name"].toText(), u"Ann Low"_s);
    QCOMPARE(m_probe->system.state(u"Contact").size(), 1);
    const QString company = m_probe->create("Account", R"({"Name":"Acme"})");
    QVERIFY(!row("Account", company)[u"IsPersonAccount"].toBool(true));
    QCOMPARE(m_probe
                 ->query(u"SELECT Id FROM RecordType WHERE SobjectType='Account' AND IsPersonType=true"_s)
                     [u"totalSize"]
                 .toInteger(),
             1);
}

void TestSalesforceRules::addressesComeFromLists_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("words"); // of the refusal
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("country");
    const auto row = [](const char* name, const char* fields, const QString& words, const QString& state,
                        const QString& country) {
        QTest::newRow(name) << QByteArray(fields) << words << state << country;
    };
    row("codes", R"("BillingStateCode":"nsw","BillingCountryCode":"AU")", {}, u"New South Wales"_s,
        u"Australia"_s);
    row("labels", R"("BillingState":"Washington","BillingCountry":"United States")", {}, u"Washington"_s,
        u"United States"_s);
    row("country alone", R"("BillingCountry":"Norway")", {}, {}, u"Norway"_s);
    row("unknown country", R"("BillingCountry":"Aussie")", u"problem with this country"_s, {}, {});
    row("state of another country", R"("BillingState":"Texas","BillingCountryCode":"AU")",
        u"problem with this state"_s, {}, {});
    row("state without a country", R"("BillingState":"Texas")", u"must be specified before"_s, {}, {});
}

void TestSalesforceRules::addressesComeFromLists()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, words);
    QFETCH(QString, state);
    QVERIFY(m_probe->set(R"({"addressPicklists":true})"));
    const Response response = m_probe->call("POST", "/sobjects/Account", "{\"Name\":\"a\"," + fields + '}');
    if (!words.isEmpty()) {
        QCOMPARE(m_probe->json(response).at(0)[u"errorCode"].toText(), u"FIELD_INTEGRITY_EXCEPTION"_s);
        QVERIFY2(m_probe->json(response).at(0)[u"message"].toText().contains(words),
                 response.body.constData());
        return;
    }
    QCOMPARE(response.status, 201);
    const Json address = row("Account", m_probe->json(response)[u"id"].toText())[u"BillingAddress"];
    QCOMPARE(address[u"state"].toText(), state);
    QTEST(address[u"country"].toText(), "country");
    QVERIFY(!address[u"countryCode"].isNull());
}

void TestSalesforceRules::tasksFollowWhatTheyAreAbout()
{
    const QString account = m_probe->create("Account", R"({"Name":"Acme"})");
    const QString deal = newDeal();
    QCOMPARE(m_probe
                 ->call("PATCH", "/sobjects/Opportunity/" + deal.toLatin1(),
                        "{\"AccountId\":\"" + account.toLatin1() + "\"}")
                 .status,
             204);
    const QString contact = createWith("Contact", {{u"LastName"_s, u"Lee"_s}, {u"AccountId"_s, account}});
    const QString lead = m_probe->create("Lead", R"({"LastName":"Roe","Company":"Roe Ltd"})");
    const QString task =
        createWith("Task", {{u"Subject"_s, u"Call"_s}, {u"WhatId"_s, deal}, {u"WhoId"_s, contact}});
    const Json made = row("Task", task);
    QCOMPARE(made[u"WhatId"].toText(), deal);
    QCOMPARE(made[u"AccountId"].toText(), account);
    QCOMPARE(made[u"Status"].toText(), u"Not Started"_s);
    QCOMPARE(made[u"Priority"].toText(), u"Normal"_s);
    QVERIFY(!made[u"IsClosed"].toBool(true));
    // Another target takes the place of the first.
    QCOMPARE(m_probe
                 ->call("PATCH", "/sobjects/Task/" + task.toLatin1(),
                        "{\"WhatId\":\"" + account.toLatin1() + "\",\"Status\":\"Completed\"}")
                 .status,
             204);
    QVERIFY(row("Task", task)[u"IsClosed"].toBool());
    QCOMPARE(m_probe->query(u"SELECT (SELECT Id FROM Tasks) FROM Account"_s)[u"records"]
                 .at(0)[u"Tasks"][u"totalSize"]
                 .toInteger(),
             1);
    QVERIFY(m_probe->query(u"SELECT (SELECT Id FROM Tasks) FROM Opportunity"_s)[u"records"]
                .at(0)[u"Tasks"]
                .isNull());
    const QByteArray both =
        "{\"WhoId\":\"" + lead.toLatin1() + "\",\"WhatId\":\"" + account.toLatin1() + "\"}";
    QCOMPARE(m_probe->creation("Task", both), u"FIELD_INTEGRITY_EXCEPTION"_s);
    QCOMPARE(m_probe->creation("Task", "{\"WhoId\":\"" + account.toLatin1() + "\"}"), u"MALFORMED_ID"_s);
    QCOMPARE(m_probe->query(u"SELECT Who.Name, Who.Type FROM Task WHERE Who.Type = 'Contact'"_s)[u"records"]
                 .at(0)[u"Who"][u"Name"]
                 .toText(),
             u"Lee"_s);
}

void TestSalesforceRules::oldTasksAreArchived()
{
    (void)m_probe->create("Task", R"({"Subject":"old","Status":"Completed","ActivityDate":"2025-01-01"})");
    (void)m_probe->create("Task", R"({"Subject":"open","ActivityDate":"2025-01-01"})");
    QCOMPARE(m_probe->query(u"SELECT Subject FROM Task"_s)[u"totalSize"].toInteger(), 1);
    QCOMPARE(m_probe->query(u"SELECT Subject FROM Task"_s, "/queryAll")[u"totalSize"].toInteger(), 2);
    QCOMPARE(m_probe->query(u"SELECT Subject FROM Task WHERE IsArchived = true"_s, "/queryAll")[u"totalSize"]
                 .toInteger(),
             1);
}

void TestSalesforceRules::eventsNeedATime()
{
    QCOMPARE(m_probe->creation("Event", R"({"Subject":"x"})"), u"REQUIRED_FIELD_MISSING"_s);
    const QString id =
        m_probe->create("Event", R"({"StartDateTime":"2026-07-01T09:00:00Z","DurationInMinutes":45})");
    const Json made = row("Event", id);
    QCOMPARE(made[u"EndDateTime"].toText(), u"2026-07-01T09:45:00.000+0000"_s);
    QCOMPARE(made[u"ActivityDate"].toText(), u"2026-07-01"_s);
    QCOMPARE(m_probe->creation(
                 "Event", R"({"StartDateTime":"2026-07-01T09:00:00Z","EndDateTime":"2026-07-01T08:00:00Z"})"),
             u"FIELD_INTEGRITY_EXCEPTION"_s);
}

void TestSalesforceRules::casesAndLeadsAreNumberedAndNamed()
{
    const Json first = row("Case", m_probe->create("Case", R"({"Subject":"x"})"));
    QCOMPARE(first[u"CaseNumber"].toText(), u"00001000"_s);
    QCOMPARE(first[u"Status"].toText(), u"New"_s);
    const QByteArray id = first[u"Id"].toText().toLatin1();
    QCOMPARE(m_probe->call("PATCH", "/sobjects/Case/" + id, R"({"Status":"Closed"})").status, 204);
    QVERIFY(row("Case", first[u"Id"].toText())[u"IsClosed"].toBool());
    QCOMPARE(m_probe->creation("Case", R"({"CaseNumber":"1"})"), u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    const QString lead =
        m_probe->create("Lead", R"({"FirstName":"Ann","LastName":"Roe","Company":"Roe Ltd"})");
    QCOMPARE(row("Lead", lead)[u"Name"].toText(), u"Ann Roe"_s);
}

void TestSalesforceRules::quotesAddUp()
{
    const QString product = m_probe->create("Product2", R"({"Name":"Widget"})");
    const QString entry = createWith(
        "PricebookEntry",
        {{u"Pricebook2Id"_s, standardBook()}, {u"Product2Id"_s, product}, {u"UnitPrice"_s, Json(10)}});
    const QString account = m_probe->create("Account", R"({"Name":"Acme"})");
    const QString deal = createWith("Opportunity", {{u"Name"_s, u"d"_s},
                                                    {u"StageName"_s, u"Proposal"_s},
                                                    {u"CloseDate"_s, u"2026-07-01"_s},
                                                    {u"AccountId"_s, account},
                                                    {u"Pricebook2Id"_s, standardBook()}});
    const QString quote =
        createWith("Quote", {{u"Name"_s, u"q"_s}, {u"OpportunityId"_s, deal}, {u"Tax"_s, Json(3)}});
    const QString line = createWith("QuoteLineItem", {{u"QuoteId"_s, quote},
                                                      {u"PricebookEntryId"_s, entry},
                                                      {u"Quantity"_s, Json(3)},
                                                      {u"UnitPrice"_s, *Decimal::parse(u"9.99")},
                                                      {u"Discount"_s, Json(10)}});
    Json made = row("Quote", quote);
    QCOMPARE(made[u"Subtotal"].toDecimal().toString(), u"29.97"_s);
    QCOMPARE(made[u"TotalPrice"].toDecimal().toString(), u"26.97"_s);
    QCOMPARE(made[u"GrandTotal"].toDecimal().toString(), u"29.97"_s);
    QCOMPARE(made[u"AccountId"].toText(), account);
    QCOMPARE(made[u"QuoteNumber"].toText(), u"00000001"_s);
    QCOMPARE(m_probe->refusal("PATCH", "/sobjects/Quote/" + quote.toLatin1(), R"({"TotalPrice":1})"),
             u"INVALID_FIELD_FOR_INSERT_UPDATE"_s);
    QCOMPARE(m_probe->call("DELETE", "/sobjects/QuoteLineItem/" + line.toLatin1()).status, 204);
    made = row("Quote", quote);
    QCOMPARE(made[u"GrandTotal"].toDecimal().toString(), u"3.00"_s);
    QCOMPARE(made[u"LineItemCount"].toInteger(-1), 0);
    // The opportunity takes its quotes along.
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Opportunity/" + deal.toLatin1()).status, 204);
    QCOMPARE(m_probe->query(u"SELECT Id FROM Quote"_s)[u"totalSize"].toInteger(), 0);
}

void TestSalesforceRules::standardPriceLeadsWhereAsked()
{
    const QString product = m_probe->create("Product2", R"({"Name":"Widget"})");
    const QString custom = m_probe->create("Pricebook2", R"({"Name":"Wholesale"})");
    const auto price = [&](const QString& book, const Json& amount, bool follows) {
        return createWith("PricebookEntry", {{u"Pricebook2Id"_s, book},
                                             {u"Product2Id"_s, product},
                                             {u"UnitPrice"_s, amount},
                                             {u"UseStandardPrice"_s, Json(follows)}});
    };
    (void)price(standardBook(), Json(10), false);
    const QString entry = price(custom, Json(7), true);
    QCOMPARE(row("PricebookEntry", entry)[u"UnitPrice"].toInteger(), 10);
}

void TestSalesforceRules::usedProductsStay()
{
    const QString product = m_probe->create("Product2", R"({"Name":"Widget"})");
    const QString entry = createWith(
        "PricebookEntry",
        {{u"Pricebook2Id"_s, standardBook()}, {u"Product2Id"_s, product}, {u"UnitPrice"_s, Json(10)}});
    const QString deal = newDeal();
    const QString line = createWith("OpportunityLineItem", {{u"OpportunityId"_s, deal},
                                                            {u"PricebookEntryId"_s, entry},
                                                            {u"Quantity"_s, Json(1)},
                                                            {u"UnitPrice"_s, Json(1)}});
    QCOMPARE(m_probe->refusal("DELETE", "/sobjects/Product2/" + product.toLatin1()), u"DELETE_FAILED"_s);
    QCOMPARE(m_probe->call("DELETE", "/sobjects/OpportunityLineItem/" + line.toLatin1()).status, 204);
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Product2/" + product.toLatin1()).status, 204);
}

void TestSalesforceRules::territoriesAreLinkedAndUnlinkedForGood()
{
    const QString account = m_probe->create("Account", R"({"Name":"Acme"})");
    const QString territory = m_probe->query(u"SELECT Id FROM Territory2 WHERE Name = 'Europe'"_s)[u"records"]
                                  .at(0)[u"Id"]
                                  .toText();
    const QByteArray link =
        createWith("ObjectTerritory2Association", {{u"ObjectId"_s, account},
                                                   {u"Territory2Id"_s, territory},
                                                   {u"AssociationCause"_s, u"Territory2Manual"_s}})
            .toLatin1();
    QCOMPARE(
        m_probe->creation("ObjectTerritory2Association", "{\"Territory2Id\":\"" + territory.toLatin1() +
                                                             "\",\"AssociationCause\":\"Territory2Manual\"}"),
        u"REQUIRED_FIELD_MISSING"_s);
    QCOMPARE(m_probe->creation("Territory2", R"({"Name":"x"})"), u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s);
    QCOMPARE(m_probe->call("DELETE", "/sobjects/ObjectTerritory2Association/" + link).status, 204);
    QCOMPARE(m_probe->query(u"SELECT Id FROM ObjectTerritory2Association"_s, "/queryAll")[u"totalSize"]
                 .toInteger(),
             0);
}

void TestSalesforceRules::mergedLosersNameTheirMaster()
{
    const QString master = m_probe->create("Account", R"({"Name":"a"})");
    const QString loser = m_probe->create("Account", R"({"Name":"b"})");
    const QString contact = createWith("Contact", {{u"LastName"_s, u"Lee"_s}, {u"AccountId"_s, loser}});
    const Json order = Json::object({{u"master"_s, master}, {u"losers"_s, Json::array({Json(loser)})}});
    QVERIFY(m_probe->system.configure(Json::object({{u"merge"_s, order}})).has_value());
    QCOMPARE(row("Contact", contact)[u"AccountId"].toText(), master);
    const Json gone =
        m_probe->query(u"SELECT Id, MasterRecordId FROM Account WHERE IsDeleted = true"_s, "/queryAll");
    QCOMPARE(gone[u"records"].at(0)[u"Id"].toText(), loser);
    QCOMPARE(gone[u"records"].at(0)[u"MasterRecordId"].toText(), master);
}

void TestSalesforceRules::undeletedRowsComeBack()
{
    const QString id = m_probe->create("Account", R"({"Name":"a","Xero_Contact_Id__c":"k"})");
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Account/" + id.toLatin1()).status, 204);
    const QString stamp = m_probe->query(u"SELECT SystemModstamp FROM Account"_s, "/queryAll")[u"records"]
                              .at(0)[u"SystemModstamp"]
                              .toText();
    QVERIFY(m_probe->system.configure(Json::object({{u"undelete"_s, Json::array({Json(id)})}})).has_value());
    const Json back = row("Account", id);
    QVERIFY(!back[u"IsDeleted"].toBool(true));
    QVERIFY(back[u"SystemModstamp"].toText() > stamp);
    QCOMPARE(m_probe->call("PATCH", "/sobjects/Account/Xero_Contact_Id__c/k", R"({"Phone":"1"})").status,
             200);
    QVERIFY(!m_probe->system.configure(*Json::parse(R"({"undelete":["001000000000009AAA"]})")));
}

void TestSalesforceRules::purgedRowsAreOnlyInTheLog()
{
    const QString id = m_probe->create("Account", R"({"Name":"a"})");
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Account/" + id.toLatin1()).status, 204);
    QVERIFY(m_probe->set(R"({"emptyRecycleBin":true})"));
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account"_s, "/queryAll")[u"totalSize"].toInteger(), 0);
    const QByteArray window = "?start=2026-06-29T00%3A00%3A00%2B00%3A00&end=2026-07-01T00%3A00%3A00Z";
    const Json log = m_probe->json(m_probe->call("GET", "/sobjects/Account/deleted/" + window));
    QCOMPARE(log[u"deletedRecords"].at(0)[u"id"].toText(), id);
    // What lies ahead is not covered.
    QCOMPARE(log[u"latestDateCovered"].toText(), u"2026-06-30T00:00:00.000+0000"_s);
}

void TestSalesforceRules::lateRowsAppearAfterTheLag()
{
    QVERIFY(m_probe->set(R"({"commitLagMs":10000})"));
    const QString id = m_probe->create("Account", R"({"Name":"a"})");
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account"_s)[u"totalSize"].toInteger(), 0);
    QCOMPARE(
        m_probe->query(u"SELECT Id FROM Account ORDER BY SystemModstamp, Id"_s, "/queryAll")[u"totalSize"]
            .toInteger(),
        0);
    QCOMPARE(row("Account", id)[u"Name"].toText(), u"a"_s);
    m_probe->clock.advance(std::chrono::seconds(11));
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account"_s)[u"totalSize"].toInteger(), 1);
}

void TestSalesforceRules::rowsAreGuardedByTagAndDate()
{
    const QByteArray account =
        "/sobjects/Account/" + m_probe->create("Account", R"({"Name":"a"})").toLatin1();
    const QByteArray contact =
        "/sobjects/Contact/" + m_probe->create("Contact", R"({"LastName":"a"})").toLatin1();
    const Response read = m_probe->call("GET", account);
    const QByteArray tag = headerValue(read.headers, "ETag");
    QVERIFY(!tag.isEmpty());
    QVERIFY(headerValue(m_probe->call("GET", contact).headers, "ETag").isEmpty());
    const QByteArray several = "\"x\", " + tag;
    const QByteArray date = headerValue(read.headers, "Last-Modified");
    QCOMPARE(date, QByteArray("Tue, 30 Jun 2026 00:00:00 GMT"));
    QCOMPARE(m_probe->call("GET", account, {}, {{"If-None-Match", tag}}).status, 304);
    QCOMPARE(m_probe->call("GET", contact, {}, {{"If-Modified-Since", date}}).status, 304);
    QCOMPARE(m_probe->call("GET", contact, {}, {{"If-Modified-Since", "yesterday"}}).status, 200);
    QCOMPARE(m_probe->call("PATCH", contact, "{}", {{"If-Unmodified-Since", "yesterday"}}).status, 400);
    QCOMPARE(m_probe->call("PATCH", account, R"({"Phone":"1"})", {{"If-Match", several}}).status, 204);
    QCOMPARE(m_probe->call("PATCH", account, R"({"Phone":"2"})", {{"If-Match", tag}}).status, 412);
    m_probe->clock.advance(std::chrono::seconds(5));
    QCOMPARE(m_probe->call("PATCH", contact, R"({"Phone":"1"})").status, 204);
    QCOMPARE(m_probe->call("PATCH", contact, R"({"Phone":"2"})", {{"If-Unmodified-Since", date}}).status,
             412);
    QCOMPARE(m_probe->call("GET", contact, {}, {{"If-Modified-Since", date}}).status, 200);
}

void TestSalesforceRules::treesAreCreatedWholeOrNotAtAll()
{
    const char* const shape =
        R"({"records":[{"attributes":{"type":"Account","referenceId":"a"},"Name":"A","Contacts":
        {"records":[{"attributes":{"type":"Contact","referenceId":"b"},"LastName":"%1"},
                    {"attributes":{"type":"Contact","referenceId":"c"},"LastName":"C"}]}}]})";
    const QByteArray good = QByteArray(shape).replace("%1", "B");
    const Json bad =
        m_probe->json(m_probe->call("POST", "/composite/tree/Account", QByteArray(shape).replace("%1", "")));
    QVERIFY(bad[u"hasErrors"].toBool());
    QCOMPARE(bad[u"results"].size(), 1);
    QCOMPARE(bad[u"results"].at(0)[u"referenceId"].toText(), u"b"_s);
    QCOMPARE(bad[u"results"].at(0)[u"errors"].at(0)[u"statusCode"].toText(), u"REQUIRED_FIELD_MISSING"_s);
    QCOMPARE(m_probe->system.state(u"Account").size(), 0);
    const Response made = m_probe->call("POST", "/composite/tree/Account", good);
    QCOMPARE(made.status, 201);
    const Json results = m_probe->json(made)[u"results"];
    QCOMPARE(results.size(), 3);
    QCOMPARE(row("Contact", results.at(1)[u"id"].toText())[u"AccountId"].toText(),
             results.at(0)[u"id"].toText());
    QCOMPARE(m_probe->call("POST", "/composite/tree/Contact", good).status, 400);
    QCOMPARE(
        m_probe->call("POST", "/composite/tree/Account", R"({"records":[{"Name":"no reference"}]})").status,
        400);
    QCOMPARE(m_probe->call("POST", "/composite/tree/Nothing", good).status, 404);
}

void TestSalesforceRules::compositeRefusesWhatCannotBe_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<QString>("code");
    const QByteArray query =
        R"({"method":"GET","url":"/services/data/v62.0/query?q=SELECT+Id+FROM+Account","referenceId":"%1"})";
    QByteArrayList queries;
    for (int i = 0; i < 6; ++i)
        queries.append(QByteArray(query).replace("%1", "r" + QByteArray::number(i)));
    QTest::newRow("six queries") << queries.join(',') << u"LIMIT_EXCEEDED"_s;
    QTest::newRow("no reference") << QByteArray(query).replace("%1", "") << u"REQUIRED_FIELD_MISSING"_s;
    QTest::newRow("one reference twice") << queries[0] + ',' + queries[0] << u"DUPLICATE_VALUE"_s;
    QTest::newRow("own credentials") << QByteArray(R"({"method":"GET","url":"/services/data/v62.0/limits",
        "referenceId":"a","httpHeaders":{"Authorization":"x"}})")
                                     << u"INVALID_HEADER"_s;
}

void TestSalesforceRules::compositeRefusesWhatCannotBe()
{
    QFETCH(QByteArray, parts);
    QTEST(m_probe->refusal("POST", "/composite", "{\"compositeRequest\":[" + parts + "]}"), "code");
}

void TestSalesforceRules::referencesKeepTheirQuotes()
{
    const auto part = [](const QString& method, const QString& path, const QString& reference,
                         const Json& body) {
        return Json::object({{u"method"_s, method},
                             {u"url"_s, u"/services/data/v62.0/sobjects/"_s + path},
                             {u"referenceId"_s, reference},
                             {u"body"_s, body}});
    };
    const QString name = u"The \"A\" \\ B"_s;
    Json late = part(u"PATCH"_s, u"Account/@{a.id}"_s, u"d"_s, Json::object({{u"Phone"_s, u"1"_s}}));
    late.set(u"httpHeaders"_s,
             Json::object({{u"If-Unmodified-Since"_s, u"Mon, 01 Jun 2026 00:00:00 GMT"_s}}));
    const Json calls = Json::array(
        {part(u"POST"_s, u"Account"_s, u"a"_s, Json::object({{u"Name"_s, name}})),
         part(u"GET"_s, u"Account/@{a.id}?fields=Name"_s, u"b"_s, {}),
         part(u"POST"_s, u"Contact"_s, u"c"_s, Json::object({{u"LastName"_s, u"@{b.Name}"_s}})), late});
    const Json answer = m_probe->json(
        m_probe->call("POST", "/composite", Json::object({{u"compositeRequest"_s, calls}}).toBytes()));
    const Json parts = answer[u"compositeResponse"];
    QCOMPARE(parts.at(2)[u"httpStatusCode"].toInteger(), 201);
    QCOMPARE(m_probe->system.state(u"Contact").at(0)[u"LastName"].toText(), name);
    QCOMPARE(parts.at(3)[u"httpStatusCode"].toInteger(), 412);
}

void TestSalesforceRules::wordsAreFound_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("names"); // or the error's code
    const auto row = [](const char* search, const char* names) {
        QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(names);
    };
    row("FIND {acme} RETURNING Account(Name)", "Acme Ltd");
    row("FIND {Ac*} IN NAME FIELDS RETURNING Account(Name ORDER BY Name)", "Acme Ltd,Acorn");
    row("find {ltd acme} returning account(name)", "Acme Ltd");
    row("FIND {A?orn} RETURNING Account(Name)", "Acorn");
    row("FIND {hobart} RETURNING Account(Name)", "Acorn");
    row("FIND {hobart} IN NAME FIELDS RETURNING Account(Name)", "");
    row("FIND {ann@x.example} IN EMAIL FIELDS RETURNING Contact(Name), Account(Name)", "Ann Acorn");
    row("FIND {ac*} RETURNING Account(Name WHERE BillingCity = 'Hobart' LIMIT 1), Contact(Name) LIMIT 5",
        "Acorn,Ann Acorn");
    row("FIND {ac*} RETURNING Account(Name ORDER BY Name LIMIT 1)", "Acme Ltd");
    row("FIND {ac*} RETURNING Account(Name ORDER BY Name), Contact(Name) LIMIT 2", "Acme Ltd,Acorn");
    row("FIND {a} RETURNING Account", "MALFORMED_SEARCH");
    row("FIND acme", "MALFORMED_SEARCH");
    row("FIND {acme} IN COLOUR FIELDS", "MALFORMED_SEARCH");
    row("FIND {acme} RETURNING Nothing(Id)", "INVALID_TYPE");
    row("FIND {acme} RETURNING Account(Nope)", "INVALID_FIELD");
}

void TestSalesforceRules::wordsAreFound()
{
    QFETCH(QString, search);
    (void)m_probe->create("Account", R"({"Name":"Acme Ltd"})");
    (void)m_probe->create("Account", R"({"Name":"Acorn","BillingCity":"Hobart"})");
    (void)m_probe->create("Contact", R"({"FirstName":"Ann","LastName":"Acorn","Email":"ann@x.example"})");
    const Json answer = m_probe->query(search, "/search");
    QStringList names;
    if (answer.isArray()) names.append(answer.at(0)[u"errorCode"].toText());
    for (const Json& record : answer[u"searchRecords"].toArray())
        names.append(record[u"Name"].toText());
    QTEST(names.join(u','), "names");
}

void TestSalesforceRules::recentRowsAreNewestFirst()
{
    const QString first = m_probe->create("Account", R"({"Name":"a"})");
    const QString second = m_probe->create("Account", R"({"Name":"b"})");
    (void)m_probe->create("Contact", R"({"LastName":"c"})");
    (void)row("Account", first);
    QCOMPARE(
        m_probe
            ->call("GET", "/sobjects/Account/" + second.toLatin1(), {}, {{"Sforce-Mru", "updateMru=false"}})
            .status,
        200);
    const Json items = m_probe->json(m_probe->call("GET", "/sobjects/Account"))[u"recentItems"];
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0)[u"Id"].toText(), first);
    QCOMPARE(m_probe->json(m_probe->call("GET", "/recent")).size(), 3);
    QCOMPARE(m_probe->json(m_probe->call("GET", "/recent?limit=1")).size(), 1);
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Account/" + first.toLatin1()).status, 204);
    QCOMPARE(m_probe->json(m_probe->call("GET", "/recent")).size(), 2);
}

void TestSalesforceRules::inactiveOwnersAreRefused()
{
    const Json user = m_probe->query(u"SELECT Id FROM User"_s)[u"records"].at(0)[u"Id"];
    QVERIFY(
        m_probe->system.configure(Json::object({{u"deactivateUsers"_s, Json::array({user})}})).has_value());
    QCOMPARE(
        m_probe->creation("Account", Json::object({{u"Name"_s, u"a"_s}, {u"OwnerId"_s, user}}).toBytes()),
        u"INACTIVE_OWNER_OR_USER"_s);
}

void TestSalesforceRules::movedOrganisationKnowsItsNewAddressOnly()
{
    const Json moved = Json::object({{u"instanceUrl"_s, u"http://127.0.0.1:1234"_s}});
    QVERIFY(m_probe->system.configure(moved).has_value());
    QCOMPARE(m_probe->call("GET", "/limits").status, 401);
    const Json fresh = m_probe->token("grant_type=refresh_token&refresh_token=" + m_probe->refresh);
    QCOMPARE(fresh[u"instance_url"].toText(), u"http://127.0.0.1:1234"_s);
    m_probe->access = fresh[u"access_token"].toText().toLatin1();
    QCOMPARE(m_probe->call("GET", "/limits").status, 401);
    m_probe->host = "127.0.0.1:1234";
    QCOMPARE(m_probe->call("GET", "/limits").status, 200);
}

void TestSalesforceRules::blockedSessionsSayWhy()
{
    QVERIFY(m_probe->set(R"({"blockSessions":true})"));
    const Response blocked = m_probe->call("GET", "/limits");
    QCOMPARE(blocked.status, 401);
    QVERIFY(blocked.body.contains("This session is not valid for use with the REST API"));
}

void TestSalesforceRules::uninstalledAppIsSentBack()
{
    QVERIFY(m_probe->set(R"({"appInstalled":false})"));
    Request request;
    request.method = "GET";
    request.path = "/services/oauth2/authorize";
    request.query = "response_type=code&client_id=tieout-practice&state=s&code_challenge=x"
                    "&redirect_uri=http%3A%2F%2Flocalhost%3A8742%2Fcallback";
    const QByteArray location = headerValue(m_probe->system.handle(request).headers, "Location");
    QVERIFY2(location.contains("error=invalid_client"), location.constData());
    QVERIFY(location.contains("app%20must%20be%20installed%20into%20org"));
}

void TestSalesforceRules::answersAreCompressedWhenSwitchedOn()
{
    QVERIFY(m_probe->set(R"({"compression":true})"));
    QVERIFY(headerValue(m_probe->call("GET", "/limits").headers, "Content-Encoding").isEmpty());
    const Response packed = m_probe->call("GET", "/limits", {}, {{"Accept-Encoding", "gzip, deflate"}});
    QCOMPARE(headerValue(packed.headers, "Content-Encoding"), QByteArray("gzip"));
    QVERIFY(packed.body.startsWith("\x1f\x8b\x08"));
    // The gzip tail holds the length; the middle is what qUncompress reads behind a zlib head.
    const auto* const tail = reinterpret_cast<const uchar*>(packed.body.constData() + packed.body.size() - 4);
    const quint32 length =
        quint32(tail[0]) | quint32(tail[1]) << 8 | quint32(tail[2]) << 16 | quint32(tail[3]) << 24;
    QVERIFY(length > 100 && length < 2000);
}

void TestSalesforceRules::longHeadersAre431()
{
    const Response response = m_probe->call("GET", "/limits", {}, {{"X-Long", QByteArray(16'300, 'x')}});
    QCOMPARE(response.status, 431);
    QVERIFY(response.body.startsWith("<h1>Bad Message 431</h1>"));
}

void TestSalesforceRules::usageNamesTheApp()
{
    QVERIFY(m_probe->set(R"({"perAppUsage":true,"dailyCalls":500})"));
    QCOMPARE(headerValue(m_probe->call("GET", "/limits").headers, "Sforce-Limit-Info"),
             QByteArray("api-usage=1/500; per-app-api-usage=1/250(appName=Tieout Practice)"));
}

void TestSalesforceRules::unknownWishesAreRefused()
{
    const auto refused = m_probe->system.configure(*Json::parse(R"({"magic":1})"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"practice.salesforce"_s);
    QVERIFY(!m_probe->system.configure(*Json::parse(R"({"hideFields":["Account.Nope"]})")));
    QVERIFY(!m_probe->system.configure(*Json::parse(R"({"validationRules":[{"object":"Account"}]})")));
    QVERIFY(!m_probe->system.configure(*Json::parse(R"({"obstacles":[{"every":0}]})")));
}

void TestSalesforceRules::resetTakesTheRulesBack()
{
    m_probe->system.snapshot();
    const bool done = m_probe->set(
        R"({"obstacles":[{"object":"Account"}],"hideFields":["Account.Phone"],"blockSessions":true,
        "features":{"quotes":false},"commitLagMs":1000})");
    QVERIFY(done);
    m_probe->system.reset();
    QCOMPARE(m_probe->creation("Account", R"({"Name":"a","Phone":"1"})"), QString());
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account"_s)[u"totalSize"].toInteger(), 1);
    QVERIFY(m_probe->query(u"SELECT Id FROM Quote"_s)[u"done"].toBool());
}

QTEST_GUILESS_MAIN(TestSalesforceRules)
#include "testsalesforcerules.moc"
