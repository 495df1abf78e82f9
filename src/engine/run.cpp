#include "engine/run.h"

#include "engine/discover/sourcestream.h"
#include "engine/flowlane.h"
#include "engine/linkedids.h"
#include "engine/reference.h"
#include "engine/write/recoverjournal.h"
#include "mapping/sourcepaths.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

/// Children that may wait for their parents before a part-filled parent batch is sent: bounds memory.
constexpr qsizetype kMostWaiting = 4000;
/// Records due again that one run reads by id.
constexpr int kMostDue = 10'000;

/// What one page needs from the store.
struct Prefetch {
    QHash<QString, model::Link> links;
    QStringList problems;
};

} // namespace

class Run::Impl final
{
  public:
    Impl(RunEnvironment environment, RunRequest request, StopToken stop,
         std::function<void(const model::RunProgress&)> progress)
        : m_env(environment)
        , m_request(std::move(request))
        , m_stop(std::move(stop))
        , m_book(environment.store, environment.clock, reportOf(m_request), m_request.flow.to.connection,
                 std::move(progress))
    {
    }

    [[nodiscard]] Task<model::RunReport> execute();

  private:
    static model::RunReport reportOf(const RunRequest& request);
    [[nodiscard]] Task<Result<void>> perform();
    [[nodiscard]] Task<Result<void>> prepare();
    void fillContext(const connectors::OrganisationInfo& organisation);
    [[nodiscard]] Task<Result<void>> makeLanes(connectors::ReferenceData reference);
    [[nodiscard]] Task<Result<SourceStream::Plan>> sourcePlan();
    [[nodiscard]] Task<Result<void>> readAll(SourceStream& stream);
    [[nodiscard]] Task<Result<void>> takePage(SourceStream::Batch batch);
    [[nodiscard]] Task<Result<Prefetch>> prefetch(QStringList ids);
    [[nodiscard]] bool triage(Subject& subject, QList<Ending>& endings) const;
    [[nodiscard]] Task<Result<void>> bringParents(QList<Subject> subjects);
    [[nodiscard]] bool waitsForParent(const Subject& subject);
    void parentsEnded(const QString& flow, const QList<Ending>& endings);
    [[nodiscard]] Task<Result<void>> planReady();
    [[nodiscard]] Task<Result<void>> settleParents();
    [[nodiscard]] Task<Result<void>> finishWriting();
    [[nodiscard]] std::optional<Error> laneFault() const;
    void countCalls();

    RunEnvironment m_env;
    RunRequest m_request;
    StopToken m_stop;
    RunBook m_book;
    LinkedIds m_linked;
    mapping::RunContext m_context;
    std::unique_ptr<FlowLane> m_main;
    std::vector<std::unique_ptr<FlowLane>> m_parents;
    QSet<QString> m_parentPending;            ///< parent flow ␟ key of parents under way
    QHash<QString, QList<Subject>> m_waiting; ///< the same key → children
    QHash<QString, Error> m_parentRefused;    ///< the same key → why this run could not make it
    qsizetype m_waitingCount = 0;
    QList<Subject> m_ready;
    QList<Ending> m_orphans; ///< children whose parent was refused, to be remembered
    std::optional<model::ObjectSchema> m_sourceSchema;
    net::CallCounts m_callsBefore;
};

Run::Run(RunEnvironment environment, RunRequest request, StopToken stop,
         std::function<void(const model::RunProgress&)> progress)
    : m_impl(std::make_unique<Impl>(environment, std::move(request), std::move(stop), std::move(progress)))
{
}

Run::~Run() = default;

Task<model::RunReport> Run::execute()
{
    const model::RunReport report = co_await m_impl->execute();
    co_return report;
}

model::RunReport Run::Impl::reportOf(const RunRequest& request)
{
    model::RunReport report;
    report.flow = request.flow.id;
    report.flowTitle = request.flow.title;
    report.mappingVersion = request.flow.mapping.version;
    report.mode = request.mode;
    report.trigger = request.trigger;
    return report;
}

