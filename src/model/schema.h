#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tieout::model {

enum class FieldType : quint8 { Text, Number, Money, Boolean, Date, Instant, Enum, Id, Record, List };

[[nodiscard]] QString fieldTypeName(FieldType type); ///< "text", "money", "record", …
[[nodiscard]] std::optional<FieldType> fieldTypeFromName(QStringView name);

/// One field of an object as users and checks see it. `name` is the API name, `label` the words on screen.
struct Field {
    QString name;
    QString label;
    FieldType type = FieldType::Text;
    bool requiredOnCreate = false;
    bool readOnly = false;
    bool createOnly = false;
    bool nullable = true;
    bool custom = false;
    int maxLength = 0;   ///< characters; 0 = unlimited
    int decimals = -1;   ///< digits kept after the point; -1 = any
    QStringList values;  ///< of an Enum; empty = open
    QString ref;         ///< object that an Id points to
    QList<Field> fields; ///< members of a Record or of a List's items

    bool operator==(const Field&) const;
};

struct ObjectSchema {
    QString name;        ///< "Invoices"
    QString label;       ///< "Invoice"
    QString labelPlural; ///< "Invoices"
    QList<Field> fields;
    bool readable = false;
    bool creatable = false;
    bool updatable = false;

    /// "Account.Name" through nested fields; null when unknown.
    [[nodiscard]] const Field* find(QStringView dotted) const;
    bool operator==(const ObjectSchema&) const = default;
};

} // namespace tieout::model
