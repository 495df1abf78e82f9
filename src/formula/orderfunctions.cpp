#include "formula/functions.h"
#include "formula/operators.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

/// All numbers of the arguments before `end`, smallest first; blanks and, inside lists, booleans are passed
/// over. False: `call.failure()`.
bool sortedNumbers(Call& call, int end, std::vector<Decimal>& out)
{
    for (int i = 0; i < end; ++i) {
        const ValueList items = call.list(i);
        for (const Value& value : items) {
            if (value.isBlank() || (value.boolean() && call.value(i).list())) continue;
            Decimal number;
            if (!call.numberOf(value, i, number)) return false;
            out.push_back(number);
        }
    }
    std::sort(out.begin(), out.end());
    return true;
}

Operand callMedian(Call& call)
{
    std::vector<Decimal> numbers;
    if (!sortedNumbers(call, call.count(), numbers)) return call.failure();
    if (numbers.empty()) return call.fail(FaultKind::Number, u"formula.no-numbers"_s);
    const size_t middle = numbers.size() / 2;
    if (numbers.size() % 2 == 1) return Operand(numbers[middle]);
    const auto sum = numbers[middle - 1].plus(numbers[middle]);
    return call.settled(sum ? sum->dividedBy(Decimal(2)) : sum);
}

/// LARGE and SMALL: dates are ordered too.
template<int direction>
Operand callNth(Call& call)
{
    int nth = 0;
    if (!call.integer(1, nth)) return call.failure();
    ValueList items = call.list(0);
    items.removeIf([](const Value& value) { return value.isBlank() || value.boolean(); });
    const QTimeZone& zone = call.context().zone();
    const bool dates = std::any_of(items.cbegin(), items.cend(),
                                   [](const Value& value) { return value.date() || value.instant(); });
    for (Value& item : items) {
        Decimal number;
        if (dates && !item.date() && !item.instant())
            return call.fail(FaultKind::Value, u"formula.no-order"_s, {}, 0);
        if (dates) continue;
        if (!call.numberOf(item, 0, number)) return call.failure();
        item = Value(number);
    }
    if (nth < 1 || nth > items.size())
        return call.fail(FaultKind::Number, u"formula.out-of-range"_s, {QString::number(nth)}, 1);
    std::stable_sort(items.begin(), items.end(), [&](const Value& a, const Value& b) {
        return compareValues(a, b, zone).value_or(0) * direction < 0;
    });
    return Operand(items[nth - 1]);
}

/// The place of a number among others: 1 = the largest, or the smallest when `ascending` is given.
Operand callRank(Call& call)
{
    Decimal wanted;
    bool ascending = false;
    if (!call.number(0, wanted) || !call.boolean(2, ascending, false)) return call.failure();
    qint64 before = 0;
    bool found = false;
    const ValueList items = call.list(1);
    for (const Value& item : items) {
        if (item.isBlank() || item.boolean()) continue;
        Decimal number;
        if (!call.numberOf(item, 1, number)) return call.failure();
        found = found || number == wanted;
        before += (ascending ? number < wanted : number > wanted) ? 1 : 0;
    }
    if (found) return Operand(Decimal(before + 1));
    return call.fail(FaultKind::NotAvailable, u"formula.text-not-found"_s, {toText(call.value(0))}, 0);
}

Operand callProduct(Call& call)
{
    Result<Decimal> product = Decimal(1);
    bool any = false;
    const bool all = call.eachValue(0, [&](const Value& value, int index) {
        if (value.isBlank() || (value.boolean() && call.value(index).list())) return true;
        Decimal number;
        if (!call.numberOf(value, index, number)) return false;
        if (product) product = product->times(number);
        any = true;
        return true;
    });
    if (!all) return call.failure();
    return any ? call.settled(product) : Operand(Decimal());
}

constexpr auto kNone = FunctionInfo::None;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"MEDIAN", 1, -1, kNone, kEager, "nl", u"MEDIAN(number, …)", callMedian},
    {u"LARGE", 2, 2, kNone, kEager, "aln", u"LARGE(list, place)", callNth<-1>},
    {u"SMALL", 2, 2, kNone, kEager, "aln", u"SMALL(list, place)", callNth<1>},
    {u"RANK", 2, 3, kNone, kEager, "nnlb", u"RANK(number, list, [ascending])", callRank},
    {u"PRODUCT", 1, -1, kNone, kEager, "nl", u"PRODUCT(number, …)", callProduct},
};

} // namespace

std::span<const FunctionInfo> orderFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
