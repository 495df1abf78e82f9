#include "formula/functions.h"
#include "formula/itemresults.h"
#include "formula/limits.h"
#include "formula/operators.h"
#include "formula/wildcard.h"

#include <numeric>

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

Operand callList(Call& call)
{
    ValueList items;
    for (int i = 0; i < call.count(); ++i) {
        if (call.value(i).isBlank()) continue;
        items.append(call.list(i));
        if (items.size() > kMaxListLength)
            return call.fail(FaultKind::Value, u"formula.list-too-long"_s, {QString::number(kMaxListLength)});
    }
    return Operand(Value(std::move(items)));
}

Operand callFirst(Call& call)
{
    const ValueList items = call.list(0);
    return items.isEmpty() ? Operand() : Operand(items.first());
}

Operand callLast(Call& call)
{
    const ValueList items = call.list(0);
    return items.isEmpty() ? Operand() : Operand(items.last());
}

Operand callIndex(Call& call)
{
    const ValueList items = call.list(0);
    int index = 0;
    if (!call.integer(1, index)) return call.failure();
    if (index == 0) return Operand(Value(items));
    if (index < 1 || index > items.size())
        return call.fail(FaultKind::Reference, u"formula.out-of-range"_s, {QString::number(index)}, 1);
    return Operand(items[index - 1]);
}

Operand callRows(Call& call)
{
    return Operand(Decimal(call.list(0).size()));
}

Operand listsDiffer(Call& call, qsizetype first, qsizetype second)
{
    return call.fail(FaultKind::Value, u"formula.lists-differ"_s,
                     {QString::number(first), QString::number(second)}, 1);
}

/// Items that failed count only when they are kept: FILTER([A] / [B], [B] <> 0).
Operand callFilter(Call& call)
{
    const bool nothing = call.nothingListed(2);
    const ValueList items = nothing ? ValueList() : call.list(0);
    const ValueList wanted = nothing ? ValueList() : call.list(1);
    if (call.operand(1).isSpoilt()) return call.faults().whole(call.operand(1));
    if (wanted.size() != items.size()) return listsDiffer(call, items.size(), wanted.size());
    ItemResults kept(call.faults(), items.size());
    bool any = false;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto keep = toBoolean(wanted[i]);
        if (!keep) return call.unreadable(wanted[i], u"formula.not-a-boolean"_s, 1);
        if (!*keep) continue;
        const qint32 fault = call.faults().faultOf(call.operand(0), i);
        kept.add(fault >= 0 ? Operand::faulted(fault) : Operand(items[i]));
        any = true;
    }
    return any || call.count() < 3 ? kept.take() : call.operand(2);
}

/// The items in the order of their keys; equal keys keep their places, blanks come last.
Operand sorted(Call& call, const ValueList& items, const ValueList& keys, int order)
{
    if (keys.size() != items.size()) return listsDiffer(call, items.size(), keys.size());
    const QTimeZone& zone = call.context().zone();
    // Dates have no order among other values; a sort must not depend on which it happens to compare.
    const auto isMoment = [](const Value& key) { return key.date() || key.instant(); };
    const bool moments = std::any_of(keys.begin(), keys.end(), isMoment);
    for (const Value& key : keys) {
        if (key.list() || key.record() || (moments && !key.isBlank() && !isMoment(key)))
            return call.fail(FaultKind::Value, u"formula.no-order"_s, {}, call.count() > 1 ? 1 : 0);
    }
    QList<qsizetype> places(items.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(), [&](qsizetype a, qsizetype b) {
        if (keys[a].isBlank() || keys[b].isBlank()) return !keys[a].isBlank() && keys[b].isBlank();
        return compareValues(keys[a], keys[b], zone).value_or(0) * order < 0;
    });
    ValueList result;
    result.reserve(items.size());
    for (const qsizetype place : std::as_const(places))
        result.append(items[place]);
    return Operand(Value(std::move(result)));
}

bool readOrder(Call& call, int index, int& order)
{
    if (!call.integer(index, order, 1)) return false;
    if (order == 1 || order == -1) return true;
    static_cast<void>(
        call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(order)}, index));
    return false;
}

Operand callSort(Call& call)
{
    int column = 1;
    int order = 1;
    if (!call.integer(1, column, 1) || !readOrder(call, 2, order)) return call.failure();
    if (column != 1)
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(column)}, 1);
    return sorted(call, call.list(0), call.list(0), order);
}

Operand callSortBy(Call& call)
{
    int order = 1;
    if (!readOrder(call, 2, order)) return call.failure();
    if (call.nothingListed(2)) return Operand(Value(ValueList()));
    return sorted(call, call.list(0), call.list(1), order);
}

Operand callUnique(Call& call)
{
    const ValueList items = call.list(0);
    ValueList kept;
    QSet<QString> seen;
    for (const Value& item : items) {
        const QString key = item.list() || item.record() ? item.toPlainText() : toText(item).toCaseFolded();
        const QString tagged = QChar(u'0' + int(item.kind())) + key;
        if (seen.contains(tagged)) continue;
        seen.insert(tagged);
        kept.append(item);
    }
    return Operand(Value(std::move(kept)));
}

