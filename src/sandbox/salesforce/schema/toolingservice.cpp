#include "sandbox/salesforce/schema/toolingservice.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/replies.h"
#include "sandbox/salesforce/schema/describer.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kMaxExternalIds = 25;
constexpr int kMaxFields = 800;

struct Kind {
    const char16_t* name;
    int length; ///< 0: none; -1: as the metadata says
    FieldType type;
    bool measured;   ///< precision and scale come from the metadata
    bool identifies; ///< may be an external id
};

constexpr Kind kKinds[] = {
    {u"Text", -1, FieldType::Text, false, true},
    {u"TextArea", 255, FieldType::TextArea, false, false},
    {u"LongTextArea", -1, FieldType::TextArea, false, false},
    {u"Number", 0, FieldType::Number, true, true},
    {u"Currency", 0, FieldType::Currency, true, false},
    {u"Percent", 0, FieldType::Percent, true, false},
    {u"Checkbox", 0, FieldType::Boolean, false, false},
    {u"Date", 0, FieldType::Date, false, false},
    {u"DateTime", 0, FieldType::DateTime, false, false},
    {u"Email", 80, FieldType::Email, false, true},
    {u"Phone", 40, FieldType::Phone, false, false},
    {u"Url", 255, FieldType::Url, false, false},
    {u"Picklist", 255, FieldType::Picklist, false, false},
    {u"MultiselectPicklist", 4099, FieldType::MultiPicklist, false, false},
};

using Made = tl::expected<Field, RowError>;

tl::unexpected<RowError> refuse(const QString& code, const QString& message)
{
    return tl::unexpected(RowError{code, message, {u"FullName"_s}});
}

/// Rows that take part in a relationship cannot be made at run time here: lookups are refused.
Made fieldFrom(const QString& name, const Json& metadata)
{
    const QString typeName = metadata[u"type"].toText();
    const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const Kind& known) { return typeName == QStringView(known.name); });
    if (kind == std::end(kKinds))
        return refuse(u"INVALID_TYPE"_s, u"Cannot make a field of the type "_s + typeName);
    Field field;
    field.name = name;
    field.label = metadata[u"label"].toText(name.chopped(3));
    field.type = kind->type;
    field.length = kind->length >= 0 ? kind->length : int(metadata[u"length"].toInteger());
    if (kind->length < 0 && field.length <= 0)
        return refuse(u"REQUIRED_FIELD_MISSING"_s, u"Required fields are missing: [length]"_s);
    if (kind->measured) {
        field.precision = int(metadata[u"precision"].toInteger(18));
        field.scale = int(metadata[u"scale"].toInteger());
        if (field.precision > 18 || field.scale > field.precision)
            return refuse(u"NUMBER_OUTSIDE_VALID_RANGE"_s,
                          u"Precision and scale must not exceed 18 digits"_s);
    }
    field.externalId = metadata[u"externalId"].toBool();
    if (field.externalId && !kind->identifies)
        return refuse(u"FIELD_INTEGRITY_EXCEPTION"_s, u"This type of field cannot be an external ID"_s);
    field.idLookup = field.externalId;
    field.unique = metadata[u"unique"].toBool();
    field.nillable = !metadata[u"required"].toBool() && field.type != FieldType::Boolean;
    field.defaultedOnCreate = field.type == FieldType::Boolean;
    field.custom = true;
    const Json& set = metadata[u"valueSet"];
    field.restricted = set[u"restricted"].toBool();
    for (const Json& value : set[u"valueSetDefinition"][u"value"].toArray()) {
        field.picklist.append(value[u"fullName"].toText());
        if (value[u"default"].toBool()) field.defaultValue = field.picklist.back();
    }
    return field;
}

} // namespace

Response ToolingService::handle(const Request& request, const QStringList& rest,
                                const QByteArray& servicePath)
{
    m_organisation.listCustomFields();
    if (rest.value(0) == u"query")
        return m_queries.handle(request, rest.mid(1), servicePath, Deleted::Hidden, Surface::Tooling);
    return rest.value(0) == u"sobjects" ? records(request, rest.mid(1), servicePath) : notFoundReply();
}

