#include "engine/groupedflow.h"

#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;
using model::Outcome;
using support::SyncBench;

/// Flat rows become one document each, through a whole run.
class TestGrouped : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void rowsOfOneKeyBecomeOneDocument();
    void aMappingThatLostItsFieldWritesNothing();
};

void TestGrouped::rowsOfOneKeyBecomeOneDocument()
{
    SyncBench bench(SyncBench::few(60));
    support::groupByDay(bench.flow);
    const auto first = bench.run();
    QVERIFY2(first.counts.created > 5,
             qPrintable(first.fault ? first.fault->text : QString::number(first.counts.held)));
    qint64 lines = 0;
    for (const auto& invoice : bench.invoices())
        lines += invoice[u"LineItems"].size();
    QCOMPARE(qint64(bench.invoices().size()), qint64(first.counts.created));
    QVERIFY(lines > bench.invoices().size()); // some day has several
    for (const auto& invoice : bench.invoices())
        QCOMPARE(invoice[u"Reference"].toText().section(u" / "_s, 1).toLongLong(),
                 invoice[u"LineItems"].size());
    const auto second = bench.run();
    QCOMPARE(second.counts.created, 0);
    QCOMPARE(second.counts.updated, 0);
    QCOMPARE(second.counts.read, first.counts.read);
}

void TestGrouped::aMappingThatLostItsFieldWritesNothing()
{
    SyncBench bench(SyncBench::few(20));
    model::MappedField rule;
    rule.to = u"Referenz"_s;
    rule.formula = u"=[Id]"_s;
    bench.flow.mapping.fields.append(rule);
    const auto report = bench.run();
    QVERIFY(report.fault);
    QCOMPARE(report.fault->code, u"mapping.target-lost"_s);
    QCOMPARE(report.fault->facts.value(0), u"Referenz"_s);
    QVERIFY(bench.invoices().isEmpty());
}

QTEST_GUILESS_MAIN(TestGrouped)
#include "testgrouped.moc"
