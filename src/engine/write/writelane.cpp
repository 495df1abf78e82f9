#include "engine/write/writelane.h"

#include "base/ids.h"
#include "engine/recovery.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using connectors::Operation;
using connectors::PreparedWrite;
using model::Outcome;
using model::RowOutcome;
using store::JournalState;

namespace {

/// So many whole batches in a row that met an outage open the circuit: the run ends, nothing more is tried.
constexpr int kOutageBatches = 3;

/// Jobs at work together, and how often one whose rows were cut off on the way is tried anew.
constexpr int kJobsUnderWay = 2;
constexpr int kJobTries = 3;

QList<RowOutcome> allAs(qsizetype rows, RowOutcome::State state, const Error& error)
{
    RowOutcome outcome;
    outcome.state = state;
    outcome.error = error;
    return QList<RowOutcome>(rows, outcome);
}

JournalState journalState(RowOutcome::State state)
{
    switch (state) {
    case RowOutcome::State::Written:
        return JournalState::Written;
    case RowOutcome::State::Rejected:
        return JournalState::Rejected;
    case RowOutcome::State::Uncertain:
        return JournalState::Uncertain;
    }
    return JournalState::Uncertain;
}

QString technicalOf(const connectors::Connector& target)
{
    const auto wire = target.recentWire();
    if (wire.isEmpty()) return {};
    const auto& last = wire.back();
    constexpr int kMost = 4000;
    return last.summary + u'\n' + QString::fromUtf8(last.request.left(kMost)) + u'\n' +
           QString::fromUtf8(last.response.left(kMost));
}

} // namespace

WriteLane::WriteLane(Settings settings, connectors::Connector& target, store::Store& store, Clock& clock,
                     RunBook& book, StopToken stop, Listener listener)
    : m_settings(std::move(settings))
    , m_target(target)
    , m_store(store)
    , m_clock(clock)
    , m_book(book)
    , m_stop(std::move(stop))
    , m_listener(std::move(listener))
    , m_sender(target, clock, m_stop)
    , m_jobs(target.jobSize(m_settings.object, m_settings.operation))
{
}

qsizetype WriteLane::callSize() const
{
    return std::max(1, m_target.batchSize(m_settings.object, m_settings.operation));
}

Task<void> WriteLane::add(PlannedWrite write)
{
    m_queue += std::move(write);
    // Rows wait for the others when many of them would go as one job.
    const qsizetype full = m_jobs.rows > 0 ? m_jobs.rows : callSize();
    if (m_queue.size() < full) co_return;
    Batch batch = std::exchange(m_queue, {});
    co_await launch(std::move(batch));
}

Task<void> WriteLane::flush()
{
    Batch batch = std::exchange(m_queue, {});
    const qsizetype most = isJob(batch) ? batch.size() : callSize();
    for (qsizetype at = 0; at < batch.size(); at += most) {
        Batch part = batch.mid(at, most);
        co_await launch(std::move(part));
    }
}

Task<void> WriteLane::settle()
{
    co_await m_planned.all();
    co_await m_underWay.all();
}

Task<void> WriteLane::launch(Batch batch)
{
    co_await m_planned.belowCount(isJob(batch) ? 1 : m_settings.ahead);
    m_planned.start(startWhenFree(std::move(batch)));
}

Task<void> WriteLane::startWhenFree(Batch batch)
{
    co_await m_underWay.belowCount(isJob(batch) ? kJobsUnderWay : m_settings.concurrent);
    // After a fault or a stop nothing new is sent; these records have no end and are read again next time.
    if (m_fault || m_stop.stopRequested()) co_return;
    m_underWay.start(write(std::move(batch)));
}

QString WriteLane::keyOf(const Batch& batch) const
{
    // Flow, source and content make the key; for an update also the version it starts from: A→B→A within the
    // key window must not replay the first answer.
    QByteArray bytes = m_settings.connection.toUtf8() + '\n' + m_settings.flow.toUtf8();
    for (const auto& write : batch) {
        bytes += '\n' + write.ending.sourceId.toUtf8() + ':' + QByteArray::number(write.contentHash);
        if (m_settings.operation == Operation::Update && write.ending.link)
            bytes += ':' + write.ending.link->targetVersion.toUtf8();
    }
    return u"tieout-"_s + fingerprintHex({bytes});
}

QList<connectors::WriteRow> WriteLane::rowsOf(const Batch& batch)
{
    QList<connectors::WriteRow> rows;
    rows.reserve(batch.size());
    for (const auto& write : batch)
        rows += write.row;
    return rows;
}

