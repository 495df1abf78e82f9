#include "sandbox/salesforce/multipart.h"

#include "sandbox/salesforce/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kMostParts = 20;

struct Part {
    QByteArray name;
    QByteArray content;
    bool isJson = false;
};

/// `name="value"` of a header; empty when it has none.
QByteArray parameterOf(const QByteArray& header, const QByteArray& name)
{
    for (const QByteArray& piece : header.split(';')) {
        const QByteArray trimmed = piece.trimmed();
        if (!trimmed.startsWith(name + '=')) continue;
        QByteArray value = trimmed.mid(name.size() + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1).chopped(1);
        return value;
    }
    return {};
}

Part partOf(const QByteArray& text)
{
    Part part;
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0) return part;
    for (const QByteArray& line : text.left(end).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-disposition") part.name = parameterOf(value, "name");
        if (name == "content-type") part.isJson = value.startsWith("application/json");
    }
    part.content = text.mid(end + 4);
    return part;
}

/// Nothing when the body is not what its boundary promises.
std::optional<QList<Part>> partsOf(const QByteArray& body, const QByteArray& boundary)
{
    const QByteArray mark = "--" + boundary;
    QList<Part> parts;
    qsizetype at = boundary.isEmpty() ? -1 : body.indexOf(mark);
    while (at >= 0 && parts.size() < kMostParts) {
        at += mark.size();
        if (body.mid(at, 2) == "--") return parts;
        const qsizetype next = body.indexOf("\r\n" + mark, at);
        if (next < 0) return {};
        parts += partOf(body.mid(at, next - at));
        at = next + 2;
    }
    return {};
}

} // namespace

bool isMultipart(const Request& request)
{
    return headerValue(request.headers, "Content-Type").toLower().startsWith("multipart/form-data");
}

tl::expected<Json, Response> bodyWithBytes(const Request& request)
{
    const auto refused = [](const QString& text) {
        return tl::unexpected(errorReply(400, u"INVALID_MULTIPART_REQUEST"_s, text));
    };
    const auto parts =
        partsOf(request.body, parameterOf(headerValue(request.headers, "Content-Type"), "boundary"));
    if (!parts) return refused(u"The multipart body is malformed"_s);
    Json record;
    for (const Part& part : *parts)
        if (part.isJson) record = Json::parse(part.content).value_or(Json());
    if (!record.isObject()) return refused(u"The part with the fields is missing or is no JSON object"_s);
    for (const Part& part : *parts)
        if (!part.isJson)
            record.set(QString::fromUtf8(part.name), QString::fromLatin1(part.content.toBase64()));
    return record;
}

} // namespace tieout::sandbox::salesforce
