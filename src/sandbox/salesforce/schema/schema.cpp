#include "sandbox/salesforce/schema/schema.h"

#include <utility>

namespace tieout::sandbox::salesforce {

bool Field::isNumeric() const
{
    return type == FieldType::Currency || type == FieldType::Number || type == FieldType::Percent ||
           type == FieldType::Integer;
}

bool Field::isTextual() const
{
    switch (type) {
    case FieldType::Text:
    case FieldType::TextArea:
    case FieldType::Picklist:
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Url:
    case FieldType::MultiPicklist:
        return true;
    default:
        return false;
    }
}

int ObjectType::find(QStringView fieldName) const
{
    // Most callers spell the name as it is; only the others pay for folding.
    const auto exact = m_names.constFind(QString::fromRawData(fieldName.data(), fieldName.size()));
    return exact != m_names.cend() ? *exact : m_names.value(fieldName.toString().toLower(), -1);
}

int ObjectType::lookUp(QStringView fieldName) const
{
    const int index = find(fieldName);
    return index >= 0 && !field(index).hidden && !field(index).absent ? index : -1;
}

int ObjectType::nameField() const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].nameField) return int(i);
    }
    return -1;
}

int ObjectType::findRelationship(QStringView relationship) const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].relationshipName.isEmpty() && !fields[i].hidden && !fields[i].absent &&
            relationship.compare(fields[i].relationshipName, Qt::CaseInsensitive) == 0)
            return int(i);
    }
    return -1;
}

int ObjectType::add(Field field)
{
    if (field.storage == Storage::Cell)
        field.slot = cellCount++;
    else if (field.storage == Storage::Reference)
        field.slot = referenceCount++;
    else if (field.storage == Storage::Polymorphic)
        field.slot = std::exchange(referenceCount, referenceCount + int(field.targets.size()));
    else if (field.storage == Storage::Compound)
        field.slot = cellCount; // its parts come next
    const int index = int(fields.size());
    m_names.insert(field.name, index);
    m_names.insert(field.name.toLower(), index);
    fields.push_back(std::move(field));
    return index;
}

int Schema::find(QStringView objectName) const
{
    for (size_t i = 0; i < m_objects.size(); ++i) {
        const ObjectType& object = m_objects[i];
        if (objectName.compare(object.name, Qt::CaseInsensitive) == 0 && !object.absent && !object.tooling)
            return int(i);
    }
    return -1;
}

int Schema::findTooling(QStringView objectName) const
{
    for (size_t i = 0; i < m_objects.size(); ++i) {
        if (objectName.compare(m_objects[i].name, Qt::CaseInsensitive) == 0 && m_objects[i].tooling)
            return int(i);
    }
    return -1;
}

int Schema::objectByPrefix(std::string_view prefix) const
{
    for (size_t i = 0; i < m_objects.size(); ++i) {
        if (std::string_view(m_objects[i].keyPrefix.constData(), 3) == prefix) return int(i);
    }
    return -1;
}

void Schema::add(ObjectType object)
{
    m_objects.push_back(std::move(object));
}

void Schema::setFeature(Feature feature, bool on)
{
    for (ObjectType& object : m_objects) {
        if (object.feature == feature) object.absent = !on;
        for (Field& field : object.fields) {
            if (field.feature == feature) field.absent = !on;
        }
    }
}

void Schema::linkChildren()
{
    for (size_t child = 0; child < m_objects.size(); ++child) {
        for (size_t i = 0; i < m_objects[child].fields.size(); ++i) {
            const Field& field = m_objects[child].fields[i];
            if (field.childRelationshipName.isEmpty()) continue;
            QStringList parents = field.targets;
            if (!field.referenceTo.isEmpty()) parents.append(field.referenceTo);
            for (qsizetype target = 0; target < parents.size(); ++target) {
                const int parent = find(parents[target]);
                if (parent < 0) continue;
                m_objects[size_t(parent)].children.push_back(
                    {field.childRelationshipName, int(child), int(i), field.slot + int(target)});
            }
        }
    }
}

} // namespace tieout::sandbox::salesforce
