#include "salesforceprobe.h"

#include "sandbox/salesforce/bulk/csvdialect.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::sandbox::salesforce;
using namespace Qt::StringLiterals;

class TestSalesforceBulk : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<SalesforceProbe>(); }
    void csvIsReadAsItWasWritten_data();
    void csvIsReadAsItWasWritten();
    void brokenCsvIsRefused_data();
    void brokenCsvIsRefused();
    void jobGoesThroughItsStates();
    void eachRowHasItsVerdict();
    void blankCellsLeaveAndMarkedOnesClear();
    void upsertTellsNewFromKnown();
    void parentsAreFoundByExternalId();
    void deletionsTakeIdsOnly();
    void wrongUploadsFailTheJob_data();
    void wrongUploadsFailTheJob();
    void abortedJobGivesItsRowsBack();
    void jobsAreRefused_data();
    void jobsAreRefused();
    void anotherVersionIsAConflict();
    void queryIsReadAsCsv();
    void queryPagesByLocator();
    void emptyQueryIsItsHeader();
    void queryAllShowsDeletedRows();
    void queriesAreRefused_data();
    void queriesAreRefused();

  private:
    [[nodiscard]] Json open(const char* body)
    {
        return SalesforceProbe::json(m_probe->call("POST", "/jobs/ingest", body));
    }
    [[nodiscard]] int upload(const Json& job, const QByteArray& csv)
    {
        return m_probe
            ->call("PUT", path(job) + "/batches", csv, {{"Content-Type", "text/csv; charset=UTF-8"}})
            .status;
    }
    [[nodiscard]] QByteArray path(const Json& job) const
    {
        return "/jobs/ingest/" + job[u"id"].toText().toLatin1();
    }
    [[nodiscard]] Json move(const Json& job, const char* state)
    {
        return SalesforceProbe::json(
            m_probe->call("PATCH", path(job), QByteArray("{\"state\":\"") + state + "\"}"));
    }
    /// Opens, uploads, closes and polls until it is over.
    [[nodiscard]] Json run(const char* body, const QByteArray& csv)
    {
        const Json job = open(body);
        if (upload(job, csv) != 201) return {};
        (void)move(job, "UploadComplete");
        return settled("/jobs/ingest/", job);
    }
    [[nodiscard]] Json settled(const QByteArray& kind, const Json& job)
    {
        Json now = job;
        for (int polls = 0; polls < 10; ++polls) {
            now = SalesforceProbe::json(m_probe->call("GET", kind + job[u"id"].toText().toLatin1()));
            const QString state = now[u"state"].toText();
            if (state == u"JobComplete" || state == u"Failed" || state == u"Aborted") break;
        }
        return now;
    }
    [[nodiscard]] QByteArray results(const Json& job, const char* which)
    {
        return m_probe->call("GET", path(job) + '/' + which).body;
    }
    [[nodiscard]] Json queryJob(const QByteArray& soql, const QByteArray& operation = "query")
    {
        const Response opened = m_probe->call(
            "POST", "/jobs/query", "{\"operation\":\"" + operation + "\",\"query\":\"" + soql + "\"}");
        return opened.status == 200 ? settled("/jobs/query/", SalesforceProbe::json(opened)) : Json();
    }
    [[nodiscard]] Response page(const Json& job, const QByteArray& tail = {})
    {
        return m_probe->call("GET", "/jobs/query/" + job[u"id"].toText().toLatin1() + "/results" + tail);
    }

    std::unique_ptr<SalesforceProbe> m_probe;
};

void TestSalesforceBulk::csvIsReadAsItWasWritten_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("cells"); // records by |, cells by ~
    const auto row = [](const char* name, const QByteArray& csv, const QString& delimiter,
                        const QString& ending,
                        const QString& cells) { QTest::newRow(name) << csv << delimiter << ending << cells; };
    row("plain", "a,b\nc,d\n", {}, {}, u"a~b|c~d"_s);
    row("no last line end", "a,b\nc,d", {}, u"LF"_s, u"a~b|c~d"_s);
    row("quotes, delimiters and line ends inside", "\"a,\"\"x\"\"\",\"b\nb\"\n", {}, {}, u"a,\"x\"~b\nb"_s);
    row("carriage returns", "a,b\r\nc,\"d\"\r\n", {}, u"CRLF"_s, u"a~b|c~d"_s);
    row("tabs", "a\tb,c\n", u"TAB"_s, {}, u"a~b,c"_s);
    row("semicolons", "a;b\n", u"SEMICOLON"_s, {}, u"a~b"_s);
    row("pipes", "a|b\n", u"PIPE"_s, {}, u"a~b"_s);
    row("carets", "a^b\n", u"CARET"_s, {}, u"a~b"_s);
    row("backquotes", "a`b\n", u"BACKQUOTE"_s, {}, u"a~b"_s);
    row("blank cells and lines", "a,\n\n,b\n", {}, {}, u"a~|~b"_s);
    row("byte order mark",
        "\xef\xbb\xbf"
        "a\n",
        {}, {}, u"a"_s);
    row("nothing", "", {}, {}, QString());
}

