#include "base/decimal.h"

#include "base/decimalparts.h"
#include "base/int256.h"

#include <QHashFunctions>

#include <compare>

using namespace Qt::StringLiterals;

namespace tieout {

using detail::DecimalParts;
using detail::kCoefficientEnd;
using detail::kNarrowPowersOfTen;
using detail::kPowersOfTen;
using detail::U128;
using detail::U256;

namespace {

tl::unexpected<Error> overflow()
{
    return fail(ErrorKind::RowRejected, u"decimal.overflow"_s, u"the number has more than 38 digits"_s);
}

quint64 magnitudeOf(qint64 value)
{
    return value < 0 ? quint64(0) - quint64(value) : quint64(value);
}

U128 powerOfTen(int exponent)
{
    return kPowersOfTen[std::size_t(exponent)];
}

/// Should a quotient grow by one in magnitude? `half` compares the remainder with half of the divisor.
bool roundsAway(Rounding mode, bool negative, bool odd, bool inexact, std::strong_ordering half)
{
    switch (mode) {
    case Rounding::HalfAwayFromZero:
        return std::is_gteq(half);
    case Rounding::HalfEven:
        return std::is_gt(half) || (std::is_eq(half) && odd);
    case Rounding::Down:
        return false;
    case Rounding::Up:
        return inexact;
    case Rounding::Floor:
        return inexact && negative;
    case Rounding::Ceiling:
        return inexact && !negative;
    }
    return false;
}

/// `magnitude` / 10^drop, rounded. `drop` may pass 38: then nothing but the rounding is left.
U128 droppedDigits(U128 magnitude, int drop, Rounding mode, bool negative)
{
    if (drop > 38) {
        const bool away = roundsAway(mode, negative, false, magnitude != U128(0), std::strong_ordering::less);
        return U128(away ? 1 : 0);
    }
    if (detail::highWord(magnitude) == 0 && drop <= 19) {
        const quint64 divisor = kNarrowPowersOfTen[std::size_t(drop)];
        const quint64 quotient = detail::lowWord(magnitude) / divisor;
        const quint64 rest = detail::lowWord(magnitude) % divisor;
        const bool away =
            roundsAway(mode, negative, (quotient & 1) != 0, rest != 0, rest <=> (divisor - rest));
        return U128(quotient) + U128(away ? 1 : 0);
    }
    const U128 divisor = powerOfTen(drop);
    const U128 quotient = magnitude / divisor;
    const U128 rest = magnitude - quotient * divisor;
    const U128 complement = divisor - rest;
    const auto half = rest < complement   ? std::strong_ordering::less
                      : complement < rest ? std::strong_ordering::greater
                                          : std::strong_ordering::equal;
    const bool odd = (detail::lowWord(quotient) & 1) != 0;
    return quotient + U128(roundsAway(mode, negative, odd, rest != U128(0), half) ? 1 : 0);
}

/// `magnitude` / 10^drop, half away from zero, for a wide intermediate.
U256 droppedWide(const U256& magnitude, int drop)
{
    U256 value = magnitude;
    // Two steps for more than 38 digits: truncating first keeps "half or more" decidable by the last step.
    if (drop > 38) {
        value = detail::divide256(value, powerOfTen(drop - 38)).quotient;
        drop = 38;
    }
    const auto division = detail::divide256(value, powerOfTen(drop));
    const bool away = drop > 0 && division.remainder >= powerOfTen(drop) - division.remainder;
    return division.quotient + U256{U128(away ? 1 : 0), U128(0)};
}

int wideDigitCount(const U256& magnitude)
{
    if (magnitude.fits128()) return detail::digitCount(magnitude.low);
    int digits = 38;
    while (digits < 76 && !(magnitude < detail::product256(powerOfTen(38), powerOfTen(digits - 38))))
        ++digits;
    return digits;
}

/// Brings a wide magnitude into 38 digits and 37 places: exactly when trailing zeros allow it, else rounded.
Result<Decimal> fitted(const U256& magnitude, int scale, bool negative)
{
    const U256 end{kCoefficientEnd, U128(0)};
    const auto fits = [&](const U256& value, int atScale) {
        return value < end && atScale <= Decimal::kMaxScale;
    };
    if (fits(magnitude, scale)) return DecimalParts{magnitude.low, negative, scale}.toDecimal();
    int drop = std::max({0, scale - Decimal::kMaxScale, wideDigitCount(magnitude) - Decimal::kMaxDigits});
    for (; drop <= scale; ++drop) {
        const U256 candidate = droppedWide(magnitude, drop);
        if (!fits(candidate, scale - drop)) continue;
        const bool zero = candidate == U256{};
        return DecimalParts{candidate.low, negative && !zero, scale - drop}.toDecimal();
    }
    return overflow();
}

U256 scaledUp(U128 magnitude, int digits)
{
    return detail::product256(magnitude, powerOfTen(digits));
}

/// magnitude · 10^digits for a quotient: at most 76 digits in all.
U256 shifted(U128 magnitude, int digits)
{
    const int first = std::min(digits, Decimal::kMaxDigits - detail::digitCount(magnitude));
    return scaledUp(magnitude * powerOfTen(first), digits - first);
}

/// a + b of any size.
Result<Decimal> wideSum(const Decimal& a, const Decimal& b)
{
    const DecimalParts left = DecimalParts::of(a);
    const DecimalParts right = DecimalParts::of(b);
    const int scale = std::max(left.scale, right.scale);
    const U256 leftWide = scaledUp(left.magnitude, scale - left.scale);
    const U256 rightWide = scaledUp(right.magnitude, scale - right.scale);
    if (left.negative == right.negative) return fitted(leftWide + rightWide, scale, left.negative);
    if (rightWide < leftWide) return fitted(leftWide - rightWide, scale, left.negative);
    if (leftWide < rightWide) return fitted(rightWide - leftWide, scale, right.negative);
    return fitted(U256{}, scale, false);
}

/// The coefficient of a one-word value at a larger scale, as sign and magnitude; `digits` ≤ 18.
DecimalParts narrowAt(qint64 coefficient, int digits, int scale)
{
    return {detail::wideProduct(magnitudeOf(coefficient), kNarrowPowersOfTen[std::size_t(digits)]),
            coefficient < 0, scale};
}

constexpr int kNarrowShift = 18; ///< 10^18 · 2^63 stays below 10^38

Decimal alignedSum(const DecimalParts& a, const DecimalParts& b, int scale)
{
    if (a.negative == b.negative)
        return DecimalParts{a.magnitude + b.magnitude, a.negative, scale}.toDecimal();
    if (b.magnitude < a.magnitude)
        return DecimalParts{a.magnitude - b.magnitude, a.negative, scale}.toDecimal();
    const U128 magnitude = b.magnitude - a.magnitude;
    return DecimalParts{magnitude, b.negative && magnitude != U128(0), scale}.toDecimal();
}

void stripZeros(DecimalParts& parts, int downTo)
{
    while (parts.scale > downTo && detail::highWord(parts.magnitude) != 0) {
        const U128 shorter = parts.magnitude / U128(10);
        if (shorter * U128(10) != parts.magnitude) return;
        parts.magnitude = shorter;
        --parts.scale;
    }
    quint64 word = detail::lowWord(parts.magnitude);
    if (detail::highWord(parts.magnitude) != 0) return;
    if (word == 0) parts.scale = downTo;
    while (parts.scale > downTo && word % 10 == 0) {
        word /= 10;
        --parts.scale;
    }
    parts.magnitude = U128(word);
}

} // namespace

Decimal::Decimal(qint64 value)
    : m_low(quint64(value))
    , m_high(value < 0 ? -1 : 0)
{
}

Decimal Decimal::fromScaled(qint64 coefficient, int scale)
{
    Q_ASSERT(scale >= 0 && scale <= kMaxScale);
    Decimal result(coefficient);
    result.m_scale = qint8(scale);
    return result;
}

bool Decimal::isZero() const
{
    return m_low == 0 && m_high == 0;
}

bool Decimal::isNegative() const
{
    return m_high < 0;
}

bool Decimal::isInteger() const
{
    return normalized().m_scale == 0;
}

std::optional<qint64> Decimal::toInteger() const
{
    const Decimal whole = normalized();
    if (whole.m_scale != 0 || !DecimalParts::isNarrow(whole)) return std::nullopt;
    return DecimalParts::narrow(whole);
}

Decimal Decimal::negated() const
{
    DecimalParts parts = DecimalParts::of(*this);
    parts.negative = !parts.negative && !isZero();
    return parts.toDecimal();
}

Decimal Decimal::abs() const
{
    return isNegative() ? negated() : *this;
}

Decimal Decimal::rounded(int places, Rounding mode) const
{
    if (places == m_scale) return *this;
    DecimalParts parts = DecimalParts::of(*this);
    if (places > m_scale) {
        const int room = kMaxDigits - detail::digitCount(parts.magnitude);
        const int padding = std::min({places, kMaxScale, m_scale + room}) - m_scale;
        parts.magnitude = parts.magnitude * powerOfTen(std::max(0, padding));
        parts.scale += std::max(0, padding);
        return parts.toDecimal();
    }
    parts.magnitude = droppedDigits(parts.magnitude, int(std::min<qint64>(qint64(m_scale) - places, 100)),
                                    mode, parts.negative);
    parts.scale = std::max(0, places);
    if (places < 0 && parts.magnitude != U128(0)) {
        const int zeros = places < -kMaxDigits ? kMaxDigits : -places;
        if (detail::digitCount(parts.magnitude) + zeros > kMaxDigits) return *this;
        parts.magnitude = parts.magnitude * powerOfTen(zeros);
    }
    if (parts.magnitude == U128(0)) parts.negative = false;
    if (!(parts.magnitude < kCoefficientEnd)) return *this;
    return parts.toDecimal();
}

Decimal Decimal::normalized() const
{
    if (m_scale == 0) return *this;
    DecimalParts parts = DecimalParts::of(*this);
    stripZeros(parts, 0);
    return parts.toDecimal();
}

Result<Decimal> Decimal::plus(const Decimal& other) const
{
    if (DecimalParts::isNarrow(*this) && DecimalParts::isNarrow(other)) {
        const int apart = m_scale - other.m_scale;
        if (apart == 0) {
            // Two one-word numbers cannot pass two words.
            Decimal sum;
            sum.m_low = m_low + other.m_low;
            sum.m_high = m_high + other.m_high + (sum.m_low < m_low ? 1 : 0);
            sum.m_scale = m_scale;
            return sum;
        }
        if (apart > 0 && apart <= kNarrowShift) {
            return alignedSum(narrowAt(qint64(m_low), 0, m_scale),
                              narrowAt(qint64(other.m_low), apart, m_scale), m_scale);
        }
        if (apart < 0 && -apart <= kNarrowShift) {
            return alignedSum(narrowAt(qint64(m_low), -apart, other.m_scale),
                              narrowAt(qint64(other.m_low), 0, other.m_scale), other.m_scale);
        }
    }
    return wideSum(*this, other);
}

Result<Decimal> Decimal::minus(const Decimal& other) const
{
    return plus(other.negated());
}

Result<Decimal> Decimal::times(const Decimal& other) const
{
    const int scale = m_scale + other.m_scale;
    if (scale <= kMaxScale && DecimalParts::isNarrow(*this) && DecimalParts::isNarrow(other)) {
        const auto a = qint64(m_low);
        const auto b = qint64(other.m_low);
        const U128 magnitude = detail::wideProduct(magnitudeOf(a), magnitudeOf(b));
        return DecimalParts{magnitude, (a < 0) != (b < 0) && magnitude != U128(0), scale}.toDecimal();
    }
    DecimalParts left = DecimalParts::of(*this);
    DecimalParts right = DecimalParts::of(other);
    if (scale > kMaxScale ||
        detail::digitCount(left.magnitude) + detail::digitCount(right.magnitude) > kMaxDigits) {
        stripZeros(left, 0);
        stripZeros(right, 0);
    }
    return fitted(detail::product256(left.magnitude, right.magnitude), left.scale + right.scale,
                  left.negative != right.negative && !isZero() && !other.isZero());
}

Result<Decimal> Decimal::dividedBy(const Decimal& other) const
{
    if (other.isZero()) {
        return fail(ErrorKind::RowRejected, u"decimal.division-by-zero"_s, u"division by zero"_s);
    }
    const DecimalParts dividend = DecimalParts::of(*this);
    const DecimalParts divisor = DecimalParts::of(other);
    if (dividend.magnitude == U128(0)) return Decimal();
    // Places that give 28 or 29 digits, at least what makes the quotient's scale ≥ 0, at most scale 37.
    const int apart = dividend.scale - divisor.scale;
    int shift =
        kDivisionDigits - detail::digitCount(dividend.magnitude) + detail::digitCount(divisor.magnitude);
    shift = std::max({shift, 0, -apart});
    shift = std::min(shift, kMaxScale - apart);
    const auto division = detail::divide256(shifted(dividend.magnitude, shift), divisor.magnitude);
    if (!(division.quotient < U256{kCoefficientEnd, U128(0)})) return overflow();
    DecimalParts result{division.quotient.low, dividend.negative != divisor.negative, apart + shift};
    const int excess = std::min(detail::digitCount(result.magnitude) - kDivisionDigits, result.scale);
    if (excess > 0) {
        // Truncated digits below do not matter: half or more is decided by the last digits kept so far.
        result.magnitude =
            droppedDigits(result.magnitude, excess, Rounding::HalfAwayFromZero, result.negative);
        result.scale -= excess;
    } else if (division.remainder >= divisor.magnitude - division.remainder) {
        result.magnitude = result.magnitude + U128(1);
    }
    if (!(result.magnitude < kCoefficientEnd)) return overflow();
    stripZeros(result, std::max(0, std::min(apart, result.scale)));
    if (result.magnitude == U128(0)) result.negative = false;
    return result.toDecimal();
}

int Decimal::compare(const Decimal& other) const
{
    if (m_scale == other.m_scale) {
        if (m_high != other.m_high) return m_high < other.m_high ? -1 : 1;
        return m_low == other.m_low ? 0 : m_low < other.m_low ? -1 : 1;
    }
    const DecimalParts left = DecimalParts::of(*this);
    const DecimalParts right = DecimalParts::of(other);
    if (left.negative != right.negative) return left.negative ? -1 : 1;
    const int scale = std::max(left.scale, right.scale);
    const U256 a = scaledUp(left.magnitude, scale - left.scale);
    const U256 b = scaledUp(right.magnitude, scale - right.scale);
    if (a == b) return 0;
    return (a < b) != left.negative ? -1 : 1;
}

size_t qHash(const Decimal& value, size_t seed) noexcept
{
    const Decimal normal = value.normalized();
    return qHashMulti(seed, normal.m_low, normal.m_high, normal.m_scale);
}

} // namespace tieout
