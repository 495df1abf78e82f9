#include "sandbox/salesforce/records/collectionservice.h"

#include "sandbox/salesforce/query/queryplan.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qsizetype kMaxRows = 200;
constexpr qsizetype kMaxReadRows = 2000;
constexpr int kMaxTypeRuns = 10;

Response tooManyRows(qsizetype limit)
{
    return errorReply(400, u"INVALID_INPUT"_s,
                      u"exceeded the number of records allowed in the request: "_s + QString::number(limit));
}

/// Rows of different objects are worked off in runs; their number is limited.
int typeRuns(const Json& rows)
{
    int runs = 0;
    QString last;
    for (const Json& row : rows.toArray()) {
        const QString type = row[u"attributes"][u"type"].toText();
        runs += int(runs == 0 || type != last);
        last = type;
    }
    return runs;
}

} // namespace

Response CollectionService::handle(const Request& request, const QStringList& rest,
                                   const QByteArray& servicePath)
{
    m_writer.use(saveOptions(request));
    if (rest.isEmpty()) {
        if (request.method == "POST")
            return writeRows(
                request, [this](const Json& row) { return createRow(row); }, Created::Untold);
        if (request.method == "PATCH")
            return writeRows(
                request, [this](const Json& row) { return updateRow(row); }, Created::Untold);
        if (request.method == "DELETE") return removeRows(request);
        return methodReply(request.method);
    }
    const int object = m_organisation.schema().find(rest.first());
    if (object < 0) return notFoundReply();
    if (rest.size() == 1 && (request.method == "GET" || request.method == "POST"))
        return readRows(request, object, servicePath);
    if (rest.size() != 2 || request.method != "PATCH") return methodReply(request.method);
    const int field = m_organisation.type(object).lookUp(rest[1]);
    if (field < 0 || !m_organisation.type(object).field(field).idLookup) {
        return errorReply(400, u"INVALID_FIELD"_s,
                          u"Provided external ID field does not exist or is not accessible: "_s + rest[1]);
    }
    return writeRows(
        request, [this, object, field](const Json& row) { return upsertRow(row, object, field); },
        Created::Told);
}

Response CollectionService::writeRows(const Request& request, const WriteRow& write, Created created)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const Json& rows = (*body)[u"records"];
    if (!rows.isArray() || rows.size() == 0)
        return errorReply(400, u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [records]"_s);
    if (rows.size() > kMaxRows) return tooManyRows(kMaxRows);
    if (typeRuns(rows) > kMaxTypeRuns) {
        return errorReply(
            400, u"LIMIT_EXCEEDED"_s,
            u"Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce "
            "chunking."_s);
    }
    const bool allOrNone = (*body)[u"allOrNone"].toBool();
    const auto mark = allOrNone ? std::optional(m_organisation.begin()) : std::nullopt;
    std::vector<Outcome> outcomes;
    for (const Json& row : rows.toArray())
        outcomes.push_back(write(row));
    return answer(outcomes, mark, created);
}

Response CollectionService::removeRows(const Request& request)
{
    const QStringList ids = request.queryValue(u"ids").split(u',', Qt::SkipEmptyParts);
    if (ids.size() > kMaxRows) return tooManyRows(kMaxRows);
    const bool allOrNone = request.queryValue(u"allOrNone") == u"true";
    const auto mark = allOrNone ? std::optional(m_organisation.begin()) : std::nullopt;
    std::vector<Outcome> outcomes;
    for (const QString& id : ids)
        outcomes.push_back(removeRow(id));
    return answer(outcomes, mark, Created::Untold);
}

Response CollectionService::readRows(const Request& request, int object, const QByteArray& servicePath) const
{
    QStringList ids = request.queryValue(u"ids").split(u',', Qt::SkipEmptyParts);
    QStringList fields = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    if (request.method == "POST") {
        const auto body = bodyObject(request);
        if (!body) return body.error();
        for (const Json& id : (*body)[u"ids"].toArray())
            ids.append(id.toText());
        for (const Json& field : (*body)[u"fields"].toArray())
            fields.append(field.toText());
    }
    if (ids.size() > kMaxReadRows) return tooManyRows(kMaxReadRows);
    RecordPrinter printer(m_organisation, object, servicePath);
    for (const QString& name : fields) {
        const int field = m_organisation.type(object).lookUp(name);
        if (field < 0) {
            return errorReply(400, u"INVALID_FIELD"_s,
                              u"No such column '"_s + name + u"' on sobject of type "_s +
                                  m_organisation.type(object).name);
        }
        printer.addField(field);
    }
    QByteArray out = "[";
    for (const QString& id : ids) {
        if (out.size() > 1) out.append(',');
        if (const auto row = m_writer.rowOf(object, id))
            printer.print(out, *row, Deleted::Hidden);
        else
            out.append("null");
    }
    return jsonReply(200, out + ']');
}

