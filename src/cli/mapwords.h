#pragma once

#include "mapping/explain.h"
#include "mapping/mappedresult.h"
#include "mapping/mappingcheck.h"

namespace tieout::cli {

/// What the map commands say: JSON for programs, words for people.
[[nodiscard]] Json findingJson(const mapping::RuleFinding& rule);
[[nodiscard]] QString findingText(const mapping::RuleFinding& rule);
/// A line of the input that is no record, or not one that can be mapped.
[[nodiscard]] Json refusedJson(qint64 line, const Error& error);
[[nodiscard]] Json heldJson(qint64 line, const mapping::MappedResult& result);
[[nodiscard]] Json explanationJson(const mapping::Explanation& explained);
[[nodiscard]] QString explanationText(const mapping::Explanation& explained);

} // namespace tieout::cli
