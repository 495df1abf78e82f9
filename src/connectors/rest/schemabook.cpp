#include "connectors/rest/schemabook.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::ObjectSchema;

namespace {

constexpr int kMostDescribes = 40;

/// "Lines[].Product2.Name" → "Lines.Product2"; nothing for a plain field.
QString relationOf(const QString& path)
{
    return plainPath(path).section(u'.', 0, -2);
}

bool hasAll(const ObjectSchema& schema, const QStringList& paths)
{
    return std::all_of(paths.begin(), paths.end(),
                       [&](const QString& path) { return schema.find(plainPath(path)) != nullptr; });
}

} // namespace

SchemaBook::SchemaBook(std::shared_ptr<RestSession> session)
    : m_session(std::move(session))
{
}

void SchemaBook::adopt(const QList<ObjectSchema>& schemas)
{
    for (const ObjectSchema& schema : schemas) {
        const ObjectSpec* spec = m_session->manifest().object(schema.name);
        if (spec && spec->discover && !schema.fields.isEmpty()) m_adopted.insert(schema.name, schema);
    }
}

void SchemaBook::forget(const QString& object)
{
    m_adopted.remove(object);
    m_described.clear();
    m_absent.clear();
}

Task<Result<void>> SchemaBook::describe(QString root, QString object, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(root);
    const RequestBuilder builder = m_session->builder(*spec, {{u"object"_s, object}});
    Result<net::HttpRequest> request = builder.plain(spec->discover->request);
    if (!request) co_return fail(request.error());
    Result<DescribedObject> described = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
    const RestSession::Reader reader = [&described, &object](net::HttpResponse& answer) -> Result<void> {
        const Result<Json> json = Json::parse(answer.body);
        if (!json) return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, json.error().text, {object});
        described = describedObject(*json);
        if (!described) return fail(described.error());
        return {};
    };
    Result<void> read = co_await m_session->fetch(*request, object, reader, stop);
    if (!read) {
        const ErrorKind kind = read.error().kind;
        const bool isGone = read.error().context.httpStatus == 404 || kind == ErrorKind::RowRejected;
        if (!isGone || object == root) co_return fail(read.error());
        m_absent.insert(object);
        co_return Result<void>();
    }
    m_described.insert(object, std::move(*described));
    co_return Result<void>();
}

Task<Result<ObjectSchema>> SchemaBook::compose(QString object, QStringList relations, StopToken stop)
{
    for (int described = 0; described < kMostDescribes; ++described) {
        QStringList missing;
        ObjectSchema schema = composedSchema(object, relations, m_described, missing);
        const auto next = std::find_if(missing.begin(), missing.end(),
                                       [&](const QString& name) { return !m_absent.contains(name); });
        if (next == missing.end()) co_return schema;
        const QString name = *next;
        Result<void> done = co_await describe(object, name, stop);
        if (!done) co_return fail(done.error());
    }
    co_return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"endless relations"_s, {object});
}

Task<Result<ObjectSchema>> SchemaBook::schema(QString object, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"no object "_s + object,
                       {object});
    if (!spec->discover) co_return spec->schema();
    const auto adopted = m_adopted.constFind(object);
    if (adopted != m_adopted.cend()) co_return *adopted;
    Result<ObjectSchema> composed = co_await compose(object, spec->discover->expand, stop);
    if (composed && spec->read) composed->readable = true;
    co_return composed;
}

Task<Result<ObjectSchema>> SchemaBook::covering(QString object, QStringList paths, StopToken stop)
{
    Result<ObjectSchema> known = co_await schema(object, stop);
    if (!known) co_return known;
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec->discover || hasAll(*known, paths)) co_return known;
    QStringList relations = spec->discover->expand;
    for (const QString& path : paths) {
        const QString relation = relationOf(path);
        if (!relation.isEmpty() && !relations.contains(relation)) relations << relation;
    }
    co_return co_await compose(object, relations, stop);
}

} // namespace tieout::connectors
