#include "salesforceprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace Qt::StringLiterals;

/// Graphs of records that depend on each other, and the contact roles of deals.
class TestSalesforceGraphs final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<SalesforceProbe>(); }

    void eachGraphIsSavedWholeOrNotAtAll()
    {
        const Json good = Json::array({node(u"POST"_s, u"Account"_s, u"a"_s, {u"Name"_s, u"Mill"_s}),
                                       node(u"POST"_s, u"Contact"_s, u"c"_s, {u"LastName"_s, u"@{a.id}"_s})});
        const Json bad = Json::array({node(u"POST"_s, u"Account"_s, u"a"_s, {u"Name"_s, u"Lost"_s}),
                                      node(u"POST"_s, u"Contact"_s, u"c"_s, {u"Email"_s, u"x"_s})});
        const Json answer = send({{u"one"_s, good}, {u"two"_s, bad}});
        const Json first = answer[u"graphs"].at(0);
        const Json second = answer[u"graphs"].at(1);
        QCOMPARE(first[u"graphId"].toText(), u"one"_s);
        QVERIFY(first[u"isSuccessful"].toBool());
        const Json made = first[u"graphResponse"][u"compositeResponse"];
        QCOMPARE(made.at(1)[u"httpStatusCode"].toInteger(), 201);
        QCOMPARE(m_probe->system.state(u"Contact").at(0)[u"LastName"], made.at(0)[u"body"][u"id"]);
        QVERIFY(!second[u"isSuccessful"].toBool(true));
        const Json refused = second[u"graphResponse"][u"compositeResponse"];
        QCOMPARE(refused.at(0)[u"body"].at(0)[u"errorCode"].toText(), u"PROCESSING_HALTED"_s);
        QCOMPARE(refused.at(1)[u"httpStatusCode"].toInteger(), 400);
        QCOMPARE(m_probe->system.state(u"Account").size(), 1);
    }

    void graphsRefuseWhatCannotBe_data()
    {
        QTest::addColumn<Json>("graphs");
        QTest::addColumn<QString>("code");
        const Json one = node(u"POST"_s, u"Account"_s, u"a"_s, {u"Name"_s, u"x"_s});
        const auto graph = [](const QString& id, const Json& nodes) {
            return Json::object({{u"graphId"_s, id}, {u"compositeRequest"_s, nodes}});
        };
        Json wide = one;
        wide.set(u"url"_s, u"/services/data/v62.0/query?q=SELECT+Id+FROM+Account"_s);
        Json many = Json::array();
        for (int i = 0; i < 501; ++i)
            many.append(node(u"POST"_s, u"Account"_s, QString::number(i), {u"Name"_s, u"x"_s}));
        QTest::newRow("none") << Json::array() << u"REQUIRED_FIELD_MISSING"_s;
        QTest::newRow("no id") << Json::array({graph({}, Json::array({one}))}) << u"INVALID_INPUT"_s;
        QTest::newRow("one id twice")
            << Json::array({graph(u"g"_s, Json::array({one})), graph(u"g"_s, Json::array({one}))})
            << u"INVALID_INPUT"_s;
        QTest::newRow("one reference twice")
            << Json::array({graph(u"g"_s, Json::array({one, one}))}) << u"INVALID_INPUT"_s;
        QTest::newRow("a query") << Json::array({graph(u"g"_s, Json::array({wide}))}) << u"INVALID_INPUT"_s;
        QTest::newRow("501 nodes") << Json::array({graph(u"g"_s, many)}) << u"LIMIT_EXCEEDED"_s;
    }
    void graphsRefuseWhatCannotBe()
    {
        QFETCH(Json, graphs);
        const QByteArray body = Json::object({{u"graphs"_s, graphs}}).toBytes();
        QTEST(m_probe->refusal("POST", "/composite/graph", body), "code");
        QCOMPARE(m_probe->system.state(u"Account").size(), 0);
    }

    void aDealHasOnePrimaryContact()
    {
        const QByteArray deal =
            make("Opportunity", "'Name':'Lab','StageName':'Prospecting','CloseDate':'2026-07-01'");
        const QByteArray ann = make("Contact", "'LastName':'Ann'");
        const QByteArray bob = make("Contact", "'LastName':'Bob'");
        const auto role = [&](const QByteArray& contact) {
            return make("OpportunityContactRole", "'OpportunityId':'" + deal + "','ContactId':'" + contact +
                                                      "','Role':'Evaluator','IsPrimary':true");
        };
        const QByteArray first = role(ann);
        const QByteArray second = role(bob);
        const Json rows = m_probe->query(u"SELECT Id, Contact.LastName FROM OpportunityContactRole "
                                         "WHERE IsPrimary = true"_s)[u"records"];
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0)[u"Id"].toText().toLatin1(), second);
        QCOMPARE(rows.at(0)[u"Contact"][u"LastName"].toText(), u"Bob"_s);
        const Json deals =
            m_probe->query(u"SELECT Id, (SELECT Id FROM OpportunityContactRoles) FROM Opportunity"_s);
        QCOMPARE(deals[u"records"].at(0)[u"OpportunityContactRoles"][u"totalSize"].toInteger(), 2);
        QCOMPARE(m_probe->call("DELETE", "/sobjects/Opportunity/" + deal).status,
                 204); // its roles go with it
        QCOMPARE(m_probe->query(u"SELECT Id FROM OpportunityContactRole"_s)[u"totalSize"].toInteger(), 0);
        QVERIFY(!first.isEmpty());
    }

    void theKeyFieldsOfTheSetupPageAreThere_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("field");
        for (const char* const name : {"OpportunityLineItem", "OpportunityContactRole", "Lead", "Pricebook2",
                                       "PricebookEntry", "Quote", "QuoteLineItem", "Case", "Task", "Event"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"Tieout_Key__c"_s;
        QTest::newRow("Account") << u"Account"_s << u"Xero_Contact_Id__c"_s;
        QTest::newRow("Contact") << u"Contact"_s << u"Xero_Contact_Id__c"_s;
        QTest::newRow("Product2") << u"Product2"_s << u"Xero_Item_Id__c"_s;
        QTest::newRow("Opportunity") << u"Opportunity"_s << u"Xero_Quote_Id__c"_s;
    }
    void theKeyFieldsOfTheSetupPageAreThere()
    {
        QFETCH(QString, object);
        QFETCH(QString, field);
        const Json described =
            m_probe->json(m_probe->call("GET", "/sobjects/" + object.toLatin1() + "/describe"));
        const Json::Array& fields = described[u"fields"].toArray();
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&field](const Json& one) { return one[u"name"].toText() == field; });
        QVERIFY(found != fields.end());
        QVERIFY((*found)[u"externalId"].toBool() && (*found)[u"unique"].toBool());
    }

  private:
    static Json node(const QString& method, const QString& path, const QString& reference,
                     const std::pair<QString, QString>& field)
    {
        return Json::object({{u"method"_s, method},
                             {u"url"_s, u"/services/data/v62.0/sobjects/"_s + path},
                             {u"referenceId"_s, reference},
                             {u"body"_s, Json::object({{field.first, Json(field.second)}})}});
    }
    [[nodiscard]] Json send(const QList<std::pair<QString, Json>>& graphs)
    {
        Json list = Json::array();
        for (const auto& [id, nodes] : graphs)
            list.append(Json::object({{u"graphId"_s, id}, {u"compositeRequest"_s, nodes}}));
        const Response response =
            m_probe->call("POST", "/composite/graph", Json::object({{u"graphs"_s, list}}).toBytes());
        return m_probe->json(response);
    }
    [[nodiscard]] QByteArray make(const QByteArray& object, QByteArray members)
    {
        return m_probe->create(object, '{' + members.replace('\'', '"') + '}').toLatin1();
    }

    std::unique_ptr<SalesforceProbe> m_probe;
};

QTEST_GUILESS_MAIN(TestSalesforceGraphs)
#include "testsalesforcegraphs.moc"
