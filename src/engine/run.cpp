#include "engine/run.h"

#include "engine/discover/departures.h"
#include "engine/discover/knownsources.h"
#include "engine/discover/sourcestream.h"
#include "engine/discover/sweep.h"
#include "engine/flowlane.h"
#include "engine/notes/comeback.h"
#include "engine/notes/notedesk.h"
#include "engine/parentlanes.h"
#include "engine/reference.h"
#include "engine/turns.h"
#include "engine/write/recoverjournal.h"
#include "mapping/sourcepaths.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

/// Records due again that one run reads by id.
constexpr int kMostDue = 10'000;

} // namespace

class Run::Impl final
{
  public:
    Impl(RunEnvironment environment, RunRequest request, StopToken stop,
         std::function<void(const model::RunProgress&)> progress)
        : m_env(environment)
        , m_request(std::move(request))
        , m_stop(std::move(stop))
        , m_book(environment.store, environment.clock, reportOf(m_request), placesOf(environment, m_request),
                 std::move(progress))
        , m_plans(environment.store, environment.clock, m_book)
        , m_parents(environment.store)
    {
    }

    [[nodiscard]] Task<model::RunReport> execute();

  private:
    static model::RunReport reportOf(const RunRequest& request);
    static RunPlaces placesOf(const RunEnvironment& environment, const RunRequest& request);
    [[nodiscard]] Task<Result<void>> perform();
    [[nodiscard]] Task<Result<void>> prepare();
    void fillContext(const connectors::OrganisationInfo& organisation);
    [[nodiscard]] Task<Result<void>> makeLanes(connectors::ReferenceData reference);
    [[nodiscard]] Task<Result<SourceStream::Plan>> sourcePlan();
    [[nodiscard]] Task<Result<void>> readAll(SourceStream& stream);
    [[nodiscard]] Task<Result<void>> takePage(SourceStream::Batch batch);
    [[nodiscard]] bool triage(Subject& subject, QList<Ending>& endings) const;
    [[nodiscard]] Task<Result<void>> planReady();
    [[nodiscard]] Task<Result<void>> finishWriting();
    [[nodiscard]] std::optional<Error> laneFault() const;
    void countCalls();

    RunEnvironment m_env;
    RunRequest m_request;
    StopToken m_stop;
    RunBook m_book;
    PlanBook m_plans;
    mapping::RunContext m_context;
    ParentLanes m_parents;
    Comebacks m_comebacks; ///< records that are noted when they are back
    std::unique_ptr<FlowLane> m_main;
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
    report.approvedPreview = request.approvedPreview;
    return report;
}

RunPlaces Run::Impl::placesOf(const RunEnvironment& environment, const RunRequest& request)
{
    RunPlaces places;
    places.sourceConnection = request.flow.from.connection;
    places.sourceObject = request.flow.from.object;
    places.targetConnection = request.flow.to.connection;
    places.ended = environment.ended;
    places.sourceLink = [&source = environment.source, object = places.sourceObject](const QString& id) {
        return source.link(object, id);
    };
    places.targetLink = [&target = environment.target](const QString& object, const QString& id) {
        return target.link(object, id);
    };
    return places;
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

    SourceStream stream(m_env.source, *plan, m_stop);
    Result<void> read = co_await readAll(stream);
    co_await stream.close();
    if (read && !plan->onlyDue && !plan->group && !m_stop.stopRequested()) {
        Sweep sweep(*m_main, m_env.source, m_env.store, m_env.clock, m_book, m_stop);
        read = co_await sweep.performWhenDue();
    }
    // Whatever stopped the reading: what was begun is finished and remembered first.
    const Result<void> written = co_await finishWriting();
    if (!read) co_return read;
    if (!written || m_stop.stopRequested()) co_return written;
    const Result<void> finished = co_await m_plans.finish();
    co_return finished;
}

Task<Result<void>> Run::Impl::prepare()
{
    m_book.setPhase(u"prepare"_s);
    const auto& flow = m_request.flow;
    const Result<void> begun = co_await m_plans.begin(flow);
    if (!begun) co_return begun;
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
    if (!made) co_return made;
    Result<Comebacks> lapsed =
        co_await readComebacks(flow, m_main->documentName(), m_context.organisationZone, m_env.store);
    if (!lapsed) co_return tl::unexpected(lapsed.error());
    m_comebacks = std::move(*lapsed);
    co_return Result<void>();
}

