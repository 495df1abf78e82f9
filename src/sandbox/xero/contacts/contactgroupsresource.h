#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /ContactGroups[/{id}[/Contacts[/{ContactID}]]]. Stateless.
[[nodiscard]] Response answerContactGroups(const Call& call);

} // namespace tieout::sandbox::xero
