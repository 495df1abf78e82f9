#include "salesforcedealtexts.h"
#include "sandbox/companyclock.h"
#include "sandbox/salesforce/dealfile.h"
#include "sandbox/salesforce/queryplan.h"
#include "sandbox/salesforce/queryservice.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::sandbox::salesforce;
using namespace Qt::StringLiterals;

class TestSalesforceQuery : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void rowsMatchTheCondition_data();
    void rowsMatchTheCondition();
    void faultsAreWordedAsTheServiceDoes_data();
    void faultsAreWordedAsTheServiceDoes();
    void recordIsPrintedWithParentsAndChildren();
    void moneyKeepsItsDigits();
    void stampIndexFollowsChanges();
    void countAnswersWithoutRows();
    void pagesJoinToTheWhole();
    void childRowsCountWhenPagingEarly();
    void locatorsExpire();
    void likeMatches_data();
    void likeMatches();

  private:
    [[nodiscard]] Json query(const QString& soql, const Headers& headers = {},
                             Deleted deleted = Deleted::Hidden);
    [[nodiscard]] Json follow(const QString& url);
    [[nodiscard]] QString namesOf(const Json& answer) const;

    CompanyClock m_clock{Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30))};
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<QueryService> m_queries;
};

void TestSalesforceQuery::init()
{
    m_clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)));
    m_organisation = std::make_unique<Organisation>(m_clock);
    m_queries = std::make_unique<QueryService>(*m_organisation);
    DealIntake intake(*m_organisation);
    const DealFileReport report = loadDeals(kDeals, intake, DealIntake::Stamps::Given);
    QVERIFY2(report.good(), qPrintable(report.faults.join(u'\n')));
    QCOMPARE(report.deals, 3);
}

Json TestSalesforceQuery::query(const QString& soql, const Headers& headers, Deleted deleted)
{
    Request request;
    request.method = "GET";
    request.query = "q=" + soql.toUtf8().toPercentEncoding();
    request.headers = headers;
    const Response response = m_queries->handle(request, {}, "/services/data/v62.0", deleted);
    return Json::parse(response.body).value_or(Json());
}

Json TestSalesforceQuery::follow(const QString& url)
{
    Request request;
    request.method = "GET";
    const Response response =
        m_queries->handle(request, {url.section(u'/', -1)}, "/services/data/v62.0", Deleted::Hidden);
    return Json::parse(response.body).value_or(Json());
}

QString TestSalesforceQuery::namesOf(const Json& answer) const
{
    if (answer.isArray()) return answer.at(0)[u"errorCode"].toText();
    QStringList names;
    for (const Json& row : answer[u"records"].toArray())
        names.append(row[u"Name"].toText());
    return names.join(u',');
}

void TestSalesforceQuery::rowsMatchTheCondition_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* tail, const char* names) {
        QTest::newRow(tail) << QString::fromUtf8(tail) << QString::fromUtf8(names);
    };
    row("", "Alpha,beta,Gamma");
    row("WHERE IsWon = true", "Alpha");
    row("where iswon = FALSE and isclosed = true", "Gamma");
    row("WHERE StageName = 'closed won'", "Alpha");
    row("WHERE StageName != 'Closed Won'", "beta,Gamma");
    row("WHERE StageName IN ('Closed Won', 'Negotiation')", "Alpha,beta");
    row("WHERE StageName NOT IN ('Closed Won', 'Negotiation')", "Gamma");
    row("WHERE NOT StageName = 'Closed Won'", "beta,Gamma");
    row("WHERE (Amount > 5 OR Amount = null) AND CloseDate < 2026-03-12", "Gamma");
    row("WHERE Amount >= 5.000", "Alpha,beta");
    row("WHERE Amount = 19217.84", "Alpha");
    row("WHERE Amount != null", "Alpha,beta");
    row("WHERE CloseDate = LAST_YEAR", "Gamma");
    row("WHERE CloseDate = LAST_N_DAYS:150", "Alpha,beta");
    row("WHERE CloseDate = LAST_N_MONTHS:4", "Alpha,beta");
    row("WHERE SystemModstamp = LAST_N_DAYS:110", "Alpha,Gamma");
    row("WHERE CloseDate = THIS_YEAR ORDER BY CloseDate DESC", "beta,Alpha");
    row("WHERE Account.Name LIKE '%brien\\_L%'", "beta");
    row("WHERE Account.Name = 'O\\'Brien_Ltd'", "beta");
    row("WHERE Account.Name = null", "Gamma");
    row("WHERE Account.Terms__c > 7", "Alpha");
    row("WHERE AccountId = '001000000000002'", "beta");
    row("WHERE Id IN ('006000000000003AAA','006000000000001')", "Alpha,Gamma");
    row("WHERE AccountId IN (SELECT Id FROM Account WHERE Terms__c = 60)", "Alpha");
    row("WHERE Id IN (SELECT OpportunityId FROM OpportunityLineItem WHERE Discount > 10)", "Alpha");
    row("WHERE SystemModstamp >= 2026-03-12T00:00:00Z", "Alpha,Gamma");
    row("WHERE SystemModstamp > 2026-03-12T00:00:00Z", "");
    row("WHERE SystemModstamp < 2026-03-12T10:00:00.000+10:00 ORDER BY SystemModstamp, Id", "beta");
    row("ORDER BY SystemModstamp, Id", "beta,Alpha,Gamma");
    row("ORDER BY SystemModstamp, Id LIMIT 1 OFFSET 1", "Alpha");
    row("ORDER BY SystemModstamp DESC, Id DESC", "Gamma,Alpha,beta");
    row("ORDER BY Amount", "Gamma,beta,Alpha");
    row("ORDER BY Amount NULLS LAST", "beta,Alpha,Gamma");
    row("ORDER BY Amount DESC", "Gamma,Alpha,beta");
    row("ORDER BY Amount DESC NULLS LAST", "Alpha,beta,Gamma");
    row("ORDER BY Name", "Alpha,beta,Gamma");
    row("ORDER BY Account.Name LIMIT 2", "Gamma,beta");
    row("o WHERE o.Owner.Name = 'Rep 1'", "beta,Gamma");
    row("WHERE Owner.Name = 'Rep 1' LIMIT 1", "beta");
}

