#pragma once

#include "connectors/rest/reading/readplan.h"
#include "model/value.h"

namespace tieout::connectors {

/// Takes values out of lists of records (the postal code of the POBOX address). Pure.
void foldAll(model::Record& record, const RecordPlan& plan);
/// Fills the fields that are made from other fields of the record; again when one of those was told later.
/// Pure.
void liftAll(model::Record& record, const RecordPlan& plan);

} // namespace tieout::connectors
