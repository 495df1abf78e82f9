// What people decide: which record is meant, and that a preview may be written.
#include "engine/match/decisions.h"
#include "base/platform/platform.h"
#include "engine/plan/offplan.h"
#include "service/handover.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::Decision;

namespace {

/// Records that may wait for one word.
constexpr int kMostWaiting = 10'000;

/// The decision that waits for a run: about what matching asks, or the one that led to another problem.
Result<std::optional<Decision>> decisionOf(store::Database& database, const model::Problem& problem)
{
    store::DecisionRepository decisions(database);
    const auto& about = problem.error.context;
    if (!model::candidatesOf(problem.error).isEmpty()) {
        auto known = decisions.about(about.flow, about.recordKey);
        if (!known || !*known || !(*known)->usedAt) return known;
        return std::optional<Decision>();
    }
    return decisions.askedBy(problem.flow, problem.sourceId);
}

/// The flow whose matching asked.
struct Asking {
    QString connection;
    QString object;
    QList<model::MatchRule> rules;
    bool shares = false; ///< one target may serve several of its records
};

/// A candidate as the index has it now; one that came to be in the run that asked has its id by now.
Result<model::Candidate> known(store::Database& database, const QString& flow, const Asking& asking,
                               model::Candidate candidate)
{
    if (candidate.id.isEmpty()) {
        const auto links = store::LinkRepository(database).bySource(flow, QStringList{candidate.takenBy});
        if (!links) return tl::unexpected(links.error());
        candidate.id = links->value(candidate.takenBy).targetId;
    }
    const QStringList ids{candidate.id};
    const auto rows = store::TargetIndexRepository(database).byIds(asking.connection, asking.object, ids);
    if (!rows) return tl::unexpected(rows.error());
    const auto row = rows->constFind(candidate.id);
    return row == rows->cend() ? candidate : engine::candidateOf(*row, asking.rules, candidate.takenBy);
}

Result<MatchQuestion> questionOf(store::Database& database, const model::Problem& problem,
                                 const Asking& asking)
{
    MatchQuestion question;
    auto decision = decisionOf(database, problem);
    if (!decision) return tl::unexpected(decision.error());
    question.decision = *decision;
    const auto candidates = model::candidatesOf(problem.error);
    for (const auto& candidate : candidates) {
        const auto now = known(database, problem.error.context.flow, asking, candidate);
        if (!now) return tl::unexpected(now.error());
        const bool usable = !now->id.isEmpty() && (asking.shares || now->takenBy.isEmpty());
        question.choices.append({*now, usable});
    }
    return question;
}

/// All records of the sync that the same question holds.
Result<QStringList> waitingFor(store::Database& database, const model::Problem& problem)
{
    model::ProblemFilter filter;
    filter.flow = problem.flow;
    filter.causeKey = problem.causeKey;
    const auto problems = store::ProblemRepository(database).window(filter, 0, kMostWaiting);
    if (!problems) return tl::unexpected(problems.error());
    const auto& about = problem.error.context;
    QStringList sources{problem.sourceId};
    for (const auto& other : *problems) {
        const auto& its = other.error.context;
        if (its.flow == about.flow && its.recordKey == about.recordKey) sources += other.sourceId;
    }
    sources.removeDuplicates();
    return sources;
}

/// Decided, and each of the records is due for the next run.
Result<QStringList> keepDecision(store::Database& database, const Decision& decision,
                                 const model::Problem& problem)
{
    if (auto saved = store::DecisionRepository(database).save(decision); !saved)
        return tl::unexpected(saved.error());
    auto sources = waitingFor(database, problem);
    if (!sources) return sources;
    store::ProblemRepository problems(database);
    if (auto due = problems.retrySources(problem.flow, *sources); !due) return tl::unexpected(due.error());
    return sources;
}

/// What the person said, as it is kept. Error: BadConfig "decision.not-offered" (facts: id).
Result<Decision> decisionFor(const model::Problem& problem, const MatchQuestion& question,
                             const QString& candidate, Instant now)
{
    Decision decision;
    decision.flow = problem.error.context.flow;
    decision.sourceId = problem.error.context.recordKey;
    decision.askedFlow = problem.flow;
    decision.askedSource = problem.sourceId;
    decision.kind = candidate.isEmpty() ? Decision::Kind::MakeNew : Decision::Kind::UseCandidate;
    decision.decidedBy = platform::userName();
    decision.decidedAt = now;
    bool offered = candidate.isEmpty();
    for (const auto& choice : question.choices) {
        decision.offered += engine::offerOf(choice.candidate);
        if (choice.candidate.id.isEmpty() || choice.candidate.id != candidate || !choice.usable) continue;
        offered = true;
        decision.targetId = choice.candidate.id;
        decision.targetTitle = choice.candidate.title;
    }
    if (offered) return decision;
    return fail(ErrorKind::BadConfig, u"decision.not-offered"_s, u"no such candidate"_s, {candidate});
}

} // namespace

Task<Result<MatchQuestion>> Workbench::matchQuestion(qint64 id)
{
    const Result<model::Problem> found = co_await problemById(id);
    if (!found) co_return tl::unexpected(found.error());
    const model::Problem problem = *found;
    Asking asking;
    if (const auto* flow = m_impl->anyFlow(problem.error.context.flow)) {
        asking.connection = flow->to.connection;
        asking.object = flow->to.object;
        asking.rules = flow->match;
        // A parent's record is only used, so it may serve several; what a sync writes itself may not.
        asking.shares = m_impl->flow(flow->id) == nullptr;
    }
    std::function<Result<MatchQuestion>(store::Database&)> look = [=](store::Database& database) {
        return questionOf(database, problem, asking);
    };
    Result<MatchQuestion> question = co_await m_impl->m_store->read<MatchQuestion>(look);
    co_return question;
}

