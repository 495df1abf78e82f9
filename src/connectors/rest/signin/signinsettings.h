#pragma once

#include "auth/oauth.h"
#include "connectors/manifest.h"
#include "model/connectionform.h"

namespace tieout::connectors {

/// How a connection signs in through the browser; what it asks for is in `scopes`. `secret` is the client's,
/// which a sign-in of kind oauth2 needs (a renewal has it with its tokens). Errors: BadConfig
/// "connector.setting-missing" (facts: setting).
[[nodiscard]] Result<auth::OAuthSettings> oauthSettings(const Manifest& manifest,
                                                        const model::Connection& connection,
                                                        const QStringList& scopes = {},
                                                        const Secret& secret = {});

/// A setting to ask a person for, in the manifest's order: those a connection's way to sign in uses.
[[nodiscard]] QList<SettingSpec> settingsToAsk(const Manifest& manifest, const AuthSpec& auth);
/// The first setting that is needed and empty; empty when all are there.
[[nodiscard]] QString missingSetting(const Manifest& manifest, const model::Connection& connection,
                                     const QHash<QString, Secret>& secrets);

/// The ways to sign in to a system, with what each asks a person for; the first is the usual one.
[[nodiscard]] QList<model::SignInWay> signInWays(const Manifest& manifest);

/// Signs the requests of a connection. For a sign-in through the browser `oauth` is the same object as
/// `authorizer`; null otherwise. An authorizer of kind none is null.
struct SignedBy {
    std::unique_ptr<net::Authorizer> authorizer;
    auth::OAuthSession* oauth = nullptr;
};
/// The vault, the transport and the clock must outlive it. Errors as oauthSettings.
[[nodiscard]] Result<SignedBy> authorizerFor(const Manifest& manifest, const model::Connection& connection,
                                             net::Transport& transport, Clock& clock, auth::Vault& vault,
                                             const QString& tokenKey, const QString& secretKey);

/// What the token answer tells the connection (instance address, identity path), as settings.
[[nodiscard]] QHash<QString, QString> settingsFromTokens(const Manifest& manifest,
                                                         const auth::Tokens& tokens);

} // namespace tieout::connectors
