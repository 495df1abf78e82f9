#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 100'000;
constexpr int kMostBytes = 150'000'000;
constexpr int kMostPatience = 24 * 3600; ///< seconds

RequestSpec requestIn(StrictObject& in, QStringView name, Presence presence = Presence::Required)
{
    RequestSpec spec;
    in.object(name, presence, [&](StrictObject& request) { spec = readRequestSpec(request); });
    return spec;
}

JobStateSpec readState(StrictObject& in)
{
    JobStateSpec state;
    state.request = requestIn(in, u"request");
    state.field = in.text(u"field");
    state.open = in.texts(u"open");
    state.working = in.texts(u"working");
    state.done = in.texts(u"done");
    state.failed = in.texts(u"failed");
    state.message = in.text(u"message", {});
    state.processed = in.text(u"processed", {});
    state.refused = in.text(u"refused", {});
    state.first = qMax(1, in.integer(u"first", state.first));
    state.longest = qMax(state.first, in.integer(u"longest", state.longest));
    state.patience = qMax(state.longest, in.integer(u"patience", state.patience));
    if (state.patience > kMostPatience)
        in.fault(u"patience", u"at most %1 seconds belong here"_s.arg(kMostPatience));
    if (state.working.isEmpty() || state.done.isEmpty() || state.failed.isEmpty())
        in.fault(u"done", u"the words for working, done and failed belong here"_s);
    return state;
}

/// The body that opens a job: without members of its own it is still an object.
void makeOpen(RequestSpec& open)
{
    if (open.body.isNull()) open.body = Json::object({});
}

IngestSpec readIngest(StrictObject& in)
{
    IngestSpec spec;
    spec.open = requestIn(in, u"open");
    makeOpen(spec.open);
    spec.id = in.text(u"id", u"id"_s);
    spec.upload = requestIn(in, u"upload");
    spec.close = requestIn(in, u"close");
    spec.abort = requestIn(in, u"abort");
    in.object(u"state", Presence::Required, [&](StrictObject& state) { spec.state = readState(state); });
    in.object(u"results", Presence::Required, [&](StrictObject& results) {
        spec.written = requestIn(results, u"written");
        spec.refused = requestIn(results, u"refused");
        spec.unsent = requestIn(results, u"unsent");
        spec.idColumn = results.text(u"id");
        spec.errorColumn = results.text(u"error");
        spec.error = readPattern(results, u"errorPattern");
    });
    spec.empty = in.text(u"empty", {});
    return spec;
}

QueryJobSpec readQueryJob(StrictObject& in)
{
    QueryJobSpec spec;
    spec.open = requestIn(in, u"open");
    makeOpen(spec.open);
    spec.id = in.text(u"id", u"id"_s);
    spec.put = in.text(u"put");
    in.object(u"state", Presence::Required, [&](StrictObject& state) { spec.state = readState(state); });
    in.object(u"results", Presence::Required, [&](StrictObject& results) {
        spec.results = requestIn(results, u"request");
        spec.putSize = results.text(u"putSize", {});
        spec.size = results.integer(u"size", 0);
        if (spec.size > kMostRows) results.fault(u"size", u"at most %1 belong here"_s.arg(kMostRows));
        spec.putNext = results.text(u"putNext");
        spec.nextHeader = results.text(u"nextHeader");
        spec.lastWord = results.text(u"lastWord", {});
        spec.countHeader = results.text(u"countHeader", {});
    });
    return spec;
}

} // namespace

JobsSpec readJobsSpec(StrictObject& in)
{
    JobsSpec jobs;
    in.object(u"ingest", Presence::Optional, [&](StrictObject& part) { jobs.ingest = readIngest(part); });
    in.object(u"query", Presence::Optional, [&](StrictObject& part) { jobs.query = readQueryJob(part); });
    return jobs;
}

WriteJobSpec readWriteJobSpec(StrictObject& in)
{
    WriteJobSpec job;
    job.above = in.integer(u"above", 0);
    job.rows = in.integer(u"rows", 0);
    job.bytes = in.integer(u"bytes", 0);
    job.open = in.any(u"open");
    job.key = in.text(u"key");
    if (job.rows > kMostRows || job.bytes > kMostBytes)
        in.fault(u"rows",
                 u"at most %1 rows and %2 bytes: they are held in memory"_s.arg(kMostRows).arg(kMostBytes));
    if (job.rows <= job.above) in.fault(u"rows", u"a job of more rows than \"above\" belongs here"_s);
    if (job.bytes <= 0) in.fault(u"bytes", u"missing: how large may the text be?"_s);
    if (!job.open.isNull() && !job.open.isObject()) in.fault(u"open", u"an object belongs here"_s);
    return job;
}

ReadJobSpec readReadJobSpec(StrictObject& in)
{
    ReadJobSpec job;
    job.above = in.integer(u"above", 0);
    job.open = in.any(u"open");
    if (job.above <= 0) in.fault(u"above", u"missing: from how many records on?"_s);
    if (!job.open.isNull() && !job.open.isObject()) in.fault(u"open", u"an object belongs here"_s);
    return job;
}

} // namespace tieout::connectors
