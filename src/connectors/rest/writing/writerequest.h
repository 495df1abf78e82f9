#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/requestdraft.h"

namespace tieout::connectors {

/// What a write's address may name: the row's id, key, version and fields, and the ids of all rows.
[[nodiscard]] Variables writeVariables(const Variables& settings, const QList<WriteRow>& rows);

/// The request of a write, complete but for its key. Errors: BadConfig "connector.setting-missing". Pure.
[[nodiscard]] Result<net::HttpRequest> writeRequest(const Manifest& manifest, const ObjectSpec& object,
                                                    const WriteSpec& spec, const PreparedWrite& write,
                                                    const Variables& settings);

} // namespace tieout::connectors
