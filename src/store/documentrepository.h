#pragma once

#include "base/json.h"
#include "store/database.h"

namespace tieout::store {

struct CachedDocument {
    Json json;
    Instant at{};
};

/// Cached reference documents, schemas and the workspace's settings.
class DocumentRepository final
{
  public:
    explicit DocumentRepository(Database& database)
        : m_database(database)
    {
    }
    /// A document of a connection ("reference", "schema:Opportunity"), or of the workspace (connection
    /// empty).
    [[nodiscard]] Result<std::optional<CachedDocument>> get(const QString& connection, const QString& name);
    [[nodiscard]] Result<void> set(const QString& connection, const QString& name, const Json& json,
                                   Instant at);
    [[nodiscard]] Result<void> remove(const QString& connection, const QString& name);

  private:
    Database& m_database;
};

} // namespace tieout::store
