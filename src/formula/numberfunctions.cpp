#include "formula/arithmetic.h"
#include "formula/functions.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFarthestPlace = 40; ///< beyond this rounding changes nothing, or everything

template<Rounding mode>
Operand callRound(Call& call)
{
    Decimal value;
    int places = 0;
    if (!call.number(0, value) || !call.integer(1, places, 0)) return call.failure();
    return Operand(roundedTo(value, std::clamp(places, -kFarthestPlace, kFarthestPlace), mode));
}

Operand callInt(Call& call)
{
    Decimal value;
    return call.number(0, value) ? Operand(roundedTo(value, 0, Rounding::Floor)) : call.failure();
}

Operand callAbs(Call& call)
{
    Decimal value;
    return call.number(0, value) ? Operand(value.abs()) : call.failure();
}

Operand callSign(Call& call)
{
    Decimal value;
    if (!call.number(0, value)) return call.failure();
    return Operand(Decimal(value.isZero() ? 0 : value.isNegative() ? -1 : 1));
}

/// How many whole times `step` goes into `value`, and what is left, which has the sign of the step. A
/// quotient is rounded behind its last digit and may reach the next whole number; the rest tells.
struct Parts {
    Decimal whole;
    Decimal rest;
};

Result<Parts> partsOf(const Decimal& value, const Decimal& step)
{
    const auto quotient = value.dividedBy(step);
    if (!quotient) return tl::unexpected(quotient.error());
    Parts parts{roundedTo(*quotient, 0, Rounding::Floor), {}};
    const auto product = parts.whole.times(step);
    const auto rest = product ? value.minus(*product) : product;
    if (!rest) return tl::unexpected(rest.error());
    parts.rest = *rest;
    const bool over = !rest->isZero() && rest->isNegative() != step.isNegative();
    const bool under = !over && !(rest->abs() < step.abs());
    if (!over && !under) return parts;
    const auto whole = parts.whole.plus(Decimal(over ? -1 : 1));
    const auto moved = over ? rest->plus(step) : rest->minus(step);
    if (!whole || !moved) return tl::unexpected((whole ? moved : whole).error());
    return Parts{*whole, *moved};
}

/// How many times `step` goes into `value`, rounded.
Result<Decimal> steps(const Decimal& value, const Decimal& step, Rounding mode)
{
    const auto parts = partsOf(value, step);
    if (!parts) return tl::unexpected(parts.error());
    if (parts->rest.isZero() || mode == Rounding::Floor) return parts->whole;
    const bool negative = value.isNegative() != step.isNegative();
    bool next = mode == Rounding::Ceiling || mode == (negative ? Rounding::Down : Rounding::Up);
    if (mode == Rounding::HalfAwayFromZero) {
        const auto left = step.minus(parts->rest);
        if (!left) return left;
        next = parts->rest.abs() > left->abs() || (parts->rest == *left && !negative);
    }
    return next ? parts->whole.plus(Decimal(1)) : Result<Decimal>(parts->whole);
}

Result<Decimal> multiple(const Decimal& value, const Decimal& step, Rounding mode)
{
    const auto count = steps(value, step, mode);
    return count ? count->times(step) : count;
}

/// The sign of the result follows the divisor, as in Excel.
Operand callMod(Call& call)
{
    Decimal value;
    Decimal divisor;
    if (!call.number(0, value) || !call.number(1, divisor)) return call.failure();
    const auto parts = partsOf(value, divisor);
    return call.settled(parts ? Result<Decimal>(parts->rest) : tl::unexpected(parts.error()), 1);
}

Operand callQuotient(Call& call)
{
    Decimal value;
    Decimal divisor;
    if (!call.number(0, value) || !call.number(1, divisor)) return call.failure();
    return call.settled(steps(value, divisor, Rounding::Down), 1);
}

Operand callPower(Call& call)
{
    Decimal base;
    Decimal exponent;
    if (!call.number(0, base) || !call.number(1, exponent)) return call.failure();
    return call.settled(power(base, exponent));
}

