#include "connectors/rest/reading/restpagestream.h"

#include "connectors/rest/reading/derivedfields.h"
#include "connectors/rest/reading/wirevalue.h"

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

/// The address of rel="next" in a Link header; empty when there is none.
QString nextInLinkHeader(const QByteArray& header)
{
    static const QRegularExpression pattern(u"<([^>]*)>([^<]*)"_s);
    auto matches = pattern.globalMatch(QString::fromLatin1(header.left(8192)));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString says = match.captured(2).toLower();
        if (says.contains(u"rel=\"next\"") || says.contains(u"rel=next")) return match.captured(1);
    }
    return {};
}

} // namespace

AnswerLayout layoutOf(const ReadSpec& read)
{
    const PageSpec& page = read.page;
    AnswerLayout layout{read.records, page.total, page.pageCount, page.pageSize, page.next,
                        page.done,    page.more,  read.element,   read.nameAs,   read.inherit};
    if (page.strategy == PageSpec::Strategy::LinkHeader) layout.next.clear();
    layout.isRecord = read.isRecord;
    return layout;
}

RestPageStream::RestPageStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                               ReadRequest request, ReadScope scope)
    : m_session(std::move(session))
    , m_schemas(std::move(schemas))
    , m_request(std::move(request))
    , m_scope(std::move(scope))
    , m_spec(m_session->manifest().object(m_request.object))
    , m_reached(m_request.since)
{
}

AnswerLayout RestPageStream::layout() const
{
    const ReadSpec& read = *m_spec->read;
    AnswerLayout layout = layoutOf(read);
    if (!isOneByOne()) return layout;
    AnswerLayout one;
    one.records = read.one->records;
    one.isRecord = read.one->isRecord;
    return one;
}

bool RestPageStream::isOneByOne() const
{
    const ReadSpec& read = *m_spec->read;
    return !m_request.ids.isEmpty() && read.one && read.ids.put.isEmpty() &&
           read.select != ReadSpec::Select::Soql;
}

RequestBuilder RestPageStream::builder() const
{
    Variables more = m_scope.variables;
    more.insert(u"now"_s, wireInstant(m_session->clock().now(), m_spec->read->cursor.format));
    return m_session->builder(*m_spec, more);
}

Task<Result<void>> RestPageStream::prepare(StopToken stop)
{
    const QString object = m_request.object;
    const bool canRead = m_spec && m_spec->read;
    const bool byIds = canRead && (m_spec->read->select == ReadSpec::Select::Soql || m_spec->read->one ||
                                   !m_spec->read->ids.put.isEmpty());
    if (!canRead || (!m_request.ids.isEmpty() && !byIds))
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"cannot read "_s + object,
                       {object});
    const QSet<QString> absent = mayLack(*m_spec, m_request.optional);
    QStringList required;
    for (const QString& path : std::as_const(m_request.paths)) {
        if (!absent.contains(plainPath(path))) required << path;
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
    const RequestBuilder make = builder();
    if (!m_link.isEmpty()) return make.following(m_link);
    if (isOneByOne()) return make.byId(m_request.ids.at(m_nextId++));
    if (!m_request.ids.isEmpty()) return make.byIds(*m_plan, m_request.ids, m_nextId);
    return make.changes(*m_plan, m_from, m_place, m_request.pageSize);
}

bool RestPageStream::recover(const Error& error)
{
    const ReadSpec& read = *m_spec->read;
    const bool byCursor = m_request.ids.isEmpty() && !read.cursor.field.isEmpty();
    if (!read.page.restartOn.isEmpty() && error.code == read.page.restartOn && byCursor &&
        m_reached != m_restartedAt) {
        // The system dropped its place in the list: go on from the last stamp, which comes again.
        m_restartedAt = m_reached;
        m_link.clear();
        m_place = {};
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
        return m_link.isEmpty();
    }
    return false;
}