void TestSalesforceBulk::csvIsReadAsItWasWritten()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, delimiter);
    QFETCH(QString, ending);
    const auto dialect = CsvDialect::named(delimiter, ending);
    QVERIFY(dialect.has_value());
    QStringList records;
    CsvReader reader(csv, *dialect);
    std::vector<QByteArray> cells;
    QByteArray again;
    while (reader.next(cells)) {
        QStringList texts;
        for (const QByteArray& cell : cells)
            texts.append(QString::fromUtf8(cell));
        records.append(texts.join(u'~'));
        appendCsvRecord(again, cells, *dialect);
    }
    QCOMPARE(reader.fault(), QString());
    QTEST(records.join(u'|'), "cells");
    CsvReader second(again, *dialect);
    qsizetype count = 0;
    while (second.next(cells))
        ++count;
    QCOMPARE(count, records.size());
}

void TestSalesforceBulk::brokenCsvIsRefused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("fault");
    QTest::newRow("open quote") << QByteArray("\"a,b\n") << u"EOF reached"_s;
    QTest::newRow("text after a quote") << QByteArray("\"a\"b,c\n") << u"quote inside a cell"_s;
    QTest::newRow("other line end") << QByteArray("a,b\r\nc,d\r\n") << u"LineEnding is invalid"_s;
}

void TestSalesforceBulk::brokenCsvIsRefused()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, fault);
    CsvReader reader(csv, CsvDialect());
    std::vector<QByteArray> cells;
    while (reader.next(cells)) {
    }
    QVERIFY2(reader.fault().contains(fault), qPrintable(reader.fault()));
}

void TestSalesforceBulk::jobGoesThroughItsStates()
{
    const Json job = open(R"({"object":"account","operation":"insert","lineEnding":"LF"})");
    QCOMPARE(job[u"state"].toText(), u"Open"_s);
    QCOMPARE(job[u"object"].toText(), u"Account"_s);
    QVERIFY(job[u"id"].toText().startsWith(u"750"));
    QCOMPARE(job[u"apiVersion"].toDecimal().toString(), u"62.0"_s);
    QCOMPARE(job[u"columnDelimiter"].toText(), u"COMMA"_s);
    QVERIFY(job[u"contentUrl"].toText().endsWith(u"/batches"));
    QCOMPARE(m_probe->call("PUT", path(job) + "/batches", "Name\nx\n", {{"Content-Type", "application/json"}})
                 .status,
             415);
    QCOMPARE(upload(job, "Name\nx\n"), 201);
    QCOMPARE(upload(job, "Name\ny\n"), 400);
    QCOMPARE(m_probe->refusal("GET", path(job) + "/successfulResults"), u"INVALIDJOBSTATE"_s);
    QCOMPARE(m_probe->refusal("DELETE", path(job)), u"INVALIDJOBSTATE"_s);
    QCOMPARE(move(job, "UploadComplete")[u"state"].toText(), u"UploadComplete"_s);
    QCOMPARE(SalesforceProbe::json(m_probe->call("GET", path(job)))[u"state"].toText(), u"InProgress"_s);
    QCOMPARE(m_probe->system.state(u"Account").size(), 0);
    const Json over = SalesforceProbe::json(m_probe->call("GET", path(job)));
    QCOMPARE(over[u"state"].toText(), u"JobComplete"_s);
    QCOMPARE(over[u"numberRecordsProcessed"].toInteger(), 1);
    QCOMPARE(over[u"numberRecordsFailed"].toInteger(), 0);
    QCOMPARE(m_probe->system.state(u"Account").size(), 1);
    QCOMPARE(SalesforceProbe::json(m_probe->call("GET", "/jobs/ingest"))[u"records"].size(), 1);
    QCOMPARE(m_probe->call("DELETE", path(job)).status, 204);
    QCOMPARE(m_probe->call("GET", path(job)).status, 404);
}

