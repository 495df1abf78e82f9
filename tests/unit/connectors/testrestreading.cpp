#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "connectors/schemajson.h"
#include "support/memorytransport.h"
#include "support/tasks.h"

#include <QTest>
#include <QUrlQuery>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

namespace {

const net::Headers kJson{{"Content-Type", "application/json;charset=UTF-8"}};

QString fieldJson(const QString& name, const QString& type, const QString& more = {})
{
    return u"{\"name\":\"%1\",\"label\":\"%1\",\"type\":\"%2\"%3}"_s.arg(name, type, more);
}

QByteArray describeJson(const QString& name, const QStringList& fields, const QString& children = {})
{
    const QStringList own{fieldJson(u"Id"_s, u"id"_s), fieldJson(u"Name"_s, u"string"_s),
                          fieldJson(u"SystemModstamp"_s, u"datetime"_s)};
    return u"{\"name\":\"%1\",\"label\":\"%1\",\"labelPlural\":\"%1s\",\"queryable\":true,\"fields\":[%2],\"childRelationships\":[%3]}"_s
        .arg(name, (own + fields).join(u','), children)
        .toUtf8();
}

QByteArray record(int id, const QString& stamp)
{
    return u"{\"Id\":\"%1\",\"SystemModstamp\":\"%2\",\"Name\":\"n%1\"}"_s.arg(id).arg(stamp).toUtf8();
}

/// A scripted Salesforce and Xero on memory.
struct Bench {
    explicit Bench(const QString& system)
    {
        manifest = catalogue.find(system);
        connection.id = system + u"-1"_s;
        connection.organisation = u"Practice"_s;
        connection.practice = true;
        connection.tenantId = u"t-1"_s;
        connection.settings = practiceSettings(*manifest, QUrl(u"http://127.0.0.1:5001"_s));
        connection.settings.insert(u"identityPath"_s, u"/id/00D/005"_s);
        connector = std::make_unique<RestConnector>(manifest, connection, transport, clock, random, nullptr);
    }

    [[nodiscard]] static QString path(const net::HttpRequest& request) { return request.url.path(); }
    [[nodiscard]] QString query(qsizetype call, const QString& name) const
    {
        return QUrlQuery(transport.calls().at(call).request.url.query(QUrl::FullyEncoded))
            .queryItemValue(name, QUrl::FullyDecoded);
    }
    [[nodiscard]] QByteArray header(qsizetype call, const QByteArray& name) const
    {
        for (const auto& [known, value] : transport.calls().at(call).request.headers) {
            if (known == name) return value;
        }
        return {};
    }

    ManifestCatalogue catalogue;
    std::shared_ptr<const Manifest> manifest;
    model::Connection connection;
    ManualClock clock;
    SeededRandom random{1};
    MemoryTransport transport{clock};
    std::unique_ptr<RestConnector> connector;
};

/// Describes a small Salesforce; queries are left to the test.
MemoryTransport::Answer describeAnswer(const net::HttpRequest& request)
{
    const QString path = request.url.path();
    const auto json = [](const QByteArray& body) { return MemoryTransport::response(200, body, kJson); };
    const QString account = fieldJson(u"AccountId"_s, u"reference"_s,
                                      u",\"referenceTo\":[\"Account\"],\"relationshipName\":\"Account\""_s);
    if (path.endsWith(u"/Opportunity/describe"))
        return json(describeJson(
            u"Opportunity"_s,
            {account, fieldJson(u"Amount"_s, u"currency"_s, u",\"scale\":2"_s),
             fieldJson(u"CloseDate"_s, u"date"_s)},
            u"{\"childSObject\":\"OpportunityLineItem\",\"relationshipName\":\"OpportunityLineItems\"}"_s));
    if (path.endsWith(u"/Account/describe"))
        return json(describeJson(
            u"Account"_s, {fieldJson(u"ParentId"_s, u"reference"_s,
                                     u",\"referenceTo\":[\"Account\"],\"relationshipName\":\"Parent\""_s)}));
    if (path.endsWith(u"/OpportunityLineItem/describe"))
        return json(describeJson(u"OpportunityLineItem"_s, {fieldJson(u"UnitPrice"_s, u"currency"_s)}));
    return MemoryTransport::response(404, R"([{"errorCode":"NOT_FOUND","message":"x"}])", kJson);
}

struct ReadAll {
    QList<model::Record> records;
    Cursor cursor;
    std::optional<Error> error;
    int pages = 0;
};

ReadAll readAll(Bench& bench, const ReadRequest& request)
{
    ReadAll all;
    const auto stream = bench.connector->read(request);
    for (;;) {
        auto page = runTask(stream->next({}), bench.clock);
        if (!page) {
            all.error = page.error();
            return all;
        }
        if (!*page) return all;
        ++all.pages;
        all.records += (*page)->records;
        all.cursor = (*page)->cursor;
    }
}

} // namespace

