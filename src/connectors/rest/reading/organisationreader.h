#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/requestdraft.h"

namespace tieout::connectors {

/// The organisations that a sign-in reaches, from the answer of `tenants.request`; each once. Pure.
[[nodiscard]] QList<OrganisationInfo> organisationsIn(const Json& answer, const AuthSpec::Tenants& spec,
                                                      const Variables& settings);

/// By what the system names its permission for the organisation `{tenantId}` of `settings`; empty when the
/// sign-in does not reach it. Pure.
[[nodiscard]] QString leaveIdIn(const Json& answer, const AuthSpec::Tenants& spec, const Variables& settings);

} // namespace tieout::connectors
