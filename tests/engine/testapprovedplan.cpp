#include "engine/dealtext.h"
#include "engine/syncbench.h"

#include "engine/plan/offplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::Outcome;
using model::RunMode;
using model::RunReport;
using model::RunState;
using support::DealText;
using support::SyncBench;
using support::verifyAddsUp;
using support::verifyNothingTwice;

namespace {

const QByteArray kOne = "006000000009001AAA";
const QByteArray kTwo = "006000000009002AAA";

DealText second()
{
    DealText deal;
    deal.id = kTwo;
    deal.account = "001000000009002AAA";
    deal.customer = "Harbour Trading";
    return deal;
}

QString idOf(SyncBench& bench, const QByteArray& deal)
{
    for (const auto& invoice : bench.invoices())
        if (invoice[u"Reference"].toText() == QLatin1String(deal)) return invoice[u"InvoiceID"].toText();
    return {};
}

/// The one record of a run with this code.
model::RunRecord recordWith(SyncBench& bench, const RunReport& report, const QString& code)
{
    const auto records = bench.records(report.id);
    for (const auto& record : records)
        if (record.reason && record.reason->code == code) return record;
    return {};
}

void verifyRefused(SyncBench& bench, qint64 preview, const QString& code)
{
    const auto before = bench.invoices().size();
    const auto report = bench.runApproved(preview);
    QCOMPARE(report.state, RunState::Faulted);
    QCOMPARE(report.fault->code, code);
    QCOMPARE(report.fault->kind, ErrorKind::BadConfig);
    QCOMPARE(bench.invoices().size(), before);
}

} // namespace

/// What was approved is what is written: whatever changed meanwhile is held and shown, never overwritten.
class TestApprovedPlan : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void anApprovedPreviewIsWrittenAsItWasShown();
    void aDealThatChangedSinceIsHeldAndShowsWhat();
    void aNewDealIsLeftForTheNextOrdinarySync();
    void anInvoiceThatWasEditedSinceIsHeldAndShowsWhat();
    void anInvoiceThatAppearedSinceIsHeld();
    void aDealThatIsNoLongerWonIsHeld();
    void aDealThatIsGoneIsHeld();
    void aContactThatAppearedSinceHoldsItsInvoices();
    void theNextOrdinarySyncWritesWhatWasHeld();
    void anInterruptedRunCanBeGoneOnWith();
    void aPlanIsWrittenOnce();
    void aPlanOfAnotherMappingIsRefused();
    void aPlanOfAnotherSyncIsRefused();
    void aPreviewThatWasStoppedIsNoPlan();
    void onlyTheNewestCompletePreviewIsKept();
    void changesAreNamedByTheirLabels();
};

void TestApprovedPlan::anApprovedPreviewIsWrittenAsItWasShown()
{
    SyncBench bench(SyncBench::few(200));
    const auto preview = bench.run(RunMode::Preview);
    verifyAddsUp(preview);
    bench.clock.advance(std::chrono::hours(2));
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.approvedPreview, preview.id);
    QCOMPARE(sync.counts, preview.counts);
    QCOMPARE(sync.totals, preview.totals);
    QCOMPARE(bench.invoices().size(), preview.counts.created);
    const auto again = bench.run();
    QCOMPARE(again.writeCalls, 0);
    QCOMPARE(again.counts.created + again.counts.updated, 0);
}

void TestApprovedPlan::aDealThatChangedSinceIsHeldAndShowsWhat()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson() + second().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    DealText changed;
    changed.quantity = "12";
    bench.deals(changed.ndjson());
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.created, 1);
    QCOMPARE(sync.counts.held, 1);
    QVERIFY(idOf(bench, kOne).isEmpty());
    QVERIFY(!idOf(bench, kTwo).isEmpty());
    const auto record = recordWith(bench, sync, u"plan.source-changed"_s);
    QCOMPARE(record.outcome, Outcome::Held);
    QCOMPARE(record.reason->facts.value(0), u"Lines 1, Quantity: 17 → 12"_s);
    QCOMPARE(record.changes.size(), 1);
    QCOMPARE(record.changes.first().before, model::Value(Decimal(17)));
    QCOMPARE(bench.problems().size(), 1);
}

