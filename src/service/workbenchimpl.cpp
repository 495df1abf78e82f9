#include "service/workbenchimpl.h"

#include "service/handover.h"
#include "store/repositories.h"

#include <QDir>

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDays = 14;
const QString kPausedDocument = u"schedules-paused"_s;

struct Lists {
    QList<model::Connection> connections;
    QList<model::Flow> flows;
    QHash<QString, model::RunReport> lastRuns;
    QHash<QString, QList<model::RunDay>> days;
    QHash<QString, qint64> problems;
    qint64 openProblems = 0;
    bool paused = false;
};

/// The newest finished sync among the latest runs; previews and the running one do not count.
std::optional<model::RunReport> newestSync(const QList<model::RunReport>& runs)
{
    for (const auto& run : runs)
        if (run.mode == model::RunMode::Sync && run.state != model::RunState::Running) return run;
    return {};
}

Result<void> readFlow(store::Database& database, const model::Flow& flow, Date today, Lists& lists)
{
    constexpr int kLookBack = 20;
    auto runs = store::RunRepository(database).window(flow.id, 0, kLookBack);
    if (!runs) return tl::unexpected(runs.error());
    if (const auto newest = newestSync(*runs)) lists.lastRuns.insert(flow.id, *newest);
    auto days = store::RunRepository(database).perDay(flow.id, today, kDays);
    if (!days) return tl::unexpected(days.error());
    lists.days.insert(flow.id, *days);
    model::ProblemFilter filter;
    filter.flow = flow.id;
    auto count = store::ProblemRepository(database).count(filter);
    if (!count) return tl::unexpected(count.error());
    lists.problems.insert(flow.id, *count);
    return {};
}

Result<Lists> readLists(store::Database& database, Date today)
{
    Lists lists;
    auto connections = store::ConnectionRepository(database).all();
    if (!connections) return tl::unexpected(connections.error());
    lists.connections = std::move(*connections);
    auto flows = store::FlowRepository(database).all();
    if (!flows) return tl::unexpected(flows.error());
    lists.flows = std::move(*flows);
    for (const auto& flow : lists.flows)
        if (auto read = readFlow(database, flow, today, lists); !read) return tl::unexpected(read.error());
    auto open = store::ProblemRepository(database).count(model::ProblemFilter());
    if (!open) return tl::unexpected(open.error());
    lists.openProblems = *open;
    auto paused = store::DocumentRepository(database).get(QString(), kPausedDocument);
    if (!paused) return tl::unexpected(paused.error());
    lists.paused = *paused && (*paused)->json.toBool();
    return lists;
}

} // namespace

Workbench::Impl::Impl(QString folder, Environment environment, std::unique_ptr<store::Store> store)
    : m_folder(std::move(folder))
    , m_store(std::move(store))
    , m_environment(std::move(environment))
    , m_realVault(vaultOf(m_environment, m_clock))
    , m_practiceVault(QDir(m_folder).filePath(u"practice-sign-ins"_s), isPracticeKey)
    , m_vaultRouter(m_practiceVault, *m_realVault, isPracticeKey)
    , m_secrets(m_vaultRouter)
    , m_vault(m_secrets)
    , m_lease(*m_store, m_clock)
    , m_scheduler(*m_store, m_clock, [this](const QString& flow) { Q_EMIT m_front->scheduledRunDue(flow); })
    , m_signIns(
          m_clock, [this] { return m_connections; },
          [this](const QString& connection, int days) { Q_EMIT m_front->signInEnds(connection, days); })
{
}

Workbench::Impl::~Impl()
{
    stopEngine();
}

void Workbench::Impl::startEngine(Workbench* front)
{
    m_front = front;
    m_host = new EngineHost(*m_store, m_vault, m_environment.words);
    m_host->moveToThread(&m_engineThread);
    QObject::connect(&m_engineThread, &QThread::finished, m_host, &QObject::deleteLater);
    QObject::connect(m_host, &EngineHost::progressed, front, [this](const model::RunProgress& progress) {
        const auto running = m_running.find(progress.flow);
        if (running == m_running.end()) return; // a run that has ended
        running->progress = progress;
        Q_EMIT m_front->runProgressed(progress);
    });
    QObject::connect(m_host, &EngineHost::used, front, [this](const Usage& usage) {
        m_usage.insert(usage.connection, usage);
        Q_EMIT m_front->callsLeftChanged();
    });
    QObject::connect(m_host, &EngineHost::signInRenewed, front,
                     [this](const QString& id, const QHash<QString, QString>& settings) {
                         const auto* known = connection(id);
                         if (!known) return;
                         auto changed = *known;
                         changed.settings = settings;
                         if (const auto manifest = m_manifests.find(changed.system))
                             changed.renewBy =
                                 renewedUntil(manifest->authOf(changed).renewAfterDays, m_clock.now());
                         background([](Impl* self, model::Connection value) -> Task<void> {
                             const Result<void> saved = co_await self->saveConnection(value);
                             Q_UNUSED(saved) // the next renewal tells it again
                         }(this, changed));
                     });
    m_engineThread.setObjectName(u"engine"_s);
    m_engineThread.start();
}

