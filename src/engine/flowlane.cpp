#include "engine/flowlane.h"

#include "engine/match/matchkeys.h"
#include "engine/turns.h"
#include "mapping/differences.h"
#include "mapping/drift.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using connectors::Operation;
using model::Outcome;

namespace {

/// New records of a run whose fields are kept for the Runs page.
constexpr qint64 kMostDetailed = 2000;

WriteLane::Settings laneSettings(const model::Flow& flow, const QString& connection, Operation operation)
{
    WriteLane::Settings settings;
    settings.flow = flow.id;
    settings.connection = connection;
    settings.object = flow.to.object;
    settings.operation = operation;
    return settings;
}

} // namespace

FlowLane::FlowLane(model::Flow flow, Role role, RunParts parts, model::ObjectSchema target,
                   connectors::ReferenceData reference, Listener listener)
    : m_flow(std::move(flow))
    , m_role(role)
    , m_parts(parts)
    , m_check(std::move(target), std::move(reference))
    , m_listener(std::move(listener))
    , m_evaluator(parts.context)
    , m_index(m_flow, role == Role::Parent ? Sharing::Allowed : Sharing::Refused, parts.targetConnection,
              parts.target, parts.store, parts.stop)
    , m_ceiling(m_flow.rules, parts.book.preview() ? Ceiling::Above::Passes : Ceiling::Above::Stops)
    , m_creates(laneSettings(m_flow, parts.targetConnection, Operation::Create), parts.target, parts.store,
                parts.clock, parts.book, parts.stop,
                [this](const QList<Ending>& endings) {
                    m_index.remembered(endings);
                    m_parts.plans.made(m_flow.id, endings);
                    if (m_listener) m_listener(endings);
                })
    , m_updates(laneSettings(m_flow, parts.targetConnection, Operation::Update), parts.target, parts.store,
                parts.clock, parts.book, parts.stop, m_listener)
{
}

Result<void> FlowLane::compile()
{
    auto drafting = Drafting::compile(m_flow, m_check.schema(), m_check.reference());
    if (!drafting) return tl::unexpected(drafting.error());
    m_drafting = std::make_shared<const Drafting>(std::move(*drafting));
    if (auto kept = mapping::refuseLostTargets(m_flow.mapping, m_check.schema()); !kept) return kept;
    for (const auto& rule : m_flow.skip) {
        auto program = formula::compileText(rule.formula);
        if (!program) return tl::unexpected(program.error());
        m_skip.push_back(std::move(*program));
    }
    const std::pair<const QString*, std::optional<formula::Program>*> texts[] = {
        {&m_flow.sourceTitle, &m_title}, {&m_flow.sourceParty, &m_party}};
    for (const auto& [source, place] : texts) {
        if (source->isEmpty()) continue;
        auto program = formula::compileText(*source);
        if (!program) return tl::unexpected(program.error());
        place->emplace(std::move(*program));
    }
    return {};
}

const model::SkipRule* FlowLane::skippedBy(const model::Record& record) const
{
    formula::Scope scope;
    scope.record = &record;
    for (size_t i = 0; i < m_skip.size(); ++i) {
        // A rule that cannot be told leaves nothing out: mapping will say what is wrong.
        const auto answer = m_evaluator.evaluate(m_skip[i], scope);
        if (const bool* yes = answer.value.boolean(); yes && *yes && !answer.fault)
            return &m_flow.skip[qsizetype(i)];
    }
    return nullptr;
}

QString FlowLane::textOf(const std::optional<formula::Program>& program, const model::Record& record) const
{
    if (!program) return {};
    formula::Scope scope;
    scope.record = &record;
    const auto answer = m_evaluator.evaluate(*program, scope);
    return answer.fault ? QString() : answer.value.toPlainText();
}

Ending FlowLane::ending(const Subject& subject, Outcome outcome, std::optional<Error> error) const
{
    Ending ending;
    ending.flow = m_flow.id;
    ending.parent = m_role == Role::Parent;
    ending.sourceId = subject.sourceId;
    ending.sourceVersion = subject.sourceVersion;
    ending.page = subject.page;
    ending.hadProblem = subject.hadProblem;
    ending.outcome = outcome;
    ending.error = std::move(error);
    ending.decided = subject.decided;
    ending.comeback = subject.comeback;
    ending.targetObject = m_flow.to.object;
    if (subject.link) {
        ending.targetId = subject.link->targetId;
        ending.targetNumber = subject.link->targetNumber;
    }
    const bool still = outcome == Outcome::Unchanged || outcome == Outcome::Skipped;
    if (still && !subject.comeback) return ending;
    ending.title = textOf(m_title, subject.record);
    if (ending.title.isEmpty()) ending.title = subject.sourceId;
    ending.party = textOf(m_party, subject.record);
    return ending;
}

