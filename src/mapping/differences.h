#pragma once

#include "model/run.h"

namespace tieout::mapping {

/// What writing `after` (a mapped target, see MappedResult) would change in `before` (the target as it was
/// read): one entry for each field, "DueDate", "Contact.ContactID", "LineItems[1].Quantity" with lines
/// counted from 1. Blank fields of `after` are left alone and give nothing. Numbers are compared by value; a
/// number or a date that one side holds as text counts as what it reads as. Lines beyond the other side's end
/// are one entry each, with a blank on the side that lacks them.
[[nodiscard]] QList<model::FieldChange> differences(const model::Record& before, const model::Record& after);

/// The same changes with each change of a whole line as changes of its fields ("LineItems[2].Quantity"), so
/// that each figure is seen.
[[nodiscard]] QList<model::FieldChange> byField(const QList<model::FieldChange>& changes);

/// Equal in the sense above.
[[nodiscard]] bool sameContent(const model::Value& before, const model::Value& after);

} // namespace tieout::mapping
