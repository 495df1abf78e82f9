#include "engine/asides.h"

#include "engine/notes/comeback.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

bool isThere(Outcome outcome)
{
    return outcome == Outcome::Created || outcome == Outcome::Updated || outcome == Outcome::Unchanged;
}

} // namespace

std::optional<Error> noteRemark(const Ending& ending)
{
    if (!ending.comeback || !isThere(ending.outcome)) return {};
    return errorOf(ErrorKind::RowRejected, u"note.follows"_s, ending.comeback->said, {ending.targetNumber});
}

void Asides::addFollowed(const Ending& ending)
{
    const bool written = ending.outcome == Outcome::Created || ending.outcome == Outcome::Updated;
    (written ? m_written : m_passed)[ending.flow] += ending.sourceId;
}

void Asides::addReturn(const Ending& ending)
{
    store::Note note;
    note.flow = ending.flow;
    note.sourceId = ending.sourceId;
    note.sourceTitle = ending.title;
    note.object = ending.targetObject;
    note.targetId = ending.targetId;
    note.targetNumber = ending.targetNumber;
    const auto change = ending.outcome == Outcome::Unchanged ? DocumentChange::Same : DocumentChange::Changed;
    note.details = comebackText(*ending.comeback, ending.title, ending.sourceVersion, change, m_at);
    note.idempotencyKey = noteKey(note);
    note.madeBy = m_run;
    note.madeAt = m_at;
    m_notes += note;
}

void Asides::add(const Ending& ending, const model::RunReport& report, Instant at)
{
    m_run = report.id;
    m_approved = report.approvedPreview;
    m_at = at;
    if (ending.planned) m_planned += *ending.planned;
    if (report.mode == model::RunMode::Preview) return;
    if (m_approved > 0) addFollowed(ending);
    if (ending.decided && isThere(ending.outcome)) m_decided[ending.flow] += ending.sourceId;
    if (!ending.lapsedRule.isEmpty())
        m_lapses.append({ending.flow, ending.sourceId, ending.lapsedRule, at, ending.sourceVersion});
    if (ending.comeback && isThere(ending.outcome) && !ending.targetId.isEmpty()) addReturn(ending);
}

bool Asides::isEmpty() const
{
    return m_planned.isEmpty() && m_written.isEmpty() && m_passed.isEmpty() && m_decided.isEmpty() &&
           m_lapses.isEmpty() && m_notes.isEmpty();
}

Result<void> Asides::keep(store::Database& database) const
{
    if (isEmpty()) return {};
    store::PlanRepository plans(database);
    if (auto done = plans.add(m_run, m_planned); !done) return done;
    for (const auto& [flows, state] :
         {std::pair{&m_written, store::PlanState::Written}, std::pair{&m_passed, store::PlanState::Passed}}) {
        for (auto flow = flows->cbegin(); flow != flows->cend(); ++flow)
            if (auto done = plans.settle(m_approved, flow.key(), flow.value(), state); !done) return done;
    }
    for (auto flow = m_decided.cbegin(); flow != m_decided.cend(); ++flow) {
        auto used = store::DecisionRepository(database).markUsed(flow.key(), flow.value(), m_run, m_at);
        if (!used) return used;
    }
    store::NoteRepository notes(database);
    if (auto done = notes.lapse(m_lapses); !done) return done;
    for (const auto& note : m_notes)
        if (auto done = notes.makeNote(note); !done) return done;
    return {};
}

} // namespace tieout::engine
