#include "sandbox/salesforce/bulk/bulkingest.h"

#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kPollsToComplete = 2;
constexpr qsizetype kMaxHeldBytes = qsizetype(512) * 1024 * 1024;
constexpr qsizetype kMaxCell = 32'000;

QString errorText(const RowError& error)
{
    // "REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --"
    const QString fields = error.fields.join(u", ");
    return error.code + u':' + error.message + u':' + fields + (fields.isEmpty() ? u"--"_s : u" --"_s);
}

bool isRemoval(const QString& operation)
{
    return operation == u"delete" || operation == u"hardDelete";
}

} // namespace

Response BulkIngest::handle(const Request& request, const QStringList& rest, int version)
{
    if (rest.isEmpty()) {
        if (request.method == "POST") return open(request, version);
        if (request.method != "GET") return methodReply(request.method);
        return m_jobs.list([this](const Job& job) { return describe(job); });
    }
    const auto found = m_jobs.find(request, rest, version);
    if (!found) return found.error();
    return ofJob(request, **found, rest.mid(1));
}

Response BulkIngest::open(const Request& request, int version)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    static const QStringList kOperations{u"insert"_s, u"update"_s, u"upsert"_s, u"delete"_s, u"hardDelete"_s};
    Job job;
    if (auto refused = takeJob(job, *body, version, kOperations)) return *refused;
    job.object = m_organisation.schema().find((*body)[u"object"].toText());
    if (job.object < 0) {
        return errorReply(400, u"INVALIDJOB"_s,
                          u"InvalidJob : Unable to find object: "_s + (*body)[u"object"].toText());
    }
    const ObjectType& type = m_organisation.type(job.object);
    job.objectName = type.name;
    if (job.operation == u"upsert") {
        const QString key = (*body)[u"externalIdFieldName"].toText();
        job.key = type.lookUp(key);
        if (job.key < 0 || !type.field(job.key).idLookup) {
            return errorReply(400, u"INVALIDJOB"_s,
                              u"InvalidJob : Field name provided, "_s + key +
                                  u" does not match an External ID, Salesforce Id, or indexed field for "_s +
                                  type.name);
        }
    }
    const Job& kept = m_jobs.keep(std::move(job), m_organisation.now());
    return jsonReply(200, describe(kept).toBytes());
}

Response BulkIngest::ofJob(const Request& request, Job& job, const QStringList& rest)
{
    if (rest.isEmpty()) {
        if (request.method == "PATCH") return changeState(request, job);
        if (request.method != "GET") return methodReply(request.method);
        advance(job);
        return jsonReply(200, describe(job).toBytes());
    }
    if (rest.size() != 1) return notFoundReply();
    const QString what = rest.first().toLower();
    if (what == u"batches")
        return request.method == "PUT" ? upload(request, job) : methodReply(request.method);
    if (request.method != "GET") return methodReply(request.method);
    if (what == u"successfulresults") return results(job, Results::Successful);
    if (what == u"failedresults") return results(job, Results::Failed);
    return what == u"unprocessedrecords" ? results(job, Results::Unprocessed) : notFoundReply();
}

Response BulkIngest::upload(const Request& request, Job& job)
{
    if (job.state != BulkState::Open || job.uploaded)
        return jobStateReply(u"Data is taken once, while the job is open"_s);
    if (!headerValue(request.headers, "Content-Type").toLower().startsWith("text/csv"))
        return errorReply(415, u"UNSUPPORTED_MEDIA_TYPE"_s, u"The rows of a job are text/csv"_s);
    qsizetype held = request.body.size();
    for (const Job& other : m_jobs.all())
        held += other.data.size();
    if (held > kMaxHeldBytes)
        return errorReply(400, u"LIMIT_EXCEEDED"_s,
                          u"The practice company holds no more uploads: delete jobs that are over"_s);
    job.data = request.body;
    job.uploaded = true;
    return emptyReply(201);
}

Response BulkIngest::changeState(const Request& request, Job& job)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const QString state = (*body)[u"state"].toText();
    if (state == u"UploadComplete" && job.state == BulkState::Open)
        job.state = BulkState::UploadComplete;
    else if (state == u"Aborted" && !job.isOver())
        job.state = BulkState::Aborted;
    else
        return jobStateReply(u"The job cannot go to the state "_s + state);
    job.changed = m_organisation.now();
    return jsonReply(200, describe(job).toBytes());
}

