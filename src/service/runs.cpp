#include "base/platform/platform.h"
#include "service/handover.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::RunMode;

namespace {

/// A settled journal row only serves the technician who asks what was sent.
constexpr std::chrono::hours kJournalLife{24 * 30};
/// A preview that nobody has written by then shows nothing that still holds.
constexpr std::chrono::hours kPlanLife{24 * 30};
/// Records of a run stay for two financial years and a little.
constexpr std::chrono::hours kRecordLife{24 * 800};

} // namespace

Result<QString> Workbench::Impl::onlyConnection(const QString& system, const QString& chosen) const
{
    if (!chosen.isEmpty()) {
        const auto* known = connection(chosen);
        if (known && known->system == system) return chosen;
        return fail(ErrorKind::BadConfig, u"flow.no-connection"_s, u"no such connection: "_s + chosen,
                    {system});
    }
    QStringList ids;
    for (const auto& each : m_connections)
        if (each.system == system && each.state != model::ConnectionState::SignedOut) ids += each.id;
    const auto manifest = m_manifests.find(system);
    const QString title = manifest ? manifest->title : system;
    if (ids.isEmpty())
        return fail(ErrorKind::BadConfig, u"flow.no-connection"_s, u"no connection to "_s + system, {title});
    if (ids.size() > 1)
        return fail(ErrorKind::BadConfig, u"flow.many-connections"_s, u"several connections to "_s + system,
                    {title});
    return ids.first();
}

Task<Result<model::Flow>> Workbench::Impl::addFlow(QString templateId, QString source, QString target)
{
    const auto* flowTemplate = m_templates.find(templateId);
    if (!flowTemplate)
        co_return fail(ErrorKind::BadConfig, u"flow.no-template"_s, u"no such template"_s, {templateId});
    if (flow(templateId))
        co_return fail(ErrorKind::BadConfig, u"flow.exists"_s, u"the sync is there already"_s,
                       {flowTemplate->flow.title});
    auto from = onlyConnection(flowTemplate->flow.from.system, source);
    if (!from) co_return tl::unexpected(from.error());
    auto to = onlyConnection(flowTemplate->flow.to.system, target);
    if (!to) co_return tl::unexpected(to.error());
    model::Flow made = flowTemplate->flow;
    made.id = templateId;
    made.from.connection = *from;
    made.to.connection = *to;
    for (auto& parent : made.parents) {
        parent.from.connection = *from;
        parent.to.connection = *to;
    }
    const auto lookups = flowTemplate->lookups;
    const store::FlowRepository::Saved by{m_clock.now(), platform::userName(), {}, 0};
    std::function<Result<bool>(store::Database&)> work = [made, lookups,
                                                          by](store::Database& database) -> Result<bool> {
        store::FlowRepository flows(database);
        if (auto done = flows.save(made, by); !done) return tl::unexpected(done.error());
        auto known = flows.lookups();
        if (!known) return tl::unexpected(known.error());
        for (const auto& table : lookups) {
            // A table that another sync brought along, and that a person may have changed, stays as it is.
            const bool there = std::any_of(known->begin(), known->end(),
                                           [&](const auto& t) { return t.name == table.name; });
            if (there) continue;
            if (auto done = flows.saveLookup(table, by.at, by.author); !done)
                return tl::unexpected(done.error());
        }
        return true;
    };
    const Result<bool> saved = co_await m_store->write<bool>(work);
    if (!saved) co_return tl::unexpected(saved.error());
    co_await refresh();
    co_return made;
}

Task<Result<void>> Workbench::Impl::saveFlow(model::Flow flow)
{
    const store::FlowRepository::Saved by{m_clock.now(), platform::userName(), {}, 0};
    std::function<Result<bool>(store::Database&)> work = [flow,
                                                          by](store::Database& database) -> Result<bool> {
        store::FlowRepository flows(database);
        auto before = flows.byId(flow.id);
        if (!before) return tl::unexpected(before.error());
        if (auto done = flows.save(flow, by); !done) return tl::unexpected(done.error());
        // A changed mapping may solve what was held: plan those records again.
        if (!*before || (*before)->mapping == flow.mapping) return true;
        auto due = store::ProblemRepository(database).retryAll(flow.id);
        if (!due) return tl::unexpected(due.error());
        return true;
    };
    const Result<bool> saved = co_await m_store->write<bool>(work);
    if (!saved) co_return tl::unexpected(saved.error());
    co_await refresh();
    co_return Result<void>();
}

