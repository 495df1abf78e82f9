#pragma once

#include "auth/loopbacklistener.h"

namespace tieout::auth {

/// The page a browser ends on: plain, readable by anybody and anything, no scripts, nothing loaded.
[[nodiscard]] QByteArray landingPage(Landing landing);
[[nodiscard]] QByteArray landingPath(Landing landing); ///< "/signed-in"
[[nodiscard]] std::optional<Landing> landingOfPath(QByteArrayView path);

} // namespace tieout::auth
