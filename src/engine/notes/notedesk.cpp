#include "engine/notes/notedesk.h"

#include "engine/recovery.h"
#include "store/repositories.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::RowOutcome;
using store::JournalState;
using store::Note;

namespace {

/// One call each: a minute's worth of Xero's limit.
constexpr int kMostNotes = 60;
const QString kAction = u"note"_s;
const QString kDetails = u"Details"_s;

model::Record recordOf(const Note& note)
{
    static const auto kShape = std::make_shared<const model::Shape>(QStringList{kDetails});
    model::Record record{kShape};
    record.set(0, model::Value(note.details));
    return record;
}

Error remark(const QString& code, const Note& note)
{
    return errorOf(ErrorKind::RowRejected, code, note.details, {note.targetNumber, note.details});
}

} // namespace

QString historyOf(const QString& object)
{
    return object + u"History"_s;
}

Task<Result<bool>> NoteDesk::isThere(Note note)
{
    connectors::ReadRequest request;
    request.object = historyOf(note.object);
    request.paths = {kDetails};
    request.ids = {note.targetId};
    const auto pages = m_target.read(request);
    while (true) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) co_return false;
        for (const auto& record : (*page)->records)
            if (record.value(kDetails).toPlainText().trimmed() == note.details) co_return true;
    }
}

Task<NoteDesk::Verdict> NoteDesk::send(Note note)
{
    Verdict verdict;
    connectors::WriteRow row;
    row.key = note.idempotencyKey;
    row.targetId = note.targetId;
    row.target = recordOf(note);
    const QList<connectors::WriteRow> rows{row};
    const connectors::PreparedWrite prepared =
        m_target.prepareAction(note.object, kAction, rows, note.idempotencyKey);
    if (prepared.request.url.isEmpty()) {
        verdict.state = JournalState::Rejected;
        verdict.error = remark(u"note.not-offered"_s, note);
        co_return verdict;
    }
    const Result<QList<RowOutcome>> outcomes = co_await m_target.send(prepared, m_stop);
    if (!outcomes) {
        const auto consequence = consequenceOf(outcomes.error().kind);
        const bool unclear =
            consequence == Consequence::LookUp || outcomes.error().kind == ErrorKind::Cancelled;
        verdict.error = outcomes.error();
        verdict.state = unclear                                           ? JournalState::Uncertain
                        : outcomes.error().kind == ErrorKind::RowRejected ? JournalState::Rejected
                                                                          : JournalState::NotSent;
        verdict.goOn = verdict.state == JournalState::Rejected;
        co_return verdict;
    }
    const RowOutcome outcome = outcomes->value(0);
    verdict.state = outcome.state == RowOutcome::State::Written    ? JournalState::Written
                    : outcome.state == RowOutcome::State::Rejected ? JournalState::Rejected
                                                                   : JournalState::Uncertain;
    if (verdict.state != JournalState::Written) verdict.error = outcome.error;
    co_return verdict;
}

void NoteDesk::warn(const QString& code, const Note& note, const std::optional<Error>& cause)
{
    Error warning = remark(code, note);
    if (cause) warning.cause = std::make_shared<const Error>(*cause);
    if (cause) warning.facts = {note.targetNumber, cause->text, note.details};
    m_book.warn(warning);
}

Task<Result<void>> NoteDesk::keep(Note note, Verdict verdict)
{
    const Instant now = m_clock.now();
    std::function<Result<bool>(store::Database&)> work = [=](store::Database& database) -> Result<bool> {
        if (auto kept = store::NoteRepository(database).setState(note.id, verdict.state, now); !kept)
            return tl::unexpected(kept.error());
        if (verdict.state != JournalState::Written) return true;
        const auto said = store::RunRepository(database).remark(note.madeBy, note.flow, note.sourceId,
                                                                remark(u"note.written"_s, note));
        if (!said) return tl::unexpected(said.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(work);
    if (!kept) co_return tl::unexpected(kept.error());
    if (verdict.state == JournalState::Rejected) warn(u"note.refused"_s, note, verdict.error);
    if (verdict.state == JournalState::NotSent || verdict.state == JournalState::Uncertain)
        warn(u"note.waits"_s, note, verdict.error);
    co_return Result<void>();
}

Task<Result<NoteDesk::Verdict>> NoteDesk::attempt(Note note)
{
    Verdict verdict;
    if (note.state != JournalState::NotSent) {
        const Result<bool> there = co_await isThere(note);
        if (!there) {
            verdict.state = note.state; // still not known
            verdict.error = there.error();
            verdict.goOn = false;
            co_return verdict;
        }
        verdict.state = JournalState::Written;
        if (*there) co_return verdict;
    }
    const Instant now = m_clock.now();
    const qint64 id = note.id;
    std::function<Result<bool>(store::Database&)> mark = [=](store::Database& database) -> Result<bool> {
        auto marked = store::NoteRepository(database).setState(id, JournalState::Sending, now);
        if (!marked) return tl::unexpected(marked.error());
        return true;
    };
    const Result<bool> marked = co_await m_store.write<bool>(mark);
    if (!marked) co_return tl::unexpected(marked.error());
    const Verdict sent = co_await send(note);
    co_return sent;
}

Task<Result<void>> NoteDesk::writeDue(QString flow)
{
    using Notes = QList<Note>;
    std::function<Result<Notes>(store::Database&)> look = [flow](store::Database& database) {
        return store::NoteRepository(database).open(flow, kMostNotes);
    };
    const Result<Notes> due = co_await m_store.read<Notes>(look);
    if (!due) co_return tl::unexpected(due.error());
    for (const Note& note : *due) {
        if (m_stop.stopRequested()) break;
        const Result<Verdict> verdict = co_await attempt(note);
        if (!verdict) co_return tl::unexpected(verdict.error());
        const Result<void> kept = co_await keep(note, *verdict);
        if (!kept) co_return kept;
        if (!verdict->goOn) break;
    }
    co_return Result<void>();
}

} // namespace tieout::engine
