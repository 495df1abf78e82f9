#include "service/workbench.h"

#include "service/handover.h"
#include "service/schedule/duetimes.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

#include <QDir>

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

/// Reads through the store and hands the answer on: most lists of the windows.
template<class T>
Task<Result<T>> readStore(store::Store& store, std::function<Result<T>(store::Database&)> work)
{
    Result<T> answer = co_await store.read<T>(work);
    co_return answer;
}

/// Bound to a name before it is awaited: GCC 12 must not be given temporaries to keep across a suspension.
using Work = std::function<Result<void>(store::Database&)>;

/// Writes something without an answer of its own.
Task<Result<void>> writeStore(store::Store& store, Work work)
{
    std::function<Result<bool>(store::Database&)> wrapped =
        [work](store::Database& database) -> Result<bool> {
        auto done = work(database);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> done = co_await store.write<bool>(wrapped);
    if (!done) co_return tl::unexpected(done.error());
    co_return Result<void>();
}

} // namespace

Result<std::unique_ptr<Workbench>> Workbench::open(const QString& folder, Environment environment)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::LocalFault, u"workspace.no-folder"_s, u"cannot make the folder"_s, {folder});
    auto store = store::Store::open(QDir(folder).filePath(u"workspace.tieout"_s), store::Access::ReadWrite,
                                    store::Threading::Workers);
    if (!store) return tl::unexpected(store.error());
    auto impl = std::make_unique<Impl>(folder, std::move(environment), std::move(*store));
    std::unique_ptr<Workbench> bench(new Workbench(std::move(impl)));
    bench->m_impl->startEngine(bench.get());
    return bench;
}

Workbench::Workbench(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    connect(this, &Workbench::scheduledRunDue, this, [this](const QString& flow) {
        if (m_impl->waitsForSignIn(flow)) {
            if (!m_impl->m_waiting.contains(flow)) m_impl->m_waiting += flow;
            return;
        }
        m_impl->background([](Workbench* self, QString id) -> Task<void> {
            const Result<model::RunReport> report =
                co_await self->run(id, model::RunMode::Sync, model::RunTrigger::Schedule);
            if (!report) Q_EMIT self->runRefused(id, report.error());
        }(this, flow));
    });
}

Workbench::~Workbench() = default;

WorkspaceInfo Workbench::workspace() const
{
    WorkspaceInfo info;
    info.id = m_impl->m_workspaceId;
    info.path = m_impl->m_folder;
    info.readOnly = m_impl->m_store->access() == store::Access::ReadOnly;
    info.paused = m_impl->m_paused;
    info.heldBy = m_impl->m_lease.heldBy();
    return info;
}

Task<Result<void>> Workbench::load()
{
    const Result<void> known = co_await m_impl->knowWorkspace();
    if (!known) co_return known;
    co_await m_impl->loadManifests();
    const Result<void> loaded = co_await m_impl->loadLists();
    if (loaded) {
        Q_EMIT connectionsChanged();
        Q_EMIT flowsChanged();
        Q_EMIT problemsChanged();
    }
    co_return loaded;
}

Task<void> Workbench::close()
{
    m_impl->m_scheduler.stop();
    m_impl->m_signIns.stop();
    m_impl->m_scheduling = false;
    m_impl->m_clock.cancel(std::exchange(m_impl->m_recoveryTimer, 0));
    for (auto& running : m_impl->m_running)
        running.stop.request(StopMode::Now);
    // Runs of the schedule are ours to see through; others are awaited by whoever asked for them.
    while (!m_impl->m_background.empty()) {
        const Task<void> task = std::move(m_impl->m_background.front());
        m_impl->m_background.pop_front();
        co_await task;
    }
    co_await m_impl->m_lease.release();
}

QList<SystemInfo> Workbench::systems() const
{
    QList<SystemInfo> systems;
    for (const auto& card : std::as_const(m_impl->m_systems)) {
        SystemInfo info;
        info.id = card.id;
        info.title = card.title;
        info.asks = card.asks;
        info.renewAfterDays = card.renewAfterDays;
        info.ways = card.ways;
        info.writes = card.writes;
        systems += info;
    }
    return systems;
}

QList<model::Connection> Workbench::connections() const
{
    return m_impl->m_connections;
}

