#include "connectors/rest/requestbuilder.h"

#include "connectors/rest/addresstemplate.h"
#include "connectors/rest/soql.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// If-Modified-Since as an accounting API wants it: UTC, whole seconds, no zone.
QString headerStamp(Instant instant)
{
    return formatInstantSeconds(instant).chopped(1);
}

bool isTooLong(const Result<net::HttpRequest>& request)
{
    return request && request->url.toEncoded().size() > RequestBuilder::kLongestAddress;
}

tl::unexpected<Error> tooLong(const ObjectSpec& object)
{
    return fail(ErrorKind::BadConfig, u"connector.query-too-long"_s, u"too many fields in one read"_s,
                {object.label, object.name});
}

/// Takes values while the request they make stays short enough.
template<class Make>
Result<net::HttpRequest> fitting(const QStringList& values, qsizetype& first, qsizetype most,
                                 const ObjectSpec& object, Make make)
{
    for (qsizetype count = qMin(most, values.size() - first); count > 0; count = count / 2) {
        const Result<net::HttpRequest> request = make(values.mid(first, count));
        if (isTooLong(request)) continue;
        first += count;
        return request;
    }
    return tooLong(object);
}

} // namespace

RequestBuilder::RequestBuilder(const Manifest& manifest, const ObjectSpec& object,
                               const QHash<QString, QString>& variables)
    : m_manifest(manifest)
    , m_object(object)
    , m_variables(variables)
{
}

Result<net::HttpRequest> RequestBuilder::bare(const RequestSpec& spec, const Pairs& query,
                                              const Pairs& headers, const QHash<QString, QString>& variables)
{
    const Result<QString> address = filledTemplate(spec.url, variables);
    if (!address) return fail(address.error());
    net::HttpRequest request;
    request.verb = spec.verb;
    request.url = addressWithQuery(*address, spec.query + query);
    for (const auto& [name, value] : spec.headers + headers) {
        const Result<QString> filled = filledTemplate(value, variables);
        if (!filled) return fail(filled.error());
        request.headers.append({name.toLatin1(), filled->toUtf8()});
    }
    return request;
}

Result<net::HttpRequest> RequestBuilder::plain(const RequestSpec& spec, const Pairs& query,
                                               const Pairs& headers) const
{
    return bare(spec, query, m_manifest.headers + headers, m_variables);
}

Pairs RequestBuilder::pageQuery(int number, int pageSize) const
{
    const PageSpec& page = m_object.read->page;
    if (page.strategy != PageSpec::Strategy::Number) return {};
    const int size = pageSize > 0 ? qMin(pageSize, page.maxSize) : page.size;
    Pairs query{{page.pageParameter, QString::number(number)}};
    if (!page.sizeParameter.isEmpty()) query.append({page.sizeParameter, QString::number(size)});
    return query;
}

Result<net::HttpRequest> RequestBuilder::soql(const RecordPlan& plan, const QStringList& conditions) const
{
    const ReadSpec& read = *m_object.read;
    SoqlQuery query{soqlFields(plan), read.from, conditions, {}};
    for (const QString& field : {read.cursor.field, read.cursor.tie}) {
        if (!field.isEmpty()) query.order << field;
    }
    return plain(read.request, {{u"q"_s, query.text()}});
}

Result<net::HttpRequest> RequestBuilder::changes(const RecordPlan& plan, const Cursor& since, int number,
                                                 int pageSize) const
{
    const ReadSpec& read = *m_object.read;
    Pairs headers;
    QStringList conditions;
    if (!since.isEmpty() && !read.cursor.field.isEmpty()) {
        const Result<Instant> instant = parseInstant(since);
        if (!instant) return fail(ErrorKind::BadConfig, u"connector.cursor"_s, instant.error().text, {since});
        if (read.cursor.header.isEmpty())
            conditions << read.cursor.field + u" >= "_s + formatInstant(*instant);
        else
            headers.append({read.cursor.header, headerStamp(*instant)});
    }
    const Result<net::HttpRequest> request = read.select == ReadSpec::Select::Soql
                                                 ? soql(plan, conditions)
                                                 : plain(read.request, pageQuery(number, pageSize), headers);
    if (isTooLong(request)) return tooLong(m_object);
    return request;
}

Result<net::HttpRequest> RequestBuilder::byIds(const RecordPlan& plan, const QStringList& ids,
                                               qsizetype& first) const
{
    const ReadSpec& read = *m_object.read;
    return fitting(ids, first, read.idsChunk, m_object, [&](const QStringList& chunk) {
        if (read.select == ReadSpec::Select::Soql)
            return soql(plan, {soqlIn(m_object.identity.remoteId, chunk)});
        return plain(read.request, Pairs{{read.idsParameter, chunk.join(u",")}} + pageQuery(1, 0));
    });
}

Result<net::HttpRequest> RequestBuilder::byKeys(const QStringList& keys, qsizetype& first, int page) const
{
    const FindSpec& find = m_object.read->find;
    const QString field = m_object.identity.externalKey;
    // The filter language has no escape for a double quote: such a key is searched and compared here.
    const auto isQuotable = [](const QString& key) { return !key.contains(u'"') && !key.contains(u'\\'); };
    if (!isQuotable(keys.at(first))) {
        const QString& key = keys.at(first++);
        return plain(m_object.read->request,
                     Pairs{{find.searchParameter, key.left(50)}} + pageQuery(page, 0));
    }
    qsizetype plainKeys = 1;
    while (plainKeys < find.group && first + plainKeys < keys.size() &&
           isQuotable(keys.at(first + plainKeys)))
        ++plainKeys;
    return fitting(keys, first, plainKeys, m_object, [&](const QStringList& chunk) {
        QStringList terms;
        for (const QString& key : chunk)
            terms << u"%1==\"%2\""_s.arg(field, key);
        return plain(m_object.read->request,
                     Pairs{{find.parameter, terms.join(u" OR ")}} + pageQuery(page, 0));
    });
}

Result<net::HttpRequest> RequestBuilder::following(const QString& link) const
{
    Result<net::HttpRequest> request = plain(m_object.read->request);
    if (!request) return request;
    QUrl base = request->url;
    base.setQuery(QString());
    const QUrl next = base.resolved(QUrl::fromEncoded(link.toUtf8(), QUrl::StrictMode));
    const bool isHome = next.isValid() && next.scheme() == base.scheme() && next.host() == base.host() &&
                        next.port() == base.port() && next.userInfo().isEmpty();
    if (link.isEmpty() || !isHome)
        return fail(ErrorKind::RemoteFault, u"answer.link"_s, u"the next page is elsewhere"_s, {link});
    request->url = next;
    return request;
}

Result<Cursor> RequestBuilder::overlapped(const Cursor& cursor) const
{
    if (cursor.isEmpty()) return cursor;
    const Result<Instant> instant = parseInstant(cursor);
    if (!instant) return fail(ErrorKind::BadConfig, u"connector.cursor"_s, instant.error().text, {cursor});
    return formatInstant(*instant - std::chrono::seconds{m_object.read->cursor.overlap});
}

} // namespace tieout::connectors
