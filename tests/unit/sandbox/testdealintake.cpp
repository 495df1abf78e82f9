#include "sandbox/companyclock.h"
#include "sandbox/salesforce/deals/dealfile.h"
#include "sandbox/salesforce/deals/dealgenerator.h"
#include "sandbox/salesforce/fragment.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::sandbox::salesforce;
using namespace Qt::StringLiterals;

class TestDealIntake : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void accountsOfOneIdAreOne();
    void contactsAreKnownByAccountAndMail();
    void productsAreKnownByCode();
    void loadedStampsAreKept();
    void runtimeDealsAreStampedNow();
    void linesThatAreGoneAreDeleted();
    void amountIsSummedWhenNotGiven();
    void badLinesAreNamed_data();
    void badLinesAreNamed();
    void everyBadLineIsReported();
    void missingFileIsReported();
    void generatorIsRepeatable();
    void generatedBusinessIsCoherent();

  private:
    [[nodiscard]] DealFileReport load(const QByteArray& lines,
                                      DealIntake::Stamps stamps = DealIntake::Stamps::Given);
    [[nodiscard]] QString text(int object, RowNumber row, QStringView field) const
    {
        return fragmentText(m_organisation->cell(object, row, field));
    }
    [[nodiscard]] int alive(int object) const;

    CompanyClock m_clock;
    std::unique_ptr<Organisation> m_organisation;
};

void TestDealIntake::init()
{
    m_clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)));
    m_organisation = std::make_unique<Organisation>(m_clock);
}

DealFileReport TestDealIntake::load(const QByteArray& lines, DealIntake::Stamps stamps)
{
    DealIntake intake(*m_organisation);
    return loadDeals(lines, intake, stamps);
}

int TestDealIntake::alive(int object) const
{
    int count = 0;
    for (RowNumber row = 0; row < m_organisation->table(object).size(); ++row)
        count += int(!m_organisation->table(object).row(row).deleted);
    return count;
}

void TestDealIntake::accountsOfOneIdAreOne()
{
    QVERIFY(
        load(
            R"({"Id":"006000000000001AAA","Name":"a","StageName":"s","CloseDate":"2026-01-01","Account":{"Id":"001000000000001AAA","Name":"old","Phone":"1"}}
{"Id":"006000000000002AAA","Name":"b","StageName":"s","CloseDate":"2026-01-01","Account":{"Id":"001000000000001","Name":" new "}})")
            .good());
    QCOMPARE(alive(kAccount), 1);
    QCOMPARE(text(kAccount, 0, u"Name"), u" new "_s);
    QCOMPARE(text(kAccount, 0, u"Phone"), u"1"_s);
    QCOMPARE(m_organisation->reference(kOpportunity, 1, u"AccountId"), RowNumber(0));
}

void TestDealIntake::contactsAreKnownByAccountAndMail()
{
    const QByteArray head =
        R"({"Name":"a","StageName":"s","CloseDate":"2026-01-01","Account":{"Id":"00100000000000)";
    QVERIFY(load(head + R"(1AAA"},"Contact":{"LastName":"Lee","Email":" ANN@x.example"}})" + "\n" + head +
                 R"(1AAA"},"Contact":{"LastName":"Li","Email":"ann@x.example "}})" + "\n" + head +
                 R"(2AAA"},"Contact":{"LastName":"Lee","Email":"ann@x.example"}})" + "\n" + head +
                 R"(2AAA"},"Contact":{"FirstName":"Bo","LastName":"Lee","Email":null}})" + "\n" + head +
                 R"(2AAA"},"Contact":{"FirstName":"Bo","LastName":"Lee"}})")
                .good());
    QCOMPARE(alive(kContact), 3);
    QCOMPARE(text(kContact, 0, u"LastName"), u"Li"_s);
    QCOMPARE(text(kContact, 2, u"Name"), u"Bo Lee"_s);
    QCOMPARE(m_organisation->reference(kOpportunity, 4, u"ContactId"), RowNumber(2));
}

void TestDealIntake::productsAreKnownByCode()
{
    const QByteArray line =
        R"({"PricebookEntry":{"ProductCode":"W","Product2":{"Name":"Widget","Taxable__c":true}},"Quantity":1,"UnitPrice":5.10})";
    const QByteArray deal =
        R"({"Name":"a","StageName":"s","CloseDate":"2026-01-01","CurrencyIsoCode":"%1","OpportunityLineItems":[%2,%2]})";
    const auto filled = [&](const QByteArray& currency) {
        return QByteArray(deal).replace("%1", currency).replace("%2", line);
    };
    QVERIFY(load(filled("EUR") + "\n" + filled("THB")).good());
    QCOMPARE(alive(kProduct), 1);
    QCOMPARE(alive(kPricebookEntry), 2);
    QCOMPARE(alive(kOpportunityLine), 4);
    QCOMPARE(m_organisation->cell(kOpportunityLine, 0, u"UnitPrice"), std::string_view("5.10"));
    // A currency that nobody knew is one of the organisation's from now on.
    QCOMPARE(alive(kCurrencyType), 9);
    const ObjectType& type = m_organisation->type(kAccount);
    QVERIFY(type.field(type.find(u"CurrencyIsoCode")).picklist.contains(u"THB"));
}

