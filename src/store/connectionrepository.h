#pragma once

#include "model/connection.h"
#include "store/database.h"

namespace tieout::store {

/// Connections of the workspace (no secrets).
class ConnectionRepository final
{
  public:
    explicit ConnectionRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<QList<model::Connection>> all();
    [[nodiscard]] Result<std::optional<model::Connection>> byId(const QString& id);
    [[nodiscard]] Result<void> save(const model::Connection& connection);
    [[nodiscard]] Result<void> remove(const QString& id);

  private:
    Database& m_database;
};

} // namespace tieout::store
