#include "connectors/rest/requestbuilder.h"

#include "connectors/rest/addresstemplate.h"
#include "connectors/rest/reading/soql.h"
#include "connectors/rest/reading/wirevalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

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

/// A value inside the quotes of a filter language.
QString quoted(const QString& text, const QString& term, Quoting quoting)
{
    QString result = text;
    const QChar quote = term.contains(u'"') ? u'"' : u'\'';
    if (quoting == Quoting::Double) result.replace(quote, QString(2, quote));
    if (quoting == Quoting::Backslash)
        result.replace(u'\\', u"\\\\"_s).replace(quote, QString(u'\\') + quote);
    return result;
}

QString filled(const QString& term, const Variables& values)
{
    return filledTemplate(term, values).value_or(QString());
}

QStringList wireNames(const RecordPlan& plan)
{
    QStringList names;
    for (const PlannedField& field : plan.fields)
        names << QString::fromStdString(field.name);
    return names;
}

} // namespace

RequestBuilder::RequestBuilder(const Manifest& manifest, const ObjectSpec& object, Variables variables)
    : m_manifest(manifest)
    , m_object(object)
    , m_variables(std::move(variables))
{
}

Result<net::HttpRequest> RequestBuilder::bare(const RequestSpec& spec, const Variables& variables)
{
    return RequestDraft(spec).finish(variables);
}

Result<net::HttpRequest> RequestBuilder::finished(const RequestDraft& draft, const Variables& variables) const
{
    RequestDraft complete = draft;
    complete.addHeaders(m_manifest.headers);
    return complete.finish(variables);
}

Result<net::HttpRequest> RequestBuilder::plain(const RequestSpec& spec, const Pairs& query,
                                               const Pairs& headers) const
{
    RequestDraft draft(spec);
    for (const auto& [name, value] : query)
        draft.put(name, Json(value));
    draft.addHeaders(headers);
    return finished(draft, m_variables);
}

RequestDraft RequestBuilder::list(const RecordPlan& plan, const PagePlace& place, int pageSize) const
{
    using Strategy = PageSpec::Strategy;
    const ReadSpec& read = *m_object.read;
    const PageSpec& page = read.page;
    RequestDraft draft(read.request, read.filterJoin);
    if (page.strategy == Strategy::Number) draft.put(page.put, Json(qint64(page.first) + place.index));
    if (page.strategy == Strategy::Offset) draft.put(page.put, Json(page.first + place.offset));
    const bool tells = page.strategy == Strategy::NextToken || page.strategy == Strategy::Keyset;
    if (tells && !place.token.isEmpty()) draft.put(page.put, Json(place.token));
    const int size = pageSize > 0 && page.maxSize > 0 ? qMin(pageSize, page.maxSize) : page.size;
    if (size > 0) draft.put(page.putSize, Json(size));
    if (read.select == ReadSpec::Select::List) draft.put(read.putFields, Json(wireNames(plan).join(u',')));
    return draft;
}

QString RequestBuilder::soqlText(const RecordPlan& plan, const QStringList& conditions) const
{
    const ReadSpec& read = *m_object.read;
    // A query that shows deleted records shows deleted children too: no line comes back from the dead.
    const bool showsDeleted = read.deletes.strategy == DeletesSpec::Strategy::Flag;
    const QString ofChildren = showsDeleted ? read.deletes.field + u" = false"_s : QString();
    SoqlQuery query{soqlFields(plan, ofChildren), read.from, conditions, {}};
    for (const QString& field : {read.cursor.field, read.cursor.tie}) {
        if (!field.isEmpty()) query.order << field;
    }
    return query.text();
}

Result<net::HttpRequest> RequestBuilder::soql(const RecordPlan& plan, const QStringList& conditions) const
{
    return plain(m_object.read->request, {{u"q"_s, soqlText(plan, conditions)}});
}

Result<QString> RequestBuilder::changesQuery(const RecordPlan& plan, const Cursor& since) const
{
    const CursorSpec& cursor = m_object.read->cursor;
    if (since.isEmpty() || cursor.field.isEmpty()) return soqlText(plan, {});
    const Result<Instant> instant = parseInstant(since);
    if (!instant) return fail(ErrorKind::BadConfig, u"connector.cursor"_s, instant.error().text, {since});
    return soqlText(plan, {cursor.field + u" >= "_s + wireInstant(*instant, cursor.format)});
}

