#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/organisation.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

/// "Account.Region__c".
QString fullName(const ObjectType& type, const Field& field)
{
    return type.name + u'.' + field.name;
}

} // namespace

Schema& Organisation::editSchema()
{
    m_schemaChanged = msSinceEpoch(m_clock.now());
    return m_schema;
}

void Organisation::setFeature(Feature feature, bool on)
{
    editSchema().setFeature(feature, on);
    if (feature != Feature::PersonAccounts || !on || table(kRecordType).size() > 0) return;
    for (const bool person : {false, true}) {
        Draft draft = blank(kRecordType);
        setCell(kRecordType, draft, u"Name", textFragment(person ? u"Person Account" : u"Business Account"));
        setCell(kRecordType, draft, u"DeveloperName",
                textFragment(person ? u"PersonAccount" : u"Business_Account"));
        setCell(kRecordType, draft, u"SobjectType", textFragment(u"Account"));
        setCell(kRecordType, draft, u"IsActive", boolFragment(true));
        setCell(kRecordType, draft, u"IsPersonType", boolFragment(person));
        insert(kRecordType, draft);
    }
}

int Organisation::addCustomField(int object, Field field)
{
    return editSchema().editObject(object).add(std::move(field));
}

Field& Organisation::editField(int object, int field)
{
    return m_schema.editObject(object).fields[size_t(field)];
}

void Organisation::applyFieldPermissions()
{
    QSet<RowNumber> mine; // permission sets of the signed-in user
    const Table& assignments = table(kPermissionAssignment);
    for (RowNumber row = 0; row < assignments.size(); ++row) {
        if (!assignments.row(row).deleted && reference(kPermissionAssignment, row, u"AssigneeId") == m_user)
            mine.insert(reference(kPermissionAssignment, row, u"PermissionSetId"));
    }
    QSet<QString> readable;
    QSet<QString> writable;
    const Table& permissions = table(kFieldPermissions);
    for (RowNumber row = 0; row < permissions.size(); ++row) {
        if (permissions.row(row).deleted || !mine.contains(reference(kFieldPermissions, row, u"ParentId")))
            continue;
        const QString name = fragmentText(cell(kFieldPermissions, row, u"Field")).toLower();
        if (cell(kFieldPermissions, row, u"PermissionsRead") == "true") readable.insert(name);
        if (cell(kFieldPermissions, row, u"PermissionsEdit") == "true") writable.insert(name);
    }
    Schema& schema = editSchema();
    for (int i = 0; i < schema.objectCount(); ++i) {
        ObjectType& type = schema.editObject(i);
        for (Field& field : type.fields) {
            if (!field.governed) continue;
            const QString name = fullName(type, field).toLower();
            field.hidden = !readable.contains(name) && !writable.contains(name);
            field.createable = field.updateable = writable.contains(name);
        }
    }
}

void Organisation::listCustomFields()
{
    QHash<QString, RowNumber> listed;
    const Table& rows = table(kCustomField);
    for (RowNumber row = 0; row < rows.size(); ++row) {
        if (!rows.row(row).deleted) listed.insert(fragmentText(cell(kCustomField, row, u"FullName")), row);
    }
    for (int i = 0; i < m_schema.objectCount(); ++i) {
        for (const Field& field : type(i).fields) {
            // A field that was removed may have been made again under its old name.
            if (!field.name.endsWith(u"__c") || field.absent) continue;
            if (listed.remove(fullName(type(i), field)) > 0) continue;
            Draft draft = blank(kCustomField);
            setCell(kCustomField, draft, u"FullName", textFragment(fullName(type(i), field)));
            setCell(kCustomField, draft, u"DeveloperName", textFragment(field.name.chopped(3)));
            setCell(kCustomField, draft, u"TableEnumOrId", textFragment(type(i).name));
            insert(kCustomField, std::move(draft));
        }
    }
    for (const RowNumber gone : std::as_const(listed))
        remove(kCustomField, gone);
}

void Organisation::seedPermissions()
{
    const qint64 born = table(kUser).row(0).stamp;
    const RowHistory history{born, born, born};
    Draft profile = blank(kPermissionSet);
    setCell(kPermissionSet, profile, u"Name", textFragment(u"X00ePractice"));
    setCell(kPermissionSet, profile, u"Label", textFragment(u"System Administrator"));
    setCell(kPermissionSet, profile, u"IsOwnedByProfile", boolFragment(true));
    Draft assignment = blank(kPermissionAssignment);
    setReference(kPermissionAssignment, assignment, u"AssigneeId", m_user);
    setReference(kPermissionAssignment, assignment, u"PermissionSetId",
                 insert(kPermissionSet, profile, {}, &history));
    insert(kPermissionAssignment, assignment, {}, &history);
}

void Organisation::seedTerritories()
{
    const qint64 born = table(kUser).row(0).stamp;
    const RowHistory history{born, born, born};
    Draft model = blank(kTerritoryModel);
    setCell(kTerritoryModel, model, u"Name", textFragment(u"Regions"));
    setCell(kTerritoryModel, model, u"DeveloperName", textFragment(u"Regions"));
    setCell(kTerritoryModel, model, u"State", textFragment(u"Active"));
    const RowNumber modelRow = insert(kTerritoryModel, model, {}, &history);
    Draft kind = blank(kTerritoryType);
    setCell(kTerritoryType, kind, u"MasterLabel", textFragment(u"Region"));
    setCell(kTerritoryType, kind, u"DeveloperName", textFragment(u"Region"));
    setCell(kTerritoryType, kind, u"Priority", "1");
    const RowNumber kindRow = insert(kTerritoryType, kind, {}, &history);
    for (const auto* name : {u"Oceania", u"Americas", u"Europe"}) {
        Draft draft = blank(kTerritory);
        setCell(kTerritory, draft, u"Name", textFragment(name));
        setCell(kTerritory, draft, u"DeveloperName", textFragment(name));
        setCell(kTerritory, draft, u"AccountAccessLevel", textFragment(u"Edit"));
        setCell(kTerritory, draft, u"OpportunityAccessLevel", textFragment(u"Edit"));
        setReference(kTerritory, draft, u"Territory2ModelId", modelRow);
        setReference(kTerritory, draft, u"Territory2TypeId", kindRow);
        insert(kTerritory, draft, {}, &history);
    }
}

} // namespace tieout::sandbox::salesforce
