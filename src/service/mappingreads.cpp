#include "service/mappingreads.h"

#include "engine/reference.h"
#include "formula/evaluator.h"
#include "mapping/sourcepaths.h"
#include "service/enginehost.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

/// Salesforce takes the query in the address, 16,000 characters at most; every comma of it counts thrice.
constexpr qsizetype kMostCharacters = 9000;
constexpr int kMostDepth = 5;

/// Leaves from the shallow to the deep: the record's own fields come before those of its parents.
QStringList leavesOf(const QList<Field>& fields)
{
    struct Level {
        const QList<Field>* fields;
        QString prefix;
    };
    QStringList leaves;
    QList<Level> levels{{&fields, {}}};
    for (int depth = 0; depth < kMostDepth && !levels.isEmpty(); ++depth) {
        QList<Level> deeper;
        for (const Level& level : std::as_const(levels)) {
            for (const Field& field : *level.fields) {
                const QString path = level.prefix + field.name;
                if (field.type == FieldType::List && !field.fields.isEmpty())
                    deeper.append({&field.fields, path + u"[]."_s});
                else if (!field.fields.isEmpty())
                    deeper.append({&field.fields, path + u'.'});
                else
                    leaves += path;
            }
        }
        levels = deeper;
    }
    return leaves;
}

/// The first schema, and why it may be an old one.
void take(MappingSide& side, const engine::KnownSchemas& known, const QString& object)
{
    side.fault = known.fault;
    for (const auto& schema : known.schemas)
        if (schema.name == object) side.schema = schema;
    if (side.schema.name.isEmpty()) side.schema.name = object;
}

using Keys = QHash<QString, QString>; ///< parent flow → key of this record

/// The parents' ids for the record's own keys.
Result<QHash<QString, QHash<QString, QString>>> linksOf(store::Database& database, const Keys& keys)
{
    QHash<QString, QHash<QString, QString>> links;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        const auto found = store::LinkRepository(database).bySource(it.key(), QStringList{it.value()});
        if (!found) return tl::unexpected(found.error());
        for (const auto& link : *found)
            links[it.key()].insert(link.sourceId, link.targetId);
    }
    return links;
}

} // namespace

QStringList samplePaths(const model::ObjectSchema& schema, const QStringList& needed)
{
    QStringList paths = needed;
    QSet<QString> known(needed.begin(), needed.end());
    qsizetype characters = 0;
    for (const QString& path : needed)
        characters += path.size() + 3;
    for (const QString& leaf : leavesOf(schema.fields)) {
        if (known.contains(leaf)) continue;
        characters += leaf.size() + 3;
        if (characters > kMostCharacters) break;
        paths += leaf;
    }
    return paths;
}

QString recordTitle(const model::Flow& sync, const model::Record& record)
{
    const QString id = record.path(sync.sourceKey).toPlainText();
    const auto program = formula::compileText(sync.sourceTitle);
    if (!program) return id;
    const formula::EmptyContext context;
    formula::Evaluator evaluator(context);
    formula::Scope scope;
    scope.record = &record;
    const auto answer = evaluator.evaluate(*program, scope);
    return answer.fault || answer.value.isBlank() ? id : answer.value.toPlainText();
}

Task<TwoSides> readSides(EngineHost* host, SyncEnds ends, QString targetObject)
{
    TwoSides sides;
    const model::FlowEnd from = ends.sync.from;
    const auto source = host->connectorOf(ends.source);
    if (source) {
        const QStringList objects{from.object};
        host->forgetSchemas(ends.source.id, objects); // a field added meanwhile is there
        const engine::KnownSchemas known = co_await engine::describeAnew(
            from.connection, objects, **source, host->store(), host->clock(), StopToken());
        take(sides.source, known, from.object);
    } else {
        sides.source.fault = source.error();
    }
    const auto target = host->connectorOf(ends.target);
    if (target) {
        const QString to = ends.sync.to.connection;
        const QStringList objects = engine::targetObjectsOf(ends.sync);
        host->forgetSchemas(ends.target.id, objects);
        const engine::KnownSchemas known =
            co_await engine::describeAnew(to, objects, **target, host->store(), host->clock(), StopToken());
        take(sides.target, known, targetObject);
        const Result<connectors::ReferenceData> reference =
            co_await engine::loadReference(to, **target, host->store(), host->clock(), StopToken());
        if (reference)
            sides.organisation = reference->organisation;
        else if (!sides.target.fault)
            sides.target.fault = reference.error();
    } else {
        sides.target.fault = target.error();
    }
    host->reportUse(ends.source.id);
    host->reportUse(ends.target.id);
    co_return sides;
}

Task<Result<SampleRecord>> readSample(EngineHost* host, SyncEnds ends, QString id)
{
    const model::Flow sync = ends.sync;
    const auto source = host->connectorOf(ends.source);
    if (!source) co_return tl::unexpected(source.error());
    const QStringList objects{sync.from.object};
    const Result<QList<model::ObjectSchema>> schemas = co_await engine::loadSchemas(
        sync.from.connection, objects, **source, host->store(), host->clock(), StopToken());
    if (!schemas) co_return tl::unexpected(schemas.error());
    (*source)->adopt(*schemas);
    const model::ObjectSchema schema = schemas->value(0);
    // A faulty formula names no fields; all the others are there.
    const QStringList needed = mapping::flowSourcePaths(sync, &schema).value_or(QStringList{sync.sourceKey});
    connectors::ReadRequest request;
    request.object = sync.from.object;
    request.paths = samplePaths(schema, needed);
    request.optional = request.paths; // what an organisation lacks is blank
    if (id.isEmpty())
        request.pageSize = 1;
    else
        request.ids = QStringList{id};
    const auto stream = (*source)->read(request);
    const Result<std::optional<connectors::Page>> page = co_await stream->next(StopToken());
    if (!page) co_return tl::unexpected(page.error());
    host->reportUse(ends.source.id);
    if (!*page || (*page)->records.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"mapping.no-sample"_s, u"no such record"_s, {id});
    SampleRecord sample;
    sample.record = (*page)->records.first();
    sample.choice.id = sample.record.path(sync.sourceKey).toPlainText();
    sample.choice.title = recordTitle(sync, sample.record);
    sample.link = (*source)->link(sync.from.object, sample.choice.id);
    Keys keys;
    for (const auto& parent : sync.parents)
        keys.insert(parent.id, sample.record.path(parent.sourceKey).toPlainText());
    using Links = QHash<QString, QHash<QString, QString>>;
    std::function<Result<Links>(store::Database&)> look = [keys](store::Database& database) {
        return linksOf(database, keys);
    };
    const Result<Links> links = co_await host->store().read<Links>(look);
    if (!links) co_return tl::unexpected(links.error());
    sample.links = *links;
    co_return sample;
}

} // namespace tieout::service
