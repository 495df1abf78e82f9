#pragma once

#include "auth/browser.h"

#include <QList>

#include <functional>

namespace tieout::support {

/// A browser that only remembers what it was asked to open, and can act on it.
class BrowserStub final : public auth::Browser
{
  public:
    [[nodiscard]] auth::BrowserResult open(const QUrl& url) override
    {
        opened.append(url);
        if (onOpen) onOpen(url);
        return result;
    }

    QList<QUrl> opened;
    auth::BrowserResult result = auth::BrowserResult::Opened;
    std::function<void(const QUrl&)> onOpen;
};

} // namespace tieout::support
