#include "model/errorjson.h"

#include "model/objectreader.h"

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

constexpr int kDeepestCause = 8;

Json contextToJson(const ErrorContext& context)
{
    ObjectWriter writer;
    writer.text(u"connection"_s, context.connection);
    writer.text(u"flow"_s, context.flow);
    writer.text(u"object"_s, context.object);
    writer.text(u"recordKey"_s, context.recordKey);
    writer.text(u"requestId"_s, context.requestId);
    writer.number(u"httpStatus"_s, context.httpStatus, 0);
    return writer.take();
}

ErrorContext contextFromJson(const Json& json)
{
    return {json[u"connection"].toText(), json[u"flow"].toText(),      json[u"object"].toText(),
            json[u"recordKey"].toText(),  json[u"requestId"].toText(), int(json[u"httpStatus"].toInteger())};
}

Json write(const Error& error, int depth)
{
    ObjectWriter writer;
    writer.put(u"kind"_s, Json(kindName(error.kind)));
    writer.put(u"code"_s, Json(error.code));
    writer.text(u"text"_s, error.text);
    writer.texts(u"facts"_s, error.facts);
    if (error.context != ErrorContext{}) writer.put(u"context"_s, contextToJson(error.context));
    if (error.retryAfter) writer.put(u"retryAfterMs"_s, Json(qint64(error.retryAfter->count())));
    if (error.cause && depth < kDeepestCause) writer.put(u"cause"_s, write(*error.cause, depth + 1));
    return writer.take();
}

} // namespace

Json toJson(const Error& error)
{
    return write(error, 0);
}

Error errorFromJson(const Json& json)
{
    Error error;
    error.kind = kindFromName(json[u"kind"].toText()).value_or(ErrorKind::Bug);
    error.code = json[u"code"].toText();
    error.text = json[u"text"].toText();
    for (const Json& fact : json[u"facts"].toArray())
        error.facts.append(fact.toText());
    error.context = contextFromJson(json[u"context"]);
    if (json[u"retryAfterMs"].isNumber()) {
        error.retryAfter = std::chrono::milliseconds(json[u"retryAfterMs"].toInteger());
    }
    if (json[u"cause"].isObject()) error.cause = std::make_shared<const Error>(errorFromJson(json[u"cause"]));
    return error;
}

} // namespace tieout::model
