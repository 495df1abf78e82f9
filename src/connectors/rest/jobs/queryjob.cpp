#include "connectors/rest/jobs/queryjob.h"

#include "connectors/rest/jobs/jobverdicts.h"
#include "connectors/rest/reading/derivedfields.h"
#include "connectors/rest/reading/wirevalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Record;
using model::Value;

namespace {

constexpr std::chrono::minutes kPageDeadline{10};

bool isNested(const PlannedField& field)
{
    return field.type == FieldType::Record && field.inner;
}

/// A row of the table as a record; a related record none of whose cells is filled is blank.
Record recordOf(const RecordPlan& plan, const QString& prefix, const ResultRows& rows, bool* isBlank)
{
    Record record(plan.shape);
    for (const PlannedField& field : plan.fields) {
        const QString name = prefix + QString::fromStdString(field.name);
        Value value;
        if (isNested(field)) {
            bool isEmpty = true;
            const Record inner = recordOf(*field.inner, name + u'.', rows, &isEmpty);
            if (!isEmpty) value = Value(inner);
        } else {
            value = wireText(rows.cell(name), field.type);
        }
        if (isBlank && !value.isBlank()) *isBlank = false;
        record.set(field.slot, std::move(value));
    }
    foldAll(record, plan);
    liftAll(record, plan);
    return record;
}

void addColumns(const RecordPlan& plan, const QString& prefix, QStringList& columns)
{
    for (const PlannedField& field : plan.fields) {
        const QString name = prefix + QString::fromStdString(field.name);
        if (isNested(field))
            addColumns(*field.inner, name + u'.', columns);
        else
            columns << name;
    }
}

} // namespace

QueryJob::QueryJob(std::shared_ptr<RestSession> session, const ObjectSpec& object, PlanPtr plan)
    : m_session(std::move(session))
    , m_object(object)
    , m_plan(std::move(plan))
    , m_spec(*m_session->manifest().jobs.query)
{
}

bool QueryJob::takes(const RecordPlan& plan)
{
    return std::all_of(plan.fields.begin(), plan.fields.end(), [](const PlannedField& field) {
        if (field.type == FieldType::List || !field.wrap.empty()) return false;
        return field.type != FieldType::Record || (field.inner && takes(*field.inner));
    });
}

Task<Result<void>> QueryJob::begin(QString query, StopToken stop)
{
    Json members = m_object.read->job->open.isNull() ? Json::object({}) : m_object.read->job->open;
    setAt(members, m_spec.put, Json(query));
    Result<net::HttpRequest> opening = openingRequest(*m_session, m_spec.open, members);
    if (!opening) co_return fail(opening.error());
    Result<QString> opened =
        co_await openJobWith(m_session, m_object.name, std::move(*opening), m_spec.id, stop);
    if (!opened) co_return fail(opened.error());
    m_job = *opened;
    JobWatch watch(m_session, m_object, m_spec.state);
    const Result<JobReport> report = co_await watch.ended(m_job, stop);
    if (!report) co_return fail(report.error());
    if (report->phase != JobReport::Phase::Done)
        co_return fail(ErrorKind::RemoteFault, u"connector.job-gone"_s, report->message, {m_object.label});
    m_total = report->processed;
    co_return Result<void>();
}

Result<net::HttpRequest> QueryJob::request() const
{
    Pairs query;
    if (m_spec.size > 0 && !m_spec.putSize.isEmpty())
        query.append({m_spec.putSize, QString::number(m_spec.size)});
    if (!m_place.isEmpty()) query.append({m_spec.putNext, m_place});
    Result<net::HttpRequest> request =
        m_session->builder(m_object, {{u"job"_s, m_job}}).plain(m_spec.results, query);
    if (request) request->deadline = kPageDeadline;
    return request;
}

Result<DecodedPage> QueryJob::decoded(const net::HttpResponse& response) const
{
    DecodedPage page;
    ResultRows rows(response.body);
    for (;;) {
        const Result<bool> more = rows.next();
        if (!more) return fail(more.error());
        if (!*more) break;
        page.records.append(recordOf(*m_plan, {}, rows, nullptr));
    }
    QStringList columns;
    addColumns(*m_plan, {}, columns);
    for (const QString& column : std::as_const(columns)) {
        if (!rows.columns().contains(column, Qt::CaseInsensitive))
            return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"a column is missing: "_s + column,
                        {column});
    }
    const QByteArray announced = response.header(m_spec.countHeader.toLatin1());
    if (!announced.isEmpty() && announced.toLongLong() != page.records.size())
        return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"records of a page are missing"_s,
                    {m_object.label, QString::number(page.records.size()), QString::fromLatin1(announced)});
    const QString next = QString::fromLatin1(response.header(m_spec.nextHeader.toLatin1()));
    if (next != m_spec.lastWord) page.next = next;
    return page;
}

Task<Result<std::optional<DecodedPage>>> QueryJob::next(StopToken stop)
{
    if (m_isOver) co_return std::optional<DecodedPage>();
    const Result<net::HttpRequest> asked = request();
    if (!asked) co_return fail(asked.error());
    Result<DecodedPage> page = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
    const RestSession::Reader reader = [this, &page](net::HttpResponse& response) -> Result<void> {
        page = decoded(response);
        if (!page) return fail(page.error());
        return {};
    };
    const Result<void> read = co_await m_session->fetch(*asked, m_object.name, reader, stop);
    if (!read) co_return fail(read.error());
    if (!page->next.isEmpty() && page->next == m_place)
        co_return fail(ErrorKind::RemoteFault, u"answer.link"_s, u"the next page is this one"_s, {m_place});
    m_read += page->records.size();
    m_place = page->next;
    m_isOver = m_place.isEmpty();
    if (m_isOver && m_total >= 0 && m_read != m_total)
        co_return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"records of a job are missing"_s,
                       {m_object.label, QString::number(m_read), QString::number(m_total)});
    page->total = m_total < 0 ? std::optional<qint64>() : m_total;
    co_return std::optional<DecodedPage>(std::move(*page));
}

} // namespace tieout::connectors
