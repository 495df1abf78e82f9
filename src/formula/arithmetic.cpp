#include "formula/arithmetic.h"

#include "formula/limits.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> noPower()
{
    return fail(ErrorKind::RowRejected, u"formula.power"_s, u"this power has no decimal value"_s);
}

Result<Decimal> wholePower(const Decimal& base, qint64 exponent)
{
    Result<Decimal> result = Decimal(1);
    Result<Decimal> square = base;
    for (qint64 rest = exponent; rest > 0 && result; rest /= 2) {
        if (rest % 2 == 1) result = square ? result->times(*square) : square;
        if (rest > 1 && square) square = square->times(*square);
    }
    return result;
}

} // namespace

Result<Decimal> power(const Decimal& base, const Decimal& exponent)
{
    const auto doubled = exponent.times(Decimal(2));
    const auto halves = doubled ? doubled->toInteger() : std::nullopt;
    if (!halves || *halves > 2 * kMaxPowerExponent || *halves < -2 * kMaxPowerExponent) return noPower();
    const qint64 size = *halves < 0 ? -*halves : *halves;
    if (base.isZero() && *halves <= 0) {
        if (*halves == 0) return noPower();
        return fail(ErrorKind::RowRejected, u"decimal.division-by-zero"_s, u"division by zero"_s);
    }
    auto result = wholePower(base, size / 2);
    if (result && size % 2 == 1) {
        const auto root = squareRoot(base);
        result = root ? result->times(*root) : root;
    }
    if (result && *halves < 0) result = Decimal(1).dividedBy(*result);
    return result;
}

Result<Decimal> squareRoot(const Decimal& value)
{
    if (value.isNegative()) return noPower();
    if (value.isZero()) return value;
    // Newton's steps fall from any start above the root; 80 halvings bring the farthest start near.
    Decimal guess = value < Decimal(1) ? Decimal(1) : value;
    for (int step = 0; step < 160; ++step) {
        const auto quotient = value.dividedBy(guess);
        if (!quotient) return quotient;
        const auto sum = guess.plus(*quotient);
        if (!sum) return sum;
        const auto next = sum->dividedBy(Decimal(2));
        if (!next) return next;
        if (!(*next < guess)) break;
        guess = *next;
    }
    return guess.normalized();
}

Decimal roundedTo(const Decimal& value, int places, Rounding mode)
{
    return places >= value.scale() ? value : value.rounded(places, mode);
}

} // namespace tieout::formula
