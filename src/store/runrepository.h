#pragma once

#include "model/run.h"
#include "store/database.h"

namespace tieout::store {

using model::RunRecord;
using model::RunRecordFilter;

/// Runs, their counts and their records.
class RunRepository final
{
  public:
    explicit RunRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<qint64> begin(const model::RunReport& report); ///< returns the run id
    [[nodiscard]] Result<void> update(const model::RunReport& report);
    [[nodiscard]] Result<std::optional<model::RunReport>> byId(qint64 run);
    [[nodiscard]] Result<QList<model::RunReport>> window(const QString& flow, qint64 offset,
                                                         int limit); ///< newest first; empty flow = all
    [[nodiscard]] Result<qint64> count(const QString& flow);
    /// Each (run, sequence) once; sequence < 2^32. Hot path.
    [[nodiscard]] Result<void> addRecords(const QList<RunRecord>& records);
    [[nodiscard]] Result<QList<RunRecord>> records(qint64 run, const RunRecordFilter& filter, qint64 offset,
                                                   int limit);
    [[nodiscard]] Result<qint64> countRecords(qint64 run, const RunRecordFilter& filter);
    /// What is said about a record of a run becomes known only later. Rare: looks through the run's records.
    [[nodiscard]] Result<void> remark(qint64 run, const QString& flow, const QString& sourceId,
                                      const Error& reason);
    /// The end of a record that was in doubt: outcome, target and reason, by run and sequence. Rare.
    [[nodiscard]] Result<void> resolve(const RunRecord& record);
    /// Counts and totals of a run as far as its records tell (unchanged and skipped ones are not kept): for a
    /// run that did not live to write its own.
    [[nodiscard]] Result<void> recount(model::RunReport& report);
    /// Written and held/failed records a day, for the last `days` days: each with its row, oldest first. Days
    /// are UTC; previews do not count.
    using Day = model::RunDay;
    [[nodiscard]] Result<QList<Day>> perDay(const QString& flow, Date last, int days);
    /// Forgets the records (not the runs and their counts) of runs that started before; returns how many.
    [[nodiscard]] Result<qint64> pruneRecords(Instant before);

  private:
    Database& m_database;
};

} // namespace tieout::store
