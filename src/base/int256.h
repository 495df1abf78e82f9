#pragma once

#include "base/int128.h"

namespace tieout::detail {

/// The intermediate of products and quotients that pass 128 bits; not on the usual path.
struct U256 {
    U128 low{0};
    U128 high{0};

    constexpr bool fits128() const { return high == U128(0); }
    constexpr bool operator==(const U256& other) const { return low == other.low && high == other.high; }
    constexpr bool operator<(const U256& other) const
    {
        return high != other.high ? high < other.high : low < other.low;
    }
    constexpr U256 operator+(const U256& other) const
    {
        const U128 sum = low + other.low;
        return {sum, high + other.high + U128(sum < low ? 1 : 0)};
    }
    constexpr U256 operator-(const U256& other) const
    {
        return {low - other.low, high - other.high - U128(low < other.low ? 1 : 0)};
    }
};

constexpr U256 product256(U128 a, U128 b)
{
    const U128 lowLow = wideProduct(lowWord(a), lowWord(b));
    const U128 highLow = wideProduct(highWord(a), lowWord(b));
    const U128 lowHigh = wideProduct(lowWord(a), highWord(b));
    const U128 highHigh = wideProduct(highWord(a), highWord(b));
    const U128 middle = U128(highWord(lowLow)) + U128(lowWord(highLow)) + U128(lowWord(lowHigh));
    return {makeU128(lowWord(middle), lowWord(lowLow)),
            highHigh + U128(highWord(highLow)) + U128(highWord(lowHigh)) + U128(highWord(middle))};
}

struct Division256 {
    U256 quotient;
    U128 remainder{0};
};

/// Divisors below 2^64 go word by word, others bit by bit; `divisor` < 2^127.
constexpr Division256 divide256(const U256& value, U128 divisor)
{
    Division256 result;
    if (value.fits128()) {
        result.quotient.low = value.low / divisor;
        result.remainder = value.low - result.quotient.low * divisor;
        return result;
    }
    if (highWord(divisor) == 0) {
        const std::uint64_t words[4] = {highWord(value.high), lowWord(value.high), highWord(value.low),
                                        lowWord(value.low)};
        std::uint64_t quotient[4] = {};
        std::uint64_t rest = 0;
        for (int i = 0; i < 4; ++i) {
            const U128 part = makeU128(rest, words[i]);
            quotient[i] = lowWord(part / divisor);
            rest = lowWord(part % divisor);
        }
        result.quotient = {makeU128(quotient[2], quotient[3]), makeU128(quotient[0], quotient[1])};
        result.remainder = U128(rest);
        return result;
    }
    for (int bit = 255; bit >= 0; --bit) {
        const U128 source = bit >= 128 ? value.high >> (bit - 128) : value.low >> bit;
        result.remainder = (result.remainder << 1) | U128(lowWord(source) & 1U);
        result.quotient.high = (result.quotient.high << 1) | (result.quotient.low >> 127);
        result.quotient.low = result.quotient.low << 1;
        if (result.remainder >= divisor) {
            result.remainder = result.remainder - divisor;
            result.quotient.low = result.quotient.low | U128(1);
        }
    }
    return result;
}

} // namespace tieout::detail