Operand callSqrt(Call& call)
{
    Decimal value;
    return call.number(0, value) ? call.settled(squareRoot(value)) : call.failure();
}

Operand callMround(Call& call)
{
    Decimal value;
    Decimal step;
    if (!call.number(0, value) || !call.number(1, step)) return call.failure();
    if (step.isZero()) return Operand(Decimal());
    if (!value.isZero() && value.isNegative() != step.isNegative())
        return call.fail(FaultKind::Number, u"formula.signs-differ"_s, {}, 1);
    return call.settled(multiple(value, step, Rounding::HalfAwayFromZero));
}

/// CEILING and FLOOR: with a negative value and a positive step the number line decides; with both negative
/// the distance from zero does; a positive value with a negative step has no answer.
template<Rounding mode>
Operand callMultiple(Call& call)
{
    Decimal value;
    Decimal step;
    if (!call.number(0, value) || !call.number(1, step, Decimal(1))) return call.failure();
    if (value.isZero()) return Operand(Decimal());
    if (step.isZero())
        return mode == Rounding::Ceiling
                   ? Operand(Decimal())
                   : call.fail(FaultKind::DivisionByZero, u"formula.division-by-zero"_s, {}, 1);
    if (step.isNegative() && !value.isNegative())
        return call.fail(FaultKind::Number, u"formula.signs-differ"_s, {}, 1);
    return call.settled(multiple(value, step, mode));
}

Operand callIsEven(Call& call)
{
    Decimal value;
    if (!call.number(0, value)) return call.failure();
    const auto half = steps(roundedTo(value, 0, Rounding::Down), Decimal(2), Rounding::Down);
    const auto twice = half ? half->times(Decimal(2)) : half;
    return twice ? Operand(*twice == roundedTo(value, 0, Rounding::Down)) : call.settled(twice);
}

Operand callIsOdd(Call& call)
{
    Operand even = callIsEven(call);
    return even.failed() ? even : Operand(!*even.value.boolean());
}

/// The next even or odd whole number away from zero.
template<bool odd>
Operand callEvenOrOdd(Call& call)
{
    Decimal value;
    if (!call.number(0, value)) return call.failure();
    if (odd && value.isZero()) return Operand(Decimal(1));
    const Decimal shift(odd ? (value.isNegative() ? -1 : 1) : 0);
    const auto shifted = value.plus(shift);
    const auto even = shifted ? multiple(*shifted, Decimal(2), Rounding::Up) : shifted;
    return call.settled(even ? even->minus(shift) : even);
}

/// CEILING.MATH and FLOOR.MATH: the sign of the step does not matter; `mode` turns negatives round.
template<Rounding mode, Rounding turned>
Operand callMultipleMath(Call& call)
{
    Decimal value;
    Decimal step;
    Decimal turn;
    if (!call.number(0, value) || !call.number(1, step, Decimal(1)) || !call.number(2, turn, Decimal()))
        return call.failure();
    if (step.isZero() || value.isZero()) return Operand(Decimal());
    return call.settled(multiple(value, step.abs(), value.isNegative() && !turn.isZero() ? turned : mode));
}

/// A number as a number: TRUE is 1, text is 0. A date is no number.
Operand callN(Call& call)
{
    Decimal number;
    if (call.value(0).date() || call.value(0).instant())
        return call.number(0, number) ? Operand(number) : call.failure();
    const bool reads = call.value(0).isNumber() || call.value(0).boolean();
    return Operand(reads ? toNumber(call.value(0)).value_or(Decimal()) : Decimal());
}

/// net × (1 + rate), gross ÷ (1 + rate), rounded when a number of places is given.
Operand withPlaces(Call& call, const Result<Decimal>& amount)
{
    int places = 0;
    if (!amount || !call.given(2)) return call.settled(amount, 1);
    if (!call.integer(2, places)) return call.failure();
    return Operand(
        roundedTo(*amount, std::clamp(places, -kFarthestPlace, kFarthestPlace), Rounding::HalfAwayFromZero));
}

