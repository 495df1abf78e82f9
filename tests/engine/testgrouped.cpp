#include "engine/syncbench.h"

#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;
using model::Outcome;
using support::SyncBench;

namespace {

/// ' for the quotes, ` for those inside a text.
QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace('`', "\\\"");
}

/// One invoice for each day on which deals close, with a line for each deal.
void groupByDay(model::Flow& flow)
{
    flow.sourceKey = u"CloseDate"_s;
    flow.sourceVersion.clear();
    flow.sourceTitle = u"=[CloseDate] & \" (\" & ROWS([Rows]) & \")\""_s;
    flow.sourceParty.clear();
    flow.skip.clear();
    flow.parents.clear();
    flow.externalKey = u"Reference"_s;
    flow.mapping =
        model::mappingFromJson(
            Json::parse(
                quotes("{'from':'Opportunity','to':'Invoices','version':1,'group':{'keys':['CloseDate'],"
                       "'aggregates':[{'name':'Deals','formula':'=ROWS([Rows])'}]},'fields':["
                       "{'to':'Type','formula':'=`ACCREC`'},{'to':'Status','formula':'=`DRAFT`'},"
                       "{'to':'Contact.Name','formula':'=`Sundry customers`'},"
                       "{'to':'Date','formula':'=[CloseDate]'},{'to':'DueDate','formula':'=[CloseDate]'},"
                       "{'to':'Reference','formula':'=[CloseDate] & ` / ` & [Deals]'},"
                       "{'to':'LineItems','each':'[Rows]','fields':["
                       "{'to':'Description','formula':'=[Name]'},{'to':'Quantity','formula':'=1'},"
                       "{'to':'UnitAmount','formula':'=IF(ISBLANK([Amount]), 0, [Amount])'},"
                       "{'to':'AccountCode','formula':'=`200`'}]}]}"))
                .value())
            .value();
}

} // namespace

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
    groupByDay(bench.flow);
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
