#pragma once

#include "model/decision.h"
#include "store/database.h"

namespace tieout::store {

/// What people decided about matches; one per flow and source record.
class DecisionRepository final
{
  public:
    explicit DecisionRepository(Database& database)
        : m_database(database)
    {
    }
    /// Insert or replace; a replaced one was not used, or its link is gone.
    [[nodiscard]] Result<void> save(const model::Decision& decision);
    /// Those of a flow that wait for a run.
    [[nodiscard]] Result<QList<model::Decision>> unused(const QString& flow);
    /// The one about a record that matching asked for.
    [[nodiscard]] Result<std::optional<model::Decision>> about(const QString& flow, const QString& sourceId);
    /// The unused one that was made from a problem of this sync and record.
    [[nodiscard]] Result<std::optional<model::Decision>> askedBy(const QString& flow,
                                                                 const QString& sourceId);
    [[nodiscard]] Result<void> markUsed(const QString& flow, const QStringList& sourceIds, qint64 run,
                                        Instant at);
    /// False when it was used already, or is not there.
    [[nodiscard]] Result<bool> takeBack(const QString& flow, const QString& sourceId);

  private:
    Database& m_database;
};

} // namespace tieout::store