Task<model::RunReport> Run::Impl::execute()
{
    const auto sourceBefore = m_env.source.calls(), targetBefore = m_env.target.calls();
    m_callsBefore = {sourceBefore.read + targetBefore.read, sourceBefore.write + targetBefore.write};
    const Result<void> opened = co_await m_book.open();
    if (!opened) {
        auto report = m_book.report();
        report.state = model::RunState::Faulted;
        report.fault = opened.error();
        report.finishedAt = m_env.clock.now();
        co_return report;
    }
    const Result<void> done = co_await perform();
    countCalls();
    model::RunState state = m_stop.stopRequested() ? model::RunState::Stopped : model::RunState::Finished;
    std::optional<Error> fault;
    if (!done && done.error().kind == ErrorKind::Cancelled) {
        state = model::RunState::Stopped;
    } else if (!done) {
        state = model::RunState::Faulted;
        fault = done.error();
    }
    const Result<void> closed = co_await m_book.close(state, fault);
    auto report = m_book.report();
    if (!closed && !report.fault) {
        report.state = model::RunState::Faulted;
        report.fault = closed.error();
    }
    co_return report;
}

Task<Result<void>> Run::Impl::perform()
{
    const Result<void> prepared = co_await prepare();
    if (!prepared) co_return prepared;
    const Result<SourceStream::Plan> plan = co_await sourcePlan();
    if (!plan) co_return tl::unexpected(plan.error());
    m_book.keepCursorFor(m_request.flow.from.connection, m_request.flow.from.object);

    SourceStream stream(m_env.source, *plan, m_stop);
    const Result<void> read = co_await readAll(stream);
    co_await stream.close();
    // Whatever stopped the reading: what was begun is finished and remembered first.
    const Result<void> written = co_await finishWriting();
    if (!read) co_return read;
    co_return written;
}

Task<Result<void>> Run::Impl::prepare()
{
    m_book.setPhase(u"prepare"_s);
    const auto& flow = m_request.flow;
    if (m_request.mode == model::RunMode::Sync) {
        QList<model::Flow> all = flow.parents;
        all += flow;
        for (const auto& each : all) {
            const Result<void> recovered =
                co_await recoverJournal(each, m_env.target, m_env.store, m_env.clock, m_stop);
            if (!recovered) co_return recovered;
        }
    }
    if (m_request.trigger == model::RunTrigger::Retry) {
        // A person may have corrected the ledger itself: a currency switched on, an account brought back.
        const Result<void> forgotten = co_await forgetReference(flow.to.connection, m_env.store);
        if (!forgotten) co_return forgotten;
    }
    const Result<connectors::ReferenceData> reference =
        co_await loadReference(flow.to.connection, m_env.target, m_env.store, m_env.clock, m_stop);
    if (!reference) co_return tl::unexpected(reference.error());
    fillContext(reference->organisation);
    const QStringList sourceObjects{flow.from.object};
    const Result<QList<model::ObjectSchema>> source = co_await loadSchemas(
        flow.from.connection, sourceObjects, m_env.source, m_env.store, m_env.clock, m_stop);
    if (!source) co_return tl::unexpected(source.error());
    m_env.source.adopt(*source);
    if (!source->isEmpty()) m_sourceSchema = source->first();
    const Result<void> made = co_await makeLanes(*reference);
    co_return made;
}

void Run::Impl::fillContext(const connectors::OrganisationInfo& organisation)
{
    m_context.tables = std::make_shared<mapping::LookupTables>(m_request.lookups);
    m_context.links = [this](const QString& flow, const QString& key) { return m_linked.find(flow, key); };
    m_context.settings.insert(u"BaseCurrency"_s, model::Value(organisation.baseCurrency));
    m_context.settings.insert(u"Name"_s, model::Value(organisation.name));
    m_context.settings.insert(u"Region"_s, model::Value(organisation.region));
    m_context.startedAt = m_book.report().startedAt;
    if (const QTimeZone zone(organisation.zone.toUtf8()); zone.isValid()) m_context.organisationZone = zone;
}

