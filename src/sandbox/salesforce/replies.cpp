#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

Json names(const QStringList& fields)
{
    Json list = Json::array();
    for (const QString& field : fields)
        list.append(Json(field));
    return list;
}

} // namespace

Response jsonReply(int status, QByteArray body)
{
    return bodyReply(status, "application/json;charset=UTF-8", std::move(body));
}

Response errorReply(int status, const QString& code, const QString& message)
{
    const Json body = Json::array({Json::object({{u"message"_s, message}, {u"errorCode"_s, code}})});
    return jsonReply(status, body.toBytes());
}

Response errorsReply(const std::vector<RowError>& errors)
{
    Json body = Json::array();
    for (const RowError& error : errors) {
        Json entry = Json::object({{u"message"_s, error.message}, {u"errorCode"_s, error.code}});
        if (error.code != u"NOT_FOUND" && error.code != u"JSON_PARSER_ERROR")
            entry.set(u"fields"_s, names(error.fields));
        if (!error.duplicates.isNull()) entry.set(u"duplicateResult"_s, error.duplicates);
        body.append(entry);
    }
    return jsonReply(errors.empty() ? 400 : statusOf(errors.front()), body.toBytes());
}

Response soqlFaultReply(const SoqlFault& fault)
{
    return errorReply(400, fault.code, fault.message);
}

SaveOptions saveOptions(const Request& request)
{
    const QByteArray header =
        headerValue(request.headers, "Sforce-Duplicate-Rule-Header").toLower().replace(' ', "");
    return {header.contains("allowsave=true"), header.contains("includerecorddetails=true")};
}

Response notFoundReply()
{
    return errorReply(404, u"NOT_FOUND"_s, u"The requested resource does not exist"_s);
}

Response methodReply(const QByteArray& method)
{
    return errorReply(405, u"METHOD_NOT_ALLOWED"_s,
                      u"HTTP Method '"_s + QString::fromLatin1(method) +
                          u"' not allowed. Allowed are HEAD,GET,POST,PATCH,DELETE"_s);
}

Response oauthErrorReply(const QString& error, const QString& description)
{
    const Json body = Json::object({{u"error"_s, error}, {u"error_description"_s, description}});
    Response response = jsonReply(400, body.toBytes());
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

Json rowResult(const Organisation& organisation, int object, const WriteResult& result)
{
    Json errors = Json::array();
    for (const RowError& error : result.errors) {
        Json entry = Json::object({{u"statusCode"_s, error.code},
                                   {u"message"_s, error.message},
                                   {u"fields"_s, names(error.fields)}});
        if (!error.duplicates.isNull()) entry.set(u"duplicateResult"_s, error.duplicates);
        errors.append(entry);
    }
    Json row = Json::object();
    if (result.row != kNoRow && result.good())
        row.set(u"id"_s, organisation.table(object).row(result.row).id.toString());
    row.set(u"success"_s, Json(result.good()));
    row.set(u"errors"_s, errors);
    return row;
}

int statusOf(const RowError& error)
{
    if (error.code == u"NOT_FOUND" || error.code == u"ENTITY_IS_DELETED") return 404;
    if (error.code == u"INSUFFICIENT_ACCESS" || error.code == u"STORAGE_LIMIT_EXCEEDED") return 403;
    if (error.code == u"SERVER_UNAVAILABLE" ||
        error.code == u"INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE")
        return 503;
    if (error.code == u"UNKNOWN_EXCEPTION") return 500;
    return 400;
}

} // namespace tieout::sandbox::salesforce
