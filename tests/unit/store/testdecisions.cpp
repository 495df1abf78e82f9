#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;
using model::ActionKind;
using model::Decision;
using model::PlannedAction;

namespace {

const QString kFlow = u"accounts-to-contacts"_s;
const QString kAsked = u"closed-won-to-invoice"_s;

Decision decision(const QString& source, Decision::Kind kind = Decision::Kind::UseCandidate)
{
    Decision made;
    made.flow = kFlow;
    made.sourceId = source;
    made.askedFlow = kAsked;
    made.askedSource = u"deal of "_s + source;
    made.kind = kind;
    made.targetId = kind == Decision::Kind::UseCandidate ? u"contact-1"_s : QString();
    made.targetTitle = u"Kiwi Exports"_s;
    made.offered = {u"contact-1"_s, u"contact-2"_s};
    made.decidedBy = u"ann"_s;
    made.decidedAt = instantFromMs(1000);
    return made;
}

PlannedAction action(const QString& flow, const QString& source, ActionKind kind = ActionKind::Create)
{
    const auto shape =
        std::make_shared<const model::Shape>(QStringList{u"Reference"_s, u"Total"_s, u"Date"_s});
    PlannedAction planned;
    planned.flow = flow;
    planned.sourceId = source;
    planned.sourceVersion = u"v1"_s;
    planned.title = u"Deal "_s + source;
    planned.party = u"Kiwi"_s;
    planned.kind = kind;
    planned.targetId = kind == ActionKind::Update ? u"invoice-1"_s : QString();
    planned.targetVersion = kind == ActionKind::Update ? u"t1"_s : QString();
    planned.target = model::Record(shape);
    planned.target.set(0, model::Value(source));
    planned.target.set(1, model::Value(Decimal::fromScaled(1250, 2)));
    planned.target.set(2, model::Value(Date(2026, 11, 21)));
    planned.contentHash = model::contentHash(model::Value(planned.target));
    planned.currency = u"AUD"_s;
    planned.amount = Decimal::fromScaled(1250, 2);
    planned.changes = {{u"Date"_s, model::Value(Date(2026, 11, 1)), model::Value(Date(2026, 11, 21))}};
    return planned;
}

Plan plan(qint64 run)
{
    Plan made;
    made.run = run;
    made.flow = kAsked;
    made.basis = u"fingerprint"_s;
    made.madeAt = instantFromMs(run * 1000);
    return made;
}

Note note(const QString& source)
{
    Note made;
    made.flow = kAsked;
    made.sourceId = source;
    made.sourceTitle = u"Deal "_s + source;
    made.object = u"Invoices"_s;
    made.targetId = u"invoice-1"_s;
    made.targetNumber = u"INV-0001"_s;
    made.details = u"won again"_s;
    made.idempotencyKey = u"key-"_s + source;
    made.madeBy = 7;
    made.madeAt = instantFromMs(5000);
    return made;
}

} // namespace

/// Decisions of people, approved previews and notes that are owed: what a run must find again.
class TestDecisions : public QObject
{
    Q_OBJECT

