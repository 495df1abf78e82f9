#pragma once

#include "store/database.h"

namespace tieout::store {

/// What was due and ran, per flow, so that a missed run is run once and none twice.
class ScheduleRepository final
{
  public:
    explicit ScheduleRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<std::optional<Instant>> lastDue(const QString& flow);
    [[nodiscard]] Result<void> setLastDue(const QString& flow, Instant due);

  private:
    Database& m_database;
};

} // namespace tieout::store
