#pragma once

#include "base/decimal.h"

namespace tieout::formula {

/// base ^ exponent for whole and half exponents, the whole ones by exact multiplication while 38 digits
/// suffice. Error: "formula.power" for other exponents and for even roots of negatives,
/// "decimal.division-by-zero", "decimal.overflow".
[[nodiscard]] Result<Decimal> power(const Decimal& base, const Decimal& exponent);
/// To 28 digits. Error: "formula.power" for a negative.
[[nodiscard]] Result<Decimal> squareRoot(const Decimal& value);
/// Rounds to `places` after the point; negative places round to tens and hundreds. A value with fewer places
/// stays as it is.
[[nodiscard]] Decimal roundedTo(const Decimal& value, int places, Rounding mode);

} // namespace tieout::formula