Json BulkIngest::describe(const Job& job) const
{
    Json shown = describeJob(job, m_organisation, u"V2Ingest"_s);
    if (job.key >= 0)
        shown.set(u"externalIdFieldName"_s, m_organisation.type(job.object).field(job.key).name);
    if (job.state == BulkState::Open) {
        shown.set(u"contentUrl"_s, u"services/data/v"_s + QString::number(job.version) +
                                       u".0/jobs/ingest/"_s + QString::fromLatin1(job.id) + u"/batches"_s);
        return shown;
    }
    shown.set(u"numberRecordsFailed"_s, Json(job.failed));
    shown.set(u"apiActiveProcessingTime"_s, Json(0));
    shown.set(u"apexProcessingTime"_s, Json(0));
    return shown;
}

void BulkIngest::advance(Job& job)
{
    if (job.state != BulkState::UploadComplete && job.state != BulkState::InProgress) return;
    job.state = BulkState::InProgress;
    if (++job.polls < kPollsToComplete) return;
    process(job);
    job.changed = m_organisation.now();
}

void BulkIngest::process(Job& job)
{
    CsvReader reader(job.data, job.dialect);
    const bool hasHeader = reader.next(job.columns);
    job.fault = !reader.fault().isEmpty() ? reader.fault() : hasHeader ? columnFault(job) : QString();
    std::vector<QByteArray> cells;
    while (job.fault.isEmpty() && reader.next(cells)) {
        Outcome outcome;
        outcome.start = reader.start();
        const WriteResult written = write(job, cells);
        if (written.row != kNoRow)
            outcome.id = m_organisation.table(job.object).row(written.row).id.toString().toLatin1();
        outcome.created = written.created;
        if (!written.choices.empty())
            outcome.error = u"DUPLICATE_EXTERNAL_ID:External ID matches several records:--"_s;
        if (!written.errors.empty()) outcome.error = errorText(written.errors.front());
        ++job.processed;
        job.failed += qint64(!outcome.error.isEmpty());
        job.outcomes.push_back(std::move(outcome));
    }
    if (job.fault.isEmpty()) job.fault = reader.fault();
    job.state = job.fault.isEmpty() ? BulkState::JobComplete : BulkState::Failed;
}

QString BulkIngest::columnFault(const Job& job) const
{
    const ObjectType& type = m_organisation.type(job.object);
    QStringList names;
    for (const QByteArray& column : job.columns) {
        const QString name = QString::fromUtf8(column);
        const QString first = name.section(u'.', 0, 0);
        const bool known = name.contains(u'.') ? type.findRelationship(first) >= 0 : type.lookUp(name) >= 0;
        if (!known) return u"InvalidBatch : Field name not found : "_s + name;
        names.append(name.toLower());
    }
    const bool needsId = isRemoval(job.operation) || job.operation == u"update";
    const QString key = needsId ? u"Id"_s : job.key >= 0 ? type.field(job.key).name : QString();
    if (!key.isEmpty() && !names.contains(key.toLower()))
        return u"InvalidBatch : Field name not found : "_s + key;
    if (isRemoval(job.operation) && names.size() != 1)
        return u"InvalidBatch : A delete job takes the Id column only"_s;
    return {};
}

Json BulkIngest::fieldsOf(const Job& job, const std::vector<QByteArray>& cells)
{
    Json fields = Json::object();
    for (size_t i = 0; i < job.columns.size(); ++i) {
        if (cells[i].isEmpty()) continue; // left as it is
        const QString name = QString::fromUtf8(job.columns[i]);
        const Json value = cells[i] == "#N/A" ? Json() : Json(QString::fromUtf8(cells[i]));
        const QString field = name.section(u'.', 1);
        fields.set(name.section(u'.', 0, 0), field.isEmpty() ? value : Json::object({{field, value}}));
    }
    return fields;
}