Ending FlowLane::refused(const Subject& subject, Outcome outcome, const Error& error,
                         const DocumentMoney& money) const
{
    auto refused = ending(subject, outcome, error);
    refused.currency = money.currency;
    refused.amount = money.total;
    // Not as approved, or its parent is not: the next ordinary sync reads it again.
    if (error.code.startsWith("plan."_L1)) refused.page.reset();
    return refused;
}

Ending FlowLane::refusal(const Subject& subject, Outcome outcome, const Error& error) const
{
    return refused(subject, outcome, error, m_drafting->draft(subject.record, m_parts.context).money);
}

RecordCheck::Periods FlowLane::periodsFor(const model::Record& document) const
{
    return m_drafting->mayBeInClosedPeriod(document) ? RecordCheck::Periods::Open
                                                     : RecordCheck::Periods::Closed;
}

/// The pool sees the parents that are there now: the engine's thread goes on linking others meanwhile.
Task<QList<FlowLane::Mapped>> FlowLane::mapped(QList<model::Record> records) const
{
    mapping::RunContext now = m_parts.context;
    now.links = [ids = m_parts.parents](const QString& flow, const QString& key) {
        return ids.find(flow, key);
    };
    std::optional<mapping::RunContext> planned;
    if (m_parts.plans.follows()) {
        planned = now;
        planned->links = [ids = m_parts.parents, made = m_parts.plans.made()](
                             const QString& flow, const QString& key) -> std::optional<QString> {
            if (made.value(flow).contains(key)) return kNotThereYet;
            return ids.find(flow, key);
        };
    }
    using Records = QList<model::Record>;
    std::function<QList<Mapped>(const Records&)> work = [drafting = m_drafting, now,
                                                         planned](const Records& some) {
        QList<Mapped> part;
        part.reserve(some.size());
        for (const auto& record : some) {
            Mapped made{drafting->draft(record, now), {}};
            if (planned) made.asPlanned = drafting->target(record, *planned);
            part += std::move(made);
        }
        return part;
    };
    QList<QList<Mapped>> parts =
        co_await inParts<QList<Mapped>>(m_parts.computing, std::move(records), std::move(work));
    QList<Mapped> all;
    for (auto& part : parts)
        all += std::move(part);
    co_return all;
}

std::optional<FlowLane::Draft> FlowLane::draftOf(Subject subject, Mapped made, QList<Ending>& endings) const
{
    if (made.now.held) {
        endings += refused(subject, Outcome::Held, *made.now.held, made.now.money);
        return {};
    }
    if (subject.link && subject.link->sourceHash == made.now.hash) {
        auto same = ending(subject, Outcome::Unchanged, {});
        if (subject.link->sourceVersion != subject.sourceVersion) {
            same.link = subject.link;
            same.link->sourceVersion = subject.sourceVersion;
        }
        endings += std::move(same);
        return {};
    }
    Draft draft;
    draft.now = std::move(made.now);
    draft.asPlanned = std::move(made.asPlanned);
    draft.externalKey = firstValue(draft.now.target, m_flow.externalKey).toPlainText();
    draft.subject = std::move(subject);
    return draft;
}

Task<Result<void>> FlowLane::plan(QList<Subject> subjects)
{
    QList<model::Record> records;
    records.reserve(subjects.size());
    for (const auto& subject : std::as_const(subjects))
        records += subject.record;
    QList<Mapped> made = co_await mapped(std::move(records));
    QList<Draft> drafts;
    QList<Ending> endings;
    bool unlinked = false;
    Turns turns(m_parts.clock);
    drafts.reserve(subjects.size());
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        if (turns.due()) co_await turns.next();
        auto draft = draftOf(std::move(subjects[i]), std::move(made[i]), endings);
        if (!draft) continue;
        if (!draft->subject.link) {
            draft->keys = matchKeys(draft->now.target, m_flow.match);
            unlinked = true;
        }
        drafts += std::move(*draft);
    }
    subjects.clear();
    made.clear();
    if (unlinked) {
        const Result<void> read = co_await m_index.refresh();
        if (!read) co_return read;
    }
    const Result<void> decided = co_await decide(std::move(drafts), std::move(endings));
    co_return decided;
}