void TestDealIntake::loadedStampsAreKept()
{
    QVERIFY(
        load(
            R"({"Id":"006000000000001AAA","Name":"a","StageName":"Closed Won","CloseDate":"2026-01-01","SystemModstamp":"2026-03-12T01:02:03.004+0000"})")
            .good());
    const Row& row = m_organisation->table(kOpportunity).row(0);
    QCOMPARE(stampFragment(row.stamp), std::string("\"2026-03-12T01:02:03.004+0000\""));
    QCOMPARE(row.created, row.stamp);
}

void TestDealIntake::runtimeDealsAreStampedNow()
{
    const QByteArray deal =
        R"({"Id":"006000000000001AAA","Name":"a","StageName":"Closed Won","CloseDate":"2026-01-01","SystemModstamp":"2026-03-12T01:02:03.004+0000"})";
    QVERIFY(load(deal).good());
    const qint64 loaded = m_organisation->table(kOpportunity).row(0).stamp;
    const qint64 now = msSinceEpoch(m_clock.now());
    // The same again is a save all the same.
    QVERIFY(load(deal, DealIntake::Stamps::Now).good());
    QCOMPARE(m_organisation->table(kOpportunity).row(0).stamp, now);
    QCOMPARE(m_organisation->table(kOpportunity).row(0).created, loaded);
    QVERIFY(load(R"({"Id":"006000000000001AAA","StageName":"Negotiation"})", DealIntake::Stamps::Now).good());
    QCOMPARE(m_organisation->table(kOpportunity).row(0).stamp, now + 1);
    QCOMPARE(m_organisation->cell(kOpportunity, 0, u"IsWon"), std::string_view("false"));
    QCOMPARE(text(kOpportunity, 0, u"Name"), u"a"_s);
}

void TestDealIntake::linesThatAreGoneAreDeleted()
{
    const QByteArray head =
        R"({"Id":"006000000000001AAA","Name":"a","StageName":"s","CloseDate":"2026-01-01","OpportunityLineItems":[)";
    QVERIFY(
        load(
            head +
            R"({"Id":"00k000000000001AAA","Quantity":1,"UnitPrice":2},{"Id":"00k000000000002AAA","Quantity":1,"UnitPrice":3}]})")
            .good());
    QVERIFY(
        load(head + R"({"Id":"00k000000000002AAA","Quantity":4,"UnitPrice":3}]})", DealIntake::Stamps::Now)
            .good());
    QVERIFY(m_organisation->table(kOpportunityLine).row(0).deleted);
    QVERIFY(!m_organisation->table(kOpportunityLine).row(1).deleted);
    QCOMPARE(fragmentNumber(m_organisation->cell(kOpportunity, 0, u"Amount")), Decimal(12));
    QVERIFY(load(R"({"Id":"006000000000001AAA","StageName":"x"})", DealIntake::Stamps::Now).good());
    QVERIFY(!m_organisation->table(kOpportunityLine).row(1).deleted);
}

void TestDealIntake::amountIsSummedWhenNotGiven()
{
    QVERIFY(
        load(
            R"({"Name":"a","StageName":"s","CloseDate":"2026-01-01","OpportunityLineItems":[{"Quantity":3,"UnitPrice":1.115,"Discount":null},{"Quantity":1,"UnitPrice":2,"Discount":12.5}]})")
            .good());
    // 3.345 is rounded half up by itself, not within the sum.
    QCOMPARE(m_organisation->cell(kOpportunity, 0, u"Amount"), std::string_view("5.10"));
}

