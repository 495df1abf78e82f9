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

/// A digit per row, by position.
QString textOf(const QList<JournalState>& states)
{
    QString digits;
    digits.reserve(states.size());
    for (const JournalState state : states)
        digits.append(QChar(u'0' + int(state)));
    return digits;
}

JournalState stateAt(const QString& digits, qsizetype position)
{
    const int number =
        position < digits.size() ? digits.at(position).digitValue() : int(JournalState::Sending);
    // What cannot be read counts as of unknown fate: it is looked up.
    return number >= 0 && number <= int(JournalState::NotSent) ? JournalState(number)
                                                               : JournalState::Uncertain;
}

QString rowsText(const QList<JournalRow>& rows)
{
    JsonWriter writer;
    writer.beginArray();
    for (const JournalRow& row : rows) {
        writer.beginArray();
        for (const QString& text : {row.sourceId, row.sourceVersion, row.externalKey, row.targetId})
            writer.value(QStringView(text));
        writer.value(QStringView(QString::number(qint64(row.contentHash))));
        writer.endArray();
    }
    writer.endArray();
    return QString::fromUtf8(writer.take());
}

/// The rows of unknown fate.
QList<JournalRow> openRows(qint64 batch, const Json& rows, const QString& states)
{
    QList<JournalRow> open;
    for (qsizetype position = 0; position < rows.size(); ++position) {
        const JournalState state = stateAt(states, position);
        if (!isOpen(state)) continue;
        const Json& entry = rows.at(position);
        JournalRow row;
        row.batch = batch;
        row.position = int(position);
        row.sourceId = entry.at(0).toText();
        row.sourceVersion = entry.at(1).toText();
        row.externalKey = entry.at(2).toText();
        row.targetId = entry.at(3).toText();
        row.contentHash = quint64(entry.at(4).toText().toLongLong());
        row.state = state;
        open.append(row);
    }
    return open;
}

Result<JournalBatch> batchAt(const QString& flow, const Database::Row& row)
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
    const auto rows = jsonAt(row, 9);
    if (!rows) return fail(rows.error());
    batch.rows = openRows(batch.id, *rows, row.text(8));
    return batch;
}

} // namespace

Result<qint64> JournalRepository::begin(const JournalBatch& batch)
{
    static const QString kBatch = u"INSERT INTO journal_batch (run, flow, connection, object, creates, "
                                  u"idempotency_key, request_hash, started_at, row_count, open_rows, states) "
                                  u"VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s;
    static const QString kRows = u"INSERT INTO journal_rows (batch, rows) VALUES (?,?)"_s;
    const auto flow = m_database.intern(batch.flow);
    if (!flow) return fail(flow.error());
    QList<JournalState> states;
    for (const JournalRow& row : batch.rows)
        states.append(row.state);
    const auto open = std::count_if(states.cbegin(), states.cend(), isOpen);
    auto added =
        m_database.execute(kBatch, {batch.run, *flow, batch.connection, batch.object, int(batch.create),
                                    batch.idempotencyKey, batch.requestHash, column(batch.startedAt),
                                    batch.rows.size(), qint64(open), textOf(states)});
    if (!added) return added;
    const qint64 id = m_database.lastInsertId();
    if (auto kept = m_database.execute(kRows, {id, rowsText(batch.rows)}); !kept) return kept;
    return id;
}

Result<void> JournalRepository::settle(qint64 batch, const QList<JournalState>& states)
{
    static const QString kBatch =
        u"UPDATE journal_batch SET open_rows = ?, states = ? WHERE id = ? AND row_count = ?"_s;
    const auto open = std::count_if(states.cbegin(), states.cend(), isOpen);
    const auto known = m_database.execute(kBatch, {qint64(open), textOf(states), batch, states.size()});
    if (!known) return fail(known.error());
    if (*known != 1) return mismatch(u"batch %1 does not have %2 rows"_s.arg(batch).arg(states.size()));
    return {};
}

Result<void> JournalRepository::settle(const QList<JournalRow>& rows)
{
    QMap<qint64, QList<JournalState>> batches;
    for (const JournalRow& row : rows) {
        auto states = batches.find(row.batch);
        if (states == batches.end()) {
            const auto digits =
                readRow<QString>(m_database, u"SELECT states FROM journal_batch WHERE id = ?"_s, {row.batch},
                                 [](const Database::Row& found) -> Result<QString> { return found.text(0); });
            if (!digits) return fail(digits.error());
            states = batches.insert(row.batch, {});
            for (qsizetype position = 0; *digits && position < (*digits)->size(); ++position)
                states->append(stateAt(**digits, position));
        }
        if (row.position < 0 || row.position >= states->size())
            return mismatch(u"no row %1 in batch %2"_s.arg(row.position).arg(row.batch));
        (*states)[row.position] = row.state;
    }
    for (auto batch = batches.cbegin(); batch != batches.cend(); ++batch)
        if (auto done = settle(batch.key(), batch.value()); !done) return done;
    return {};
}

Result<QList<JournalBatch>> JournalRepository::open(const QString& flow)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    return readRows<JournalBatch>(
        m_database,
        u"SELECT id, run, connection, object, creates, idempotency_key, request_hash, started_at, states, "
        u"journal_rows.rows FROM journal_batch JOIN journal_rows ON journal_rows.batch = journal_batch.id "
        u"WHERE flow = ? AND open_rows > 0 ORDER BY id"_s,
        {*number}, [&flow](const Database::Row& row) -> Result<JournalBatch> { return batchAt(flow, row); });
}

Result<QStringList> JournalRepository::openSources(const QString& flow, const QStringList& sourceIds)
{
    // Open rows are few (what is under way or uncertain): reading them beats asking for each id.
    const auto batches = open(flow);
    if (!batches) return fail(batches.error());
    QSet<QString> open;
    for (const JournalBatch& batch : *batches)
        for (const JournalRow& row : batch.rows)
            open.insert(row.sourceId);
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
            u"DELETE FROM journal_rows WHERE batch IN (SELECT id FROM journal_batch WHERE open_rows = 0 "
            "AND started_at < ?)"_s,
            {column(before)});
    if (!rows) return fail(std::move(rows.error()));
    return m_database.execute(u"DELETE FROM journal_batch WHERE open_rows = 0 AND started_at < ?"_s,
                              {column(before)});
}

} // namespace tieout::store
