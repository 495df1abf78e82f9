#include "salesforcedealtexts.h"
#include "sandbox/companyclock.h"
#include "sandbox/salesforce/deals/dealfile.h"
#include "sandbox/salesforce/query/queryplan.h"
#include "sandbox/salesforce/query/queryservice.h"

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
    void groupsAreSummedUp_data();
    void groupsAreSummedUp();
    void dateFunctionsFilterAndOrder_data();
    void dateFunctionsFilterAndOrder();
    void fieldsFunctionNeedsALimit();
    void childrenPageByThemselves();
    void childPagesOutliveOthers();
    void queriesNestFiveDeep();
    void typeOfChoosesFields();
    void multiPicklistsAreSets();

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
    row("USING SCOPE Everything WHERE IsWon = true", "Alpha");
    row("WHERE CloseDate = N_MONTHS_AGO:3", "Alpha");
    row("WHERE CloseDate < N_DAYS_AGO:100", "Alpha,Gamma");
    row("WHERE SystemModstamp = THIS_FISCAL_YEAR FOR VIEW", "Alpha,beta,Gamma");
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
    row("SELECT Id Name FROM Account", "MALFORMED_QUERY", "only aggregate expressions use field aliasing");
    row("SELECT Id FROM Account LIMIT x", "MALFORMED_QUERY", "unexpected token: 'x'");
    row("DELETE FROM Account", "MALFORMED_QUERY", "unexpected token: 'DELETE'");
    row("SELECT Name, COUNT(Id) FROM Account", "MALFORMED_QUERY",
        "Field must be grouped or aggregated: Name");
    row("SELECT SUM(Name) FROM Account", "MALFORMED_QUERY", "does not support this aggregate operator");
    row("SELECT Name FROM Account GROUP BY Description", "MALFORMED_QUERY", "can not be grouped");
    row("SELECT CALENDAR_YEAR(Name) FROM Account GROUP BY CALENDAR_YEAR(Name)", "MALFORMED_QUERY",
        "Invalid field type");
    row("SELECT CALENDAR_YEAR(CreatedDate) FROM Account", "MALFORMED_QUERY", "grouped or aggregated");
    row("SELECT Id FROM Account WHERE COUNT(Id) > 1", "MALFORMED_QUERY", "not allowed in WHERE");
    row("SELECT Id FROM Account ORDER BY COUNT(Id)", "MALFORMED_QUERY", "grouped or aggregated");
    row("SELECT NOPE(Id) FROM Account", "MALFORMED_QUERY", "Invalid Aggregate Function: 'NOPE'");
    row("SELECT (SELECT COUNT() FROM Contacts) FROM Account", "MALFORMED_QUERY", "Nested query");
    row("SELECT Id FROM Account WHERE Id IN (SELECT COUNT() FROM Contact)", "MALFORMED_QUERY",
        "inner select");
    row("SELECT Id FROM Account WHERE Id IN (SELECT LastName FROM Contact)", "MALFORMED_QUERY",
        "inner select");
    row("SELECT Id FROM Account WHERE BillingAddress = 'x'", "INVALID_FIELD", "can not be filtered");
    row("SELECT Id FROM Account WHERE Name INCLUDES ('x')", "INVALID_FIELD", "can not be filtered");
    row("SELECT Who.Phone FROM Task", "INVALID_FIELD", "No such column 'Phone' on entity 'Name'");
    row("SELECT TYPEOF Owner WHEN User THEN Id END FROM Task", "INVALID_FIELD", "Owner");
    row("SELECT TYPEOF What ELSE Phone END FROM Task", "INVALID_FIELD", "'Phone' on entity 'Name'");
    row("SELECT FIELDS(SOME) FROM Account", "MALFORMED_QUERY", "ALL, STANDARD or CUSTOM");
    row("SELECT Id FROM CustomField", "INVALID_TYPE", "CustomField");
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

