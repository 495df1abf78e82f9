#include "connectors/rest/jobs/ingestjob.h"

#include "connectors/rest/jobs/jobverdicts.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::RowOutcome;
using Phase = JobReport::Phase;

namespace {

constexpr int kCloses = 3;
constexpr std::chrono::minutes kUploadDeadline{10};

QList<RowOutcome> allAs(qsizetype rows, RowOutcome::State state, const Error& error)
{
    RowOutcome outcome;
    outcome.state = state;
    outcome.error = error;
    return QList<RowOutcome>(rows, outcome);
}

/// Rows that are in a job whose end was not seen: the next run asks the job.
QList<RowOutcome> inDoubt(qsizetype rows, Error error)
{
    error.kind = ErrorKind::Uncertain;
    return allAs(rows, RowOutcome::State::Uncertain, error);
}

Error cutError(const QString& label)
{
    return errorOf(ErrorKind::Retry, u"connector.job-cut"_s,
                   u"the rows did not arrive; the job was taken back"_s, {label});
}

Error unfinishedError(const QString& label)
{
    return errorOf(ErrorKind::Retry, u"connector.job-unfinished"_s, u"the job is still being worked off"_s,
                   {label});
}

Error goneError(const QString& label)
{
    return errorOf(ErrorKind::RemoteFault, u"connector.job-gone"_s, u"no such job any more"_s, {label});
}

} // namespace

IngestJob::IngestJob(std::shared_ptr<RestSession> session, const ObjectSpec& object, const WriteSpec& write)
    : m_session(std::move(session))
    , m_object(object)
    , m_write(write)
    , m_spec(*m_session->manifest().jobs.ingest)
    , m_watch(m_session, object, m_spec.state)
{
}

Result<net::HttpRequest> IngestJob::request(const RequestSpec& spec, const QString& job) const
{
    Result<net::HttpRequest> request = m_session->builder(m_object, {{u"job"_s, job}}).plain(spec);
    if (!request || request->verb == net::Verb::Get) return request;
    request->onlyReads = false;
    request->repeat = net::Repeat::Never;
    request->mayBeEmpty = true;
    return request;
}

Task<Result<QString>> IngestJob::open(StopToken stop)
{
    Result<net::HttpRequest> request = openingRequest(*m_session, m_spec.open, m_write.job->open);
    if (!request) co_return fail(request.error());
    Result<QString> job = co_await openJobWith(m_session, m_object.name, *request, m_spec.id, stop);
    co_return job;
}

Task<bool> IngestJob::takenBack(QString job, StopToken stop)
{
    Result<net::HttpRequest> abort = request(m_spec.abort, job);
    if (!abort) co_return false;
    const Result<net::HttpResponse> answered =
        co_await m_session->deliver(*abort, m_object.name, std::chrono::seconds{0}, stop);
    Q_UNUSED(answered) // its state tells
    const Result<JobReport> report = co_await m_watch.look(job, stop);
    co_return report &&
        (report->phase == Phase::Gone || (report->phase == Phase::Failed && report->processed <= 0));
}

Task<Result<JobReport>> IngestJob::closed(QString job, StopToken stop)
{
    Result<net::HttpRequest> close = request(m_spec.close, job);
    if (!close) co_return fail(close.error());
    for (int tried = 1;; ++tried) {
        const Result<net::HttpResponse> answered =
            co_await m_session->deliver(*close, m_object.name, std::chrono::seconds{0}, stop);
        Q_UNUSED(answered) // whether it arrived, the job's state tells
        Result<JobReport> report = co_await m_watch.ended(job, stop);
        if (!report || report->phase != Phase::Open || tried == kCloses) co_return report;
    }
}

