#pragma once

#include "formula/evaluator.h"
#include "mapping/mappedresult.h"
#include "model/mapping.h"

namespace tieout::mapping {

/// A lookup table that was asked on the way to a value.
struct LookupUse {
    QString table;
    QString key;
    QString column;
    formula::LookupAnswer answer; ///< with the row, from 0

    bool operator==(const LookupUse& other) const
    {
        return table == other.table && key == other.key && column == other.column &&
               answer.state == other.answer.state && answer.row == other.answer.row;
    }
};

/// "Why this value?": one target field of one record, from the formula down to each piece of it.
struct Explanation {
    QString target;
    QString formula; ///< stored form
    model::Value value;
    std::optional<formula::Fault> fault;
    QList<formula::TraceStep> steps; ///< in the order of evaluation; the last is the whole formula
    QList<LookupUse> lookups;        ///< in the order asked
};

/// Maps the record once more and keeps the way to `targetPath` ("DueDate", "LineItems[2].TaxType").
/// Error: BadConfig "mapping.unknown-target" when no formula fills it for this record, or the document's own
/// fault.
[[nodiscard]] Result<Explanation> explain(const model::MappingDocument& document, const model::Record& source,
                                          const formula::EvaluationContext& context,
                                          const QString& targetPath);

} // namespace tieout::mapping
