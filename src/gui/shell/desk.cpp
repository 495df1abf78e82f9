#include "gui/shell/desk.h"

#include "base/json.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace tieout::gui {

Result<PracticeAddresses> practiceFromJson(QByteArrayView json)
{
    const auto document = Json::parse(json);
    if (!document) return fail(document.error());
    PracticeAddresses addresses;
    for (const auto& [system, value] : document->toObject()) {
        if (system == u"control"_s || !value.isText()) continue;
        const QUrl url(value.toText(), QUrl::StrictMode);
        const bool loopback = url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
        if (!url.isValid() || !loopback)
            return fail(ErrorKind::BadConfig, u"practice.address"_s,
                        u"not a loopback address: "_s + value.toText(), {system});
        addresses.insert(system, url);
    }
    return addresses;
}

} // namespace tieout::gui
