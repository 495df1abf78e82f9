#include "connectors/rest/writing/writerequest.h"

#include "connectors/rest/reading/wirevalue.h"
#include "connectors/rest/writing/bodywriter.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kWriteDeadline{90};

net::Repeat repeatOf(const WriteSpec& spec)
{
    // A kept key is repeated by the session inside its window; the client must not do it outside.
    const bool isHarmless = spec.idempotency == WriteSpec::Idempotency::Natural ||
                            spec.idempotency == WriteSpec::Idempotency::Upsert;
    return isHarmless ? net::Repeat::Safe : net::Repeat::Never;
}

/// The version that a change is based on, as the system wants to hear it.
QString versionText(const VersionSpec& spec, const QString& version)
{
    const Result<Instant> instant = parseInstant(version);
    return instant ? wireInstant(*instant, spec.format) : version;
}

} // namespace

Variables writeVariables(const Variables& settings, const QList<WriteRow>& rows)
{
    Variables variables = settings;
    variables.remove(u"id"_s);
    QStringList ids;
    for (const WriteRow& row : rows)
        ids << row.targetId;
    variables.insert(u"ids"_s, ids.join(u','));
    if (rows.size() != 1) return variables;
    const WriteRow& row = rows.first();
    variables.insert(u"id"_s, row.targetId);
    variables.insert(u"key"_s, row.key);
    variables.insert(u"version"_s, row.targetVersion);
    if (row.target.isNull()) return variables;
    for (const QString& name : row.target.shape()->names())
        variables.insert(u"row."_s + name, row.target.value(name).toPlainText());
    return variables;
}

Result<net::HttpRequest> writeRequest(const Manifest& manifest, const ObjectSpec& object,
                                      const WriteSpec& spec, const PreparedWrite& write,
                                      const Variables& settings)
{
    RequestDraft draft(spec.request);
    draft.addHeaders(manifest.headers);
    Result<net::HttpRequest> request = draft.finish(writeVariables(settings, write.rows));
    if (!request) return request;
    request->body = writeBody(manifest, object, spec, write.operation, write.rows);
    if (!request->body.isEmpty()) request->contentType = "application/json; charset=utf-8";
    request->deadline = kWriteDeadline;
    request->repeat = repeatOf(spec);
    request->mayBeEmpty = spec.result.holds == WriteSpec::Holds::Nothing;
    const VersionSpec& version = object.version;
    const bool isChange = write.operation == Operation::Update || write.operation == Operation::Delete;
    if (isChange && !version.header.isEmpty() && write.rows.size() == 1 &&
        !write.rows.first().targetVersion.isEmpty())
        request->headers.append(
            {version.header.toLatin1(), versionText(version, write.rows.first().targetVersion).toUtf8()});
    return request;
}

} // namespace tieout::connectors
