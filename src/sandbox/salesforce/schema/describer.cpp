#include "sandbox/salesforce/schema/describer.h"

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
    case FieldType::MultiPicklist:
        return {u"multipicklist", u"xsd:string"};
    case FieldType::Address:
        return {u"address", u"urn:address"};
    case FieldType::Base64:
        return {u"base64", u"xsd:base64Binary"};
    }
    return {u"string", u"xsd:string"};
}

Json textOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : Json(text);
}

} // namespace

Json Describer::everything(Surface surface) const
{
    Json objects = Json::array();
    for (int i = 0; i < m_organisation.schema().objectCount(); ++i) {
        const ObjectType& type = m_organisation.type(i);
        if (!type.absent && type.tooling == (surface == Surface::Tooling)) objects.append(summary(i));
    }
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
        {u"undeletable"_s, Json(type.deletable && type.keepsBin)},
        {u"replicateable"_s, Json(true)},
    });
    for (const auto& yes : {u"queryable"_s, u"retrieveable"_s, u"layoutable"_s})
        entry.set(yes, Json(true));
    for (const auto& no :
         {u"custom"_s, u"customSetting"_s, u"deprecatedAndHidden"_s, u"feedEnabled"_s, u"activateable"_s})
        entry.set(no, Json(false));
    const bool mergeable = object == kAccount || object == kContact || object == kLead || object == kCase;
    entry.set(u"mergeable"_s, Json(mergeable));
    for (const auto& name : {u"searchable"_s, u"mruEnabled"_s, u"triggerable"_s})
        entry.set(name, Json(type.createable && !type.tooling));
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
    for (const Field& one : type.fields) {
        if (!one.hidden && !one.absent) fields.append(field(one));
    }
    whole.set(u"fields"_s, fields);
    Json children = Json::array();
    for (const ChildRelationship& child : type.children) {
        const Field& back = m_organisation.type(child.object).field(child.field);
        if (m_organisation.type(child.object).absent || back.hidden || back.absent) continue;
        children.append(Json::object({{u"childSObject"_s, m_organisation.type(child.object).name},
                                      {u"field"_s, back.name},
                                      {u"relationshipName"_s, child.name},
                                      {u"cascadeDelete"_s, Json(back.cascadeDelete)},
                                      {u"restrictedDelete"_s, Json(false)},
                                      {u"deprecatedAndHidden"_s, Json(false)}}));
    }
    whole.set(u"childRelationships"_s, children);
    whole.set(u"recordTypeInfos"_s, recordTypes(type));
    whole.set(u"supportedScopes"_s, Json::array());
    whole.set(u"actionOverrides"_s, Json::array());
    return whole;
}

Json Describer::recordTypes(const ObjectType& type) const
{
    const auto info = [](const QString& name, const QString& id, bool master) {
        return Json::object({{u"available"_s, Json(true)},
                             {u"active"_s, Json(true)},
                             {u"defaultRecordTypeMapping"_s, Json(master)},
                             {u"master"_s, Json(master)},
                             {u"name"_s, name},
                             {u"developerName"_s, name},
                             {u"recordTypeId"_s, id}});
    };
    Json infos = Json::array();
    const Table& rows = m_organisation.table(kRecordType);
    for (RowNumber row = 0; row < rows.size(); ++row) {
        const auto text = [&](QStringView field) {
            return fragmentText(m_organisation.cell(kRecordType, row, field));
        };
        if (!rows.row(row).deleted && text(u"SobjectType") == type.name)
            infos.append(info(text(u"DeveloperName"), rows.row(row).id.toString(), false));
    }
    infos.append(info(u"Master"_s, u"012000000000000AAA"_s, true));
    return infos;
}

Json Describer::field(const Field& field) const
{
    const TypeNames names = typeNames(field.type);
    const bool longText = field.type == FieldType::TextArea && field.length > 255;
    const bool plain = !longText && field.storage != Storage::Compound && field.type != FieldType::Base64;
    const bool polymorphic = field.storage == Storage::Polymorphic;
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
        {u"filterable"_s, Json(plain)},
        {u"sortable"_s, Json(plain && field.type != FieldType::MultiPicklist)},
        {u"groupable"_s, Json(plain && !field.isNumeric() && field.type != FieldType::DateTime)},
        {u"aggregatable"_s, Json(plain && field.type != FieldType::Boolean)},
        {u"restrictedPicklist"_s, Json(field.restricted)},
        {u"relationshipName"_s, textOrNull(field.relationshipName)},
        {u"picklistValues"_s, picklist(field)},
    });
    Json targets = Json::array();
    if (!field.referenceTo.isEmpty()) targets.append(Json(field.referenceTo));
    for (const QString& target : field.targets) {
        if (m_organisation.schema().find(target) >= 0) targets.append(Json(target));
    }
    entry.set(u"referenceTo"_s, targets);
    for (const auto& no : {u"calculated"_s, u"caseSensitive"_s, u"encrypted"_s, u"htmlFormatted"_s,
                           u"dependentPicklist"_s, u"deprecatedAndHidden"_s})
        entry.set(no, Json(false));
    entry.set(u"permissionable"_s, Json(field.nillable && field.createable));
    entry.set(u"autoNumber"_s, Json(field.autoNumber));
    entry.set(u"namePointing"_s, Json(polymorphic));
    entry.set(u"polymorphicForeignKey"_s, Json(polymorphic));
    entry.set(u"compoundFieldName"_s, textOrNull(field.compound));
    entry.set(u"defaultValue"_s, field.type == FieldType::Boolean ? Json(false) : Json());
    for (const auto& none : {u"calculatedFormula"_s, u"controllerName"_s, u"inlineHelpText"_s})
        entry.set(none, Json());
    return entry;
}

Json Describer::picklist(const Field& field) const
{
    Json values = Json::array();
    for (const QString& value : field.picklist) {
        values.append(Json::object({{u"active"_s, Json(true)},
                                    {u"defaultValue"_s, Json(value == field.defaultValue)},
                                    {u"label"_s, value},
                                    {u"validFor"_s, Json()},
                                    {u"value"_s, value}}));
    }
    return values;
}

} // namespace tieout::sandbox::salesforce
