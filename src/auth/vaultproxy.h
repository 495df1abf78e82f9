#pragma once

#include "auth/vault.h"

#include <QObject>

#include <memory>

namespace tieout::auth {

/// Lets other threads use a vault that must stay on its own (QtKeychain wants the main thread): the request
/// hops over, the answer comes back to the asking thread, where the coroutine goes on. Both threads need an
/// event loop. Made on the vault's thread, before the other threads start, and destroyed after they ended.
class VaultProxy final : public Vault
{
  public:
    explicit VaultProxy(Vault& vault);
    ~VaultProxy() override;
    Q_DISABLE_COPY_MOVE(VaultProxy)

    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool keepsAfterExit() const override { return m_vault.keepsAfterExit(); }

  private:
    class Home;
    template<class T>
    [[nodiscard]] Task<Result<T>> ask(std::function<Task<Result<T>>(Vault&)> question);

    Vault& m_vault;
    std::unique_ptr<Home> m_home;
};

} // namespace tieout::auth