void TestDealIntake::badLinesAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& line, const char* words) {
        QTest::newRow(name) << line << QString::fromUtf8(words);
    };
    const QByteArray good = R"("Name":"a","StageName":"s","CloseDate":"2026-01-01")";
    row("not JSON", "{", "");
    row("not an object", "[1]x", "");
    row("no stage", R"({"Name":"a","CloseDate":"2026-01-01"})", "StageName is missing");
    row("id of an account", "{" + good + R"(,"Id":"001000000000001AAA"})", "006… record id");
    row("id too short", "{" + good + R"(,"Id":"0060"})", "record id");
    row("stamp", "{" + good + R"(,"SystemModstamp":"yesterday"})", "not a date and time");
    row("close date", R"({"Name":"a","StageName":"s","CloseDate":"12/31/2026"})", "is not a date");
    row("amount", "{" + good + R"(,"Amount":"lots"})", "is a number elsewhere");
    row("account is a list", "{" + good + R"(,"Account":[]})", "Account must be an object");
    row("unknown object inside", "{" + good + R"(,"Boss":{"Name":"x"}})", "Boss is nested");
    row("lines are a text", "{" + good + R"(,"OpportunityLineItems":"x"})", "OpportunityLineItems");
    row("line price", "{" + good + R"(,"OpportunityLineItems":[{"Quantity":1,"UnitPrice":true}]})",
        "UnitPrice");
    row("field name", "{" + good + R"(,"a b":1})", "not a field name");
}

void TestDealIntake::badLinesAreNamed()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, words);
    const QByteArray before = R"({"Name":"ok","StageName":"s","CloseDate":"2026-01-01"})";
    const DealFileReport report = load(before + "\n\n" + line);
    QCOMPARE(report.deals, 1);
    QCOMPARE(report.faults.size(), 1);
    QVERIFY2(report.faults.first().startsWith(u"body:3: "), qPrintable(report.faults.first()));
    QVERIFY2(report.faults.first().contains(words), qPrintable(report.faults.first()));
}

void TestDealIntake::everyBadLineIsReported()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"deals.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF{\"Name\":\"a\",\"StageName\":\"s\",\"CloseDate\":\"2026-01-01\"}\r\nx\n{}\n");
    file.close();
    DealIntake intake(*m_organisation);
    const DealFileReport report = loadDealFile(path, intake);
    QCOMPARE(report.deals, 1);
    QCOMPARE(report.faults.size(), 2);
    QVERIFY(report.faults.at(0).startsWith(u"deals.ndjson:2: "));
    QVERIFY(report.faults.at(1).startsWith(u"deals.ndjson:3: "));
}

void TestDealIntake::missingFileIsReported()
{
    DealIntake intake(*m_organisation);
    const DealFileReport report = loadDealFile(u"/nowhere/at/all.ndjson"_s, intake);
    QVERIFY(!report.good());
    QVERIFY(report.faults.first().startsWith(u"/nowhere/at/all.ndjson: "));
}

void TestDealIntake::generatorIsRepeatable()
{
    const auto all = [&](quint64 seed) {
        QByteArray text;
        DealGenerator generator(seed, 50, m_clock.now());
        while (!generator.atEnd())
            text += generator.next().toBytes();
        return text;
    };
    QCOMPARE(all(3), all(3));
    QVERIFY(all(3) != all(4));
}

void TestDealIntake::generatedBusinessIsCoherent()
{
    DealIntake intake(*m_organisation);
    DealGenerator generator(11, 5000, m_clock.now());
    int won = 0;
    int messy = 0;
    QSet<QString> currencies;
    while (!generator.atEnd()) {
        const Json deal = generator.next();
        QVERIFY(intake.add(deal, DealIntake::Stamps::Given).has_value());
        const QString currency = deal[u"CurrencyIsoCode"].toText();
        currencies.insert(currency);
        won += int(deal[u"StageName"].toText() == u"Closed Won");
        const QString name = deal[u"Account"][u"Name"].toText();
        messy += int(name.isEmpty() || name.size() > 255 || currency == u"THB");
        QVERIFY(deal[u"OpportunityLineItems"][u"records"].size() >= 1);
        QVERIFY(*parseInstant(deal[u"SystemModstamp"].toText()) <= m_clock.now());
        // The amount is the sum of its lines to the cent.
        const RowNumber row =
            m_organisation->table(kOpportunity).find(*RecordId::parse(deal[u"Id"].toText()));
        Decimal sum;
        for (RowNumber line = m_organisation->table(kOpportunityLine).firstChild(0, row); line != kNoRow;
             line = m_organisation->table(kOpportunityLine).nextChild(0, line))
            sum = *sum.plus(fragmentNumber(m_organisation->cell(kOpportunityLine, line, u"TotalPrice")));
        QCOMPARE(deal[u"Amount"].toDecimal().toString(), sum.rounded(2).toString());
    }
    QVERIFY2(won > 2700 && won < 3300, qPrintable(QString::number(won)));
    QVERIFY2(messy > 5 && messy < 150, qPrintable(QString::number(messy)));
    QCOMPARE(currencies, QSet<QString>({u"AUD"_s, u"NZD"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"NOK"_s, u"PLN"_s,
                                        u"JPY"_s, u"THB"_s}));
}

QTEST_GUILESS_MAIN(TestDealIntake)
#include "testdealintake.moc"
