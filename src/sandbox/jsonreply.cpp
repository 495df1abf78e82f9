#include "sandbox/jsonreply.h"

namespace tieout::sandbox {

Response jsonReply(int status, const Json& body)
{
    Response response;
    response.status = status;
    response.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    response.body = body.toBytes();
    return response;
}

} // namespace tieout::sandbox
