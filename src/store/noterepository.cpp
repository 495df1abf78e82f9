#include "store/noterepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

Result<Note> noteAt(const Database::Row& row)
{
    Note note;
    note.id = row.integer(0);
    note.flow = row.text(1);
    note.sourceId = row.text(2);
    note.sourceTitle = row.text(3);
    note.object = row.text(4);
    note.targetId = row.text(5);
    note.targetNumber = row.text(6);
    note.details = row.text(7);
    note.idempotencyKey = row.text(8);
    note.state = enumAt(row, 9, JournalState::NotSent);
    note.madeBy = row.integer(10);
    note.madeAt = instantFromMs(row.integer(11));
    return note;
}

} // namespace

Result<void> NoteRepository::lapse(const QList<Lapse>& lapses)
{
    for (const Lapse& lapse : lapses) {
        auto kept =
            run(m_database,
                u"INSERT INTO lapse (flow, source_id, rule, since, source_version) VALUES (?,?,?,?,?) "
                u"ON CONFLICT (flow, source_id) DO NOTHING"_s,
                {lapse.flow, lapse.sourceId, lapse.rule, column(lapse.since), lapse.sourceVersion});
        if (!kept) return kept;
    }
    return {};
}

Result<QHash<QString, Lapse>> NoteRepository::lapses(const QString& flow, int limit)
{
    QHash<QString, Lapse> lapses;
    auto read = m_database.query(
        u"SELECT source_id, rule, since, source_version FROM lapse WHERE flow = ? ORDER BY since LIMIT ?"_s,
        {flow, limit}, [&](const Database::Row& row) {
            lapses.insert(row.text(0),
                          {flow, row.text(0), row.text(1), instantFromMs(row.integer(2)), row.text(3)});
            return true;
        });
    if (!read) return fail(std::move(read.error()));
    return lapses;
}

Result<void> NoteRepository::makeNote(const Note& note)
{
    const auto ended = m_database.execute(u"DELETE FROM lapse WHERE flow = ? AND source_id = ?"_s,
                                          {note.flow, note.sourceId});
    if (!ended) return fail(ended.error());
    if (*ended == 0) return {};
    return run(m_database,
               u"INSERT INTO note (flow, source_id, source_title, object, target_id, target_number, details, "
               u"idempotency_key, state, made_by, made_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s,
               {note.flow, note.sourceId, note.sourceTitle, note.object, note.targetId, note.targetNumber,
                note.details, note.idempotencyKey, int(note.state), note.madeBy, column(note.madeAt)});
}

Result<QList<Note>> NoteRepository::open(const QString& flow, int limit)
{
    return readRows<Note>(m_database,
                          u"SELECT id, flow, source_id, source_title, object, target_id, target_number, "
                          u"details, idempotency_key, state, made_by, made_at FROM note WHERE flow = ? AND "
                          u"state IN (0, 1, 4) ORDER BY id LIMIT ?"_s,
                          {flow, limit}, noteAt);
}

Result<void> NoteRepository::setState(qint64 note, JournalState state, Instant at)
{
    const bool ended = state == JournalState::Written || state == JournalState::Rejected;
    return run(m_database, u"UPDATE note SET state = ?, ended_at = ? WHERE id = ?"_s,
               {int(state), ended ? column(at) : QVariant(), note});
}

} // namespace tieout::store