Task<Result<void>> FlowLane::decide(QList<Draft> drafts, QList<Ending> endings)
{
    QStringList keys;
    for (const auto& draft : std::as_const(drafts))
        if (!draft.subject.link) keys += draft.keys;
    Result<MatchIndex::Candidates> candidates = co_await m_index.candidates(std::move(keys));
    if (!candidates) co_return tl::unexpected(candidates.error());
    QStringList sources;
    if (m_parts.plans.follows())
        for (const auto& draft : std::as_const(drafts))
            sources += draft.subject.sourceId;
    const Result<PlanBook::Rows> approved = co_await m_parts.plans.rows(m_flow.id, std::move(sources));
    if (!approved) co_return tl::unexpected(approved.error());
    Turns turns(m_parts.clock);
    for (auto& draft : drafts) {
        if (turns.due()) co_await turns.next();
        draft.approved = approved->value(draft.subject.sourceId);
        MatchResult match;
        const QString sourceId = draft.subject.sourceId;
        if (!draft.subject.link) match = m_index.match(draft.keys, sourceId, *candidates);
        draft.subject.decided = match.byPerson;
        if (match.kind == MatchResult::Kind::One) candidates->owners.insert(match.row.id, sourceId);
        auto write = placed(std::move(draft), match, endings);
        if (write) co_await m_creates.add(std::move(*write));
    }
    if (m_toCompare.size() >= m_parts.target.batchSize(m_flow.to.object, Operation::Update)) {
        const Result<void> compared = co_await compareUpdates();
        if (!compared) co_return compared;
    }
    const Result<void> kept = co_await m_parts.book.record(endings, std::nullopt);
    if (kept && m_listener) m_listener(endings);
    co_return kept;
}

/// Links the draft to the record that it matches; true when that is its end: a contact that was found is used
/// as it is, keeping it up to date is a sync of its own.
bool FlowLane::adopted(Draft& draft, const store::TargetIndexRow& found, QList<Ending>& endings) const
{
    model::Link link;
    link.flow = m_flow.id;
    link.sourceId = draft.subject.sourceId;
    link.targetId = found.id;
    link.targetNumber = m_role == Role::Main ? found.title : QString();
    link.targetVersion = found.version;
    link.linkedAt = m_parts.clock.now();
    draft.subject.link = link;
    if (m_role == Role::Main) return false;
    link.sourceVersion = draft.subject.sourceVersion;
    auto same = ending(draft.subject, Outcome::Unchanged, {});
    same.link = link;
    endings += std::move(same);
    return true;
}

/// The creation that a draft becomes; none when it ended or waits to be compared.
std::optional<PlannedWrite> FlowLane::placed(Draft draft, const MatchResult& match, QList<Ending>& endings)
{
    if (match.kind == MatchResult::Kind::Ask) {
        endings += refused(draft.subject, Outcome::Held, match.why, draft.now.money);
        return {};
    }
    if (match.kind == MatchResult::Kind::One && appearedSince(draft, match.row, endings)) return {};
    if (match.kind == MatchResult::Kind::One && adopted(draft, match.row, endings)) return {};
    if (draft.subject.link) {
        m_toCompare += std::move(draft);
        return {};
    }
    auto write = plannedWrite(draft, Operation::Create, endings);
    if (!write || !isApproved(draft, *write, endings)) return {};
    if (!m_ceiling.admits(write->ending.currency, write->ending.amount)) return {};
    m_index.claim(draft.keys, draft.subject.sourceId);
    // Field by field for as many as a person would look at; a bulk load keeps its totals.
    if (m_ceiling.admitted() <= kMostDetailed)
        write->ending.changes = mapping::differences(model::Record(), draft.now.target);
    if (!m_parts.book.preview()) return write;
    endings += previewed(draft, std::move(*write));
    return {};
}

std::optional<PlannedWrite> FlowLane::plannedWrite(const Draft& draft, Operation operation,
                                                   QList<Ending>& endings)
{
    auto wrong = m_check.check(draft.now.target, operation, periodsFor(draft.now.target));
    if (!wrong) wrong = draft.now.money.fault;
    if (wrong) {
        endings += refused(draft.subject, Outcome::Held, *wrong, draft.now.money);
        return {};
    }
    PlannedWrite write;
    write.ending = ending(draft.subject, Outcome::Created, {});
    write.ending.link = draft.subject.link;
    write.ending.currency = draft.now.money.currency;
    write.ending.amount = draft.now.money.total;
    if (write.ending.amount && write.ending.amount->isNegative()) {
        auto end = write.ending;
        end.outcome = Outcome::Held;
        end.link.reset();
        end.error = errorOf(ErrorKind::RowRejected, u"check.negative-total"_s, u"total below zero"_s,
                            {write.ending.amount->toString(), write.ending.currency});
        endings += end;
        return {};
    }
    write.row.key = draft.externalKey.isEmpty() ? draft.subject.sourceId : draft.externalKey;
    write.row.target = draft.now.target;
    if (draft.subject.link) write.row.targetId = draft.subject.link->targetId;
    write.contentHash = draft.now.hash;
    write.indexKeys = draft.keys;
    write.indexKeys.removeAll(QString());
    return write;
}

