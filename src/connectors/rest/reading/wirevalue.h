#pragma once

#include "connectors/manifestparts.h"
#include "model/schema.h"
#include "model/value.h"

#include <string_view>

namespace tieout::connectors {

/// A text of an answer as a value of the declared type: "/Date(…)/" and ISO forms become dates and instants,
/// digits a number. A text that is none of that stays text; an empty one is blank.
[[nodiscard]] model::Value wireText(std::string_view text, model::FieldType type);

/// A number's own characters as a value: exact, or as text where the field is a text or the number has more
/// digits than a Decimal. Blank when it is no number at all.
[[nodiscard]] model::Value wireNumber(std::string_view token, model::FieldType type);

/// An instant as a system wants it.
[[nodiscard]] QString wireInstant(Instant instant, InstantFormat format);

} // namespace tieout::connectors