Task<Result<std::optional<model::RunReport>>> Workbench::decide(qint64 id, QString candidate)
{
    const Result<model::Problem> found = co_await problemById(id);
    if (!found) co_return tl::unexpected(found.error());
    const model::Problem problem = *found;
    const Result<MatchQuestion> question = co_await matchQuestion(id);
    if (!question) co_return tl::unexpected(question.error());
    if (!question->isOpen())
        co_return fail(ErrorKind::BadConfig, u"decision.nothing-to-decide"_s, u"no candidates"_s);
    const Result<Decision> made = decisionFor(problem, *question, candidate, m_impl->m_clock.now());
    if (!made) co_return tl::unexpected(made.error());
    const Decision decision = *made;
    std::function<Result<QStringList>(store::Database&)> keep = [=](store::Database& database) {
        return keepDecision(database, decision, problem);
    };
    const Result<QStringList> sources = co_await m_impl->m_store->write<QStringList>(keep);
    if (!sources) co_return tl::unexpected(sources.error());
    const Result<model::RunReport> report =
        co_await m_impl->run(problem.flow, model::RunMode::Sync, model::RunTrigger::Retry, *sources);
    if (report) co_return std::optional<model::RunReport>(*report);
    co_await m_impl->refresh();
    if (report.error().code == "run.busy"_L1) co_return std::optional<model::RunReport>();
    co_return tl::unexpected(report.error());
}

Task<Result<void>> Workbench::takeBackDecision(qint64 id)
{
    const Result<model::Problem> found = co_await problemById(id);
    if (!found) co_return tl::unexpected(found.error());
    const model::Problem problem = *found;
    std::function<Result<bool>(store::Database&)> work =
        [problem](store::Database& database) -> Result<bool> {
        const auto decision = decisionOf(database, problem);
        if (!decision) return tl::unexpected(decision.error());
        bool back = false;
        if (*decision) {
            auto taken =
                store::DecisionRepository(database).takeBack((*decision)->flow, (*decision)->sourceId);
            if (!taken) return tl::unexpected(taken.error());
            back = *taken;
        }
        if (!back) return fail(ErrorKind::Conflict, u"decision.used"_s, u"nothing to take back"_s);
        // What the decision led to is no answer any more: the next run asks again.
        if (!model::candidatesOf(problem.error).isEmpty()) return true;
        auto due = store::ProblemRepository(database).retryOne(problem.id);
        if (!due) return tl::unexpected(due.error());
        return true;
    };
    const Result<bool> done = co_await m_impl->m_store->write<bool>(work);
    if (!done) co_return tl::unexpected(done.error());
    co_await m_impl->refresh();
    co_return Result<void>();
}

Task<Result<model::RunReport>> Workbench::runApproved(QString flow, qint64 preview)
{
    const auto* known = m_impl->flow(flow);
    if (!known) co_return fail(ErrorKind::BadConfig, u"flow.unknown"_s, u"no such sync"_s, {flow});
    const model::Flow sync = *known;
    if (auto may = m_impl->mayRun(sync, model::RunMode::Sync); !may) co_return tl::unexpected(may.error());
    const QString who = platform::userName();
    const Instant now = m_impl->m_clock.now();
    std::function<Result<bool>(store::Database&)> approve = [=](store::Database& database) -> Result<bool> {
        store::PlanRepository plans(database);
        const auto plan = plans.byRun(preview);
        if (!plan) return tl::unexpected(plan.error());
        if (auto may = engine::mayFollow(*plan, preview, sync); !may) return tl::unexpected(may.error());
        if (auto done = plans.approve(preview, who, now); !done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> approved = co_await m_impl->m_store->write<bool>(approve);
    if (!approved) co_return tl::unexpected(approved.error());
    const Result<model::RunReport> report =
        co_await m_impl->run(flow, model::RunMode::Sync, model::RunTrigger::Manual, QStringList(), preview);
    co_return report;
}

QString Workbench::writtenObject(const QString& flow) const
{
    const auto* known = m_impl->anyFlow(flow);
    return known ? known->to.object : QString();
}

Task<Result<RecordLinks>> Workbench::recordLinks(model::RunRecord record)
{
    RecordLinks links;
    const auto* flow = m_impl->anyFlow(record.flow);
    if (!flow) co_return links;
    EngineHost* host = m_impl->m_host;
    const auto* source = m_impl->connection(flow->from.connection);
    const auto* target = m_impl->connection(flow->to.connection);
    // A parent reads a part of the child's record, which is not a record of `from` itself.
    const bool isMain = m_impl->flow(record.flow) != nullptr;
    if (source && isMain) {
        const model::Connection at = *source;
        const QString object = flow->from.object, id = record.sourceId;
        std::function<Task<Result<QString>>()> ask = [=] { return host->link(at, object, id); };
        const Result<QString> link = co_await runOn<Result<QString>>(host, ask);
        if (link) links.source = *link;
        flow = m_impl->anyFlow(record.flow);
        if (!flow) co_return links;
        target = m_impl->connection(flow->to.connection);
    }
    if (target && !record.targetId.isEmpty()) {
        const model::Connection at = *target;
        const QString object = flow->to.object, id = record.targetId;
        std::function<Task<Result<QString>>()> ask = [=] { return host->link(at, object, id); };
        const Result<QString> link = co_await runOn<Result<QString>>(host, ask);
        if (link) links.target = *link;
    }
    co_return links;
}

} // namespace tieout::service
