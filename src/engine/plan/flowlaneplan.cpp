// The part of FlowLane that deals with plans: what a preview keeps, and what a run that follows one may
// write.
#include "engine/flowlane.h"

#include "engine/plan/offplan.h"

namespace tieout::engine {

using connectors::Operation;
using model::ActionKind;
using model::Outcome;

namespace {

ActionKind kindOf(const PlannedWrite& write)
{
    return write.ending.outcome == Outcome::Updated ? ActionKind::Update : ActionKind::Create;
}

} // namespace

bool FlowLane::isApproved(const Draft& draft, const PlannedWrite& write, QList<Ending>& endings) const
{
    if (!m_parts.plans.follows()) return true;
    PlannedNow now;
    now.kind = kindOf(write);
    now.target = draft.asPlanned;
    now.targetId = write.row.targetId;
    now.targetVersion = write.row.targetVersion;
    now.targetNumber = write.ending.targetNumber;
    now.changes = write.ending.changes;
    const auto role = m_role == Role::Parent ? PlanRole::Parent : PlanRole::Main;
    const auto off = offPlan(draft.approved.get(), now, write.ending.title, role, m_check.schema());
    if (!off) return true;
    if (off->end == OffPlan::End::Left) m_parts.plans.countLeft();
    endings += offPlanEnding(write.ending, *off);
    return false;
}

bool FlowLane::appearedSince(const Draft& draft, const store::TargetIndexRow& found,
                             QList<Ending>& endings) const
{
    // What is written itself is compared when its update is planned.
    if (m_role == Role::Main || !draft.approved) return false;
    PlannedNow now;
    now.kind = ActionKind::Update;
    now.targetNumber = found.title;
    const auto end = ending(draft.subject, Outcome::Held, {});
    const auto off = offPlan(draft.approved.get(), now, end.title, PlanRole::Parent, m_check.schema());
    if (off) endings += offPlanEnding(end, *off);
    return off.has_value();
}

Ending FlowLane::previewed(const Draft& draft, PlannedWrite write) const
{
    Ending ending = std::move(write.ending);
    model::PlannedAction action;
    action.flow = m_flow.id;
    action.sourceId = ending.sourceId;
    action.sourceVersion = ending.sourceVersion;
    action.kind = ending.outcome == Outcome::Updated ? ActionKind::Update : ActionKind::Create;
    action.targetId = write.row.targetId;
    action.targetVersion = write.row.targetVersion;
    action.target = draft.now.target;
    action.contentHash = draft.now.hash;
    if (action.kind == ActionKind::Update) action.changes = ending.changes;
    action.title = ending.title;
    action.party = ending.party;
    action.currency = ending.currency;
    action.amount = ending.amount;
    ending.planned = std::make_shared<const model::PlannedAction>(std::move(action));
    return ending;
}

} // namespace tieout::engine
