#pragma once

#include "connectors/connector.h"
#include "engine/runbook.h"

namespace tieout::engine {

/// The action and the object through which a system keeps notes on its documents: `note` of "Invoices" with
/// the argument Details, read back as the "InvoicesHistory" of one document.
[[nodiscard]] QString historyOf(const QString& object);

/// Writes the history notes that are due, one call each: state durable → bytes → verdict durable. A note
/// whose end is not known is looked for in the document's history before it is sent again. What cannot be
/// written now is due again in the next run; a run does not fail for a note. Engine thread; owned by the run.
class NoteDesk final
{
  public:
    NoteDesk(connectors::Connector& target, store::Store& store, Clock& clock, RunBook& book, StopToken stop)
        : m_target(target)
        , m_store(store)
        , m_clock(clock)
        , m_book(book)
        , m_stop(std::move(stop))
    {
    }
    /// Error: what the store met.
    [[nodiscard]] Task<Result<void>> writeDue(QString flow);

  private:
    /// How one attempt ended, and whether the next note may be tried.
    struct Verdict {
        store::JournalState state = store::JournalState::NotSent;
        std::optional<Error> error;
        bool goOn = true;
    };
    [[nodiscard]] Task<Result<bool>> isThere(store::Note note);
    /// Looked for when its end is not known, else sent. Error: what the store met.
    [[nodiscard]] Task<Result<Verdict>> attempt(store::Note note);
    [[nodiscard]] Task<Verdict> send(store::Note note);
    [[nodiscard]] Task<Result<void>> keep(store::Note note, Verdict verdict);
    void warn(const QString& code, const store::Note& note, const std::optional<Error>& cause);

    connectors::Connector& m_target;
    store::Store& m_store;
    Clock& m_clock;
    RunBook& m_book;
    StopToken m_stop;
};

} // namespace tieout::engine
