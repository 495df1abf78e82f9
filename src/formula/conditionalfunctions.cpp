#include "formula/criterion.h"
#include "formula/functions.h"
#include "formula/operators.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

/// Which rows pass all tests: pairs of list and test from argument `first` on, lists of one length. False:
/// `call.failure()`.
bool passingRows(Call& call, int first, qsizetype rows, std::vector<bool>& pass)
{
    if (call.nothingListed(call.count())) return true;
    pass.assign(size_t(rows), true);
    for (int i = first; i + 1 < call.count(); i += 2) {
        const ValueList tested = call.list(i);
        if (tested.size() != rows) {
            static_cast<void>(call.fail(FaultKind::Value, u"formula.lists-differ"_s,
                                        {QString::number(rows), QString::number(tested.size())}, i));
            return false;
        }
        const Criterion criterion(call.value(i + 1), call.context().zone());
        for (qsizetype row = 0; row < rows; ++row)
            pass[size_t(row)] = pass[size_t(row)] && criterion.accepts(tested[row]);
    }
    return true;
}

/// The values of argument 0 whose rows pass; blanks left out. False: `call.failure()`.
bool passingValues(Call& call, ValueList& out)
{
    const ValueList values = call.list(0);
    std::vector<bool> pass;
    if (!passingRows(call, 1, values.size(), pass)) return false;
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (size_t(row) < pass.size() && pass[size_t(row)] && !values[row].isBlank()) out.append(values[row]);
    }
    return true;
}

Operand callCountIfs(Call& call)
{
    std::vector<bool> pass;
    if (!passingRows(call, 0, call.list(0).size(), pass)) return call.failure();
    return Operand(Decimal(qint64(std::count(pass.begin(), pass.end(), true))));
}

template<bool average>
Operand callSumIfs(Call& call)
{
    ValueList values;
    if (!passingValues(call, values)) return call.failure();
    Result<Decimal> sum = Decimal();
    for (const Value& value : std::as_const(values)) {
        Decimal number;
        if (!call.numberOf(value, 0, number)) return call.failure();
        if (sum) sum = sum->plus(number);
    }
    if (average && values.isEmpty()) return call.fail(FaultKind::DivisionByZero, u"formula.no-numbers"_s);
    return call.settled(average && sum ? sum->dividedBy(Decimal(qint64(values.size()))) : sum);
}

/// The smallest or largest number or date among the passing; 0 when none passes, as in Excel.
template<int wantedSign>
Operand callExtremeIfs(Call& call)
{
    ValueList values;
    if (!passingValues(call, values)) return call.failure();
    Value best;
    for (const Value& value : std::as_const(values)) {
        Value candidate = value;
        if (!value.date() && !value.instant()) {
            Decimal number;
            if (!call.numberOf(value, 0, number)) return call.failure();
            candidate = Value(number);
        }
        const auto order = best.isBlank() ? std::optional(wantedSign)
                                          : compareValues(candidate, best, call.context().zone());
        if (!order) return call.fail(FaultKind::Value, u"formula.no-order"_s, {}, 0);
        if (*order == wantedSign) best = candidate;
    }
    return best.isBlank() ? Operand(Decimal()) : Operand(best);
}

constexpr quint8 kPairs = FunctionInfo::Pairs;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"COUNTIFS", 2, -1, kPairs, kEager, "na", u"COUNTIFS(list, test, …)", callCountIfs},
    {u"SUMIFS", 3, -1, kPairs, kEager, "nla", u"SUMIFS(added, list, test, …)", callSumIfs<false>},
    {u"AVERAGEIFS", 3, -1, kPairs, kEager, "nla", u"AVERAGEIFS(averaged, list, test, …)", callSumIfs<true>},
    {u"MINIFS", 3, -1, kPairs, kEager, "ala", u"MINIFS(values, list, test, …)", callExtremeIfs<-1>},
    {u"MAXIFS", 3, -1, kPairs, kEager, "ala", u"MAXIFS(values, list, test, …)", callExtremeIfs<1>},
};

} // namespace

std::span<const FunctionInfo> conditionalFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