std::optional<Error> FlowLane::refusesUpdate(const Draft& draft, const connectors::TargetRecord& now) const
{
    const QString number = now.number.isEmpty() ? draft.subject.link->targetNumber : now.number;
    if (!now.usable)
        return errorOf(ErrorKind::Conflict, u"target.not-editable"_s, u"paid, voided, deleted or archived"_s,
                       {number, now.state});
    const auto& seen = draft.subject.link->targetVersion;
    const bool edited = !seen.isEmpty() && now.version != seen && draft.subject.link->sourceHash != 0;
    if (edited && m_flow.rules.onConflict != "source"_L1)
        return errorOf(ErrorKind::Conflict, u"target.edited"_s,
                       u"changed on both sides since the last write"_s, {number});
    return {};
}

std::optional<PlannedWrite> FlowLane::comparedWrite(const Draft& draft, const Present& present,
                                                    QList<Ending>& endings)
{
    const auto now = present.constFind(draft.subject.link->targetId);
    std::optional<Error> wrong;
    if (now == present.cend())
        wrong = errorOf(ErrorKind::Conflict, u"target.gone"_s, u"the linked record is not there any more"_s,
                        {draft.subject.link->targetNumber});
    else
        wrong = refusesUpdate(draft, *now);
    if (wrong) {
        endings += refused(draft.subject, Outcome::Held, *wrong, draft.now.money);
        return {};
    }
    auto changes = mapping::differences(now->record, draft.now.target);
    if (changes.isEmpty()) {
        auto same = ending(draft.subject, Outcome::Unchanged, {});
        same.link = draft.subject.link;
        same.link->sourceHash = draft.now.hash;
        same.link->sourceVersion = draft.subject.sourceVersion;
        same.link->targetVersion = now->version;
        same.link->targetNumber = now->number;
        endings += same;
        return {};
    }
    auto write = plannedWrite(draft, Operation::Update, endings);
    if (!write) return {};
    write->ending.outcome = Outcome::Updated;
    write->ending.changes = std::move(changes);
    write->ending.targetNumber = now->number;
    write->ending.link->targetVersion = now->version;
    write->row.targetVersion = now->version;
    if (!isApproved(draft, *write, endings)) return {};
    if (!m_ceiling.admits(write->ending.currency, write->ending.amount)) return {};
    return write;
}

Task<Result<void>> FlowLane::compareUpdates()
{
    QList<Draft> drafts;
    drafts.swap(m_toCompare);
    const int batch = m_parts.target.batchSize(m_flow.to.object, Operation::Update);
    QList<Ending> endings;
    for (qsizetype at = 0; at < drafts.size(); at += batch) {
        const auto group = drafts.mid(at, batch);
        QStringList ids;
        for (const auto& draft : group)
            ids += draft.subject.link->targetId;
        const Result<Present> present =
            co_await readPresent(m_parts.target, m_flow.to.object, ids, m_parts.stop);
        if (!present) co_return tl::unexpected(present.error());
        for (const auto& draft : group) {
            auto write = comparedWrite(draft, *present, endings);
            if (!write) continue;
            if (m_parts.book.preview())
                endings += previewed(draft, std::move(*write));
            else
                co_await m_updates.add(std::move(*write));
        }
    }
    const Result<void> kept = co_await m_parts.book.record(endings, std::nullopt);
    co_return kept;
}

Task<Result<void>> FlowLane::settle()
{
    if (!m_toCompare.isEmpty()) {
        const Result<void> compared = co_await compareUpdates();
        if (!compared) co_return compared;
    }
    co_await m_creates.flush();
    co_await m_updates.flush();
    co_await m_creates.settle();
    co_await m_updates.settle();
    const Result<void> kept = co_await m_index.keepPlace();
    co_return kept;
}

std::optional<Error> FlowLane::fault() const
{
    if (m_creates.fault()) return m_creates.fault();
    if (m_ceiling.reached()) return m_ceiling.reached();
    return m_updates.fault();
}

} // namespace tieout::engine
