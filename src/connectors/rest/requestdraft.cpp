#include "connectors/rest/requestdraft.h"

#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Without a position there is nothing to compare with: the parameter is left out.
bool isLeftOut(const QString& text, const Variables& variables)
{
    return text.contains(u"{since}") && variables.value(u"since"_s).isEmpty();
}

QString plain(const Json& value)
{
    return value.isNumber() ? value.toDecimal().toString() : value.toText();
}

} // namespace

void setAt(Json& object, const QString& dotted, Json value)
{
    Json* at = &object;
    const QStringList parts = dotted.split(u'.');
    for (const QString& part : parts)
        at = &at->member(part);
    *at = std::move(value);
}

RequestDraft::RequestDraft(const RequestSpec& spec, QString filterJoin)
    : m_spec(spec)
    , m_filterJoin(std::move(filterJoin))
{
}

void RequestDraft::put(const QString& name, const Json& value)
{
    if (name.isEmpty()) return;
    if (m_spec.body.isNull())
        m_query.append({name, plain(value)});
    else
        m_body.append({name, value});
}

void RequestDraft::addHeaders(const Pairs& headers)
{
    m_headers += headers;
}

Result<Pairs> RequestDraft::query(const Variables& variables) const
{
    Pairs pairs;
    for (const auto& [name, text] : m_spec.query) {
        if (isLeftOut(text, variables)) continue;
        const Result<QString> filled = filledTemplate(text, variables);
        if (!filled) return fail(filled.error());
        pairs.append({name, *filled});
    }
    for (const auto& [name, text] : m_query) {
        const auto same = std::find_if(pairs.begin(), pairs.end(),
                                       [&, wanted = name](const auto& pair) { return pair.first == wanted; });
        if (same == pairs.end())
            pairs.append({name, text});
        else
            same->second = m_filterJoin.isEmpty() ? text : same->second + m_filterJoin + text;
    }
    return pairs;
}

Result<QByteArray> RequestDraft::body(const Variables& variables) const
{
    if (m_spec.body.isNull()) return QByteArray();
    Json body = m_spec.body;
    for (const auto& [place, text] : m_spec.bodyValues) {
        if (isLeftOut(text, variables)) continue;
        const Result<QString> filled = filledTemplate(text, variables);
        if (!filled) return fail(filled.error());
        setAt(body, place, Json(*filled));
    }
    for (const auto& [place, value] : m_body)
        setAt(body, place, value);
    return body.toBytes();
}

Result<net::HttpRequest> RequestDraft::finish(const Variables& variables) const
{
    const Result<QString> address = filledAddress(m_spec.url, variables);
    if (!address) return fail(address.error());
    const Result<Pairs> pairs = query(variables);
    if (!pairs) return fail(pairs.error());
    const Result<QByteArray> bytes = body(variables);
    if (!bytes) return fail(bytes.error());
    net::HttpRequest request;
    request.verb = m_spec.verb;
    request.url = addressWithQuery(*address, *pairs);
    request.body = *bytes;
    request.onlyReads = !m_spec.body.isNull(); // only reads have a body of their own
    if (request.onlyReads) request.contentType = "application/json; charset=utf-8";
    const auto isOwn = [&](const QString& name) { // what the request says itself, the connector does not
        return std::any_of(m_spec.headers.begin(), m_spec.headers.end(), [&](const auto& own) {
            return own.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    Pairs headers = m_spec.headers;
    for (const auto& header : m_headers)
        if (!isOwn(header.first)) headers.append(header);
    for (const auto& [name, value] : headers) {
        if (isLeftOut(value, variables)) continue;
        const Result<QString> filled = filledTemplate(value, variables);
        if (!filled) return fail(filled.error());
        request.headers.append({name.toLatin1(), filled->toUtf8()});
    }
    return request;
}

} // namespace tieout::connectors
