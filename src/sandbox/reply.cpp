#include "sandbox/reply.h"

namespace tieout::sandbox {

Response bodyReply(int status, const QByteArray& type, QByteArray body)
{
    Response response = emptyReply(status);
    response.headers.emplaceBack("Content-Type", type);
    response.body = std::move(body);
    return response;
}

Response jsonReply(int status, const Json& body)
{
    return bodyReply(status, "application/json; charset=utf-8", body.toBytes());
}

Response textReply(int status, QByteArray text)
{
    return bodyReply(status, "text/plain; charset=utf-8", std::move(text));
}

Response pageReply(int status, QByteArray html)
{
    return bodyReply(status, "text/html; charset=utf-8", std::move(html));
}

Response emptyReply(int status)
{
    Response response;
    response.status = status;
    return response;
}

} // namespace tieout::sandbox
