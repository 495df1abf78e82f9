#include "connectors/sql/sqlpagestream.h"

#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPageRows = 20'000;
constexpr qsizetype kIdsPerPage = 1000;
/// A table without a key is read in one go; drivers that hold whole answers get this far.
constexpr int kMostKeyless = 100'000;

} // namespace

SqlPageStream::SqlPageStream(std::shared_ptr<SqlTables> tables, ReadRequest request)
    : m_tables(std::move(tables))
    , m_request(std::move(request))
{
    const int wanted = m_request.pageSize > 0 ? m_request.pageSize : m_tables->line()->settings().pageRows;
    m_limit = std::clamp(wanted, 1, kMostPageRows);
}

Task<Result<void>> SqlPageStream::prepare(StopToken stop)
{
    Result<TableUse> use = co_await m_tables->use(m_request.object, stop);
    if (!use) co_return fail(use.error());
    m_use = *use;
    Result<SqlReadPlanPtr> plan =
        planSqlRead(m_use, m_request.paths, m_request.optional, m_tables->line()->settings().localZone);
    if (!plan) {
        // A column that came after we looked.
        m_tables->forget(m_request.object);
        use = co_await m_tables->use(m_request.object, stop);
        if (!use) co_return fail(use.error());
        m_use = *use;
        plan =
            planSqlRead(m_use, m_request.paths, m_request.optional, m_tables->line()->settings().localZone);
    }
    if (!plan) co_return fail(plan.error());
    m_plan = *plan;
    co_return m_state == State::New ? begin() : Result<void>();
}

Result<void> SqlPageStream::begin()
{
    using Walk = SqlPosition::Walk;
    if (!m_request.ids.isEmpty()) {
        if (m_use.key.isEmpty())
            return fail(ErrorKind::BadConfig, u"sql.no-key"_s, u"rows cannot be told apart"_s,
                        {plainLabel(m_use.table.name.name)});
        m_state = State::Ids;
        return {};
    }
    if (m_use.key.isEmpty()) {
        m_state = State::Streaming;
        return {};
    }
    m_state = State::Walking;
    if (m_use.change < 0) return {};
    const SqlColumn& column = m_use.table.columns[m_use.change];
    const SqlSettings& settings = m_tables->line()->settings();
    const auto from = overlapped(m_request.since, column, settings.overlap, settings.localZone);
    if (!from) return fail(from.error());
    m_position.from = *from;
    m_position.walk = from->isEmpty() && column.nullable ? Walk::Blanks : Walk::Changes;
    return {};
}

Task<Result<SqlRows>> SqlPageStream::fetch(StopToken stop)
{
    const auto direction = SqlLine::Direction::Read;
    const SqlReadPlanPtr plan = m_plan;
    const std::shared_ptr<SqlLine> line = m_tables->line();
    if (m_state == State::Ids) {
        m_asked = m_request.ids.mid(m_nextId, kIdsPerPage);
        const QStringList ids = m_asked;
        std::function<Result<SqlRows>(SqlSession&)> work = [plan, ids](SqlSession& session) {
            return readWhere(session, *plan, plan->use.key, ids);
        };
        Result<SqlRows> rows = co_await line->repeated<SqlRows>(direction, work, stop);
        co_return rows;
    }
    const int limit = m_limit;
    if (m_state == State::Walking) {
        const SqlPosition position = m_position;
        std::function<Result<SqlRows>(SqlSession&)> work = [plan, position, limit](SqlSession& session) {
            return readOn(session, *plan, position, limit);
        };
        Result<SqlRows> rows = co_await line->repeated<SqlRows>(direction, work, stop);
        co_return rows;
    }
    const bool first = !m_own;
    if (first) m_own = line->sibling();
    std::function<Result<SqlRows>(SqlSession&)> work = [plan, limit,
                                                        first](SqlSession& session) -> Result<SqlRows> {
        if (first) {
            const int most = session.buffersAnswers() ? kMostKeyless + 1 : 0;
            if (auto started = startAll(session, *plan, most); !started) return fail(started.error());
        }
        return takeMore(session, *plan, limit);
    };
    const std::shared_ptr<SqlLine> own = m_own;
    Result<SqlRows> rows = co_await own->once<SqlRows>(direction, work, stop);
    co_return rows;
}

/// A table that changed since it was described is described once more.
Task<Result<SqlRows>> SqlPageStream::fetchOrDescribe(StopToken stop)
{
    Result<SqlRows> rows = co_await fetch(stop);
    if (rows || rows.error().code != u"sql.schema-changed" || m_own) co_return rows;
    const Error changed = rows.error();
    m_tables->forget(m_request.object);
    const Result<void> prepared = co_await prepare(stop);
    if (!prepared) co_return fail(prepared.error());
    rows = co_await fetch(stop);
    co_return rows;
}

Page SqlPageStream::pageOf(const SqlRows& rows)
{
    Page page;
    page.records = rows.records;
    page.faults = rows.faults;
    if (m_state == State::Ids) {
        const QSet<QString> found(rows.keys.begin(), rows.keys.end());
        for (const QString& id : std::as_const(m_asked)) {
            if (!found.contains(id)) page.deletedIds += id;
        }
        page.deleted = page.deletedIds.size();
        m_nextId += m_asked.size();
        if (m_nextId >= m_request.ids.size()) m_state = State::Ended;
        return page;
    }
    m_position = rows.position;
    m_streamed += rows.records.size();
    if (rows.cut) m_limit = int(std::max<qsizetype>(1, rows.records.size()));
    if (m_position.walk == SqlPosition::Walk::Changes && !m_position.after.isEmpty())
        page.cursor = m_position.after.first();
    if (rows.finished) m_state = State::Ended;
    return page;
}

Task<Result<std::optional<Page>>> SqlPageStream::next(StopToken stop)
{
    if (m_state == State::New) {
        const Result<void> prepared = co_await prepare(stop);
        if (!prepared) co_return fail(prepared.error());
    }
    if (m_state == State::Ended) co_return std::optional<Page>();
    Result<SqlRows> rows = co_await fetchOrDescribe(stop);
    if (!rows) co_return fail(rows.error());
    Page page = pageOf(*rows);
    const bool keyless = m_own != nullptr;
    if (keyless && m_streamed > kMostKeyless && m_tables->line()->settings().kind != SqlKind::Postgres &&
        m_tables->line()->settings().kind != SqlKind::Sqlite)
        co_return fail(ErrorKind::BadConfig, u"sql.no-key"_s, u"too many rows for a table without a key"_s,
                       {plainLabel(m_use.table.name.name)});
    if (m_state == State::Ended) m_own.reset();
    if (page.records.isEmpty() && page.deletedIds.isEmpty() && m_state == State::Ended)
        co_return std::optional<Page>();
    co_return std::optional<Page>(std::move(page));
}

} // namespace tieout::connectors
