#include "engine/entry/recoverentries.h"

#include "engine/entry/entryjournal.h"
#include "engine/write/recoverjournal.h"
#include "store/repositories.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;
using store::JournalState;

namespace {

/// An entry is kept as a run; so many of the newest are looked through for dead ones.
constexpr int kLookBack = 200;

struct Open {
    QList<store::JournalBatch> batches;
    QList<model::RunReport> dead;
};

Result<Open> openOf(store::Database& database, const QString& connection, Instant before)
{
    const QString flow = entryFlowOf(connection);
    Open open;
    auto batches = store::JournalRepository(database).open(flow);
    if (!batches) return tl::unexpected(batches.error());
    for (const auto& batch : *batches)
        if (batch.startedAt < before) open.batches += batch;
    auto runs = store::RunRepository(database).window(flow, 0, kLookBack);
    if (!runs) return tl::unexpected(runs.error());
    for (const auto& run : *runs)
        if (run.state == model::RunState::Running && run.startedAt < before) open.dead += run;
    return open;
}

Error reasonOf(const QString& code, const QString& what)
{
    return errorOf(ErrorKind::RowRejected, code, u"looked up after an end in doubt"_s, {what});
}

/// What became of the rows of one batch.
struct Recovered {
    QList<store::JournalRow> rows;
    QList<model::RunRecord> fresh;    ///< the run has not heard of them
    QList<model::RunRecord> resolved; ///< the run says that they are in doubt
};

class BatchRecovery final
{
  public:
    explicit BatchRecovery(const store::JournalBatch& batch)
        : m_batch(batch)
    {
    }

    void end(const store::JournalRow& row, JournalState state, Outcome outcome,
             const connectors::TargetRecord& found, std::optional<Error> reason)
    {
        model::RunRecord record;
        record.run = m_batch.run;
        record.sequence = entryPlace(row.sourceId);
        record.flow = m_batch.flow;
        record.title = row.externalKey.isEmpty() ? m_batch.object : row.externalKey;
        record.outcome = outcome;
        record.targetId = found.id.isEmpty() ? row.targetId : found.id;
        record.targetNumber = found.number;
        record.reason = std::move(reason);
        const bool isKnown = row.state == JournalState::Uncertain;
        if (record.sequence >= 0) (isKnown ? m_done.resolved : m_done.fresh) += record;
        auto settled = row;
        settled.batch = m_batch.id;
        settled.state = state;
        m_done.rows += settled;
    }

    /// Nothing can be found out: a person has to look.
    void leave(const store::JournalRow& row)
    {
        if (row.state == JournalState::Uncertain) return; // said already
        end(row, JournalState::Uncertain, Outcome::Uncertain, {},
            reasonOf(u"entry.in-doubt"_s, m_batch.object));
    }

    [[nodiscard]] const Recovered& done() const { return m_done; }

  private:
    const store::JournalBatch& m_batch;
    Recovered m_done;
};

/// The object has no lookup, or the connection's settings forbid it: that is no fault of the moment.
bool isOutOfReach(const Error& error)
{
    return error.kind == ErrorKind::BadConfig;
}

Task<Result<Recovered>> lookUpNew(const store::JournalBatch* batch, connectors::Connector* target,
                                  StopToken stop)
{
    QStringList keys;
    for (const auto& row : batch->rows)
        if (!row.externalKey.isEmpty()) keys += row.externalKey;
    Result<QList<connectors::TargetRecord>> found = QList<connectors::TargetRecord>();
    if (!keys.isEmpty()) found = co_await target->find(batch->object, keys, stop);
    if (!found && !isOutOfReach(found.error())) co_return tl::unexpected(found.error());
    BatchRecovery recovery(*batch);
    for (const auto& row : batch->rows) {
        if (row.externalKey.isEmpty() || !found) {
            recovery.leave(row);
            continue;
        }
        const auto hit = std::find_if(found->cbegin(), found->cend(), [&row](const auto& record) {
            return record.externalKey.compare(row.externalKey, Qt::CaseInsensitive) == 0;
        });
        if (hit != found->cend())
            recovery.end(row, JournalState::Written, Outcome::Created, *hit, {});
        else
            recovery.end(row, JournalState::NotSent, Outcome::Failed, {},
                         reasonOf(u"entry.not-arrived"_s, row.externalKey));
    }
    co_return recovery.done();
}

/// Whether a record shows what the row has set.
bool shows(const model::Record& record, const store::JournalRow& row)
{
    const EntryFields fields = entryFieldsFrom(row.sourceVersion);
    model::Record set(std::make_shared<model::Shape>(fields.set));
    for (int slot = 0; slot < fields.set.size(); ++slot)
        set.set(slot, record.value(fields.set[slot]));
    const bool emptied = std::all_of(fields.emptied.cbegin(), fields.emptied.cend(),
                                     [&record](const QString& name) { return record.value(name).isBlank(); });
    return emptied && model::contentHash(model::Value(set)) == row.contentHash;
}

Task<Result<Recovered>> lookUpChanged(const store::JournalBatch* batch, connectors::Connector* target,
                                      StopToken stop)
{
    connectors::ReadRequest request;
    request.object = batch->object;
    request.paths = target->targetPaths(batch->object);
    for (const auto& row : batch->rows) {
        request.ids += row.targetId;
        const EntryFields fields = entryFieldsFrom(row.sourceVersion);
        request.paths += fields.set + fields.emptied;
    }
    request.paths.removeDuplicates();
    QHash<QString, connectors::TargetRecord> present;
    std::optional<Error> failed;
    const auto pages = target->read(request);
    while (!failed) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(stop);
        if (!page) failed = page.error();
        if (!page || !*page) break;
        for (const auto& record : (*page)->records) {
            const auto found = target->toTarget(batch->object, record);
            present.insert(found.id, found);
        }
    }
    if (failed && !isOutOfReach(*failed)) co_return tl::unexpected(*failed);
    BatchRecovery recovery(*batch);
    for (const auto& row : batch->rows) {
        const connectors::TargetRecord found = present.value(row.targetId);
        if (failed)
            recovery.leave(row);
        else if (!found.id.isEmpty() && shows(found.record, row))
            recovery.end(row, JournalState::Written, Outcome::Updated, found, {});
        else
            recovery.end(
                row, JournalState::NotSent, Outcome::Failed, found,
                reasonOf(u"entry.not-shown"_s, found.number.isEmpty() ? row.targetId : found.number));
    }
    co_return recovery.done();
}

