#include "connectors/schemajson.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

constexpr int kDeepest = 8;

void setFlag(Json& json, const QString& name, bool value, bool usual)
{
    if (value != usual) json.set(name, value);
}

void setText(Json& json, const QString& name, const QString& value)
{
    if (!value.isEmpty()) json.set(name, value);
}

Json fieldsJson(const QList<Field>& fields)
{
    Json list = Json::array();
    for (const Field& field : fields) {
        Json json = Json::object({{u"name"_s, field.name}, {u"type"_s, fieldTypeName(field.type)}});
        setText(json, u"label"_s, field.label);
        setFlag(json, u"requiredOnCreate"_s, field.requiredOnCreate, false);
        setFlag(json, u"readOnly"_s, field.readOnly, false);
        setFlag(json, u"createOnly"_s, field.createOnly, false);
        setFlag(json, u"nullable"_s, field.nullable, true);
        setFlag(json, u"custom"_s, field.custom, false);
        if (field.maxLength != 0) json.set(u"maxLength"_s, field.maxLength);
        if (field.decimals != -1) json.set(u"decimals"_s, field.decimals);
        for (const QString& value : field.values)
            json.member(u"values"_s).append(value);
        setText(json, u"ref"_s, field.ref);
        if (!field.fields.isEmpty()) json.set(u"fields"_s, fieldsJson(field.fields));
        list.append(json);
    }
    return list;
}

bool readFields(const Json& json, QList<Field>& fields, int depth)
{
    if (depth > kDeepest) return false;
    for (const Json& item : json.toArray()) {
        const auto type = model::fieldTypeFromName(item[u"type"].toText());
        if (!type || item[u"name"].toText().isEmpty()) return false;
        Field field;
        field.name = item[u"name"].toText();
        field.type = *type;
        field.label = item[u"label"].toText();
        field.requiredOnCreate = item[u"requiredOnCreate"].toBool();
        field.readOnly = item[u"readOnly"].toBool();
        field.createOnly = item[u"createOnly"].toBool();
        field.nullable = item[u"nullable"].toBool(true);
        field.custom = item[u"custom"].toBool();
        field.maxLength = int(item[u"maxLength"].toInteger());
        field.decimals = int(item[u"decimals"].toInteger(-1));
        for (const Json& value : item[u"values"].toArray())
            field.values << value.toText();
        field.ref = item[u"ref"].toText();
        if (!readFields(item[u"fields"], field.fields, depth + 1)) return false;
        fields.append(field);
    }
    return true;
}

} // namespace

Json toJson(const model::ObjectSchema& schema)
{
    return Json::object({{u"name"_s, schema.name},
                         {u"label"_s, schema.label},
                         {u"labelPlural"_s, schema.labelPlural},
                         {u"readable"_s, schema.readable},
                         {u"creatable"_s, schema.creatable},
                         {u"updatable"_s, schema.updatable},
                         {u"fields"_s, fieldsJson(schema.fields)}});
}

Result<model::ObjectSchema> schemaFromJson(const Json& json)
{
    model::ObjectSchema schema;
    schema.name = json[u"name"].toText();
    schema.label = json[u"label"].toText();
    schema.labelPlural = json[u"labelPlural"].toText();
    schema.readable = json[u"readable"].toBool();
    schema.creatable = json[u"creatable"].toBool();
    schema.updatable = json[u"updatable"].toBool();
    if (schema.name.isEmpty() || !readFields(json[u"fields"], schema.fields, 0))
        return fail(ErrorKind::LocalFault, u"schema.syntax"_s, u"not a kept schema"_s);
    return schema;
}

} // namespace tieout::connectors
