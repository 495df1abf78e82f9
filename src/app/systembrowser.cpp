#include "systembrowser.h"

#include <QDesktopServices>

namespace tieout::app {

auth::BrowserResult SystemBrowser::open(const QUrl& url)
{
    return QDesktopServices::openUrl(url) ? auth::BrowserResult::Opened : auth::BrowserResult::Refused;
}

} // namespace tieout::app
