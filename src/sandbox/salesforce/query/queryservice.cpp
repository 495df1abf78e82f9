#include "sandbox/salesforce/query/queryservice.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr size_t kMaxBatch = 2000;
constexpr size_t kMinBatch = 200;
constexpr size_t kMaxCursors = 10;
constexpr size_t kMaxChildCursors = 500;
constexpr auto kCursorLife = std::chrono::hours(48);

/// "batchSize=500" of the Sforce-Query-Options header, kept within the service's bounds.
size_t batchSize(const Request& request)
{
    const QByteArray options = headerValue(request.headers, "Sforce-Query-Options");
    const qsizetype at = options.toLower().indexOf("batchsize=");
    if (at < 0) return kMaxBatch;
    QByteArray digits = options.mid(at + 10);
    if (const qsizetype end = digits.indexOf(','); end >= 0) digits.truncate(end);
    bool good = false;
    const uint asked = digits.trimmed().toUInt(&good);
    return good ? std::clamp<size_t>(asked, kMinBatch, kMaxBatch) : kMaxBatch;
}

} // namespace

Response QueryService::handle(const Request& request, const QStringList& rest, const QByteArray& servicePath,
                              Deleted deleted, Surface surface)
{
    if (request.method != "GET") return methodReply(request.method);
    if (rest.size() == 1) return next(rest.first(), servicePath);
    return rest.isEmpty() ? open(request, servicePath, deleted, surface) : notFoundReply();
}

void QueryService::clear()
{
    m_cursors.clear();
    m_childCursors.clear();
}

Response QueryService::open(const Request& request, const QByteArray& servicePath, Deleted deleted,
                            Surface surface)
{
    const QString text = request.queryValue(u"q");
    if (text.isEmpty()) return errorReply(400, u"MALFORMED_QUERY"_s, u"A query string has to be specified"_s);
    const auto query = parseSoql(text, utcDate(m_organisation.now()));
    if (!query) return soqlFaultReply(query.error());
    if (query->allRows) deleted = Deleted::Shown;
    if (query->aggregates()) return summedUp(*query, deleted);
    auto plan = QueryPlan::compile(m_organisation, *query, servicePath, surface);
    if (!plan) return soqlFaultReply(plan.error());
    if (plan->countsOnly()) return counted(*plan, deleted);
    Cursor cursor{{},
                  std::make_shared<QueryPlan>(std::move(*plan)),
                  {},
                  deleted,
                  batchSize(request),
                  m_organisation.now()};
    cursor.rows = cursor.plan->run(deleted);
    if (pageEnd(cursor, 0) == cursor.rows.size()) return page(cursor, 0, servicePath);
    const Kept kept = keep(std::move(cursor));
    return page(*kept, 0, servicePath);
}

Response QueryService::next(const QString& locator, const QByteArray& servicePath)
{
    const qsizetype dash = locator.lastIndexOf(u'-');
    const QByteArray key = locator.left(dash).toLatin1();
    bool good = false;
    const qulonglong from = locator.mid(dash + 1).toULongLong(&good);
    const Kept found = cursorOf(key);
    const bool alive = dash > 0 && good && found && m_organisation.now() - found->opened < kCursorLife &&
                       from <= found->rows.size();
    if (!alive) return errorReply(400, u"INVALID_QUERY_LOCATOR"_s, u"invalid query locator"_s);
    return page(*found, size_t(from), servicePath);
}

QueryService::Kept QueryService::cursorOf(const QByteArray& key) const
{
    for (const auto* cursors : {&m_cursors, &m_childCursors}) {
        const auto found = std::find_if(cursors->begin(), cursors->end(),
                                        [&](const Kept& cursor) { return cursor->key == key; });
        if (found != cursors->end()) return *found;
    }
    return nullptr;
}

Response QueryService::counted(const QueryPlan& plan, Deleted deleted) const
{
    const QByteArray count = QByteArray::number(qulonglong(plan.run(deleted).size()));
    return jsonReply(200, "{\"totalSize\":" + count + ",\"done\":true,\"records\":[]}");
}

Response QueryService::summedUp(const SoqlQuery& query, Deleted deleted) const
{
    const auto plan = AggregatePlan::compile(m_organisation, query);
    if (!plan) return soqlFaultReply(plan.error());
    const auto records = plan->run(deleted);
    if (!records) return soqlFaultReply(records.error());
    QByteArray body =
        "{\"totalSize\":" + QByteArray::number(qulonglong(records->size())) + ",\"done\":true,\"records\":[";
    for (const QByteArray& record : *records)
        body.append(record + ',');
    if (!records->empty()) body.chop(1);
    return jsonReply(200, body + "]}");
}

size_t QueryService::pageEnd(const Cursor& cursor, size_t from) const
{
    const size_t end = std::min(cursor.rows.size(), from + cursor.batch);
    if (!m_earlyPaging) return end;
    size_t weight = 0;
    for (size_t at = from; at < end; ++at) {
        weight += 1 + size_t(cursor.plan->childRows(cursor.rows[at]));
        if (weight > cursor.batch && at > from) return at;
    }
    return end;
}

Response QueryService::page(const Cursor& cursor, size_t from, const QByteArray& servicePath)
{
    const size_t end = pageEnd(cursor, from);
    QByteArray body;
    body.reserve(m_lastPageBytes + m_lastPageBytes / 8 + 4096);
    body.append("{\"totalSize\":" + QByteArray::number(qulonglong(cursor.rows.size())));
    if (end == cursor.rows.size()) {
        body.append(",\"done\":true");
    } else {
        body.append(",\"done\":false,\"nextRecordsUrl\":\"" + servicePath + "/query/" + cursor.key + '-' +
                    QByteArray::number(qulonglong(end)) + '"');
    }
    body.append(",\"records\":[");
    m_writing = {servicePath, cursor.deleted, cursor.batch};
    for (size_t at = from; at < end; ++at) {
        if (at > from) body.append(',');
        cursor.plan->print(body, cursor.rows[at], cursor.deleted, this);
    }
    body.append("]}");
    m_lastPageBytes = body.size();
    return jsonReply(200, std::move(body));
}

QByteArray QueryService::newKey()
{
    char key[18];
    RecordId::make("01g", ++m_lastCursor).writeTo(key);
    return QByteArray(key, 18);
}

QueryService::Kept QueryService::keep(Cursor cursor)
{
    if (m_cursors.size() >= kMaxCursors) m_cursors.pop_front();
    cursor.key = newKey();
    m_cursors.push_back(std::make_shared<const Cursor>(std::move(cursor)));
    return m_cursors.back();
}

QByteArray QueryService::keep(const std::shared_ptr<QueryPlan>& plan, std::vector<RowNumber> rows)
{
    if (m_childCursors.size() >= kMaxChildCursors) m_childCursors.pop_front();
    m_childCursors.push_back(std::make_shared<const Cursor>(
        Cursor{newKey(), plan, std::move(rows), m_writing.deleted, m_writing.batch, m_organisation.now()}));
    return m_writing.servicePath + "/query/" + m_childCursors.back()->key + '-' +
           QByteArray::number(qulonglong(m_writing.batch));
}

} // namespace tieout::sandbox::salesforce