Task<void> WriteLane::write(Batch batch)
{
    if (batch.size() > callSize()) {
        const bool done = co_await writeAsJob(batch);
        if (!done) co_await writeInCalls(std::move(batch));
        co_return;
    }
    const QString key = keyOf(batch);
    PreparedWrite prepared = m_target.prepare(m_settings.object, m_settings.operation, rowsOf(batch), key);
    co_await deliver(std::move(batch), std::move(prepared));
}

Task<void> WriteLane::writeInCalls(Batch batch)
{
    const qsizetype most = callSize();
    for (qsizetype at = 0; at < batch.size() && !m_fault && !m_stop.stopRequested(); at += most) {
        Batch part = batch.mid(at, most);
        co_await write(std::move(part));
    }
}

Task<bool> WriteLane::writeAsJob(Batch batch)
{
    if (!isJob(batch)) co_return false;
    std::optional<PreparedWrite> prepared =
        m_target.prepareJob(m_settings.object, m_settings.operation, rowsOf(batch));
    if (!prepared) co_return false;
    for (int tried = 1;; ++tried) {
        // The journal names the job before its rows leave: an empty job changes nothing.
        Result<PreparedWrite> opened = co_await m_target.openJob(*prepared, m_stop);
        if (!opened) {
            m_jobs = {}; // this system takes none now: all rows of this lane go in calls
            co_return false;
        }
        store::JournalBatch entry = journalOf(batch, *opened);
        const Result<qint64> journal = co_await enterJournal(std::move(entry));
        if (!journal) {
            m_fault = journal.error();
            co_return true;
        }
        Result<QList<RowOutcome>> outcomes = co_await m_sender.send(std::move(*opened));
        if (outcomes) {
            m_refusedInRow = 0;
            co_await finish(std::move(batch), *journal, std::move(*outcomes));
            co_return true;
        }
        const bool isCut = outcomes.error().code == u"connector.job-cut";
        if (!isCut || tried == kJobTries || m_stop.stopRequested()) {
            co_await refuseWhole(std::move(batch), *journal, outcomes.error());
            co_return true;
        }
        co_await notSent(batch.size(), *journal, JournalState::NotSent);
        if (m_fault) co_return true;
    }
}

Task<void> WriteLane::deliver(Batch batch, PreparedWrite prepared)
{
    store::JournalBatch entry = journalOf(batch, prepared);
    const Result<qint64> journal = co_await enterJournal(std::move(entry));
    if (!journal) {
        m_fault = journal.error();
        co_return;
    }
    Result<QList<RowOutcome>> outcomes = co_await m_sender.send(std::move(prepared));
    if (!outcomes) {
        co_await refuseWhole(std::move(batch), *journal, outcomes.error());
        co_return;
    }
    m_refusedInRow = 0;
    co_await finish(std::move(batch), *journal, std::move(*outcomes));
}

store::JournalBatch WriteLane::journalOf(const Batch& batch, const PreparedWrite& prepared) const
{
    store::JournalBatch entry;
    entry.run = m_book.report().id;
    entry.flow = m_settings.flow;
    entry.connection = m_settings.connection;
    entry.object = m_settings.object;
    entry.create = m_settings.operation == Operation::Create;
    entry.idempotencyKey = prepared.idempotencyKey;
    entry.requestHash = prepared.requestHash;
    entry.startedAt = m_clock.now();
    entry.rows.reserve(batch.size());
    for (const auto& write : batch) {
        store::JournalRow row;
        row.position = int(entry.rows.size());
        row.sourceId = write.ending.sourceId;
        row.sourceVersion = write.ending.sourceVersion;
        row.externalKey = write.row.key;
        row.targetId = write.row.targetId;
        row.contentHash = write.contentHash;
        entry.rows += std::move(row);
    }
    return entry;
}

Task<Result<qint64>> WriteLane::enterJournal(store::JournalBatch entry)
{
    const auto shared = std::make_shared<const store::JournalBatch>(std::move(entry));
    std::function<Result<qint64>(store::Database&)> work = [shared](store::Database& database) {
        return store::JournalRepository(database).begin(*shared);
    };
    const Result<qint64> id = co_await m_store.write<qint64>(std::move(work));
    co_return id;
}