Task<Result<void>> Run::Impl::makeLanes(connectors::ReferenceData reference)
{
    const auto& flow = m_request.flow;
    QStringList objects{flow.to.object};
    for (const auto& parent : flow.parents)
        objects += parent.to.object;
    const Result<QList<model::ObjectSchema>> schemas =
        co_await loadSchemas(flow.to.connection, objects, m_env.target, m_env.store, m_env.clock, m_stop);
    if (!schemas) co_return tl::unexpected(schemas.error());
    auto schemaOf = [&](const QString& object) {
        for (const auto& schema : *schemas)
            if (schema.name == object) return schema;
        return model::ObjectSchema{};
    };
    const RunParts parts{m_env.source, m_env.target, m_env.store, m_env.clock,
                         m_book,       m_context,    m_stop,      flow.to.connection};
    m_main = std::make_unique<FlowLane>(flow, FlowLane::Role::Main, parts, schemaOf(flow.to.object),
                                        reference, FlowLane::Listener());
    for (const auto& parent : flow.parents) {
        const QString id = parent.id;
        m_parents.push_back(std::make_unique<FlowLane>(
            parent, FlowLane::Role::Parent, parts, schemaOf(parent.to.object), reference,
            [this, id](const QList<Ending>& endings) { parentsEnded(id, endings); }));
        if (auto compiled = m_parents.back()->compile(); !compiled) co_return compiled;
    }
    co_return m_main->compile();
}

Task<Result<SourceStream::Plan>> Run::Impl::sourcePlan()
{
    SourceStream::Plan plan;
    const auto flow = m_request.flow;
    plan.object = flow.from.object;
    const Result<QStringList> paths =
        mapping::flowSourcePaths(flow, m_sourceSchema ? &*m_sourceSchema : nullptr);
    if (!paths) co_return tl::unexpected(paths.error());
    plan.paths = *paths;
    plan.optional = flow.optionalFields;
    plan.onlyDue = !m_request.onlySources.isEmpty();
    const bool onlyDue = plan.onlyDue;
    const Instant now = m_env.clock.now();
    using Found = std::pair<QString, QStringList>;
    std::function<Result<Found>(store::Database&)> look = [=](store::Database& database) -> Result<Found> {
        auto cursor = store::CursorRepository(database).get(flow.id, flow.from.connection, flow.from.object);
        if (!cursor) return tl::unexpected(cursor.error());
        if (onlyDue) return Found{*cursor, {}};
        auto due = store::ProblemRepository(database).dueSources(flow.id, now, kMostDue);
        if (!due) return tl::unexpected(due.error());
        return Found{*cursor, *due};
    };
    const Result<Found> found = co_await m_env.store.read<Found>(look);
    if (!found) co_return tl::unexpected(found.error());
    plan.since = found->first;
    plan.dueIds = onlyDue ? m_request.onlySources : found->second;
    co_return plan;
}

Task<Result<void>> Run::Impl::readAll(SourceStream& stream)
{
    m_book.setPhase(u"read"_s);
    while (!m_stop.stopRequested()) {
        Result<std::optional<SourceStream::Batch>> batch = co_await stream.next();
        if (!batch) co_return tl::unexpected(batch.error());
        if (!*batch) co_return Result<void>();
        if ((*batch)->page.total && !(*batch)->byId) m_book.setExpected((*batch)->page.total);
        const Result<void> taken = co_await takePage(std::move(**batch));
        if (!taken) co_return taken;
        if (const auto fault = laneFault()) co_return tl::unexpected(*fault);
        countCalls();
    }
    co_return Result<void>();
}

Task<Result<Prefetch>> Run::Impl::prefetch(QStringList ids)
{
    const QString flow = m_request.flow.id;
    std::function<Result<Prefetch>(store::Database&)> look =
        [=](store::Database& database) -> Result<Prefetch> {
        Prefetch found;
        auto links = store::LinkRepository(database).bySource(flow, ids);
        if (!links) return tl::unexpected(links.error());
        found.links = std::move(*links);
        auto problems = store::ProblemRepository(database).openSources(flow, ids);
        if (!problems) return tl::unexpected(problems.error());
        found.problems = std::move(*problems);
        return found;
    };
    Result<Prefetch> found = co_await m_env.store.read<Prefetch>(look);
    co_return found;
}

