#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <compare>
#include <cstdint>
#include <string_view>

namespace tieout {

namespace detail {
struct DecimalParts;
}

enum class Rounding : quint8 {
    HalfAwayFromZero, ///< Excel's ROUND and the ledgers' own
    HalfEven,
    Down, ///< towards zero
    Up,   ///< away from zero
    Floor,
    Ceiling,
};

/// An exact decimal: a signed 127-bit coefficient (38 digits) and a scale of 0…37 digits after the point.
/// Money, quantities and rates are this from the wire to the wire; there is no conversion to or from double.
/// Values compare by number (1.50 == 1.5); the scale is kept for printing. Sums, differences and products are
/// exact while they fit; places behind the point that do not fit any more (thirds times thirds) are rounded
/// away, half away from zero. A whole part over 38 digits is an error of kind RowRejected, code
/// "decimal.overflow".
class Decimal final
{
  public:
    static constexpr int kMaxScale = 37;
    static constexpr int kMaxDigits = 38;
    static constexpr int kDivisionDigits = 28; ///< significant digits that a division keeps

    constexpr Decimal() = default;
    Decimal(qint64 value); // implicit: whole numbers are decimals

    /// "-12.50", "1e3", "+0.1"; surrounding blanks are an error. Error: RowRejected "decimal.syntax" |
    /// "decimal.overflow".
    [[nodiscard]] static Result<Decimal> parse(std::string_view text);
    [[nodiscard]] static Result<Decimal> parse(QStringView text);
    /// coefficient / 10^scale; 0 ≤ scale ≤ 37
    [[nodiscard]] static Decimal fromScaled(qint64 coefficient, int scale);

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isNegative() const;
    [[nodiscard]] int scale() const { return m_scale; }
    [[nodiscard]] bool isInteger() const;
    /// nullopt when not whole or too large.
    [[nodiscard]] std::optional<qint64> toInteger() const;

    [[nodiscard]] Decimal negated() const;
    [[nodiscard]] Decimal abs() const;
    /// Exactly `places` digits after the point (padded or rounded); negative places round to tens, hundreds…
    /// Padding ends at 38 digits; a value that rounding up would carry past 38 digits stays as it is.
    [[nodiscard]] Decimal rounded(int places, Rounding mode = Rounding::HalfAwayFromZero) const;
    /// Without trailing zeros after the point.
    [[nodiscard]] Decimal normalized() const;

    [[nodiscard]] Result<Decimal> plus(const Decimal& other) const;
    [[nodiscard]] Result<Decimal> minus(const Decimal& other) const;
    [[nodiscard]] Result<Decimal> times(const Decimal& other) const;
    /// 28 significant digits (all of a longer whole part), half away from zero, no zeros added behind an
    /// exact quotient. Error "decimal.division-by-zero" when `other` is zero.
    [[nodiscard]] Result<Decimal> dividedBy(const Decimal& other) const;

    /// Plain notation, never an exponent: "-12.50".
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QByteArray toByteArray() const;
    /// Appends the plain notation; for writers.
    void appendTo(QByteArray& out) const;

    [[nodiscard]] bool operator==(const Decimal& other) const { return compare(other) == 0; }
    [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const
    {
        return compare(other) <=> 0;
    }
    /// Equal numbers hash alike whatever their scale.
    friend size_t qHash(const Decimal& value, size_t seed) noexcept;

  private:
    friend struct detail::DecimalParts;
    [[nodiscard]] int compare(const Decimal& other) const;

    // Two's complement 128-bit coefficient in two words: MSVC has no 128-bit integer, and 8-byte alignment
    // keeps a Value at 32 bytes.
    quint64 m_low = 0;
    qint64 m_high = 0;
    qint8 m_scale = 0;
};

} // namespace tieout
