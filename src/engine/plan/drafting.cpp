#include "engine/plan/drafting.h"

#include "engine/match/matchkeys.h"
#include "engine/plan/ledger.h"

namespace tieout::engine {

Result<Drafting> Drafting::compile(const model::Flow& flow, const model::ObjectSchema& target,
                                   const connectors::ReferenceData& reference)
{
    auto mapping = mapping::CompiledMapping::compile(flow.mapping);
    if (!mapping) return tl::unexpected(mapping.error());
    return Drafting(std::move(*mapping), flow, target, reference);
}

Drafting::Drafting(mapping::CompiledMapping mapping, const model::Flow& flow,
                   const model::ObjectSchema& target, const connectors::ReferenceData& reference)
    : m_mapping(std::move(mapping))
    , m_typed(m_mapping.rules(), target)
    , m_rules(flow.rules, reference)
    , m_totalField(flow.totalField)
    , m_currencyField(flow.currencyField)
    , m_baseCurrency(reference.organisation.baseCurrency)
    , m_taxRates(reference.taxRates)
{
}

Drafted Drafting::draft(const model::Record& source, const mapping::RunContext& context) const
{
    auto mapped = m_mapping.map(source, context);
    Drafted drafted;
    drafted.target = std::move(mapped.target);
    if (mapped.errors.isEmpty())
        drafted.held = m_typed.apply(drafted.target);
    else
        drafted.held = mapping::toError(mapped.errors.first());
    if (!drafted.held) {
        m_rules.apply(drafted.target);
        drafted.hash = model::contentHash(model::Value(drafted.target));
    }
    drafted.money = moneyOf(drafted.target);
    return drafted;
}

model::Record Drafting::target(const model::Record& source, const mapping::RunContext& context) const
{
    return std::move(draft(source, context).target);
}

DocumentMoney Drafting::moneyOf(const model::Record& document) const
{
    DocumentMoney money;
    if (m_totalField.isEmpty()) return money;
    money.currency = firstValue(document, m_currencyField).toPlainText();
    if (money.currency.isEmpty()) money.currency = m_baseCurrency;
    if (const auto totals = ledgerTotals(document, m_taxRates))
        money.total = totals->total;
    else
        money.fault = totals.error();
    return money;
}

} // namespace tieout::engine