Task<Result<SignedIn>> Workbench::signIn(ConnectRequest request, StopToken stop,
                                         std::function<void(ConnectProgress)> progress)
{
    return m_impl->signIn(std::move(request), std::move(stop), std::move(progress));
}

Task<Result<model::Connection>> Workbench::finishConnect(QString ticket, QString tenantId)
{
    return m_impl->finishConnect(std::move(ticket), std::move(tenantId));
}

void Workbench::cancelConnect(const QString& ticket)
{
    const auto known = m_impl->m_tickets.take(ticket);
    if (known.connection.id.isEmpty() || known.renewal) return;
    m_impl->background([](Impl* impl, QString key) -> Task<void> {
        const Result<void> removed = co_await impl->m_secrets.remove(key);
        Q_UNUSED(removed) // tokens of a connection that never came to be; the system forgets them by itself
    }(m_impl.get(), vaultKeyOf(known.connection.id)));
}

Task<Result<void>> Workbench::testConnection(QString id)
{
    const auto* known = m_impl->connection(id);
    if (!known) co_return fail(ErrorKind::BadConfig, u"connection.unknown"_s, u"no such connection"_s, {id});
    auto connection = *known;
    EngineHost* host = m_impl->m_host;
    std::function<Task<Result<model::OrganisationInfo>>()> test = [host, connection] {
        return host->test(connection, StopToken());
    };
    const Result<model::OrganisationInfo> tested =
        co_await runOn<Result<model::OrganisationInfo>>(host, test);
    connection.state = model::ConnectionState::Ready;
    connection.stateText.clear();
    if (!tested) {
        const bool login = tested.error().kind == ErrorKind::NeedsLogin;
        connection.state = login ? model::ConnectionState::NeedsSignIn : model::ConnectionState::Unreachable;
        connection.stateText = tested.error().code;
    }
    const Result<void> saved = co_await m_impl->saveConnection(connection);
    m_impl->resumeWaiting();
    if (!tested) co_return tl::unexpected(tested.error());
    co_return saved;
}

Task<Result<void>> Workbench::setWriting(QString id, Writing writing)
{
    const auto* known = m_impl->connection(id);
    if (!known) co_return fail(ErrorKind::BadConfig, u"connection.unknown"_s, u"no such connection"_s, {id});
    auto connection = *known;
    if (writing == Writing::Allowed && !canWrite(id))
        co_return fail(ErrorKind::BadConfig, u"connection.nothing-to-write"_s, u"nothing can be written"_s,
                       {m_impl->titleOf(connection)});
    connection.writable = writing == Writing::Allowed;
    const Result<void> saved = co_await m_impl->saveConnection(connection);
    co_return saved;
}

QList<CallsLeft> Workbench::callsLeft() const
{
    QList<CallsLeft> list;
    for (const auto& connection : m_impl->m_connections) {
        const Usage usage = m_impl->m_usage.value(connection.id);
        CallsLeft left;
        left.connection = connection.id;
        left.title = m_impl->titleOf(connection);
        left.remaining = usage.dayRemaining;
        left.perDay = usage.dayRemaining ? usage.perDay : m_impl->callsADay(connection);
        const bool signedOut = connection.state == model::ConnectionState::SignedOut;
        if (left.perDay > 0 && !signedOut) list += left;
    }
    return list;
}

QList<model::FlowTemplate> Workbench::templates() const
{
    return m_impl->m_templates.all();
}

QList<FlowSummary> Workbench::flows() const
{
    QList<FlowSummary> list;
    for (const auto& flow : m_impl->m_flows)
        list += m_impl->summaryOf(flow);
    return list;
}

Task<Result<model::Flow>> Workbench::addFlow(QString templateId, QString source, QString target)
{
    return m_impl->addFlow(std::move(templateId), std::move(source), std::move(target));
}

Task<Result<void>> Workbench::saveFlow(model::Flow flow)
{
    return m_impl->saveFlow(std::move(flow));
}

Task<Result<void>> Workbench::removeFlow(QString flow)
{
    const Work work = [flow](store::Database& database) {
        return store::FlowRepository(database).remove(flow);
    };
    const Result<void> removed = co_await writeStore(*m_impl->m_store, work);
    if (removed) co_await m_impl->refresh();
    co_return removed;
}

Task<Result<model::RunReport>> Workbench::run(QString flow, model::RunMode mode, model::RunTrigger trigger)
{
    return m_impl->run(std::move(flow), mode, trigger, {});
}

