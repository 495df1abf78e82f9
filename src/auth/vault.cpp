#include "auth/vault.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;

Error vaultNotFound(const QString& key)
{
    return errorOf(ErrorKind::NeedsLogin, u"vault.not-found"_s, u"no secret is kept under "_s + key);
}

Error vaultFault(QString code, QString text)
{
    return errorOf(ErrorKind::LocalFault, std::move(code), std::move(text));
}

} // namespace tieout::auth