void TestSalesforceBulk::eachRowHasItsVerdict()
{
    const Json job = run(R"({"object":"Account","operation":"insert"})",
                         "Id,Name,AnnualRevenue\n,\"Good, \"\"one\"\"\",12.345\n,,1\n,Bad,much\n,Short\n");
    QCOMPARE(job[u"numberRecordsProcessed"].toInteger(), 4);
    QCOMPARE(job[u"numberRecordsFailed"].toInteger(), 3);
    const QString id = m_probe->query(u"SELECT Id FROM Account"_s)[u"records"].at(0)[u"Id"].toText();
    QCOMPARE(results(job, "successfulResults"),
             "\"sf__Id\",\"sf__Created\",\"Id\",\"Name\",\"AnnualRevenue\"\n\"" + id.toLatin1() +
                 "\",\"true\",\"\",\"Good, \"\"one\"\"\",\"12.345\"\n");
    const QByteArray failed = results(job, "FailedResults");
    QVERIFY(failed.startsWith("\"sf__Id\",\"sf__Error\",\"Id\","));
    QVERIFY(failed.contains("\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\""));
    QVERIFY(failed.contains("\"JSON_PARSER_ERROR:"));
    QVERIFY(failed.contains("\"INVALID_CSV_ROW:"));
    QCOMPARE(results(job, "unprocessedRecords"), QByteArray("\"Id\",\"Name\",\"AnnualRevenue\"\n"));
    QCOMPARE(m_probe->query(u"SELECT AnnualRevenue FROM Account"_s)[u"records"]
                 .at(0)[u"AnnualRevenue"]
                 .toDecimal()
                 .toString(),
             u"12.35"_s);
}

void TestSalesforceBulk::blankCellsLeaveAndMarkedOnesClear()
{
    const QByteArray id =
        m_probe->create("Account", R"({"Name":"a","Phone":"1","BillingCity":"Hobart"})").toLatin1();
    const Json job = run(R"({"object":"Account","operation":"update","columnDelimiter":"PIPE"})",
                         "Id|Phone|BillingCity|Website\n" + id + "||#N/A|x.example\n");
    QCOMPARE(job[u"numberRecordsFailed"].toInteger(), 0);
    const Json row = m_probe->system.state(u"Account").at(0);
    QCOMPARE(row[u"Phone"].toText(), u"1"_s);
    QVERIFY(row[u"BillingCity"].isNull());
    QCOMPARE(row[u"Website"].toText(), u"x.example"_s);
}

void TestSalesforceBulk::upsertTellsNewFromKnown()
{
    (void)m_probe->create("Account", R"({"Name":"a","Xero_Contact_Id__c":"k1"})");
    const Json job =
        run(R"({"object":"Account","operation":"upsert","externalIdFieldName":"Xero_Contact_Id__c"})",
            "Xero_Contact_Id__c,Name\nK1,b\nk2,c\n,d\n");
    const QByteArray good = results(job, "successfulResults");
    QVERIFY(good.contains("\"false\",\"K1\",\"b\"\n"));
    QVERIFY(good.contains("\"true\",\"k2\",\"c\"\n"));
    QVERIFY(results(job, "failedResults").contains("MISSING_ARGUMENT"));
    QCOMPARE(m_probe->system.state(u"Account").size(), 2);
}

void TestSalesforceBulk::parentsAreFoundByExternalId()
{
    const QString account = m_probe->create("Account", R"({"Name":"a","Xero_Contact_Id__c":"k1"})");
    const Json job = run(R"({"object":"Contact","operation":"insert"})",
                         "LastName,Account.Xero_Contact_Id__c\nLee,k1\nRay,none\n");
    QCOMPARE(job[u"numberRecordsFailed"].toInteger(), 1);
    QCOMPARE(m_probe->system.state(u"Contact").at(0)[u"AccountId"].toText(), account);
}

