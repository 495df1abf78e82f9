#pragma once

#include "auth/vault.h"
#include "connectors/manifestparts.h"
#include "net/httpclient.h"

#include <optional>

namespace tieout::connectors {

/// Secret settings of a connection by name.
using Secrets = QHash<QString, Secret>;

/// Vault form of a connection's secret settings (JSON, one entry). Unreadable: NeedsLogin "oauth.stored".
[[nodiscard]] Secret packSecrets(const Secrets& secrets);
[[nodiscard]] Result<Secrets> unpackSecrets(const Secret& packed);

/// Signs requests with what a person typed: a key, a user and password, headers. The secrets are read from
/// the vault when first needed. Engine thread; owned by whoever owns the connector.
///
/// Errors: NeedsLogin "vault.not-found" (never entered) | "connector.credentials-refused" (facts: system);
/// BadConfig "connector.setting-missing" (facts: setting); LocalFault of the vault.
class KeyAuthorizer final : public net::Authorizer
{
  public:
    KeyAuthorizer(QString system, AuthSpec spec, QHash<QString, QString> settings, QString vaultKey,
                  auth::Vault& vault);

    [[nodiscard]] Task<Result<net::HttpRequest>> authorize(net::HttpRequest request, StopToken stop) override;
    /// Fine when the vault holds other secrets than those that were refused.
    [[nodiscard]] Task<Result<void>> renew(net::HttpRequest refused, StopToken stop) override;

  private:
    [[nodiscard]] Task<Result<Secrets>> load();
    [[nodiscard]] Result<net::Headers> headersFor(const Secrets& secrets) const;

    QString m_system;
    AuthSpec m_spec;
    QHash<QString, QString> m_settings;
    QString m_vaultKey;
    auth::Vault& m_vault;
    std::optional<Secrets> m_secrets;
};

} // namespace tieout::connectors
