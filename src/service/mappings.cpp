// Mappings: what an editor works with, their versions, and what a changed one would make of the last run.
#include "base/platform/platform.h"
#include "engine/reference.h"
#include "engine/whatif/whatif.h"
#include "mapping/edit/sourceswap.h"
#include "service/handover.h"
#include "service/mappingreads.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::Flow;
using model::MappingDocument;
using model::MappingVersion;

namespace {

constexpr int kMostVersions = 500;
constexpr int kMostSamples = 50;
/// Read one by one; a grouped source is read whole anyway.
constexpr qsizetype kMostTried = 10'000;
constexpr qsizetype kMostGroupsTried = 200'000;
/// Records of a run that are looked at in one go.
constexpr int kWindow = 10'000;
/// Runs that are looked through for records.
constexpr int kLookBack = 20;

/// What the store tells an editor.
struct Kept {
    QList<model::LookupTable> lookups;
    QList<MappingVersion> versions;
    QList<SampleChoice> samples;
};

Result<QList<model::RunReport>> runsOf(store::Database& database, const QString& flow)
{
    return store::RunRepository(database).window(flow, 0, kLookBack);
}

Result<QList<model::RunRecord>> recordsOf(store::Database& database, const QString& flow, qint64 run,
                                          qint64 offset, int limit)
{
    model::RunRecordFilter filter;
    filter.flow = flow;
    return store::RunRepository(database).records(run, filter, offset, limit);
}

Result<QList<SampleChoice>> samplesOf(store::Database& database, const QString& flow)
{
    const auto runs = runsOf(database, flow);
    if (!runs) return tl::unexpected(runs.error());
    QList<SampleChoice> samples;
    QSet<QString> known;
    for (const auto& run : *runs) {
        if (samples.size() >= kMostSamples) break;
        const auto records = recordsOf(database, flow, run.id, 0, kMostSamples);
        if (!records) return tl::unexpected(records.error());
        for (const auto& record : *records) {
            if (record.sourceId.isEmpty() || known.contains(record.sourceId)) continue;
            known.insert(record.sourceId);
            samples.append({record.sourceId, record.title});
        }
    }
    return samples.mid(0, kMostSamples);
}

Result<Kept> keptOf(store::Database& database, const QString& flow)
{
    Kept kept;
    store::FlowRepository flows(database);
    auto lookups = flows.lookups();
    if (!lookups) return tl::unexpected(lookups.error());
    kept.lookups = std::move(*lookups);
    auto versions = flows.versions(flow, kMostVersions);
    if (!versions) return tl::unexpected(versions.error());
    kept.versions = std::move(*versions);
    auto samples = samplesOf(database, flow);
    if (!samples) return tl::unexpected(samples.error());
    kept.samples = std::move(*samples);
    return kept;
}

/// Adds the ids of a run's records, at most so many.
Result<void> addSources(store::Database& database, const QString& flow, qint64 run, qsizetype most,
                        engine::WhatIfRequest& request)
{
    for (qint64 seen = 0;; seen += kWindow) {
        const auto records = recordsOf(database, flow, run, seen, kWindow);
        if (!records) return tl::unexpected(records.error());
        for (const auto& record : *records)
            if (!record.sourceId.isEmpty()) request.sources += record.sourceId;
        request.sources.removeDuplicates();
        if (request.sources.size() > most) break;
        if (records->size() < kWindow) return {};
    }
    request.sources.resize(most);
    request.cut = true;
    return {};
}

/// The newest run that kept records, a retry only for want of another, and their ids.
Result<engine::WhatIfRequest> lastRecords(store::Database& database, const QString& flow, qsizetype most)
{
    engine::WhatIfRequest request;
    auto runs = runsOf(database, flow);
    if (!runs) return tl::unexpected(runs.error());
    // A retry tells of a few records only: it counts when there is nothing else.
    std::stable_partition(runs->begin(), runs->end(),
                          [](const auto& run) { return run.trigger != model::RunTrigger::Retry; });
    for (const auto& run : std::as_const(*runs)) {
        const auto added = addSources(database, flow, run.id, most, request);
        if (!added) return tl::unexpected(added.error());
        if (request.sources.isEmpty()) continue;
        request.run = run.id;
        request.runAt = run.startedAt;
        break;
    }
    auto lookups = store::FlowRepository(database).lookups();
    if (!lookups) return tl::unexpected(lookups.error());
    request.lookups = std::move(*lookups);
    return request;
}

/// Puts the document in its place of every sync that has it: a flow that makes records for several is one.
bool replace(Flow& flow, const QString& id, const MappingDocument& document)
{
    bool found = flow.id == id;
    if (found) {
        const int number = flow.mapping.version;
        mapping::takeMapping(flow, document);
        flow.mapping.version = number;
        flow.unreadableMapping = Json();
    }
    for (Flow& parent : flow.parents)
        found |= replace(parent, id, document);
    return found;
}

struct Change {
    QString sync;
    QString flow;
    MappingDocument document;
    store::FlowRepository::Saved saved;
};

Error changedMeanwhile(const std::optional<MappingVersion>& newest, int version)
{
    const QString author = newest ? newest->author : QString();
    return errorOf(ErrorKind::Conflict, u"mapping.changed-meanwhile"_s, u"another version was saved"_s,
                   {QString::number(version), author});
}

Result<MappingVersion> keepMapping(store::Database& database, const Change& change)
{
    store::FlowRepository flows(database);
    auto all = flows.all();
    if (!all) return tl::unexpected(all.error());
    for (Flow& flow : *all) {
        const int current = flow.mapping.version;
        if (flow.id == change.sync && current != change.document.version) {
            const auto newest = flows.version(change.sync, current);
            if (!newest) return tl::unexpected(newest.error());
            return tl::unexpected(changedMeanwhile(*newest, current));
        }
        if (!replace(flow, change.flow, change.document)) continue;
        if (auto done = flows.save(flow, change.saved); !done) return tl::unexpected(done.error());
        const auto kept = flows.byId(flow.id);
        if (!kept) return tl::unexpected(kept.error());
        if (!*kept || (*kept)->mapping.version == current) continue;
        // What was held may come out well now.
        if (auto due = store::ProblemRepository(database).retryAll(flow.id); !due)
            return tl::unexpected(due.error());
    }
    const auto saved = flows.byId(change.sync);
    if (!saved) return tl::unexpected(saved.error());
    if (!*saved) return fail(ErrorKind::BadConfig, u"flow.unknown"_s, change.sync, {change.sync});
    const auto noted = flows.version(change.sync, (*saved)->mapping.version);
    if (!noted) return tl::unexpected(noted.error());
    return noted->value_or(MappingVersion());
}

Error noVersion(int version)
{
    return errorOf(ErrorKind::BadConfig, u"mapping.no-version"_s, u"no such version"_s,
                   {QString::number(version)});
}

Result<KeptMapping> keptVersion(store::Database& database, const QString& sync, int number, int place)
{
    store::FlowRepository flows(database);
    const auto version = flows.version(sync, number);
    if (!version) return tl::unexpected(version.error());
    const auto json = flows.keptMapping(sync, number, place);
    if (!json) return tl::unexpected(json.error());
    if (!*version || !*json) return tl::unexpected(noVersion(number));
    auto read = model::mappingAsFarAsReadable(**json);
    KeptMapping kept;
    kept.version = **version;
    kept.document = std::move(read.document);
    kept.faults = std::move(read.faults);
    return kept;
}

/// On the engine thread, which has the connectors.
Task<Result<model::WhatIfReport>> tryOn(EngineHost* host, SyncEnds ends, engine::WhatIfRequest request,
                                        StopToken stop,
                                        std::function<void(const model::WhatIfProgress&)> progress)
{
    const auto source = host->connectorOf(ends.source);
    if (!source) co_return tl::unexpected(source.error());
    const auto target = host->connectorOf(ends.target);
    if (!target) co_return tl::unexpected(target.error());
    const engine::RunEnvironment environment{**source, **target, host->store(), host->clock()};
    Result<model::WhatIfReport> report =
        co_await engine::tryMapping(environment, std::move(request), std::move(stop), std::move(progress));
    host->reportUse(ends.source.id);
    host->reportUse(ends.target.id);
    co_return report;
}

/// The kept document, as far as it can be read.
void fillDocument(MappingBench& bench, const Flow& mapped, int version)
{
    bench.document = mapped.mapping;
    if (!mapped.unreadableMapping.isNull()) {
        auto read = model::mappingAsFarAsReadable(mapped.unreadableMapping);
        bench.document = std::move(read.document);
        bench.faults = std::move(read.faults);
    }
    bench.document.version = version;
}

} // namespace