void TestSalesforceQuery::rowsMatchTheCondition()
{
    QFETCH(QString, tail);
    QTEST(namesOf(query(u"SELECT Name FROM Opportunity "_s + tail)), "names");
}

void TestSalesforceQuery::faultsAreWordedAsTheServiceDoes_data()
{
    QTest::addColumn<QString>("soql");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* soql, const char* code, const char* words) {
        QTest::newRow(soql) << QString::fromUtf8(soql) << QString::fromUtf8(code) << QString::fromUtf8(words);
    };
    row("SELECT Nope FROM Account", "INVALID_FIELD", "Column:8\nNo such column 'Nope' on entity 'Account'");
    row("SELECT Owner.Nope FROM Account", "INVALID_FIELD", "No such column 'Nope' on entity 'User'");
    row("SELECT Boss.Name FROM Account", "INVALID_FIELD", "Didn't understand relationship 'Boss'");
    row("SELECT Id, Id FROM Account", "INVALID_FIELD", "duplicate field selected: Id");
    row("SELECT Id FROM Nothing", "INVALID_TYPE", "sObject type 'Nothing' is not supported");
    row("SELECT (SELECT Id FROM Nothings) FROM Account", "INVALID_TYPE",
        "Didn't understand relationship 'Nothings'");
    row("SELECT Id FROM Account WHERE Name = 5", "INVALID_FIELD",
        "must be of type string and should be enclosed");
    row("SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'", "INVALID_FIELD",
        "must be of type date and should not be enclosed in quotes");
    row("SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z", "INVALID_FIELD", "of type date");
    row("SELECT Id FROM Opportunity WHERE SystemModstamp > 2026-01-01", "INVALID_FIELD", "of type dateTime");
    row("SELECT Id FROM Opportunity WHERE Amount > '5'", "INVALID_FIELD", "of type double");
    row("SELECT Id FROM Opportunity WHERE AccountId = 'xyz'", "INVALID_QUERY_FILTER_OPERATOR",
        "invalid ID field: xyz");
    row("SELECT Id FROM Account WHERE", "MALFORMED_QUERY", "Column:29\nunexpected token: '<EOF>'");
    row("SELECT Id FROM Account WHERE Name = 'x", "MALFORMED_QUERY", "<EOF>");
    row("SELECT Id FROM Account WHERE SystemModstamp > 2026-01-01T00:00:00 0000", "MALFORMED_QUERY",
        "no viable");
    row("SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "MALFORMED_QUERY",
        "unexpected token: 'OR'");
    row("SELECT Id Name FROM Account", "MALFORMED_QUERY", "unexpected token: 'Name'");
    row("SELECT Id FROM Account LIMIT x", "MALFORMED_QUERY", "unexpected token: 'x'");
    row("DELETE FROM Account", "MALFORMED_QUERY", "unexpected token: 'DELETE'");
    row("SELECT Id FROM Account OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "2000");
}