/// Rows that have no end in this run.
Task<void> WriteLane::notSent(qsizetype rows, qint64 journal, JournalState state)
{
    Settlement settlement;
    settlement.batch = journal;
    settlement.states = QList<JournalState>(rows, state);
    const Result<void> kept = co_await m_book.record(QList<Ending>(), settlement);
    if (!kept) m_fault = kept.error();
}

Task<void> WriteLane::refuseWhole(Batch batch, qint64 journal, Error error)
{
    const auto consequence = consequenceOf(error.kind);
    const bool halve = error.kind == ErrorKind::RowRejected && batch.size() > 1;
    if (consequence == Consequence::ParkConnection || consequence == Consequence::StopRun) m_fault = error;
    if (error.kind == ErrorKind::Retry && ++m_refusedInRow >= kOutageBatches) m_fault = error;
    if (!halve && consequence != Consequence::StopRun) {
        co_await finish(batch, journal, allAs(batch.size(), RowOutcome::State::Rejected, error));
        co_return;
    }
    // Refused as it stood: nothing was written. A fault of ours says nothing about the other side: look it
    // up.
    const bool refused = halve || error.kind == ErrorKind::BadConfig;
    co_await notSent(batch.size(), journal, refused ? JournalState::NotSent : JournalState::Uncertain);
    if (!halve || m_fault || m_stop.stopRequested()) co_return;
    const auto half = batch.size() / 2;
    co_await write(batch.mid(0, half));
    if (m_fault || m_stop.stopRequested()) co_return;
    co_await write(batch.mid(half));
}

Ending WriteLane::endingOf(PlannedWrite write, const RowOutcome& outcome) const
{
    Ending ending = std::move(write.ending);
    if (outcome.state == RowOutcome::State::Written) {
        const Instant now = m_clock.now();
        ending.outcome = m_settings.operation == Operation::Create ? Outcome::Created : Outcome::Updated;
        ending.targetId = outcome.targetId;
        if (!outcome.targetNumber.isEmpty()) ending.targetNumber = outcome.targetNumber;
        if (outcome.total) ending.amount = outcome.total;
        if (!ending.link) ending.link.emplace();
        model::Link& link = *ending.link;
        link.flow = ending.flow;
        link.sourceId = ending.sourceId;
        link.targetId = outcome.targetId;
        link.targetNumber = ending.targetNumber;
        link.sourceVersion = ending.sourceVersion;
        link.targetVersion = outcome.targetVersion;
        link.sourceHash = write.contentHash;
        if (link.linkedAt == Instant{}) link.linkedAt = now;
        link.writtenAt = now;
        if (write.indexKeys.isEmpty()) return ending;
        store::TargetIndexRow& row = ending.index.emplace();
        row.id = outcome.targetId;
        row.externalKey = write.row.key;
        row.title = ending.title;
        row.version = outcome.targetVersion;
        row.keys = std::move(write.indexKeys);
        return ending;
    }
    ending.link.reset();
    ending.error = outcome.error;
    if (ending.error->context.recordKey.isEmpty()) ending.error->context.recordKey = ending.sourceId;
    const bool held = consequenceOf(outcome.error.kind) == Consequence::HoldRecord;
    ending.outcome = held ? Outcome::Held : Outcome::Failed;
    if (outcome.state == RowOutcome::State::Uncertain) ending.outcome = Outcome::Uncertain;
    return ending;
}

void WriteLane::warn(const QString& title, const QStringList& warnings)
{
    for (const auto& warning : warnings)
        m_book.warn(errorOf(ErrorKind::RowRejected, u"target.warning"_s, warning, {title, warning}));
}

Task<void> WriteLane::finish(Batch batch, qint64 journal, QList<RowOutcome> outcomes)
{
    QList<Ending> endings;
    endings.reserve(batch.size());
    Settlement settlement;
    settlement.batch = journal;
    QString technical; // made when a row needs it: redacting costs more than sending
    for (auto& planned : batch) {
        const RowOutcome& outcome = outcomes.at(endings.size());
        auto ending = endingOf(std::move(planned), outcome);
        if (ending.error && technical.isEmpty()) technical = technicalOf(m_target);
        if (ending.error) ending.technical = technical;
        warn(ending.title, outcome.warnings);
        settlement.states += journalState(outcome.state);
        endings += std::move(ending);
    }
    batch.clear();
    const Result<void> kept = co_await m_book.record(endings, settlement);
    if (!kept) {
        // The journal still says "sending": the next run finds out what was written.
        m_fault = kept.error();
        co_return;
    }
    if (m_listener) m_listener(endings);
}

} // namespace tieout::engine
