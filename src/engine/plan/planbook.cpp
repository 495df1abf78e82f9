#include "engine/plan/planbook.h"

#include "engine/plan/toldbyfacts.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

constexpr int kUnmetAtOnce = 200;

Error heldFor(const QString& code, const QStringList& facts)
{
    return toldByFacts(ErrorKind::Conflict, code, facts);
}

void fillFrom(Ending& ending, const model::PlannedAction& action)
{
    ending.title = action.title;
    ending.party = action.party;
    ending.currency = action.currency;
    ending.amount = action.amount;
    if (ending.targetId.isEmpty()) ending.targetId = action.targetId;
}

/// A write whose answer does not matter.
using Work = std::function<Result<bool>(store::Database&)>;

Result<bool> done(const Result<void>& result)
{
    if (!result) return tl::unexpected(result.error());
    return true;
}

} // namespace

Ending offPlanEnding(Ending ending, const OffPlan& off)
{
    const bool left = off.end == OffPlan::End::Left;
    ending.outcome = left ? Outcome::Skipped : Outcome::Held;
    ending.error = off.error;
    ending.changes = off.changes;
    ending.link.reset();
    ending.index.reset();
    ending.page.reset();
    ending.shown = true;
    if (left) ending.hadProblem = false; // what waits for a person still does
    return ending;
}

Task<Result<void>> PlanBook::begin(model::Flow flow)
{
    m_flow = flow;
    const qint64 run = m_book.report().id, approved = m_book.report().approvedPreview;
    const Instant now = m_clock.now();
    if (keeps()) {
        const store::Plan plan{run, flow.id, planBasis(flow), now, false, {}, {}, 0, {}};
        const Work keep = [plan](store::Database& database) {
            return done(store::PlanRepository(database).begin(plan));
        };
        const Result<bool> kept = co_await m_store.write<bool>(keep);
        if (!kept) co_return tl::unexpected(kept.error());
    }
    if (!follows()) co_return Result<void>();
    std::function<Result<Made>(store::Database&)> take =
        [flow, run, approved](store::Database& database) -> Result<Made> {
        store::PlanRepository plans(database);
        const auto plan = plans.byRun(approved);
        if (!plan) return tl::unexpected(plan.error());
        if (auto may = mayFollow(*plan, approved, flow); !may) return tl::unexpected(may.error());
        if (auto begun = plans.follow(approved, run, std::nullopt); !begun)
            return tl::unexpected(begun.error());
        Made made;
        for (const auto& parent : flow.parents) {
            const auto keys = plans.made(approved, parent.id);
            if (!keys) return tl::unexpected(keys.error());
            made.insert(parent.id, QSet<QString>(keys->cbegin(), keys->cend()));
        }
        return made;
    };
    Result<Made> made = co_await m_store.write<Made>(take);
    if (!made) co_return tl::unexpected(made.error());
    m_made = std::move(*made);
    co_return Result<void>();
}

void PlanBook::made(const QString& flow, const QList<Ending>& endings)
{
    if (!follows()) return;
    for (const auto& ending : endings)
        if (ending.outcome == Outcome::Created) m_made[flow].insert(ending.sourceId);
}

Task<Result<PlanBook::Rows>> PlanBook::rows(QString flow, QStringList sourceIds)
{
    if (!follows() || sourceIds.isEmpty()) co_return Rows();
    const qint64 approved = m_book.report().approvedPreview;
    std::function<Result<Rows>(store::Database&)> look = [=](store::Database& database) -> Result<Rows> {
        auto found = store::PlanRepository(database).bySource(approved, flow, sourceIds);
        if (!found) return tl::unexpected(found.error());
        Rows rows;
        for (auto row = found->begin(); row != found->end(); ++row)
            rows.insert(row.key(), std::make_shared<const store::PlanRow>(std::move(*row)));
        return rows;
    };
    Result<Rows> found = co_await m_store.read<Rows>(look);
    co_return found;
}

Task<Result<QList<Ending>>> PlanBook::judged(QList<Ending> endings)
{
    if (!follows()) co_return endings;
    QStringList skipped;
    for (const auto& ending : std::as_const(endings))
        if (ending.outcome == Outcome::Skipped) skipped += ending.sourceId;
    const Result<Rows> approved = co_await rows(m_flow.id, skipped);
    if (!approved) co_return tl::unexpected(approved.error());
    for (auto& ending : endings) {
        if (ending.outcome != Outcome::Skipped) continue;
        const auto row = approved->constFind(ending.sourceId);
        if (row == approved->cend() || (*row)->state == store::PlanState::Written) continue;
        OffPlan off;
        const QString rule = ending.error ? ending.error->facts.value(0) : QString();
        off.error = heldFor(u"plan.left-out"_s, {rule, (*row)->action.title});
        ending = offPlanEnding(ending, off);
        fillFrom(ending, (*row)->action);
    }
    co_return endings;
}

Task<Result<void>> PlanBook::holdUnmet()
{
    const qint64 approved = m_book.report().approvedPreview;
    const QString flow = m_flow.id;
    using Unmet = QList<store::PlanRow>;
    std::function<Result<Unmet>(store::Database&)> look = [=](store::Database& database) {
        return store::PlanRepository(database).open(approved, flow, kUnmetAtOnce);
    };
    while (true) {
        const Result<Unmet> unmet = co_await m_store.read<Unmet>(look);
        if (!unmet) co_return tl::unexpected(unmet.error());
        if (unmet->isEmpty()) co_return Result<void>();
        QList<Ending> endings;
        for (const auto& row : *unmet) {
            Ending ending;
            ending.flow = flow;
            ending.sourceId = row.action.sourceId;
            ending.sourceVersion = row.action.sourceVersion;
            ending.targetObject = m_flow.to.object;
            fillFrom(ending, row.action);
            OffPlan off;
            off.error = heldFor(u"plan.not-found"_s, {row.action.title});
            endings += offPlanEnding(ending, off);
        }
        // Remembering them also takes them out of the next look.
        const Result<void> kept = co_await m_book.record(std::move(endings), std::nullopt);
        if (!kept) co_return kept;
    }
}

Task<Result<void>> PlanBook::finish()
{
    const qint64 run = m_book.report().id, approved = m_book.report().approvedPreview;
    const Instant now = m_clock.now();
    Work work;
    if (keeps()) {
        work = [run](store::Database& database) {
            return done(store::PlanRepository(database).complete(run));
        };
    } else if (follows()) {
        const Result<void> held = co_await holdUnmet();
        if (!held) co_return held;
        if (m_left > 0) m_book.warn(heldFor(u"plan.left-for-later"_s, {QString::number(m_left)}));
        work = [=](store::Database& database) {
            return done(store::PlanRepository(database).follow(approved, run, now));
        };
    } else {
        co_return Result<void>();
    }
    const Result<bool> kept = co_await m_store.write<bool>(work);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

} // namespace tieout::engine
