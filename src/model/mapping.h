#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace tieout::model {

enum class WhenEmpty : quint8 { Leave, Clear, Hold };

/// One rule of a mapping: a target field and either its formula or, for a list, the rules of each item.
struct MappedField {
    QString to;
    QString formula; ///< stored form, English with commas, starts with "="
    WhenEmpty whenEmpty = WhenEmpty::Leave;
    QString note;
    QString each;   ///< "[OpportunityLineItems]": the source list; then `fields` are the item's rules
    QString filter; ///< formula over an item of `each`; empty = all
    QString sort;   ///< formula over an item of `each`; empty = as they come
    QList<MappedField> fields;
    Json extra; ///< unknown members, kept on save

    bool operator==(const MappedField&) const;
};

/// What the canvas edits (../docs of the format: docs/formulas.md). Stable member order on save.
struct MappingDocument {
    QString from;
    QString to;
    int version = 1;
    QList<MappedField> fields;
    Json extra;

    bool operator==(const MappingDocument&) const = default;
};

/// Error: BadConfig "mapping.syntax" with the JSON path.
[[nodiscard]] Result<MappingDocument> mappingFromJson(const Json& json);
[[nodiscard]] Json toJson(const MappingDocument& document);

/// A lookup table: text keys to values. Rows in order; a key may hold the wildcards * and ?.
struct LookupTable {
    enum class WhenMissing : quint8 { Hold, Default };
    struct Row {
        QString key;
        QString value;
        bool operator==(const Row&) const = default;
    };
    QString name; ///< "Region to tax rate"
    QString keyLabel;
    QString valueLabel;
    QList<Row> rows;
    WhenMissing whenMissing = WhenMissing::Hold;
    QString defaultValue;

    bool operator==(const LookupTable&) const = default;
};

} // namespace tieout::model
