#pragma once

#include "auth/vault.h"
#include "base/clock.h"

namespace tieout::auth {

/// The operating system's keychain through QtKeychain: Secret Service or KWallet, macOS Keychain, Windows
/// Credential Store. Main thread; other threads go through VaultProxy. A keychain that waits for its password
/// prompt for longer than `patience` is "vault.timeout"; what it answers afterwards is dropped.
///
/// Windows ignores the service name, so every key must carry its own prefix, and its entries are small, so
/// that a long secret is kept in parts there (see SecretParts).
class KeychainVault final : public Vault
{
  public:
    explicit KeychainVault(Clock& clock, std::chrono::milliseconds patience = std::chrono::seconds{60});

    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;

    /// False in a build without QtKeychain: every call is then "vault.missing-service"; use SessionVault.
    [[nodiscard]] static bool isBuiltIn();

  private:
    Clock& m_clock;
    std::chrono::milliseconds m_patience;
};

/// The error for a QKeychain::Error number; `text` is QtKeychain's own.
[[nodiscard]] Error keychainError(int error, const QString& key, const QString& text);

} // namespace tieout::auth
