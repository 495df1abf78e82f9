#include "sandbox/salesforce/describer.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

struct TypeNames {
    const char16_t* type;
    const char16_t* soap;
};

TypeNames typeNames(FieldType type)
{
    switch (type) {
    case FieldType::Id:
        return {u"id", u"tns:ID"};
    case FieldType::Text:
        return {u"string", u"xsd:string"};
    case FieldType::TextArea:
        return {u"textarea", u"xsd:string"};
    case FieldType::Picklist:
        return {u"picklist", u"xsd:string"};
    case FieldType::Reference:
        return {u"reference", u"tns:ID"};
    case FieldType::Boolean:
        return {u"boolean", u"xsd:boolean"};
    case FieldType::Currency:
        return {u"currency", u"xsd:double"};
    case FieldType::Number:
        return {u"double", u"xsd:double"};
    case FieldType::Percent:
        return {u"percent", u"xsd:double"};
    case FieldType::Integer:
        return {u"int", u"xsd:int"};
    case FieldType::Phone:
        return {u"phone", u"xsd:string"};
    case FieldType::Email:
        return {u"email", u"xsd:string"};
    case FieldType::Url:
        return {u"url", u"xsd:string"};
    case FieldType::Date:
        return {u"date", u"xsd:date"};
    case FieldType::DateTime:
        return {u"datetime", u"xsd:dateTime"};
    }
    return {u"string", u"xsd:string"};
}

Json textOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : Json(text);
}

} // namespace

Json Describer::everything() const
{
    Json objects = Json::array();
    for (int i = 0; i < m_organisation.schema().objectCount(); ++i)
        objects.append(summary(i));
    return Json::object(
        {{u"encoding"_s, u"UTF-8"_s}, {u"maxBatchSize"_s, Json(200)}, {u"sobjects"_s, objects}});
}

Json Describer::summary(int object) const
{
    const ObjectType& type = m_organisation.type(object);
    const QString url = QString::fromLatin1(m_servicePath) + u"/sobjects/"_s + type.name;
    Json entry = Json::object({
        {u"name"_s, type.name},
        {u"label"_s, type.label},
        {u"labelPlural"_s, type.labelPlural},
        {u"keyPrefix"_s, QString::fromLatin1(type.keyPrefix)},
        {u"createable"_s, Json(type.createable)},
        {u"updateable"_s, Json(type.updateable)},
        {u"deletable"_s, Json(type.deletable)},
        {u"undeletable"_s, Json(type.deletable)},
        {u"replicateable"_s, Json(true)},
    });
    for (const auto& yes : {u"queryable"_s, u"retrieveable"_s, u"searchable"_s, u"layoutable"_s})
        entry.set(yes, Json(true));
    for (const auto& no : {u"custom"_s, u"customSetting"_s, u"deprecatedAndHidden"_s, u"mergeable"_s,
                           u"feedEnabled"_s, u"activateable"_s, u"mruEnabled"_s, u"triggerable"_s})
        entry.set(no, Json(false));
    entry.set(u"urls"_s, Json::object({{u"sobject"_s, url},
                                       {u"describe"_s, url + u"/describe"_s},
                                       {u"rowTemplate"_s, url + u"/{ID}"_s}}));
    return entry;
}

Json Describer::object(int object) const
{
    const ObjectType& type = m_organisation.type(object);
    Json whole = summary(object);
    Json fields = Json::array();
    for (const Field& one : type.fields)
        fields.append(field(one));
    whole.set(u"fields"_s, fields);
    Json children = Json::array();
    for (const ChildRelationship& child : type.children) {
        const Field& back = m_organisation.type(child.object).field(child.field);
        children.append(Json::object({{u"childSObject"_s, m_organisation.type(child.object).name},
                                      {u"field"_s, back.name},
                                      {u"relationshipName"_s, child.name},
                                      {u"cascadeDelete"_s, Json(back.cascadeDelete)},
                                      {u"restrictedDelete"_s, Json(false)},
                                      {u"deprecatedAndHidden"_s, Json(false)}}));
    }
    whole.set(u"childRelationships"_s, children);
    whole.set(u"recordTypeInfos"_s,
              Json::array({Json::object({{u"available"_s, Json(true)},
                                         {u"defaultRecordTypeMapping"_s, Json(true)},
                                         {u"master"_s, Json(true)},
                                         {u"name"_s, u"Master"_s},
                                         {u"recordTypeId"_s, u"012000000000000AAA"_s}})}));
    whole.set(u"supportedScopes"_s, Json::array());
    whole.set(u"actionOverrides"_s, Json::array());
    return whole;
}

Json Describer::field(const Field& field) const
{
    const TypeNames names = typeNames(field.type);
    const bool longText = field.type == FieldType::TextArea && field.length > 255;
    Json entry = Json::object({
        {u"name"_s, field.name},
        {u"label"_s, field.label},
        {u"type"_s, QString::fromUtf16(names.type)},
        {u"soapType"_s, QString::fromUtf16(names.soap)},
        {u"length"_s, Json(field.length)},
        {u"byteLength"_s, Json(field.length * 3)},
        {u"precision"_s, Json(field.type == FieldType::Integer ? 0 : field.precision)},
        {u"scale"_s, Json(field.scale)},
        {u"digits"_s, Json(field.type == FieldType::Integer ? field.precision : 0)},
        {u"nillable"_s, Json(field.nillable)},
        {u"createable"_s, Json(field.createable)},
        {u"updateable"_s, Json(field.updateable)},
        {u"defaultedOnCreate"_s, Json(field.defaultedOnCreate)},
        {u"externalId"_s, Json(field.externalId)},
        {u"idLookup"_s, Json(field.idLookup)},
        {u"unique"_s, Json(field.unique)},
        {u"custom"_s, Json(field.custom)},
        {u"nameField"_s, Json(field.nameField)},
        {u"filterable"_s, Json(!longText)},
        {u"sortable"_s, Json(!longText)},
        {u"groupable"_s, Json(!longText && !field.isNumeric())},
        {u"restrictedPicklist"_s, Json(field.restricted)},
        {u"relationshipName"_s, textOrNull(field.relationshipName)},
        {u"picklistValues"_s, picklist(field)},
    });
    Json targets = Json::array();
    if (!field.referenceTo.isEmpty()) targets.append(Json(field.referenceTo));
    entry.set(u"referenceTo"_s, targets);
    for (const auto& no :
         {u"calculated"_s, u"autoNumber"_s, u"caseSensitive"_s, u"namePointing"_s, u"encrypted"_s,
          u"htmlFormatted"_s, u"dependentPicklist"_s, u"deprecatedAndHidden"_s})
        entry.set(no, Json(false));
    entry.set(u"permissionable"_s, Json(field.nillable && field.createable));
    for (const auto& none : {u"calculatedFormula"_s, u"compoundFieldName"_s, u"controllerName"_s,
                             u"defaultValue"_s, u"inlineHelpText"_s})
        entry.set(none, Json());
    return entry;
}

Json Describer::picklist(const Field& field) const
{
    Json values = Json::array();
    for (const QString& value : field.picklist) {
        values.append(
            Json::object({{u"active"_s, Json(true)},
                          {u"defaultValue"_s, Json(field.name == u"CurrencyIsoCode" && value == u"AUD")},
                          {u"label"_s, value},
                          {u"validFor"_s, Json()},
                          {u"value"_s, value}}));
    }
    return values;
}

} // namespace tieout::sandbox::salesforce
