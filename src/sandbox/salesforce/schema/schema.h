#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
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
    MultiPicklist,
    Address,
    Base64, ///< bytes; a query shows the address they are fetched from
};

/// Where a row keeps the value. Polymorphic: one reference slot for each object it may point to, at most one
/// in use. Compound: an address, put together from the cells that follow its slot.
enum class Storage : quint8 {
    Id,
    Deleted,
    Created,
    CreatedBy,
    Modified,
    ModifiedBy,
    Stamp,
    Reference,
    Polymorphic,
    Compound,
    Cell
};

/// What an organisation may or may not have switched on; objects and fields of a feature that is off are
/// absent.
enum class Feature : quint8 { Always, MultiCurrency, Quotes, Territories, PersonAccounts };

/// Parts of an address in the order of their cells, as they end in a field's name.
inline constexpr std::array<QStringView, 7> kAddressParts{
    u"Street", u"City", u"State", u"PostalCode", u"Country", u"StateCode", u"CountryCode"};

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
    bool autoNumber = false;
    bool hidden = false;   ///< by field-level security: not described, not selectable, not writable
    bool absent = false;   ///< of a feature that is switched off, or removed by the administrator
    bool governed = false; ///< made at run time: seen only with a field permission
    Feature feature = Feature::Always;
    QString compound;     ///< "BillingAddress" for its parts
    QString defaultValue; ///< of a picklist
    QString referenceTo;
    QStringList targets;           ///< of a polymorphic reference, in the order of its slots
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
    int slot = -1; ///< among the child's references
};

struct ObjectType {
    QString name;
    QString label;
    QString labelPlural;
    QByteArray keyPrefix;
    bool createable = true;
    bool updateable = true;
    bool deletable = true;
    Feature feature = Feature::Always;
    bool absent = false;  ///< of a feature that is switched off
    bool tooling = false; ///< known to the Tooling API only
    bool keepsBin = true; ///< deleted rows can be undeleted
    std::vector<Field> fields;
    std::vector<ChildRelationship> children;
    int cellCount = 0;
    int referenceCount = 0;

    [[nodiscard]] int find(QStringView fieldName) const;        ///< -1 when unknown; without case
    [[nodiscard]] int lookUp(QStringView fieldName) const;      ///< as `find`, for what a client may see
    [[nodiscard]] int findRelationship(QStringView name) const; ///< the visible reference behind "Account"
    [[nodiscard]] int nameField() const;                        ///< -1 when it has none
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
    [[nodiscard]] int find(QStringView objectName) const; ///< -1 when unknown or absent; without case
    [[nodiscard]] int findTooling(QStringView objectName) const;
    [[nodiscard]] const ObjectType& object(int index) const { return m_objects[size_t(index)]; }
    [[nodiscard]] ObjectType& editObject(int index) { return m_objects[size_t(index)]; }
    [[nodiscard]] int objectByPrefix(std::string_view prefix) const;
    void add(ObjectType object);
    void setFeature(Feature feature, bool on);
    /// After the last object: finds what the references point to.
    void linkChildren();

  private:
    std::vector<ObjectType> m_objects;
};

} // namespace tieout::sandbox::salesforce