Result<Workbench::Impl::MappingPlace> Workbench::Impl::mappingPlace(const QString& id) const
{
    for (const auto& sync : m_flows) {
        if (sync.id == id) return MappingPlace{sync, sync, 0};
        for (qsizetype i = 0; i < sync.parents.size(); ++i)
            if (sync.parents[i].id == id) return MappingPlace{sync, sync.parents[i], int(i) + 1};
    }
    return fail(ErrorKind::BadConfig, u"flow.unknown"_s, u"no such sync"_s, {id});
}

Result<SyncEnds> Workbench::Impl::endsOf(const model::Flow& sync) const
{
    const auto* source = connection(sync.from.connection);
    const auto* target = connection(sync.to.connection);
    if (!source || !target)
        return fail(ErrorKind::BadConfig, u"flow.no-connection"_s, u"a connection of the sync is gone"_s,
                    {source ? sync.to.system : sync.from.system});
    return SyncEnds{sync, *source, *target};
}

Task<Result<MappingBench>> Workbench::mappingBench(QString flow)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    const Flow sync = place->sync, mapped = place->mapped;
    MappingBench bench;
    bench.flow = mapped.id;
    bench.title = mapped.title;
    bench.parent = place->place > 0;
    bench.totalField = mapped.totalField;
    bench.currencyField = mapped.currencyField;
    for (const auto& parent : sync.parents)
        bench.linkable += parent.id;
    fillDocument(bench, mapped, sync.mapping.version);
    std::function<Result<Kept>(store::Database&)> look = [id = sync.id](store::Database& database) {
        return keptOf(database, id);
    };
    const Result<Kept> kept = co_await m_impl->m_store->read<Kept>(look);
    if (!kept) co_return tl::unexpected(kept.error());
    bench.lookups = kept->lookups;
    bench.versions = kept->versions;
    bench.samples = kept->samples;
    const auto ends = m_impl->endsOf(sync);
    if (!ends) {
        bench.source.fault = bench.target.fault = ends.error();
        co_return bench;
    }
    EngineHost* host = m_impl->m_host;
    const SyncEnds both = *ends;
    const QString object = mapped.to.object;
    std::function<Task<TwoSides>()> ask = [=] { return readSides(host, both, object); };
    const TwoSides sides = co_await runOn<TwoSides>(host, ask);
    bench.source = sides.source;
    bench.target = sides.target;
    bench.source.connection = both.source.id;
    bench.target.connection = both.target.id;
    bench.source.title = m_impl->titleOf(both.source);
    bench.target.title = m_impl->titleOf(both.target);
    bench.settings = engine::organisationSettings(sides.organisation);
    bench.zone = sides.organisation.zone;
    co_return bench;
}

