#pragma once

#include "auth/vault.h"

#include <QHash>

namespace tieout::auth {

/// For a build without QtKeychain: secrets live in memory and end with the program; nothing is ever written
/// to a disk. keepsAfterExit() says so, and the connection page tells the user to expect a new sign-in.
/// Thread of its maker.
class SessionVault final : public Vault
{
  public:
    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool keepsAfterExit() const override { return false; }

  private:
    QHash<QString, Secret> m_secrets;
};

} // namespace tieout::auth
