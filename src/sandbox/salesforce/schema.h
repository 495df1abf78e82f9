#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tieout::sandbox::salesforce {

enum class FieldType : quint8 {
    Id,
    Text,
    TextArea,
    Picklist,
    Reference,
    Boolean,
    Currency,
    Number,
    Percent,
    Integer,
    Phone,
    Email,
    Url,
    Date,
    DateTime,
};

/// Where a row keeps the value.
enum class Storage : quint8 { Id, Deleted, Created, CreatedBy, Modified, ModifiedBy, Stamp, Reference, Cell };

struct Field {
    QString name;
    QString label;
    FieldType type = FieldType::Text;
    Storage storage = Storage::Cell;
    int slot = -1; ///< position among the row's cells, or among its references
    int length = 0;
    int precision = 0;
    int scale = 0;
    bool nillable = true;
    bool createable = true;
    bool updateable = true;
    bool defaultedOnCreate = false;
    bool externalId = false;
    bool unique = false;
    bool idLookup = false;
    bool custom = false;
    bool nameField = false;
    bool restricted = false;  ///< picklist that refuses other values
    bool typeUnknown = false; ///< custom field seen only with null so far
    QString referenceTo;
    QString relationshipName;      ///< from here to the parent: "Account"
    QString childRelationshipName; ///< from the parent to here: "OpportunityLineItems"
    bool cascadeDelete = false;
    QStringList picklist;

    [[nodiscard]] bool isNumeric() const;
    [[nodiscard]] bool isTextual() const; ///< kept as a JSON string, compared without case
};

/// The children of an object through one reference field of theirs.
struct ChildRelationship {
    QString name;
    int object = -1;
    int field = -1;
};

struct ObjectType {
    QString name;
    QString label;
    QString labelPlural;
    QByteArray keyPrefix;
    bool createable = true;
    bool updateable = true;
    bool deletable = true;
    std::vector<Field> fields;
    std::vector<ChildRelationship> children;
    int cellCount = 0;
    int referenceCount = 0;

    [[nodiscard]] int find(QStringView fieldName) const;        ///< -1 when unknown; without case
    [[nodiscard]] int findRelationship(QStringView name) const; ///< the reference field behind "Account"
    [[nodiscard]] const Field& field(int index) const { return fields[size_t(index)]; }
    int add(Field field);

  private:
    QHash<QString, int> m_names; // as spelt and in lower case
};

/// The organisation's objects and fields. Grows by custom fields, never shrinks except by `reset` of the
/// owner. A value; copies are snapshots.
class Schema final
{
  public:
    [[nodiscard]] static Schema standard();

    [[nodiscard]] int objectCount() const { return int(m_objects.size()); }
    [[nodiscard]] int find(QStringView objectName) const; ///< -1 when unknown; without case
    [[nodiscard]] const ObjectType& object(int index) const { return m_objects[size_t(index)]; }
    [[nodiscard]] ObjectType& editObject(int index) { return m_objects[size_t(index)]; }
    [[nodiscard]] int objectByPrefix(std::string_view prefix) const;
    void add(ObjectType object);
    /// After the last object: finds what the references point to.
    void linkChildren();

  private:
    std::vector<ObjectType> m_objects;
};

} // namespace tieout::sandbox::salesforce