Task<Result<void>> Run::Impl::takePage(SourceStream::Batch batch)
{
    const auto& flow = m_request.flow;
    QList<Subject> subjects;
    QStringList ids;
    subjects.reserve(batch.page.records.size());
    for (const auto& record : batch.page.records) {
        Subject subject;
        subject.record = record;
        subject.sourceId = record.path(flow.sourceKey).toPlainText();
        subject.sourceVersion = record.path(flow.sourceVersion).toPlainText();
        ids += subject.sourceId;
        subjects += std::move(subject);
    }
    const PagePtr page = batch.byId ? nullptr : m_book.beginPage(batch.page.cursor, subjects.size());
    batch.page.records.clear();
    const Result<Prefetch> known = co_await prefetch(ids);
    if (!known) co_return tl::unexpected(known.error());
    const QSet<QString> problems(known->problems.begin(), known->problems.end());

    QList<Ending> endings;
    QList<Subject> candidates;
    for (auto& subject : subjects) {
        const auto entry = m_book.enter(subject.sourceId, subject.sourceVersion);
        if (entry != RunBook::Entry::New) {
            // A newer version keeps its page open, so that the cursor waits and the next run reads it.
            if (entry == RunBook::Entry::Repeated && page) m_book.forget(page);
            continue;
        }
        subject.page = page;
        if (const auto link = known->links.constFind(subject.sourceId); link != known->links.cend())
            subject.link = *link;
        subject.hadProblem = problems.contains(subject.sourceId);
        if (triage(subject, endings)) candidates += std::move(subject);
    }
    const Result<void> kept = co_await m_book.record(endings, std::nullopt);
    if (!kept) co_return kept;
    const Result<void> brought = co_await bringParents(candidates);
    if (!brought) co_return brought;
    if (m_waitingCount > kMostWaiting) {
        const Result<void> settled = co_await settleParents();
        if (!settled) co_return settled;
    }
    const Result<void> planned = co_await planReady();
    co_return planned;
}

/// False when the record has ended: nothing changed since its last write, or a rule leaves it out.
bool Run::Impl::triage(Subject& subject, QList<Ending>& endings) const
{
    if (subject.sourceId.isEmpty()) {
        Error error;
        error.kind = ErrorKind::RemoteFault;
        error.code = u"source.no-id"_s;
        error.text = u"a record without its id"_s;
        endings += m_main->ending(subject, Outcome::Held, error);
        return false;
    }
    if (const auto* rule = m_main->skippedBy(subject.record)) {
        Error reason;
        reason.kind = ErrorKind::Conflict;
        reason.code = rule->holdWhenLinked && subject.link ? u"rule.no-longer"_s : u"rule."_s + rule->name;
        reason.facts = {rule->label, subject.link ? subject.link->targetNumber : QString()};
        reason.text = rule->label;
        const bool hold = rule->holdWhenLinked && subject.link;
        endings += m_main->ending(subject, hold ? Outcome::Held : Outcome::Skipped, reason);
        return false;
    }
    const bool same = subject.link && !subject.sourceVersion.isEmpty() &&
                      subject.link->sourceVersion == subject.sourceVersion && subject.link->sourceHash != 0;
    if (!same || subject.hadProblem) return true;
    endings += m_main->ending(subject, Outcome::Unchanged, {});
    return false;
}

Task<Result<void>> Run::Impl::bringParents(QList<Subject> subjects)
{
    m_linked.trim();
    for (const auto& parent : m_parents) {
        const QString flow = parent->flow().id;
        QStringList keys;
        QHash<QString, const Subject*> first;
        for (const auto& subject : subjects) {
            const QString key = subject.record.path(parent->flow().sourceKey).toPlainText();
            const QString pending = flow + QChar(0x1f) + key;
            if (key.isEmpty() || first.contains(key) || m_parentPending.contains(pending) ||
                m_parentRefused.contains(pending) || m_linked.contains(flow, key))
                continue;
            first.insert(key, &subject);
            keys += key;
        }
        if (keys.isEmpty()) continue;
        using Links = QHash<QString, model::Link>;
        std::function<Result<Links>(store::Database&)> look = [flow, keys](store::Database& database) {
            return store::LinkRepository(database).bySource(flow, keys);
        };
        const Result<Links> links = co_await m_env.store.read<Links>(look);
        if (!links) co_return tl::unexpected(links.error());
        QList<Subject> missing;
        for (const auto& key : keys) {
            if (const auto link = links->constFind(key); link != links->cend()) {
                m_linked.set(flow, key, link->targetId);
                continue;
            }
            Subject subject;
            subject.record = first[key]->record;
            subject.sourceId = key;
            subject.sourceVersion = first[key]->sourceVersion;
            m_parentPending.insert(flow + QChar(0x1f) + key);
            missing += std::move(subject);
        }
        const Result<void> planned = co_await parent->plan(missing);
        if (!planned) co_return planned;
    }
    for (auto& subject : subjects)
        if (!waitsForParent(subject)) m_ready += std::move(subject);
    co_return Result<void>();
}

