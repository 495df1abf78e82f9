#pragma once

#include "formula/evaluator.h"
#include "mapping/mappedresult.h"
#include "model/mapping.h"

namespace tieout::mapping {

/// "Why this value?": one target field of one record, from the formula down to each piece of it.
struct Explanation {
    QString target;
    QString formula; ///< stored form
    model::Value value;
    std::optional<formula::Fault> fault;
    QList<formula::TraceStep> steps; ///< in the order of evaluation; the last is the whole formula
};

/// Maps the record once more and keeps the way to `targetPath` ("DueDate", "LineItems[2].TaxType").
/// Error: BadConfig "mapping.unknown-target" when no formula fills it for this record, or the document's own
/// fault.
[[nodiscard]] Result<Explanation> explain(const model::MappingDocument& document, const model::Record& source,
                                          const formula::EvaluationContext& context,
                                          const QString& targetPath);

} // namespace tieout::mapping
