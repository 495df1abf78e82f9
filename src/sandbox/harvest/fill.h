#pragma once

#include "sandbox/business/business.h"
#include "sandbox/harvest/books.h"

namespace tieout::sandbox::harvest {

/// The account as the business would have kept it: `customers` clients, three projects for five of them, a
/// hundred time entries a project. The same business, number and day give the same books.
[[nodiscard]] Books filledBooks(const business::Business& business, qint64 customers, Instant now);

} // namespace tieout::sandbox::harvest
