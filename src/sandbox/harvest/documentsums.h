#pragma once

#include "base/json.h"

namespace tieout::sandbox::harvest {

/// Fills in the amounts of an invoice or estimate from its lines and percentages: each line quantity × price;
/// the discount of the whole; each tax of the discounted share of the lines that bear it, not on top of one
/// another. Cents, half away from zero.
void fillSums(Json& document);

} // namespace tieout::sandbox::harvest
