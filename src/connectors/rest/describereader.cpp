#include "connectors/rest/describereader.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

struct WireType {
    QStringView name;
    FieldType type;
};

constexpr WireType kTypes[] = {
    {u"boolean", FieldType::Boolean}, {u"currency", FieldType::Money},   {u"double", FieldType::Number},
    {u"percent", FieldType::Number},  {u"int", FieldType::Number},       {u"long", FieldType::Number},
    {u"date", FieldType::Date},       {u"datetime", FieldType::Instant}, {u"picklist", FieldType::Enum},
    {u"id", FieldType::Id},           {u"reference", FieldType::Id},
};

/// Compound values and files cannot be selected as plain fields.
bool isSelectable(QStringView type)
{
    return type != u"address" && type != u"location" && type != u"complexvalue" && type != u"base64" &&
           type != u"anyType";
}

FieldType typeOf(QStringView name)
{
    for (const WireType& known : kTypes) {
        if (known.name == name) return known.type;
    }
    return FieldType::Text;
}

Field readField(const Json& json, const QString& wireType)
{
    Field field;
    field.name = json[u"name"].toText();
    field.label = json[u"label"].toText(field.name);
    field.type = typeOf(wireType);
    const bool creatable = json[u"createable"].toBool();
    const bool updatable = json[u"updateable"].toBool();
    field.nullable = json[u"nillable"].toBool(true);
    field.requiredOnCreate = creatable && !field.nullable && !json[u"defaultedOnCreate"].toBool();
    field.readOnly = !creatable && !updatable;
    field.createOnly = creatable && !updatable;
    field.custom = json[u"custom"].toBool();
    if (field.type == FieldType::Number || field.type == FieldType::Money)
        field.decimals = int(json[u"scale"].toInteger(wireType == u"int" || wireType == u"long" ? 0 : -1));
    else if (field.type == FieldType::Text || field.type == FieldType::Enum)
        field.maxLength = int(json[u"length"].toInteger());
    if (json[u"restrictedPicklist"].toBool()) {
        for (const Json& value : json[u"picklistValues"].toArray()) {
            if (value[u"active"].toBool(true)) field.values << value[u"value"].toText();
        }
    }
    if (wireType == u"reference") field.ref = json[u"referenceTo"].at(0).toText();
    return field;
}

void readRelation(const Json& json, DescribedObject& object)
{
    const QString name = json[u"relationshipName"].toText();
    const QString target = json[u"referenceTo"].at(0).toText();
    if (name.isEmpty() || target.isEmpty()) return;
    QString label = json[u"label"].toText(name);
    if (label.endsWith(u" ID", Qt::CaseInsensitive)) label.chop(3);
    object.relations.insert(name, {target, label, false});
}

Field* fieldNamed(QList<Field>& fields, const QString& name)
{
    for (Field& field : fields) {
        if (field.name == name) return &field;
    }
    return nullptr;
}

/// Nests one relation path below `fields`, which belong to `object`.
void nest(QList<Field>& fields, const QString& object, QStringList path,
          const QHash<QString, DescribedObject>& known, QStringList& missing)
{
    if (path.isEmpty()) return;
    const auto described = known.constFind(object);
    if (described == known.cend()) return;
    const QString name = path.takeFirst();
    const auto relation = described->relations.constFind(name);
    if (relation == described->relations.cend()) return;
    Field* field = fieldNamed(fields, name);
    if (!field) {
        const auto target = known.constFind(relation->object);
        if (target == known.cend()) {
            if (!missing.contains(relation->object)) missing << relation->object;
            return;
        }
        Field nested;
        nested.name = name;
        nested.label = relation->isList ? target->schema.labelPlural : relation->label;
        nested.type = relation->isList ? FieldType::List : FieldType::Record;
        nested.readOnly = true;
        nested.ref = relation->object;
        nested.fields = target->schema.fields;
        fields.append(nested);
        field = &fields.last();
    }
    nest(field->fields, relation->object, path, known, missing);
}

} // namespace

Result<DescribedObject> describedObject(const Json& answer)
{
    DescribedObject object;
    object.schema.name = answer[u"name"].toText();
    if (object.schema.name.isEmpty() || answer[u"fields"].toArray().isEmpty())
        return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"a description without fields"_s,
                    {u"fields"_s});
    object.schema.label = answer[u"label"].toText(object.schema.name);
    object.schema.labelPlural = answer[u"labelPlural"].toText(object.schema.label);
    object.schema.readable = answer[u"queryable"].toBool(true);
    object.schema.creatable = answer[u"createable"].toBool();
    object.schema.updatable = answer[u"updateable"].toBool();
    for (const Json& json : answer[u"fields"].toArray()) {
        const QString type = json[u"type"].toText();
        if (json[u"name"].toText().isEmpty() || !isSelectable(type)) continue;
        object.schema.fields.append(readField(json, type));
        if (type == u"reference") readRelation(json, object);
    }
    for (const Json& json : answer[u"childRelationships"].toArray()) {
        const QString name = json[u"relationshipName"].toText();
        if (!name.isEmpty()) object.relations.insert(name, {json[u"childSObject"].toText(), name, true});
    }
    return object;
}

model::ObjectSchema composedSchema(const QString& object, const QStringList& relations,
                                   const QHash<QString, DescribedObject>& known, QStringList& missing)
{
    const auto described = known.constFind(object);
    if (described == known.cend()) {
        missing << object;
        return {};
    }
    model::ObjectSchema schema = described->schema;
    for (const QString& relation : relations)
        nest(schema.fields, object, relation.split(u'.'), known, missing);
    return schema;
}

} // namespace tieout::connectors
