#include "engine/reference.h"

#include "connectors/schemajson.h"
#include "store/repositories.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kFresh{12};
constexpr std::chrono::hours kAnyAge{24 * 365 * 100};

Task<Result<std::optional<Json>>> kept(QString connection, QString name, store::Store& store, Instant now,
                                       std::chrono::hours atMost = kFresh)
{
    using Document = std::optional<store::CachedDocument>;
    std::function<Result<Document>(store::Database&)> get = [=](store::Database& database) {
        return store::DocumentRepository(database).get(connection, name);
    };
    const Result<Document> document = co_await store.read<Document>(get);
    if (!document) co_return tl::unexpected(document.error());
    if (!*document || now - (*document)->at > atMost) co_return Result<std::optional<Json>>(std::nullopt);
    co_return Result<std::optional<Json>>((*document)->json);
}

Task<Result<void>> keep(QString connection, QString name, Json json, store::Store& store, Instant now)
{
    std::function<Result<bool>(store::Database&)> set = [=](store::Database& database) -> Result<bool> {
        auto done = store::DocumentRepository(database).set(connection, name, json, now);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> done = co_await store.write<bool>(set);
    if (!done) co_return tl::unexpected(done.error());
    co_return Result<void>();
}

QString schemaName(const QStringList& objects)
{
    return u"schema:"_s + objects.join(u',');
}

/// Empty when the copy was kept by a version of the program that wrote them otherwise.
QList<model::ObjectSchema> schemasFrom(const Json& json, qsizetype wanted)
{
    QList<model::ObjectSchema> schemas;
    for (const auto& each : json.toArray())
        if (const auto schema = connectors::schemaFromJson(each)) schemas += *schema;
    if (schemas.size() != wanted) schemas.clear();
    return schemas;
}

Task<Result<QList<model::ObjectSchema>>> describeAndKeep(QString connection, QStringList objects,
                                                         connectors::Connector& system, store::Store& store,
                                                         Clock& clock, StopToken stop)
{
    const Result<QList<model::ObjectSchema>> described = co_await system.describe(objects, stop);
    if (!described) co_return tl::unexpected(described.error());
    Json json = Json::array();
    for (const auto& schema : *described)
        json.append(connectors::toJson(schema));
    const Result<void> done = co_await keep(connection, schemaName(objects), json, store, clock.now());
    if (!done) co_return tl::unexpected(done.error());
    co_return *described;
}

} // namespace

Task<Result<connectors::ReferenceData>> loadReference(QString connection, connectors::Connector& system,
                                                      store::Store& store, Clock& clock, StopToken stop)
{
    const Result<std::optional<Json>> known = co_await kept(connection, u"reference"_s, store, clock.now());
    if (!known) co_return tl::unexpected(known.error());
    if (*known) co_return connectors::referenceFromJson(**known);
    const Result<connectors::ReferenceData> read = co_await system.reference(stop);
    if (!read) co_return tl::unexpected(read.error());
    const Json json = connectors::toJson(*read);
    const Result<void> done = co_await keep(connection, u"reference"_s, json, store, clock.now());
    if (!done) co_return tl::unexpected(done.error());
    co_return *read;
}

Task<Result<QList<model::ObjectSchema>>> loadSchemas(QString connection, QStringList objects,
                                                     connectors::Connector& system, store::Store& store,
                                                     Clock& clock, StopToken stop)
{
    const Result<std::optional<Json>> known =
        co_await kept(connection, schemaName(objects), store, clock.now());
    if (!known) co_return tl::unexpected(known.error());
    if (*known) {
        const QList<model::ObjectSchema> schemas = schemasFrom(**known, objects.size());
        if (!schemas.isEmpty()) co_return schemas;
    }
    Result<QList<model::ObjectSchema>> described =
        co_await describeAndKeep(connection, objects, system, store, clock, stop);
    co_return described;
}

Task<KnownSchemas> describeAnew(QString connection, QStringList objects, connectors::Connector& system,
                                store::Store& store, Clock& clock, StopToken stop)
{
    KnownSchemas answer;
    const Result<QList<model::ObjectSchema>> described =
        co_await describeAndKeep(connection, objects, system, store, clock, stop);
    if (described) {
        answer.schemas = *described;
        co_return answer;
    }
    answer.fault = described.error();
    const Result<std::optional<Json>> known =
        co_await kept(connection, schemaName(objects), store, clock.now(), kAnyAge);
    if (known && *known) answer.schemas = schemasFrom(**known, objects.size());
    co_return answer;
}

QStringList targetObjectsOf(const model::Flow& flow)
{
    QStringList objects{flow.to.object};
    for (const auto& parent : flow.parents)
        objects += parent.to.object;
    return objects;
}

QHash<QString, model::Value> organisationSettings(const connectors::OrganisationInfo& organisation)
{
    return {{u"BaseCurrency"_s, model::Value(organisation.baseCurrency)},
            {u"Name"_s, model::Value(organisation.name)},
            {u"Region"_s, model::Value(organisation.region)},
            {u"CountryCode"_s, model::Value(organisation.region)}}; // what PHONE and its kin ask for
}

Task<Result<void>> forgetReference(QString connection, store::Store& store)
{
    std::function<Result<bool>(store::Database&)> drop = [=](store::Database& database) -> Result<bool> {
        auto done = store::DocumentRepository(database).remove(connection, u"reference"_s);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> done = co_await store.write<bool>(drop);
    if (!done) co_return tl::unexpected(done.error());
    co_return Result<void>();
}

} // namespace tieout::engine