WriteResult BulkIngest::write(const Job& job, const std::vector<QByteArray>& cells)
{
    const auto refused = [](const QString& code, const QString& message, const QStringList& fields = {}) {
        WriteResult result;
        result.errors.push_back({code, message, fields});
        return result;
    };
    if (cells.size() != job.columns.size())
        return refused(u"INVALID_CSV_ROW"_s, u"The number of columns does not match the header"_s);
    for (const QByteArray& cell : cells) {
        if (cell.size() > kMaxCell)
            return refused(u"STRING_TOO_LONG"_s, u"A cell is longer than 32,000 characters"_s);
    }
    Json fields = fieldsOf(job, cells);
    const auto take = [&](const QString& name) {
        for (const Json::Member& member : Json(fields).toObject()) {
            if (member.first.compare(name, Qt::CaseInsensitive) != 0) continue;
            QString value = member.second.toText();
            fields.remove(member.first);
            return value;
        }
        return QString();
    };
    const QString id = take(u"Id"_s);
    if (job.operation == u"insert") {
        if (!id.isEmpty())
            return refused(u"INVALID_FIELD_FOR_INSERT_UPDATE"_s, u"cannot specify Id in an insert call"_s,
                           {u"Id"_s});
        return m_writer.create(job.object, fields);
    }
    if (job.operation != u"upsert") return change(job, id, fields);
    const Field& key = m_organisation.type(job.object).field(job.key);
    if (key.storage == Storage::Id)
        return id.isEmpty() ? m_writer.create(job.object, fields) : change(job, id, fields);
    const QString name = key.name;
    const QString value = take(name);
    if (value.isEmpty()) return refused(u"MISSING_ARGUMENT"_s, name + u" not specified"_s);
    return m_writer.upsert(job.object, job.key, value, fields);
}

WriteResult BulkIngest::change(const Job& job, const QString& id, const Json& fields)
{
    WriteResult result;
    const auto row = m_writer.rowOf(job.object, id);
    if (!row) {
        const bool deleted = row.error().code == u"ENTITY_IS_DELETED";
        result.errors.push_back(
            deleted        ? row.error()
            : id.isEmpty() ? RowError{u"MISSING_ARGUMENT"_s, u"Id not specified"_s, {}}
                           : RowError{u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, {}});
        return result;
    }
    if (!isRemoval(job.operation)) return m_writer.update(job.object, *row, fields);
    result.row = *row;
    result.errors = job.operation == u"delete" ? m_writer.remove(job.object, *row)
                                               : m_writer.removeForGood(job.object, *row);
    return result;
}

Response BulkIngest::results(const Job& job, Results which) const
{
    if (!job.isOver()) return jobStateReply(u"The job is not complete"_s);
    std::vector<QByteArray> header = job.columns;
    if (which == Results::Successful) header.insert(header.begin(), {"sf__Id", "sf__Created"});
    if (which == Results::Failed) header.insert(header.begin(), {"sf__Id", "sf__Error"});
    QByteArray out;
    if (which == Results::Unprocessed) {
        // Aborted or failed: what was not worked off goes back as it came.
        if (job.state == BulkState::JobComplete) {
            appendCsvRecord(out, header, job.dialect);
            return csvReply(out);
        }
        const qsizetype from = job.outcomes.empty() ? 0 : job.outcomes.back().start;
        CsvReader reader(job.data, job.dialect, from);
        std::vector<QByteArray> cells;
        if (from > 0 && reader.next(cells)) appendCsvRecord(out, header, job.dialect);
        while (reader.next(cells))
            appendCsvRecord(out, cells, job.dialect);
        return csvReply(out);
    }
    appendCsvRecord(out, header, job.dialect);
    for (const Outcome& outcome : job.outcomes) {
        if (outcome.error.isEmpty() != (which == Results::Successful)) continue;
        std::vector<QByteArray> cells;
        CsvReader reader(job.data, job.dialect, outcome.start);
        if (!reader.next(cells)) continue;
        const QByteArray second = which == Results::Failed ? outcome.error.toUtf8()
                                  : outcome.created        ? QByteArray("true")
                                                           : QByteArray("false");
        cells.insert(cells.begin(), {outcome.id, second});
        appendCsvRecord(out, cells, job.dialect);
    }
    return csvReply(out);
}

} // namespace tieout::sandbox::salesforce
