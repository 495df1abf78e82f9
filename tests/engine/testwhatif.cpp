#include "engine/groupedflow.h"
#include "engine/whatif/whatif.h"
#include "mapping/edit/sourceswap.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::WhatIfReport;
using support::SyncBench;

namespace {

/// The rule for a field, inside the lists too.
void setFormula(QList<model::MappedField>& fields, const QString& to, const QString& formula)
{
    for (auto& field : fields) {
        if (field.to == to && field.each.isEmpty()) field.formula = formula;
        setFormula(field.fields, to, formula);
    }
}

Decimal sumOf(const QMap<QString, Decimal>& totals)
{
    Decimal sum;
    for (const auto& amount : totals)
        sum = *sum.plus(amount);
    return sum;
}

} // namespace

/// What a changed mapping would make of the last run's records.
class TestWhatIf : public QObject
{
    Q_OBJECT

  private:
    engine::WhatIfRequest request(SyncBench& bench, qint64 run)
    {
        engine::WhatIfRequest made;
        made.before = bench.flow;
        made.after = bench.flow;
        made.mapped = bench.flow.id;
        made.lookups = bench.lookups;
        made.run = run;
        for (const auto& record : bench.records(run))
            if (record.flow == bench.flow.id && record.outcome == model::Outcome::Created)
                made.sources += record.sourceId;
        return made;
    }
    Result<WhatIfReport> tried(SyncBench& bench, const engine::WhatIfRequest& request)
    {
        return support::runTask(
            engine::tryMapping(bench.environment(), request, bench.stop().token(), m_progress), bench.clock);
    }
    std::function<void(const model::WhatIfProgress&)> m_progress;

  private Q_SLOTS:
    void init() { m_progress = {}; }

