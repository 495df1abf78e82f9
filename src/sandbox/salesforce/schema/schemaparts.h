#pragma once

#include "sandbox/salesforce/schema/schema.h"

namespace tieout::sandbox::salesforce {

/// What a field of a standard object is apart from its type.
enum Trait : unsigned {
    Plain = 0,
    Required = 1,
    ReadOnly = 2,
    CreateOnly = 4,
    Defaulted = 8,
    ExternalId = 16,
    Unique = 32,
    IdLookup = 64,
    NameField = 128,
    Restricted = 256,
    Cascades = 512,
    AutoNumber = 1024,
};

// The words in which the standard objects are written down.

[[nodiscard]] Field text(const QString& name, int length, unsigned traits = Plain);
/// The field by which Tieout knows its own record again, as the setup page has administrators add it.
[[nodiscard]] Field tieoutKey();
[[nodiscard]] Field typed(const QString& name, FieldType type, int length, unsigned traits = Plain);
[[nodiscard]] Field number(const QString& name, FieldType type, int precision, int scale,
                           unsigned traits = Plain);
[[nodiscard]] Field money(const QString& name, unsigned traits = Plain);
[[nodiscard]] Field flag(const QString& name, unsigned traits = Plain);
/// The first value is the default when the field is Defaulted.
[[nodiscard]] Field picklist(const QString& name, const QStringList& values, unsigned traits = Plain);
/// `children` is the relationship's name from the parent's side; empty: none.
[[nodiscard]] Field reference(const QString& name, const QString& to, const QString& children,
                              unsigned traits = Plain);
[[nodiscard]] Field polymorphic(const QString& name, const QStringList& targets, const QString& children,
                                unsigned traits = Plain);
[[nodiscard]] Field currencyCode(unsigned traits = Defaulted);
/// The compound field and its parts.
void addAddress(std::vector<Field>& fields, const QString& prefix);

[[nodiscard]] ObjectType object(const QString& name, const QString& plural, const QByteArray& prefix,
                                std::vector<Field> fields);
[[nodiscard]] ObjectType readOnlyObject(ObjectType type);

[[nodiscard]] Field ofFeature(Field field, Feature feature);
[[nodiscard]] ObjectType ofFeature(ObjectType type, Feature feature);

/// Tasks, events, cases, leads, quotes, territories, permissions and the Tooling API's own, in the order of
/// ObjectIndex.
void addFurtherObjects(Schema& schema);
/// Files and what they hang on; after the further ones.
void addContentObjects(Schema& schema);

} // namespace tieout::sandbox::salesforce
