#include "net/http.h"

#include <QHostAddress>

namespace tieout::net {

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
    }
    return {};
}

QByteArray verbName(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Post:
        return "POST";
    case Verb::Put:
        return "PUT";
    case Verb::Patch:
        return "PATCH";
    case Verb::Delete:
        return "DELETE";
    }
    return {};
}

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    if (host == u"localhost") return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

} // namespace tieout::net
