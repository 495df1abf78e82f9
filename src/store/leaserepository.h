#pragma once

#include "store/database.h"

namespace tieout::store {

/// One engine per workspace: a lease with an owner and an end, renewed while it works.
class LeaseRepository final
{
  public:
    explicit LeaseRepository(Database& database)
        : m_database(database)
    {
    }
    /// True when taken or renewed; false when another owner holds it (see holder()).
    [[nodiscard]] Result<bool> take(const QString& name, const QString& owner, Instant now,
                                    std::chrono::seconds life);
    [[nodiscard]] Result<void> release(const QString& name, const QString& owner);
    [[nodiscard]] Result<QString> holder(const QString& name, Instant now);

  private:
    Database& m_database;
};

} // namespace tieout::store
