#pragma once

#include "model/flow.h"
#include "model/mappinghistory.h"
#include "store/database.h"

namespace tieout::store {

/// Syncs, each save of a changed mapping a version; and their lookup tables.
class FlowRepository final
{
  public:
    explicit FlowRepository(Database& database)
        : m_database(database)
    {
    }
    /// A flow whose mapping (or a parent's) cannot be read is there without it, see Flow::unreadableMapping.
    [[nodiscard]] Result<QList<model::Flow>> all();
    [[nodiscard]] Result<std::optional<model::Flow>> byId(const QString& id);
    /// Who saves, and what for.
    struct Saved {
        Instant at{};
        QString author;
        QString note;
        int restored = 0; ///< the version that is brought back; 0 = none
    };
    /// A mapping (its own or a parent's) that differs from the last saved one is a new version: the flow's
    /// own number when that is higher, else the next one (read it back with byId). A flow that its own
    /// document cannot give back is refused with that error. A mapping that could not be read and is replaced
    /// becomes a version of its own first.
    [[nodiscard]] Result<void> save(const model::Flow& flow, const Saved& saved);
    [[nodiscard]] Result<void> save(const model::Flow& flow, Instant at)
    {
        return save(flow, Saved{at, {}, {}, 0});
    }
    /// Forgets the flow, its reading positions and its schedule; its links, runs and versions stay (added
    /// again, it makes nothing twice), its open problems are put away as skipped.
    [[nodiscard]] Result<void> remove(const QString& id);
    /// The mapping as it was saved under a version; nullopt when unknown.
    [[nodiscard]] Result<std::optional<model::MappingDocument>> mapping(const QString& id, int version);
    /// The saved versions, newest first.
    [[nodiscard]] Result<QList<model::MappingVersion>> versions(const QString& id, int limit);
    [[nodiscard]] Result<std::optional<model::MappingVersion>> version(const QString& id, int version);
    /// A document of a version as it was kept, readable or not: 0 is the flow's own, then its parents' in
    /// their order. nullopt when unknown.
    [[nodiscard]] Result<std::optional<Json>> keptMapping(const QString& id, int version, int place);

    [[nodiscard]] Result<QList<model::LookupTable>> lookups();
    /// What differs from the kept table goes into its history.
    [[nodiscard]] Result<void> saveLookup(const model::LookupTable& table, Instant at,
                                          const QString& author = {});
    /// Its rows stay in the history.
    [[nodiscard]] Result<void> removeLookup(const QString& table, Instant at, const QString& author);
    /// Newest first.
    [[nodiscard]] Result<QList<model::LookupChange>> lookupHistory(const QString& table, qint64 offset,
                                                                   int limit);

  private:
    Database& m_database;
};

} // namespace tieout::store