void TestSalesforceQuery::faultsAreWordedAsTheServiceDoes()
{
    QFETCH(QString, soql);
    QFETCH(QString, words);
    const Json answer = query(soql);
    QTEST(answer.at(0)[u"errorCode"].toText(), "code");
    QVERIFY2(answer.at(0)[u"message"].toText().contains(words),
             qPrintable(answer.at(0)[u"message"].toText()));
}

void TestSalesforceQuery::recordIsPrintedWithParentsAndChildren()
{
    const Json answer =
        query(u"SELECT id, account.name, Account.Owner.Name, Contact.Email, "
              "(SELECT Quantity, PricebookEntry.Product2.Name FROM opportunitylineitems ORDER BY Quantity) "
              "FROM opportunity WHERE Id = '006000000000001AAA'"_s);
    const Json expected = *Json::parse(kFirstDealAnswer);
    QCOMPARE(QString::fromUtf8(answer.toPrettyBytes()), QString::fromUtf8(expected.toPrettyBytes()));
    const Json empty =
        query(u"SELECT (SELECT Id FROM OpportunityLineItems) FROM Opportunity WHERE Name = 'Gamma'"_s);
    QVERIFY(empty[u"records"].at(0).contains(u"OpportunityLineItems"));
    QVERIFY(empty[u"records"].at(0)[u"OpportunityLineItems"].isNull());
}

void TestSalesforceQuery::moneyKeepsItsDigits()
{
    Request request;
    request.method = "GET";
    request.query =
        QByteArray("q=SELECT Amount, (SELECT UnitPrice, TotalPrice FROM OpportunityLineItems) FROM "
                   "Opportunity WHERE IsWon = true")
            .replace(' ', '+');
    const QByteArray body = m_queries->handle(request, {}, "/services/data/v62.0", Deleted::Hidden).body;
    QVERIFY2(body.contains("\"Amount\":19217.840,"), body.constData());
    QVERIFY(body.contains("\"UnitPrice\":378.32,\"TotalPrice\":5402.41}"));
    QVERIFY(body.contains("\"UnitPrice\":0.105,\"TotalPrice\":0.21}"));
}

void TestSalesforceQuery::stampIndexFollowsChanges()
{
    const QString window =
        u"SELECT Name, SystemModstamp FROM Opportunity WHERE SystemModstamp >= 2026-06-01T00:00:00Z "
        "ORDER BY SystemModstamp, Id"_s;
    QCOMPARE(namesOf(query(window)), QString());
    const RowNumber alpha = m_organisation->table(kOpportunity).find(*RecordId::parse(u"006000000000001AAA"));
    const RowNumber beta = m_organisation->table(kOpportunity).find(*RecordId::parse(u"006000000000002AAA"));
    m_organisation->touch(kOpportunity, alpha);
    m_organisation->touch(kOpportunity, beta);
    m_organisation->touch(kOpportunity, alpha);
    const Json answer = query(window);
    QCOMPARE(namesOf(answer), u"beta,Alpha"_s);
    // The clock stands still, and stamps grow all the same.
    QCOMPARE(answer[u"records"].at(0)[u"SystemModstamp"].toText(), u"2026-06-30T00:00:00.001+0000"_s);
    QCOMPARE(answer[u"records"].at(1)[u"SystemModstamp"].toText(), u"2026-06-30T00:00:00.002+0000"_s);
    m_organisation->remove(kOpportunity, beta);
    QCOMPARE(namesOf(query(window)), u"Alpha"_s);
    QCOMPARE(namesOf(query(window, {}, Deleted::Shown)), u"Alpha,beta"_s);
}

void TestSalesforceQuery::countAnswersWithoutRows()
{
    const Json all = query(u"SELECT COUNT() FROM Opportunity WHERE IsClosed = true"_s);
    QCOMPARE(all[u"totalSize"].toInteger(), 2);
    QCOMPARE(all[u"records"].size(), 0);
    const Json named = query(u"SELECT COUNT(Id) n FROM Opportunity"_s);
    QCOMPARE(named[u"records"].at(0)[u"n"].toInteger(), 3);
    QCOMPARE(named[u"records"].at(0)[u"attributes"][u"type"].toText(), u"AggregateResult"_s);
    QCOMPARE(query(u"SELECT COUNT(Id) FROM Opportunity"_s)[u"records"].at(0)[u"expr0"].toInteger(), 3);
}