void TestApprovedPlan::aNewDealIsLeftForTheNextOrdinarySync()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    auto known = second();
    known.account = DealText().account; // its customer is in the plan, the deal is not
    known.customer = DealText().customer;
    bench.deals(known.ndjson());
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.created, 1);
    QCOMPARE(sync.counts.skipped, 1);
    QVERIFY(idOf(bench, kTwo).isEmpty());
    QCOMPARE(recordWith(bench, sync, u"plan.not-in-plan"_s).sourceId, QString::fromLatin1(kTwo));
    QVERIFY(bench.problems().isEmpty());
    const auto next = bench.run();
    verifyAddsUp(next);
    QCOMPARE(next.counts.created, 1);
    QVERIFY(!idOf(bench, kTwo).isEmpty());
}

void TestApprovedPlan::anInvoiceThatWasEditedSinceIsHeldAndShowsWhat()
{
    SyncBench bench(SyncBench::few(0));
    bench.flow.rules.onConflict = u"source"_s; // so that an edit alone does not hold it
    bench.deals(DealText().ndjson());
    verifyAddsUp(bench.run());
    bench.clock.advance(std::chrono::hours(1));
    DealText changed;
    changed.quantity = "12";
    bench.deals(changed.ndjson());
    const auto preview = bench.run(RunMode::Preview);
    QCOMPARE(preview.counts.updated, 1);
    bench.clock.advance(std::chrono::hours(1));
    bench.editInvoice(idOf(bench, kOne), R"({"DueDate":"2026-12-24"})");
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.held, 1);
    QCOMPARE(sync.writeCalls, 0);
    const auto record = recordWith(bench, sync, u"plan.target-changed"_s);
    QVERIFY2(record.reason && record.reason->facts.value(1).contains(u"2026-12-24"_s),
             record.reason ? qPrintable(record.reason->facts.join(u'|')) : "no record");
}

void TestApprovedPlan::anInvoiceThatAppearedSinceIsHeld()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    verifyAddsUp(bench.run()); // a schedule was faster
    bench.clock.advance(std::chrono::minutes(5));
    DealText changed;
    changed.quantity = "12";
    bench.deals(changed.ndjson());
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.held, 1);
    QCOMPARE(sync.writeCalls, 0);
    QVERIFY(recordWith(bench, sync, u"plan.exists-now"_s).reason);
    QCOMPARE(bench.invoices().size(), 1);
}

void TestApprovedPlan::aDealThatIsNoLongerWonIsHeld()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson() + second().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    DealText lost;
    lost.stage = "Negotiation";
    bench.deals(lost.ndjson());
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.created, 1);
    QCOMPARE(sync.counts.held, 1);
    const auto record = recordWith(bench, sync, u"plan.left-out"_s);
    QVERIFY(record.reason);
    QVERIFY(record.amount.has_value()); // the money that was approved
    QCOMPARE(record.title, u"Deal 9001"_s);
}

void TestApprovedPlan::aDealThatIsGoneIsHeld()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    // As if the source did not show it any more: the plan has a record that nobody reads.
    model::PlannedAction gone;
    gone.flow = bench.flow.id;
    gone.sourceId = u"006000000009999AAA"_s;
    gone.title = u"Deal that was deleted"_s;
    const auto added = bench.workspace.write<bool>([&](store::Database& database) -> Result<bool> {
        auto done = store::PlanRepository(database).add(preview.id, {gone});
        if (!done) return tl::unexpected(done.error());
        return true;
    });
    QVERIFY(added);
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    QCOMPARE(sync.counts.created, 1);
    QCOMPARE(sync.counts.held, 1);
    QCOMPARE(recordWith(bench, sync, u"plan.not-found"_s).title, u"Deal that was deleted"_s);
}

void TestApprovedPlan::aContactThatAppearedSinceHoldsItsInvoices()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson() + second().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    bench.seedContact(u"Somebody else's spelling"_s, u"001000000009001AAA"_s);
    const auto sync = bench.runApproved(preview.id);
    verifyAddsUp(sync);
    // The invoice would go to a contact that the approved preview did not show.
    QCOMPARE(sync.counts.created, 1);
    QCOMPARE(sync.counts.held, 1);
    QVERIFY(idOf(bench, kOne).isEmpty());
}

