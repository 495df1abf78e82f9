#pragma once

#include <array>
#include <compare>
#include <cstdint>

// Unsigned 128-bit arithmetic for Decimal: the compiler's own type where there is one, else two words (MSVC).
// Both have the same operators; the portable one is always compiled so that a test can compare the two.

namespace tieout::detail {

/// Two 64-bit words with the operators Decimal needs. Division is bitwise once a value passes 64 bits.
struct PortableU128 {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    constexpr PortableU128() = default;
    constexpr PortableU128(std::uint64_t value)
        : low(value)
    {
    } // implicit, as for the built-in type
    constexpr PortableU128(std::uint64_t highWord, std::uint64_t lowWord)
        : low(lowWord)
        , high(highWord)
    {
    }
    explicit constexpr operator std::uint64_t() const { return low; }

    constexpr bool operator==(const PortableU128&) const = default;
    constexpr std::strong_ordering operator<=>(const PortableU128& other) const
    {
        return high != other.high ? high <=> other.high : low <=> other.low;
    }
    constexpr PortableU128 operator~() const { return {~high, ~low}; }
    constexpr PortableU128 operator+(PortableU128 other) const
    {
        const std::uint64_t sum = low + other.low;
        return {high + other.high + (sum < low ? 1 : 0), sum};
    }
    constexpr PortableU128 operator-(PortableU128 other) const
    {
        return {high - other.high - (low < other.low ? 1 : 0), low - other.low};
    }
    constexpr PortableU128 operator<<(int bits) const
    {
        if (bits == 0) return *this;
        if (bits >= 64) return {low << (bits - 64), 0};
        return {(high << bits) | (low >> (64 - bits)), low << bits};
    }
    constexpr PortableU128 operator>>(int bits) const
    {
        if (bits == 0) return *this;
        if (bits >= 64) return {0, high >> (bits - 64)};
        return {high >> bits, (low >> bits) | (high << (64 - bits))};
    }
    constexpr PortableU128 operator|(PortableU128 other) const
    {
        return {high | other.high, low | other.low};
    }

    static constexpr PortableU128 product(std::uint64_t a, std::uint64_t b)
    {
        constexpr std::uint64_t mask = 0xffffffffU;
        const std::uint64_t low = (a & mask) * (b & mask);
        const std::uint64_t first = (a >> 32) * (b & mask);
        const std::uint64_t second = (a & mask) * (b >> 32);
        const std::uint64_t middle = (low >> 32) + (first & mask) + (second & mask);
        const std::uint64_t high = (a >> 32) * (b >> 32) + (first >> 32) + (second >> 32) + (middle >> 32);
        return {high, (middle << 32) | (low & mask)};
    }
    constexpr PortableU128 operator*(PortableU128 other) const
    {
        PortableU128 result = product(low, other.low);
        result.high += low * other.high + high * other.low;
        return result;
    }

    struct Division;
    constexpr Division dividedBy(PortableU128 divisor) const;
    constexpr PortableU128 operator/(PortableU128 divisor) const;
    constexpr PortableU128 operator%(PortableU128 divisor) const;
};

struct PortableU128::Division {
    PortableU128 quotient;
    PortableU128 remainder;
};

constexpr PortableU128::Division PortableU128::dividedBy(PortableU128 divisor) const
{
    if (high == 0 && divisor.high == 0) return {low / divisor.low, low % divisor.low};
    Division result;
    for (int bit = 127; bit >= 0; --bit) {
        const bool carry = (result.remainder.high >> 63) != 0;
        result.remainder = (result.remainder << 1) | PortableU128((*this >> bit).low & 1);
        result.quotient = result.quotient << 1;
        if (carry || result.remainder >= divisor) {
            result.remainder = result.remainder - divisor;
            result.quotient = result.quotient | PortableU128(1);
        }
    }
    return result;
}

constexpr PortableU128 PortableU128::operator/(PortableU128 divisor) const
{
    return dividedBy(divisor).quotient;
}

constexpr PortableU128 PortableU128::operator%(PortableU128 divisor) const
{
    return dividedBy(divisor).remainder;
}

#if defined(__SIZEOF_INT128__) && !defined(TIEOUT_PORTABLE_INT128)
__extension__ typedef unsigned __int128 U128;
#else
using U128 = PortableU128;
#endif

constexpr U128 makeU128(std::uint64_t high, std::uint64_t low)
{
    return (U128(high) << 64) | U128(low);
}

constexpr std::uint64_t highWord(U128 value)
{
    return static_cast<std::uint64_t>(value >> 64);
}

constexpr std::uint64_t lowWord(U128 value)
{
    return static_cast<std::uint64_t>(value);
}

constexpr U128 wideProduct(std::uint64_t a, std::uint64_t b)
{
#if defined(__SIZEOF_INT128__) && !defined(TIEOUT_PORTABLE_INT128)
    return U128(a) * b;
#else
    return PortableU128::product(a, b);
#endif
}

} // namespace tieout::detail
