#pragma once

#include "mapping/edit/fieldtree.h"
#include "mapping/edit/livevalues.h"

namespace tieout::mapping {

/// Turns values that their field cannot hold into faults: a text where a number or a date belongs and that is
/// none. Texts that are written as one (12.50, 2026-11-21) are taken as they are. Pure.
void markMisfits(LiveValues& live, const FieldTree& target);

} // namespace tieout::mapping