void TestSalesforceQuery::groupsAreSummedUp_data()
{
    QTest::addColumn<QString>("soql");
    QTest::addColumn<QString>("rows"); // a record's members by commas, records by |
    const auto row = [](const char* soql, const char* rows) {
        QTest::newRow(soql) << QString::fromUtf8(soql) << QString::fromUtf8(rows);
    };
    row("SELECT COUNT(Id), COUNT(Amount) n, SUM(Amount), MIN(Amount), MAX(CloseDate), AVG(Amount) a "
        "FROM Opportunity",
        "expr0=3,n=2,expr1=19222.840,expr2=5,expr3=\"2026-04-04\",a=9611.42");
    row("SELECT SUM(Amount), COUNT(Id) FROM Opportunity WHERE Name = 'nobody'", "expr0=null,expr1=0");
    row("SELECT CurrencyIsoCode, COUNT(Id) FROM Opportunity GROUP BY CurrencyIsoCode "
        "ORDER BY CurrencyIsoCode",
        "CurrencyIsoCode=\"EUR\",expr0=2|CurrencyIsoCode=\"PLN\",expr0=1");
    row("SELECT CurrencyIsoCode c, SUM(Amount) s FROM Opportunity GROUP BY CurrencyIsoCode ORDER BY s DESC",
        "c=\"PLN\",s=19217.840|c=\"EUR\",s=5");
    row("SELECT Owner.Name, COUNT_DISTINCT(CurrencyIsoCode) FROM Opportunity GROUP BY Owner.Name "
        "HAVING COUNT(Id) > 1",
        "Name=\"Rep 1\",expr0=1");
    row("SELECT StageName FROM Opportunity GROUP BY StageName HAVING StageName LIKE 'Closed%' AND "
        "NOT SUM(Amount) = null",
        "StageName=\"Closed Won\"");
    row("SELECT CALENDAR_YEAR(CloseDate) y, CALENDAR_MONTH(CloseDate) m, COUNT(Id) n FROM Opportunity "
        "GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate), "
        "CALENDAR_MONTH(CloseDate) LIMIT 2",
        "y=2025,m=12,n=1|y=2026,m=3,n=1");
    row("SELECT DAY_ONLY(SystemModstamp) d, COUNT(Id) FROM Opportunity GROUP BY DAY_ONLY(SystemModstamp) "
        "HAVING DAY_ONLY(SystemModstamp) > 2026-03-11",
        "d=\"2026-03-12\",expr0=2");
    row("SELECT Account.Name, MAX(Amount) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name "
        "NULLS LAST LIMIT 2 OFFSET 1",
        "Name=\"Łódź \\\"T\\\" 1\",expr0=19217.840|Name=null,expr0=null");
    row("SELECT COUNT(Id) FROM Opportunity WHERE IsWon = true OR Amount = 5", "expr0=2");
    row("SELECT OpportunityId, SUM(Quantity) FROM OpportunityLineItem GROUP BY OpportunityId",
        "OpportunityId=\"006000000000001AAA\",expr0=19");
}

void TestSalesforceQuery::groupsAreSummedUp()
{
    QFETCH(QString, soql);
    const Json answer = query(soql);
    QVERIFY2(!answer.isArray(), answer.toBytes().constData());
    QStringList rows;
    for (const Json& record : answer[u"records"].toArray()) {
        QStringList members;
        for (const Json::Member& member : record.toObject()) {
            if (member.first == u"attributes")
                QCOMPARE(member.second[u"type"].toText(), u"AggregateResult"_s);
            else
                members.append(member.first + u'=' + QString::fromUtf8(member.second.toBytes()));
        }
        rows.append(members.join(u','));
    }
    QTEST(rows.join(u'|'), "rows");
    QCOMPARE(answer[u"totalSize"].toInteger(), rows.size());
}

void TestSalesforceQuery::dateFunctionsFilterAndOrder_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* tail, const char* names) {
        QTest::newRow(tail) << QString::fromUtf8(tail) << QString::fromUtf8(names);
    };
    row("WHERE CALENDAR_YEAR(CloseDate) = 2025", "Gamma");
    row("WHERE CALENDAR_QUARTER(CloseDate) IN (1, 2) AND DAY_IN_MONTH(CloseDate) < 10", "beta");
    row("WHERE DAY_IN_WEEK(CloseDate) = 5", "Alpha");
    row("WHERE DAY_IN_YEAR(CloseDate) = 365", "Gamma");
    row("WHERE WEEK_IN_MONTH(CloseDate) != 1", "Alpha,Gamma");
    row("WHERE FISCAL_MONTH(CloseDate) >= 4", "beta,Gamma");
    row("WHERE HOUR_IN_DAY(SystemModstamp) = 0", "Alpha,beta,Gamma");
    row("WHERE DAY_ONLY(SystemModstamp) = 2026-03-10", "beta");
    row("WHERE DAY_ONLY(SystemModstamp) = THIS_YEAR AND CALENDAR_MONTH(CloseDate) = 3", "Alpha");
    row("ORDER BY CALENDAR_MONTH(CloseDate), Name", "Alpha,beta,Gamma");
    row("ORDER BY DAY_IN_MONTH(CloseDate)", "beta,Alpha,Gamma");
    row("WHERE CALENDAR_YEAR(CloseDate) = '2025'", "INVALID_FIELD");
    row("WHERE HOUR_IN_DAY(CloseDate) = 1", "MALFORMED_QUERY");
}

