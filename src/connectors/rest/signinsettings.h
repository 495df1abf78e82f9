#pragma once

#include "auth/oauth.h"
#include "connectors/manifest.h"

namespace tieout::connectors {

/// The scopes that the named operations ("Contacts.write") need, and those always asked for; all when empty.
[[nodiscard]] QStringList scopesFor(const Manifest& manifest, const QStringList& operations = {});

/// How a connection signs in. Errors: BadConfig "connector.setting-missing" (facts: setting).
[[nodiscard]] Result<auth::OAuthSettings> oauthSettings(const Manifest& manifest,
                                                        const model::Connection& connection);

/// What the token answer tells the connection (instance address, identity path), as settings.
[[nodiscard]] QHash<QString, QString> settingsFromTokens(const Manifest& manifest,
                                                         const auth::Tokens& tokens);

} // namespace tieout::connectors