void Run::Impl::fillContext(const connectors::OrganisationInfo& organisation)
{
    m_context.tables = std::make_shared<mapping::LookupTables>(m_request.lookups);
    m_context.links = [this](const QString& flow, const QString& key) {
        return m_parents.ids().find(flow, key);
    };
    m_context.settings = organisationSettings(organisation);
    m_context.startedAt = m_book.report().startedAt;
    if (const QTimeZone zone(organisation.zone.toUtf8()); zone.isValid()) m_context.organisationZone = zone;
}

Task<Result<void>> Run::Impl::makeLanes(connectors::ReferenceData reference)
{
    const auto& flow = m_request.flow;
    const QStringList objects = targetObjectsOf(flow);
    const Result<QList<model::ObjectSchema>> schemas =
        co_await loadSchemas(flow.to.connection, objects, m_env.target, m_env.store, m_env.clock, m_stop);
    if (!schemas) co_return tl::unexpected(schemas.error());
    auto schemaOf = [&](const QString& object) {
        for (const auto& schema : *schemas)
            if (schema.name == object) return schema;
        return model::ObjectSchema{};
    };
    const RunParts parts{m_env.source,    m_env.target, m_env.store,       m_env.clock,
                         m_book,          m_plans,      m_context,         m_parents.ids(),
                         m_env.computing, m_stop,       flow.to.connection};
    m_main = std::make_unique<FlowLane>(flow, FlowLane::Role::Main, parts, schemaOf(flow.to.object),
                                        reference, FlowLane::Listener());
    for (const auto& parent : flow.parents) {
        const Result<void> added = m_parents.add(parent, parts, schemaOf(parent.to.object), reference);
        if (!added) co_return added;
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
    plan.group = flow.mapping.group;
    plan.sourceKey = flow.sourceKey;
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

Task<Result<void>> Run::Impl::takePage(SourceStream::Batch batch)
{
    const auto& flow = m_request.flow;
    // First of all, for the cursor may pass a page that holds nothing else.
    Departures departures(*m_main, m_env.store, m_book);
    const auto seen = batch.byId ? Departures::Seen::Asked : Departures::Seen::InChanges;
    const Result<void> departed = co_await departures.end(batch.page.deletedIds, batch.page.departed, seen);
    if (!departed) co_return departed;
    QList<Subject> subjects;
    QStringList ids;
    subjects.reserve(batch.page.records.size());
    for (qsizetype i = 0; i < batch.page.records.size(); ++i) {
        auto& record = batch.page.records[i];
        Subject subject;
        if (const auto fault = batch.page.faults.constFind(i); fault != batch.page.faults.cend())
            subject.fault = std::make_shared<const Error>(*fault);
        subject.sourceId = record.path(flow.sourceKey).toPlainText();
        subject.sourceVersion = record.path(flow.sourceVersion).toPlainText();
        subject.record = std::move(record);
        ids += subject.sourceId;
        subjects += std::move(subject);
    }
    const PagePtr page = batch.byId ? nullptr : m_book.beginPage(batch.page.cursor, subjects.size());
    batch.page.records.clear();
    const Result<KnownSources> known = co_await knownSources(flow.id, ids, m_env.store);
    if (!known) co_return tl::unexpected(known.error());

    QList<Ending> endings;
    QList<Subject> candidates;
    Turns turns(m_env.clock);
    for (auto& subject : subjects) {
        if (turns.due()) co_await turns.next();
        const auto entry = m_book.enter(subject.sourceId, subject.sourceVersion);
        if (entry != RunBook::Entry::New) {
            // A newer version keeps its page open, so that the cursor waits and the next run reads it.
            if (entry == RunBook::Entry::Repeated && page) m_book.forget(page);
            continue;
        }
        subject.page = page;
        if (const auto link = known->links.constFind(subject.sourceId); link != known->links.cend())
            subject.link = *link;
        subject.hadProblem = known->problems.contains(subject.sourceId);
        if (!m_comebacks.isEmpty() && subject.link) subject.comeback = m_comebacks.value(subject.sourceId);
        if (subject.fault)
            endings += m_main->ending(subject, Outcome::Held, *subject.fault);
        else if (triage(subject, endings))
            candidates += std::move(subject);
    }
    Result<QList<Ending>> judged = co_await m_plans.judged(std::move(endings));
    if (!judged) co_return tl::unexpected(judged.error());
    const Result<void> kept = co_await m_book.record(std::move(*judged), std::nullopt);
    if (!kept) co_return kept;
    subjects.clear();
    const Result<void> brought = co_await m_parents.bringFor(std::move(candidates));
    if (!brought) co_return brought;
    if (m_parents.isCrowded()) {
        const Result<void> settled = co_await m_parents.settle();
        if (!settled) co_return settled;
    }
    const Result<void> planned = co_await planReady();
    co_return planned;
}

/// False when the record has ended: nothing changed since its last write, or a rule leaves it out.
bool Run::Impl::triage(Subject& subject, QList<Ending>& endings) const
{
    if (subject.sourceId.isEmpty()) {
        const Error error = errorOf(ErrorKind::RemoteFault, u"source.no-id"_s, u"a record without its id"_s);
        endings += m_main->ending(subject, Outcome::Held, error);
        return false;
    }
    if (const auto* rule = m_main->skippedBy(subject.record)) {
        const bool hold = rule->holdWhenLinked && subject.link;
        const QString code = hold ? u"rule.no-longer"_s : u"rule."_s + rule->name;
        const QString number = subject.link ? subject.link->targetNumber : QString();
        const Error reason = errorOf(ErrorKind::Conflict, code, rule->label, {rule->label, number});
        subject.comeback.reset();
        auto left = m_main->ending(subject, hold ? Outcome::Held : Outcome::Skipped, reason);
        if (hold && !rule->backNote.isEmpty()) left.lapsedRule = rule->name;
        endings += std::move(left);
        return false;
    }
    const bool same = subject.link && !subject.sourceVersion.isEmpty() &&
                      subject.link->sourceVersion == subject.sourceVersion && subject.link->sourceHash != 0;
    if (!same || subject.hadProblem || subject.comeback) return true;
    endings += m_main->ending(subject, Outcome::Unchanged, {});
    return false;
}

Task<Result<void>> Run::Impl::planReady()
{
    while (!m_parents.isIdle()) {
        QList<Ending> endings;
        const QList<ChildQueue::Orphan> orphans = m_parents.takeOrphans();
        for (const auto& orphan : orphans) {
            const bool comesBack =
                orphan.why.kind == ErrorKind::Retry || orphan.why.kind == ErrorKind::Uncertain;
            endings += m_main->refusal(orphan.child, comesBack ? Outcome::Failed : Outcome::Held, orphan.why);
        }
        const Result<void> kept = co_await m_book.record(std::move(endings), std::nullopt);
        if (!kept) co_return kept;
        QList<Subject> ready = m_parents.takeReady();
        const Result<void> planned = co_await m_main->plan(std::move(ready));
        if (!planned) co_return planned;
    }
    co_return Result<void>();
}

Task<Result<void>> Run::Impl::finishWriting()
{
    if (!m_main) co_return Result<void>();
    m_book.setPhase(u"write"_s);
    const Result<void> parents = co_await m_parents.settle();
    if (!parents) co_return parents;
    if (!laneFault()) {
        const Result<void> planned = co_await planReady();
        if (!planned) co_return planned;
    }
    const Result<void> settled = co_await m_main->settle();
    if (!settled) co_return settled;
    if (m_request.mode == model::RunMode::Sync && !laneFault()) {
        NoteDesk notes(m_env.target, m_env.store, m_env.clock, m_book, m_stop);
        const Result<void> noted = co_await notes.writeDue(m_request.flow.id);
        if (!noted) co_return noted;
    }
    countCalls();
    if (const auto fault = laneFault()) co_return tl::unexpected(*fault);
    co_return Result<void>();
}

std::optional<Error> Run::Impl::laneFault() const
{
    if (auto fault = m_parents.fault()) return fault;
    return m_main ? m_main->fault() : std::nullopt;
}

void Run::Impl::countCalls()
{
    const auto source = m_env.source.calls(), target = m_env.target.calls();
    m_book.countCalls(source.read + target.read - m_callsBefore.read,
                      source.write + target.write - m_callsBefore.write);
}

} // namespace tieout::engine
