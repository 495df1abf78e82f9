#include "engine/dealtext.h"
#include "engine/syncbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::Candidate;
using model::Decision;
using model::RunMode;
using model::RunReport;
using model::RunState;
using support::DealText;
using support::SyncBench;
using support::verifyAddsUp;

namespace {

const QString kParent = u"accounts-to-contacts"_s;
const QByteArray kDeal = "006000000009001AAA";

/// What a person would say to the only problem.
Decision answer(SyncBench& bench, Decision::Kind kind, qsizetype candidate = 0)
{
    const auto problem = bench.problems().first();
    const auto candidates = model::candidatesOf(problem.error);
    Decision decision;
    decision.flow = problem.error.context.flow;
    decision.sourceId = problem.error.context.recordKey;
    decision.askedFlow = problem.flow;
    decision.askedSource = problem.sourceId;
    decision.kind = kind;
    if (kind == Decision::Kind::UseCandidate) {
        decision.targetId = candidates.value(candidate).id;
        decision.targetTitle = candidates.value(candidate).title;
    }
    for (const auto& each : candidates)
        decision.offered += each.id.isEmpty() ? u"of "_s + each.takenBy : each.id;
    decision.decidedBy = u"ann"_s;
    decision.decidedAt = bench.clock.now();
    return decision;
}

std::optional<Decision> kept(SyncBench& bench, const QString& account)
{
    return *bench.workspace.read<std::optional<Decision>>([&](store::Database& database) {
        return store::DecisionRepository(database).about(kParent, account);
    });
}

Json invoiceOf(SyncBench& bench, const QByteArray& deal)
{
    for (const auto& invoice : bench.invoices())
        if (invoice[u"Reference"].toText() == QLatin1String(deal)) return invoice;
    return {};
}

} // namespace

/// A held match waits for a person's word, and the next run acts on it, once.
class TestDecided : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aHeldMatchNamesItsCandidates();
    void theChosenContactIsUsed();
    void aNewContactIsMadeWhenSaidSo();
    void aContactOfAnotherCustomerCanBeShared();
    void aContactThatIsGoneMeanwhileAsksAgain();
    void aFurtherCandidateAsksAgain();
    void aUsedDecisionIsKeptAndNotUsedAgain();
    void aPreviewDoesNotUseADecisionUp();
};

void TestDecided::aHeldMatchNamesItsCandidates()
{
    SyncBench bench(SyncBench::few(0));
    const QString id = bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    bench.deals(DealText().ndjson());
    const auto held = bench.run();
    verifyAddsUp(held);
    QCOMPARE(held.counts.held, 1);
    const auto error = bench.problems().first().error;
    QCOMPARE(error.code, u"match.weak"_s);
    QCOMPARE(error.context.flow, kParent);
    QCOMPARE(error.context.object, u"Contacts"_s);
    QCOMPARE(error.context.recordKey, u"001000000009001AAA"_s);
    const QList<Candidate> expected{{id, u"Kiwi Exports"_s, {}, u"K-17"_s, {}}};
    QCOMPARE(model::candidatesOf(error), expected);
}

