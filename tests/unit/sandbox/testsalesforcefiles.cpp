#include "salesforceprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

/// Files of the practice Salesforce: versions, their documents, what they hang on, and their bytes.
class TestSalesforceFiles final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        m_probe = std::make_unique<SalesforceProbe>();
        m_account = m_probe->create("Account", R"({"Name":"Ridgeway"})");
        QVERIFY(!m_account.isEmpty());
    }
    void cleanup() { m_probe.reset(); }

    void aVersionMakesItsDocumentAndHangsOnTheRecord()
    {
        const QString id = attach(u"terms.txt"_s, "30 days\n");
        const Json links = linksOf(m_account);
        QCOMPARE(links.size(), 1);
        const Json& document = links.at(0)[u"ContentDocument"];
        QCOMPARE(document[u"Title"].toText(), u"terms"_s);
        QCOMPARE(document[u"FileExtension"].toText(), u"txt"_s);
        QCOMPARE(document[u"FileType"].toText(), u"TEXT"_s);
        const Json& version = document[u"LatestPublishedVersion"];
        QCOMPARE(version[u"Id"].toText(), id);
        QCOMPARE(version[u"PathOnClient"].toText(), u"terms.txt"_s);
        QCOMPARE(version[u"ContentSize"].toInteger(), 8);
    }

    void theBytesComeBackFromTheirAddress()
    {
        const QByteArray bytes = QByteArray::fromHex("00ff0d0a1a") + QByteArray(50'000, 'x');
        const QString id = attach(u"scan.pdf"_s, bytes);
        const Json rows = m_probe->query(u"SELECT VersionData FROM ContentVersion WHERE Id = '%1'"_s.arg(id));
        const QString address = rows[u"records"].at(0)[u"VersionData"].toText();
        QCOMPARE(address, u"/services/data/v62.0/sobjects/ContentVersion/%1/VersionData"_s.arg(id));
        const Response answer =
            m_probe->call("GET", address.mid(u"/services/data/v62.0"_s.size()).toLatin1());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, bytes);
        QVERIFY(headerValue(answer.headers, "Content-Type").startsWith("application/octet"));
    }

    void bytesMayComeAsMultipart()
    {
        const QByteArray sent =
            "--limit\r\nContent-Disposition: form-data; name=\"entity_content\";\r\n"
            "Content-Type: application/json\r\n\r\n"
            "{\"PathOnClient\":\"a.csv\",\"FirstPublishLocationId\":\"" +
            m_account.toLatin1() +
            "\"}\r\n--limit\r\n"
            "Content-Type: application/octet-stream\r\n"
            "Content-Disposition: form-data; name=\"VersionData\"; filename=\"a.csv\"\r\n\r\n"
            "one\r\ntwo\r\n\r\n--limit--\r\n";
        const Response answer = m_probe->call("POST", "/sobjects/ContentVersion", sent,
                                              {{"Content-Type", "multipart/form-data; boundary=\"limit\""}});
        QVERIFY2(answer.status == 201, answer.body.constData());
        const QByteArray id = SalesforceProbe::json(answer)[u"id"].toText().toLatin1();
        QCOMPARE(m_probe->call("GET", "/sobjects/ContentVersion/" + id + "/VersionData").body,
                 QByteArray("one\r\ntwo\r\n"));
        QCOMPARE(linksOf(m_account).size(), 1);
    }

    void aFurtherVersionTakesThePlaceOfTheOneBefore()
    {
        const QString first = attach(u"terms.txt"_s, "30 days");
        const QString document =
            m_probe
                ->query(
                    u"SELECT ContentDocumentId FROM ContentVersion WHERE Id = '%1'"_s.arg(first))[u"records"]
                .at(0)[u"ContentDocumentId"]
                .toText();
        const QString second = m_probe->create("ContentVersion", body({{u"PathOnClient"_s, u"terms.txt"_s},
                                                                       {u"VersionData"_s, u"MTQ="_s},
                                                                       {u"ContentDocumentId"_s, document}}));
        const Json rows = m_probe->query(
            u"SELECT Id, IsLatest, VersionNumber FROM ContentVersion WHERE ContentDocumentId = '%1' "
            "ORDER BY VersionNumber"_s.arg(document));
        QCOMPARE(rows[u"totalSize"].toInteger(), 2);
        QCOMPARE(rows[u"records"].at(0)[u"IsLatest"].toBool(), false);
        QCOMPARE(rows[u"records"].at(1)[u"IsLatest"].toBool(), true);
        QCOMPARE(rows[u"records"].at(1)[u"VersionNumber"].toText(), u"2"_s);
        const Json links = linksOf(m_account);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.at(0)[u"ContentDocument"][u"LatestPublishedVersion"][u"Id"].toText(), second);
    }

    void aFileHangsOnSeveralRecordsOnceEach()
    {
        attach(u"terms.txt"_s, "30 days");
        const QString document = linksOf(m_account).at(0)[u"ContentDocument"][u"Id"].toText();
        const QString other = m_probe->create("Account", R"({"Name":"Other"})");
        const QByteArray link = body({{u"ContentDocumentId"_s, document}, {u"LinkedEntityId"_s, other}});
        QVERIFY(!m_probe->create("ContentDocumentLink", link).isEmpty());
        QCOMPARE(m_probe->creation("ContentDocumentLink", link), u"DUPLICATE_VALUE"_s);
        QCOMPARE(linksOf(other).size(), 1);
        QCOMPARE(m_probe->call("DELETE", "/sobjects/ContentDocument/" + document.toLatin1()).status, 204);
        QCOMPARE(linksOf(other).size(), 0);
        QCOMPARE(linksOf(m_account).size(), 0);
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("without bytes")
            << QByteArray(R"({"PathOnClient":"a.txt"})") << u"REQUIRED_FIELD_MISSING"_s;
        QTest::newRow("without a name")
            << QByteArray(R"({"VersionData":"MTQ="})") << u"REQUIRED_FIELD_MISSING"_s;
        QTest::newRow("no base64") << QByteArray(R"({"PathOnClient":"a.txt","VersionData":"%%%"})")
                                   << u"JSON_PARSER_ERROR"_s;
        QTest::newRow("on no record")
            << QByteArray(
                   R"({"PathOnClient":"a.txt","VersionData":"MTQ=","FirstPublishLocationId":"001000000000999AAA"})")
            << u"INVALID_CROSS_REFERENCE_KEY"_s;
        QTest::newRow("too large") << body({{u"PathOnClient"_s, u"a.txt"_s},
                                            {u"VersionData"_s,
                                             QString::fromLatin1(QByteArray(37'500'001, 'x').toBase64())}})
                                   << u"EXCEEDED_MAX_SIZE_REQUEST"_s;
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QCOMPARE(m_probe->creation("ContentVersion", body), code);
        QCOMPARE(m_probe->query(u"SELECT Id FROM ContentVersion"_s)[u"totalSize"].toInteger(), 0);
    }

    void linksAreFoundOnlyFromOneOfTheirEnds()
    {
        attach(u"terms.txt"_s, "30 days");
        const Json refused = m_probe->query(u"SELECT Id FROM ContentDocumentLink WHERE ShareType = 'V'"_s);
        QCOMPARE(refused.at(0)[u"errorCode"].toText(), u"MALFORMED_QUERY"_s);
        QCOMPARE(linksOf(m_account).size(), 1);
    }

    void theBytesAreDescribedAsBytes()
    {
        const Json described =
            SalesforceProbe::json(m_probe->call("GET", "/sobjects/ContentVersion/describe"));
        QString type;
        for (const Json& field : described[u"fields"].toArray())
            if (field[u"name"].toText() == u"VersionData") type = field[u"type"].toText();
        QCOMPARE(type, u"base64"_s);
    }

  private:
    QString attach(const QString& name, const QByteArray& bytes)
    {
        return m_probe->create("ContentVersion",
                               body({{u"PathOnClient"_s, name},
                                     {u"VersionData"_s, QString::fromLatin1(bytes.toBase64())},
                                     {u"FirstPublishLocationId"_s, m_account}}));
    }
    static QByteArray body(const QList<std::pair<QString, QString>>& members)
    {
        Json json = Json::object();
        for (const auto& [name, value] : members)
            json.set(name, value);
        return json.toBytes();
    }
    Json linksOf(const QString& record)
    {
        return m_probe->query(
            u"SELECT ContentDocument.Id, ContentDocument.Title, ContentDocument.FileExtension, "
            "ContentDocument.FileType, ContentDocument.LatestPublishedVersion.Id, "
            "ContentDocument.LatestPublishedVersion.PathOnClient, "
            "ContentDocument.LatestPublishedVersion.ContentSize FROM ContentDocumentLink "
            "WHERE LinkedEntityId = '%1'"_s.arg(record))[u"records"];
    }

    std::unique_ptr<SalesforceProbe> m_probe;
    QString m_account;
};

QTEST_GUILESS_MAIN(TestSalesforceFiles)
#include "testsalesforcefiles.moc"
