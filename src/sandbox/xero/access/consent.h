#pragma once

#include "sandbox/oauth.h"
#include "sandbox/pages.h"

#include <QUuid>

namespace tieout::sandbox::xero {

/// Why an authorize request is refused on a page ("unauthorized_client : Invalid redirect_uri"); empty when
/// it is in order. `broadScopes`: those of before March 2026 are still given.
[[nodiscard]] QString authorizeProblem(const AuthorizeRequest& asked, bool broadScopes);
/// What the sign-in and consent pages show for it.
[[nodiscard]] SignInPage consentPageOf(const AuthorizeRequest& asked,
                                       const QList<std::pair<QUuid, QString>>& tenants);

} // namespace tieout::sandbox::xero
