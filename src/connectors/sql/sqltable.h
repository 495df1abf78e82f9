#pragma once

#include "base/result.h"
#include "connectors/sql/sqlsettings.h"
#include "model/schema.h"

namespace tieout::connectors {

enum class ColumnKind : quint8 {
    Text,
    Number,      ///< exact
    Approximate, ///< binary floating point: never a place for money
    Boolean,
    Date,
    Instant,
    LocalTime, ///< date and time without a zone
    Enum,
    Bytes, ///< shown as hexadecimal digits
    Other, ///< shown as the database prints it, not written
};

/// A column as the database describes it.
struct SqlColumn {
    QString name;
    QString type; ///< the database's own name, without length: fit for a cast
    ColumnKind kind = ColumnKind::Text;
    bool nullable = true;
    bool hasDefault = false; ///< incl. identity: may be left out of a new row
    bool generated = false;  ///< computed by the database: not to be written
    bool identity = false;   ///< numbered by the database
    bool isUnsigned = false;
    int maxLength = 0; ///< characters; 0 = unlimited
    int precision = 0; ///< digits of a number in all; 0 = any
    int scale = -1;    ///< digits after the point; -1 = any
    QStringList values;
    QString comment;
    QString ref; ///< object it points to

    bool operator==(const SqlColumn&) const = default;
};

struct TableName {
    QString schema;
    QString name;
    bool operator==(const TableName&) const = default;
};

/// A table or view as the database describes it. `insertable` and `updatable` say what this user may do.
struct SqlTable {
    TableName name;
    bool view = false;
    bool transactional = true; ///< false: what a failed statement did stays (MyISAM)
    bool insertable = true;
    bool updatable = true;
    QString comment;
    QList<SqlColumn> columns;
    QStringList primaryKey;
    QList<QStringList> uniqueKeys; ///< whole-table ones, without expressions

    [[nodiscard]] int column(const QString& columnName) const; ///< -1 when unknown
    bool operator==(const SqlTable&) const = default;
};

/// How a table is used: its own keys and what a person chose. Columns by position.
struct TableUse {
    SqlTable table;
    QList<int> key;       ///< empty: rows cannot be told apart, read only
    int change = -1;      ///< -1: no change column
    int externalKey = -1; ///< -1: no column to look our key up
    OnExisting onExisting = OnExisting::Refuse;

    [[nodiscard]] bool isUnique(const QList<int>& columns) const;
};
/// Error: BadConfig "sql.chosen-column" (facts: column, table) when a chosen column is not there or unfit.
[[nodiscard]] Result<TableUse> useOf(SqlTable table, const TableChoice& choice);

/// "public.invoices"; parts with a dot or quote are quoted: "\"a.b\".c".
[[nodiscard]] QString objectName(const TableName& name);
/// nullopt when it is no such name.
[[nodiscard]] std::optional<TableName> parseObjectName(const QString& object);

/// Field names stand in dotted paths: '.', '[', ']', '$' and '%' of a column name are percent-encoded.
[[nodiscard]] QString fieldName(const QString& column);
[[nodiscard]] QString columnName(const QString& field);
/// The field every table with a key has: its key as one text.
inline const QString kKeyField = QStringLiteral("$key");

/// "invoice_line_items" and "InvoiceLineItems" → "Invoice line items".
[[nodiscard]] QString plainLabel(const QString& name);
[[nodiscard]] model::ObjectSchema schemaOf(const TableUse& use, const SqlSettings& settings);

/// Key values as one text and back: "42", "AU|17"; '|' and '\' in a value are escaped.
[[nodiscard]] QString joinedKey(const QStringList& parts);
[[nodiscard]] QStringList keyParts(const QString& key);

/// Columns fit to be the change column, the likeliest first: "updated_at" and its like.
[[nodiscard]] QStringList changeColumns(const SqlTable& table);

} // namespace tieout::connectors
