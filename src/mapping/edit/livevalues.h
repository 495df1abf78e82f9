#pragma once

#include "formula/context.h"
#include "formula/fault.h"
#include "model/mapping.h"
#include "model/value.h"

#include <QHash>

namespace tieout::mapping {

/// What one place shows for the sample record.
struct LiveValue {
    model::Value value; ///< of a list: its number of lines
    std::optional<formula::Fault> fault;
    int lines = -1; ///< of a list; -1 = not a list
};

/// The sample record and what the draft makes of it, by key of the trees. Fields of a list show line `line`.
struct LiveValues {
    QHash<QString, LiveValue> source;
    QHash<QString, LiveValue> target;
};

/// Never fails: a rule that does not compile has a fault at its place and the others still have values. Runs
/// on the main thread at each keystroke: one record, bounded by the evaluator's allowance.
[[nodiscard]] LiveValues liveValues(const model::MappingDocument& document, const model::Record& sample,
                                    const formula::EvaluationContext& context, int line = 0);

} // namespace tieout::mapping