Result<void> Workbench::Impl::mayRun(const model::Flow& flow, RunMode mode) const
{
    const auto* source = connection(flow.from.connection);
    const auto* target = connection(flow.to.connection);
    if (!source || !target)
        return fail(ErrorKind::BadConfig, u"flow.no-connection"_s, u"a connection of the sync is gone"_s,
                    {source ? flow.to.system : flow.from.system});
    const EndFilter atSource = [&flow](const auto& end) { return end.connection == flow.from.connection; };
    const EndFilter atTarget = [&flow](const auto& end) { return end.connection == flow.to.connection; };
    if (!flow.isReadable())
        return fail(ErrorKind::BadConfig, u"mapping.unreadable"_s, u"the mapping cannot be read"_s,
                    {flow.title});
    if (m_running.contains(flow.id))
        return fail(ErrorKind::Conflict, u"run.busy"_s, u"the sync is running"_s, {flow.title});
    if (auto read = covers(*source, operationsOf(flow, atSource, Reach::Reading)); !read) return read;
    if (auto read = covers(*target, operationsOf(flow, atTarget, Reach::Reading)); !read) return read;
    if (mode == RunMode::Preview) return {};
    // The practice company is for trying: nothing can go wrong there.
    if (!target->writable && !target->practice)
        return fail(ErrorKind::BadConfig, u"run.read-only"_s, u"the target connection is read-only"_s,
                    {titleOf(*target)});
    if (!target->practice && flow.previewedVersion < flow.mapping.version)
        return fail(ErrorKind::BadConfig, u"run.preview-first"_s,
                    u"this version of the mapping was not previewed"_s, {flow.title});
    return covers(*target, operationsOf(flow, atTarget, Reach::Writing));
}

/// We hold the workspace, so a run of this sync that still says "running" died with its program.
Task<Result<void>> Workbench::Impl::closeDeadRuns(QString flowId)
{
    const Instant now = m_clock.now();
    std::function<Result<bool>(store::Database&)> work = [flowId,
                                                          now](store::Database& database) -> Result<bool> {
        constexpr int kLookBack = 20;
        store::RunRepository runs(database);
        auto latest = runs.window(flowId, 0, kLookBack);
        if (!latest) return tl::unexpected(latest.error());
        for (auto& run : *latest) {
            if (run.state != model::RunState::Running) continue;
            run.state = model::RunState::Faulted;
            run.fault = errorOf(ErrorKind::LocalFault, u"run.interrupted"_s,
                                u"the program ended before the run did"_s);
            run.finishedAt = now;
            if (auto counted = runs.recount(run); !counted) return tl::unexpected(counted.error());
            if (auto done = runs.update(run); !done) return tl::unexpected(done.error());
        }
        return true;
    };
    const Result<bool> closed = co_await m_store->write<bool>(work);
    if (!closed) co_return tl::unexpected(closed.error());
    co_return Result<void>();
}

Task<Result<model::RunReport>> Workbench::Impl::run(QString flowId, RunMode mode, model::RunTrigger trigger,
                                                    QStringList onlySources, qint64 approvedPreview)
{
    const auto* known = flow(flowId);
    if (!known) co_return fail(ErrorKind::BadConfig, u"flow.unknown"_s, u"no such sync"_s, {flowId});
    EngineHost::Job job;
    job.request.flow = *known;
    if (auto may = mayRun(*known, mode); !may) co_return tl::unexpected(may.error());
    Running running;
    running.progress.flow = flowId;
    m_running.insert(flowId, running); // from here on a second start is refused

    const Result<void> taken = co_await m_lease.take();
    Result<void> leased = taken;
    if (leased) {
        const Result<void> closed = co_await closeDeadRuns(flowId);
        leased = closed;
    }
    using Tables = QList<model::LookupTable>;
    std::function<Result<Tables>(store::Database&)> look = [](store::Database& database) {
        return store::FlowRepository(database).lookups();
    };
    const Result<Tables> tables = co_await m_store->read<Tables>(look);
    const auto* source = connection(job.request.flow.from.connection);
    const auto* target = connection(job.request.flow.to.connection);
    if (!leased || !tables || !source || !target) {
        m_running.remove(flowId);
        if (!leased) co_return tl::unexpected(leased.error());
        if (!tables) co_return tl::unexpected(tables.error());
        co_return fail(ErrorKind::BadConfig, u"flow.no-connection"_s, u"a connection of the sync is gone"_s);
    }
    job.request.lookups = *tables;
    job.request.mode = mode;
    job.request.trigger = trigger;
    job.request.onlySources = onlySources;
    job.request.approvedPreview = approvedPreview;
    job.source = *source;
    job.target = *target;
    job.stop = running.stop.token();

    model::RunReport started;
    started.flow = flowId;
    started.flowTitle = job.request.flow.title;
    started.mode = mode;
    started.startedAt = m_clock.now();
    Q_EMIT m_front->runStarted(started);
    EngineHost* host = m_host;
    std::function<Task<Result<model::RunReport>>()> work = [host, job] { return host->run(job); };
    const Result<model::RunReport> report = co_await runOn<Result<model::RunReport>>(host, work);
    m_running.remove(flowId);
    if (report) co_await afterRun(*report);
    co_return report;
}