Task<Result<SampleRecord>> Workbench::sampleRecord(QString flow, QString id)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    const auto ends = m_impl->endsOf(place->sync);
    if (!ends) co_return tl::unexpected(ends.error());
    EngineHost* host = m_impl->m_host;
    const SyncEnds both = *ends;
    std::function<Task<Result<SampleRecord>>()> ask = [=] { return readSample(host, both, id); };
    const Result<SampleRecord> sample = co_await runOn<Result<SampleRecord>>(host, ask);
    co_return sample;
}

Task<Result<QHash<QString, QString>>> Workbench::linkedIds(QString flow, QStringList keys)
{
    using Ids = QHash<QString, QString>;
    std::function<Result<Ids>(store::Database&)> look = [=](store::Database& database) -> Result<Ids> {
        const auto links = store::LinkRepository(database).bySource(flow, keys);
        if (!links) return tl::unexpected(links.error());
        Ids ids;
        for (const auto& link : *links)
            ids.insert(link.sourceId, link.targetId);
        return ids;
    };
    Result<Ids> ids = co_await m_impl->m_store->read<Ids>(look);
    co_return ids;
}

Task<Result<MappingVersion>> Workbench::Impl::saveMapping(QString flow, MappingDocument document,
                                                          QString note, int restored)
{
    const auto place = mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    Change change;
    change.sync = place->sync.id;
    change.flow = flow;
    change.document = std::move(document);
    change.saved = {m_clock.now(), platform::userName(), std::move(note), restored};
    std::function<Result<MappingVersion>(store::Database&)> work = [change](store::Database& database) {
        return keepMapping(database, change);
    };
    const Result<MappingVersion> version = co_await m_store->write<MappingVersion>(work);
    if (version) co_await refresh();
    co_return version;
}