bool RestPageStream::isGone(const Error& error) const
{
    const int status = error.context.httpStatus;
    return isOneByOne() && (status == 404 || status == 410);
}

Result<DecodedPage> RestPageStream::decoded(net::HttpResponse& response)
{
    if (response.status == 304) return DecodedPage(); // nothing changed since
    const QByteArray linkHeader = response.header("Link");
    Result<DecodedPage> page = m_reader.decode(std::move(response.body), m_plan, layout());
    if (page && m_spec->read->page.strategy == PageSpec::Strategy::LinkHeader)
        page->next = nextInLinkHeader(linkHeader);
    return page;
}

Task<Result<DecodedPage>> RestPageStream::fetchPage(StopToken stop)
{
    Result<net::HttpRequest> request = nextRequest();
    if (!request) co_return fail(request.error());
    Result<DecodedPage> page = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
    const RestSession::Reader reader = [this, &page](net::HttpResponse& response) -> Result<void> {
        page = decoded(response);
        if (!page) return fail(page.error());
        return {};
    };
    Result<void> read = co_await m_session->fetch(std::move(*request), m_request.object, reader, stop);
    if (!read && isGone(read.error())) {
        DecodedPage gone;
        gone.deletedIds = {m_request.ids.at(m_nextId - 1)};
        co_return gone;
    }
    if (!read) co_return fail(read.error());
    Result<void> lists = co_await completeLists(&*page, stop);
    if (!lists) co_return fail(lists.error());
    co_return page;
}

Task<bool> RestPageStream::goesOnAsJob(const DecodedPage* first, StopToken stop)
{
    const std::optional<ReadJobSpec>& spec = m_spec->read->job;
    const bool isFirst = m_link.isEmpty() && m_place.index == 0 && m_request.ids.isEmpty();
    if (!spec || !isFirst || first->total.value_or(0) <= spec->above || !QueryJob::takes(*m_plan))
        co_return false;
    const Result<QString> query = builder().changesQuery(*m_plan, m_from);
    if (!query) co_return false;
    m_job = std::make_unique<QueryJob>(m_session, *m_spec, m_plan);
    const Result<void> begun = co_await m_job->begin(*query, stop);
    co_return begun.has_value(); // else the pages lead on
}

Task<Result<std::optional<Page>>> RestPageStream::nextOfJob(StopToken stop)
{
    Result<std::optional<DecodedPage>> page = co_await m_job->next(stop);
    if (!page) co_return fail(page.error());
    if (!*page) {
        end();
        co_return std::optional<Page>();
    }
    Result<void> reached = advanceCursor(**page);
    if (!reached) co_return fail(reached.error());
    co_return std::optional<Page>(finished(std::move(**page)));
}

Task<Result<Page>> RestPageStream::fetchTombstones(StopToken stop)
{
    const DeletesSpec& spec = m_spec->read->deletes;
    Result<net::HttpRequest> request = builder().tombstones(m_from);
    if (!request) co_return fail(request.error());
    const PlanPtr plan = planOf({{spec.id, model::FieldType::Text}});
    AnswerLayout layout;
    layout.records = spec.records;
    Page page;
    page.cursor = m_reached;
    const RestSession::Reader reader = [&](net::HttpResponse& response) -> Result<void> {
        const Result<DecodedPage> found = m_reader.decode(std::move(response.body), plan, layout);
        if (!found) return fail(found.error());
        for (const model::Record& record : found->records)
            page.deletedIds << record.path(spec.id).toPlainText();
        return {};
    };
    Result<void> read = co_await m_session->fetch(*request, m_request.object, reader, stop);
    if (!read) co_return fail(read.error());
    page.deletedIds.removeAll(QString());
    page.deleted = page.deletedIds.size();
    co_return page;
}