void TestSalesforceBulk::deletionsTakeIdsOnly()
{
    const QByteArray first = m_probe->create("Account", R"({"Name":"a"})").toLatin1();
    const QByteArray second = m_probe->create("Account", R"({"Name":"b"})").toLatin1();
    const Json wrong = run(R"({"object":"Account","operation":"delete"})", "Id,Name\n" + first + ",a\n");
    QCOMPARE(wrong[u"state"].toText(), u"Failed"_s);
    (void)run(R"({"object":"Account","operation":"delete"})", "Id\n" + first + "\n");
    (void)run(R"({"object":"Account","operation":"hardDelete"})", "Id\n" + second + "\n");
    QCOMPARE(m_probe->query(u"SELECT Id FROM Account"_s)[u"totalSize"].toInteger(), 0);
    QCOMPARE(m_probe->query(u"SELECT Name FROM Account"_s, "/queryAll")[u"totalSize"].toInteger(), 1);
    const Json gone = run(R"({"object":"Account","operation":"delete"})", "Id\n" + first + "\n");
    QVERIFY(results(gone, "failedResults").contains("ENTITY_IS_DELETED"));
}

void TestSalesforceBulk::wrongUploadsFailTheJob_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown column") << QByteArray("Name,Nope\na,b\n") << u"Field name not found : Nope"_s;
    QTest::newRow("unknown relationship") << QByteArray("Name,Boss.Id\na,b\n") << u"Boss.Id"_s;
    QTest::newRow("line ends") << QByteArray("Name\r\na\r\n") << u"LineEnding"_s;
    QTest::newRow("broken quote") << QByteArray("Name\n\"a\n") << u"EOF"_s;
}

void TestSalesforceBulk::wrongUploadsFailTheJob()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, words);
    const Json job = run(R"({"object":"Account","operation":"insert"})", csv);
    QCOMPARE(job[u"state"].toText(), u"Failed"_s);
    QVERIFY2(job[u"errorMessage"].toText().contains(words), qPrintable(job[u"errorMessage"].toText()));
    QCOMPARE(m_probe->system.state(u"Account").size(), 0);
}

void TestSalesforceBulk::abortedJobGivesItsRowsBack()
{
    const Json job = open(R"({"object":"Account","operation":"insert"})");
    QCOMPARE(upload(job, "Name\na\nb\n"), 201);
    (void)move(job, "UploadComplete");
    QCOMPARE(move(job, "Aborted")[u"state"].toText(), u"Aborted"_s);
    QCOMPARE(settled("/jobs/ingest/", job)[u"state"].toText(), u"Aborted"_s);
    QCOMPARE(results(job, "unprocessedRecords"), QByteArray("\"Name\"\n\"a\"\n\"b\"\n"));
    QCOMPARE(m_probe->system.state(u"Account").size(), 0);
    QVERIFY(move(job, "UploadComplete").isArray());
}

void TestSalesforceBulk::jobsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << QByteArray(R"({"object":"Nothing","operation":"insert"})");
    QTest::newRow("operation") << QByteArray(R"({"object":"Account","operation":"merge"})");
    QTest::newRow("no key") << QByteArray(R"({"object":"Account","operation":"upsert"})");
    QTest::newRow("key that is none")
        << QByteArray(R"({"object":"Account","operation":"upsert","externalIdFieldName":"Phone"})");
    QTest::newRow("delimiter") << QByteArray(
        R"({"object":"Account","operation":"insert","columnDelimiter":"STAR"})");
    QTest::newRow("content") << QByteArray(
        R"({"object":"Account","operation":"insert","contentType":"JSON"})");
}

void TestSalesforceBulk::jobsAreRefused()
{
    QFETCH(QByteArray, body);
    QCOMPARE(m_probe->refusal("POST", "/jobs/ingest", body), u"INVALIDJOB"_s);
}

void TestSalesforceBulk::anotherVersionIsAConflict()
{
    const Json job = open(R"({"object":"Account","operation":"insert"})");
    Request request;
    request.method = "GET";
    request.path = "/services/data/v61.0" + path(job);
    request.headers = {{"Authorization", "Bearer " + m_probe->access}};
    QCOMPARE(m_probe->system.handle(request).status, 409);
    QCOMPARE(m_probe->call("DELETE", "/jobs/query/undefined").status, 404);
}

