#pragma once

#include "auth/browser.h"
#include "auth/vault.h"
#include "base/clock.h"
#include "net/http.h"
#include "service/environment.h"

namespace tieout::service {

/// The browser of an environment: the program's own, or one that follows practice pages by itself.
[[nodiscard]] std::unique_ptr<auth::Browser> browserOf(const Environment& environment, net::Transport& wire);

/// The vault of an environment: the program's own, or this machine's keychain; in a build without it one that
/// keeps secrets only while the program runs, and says so.
[[nodiscard]] std::shared_ptr<auth::Vault> vaultOf(const Environment& environment, Clock& clock);

} // namespace tieout::service
