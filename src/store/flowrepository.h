#pragma once

#include "model/flow.h"
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
    [[nodiscard]] Result<QList<model::Flow>> all();
    [[nodiscard]] Result<std::optional<model::Flow>> byId(const QString& id);
    /// A mapping (its own or a parent's) that differs from the last saved one is a new version: the flow's
    /// own number when that is higher, else the next one (read it back with byId). A flow that its own
    /// document cannot give back is refused with that error.
    [[nodiscard]] Result<void> save(const model::Flow& flow, Instant at);
    /// Forgets the flow, its reading positions and its schedule; its links, runs and versions stay (added
    /// again, it makes nothing twice), its open problems are put away as skipped.
    [[nodiscard]] Result<void> remove(const QString& id);
    /// The mapping as it was saved under a version; nullopt when unknown.
    [[nodiscard]] Result<std::optional<model::MappingDocument>> mapping(const QString& id, int version);
    [[nodiscard]] Result<QList<model::LookupTable>> lookups();
    [[nodiscard]] Result<void> saveLookup(const model::LookupTable& table, Instant at);

  private:
    Database& m_database;
};

} // namespace tieout::store
