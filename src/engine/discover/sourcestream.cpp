#include "engine/discover/sourcestream.h"

namespace tieout::engine {

namespace {
/// Ids read in one request; their query must fit into an address.
constexpr qsizetype kIdsAtOnce = 200;
} // namespace

SourceStream::SourceStream(connectors::Connector& source, Plan plan, StopToken stop)
    : m_source(source)
    , m_plan(std::move(plan))
    , m_stop(std::move(stop))
{
}

SourceStream::~SourceStream() = default;

Task<Result<std::optional<SourceStream::Batch>>> SourceStream::next()
{
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
