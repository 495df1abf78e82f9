#pragma once

#include "model/plan.h"
#include "store/database.h"

#include <QHash>

namespace tieout::store {

/// What a preview planned, as a whole.
struct Plan {
    qint64 run = 0; ///< of the preview
    QString flow;
    QString basis; ///< fingerprint of the sync as it was then
    Instant madeAt{};
    bool complete = false; ///< the preview came to its end
    QString approvedBy;
    std::optional<Instant> approvedAt;
    qint64 writtenBy = 0;             ///< the last run that followed it
    std::optional<Instant> writtenAt; ///< that run came to its end: the plan is used up
};

enum class PlanState : quint8 {
    Open,    ///< not met yet by a run that follows the plan
    Written, ///< as planned
    Passed,  ///< ended without a write: held, failed, unchanged
};

struct PlanRow {
    model::PlannedAction action; ///< title, party, money and changes are in the preview's records
    PlanState state = PlanState::Open;
};

/// Previews as plans: what an approved run may write, record by record.
class PlanRepository final
{
  public:
    explicit PlanRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<void> begin(const Plan& plan);
    [[nodiscard]] Result<void> add(qint64 run, const QList<model::PlannedAction>& actions);
    /// The preview has ended well; earlier plans of its sync are forgotten.
    [[nodiscard]] Result<void> complete(qint64 run);
    [[nodiscard]] Result<std::optional<Plan>> byRun(qint64 run);
    [[nodiscard]] Result<void> approve(qint64 run, const QString& by, Instant at);
    /// A run begins to follow it, and (with `at`) has come to its end.
    [[nodiscard]] Result<void> follow(qint64 run, qint64 writtenBy, std::optional<Instant> at);
    [[nodiscard]] Result<QHash<QString, PlanRow>> bySource(qint64 run, const QString& flow,
                                                           const QStringList& sourceIds);
    /// Source ids of a flow that an earlier, interrupted run has made as planned.
    [[nodiscard]] Result<QStringList> made(qint64 run, const QString& flow);
    [[nodiscard]] Result<void> settle(qint64 run, const QString& flow, const QStringList& sourceIds,
                                      PlanState state);
    /// Rows of a flow that no run has met, a few at a time.
    [[nodiscard]] Result<QList<PlanRow>> open(qint64 run, const QString& flow, int limit);
    [[nodiscard]] Result<qint64> prune(Instant before);

  private:
    Database& m_database;
};

} // namespace tieout::store