Response ToolingService::records(const Request& request, const QStringList& rest,
                                 const QByteArray& servicePath)
{
    const Describer describer(m_organisation, servicePath);
    if (rest.isEmpty()) {
        if (request.method != "GET") return methodReply(request.method);
        return jsonReply(200, describer.everything(Surface::Tooling).toBytes());
    }
    const int object = m_organisation.schema().findTooling(rest.first());
    if (object != kCustomField || rest.size() > 2) return notFoundReply();
    if (rest.size() == 1) {
        if (request.method == "POST") return createField(request);
        if (request.method != "GET") return methodReply(request.method);
        return jsonReply(200, Json::object({{u"objectDescribe"_s, describer.summary(object)},
                                            {u"recentItems"_s, Json::array()}})
                                  .toBytes());
    }
    if (rest[1] == u"describe") return jsonReply(200, describer.object(object).toBytes());
    return oneField(request, rest[1], servicePath);
}

Response ToolingService::createField(const Request& request)
{
    const auto body = bodyObject(request);
    if (!body) return body.error();
    const QString fullName = (*body)[u"FullName"].toText();
    const QString name = fullName.section(u'.', 1);
    const int object = m_organisation.schema().find(fullName.section(u'.', 0, 0));
    const bool named = name.endsWith(u"__c") && name.size() > 3 && name.size() <= 43;
    if (object < 0 || !named)
        return errorsReply(
            {{u"INVALID_FIELD"_s, u"Not a name for a custom field: "_s + fullName, {u"FullName"_s}}});
    const ObjectType& type = m_organisation.type(object);
    const int known = type.find(name);
    if (known >= 0 && !type.field(known).absent) {
        return errorsReply(
            {{u"DUPLICATE_DEVELOPER_NAME"_s,
              u"There is already a field named "_s + name.chopped(3) + u" on "_s + type.label + u'.',
              {u"FullName"_s}}});
    }
    auto field = fieldFrom(name, (*body)[u"Metadata"]);
    if (!field) return errorsReply({field.error()});
    const auto externalIds = std::count_if(type.fields.begin(), type.fields.end(),
                                           [](const Field& one) { return one.externalId && !one.absent; });
    if (int(type.fields.size()) >= kMaxFields || (field->externalId && externalIds >= kMaxExternalIds))
        return errorsReply(
            {{u"LIMIT_EXCEEDED"_s, u"The object has as many of these fields as it may have"_s, {}}});
    // Nobody sees it until a permission set says so.
    field->governed = true;
    field->hidden = true;
    m_organisation.addCustomField(object, std::move(*field));
    m_organisation.applyFieldPermissions();
    m_organisation.listCustomFields();
    const QString folded = type.name + u'.' + name;
    const std::vector<RowNumber> rows =
        m_organisation.rowsWith(kCustomField, m_organisation.type(kCustomField).find(u"FullName"), folded);
    const QString id =
        rows.empty() ? QString() : m_organisation.table(kCustomField).row(rows.back()).id.toString();
    const Json answer = Json::object({{u"id"_s, id},
                                      {u"success"_s, Json(true)},
                                      {u"errors"_s, Json::array()},
                                      {u"warnings"_s, Json::array()},
                                      {u"infos"_s, Json::array()}});
    return jsonReply(201, answer.toBytes());
}

Response ToolingService::oneField(const Request& request, const QString& id, const QByteArray& servicePath)
{
    const auto row = RecordWriter(m_organisation).rowOf(kCustomField, id);
    if (!row) return errorsReply({row.error()});
    if (request.method == "DELETE") return removeField(*row);
    if (request.method != "GET") return methodReply(request.method);
    RecordPrinter printer(m_organisation, kCustomField, servicePath);
    for (int field = 0; field < int(m_organisation.type(kCustomField).fields.size()); ++field)
        printer.addField(field);
    QByteArray body;
    printer.print(body, *row, Deleted::Hidden);
    return jsonReply(200, body);
}

Response ToolingService::removeField(RowNumber row)
{
    const QString fullName = fragmentText(m_organisation.cell(kCustomField, row, u"FullName"));
    const int object = m_organisation.schema().find(fullName.section(u'.', 0, 0));
    const int field = object < 0 ? -1 : m_organisation.type(object).find(fullName.section(u'.', 1));
    if (field < 0) return notFoundReply();
    m_organisation.editSchema().editObject(object).fields[size_t(field)].absent = true;
    m_organisation.remove(kCustomField, row);
    return emptyReply(204);
}

} // namespace tieout::sandbox::salesforce
