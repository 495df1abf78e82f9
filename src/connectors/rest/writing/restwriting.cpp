#include "connectors/rest/restconnector.h"

#include "base/ids.h"
#include "connectors/rest/filedesk.h"
#include "connectors/rest/jobs/ingestjob.h"
#include "connectors/rest/jobs/jobrows.h"
#include "connectors/rest/restsession.h"
#include "connectors/rest/writing/rowverdicts.h"
#include "connectors/rest/writing/writerequest.h"

// The writing half of the connector: calls, jobs, files.

namespace tieout::connectors {

using namespace Qt::StringLiterals;

const WriteSpec* RestConnector::writeSpec(const QString& object, Operation operation) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) return nullptr;
    const auto it = spec->writes.constFind(operation);
    return it == spec->writes.cend() ? nullptr : &*it;
}

int RestConnector::batchSize(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return spec ? spec->rows : 0;
}

std::chrono::seconds RestConnector::keyWindow(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return std::chrono::seconds{spec && spec->idempotency == WriteSpec::Idempotency::Header ? spec->keyWindow
                                                                                            : 0};
}

PreparedWrite RestConnector::prepare(QString object, Operation operation, QList<WriteRow> rows,
                                     QString idempotencyKey) const
{
    PreparedWrite write;
    write.object = std::move(object);
    write.operation = operation;
    write.rows = std::move(rows);
    return prepared(std::move(write), idempotencyKey);
}

PreparedWrite RestConnector::prepareAction(QString object, QString action, QList<WriteRow> rows,
                                           QString idempotencyKey) const
{
    PreparedWrite write;
    write.object = std::move(object);
    write.operation = Operation::Action;
    write.action = std::move(action);
    write.rows = std::move(rows);
    return prepared(std::move(write), idempotencyKey);
}

PreparedWrite RestConnector::prepared(PreparedWrite write, const QString& key) const
{
    const ObjectSpec* spec = m_session->manifest().object(write.object);
    const WriteSpec* how = writeSpecOf(m_session->manifest(), write);
    if (!how) return write;
    Result<net::HttpRequest> request =
        writeRequest(m_session->manifest(), *spec, *how, write, m_session->variables());
    if (!request) return write;
    if (how->idempotency == WriteSpec::Idempotency::Header && !key.isEmpty()) {
        write.idempotencyKey =
            key.size() <= how->keyLength ? key : sha256Hex(key.toUtf8()).left(how->keyLength);
        request->headers.append({how->keyHeader.toLatin1(), write.idempotencyKey.toUtf8()});
    }
    write.request = *request;
    const QByteArray line = net::verbName(write.request.verb) + ' ' + write.request.url.toEncoded() + '\n';
    write.requestHash = fingerprintHex({line, write.request.body});
    return write;
}

Task<Result<QList<model::RowOutcome>>> RestConnector::sendNow(PreparedWrite write, StopToken stop)
{
    const WriteSpec* how = writeSpecOf(m_session->manifest(), write);
    if (how->bytes > 0 && write.request.body.size() > how->bytes)
        co_return fail(ErrorKind::RowRejected, u"connector.body-too-large"_s, u"the batch is too large"_s,
                       {QString::number(write.request.body.size()), QString::number(how->bytes)});
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"stop.now"_s, u"stopped before sending"_s);
    const std::chrono::seconds window{write.idempotencyKey.isEmpty() ? 0 : how->keyWindow};
    Result<net::HttpResponse> response =
        co_await m_session->deliver(write.request, write.object, window, stop);
    if (response) co_return m_verdicts->read(write, *response);
    Error error = std::move(response.error());
    const VersionSpec& version = m_session->manifest().object(write.object)->version;
    if (version.conflictStatuses.contains(error.context.httpStatus) && write.operation != Operation::Create) {
        const QString label = m_session->manifest().object(write.object)->label;
        error.kind = ErrorKind::Conflict;
        error.code = u"connector.changed-meanwhile"_s;
        error.facts = {label};
    }
    co_return fail(std::move(error));
}

/// For systems that know no keys: what an earlier attempt has written already is not written again.
Task<Result<QList<model::RowOutcome>>> RestConnector::sendMissing(PreparedWrite write, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(write.object);
    QStringList keys;
    for (const WriteRow& row : std::as_const(write.rows))
        keys << row.key;
    Result<QList<TargetRecord>> present = co_await find(write.object, keys, stop);
    if (!present) co_return fail(present.error());
    QList<model::RowOutcome> outcomes(write.rows.size());
    QList<WriteRow> missing;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < write.rows.size(); ++i) {
        const auto found = std::find_if(present->cbegin(), present->cend(), [&](const TargetRecord& record) {
            return !record.externalKey.isEmpty() && record.externalKey == write.rows.at(i).key;
        });
        if (found == present->cend()) {
            missing.append(write.rows.at(i));
            places.append(i);
            continue;
        }
        outcomes[i].state = model::RowOutcome::State::Written;
        outcomes[i].targetId = found->id;
        outcomes[i].targetVersion = found->version;
        outcomes[i].targetNumber = found->number;
        outcomes[i].warnings = {u"%1 was there already"_s.arg(spec->label)};
    }
    if (missing.isEmpty()) co_return outcomes;
    if (missing.size() < write.rows.size()) write = prepare(write.object, write.operation, missing, {});
    Result<QList<model::RowOutcome>> sent = co_await sendNow(write, stop);
    if (!sent && missing.size() == outcomes.size()) co_return fail(sent.error());
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (sent) {
            outcomes[places.at(i)] = sent->at(i);
            continue;
        }
        model::RowOutcome& outcome = outcomes[places.at(i)];
        const bool isOpen = sent.error().kind == ErrorKind::Uncertain;
        outcome.state = isOpen ? model::RowOutcome::State::Uncertain : model::RowOutcome::State::Rejected;
        outcome.error = sent.error();
    }
    co_return outcomes;
}