void TestSalesforceQuery::dateFunctionsFilterAndOrder()
{
    QFETCH(QString, tail);
    QTEST(namesOf(query(u"SELECT Name FROM Opportunity "_s + tail)), "names");
}

void TestSalesforceQuery::fieldsFunctionNeedsALimit()
{
    QCOMPARE(namesOf(query(u"SELECT FIELDS(ALL) FROM Account"_s)), u"MALFORMED_QUERY"_s);
    QCOMPARE(namesOf(query(u"SELECT FIELDS(CUSTOM) FROM Account LIMIT 201"_s)), u"MALFORMED_QUERY"_s);
    const Json standard =
        query(u"SELECT FIELDS(STANDARD) FROM Account WHERE Terms__c = 7"_s)[u"records"].at(0);
    QCOMPARE(standard[u"Name"].toText(), u"O'Brien_Ltd"_s);
    QVERIFY(!standard.contains(u"Terms__c"));
    const Json custom =
        query(u"SELECT FIELDS(CUSTOM) FROM Account WHERE Terms__c = 7 LIMIT 200"_s)[u"records"].at(0);
    QCOMPARE(custom[u"Terms__c"].toInteger(), 7);
    QVERIFY(!custom.contains(u"Name"));
}

void TestSalesforceQuery::childrenPageByThemselves()
{
    for (int i = 0; i < 450; ++i) {
        Draft draft = m_organisation->blank(kContact);
        m_organisation->setReference(kContact, draft, u"AccountId", 0);
        m_organisation->insert(kContact, std::move(draft));
    }
    const Json answer = query(u"SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Terms__c = 60"_s,
                              {{"Sforce-Query-Options", "batchSize=200"}});
    Json children = answer[u"records"].at(0)[u"Contacts"];
    QCOMPARE(children[u"totalSize"].toInteger(), 450);
    QVERIFY(!children[u"done"].toBool(true));
    QStringList ids;
    for (int pages = 1; pages < 5; ++pages) {
        for (const Json& record : children[u"records"].toArray())
            ids.append(record[u"Id"].toText());
        if (children[u"done"].toBool()) break;
        children = follow(children[u"nextRecordsUrl"].toText());
    }
    QCOMPARE(ids.size(), 450);
    ids.removeDuplicates();
    QCOMPARE(ids.size(), 450);
}

void TestSalesforceQuery::childPagesOutliveOthers()
{
    for (int i = 0; i < 201; ++i) {
        Draft draft = m_organisation->blank(kContact);
        m_organisation->setReference(kContact, draft, u"AccountId", 0);
        m_organisation->insert(kContact, std::move(draft));
    }
    const QString soql = u"SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Terms__c = 60"_s;
    const Headers smallest{{"Sforce-Query-Options", "batchSize=200"}};
    const Json first = query(soql, smallest);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!query(soql, smallest).isArray());
    const QString next = first[u"records"].at(0)[u"Contacts"][u"nextRecordsUrl"].toText();
    QCOMPARE(follow(next)[u"records"].size(), 1);
    for (int i = 0; i < 500; ++i)
        QVERIFY(!query(soql, smallest).isArray());
    QCOMPARE(namesOf(follow(next)), u"INVALID_QUERY_LOCATOR"_s);
}