Response CollectionService::answer(const std::vector<Outcome>& outcomes, std::optional<size_t> mark,
                                   Created created)
{
    const bool anyFailed = std::any_of(outcomes.begin(), outcomes.end(),
                                       [](const Outcome& outcome) { return !outcome.result.good(); });
    const bool rolledBack = mark && anyFailed;
    Json list = Json::array();
    for (const Outcome& outcome : outcomes) {
        WriteResult result = outcome.result;
        if (rolledBack && result.good()) {
            result.errors.push_back(
                {u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s,
                 u"Record rolled back because not all records were valid and the request was "
                 "using AllOrNone header"_s,
                 {}});
        }
        if (!result.choices.empty())
            result.errors.push_back(
                {u"DUPLICATE_EXTERNAL_ID"_s, u"External ID matches several records"_s, {}});
        Json row = rowResult(m_organisation, outcome.object, result);
        if (created == Created::Told && result.good()) row.set(u"created"_s, Json(result.created));
        list.append(row);
    }
    if (rolledBack)
        m_organisation.rollback(*mark);
    else if (mark)
        m_organisation.commit();
    return jsonReply(200, list.toBytes());
}

CollectionService::Outcome CollectionService::createRow(const Json& row)
{
    Outcome outcome;
    outcome.object = objectOf(row, outcome);
    if (outcome.object >= 0) outcome.result = m_writer.create(outcome.object, row);
    return outcome;
}

CollectionService::Outcome CollectionService::updateRow(const Json& row)
{
    Outcome outcome;
    outcome.object = objectOf(row, outcome);
    if (outcome.object < 0) return outcome;
    QString id = row[u"id"].toText();
    if (id.isEmpty()) id = row[u"Id"].toText();
    if (id.isEmpty()) {
        outcome.result.errors.push_back(
            {u"MISSING_ARGUMENT"_s, u"Id not specified in an update call"_s, {u"Id"_s}});
        return outcome;
    }
    const auto found = m_writer.rowOf(outcome.object, id);
    if (!found) {
        RowError error = found.error();
        if (error.code == u"NOT_FOUND")
            error = {u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, {u"Id"_s}};
        outcome.result.errors.push_back(error);
        return outcome;
    }
    outcome.result = m_writer.update(outcome.object, *found, row);
    return outcome;
}

CollectionService::Outcome CollectionService::upsertRow(const Json& row, int object, int field)
{
    Outcome outcome;
    outcome.object = objectOf(row, outcome);
    if (outcome.object < 0) return outcome;
    const QString name = m_organisation.type(object).field(field).name;
    if (outcome.object != object) {
        outcome.result.errors.push_back(
            {u"INVALID_TYPE"_s, u"Record type does not match the resource"_s, {}});
        return outcome;
    }
    Json rest = row;
    QString value;
    for (const Json::Member& member : row.toObject()) {
        if (member.first.compare(name, Qt::CaseInsensitive) == 0) {
            value = member.second.toText();
            rest = Json(row.toObject());
            rest.remove(member.first);
            break;
        }
    }
    if (value.isEmpty()) {
        if (name == u"Id") {
            outcome.result = m_writer.create(object, rest);
            return outcome;
        }
        outcome.result.errors.push_back({u"MISSING_ARGUMENT"_s, name + u" not specified"_s, {}});
        return outcome;
    }
    outcome.result = m_writer.upsert(object, field, value, rest);
    return outcome;
}

CollectionService::Outcome CollectionService::removeRow(const QString& id)
{
    Outcome outcome;
    const auto parsed = RecordId::parse(id);
    outcome.object = parsed ? m_organisation.schema().objectByPrefix(parsed->prefix()) : -1;
    if (outcome.object < 0) {
        outcome.object = 0;
        outcome.result.errors.push_back({u"MALFORMED_ID"_s, u"bad id "_s + id, {u"Id"_s}});
        return outcome;
    }
    const auto row = m_writer.rowOf(outcome.object, id);
    if (!row) {
        outcome.result.errors.push_back(row.error());
        return outcome;
    }
    outcome.result.row = *row;
    outcome.result.errors = m_writer.remove(outcome.object, *row);
    return outcome;
}

int CollectionService::objectOf(const Json& row, Outcome& outcome) const
{
    const QString type = row[u"attributes"][u"type"].toText();
    const int object = type.isEmpty() ? -1 : m_organisation.schema().find(type);
    if (object < 0) {
        outcome.result.errors.push_back({u"INVALID_TYPE"_s,
                                         type.isEmpty()
                                             ? u"Each record needs attributes.type"_s
                                             : u"sObject type '"_s + type + u"' is not supported."_s,
                                         {}});
    }
    return object;
}

} // namespace tieout::sandbox::salesforce
