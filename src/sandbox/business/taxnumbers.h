#pragma once

#include "base/random.h"

#include <QString>

namespace tieout::sandbox::business {

/// A made-up company number that passes the country's own check. Pure but for the chance it draws.
[[nodiscard]] QString madeUpTaxNumber(QStringView countryCode, SeededRandom& random);

} // namespace tieout::sandbox::business
