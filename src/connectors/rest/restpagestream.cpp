#include "connectors/rest/restpagestream.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> incomplete(const QString& object, qint64 have, qint64 announced)
{
    return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s,
                u"%1 of %2 records of %3"_s.arg(have).arg(announced).arg(object),
                {object, QString::number(have), QString::number(announced)});
}

constexpr int kMostListPages = 1000;

} // namespace

RestPageStream::RestPageStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                               ReadRequest request)
    : m_session(std::move(session))
    , m_schemas(std::move(schemas))
    , m_request(std::move(request))
    , m_spec(m_session->manifest().object(m_request.object))
    , m_reached(m_request.since)
{
}

AnswerLayout RestPageStream::layout() const
{
    const ReadSpec& read = *m_spec->read;
    return {read.records,       read.page.total, read.page.pageCount,
            read.page.pageSize, read.page.next,  read.page.done};
}

Task<Result<void>> RestPageStream::prepare(StopToken stop)
{
    const QString object = m_request.object;
    if (!m_spec || !m_spec->read)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"cannot read "_s + object,
                       {object});
    QSet<QString> mayLack;
    for (const QString& path : std::as_const(m_request.optional))
        mayLack.insert(plainPath(path));
    QStringList required;
    for (const QString& path : std::as_const(m_request.paths)) {
        if (!mayLack.contains(plainPath(path))) required << path;
    }
    Result<model::ObjectSchema> schema = co_await m_schemas->covering(object, required, stop);
    if (!schema) co_return fail(schema.error());
    Result<PlanPtr> plan = planRead(*schema, *m_spec, m_request.paths, m_request.optional);
    if (!plan && m_schemas->isAdopted(object)) {
        m_schemas->forget(object);
        schema = co_await m_schemas->covering(object, required, stop);
        if (!schema) co_return fail(schema.error());
        plan = planRead(*schema, *m_spec, m_request.paths, m_request.optional);
    }
    if (!plan) co_return fail(plan.error());
    m_plan = *plan;
    Result<Cursor> from = m_session->builder(*m_spec).overlapped(m_request.since);
    if (!from) co_return fail(from.error());
    if (m_from.isEmpty()) m_from = *from;
    m_state = State::Reading;
    co_return Result<void>();
}

Result<net::HttpRequest> RestPageStream::nextRequest()
{
    const RequestBuilder builder = m_session->builder(*m_spec);
    if (!m_next.isEmpty()) return builder.following(m_next);
    if (!m_request.ids.isEmpty()) return builder.byIds(*m_plan, m_request.ids, m_nextId);
    return builder.changes(*m_plan, m_from, m_pageNumber, m_request.pageSize);
}

bool RestPageStream::recover(const Error& error)
{
    const ReadSpec& read = *m_spec->read;
    const bool byCursor = m_request.ids.isEmpty() && !read.cursor.field.isEmpty();
    if (!read.page.restartOn.isEmpty() && error.code == read.page.restartOn && byCursor &&
        m_reached != m_restartedAt) {
        // The system dropped its place in the list: go on from the last stamp, which comes again.
        m_restartedAt = m_reached;
        m_next.clear();
        m_from = m_reached;
        m_readOfQuery = 0;
        return true;
    }
    if (!read.fieldGoneOn.isEmpty() && error.code == read.fieldGoneOn &&
        m_schemas->isAdopted(m_request.object) && !m_redescribed) {
        m_redescribed = true;
        m_schemas->forget(m_request.object);
        m_nextId = 0;
        m_state = State::New;
        return m_next.isEmpty();
    }
    return false;
}

Task<Result<DecodedPage>> RestPageStream::fetchPage(StopToken stop)
{
    Result<net::HttpRequest> request = nextRequest();
    if (!request) co_return fail(request.error());
    Result<net::HttpResponse> response =
        co_await m_session->fetch(std::move(*request), m_request.object, stop);
    if (!response) co_return fail(response.error());
    Result<DecodedPage> page = m_reader.decode(std::move(response->body), m_plan, layout());
    if (!page) co_return fail(page.error());
    Result<void> lists = co_await completeLists(&*page, stop);
    if (!lists) co_return fail(lists.error());
    co_return page;
}

