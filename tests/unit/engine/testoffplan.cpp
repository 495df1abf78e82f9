#include "engine/plan/offplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using engine::OffPlan;
using engine::PlanRole;
using model::ActionKind;
using model::Value;

namespace {

model::Record document(const QString& reference, int quantity, const QString& due = {})
{
    static const auto kShape =
        std::make_shared<const model::Shape>(QStringList{u"Reference"_s, u"Quantity"_s, u"Due"_s});
    model::Record record{kShape};
    record.set(0, Value(reference));
    record.set(1, Value(Decimal(quantity)));
    if (!due.isEmpty()) record.set(2, Value(due));
    return record;
}

store::PlanRow approved(ActionKind kind)
{
    store::PlanRow row;
    row.action.kind = kind;
    row.action.target = document(u"D1"_s, 17, u"soon"_s);
    row.action.contentHash = model::contentHash(Value(row.action.target));
    if (kind == ActionKind::Create) return row;
    row.action.targetId = u"invoice"_s;
    row.action.targetVersion = u"t1"_s;
    row.action.changes = {{u"Quantity"_s, Value(Decimal(9)), Value(Decimal(17))}};
    return row;
}

engine::PlannedNow now(ActionKind kind)
{
    engine::PlannedNow planned;
    planned.kind = kind;
    planned.target = document(u"D1"_s, 17, u"soon"_s);
    if (kind == ActionKind::Create) return planned;
    planned.targetId = u"invoice"_s;
    planned.targetVersion = u"t1"_s;
    planned.targetNumber = u"INV-1"_s;
    planned.changes = {{u"Quantity"_s, Value(Decimal(9)), Value(Decimal(17))}};
    return planned;
}

QString codeOf(const std::optional<OffPlan>& off)
{
    return off ? off->error.code : QString();
}

model::Flow flow()
{
    model::Flow made;
    made.id = u"deals"_s;
    made.title = u"Deals"_s;
    made.mapping.version = 3;
    return made;
}

store::Plan planOf(const model::Flow& of)
{
    store::Plan plan;
    plan.run = 7;
    plan.flow = of.id;
    plan.basis = engine::planBasis(of);
    plan.complete = true;
    return plan;
}

} // namespace

/// What counts as approved: the pure rules.
class TestOffPlan : public QObject
{
    Q_OBJECT

  private:
    [[nodiscard]] static std::optional<OffPlan>
    off(const store::PlanRow* row, const engine::PlannedNow& planned, PlanRole role = PlanRole::Main)
    {
        return engine::offPlan(row, planned, u"Deal"_s, role, model::ObjectSchema());
    }

  private Q_SLOTS:
    void theSameIsApproved()
    {
        for (const auto kind : {ActionKind::Create, ActionKind::Update}) {
            const auto row = approved(kind);
            QCOMPARE(codeOf(off(&row, now(kind))), QString());
        }
    }

    void anotherKindOfWriteIsNot()
    {
        const auto created = approved(ActionKind::Create), updated = approved(ActionKind::Update);
        QCOMPARE(codeOf(off(&created, now(ActionKind::Update))), u"plan.exists-now"_s);
        QCOMPARE(codeOf(off(&updated, now(ActionKind::Create))), u"plan.gone-now"_s);
    }

    void otherContentIsNotAndSaysWhichField()
    {
        const auto row = approved(ActionKind::Create);
        auto planned = now(ActionKind::Create);
        planned.target = document(u"D1"_s, 12);
        const auto difference = off(&row, planned);
        QCOMPARE(codeOf(difference), u"plan.source-changed"_s);
        QCOMPARE(difference->end, OffPlan::End::Held);
        const QList<model::FieldChange> expected{{u"Quantity"_s, Value(Decimal(17)), Value(Decimal(12))},
                                                 {u"Due"_s, Value(u"soon"_s), Value()}};
        QCOMPARE(difference->changes, expected); // a field that became empty too
    }

    void anotherVersionOfTheTargetIsNot()
    {
        const auto row = approved(ActionKind::Update);
        auto planned = now(ActionKind::Update);
        planned.targetVersion = u"t2"_s;
        planned.changes = {{u"Quantity"_s, Value(Decimal(11)), Value(Decimal(17))}};
        const auto difference = off(&row, planned);
        QCOMPARE(codeOf(difference), u"plan.target-changed"_s);
        QCOMPARE(difference->error.facts, (QStringList{u"INV-1"_s, u"Quantity: 9 → 11"_s}));
        planned.targetVersion = u"t1"_s;
        planned.targetId = u"another"_s;
        QCOMPARE(codeOf(off(&row, planned)), u"plan.target-changed"_s);
    }

    void whatIsNotInThePlanIsLeft()
    {
        const auto left = off(nullptr, now(ActionKind::Create));
        QCOMPARE(codeOf(left), u"plan.not-in-plan"_s);
        QCOMPARE(left->end, OffPlan::End::Left);
        auto written = approved(ActionKind::Create);
        written.state = store::PlanState::Written;
        QCOMPARE(off(&written, now(ActionKind::Update))->end, OffPlan::End::Left);
    }

    void aParentThatIsNotInThePlanHoldsItsChildren()
    {
        const auto held = off(nullptr, now(ActionKind::Create), PlanRole::Parent);
        QCOMPARE(codeOf(held), u"plan.parent-unplanned"_s);
        QCOMPARE(held->end, OffPlan::End::Held);
    }

    void aPlanMayBeFollowed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        for (const auto& [what, code] : {std::pair{"as it was", ""},
                                         {"not there", "plan.unknown"},
                                         {"of another sync", "plan.other-sync"},
                                         {"not finished", "plan.incomplete"},
                                         {"written", "plan.used"},
                                         {"another mapping", "plan.sync-changed"},
                                         {"another rule", "plan.sync-changed"},
                                         {"another schedule", ""},
                                         {"looked at", ""}})
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(code);
    }
    void aPlanMayBeFollowed()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        auto sync = flow();
        std::optional<store::Plan> plan = planOf(sync);
        if (what == "not there"_L1) plan.reset();
        if (what == "of another sync"_L1) sync.id = u"other"_s;
        if (what == "not finished"_L1) plan->complete = false;
        if (what == "written"_L1) plan->writtenAt = Instant{};
        if (what == "another mapping"_L1) sync.mapping.version = 4;
        if (what == "another rule"_L1) sync.rules.maxRecords = 10;
        if (what == "another schedule"_L1) sync.schedule.kind = model::ScheduleRule::Kind::Daily;
        if (what == "looked at"_L1) sync.previewedVersion = 3;
        const auto may = engine::mayFollow(plan, 7, sync);
        QCOMPARE(may ? QString() : may.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestOffPlan)
#include "testoffplan.moc"
