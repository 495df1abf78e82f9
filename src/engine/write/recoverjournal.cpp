#include "engine/write/recoverjournal.h"

#include "store/repositories.h"

namespace tieout::engine {

using store::JournalState;

namespace {

using Found = QHash<QString, connectors::TargetRecord>; ///< by our key

struct Recovered {
    QList<store::JournalRow> rows;
    QList<model::Link> links;
};

Recovered verdicts(const store::JournalBatch& batch, const Found& found, const model::Flow& flow, Instant now)
{
    Recovered recovered;
    for (auto row : batch.rows) {
        const auto hit = found.constFind(row.externalKey);
        row.batch = batch.id;
        row.state = hit == found.cend() ? JournalState::NotSent : JournalState::Written;
        recovered.rows += row;
        if (hit == found.cend()) continue;
        model::Link link;
        link.flow = flow.id;
        link.sourceId = row.sourceId;
        link.targetId = hit->id;
        link.targetNumber = hit->number;
        link.targetVersion = hit->version;
        // A creation that is there was written as planned. An update may or may not have arrived: without a
        // hash it is compared field by field.
        link.sourceVersion = batch.create ? row.sourceVersion : QString();
        link.sourceHash = batch.create ? row.contentHash : 0;
        link.linkedAt = link.writtenAt = now;
        recovered.links += link;
    }
    return recovered;
}

/// What a job that was begun became; rows that it does not tell of are left over in `keys`.
Task<Result<Found>> askJob(store::JournalBatch batch, QStringList* keys, connectors::Connector* target,
                           StopToken stop)
{
    using connectors::Operation;
    const Operation operation = batch.create ? Operation::Create : Operation::Update;
    const QString job = connectors::jobOf(batch.idempotencyKey);
    const Result<QList<model::RowOutcome>> settled =
        co_await target->settleJob(batch.object, operation, job, rowsOf(batch), stop);
    // A job that is not known any more is over; what it wrote is looked up. One that is still at work is
    // waited for: its rows must not be sent beside it.
    if (!settled && settled.error().code == QStringLiteral("connector.job-gone")) co_return Found();
    if (!settled) co_return tl::unexpected(settled.error());
    Found found;
    QSet<QString> settledKeys;
    for (qsizetype i = 0; i < settled->size(); ++i) {
        const auto& outcome = settled->at(i);
        const QString key = std::as_const(batch.rows).at(i).externalKey;
        if (outcome.state == model::RowOutcome::State::Uncertain) continue;
        settledKeys.insert(key);
        if (outcome.state != model::RowOutcome::State::Written) continue;
        connectors::TargetRecord record;
        record.id = outcome.targetId;
        record.externalKey = key;
        found.insert(key, record);
    }
    keys->removeIf([&](const QString& key) { return settledKeys.contains(key); });
    co_return found;
}

Task<Result<Found>> askTarget(store::JournalBatch batch, connectors::Connector* target, StopToken stop)
{
    QStringList keys;
    for (const auto& row : std::as_const(batch.rows))
        keys += row.externalKey;
    Found byKey;
    if (!connectors::jobOf(batch.idempotencyKey).isEmpty()) {
        const Result<Found> told = co_await askJob(batch, &keys, target, stop);
        if (!told) co_return told;
        byKey = *told;
    }
    if (keys.isEmpty()) co_return byKey;
    const Result<QList<connectors::TargetRecord>> found = co_await target->find(batch.object, keys, stop);
    if (!found) co_return tl::unexpected(found.error());
    for (const auto& record : *found)
        byKey.insert(record.externalKey, record);
    co_return byKey;
}

} // namespace

QList<connectors::WriteRow> rowsOf(const store::JournalBatch& batch)
{
    QList<connectors::WriteRow> rows;
    for (const auto& journal : batch.rows) {
        connectors::WriteRow row;
        row.key = journal.externalKey;
        row.targetId = journal.targetId;
        rows += row;
    }
    return rows;
}

Task<Result<void>> recoverJournal(model::Flow flow, connectors::Connector& target, store::Store& store,
                                  Clock& clock, StopToken stop)
{
    using Batches = QList<store::JournalBatch>;
    const QString id = flow.id;
    std::function<Result<Batches>(store::Database&)> look = [id](store::Database& database) {
        return store::JournalRepository(database).open(id);
    };
    const Result<Batches> open = co_await store.read<Batches>(look);
    if (!open) co_return tl::unexpected(open.error());
    for (const auto& batch : *open) {
        const Result<Found> found = co_await askTarget(batch, &target, stop);
        if (!found) co_return tl::unexpected(found.error());
        const Recovered recovered = verdicts(batch, *found, flow, clock.now());
        std::function<Result<bool>(store::Database&)> keep =
            [recovered](store::Database& database) -> Result<bool> {
            store::JournalRepository journal(database);
            if (auto done = journal.settle(recovered.rows); !done) return tl::unexpected(done.error());
            if (auto done = store::LinkRepository(database).save(recovered.links); !done)
                return tl::unexpected(done.error());
            return true;
        };
        const Result<bool> kept = co_await store.write<bool>(keep);
        if (!kept) co_return tl::unexpected(kept.error());
    }
    co_return Result<void>();
}

} // namespace tieout::engine
