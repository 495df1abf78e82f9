#pragma once

#include "base/decimal.h"
#include "base/int128.h"

#include <array>

namespace tieout::detail {

/// Sign, magnitude and scale of a Decimal taken apart; the only other place that knows its words.
struct DecimalParts {
    U128 magnitude{0};
    bool negative = false;
    int scale = 0;

    [[nodiscard]] static DecimalParts of(const Decimal& value)
    {
        const U128 words = makeU128(quint64(value.m_high), value.m_low);
        const bool negative = value.m_high < 0;
        return {negative ? U128(0) - words : words, negative, value.m_scale};
    }
    /// `magnitude` < 10^38 and 0 ≤ scale ≤ 37.
    [[nodiscard]] Decimal toDecimal() const
    {
        const U128 words = negative ? U128(0) - magnitude : magnitude;
        Decimal result;
        result.m_low = lowWord(words);
        result.m_high = qint64(highWord(words));
        result.m_scale = qint8(scale);
        return result;
    }
    /// True when the coefficient is one signed word: the usual case of money.
    [[nodiscard]] static bool isNarrow(const Decimal& value)
    {
        return value.m_high == (qint64(value.m_low) >> 63);
    }
    [[nodiscard]] static qint64 narrow(const Decimal& value) { return qint64(value.m_low); }
    [[nodiscard]] static bool sameWords(const Decimal& a, const Decimal& b)
    {
        return a.m_low == b.m_low && a.m_high == b.m_high;
    }
};

constexpr auto kPowersOfTen = [] {
    std::array<U128, 39> powers{};
    powers[0] = U128(1);
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * U128(10);
    return powers;
}();

constexpr auto kNarrowPowersOfTen = [] {
    std::array<quint64, 20> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

constexpr U128 kCoefficientEnd = kPowersOfTen[38]; ///< first magnitude that does not fit

/// Decimal digits of a magnitude; 0 has none.
[[nodiscard]] inline int digitCount(U128 magnitude)
{
    if (highWord(magnitude) == 0) {
        const quint64 word = lowWord(magnitude);
        int digits = 0;
        while (digits < 20 && word >= kNarrowPowersOfTen[std::size_t(digits)])
            ++digits;
        return digits;
    }
    int digits = 19;
    while (digits < 39 && magnitude >= kPowersOfTen[std::size_t(digits)])
        ++digits;
    return digits;
}

} // namespace tieout::detail
