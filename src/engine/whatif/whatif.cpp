#include "engine/whatif/whatif.h"

#include "engine/discover/sourcestream.h"
#include "engine/reference.h"
#include "engine/whatif/triedgroups.h"
#include "mapping/sourcepaths.h"
#include "store/repositories.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::WhatIfReport;

namespace {

/// Shown one by one; all are counted.
constexpr qsizetype kMostShown = 1000;
/// Read when no run tells which.
constexpr qint64 kFirst = 500;
/// Documents made of rows that are mapped between two looks at progress and stop.
constexpr qsizetype kGroupsAtOnce = 1000;
/// LINKED of LINKED of …; a chain that goes on is held as a run would hold it.
constexpr int kMostRounds = 4;

const model::Flow* flowNamed(const model::Flow& sync, const QString& id)
{
    if (sync.id == id) return &sync;
    for (const auto& parent : sync.parents)
        if (parent.id == id) return &parent;
    return nullptr;
}

/// One trial, from reading to the report. Engine thread; lives in the coroutine that asked.
class Trial final
{
  public:
    Trial(RunEnvironment environment, WhatIfRequest request, StopToken stop,
          std::function<void(const model::WhatIfProgress&)> progress)
        : m_env(environment)
        , m_request(std::move(request))
        , m_stop(std::move(stop))
        , m_progress(std::move(progress))
    {
    }

    [[nodiscard]] Task<Result<WhatIfReport>> run();

  private:
    using Part = TwoMappings::Part;
    using Tried = TwoMappings::Tried;
    [[nodiscard]] Task<Result<void>> prepare();
    [[nodiscard]] mapping::RunContext contextOf(const connectors::OrganisationInfo& organisation) const;
    [[nodiscard]] Result<SourceStream::Plan> plan();
    [[nodiscard]] Task<Result<void>> readAll(SourceStream& stream);
    [[nodiscard]] Task<Result<void>> readGroups(SourceStream& stream);
    [[nodiscard]] Task<Result<void>> takePage(QList<Tried> records);
    [[nodiscard]] QList<Tried> fresh(const QList<Tried>& records);
    [[nodiscard]] Task<QList<Part>> mapped(QList<Tried> records);
    void tell() const;
    /// The first so many are enough, when no run tells which.
    [[nodiscard]] bool isEnough() const { return m_request.sources.isEmpty() && m_read >= kFirst; }
    [[nodiscard]] bool isGrouped() const
    {
        return m_request.before.mapping.group || m_request.after.mapping.group;
    }
    [[nodiscard]] Task<Result<bool>> learn(QList<Part> parts);
    [[nodiscard]] Result<void> add(const Part& part);

