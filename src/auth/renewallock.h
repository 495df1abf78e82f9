#pragma once

#include "auth/oauth.h"

namespace tieout::auth {

/// A renewal lock that programs share through a file: of those on one workspace one renews, the others wait
/// on `clock` and find its tokens in the vault. A program that died gives its lock up. `clock` must outlive
/// all that wait. Errors when it cannot be had: Retry "oauth.renewing" (another program has been renewing for
/// two minutes), LocalFault "file.write" {file, reason}.
[[nodiscard]] RenewalLock fileRenewalLock(QString path, Clock& clock);

} // namespace tieout::auth