void Workbench::Impl::stopEngine()
{
    // Shutdown order: scheduler, runs, store, threads.
    m_scheduler.stop();
    m_signIns.stop();
    m_clock.cancel(m_recoveryTimer);
    for (auto& running : m_running)
        running.stop.request(StopMode::Now);
    if (!m_engineThread.isRunning()) return;
    m_engineThread.quit();
    m_engineThread.wait();
    m_host = nullptr;
    m_store->close();
}

void Workbench::Impl::background(Task<void> task)
{
    m_background.remove_if([](const Task<void>& done) { return done.isReady(); });
    m_background.push_back(std::move(task));
}

Task<void> Workbench::Impl::loadManifests()
{
    EngineHost* host = m_host;
    std::function<Task<connectors::ManifestCatalogue>()> read = [host] { return host->readManifests(); };
    connectors::ManifestCatalogue manifests = co_await runOn<connectors::ManifestCatalogue>(host, read);
    m_manifests = std::move(manifests);
    m_systems = connectors::systemCards(m_manifests);
}

Task<Result<void>> Workbench::Impl::loadLists()
{
    const Date today = utcDate(m_clock.now());
    std::function<Result<Lists>(store::Database&)> work = [today](store::Database& database) {
        return readLists(database, today);
    };
    Result<Lists> lists = co_await m_store->read<Lists>(work);
    if (!lists) co_return tl::unexpected(lists.error());
    m_connections = std::move(lists->connections);
    m_flows = std::move(lists->flows);
    m_lastRuns = std::move(lists->lastRuns);
    m_days = std::move(lists->days);
    m_problems = std::move(lists->problems);
    m_openProblems = lists->openProblems;
    m_paused = lists->paused;
    watchSchedules();
    co_return Result<void>();
}

Task<void> Workbench::Impl::refresh()
{
    const Result<void> loaded = co_await loadLists();
    Q_UNUSED(loaded) // the lists stay as they were; whoever changed something has its own answer
    Q_EMIT m_front->connectionsChanged();
    Q_EMIT m_front->flowsChanged();
    Q_EMIT m_front->problemsChanged();
}

void Workbench::Impl::watchSchedules()
{
    if (!m_scheduling) return;
    m_scheduler.watch(m_flows, m_paused);
    m_signIns.start();
    resumeWaiting();
}

const model::Connection* Workbench::Impl::connection(const QString& id) const
{
    for (const auto& each : m_connections)
        if (each.id == id) return &each;
    return nullptr;
}

const model::Flow* Workbench::Impl::flow(const QString& id) const
{
    for (const auto& each : m_flows)
        if (each.id == id) return &each;
    return nullptr;
}

QString Workbench::Impl::titleOf(const model::Connection& connection) const
{
    const auto* known = card(connection.system);
    const QString system = known ? known->title : connection.system;
    return connection.organisation.isEmpty() ? system : system + u" · "_s + connection.organisation;
}

int Workbench::Impl::callsADay(const model::Connection& connection) const
{
    const auto manifest = m_manifests.find(connection.system);
    if (!manifest) return 0;
    for (const auto& limit : manifest->limits)
        if (limit.match == u"*"_s) return limit.rates.perDay;
    return 0;
}

const model::Flow* Workbench::Impl::anyFlow(const QString& id) const
{
    for (const auto& each : m_flows) {
        if (each.id == id) return &each;
        for (const auto& parent : each.parents)
            if (parent.id == id) return &parent;
    }
    return nullptr;
}

FlowSummary Workbench::Impl::summaryOf(const model::Flow& flow) const
{
    FlowSummary summary;
    summary.flow = flow;
    if (const auto* source = connection(flow.from.connection)) summary.sourceTitle = titleOf(*source);
    if (const auto* target = connection(flow.to.connection)) summary.targetTitle = titleOf(*target);
    if (const auto last = m_lastRuns.constFind(flow.id); last != m_lastRuns.cend()) summary.lastRun = *last;
    if (const auto running = m_running.constFind(flow.id); running != m_running.cend())
        summary.running = running->progress;
    summary.nextRun = m_scheduler.nextRun(flow.id);
    summary.openProblems = m_problems.value(flow.id);
    summary.days = m_days.value(flow.id);
    return summary;
}

} // namespace tieout::service
