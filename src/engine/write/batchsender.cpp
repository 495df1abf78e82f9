#include "engine/write/batchsender.h"

#include "engine/plan/present.h"
#include "mapping/differences.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using connectors::Operation;
using connectors::PreparedWrite;
using connectors::TargetRecord;
using connectors::WriteRow;
using model::RowOutcome;

namespace {

RowOutcome outcomeOf(RowOutcome::State state, const Error& error)
{
    RowOutcome outcome;
    outcome.state = state;
    outcome.error = error;
    return outcome;
}

RowOutcome written(const TargetRecord& record)
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Written;
    outcome.targetId = record.id;
    outcome.targetVersion = record.version;
    outcome.targetNumber = record.number;
    return outcome;
}

RowOutcome conflict(const QString& code, const QString& number, const QString& text)
{
    return outcomeOf(RowOutcome::State::Rejected, errorOf(ErrorKind::Conflict, code, text, {number}));
}

/// What an update met, by what is there now; none when it has not arrived.
std::optional<RowOutcome> verdictOf(const WriteRow& row, const Present& present)
{
    const auto now = present.constFind(row.targetId);
    if (now == present.cend())
        return conflict(u"target.gone"_s, row.key, u"the linked record is not there any more"_s);
    if (mapping::differences(now->record, row.target).isEmpty()) return written(*now);
    if (row.targetVersion.isEmpty() || now->version == row.targetVersion) return std::nullopt;
    return conflict(u"target.edited"_s, now->number, u"neither what we wrote nor what we had read"_s);
}

} // namespace

BatchSender::BatchSender(connectors::Connector& target, Clock& clock, StopToken stop)
    : m_target(target)
    , m_clock(clock)
    , m_stop(std::move(stop))
{
}

Task<BatchSender::Verdicts> BatchSender::send(PreparedWrite write)
{
    const Instant sentAt = m_clock.now();
    Verdicts outcomes = co_await attempt(write);
    if (outcomes || outcomes.error().kind != ErrorKind::Uncertain) co_return outcomes;
    if (!write.job.isEmpty()) // the next run asks the job itself
        co_return QList<RowOutcome>(write.rows.size(),
                                    outcomeOf(RowOutcome::State::Uncertain, outcomes.error()));
    // Once more with the same key while the system surely remembers it: an answer that could not be read is
    // replayed. (A wire that was cut has been repeated by the connector already.)
    const auto window = m_target.keyWindow(write.object, write.operation);
    if (m_clock.now() - sentAt < window / 2 && !m_stop.stopRequested()) {
        outcomes = co_await attempt(write);
        if (outcomes || outcomes.error().kind != ErrorKind::Uncertain) co_return outcomes;
    }
    const Error uncertain = outcomes.error();
    if (write.operation == Operation::Update)
        outcomes = co_await compareUpdated(write, uncertain);
    else
        outcomes = co_await lookUpCreated(write, uncertain);
    co_return outcomes;
}

Task<BatchSender::Verdicts> BatchSender::attempt(PreparedWrite write)
{
    const qsizetype rows = write.rows.size();
    Verdicts outcomes = co_await m_target.send(std::move(write), m_stop);
    // Stopped while the bytes were on their way: nobody knows. The next run looks it up.
    if (!outcomes && outcomes.error().kind == ErrorKind::Cancelled) {
        Error error = outcomes.error();
        error.kind = ErrorKind::Uncertain;
        co_return QList<RowOutcome>(rows, outcomeOf(RowOutcome::State::Uncertain, error));
    }
    if (outcomes && outcomes->size() != rows)
        co_return fail(ErrorKind::Uncertain, u"connector.row-count"_s, u"answer does not name every row"_s);
    co_return outcomes;
}

Task<BatchSender::Verdicts> BatchSender::lookUpCreated(PreparedWrite write, Error uncertain)
{
    const QList<RowOutcome> unknown(write.rows.size(), outcomeOf(RowOutcome::State::Uncertain, uncertain));
    QStringList keys;
    for (const auto& row : std::as_const(write.rows))
        keys += row.key;
    // Without a key of ours in the record nobody can tell: a person looks.
    const bool isHeld = m_target.onUnknown(write.object, write.operation) == connectors::UnknownEnd::Hold;
    if (isHeld || keys.contains(QString())) co_return unknown;
    const Result<QList<TargetRecord>> found = co_await m_target.find(write.object, keys, m_stop);
    if (!found) co_return unknown;
    QHash<QString, TargetRecord> byKey;
    for (const auto& record : *found)
        byKey.insert(record.externalKey, record);
    // Known not to be there: it failed, and is sent again by the next run.
    uncertain.kind = ErrorKind::Retry;
    if (byKey.isEmpty()) co_return tl::unexpected(uncertain); // an outage, not a doubt
    QList<RowOutcome> outcomes;
    for (const auto& key : std::as_const(keys)) {
        const auto hit = byKey.constFind(key);
        outcomes += hit == byKey.cend() ? outcomeOf(RowOutcome::State::Rejected, uncertain) : written(*hit);
    }
    co_return outcomes;
}

Task<BatchSender::Verdicts> BatchSender::compareUpdated(PreparedWrite write, Error uncertain)
{
    QList<RowOutcome> outcomes(write.rows.size(), outcomeOf(RowOutcome::State::Uncertain, uncertain));
    QStringList ids;
    for (const auto& row : std::as_const(write.rows))
        ids += row.targetId;
    const Result<Present> present = co_await readPresent(m_target, write.object, ids, m_stop);
    if (!present) co_return outcomes;
    QList<qsizetype> again;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (const auto verdict = verdictOf(std::as_const(write.rows)[i], *present))
            outcomes[i] = *verdict;
        else
            again += i;
    }
    if (again.isEmpty() || m_stop.stopRequested()) co_return outcomes;
    outcomes = co_await updateAgain(std::move(write), std::move(again), std::move(outcomes));
    co_return outcomes;
}

/// The rows that have not arrived, once more. The journal has them as being sent already.
Task<QList<RowOutcome>> BatchSender::updateAgain(PreparedWrite write, QList<qsizetype> rows,
                                                 QList<RowOutcome> outcomes)
{
    QList<WriteRow> some;
    for (const qsizetype row : std::as_const(rows))
        some += std::as_const(write.rows)[row];
    // A key of its own: under the first one the system may replay a failure.
    const QString key = write.idempotencyKey + u"-again"_s;
    const PreparedWrite second = m_target.prepare(write.object, write.operation, some, key);
    const Verdicts answered = co_await attempt(second);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (answered)
            outcomes[rows[i]] = answered->at(i);
        else if (answered.error().kind != ErrorKind::Uncertain)
            outcomes[rows[i]] = outcomeOf(RowOutcome::State::Rejected, answered.error());
    }
    co_return outcomes;
}

} // namespace tieout::engine