void TestSalesforceQuery::queriesNestFiveDeep()
{
    const QString four =
        u"(SELECT Id, (SELECT Id, (SELECT Id, (SELECT %1 FROM ChildAccounts) FROM ChildAccounts) FROM "
        "ChildAccounts) FROM ChildAccounts)"_s;
    QVERIFY(!query(u"SELECT Id, "_s + four.arg(u"Id") + u" FROM Account"_s).isArray());
    QCOMPARE(
        namesOf(query(u"SELECT Id, "_s + four.arg(u"(SELECT Id FROM ChildAccounts)") + u" FROM Account"_s)),
        u"MALFORMED_QUERY"_s);
}

void TestSalesforceQuery::typeOfChoosesFields()
{
    const ObjectType& task = m_organisation->type(kTask);
    const Field& what = task.field(task.find(u"WhatId"));
    const auto insert = [&](const char* subject, QStringView target, RowNumber row) {
        Draft draft = m_organisation->blank(kTask);
        m_organisation->setCell(kTask, draft, u"Subject", '"' + std::string(subject) + '"');
        if (!target.isEmpty()) draft.references[size_t(what.slot + what.targets.indexOf(target))] = row;
        m_organisation->insert(kTask, std::move(draft));
    };
    insert("a", u"Account", 1);
    insert("b", u"Opportunity", 0);
    insert("c", {}, kNoRow);
    const Json rows =
        query(u"SELECT TYPEOF What WHEN Account THEN Terms__c, Owner.Name WHEN Opportunity THEN Amount "
              "ELSE Name END, WhatId FROM Task ORDER BY Subject"_s)[u"records"];
    QCOMPARE(rows.at(0)[u"What"][u"Terms__c"].toInteger(), 7);
    QCOMPARE(rows.at(0)[u"What"][u"Owner"][u"Name"].toText(), u"Robin Practice"_s);
    QCOMPARE(rows.at(0)[u"What"][u"attributes"][u"type"].toText(), u"Account"_s);
    QCOMPARE(rows.at(1)[u"What"][u"Amount"].toDecimal().toString(), u"19217.840"_s);
    QVERIFY(rows.at(2)[u"What"].isNull());
    QVERIFY(rows.at(2)[u"WhatId"].isNull());
    const Json named = query(
        u"SELECT What.Name, What.Type, What.Id FROM Task WHERE What.Type = 'opportunity'"_s)[u"records"];
    QCOMPARE(named.size(), 1);
    QCOMPARE(named.at(0)[u"What"][u"Name"].toText(), u"Alpha"_s);
    QCOMPARE(named.at(0)[u"What"][u"attributes"][u"type"].toText(), u"Name"_s);
    QCOMPARE(query(u"SELECT Id FROM Task WHERE WhatId = '006000000000001AAA'"_s)[u"totalSize"].toInteger(),
             1);
    QCOMPARE(query(u"SELECT Id FROM Task WHERE WhatId = null"_s)[u"totalSize"].toInteger(), 1);
    QCOMPARE(query(u"SELECT Id FROM Task WHERE What.Name LIKE '%brien%' ORDER BY What.Name"_s)[u"totalSize"]
                 .toInteger(),
             1);
    QCOMPARE(
        query(u"SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task)"_s)[u"totalSize"].toInteger(),
        1);
}

void TestSalesforceQuery::multiPicklistsAreSets()
{
    Field field;
    field.name = u"Tags__c"_s;
    field.type = FieldType::MultiPicklist;
    field.length = 4099;
    field.custom = true;
    m_organisation->addCustomField(kAccount, field);
    for (const char* tags : {"red;blue", "blue", "green", ""}) {
        Draft draft = m_organisation->blank(kAccount);
        m_organisation->setCell(kAccount, draft, u"Name", "\"" + std::string(tags) + "\"");
        if (*tags) m_organisation->setCell(kAccount, draft, u"Tags__c", "\"" + std::string(tags) + "\"");
        m_organisation->insert(kAccount, std::move(draft));
    }
    const auto names = [&](const char* condition) {
        return namesOf(query(u"SELECT Name FROM Account WHERE Tags__c "_s + QString::fromLatin1(condition)));
    };
    QCOMPARE(names("INCLUDES ('blue')"), u"red;blue,blue"_s);
    QCOMPARE(names("INCLUDES ('red;blue', 'green')"), u"red;blue,green"_s);
    QCOMPARE(names("EXCLUDES ('blue') AND Tags__c != null"), u"green"_s);
}

QTEST_GUILESS_MAIN(TestSalesforceQuery)
#include "testsalesforcequery.moc"
