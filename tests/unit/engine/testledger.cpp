#include "engine/plan/ledger.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::Record;
using model::Value;

namespace {

struct Line {
    QString quantity, unit, discount, tax;
};

Record invoice(const QList<Line>& lines, const QString& types)
{
    static const auto kLine = std::make_shared<const model::Shape>(
        QStringList{u"Quantity"_s, u"UnitAmount"_s, u"DiscountRate"_s, u"TaxType"_s});
    static const auto kShape =
        std::make_shared<const model::Shape>(QStringList{u"LineAmountTypes"_s, u"LineItems"_s});
    model::ValueList items;
    for (const auto& line : lines) {
        Record item(kLine);
        int slot = 0;
        for (const auto& text : {line.quantity, line.unit, line.discount}) {
            if (!text.isEmpty()) item.set(slot, Value(*Decimal::parse(text)));
            ++slot;
        }
        if (!line.tax.isEmpty()) item.set(3, Value(line.tax));
        items += Value(item);
    }
    Record made(kShape);
    made.set(0, Value(types));
    made.set(1, Value(items));
    return made;
}

QList<connectors::ReferenceData::TaxRate> rates()
{
    return {{u"OUTPUT"_s, u"GST on Income"_s, Decimal(10), {}},
            {u"OUTPUT15"_s, u"15 %"_s, Decimal(15), {}},
            {u"EXEMPTEXPORT"_s, u"GST Free Exports"_s, Decimal(0), {}}};
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void totalsFollowTheLedgersRounding_data();
    void totalsFollowTheLedgersRounding();
    void anUnknownTaxRateIsAnError();
    void sumsThatDoNotFitAreAnError();
};

void TestLedger::totalsFollowTheLedgersRounding_data()
{
    QTest::addColumn<QList<QStringList>>("lines");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("tax");
    QTest::addColumn<QString>("total");
    const auto exclusive = u"Exclusive"_s;
    // Xero's own worked sample: tax is rounded on each line, 11.44 and not 11.45.
    QTest::newRow("tax by line") << QList<QStringList>{{u"1"_s, u"25.06"_s, {}, u"OUTPUT15"_s},
                                                       {u"1"_s, u"25.61"_s, {}, u"OUTPUT15"_s},
                                                       {u"1"_s, u"25.63"_s, {}, u"OUTPUT15"_s}}
                                 << exclusive << u"11.44"_s << u"87.74"_s;
    QTest::newRow("discount, half a cent up")
        << QList<QStringList>{{u"17"_s, u"378.32"_s, u"16"_s, u"EXEMPTEXPORT"_s}} << exclusive << u"0"_s
        << u"5402.41"_s;
    QTest::newRow("half away from zero")
        << QList<QStringList>{{u"1"_s, u"2.165"_s, {}, {}}} << exclusive << u"0"_s << u"2.17"_s;
    QTest::newRow("a credit line rounds like a debit line")
        << QList<QStringList>{{u"-1"_s, u"2.165"_s, {}, {}}} << exclusive << u"0"_s << u"-2.17"_s;
    QTest::newRow("four places of a unit amount")
        << QList<QStringList>{{u"1000"_s, u"0.00005"_s, {}, {}}} << exclusive << u"0"_s << u"0.10"_s;
    QTest::newRow("inclusive") << QList<QStringList>{{u"1"_s, u"110"_s, {}, u"OUTPUT"_s}} << u"Inclusive"_s
                               << u"10.00"_s << u"110.00"_s;
    QTest::newRow("no tax at all") << QList<QStringList>{{u"2"_s, u"5"_s, {}, u"OUTPUT"_s}} << u"NoTax"_s
                                   << u"0"_s << u"10.00"_s;
    QTest::newRow("no lines") << QList<QStringList>{} << exclusive << u"0"_s << u"0"_s;
    QTest::newRow("beyond what a double keeps")
        << QList<QStringList>{{u"1"_s, u"90071992547409.93"_s, {}, {}}} << exclusive << u"0"_s
        << u"90071992547409.93"_s;
}

void TestLedger::totalsFollowTheLedgersRounding()
{
    QFETCH(QList<QStringList>, lines);
    QFETCH(QString, types);
    QFETCH(QString, tax);
    QFETCH(QString, total);
    QList<Line> made;
    for (const auto& line : lines)
        made += Line{line[0], line[1], line[2], line[3]};
    const auto totals = engine::ledgerTotals(invoice(made, types), rates());
    QVERIFY(totals.has_value());
    QCOMPARE(totals->totalTax, *Decimal::parse(tax));
    QCOMPARE(totals->total, *Decimal::parse(total));
    QCOMPARE(*totals->subTotal.plus(totals->totalTax), totals->total);
}

void TestLedger::anUnknownTaxRateIsAnError()
{
    const auto totals =
        engine::ledgerTotals(invoice({{u"1"_s, u"1"_s, {}, u"NOPE"_s}}, u"Exclusive"_s), rates());
    QVERIFY(!totals);
    QCOMPARE(totals.error().code, u"ledger.tax-rate"_s);
    QCOMPARE(totals.error().facts, QStringList{u"NOPE"_s});
}

void TestLedger::sumsThatDoNotFitAreAnError()
{
    const QString huge = QString(36, u'9');
    const auto totals = engine::ledgerTotals(invoice({{huge, huge, {}, {}}}, u"Exclusive"_s), rates());
    QVERIFY(!totals);
    QCOMPARE(totals.error().code, u"decimal.overflow"_s);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "testledger.moc"
