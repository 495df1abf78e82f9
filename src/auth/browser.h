#pragma once

#include <QUrl>

namespace tieout::auth {

enum class BrowserResult : quint8 { Opened, Refused };

/// Opens the user's browser. Refused: the caller offers the link to copy.
class Browser
{
  public:
    virtual ~Browser() = default;
    [[nodiscard]] virtual BrowserResult open(const QUrl& url) = 0;
};

} // namespace tieout::auth
