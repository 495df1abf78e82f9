#include "sandbox/salesforce/bulk/bulkquery.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kPollsToComplete = 2;

Response unsupported(const QString& message)
{
    return errorReply(400, u"API_ERROR"_s, message);
}

} // namespace

Response BulkQuery::handle(const Request& request, const QStringList& rest, int version)
{
    if (rest.isEmpty()) {
        if (request.method == "POST") return open(request, version);
        if (request.method != "GET") return methodReply(request.method);
        return m_jobs.list([this](const Job& job) { return describeJob(job, m_organisation, u"V2Query"_s); });
    }
    const auto found = m_jobs.find(request, rest, version);
    if (!found) return found.error();
    Job& job = **found;
    if (rest.size() == 2 && rest[1] == u"results")
        return request.method == "GET" ? results(request, job) : methodReply(request.method);
    if (rest.size() != 1) return notFoundReply();
    if (request.method == "PATCH") return changeState(request, job);
    if (request.method != "GET") return methodReply(request.method);
    advance(job);
    return jsonReply(200, describeJob(job, m_organisation, u"V2Query"_s).toBytes());
}

Response BulkQuery::open(const Request& request, int version)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    Job job;
    if (auto refused = takeJob(job, *body, version, {u"query"_s, u"queryAll"_s})) return *refused;
    if (auto refused = compile(job, (*body)[u"query"].toText())) return *refused;
    job.state = BulkState::UploadComplete;
    Job& kept = m_jobs.keep(std::move(job), m_organisation.now());
    kept.id[4] = 'q'; // apart from the ingest jobs
    return jsonReply(200, describeJob(kept, m_organisation, u"V2Query"_s).toBytes());
}

std::optional<Response> BulkQuery::compile(Job& job, const QString& text) const
{
    const auto query = parseSoql(text, utcDate(m_organisation.now()));
    if (!query) return soqlFaultReply(query.error());
    if (query->aggregates() || query->offset > 0)
        return unsupported(u"Aggregate functions, GROUP BY and OFFSET are not supported in Bulk Query"_s);
    for (const SoqlItem& item : query->items) {
        if (item.children) return unsupported(u"Nested queries are not supported in Bulk Query"_s);
        if (item.typeOf || item.function == SoqlFunction::Fields || item.path.parts.isEmpty())
            return unsupported(u"TYPEOF, COUNT() and FIELDS() are not supported in Bulk Query"_s);
    }
    auto plan = QueryPlan::compile(m_organisation, *query, {});
    if (!plan) return soqlFaultReply(plan.error());
    for (const SoqlItem& item : query->items) {
        auto column = shown(*query, item, plan->object());
        if (!column) return soqlFaultReply(column.error());
        if (column->column.field.storage == Storage::Compound)
            return unsupported(u"Selecting compound data not supported in Bulk Query"_s);
        job.columns.push_back(std::move(*column));
    }
    job.objectName = m_organisation.type(plan->object()).name;
    job.plan = std::make_shared<QueryPlan>(std::move(*plan));
    return {};
}

SoqlResult<BulkQuery::Shown> BulkQuery::shown(const SoqlQuery& query, const SoqlItem& item, int object) const
{
    auto column = Column::find(m_organisation, object, item.path, query);
    if (!column) return tl::unexpected(column.error());
    QString name = column->name;
    const size_t hops = column->hops.size() +
                        size_t(column->field.storage == Storage::Polymorphic && item.path.parts.size() > 1);
    // The relationships as the schema spells them.
    QStringList relationships =
        item.path.parts.mid(item.path.parts.size() - 1 - qsizetype(hops), qsizetype(hops));
    for (QString& relationship : relationships) {
        const ObjectType& type = m_organisation.type(object);
        const Field& via = type.field(type.findRelationship(relationship));
        relationship = via.relationshipName;
        if (!via.referenceTo.isEmpty()) object = m_organisation.schema().find(via.referenceTo);
    }
    if (!relationships.isEmpty()) name = relationships.join(u'.') + u'.' + name;
    return Shown{name.toUtf8(), std::move(*column)};
}

void BulkQuery::advance(Job& job) const
{
    if (job.isOver()) return;
    job.state = BulkState::InProgress;
    if (++job.polls < kPollsToComplete) return;
    job.rows = job.plan->run(job.operation == u"queryAll" ? Deleted::Shown : Deleted::Hidden);
    job.processed = qint64(job.rows.size());
    job.state = BulkState::JobComplete;
    job.changed = m_organisation.now();
}

Response BulkQuery::changeState(const Request& request, Job& job) const
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    if ((*body)[u"state"].toText() != u"Aborted" || job.isOver())
        return jobStateReply(u"The job cannot go to the state "_s + (*body)[u"state"].toText());
    job.state = BulkState::Aborted;
    job.changed = m_organisation.now();
    return jsonReply(200, describeJob(job, m_organisation, u"V2Query"_s).toBytes());
}

Response BulkQuery::results(const Request& request, const Job& job) const
{
    if (job.state != BulkState::JobComplete) return jobStateReply(u"The job is not complete"_s);
    bool good = true;
    const QByteArray locator = request.queryValue(u"locator").toLatin1();
    const size_t from = locator.isEmpty() ? 0 : QByteArray::fromBase64(locator).toULongLong(&good);
    if (!good || from > job.rows.size())
        return errorReply(400, u"INVALID_QUERY_LOCATOR"_s, u"invalid query locator"_s);
    const QString asked = request.queryValue(u"maxRecords");
    const qint64 most = asked.isEmpty() ? m_pageRows : asked.toLongLong(&good);
    if (!good || most < 0)
        return errorReply(400, u"INVALID_PARAMETER"_s, u"maxRecords must be a positive number"_s);
    const size_t end = most == 0 ? job.rows.size() : std::min(job.rows.size(), from + size_t(most));
    QByteArray out;
    std::vector<QByteArray> cells;
    cells.reserve(job.columns.size());
    for (const Shown& column : job.columns)
        cells.push_back(column.name);
    appendCsvRecord(out, cells, job.dialect);
    for (size_t at = from; at < end; ++at) {
        for (size_t i = 0; i < cells.size(); ++i)
            cells[i] = cell(job.columns[i].column, job.rows[at]);
        appendCsvRecord(out, cells, job.dialect);
    }
    Response response = csvReply(std::move(out));
    const QByteArray next = QByteArray::number(qulonglong(end)).toBase64(QByteArray::OmitTrailingEquals);
    // The header is always there: the word "null" ends the pages.
    response.headers.emplaceBack("Sforce-Locator", end == job.rows.size() ? QByteArray("null") : next);
    response.headers.emplaceBack("Sforce-NumberOfRecords", QByteArray::number(qulonglong(end - from)));
    return response;
}

QByteArray BulkQuery::cell(const Column& column, RowNumber row) const
{
    const std::string value = column.value(m_organisation, row);
    if (value.empty() || value.front() != '"') return QByteArray::fromStdString(value);
    QByteArray text = fragmentText(value).toUtf8();
    if (column.field.type == FieldType::DateTime && text.endsWith("+0000")) {
        text.chop(5);
        text.append('Z');
    }
    return text;
}

} // namespace tieout::sandbox::salesforce
