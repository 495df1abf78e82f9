#include "engine/discover/sweep.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

constexpr int kLinksAtOnce = 1000;
constexpr qsizetype kIdsAtOnce = 200;

quint64 hashOf(const QString& id)
{
    return model::contentHash(model::Value(id));
}

/// Under which object the cursors keep the time of the last sweep.
QString placeOf(const model::Flow& flow)
{
    return flow.from.object + u"#sweep"_s;
}

} // namespace

Sweep::Sweep(const FlowLane& lane, connectors::Connector& source, store::Store& store, Clock& clock,
             RunBook& book, StopToken stop)
    : m_lane(lane)
    , m_source(source)
    , m_store(store)
    , m_clock(clock)
    , m_book(book)
    , m_stop(std::move(stop))
{
}

Task<Result<bool>> Sweep::isDue()
{
    const model::Flow& flow = m_lane.flow();
    if (m_source.deletion(flow.from.object) != connectors::Deletion::BySweep) co_return false;
    const QString id = flow.id, connection = flow.from.connection, place = placeOf(flow);
    std::function<Result<QString>(store::Database&)> look = [=](store::Database& database) {
        return store::CursorRepository(database).get(id, connection, place);
    };
    const Result<QString> last = co_await m_store.read<QString>(look);
    if (!last) co_return tl::unexpected(last.error());
    const Result<Instant> swept = parseInstant(*last);
    co_return !swept || m_clock.now() - *swept >= m_source.sweepEvery(flow.from.object);
}

Task<Result<void>> Sweep::performWhenDue()
{
    const Result<bool> due = co_await isDue();
    if (!due) co_return tl::unexpected(due.error());
    if (!*due) co_return Result<void>();
    const Result<Links> first = co_await links(0);
    if (!first) co_return tl::unexpected(first.error());
    if (first->isEmpty()) co_return Result<void>(); // nothing was written yet: nothing to compare
    const Result<void> read = co_await readPresent();
    if (!read) co_return read;
    if (m_stop.stopRequested()) co_return Result<void>();
    if (m_present.empty()) {
        // All records gone at once is a wrong right or filter far more often than a deletion.
        m_book.warn(errorOf(ErrorKind::Conflict, u"source.all-gone"_s, u"a sweep found no record at all"_s));
        co_return Result<void>();
    }
    const Result<void> compared = co_await compare();
    if (!compared || m_stop.stopRequested()) co_return compared;
    const Result<void> kept = co_await keepTime();
    co_return kept;
}

Task<Result<void>> Sweep::readPresent()
{
    const model::Flow& flow = m_lane.flow();
    connectors::ReadRequest request;
    request.object = flow.from.object;
    request.paths = {flow.sourceKey};
    const std::unique_ptr<connectors::PageStream> pages = m_source.read(request);
    while (!m_stop.stopRequested()) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        for (const auto& record : (*page)->records)
            m_present.push_back(hashOf(record.path(flow.sourceKey).toPlainText()));
    }
    std::sort(m_present.begin(), m_present.end());
    co_return Result<void>();
}

bool Sweep::isPresent(const QString& id) const
{
    return std::binary_search(m_present.begin(), m_present.end(), hashOf(id));
}

Task<Result<Sweep::Links>> Sweep::links(qint64 offset)
{
    const QString flow = m_lane.flow().id;
    std::function<Result<Links>(store::Database&)> look = [=](store::Database& database) {
        return store::LinkRepository(database).window(flow, offset, kLinksAtOnce);
    };
    Result<Links> window = co_await m_store.read<Links>(look);
    co_return window;
}

Task<Result<void>> Sweep::compare()
{
    // Links are gathered before any is marked: marking would move the window.
    QStringList missing;
    Links returned;
    for (qint64 offset = 0; !m_stop.stopRequested(); offset += kLinksAtOnce) {
        const Result<Links> window = co_await links(offset);
        if (!window) co_return tl::unexpected(window.error());
        if (window->isEmpty()) break;
        for (const auto& link : *window) {
            const bool wasGone = link.sourceVersion == kDepartedVersion;
            const bool isHere = isPresent(link.sourceId);
            if (!isHere && !wasGone) missing += link.sourceId;
            if (isHere && wasGone) returned += link;
        }
    }
    for (qsizetype at = 0; at < missing.size() && !m_stop.stopRequested(); at += kIdsAtOnce) {
        const Result<QStringList> gone = co_await confirmed(missing.mid(at, kIdsAtOnce));
        if (!gone) co_return tl::unexpected(gone.error());
        Departures departures(m_lane, m_store, m_book);
        const Result<void> told = co_await departures.end(*gone, {}, Departures::Seen::InChanges);
        if (!told) co_return told;
    }
    const Result<void> told = co_await tellReturned(std::move(returned));
    co_return told;
}

/// Of the missing ones, those that are not there when asked for by id: records move between pages while they
/// are read.
Task<Result<QStringList>> Sweep::confirmed(QStringList missing)
{
    connectors::ReadRequest request;
    request.object = m_lane.flow().from.object;
    request.paths = {m_lane.flow().sourceKey};
    request.ids = missing;
    const std::unique_ptr<connectors::PageStream> pages = m_source.read(request);
    for (;;) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_stop);
        // A system that cannot be asked by id: the sweep's word stands.
        if (!page && page.error().code == u"connector.unknown-object") co_return missing;
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) co_return missing;
        for (const auto& record : (*page)->records)
            missing.removeAll(record.path(request.paths.first()).toPlainText());
    }
}

/// Records that were taken for deleted and are there: the next change of theirs is compared as usual.
Task<Result<void>> Sweep::tellReturned(Links returned)
{
    QList<Ending> endings;
    for (const auto& link : std::as_const(returned)) {
        Subject subject;
        subject.sourceId = link.sourceId;
        subject.link = link;
        subject.hadProblem = true;
        auto same = m_lane.ending(subject, Outcome::Unchanged, {});
        same.link = link;
        same.link->sourceVersion.clear();
        endings += std::move(same);
    }
    const Result<void> kept = co_await m_book.record(std::move(endings), std::nullopt);
    co_return kept;
}

Task<Result<void>> Sweep::keepTime()
{
    if (m_book.preview()) co_return Result<void>();
    const model::Flow& flow = m_lane.flow();
    const QString id = flow.id, connection = flow.from.connection, place = placeOf(flow);
    const QString now = formatInstant(m_clock.now());
    std::function<Result<bool>(store::Database&)> work = [=](store::Database& database) -> Result<bool> {
        const auto kept = store::CursorRepository(database).set(id, connection, place, now);
        if (!kept) return tl::unexpected(kept.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(work);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

} // namespace tieout::engine
