#include "sandbox/xero/wire/xmlreply.h"

#include "base/date.h"
#include "base/json.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

// "Addresses" → "Address", "Currencies" → "Currency", "LineItems" → "LineItem".
QString singular(const QString& name)
{
    if (name.endsWith("sses"_L1)) return name.chopped(2);
    if (name.endsWith("ies"_L1)) return name.chopped(3) + u'y';
    return name.endsWith(u's') ? name.chopped(1) : name;
}

void append(QString& out, const QString& name, const Json& value)
{
    if (value.isNull()) return;
    out += u'<' + name + u'>';
    switch (value.kind()) {
    case Json::Kind::Object:
        for (const Json::Member& member : value.toObject())
            append(out, member.first, member.second);
        break;
    case Json::Kind::Array:
        for (const Json& item : value.toArray())
            append(out, singular(name), item);
        break;
    case Json::Kind::Bool:
        out += value.toBool() ? u"true"_s : u"false"_s;
        break;
    case Json::Kind::Number:
        out += value.toDecimal().toString();
        break;
    default: {
        const QString text = value.toText();
        const std::optional<Instant> instant = parseMicrosoftDate(text);
        out += instant ? formatInstantSeconds(*instant).chopped(1) : text.toHtmlEscaped();
    }
    }
    out += u"</"_s + name + u'>';
}

} // namespace

bool wantsXml(const Request& request)
{
    if (!request.path.toLower().startsWith("/api.xro/")) return false;
    return !headerValue(request.headers, "Accept").toLower().contains("application/json");
}

void turnIntoXml(Response& response)
{
    if (!headerValue(response.headers, "Content-Type").startsWith("application/json")) return;
    const Result<Json> json = Json::parse(response.body);
    if (!json) return;
    QString out = u"<?xml version=\"1.0\" encoding=\"utf-8\"?>"_s;
    append(out, response.status < 300 ? u"Response"_s : u"ApiException"_s, *json);
    response.body = out.toUtf8();
    for (auto& [name, value] : response.headers) {
        if (name == "Content-Type") value = "text/xml; charset=utf-8"_ba;
    }
}

} // namespace tieout::sandbox::xero