void TestDecided::theChosenContactIsUsed()
{
    SyncBench bench(SyncBench::few(0));
    const QString id = bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    const auto contacts = bench.contacts().size();
    bench.deals(DealText().ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    bench.decide(answer(bench, Decision::Kind::UseCandidate));
    const auto report = bench.run();
    verifyAddsUp(report);
    QCOMPARE(report.counts.created, 1);
    QCOMPARE(bench.contacts().size(), contacts);
    QCOMPARE(invoiceOf(bench, kDeal)[u"Contact"][u"ContactID"].toText(), id);
    QVERIFY(bench.problems().isEmpty());
    QCOMPARE(kept(bench, u"001000000009001AAA"_s)->usedRun, report.id);
}

void TestDecided::aNewContactIsMadeWhenSaidSo()
{
    SyncBench bench(SyncBench::few(0));
    DealText first;
    first.email = "office@shared.test";
    DealText other;
    other.id = "006000000009002AAA";
    other.account = "001000000009002AAA";
    other.customer = "Harbour Trading";
    other.email = "office@shared.test"; // the same letter box, another customer
    bench.deals(first.ndjson() + other.ndjson());
    const auto held = bench.run();
    QCOMPARE(held.counts.created, 1);
    QCOMPARE(bench.problems().first().error.code, u"match.taken"_s);
    bench.decide(answer(bench, Decision::Kind::MakeNew));
    const auto contacts = bench.contacts().size();
    const auto report = bench.run();
    verifyAddsUp(report);
    QCOMPARE(report.counts.created, 1);
    QCOMPARE(bench.contacts().size(), contacts + 1);
    QVERIFY(invoiceOf(bench, other.id)[u"Contact"][u"ContactID"].toText() !=
            invoiceOf(bench, first.id)[u"Contact"][u"ContactID"].toText());
}

void TestDecided::aContactOfAnotherCustomerCanBeShared()
{
    SyncBench bench(SyncBench::few(0));
    DealText first;
    DealText twin;
    twin.id = "006000000009002AAA";
    twin.account = "001000000009002AAA";
    twin.customer = "KIWI  exports";
    bench.deals(first.ndjson() + twin.ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    // Within one run the other contact had no id yet; the next look at the problem has it.
    bench.retryHeld();
    QCOMPARE(bench.run().counts.held, 1);
    const auto candidate = model::candidatesOf(bench.problems().first().error).value(0);
    QCOMPARE(candidate.takenBy, u"001000000009001AAA"_s);
    QVERIFY(!candidate.id.isEmpty());
    bench.decide(answer(bench, Decision::Kind::UseCandidate));
    const auto report = bench.run();
    verifyAddsUp(report);
    QCOMPARE(report.counts.created, 1);
    QCOMPARE(invoiceOf(bench, twin.id)[u"Contact"][u"ContactID"].toText(),
             invoiceOf(bench, first.id)[u"Contact"][u"ContactID"].toText());
}

void TestDecided::aContactThatIsGoneMeanwhileAsksAgain()
{
    SyncBench bench(SyncBench::few(0));
    bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    bench.deals(DealText().ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    auto decision = answer(bench, Decision::Kind::UseCandidate);
    decision.targetId = u"11111111-2222-3333-4444-555555555555"_s;
    bench.decide(decision);
    const auto report = bench.run();
    verifyAddsUp(report);
    QCOMPARE(report.counts.held, 1);
    const auto error = bench.problems().first().error;
    QCOMPARE(error.code, u"decision.gone"_s);
    QCOMPARE(error.facts.first(), u"Kiwi Exports"_s);
    QCOMPARE(model::candidatesOf(error).size(), 1); // it can be decided anew
    QVERIFY(bench.invoices().isEmpty());
}

void TestDecided::aFurtherCandidateAsksAgain()
{
    SyncBench bench(SyncBench::few(0));
    bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    DealText deal;
    bench.deals(deal.ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    auto decision = answer(bench, Decision::Kind::MakeNew);
    decision.offered = {u"another contact"_s}; // the person saw other candidates than there are now
    bench.decide(decision);
    const auto report = bench.run();
    verifyAddsUp(report);
    QCOMPARE(report.counts.held, 1);
    QCOMPARE(bench.problems().first().error.code, u"match.weak"_s);
}

void TestDecided::aUsedDecisionIsKeptAndNotUsedAgain()
{
    SyncBench bench(SyncBench::few(0));
    bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    bench.deals(DealText().ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    bench.decide(answer(bench, Decision::Kind::UseCandidate));
    verifyAddsUp(bench.run());
    const auto used = kept(bench, u"001000000009001AAA"_s);
    QVERIFY(used->usedAt);
    bench.clock.advance(std::chrono::hours(1));
    DealText next;
    next.id = "006000000009002AAA";
    bench.deals(next.ndjson());
    verifyAddsUp(bench.run());
    QCOMPARE(kept(bench, u"001000000009001AAA"_s), used);
    QCOMPARE(used->decidedBy, u"ann"_s);
}

void TestDecided::aPreviewDoesNotUseADecisionUp()
{
    SyncBench bench(SyncBench::few(0));
    bench.seedContact(u"Kiwi Exports"_s, u"K-17"_s);
    bench.deals(DealText().ndjson());
    QCOMPARE(bench.run().counts.held, 1);
    bench.decide(answer(bench, Decision::Kind::UseCandidate));
    const auto preview = bench.run(RunMode::Preview);
    QCOMPARE(preview.counts.created, 1);
    QVERIFY(!kept(bench, u"001000000009001AAA"_s)->usedAt);
    const auto report = bench.runApproved(preview.id);
    verifyAddsUp(report);
    QCOMPARE(report.counts.created, 1);
}

QTEST_GUILESS_MAIN(TestDecided)
#include "testdecided.moc"