void Workbench::stop(const QString& flow, StopMode mode)
{
    const auto running = m_impl->m_running.find(flow);
    if (running != m_impl->m_running.end()) running->stop.request(mode);
}

QList<model::RunProgress> Workbench::running() const
{
    QList<model::RunProgress> list;
    for (const auto& running : m_impl->m_running)
        list += running.progress;
    return list;
}

Task<Result<QList<model::RunReport>>> Workbench::runs(QString flow, qint64 offset, int limit)
{
    return readStore<QList<model::RunReport>>(*m_impl->m_store, [=](store::Database& database) {
        return store::RunRepository(database).window(flow, offset, limit);
    });
}

Task<Result<model::RunReport>> Workbench::runById(qint64 run)
{
    return readStore<model::RunReport>(
        *m_impl->m_store, [run](store::Database& database) -> Result<model::RunReport> {
            auto report = store::RunRepository(database).byId(run);
            if (!report) return tl::unexpected(report.error());
            if (!*report)
                return fail(ErrorKind::BadConfig, u"run.unknown"_s, u"no such run"_s, {QString::number(run)});
            return **report;
        });
}

Task<Result<QList<model::RunRecord>>> Workbench::runRecords(qint64 run, model::RunRecordFilter filter,
                                                            qint64 offset, int limit)
{
    return readStore<QList<model::RunRecord>>(*m_impl->m_store, [=](store::Database& database) {
        return store::RunRepository(database).records(run, filter, offset, limit);
    });
}

Task<Result<qint64>> Workbench::countRunRecords(qint64 run, model::RunRecordFilter filter)
{
    return readStore<qint64>(*m_impl->m_store, [=](store::Database& database) {
        return store::RunRepository(database).countRecords(run, filter);
    });
}

Task<Result<QList<model::RunDay>>> Workbench::perDay(QString flow, int days)
{
    const Date today = utcDate(m_impl->m_clock.now());
    return readStore<QList<model::RunDay>>(*m_impl->m_store, [=](store::Database& database) {
        return store::RunRepository(database).perDay(flow, today, days);
    });
}

Task<Result<QList<model::ProblemGroup>>> Workbench::problemGroups(model::ProblemFilter filter)
{
    return readStore<QList<model::ProblemGroup>>(*m_impl->m_store, [=](store::Database& database) {
        return store::ProblemRepository(database).groups(filter);
    });
}

Task<Result<QList<model::Problem>>> Workbench::problems(model::ProblemFilter filter, qint64 offset, int limit)
{
    return readStore<QList<model::Problem>>(*m_impl->m_store, [=](store::Database& database) {
        return store::ProblemRepository(database).window(filter, offset, limit);
    });
}

Task<Result<qint64>> Workbench::countProblems(model::ProblemFilter filter)
{
    return readStore<qint64>(*m_impl->m_store, [=](store::Database& database) {
        return store::ProblemRepository(database).count(filter);
    });
}

Task<Result<model::Problem>> Workbench::problemById(qint64 id)
{
    return readStore<model::Problem>(*m_impl->m_store,
                                     [id](store::Database& database) -> Result<model::Problem> {
                                         auto problem = store::ProblemRepository(database).byId(id);
                                         if (!problem) return tl::unexpected(problem.error());
                                         if (!*problem)
                                             return fail(ErrorKind::BadConfig, u"problem.unknown"_s,
                                                         u"no such problem"_s, {QString::number(id)});
                                         return **problem;
                                     });
}

Task<Result<model::RunReport>> Workbench::retryProblem(qint64 id)
{
    const Result<model::Problem> problem = co_await problemById(id);
    if (!problem) co_return tl::unexpected(problem.error());
    const QStringList sources{problem->sourceId};
    const Result<model::RunReport> report =
        co_await m_impl->run(problem->flow, model::RunMode::Sync, model::RunTrigger::Retry, sources);
    co_return report;
}

Task<Result<model::RunReport>> Workbench::retryCause(QString flow, QString causeKey)
{
    const Work work = [=](store::Database& database) -> Result<void> {
        auto done = store::ProblemRepository(database).retryCause(flow, causeKey);
        if (!done) return tl::unexpected(done.error());
        return {};
    };
    const Result<void> marked = co_await writeStore(*m_impl->m_store, work);
    if (!marked) co_return tl::unexpected(marked.error());
    const Result<model::RunReport> report =
        co_await m_impl->run(flow, model::RunMode::Sync, model::RunTrigger::Retry, QStringList());
    co_return report;
}