    RunEnvironment m_env;
    WhatIfRequest m_request;
    StopToken m_stop;
    std::function<void(const model::WhatIfProgress&)> m_progress;
    std::optional<model::ObjectSchema> m_source;
    std::shared_ptr<TwoMappings> m_mappings;
    std::shared_ptr<TwoMappings::Links> m_links = std::make_shared<TwoMappings::Links>();
    QStringList m_makeable;
    QSet<QString> m_met; ///< source keys: a parent's record comes with each of its children
    qint64 m_read = 0;
    qint64 m_expected = 0;
    WhatIfReport m_report;
};

Task<Result<WhatIfReport>> Trial::run()
{
    m_report.run = m_request.run;
    m_report.runAt = m_request.runAt;
    m_report.cut = m_request.cut;
    const Result<void> prepared = co_await prepare();
    if (!prepared) co_return tl::unexpected(prepared.error());
    const Result<SourceStream::Plan> planned = plan();
    if (!planned) co_return tl::unexpected(planned.error());
    SourceStream stream(m_env.source, *planned, m_stop);
    Result<void> read;
    if (isGrouped())
        read = co_await readGroups(stream);
    else
        read = co_await readAll(stream);
    co_await stream.close();
    const bool stopped = m_stop.stopRequested() || (!read && read.error().kind == ErrorKind::Cancelled);
    if (!read && !stopped) co_return tl::unexpected(read.error());
    m_report.stopped = stopped;
    if (!stopped && !m_request.sources.isEmpty())
        m_report.gone = std::max(qint64(0), qint64(m_request.sources.size()) - m_read);
    const WhatIfReport report = m_report;
    co_return report;
}

mapping::RunContext Trial::contextOf(const connectors::OrganisationInfo& organisation) const
{
    mapping::RunContext context;
    context.tables = std::make_shared<mapping::LookupTables>(m_request.lookups);
    context.settings = organisationSettings(organisation);
    context.startedAt = m_env.clock.now();
    if (const QTimeZone zone(organisation.zone.toUtf8()); zone.isValid()) context.organisationZone = zone;
    return context;
}

Task<Result<void>> Trial::prepare()
{
    const model::Flow* before = flowNamed(m_request.before, m_request.mapped);
    const model::Flow* after = flowNamed(m_request.after, m_request.mapped);
    if (!before || !after)
        co_return fail(ErrorKind::BadConfig, u"flow.unknown"_s, m_request.mapped, {m_request.mapped});
    for (const auto& parent : m_request.before.parents)
        m_makeable += parent.id;
    const model::FlowEnd from = m_request.before.from;
    const QStringList sourceObjects{from.object};
    const Result<QList<model::ObjectSchema>> source =
        co_await loadSchemas(from.connection, sourceObjects, m_env.source, m_env.store, m_env.clock, m_stop);
    if (!source) co_return tl::unexpected(source.error());
    m_env.source.adopt(*source);
    if (!source->isEmpty()) m_source = source->first();
    const QString target = m_request.before.to.connection;
    const Result<connectors::ReferenceData> reference =
        co_await loadReference(target, m_env.target, m_env.store, m_env.clock, m_stop);
    if (!reference) co_return tl::unexpected(reference.error());
    const QStringList targetObjects = targetObjectsOf(m_request.before);
    const Result<QList<model::ObjectSchema>> targets =
        co_await loadSchemas(target, targetObjects, m_env.target, m_env.store, m_env.clock, m_stop);
    if (!targets) co_return tl::unexpected(targets.error());
    model::ObjectSchema schema;
    for (const auto& each : *targets)
        if (each.name == before->to.object) schema = each;
    m_mappings = std::make_shared<TwoMappings>(*before, *after, schema, *reference,
                                               contextOf(reference->organisation));
    co_return m_mappings->compile();
}

Result<SourceStream::Plan> Trial::plan()
{
    const model::ObjectSchema* schema = m_source ? &*m_source : nullptr;
    const auto now = mapping::flowSourcePaths(m_request.after, schema);
    if (!now) return tl::unexpected(now.error());
    QList<QStringList> paths{*now};
    // A saved mapping that cannot be run reads nothing; what it holds is known without.
    if (const auto before = mapping::flowSourcePaths(m_request.before, schema))
        paths += *before;
    else
        m_mappings->holdSaved(before.error());
    SourceStream::Plan plan;
    plan.object = m_request.before.from.object;
    plan.paths = mapping::mergedPaths(paths, schema);
    plan.optional = m_request.before.optionalFields;
    if (isGrouped()) return plan; // no system reads groups by their names
    plan.dueIds = m_request.sources;
    plan.onlyDue = !m_request.sources.isEmpty();
    return plan;
}

void Trial::tell() const
{
    if (m_progress) m_progress({m_read, m_expected});
}

Task<Result<void>> Trial::readAll(SourceStream& stream)
{
    m_expected = m_request.sources.isEmpty() ? kFirst : qint64(m_request.sources.size());
    while (!m_stop.stopRequested() && !isEnough()) {
        Result<std::optional<SourceStream::Batch>> batch = co_await stream.next();
        if (!batch) co_return tl::unexpected(batch.error());
        if (!*batch) break;
        const connectors::Page& page = (*batch)->page;
        QList<Tried> records;
        for (qsizetype i = 0; i < page.records.size() && !isEnough(); ++i, ++m_read) {
            std::optional<Error> fault;
            if (const auto known = page.faults.constFind(i); known != page.faults.cend()) fault = *known;
            records.append({page.records[i], page.records[i], fault, fault});
        }
        const Result<void> taken = co_await takePage(std::move(records));
        if (!taken) co_return taken;
        tell();
    }
    co_return Result<void>();
}

/// A document is whole only when all rows have been read.
Task<Result<void>> Trial::readGroups(SourceStream& stream)
{
    TriedGroups groups(m_request.before, m_request.after);
    while (!m_stop.stopRequested()) {
        Result<std::optional<SourceStream::Batch>> batch = co_await stream.next();
        if (!batch) co_return tl::unexpected(batch.error());
        if (!*batch) break;
        const Result<void> added = groups.add(std::move((*batch)->page));
        if (!added) co_return added;
    }
    Result<QList<Tried>> tried = groups.finish(m_request.sources);
    if (!tried) co_return tl::unexpected(tried.error());
    if (const auto& fault = groups.savedFault()) m_mappings->holdSaved(*fault);
    if (m_request.sources.isEmpty()) tried->resize(std::min(tried->size(), qsizetype(kFirst)));
    m_expected = tried->size();
    for (qsizetype at = 0; at < tried->size() && !m_stop.stopRequested(); at += kGroupsAtOnce) {
        QList<Tried> some = tried->mid(at, kGroupsAtOnce);
        m_read += some.size();
        const Result<void> taken = co_await takePage(std::move(some));
        if (!taken) co_return taken;
        tell();
    }
    co_return Result<void>();
}

QList<TwoMappings::Tried> Trial::fresh(const QList<Tried>& records)
{
    QList<Tried> fresh;
    for (const auto& tried : records) {
        const QString key = m_mappings->nameOf(tried);
        if (key.isEmpty() || m_met.contains(key)) continue;
        m_met.insert(key);
        fresh += tried;
    }
    return fresh;
}

Task<QList<TwoMappings::Part>> Trial::mapped(QList<Tried> records)
{
    std::function<Part(const QList<Tried>&)> work = [mappings = m_mappings, links = m_links,
                                                     makeable = m_makeable](const QList<Tried>& some) {
        return mappings->map(some, *links, makeable);
    };
    QList<Part> parts = co_await inParts<Part>(m_env.computing, std::move(records), std::move(work));
    co_return parts;
}

/// Asks the store for the records that LINKED wanted; true when there were any.
Task<Result<bool>> Trial::learn(QList<Part> parts)
{
    TwoMappings::Keys wanted;
    for (const auto& part : std::as_const(parts))
        for (auto it = part.asked.cbegin(); it != part.asked.cend(); ++it)
            wanted[it.key()].unite(it.value());
    if (wanted.isEmpty()) co_return false;
    // The pool reads the links of earlier pages no more, but a copy keeps this plain.
    auto links = std::make_shared<TwoMappings::Links>(*m_links);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const QString& flow = it.key();
        const QStringList keys(it.value().cbegin(), it.value().cend());
        using Found = QHash<QString, model::Link>;
        std::function<Result<Found>(store::Database&)> look = [flow, keys](store::Database& database) {
            return store::LinkRepository(database).bySource(flow, keys);
        };
        const Result<Found> found = co_await m_env.store.read<Found>(look);
        if (!found) co_return tl::unexpected(found.error());
        for (const QString& key : keys)
            (*links)[flow].insert(key, found->value(key).targetId);
    }
    m_links = links;
    co_return true;
}

