#include "mapping/listitems.h"

#include "formula/coerce.h"
#include "formula/operators.h"

#include <numeric>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Evaluator;
using formula::Fault;
using formula::FaultKind;
using formula::Outcome;
using formula::Scope;
using model::Value;
using model::ValueList;

namespace {

using Items = tl::expected<ValueList, ListFault>;

Items selected(Evaluator& evaluator, const ListSource& source, const Scope& scope, const ValueList& all)
{
    ValueList items;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Scope inner{all[i].record(), &all[i], int(i) + 1, &scope};
        const Outcome test = evaluator.evaluate(source.filter, inner);
        if (test.fault) return tl::unexpected(ListFault{*test.fault, &source.filter});
        const auto keep = formula::toBoolean(test.value);
        if (!keep)
            return tl::unexpected(ListFault{{FaultKind::Value,
                                             {0, qint32(source.filter.source().size())},
                                             u"formula.not-a-boolean"_s,
                                             {formula::toText(test.value)}},
                                            &source.filter});
        if (*keep) items.append(all[i]);
    }
    return items;
}

Items sorted(Evaluator& evaluator, const ListSource& source, const Scope& scope, const ValueList& items)
{
    std::vector<Value> keys;
    keys.reserve(size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Scope inner{items[i].record(), &items[i], int(i) + 1, &scope};
        Outcome key = evaluator.evaluate(source.sort, inner);
        if (key.fault) return tl::unexpected(ListFault{*key.fault, &source.sort});
        keys.push_back(std::move(key.value));
    }
    const QTimeZone& zone = evaluator.context().zone();
    std::vector<size_t> places(keys.size());
    std::iota(places.begin(), places.end(), size_t(0));
    std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) {
        if (keys[a].isBlank() || keys[b].isBlank()) return !keys[a].isBlank() && keys[b].isBlank();
        return formula::compareValues(keys[a], keys[b], zone).value_or(0) < 0;
    });
    ValueList ordered;
    ordered.reserve(items.size());
    for (const size_t place : places)
        ordered.append(items[qsizetype(place)]);
    return ordered;
}

} // namespace

Items listItems(Evaluator& evaluator, const ListSource& source, const Scope& scope, qsizetype most)
{
    Outcome outcome = evaluator.evaluate(source.each, scope);
    if (outcome.fault) return tl::unexpected(ListFault{*outcome.fault, &source.each});
    const bool nothing = outcome.value.isBlank() || (outcome.value.boolean() && !*outcome.value.boolean());
    const ValueList* list = outcome.value.list();
    Items items = list ? *list : nothing ? ValueList() : ValueList{outcome.value};
    const bool plain = source.filter.isEmpty() && source.sort.isEmpty();
    if (!plain && items->size() > most) items->resize(most);
    if (!source.filter.isEmpty()) items = selected(evaluator, source, scope, *items);
    if (items && !source.sort.isEmpty()) items = sorted(evaluator, source, scope, *items);
    return items;
}

} // namespace tieout::mapping
