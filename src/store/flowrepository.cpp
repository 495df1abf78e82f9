#include "store/flowrepository.h"

#include "store/columns.h"

#include <limits>

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Flow;
using model::LookupChange;
using model::LookupTable;
using model::MappingDocument;

namespace {

/// Takes out what cannot be read of the mappings; the flow gets it back as its unreadable mapping.
void setAside(Json& flow, QList<Json>& aside)
{
    Json& mapping = flow.member(u"mapping"_s);
    const bool readable = model::mappingFromJson(mapping).has_value();
    aside += readable ? Json() : mapping;
    if (!readable) {
        const Json kept = mapping;
        mapping = model::toJson(MappingDocument());
        for (const QString& name : {u"from"_s, u"to"_s})
            if (kept[name].isText()) mapping.set(name, kept[name]);
        const Json& version = kept[u"version"];
        if (version.toInteger() > 0 && version.toInteger() <= std::numeric_limits<int>::max())
            mapping.set(u"version"_s, Json(version.toInteger()));
    }
    if (!flow[u"parents"].isArray()) return;
    for (Json& parent : flow.member(u"parents"_s).editArray())
        setAside(parent, aside);
}

void giveBack(Flow& flow, QList<Json>& aside)
{
    flow.unreadableMapping = aside.takeFirst();
    for (Flow& parent : flow.parents)
        giveBack(parent, aside);
}

Result<Flow> flowFrom(Json json)
{
    auto flow = model::flowFromJson(json);
    if (flow) return flow;
    QList<Json> aside;
    setAside(json, aside);
    auto rest = model::flowFromJson(json);
    if (!rest) return rest; // it was not the mapping
    giveBack(*rest, aside);
    return rest;
}

Result<Flow> flowAt(const Database::Row& row)
{
    auto json = jsonAt(row, 0);
    if (!json) return fail(json.error());
    return flowFrom(std::move(*json));
}

/// The flow as it is kept: what could not be read stays as it was.
Json documentOf(const Flow& flow)
{
    Json json = model::toJson(flow);
    if (!flow.unreadableMapping.isNull()) json.set(u"mapping"_s, flow.unreadableMapping);
    if (flow.parents.isEmpty()) return json;
    Json::Array& parents = json.member(u"parents"_s).editArray();
    for (qsizetype i = 0; i < flow.parents.size() && i < parents.size(); ++i)
        if (!flow.parents[i].isReadable()) parents[i] = documentOf(flow.parents[i]);
    return json;
}

/// What makes a version: the flow's mapping, then each parent's, without their numbers.
void collectMappings(const Flow& flow, Json::Array& mappings)
{
    Json document = flow.unreadableMapping.isNull() ? model::toJson(flow.mapping) : flow.unreadableMapping;
    if (document.isObject()) document.remove(u"version");
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
Result<int> keepVersion(Database& database, const Flow& flow, const FlowRepository::Saved& saved)
{
    Json::Array collected;
    collectMappings(flow, collected);
    const QVariant mappings = column(Json(std::move(collected)));
    const auto last = lastVersion(database, flow.id);
    if (!last) return fail(last.error());
    if (last->number > 0 && last->mappings == mappings.toString()) return last->number;
    const int number = std::max({flow.mapping.version, last->number + 1, 1});
    auto added = run(database,
                     u"INSERT INTO flow_version (flow, version, mappings, saved_at, author, note, restored) "
                     "VALUES (?,?,?,?,?,?,?)"_s,
                     {flow.id, number, mappings, column(saved.at), saved.author, saved.note, saved.restored});
    if (!added) return fail(std::move(added.error()));
    return number;
}

Result<model::MappingVersion> versionAt(const Database::Row& row)
{
    model::MappingVersion version;
    version.version = int(row.integer(0));
    version.savedAt = instantFromMs(row.integer(1));
    version.author = row.text(2);
    version.note = row.text(3);
    version.restored = int(row.integer(4));
    return version;
}

Result<LookupTable> lookupAt(const Database::Row& row)
{
    const auto json = jsonAt(row, 0);
    if (!json) return fail(json.error());
    return model::lookupFromJson(*json);
}

Result<std::optional<LookupTable>> lookupNamed(Database& database, const QString& name)
{
    return readRow<LookupTable>(database, u"SELECT document FROM lookup_table WHERE name = ?"_s, {name},
                                lookupAt);
}

Result<void> note(Database& database, const LookupChange& change, Instant at, const QString& author)
{
    return run(database, u"INSERT INTO lookup_change (name, author, changed_at, change) VALUES (?,?,?,?)"_s,
               {change.table, author, column(at), column(model::toJson(change))});
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

Result<void> FlowRepository::save(const Flow& flow, const Saved& saved)
{
    // What could not be read back would take the whole list of syncs with it.
    if (auto readable = model::flowFromJson(model::toJson(flow)); !readable)
        return fail(std::move(readable.error()));
    const auto before = byId(flow.id);
    if (!before) return fail(before.error());
    if (*before && !(*before)->isReadable() && flow.isReadable()) {
        if (auto kept = keepVersion(m_database, **before, FlowRepository::Saved{saved.at, {}, {}, 0}); !kept)
            return fail(kept.error());
    }
    const auto version = keepVersion(m_database, flow, saved);
    if (!version) return fail(version.error());
    Flow kept = flow;
    kept.mapping.version = *version;
    return run(m_database,
               u"INSERT INTO flow (id, document, saved_at) VALUES (?,?,?) "
               "ON CONFLICT (id) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at"_s,
               {flow.id, column(documentOf(kept)), column(saved.at)});
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
    const auto kept = keptMapping(id, version, 0);
    if (!kept) return fail(kept.error());
    if (!*kept) return std::optional<MappingDocument>();
    auto document = model::mappingFromJson(**kept);
    if (!document) return fail(std::move(document.error()));
    return std::optional<MappingDocument>(std::move(*document));
}

Result<QList<model::MappingVersion>> FlowRepository::versions(const QString& id, int limit)
{
    return readRows<model::MappingVersion>(
        m_database,
        u"SELECT version, saved_at, author, note, restored FROM flow_version WHERE flow = ? "
        "ORDER BY version DESC LIMIT ?"_s,
        {id, limit}, versionAt);
}

Result<std::optional<model::MappingVersion>> FlowRepository::version(const QString& id, int version)
{
    return readRow<model::MappingVersion>(
        m_database,
        u"SELECT version, saved_at, author, note, restored FROM flow_version WHERE flow = ? AND version = ?"_s,
        {id, version}, versionAt);
}

Result<std::optional<Json>> FlowRepository::keptMapping(const QString& id, int version, int place)
{
    const auto kept =
        readRow<Json>(m_database, u"SELECT mappings FROM flow_version WHERE flow = ? AND version = ?"_s,
                      {id, version}, [](const Database::Row& row) { return jsonAt(row, 0); });
    if (!kept) return fail(kept.error());
    if (!*kept || place < 0 || place >= (*kept)->size()) return std::optional<Json>();
    Json document = (*kept)->at(place);
    if (document.isObject()) document.set(u"version"_s, Json(version));
    return std::optional<Json>(std::move(document));
}

Result<QList<LookupTable>> FlowRepository::lookups()
{
    return readRows<LookupTable>(m_database, u"SELECT document FROM lookup_table ORDER BY position"_s, {},
                                 lookupAt);
}

Result<void> FlowRepository::saveLookup(const LookupTable& table, Instant at, const QString& author)
{
    const Json document = model::toJson(table);
    if (auto readable = model::lookupFromJson(document); !readable) return fail(std::move(readable.error()));
    const auto before = lookupNamed(m_database, table.name);
    if (!before) return fail(before.error());
    model::LookupChange change = model::lookupChange(before->value_or(LookupTable()), table);
    change.kind = *before ? LookupChange::Kind::Changed : LookupChange::Kind::Made;
    if (!*before || !change.isEmpty()) {
        if (auto noted = note(m_database, change, at, author); !noted) return noted;
    }
    return run(
        m_database,
        u"INSERT INTO lookup_table (name, document, saved_at) VALUES (?,?,?) "
        "ON CONFLICT (name) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at"_s,
        {table.name, column(document), column(at)});
}

Result<void> FlowRepository::removeLookup(const QString& table, Instant at, const QString& author)
{
    const auto before = lookupNamed(m_database, table);
    if (!before) return fail(before.error());
    if (!*before) return {};
    LookupTable after;
    after.name = table;
    model::LookupChange change = model::lookupChange(**before, after);
    change.kind = LookupChange::Kind::Removed;
    if (auto noted = note(m_database, change, at, author); !noted) return noted;
    return run(m_database, u"DELETE FROM lookup_table WHERE name = ?"_s, {table});
}

Result<QList<LookupChange>> FlowRepository::lookupHistory(const QString& table, qint64 offset, int limit)
{
    return readRows<LookupChange>(m_database,
                                  u"SELECT change, author, changed_at FROM lookup_change WHERE name = ? "
                                  "ORDER BY id DESC LIMIT ? OFFSET ?"_s,
                                  {table, limit, offset},
                                  [&table](const Database::Row& row) -> Result<LookupChange> {
                                      const auto json = jsonAt(row, 0);
                                      if (!json) return fail(json.error());
                                      auto change = model::lookupChangeFromJson(*json);
                                      if (!change) return change;
                                      change->table = table;
                                      change->author = row.text(1);
                                      change->at = instantFromMs(row.integer(2));
                                      return change;
                                  });
}

} // namespace tieout::store
