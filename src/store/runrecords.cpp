// The part of RunRepository that keeps single records.
#include "store/columns.h"
#include "store/runrepository.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

constexpr qint64 kRecordsPerRun = qint64(1) << 32;

const QString kSelect =
    u"SELECT run_record.id, word.text, outcome, source_id, title, party, target_id, target_number, "
    "currency, amount, changes, reason FROM run_record JOIN word ON word.id = run_record.flow"_s;

Result<RunRecord> recordAt(const Database::Row& row)
{
    RunRecord record;
    record.run = row.integer(0) / kRecordsPerRun;
    record.sequence = row.integer(0) % kRecordsPerRun;
    record.flow = row.text(1);
    record.outcome = enumAt(row, 2, Outcome::Uncertain);
    record.sourceId = row.text(3);
    record.title = row.text(4);
    record.party = row.text(5);
    record.targetId = row.text(6);
    record.targetNumber = row.text(7);
    record.currency = row.text(8);
    record.amount = row.decimal(9);
    auto changes = changesAt(row, 10);
    if (!changes) return fail(std::move(changes.error()));
    record.changes = std::move(*changes);
    auto reason = errorAt(row, 11);
    if (!reason) return fail(std::move(reason.error()));
    record.reason = std::move(*reason);
    return record;
}

struct Condition {
    QString sql;
    QVariantList values;
};

/// Everything but the text search.
Result<Condition> conditionOf(Database& database, qint64 run, const RunRecordFilter& filter)
{
    Condition condition;
    condition.sql = u" WHERE run_record.id >= ? AND run_record.id < ?"_s;
    condition.values = {run * kRecordsPerRun, (run + 1) * kRecordsPerRun};
    if (filter.outcome) {
        // As text, for only so the partial index is seen to hold these rows.
        condition.sql += u" AND outcome = %1"_s.arg(int(*filter.outcome));
        if (*filter.outcome > Outcome::Updated) condition.sql += u" AND outcome > 1"_s;
    }
    if (!filter.flow.isEmpty()) {
        const auto flow = database.interned(filter.flow);
        if (!flow) return fail(flow.error());
        condition.sql += u" AND run_record.flow = ?"_s;
        condition.values.append(*flow);
    }
    return condition;
}

/// The ids of the records that the search finds, up to `most`. Compared here and not in SQL, whose LIKE knows
/// no letter case outside ASCII.
Result<QList<qint64>> found(Database& database, const Condition& condition, const QString& search,
                            qint64 most)
{
    QList<qint64> ids;
    const QString needle = search.trimmed();
    auto read = database.query(u"SELECT run_record.id, title, party, target_number FROM run_record"_s +
                                   condition.sql + u" ORDER BY run_record.id"_s,
                               condition.values, [&](const Database::Row& row) {
                                   bool hit = false;
                                   for (int i = 1; i <= 3 && !hit; ++i)
                                       hit = row.text(i).contains(needle, Qt::CaseInsensitive);
                                   if (hit) ids.append(row.integer(0));
                                   return ids.size() < most;
                               });
    if (!read) return fail(std::move(read.error()));
    return ids;
}

} // namespace

Result<void> RunRepository::addRecords(const QList<RunRecord>& records)
{
    static const QString kAdd = u"INSERT INTO run_record (id, flow, outcome, source_id, title, party, "
                                u"target_id, target_number, currency, "
                                "amount, changes, reason) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"_s;
    for (const RunRecord& record : records) {
        if (record.sequence < 0 || record.sequence >= kRecordsPerRun)
            return fail(ErrorKind::Bug, u"store.sequence"_s, u"no place %1 in a run"_s.arg(record.sequence));
        const auto flow = m_database.intern(record.flow);
        if (!flow) return fail(flow.error());
        auto added =
            run(m_database, kAdd,
                {record.run * kRecordsPerRun + record.sequence, *flow, int(record.outcome), record.sourceId,
                 record.title, record.party, record.targetId, record.targetNumber, record.currency,
                 column(record.amount), column(record.changes), column(record.reason)});
        if (!added) return added;
    }
    return {};
}

