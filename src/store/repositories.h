#pragma once

#include "base/json.h"
#include "model/connection.h"
#include "model/flow.h"
#include "model/problem.h"
#include "model/run.h"
#include "store/database.h"

#include <QHash>

namespace tieout::store {

/// Connections of the workspace (no secrets).
class ConnectionRepository final
{
  public:
    explicit ConnectionRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<QList<model::Connection>> all();
    [[nodiscard]] Result<std::optional<model::Connection>> byId(const QString& id);
    [[nodiscard]] Result<void> save(const model::Connection& connection);
    [[nodiscard]] Result<void> remove(const QString& id);

  private:
    Database& m_database;
};

/// Syncs, each save of a changed mapping a version; and their lookup tables.
class FlowRepository final
{
  public:
    explicit FlowRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<QList<model::Flow>> all();
    [[nodiscard]] Result<std::optional<model::Flow>> byId(const QString& id);
    [[nodiscard]] Result<void> save(const model::Flow& flow, Instant at);
    [[nodiscard]] Result<void> remove(const QString& id);
    [[nodiscard]] Result<QList<model::LookupTable>> lookups();
    [[nodiscard]] Result<void> saveLookup(const model::LookupTable& table, Instant at);

  private:
    Database& m_database;
};

/// Which records are the same. `flow` is the (parent) flow's id.
class LinkRepository final
{
  public:
    explicit LinkRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<QHash<QString, model::Link>> bySource(const QString& flow, const QStringList& sourceIds);
    [[nodiscard]] Result<QHash<QString, model::Link>> byTarget(const QString& flow, const QStringList& targetIds);
    [[nodiscard]] Result<void> save(const QList<model::Link>& links); ///< insert or replace; hot path
    [[nodiscard]] Result<QList<model::Link>> window(const QString& flow, qint64 offset, int limit);
    [[nodiscard]] Result<qint64> count(const QString& flow);

  private:
    Database& m_database;
};

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

/// The write journal: a row per record is durable before its bytes leave, its verdict after they are answered.
class JournalRepository final
{
  public:
    explicit JournalRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<qint64> begin(const JournalBatch& batch); ///< hot path; returns the batch id
    [[nodiscard]] Result<void> settle(qint64 batch, const QList<JournalState>& states); ///< one per row, by position
    [[nodiscard]] Result<void> settle(const QList<JournalRow>& rows); ///< single rows, by batch and position
    /// Batches of a flow with rows still Sending or Uncertain (rows: only those).
    [[nodiscard]] Result<QList<JournalBatch>> open(const QString& flow);
    /// Which of these source ids have an open row.
    [[nodiscard]] Result<QStringList> openSources(const QString& flow, const QStringList& sourceIds);
    [[nodiscard]] Result<qint64> prune(Instant before); ///< settled batches older than that

  private:
    Database& m_database;
};

using model::RunRecord;
using model::RunRecordFilter;

/// Runs, their counts and their records.
class RunRepository final
{
  public:
    explicit RunRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<qint64> begin(const model::RunReport& report); ///< returns the run id
    [[nodiscard]] Result<void> update(const model::RunReport& report);
    [[nodiscard]] Result<std::optional<model::RunReport>> byId(qint64 run);
    [[nodiscard]] Result<QList<model::RunReport>> window(const QString& flow, qint64 offset, int limit); ///< newest first; empty flow = all
    [[nodiscard]] Result<qint64> count(const QString& flow);
    [[nodiscard]] Result<void> addRecords(const QList<RunRecord>& records); ///< hot path
    [[nodiscard]] Result<QList<RunRecord>> records(qint64 run, const RunRecordFilter& filter, qint64 offset, int limit);
    [[nodiscard]] Result<qint64> countRecords(qint64 run, const RunRecordFilter& filter);
    /// Written and held/failed records a day, for the last `days` days.
    using Day = model::RunDay;
    [[nodiscard]] Result<QList<Day>> perDay(const QString& flow, Date last, int days);

