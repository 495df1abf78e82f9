#include "sandbox/salesforce/records/recordservice.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/multipart.h"
#include "sandbox/salesforce/query/queryplan.h"
#include "sandbox/salesforce/replies.h"
#include "sandbox/salesforce/rules/preconditions.h"
#include "sandbox/salesforce/schema/describer.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kCreatedSince = 46;
constexpr qint64 kMinuteMs = 60'000;

constexpr size_t kMaxRecent = 200;
constexpr qsizetype kMaxChanges = 600'000;

/// Only accounts carry one.
QByteArray etagOf(int object, const Row& row)
{
    return object == kAccount ? '"' + QByteArray::number(row.stamp) + "--gzip\"" : QByteArray();
}

} // namespace

tl::expected<Json, Response> bodyObject(const Request& request)
{
    auto body = Json::parse(request.body);
    if (!body) {
        return tl::unexpected(
            errorReply(400, u"JSON_PARSER_ERROR"_s,
                       u"Unexpected character at [line:1, column:1]: "_s + body.error().text));
    }
    if (!body->isObject()) {
        return tl::unexpected(
            errorReply(400, u"JSON_PARSER_ERROR"_s,
                       u"The HTTP entity body must be a JSON object at [line:1, column:1]"_s));
    }
    return std::move(*body);
}

Response RecordService::handle(const Request& request, const QStringList& rest, const QByteArray& servicePath,
                               int version)
{
    m_writer.use(saveOptions(request));
    if (rest.isEmpty()) return everything(request, servicePath);
    const int object = m_organisation.schema().find(rest.first());
    if (object < 0) return notFoundReply();
    if (rest.size() == 1) return objectRoot(request, object, servicePath);
    if (rest.size() == 2 && rest[1] == u"describe") return describe(request, object, servicePath);
    if (rest.size() == 2 && (rest[1] == u"updated" || rest[1] == u"deleted"))
        return changes(request, object, rest[1] == u"deleted");
    if (rest.size() == 2) return one(request, object, rest[1], servicePath);
    const bool bytes = rest.size() == 3 && request.method == "GET" && hasBytes(object, rest[2]);
    if (bytes) return content(object, rest[1]);
    if (rest.size() == 3) return byExternalId(request, object, rest, servicePath, version);
    return notFoundReply();
}

Response RecordService::objectRoot(const Request& request, int object, const QByteArray& servicePath)
{
    if (request.method == "POST") return create(request, object, servicePath);
    if (request.method != "GET") return methodReply(request.method);
    return jsonReply(
        200, "{\"objectDescribe\":" + Describer(m_organisation, servicePath).summary(object).toBytes() +
                 ",\"recentItems\":" + recentItems(object, kMaxRecent, servicePath) + '}');
}

Response RecordService::everything(const Request& request, const QByteArray& servicePath) const
{
    if (request.method != "GET") return methodReply(request.method);
    const qint64 changed = m_organisation.schemaChanged();
    if (auto unchanged = preconditionReply(checkPreconditions(request, changed, {}))) return *unchanged;
    Response response = jsonReply(200, Describer(m_organisation, servicePath).everything().toBytes());
    response.headers.emplaceBack("Last-Modified", httpDate(changed));
    return response;
}

Response RecordService::recent(const Request& request, const QByteArray& servicePath) const
{
    if (request.method != "GET") return methodReply(request.method);
    bool good = false;
    const uint limit = request.queryValue(u"limit").toUInt(&good);
    return jsonReply(200, recentItems(-1, good ? limit : kMaxRecent, servicePath));
}

void RecordService::visit(const Request& request, int object, RowNumber row)
{
    if (headerValue(request.headers, "Sforce-Mru").toLower().contains("updatemru=false")) return;
    std::erase_if(m_recent, [&](const Visit& seen) { return seen.object == object && seen.row == row; });
    m_recent.push_front({object, row});
    if (m_recent.size() > kMaxRecent) m_recent.pop_back();
}

QByteArray RecordService::recentItems(int object, size_t most, const QByteArray& servicePath) const
{
    QByteArray out = "[";
    size_t count = 0;
    for (const Visit& seen : m_recent) {
        const Row& row = m_organisation.table(seen.object).row(seen.row);
        if ((object >= 0 && seen.object != object) || row.deleted || count == most) continue;
        RecordPrinter printer(m_organisation, seen.object, servicePath);
        printer.addField(m_organisation.type(seen.object).find(u"Id"));
        const int name = m_organisation.type(seen.object).nameField();
        if (name >= 0) printer.addField(name, u"Name"_s);
        if (count++ > 0) out.append(',');
        printer.print(out, seen.row, Deleted::Hidden);
    }
    return out + ']';
}

