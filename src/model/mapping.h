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

/// Rows of a flat source made into one document before the rules run: rows with equal keys are one group.
/// Inside the rules the group is a record: its keys, its aggregates, and the rows as a list named `rows`.
struct Grouping {
    struct Aggregate {
        QString name;    ///< field of the group: "Total"
        QString formula; ///< over the rows: "=SUM([Rows.Amount])"
        Json extra;      ///< unknown members, kept on save
        bool operator==(const Aggregate&) const = default;
    };
    QStringList keys; ///< source fields: "InvoiceNo", "Customer"
    QString rows = QStringLiteral("Rows");
    QList<Aggregate> aggregates;
    Json extra;
    bool operator==(const Grouping&) const = default;
};

/// What the canvas edits (../docs of the format: docs/formulas.md). Stable member order on save.
struct MappingDocument {
    QString from;
    QString to;
    int version = 1;
    std::optional<Grouping> group;
    QList<MappedField> fields;
    Json extra;

    bool operator==(const MappingDocument&) const = default;
};

constexpr int kMappingFormat = 1; ///< member "format"; absent = 1

/// Error: BadConfig "mapping.syntax" with the JSON path; "mapping.newer" (facts: its format, ours) when a
/// newer program wrote it.
[[nodiscard]] Result<MappingDocument> mappingFromJson(const Json& json);

/// What can be told of a document that mappingFromJson refuses, to be looked at and not to be saved.
struct BrokenMapping {
    MappingDocument document; ///< rules that cannot be read keep what is readable of them
    QList<Error> faults;      ///< each "mapping.syntax" or "mapping.newer"; empty = nothing is wrong
};
[[nodiscard]] BrokenMapping mappingAsFarAsReadable(const Json& json);
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