Task<Result<QList<model::RowOutcome>>> RestConnector::send(PreparedWrite write, StopToken stop)
{
    const WriteSpec* how = writeSpecOf(m_session->manifest(), write);
    if (!how || write.request.url.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s,
                       u"cannot write "_s + write.object, {write.object});
    if (write.rows.isEmpty()) co_return QList<model::RowOutcome>();
    if (!write.job.isEmpty()) {
        IngestJob job(m_session, *m_session->manifest().object(write.object), *how);
        Result<QList<model::RowOutcome>> worked = co_await job.send(std::move(write), stop);
        co_return worked;
    }
    if (how->lookupBefore) {
        Result<QList<model::RowOutcome>> checked = co_await sendMissing(std::move(write), stop);
        co_return checked;
    }
    Result<QList<model::RowOutcome>> sent = co_await sendNow(std::move(write), stop);
    co_return sent;
}

JobSize RestConnector::jobSize(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return spec && spec->job ? JobSize{spec->job->above, spec->job->rows} : JobSize{};
}

std::optional<PreparedWrite> RestConnector::prepareJob(QString object, Operation operation,
                                                       QList<WriteRow> rows) const
{
    const Manifest& manifest = m_session->manifest();
    const WriteSpec* how = writeSpec(object, operation);
    if (!how || !how->job) return {};
    const ObjectSpec& spec = *manifest.object(object);
    std::optional<QByteArray> text = jobRows(manifest, spec, *how, operation, rows);
    if (!text) return {};
    const Result<net::HttpRequest> opening =
        openingRequest(*m_session, manifest.jobs.ingest->open, how->job->open);
    if (!opening) return {};
    PreparedWrite write;
    write.object = std::move(object);
    write.operation = operation;
    write.rows = std::move(rows);
    write.request = *opening;
    write.upload = std::move(*text);
    write.requestHash = fingerprintHex({opening->url.toEncoded(), opening->body, write.upload});
    return write;
}

Task<Result<PreparedWrite>> RestConnector::openJob(PreparedWrite write, StopToken stop)
{
    const WriteSpec* how = writeSpec(write.object, write.operation);
    IngestJob job(m_session, *m_session->manifest().object(write.object), *how);
    const Result<QString> opened = co_await job.open(stop);
    if (!opened) co_return fail(opened.error());
    write.job = *opened;
    write.idempotencyKey = jobKey(*opened);
    co_return write;
}

Task<Result<QList<model::RowOutcome>>> RestConnector::settleJob(QString object, Operation operation,
                                                                QString job, QList<WriteRow> rows,
                                                                StopToken stop)
{
    const WriteSpec* how = writeSpec(object, operation);
    if (!how || !how->job)
        co_return fail(ErrorKind::RemoteFault, u"connector.job-gone"_s, u"no jobs here"_s, {object});
    IngestJob begun(m_session, *m_session->manifest().object(object), *how);
    Result<QList<model::RowOutcome>> settled = co_await begun.settle(job, std::move(rows), stop);
    co_return settled;
}

FileAccess RestConnector::fileAccess(const QString& object) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || !spec->files) return {};
    return spec->files->access();
}

Task<Result<QList<AttachedFile>>> RestConnector::files(QString object, QString id, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) co_return fail(ErrorKind::BadConfig, u"connector.no-files"_s, object, {object});
    FileDesk desk(m_session, *spec);
    Result<QList<AttachedFile>> found = co_await desk.list(id, stop);
    co_return found;
}

Task<Result<QByteArray>> RestConnector::fetchFile(QString object, QString id, AttachedFile file,
                                                  StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) co_return fail(ErrorKind::BadConfig, u"connector.no-files"_s, object, {object});
    FileDesk desk(m_session, *spec);
    Result<QByteArray> bytes = co_await desk.fetch(id, file, stop);
    co_return bytes;
}

Task<Result<Attached>> RestConnector::attachFile(QString object, QString id, AttachedFile file,
                                                 QByteArray bytes, SameName sameName, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) co_return fail(ErrorKind::BadConfig, u"connector.no-files"_s, object, {object});
    FileDesk desk(m_session, *spec);
    Result<Attached> attached = co_await desk.attach(id, file, bytes, sameName, stop);
    co_return attached;
}

UnknownEnd RestConnector::onUnknown(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return spec && spec->holdUnknown ? UnknownEnd::Hold : UnknownEnd::Lookup;
}

} // namespace tieout::connectors
