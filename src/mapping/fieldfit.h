#pragma once

#include "model/schema.h"
#include "model/value.h"

namespace tieout::mapping {

/// How a value stands to the kind of field it is for.
struct FieldFit {
    bool fits = true;
    /// The text as what the field keeps: "12.50" a number, "2026-11-21" a day; nothing where the value will
    /// do as it is.
    std::optional<model::Value> instead;
};

/// Numbers and dates are asked for strictly, other kinds take what comes. A time behind a day is set aside: a
/// date never passes through a time zone. Pure.
[[nodiscard]] FieldFit fieldFit(const model::Value& value, model::FieldType type);

} // namespace tieout::mapping