Result<QList<RunRecord>> RunRepository::records(qint64 run, const RunRecordFilter& filter, qint64 offset,
                                                int limit)
{
    const auto condition = conditionOf(m_database, run, filter);
    if (!condition) return fail(condition.error());
    if (filter.search.trimmed().isEmpty()) {
        return readRows<RunRecord>(m_database,
                                   kSelect + condition->sql + u" ORDER BY run_record.id LIMIT ? OFFSET ?"_s,
                                   condition->values + QVariantList{limit, offset}, recordAt);
    }
    const auto ids = found(m_database, *condition, filter.search, offset + limit);
    if (!ids) return fail(ids.error());
    QList<RunRecord> records;
    for (const qint64 id : ids->mid(offset)) {
        auto record = readRow<RunRecord>(m_database, kSelect + u" WHERE run_record.id = ?"_s, {id}, recordAt);
        if (!record) return fail(std::move(record.error()));
        if (*record) records.append(std::move(**record));
    }
    return records;
}

Result<qint64> RunRepository::countRecords(qint64 run, const RunRecordFilter& filter)
{
    const auto condition = conditionOf(m_database, run, filter);
    if (!condition) return fail(condition.error());
    if (filter.search.trimmed().isEmpty())
        return readNumber(m_database, u"SELECT COUNT(*) FROM run_record"_s + condition->sql,
                          condition->values);
    const auto ids = found(m_database, *condition, filter.search, kRecordsPerRun);
    if (!ids) return fail(ids.error());
    return qint64(ids->size());
}

Result<void> RunRepository::remark(qint64 run, const QString& flow, const QString& sourceId,
                                   const Error& reason)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    return store::run(
        m_database,
        u"UPDATE run_record SET reason = ? WHERE id >= ? AND id < ? AND flow = ? AND source_id = ?"_s,
        {column(std::optional<Error>(reason)), run * kRecordsPerRun, (run + 1) * kRecordsPerRun, *number,
         sourceId});
}

Result<void> RunRepository::resolve(const RunRecord& record)
{
    return store::run(
        m_database,
        u"UPDATE run_record SET outcome = ?, target_id = ?, target_number = ?, reason = ? WHERE "
        u"id = ?"_s,
        {int(record.outcome), record.targetId, record.targetNumber, column(record.reason),
         record.run * kRecordsPerRun + record.sequence});
}

Result<void> RunRepository::recount(model::RunReport& report)
{
    static const QString kEnds =
        u"SELECT word.text, outcome, currency, amount FROM run_record JOIN word ON "
        u"word.id = run_record.flow WHERE run_record.id >= ? AND run_record.id < ?"_s;
    report.counts = {};
    report.related.clear();
    report.totals.clear();
    report.updatedTotals.clear();
    return m_database.query(
        kEnds, {report.id * kRecordsPerRun, (report.id + 1) * kRecordsPerRun}, [&](const Database::Row& row) {
            const QString flow = row.text(0);
            const Outcome outcome = enumAt(row, 1, Outcome::Uncertain);
            auto& counts = flow == report.flow ? report.counts : report.related[flow];
            ++counts.read;
            ++counts.of(outcome);
            const bool written = outcome == Outcome::Created || outcome == Outcome::Updated;
            const auto amount = row.decimal(3);
            if (!written || !amount || flow != report.flow) return true;
            Decimal& total = report.totals[row.text(2)];
            total = total.plus(*amount).value_or(total);
            if (outcome != Outcome::Updated) return true;
            Decimal& updated = report.updatedTotals[row.text(2)];
            updated = updated.plus(*amount).value_or(updated);
            return true;
        });
}

Result<qint64> RunRepository::pruneRecords(Instant before)
{
    // The first run to keep: numbers grow with time.
    const auto first = readNumber(
        m_database,
        u"SELECT COALESCE((SELECT MIN(id) FROM run WHERE started_at >= ?), (SELECT MAX(id) + 1 FROM run), 0)"_s,
        {column(before)});
    if (!first) return first;
    return m_database.execute(u"DELETE FROM run_record WHERE id < ?"_s, {*first * kRecordsPerRun});
}

} // namespace tieout::store