std::optional<Response> RecordService::unmet(const Request& request, int object, RowNumber row) const
{
    const Row& present = m_organisation.table(object).row(row);
    return preconditionReply(checkPreconditions(request, present.modified, etagOf(object, present)));
}

Response RecordService::describe(const Request& request, int object, const QByteArray& servicePath) const
{
    if (request.method != "GET") return methodReply(request.method);
    const qint64 changed = m_organisation.schemaChanged();
    if (auto unchanged = preconditionReply(checkPreconditions(request, changed, {}))) return *unchanged;
    Response response = jsonReply(200, Describer(m_organisation, servicePath).object(object).toBytes());
    response.headers.emplaceBack("Last-Modified", httpDate(changed));
    return response;
}

Response RecordService::create(const Request& request, int object, const QByteArray& servicePath)
{
    const auto body = isMultipart(request) ? bodyWithBytes(request) : bodyObject(request);
    if (!body) return body.error();
    const WriteResult result = m_writer.create(object, *body);
    if (!result.good()) return errorsReply(result.errors);
    visit(request, object, result.row);
    const Json answer = rowResult(m_organisation, object, result);
    Response response = jsonReply(201, answer.toBytes());
    response.headers.emplaceBack("Location", servicePath + "/sobjects/" +
                                                 m_organisation.type(object).name.toUtf8() + '/' +
                                                 answer[u"id"].toText().toLatin1());
    return response;
}

bool RecordService::hasBytes(int object, const QString& name) const
{
    const ObjectType& type = m_organisation.type(object);
    const int field = type.lookUp(name);
    return field >= 0 && type.field(field).type == FieldType::Base64;
}

Response RecordService::content(int object, const QString& id) const
{
    const auto row = m_writer.rowOf(object, id);
    if (!row) return errorsReply({row.error()});
    return bodyReply(
        200, "application/octetstream",
        QByteArray::fromBase64(fragmentText(m_organisation.cell(object, *row, u"VersionData")).toLatin1()));
}

Response RecordService::one(const Request& request, int object, const QString& id,
                            const QByteArray& servicePath)
{
    const auto row = m_writer.rowOf(object, id);
    if (!row) return errorsReply({row.error()});
    if (request.method == "GET") {
        if (auto reply = unmet(request, object, *row)) return *reply;
        visit(request, object, *row);
        return read(request, object, *row, servicePath);
    }
    if (request.method == "DELETE") {
        const std::vector<RowError> errors = m_writer.remove(object, *row);
        return errors.empty() ? emptyReply(204) : errorsReply(errors);
    }
    if (request.method != "PATCH" && request.method != "POST") return methodReply(request.method);
    const auto body = bodyObject(request);
    if (!body) return body.error();
    if (body->contains(u"Id")) {
        return errorsReply({{u"INVALID_FIELD"_s,
                             u"The Id field should not be specified in the sobject data."_s,
                             {u"Id"_s}}});
    }
    if (auto reply = unmet(request, object, *row)) return *reply;
    const WriteResult result = m_writer.update(object, *row, *body);
    if (result.good()) visit(request, object, *row);
    return result.good() ? emptyReply(204) : errorsReply(result.errors);
}

Response RecordService::read(const Request& request, int object, RowNumber row,
                             const QByteArray& servicePath) const
{
    const ObjectType& type = m_organisation.type(object);
    RecordPrinter printer(m_organisation, object, servicePath);
    const QStringList names = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    for (const QString& name : names) {
        const int field = type.lookUp(name.trimmed());
        if (field < 0) {
            return errorReply(400, u"INVALID_FIELD"_s,
                              u"No such column '"_s + name + u"' on sobject of type "_s + type.name);
        }
        printer.addField(field);
    }
    for (int field = 0; names.isEmpty() && field < int(type.fields.size()); ++field) {
        if (!type.field(field).hidden && !type.field(field).absent) printer.addField(field);
    }
    QByteArray body;
    printer.print(body, row, Deleted::Hidden);
    Response response = jsonReply(200, body);
    const Row& present = m_organisation.table(object).row(row);
    response.headers.emplaceBack("Last-Modified", httpDate(present.modified));
    const QByteArray etag = etagOf(object, present);
    if (!etag.isEmpty()) response.headers.emplaceBack("ETag", etag);
    return response;
}

