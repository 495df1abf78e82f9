#include "manifesttest.h"

#include "sandbox/salesforce/deals/dealfile.h"
#include "sandbox/salesforce/salesforcesystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

namespace {

const QStringList kDealPaths{u"Name"_s,
                             u"StageName"_s,
                             u"IsWon"_s,
                             u"CloseDate"_s,
                             u"Amount"_s,
                             u"CurrencyIsoCode"_s,
                             u"Account.Name"_s,
                             u"Account.BillingPostalCode"_s,
                             u"Account.Terms__c"_s,
                             u"Account.Nope__c"_s,
                             u"OpportunityLineItems[].Quantity"_s,
                             u"OpportunityLineItems[].UnitPrice"_s,
                             u"OpportunityLineItems[].Description"_s,
                             u"OpportunityLineItems[].PricebookEntry.Product2.Name"_s};

QByteArray deal(int number)
{
    const QString id = u"%1"_s.arg(number, 12, 10, QChar(u'0'));
    return u"{\"Id\":\"006%1AAA\",\"Name\":\"Łódź – deal %2\",\"StageName\":\"Closed "
           u"Won\",\"CloseDate\":\"2026-03-12\","
           "\"Amount\":101.97,\"CurrencyIsoCode\":\"EUR\",\"SystemModstamp\":\"2026-03-%3T00:00:00.000+"
           "0000\","
           "\"Account\":{\"Id\":\"001000000000001AAA\",\"Name\":\"O'Brien\",\"BillingPostalCode\":\"10803\","
           "\"Terms__c\":60},\"Contact\":null,"
           "\"OpportunityLineItems\":{\"totalSize\":2,\"done\":true,\"records\":["
           "{\"PricebookEntry\":{\"ProductCode\":\"WID-1\",\"Product2\":{\"Name\":\"Widget\"}},\"Quantity\":"
           "3,\"UnitPrice\":33.33,\"Discount\":null,\"Description\":null},"
           "{\"PricebookEntry\":{\"ProductCode\":\"WID-2\",\"Product2\":{\"Name\":\"Widget, large\"}},\"Quantity\":1,\"UnitPrice\":1.98,\"Discount\":null,\"Description\":\" line \"}]}}"_s
               .arg(id)
               .arg(number)
               .arg(1 + number % 28, 2, 10, QChar(u'0'))
               .toUtf8();
}

} // namespace

class TestPracticeSalesforce final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_salesforce = enter<sandbox::SalesforceSystem>(u"salesforce"_s, *m_time, *m_random);
        m_bench->signIn();
        m_connector = m_bench->connect();
    }

    void theIdentityAndTheOrganisationAreKnown()
    {
        const auto info = m_bench->run(m_connector->test({}));
        QVERIFY(info);
        QVERIFY(info->tenantId.startsWith(u"00D"));
        QVERIFY(!info->authorisedBy.isEmpty());
        QVERIFY(!info->name.isEmpty());
    }

    void theOpportunityIsDescribedWithItsFamily()
    {
        load(3);
        const auto schemas = m_bench->run(m_connector->describe({u"Opportunity"_s}, {}));
        QVERIFY(schemas);
        for (const QString& path : kDealPaths) {
            const bool known = schemas->first().find(QString(path).remove(u"[]"_s)) != nullptr;
            QVERIFY2(known == !path.endsWith(u"Nope__c"), qPrintable(path));
        }
        QCOMPARE(schemas->first().find(u"Account.Terms__c")->custom, true);
        QCOMPARE(schemas->first().find(u"CloseDate")->type, model::FieldType::Date);
    }

    void dealsComeWithAccountAndLinesInExactNumbers()
    {
        load(3);
        const auto deals = readDeals();
        QCOMPARE(deals.size(), 3);
        const model::Record& first = deals.first();
        QCOMPARE(*first.path(u"Account.Name").text(), u"O'Brien"_s);
        QCOMPARE(*first.path(u"Account.Terms__c").number(), Decimal(60));
        QVERIFY(first.path(u"Account.Nope__c").isBlank());
        QCOMPARE(*first.value(u"IsWon").boolean(), true);
        QCOMPARE(*first.value(u"CloseDate").date(), QDate(2026, 3, 12));
        const model::ValueList* lines = first.value(u"OpportunityLineItems").list();
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->first().record()->value(u"UnitPrice").number()->normalized().toString(), u"33.33"_s);
        QCOMPARE(*lines->first().record()->path(u"PricebookEntry.Product2.Name").text(), u"Widget"_s);
    }

    void aLongReadIsPagedAndInOrderOfChange()
    {
        load(4500);
        m_bench->transport().clearCalls();
        Cursor cursor;
        const auto deals = readDeals({}, &cursor);
        QCOMPARE(deals.size(), 4500);
        Instant last{};
        for (const model::Record& record : deals) {
            const Instant stamp = *record.value(u"SystemModstamp").instant();
            QVERIFY(stamp >= last);
            last = stamp;
        }
        QCOMPARE(cursor, formatInstant(last));

        m_bench->transport().clearCalls();
        const auto later = readDeals(cursor);
        QCOMPARE(m_bench->transport().calls().size(), 1); // one conditional read, nothing described again
        QVERIFY(later.size() < deals.size());
    }

    void childRowsThatMakePagesSmallLoseNothing()
    {
        m_salesforce->setEarlyPaging(true);
        load(2100);
        const auto deals = readDeals();
        QCOMPARE(deals.size(), 2100);
        for (const model::Record& record : deals)
            QCOMPARE(record.value(u"OpportunityLineItems").list()->size(), 2);
    }

    void dealsAreReadByIds()
    {
        load(10);
        ReadRequest request{u"Opportunity"_s, kDealPaths, {u"Account.Nope__c"_s}, {}, {}, 0};
        request.ids = QStringList{u"006000000000004AAA"_s, u"006000000000007AAA"_s, u"006999999999999AAA"_s};
        const auto deals = m_bench->readAll(*m_connector, request);
        QCOMPARE(deals.size(), 2);
    }

    void anExpiredSessionIsRenewedAndTheReadGoesOn()
    {
        load(5);
        m_salesforce->expireTokens();
        QCOMPARE(readDeals().size(), 5);
    }

    void theDayLimitIsKnownFromTheAnswers()
    {
        m_salesforce->setLimitsEnabled(true);
        load(1);
        QCOMPARE(readDeals().size(), 1);
        QVERIFY(m_connector->dayRemaining());
        QVERIFY(m_connector->perDay() > 0);
    }

  private:
    void load(int deals)
    {
        sandbox::salesforce::DealIntake intake(m_salesforce->organisation());
        QByteArray lines;
        for (int i = 0; i < deals; ++i)
            lines += deal(i) + '\n';
        const auto report =
            sandbox::salesforce::loadDeals(lines, intake, sandbox::salesforce::DealIntake::Stamps::Given);
        QVERIFY2(report.faults.isEmpty(), qPrintable(report.faults.value(0)));
        QCOMPARE(report.deals, deals);
    }

    QList<model::Record> readDeals(const Cursor& since = {}, Cursor* cursor = nullptr)
    {
        return m_bench->readAll(*m_connector,
                                {u"Opportunity"_s, kDealPaths, {u"Account.Nope__c"_s}, since, {}, 0}, cursor);
    }

    sandbox::SalesforceSystem* m_salesforce = nullptr;
};

QTEST_GUILESS_MAIN(TestPracticeSalesforce)
#include "testpracticesalesforce.moc"