void TestApprovedPlan::theNextOrdinarySyncWritesWhatWasHeld()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    DealText changed;
    changed.quantity = "12";
    bench.deals(changed.ndjson());
    QCOMPARE(bench.runApproved(preview.id).counts.held, 1);
    const auto shown = bench.run(RunMode::Preview);
    QCOMPARE(shown.counts.created, 1);
    const auto next = bench.runApproved(shown.id);
    verifyAddsUp(next);
    QCOMPARE(next.counts.created, 1);
    QVERIFY(bench.problems().isEmpty());
}

void TestApprovedPlan::anInterruptedRunCanBeGoneOnWith()
{
    SyncBench bench(SyncBench::few(300));
    const auto preview = bench.run(RunMode::Preview);
    bench.clock.advance(std::chrono::minutes(5));
    bench.flow.rules.maxRecords = 60; // stops half-way
    const auto refused = bench.runApproved(preview.id);
    QCOMPARE(refused.fault->code, u"plan.sync-changed"_s); // rules are part of what was approved
    bench.flow.rules.maxRecords = 0;
    bench.fault(R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices","kind":"status",)"
                R"("status":503,"count":60})");
    const auto broken = bench.runApproved(preview.id);
    QVERIFY(broken.counts.created < preview.counts.created);
    bench.company().faults().clear();
    bench.restart();
    bench.clock.advance(std::chrono::hours(2));
    const auto rest = bench.runApproved(preview.id);
    verifyAddsUp(rest);
    QCOMPARE(bench.invoices().size(), preview.counts.created);
    verifyNothingTwice(bench);
}

void TestApprovedPlan::aPlanIsWrittenOnce()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    verifyAddsUp(bench.runApproved(preview.id));
    verifyRefused(bench, preview.id, u"plan.used"_s);
}

void TestApprovedPlan::aPlanOfAnotherMappingIsRefused()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    bench.flow.mapping.version = 2;
    verifyRefused(bench, preview.id, u"plan.sync-changed"_s);
}

void TestApprovedPlan::aPlanOfAnotherSyncIsRefused()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto preview = bench.run(RunMode::Preview);
    verifyRefused(bench, preview.id + 100, u"plan.unknown"_s);
    bench.flow.id = u"another"_s;
    verifyRefused(bench, preview.id, u"plan.other-sync"_s);
}

void TestApprovedPlan::aPreviewThatWasStoppedIsNoPlan()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    bench.stop().request(StopMode::AfterBatch);
    const auto preview = bench.run(RunMode::Preview);
    QCOMPARE(preview.state, RunState::Stopped);
    bench.restart();
    verifyRefused(bench, preview.id, u"plan.incomplete"_s);
}

void TestApprovedPlan::onlyTheNewestCompletePreviewIsKept()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    const auto first = bench.run(RunMode::Preview);
    const auto newer = bench.run(RunMode::Preview);
    verifyRefused(bench, first.id, u"plan.unknown"_s);
    verifyAddsUp(bench.runApproved(newer.id));
}

void TestApprovedPlan::changesAreNamedByTheirLabels()
{
    model::Field quantity;
    quantity.name = u"Quantity"_s;
    quantity.label = u"Quantity"_s;
    model::Field lines;
    lines.name = u"LineItems"_s;
    lines.label = u"Lines"_s;
    lines.fields = {quantity};
    model::Field due;
    due.name = u"DueDate"_s;
    due.label = u"Due date"_s;
    model::ObjectSchema schema;
    schema.fields = {lines, due};
    const QList<model::FieldChange> changes{
        {u"DueDate"_s, model::Value(Date(2026, 3, 26)), model::Value(Date(2026, 4, 1))},
        {u"LineItems[2].Quantity"_s, model::Value(Decimal(17)), model::Value(Decimal(12))},
        {u"Unknown"_s, model::Value(), model::Value(u"x"_s)},
        {u"DueDate"_s, model::Value(), model::Value()}};
    QCOMPARE(engine::changesInShort(changes, schema),
             u"Due date: 2026-03-26 → 2026-04-01; Lines 2, Quantity: 17 → 12; Unknown: – → x …"_s);
}

QTEST_GUILESS_MAIN(TestApprovedPlan)
#include "testapprovedplan.moc"