Task<Result<void>> RestPageStream::completeLists(DecodedPage* page, StopToken stop)
{
    const QList<ListContinuation> open = page->continuations;
    for (const ListContinuation& list : open) {
        model::ValueList items = *page->records.at(list.record).at(list.slot).list();
        QString link = list.next;
        for (int pages = 0; !link.isEmpty(); ++pages) {
            Result<net::HttpRequest> request = builder().following(link);
            if (!request || pages == kMostListPages)
                co_return fail(ErrorKind::RemoteFault, u"answer.link"_s, u"endless list"_s, {link});
            Result<DecodedPage> more = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
            const RestSession::Reader reader =
                [this, &more, slot = list.slot](net::HttpResponse& response) -> Result<void> {
                more = m_reader.decodeList(std::move(response.body), m_plan, slot);
                if (!more) return fail(more.error());
                return {};
            };
            Result<void> read = co_await m_session->fetch(*request, m_request.object, reader, stop);
            if (!read) co_return fail(read.error());
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

Result<bool> RestPageStream::isLastCounted(const DecodedPage& page) const
{
    const PageSpec& spec = m_spec->read->page;
    const qint64 count = page.records.size();
    const bool isNumbered = spec.strategy == PageSpec::Strategy::Number;
    if (isNumbered && page.pageCount && page.pageSize && page.total) {
        const qint64 before = qint64(m_place.index) * *page.pageSize;
        const qint64 expected = qBound<qint64>(0, *page.total - before, *page.pageSize);
        if (count < expected) return incomplete(m_request.object, count, expected);
    }
    if (isNumbered && page.pageCount) return m_place.index + 1 >= *page.pageCount;
    if (page.total && spec.strategy != PageSpec::Strategy::Keyset) {
        if (m_readOfQuery >= *page.total) return true;
        if (count == 0) return incomplete(m_request.object, m_readOfQuery, *page.total);
        return false;
    }
    const int asked =
        m_request.pageSize > 0 && spec.maxSize > 0 ? qMin(m_request.pageSize, spec.maxSize) : spec.size;
    if (spec.shortPageEnds && count < asked) return true;
    return count == 0; // when nothing tells, only an empty page is an end
}

Result<bool> RestPageStream::isLast(const DecodedPage& page) const
{
    using Strategy = PageSpec::Strategy;
    const Strategy strategy = m_spec->read->page.strategy;
    if (strategy == Strategy::None || isOneByOne()) return true;
    std::optional<bool> told = page.done;
    if (!told && page.more) told = !*page.more;
    const bool names =
        strategy == Strategy::NextLink || strategy == Strategy::NextToken || strategy == Strategy::LinkHeader;
    if (!names) {
        if (!m_request.ids.isEmpty()) return true; // as many as were asked for
        if (told) return *told;
        return isLastCounted(page);
    }
    const bool last = told.value_or(page.next.isEmpty());
    if (!last && page.next.isEmpty())
        return incomplete(m_request.object, m_readOfQuery, page.total.value_or(0));
    if (last && page.total && m_readOfQuery < *page.total)
        return incomplete(m_request.object, m_readOfQuery, *page.total);
    return last;
}

Result<void> RestPageStream::moveOn(const DecodedPage& page)
{
    using Strategy = PageSpec::Strategy;
    const PageSpec& spec = m_spec->read->page;
    ++m_place.index;
    m_place.offset += page.records.size();
    QString next = page.next;
    if (spec.strategy == Strategy::Number || spec.strategy == Strategy::Offset) return {};
    if (spec.strategy == Strategy::Keyset)
        next = page.records.isEmpty() ? QString() : page.records.last().path(spec.key).toPlainText();
    const bool isToken = spec.strategy == Strategy::NextToken || spec.strategy == Strategy::Keyset;
    QString& place = isToken ? m_place.token : m_link;
    if (next.isEmpty() || next == place)
        return fail(ErrorKind::RemoteFault, u"answer.link"_s, u"the next page is this one"_s, {next});
    place = next;
    return {};
}

Result<void> RestPageStream::advanceCursor(const DecodedPage& page)
{
    const QString field = m_spec->read->cursor.field;
    if (field.isEmpty() || page.records.isEmpty()) return {};
    // A child without a stamp of its own may take its parent's.
    const auto told = std::find_if(m_scope.told.cbegin(), m_scope.told.cend(),
                                   [&field](const auto& each) { return each.first == field; });
    const model::Value* const ofParent = told == m_scope.told.cend() ? nullptr : &told->second;
    std::optional<Instant> latest;
    for (const model::Record& record : page.records) {
        const Instant* stamp = ofParent ? ofParent->instant() : record.value(field).instant();
        if (!stamp)
            return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"a record without its change stamp"_s,
                        {field});
        if (!latest || *stamp > *latest) latest = *stamp;
    }
    const Cursor reached = formatInstant(*latest);
    if (reached > m_reached) m_reached = reached;
    return {};
}

void RestPageStream::end()
{
    const bool asksTombstones = m_spec->read->deletes.strategy == DeletesSpec::Strategy::Tombstone &&
                                m_request.ids.isEmpty() && !m_from.isEmpty();
    m_state = asksTombstones ? State::Tombstones : State::Ended;
}

Result<void> RestPageStream::advance(const DecodedPage& page)
{
    Result<void> moved = advanceCursor(page);
    if (!moved) return moved;
    m_readOfQuery += page.records.size();
    const Result<bool> last = isLast(page);
    if (!last) return fail(last.error());
    if (!*last) return moveOn(page);
    m_link.clear();
    m_place = {};
    m_readOfQuery = 0;
    if (m_request.ids.isEmpty() || m_nextId >= m_request.ids.size()) end();
    return {};
}

Page RestPageStream::finished(DecodedPage page) const
{
    const ReadSpec& read = *m_spec->read;
    Page result;
    result.cursor = m_reached;
    if (m_request.ids.isEmpty()) result.total = page.total;
    result.deletedIds = page.deletedIds;
    for (const auto& [field, value] : m_scope.told) {
        const int slot = m_plan->shape->slot(field);
        if (slot < 0) continue;
        for (model::Record& record : page.records)
            record.set(slot, value);
    }
    if (!m_scope.told.isEmpty()) {
        for (model::Record& record : page.records)
            liftAll(record, *m_plan);
    }
    if (read.deletes.strategy == DeletesSpec::Strategy::Flag) {
        const auto isDeleted = [&](const model::Record& record) {
            if (!read.deletes.values.contains(record.path(read.deletes.field).toPlainText())) return false;
            result.deletedIds << record.path(m_spec->identity.remoteId).toPlainText();
            result.departed << record;
            return true;
        };
        page.records.removeIf(isDeleted);
    }
    result.deleted = result.deletedIds.size();
    result.records = std::move(page.records);
    return result;
}

Task<Result<std::optional<Page>>> RestPageStream::next(StopToken stop)
{
    for (;;) {
        if (m_state == State::Ended) co_return std::optional<Page>();
        if (m_state == State::New) {
            Result<void> prepared = co_await prepare(stop);
            if (!prepared) co_return fail(prepared.error());
        }
        if (m_state == State::Tombstones) {
            Result<Page> gone = co_await fetchTombstones(stop);
            if (!gone) co_return fail(gone.error());
            m_state = State::Ended;
            co_return std::optional<Page>(std::move(*gone));
        }
        if (m_state == State::Job) {
            Result<std::optional<Page>> ofJob = co_await nextOfJob(stop);
            if (!ofJob || *ofJob) co_return ofJob;
            continue;
        }
        Result<DecodedPage> page = co_await fetchPage(stop);
        if (!page) {
            if (recover(page.error())) continue;
            co_return fail(page.error());
        }
        const bool asJob = co_await goesOnAsJob(&*page, stop);
        if (asJob) {
            m_state = State::Job;
            continue;
        }
        Result<void> advanced = advance(*page);
        if (!advanced) co_return fail(advanced.error());
        co_return std::optional<Page>(finished(std::move(*page)));
    }
}

} // namespace tieout::connectors
