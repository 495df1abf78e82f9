#include "connectors/rest/jobs/jobwatch.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

qint64 countAt(const Json& json, const QString& member)
{
    if (member.isEmpty() || !json[member].isNumber()) return -1;
    return json[member].toDecimal().toInteger().value_or(-1);
}

Result<Json> answerOf(const QByteArray& body)
{
    Result<Json> json = Json::parse(body);
    if (!json) return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, json.error().text);
    return json;
}

} // namespace

JobWatch::JobWatch(std::shared_ptr<RestSession> session, const ObjectSpec& object, const JobStateSpec& spec)
    : m_session(std::move(session))
    , m_object(object)
    , m_spec(spec)
{
}

Result<JobReport> JobWatch::reportIn(const QByteArray& body) const
{
    using Phase = JobReport::Phase;
    const Result<Json> json = answerOf(body);
    if (!json) return fail(json.error());
    const QString word = (*json)[m_spec.field].toText();
    const std::pair<const QStringList*, Phase> words[] = {{&m_spec.open, Phase::Open},
                                                          {&m_spec.working, Phase::Working},
                                                          {&m_spec.done, Phase::Done},
                                                          {&m_spec.failed, Phase::Failed}};
    JobReport report;
    const auto known = std::find_if(std::begin(words), std::end(words),
                                    [&](const auto& each) { return each.first->contains(word); });
    if (known == std::end(words))
        return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"unknown state of a job: "_s + word,
                    {m_spec.field});
    report.phase = known->second;
    if (!m_spec.message.isEmpty()) report.message = (*json)[m_spec.message].toText();
    report.processed = countAt(*json, m_spec.processed);
    report.refused = countAt(*json, m_spec.refused);
    return report;
}

Task<Result<JobReport>> JobWatch::look(QString job, StopToken stop)
{
    const Variables variables{{u"job"_s, job}};
    Result<net::HttpRequest> request = m_session->builder(m_object, variables).plain(m_spec.request);
    if (!request) co_return fail(request.error());
    Result<JobReport> report = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
    const RestSession::Reader reader = [this, &report](net::HttpResponse& response) -> Result<void> {
        report = reportIn(response.body);
        if (!report) return fail(report.error());
        return {};
    };
    Result<void> read = co_await m_session->fetch(*request, m_object.name, reader, stop);
    if (read) co_return report;
    const int status = read.error().context.httpStatus;
    if (status != 404 && status != 410) co_return fail(read.error());
    JobReport gone;
    gone.phase = JobReport::Phase::Gone;
    co_return gone;
}

Task<Result<JobReport>> JobWatch::ended(QString job, StopToken stop)
{
    Clock& clock = m_session->clock();
    const auto started = clock.steady();
    seconds wait{m_spec.first};
    for (;;) {
        Result<JobReport> report = co_await look(job, stop);
        if (!report || report->phase != JobReport::Phase::Working) co_return report;
        const bool isPatient = clock.steady() - started < seconds{m_spec.patience};
        if (!isPatient || stop.stopRequested()) co_return report;
        const Result<void> slept = co_await sleepFor(clock, wait, stop);
        if (!slept) co_return fail(slept.error());
        wait = std::min(wait * 2, seconds{m_spec.longest});
    }
}

Result<net::HttpRequest> openingRequest(const RestSession& session, const RequestSpec& spec,
                                        const Json& members)
{
    RequestDraft draft(spec);
    for (const auto& [name, value] : members.toObject())
        draft.put(name, value);
    draft.addHeaders(session.manifest().headers);
    return draft.finish(session.variables());
}

Task<Result<QString>> openJobWith(std::shared_ptr<RestSession> session, QString object,
                                  net::HttpRequest request, QString idMember, StopToken stop)
{
    QString name;
    const RestSession::Reader reader = [&name, &idMember](net::HttpResponse& response) -> Result<void> {
        const Result<Json> json = answerOf(response.body);
        if (!json) return fail(json.error());
        name = (*json)[idMember].toText();
        if (name.isEmpty())
            return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"a job without a name"_s, {idMember});
        return {};
    };
    Result<void> opened = co_await session->fetch(std::move(request), object, reader, stop);
    if (!opened) co_return fail(opened.error());
    const QString made = name;
    co_return made;
}

} // namespace tieout::connectors
