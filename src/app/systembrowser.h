#pragma once

#include "auth/browser.h"

namespace tieout::app {

/// The user's own browser. Main thread.
class SystemBrowser final : public auth::Browser
{
  public:
    [[nodiscard]] auth::BrowserResult open(const QUrl& url) override;
};

} // namespace tieout::app
