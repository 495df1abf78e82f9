#pragma once

#include "store/database.h"

namespace tieout::store {

enum class JournalState : quint8 { Sending, Uncertain, Written, Rejected, NotSent };

struct JournalRow {
    qint64 batch = 0;
    int position = 0;
    QString sourceId;
    QString sourceVersion;
    QString externalKey;
    QString targetId;
    quint64 contentHash = 0;
    JournalState state = JournalState::Sending;
};

struct JournalBatch {
    qint64 id = 0;
    qint64 run = 0;
    QString flow;
    QString connection;
    QString object;
    bool create = true;
    QString idempotencyKey;
    QString requestHash;
    Instant startedAt{};
    QList<JournalRow> rows;
};

/// The write journal: a row per record is durable before its bytes leave, its verdict after they are
/// answered.
class JournalRepository final
{
  public:
    explicit JournalRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<qint64> begin(const JournalBatch& batch); ///< hot path; returns the batch id
    /// One state per row of the batch, by position. Error: Bug "journal.settle" when their number differs.
    [[nodiscard]] Result<void> settle(qint64 batch, const QList<JournalState>& states); ///< hot path
    /// Single rows, by batch and position, with their state. Error: Bug "journal.settle" when one is unknown.
    [[nodiscard]] Result<void> settle(const QList<JournalRow>& rows);
    /// Batches of a flow with rows still Sending or Uncertain (rows: only those).
    [[nodiscard]] Result<QList<JournalBatch>> open(const QString& flow);
    /// Which of these source ids have an open row.
    [[nodiscard]] Result<QStringList> openSources(const QString& flow, const QStringList& sourceIds);
    [[nodiscard]] Result<qint64> prune(Instant before); ///< settled batches older than that

  private:
    Database& m_database;
};

} // namespace tieout::store
