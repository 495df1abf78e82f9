#include "auth/vault.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;

Error vaultNotFound(const QString& key)
{
    Error error;
    error.kind = ErrorKind::NeedsLogin;
    error.code = u"vault.not-found"_s;
    error.text = u"no secret is kept under "_s + key;
    return error;
}

Error vaultFault(QString code, QString text)
{
    Error error;
    error.kind = ErrorKind::LocalFault;
    error.code = std::move(code);
    error.text = std::move(text);
    return error;
}

} // namespace tieout::auth
