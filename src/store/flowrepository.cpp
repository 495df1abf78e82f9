#include "store/flowrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Flow;
using model::LookupTable;
using model::MappingDocument;

namespace {

Result<Flow> flowAt(const Database::Row& row)
{
    const auto json = jsonAt(row, 0);
    if (!json) return fail(json.error());
    return model::flowFromJson(*json);
}

/// What makes a version: the flow's mapping, then each parent's, without their numbers.
void collectMappings(const Flow& flow, Json::Array& mappings)
{
    Json document = model::toJson(flow.mapping);
    document.remove(u"version");
    mappings.append(std::move(document));
    for (const Flow& parent : flow.parents)
        collectMappings(parent, mappings);
}

struct Version {
    int number = 0;
    QString mappings;
};

Result<Version> lastVersion(Database& database, const QString& flow)
{
    Version last;
    auto read = database.query(
        u"SELECT version, mappings FROM flow_version WHERE flow = ? ORDER BY version DESC LIMIT 1"_s, {flow},
        [&last](const Database::Row& row) {
            last.number = int(row.integer(0));
            last.mappings = row.text(1);
            return false;
        });
    if (!read) return fail(std::move(read.error()));
    return last;
}

/// The number under which the flow's mapping is kept, adding a version when it changed.
Result<int> keepVersion(Database& database, const Flow& flow, Instant at)
{
    Json::Array collected;
    collectMappings(flow, collected);
    const QVariant mappings = column(Json(std::move(collected)));
    const auto last = lastVersion(database, flow.id);
    if (!last) return fail(last.error());
    if (last->number > 0 && last->mappings == mappings.toString()) return last->number;
    const int number = std::max({flow.mapping.version, last->number + 1, 1});
    auto added =
        run(database, u"INSERT INTO flow_version (flow, version, mappings, saved_at) VALUES (?,?,?,?)"_s,
            {flow.id, number, mappings, column(at)});
    if (!added) return fail(std::move(added.error()));
    return number;
}

Result<LookupTable> lookupAt(const Database::Row& row)
{
    const auto json = jsonAt(row, 0);
    if (!json) return fail(json.error());
    return model::lookupFromJson(*json);
}

} // namespace

Result<QList<Flow>> FlowRepository::all()
{
    return readRows<Flow>(m_database, u"SELECT document FROM flow ORDER BY position"_s, {}, flowAt);
}

Result<std::optional<Flow>> FlowRepository::byId(const QString& id)
{
    return readRow<Flow>(m_database, u"SELECT document FROM flow WHERE id = ?"_s, {id}, flowAt);
}

Result<void> FlowRepository::save(const Flow& flow, Instant at)
{
    // What could not be read back would take the whole list of syncs with it.
    if (auto readable = model::flowFromJson(model::toJson(flow)); !readable)
        return fail(std::move(readable.error()));
    const auto version = keepVersion(m_database, flow, at);
    if (!version) return fail(version.error());
    Flow kept = flow;
    kept.mapping.version = *version;
    return run(m_database,
               u"INSERT INTO flow (id, document, saved_at) VALUES (?,?,?) "
               "ON CONFLICT (id) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at"_s,
               {flow.id, column(model::toJson(kept)), column(at)});
}

Result<void> FlowRepository::remove(const QString& id)
{
    static const QStringList kForget{
        u"DELETE FROM flow WHERE id = ?"_s,
        u"DELETE FROM cursor WHERE flow = ?"_s,
        u"DELETE FROM schedule WHERE flow = ?"_s,
        u"UPDATE problem SET state = 3, note = 'sync-removed' WHERE flow = ? AND state IN (0, 1)"_s,
    };
    for (const QString& sql : kForget) {
        if (auto done = run(m_database, sql, {id}); !done) return done;
    }
    return {};
}

Result<std::optional<MappingDocument>> FlowRepository::mapping(const QString& id, int version)
{
    return readRow<MappingDocument>(
        m_database, u"SELECT mappings FROM flow_version WHERE flow = ? AND version = ?"_s, {id, version},
        [version](const Database::Row& row) -> Result<MappingDocument> {
            const auto json = jsonAt(row, 0);
            if (!json) return fail(json.error());
            Json document = json->at(0);
            document.set(u"version"_s, Json(version));
            return model::mappingFromJson(document);
        });
}

Result<QList<LookupTable>> FlowRepository::lookups()
{
    return readRows<LookupTable>(m_database, u"SELECT document FROM lookup_table ORDER BY position"_s, {},
                                 lookupAt);
}

Result<void> FlowRepository::saveLookup(const LookupTable& table, Instant at)
{
    const Json document = model::toJson(table);
    if (auto readable = model::lookupFromJson(document); !readable) return fail(std::move(readable.error()));
    return run(
        m_database,
        u"INSERT INTO lookup_table (name, document, saved_at) VALUES (?,?,?) "
        "ON CONFLICT (name) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at"_s,
        {table.name, column(document), column(at)});
}

} // namespace tieout::store
