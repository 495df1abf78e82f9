#include "sandbox/business/business.h"
#include "sandbox/business/words.h"
#include "sandbox/harvest/fill.h"
#include "sandbox/tray/books.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::sandbox::business;
using namespace Qt::StringLiterals;

class TestBusiness : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void customersFollowFromTheSeed();
    void everyBookNamesTheSameCustomer();
    void namesDifferNowAndThen();
    void australianNumbersPassTheirCheck();
    void pricesAreTheListsInEachCurrency();
    void companySizes_data();
    void companySizes();
    void harvestAndTrayKnowTheSameCustomers();
    void theSameSeedFillsTheSameBooks();
};

void TestBusiness::customersFollowFromTheSeed()
{
    const Business one(1);
    const Business two(2);
    int same = 0;
    for (qint64 number = 0; number < 100; ++number) {
        QCOMPARE(one.customer(number).name, Business(1).customer(number).name);
        same += one.customer(number).name == two.customer(number).name ? 1 : 0;
    }
    QVERIFY(same < 20);
}

void TestBusiness::everyBookNamesTheSameCustomer()
{
    const auto key = [](const QString& name) {
        // The number at the end of the name identifies the customer, whatever a book made of the rest.
        QString digits;
        for (const QChar c : name) {
            if (c.isDigit()) digits += c;
        }
        return digits;
    };
    const Business business(7);
    for (qint64 number = 0; number < 500; ++number) {
        const Customer customer = business.customer(number);
        const QString expected = QString::number(number + 1);
        QCOMPARE(key(business.commonName(customer)), expected);
        for (const Book book : {Book::Ledger, Book::Time, Book::Stock})
            QCOMPARE(key(business.nameIn(book, customer)), expected);
    }
}

void TestBusiness::namesDifferNowAndThen()
{
    const Business business(1);
    int different = 0;
    int twice = 0;
    for (qint64 number = 0; number < 1000; ++number) {
        const Customer customer = business.customer(number);
        different += business.nameIn(Book::Time, customer) != business.commonName(customer) ? 1 : 0;
        twice += business.isTwiceIn(Book::Time, customer) ? 1 : 0;
    }
    QVERIFY2(different > 200 && different < 450, qPrintable(QString::number(different)));
    QVERIFY2(twice > 40 && twice < 140, qPrintable(QString::number(twice)));
}

void TestBusiness::australianNumbersPassTheirCheck()
{
    static constexpr int kWeights[] = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    const Business business(3);
    int checked = 0;
    for (qint64 number = 0; number < 400; ++number) {
        const Customer customer = business.customer(number);
        if (QStringView(kCountries[size_t(customer.country)].code) != u"AU") continue;
        const QString abn = business.taxNumber(customer);
        QCOMPARE(abn.size(), 11);
        int sum = 0;
        for (qsizetype i = 0; i < 11; ++i)
            sum += (abn[i].digitValue() - (i == 0 ? 1 : 0)) * kWeights[i];
        QCOMPARE(sum % 89, 0);
        ++checked;
    }
    QVERIFY(checked > 10);
}

void TestBusiness::pricesAreTheListsInEachCurrency()
{
    Customer home;
    home.country = 0;
    home.currency = u"AUD"_s;
    for (const Product& product : kProducts)
        QCOMPARE(Business::listCents(product, home), product.cents);
    Customer japan;
    japan.country = 8;
    japan.currency = u"JPY"_s;
    QCOMPARE(Business::inCurrency(Decimal(165), japan).toString(), u"16088"_s);
    QCOMPARE(Business::inCurrency(Decimal(165), home).toString(), u"165.00"_s);
}

void TestBusiness::companySizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("customers");
    QTest::newRow("small") << u"small"_s << qint64(50);
    QTest::newRow("medium") << u"medium"_s << qint64(500);
    QTest::newRow("number") << u"7"_s << qint64(7);
    QTest::newRow("none") << u"0"_s << qint64(-1);
    QTest::newRow("too many") << u"100001"_s << qint64(-1);
    QTest::newRow("word") << u"huge"_s << qint64(-1);
}

void TestBusiness::companySizes()
{
    QFETCH(QString, text);
    QTEST(companySize(text).value_or(-1), "customers");
}

void TestBusiness::harvestAndTrayKnowTheSameCustomers()
{
    const Business business(1);
    const Instant now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30));
    const harvest::Books time = harvest::filledBooks(business, 12, now);
    const tray::Books flows = tray::filledBooks(business, 12, now);
    QCOMPARE(flows.externalUsers.size(), 12);
    const harvest::Rows& clients = time.rows(harvest::Kind::Client);
    for (qint64 number = 0; number < 12; ++number) {
        const Customer customer = business.customer(number);
        QCOMPARE(flows.externalUsers.at(number)[u"name"].toText(), business.commonName(customer));
        const QString name = business.nameIn(Book::Time, customer);
        QVERIFY(std::any_of(clients.cbegin(), clients.cend(), [&](const harvest::Row& row) {
            return row.text(u"name") == name && row.text(u"currency") == customer.currency;
        }));
    }
}

void TestBusiness::theSameSeedFillsTheSameBooks()
{
    const Instant now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30));
    const auto entries = [now](quint64 seed) {
        Json rows = Json::array();
        const harvest::Books books = harvest::filledBooks(Business(seed), 4, now);
        for (const harvest::Row& row : books.rows(harvest::Kind::TimeEntry))
            rows.append(row.data);
        return rows.toBytes();
    };
    QCOMPARE(entries(1), entries(1));
    QVERIFY(entries(1) != entries(2));
}

QTEST_GUILESS_MAIN(TestBusiness)
#include "testbusiness.moc"