class TestRestReading final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void describeNestsParentsAndChildrenAndCachesThem()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.setHandler(describeAnswer);
        const auto schemas = runTask(bench.connector->describe({u"Opportunity"_s}, {}), bench.clock);
        QVERIFY(schemas);
        const model::ObjectSchema& deal = schemas->first();
        QVERIFY(deal.find(u"Account.Name"));
        QVERIFY(deal.find(u"OpportunityLineItems.UnitPrice"));
        QCOMPARE(deal.find(u"OpportunityLineItems")->type, model::FieldType::List);
        QCOMPARE(deal.find(u"Amount")->decimals, 2);
        QVERIFY(!deal.find(u"Owner")); // the organisation has no such relation
        const qsizetype calls = bench.transport.calls().size();
        QCOMPARE(calls, 3);
        QVERIFY(runTask(bench.connector->describe({u"Opportunity"_s}, {}), bench.clock));
        QCOMPARE(bench.transport.calls().size(), calls);
    }

    void aKeptSchemaComesBackTheSameAndSavesTheDescribe()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.setHandler(describeAnswer);
        const auto schemas = runTask(bench.connector->describe({u"Opportunity"_s}, {}), bench.clock);
        QVERIFY(schemas);
        const auto bytes = toJson(schemas->first()).toBytes();
        const Result<model::ObjectSchema> kept = schemaFromJson(*Json::parse(bytes));
        QVERIFY(kept);
        QCOMPARE(*kept, schemas->first());

        Bench second(u"salesforce"_s);
        second.connector->adopt({*kept});
        second.transport.answer(200, R"({"totalSize":0,"done":true,"records":[]})", kJson);
        QVERIFY(!readAll(second, {u"Opportunity"_s, {u"Name"_s, u"Account.Name"_s}, {}, {}, {}, 0}).error);
        QCOMPARE(second.transport.calls().size(), 1);
        QVERIFY(!schemaFromJson(Json()));
    }

    void aQuerySelectsParentsChildrenAndTheChangeStamp()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.setHandler([](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (!request.url.path().endsWith(u"/queryAll")) return describeAnswer(request);
            return MemoryTransport::response(200, R"({"totalSize":0,"done":true,"records":[]})", kJson);
        });
        ReadRequest request;
        request.object = u"Opportunity"_s;
        request.paths = QStringList{u"Name"_s, u"Account.Name"_s, u"OpportunityLineItems[].UnitPrice"_s,
                                    u"OpportunityLineItems[].Discount"_s, u"Account.Terms__c"_s};
        request.optional = QStringList{u"Account.Terms__c"_s, u"OpportunityLineItems.Discount"_s};
        request.since = u"2026-11-20T10:00:00.000Z"_s;
        const ReadAll all = readAll(bench, request);
        QVERIFY(!all.error);
        const qsizetype last = bench.transport.calls().size() - 1;
        QCOMPARE(
            bench.query(last, u"q"_s),
            u"SELECT Name, Account.Name, "
            u"(SELECT UnitPrice FROM OpportunityLineItems WHERE IsDeleted = false ORDER BY Id), Id, "
            u"SystemModstamp "
            "FROM Opportunity WHERE SystemModstamp >= 2026-11-20T09:45:00.000Z ORDER BY SystemModstamp, Id"_s);
        QCOMPARE(bench.header(last, "Sforce-Query-Options"), QByteArray("batchSize=2000"));
        QCOMPARE(all.pages, 1);
        QCOMPARE(all.cursor, request.since); // nothing read: the position stays
    }

    void anUnknownFieldIsNamedUnlessItIsOptional()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.setHandler(describeAnswer);
        const ReadAll all =
            readAll(bench, {u"Opportunity"_s, {u"Name"_s, u"Account.Nope__c"_s}, {}, {}, {}, 0});
        QVERIFY(all.error);
        QCOMPARE(all.error->kind, ErrorKind::BadConfig);
        QCOMPARE(all.error->code, u"connector.unknown-field"_s);
        QCOMPARE(all.error->facts.first(), u"Account.Nope__c"_s);
    }

    void aRelationBeyondTheUsualOnesIsDescribedWhenNeeded()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.setHandler([](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (!request.url.path().endsWith(u"/queryAll")) return describeAnswer(request);
            return MemoryTransport::response(
                200,
                R"({"totalSize":1,"done":true,"records":[{"Id":"1","SystemModstamp":"2026-01-01T00:00:00.000+0000","Account":{"Parent":{"Name":"Group"}}}]})",
                kJson);
        });
        const ReadAll all = readAll(bench, {u"Opportunity"_s, {u"Account.Parent.Name"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(*all.records.first().path(u"Account.Parent.Name").text(), u"Group"_s);
    }

    void pagesFollowTheNextLinkAndTheCursorIsTheLastStamp()
    {
        Bench bench(u"salesforce"_s);
        adopt(bench);
        bench.transport.answer(200,
                               "{\"totalSize\":3,\"done\":false,\"nextRecordsUrl\":\"/services/data/v62.0/"
                               "query/01g-2000\",\"records\":[" +
                                   record(1, u"2026-01-01T00:00:00.000+0000"_s) + "," +
                                   record(2, u"2026-01-02T00:00:00.000+0000"_s) + "]}",
                               kJson);
        bench.transport.answer(200,
                               "{\"totalSize\":3,\"done\":true,\"records\":[" +
                                   record(3, u"2026-01-03T00:00:00.000+0000"_s) + "]}",
                               kJson);
        const ReadAll all = readAll(bench, {u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(all.records.size(), 3);
        QCOMPARE(all.cursor, u"2026-01-03T00:00:00.000Z"_s);
        QCOMPARE(bench.path(bench.transport.calls().at(1).request), u"/services/data/v62.0/query/01g-2000"_s);
    }

    void aShortReadIsNeverTakenForTheEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QByteArray one = record(1, u"2026-01-01T00:00:00.000+0000"_s);
        QTest::newRow("fewer than announced")
            << "{\"totalSize\":2,\"done\":true,\"records\":[" + one + "]}" << u"answer.incomplete"_s;
        QTest::newRow("not done, no link")
            << "{\"totalSize\":2,\"done\":false,\"records\":[" + one + "]}" << u"answer.incomplete"_s;
        QTest::newRow("another host")
            << "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"https://evil.test/q\",\"records\":[" +
                   one + "]}"
            << u"answer.link"_s;
        QTest::newRow("another host without scheme")
            << "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"//evil.test/q\",\"records\":[" + one +
                   "]}"
            << u"answer.link"_s;
        QTest::newRow("no stamp") << QByteArray(
                                         "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"1\"}]}")
                                  << u"answer.shape"_s;
    }
    void aShortReadIsNeverTakenForTheEnd()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        Bench bench(u"salesforce"_s);
        adopt(bench);
        bench.transport.answer(200, body, kJson);
        const ReadAll all = readAll(bench, {u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(all.error);
        QCOMPARE(all.error->kind, ErrorKind::RemoteFault);
        QCOMPARE(all.error->code, code);
    }

    void aDroppedLocatorGoesOnFromTheLastStampOnce()
    {
        Bench bench(u"salesforce"_s);
        adopt(bench);
        const QByteArray locatorGone =
            R"([{"errorCode":"INVALID_QUERY_LOCATOR","message":"invalid query locator"}])";
        bench.transport.answer(200,
                               "{\"totalSize\":9,\"done\":false,\"nextRecordsUrl\":\"/services/data/v62.0/"
                               "query/a\",\"records\":[" +
                                   record(1, u"2026-01-05T00:00:00.000+0000"_s) + "]}",
                               kJson);
        bench.transport.answer(400, locatorGone, kJson);
        bench.transport.answer(200,
                               "{\"totalSize\":1,\"done\":true,\"records\":[" +
                                   record(1, u"2026-01-05T00:00:00.000+0000"_s) + "]}",
                               kJson);
        const ReadAll all = readAll(bench, {u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QVERIFY(
            bench.query(2, u"q"_s).contains(u"WHERE SystemModstamp >= 2026-01-05T00:00:00.000Z ORDER BY"));

        Bench endless(u"salesforce"_s);
        adopt(endless);
        endless.transport.setHandler([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (request.url.path().endsWith(u"/a")) return MemoryTransport::response(400, locatorGone, kJson);
            return MemoryTransport::response(200,
                                             "{\"totalSize\":9,\"done\":false,\"nextRecordsUrl\":\"/services/"
                                             "data/v62.0/query/a\",\"records\":[" +
                                                 record(1, u"2026-01-05T00:00:00.000+0000"_s) + "]}",
                                             kJson);
        });
        const ReadAll stuck = readAll(endless, {u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(stuck.error);
        QCOMPARE(stuck.error->code, u"salesforce.query-locator"_s);
    }

    void aLongSubListIsFetchedToItsEnd()
    {
        Bench bench(u"salesforce"_s);
        adopt(bench);
        bench.transport.answer(
            200,
            R"({"totalSize":1,"done":true,"records":[{"Id":"1","SystemModstamp":"2026-01-01T00:00:00.000+0000",
          "OpportunityLineItems":{"totalSize":3,"done":false,"nextRecordsUrl":"/services/data/v62.0/query/l1","records":[{"UnitPrice":1}]}}]})",
            kJson);
        bench.transport.answer(
            200, R"({"totalSize":3,"done":true,"records":[{"UnitPrice":2},{"UnitPrice":3}]})", kJson);
        const ReadAll all =
            readAll(bench, {u"Opportunity"_s, {u"OpportunityLineItems[].UnitPrice"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(all.records.first().value(u"OpportunityLineItems").list()->size(), 3);
    }

    void anOldKeptSchemaIsDescribedAgainWhenAFieldIsRefused()
    {
        Bench bench(u"salesforce"_s);
        adopt(bench);
        int refusals = 0;
        bench.transport.setHandler([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (!request.url.path().endsWith(u"/queryAll")) return describeAnswer(request);
            if (QUrl::fromPercentEncoding(request.url.query(QUrl::FullyEncoded).toLatin1())
                    .contains(u"Gone__c")) {
                ++refusals;
                return MemoryTransport::response(
                    400,
                    R"([{"errorCode":"INVALID_FIELD","message":"No such column 'Gone__c' on entity 'Opportunity'."}])",
                    kJson);
            }
            return MemoryTransport::response(200, R"({"totalSize":0,"done":true,"records":[]})", kJson);
        });
        const ReadAll all =
            readAll(bench, {u"Opportunity"_s, {u"Name"_s, u"Gone__c"_s}, {u"Gone__c"_s}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(refusals, 1);
    }

    void recordsAreReadByIdsInChunksThatFitAnAddress()
    {
        Bench bench(u"salesforce"_s);
        adopt(bench);
        bench.transport.setHandler([](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (request.url.toEncoded().size() > 16'384) return MemoryTransport::response(414, "<html>", {});
            return MemoryTransport::response(200, R"({"totalSize":0,"done":true,"records":[]})", kJson);
        });
        ReadRequest request{u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0};
        for (int i = 0; i < 700; ++i)
            request.ids << u"0060000000%1AAA"_s.arg(i, 5, 10, QChar(u'0'));
        const ReadAll all = readAll(bench, request);
        QVERIFY(!all.error);
        QCOMPARE(bench.transport.calls().size(), 3);
        QStringList asked;
        for (qsizetype i = 0; i < 3; ++i) {
            const QString in = bench.query(i, u"q"_s).section(u"IN ("_s, 1).section(u')', 0, 0);
            asked += in.split(u',');
        }
        QCOMPARE(asked.size(), 700);
        QCOMPARE(asked.first(), u"'006000000000000AAA'"_s);
        QVERIFY(!bench.query(0, u"q"_s).contains(u"SystemModstamp >="));
    }

    void numberedPagesAreReadToTheLastAndChecked()
    {
        Bench bench(u"xero"_s);
        bench.transport.setHandler([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            const int page = QUrlQuery(request.url).queryItemValue(u"page"_s).toInt();
            const QByteArray one = "{\"ContactID\":\"" + QByteArray::number(page) +
                                   "\",\"UpdatedDateUTC\":\"/Date(157351680" + QByteArray::number(page) +
                                   "000+0000)/\"}";
            return MemoryTransport::response(
                200,
                "{\"pagination\":{\"page\":" + QByteArray::number(page) +
                    ",\"pageSize\":1,\"pageCount\":3,\"itemCount\":3},\"Contacts\":[" + one + "]}",
                kJson);
        });
        const ReadAll all =
            readAll(bench, {u"Contacts"_s, {u"Name"_s}, {}, u"2026-11-20T10:00:00.500Z"_s, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(all.records.size(), 3);
        QCOMPARE(bench.transport.calls().size(), 3);
        QCOMPARE(bench.header(0, "If-Modified-Since"), QByteArray("2026-11-20T09:59:55"));
        QCOMPARE(bench.header(0, "xero-tenant-id"), QByteArray("t-1"));
        QCOMPARE(bench.query(0, u"pageSize"_s), u"1000"_s);
        QCOMPARE(bench.query(0, u"includeArchived"_s), u"true"_s);
        QCOMPARE(all.cursor, u"2026-11-20T10:00:00.500Z"_s); // never backwards
    }

    void aNumberedPageShorterThanItSaysIsAFault()
    {
        Bench bench(u"xero"_s);
        bench.transport.answer(
            200, R"({"pagination":{"page":1,"pageSize":100,"pageCount":2,"itemCount":150},"Contacts":[]})",
            kJson);
        const ReadAll all = readAll(bench, {u"Contacts"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(all.error);
        QCOMPARE(all.error->code, u"answer.incomplete"_s);
        QCOMPARE(all.error->context.httpStatus, 0);
    }

    void withoutTotalsOnlyAnEmptyPageEndsARead()
    {
        Bench bench(u"xero"_s);
        bench.transport.answer(200, R"({"Contacts":[{"ContactID":"a","UpdatedDateUTC":"/Date(1)/"}]})",
                               kJson);
        bench.transport.answer(200, R"({"Contacts":[]})", kJson);
        const ReadAll all = readAll(bench, {u"Contacts"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(all.records.size(), 1);
        QCOMPARE(bench.transport.calls().size(), 2);
    }

    void htmlInsteadOfJsonIsAClearFault()
    {
        Bench bench(u"xero"_s);
        bench.transport.setHandler([](const net::HttpRequest&) -> MemoryTransport::Answer {
            return MemoryTransport::response(200, "<html>login</html>", {{"Content-Type", "text/html"}});
        });
        const ReadAll all = readAll(bench, {u"Contacts"_s, {u"Name"_s}, {}, {}, {}, 0});
        QCOMPARE(bench.transport.calls().size(), 4);
        QVERIFY(all.error);
        QCOMPARE(all.error->kind, ErrorKind::RemoteFault);
        QCOMPARE(all.error->code, u"answer.not-json"_s);
        QCOMPARE(all.error->context.connection, u"xero-1"_s);
        QCOMPARE(all.error->context.object, u"Contacts"_s);
    }

    void aDamagedAnswerToAReadIsAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("page") << QByteArray("<html>busy</html>") << QByteArray("text/html");
        QTest::newRow("cut") << QByteArray(R"({"Contacts":[{"ContactID":"a",)")
                             << QByteArray("application/json");
        QTest::newRow("empty") << QByteArray() << QByteArray("application/json");
        QTest::newRow("another document") << QByteArray("{}") << QByteArray("application/json");
    }
    void aDamagedAnswerToAReadIsAskedForAgain()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        Bench bench(u"xero"_s);
        bench.transport.answer(200, body, {{"Content-Type", type}});
        bench.transport.answer(200, body, {{"Content-Type", type}});
        bench.transport.answer(200, R"({"Contacts":[{"ContactID":"a","UpdatedDateUTC":"/Date(1)/"}]})",
                               kJson);
        bench.transport.answer(200, R"({"Contacts":[]})", kJson);
        const ReadAll all = readAll(bench, {u"Contacts"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(!all.error);
        QCOMPARE(all.records.size(), 1);
        QCOMPARE(bench.transport.calls().size(), 4);
    }

    void keysAreLookedUpInGroupsAndComparedExactly()
    {
        Bench bench(u"xero"_s);
        bench.transport.setHandler([](const net::HttpRequest&) -> MemoryTransport::Answer {
            return MemoryTransport::response(
                200, R"({"pagination":{"page":1,"pageSize":1000,"pageCount":1,"itemCount":2},"Invoices":[
              {"InvoiceID":"i1","Reference":"006A","InvoiceNumber":"INV-1","Status":"VOIDED","UpdatedDateUTC":"/Date(1573516800000+0000)/"},
              {"InvoiceID":"i2","Reference":"006a","Status":"DRAFT","UpdatedDateUTC":"/Date(1573516800000+0000)/"}]})",
                kJson);
        });
        QStringList keys{u"006A"_s};
        for (int i = 0; i < 11; ++i)
            keys << u"k%1"_s.arg(i);
        keys << u"say \"hi\""_s;
        const auto found = runTask(bench.connector->find(u"Invoices"_s, keys, {}), bench.clock);
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, u"i1"_s);
        QCOMPARE(found->first().number, u"INV-1"_s);
        QCOMPARE(found->first().externalKey, u"006A"_s);
        QCOMPARE(found->first().version, u"2019-11-12T00:00:00.000Z"_s);
        QVERIFY(!found->first().usable);
        QCOMPARE(bench.transport.calls().size(), 3);
        QVERIFY(bench.query(0, u"where"_s).startsWith(u"Reference==\"006A\" OR Reference==\"k0\""));
        QCOMPARE(bench.query(2, u"searchTerm"_s), u"say \"hi\""_s);
    }

    void theOrganisationsOfASignInAreListedAndOneIsTested()
    {
        Bench bench(u"xero"_s);
        bench.transport.setHandler([](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (request.url.path() == u"/connections")
                return MemoryTransport::response(
                    200,
                    R"j([{"id":"x","tenantId":"t-1","tenantName":"Demo (AU)","tenantType":"ORGANISATION"},
                  {"id":"y","tenantId":"p","tenantName":"Practice","tenantType":"PRACTICE"},{"id":"z","tenantId":"t-2","tenantName":"Demo (NZ)","tenantType":"ORGANISATION"}])j",
                    kJson);
            return MemoryTransport::response(
                200,
                R"j({"Organisations":[{"OrganisationID":"t-1","Name":"Demo Company (AU)","BaseCurrency":"AUD","CountryCode":"AU",
              "Timezone":"AUSEASTERNSTANDARDTIME","ShortCode":"!23eYt","IsDemoCompany":true,"PeriodLockDate":"/Date(1546214400000+0000)/"}]})j",
                kJson);
        });
        const auto list = runTask(bench.connector->organisations({}), bench.clock);
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
        QCOMPARE(list->last().name, u"Demo (NZ)"_s);
        const auto info = runTask(bench.connector->test({}), bench.clock);
        QVERIFY(info);
        QCOMPARE(info->baseCurrency, u"AUD"_s);
        QCOMPARE(info->zone, u"Australia/Sydney"_s);
        QVERIFY(info->demo);
        QCOMPARE(bench.connector->link(u"Invoices"_s, u"i-1"_s),
                 u"https://go.xero.com/app/!23eYt/invoicing/view/i-1"_s);
        QCOMPARE(bench.connector->link(u"Invoices"_s, QString()), QString());
    }

    void anOrganisationThatTheSignInLostNeedsALogin()
    {
        Bench bench(u"xero"_s);
        bench.transport.answer(
            200, R"([{"tenantId":"t-9","tenantName":"Other","tenantType":"ORGANISATION"}])", kJson);
        const auto info = runTask(bench.connector->test({}), bench.clock);
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::NeedsLogin);
        QCOMPARE(info.error().code, u"connector.organisation-gone"_s);
        QCOMPARE(info.error().facts, QStringList{u"Practice"_s});
    }

    void theSalesforceIdentityIsAskedOnItsOwnHost()
    {
        Bench bench(u"salesforce"_s);
        bench.transport.answer(
            200, R"({"user_id":"005","organization_id":"00D","username":"ann@example.test"})", kJson);
        bench.transport.answer(
            400,
            R"([{"errorCode":"INVALID_TYPE","message":"sObject type 'Organization' is not supported."}])",
            kJson);
        bench.connector =
            std::make_unique<RestConnector>(bench.manifest, withoutTenant(bench.connection), bench.transport,
                                            bench.clock, bench.random, nullptr);
        const auto info = runTask(bench.connector->test({}), bench.clock);
        QVERIFY(info);
        QCOMPARE(info->tenantId, u"00D"_s);
        QCOMPARE(info->authorisedBy, u"ann@example.test"_s);
        QVERIFY(!info->name.isEmpty());
        QCOMPARE(bench.transport.calls().first().request.url.toString(),
                 u"http://127.0.0.1:5001/id/00D/005?format=json"_s);
        QCOMPARE(bench.connector->link(u"Opportunity"_s, u"006A"_s), u"http://127.0.0.1:5001/006A"_s);
    }

    void referenceDataComesBackFromItsKeptForm()
    {
        ReferenceData data;
        data.organisation = {u"t"_s,  u"Name"_s, u"ann"_s, u"AUD"_s, u"AU"_s, u"Australia/Sydney"_s,
                             u"!a"_s, true};
        data.taxRates.append(
            {u"OUTPUT"_s, u"GST on Income"_s, *Decimal::parse(std::string_view("10.0000")), {u"REVENUE"_s}});
        data.accounts.append({u"200"_s, u"Sales"_s, u"REVENUE"_s, u"OUTPUT"_s, false});
        data.currencies = QStringList{u"AUD"_s, u"EUR"_s};
        data.lockDate = QDate(2026, 6, 30);
        const ReferenceData kept = referenceFromJson(*Json::parse(toJson(data).toBytes()));
        QCOMPARE(toJson(kept).toBytes(), toJson(data).toBytes());
        QCOMPARE(kept.lockDate, data.lockDate);
        QVERIFY(!kept.yearEndLock.isValid());
        QCOMPARE(kept.taxRates.first().classes, QStringList{u"REVENUE"_s});
        QVERIFY(!kept.accounts.first().active);
    }

    void aMissingSettingIsNamedBeforeAnyCall()
    {
        Bench bench(u"salesforce"_s);
        bench.connection.settings.remove(u"instanceUrl"_s);
        bench.connector = std::make_unique<RestConnector>(bench.manifest, bench.connection, bench.transport,
                                                          bench.clock, bench.random, nullptr);
        adopt(bench);
        const ReadAll all = readAll(bench, {u"Opportunity"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(all.error);
        QCOMPARE(all.error->code, u"connector.setting-missing"_s);
        QCOMPARE(all.error->facts, QStringList{u"instanceUrl"_s});
        QVERIFY(bench.transport.calls().isEmpty());
    }

  private:
    static model::Connection withoutTenant(model::Connection connection)
    {
        connection.tenantId.clear();
        return connection;
    }

    /// A kept schema with Name, a custom field and lines: reads need no describe.
    static void adopt(Bench& bench)
    {
        model::ObjectSchema schema;
        schema.name = schema.label = schema.labelPlural = u"Opportunity"_s;
        const auto field = [](const QString& name, model::FieldType type) {
            model::Field made;
            made.name = made.label = name;
            made.type = type;
            return made;
        };
        schema.fields = QList<model::Field>{field(u"Id"_s, model::FieldType::Id),
                                            field(u"Name"_s, model::FieldType::Text),
                                            field(u"Gone__c"_s, model::FieldType::Text),
                                            field(u"SystemModstamp"_s, model::FieldType::Instant)};
        model::Field lines = field(u"OpportunityLineItems"_s, model::FieldType::List);
        lines.fields = QList<model::Field>{field(u"UnitPrice"_s, model::FieldType::Money)};
        schema.fields.append(lines);
        bench.connector->adopt({schema});
    }
};

QTEST_GUILESS_MAIN(TestRestReading)
#include "testrestreading.moc"