Task<Result<void>> Trial::takePage(QList<Tried> page)
{
    const QList<Tried> records = fresh(page);
    page.clear();
    QList<Part> parts = co_await mapped(records);
    for (int round = 1; round < kMostRounds; ++round) {
        const Result<bool> more = co_await learn(parts);
        if (!more) co_return tl::unexpected(more.error());
        if (!*more) break;
        parts = co_await mapped(records);
    }
    for (const auto& part : std::as_const(parts))
        if (auto added = add(part); !added) co_return added;
    m_links = std::make_shared<TwoMappings::Links>(); // bounded by a page
    co_return Result<void>();
}

Result<void> Trial::add(const Part& part)
{
    if (part.fault) return tl::unexpected(*part.fault);
    const auto& figures = part.figures;
    m_report.records += figures.records;
    m_report.skipped += figures.skipped;
    m_report.different += figures.different;
    m_report.heldBefore += figures.heldBefore;
    m_report.heldAfter += figures.heldAfter;
    const qsizetype room = kMostShown - m_report.differences.size();
    m_report.differences += figures.differences.mid(0, std::max(qsizetype(0), room));
    if (auto added = addTotals(m_report.totalsBefore, figures.totalsBefore); !added) return added;
    return addTotals(m_report.totalsAfter, figures.totalsAfter);
}

} // namespace

Task<Result<WhatIfReport>> tryMapping(RunEnvironment environment, WhatIfRequest request, StopToken stop,
                                      std::function<void(const model::WhatIfProgress&)> progress)
{
    Trial trial(environment, std::move(request), std::move(stop), std::move(progress));
    Result<WhatIfReport> report = co_await trial.run();
    co_return report;
}

} // namespace tieout::engine
