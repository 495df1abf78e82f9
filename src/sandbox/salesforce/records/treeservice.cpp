#include "sandbox/salesforce/records/treeservice.h"

#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qsizetype kMaxRows = 200;
constexpr int kMaxDepth = 5;
constexpr qsizetype kMaxObjects = 5;

Json failed(const QString& reference, const std::vector<RowError>& errors)
{
    Json list = Json::array();
    for (const RowError& error : errors) {
        Json fields = Json::array();
        for (const QString& field : error.fields)
            fields.append(Json(field));
        list.append(Json::object(
            {{u"statusCode"_s, error.code}, {u"message"_s, error.message}, {u"fields"_s, fields}}));
    }
    return Json::object({{u"referenceId"_s, reference}, {u"errors"_s, list}});
}

} // namespace

Response TreeService::create(const Request& request, const QString& objectName)
{
    const int object = m_organisation.schema().find(objectName);
    if (object < 0) return notFoundReply();
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const Json& records = (*body)[u"records"];
    if (!records.isArray() || records.size() == 0)
        return errorReply(400, u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [records]"_s);
    m_writer.use(saveOptions(request));
    const size_t mark = m_organisation.begin();
    Growth growth;
    grow(growth, object, records, {}, 1);
    const bool good = growth.errors.size() == 0;
    if (good)
        m_organisation.commit();
    else
        m_organisation.rollback(mark);
    const Json answer =
        Json::object({{u"hasErrors"_s, Json(!good)}, {u"results"_s, good ? growth.results : growth.errors}});
    return jsonReply(good ? 201 : 400, answer.toBytes());
}

void TreeService::grow(Growth& growth, int object, const Json& records,
                       const std::pair<QString, QString>& link, int depth)
{
    growth.objects.insert(object);
    const auto refuse = [&](const QString& message) {
        growth.errors.append(failed({}, {{u"INVALID_INPUT"_s, message, {}}}));
    };
    if (depth > kMaxDepth) return refuse(u"The tree has too many levels. The limit is 5."_s);
    if (growth.objects.size() > kMaxObjects) return refuse(u"The tree has too many types. The limit is 5."_s);
    for (const Json& record : records.toArray()) {
        if (++growth.rows > kMaxRows) return refuse(u"The tree has too many records. The limit is 200."_s);
        growOne(growth, object, record, link, depth);
    }
}

void TreeService::growOne(Growth& growth, int object, const Json& record,
                          const std::pair<QString, QString>& link, int depth)
{
    const QString reference = record[u"attributes"][u"referenceId"].toText();
    const QString type = record[u"attributes"][u"type"].toText();
    if (reference.isEmpty() || growth.references.contains(reference)) {
        growth.errors.append(failed(
            reference, {{u"INVALID_INPUT"_s, u"Include a unique reference ID for each record."_s, {}}}));
        return;
    }
    growth.references.insert(reference);
    if (type.compare(m_organisation.type(object).name, Qt::CaseInsensitive) != 0) {
        growth.errors.append(
            failed(reference,
                   {{u"INVALID_INPUT"_s, u"The type does not match its place in the tree: "_s + type, {}}}));
        return;
    }
    Json fields = Json::object();
    std::vector<std::pair<const ChildRelationship*, const Json*>> branches;
    for (const Json::Member& member : record.toObject()) {
        const ChildRelationship* const child =
            member.second[u"records"].isArray() ? childNamed(object, member.first) : nullptr;
        if (child)
            branches.emplace_back(child, &member.second[u"records"]);
        else
            fields.set(member.first, member.second);
    }
    if (!link.first.isEmpty()) fields.set(link.first, link.second);
    const WriteResult result = m_writer.create(object, fields);
    if (!result.good()) {
        growth.errors.append(failed(reference, result.errors));
        return;
    }
    const QString id = m_organisation.table(object).row(result.row).id.toString();
    growth.results.append(Json::object({{u"referenceId"_s, reference}, {u"id"_s, id}}));
    for (const auto& [child, children] : branches) {
        const QString field = m_organisation.type(child->object).field(child->field).name;
        grow(growth, child->object, *children, {field, id}, depth + 1);
    }
}

const ChildRelationship* TreeService::childNamed(int object, const QString& name) const
{
    for (const ChildRelationship& child : m_organisation.type(object).children) {
        if (child.name.compare(name, Qt::CaseInsensitive) == 0 && !m_organisation.type(child.object).absent)
            return &child;
    }
    return nullptr;
}

} // namespace tieout::sandbox::salesforce
