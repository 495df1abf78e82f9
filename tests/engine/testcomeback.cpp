#include "engine/dealtext.h"
#include "engine/syncbench.h"

#include "engine/notes/comeback.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::Outcome;
using model::RunReport;
using model::RunState;
using support::DealText;
using support::SyncBench;
using support::verifyAddsUp;

namespace {

const QByteArray kDeal = "006000000009001AAA";

RunReport syncOf(SyncBench& bench, const QByteArray& stage, const QByteArray& quantity)
{
    bench.clock.advance(std::chrono::hours(24));
    DealText deal;
    deal.stage = stage;
    deal.quantity = quantity;
    bench.deals(deal.ndjson());
    return bench.run();
}

std::optional<Error> remarkOf(SyncBench& bench, const RunReport& report)
{
    for (const auto& record : bench.records(report.id))
        if (record.sourceId == QLatin1String(kDeal)) return record.reason;
    return {};
}

} // namespace

/// A deal that is reopened and won again: the same invoice, and one note to finance in its history.
class TestComeback : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aDealWonAgainLeavesOneNote();
    void aDealWonAgainWithoutAChangeLeavesOneNoteToo();
    void aDealThatStaysLostLeavesNoNote();
    void eachReturnHasItsOwnNote();
    void aNoteIsWrittenOnceWhateverTheWireDoes_data();
    void aNoteIsWrittenOnceWhateverTheWireDoes();
    void everyFailedStatementLeavesOneNote();
    void aSystemWithoutNotesIsSaidSoOnce();
    void theNoteSaysWhatHappenedAndWhen();
};

void TestComeback::aDealWonAgainLeavesOneNote()
{
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    const auto lost = syncOf(bench, "Negotiation", "17");
    verifyAddsUp(lost);
    QCOMPARE(lost.counts.held, 1);
    QCOMPARE(lost.writeCalls, 0);
    QVERIFY(bench.notes().isEmpty());
    const auto again = syncOf(bench, "Closed Won", "12");
    verifyAddsUp(again);
    QCOMPARE(again.counts.updated, 1);
    QCOMPARE(again.writeCalls, 2); // the invoice, the note
    QCOMPARE(bench.invoices().size(), 1);
    QCOMPARE(bench.notes().size(), 1);
    const QString text = bench.notes().first()[u"Details"].toText();
    QVERIFY2(text.contains(u"The deal of this invoice was won again."_s), qPrintable(text));
    QVERIFY2(text.contains(u"This invoice was changed to match it; no second one was made."_s),
             qPrintable(text));
    QCOMPARE(remarkOf(bench, again)->code, u"note.written"_s);
    bench.clock.advance(std::chrono::hours(1));
    const auto quiet = bench.run();
    QCOMPARE(quiet.writeCalls, 0);
    QCOMPARE(bench.notes().size(), 1);
}

void TestComeback::aDealWonAgainWithoutAChangeLeavesOneNoteToo()
{
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    verifyAddsUp(syncOf(bench, "Negotiation", "17"));
    const auto again = syncOf(bench, "Closed Won", "17");
    verifyAddsUp(again);
    QCOMPARE(again.counts.unchanged, 1);
    QCOMPARE(bench.notes().size(), 1);
    QVERIFY(bench.notes().first()[u"Details"].toText().contains(u"Nothing on this invoice had to change"_s));
    QCOMPARE(remarkOf(bench, again)->code, u"note.written"_s); // listed although nothing changed
    QVERIFY(bench.problems().isEmpty());
}

void TestComeback::aDealThatStaysLostLeavesNoNote()
{
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    verifyAddsUp(syncOf(bench, "Negotiation", "17"));
    verifyAddsUp(syncOf(bench, "Prospecting", "12"));
    QVERIFY(bench.notes().isEmpty());
    QCOMPARE(bench.problems().size(), 1);
    QCOMPARE(bench.problems().first().error.code, u"rule.no-longer"_s);
}

void TestComeback::eachReturnHasItsOwnNote()
{
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    for (int round = 1; round <= 3; ++round) {
        verifyAddsUp(syncOf(bench, "Negotiation", "17"));
        verifyAddsUp(syncOf(bench, "Closed Won", "17"));
        QCOMPARE(bench.notes().size(), round);
    }
    QCOMPARE(bench.invoices().size(), 1);
}