  private:
    Database& m_database;
};

using model::ProblemFilter;

/// Records that need a person or wait for their next try. One row per flow and source record.
class ProblemRepository final
{
  public:
    explicit ProblemRepository(Database& database) : m_database(database) {}
    /// Insert, or update of an open one (failures + 1, firstSeen kept).
    [[nodiscard]] Result<void> report(const QList<model::Problem>& problems);
    /// The records ended well: their open problems are solved.
    [[nodiscard]] Result<void> solve(const QString& flow, const QStringList& sourceIds, Instant at);
    [[nodiscard]] Result<void> setState(qint64 problem, model::ProblemState state, const QString& note, Instant at);
    [[nodiscard]] Result<QList<model::ProblemGroup>> groups(const ProblemFilter& filter);
    [[nodiscard]] Result<QList<model::Problem>> window(const ProblemFilter& filter, qint64 offset, int limit);
    [[nodiscard]] Result<qint64> count(const ProblemFilter& filter);
    [[nodiscard]] Result<std::optional<model::Problem>> byId(qint64 problem);
    /// Source ids to read again now: failed or uncertain ones that are due, and all marked Retrying.
    [[nodiscard]] Result<QStringList> dueSources(const QString& flow, Instant now, int limit);
    /// Which of these have an open problem.
    [[nodiscard]] Result<QStringList> openSources(const QString& flow, const QStringList& sourceIds);
    /// Marks open problems to be tried again by the next run: all of a cause, or one.
    [[nodiscard]] Result<qint64> retryCause(const QString& flow, const QString& causeKey);
    [[nodiscard]] Result<qint64> retryOne(qint64 problem);
    /// A mapping, lookup or record changed: every held or failed record of the flow is due again.
    [[nodiscard]] Result<qint64> retryAll(const QString& flow);

  private:
    Database& m_database;
};

/// Reading positions, cached reference documents and settings.
class CursorRepository final
{
  public:
    explicit CursorRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<QString> get(const QString& flow, const QString& connection, const QString& object);
    [[nodiscard]] Result<void> set(const QString& flow, const QString& connection, const QString& object,
                                   const QString& cursor);

  private:
    Database& m_database;
};

struct CachedDocument {
    Json json;
    Instant at{};
};

class DocumentRepository final
{
  public:
    explicit DocumentRepository(Database& database) : m_database(database) {}
    /// A document of a connection ("reference", "schema:Opportunity"), or of the workspace (connection empty).
    [[nodiscard]] Result<std::optional<CachedDocument>> get(const QString& connection, const QString& name);
    [[nodiscard]] Result<void> set(const QString& connection, const QString& name, const Json& json, Instant at);
    [[nodiscard]] Result<void> remove(const QString& connection, const QString& name);

  private:
    Database& m_database;
};

/// What matching knows of the target's records: identity, usability and normalised keys.
struct TargetIndexRow {
    QString id;
    QString externalKey;
    QString title;
    QString version;
    bool usable = true;
    QStringList keys; ///< "rule-index\x1fnormalised text", made by engine/match
};

class TargetIndexRepository final
{
  public:
    explicit TargetIndexRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<void> save(const QString& connection, const QString& object, const QList<TargetIndexRow>& rows);
    /// Rows by key (several rows may share one).
    [[nodiscard]] Result<QHash<QString, QList<TargetIndexRow>>> byKeys(const QString& connection, const QString& object,
                                                                      const QStringList& keys);

  private:
    Database& m_database;
};

/// One engine per workspace: a lease with an owner and an end, renewed while it works.
class LeaseRepository final
{
  public:
    explicit LeaseRepository(Database& database) : m_database(database) {}
    /// True when taken or renewed; false when another owner holds it (see holder()).
    [[nodiscard]] Result<bool> take(const QString& name, const QString& owner, Instant now, std::chrono::seconds life);
    [[nodiscard]] Result<void> release(const QString& name, const QString& owner);
    [[nodiscard]] Result<QString> holder(const QString& name, Instant now);

  private:
    Database& m_database;
};

/// What was due and ran, per flow, so that a missed run is run once and none twice.
class ScheduleRepository final
{
  public:
    explicit ScheduleRepository(Database& database) : m_database(database) {}
    [[nodiscard]] Result<std::optional<Instant>> lastDue(const QString& flow);
    [[nodiscard]] Result<void> setLastDue(const QString& flow, Instant due);

  private:
    Database& m_database;
};

} // namespace tieout::store
