#pragma once

#include "base/clock.h"
#include "connectors/connector.h"
#include "engine/ending.h"
#include "engine/runbook.h"
#include "engine/taskgroup.h"
#include "engine/write/batchsender.h"

namespace tieout::engine {

/// One planned write: what goes, and what its ending will need.
struct PlannedWrite {
    connectors::WriteRow row;
    Ending ending; ///< filled but for the verdict
    quint64 contentHash = 0;
    QStringList indexKeys; ///< of the record as written, for the match index
};

/// Sends planned writes of one object in full batches, several at once; as jobs when the system takes jobs
/// and there are many. For each batch: journal row durable → bytes → verdict per row → everything remembered
/// in one transaction. A batch refused as a whole is halved until the bad rows stand alone. Engine thread.
class WriteLane final
{
  public:
    struct Settings {
        QString flow;
        QString connection;
        QString object;
        connectors::Operation operation = connectors::Operation::Create;
        /// Batches under way: as many on the wire as the system allows, as many again in the journal, so that
        /// the wire never waits for the disk.
        int concurrent = 16;
        /// Batches planned ahead of those: planning goes on while the disk and the wire are busy.
        int ahead = 20;
    };
    /// Called with the endings of each remembered batch: parents let their children go on.
    using Listener = std::function<void(const QList<Ending>&)>;

    WriteLane(Settings settings, connectors::Connector& target, store::Store& store, Clock& clock,
              RunBook& book, StopToken stop, Listener listener);

    /// Queues a write; starts a batch when one is full. Waits while enough are under way.
    [[nodiscard]] Task<void> add(PlannedWrite write);
    /// Starts what is queued, full or not.
    [[nodiscard]] Task<void> flush();
    /// Waits until nothing is under way.
    [[nodiscard]] Task<void> settle();
    [[nodiscard]] qsizetype queued() const { return m_queue.size(); }
    /// Why the lane had to stop (disk, sign-in, limits, our own mistake); the run must end.
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

  private:
    using Batch = QList<PlannedWrite>;
    [[nodiscard]] qsizetype callSize() const;
    [[nodiscard]] bool isJob(const Batch& batch) const
    {
        return m_jobs.rows > 0 && batch.size() > m_jobs.above;
    }
    [[nodiscard]] Task<void> launch(Batch batch);
    [[nodiscard]] Task<void> startWhenFree(Batch batch);
    [[nodiscard]] Task<void> write(Batch batch);
    /// False when these rows do not go as a job: then nothing was sent.
    [[nodiscard]] Task<bool> writeAsJob(Batch batch);
    [[nodiscard]] Task<void> writeInCalls(Batch batch);
    [[nodiscard]] Task<void> deliver(Batch batch, connectors::PreparedWrite prepared);
    [[nodiscard]] static QList<connectors::WriteRow> rowsOf(const Batch& batch);
    [[nodiscard]] store::JournalBatch journalOf(const Batch& batch,
                                                const connectors::PreparedWrite& prepared) const;
    [[nodiscard]] Task<Result<qint64>> enterJournal(store::JournalBatch entry);
    [[nodiscard]] Task<void> notSent(qsizetype rows, qint64 journal, store::JournalState state);
    [[nodiscard]] Task<void> refuseWhole(Batch batch, qint64 journal, Error error);
    [[nodiscard]] Task<void> finish(Batch batch, qint64 journal, QList<model::RowOutcome> outcomes);
    [[nodiscard]] QString keyOf(const Batch& batch) const;
    [[nodiscard]] Ending endingOf(PlannedWrite write, const model::RowOutcome& outcome) const;
    void warn(const QString& title, const QStringList& warnings);

    Settings m_settings;
    connectors::Connector& m_target;
    store::Store& m_store;
    Clock& m_clock;
    RunBook& m_book;
    StopToken m_stop;
    Listener m_listener;
    BatchSender m_sender;
    connectors::JobSize m_jobs;
    Batch m_queue;
    TaskGroup m_planned; ///< full batches that wait for a place under way, in their order
    TaskGroup m_underWay;
    std::optional<Error> m_fault;
    int m_refusedInRow = 0; ///< whole batches that met an outage, one after the other
};

} // namespace tieout::engine
