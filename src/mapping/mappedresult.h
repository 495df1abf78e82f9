#pragma once

#include "base/error.h"
#include "formula/fault.h"
#include "model/value.h"

namespace tieout::mapping {

/// A field that could not be mapped: the record is held for it.
struct FieldError {
    QString field; ///< target path, lines counted from 1: "LineItems[2].TaxType"
    QString formula;
    formula::Fault fault;

    bool operator==(const FieldError&) const = default;
};

/// RowRejected with the fault's code; facts: the fault's own, then the target path.
[[nodiscard]] Error toError(const FieldError& error);

/// A link that formulas asked for and that does not exist yet.
struct MissingLink {
    QString flow;
    QString key;
    bool operator==(const MissingLink&) const = default;
};

/// What a mapping made of one source record.
///
/// In `target` a blank slot means "leave this field of the target as it is": writers omit it. An empty text
/// means "clear it" (whenEmpty: clear): writers send the target's own form of no value. An empty list clears
/// a list. A formula's own empty text never gets here: it counts as empty and follows the field's whenEmpty.
struct MappedResult {
    model::Record target;
    QList<FieldError> errors;

    [[nodiscard]] bool isComplete() const { return errors.isEmpty(); }
    /// Each once. When these are the only errors, make their records and map again.
    [[nodiscard]] QList<MissingLink> missingLinks() const;
    [[nodiscard]] bool onlyLinksMissing() const;
};

/// Does this value of a mapped target ask to clear the field?
[[nodiscard]] bool clearsField(const model::Value& value);

} // namespace tieout::mapping