void TestComeback::aNoteIsWrittenOnceWhateverTheWireDoes_data()
{
    QTest::addColumn<QByteArray>("fault");
    const QList<std::pair<const char*, const char*>> kinds{{"cut before", R"("kind":"cut-before")"},
                                                           {"cut after", R"("kind":"cut-after")"},
                                                           {"truncated", R"("kind":"truncate")"},
                                                           {"page instead of data", R"("kind":"html")"},
                                                           {"hang", R"("kind":"hang")"},
                                                           {"500", R"("kind":"status","status":500)"},
                                                           {"503", R"("kind":"status","status":503)"},
                                                           {"429", R"("kind":"rate-minute","retryAfter":30)"},
                                                           {"expired sign-in", R"("kind":"expire-tokens")"}};
    for (const auto& [name, kind] : kinds)
        for (const int count : {1, 3, 20})
            QTest::addRow("%s, %d times", name, count)
                << QByteArray(
                       R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices/.*/History",)") +
                       kind + R"(,"count":)" + QByteArray::number(count) + '}';
}

void TestComeback::aNoteIsWrittenOnceWhateverTheWireDoes()
{
    QFETCH(QByteArray, fault);
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    verifyAddsUp(syncOf(bench, "Negotiation", "17"));
    bench.fault(fault.constData());
    const auto again = syncOf(bench, "Closed Won", "12");
    QCOMPARE(again.counts.updated, 1); // a note does not spoil its run
    for (int later = 0; later < 25 && bench.notes().size() != 1; ++later) {
        bench.restart();
        bench.clock.advance(std::chrono::hours(1));
        bench.run();
    }
    bench.company().faults().clear();
    for (int later = 0; later < 2; ++later) {
        bench.restart();
        bench.clock.advance(std::chrono::hours(1));
        bench.run();
    }
    QCOMPARE(bench.notes().size(), 1);
    QCOMPARE(bench.invoices().size(), 1);
    QCOMPARE(remarkOf(bench, again)->code, u"note.written"_s);
}

void TestComeback::everyFailedStatementLeavesOneNote()
{
    for (int failing = 0; failing < 400; failing += 5) {
        SyncBench bench(SyncBench::few(0));
        verifyAddsUp(syncOf(bench, "Closed Won", "17"));
        verifyAddsUp(syncOf(bench, "Negotiation", "17"));
        int statement = 0;
        bool met = false;
        bench.workspace.store().setStatementProbe([&](const QString&) -> std::optional<Error> {
            if (statement++ != failing) return {};
            met = true;
            Error full;
            full.kind = ErrorKind::LocalFault;
            full.code = u"store.full"_s;
            return full;
        });
        syncOf(bench, "Closed Won", "12");
        bench.workspace.store().setStatementProbe({});
        for (int later = 0; later < 3; ++later) {
            bench.restart();
            bench.clock.advance(std::chrono::hours(1));
            bench.run();
        }
        QVERIFY2(bench.notes().size() == 1,
                 qPrintable(u"%1 notes after statement %2"_s.arg(bench.notes().size()).arg(failing)));
        QCOMPARE(bench.invoices().size(), 1);
        if (!met) return;
    }
}

void TestComeback::aSystemWithoutNotesIsSaidSoOnce()
{
    SyncBench bench(SyncBench::few(0));
    verifyAddsUp(syncOf(bench, "Closed Won", "17"));
    verifyAddsUp(syncOf(bench, "Negotiation", "17"));
    bench.fault(R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices/.*/History",)"
                R"("kind":"status","status":404,"count":1})");
    const auto again = syncOf(bench, "Closed Won", "12");
    verifyAddsUp(again);
    QCOMPARE(again.warnings.size(), 1);
    QCOMPARE(again.warnings.first().code, u"note.refused"_s);
    bench.clock.advance(std::chrono::hours(1));
    QVERIFY(bench.run().warnings.isEmpty());
    QVERIFY(bench.notes().isEmpty());
}

void TestComeback::theNoteSaysWhatHappenedAndWhen()
{
    engine::Comeback comeback;
    comeback.lapse = {u"f"_s, u"006A"_s, u"not-won"_s, *parseInstant(u"2026-11-18T20:30:00Z"_s), u"v1"_s};
    comeback.said = u"The deal of this invoice was won again."_s;
    comeback.document = u"invoice"_s;
    comeback.zone = QTimeZone("Australia/Sydney");
    const QString text =
        engine::comebackText(comeback, u"Big\ndeal"_s, u"2026-11-21T10:00:00.000Z"_s,
                             engine::DocumentChange::Changed, *parseInstant(u"2026-11-21T10:05:00Z"_s));
    QCOMPARE(text,
             u"The deal of this invoice was won again. “Big deal” had dropped out, as Tieout saw on 19 "
             "November 2026, and was back on 21 November 2026. This invoice was changed to match it; no "
             "second one was made. (Record 006A, its change of 2026-11-21T10:00:00.000Z)"_s);
    const QString longest =
        engine::comebackText(comeback, QString(5000, u'x'), u"v"_s, engine::DocumentChange::Same, {});
    QVERIFY(longest.size() <= 2500);
}

QTEST_GUILESS_MAIN(TestComeback)
#include "testcomeback.moc"
