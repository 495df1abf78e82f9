#include "store/problemrepository.h"

#include "model/errorjson.h"
#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Outcome;
using model::Problem;
using model::ProblemState;

namespace {

/// What a search finds a problem by.
QString wordsOf(const Problem& problem)
{
    QStringList words{problem.sourceTitle, problem.sourceId,   problem.targetNumber,
                      problem.flowTitle,   problem.error.code, problem.error.text};
    words += problem.error.facts;
    words.removeAll(QString());
    return words.join(u'\n');
}

const QString kReport =
    u"INSERT INTO problem (flow, source_id, state, outcome, cause_key, currency, amount, failures, "
    u"first_seen, last_seen, "
    "next_try, last_run, written, flow_title, source_title, source_link, target_id, target_number, "
    "target_link, note, "
    "state_at, error, words, technical) VALUES (?,?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'',?,?,?,?) "
    "ON CONFLICT (flow, source_id) DO UPDATE SET "
    "failures = CASE WHEN problem.state IN (0, 1) THEN problem.failures + 1 ELSE excluded.failures END, "
    "first_seen = CASE WHEN problem.state IN (0, 1) THEN problem.first_seen ELSE excluded.first_seen END, "
    "state = 0, outcome = excluded.outcome, cause_key = excluded.cause_key, currency = excluded.currency, "
    "amount = excluded.amount, last_seen = excluded.last_seen, next_try = excluded.next_try, "
    "last_run = excluded.last_run, written = excluded.written, flow_title = excluded.flow_title, "
    "source_title = excluded.source_title, source_link = excluded.source_link, target_id = "
    "excluded.target_id, "
    "target_number = excluded.target_number, target_link = excluded.target_link, note = '', "
    "state_at = excluded.state_at, error = excluded.error, words = excluded.words, technical = excluded.technical"_s;

QVariantList valuesOf(const Problem& problem)
{
    return {problem.flow,
            problem.sourceId,
            int(problem.outcome),
            problem.causeKey,
            problem.currency,
            column(problem.amount),
            problem.failures,
            column(problem.firstSeen),
            column(problem.lastSeen),
            column(problem.nextTry),
            problem.lastRun,
            int(problem.written),
            problem.flowTitle,
            problem.sourceTitle,
            problem.sourceLink,
            problem.targetId,
            problem.targetNumber,
            problem.targetLink,
            column(problem.lastSeen),
            column(model::toJson(problem.error)),
            wordsOf(problem),
            problem.technical};
}

} // namespace

Result<void> ProblemRepository::report(const QList<Problem>& problems)
{
    for (const Problem& problem : problems) {
        if (auto done = run(m_database, kReport, valuesOf(problem)); !done) return done;
    }
    return {};
}

Result<void> ProblemRepository::solve(const QString& flow, const QStringList& sourceIds, Instant at)
{
    static const IdQuery kSolve(u"UPDATE problem SET state = 2, next_try = NULL, state_at = ? WHERE flow = ? "
                                "AND state IN (0, 1) AND source_id IN ("_s,
                                u")"_s);
    if (auto done = kSolve.change(m_database, {column(at), flow}, sourceIds); !done)
        return fail(std::move(done.error()));
    return {};
}

Result<void> ProblemRepository::setState(qint64 problem, ProblemState state, const QString& note, Instant at)
{
    return run(m_database,
               u"UPDATE problem SET state = ?, note = ?, state_at = ?, next_try = CASE WHEN ? = 1 THEN 0 "
               u"ELSE NULL END "
               "WHERE id = ?"_s,
               {int(state), note, column(at), int(state), problem});
}

Result<QHash<QString, int>> ProblemRepository::failures(const QString& flow, const QStringList& sourceIds)
{
    static const IdQuery kFailures(
        u"SELECT source_id, failures FROM problem WHERE flow = ? AND state IN (0, 1) AND source_id IN ("_s,
        u")"_s);
    QHash<QString, int> failures;
    auto read = kFailures.read(m_database, {flow}, sourceIds, [&failures](const Database::Row& row) {
        failures.insert(row.text(0), int(row.integer(1)));
        return true;
    });
    if (!read) return fail(std::move(read.error()));
    return failures;
}

Result<QStringList> ProblemRepository::openSources(const QString& flow, const QStringList& sourceIds)
{
    const auto known = failures(flow, sourceIds);
    if (!known) return fail(known.error());
    QStringList open;
    for (const QString& id : sourceIds) {
        if (known->contains(id)) open.append(id);
    }
    return open;
}

Result<QStringList> ProblemRepository::dueSources(const QString& flow, Instant now, int limit)
{
    // Retrying ones have next_try 0. A held record waits for a person whatever its date says.
    static const QString kDue = u"SELECT source_id FROM problem WHERE flow = ? AND state IN (0, 1) AND "
                                u"next_try IS NOT NULL AND next_try <= ? "
                                "AND (state = 1 OR outcome IN (5, 6)) ORDER BY next_try LIMIT ?"_s;
    return readRows<QString>(m_database, kDue, {flow, column(now), limit},
                             [](const Database::Row& row) -> Result<QString> { return row.text(0); })
        .map([](QList<QString>&& ids) { return QStringList(std::move(ids)); });
}

Result<qint64> ProblemRepository::retryCause(const QString& flow, const QString& causeKey)
{
    return m_database.execute(u"UPDATE problem SET state = 1, next_try = 0 WHERE flow = ? AND cause_key = ? "
                              "AND state IN (0, 1)"_s,
                              {flow, causeKey});
}

Result<qint64> ProblemRepository::retryOne(qint64 problem)
{
    return m_database.execute(
        u"UPDATE problem SET state = 1, next_try = 0 WHERE id = ? AND state IN (0, 1)"_s, {problem});
}

Result<qint64> ProblemRepository::retrySources(const QString& flow, const QStringList& sourceIds)
{
    static const IdQuery kRetry(
        u"UPDATE problem SET state = 1, next_try = 0 WHERE flow = ? AND state IN (0, 1) "
        u"AND source_id IN ("_s,
        u")"_s);
    return kRetry.change(m_database, {flow}, sourceIds);
}

Result<qint64> ProblemRepository::retryAll(const QString& flow)
{
    return m_database.execute(
        u"UPDATE problem SET state = 1, next_try = 0 WHERE flow = ? AND state IN (0, 1)"_s, {flow});
}

} // namespace tieout::store