Task<void> Workbench::Impl::retire()
{
    const Instant now = m_clock.now();
    std::function<Result<qint64>(store::Database&)> work =
        [now](store::Database& database) -> Result<qint64> {
        auto journal = store::JournalRepository(database).prune(now - kJournalLife);
        if (!journal) return journal;
        if (auto plans = store::PlanRepository(database).prune(now - kPlanLife); !plans) return plans;
        return store::RunRepository(database).pruneRecords(now - kRecordLife);
    };
    const Result<qint64> retired = co_await m_store->write<qint64>(work);
    Q_UNUSED(retired) // the next run tries again
}

Task<void> Workbench::Impl::noteSignIns(model::RunReport report)
{
    const bool ended = report.fault && report.fault->kind == ErrorKind::NeedsLogin;
    QStringList concerned;
    if (ended) {
        concerned += report.fault->context.connection;
    } else if (const auto* known = report.fault ? nullptr : flow(report.flow)) {
        concerned += known->from.connection; // it answered
        // The target is asked only when there is something to write.
        if (report.mode == RunMode::Sync && report.counts.created + report.counts.updated > 0)
            concerned += known->to.connection;
    }
    for (const QString& id : std::as_const(concerned)) {
        const auto* known = connection(id);
        if (!known) continue;
        auto noted = *known;
        noted.state = ended ? model::ConnectionState::NeedsSignIn : model::ConnectionState::Ready;
        noted.stateText = ended ? report.fault->code : QString();
        if (noted == *known) continue;
        const Result<void> saved = co_await saveConnection(noted);
        Q_UNUSED(saved) // the next run says it again
    }
}

bool Workbench::Impl::waitsForSignIn(const QString& flowId) const
{
    const auto* known = flow(flowId);
    if (!known) return false;
    const auto ended = [this](const QString& id) {
        const auto* each = connection(id);
        return each && (each->state == model::ConnectionState::NeedsSignIn ||
                        each->state == model::ConnectionState::SignedOut);
    };
    return ended(known->from.connection) || ended(known->to.connection);
}

void Workbench::Impl::resumeWaiting()
{
    if (!m_scheduling || m_paused) return;
    const QStringList waiting = std::exchange(m_waiting, {});
    for (const QString& id : waiting) {
        if (waitsForSignIn(id))
            m_waiting += id;
        else
            Q_EMIT m_front->scheduledRunDue(id);
    }
}

bool Workbench::Impl::sharesSignIn(const model::Connection& leaving) const
{
    return std::any_of(m_connections.cbegin(), m_connections.cend(), [&leaving](const auto& other) {
        return other.id != leaving.id && other.system == leaving.system &&
               other.practice == leaving.practice && other.authorisedBy == leaving.authorisedBy &&
               other.state != model::ConnectionState::SignedOut;
    });
}

Task<void> Workbench::Impl::afterRun(model::RunReport report)
{
    if (report.mode == RunMode::Preview && report.state == model::RunState::Finished) {
        if (const auto* known = flow(report.flow); known && known->previewedVersion < report.mappingVersion) {
            auto seen = *known;
            seen.previewedVersion = report.mappingVersion;
            const Instant now = m_clock.now();
            std::function<Result<bool>(store::Database&)> work =
                [seen, now](store::Database& database) -> Result<bool> {
                auto done = store::FlowRepository(database).save(seen, now);
                if (!done) return tl::unexpected(done.error());
                return true;
            };
            const Result<bool> saved = co_await m_store->write<bool>(work);
            Q_UNUSED(saved) // then the preview is asked for once more
        }
    }
    co_await noteSignIns(report);
    co_await retire();
    co_await refresh();
    Q_EMIT m_front->runFinished(report);
}

} // namespace tieout::service
