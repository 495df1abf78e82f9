#include "mapping/lookupuses.h"

#include "formula/context.h"
#include "formula/parser.h"
#include "mapping/edit/ruleplace.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Ast;
using formula::Node;
using formula::NodeKind;

namespace {

bool isTable(const QString& name, QStringView table)
{
    return QStringView(name).compare(table, Qt::CaseInsensitive) == 0;
}

/// Most formulas ask no table at all.
bool mayAsk(const QString& formula)
{
    return formula.contains("LOOKUP"_L1, Qt::CaseInsensitive) ||
           formula.contains("CONVERT"_L1, Qt::CaseInsensitive);
}

bool asks(const QString& formula, const QString& table)
{
    if (!mayAsk(formula)) return false;
    const auto parsed = formula::parse(formula);
    // What cannot be understood may ask for it as well; a text that names it is taken at its word.
    if (!parsed) return formula.contains(table, Qt::CaseInsensitive);
    for (const Node& node : parsed->nodes()) {
        if (node.kind != NodeKind::Call) continue;
        if (node.text == "CONVERT"_L1 && isTable(table, formula::kRateTable)) return true;
        if (node.text != "LOOKUP"_L1 || node.children.empty()) continue;
        const Node& name = parsed->node(node.children.front());
        if (name.kind != NodeKind::Text || isTable(name.text, table)) return true;
    }
    return false;
}

/// The formulas of one flow, each with the key of its rule.
void search(const model::Flow& sync, const model::Flow& flow, const QString& table,
            QList<model::LookupUse>& uses)
{
    const auto look = [&](const QString& target, const QString& formula) {
        if (!asks(formula, table)) return;
        uses.append({sync.id, sync.title, flow.id, flow.title, target, formula});
    };
    for (const auto& rule : flow.skip)
        look({}, rule.formula);
    if (flow.mapping.group)
        for (const auto& aggregate : flow.mapping.group->aggregates)
            look({}, aggregate.formula);
    forEachRule(flow.mapping, [&](const PlacedRule& placed) {
        const auto& rule = placed.rule;
        for (const QString& formula : {rule.formula, rule.each, rule.filter, rule.sort})
            look(placed.key, formula);
    });
    for (const auto& parent : flow.parents)
        search(sync, parent, table, uses);
}

} // namespace

QList<model::LookupUse> lookupUses(const model::Flow& flow, const QString& table)
{
    QList<model::LookupUse> uses;
    search(flow, flow, table, uses);
    return uses;
}

} // namespace tieout::mapping
