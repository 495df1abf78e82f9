#include "auth/sessionvault.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;

Task<Result<Secret>> SessionVault::read(QString key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd()) co_return fail(vaultNotFound(key));
    co_return *found;
}

Task<Result<void>> SessionVault::write(QString key, Secret secret)
{
    if (secret.reveal().size() > kLargestSecret) co_return fail(vaultFault(u"vault.too-large"_s, key));
    m_secrets.insert(key, std::move(secret));
    co_return Result<void>{};
}

Task<Result<void>> SessionVault::remove(QString key)
{
    m_secrets.remove(key);
    co_return Result<void>{};
}

} // namespace tieout::auth