Task<Retried> Workbench::retryCauses(QList<ProblemCause> causes)
{
    const Work work = [causes](store::Database& database) -> Result<void> {
        store::ProblemRepository problems(database);
        for (const auto& cause : causes)
            if (auto due = problems.retryCause(cause.flow, cause.causeKey); !due)
                return tl::unexpected(due.error());
        return {};
    };
    Retried retried;
    const Result<void> marked = co_await writeStore(*m_impl->m_store, work);
    if (!marked) retried.error = marked.error();
    QStringList flows;
    for (const auto& cause : std::as_const(causes))
        if (marked && !flows.contains(cause.flow)) flows += cause.flow;
    for (const QString& flow : std::as_const(flows)) {
        constexpr std::chrono::milliseconds kLook{100};
        while (m_impl->m_running.contains(flow)) {
            const Result<void> waited = co_await sleepFor(m_impl->m_clock, kLook, StopToken());
            if (!waited) break;
        }
        const Result<model::RunReport> report =
            co_await m_impl->run(flow, model::RunMode::Sync, model::RunTrigger::Retry, QStringList());
        if (report) retried.runs += *report;
        if (!report && !retried.error) retried.error = report.error();
    }
    co_return retried;
}

Task<Result<void>> Workbench::skipProblem(qint64 problem, QString reason)
{
    const Instant now = m_impl->m_clock.now();
    const Work work = [=](store::Database& database) {
        return store::ProblemRepository(database).setState(problem, model::ProblemState::Skipped, reason,
                                                           now);
    };
    const Result<void> skipped = co_await writeStore(*m_impl->m_store, work);
    if (skipped) co_await m_impl->refresh();
    co_return skipped;
}

qint64 Workbench::openProblems() const
{
    return m_impl->m_openProblems;
}

Task<Result<QList<model::Link>>> Workbench::links(QString flow, qint64 offset, int limit)
{
    return readStore<QList<model::Link>>(*m_impl->m_store, [=](store::Database& database) {
        return store::LinkRepository(database).window(flow, offset, limit);
    });
}

Task<Result<void>> Workbench::setSchedule(QString id, model::ScheduleRule rule)
{
    const auto* known = m_impl->flow(id);
    if (!known) co_return fail(ErrorKind::BadConfig, u"flow.unknown"_s, u"no such sync"_s, {id});
    auto flow = *known;
    flow.schedule = rule;
    if (flow.schedule.zone.isEmpty())
        if (const auto* target = m_impl->connection(flow.to.connection))
            flow.schedule.zone = target->settings.value(u"zone"_s);
    const Instant now = m_impl->m_clock.now();
    // What was due under the old rule is not due any more.
    const Work work = [flow, now](store::Database& database) -> Result<void> {
        if (auto done = store::FlowRepository(database).save(flow, now); !done) return done;
        return store::ScheduleRepository(database).setLastDue(flow.id, now);
    };
    const Result<void> saved = co_await writeStore(*m_impl->m_store, work);
    if (saved) co_await m_impl->refresh();
    co_return saved;
}

QList<Instant> Workbench::nextTimes(const model::ScheduleRule& rule, int count) const
{
    return dueTimes(rule, m_impl->m_clock.now(), count);
}

Task<Result<void>> Workbench::setPaused(Pause pause)
{
    const bool paused = pause == Pause::PauseAll;
    const Instant now = m_impl->m_clock.now();
    const Work work = [paused, now](store::Database& database) {
        return store::DocumentRepository(database).set(QString(), u"schedules-paused"_s, Json(paused), now);
    };
    const Result<void> saved = co_await writeStore(*m_impl->m_store, work);
    if (!saved) co_return saved;
    m_impl->m_paused = paused;
    m_impl->watchSchedules();
    Q_EMIT workspaceChanged();
    co_return saved;
}

void Workbench::startScheduler()
{
    m_impl->m_scheduling = true;
    m_impl->watchSchedules();
    m_impl->background(m_impl->recoverEntries());
}

Instant Workbench::now() const
{
    return m_impl->m_clock.now();
}

} // namespace tieout::service