/// JOIN(list, between): the texts that are not empty.
Operand callJoin(Call& call)
{
    QString between;
    if (!call.text(1, between, u", "_s)) return call.failure();
    const ValueList items = call.list(0);
    QString joined;
    for (const Value& item : items) {
        const QString text = toText(item);
        if (text.isEmpty()) continue;
        if (!joined.isEmpty()) joined += between;
        joined += text;
        if (joined.size() > kMaxTextLength) break;
    }
    return call.bounded(std::move(joined));
}

/// The place of the first text that fits, * and ? as in COUNTIF; -1 = none.
qsizetype placeOfPattern(const QString& pattern, const ValueList& items)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString* text = items[i].text();
        const bool brief = text && text->size() <= kMaxWildcardText && pattern.size() <= kMaxCriterion;
        if (text &&
            (brief ? matchesWildcard(*text, pattern) : text->compare(pattern, Qt::CaseInsensitive) == 0))
            return i;
    }
    return -1;
}

/// The place of the item that a value means; -1 = none. Way 0: the first equal one; 1: in an ascending list
/// the last one not above the value; -1: in a descending list the last one not below.
qsizetype placeOf(const Value& wanted, const ValueList& items, int way, const QTimeZone& zone)
{
    if (way == 0 && wanted.text() && hasWildcard(*wanted.text()))
        return placeOfPattern(*wanted.text(), items);
    qsizetype found = -1;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (way == 0 && equalValues(wanted, items[i], zone)) return i;
        if (way == 0 || items[i].isBlank()) continue;
        const auto order = compareValues(items[i], wanted, zone);
        if (!order || *order * way > 0) break;
        found = i;
    }
    return found;
}

Operand noSuchItem(Call& call)
{
    return call.fail(FaultKind::NotAvailable, u"formula.text-not-found"_s, {toText(call.value(0))});
}

Operand callMatch(Call& call)
{
    int way = 0;
    if (!call.integer(2, way, 0)) return call.failure();
    const qsizetype at = placeOf(call.value(0), call.list(1), std::clamp(way, -1, 1), call.context().zone());
    return at < 0 ? noSuchItem(call) : Operand(Decimal(at + 1));
}

/// XLOOKUP(value, keys, results, [if_none])
Operand callXlookup(Call& call)
{
    const ValueList keys = call.list(1);
    const ValueList results = call.list(2);
    if (keys.size() != results.size()) return listsDiffer(call, keys.size(), results.size());
    for (qsizetype at = 0; at < keys.size(); ++at) {
        if (equalValues(call.value(0), keys[at], call.context().zone())) return Operand(results[at]);
    }
    return call.count() > 3 ? call.operand(3) : noSuchItem(call);
}

/// TAKE: the first `count` items, of a negative count the last ones. DROP: the others.
template<bool take>
Operand callPart(Call& call)
{
    const ValueList items = call.list(0);
    int count = 0;
    if (!call.integer(1, count)) return call.failure();
    const qsizetype some = std::min<qsizetype>(std::abs(count), items.size());
    const bool front = (count >= 0) == take;
    const qsizetype kept = take ? some : items.size() - some;
    return Operand(Value(front ? items.first(kept) : items.last(kept)));
}

constexpr auto kNone = FunctionInfo::None;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"LIST", 0, -1, kNone, kEager, "la", u"LIST(item, …)", callList},
    {u"FIRST", 1, 1, kNone, kEager, "al", u"FIRST(list)", callFirst},
    {u"LAST", 1, 1, kNone, kEager, "al", u"LAST(list)", callLast},
    {u"INDEX", 2, 2, kNone, kEager, "aln", u"INDEX(list, number)", callIndex},
    {u"ROWS", 1, 1, kNone, kEager, "nl", u"ROWS(list)", callRows},
    {u"MATCH", 2, 3, kNone, kEager, "naln", u"MATCH(value, list, [way])", callMatch},
    {u"XLOOKUP", 3, 4, kNone, kEager, "aalla", u"XLOOKUP(value, keys, results, [if_none])", callXlookup},
    {u"TAKE", 2, 2, kNone, kEager, "lln", u"TAKE(list, count)", callPart<true>},
    {u"DROP", 2, 2, kNone, kEager, "lln", u"DROP(list, count)", callPart<false>},
    {u"FILTER", 2, 3, FunctionInfo::SeesItemErrors, kEager, "lla", u"FILTER(list, tests, [if_none])",
     callFilter},
    {u"SORT", 1, 3, kNone, kEager, "llnn", u"SORT(list, [1], [order])", callSort},
    {u"SORTBY", 2, 3, kNone, kEager, "llln", u"SORTBY(list, keys, [order])", callSortBy},
    {u"UNIQUE", 1, 1, kNone, kEager, "ll", u"UNIQUE(list)", callUnique},
    {u"JOIN", 1, 2, kNone, kEager, "tlt", u"JOIN(list, [between])", callJoin},
};

} // namespace

std::span<const FunctionInfo> listFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
