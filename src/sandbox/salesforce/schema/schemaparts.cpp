#include "sandbox/salesforce/schema/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

/// "BillingPostalCode" → "Billing Postal Code".
QString labelOf(const QString& name)
{
    QString base = name;
    if (base.endsWith(u"__c")) base.chop(3);
    base.replace(u'_', u' ');
    QString label;
    for (qsizetype i = 0; i < base.size(); ++i) {
        if (i > 0 && base[i].isUpper() && base[i - 1].isLower()) label += u' ';
        label += base[i];
    }
    return label;
}

Field makeField(const QString& name, FieldType type, unsigned traits)
{
    Field field;
    field.name = name;
    field.label = labelOf(name);
    field.type = type;
    field.nillable = (traits & (Required | Defaulted)) == 0;
    field.createable = (traits & ReadOnly) == 0;
    field.updateable = (traits & (ReadOnly | CreateOnly)) == 0;
    field.defaultedOnCreate = (traits & Defaulted) != 0;
    field.externalId = (traits & ExternalId) != 0;
    field.unique = (traits & Unique) != 0;
    field.idLookup = (traits & (IdLookup | ExternalId)) != 0;
    field.nameField = (traits & NameField) != 0;
    field.restricted = (traits & Restricted) != 0;
    field.cascadeDelete = (traits & Cascades) != 0;
    field.autoNumber = (traits & AutoNumber) != 0;
    field.custom = name.endsWith(u"__c");
    return field;
}

Field system(const QString& name, FieldType type, Storage storage)
{
    Field field = makeField(name, type, ReadOnly | Defaulted);
    field.storage = storage;
    field.length = type == FieldType::Id || type == FieldType::Reference ? 18 : 0;
    if (type == FieldType::Reference) {
        field.referenceTo = u"User"_s;
        field.relationshipName = name.chopped(2);
    }
    return field;
}

} // namespace

Field text(const QString& name, int length, unsigned traits)
{
    Field field = makeField(name, FieldType::Text, traits);
    field.length = length;
    return field;
}

Field tieoutKey()
{
    return text(u"Tieout_Key__c"_s, 100, ExternalId | Unique);
}

Field typed(const QString& name, FieldType type, int length, unsigned traits)
{
    Field field = makeField(name, type, traits);
    field.length = length;
    return field;
}

Field number(const QString& name, FieldType type, int precision, int scale, unsigned traits)
{
    Field field = makeField(name, type, traits);
    field.precision = precision;
    field.scale = scale;
    return field;
}

Field money(const QString& name, unsigned traits)
{
    return number(name, FieldType::Currency, 18, 2, traits);
}

Field flag(const QString& name, unsigned traits)
{
    return makeField(name, FieldType::Boolean, traits | Defaulted);
}

Field picklist(const QString& name, const QStringList& values, unsigned traits)
{
    Field field = typed(name, FieldType::Picklist, 255, traits);
    field.picklist = values;
    if ((traits & Defaulted) != 0) field.defaultValue = values.first();
    return field;
}

Field reference(const QString& name, const QString& to, const QString& children, unsigned traits)
{
    Field field = typed(name, FieldType::Reference, 18, traits);
    field.storage = Storage::Reference;
    field.referenceTo = to;
    field.relationshipName = name.chopped(2);
    field.childRelationshipName = children;
    return field;
}

Field polymorphic(const QString& name, const QStringList& targets, const QString& children, unsigned traits)
{
    Field field = typed(name, FieldType::Reference, 18, traits);
    field.storage = Storage::Polymorphic;
    field.targets = targets;
    field.relationshipName = name.chopped(2);
    field.childRelationshipName = children;
    return field;
}

Field currencyCode(unsigned traits)
{
    const QStringList codes{u"AUD"_s, u"NZD"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"NOK"_s, u"PLN"_s, u"JPY"_s};
    return ofFeature(picklist(u"CurrencyIsoCode"_s, codes, traits | Restricted | Defaulted),
                     Feature::MultiCurrency);
}

ObjectType object(const QString& name, const QString& plural, const QByteArray& prefix,
                  std::vector<Field> fields)
{
    ObjectType type;
    type.name = name;
    type.label = labelOf(name);
    type.labelPlural = plural;
    type.keyPrefix = prefix;
    Field id = system(u"Id"_s, FieldType::Id, Storage::Id);
    id.idLookup = true;
    type.add(std::move(id));
    type.add(system(u"IsDeleted"_s, FieldType::Boolean, Storage::Deleted));
    for (Field& field : fields)
        type.add(std::move(field));
    type.add(system(u"CreatedDate"_s, FieldType::DateTime, Storage::Created));
    type.add(system(u"CreatedById"_s, FieldType::Reference, Storage::CreatedBy));
    type.add(system(u"LastModifiedDate"_s, FieldType::DateTime, Storage::Modified));
    type.add(system(u"LastModifiedById"_s, FieldType::Reference, Storage::ModifiedBy));
    type.add(system(u"SystemModstamp"_s, FieldType::DateTime, Storage::Stamp));
    return type;
}

void addAddress(std::vector<Field>& fields, const QString& prefix)
{
    const QString whole = prefix + u"Address"_s;
    Field address = makeField(whole, FieldType::Address, ReadOnly);
    address.storage = Storage::Compound;
    fields.push_back(std::move(address));
    static constexpr std::array<int, kAddressParts.size()> kLengths{255, 40, 80, 20, 80, 10, 10};
    for (size_t i = 0; i < kAddressParts.size(); ++i) {
        const FieldType type = i == 0 ? FieldType::TextArea : FieldType::Text;
        fields.push_back(typed(prefix + kAddressParts[i].toString(), type, kLengths[i]));
        fields.back().compound = whole;
    }
}

ObjectType readOnlyObject(ObjectType type)
{
    type.createable = false;
    type.updateable = false;
    type.deletable = false;
    return type;
}

Field ofFeature(Field field, Feature feature)
{
    field.feature = feature;
    return field;
}

ObjectType ofFeature(ObjectType type, Feature feature)
{
    type.feature = feature;
    return type;
}

} // namespace tieout::sandbox::salesforce
