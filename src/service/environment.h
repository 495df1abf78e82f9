#pragma once

#include "auth/browser.h"
#include "auth/vault.h"

#include <functional>
#include <memory>

namespace tieout::service {

/// What a program gives the workbench: the things that differ between a window, a command and a test.
struct Environment {
    std::shared_ptr<auth::Browser> browser; ///< opens sign-in pages
    std::shared_ptr<auth::Vault> vault;     ///< secrets of real connections; practice ones have their own
};

} // namespace tieout::service