Operand callTaxInclusive(Call& call)
{
    Decimal net;
    Decimal rate;
    if (!call.number(0, net) || !call.number(1, rate)) return call.failure();
    const auto factor = rate.plus(Decimal(1));
    return withPlaces(call, factor ? net.times(*factor) : factor);
}

Operand callTaxExclusive(Call& call)
{
    Decimal gross;
    Decimal rate;
    if (!call.number(0, gross) || !call.number(1, rate)) return call.failure();
    const auto factor = rate.plus(Decimal(1));
    return withPlaces(call, factor ? gross.dividedBy(*factor) : factor);
}

constexpr auto kItem = FunctionInfo::PerItem;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"ROUND", 1, 2, kItem, kEager, "nnn", u"ROUND(number, places)", callRound<Rounding::HalfAwayFromZero>},
    {u"ROUND.EVEN", 1, 2, kItem, kEager, "nnn", u"ROUND.EVEN(number, places)", callRound<Rounding::HalfEven>},
    {u"ROUNDUP", 1, 2, kItem, kEager, "nnn", u"ROUNDUP(number, places)", callRound<Rounding::Up>},
    {u"ROUNDDOWN", 1, 2, kItem, kEager, "nnn", u"ROUNDDOWN(number, places)", callRound<Rounding::Down>},
    {u"TRUNC", 1, 2, kItem, kEager, "nnn", u"TRUNC(number, [places])", callRound<Rounding::Down>},
    {u"INT", 1, 1, kItem, kEager, "nn", u"INT(number)", callInt},
    {u"ABS", 1, 1, kItem, kEager, "nn", u"ABS(number)", callAbs},
    {u"SIGN", 1, 1, kItem, kEager, "nn", u"SIGN(number)", callSign},
    {u"MOD", 2, 2, kItem, kEager, "nnn", u"MOD(number, divisor)", callMod},
    {u"QUOTIENT", 2, 2, kItem, kEager, "nnn", u"QUOTIENT(number, divisor)", callQuotient},
    {u"POWER", 2, 2, kItem, kEager, "nnn", u"POWER(number, exponent)", callPower},
    {u"SQRT", 1, 1, kItem, kEager, "nn", u"SQRT(number)", callSqrt},
    {u"MROUND", 2, 2, kItem, kEager, "nnn", u"MROUND(number, step)", callMround},
    {u"CEILING", 1, 2, kItem, kEager, "nnn", u"CEILING(number, [step])", callMultiple<Rounding::Ceiling>},
    {u"FLOOR", 1, 2, kItem, kEager, "nnn", u"FLOOR(number, [step])", callMultiple<Rounding::Floor>},
    {u"ISEVEN", 1, 1, kItem, kEager, "bn", u"ISEVEN(number)", callIsEven},
    {u"ISODD", 1, 1, kItem, kEager, "bn", u"ISODD(number)", callIsOdd},
    {u"EVEN", 1, 1, kItem, kEager, "nn", u"EVEN(number)", callEvenOrOdd<false>},
    {u"ODD", 1, 1, kItem, kEager, "nn", u"ODD(number)", callEvenOrOdd<true>},
    {u"CEILING.MATH", 1, 3, kItem, kEager, "nnnn", u"CEILING.MATH(number, [step], [mode])",
     callMultipleMath<Rounding::Ceiling, Rounding::Floor>},
    {u"FLOOR.MATH", 1, 3, kItem, kEager, "nnnn", u"FLOOR.MATH(number, [step], [mode])",
     callMultipleMath<Rounding::Floor, Rounding::Ceiling>},
    {u"N", 1, 1, kItem, kEager, "na", u"N(value)", callN},
    {u"TAXINCLUSIVE", 2, 3, kItem, kEager, "nnnn", u"TAXINCLUSIVE(net, rate, [places])", callTaxInclusive},
    {u"TAXEXCLUSIVE", 2, 3, kItem, kEager, "nnnn", u"TAXEXCLUSIVE(gross, rate, [places])", callTaxExclusive},
};

} // namespace

std::span<const FunctionInfo> numberFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