Task<Result<IngestJob::Outcomes>> IngestJob::send(PreparedWrite write, StopToken stop)
{
    const qsizetype rows = write.rows.size();
    const QString job = write.job;
    Result<net::HttpRequest> upload = request(m_spec.upload, job);
    if (!upload) co_return fail(upload.error());
    upload->body = write.upload;
    upload->contentType = "text/csv; charset=utf-8";
    upload->deadline = kUploadDeadline;
    const Result<net::HttpResponse> uploaded =
        co_await m_session->deliver(*upload, m_object.name, std::chrono::seconds{0}, stop);
    Result<JobReport> report = JobReport{Phase::Open, {}, -1, -1};
    if (uploaded) report = co_await closed(job, stop);
    if (!report) co_return inDoubt(rows, report.error());
    if (report->phase == Phase::Open) {
        const bool nothing = co_await takenBack(job, stop);
        const Error why = uploaded ? cutError(m_object.label) : uploaded.error();
        if (!nothing) co_return inDoubt(rows, why);
        if (why.kind == ErrorKind::Uncertain) co_return fail(cutError(m_object.label));
        co_return fail(why);
    }
    if (report->phase == Phase::Working) co_return inDoubt(rows, unfinishedError(m_object.label));
    if (report->phase == Phase::Gone) co_return inDoubt(rows, goneError(m_object.label));
    const Result<Outcomes> outcomes = co_await verdicts(job, std::move(write.rows), *report, stop);
    if (!outcomes) co_return inDoubt(rows, outcomes.error());
    co_return outcomes;
}

Task<Result<IngestJob::Outcomes>> IngestJob::settle(QString job, QList<WriteRow> rows, StopToken stop)
{
    const Result<JobReport> report = co_await m_watch.ended(job, stop);
    if (!report) co_return fail(report.error());
    if (report->phase == Phase::Gone) co_return fail(goneError(m_object.label));
    if (report->phase == Phase::Working) co_return fail(unfinishedError(m_object.label));
    if (report->phase == Phase::Open) {
        const bool nothing = co_await takenBack(job, stop);
        if (!nothing) co_return fail(unfinishedError(m_object.label));
        co_return allAs(rows.size(), RowOutcome::State::Rejected, cutError(m_object.label));
    }
    Result<Outcomes> outcomes = co_await verdicts(job, std::move(rows), *report, stop);
    co_return outcomes;
}

Task<Result<IngestJob::Outcomes>> IngestJob::verdicts(QString job, QList<WriteRow> rows, JobReport report,
                                                      StopToken stop)
{
    using Part = JobVerdicts::Part;
    const qint64 sent = rows.size();
    JobVerdicts verdicts(m_session->manifest(), m_object, m_write, std::move(rows));
    const bool isDone = report.phase == Phase::Done;
    const bool isCounted = report.processed >= 0 && report.refused >= 0;
    // Whether "processed" counts the refused ones too, systems do not agree; what was sent is certain.
    QList<qint64> written;
    if (isCounted) written = {report.processed - report.refused, report.processed};
    if (isCounted && isDone) written += sent - report.refused;
    const QList<qint64> refused = isCounted ? QList<qint64>{report.refused} : QList<qint64>();
    struct Step {
        const RequestSpec* spec;
        Part part;
        QList<qint64> expected;
        bool isEmpty;
    };
    const Step steps[] = {{&m_spec.written, Part::Written, written, isCounted && report.processed == 0},
                          {&m_spec.refused, Part::Refused, refused, isCounted && report.refused == 0},
                          {&m_spec.unsent, Part::Unsent, {}, isDone}};
    for (const Step& step : steps) {
        if (step.isEmpty) continue;
        Result<net::HttpRequest> asked = request(*step.spec, job);
        if (!asked) co_return fail(asked.error());
        asked->deadline = kUploadDeadline;
        const RestSession::Reader reader = [&verdicts, &step](net::HttpResponse& response) {
            return verdicts.take(response.body, step.part, step.expected);
        };
        Result<void> read = co_await m_session->fetch(*asked, m_object.name, reader, stop);
        if (!read) co_return fail(read.error());
    }
    co_return verdicts.outcomes(report.message);
}

} // namespace tieout::connectors
