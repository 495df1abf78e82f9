#include "sandbox/harvest/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

Response jsonReply(int status, const Json& body)
{
    Response response = sandbox::jsonReply(status, body);
    response.headers.emplaceBack("Cache-Control", "no-cache, no-store");
    return response;
}

Response removedReply()
{
    return bodyReply(200, "application/json; charset=utf-8", {});
}

Response refusedReply(const QStringList& problems)
{
    const QString text = problems.join(u", "_s);
    Response response = jsonReply(422, Json::object({{u"message"_s, text}}));
    response.headers.emplaceBack("Hint", text.toUtf8());
    return response;
}

Response notFoundReply()
{
    return jsonReply(404, Json::object({{u"status"_s, Json(404)}, {u"error"_s, u"Not Found"_s}}));
}

Response notFoundPage()
{
    return sandbox::pageReply(404, "<!DOCTYPE html><html><head><title>Page not found</title></head>"
                                   "<body><h1>This page does not exist</h1></body></html>");
}

Response notAuthorizedReply(const QString& hint)
{
    Response response = jsonReply(403, Json::object({{u"message"_s, u"Not authorized!"_s}}));
    response.headers.emplaceBack("Hint", hint.toUtf8());
    return response;
}

Response badTokenReply()
{
    Response response = jsonReply(
        401, Json::object({{u"error"_s, u"invalid_token"_s},
                           {u"error_description"_s, u"The access token provided is expired, revoked, "
                                                    "malformed or invalid for other reasons."_s}}));
    response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"Rack::OAuth2 Protected Resources\"");
    return response;
}

Response badRequestReply(const QString& text)
{
    return jsonReply(400, Json::object({{u"message"_s, text}}));
}

} // namespace tieout::sandbox::harvest
