#pragma once

#include "sandbox/business/business.h"
#include "sandbox/cin7omni/books.h"

namespace tieout::sandbox::cin7omni {

/// The account as the business would have kept it. The same business, number and day give the same books.
[[nodiscard]] Books filledBooks(const business::Business& business, qint64 customers, Instant now);

} // namespace tieout::sandbox::cin7omni