Result<net::HttpRequest> RequestBuilder::changes(const RecordPlan& plan, const Cursor& since,
                                                 const PagePlace& place, int pageSize) const
{
    const ReadSpec& read = *m_object.read;
    const bool isSoql = read.select == ReadSpec::Select::Soql;
    RequestDraft draft = list(plan, place, pageSize);
    Variables variables = m_variables;
    QStringList conditions;
    if (!since.isEmpty() && !read.cursor.field.isEmpty()) {
        const Result<Instant> instant = parseInstant(since);
        if (!instant) return fail(ErrorKind::BadConfig, u"connector.cursor"_s, instant.error().text, {since});
        const QString stamp = wireInstant(*instant, read.cursor.format);
        variables.insert(u"since"_s, stamp);
        const QString text = filled(read.cursor.as, {{u"since"_s, stamp}});
        if (!read.cursor.header.isEmpty())
            draft.addHeaders({{read.cursor.header, stamp}});
        else if (isSoql)
            conditions << read.cursor.field + u" >= "_s + stamp;
        else
            draft.put(read.cursor.put, Json(text));
    }
    const Result<net::HttpRequest> request = isSoql ? soql(plan, conditions) : finished(draft, variables);
    if (isTooLong(request)) return tooLong(m_object);
    return request;
}

Result<net::HttpRequest> RequestBuilder::byIds(const RecordPlan& plan, const QStringList& ids,
                                               qsizetype& first) const
{
    const ReadSpec& read = *m_object.read;
    return fitting(ids, first, read.ids.chunk, m_object, [&](const QStringList& chunk) {
        if (read.select == ReadSpec::Select::Soql)
            return soql(plan, {soqlIn(m_object.identity.remoteId, chunk)});
        QStringList words;
        for (const QString& id : chunk)
            words << quoted(id, read.ids.as, read.ids.quote);
        RequestDraft draft = list(plan, {}, 0);
        draft.put(read.ids.put, Json(filled(read.ids.as, {{u"ids"_s, words.join(read.ids.join)}})));
        return finished(draft, m_variables);
    });
}

Result<net::HttpRequest> RequestBuilder::byId(const QString& id) const
{
    Variables variables = m_variables;
    variables.insert(u"id"_s, id);
    RequestDraft draft(m_object.read->one->request);
    return finished(draft, variables);
}

Result<net::HttpRequest> RequestBuilder::tombstones(const Cursor& since) const
{
    Variables variables = m_variables;
    const Result<Instant> instant = parseInstant(since);
    if (!instant) return fail(ErrorKind::BadConfig, u"connector.cursor"_s, instant.error().text, {since});
    variables.insert(u"since"_s, wireInstant(*instant, m_object.read->cursor.format));
    RequestDraft draft(m_object.read->deletes.request);
    return finished(draft, variables);
}

Result<net::HttpRequest> RequestBuilder::where(const RecordPlan& plan, const QStringList& keys,
                                               const PagePlace& place) const
{
    const FindSpec& find = m_object.read->find;
    QStringList terms;
    for (const QString& key : keys)
        terms << filled(find.as, {{u"field"_s, m_object.identity.externalKey},
                                  {u"key"_s, quoted(key, find.as, find.quote)}});
    RequestDraft draft = list(plan, place, 0);
    draft.put(find.put, Json(terms.join(find.join)));
    return finished(draft, m_variables);
}

Result<net::HttpRequest> RequestBuilder::byKeys(const RecordPlan& plan, const QStringList& keys,
                                                qsizetype& first, const PagePlace& place) const
{
    const FindSpec& find = m_object.read->find;
    if (find.strategy == FindSpec::Strategy::Query) {
        return fitting(keys, first, qMax(1, find.group), m_object, [&](const QStringList& chunk) {
            QStringList conditions{soqlIn(m_object.identity.externalKey, chunk)};
            // What is in the bin does not stand for its key any more.
            const DeletesSpec& deletes = m_object.read->deletes;
            if (deletes.strategy == DeletesSpec::Strategy::Flag) conditions << deletes.field + u" = false"_s;
            return soql(plan, conditions);
        });
    }
    // A filter language without an escape for quotes: such a key is searched and compared here.
    const auto isPlain = [&](const QString& key) {
        return find.quote != Quoting::None || find.search.isEmpty() ||
               (!key.contains(u'"') && !key.contains(u'\\'));
    };
    if (!isPlain(keys.at(first))) {
        RequestDraft draft = list(plan, place, 0);
        draft.put(find.search, Json(keys.at(first++).left(50)));
        return finished(draft, m_variables);
    }
    const int most = find.strategy == FindSpec::Strategy::Parameter ? 1 : find.group;
    qsizetype count = 1;
    while (count < most && first + count < keys.size() && isPlain(keys.at(first + count)))
        ++count;
    return fitting(keys, first, count, m_object,
                   [&](const QStringList& chunk) { return where(plan, chunk, place); });
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