Task<Result<void>> RestPageStream::completeLists(DecodedPage* page, StopToken stop)
{
    const QList<ListContinuation> open = page->continuations;
    for (const ListContinuation& list : open) {
        model::ValueList items = *page->records.at(list.record).at(list.slot).list();
        QString link = list.next;
        for (int pages = 0; !link.isEmpty(); ++pages) {
            Result<net::HttpRequest> request = m_session->builder(*m_spec).following(link);
            if (!request || pages == kMostListPages)
                co_return fail(ErrorKind::RemoteFault, u"answer.link"_s, u"endless list"_s, {link});
            Result<net::HttpResponse> response = co_await m_session->fetch(*request, m_request.object, stop);
            if (!response) co_return fail(response.error());
            Result<DecodedPage> more = m_reader.decodeList(std::move(response->body), m_plan, list.slot);
            if (!more) co_return fail(more.error());
            for (const model::Record& record : std::as_const(more->records))
                items.append(model::Value(record));
            link = more->done.value_or(more->next.isEmpty()) ? QString() : more->next;
            if (link.isEmpty() && more->total && *more->total != items.size())
                co_return incomplete(m_request.object, items.size(), *more->total);
        }
        page->records[list.record].set(list.slot, model::Value(items));
    }
    co_return Result<void>();
}

Result<void> RestPageStream::advanceNumbered(const DecodedPage& page)
{
    const qint64 count = page.records.size();
    if (page.pageCount && page.pageSize && page.total) {
        const qint64 before = qint64(m_pageNumber - 1) * *page.pageSize;
        const qint64 expected = qBound<qint64>(0, *page.total - before, *page.pageSize);
        if (count < expected) return incomplete(m_request.object, count, expected);
        if (m_pageNumber >= *page.pageCount) m_state = State::Ended;
    } else if (count == 0) {
        m_state = State::Ended; // without totals only an empty page is an end
    }
    ++m_pageNumber;
    return {};
}

Result<void> RestPageStream::advanceCursor(const DecodedPage& page)
{
    const QString field = m_spec->read->cursor.field;
    if (field.isEmpty() || page.records.isEmpty()) return {};
    std::optional<Instant> latest;
    for (const model::Record& record : page.records) {
        const Instant* stamp = record.value(field).instant();
        if (!stamp)
            return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"a record without its change stamp"_s,
                        {field});
        if (!latest || *stamp > *latest) latest = *stamp;
    }
    const Cursor reached = formatInstant(*latest);
    if (reached > m_reached) m_reached = reached;
    return {};
}

Result<void> RestPageStream::advance(const DecodedPage& page)
{
    Result<void> moved = advanceCursor(page);
    if (!moved) return moved;
    m_readOfQuery += page.records.size();
    const PageSpec& spec = m_spec->read->page;
    if (spec.strategy == PageSpec::Strategy::NextLink && !page.done.value_or(page.next.isEmpty())) {
        if (page.next.isEmpty()) return incomplete(m_request.object, m_readOfQuery, page.total.value_or(0));
        m_next = page.next;
        return {};
    }
    if (spec.strategy == PageSpec::Strategy::NextLink && page.total && m_readOfQuery < *page.total)
        return incomplete(m_request.object, m_readOfQuery, *page.total);
    m_next.clear();
    if (!m_request.ids.isEmpty()) {
        m_readOfQuery = 0;
        if (m_nextId >= m_request.ids.size()) m_state = State::Ended;
        return {};
    }
    if (spec.strategy == PageSpec::Strategy::Number) return advanceNumbered(page);
    m_state = State::Ended;
    return {};
}

Task<Result<std::optional<Page>>> RestPageStream::next(StopToken stop)
{
    for (;;) {
        if (m_state == State::Ended) co_return std::optional<Page>();
        if (m_state == State::New) {
            Result<void> prepared = co_await prepare(stop);
            if (!prepared) co_return fail(prepared.error());
        }
        Result<DecodedPage> page = co_await fetchPage(stop);
        if (!page) {
            if (recover(page.error())) continue;
            co_return fail(page.error());
        }
        Result<void> advanced = advance(*page);
        if (!advanced) co_return fail(advanced.error());
        Page result;
        result.records = std::move(page->records);
        result.cursor = m_reached;
        if (m_request.ids.isEmpty()) result.total = page->total;
        co_return std::optional<Page>(std::move(result));
    }
}

} // namespace tieout::connectors
