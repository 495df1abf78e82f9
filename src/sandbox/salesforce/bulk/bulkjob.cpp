#include "sandbox/salesforce/bulk/bulkjob.h"

#include "base/json.h"
#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

QString stateName(BulkState state)
{
    static constexpr const char16_t* kNames[] = {u"Open",        u"UploadComplete", u"InProgress",
                                                 u"JobComplete", u"Aborted",        u"Failed"};
    return QString::fromUtf16(kNames[size_t(state)]);
}

QString stamp(Instant instant)
{
    return fragmentText(stampFragment(msSinceEpoch(instant)));
}

} // namespace

Json describeJob(const BulkJob& job, const Organisation& organisation, const QString& type)
{
    const qint64 took = msSinceEpoch(job.changed) - msSinceEpoch(job.created);
    Json shown = Json::object({
        {u"id"_s, QString::fromLatin1(job.id)},
        {u"operation"_s, job.operation},
        {u"object"_s, job.objectName},
        {u"createdById"_s, organisation.table(kUser).row(organisation.user()).id.toString()},
        {u"createdDate"_s, stamp(job.created)},
        {u"systemModstamp"_s, stamp(job.changed)},
        {u"state"_s, stateName(job.state)},
        {u"concurrencyMode"_s, u"Parallel"_s},
        {u"contentType"_s, u"CSV"_s},
        {u"apiVersion"_s, Json(Decimal::fromScaled(qint64(job.version) * 10, 1))},
        {u"jobType"_s, type},
        {u"lineEnding"_s, job.dialect.lineEndingName()},
        {u"columnDelimiter"_s, job.dialect.delimiterName()},
    });
    if (job.state == BulkState::Open) return shown;
    shown.set(u"numberRecordsProcessed"_s, Json(job.processed));
    shown.set(u"retries"_s, Json(0));
    shown.set(u"totalProcessingTime"_s, Json(took));
    if (!job.fault.isEmpty()) shown.set(u"errorMessage"_s, job.fault);
    return shown;
}

std::optional<Response> takeJob(BulkJob& job, const Json& asked, int version, const QStringList& operations)
{
    const QString content = asked[u"contentType"].toText(u"CSV"_s);
    const auto dialect = CsvDialect::named(asked[u"columnDelimiter"].toText(), asked[u"lineEnding"].toText());
    if (content != u"CSV")
        return errorReply(400, u"INVALIDJOB"_s, u"contentType is not supported: "_s + content);
    if (!dialect)
        return errorReply(400, u"INVALIDJOB"_s,
                          u"columnDelimiter or lineEnding is not one that is supported"_s);
    job.dialect = *dialect;
    job.version = version;
    job.operation = asked[u"operation"].toText();
    if (!operations.contains(job.operation))
        return errorReply(400, u"INVALIDJOB"_s, u"operation is not supported: "_s + job.operation);
    return {};
}

Response csvReply(QByteArray body)
{
    return bodyReply(200, "text/csv;charset=UTF-8", std::move(body));
}

Response jobStateReply(const QString& message)
{
    return errorReply(400, u"INVALIDJOBSTATE"_s, message);
}

Response wrongVersionReply(int version)
{
    return errorReply(409, u"API_ERROR"_s,
                      u"This job was created with version "_s + QString::number(version) +
                          u".0 of the API: use the same version"_s);
}

} // namespace tieout::sandbox::salesforce
