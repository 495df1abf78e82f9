#pragma once

#include "auth/vault.h"

#include <functional>

namespace tieout::auth {

/// Keeps the tokens of *practice* connections in a file of the workspace folder that only its owner may read.
///
/// This is no insecure fallback for real secrets: it refuses every key that its predicate does not know as a
/// practice connection. A practice token opens nothing but made-up books, served on this machine to this
/// machine; it is worth nothing to a thief. It exists so that the whole program, sign-in included, runs where
/// no keychain service is: build servers, containers, a first look over SSH. Usable from any thread; several
/// programs may share the file.
class PracticeVault final : public Vault
{
  public:
    using IsPracticeKey = std::function<bool(const QString& key)>;

    PracticeVault(QString path, IsPracticeKey isPractice);

    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;

  private:
    QString m_path;
    IsPracticeKey m_isPractice;
};

/// Sends each key to the vault it belongs to: practice connections to one, all others to the other. Owns
/// neither.
class VaultRouter final : public Vault
{
  public:
    VaultRouter(Vault& practice, Vault& real, PracticeVault::IsPracticeKey isPractice);

    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool keepsAfterExit() const override { return m_real.keepsAfterExit(); }

  private:
    [[nodiscard]] Vault& vaultOf(const QString& key);

    Vault& m_practice;
    Vault& m_real;
    PracticeVault::IsPracticeKey m_isPractice;
};

} // namespace tieout::auth
