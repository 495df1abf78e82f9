#include "engine/entry/entrybook.h"

#include "store/repositories.h"

namespace tieout::engine {

using store::JournalState;

JournalState journalStateOf(model::RowOutcome::State state)
{
    switch (state) {
    case model::RowOutcome::State::Written:
        return JournalState::Written;
    case model::RowOutcome::State::Rejected:
        return JournalState::Rejected;
    case model::RowOutcome::State::Uncertain:
        break;
    }
    return JournalState::Uncertain;
}

Task<Result<void>> EntryBook::begin(model::RunReport* run, QString connection, qint64 rows)
{
    run->flow = entryFlowOf(connection);
    run->startedAt = m_clock.now();
    run->counts.read = rows;
    const model::RunReport begun = *run;
    std::function<Result<qint64>(store::Database&)> work = [begun](store::Database& database) {
        return store::RunRepository(database).begin(begun);
    };
    const Result<qint64> id = co_await m_store.write<qint64>(work);
    if (!id) co_return tl::unexpected(id.error());
    run->id = *id;
    co_return Result<void>();
}

Task<Result<qint64>> EntryBook::enter(store::JournalBatch batch)
{
    batch.startedAt = m_clock.now();
    std::function<Result<qint64>(store::Database&)> work = [batch](store::Database& database) {
        return store::JournalRepository(database).begin(batch);
    };
    const Result<qint64> id = co_await m_store.write<qint64>(work);
    co_return id;
}

Task<Result<void>> EntryBook::settle(qint64 journal, QList<JournalState> states, Records ended)
{
    std::function<Result<bool>(store::Database&)> work = [journal, states,
                                                          ended](store::Database& database) -> Result<bool> {
        auto done = store::JournalRepository(database).settle(journal, states);
        if (!done) return tl::unexpected(done.error());
        done = store::RunRepository(database).addRecords(ended);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> settled = co_await m_store.write<bool>(work);
    if (!settled) co_return tl::unexpected(settled.error());
    co_return Result<void>();
}

Task<Result<void>> EntryBook::close(model::RunReport* run, Records records)
{
    run->state = run->fault ? model::RunState::Faulted : model::RunState::Finished;
    run->finishedAt = m_clock.now();
    const model::RunReport ended = *run;
    std::function<Result<bool>(store::Database&)> work =
        [ended, records](store::Database& database) -> Result<bool> {
        store::RunRepository runs(database);
        if (auto done = runs.addRecords(records); !done) return tl::unexpected(done.error());
        if (auto done = runs.update(ended); !done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(work);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

} // namespace tieout::engine