void TestSalesforceQuery::pagesJoinToTheWhole()
{
    for (int i = 0; i < 447; ++i) {
        Draft draft = m_organisation->blank(kAccount);
        m_organisation->setCell(kAccount, draft, u"Name", "\"A" + std::to_string(i) + "\"");
        m_organisation->insert(kAccount, std::move(draft));
    }
    Json page = query(u"SELECT Name FROM Account ORDER BY SystemModstamp, Id"_s,
                      {{"sforce-query-options", "batchSize=100"}});
    QStringList names = namesOf(page).split(u',');
    QCOMPARE(names.size(), 200); // the least that the service gives
    QCOMPARE(page[u"totalSize"].toInteger(), 449);
    QVERIFY(!page[u"done"].toBool(true));
    const QString second = page[u"nextRecordsUrl"].toText();
    QVERIFY(second.startsWith(u"/services/data/v62.0/query/01g"));
    // Rows that change between pages do not move the others.
    m_organisation->touch(kAccount, 0);
    page = follow(second);
    QCOMPARE(page[u"records"].size(), 200);
    names += namesOf(page).split(u',');
    page = follow(page[u"nextRecordsUrl"].toText());
    names += namesOf(page).split(u',');
    QVERIFY(page[u"done"].toBool());
    QCOMPARE(names.size(), 449);
    names.removeDuplicates();
    QCOMPARE(names.size(), 449);
    // A page can be asked for again.
    QCOMPARE(follow(second)[u"records"].size(), 200);
}

void TestSalesforceQuery::childRowsCountWhenPagingEarly()
{
    DealIntake intake(*m_organisation);
    const Json one =
        *Json::parse(R"({"Name":"x","StageName":"Proposal","CloseDate":"2026-01-01","OpportunityLineItems":
        [{"Quantity":1,"UnitPrice":1},{"Quantity":1,"UnitPrice":1},{"Quantity":1,"UnitPrice":1}]})");
    for (int i = 0; i < 100; ++i)
        QVERIFY(intake.add(one, DealIntake::Stamps::Given).has_value());
    const QString soql =
        u"SELECT Id, (SELECT Id FROM OpportunityLineItems) FROM Opportunity WHERE Name = 'x'"_s;
    const Headers smallest{{"Sforce-Query-Options", "batchSize=200"}};
    QCOMPARE(query(soql, smallest)[u"records"].size(), 100);
    m_queries->setEarlyPaging(true);
    const Json page = query(soql, smallest);
    QCOMPARE(page[u"records"].size(), 50);
    QCOMPARE(follow(page[u"nextRecordsUrl"].toText())[u"records"].size(), 50);
}

void TestSalesforceQuery::locatorsExpire()
{
    for (int i = 0; i < 300; ++i)
        m_organisation->insert(kAccount, m_organisation->blank(kAccount));
    const Headers smallest{{"Sforce-Query-Options", "batchSize=200"}};
    const Json page = query(u"SELECT Id FROM Account"_s, smallest);
    const QString next = page[u"nextRecordsUrl"].toText();
    m_clock.advance(std::chrono::hours(47));
    QCOMPARE(follow(next)[u"records"].size(), 102);
    m_clock.advance(std::chrono::hours(2));
    QCOMPARE(namesOf(follow(next)), u"INVALID_QUERY_LOCATOR"_s);
    QCOMPARE(namesOf(follow(u"/services/data/v62.0/query/nonsense"_s)), u"INVALID_QUERY_LOCATOR"_s);
    QCOMPARE(namesOf(follow(next + u"9999999"_s)), u"INVALID_QUERY_LOCATOR"_s);
}

void TestSalesforceQuery::likeMatches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("prefix") << u"Acme"_s << u"ac%"_s << true;
    QTest::newRow("inside") << u"The Acme"_s << u"%ACM%"_s << true;
    QTest::newRow("one sign") << u"Acme"_s << u"_cme"_s << true;
    QTest::newRow("one sign too many") << u"Acme"_s << u"_Acme"_s << false;
    QTest::newRow("escaped percent") << u"50%"_s << u"50\\%"_s << true;
    QTest::newRow("escaped percent is no wildcard") << u"500"_s << u"50\\%"_s << false;
    QTest::newRow("escaped underscore") << u"a_b"_s << u"a\\_b"_s << true;
    QTest::newRow("backtracks") << u"aab aab aac"_s << u"%aac"_s << true;
    QTest::newRow("empty pattern") << u"a"_s << QString() << false;
    QTest::newRow("only wildcards") << QString() << u"%%"_s << true;
    QTest::newRow("other script") << u"ŁÓDŹ"_s << u"łó%"_s << true;
}

void TestSalesforceQuery::likeMatches()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QTEST(matchesLike(text, pattern), "matches");
}

QTEST_GUILESS_MAIN(TestSalesforceQuery)
#include "testsalesforcequery.moc"
