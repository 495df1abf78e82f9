#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "engine/entry/entryjournal.h"
#include "model/run.h"
#include "store/journalrepository.h"
#include "store/store.h"

namespace tieout::engine {

/// What an entry leaves in the store: its run, its journal rows before their bytes leave, their verdicts.
/// Engine thread; made per entry.
class EntryBook final
{
  public:
    using Records = QList<model::RunRecord>;

    EntryBook(store::Store& store, Clock& clock)
        : m_store(store)
        , m_clock(clock)
    {
    }

    /// Begins the run of an entry of `rows` at a connection; its id and beginning are filled in.
    [[nodiscard]] Task<Result<void>> begin(model::RunReport* run, QString connection, qint64 rows);
    /// Durable when it comes back. `started` is filled in.
    [[nodiscard]] Task<Result<qint64>> enter(store::JournalBatch batch);
    /// The verdicts and what the run says of these rows become durable together.
    [[nodiscard]] Task<Result<void>> settle(qint64 journal, QList<store::JournalState> states, Records ended);
    /// Ends the run, Faulted when it has a fault; `records` are those that are not in it yet.
    [[nodiscard]] Task<Result<void>> close(model::RunReport* run, Records records);

  private:
    store::Store& m_store;
    Clock& m_clock;
};

[[nodiscard]] store::JournalState journalStateOf(model::RowOutcome::State state);

} // namespace tieout::engine
