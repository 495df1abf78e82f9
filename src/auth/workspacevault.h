#pragma once

#include "auth/vault.h"

#include <QSet>

namespace tieout::auth {

/// A workspace's own part of a vault that several workspaces share. Asked for "tieout/xero-1/tokens" it keeps
/// "tieout/<workspace>/xero-1/tokens", so that two workspaces with a connection of the same id do not meet.
///
/// Entries from before are under the plain key. For the connections named in `carried` (those that were there
/// when the workspace got its id) such an entry is taken over on the first read: written under the new key
/// and read back. It stays until the new entry changes or goes (a renewed token, a new password, a sign-out),
/// and goes then only if it still is what was taken over: anything else belongs to another workspace.
/// Thread of the vault behind it, which it borrows.
class WorkspaceVault final : public Vault
{
  public:
    explicit WorkspaceVault(Vault& vault);

    /// Must come before the first question.
    void setWorkspace(const QString& id, const QStringList& carried);

    [[nodiscard]] Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool keepsAfterExit() const override { return m_vault.keepsAfterExit(); }

    /// "tieout/<workspace>/xero-1/tokens" of "tieout/xero-1/tokens".
    [[nodiscard]] static QString keyIn(const QString& workspace, const QString& key);

  private:
    [[nodiscard]] bool isCarried(const QString& key) const;
    [[nodiscard]] Task<Result<Secret>> takeOver(QString key, Error notFound);
    [[nodiscard]] Task<void> forgetCarried(QString key);

    Vault& m_vault;
    QString m_workspace;
    QSet<QString> m_carried; ///< connection ids
    QSet<QString> m_gone;    ///< keys that were removed here
};

} // namespace tieout::auth