    void theSameMappingMakesNoDifference()
    {
        SyncBench bench(SyncBench::few(300));
        const auto run = bench.run();
        bench.computing = engine::Computing::Pool;
        const auto report = tried(bench, request(bench, run.id));
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->records, run.counts.created);
        QCOMPARE(report->different, 0);
        QCOMPARE(report->heldBefore, report->heldAfter);
        QCOMPARE(report->totalsBefore, report->totalsAfter);
        // What the ledger computed for the invoices it took.
        QCOMPARE(report->totalsBefore, run.totals);
        QVERIFY(!report->stopped && !report->cut);
        QCOMPARE(report->gone, 0);
    }

    void changedMoneyIsTheLedgersOwn()
    {
        SyncBench bench(SyncBench::few(300));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        for (auto& field : changed.after.mapping.fields) // those with lines of their own
            if (field.each == "[OpportunityLineItems]"_L1)
                setFormula(field.fields, u"Quantity"_s, u"=[Quantity] * 2"_s);
        const auto report = tried(bench, changed);
        QVERIFY(report);
        QVERIFY(report->different > 50);
        QCOMPARE(report->totalsBefore, run.totals);
        const auto& shown = report->differences.first();
        QVERIFY(!shown.title.isEmpty());
        QCOMPARE(shown.currencyBefore, shown.currencyAfter);
        QCOMPARE(shown.changes.first().field, u"LineItems[1].Quantity"_s);
        QVERIFY(sumOf(report->totalsAfter) > sumOf(report->totalsBefore));
        // Nothing was written, there or here.
        bench.clock.advance(std::chrono::minutes(1));
        const auto second = bench.run();
        QCOMPARE(second.writeCalls, 0);
        QCOMPARE(second.counts.created + second.counts.updated, 0);
    }

    void aFieldThatIsLeftOutIsADifference()
    {
        SyncBench bench(SyncBench::few(60));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.after.mapping.fields.removeIf([](const auto& field) { return field.to == "DueDate"_L1; });
        const auto report = tried(bench, changed);
        QVERIFY(report);
        QCOMPARE(report->different, run.counts.created);
        const auto& changes = report->differences.first().changes;
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].field, u"DueDate"_s);
        QVERIFY(!changes[0].before.isBlank() && changes[0].after.isBlank());
        QCOMPARE(report->totalsBefore, report->totalsAfter);
    }

    void whatWouldBeHeldIsToldWithItsReason_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("code");
        QTest::newRow("formula fails")
            << u"DueDate"_s << u"=[CloseDate] + \"soon\""_s << u"formula.not-a-number"_s;
        QTest::newRow("the ledger knows no such rate")
            << u"TaxType"_s << u"=\"NOSUCH\""_s << u"check.tax-rate"_s;
        QTest::newRow("a required value is empty") << u"Date"_s << u"=\"\""_s << u"mapping.empty"_s;
    }
    void whatWouldBeHeldIsToldWithItsReason()
    {
        QFETCH(QString, field);
        QFETCH(QString, formula);
        QFETCH(QString, code);
        SyncBench bench(SyncBench::few(60));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        setFormula(changed.after.mapping.fields, field, formula);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->heldAfter, report->records);
        QCOMPARE(report->heldBefore, 0);
        QVERIFY(report->totalsAfter.isEmpty());
        const auto newlyHeld = std::find_if(report->differences.begin(), report->differences.end(),
                                            [](const auto& record) { return !record.heldBefore; });
        QVERIFY(newlyHeld != report->differences.end());
        QCOMPARE(newlyHeld->heldAfter->code, code);
        QVERIFY(newlyHeld->amountBefore && !newlyHeld->amountAfter);
    }

    void aParentsMappingIsTriedOnceForEachParent()
    {
        SyncBench bench(SyncBench::few(120));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.mapped = bench.flow.parents.first().id;
        setFormula(changed.after.parents[0].mapping.fields, u"Name"_s, u"=UPPER([Account.Name])"_s);
        const auto report = tried(bench, changed);
        QVERIFY(report);
        QVERIFY(report->records > 0 && report->records < run.counts.created);
        QVERIFY(report->different > 0);
        QSet<QString> ids;
        for (const auto& record : report->differences) {
            QVERIFY(!ids.contains(record.sourceId));
            ids.insert(record.sourceId);
            QCOMPARE(record.changes.first().field, u"Name"_s);
        }
        QVERIFY(report->totalsBefore.isEmpty()); // contacts have no money
    }

    void aMappingThatDoesNotCompileIsRefused()
    {
        SyncBench bench(SyncBench::few(20));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        setFormula(changed.after.mapping.fields, u"Date"_s, u"=IF("_s);
        const auto report = tried(bench, changed);
        QVERIFY(!report);
        QCOMPARE(report.error().code, u"mapping.formula"_s);
    }

    void aSavedMappingThatCannotBeReadHoldsEverything()
    {
        SyncBench bench(SyncBench::few(20));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.before.unreadableMapping = Json(5);
        const auto report = tried(bench, changed);
        QVERIFY(report);
        QCOMPARE(report->heldBefore, report->records);
        QCOMPARE(report->totalsAfter, run.totals);
    }

    void withoutARunTheFirstRecordsAreTried()
    {
        SyncBench bench(SyncBench::few(60));
        auto changed = request(bench, 0);
        changed.sources.clear();
        setFormula(changed.after.mapping.fields, u"Reference"_s, u"=\"R\" & [Id]"_s);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->records + report->skipped, 60);
        QVERIFY(report->skipped > 0 && report->different > 0);
        QCOMPARE(bench.invoices().size(), 0);
    }

    void documentsMadeOfRowsAreTriedWhole()
    {
        SyncBench bench(SyncBench::few(60));
        support::groupByDay(bench.flow);
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->records, run.counts.created);
        QCOMPARE(report->different, 0);
        QCOMPARE(report->gone, 0);
        QCOMPARE(report->totalsBefore, run.totals);
        QCOMPARE(report->totalsAfter, report->totalsBefore);

        setFormula(changed.after.mapping.fields, u"Quantity"_s, u"=2"_s);
        changed.sources.removeLast(); // only those of the run
        report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->records, run.counts.created - 1);
        QCOMPARE(report->different, report->records);
        QCOMPARE(sumOf(report->totalsAfter), *sumOf(report->totalsBefore).times(Decimal(2)));
        QCOMPARE(report->differences.first().changes.first().field, u"LineItems[1].Quantity"_s);
        QVERIFY(!report->differences.first().title.isEmpty());
    }

    void anotherTotalOverTheRowsIsTold()
    {
        SyncBench bench(SyncBench::few(60));
        support::groupByDay(bench.flow);
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.after.mapping.group->aggregates[0].formula = u"=ROWS([Rows]) * 10"_s;
        changed.after.mapping.group->aggregates.append({u"Largest"_s, u"=MAX([Rows.Amount])"_s, {}});
        setFormula(changed.after.mapping.fields, u"Type"_s, u"=IF([Largest] < 0, \"ACCPAY\", \"ACCREC\")"_s);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->different, run.counts.created);
        const auto& record = report->differences.first();
        QVERIFY(!record.heldBefore && !record.heldAfter && record.madeBefore && record.madeAfter);
        QCOMPARE(record.changes.size(), 1);
        QCOMPARE(record.changes[0].field, u"Reference"_s);
        QCOMPARE(record.changes[0].after.toPlainText(), record.changes[0].before.toPlainText() + u'0');
    }

    void aGroupingThatARunWouldRefuseIsRefused_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("code");
        QTest::newRow("two documents of one name")
            << QStringList{u"CloseDate"_s, u"Id"_s} << u"group.same-source"_s;
        QTest::newRow("no document has the name") << QStringList{u"Id"_s} << u"group.source-key"_s;
    }
    void aGroupingThatARunWouldRefuseIsRefused()
    {
        QFETCH(QStringList, keys);
        QFETCH(QString, code);
        SyncBench bench(SyncBench::few(60));
        support::groupByDay(bench.flow);
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.after.mapping.group->keys = keys;
        const auto refused = tried(bench, changed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        // The other way round it is the saved mapping that can do nothing.
        std::swap(changed.before, changed.after);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->heldBefore, report->records);
        QCOMPARE(report->heldAfter, 0);
        QCOMPARE(report->differences.first().heldBefore->code, code);
        QCOMPARE(report->totalsAfter, run.totals);
    }

    void documentsFollowAKeyThatAnotherFieldReplaced()
    {
        SyncBench bench(SyncBench::few(60));
        support::groupByDay(bench.flow);
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.sources.clear();
        mapping::takeMapping(changed.after,
                             mapping::withSource(changed.before.mapping, u"CloseDate"_s, u"Rows.Id"_s));
        QCOMPARE(changed.after.sourceKey, u"Id"_s);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        // One for each day before, one for each deal after: not one of them is the same document.
        QCOMPARE(report->records, report->different);
        const auto made = [&](bool model::WhatIfRecord::*side) {
            return std::count_if(report->differences.cbegin(), report->differences.cend(),
                                 [&](const auto& record) { return record.*side; });
        };
        QCOMPARE(made(&model::WhatIfRecord::madeAfter), 60);
        QCOMPARE(made(&model::WhatIfRecord::madeBefore), qsizetype(run.counts.created));
        for (const auto& record : report->differences)
            QVERIFY(!record.sourceId.isEmpty() && !record.title.isEmpty());
    }

    void groupingThatIsNewIsComparedByName()
    {
        SyncBench bench(SyncBench::few(60));
        support::groupByDay(bench.flow);
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        changed.before.mapping.group.reset();
        changed.before.sourceTitle.clear();
        for (auto& field : changed.before.mapping.fields)
            if (field.to == "LineItems"_L1) field.each = u"[.]"_s;
        setFormula(changed.before.mapping.fields, u"Reference"_s, u"=[CloseDate] & \" / 1\""_s);
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QCOMPARE(report->records, run.counts.created);
        QCOMPARE(report->totalsAfter, run.totals);
        QVERIFY(report->different > 0 &&
                report->different < report->records); // days of one deal are the same
    }

    void aStopEndsItSoonWithWhatWasTried()
    {
        SyncBench bench(SyncBench::few(1200));
        const auto run = bench.run();
        auto changed = request(bench, run.id);
        QVERIFY(changed.sources.size() > 400);
        m_progress = [&](const model::WhatIfProgress& progress) {
            if (progress.records > 0) bench.stop().request(StopMode::Now);
        };
        const auto report = tried(bench, changed);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text));
        QVERIFY(report->stopped);
        QVERIFY(report->records > 0 && report->records < changed.sources.size());
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "testwhatif.moc"
