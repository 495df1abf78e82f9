#pragma once

#include "connectors/referencedata.h"
#include "engine/plan/documentrules.h"
#include "engine/plan/typedtarget.h"
#include "mapping/compiledmapping.h"
#include "mapping/runcontext.h"
#include "model/flow.h"

namespace tieout::engine {

/// A document's money, as the ledger will compute it.
struct DocumentMoney {
    QString currency;
    std::optional<Decimal> total;
    std::optional<Error> fault; ///< why the total cannot be told
};

/// What a mapping made of one source record.
struct Drafted {
    model::Record target;      ///< of a held record: as far as it could be mapped
    std::optional<Error> held; ///< the first rule that has no value, or one that its field cannot keep
    quint64 hash = 0;          ///< of the content
    DocumentMoney money;
};

/// What a sync makes of its source records before it looks at the target: mapped, the sync's rules applied,
/// told apart by content, added up. Pure and immutable: the threads of the pool share it.
class Drafting final
{
  public:
    /// Error: as CompiledMapping::compile.
    [[nodiscard]] static Result<Drafting> compile(const model::Flow& flow, const model::ObjectSchema& target,
                                                  const connectors::ReferenceData& reference);

    [[nodiscard]] Drafted draft(const model::Record& source, const mapping::RunContext& context) const;
    /// The document alone.
    [[nodiscard]] model::Record target(const model::Record& source, const mapping::RunContext& context) const;
    /// A date in a closed period is fine for this document.
    [[nodiscard]] bool mayBeInClosedPeriod(const model::Record& document) const
    {
        return m_rules.mayBeInClosedPeriod(document);
    }

  private:
    Drafting(mapping::CompiledMapping mapping, const model::Flow& flow, const model::ObjectSchema& target,
             const connectors::ReferenceData& reference);
    [[nodiscard]] DocumentMoney moneyOf(const model::Record& document) const;

    mapping::CompiledMapping m_mapping;
    TypedTarget m_typed;
    DocumentRules m_rules;
    QString m_totalField;
    QString m_currencyField;
    QString m_baseCurrency;
    QList<connectors::ReferenceData::TaxRate> m_taxRates;
};

} // namespace tieout::engine