/// What became of a job of changes. One that is still at work stays open; rows that it does not tell of are
/// read and compared.
Task<Result<Recovered>> lookUpJob(const store::JournalBatch* batch, connectors::Connector* target,
                                  StopToken stop)
{
    const QString job = connectors::jobOf(batch->idempotencyKey);
    const QList<connectors::WriteRow> rows = rowsOf(*batch);
    const Result<QList<model::RowOutcome>> settled =
        co_await target->settleJob(batch->object, connectors::Operation::Update, job, rows, stop);
    const bool isGone = !settled && settled.error().code == u"connector.job-gone";
    if (!settled && !isGone) co_return tl::unexpected(settled.error());
    store::JournalBatch untold = *batch;
    untold.rows.clear();
    BatchRecovery recovery(*batch);
    for (qsizetype i = 0; i < batch->rows.size(); ++i) {
        using State = model::RowOutcome::State;
        const store::JournalRow& row = batch->rows.at(i);
        const State state = settled ? settled->at(i).state : State::Uncertain;
        if (state == State::Uncertain)
            untold.rows += row;
        else if (state == State::Written)
            recovery.end(row, JournalState::Written, Outcome::Updated, {}, {});
        else
            recovery.end(row, JournalState::Rejected, Outcome::Failed, {}, settled->at(i).error);
    }
    Recovered done = recovery.done();
    if (untold.rows.isEmpty()) co_return done;
    const Result<Recovered> compared = co_await lookUpChanged(&untold, target, stop);
    if (!compared) co_return tl::unexpected(compared.error());
    done.rows += compared->rows;
    done.fresh += compared->fresh;
    done.resolved += compared->resolved;
    co_return done;
}

/// Whether the record lists a file of this name and content.
Task<Result<bool>> hangsThere(const store::JournalBatch* batch, const store::JournalRow* row,
                              connectors::Connector* target, StopToken stop)
{
    const Result<QList<connectors::AttachedFile>> files =
        co_await target->files(batch->object, row->targetId, stop);
    if (!files) co_return tl::unexpected(files.error());
    const bool comparable = target->fileAccess(batch->object).fetch;
    for (const auto& file : *files) {
        const bool sameSize = file.bytes < 0 || QString::number(file.bytes) == row->sourceVersion;
        if (!sameSize || file.name.compare(row->externalKey, Qt::CaseInsensitive) != 0) continue;
        if (!comparable) co_return true;
        const Result<QByteArray> content =
            co_await target->fetchFile(batch->object, row->targetId, file, stop);
        if (!content) co_return tl::unexpected(content.error());
        if (fileContentHash(*content) == row->contentHash) co_return true;
    }
    co_return false;
}

