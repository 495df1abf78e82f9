#include "store/journalrepository.h"

#include "store/columns.h"

#include <QSet>

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

bool isOpen(JournalState state)
{
    return state == JournalState::Sending || state == JournalState::Uncertain;
}

tl::unexpected<Error> mismatch(const QString& text)
{
    return fail(ErrorKind::Bug, u"journal.settle"_s, text);
}

/// The state that most rows got: one statement for all, then one for each other row.
JournalState commonest(const QList<JournalState>& states)
{
    std::array<qsizetype, 5> counts{};
    for (const JournalState state : states)
        ++counts[size_t(state)];
    return JournalState(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

const QString kSettleRow = u"UPDATE journal_row SET state = ? WHERE batch = ? AND position = ?"_s;

JournalBatch batchAt(const QString& flow, const Database::Row& row)
{
    JournalBatch batch;
    batch.id = row.integer(0);
    batch.run = row.integer(1);
    batch.flow = flow;
    batch.connection = row.text(2);
    batch.object = row.text(3);
    batch.create = row.integer(4) != 0;
    batch.idempotencyKey = row.text(5);
    batch.requestHash = row.text(6);
    batch.startedAt = instantFromMs(row.integer(7));
    return batch;
}

Result<JournalRow> rowAt(const Database::Row& row)
{
    JournalRow entry;
    entry.batch = row.integer(0);
    entry.position = int(row.integer(1));
    entry.sourceId = row.text(2);
    entry.sourceVersion = row.text(3);
    entry.externalKey = row.text(4);
    entry.targetId = row.text(5);
    entry.contentHash = quint64(row.integer(6));
    entry.state = enumAt(row, 7, JournalState::NotSent);
    return entry;
}

} // namespace

Result<qint64> JournalRepository::begin(const JournalBatch& batch)
{
    static const QString kBatch = u"INSERT INTO journal_batch (run, flow, connection, object, creates, "
                                  u"idempotency_key, request_hash, started_at, "
                                  "row_count, open_rows) VALUES (?,?,?,?,?,?,?,?,?,?)"_s;
    static const QString kRow = u"INSERT INTO journal_row (batch, position, source_id, source_version, "
                                u"external_key, target_id, content_hash, "
                                "state) VALUES (?,?,?,?,?,?,?,?)"_s;
    const auto flow = m_database.intern(batch.flow);
    if (!flow) return fail(flow.error());
    const auto open = std::count_if(batch.rows.cbegin(), batch.rows.cend(),
                                    [](const JournalRow& row) { return isOpen(row.state); });
    auto added = m_database.execute(kBatch, {batch.run, *flow, batch.connection, batch.object,
                                             int(batch.create), batch.idempotencyKey, batch.requestHash,
                                             column(batch.startedAt), batch.rows.size(), qint64(open)});
    if (!added) return added;
    const qint64 id = m_database.lastInsertId();
    for (int position = 0; position < batch.rows.size(); ++position) {
        const JournalRow& row = batch.rows.at(position);
        auto kept = m_database.execute(kRow, {id, position, row.sourceId, row.sourceVersion, row.externalKey,
                                              row.targetId, column(row.contentHash), int(row.state)});
        if (!kept) return kept;
    }
    return id;
}

Result<void> JournalRepository::settle(qint64 batch, const QList<JournalState>& states)
{
    static const QString kAll = u"UPDATE journal_row SET state = ? WHERE batch = ?"_s;
    static const QString kBatch = u"UPDATE journal_batch SET open_rows = ? WHERE id = ? AND row_count = ?"_s;
    const auto open = std::count_if(states.cbegin(), states.cend(), isOpen);
    const auto known = m_database.execute(kBatch, {qint64(open), batch, states.size()});
    if (!known) return fail(known.error());
    if (*known != 1) return mismatch(u"batch %1 does not have %2 rows"_s.arg(batch).arg(states.size()));
    const JournalState common = commonest(states);
    if (auto done = run(m_database, kAll, {int(common), batch}); !done) return done;
    for (int position = 0; position < states.size(); ++position) {
        if (states.at(position) == common) continue;
        if (auto done = run(m_database, kSettleRow, {int(states.at(position)), batch, position}); !done)
            return done;
    }
    return {};
}

Result<void> JournalRepository::settle(const QList<JournalRow>& rows)
{
    static const QString kCount =
        u"UPDATE journal_batch SET open_rows = (SELECT COUNT(*) FROM journal_row "
        "WHERE journal_row.batch = journal_batch.id AND state IN (0, 1)) WHERE id = ?"_s;
    QSet<qint64> batches;
    for (const JournalRow& row : rows) {
        const auto known = m_database.execute(kSettleRow, {int(row.state), row.batch, row.position});
        if (!known) return fail(known.error());
        if (*known != 1) return mismatch(u"no row %1 in batch %2"_s.arg(row.position).arg(row.batch));
        batches.insert(row.batch);
    }
    for (const qint64 batch : std::as_const(batches)) {
        if (auto done = run(m_database, kCount, {batch}); !done) return done;
    }
    return {};
}

Result<QList<JournalBatch>> JournalRepository::open(const QString& flow)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    auto batches = readRows<JournalBatch>(
        m_database,
        u"SELECT id, run, connection, object, creates, idempotency_key, request_hash, started_at FROM "
        u"journal_batch "
        "WHERE flow = ? AND open_rows > 0 ORDER BY id"_s,
        {*number}, [&flow](const Database::Row& row) -> Result<JournalBatch> { return batchAt(flow, row); });
    if (!batches) return batches;
    for (JournalBatch& batch : *batches) {
        auto rows =
            readRows<JournalRow>(m_database,
                                 u"SELECT batch, position, source_id, source_version, external_key, "
                                 u"target_id, content_hash, state "
                                 "FROM journal_row WHERE batch = ? AND state IN (0, 1) ORDER BY position"_s,
                                 {batch.id}, rowAt);
        if (!rows) return fail(std::move(rows.error()));
        batch.rows = std::move(*rows);
    }
    return batches;
}

Result<QStringList> JournalRepository::openSources(const QString& flow, const QStringList& sourceIds)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    // Open rows are few (what is under way or uncertain): reading them beats asking for each id.
    QSet<QString> open;
    auto read =
        m_database.query(u"SELECT source_id FROM journal_batch JOIN journal_row ON journal_row.batch = "
                         "journal_batch.id WHERE flow = ? AND open_rows > 0 AND state IN (0, 1)"_s,
                         {*number}, [&open](const Database::Row& row) {
                             open.insert(row.text(0));
                             return true;
                         });
    if (!read) return fail(std::move(read.error()));
    QStringList found;
    for (const QString& id : sourceIds) {
        if (open.contains(id)) found.append(id);
    }
    return found;
}

Result<qint64> JournalRepository::prune(Instant before)
{
    auto rows =
        run(m_database,
            u"DELETE FROM journal_row WHERE batch IN (SELECT id FROM journal_batch WHERE open_rows = 0 "
            "AND started_at < ?)"_s,
            {column(before)});
    if (!rows) return fail(std::move(rows.error()));
    return m_database.execute(u"DELETE FROM journal_batch WHERE open_rows = 0 AND started_at < ?"_s,
                              {column(before)});
}

} // namespace tieout::store
