#pragma once

#include "formula/context.h"
#include "mapping/grouping.h"
#include "mapping/mappedresult.h"
#include "mapping/rules.h"

namespace tieout::mapping {

/// A mapping document made ready to run: parsed once, target shapes made once and shared by all results.
/// Immutable; `map` may be called from several threads at once.
class CompiledMapping final
{
  public:
    /// Error: BadConfig; the only fault of the document, or "mapping.faults" for several, see refusalOf.
    [[nodiscard]] static Result<CompiledMapping> compile(const model::MappingDocument& document,
                                                         formula::Tracing tracing = formula::Tracing::Off);
    /// Every fault of the document, in the order of its rules, the aggregates last; BadConfig with the target
    /// path as first fact: "mapping.formula" (path, then the finding's facts; the cause is the finding
    /// itself) · "mapping.duplicate-target" · "mapping.bad-target" · "mapping.too-deep". Empty = it can run.
    [[nodiscard]] static QList<Error> faultsOf(const model::MappingDocument& document);

    /// `source` is a group (see RowGrouper) when the document groups rows.
    [[nodiscard]] MappedResult map(const model::Record& source,
                                   const formula::EvaluationContext& context) const;

    [[nodiscard]] const model::ShapePtr& targetShape() const { return m_root.shape; }
    /// The source fields that must be read: "Account.Name", "OpportunityLineItems[].UnitPrice"; merged, in
    /// order.
    [[nodiscard]] const QStringList& requiredSourcePaths() const { return m_sourcePaths; }
    [[nodiscard]] const QStringList& lookupTables() const { return m_tables; }
    /// The flows that LINKED asks: parents.
    [[nodiscard]] const QStringList& linkedFlows() const { return m_flows; }
    [[nodiscard]] const Aggregates& aggregates() const { return m_aggregates; }
    [[nodiscard]] const RuleGroup& rules() const { return m_root; }

  private:
    [[nodiscard]] static Collected<CompiledMapping> collected(const model::MappingDocument& document,
                                                              formula::Tracing tracing);

    RuleGroup m_root;
    Aggregates m_aggregates;
    QStringList m_sourcePaths;
    QStringList m_tables;
    QStringList m_flows;
};

} // namespace tieout::mapping
