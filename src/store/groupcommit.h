#pragma once

#include "store/store_impl.h"

#include <span>

namespace tieout::store {

/// Carries out writes that came together with one commit: a failed one is undone alone; when the commit
/// fails, or the database undoes everything by itself, none of that transaction counts.
void commitTogether(Database& database, std::span<detail::Ticket* const> tickets);
/// One read on one state of the workspace.
void readOnce(Database& database, detail::Ticket& ticket);

} // namespace tieout::store
