#include "auth/workspacevault.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kRoot = u"tieout/";

} // namespace

WorkspaceVault::WorkspaceVault(Vault& vault)
    : m_vault(vault)
{
}

void WorkspaceVault::setWorkspace(const QString& id, const QStringList& carried)
{
    m_workspace = id;
    m_carried = QSet<QString>(carried.begin(), carried.end());
}

QString WorkspaceVault::keyIn(const QString& workspace, const QString& key)
{
    return kRoot.toString() + workspace + u'/' + key.mid(kRoot.size());
}

bool WorkspaceVault::isCarried(const QString& key) const
{
    return m_carried.contains(key.section(u'/', 1, 1)) && !m_gone.contains(key);
}

Task<Result<Secret>> WorkspaceVault::read(QString key)
{
    const QString own = keyIn(m_workspace, key);
    const Result<Secret> kept = co_await m_vault.read(own);
    const bool nothing = !kept && kept.error().code == "vault.not-found"_L1;
    if (!nothing || !isCarried(key)) co_return kept;
    const Result<Secret> taken = co_await takeOver(key, kept.error());
    co_return taken;
}

/// The old entry stays: until something proves that it is ours, it may be another workspace's.
Task<Result<Secret>> WorkspaceVault::takeOver(QString key, Error notFound)
{
    const Result<Secret> old = co_await m_vault.read(key);
    if (!old && old.error().code == "vault.not-found"_L1) co_return tl::unexpected(notFound);
    if (!old) co_return tl::unexpected(old.error());
    const QString own = keyIn(m_workspace, key);
    const Result<void> written = co_await m_vault.write(own, *old);
    if (!written) co_return tl::unexpected(written.error());
    const Result<Secret> back = co_await m_vault.read(own);
    if (!back) co_return tl::unexpected(back.error());
    if (!(*back == *old)) co_return tl::unexpected(vaultFault(u"vault.fault"_s, u"read back otherwise"_s));
    co_return back;
}

Task<Result<void>> WorkspaceVault::write(QString key, Secret secret)
{
    const QString own = keyIn(m_workspace, key);
    co_await forgetCarried(key);
    const Result<void> written = co_await m_vault.write(own, secret);
    co_return written;
}

Task<Result<void>> WorkspaceVault::remove(QString key)
{
    co_await forgetCarried(key);
    const QString own = keyIn(m_workspace, key);
    const Result<void> removed = co_await m_vault.remove(own);
    if (removed) m_gone.insert(key); // a sign-out must not find the old one again
    co_return removed;
}

/// What cannot be read or removed now is tried again with the next change.
Task<void> WorkspaceVault::forgetCarried(QString key)
{
    if (!isCarried(key)) co_return;
    const QString own = keyIn(m_workspace, key);
    const Result<Secret> kept = co_await m_vault.read(own);
    const Result<Secret> old = co_await m_vault.read(key);
    if (!kept || !old || !(*kept == *old)) co_return;
    const Result<void> removed = co_await m_vault.remove(key);
    Q_UNUSED(removed)
}

} // namespace tieout::auth
