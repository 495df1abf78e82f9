#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"

#include <QString>

namespace tieout::auth {

/// Keeps secrets in the operating system's keychain. Keys are "tieout/<connection id>/<name>".
/// Errors are LocalFault "vault.locked" | "vault.missing-service" | "vault.refused" | "vault.timeout" |
/// "vault.too-large" | "vault.fault"; a secret that is not there is NeedsLogin "vault.not-found". There is no
/// insecure fallback.
class Vault
{
  public:
    virtual ~Vault() = default;
    [[nodiscard]] virtual Task<Result<Secret>> read(QString key) = 0;
    [[nodiscard]] virtual Task<Result<void>> write(QString key, Secret secret) = 0;
    /// Removing what is not there is fine.
    [[nodiscard]] virtual Task<Result<void>> remove(QString key) = 0;
    /// False: secrets are gone when the program ends, and the screen says so.
    [[nodiscard]] virtual bool keepsAfterExit() const { return true; }
};

/// Largest secret, in bytes, that any vault takes.
inline constexpr qsizetype kLargestSecret = qsizetype{64} * 1024;

/// NeedsLogin "vault.not-found".
[[nodiscard]] Error vaultNotFound(const QString& key);
/// LocalFault with `code`.
[[nodiscard]] Error vaultFault(QString code, QString text);

} // namespace tieout::auth