/// Puts the child with the first parent that is under way, or ends it when a parent was refused.
bool Run::Impl::waitsForParent(const Subject& subject)
{
    for (const auto& parent : m_parents) {
        const QString key = subject.record.path(parent->flow().sourceKey).toPlainText();
        const QString pending = parent->flow().id + QChar(0x1f) + key;
        if (const auto refused = m_parentRefused.constFind(pending); refused != m_parentRefused.cend()) {
            const auto outcome = refused->kind == ErrorKind::Retry || refused->kind == ErrorKind::Uncertain
                                     ? Outcome::Failed
                                     : Outcome::Held;
            m_orphans += m_main->refusal(subject, outcome, *refused);
            return true;
        }
        if (!m_parentPending.contains(pending)) continue;
        m_waiting[pending] += subject;
        ++m_waitingCount;
        return true;
    }
    return false;
}

void Run::Impl::parentsEnded(const QString& flow, const QList<Ending>& endings)
{
    for (const auto& ending : endings) {
        const QString pending = flow + QChar(0x1f) + ending.sourceId;
        m_parentPending.remove(pending);
        const bool there = ending.outcome == Outcome::Created || ending.outcome == Outcome::Updated ||
                           ending.outcome == Outcome::Unchanged;
        if (there) {
            // In a preview the contact does not exist yet; its invoice is planned as if it did.
            const QString id = ending.link ? ending.link->targetId : ending.targetId;
            m_linked.set(flow, ending.sourceId, id.isEmpty() ? u"(new)"_s : id);
        } else {
            Error error = ending.error.value_or(Error{});
            error.context.object = ending.targetObject;
            m_parentRefused.insert(pending, error);
        }
        const auto children = m_waiting.take(pending);
        m_waitingCount -= children.size();
        for (const auto& child : children)
            if (!waitsForParent(child)) m_ready += child;
    }
}

Task<Result<void>> Run::Impl::planReady()
{
    while (!m_ready.isEmpty() || !m_orphans.isEmpty()) {
        QList<Ending> orphans;
        orphans.swap(m_orphans);
        const Result<void> kept = co_await m_book.record(orphans, std::nullopt);
        if (!kept) co_return kept;
        QList<Subject> ready;
        ready.swap(m_ready);
        const Result<void> planned = co_await m_main->plan(ready);
        if (!planned) co_return planned;
    }
    co_return Result<void>();
}

Task<Result<void>> Run::Impl::settleParents()
{
    for (const auto& parent : m_parents) {
        const Result<void> settled = co_await parent->settle();
        if (!settled) co_return settled;
    }
    co_return Result<void>();
}

Task<Result<void>> Run::Impl::finishWriting()
{
    if (!m_main) co_return Result<void>();
    m_book.setPhase(u"write"_s);
    const Result<void> parents = co_await settleParents();
    if (!parents) co_return parents;
    if (!laneFault()) {
        const Result<void> planned = co_await planReady();
        if (!planned) co_return planned;
    }
    const Result<void> settled = co_await m_main->settle();
    if (!settled) co_return settled;
    countCalls();
    if (const auto fault = laneFault()) co_return tl::unexpected(*fault);
    co_return Result<void>();
}

std::optional<Error> Run::Impl::laneFault() const
{
    for (const auto& parent : m_parents)
        if (parent->fault()) return parent->fault();
    return m_main ? m_main->fault() : std::nullopt;
}

void Run::Impl::countCalls()
{
    const auto source = m_env.source.calls(), target = m_env.target.calls();
    m_book.countCalls(source.read + target.read - m_callsBefore.read,
                      source.write + target.write - m_callsBefore.write);
}

} // namespace tieout::engine