  private:
    template<class T>
    T in(std::function<Result<T>(Database&)> work)
    {
        auto done = m_workspace->write<T>(std::move(work));
        if (!done) qFatal("%s: %s", qPrintable(done.error().code), qPrintable(done.error().text));
        return *done;
    }
    void change(const std::function<Result<void>(Database&)>& work)
    {
        QVERIFY(in<bool>([&](Database& database) -> Result<bool> {
            auto done = work(database);
            if (!done) return tl::unexpected(done.error());
            return true;
        }));
    }
    QList<Decision> unused()
    {
        return in<QList<Decision>>([](Database& d) { return DecisionRepository(d).unused(kFlow); });
    }
    std::optional<Plan> planOf(qint64 run)
    {
        return in<std::optional<Plan>>([run](Database& d) { return PlanRepository(d).byRun(run); });
    }
    QList<PlanRow> openRows(qint64 run, const QString& flow)
    {
        return in<QList<PlanRow>>([=](Database& d) { return PlanRepository(d).open(run, flow, 100); });
    }
    QList<Note> openNotes()
    {
        return in<QList<Note>>([](Database& d) { return NoteRepository(d).open(kAsked, 100); });
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void aDecisionComesBackWithWhoAndWhen()
    {
        change([](Database& d) { return DecisionRepository(d).save(decision(u"a1"_s)); });
        QCOMPARE(unused(), QList<Decision>{decision(u"a1"_s)});
        const auto asked = in<std::optional<Decision>>(
            [](Database& d) { return DecisionRepository(d).askedBy(kAsked, u"deal of a1"_s); });
        QVERIFY(asked);
        QCOMPARE(asked->decidedBy, u"ann"_s);
    }

    void aSecondDecisionReplacesTheFirst()
    {
        change([](Database& d) { return DecisionRepository(d).save(decision(u"a1"_s)); });
        const auto other = decision(u"a1"_s, Decision::Kind::MakeNew);
        change([other](Database& d) { return DecisionRepository(d).save(other); });
        QCOMPARE(unused(), QList<Decision>{other});
    }

    void aUsedDecisionStaysAndCannotBeTakenBack()
    {
        change([](Database& d) { return DecisionRepository(d).save(decision(u"a1"_s)); });
        change([](Database& d) {
            return DecisionRepository(d).markUsed(kFlow, {u"a1"_s, u"a2"_s}, 9, instantFromMs(2000));
        });
        QVERIFY(unused().isEmpty());
        QVERIFY(!in<bool>([](Database& d) { return DecisionRepository(d).takeBack(kFlow, u"a1"_s); }));
        const auto kept = in<std::optional<Decision>>(
            [](Database& d) { return DecisionRepository(d).about(kFlow, u"a1"_s); });
        QVERIFY(kept);
        QCOMPARE(kept->usedRun, 9);
        QCOMPARE(kept->usedAt, instantFromMs(2000));
    }

    void anUnusedDecisionCanBeTakenBackOnce()
    {
        change([](Database& d) { return DecisionRepository(d).save(decision(u"a1"_s)); });
        QVERIFY(in<bool>([](Database& d) { return DecisionRepository(d).takeBack(kFlow, u"a1"_s); }));
        QVERIFY(!in<bool>([](Database& d) { return DecisionRepository(d).takeBack(kFlow, u"a1"_s); }));
        QVERIFY(unused().isEmpty());
    }

    void aPlannedRowComesBackWithEveryDigit()
    {
        const auto planned = action(kAsked, u"d1"_s, ActionKind::Update);
        change([](Database& d) { return PlanRepository(d).begin(plan(3)); });
        change([planned](Database& d) { return PlanRepository(d).add(3, {planned}); });
        const auto rows = in<QHash<QString, PlanRow>>([](Database& d) {
            return PlanRepository(d).bySource(3, kAsked, {u"d1"_s, u"d2"_s});
        });
        QCOMPARE(rows.size(), 1);
        const auto& back = rows[u"d1"_s].action;
        QCOMPARE(back.kind, ActionKind::Update);
        QCOMPARE(back.targetVersion, u"t1"_s);
        QCOMPARE(back.contentHash, planned.contentHash);
        QCOMPARE(model::contentHash(model::Value(back.target)), planned.contentHash);
        QCOMPARE(back.changes, planned.changes);
        QCOMPARE(back.amount, planned.amount);
        QCOMPARE(back.title, planned.title);
    }

    void aCompletePlanForgetsTheEarlierOnesOfItsSync()
    {
        change([](Database& d) { return PlanRepository(d).begin(plan(3)); });
        change([](Database& d) { return PlanRepository(d).add(3, {action(kAsked, u"d1"_s)}); });
        change([](Database& d) { return PlanRepository(d).begin(plan(4)); });
        QVERIFY(planOf(3));
        change([](Database& d) { return PlanRepository(d).complete(4); });
        QVERIFY(!planOf(3));
        QVERIFY(openRows(3, kAsked).isEmpty());
        QVERIFY(planOf(4)->complete);
    }

    void rowsThatWereMetAreNotOpenAnyMore()
    {
        change([](Database& d) { return PlanRepository(d).begin(plan(3)); });
        change([](Database& d) {
            return PlanRepository(d).add(
                3, {action(kAsked, u"d1"_s), action(kAsked, u"d2"_s), action(kFlow, u"a1"_s)});
        });
        change(
            [](Database& d) { return PlanRepository(d).settle(3, kAsked, {u"d1"_s}, PlanState::Written); });
        QCOMPARE(openRows(3, kAsked).size(), 1);
        QCOMPARE(openRows(3, kAsked).first().action.sourceId, u"d2"_s);
        const auto made = [this] {
            return in<QStringList>([](Database& d) { return PlanRepository(d).made(3, kFlow); });
        };
        QVERIFY(made().isEmpty());
        change([](Database& d) { return PlanRepository(d).settle(3, kFlow, {u"a1"_s}, PlanState::Written); });
        QCOMPARE(made(), QStringList{u"a1"_s});
    }

    void anApprovedPlanSaysWhoAndWhetherItIsUsedUp()
    {
        change([](Database& d) { return PlanRepository(d).begin(plan(3)); });
        change([](Database& d) { return PlanRepository(d).approve(3, u"ann"_s, instantFromMs(50)); });
        change([](Database& d) { return PlanRepository(d).follow(3, 8, std::nullopt); });
        QCOMPARE(planOf(3)->approvedBy, u"ann"_s);
        QCOMPARE(planOf(3)->writtenBy, 8);
        QVERIFY(!planOf(3)->writtenAt);
        change([](Database& d) { return PlanRepository(d).follow(3, 8, instantFromMs(60)); });
        QCOMPARE(planOf(3)->writtenAt, instantFromMs(60));
    }

    void aReturnMakesOneNoteAndEndsTheLapse()
    {
        const Lapse lapse{kAsked, u"d1"_s, u"not-won"_s, instantFromMs(100), u"v1"_s};
        change([lapse](Database& d) { return NoteRepository(d).lapse({lapse}); });
        const Lapse later{kAsked, u"d1"_s, u"not-won"_s, instantFromMs(900), u"v2"_s};
        change([later](Database& d) { return NoteRepository(d).lapse({later}); });
        const auto known =
            in<QHash<QString, Lapse>>([](Database& d) { return NoteRepository(d).lapses(kAsked, 100); });
        QCOMPARE(known.value(u"d1"_s), lapse); // the first counts
        change([](Database& d) { return NoteRepository(d).makeNote(note(u"d1"_s)); });
        change([](Database& d) { return NoteRepository(d).makeNote(note(u"d1"_s)); });
        QCOMPARE(openNotes().size(), 1);
        QVERIFY(in<bool>(
            [](Database& d) -> Result<bool> { return NoteRepository(d).lapses(kAsked, 100)->isEmpty(); }));
    }

    void aNoteIsOpenUntilItIsWrittenOrRefused_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("open");
        QTest::newRow("due") << int(JournalState::NotSent) << true;
        QTest::newRow("under way") << int(JournalState::Sending) << true;
        QTest::newRow("uncertain") << int(JournalState::Uncertain) << true;
        QTest::newRow("written") << int(JournalState::Written) << false;
        QTest::newRow("refused") << int(JournalState::Rejected) << false;
    }
    void aNoteIsOpenUntilItIsWrittenOrRefused()
    {
        QFETCH(int, state);
        QFETCH(bool, open);
        change([](Database& d) {
            return NoteRepository(d).lapse({{kAsked, u"d1"_s, u"not-won"_s, instantFromMs(1), {}}});
        });
        change([](Database& d) { return NoteRepository(d).makeNote(note(u"d1"_s)); });
        const qint64 id = openNotes().first().id;
        change([=](Database& d) {
            return NoteRepository(d).setState(id, JournalState(state), instantFromMs(9000));
        });
        QCOMPARE(!openNotes().isEmpty(), open);
    }

    void aRemarkReachesTheRecordOfItsRunOnly()
    {
        change([](Database& d) -> Result<void> {
            RunRepository runs(d);
            QList<RunRecord> records;
            for (const qint64 run : {1, 2}) {
                RunRecord record;
                record.run = run;
                record.sequence = 1;
                record.flow = kAsked;
                record.sourceId = u"d1"_s;
                records += record;
            }
            if (auto added = runs.addRecords(records); !added) return added;
            Error reason;
            reason.code = u"note.written"_s;
            return runs.remark(2, kAsked, u"d1"_s, reason);
        });
        const auto of = [this](qint64 run) {
            return in<QList<RunRecord>>(
                [run](Database& d) { return RunRepository(d).records(run, {}, 0, 10); });
        };
        QVERIFY(!of(1).first().reason);
        QCOMPARE(of(2).first().reason->code, u"note.written"_s);
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "testdecisions.moc"
