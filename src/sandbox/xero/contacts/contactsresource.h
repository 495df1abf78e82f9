#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// /Contacts: list, single, PUT, POST. Stateless.
[[nodiscard]] Response answerContacts(const Call& call);

/// The contact that a path segment names, by ContactID or ContactNumber; -1 when there is none.
[[nodiscard]] int contactNamed(const Tenant& tenant, const QString& segment);

} // namespace tieout::sandbox::xero