Response RecordService::byExternalId(const Request& request, int object, const QStringList& rest,
                                     const QByteArray& servicePath, int version)
{
    const ObjectType& type = m_organisation.type(object);
    const int field = type.lookUp(rest[1]);
    if (field < 0 || !type.field(field).idLookup) {
        return errorReply(404, u"NOT_FOUND"_s,
                          u"Provided external ID field does not exist or is not accessible: "_s + rest[1]);
    }
    if (request.method == "GET" || request.method == "DELETE") {
        if (type.field(field).storage == Storage::Id) return one(request, object, rest[2], servicePath);
        const std::vector<RowNumber> rows = m_organisation.rowsWith(object, field, rest[2]);
        if (rows.empty()) return notFoundReply();
        if (rows.size() > 1) return severalFound(object, rows, servicePath);
        return one(request, object, m_organisation.table(object).row(rows.front()).id.toString(),
                   servicePath);
    }
    if (request.method != "PATCH") return methodReply(request.method);
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const WriteResult result = m_writer.upsert(object, field, rest[2], *body);
    if (!result.choices.empty()) return severalFound(object, result.choices, servicePath);
    if (!result.good()) return errorsReply(result.errors);
    if (!result.created && version < kCreatedSince) return emptyReply(204);
    Json answer = rowResult(m_organisation, object, result);
    if (version >= kCreatedSince) answer.set(u"created"_s, Json(result.created));
    return jsonReply(result.created ? 201 : 200, answer.toBytes());
}

Response RecordService::severalFound(int object, const std::vector<RowNumber>& rows,
                                     const QByteArray& servicePath) const
{
    Json urls = Json::array();
    for (const RowNumber row : rows) {
        urls.append(Json(QString::fromLatin1(servicePath) + u"/sobjects/"_s +
                         m_organisation.type(object).name + u'/' +
                         m_organisation.table(object).row(row).id.toString()));
    }
    return jsonReply(300, urls.toBytes());
}

Response RecordService::changes(const Request& request, int object, bool deletions) const
{
    const auto start = parseInstant(request.queryValue(u"start"));
    const auto end = parseInstant(request.queryValue(u"end"));
    const auto window = std::chrono::hours(24 * (deletions ? 15 : 30));
    if (!start || !end || *start >= *end || *start < m_organisation.now() - window) {
        return errorReply(400, u"INVALID_REPLICATION_DATE"_s,
                          !start || !end   ? u"start and end are required"_s
                          : *start >= *end ? u"startDate has to be before endDate"_s
                                           : u"startDate before org replication enabled date"_s);
    }
    const qint64 from = msSinceEpoch(*start) / kMinuteMs * kMinuteMs;
    // What is not committed yet is not covered: a client goes on from there.
    const qint64 covered = std::min(msSinceEpoch(*end), m_organisation.horizon());
    const qint64 to = covered / kMinuteMs * kMinuteMs;
    const Table& table = m_organisation.table(object);
    Json list = Json::array();
    for (const Table::Stamped& entry : table.byStamp()) {
        const Row& row = table.row(entry.row);
        if (row.stamp != entry.stamp || row.id.isNull() || row.stamp < from || row.stamp >= to ||
            row.deleted != deletions)
            continue;
        if (deletions) {
            list.append(Json::object(
                {{u"id"_s, row.id.toString()}, {u"deletedDate"_s, fragmentText(stampFragment(row.stamp))}}));
        } else {
            list.append(Json(row.id.toString()));
        }
    }
    if (list.size() > kMaxChanges) {
        return errorReply(400, u"EXCEEDED_ID_LIMIT"_s,
                          u"The time window holds more than 600,000 records: choose a shorter one"_s);
    }
    Json body = Json::object({{deletions ? u"deletedRecords"_s : u"ids"_s, list}});
    if (deletions)
        body.set(u"earliestDateAvailable"_s,
                 fragmentText(stampFragment(msSinceEpoch(m_organisation.now() - window))));
    const qint64 now = msSinceEpoch(m_organisation.now()) / kMinuteMs * kMinuteMs;
    body.set(u"latestDateCovered"_s, fragmentText(stampFragment(std::min(to, now))));
    return jsonReply(200, body.toBytes());
}

} // namespace tieout::sandbox::salesforce
