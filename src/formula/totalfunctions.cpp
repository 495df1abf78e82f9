#include "formula/criterion.h"
#include "formula/functions.h"
#include "formula/operators.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

/// A running sum that remembers whether it still fits.
class Total final
{
  public:
    void add(const Decimal& value)
    {
        if (m_sum) m_sum = m_sum->plus(value);
        ++m_count;
    }
    [[nodiscard]] const Result<Decimal>& sum() const { return m_sum; }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] Result<Decimal> average() const
    {
        return m_sum ? m_sum->dividedBy(Decimal(m_count)) : m_sum;
    }
    [[nodiscard]] Operand averageOf(Call& call) const
    {
        return m_count > 0 ? call.settled(average())
                           : call.fail(FaultKind::DivisionByZero, u"formula.no-numbers"_s);
    }

  private:
    Result<Decimal> m_sum = Decimal();
    qint64 m_count = 0;
};

/// All numbers of the arguments; blanks and, inside lists, booleans are passed over. Text must be a number:
/// an amount that came as text is never dropped silently.
bool addUp(Call& call, Total& total)
{
    return call.eachValue(0, [&](const Value& value, int index) {
        if (value.isBlank() || (value.boolean() && call.value(index).list())) return true;
        Decimal number;
        if (!call.numberOf(value, index, number)) return false;
        total.add(number);
        return true;
    });
}

Operand callSum(Call& call)
{
    Total total;
    return addUp(call, total) ? call.settled(total.sum()) : call.failure();
}

Operand callAverage(Call& call)
{
    Total total;
    return addUp(call, total) ? total.averageOf(call) : call.failure();
}

/// The smallest or largest number or date; 0 when there is none, as in Excel.
Operand extreme(Call& call, int wantedSign)
{
    Value best;
    const bool all = call.eachValue(0, [&](const Value& value, int index) {
        if (value.isBlank() || (value.boolean() && call.value(index).list())) return true;
        Value candidate = value;
        if (!value.date() && !value.instant()) {
            Decimal number;
            if (!call.numberOf(value, index, number)) return false;
            candidate = Value(number);
        }
        const auto order = best.isBlank() ? std::optional(wantedSign)
                                          : compareValues(candidate, best, call.context().zone());
        if (!order) {
            static_cast<void>(call.fail(FaultKind::Value, u"formula.no-order"_s, {}, index));
            return false;
        }
        if (*order == wantedSign) best = candidate;
        return true;
    });
    if (!all) return call.failure();
    return best.isBlank() ? Operand(Decimal()) : Operand(best);
}

Operand callMin(Call& call)
{
    return extreme(call, -1);
}

Operand callMax(Call& call)
{
    return extreme(call, 1);
}

Operand callCount(Call& call)
{
    qint64 count = 0;
    for (int i = 0; i < call.count(); ++i) {
        if (call.operand(i).failed()) continue;
        const ValueList items = call.list(i);
        count += std::count_if(items.begin(), items.end(), [](const Value& value) {
            return value.isNumber() || value.date() || value.instant();
        });
    }
    return Operand(Decimal(count));
}

Operand callCountA(Call& call)
{
    qint64 count = 0;
    for (int i = 0; i < call.count(); ++i) {
        const ValueList items = call.list(i);
        count += call.operand(i).failed() ? 1 : 0;
        for (qsizetype item = 0; item < items.size(); ++item)
            count += !items[item].isBlank() || call.faults().faultOf(call.operand(i), item) >= 0 ? 1 : 0;
    }
    return Operand(Decimal(count));
}

Operand callCountBlank(Call& call)
{
    if (call.value(0).isBlank()) return Operand(Decimal(1));
    const ValueList items = call.list(0);
    return Operand(Decimal(qint64(std::count_if(items.begin(), items.end(), isEmptyValue))));
}

/// Adds the items of argument `from` (or of the tested list) whose partner in argument 0 passes the test.
bool addWhere(Call& call, int from, Total& total)
{
    const ValueList tested = call.list(0);
    const ValueList added = call.count() > from ? call.list(from) : tested;
    if (call.nothingListed(call.count())) return true;
    if (added.size() != tested.size()) {
        static_cast<void>(call.fail(FaultKind::Value, u"formula.lists-differ"_s,
                                    {QString::number(tested.size()), QString::number(added.size())}, from));
        return false;
    }
    const Criterion criterion(call.value(1), call.context().zone());
    for (qsizetype i = 0; i < tested.size(); ++i) {
        if (!criterion.accepts(tested[i]) || added[i].isBlank()) continue;
        Decimal number;
        if (!call.numberOf(added[i], call.count() > from ? from : 0, number)) return false;
        total.add(number);
    }
    return true;
}

Operand callSumIf(Call& call)
{
    Total total;
    return addWhere(call, 2, total) ? call.settled(total.sum()) : call.failure();
}

Operand callAverageIf(Call& call)
{
    Total total;
    return addWhere(call, 2, total) ? total.averageOf(call) : call.failure();
}

Operand callCountIf(Call& call)
{
    const ValueList tested = call.list(0);
    const Criterion criterion(call.value(1), call.context().zone());
    return Operand(Decimal(qint64(std::count_if(
        tested.begin(), tested.end(), [&](const Value& value) { return criterion.accepts(value); }))));
}

Operand callSumProduct(Call& call)
{
    Total total;
    if (call.nothingListed(call.count())) return Operand(Decimal());
    const ValueList first = call.list(0);
    for (qsizetype row = 0; row < first.size(); ++row) {
        Result<Decimal> product = Decimal(1);
        for (int i = 0; i < call.count() && product; ++i) {
            const ValueList items = i == 0 ? first : call.list(i);
            if (items.size() != first.size())
                return call.fail(FaultKind::Value, u"formula.lists-differ"_s,
                                 {QString::number(first.size()), QString::number(items.size())}, i);
            Decimal number;
            if (!call.numberOf(items[row], i, number)) return call.failure();
            product = product->times(number);
        }
        if (!product) return call.settled(product);
        total.add(*product);
    }
    return call.settled(total.sum());
}

constexpr auto kNone = FunctionInfo::None;
constexpr auto kSees = FunctionInfo::SeesErrors;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"SUM", 1, -1, kNone, kEager, "nl", u"SUM(number, …)", callSum},
    {u"AVERAGE", 1, -1, kNone, kEager, "nl", u"AVERAGE(number, …)", callAverage},
    {u"MIN", 1, -1, kNone, kEager, "al", u"MIN(number, …)", callMin},
    {u"MAX", 1, -1, kNone, kEager, "al", u"MAX(number, …)", callMax},
    {u"COUNT", 1, -1, kSees, kEager, "nl", u"COUNT(value, …)", callCount},
    {u"COUNTA", 1, -1, kSees, kEager, "nl", u"COUNTA(value, …)", callCountA},
    {u"COUNTBLANK", 1, 1, kNone, kEager, "nl", u"COUNTBLANK(list)", callCountBlank},
    {u"SUMIF", 2, 3, kNone, kEager, "nlal", u"SUMIF(list, test, [added])", callSumIf},
    {u"AVERAGEIF", 2, 3, kNone, kEager, "nlal", u"AVERAGEIF(list, test, [averaged])", callAverageIf},
    {u"COUNTIF", 2, 2, kNone, kEager, "nla", u"COUNTIF(list, test)", callCountIf},
    {u"SUMPRODUCT", 1, -1, kNone, kEager, "nl", u"SUMPRODUCT(list, …)", callSumProduct},
};

} // namespace

std::span<const FunctionInfo> totalFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
