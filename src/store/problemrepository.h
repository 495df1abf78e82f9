#pragma once

#include "model/problem.h"
#include "store/database.h"

#include <QHash>

namespace tieout::store {

using model::ProblemFilter;

/// Records that need a person or wait for their next try. One row per flow and source record.
class ProblemRepository final
{
  public:
    explicit ProblemRepository(Database& database)
        : m_database(database)
    {
    }
    /// Insert, or update of an open one (failures + 1, firstSeen kept); a solved or skipped one opens anew.
    [[nodiscard]] Result<void> report(const QList<model::Problem>& problems);
    /// The records ended well: their open problems are solved.
    [[nodiscard]] Result<void> solve(const QString& flow, const QStringList& sourceIds, Instant at);
    [[nodiscard]] Result<void> setState(qint64 problem, model::ProblemState state, const QString& note,
                                        Instant at);
    /// One per flow and cause, the largest first.
    [[nodiscard]] Result<QList<model::ProblemGroup>> groups(const ProblemFilter& filter);
    [[nodiscard]] Result<QList<model::Problem>> window(const ProblemFilter& filter, qint64 offset, int limit);
    [[nodiscard]] Result<qint64> count(const ProblemFilter& filter);
    [[nodiscard]] Result<std::optional<model::Problem>> byId(qint64 problem);
    /// How often these open problems have failed so far, by source id; for the next try's delay.
    [[nodiscard]] Result<QHash<QString, int>> failures(const QString& flow, const QStringList& sourceIds);
    /// Source ids to read again now: failed or uncertain ones that are due, and all marked Retrying.
    [[nodiscard]] Result<QStringList> dueSources(const QString& flow, Instant now, int limit);
    /// Which of these have an open problem.
    [[nodiscard]] Result<QStringList> openSources(const QString& flow, const QStringList& sourceIds);
    /// Marks open problems to be tried again by the next run: all of a cause, or one.
    [[nodiscard]] Result<qint64> retryCause(const QString& flow, const QString& causeKey);
    [[nodiscard]] Result<qint64> retryOne(qint64 problem);
    [[nodiscard]] Result<qint64> retrySources(const QString& flow, const QStringList& sourceIds);
    /// A mapping, lookup or record changed: every held or failed record of the flow is due again.
    [[nodiscard]] Result<qint64> retryAll(const QString& flow);

  private:
    Database& m_database;
};

} // namespace tieout::store
