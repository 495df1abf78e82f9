#include "formula/functions.h"
#include "formula/operators.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// The truth values of all arguments: inside lists text and blanks are passed over, a blank field is FALSE.
template<class Take>
bool eachTruth(Call& call, Take take)
{
    bool any = false;
    for (int i = 0; i < call.count(); ++i) {
        const model::ValueList* items = call.value(i).list();
        bool truth = false;
        if (!items) {
            if (!call.boolean(i, truth)) return false;
            take(truth);
            any = true;
            continue;
        }
        for (const Value& item : *items) {
            if (item.isBlank() || item.isText()) continue;
            take(toBoolean(item).value_or(false));
            any = true;
        }
    }
    if (!any) static_cast<void>(call.fail(FaultKind::Value, u"formula.nothing-to-test"_s));
    return any;
}

Operand callAnd(Call& call)
{
    bool all = true;
    return eachTruth(call, [&](bool truth) { all = all && truth; }) ? Operand(all) : call.failure();
}

Operand callOr(Call& call)
{
    bool some = false;
    return eachTruth(call, [&](bool truth) { some = some || truth; }) ? Operand(some) : call.failure();
}

Operand callXor(Call& call)
{
    bool odd = false;
    return eachTruth(call, [&](bool truth) { odd = odd != truth; }) ? Operand(odd) : call.failure();
}

Operand callNot(Call& call)
{
    bool truth = false;
    return call.boolean(0, truth) ? Operand(!truth) : call.failure();
}

Operand callNa(Call& call)
{
    return call.fail(FaultKind::NotAvailable, u"formula.not-available"_s);
}

Operand callChoose(Call& call)
{
    if (call.operand(0).failed()) return call.operand(0);
    int index = 0;
    if (!call.integer(0, index)) return call.failure();
    if (index < 1 || index >= call.count())
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(index)}, 0);
    return call.operand(index);
}

Operand callIsBlank(Call& call)
{
    return Operand(!call.operand(0).failed() && call.value(0).isBlank());
}

Operand callIsNumber(Call& call)
{
    return Operand(call.value(0).isNumber());
}

Operand callIsText(Call& call)
{
    return Operand(call.value(0).isText());
}

Operand callIsNonText(Call& call)
{
    return Operand(!call.value(0).isText());
}

Operand callIsLogical(Call& call)
{
    return Operand(call.value(0).kind() == Value::Kind::Boolean);
}

Operand callIsDate(Call& call)
{
    return Operand(call.value(0).date() || call.value(0).instant());
}

Operand callIsError(Call& call)
{
    return Operand(call.operand(0).failed());
}

bool isNotAvailable(Call& call)
{
    if (!call.operand(0).failed()) return false;
    const FaultKind kind = call.faultOf(0).kind;
    return kind == FaultKind::NotAvailable || kind == FaultKind::NotLinked;
}

Operand callIsNa(Call& call)
{
    return Operand(isNotAvailable(call));
}

Operand callIsErr(Call& call)
{
    return Operand(call.operand(0).failed() && !isNotAvailable(call));
}

/// 1 number (dates too), 2 text, 4 boolean, 16 error, 64 list; 1 for a blank, as Excel says of an empty cell.
Operand callType(Call& call)
{
    if (call.operand(0).failed()) return Operand(Decimal(16));
    switch (call.value(0).kind()) {
    case Value::Kind::Text:
        return Operand(Decimal(2));
    case Value::Kind::Boolean:
        return Operand(Decimal(4));
    case Value::Kind::List:
    case Value::Kind::Record:
        return Operand(Decimal(64));
    default:
        return Operand(Decimal(1));
    }
}

Operand callErrorType(Call& call)
{
    if (!call.operand(0).failed())
        return call.fail(FaultKind::NotAvailable, u"formula.not-available"_s, {}, 0);
    switch (call.faultOf(0).kind) {
    case FaultKind::DivisionByZero:
        return Operand(Decimal(2));
    case FaultKind::Value:
        return Operand(Decimal(3));
    case FaultKind::Reference:
        return Operand(Decimal(4));
    case FaultKind::Name:
        return Operand(Decimal(5));
    case FaultKind::Number:
        return Operand(Decimal(6));
    default:
        return Operand(Decimal(7));
    }
}

constexpr auto kNone = FunctionInfo::None;
constexpr auto kSees = FunctionInfo::SeesErrors;
constexpr quint8 kSeesItems = FunctionInfo::SeesErrors | FunctionInfo::PerItem;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"IF", 2, 3, kNone, Laziness::If, "abaa", u"IF(test, then, [otherwise])", nullptr},
    {u"IFS", 2, -1, FunctionInfo::Pairs, Laziness::Ifs, "aa", u"IFS(test, value, …)", nullptr},
    {u"SWITCH", 3, -1, kNone, Laziness::Switch, "aa", u"SWITCH(value, case, result, …, [default])", nullptr},
    {u"IFERROR", 2, 2, kNone, Laziness::IfError, "aaa", u"IFERROR(value, instead)", nullptr},
    {u"IFNA", 2, 2, kNone, Laziness::IfNa, "aaa", u"IFNA(value, instead)", nullptr},
    {u"AND", 1, -1, kNone, kEager, "bb", u"AND(test, …)", callAnd},
    {u"OR", 1, -1, kNone, kEager, "bb", u"OR(test, …)", callOr},
    {u"XOR", 1, -1, kNone, kEager, "bb", u"XOR(test, …)", callXor},
    {u"NOT", 1, 1, FunctionInfo::PerItem, kEager, "bb", u"NOT(test)", callNot},
    {u"NA", 0, 0, kNone, kEager, "a", u"NA()", callNa},
    {u"CHOOSE", 2, -1, kSees, kEager, "ana", u"CHOOSE(number, first, …)", callChoose},
    {u"ISBLANK", 1, 1, kSeesItems, kEager, "ba", u"ISBLANK(value)", callIsBlank},
    {u"ISNUMBER", 1, 1, kSeesItems, kEager, "ba", u"ISNUMBER(value)", callIsNumber},
    {u"ISTEXT", 1, 1, kSeesItems, kEager, "ba", u"ISTEXT(value)", callIsText},
    {u"ISNONTEXT", 1, 1, kSeesItems, kEager, "ba", u"ISNONTEXT(value)", callIsNonText},
    {u"ISLOGICAL", 1, 1, kSeesItems, kEager, "ba", u"ISLOGICAL(value)", callIsLogical},
    {u"ISDATE", 1, 1, kSeesItems, kEager, "ba", u"ISDATE(value)", callIsDate},
    {u"ISERROR", 1, 1, kSeesItems, kEager, "ba", u"ISERROR(value)", callIsError},
    {u"ISERR", 1, 1, kSeesItems, kEager, "ba", u"ISERR(value)", callIsErr},
    {u"ISNA", 1, 1, kSeesItems, kEager, "ba", u"ISNA(value)", callIsNa},
    {u"TYPE", 1, 1, kSees, kEager, "na", u"TYPE(value)", callType},
    {u"ERROR.TYPE", 1, 1, kSeesItems, kEager, "na", u"ERROR.TYPE(value)", callErrorType},
};

} // namespace

std::span<const FunctionInfo> logicFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