void TestSalesforceBulk::queryIsReadAsCsv()
{
    (void)m_probe->create("Account", R"({"Name":"A \"quoted\", one","AnnualRevenue":1.50})");
    const QByteArray account = m_probe->system.state(u"Account").at(0)[u"Id"].toText().toLatin1();
    (void)m_probe->create("Contact", "{\"LastName\":\"Lee\",\"AccountId\":\"" + account + "\"}");
    const Json job = queryJob("SELECT lastname, email, account.name, Account.AnnualRevenue, IsDeleted, "
                              "CreatedDate FROM Contact");
    QCOMPARE(job[u"numberRecordsProcessed"].toInteger(), 1);
    const Response all = page(job);
    QCOMPARE(headerValue(all.headers, "Content-Type"), QByteArray("text/csv;charset=UTF-8"));
    QCOMPARE(headerValue(all.headers, "Sforce-Locator"), QByteArray("null"));
    QCOMPARE(headerValue(all.headers, "Sforce-NumberOfRecords"), QByteArray("1"));
    const QByteArray expected =
        "\"LastName\",\"Email\",\"Account.Name\",\"Account.AnnualRevenue\",\"IsDeleted\",\"CreatedDate\"\n"
        "\"Lee\",\"\",\"A \"\"quoted\"\", one\",\"1.50\",\"false\",\"2026-06-30T00:00:00.";
    QVERIFY2(all.body.startsWith(expected), all.body.constData());
    QVERIFY(all.body.endsWith("Z\"\n"));
}

void TestSalesforceBulk::queryPagesByLocator()
{
    for (int i = 0; i < 25; ++i)
        (void)m_probe->create("Account", "{\"Name\":\"a" + QByteArray::number(i) + "\"}");
    const Json job = queryJob("SELECT Name FROM Account ORDER BY Name");
    QByteArrayList names;
    QByteArray locator;
    int pages = 0;
    do {
        const Response part =
            page(job, "?maxRecords=10" + (locator.isEmpty() ? QByteArray() : "&locator=" + locator));
        QByteArrayList lines = part.body.trimmed().split('\n');
        QCOMPARE(lines.takeFirst(), QByteArray("\"Name\"")); // every page has it
        QCOMPARE(headerValue(part.headers, "Sforce-NumberOfRecords").toInt(), int(lines.size()));
        names += lines;
        locator = headerValue(part.headers, "Sforce-Locator");
        QVERIFY(!locator.isEmpty());
        QVERIFY(++pages < 5);
    } while (locator != "null");
    QCOMPARE(pages, 3);
    QCOMPARE(names.size(), 25);
    QCOMPARE(m_probe->json(page(job, "?locator=!!")).at(0)[u"errorCode"].toText(),
             u"INVALID_QUERY_LOCATOR"_s);
    QVERIFY(m_probe->set(R"({"bulkPageRows":20})"));
    QVERIFY(headerValue(page(job).headers, "Sforce-Locator") != "null");
}

void TestSalesforceBulk::emptyQueryIsItsHeader()
{
    const Json job = queryJob("SELECT Id, Name FROM Account");
    QCOMPARE(page(job).body, QByteArray("\"Id\",\"Name\"\n"));
}

void TestSalesforceBulk::queryAllShowsDeletedRows()
{
    const QByteArray id = m_probe->create("Account", R"({"Name":"a"})").toLatin1();
    QCOMPARE(m_probe->call("DELETE", "/sobjects/Account/" + id).status, 204);
    QCOMPARE(page(queryJob("SELECT Id FROM Account")).body.count('\n'), 1);
    QCOMPARE(page(queryJob("SELECT Id FROM Account", "queryAll")).body.count('\n'), 2);
}

void TestSalesforceBulk::queriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("soql");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* soql, const char* code) {
        QTest::newRow(soql) << QByteArray(soql) << QString::fromLatin1(code);
    };
    row("SELECT Id, (SELECT Id FROM Contacts) FROM Account", "API_ERROR");
    row("SELECT COUNT() FROM Account", "API_ERROR");
    row("SELECT Name, COUNT(Id) FROM Account GROUP BY Name", "API_ERROR");
    row("SELECT BillingAddress FROM Account", "API_ERROR");
    row("SELECT FIELDS(ALL) FROM Account LIMIT 1", "API_ERROR");
    row("SELECT Nope FROM Account", "INVALID_FIELD");
    row("SELECT Id FROM Nothing", "INVALID_TYPE");
    row("SELECT", "MALFORMED_QUERY");
}

void TestSalesforceBulk::queriesAreRefused()
{
    QFETCH(QByteArray, soql);
    QTEST(m_probe->refusal("POST", "/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}"),
          "code");
}

QTEST_GUILESS_MAIN(TestSalesforceBulk)
#include "testsalesforcebulk.moc"