Task<Result<MappingVersion>> Workbench::saveMapping(QString flow, MappingDocument document, QString note)
{
    return m_impl->saveMapping(std::move(flow), std::move(document), std::move(note), 0);
}

Task<Result<QList<MappingVersion>>> Workbench::mappingVersions(QString flow)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    using Versions = QList<MappingVersion>;
    std::function<Result<Versions>(store::Database&)> look = [id =
                                                                  place->sync.id](store::Database& database) {
        return store::FlowRepository(database).versions(id, kMostVersions);
    };
    Result<Versions> versions = co_await m_impl->m_store->read<Versions>(look);
    co_return versions;
}

Task<Result<KeptMapping>> Workbench::mappingVersion(QString flow, int version)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    const QString sync = place->sync.id;
    const int number = place->place;
    std::function<Result<KeptMapping>(store::Database&)> look = [=](store::Database& database) {
        return keptVersion(database, sync, version, number);
    };
    Result<KeptMapping> kept = co_await m_impl->m_store->read<KeptMapping>(look);
    co_return kept;
}

Task<Result<MappingVersion>> Workbench::restoreMapping(QString flow, int version)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    const int current = place->sync.mapping.version;
    const Result<KeptMapping> kept = co_await mappingVersion(flow, version);
    if (!kept) co_return tl::unexpected(kept.error());
    if (!kept->faults.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"mapping.unreadable"_s, u"that version cannot be read"_s,
                       {place->mapped.title});
    MappingDocument document = kept->document;
    document.version = current;
    const Result<MappingVersion> saved = co_await m_impl->saveMapping(flow, document, QString(), version);
    co_return saved;
}

Task<Result<model::WhatIfReport>> Workbench::whatIf(QString flow, MappingDocument document, StopToken stop,
                                                    std::function<void(model::WhatIfProgress)> progress)
{
    const auto place = m_impl->mappingPlace(flow);
    if (!place) co_return tl::unexpected(place.error());
    const auto ends = m_impl->endsOf(place->sync);
    if (!ends) co_return tl::unexpected(ends.error());
    const SyncEnds both = *ends;
    const bool grouped = both.sync.mapping.group || document.group;
    const qsizetype most = grouped ? kMostGroupsTried : kMostTried;
    std::function<Result<engine::WhatIfRequest>(store::Database&)> look =
        [id = both.sync.id, most](store::Database& database) { return lastRecords(database, id, most); };
    const Result<engine::WhatIfRequest> last = co_await m_impl->m_store->read<engine::WhatIfRequest>(look);
    if (!last) co_return tl::unexpected(last.error());
    engine::WhatIfRequest request = *last;
    request.before = both.sync;
    request.after = both.sync;
    request.mapped = flow;
    replace(request.after, flow, document);
    EngineHost* host = m_impl->m_host;
    Workbench* front = this;
    // Progress comes from the engine thread and is told on this one.
    const std::function<void(const model::WhatIfProgress&)> tell =
        [front, progress](const model::WhatIfProgress& now) {
            if (progress)
                QMetaObject::invokeMethod(
                    front, [progress, now] { progress(now); }, Qt::QueuedConnection);
        };
    std::function<Task<Result<model::WhatIfReport>>()> work = [=] {
        return tryOn(host, both, request, stop, tell);
    };
    const Result<model::WhatIfReport> report = co_await runOn<Result<model::WhatIfReport>>(host, work);
    co_return report;
}

} // namespace tieout::service
