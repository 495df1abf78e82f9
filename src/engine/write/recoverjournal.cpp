#include "engine/write/recoverjournal.h"

#include "store/repositories.h"

namespace tieout::engine {

using store::JournalState;

namespace {

struct Recovered {
    QList<store::JournalRow> rows;
    QList<model::Link> links;
};

Recovered verdicts(const store::JournalBatch& batch, const QHash<QString, connectors::TargetRecord>& found,
                   const model::Flow& flow, Instant now)
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

} // namespace

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
        QStringList keys;
        for (const auto& row : batch.rows)
            keys += row.externalKey;
        const Result<QList<connectors::TargetRecord>> found = co_await target.find(batch.object, keys, stop);
        if (!found) co_return tl::unexpected(found.error());
        QHash<QString, connectors::TargetRecord> byKey;
        for (const auto& record : *found)
            byKey.insert(record.externalKey, record);
        const Recovered recovered = verdicts(batch, byKey, flow, clock.now());
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
