#pragma once

#include "sandbox/cin7core/books.h"

namespace tieout::sandbox::cin7core {

/// Moves the availability of products when a sale or a purchase is kept: what the deal did before is taken
/// back, what it does now is done. `before` is null for a new deal.
void moveStock(Books& books, Kind kind, const Json* before, const Json& after);
/// What is allocated and on order, not what is there: for books whose counts are given.
void expectStock(Books& books, Kind kind, const Json& deal);

} // namespace tieout::sandbox::cin7core
