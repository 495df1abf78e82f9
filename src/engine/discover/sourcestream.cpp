#include "engine/discover/sourcestream.h"

#include "engine/discover/grouppages.h"

namespace tieout::engine {

namespace {
/// Ids read in one request; their query must fit into an address.
constexpr qsizetype kIdsAtOnce = 200;
constexpr qsizetype kGroupsAtOnce = 1000;
} // namespace

SourceStream::SourceStream(connectors::Connector& source, Plan plan, StopToken stop)
    : m_source(source)
    , m_plan(std::move(plan))
    , m_stop(std::move(stop))
{
    if (!m_plan.group) return;
    // A group is whole only when all its rows are read, and no system reads groups by their id.
    if (m_plan.onlyDue) m_wanted = m_plan.dueIds;
    m_plan.dueIds.clear();
    m_plan.since.clear();
}

SourceStream::~SourceStream() = default;

Task<Result<std::optional<SourceStream::Batch>>> SourceStream::next()
{
    if (m_plan.group) {
        Answer grouped = co_await groups();
        co_return grouped;
    }
    if (!m_ahead) m_ahead.emplace(fetch());
    Task<Answer> current = std::move(*m_ahead);
    m_ahead.reset();
    Answer answer = co_await current;
    if (answer && *answer && !m_stop.stopRequested()) m_ahead.emplace(fetch());
    co_return answer;
}

Task<void> SourceStream::close()
{
    if (!m_ahead) co_return;
    Task<Answer> current = std::move(*m_ahead);
    m_ahead.reset();
    const Answer dropped = co_await current;
    Q_UNUSED(dropped)
}

Task<Result<void>> SourceStream::collect()
{
    const bool onlyDue = std::exchange(m_plan.onlyDue, false); // fetch() is to read everything
    GroupPages pages(*m_plan.group, m_plan.sourceKey);
    while (!m_stop.stopRequested()) {
        Answer batch = co_await fetch();
        if (!batch) co_return tl::unexpected(batch.error());
        if (!*batch) break;
        const Result<void> added = pages.add(std::move((*batch)->page));
        if (!added) co_return added;
    }
    Result<connectors::Page> all = pages.finish(m_wanted);
    if (!all) co_return tl::unexpected(all.error());
    m_plan.onlyDue = onlyDue;
    m_groups = std::move(*all);
    co_return Result<void>();
}

Task<Result<std::optional<SourceStream::Batch>>> SourceStream::groups()
{
    if (!m_groups) {
        const Result<void> collected = co_await collect();
        if (!collected) co_return tl::unexpected(collected.error());
    }
    const qsizetype left = m_groups->records.size() - m_nextGroup;
    if (left <= 0 || m_stop.stopRequested()) co_return Answer(std::nullopt);
    const qsizetype count = std::min(left, kGroupsAtOnce);
    Batch batch;
    batch.page.records = m_groups->records.mid(m_nextGroup, count);
    for (qsizetype i = 0; i < count; ++i) {
        const auto fault = m_groups->faults.constFind(m_nextGroup + i);
        if (fault != m_groups->faults.cend()) batch.page.faults.insert(i, *fault);
    }
    batch.page.cursor = m_groups->cursor;
    batch.page.total = m_groups->total;
    batch.byId = m_plan.onlyDue || count < left;
    m_nextGroup += count;
    co_return Answer(std::move(batch));
}

Task<Result<std::optional<SourceStream::Batch>>> SourceStream::fetch()
{
    while (true) {
        if (!m_pages) {
            connectors::ReadRequest request;
            request.object = m_plan.object;
            request.paths = m_plan.paths;
            request.optional = m_plan.optional;
            if (m_nextDue < m_plan.dueIds.size()) {
                request.ids = m_plan.dueIds.mid(m_nextDue, kIdsAtOnce);
                m_nextDue += request.ids.size();
            } else {
                if (m_plan.onlyDue) co_return Answer(std::nullopt);
                request.since = m_plan.since;
                m_nextDue = m_plan.dueIds.size() + 1;
            }
            m_pages = m_source.read(request);
        }
        Result<std::optional<connectors::Page>> page = co_await m_pages->next(m_stop);
        if (!page) co_return tl::unexpected(page.error());
        const bool byId = m_nextDue <= m_plan.dueIds.size();
        if (*page) {
            Batch batch;
            batch.page = std::move(**page);
            batch.byId = byId;
            co_return Answer(std::move(batch));
        }
        m_pages.reset();
        if (!byId) co_return Answer(std::nullopt);
    }
}

} // namespace tieout::engine