Task<Result<Recovered>> lookUpFile(const store::JournalBatch* batch, connectors::Connector* target,
                                   StopToken stop)
{
    BatchRecovery recovery(*batch);
    for (const auto& row : batch->rows) {
        const Result<bool> there = co_await hangsThere(batch, &row, target, stop);
        // Where the record itself is gone, no file hangs on it.
        const bool isGone = !there && there.error().kind == ErrorKind::RowRejected;
        if (!there && !isGone && !isOutOfReach(there.error())) co_return tl::unexpected(there.error());
        if (!there && !isGone)
            recovery.leave(row);
        else if (there && *there)
            recovery.end(row, JournalState::Written, Outcome::Created, {}, {});
        else
            recovery.end(row, JournalState::NotSent, Outcome::Failed, {},
                         reasonOf(u"entry.file-not-arrived"_s, row.externalKey));
    }
    co_return recovery.done();
}

Result<bool> keep(store::Database& database, const Recovered& recovered)
{
    if (auto done = store::JournalRepository(database).settle(recovered.rows); !done)
        return tl::unexpected(done.error());
    store::RunRepository runs(database);
    if (auto done = runs.addRecords(recovered.fresh); !done) return tl::unexpected(done.error());
    for (const auto& record : recovered.resolved)
        if (auto done = runs.resolve(record); !done) return tl::unexpected(done.error());
    return true;
}

/// False: there is nothing new to say of it.
Task<Result<bool>> settleBatch(const store::JournalBatch* batch, connectors::Connector* target,
                               store::Store* store, StopToken stop)
{
    Result<Recovered> recovered = Recovered();
    if (isFileKey(batch->idempotencyKey))
        recovered = co_await lookUpFile(batch, target, stop);
    else if (!connectors::jobOf(batch->idempotencyKey).isEmpty())
        recovered = co_await lookUpJob(batch, target, stop);
    else if (batch->create)
        recovered = co_await lookUpNew(batch, target, stop);
    else
        recovered = co_await lookUpChanged(batch, target, stop);
    if (!recovered) co_return tl::unexpected(recovered.error());
    if (recovered->rows.isEmpty()) co_return false;
    const Recovered settled = *recovered;
    std::function<Result<bool>(store::Database&)> work = [settled](store::Database& database) {
        return keep(database, settled);
    };
    const Result<bool> kept = co_await store->write<bool>(work);
    co_return kept;
}

/// Counts anew; a run that died with its program ends.
Result<QList<model::RunReport>> closeRuns(store::Database& database, const QList<qint64>& touched,
                                          Instant now)
{
    QList<model::RunReport> closed;
    store::RunRepository runs(database);
    for (const qint64 id : touched) {
        auto found = runs.byId(id);
        if (!found) return tl::unexpected(found.error());
        if (!*found) continue;
        model::RunReport run = **found;
        const auto asked = run.counts.read;
        const auto totals = run.totals;
        if (auto counted = runs.recount(run); !counted) return tl::unexpected(counted.error());
        run.counts.read = asked;
        run.totals = totals;
        run.updatedTotals.clear();
        if (run.state == model::RunState::Running) {
            run.state = model::RunState::Faulted;
            run.fault = errorOf(ErrorKind::LocalFault, u"run.interrupted"_s,
                                u"the program ended before the entry did"_s);
            run.finishedAt = now;
        }
        if (auto done = runs.update(run); !done) return tl::unexpected(done.error());
        closed += run;
    }
    return closed;
}

} // namespace

Result<QStringList> openEntries(store::Database& database, const QStringList& connections, Instant before)
{
    QStringList found;
    for (const QString& connection : connections) {
        const auto open = openOf(database, connection, before);
        if (!open) return tl::unexpected(open.error());
        if (!open->batches.isEmpty() || !open->dead.isEmpty()) found += connection;
    }
    return found;
}

Task<Result<QList<model::RunReport>>> recoverEntries(QString connection, connectors::Connector& target,
                                                     store::Store& store, Clock& clock, Instant before,
                                                     StopToken stop)
{
    std::function<Result<Open>(store::Database&)> look = [connection, before](store::Database& database) {
        return openOf(database, connection, before);
    };
    const Result<Open> open = co_await store.read<Open>(look);
    if (!open) co_return tl::unexpected(open.error());
    QList<qint64> touched;
    for (const auto& run : open->dead)
        touched += run.id;
    std::optional<Error> failed;
    for (const auto& batch : open->batches) {
        const Result<bool> settled = co_await settleBatch(&batch, &target, &store, stop);
        if (!settled) {
            failed = settled.error();
            touched.removeAll(batch.run); // its last word is not known yet
        } else if (*settled && !touched.contains(batch.run)) {
            touched += batch.run;
        }
    }
    const Instant now = clock.now();
    using Reports = QList<model::RunReport>;
    std::function<Result<Reports>(store::Database&)> close = [touched, now](store::Database& database) {
        return closeRuns(database, touched, now);
    };
    const Result<Reports> closed = co_await store.write<Reports>(close);
    if (!closed) co_return tl::unexpected(closed.error());
    if (failed) co_return tl::unexpected(*failed);
    co_return closed;
}

} // namespace tieout::engine
