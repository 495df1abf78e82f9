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
{
}

Task<void> WriteLane::add(PlannedWrite write)
{
    m_queue += std::move(write);
    if (m_queue.size() < m_target.batchSize(m_settings.object, m_settings.operation)) co_return;
    Batch batch;
    batch.swap(m_queue);
    co_await launch(batch);
}

Task<void> WriteLane::flush()
{
    if (m_queue.isEmpty()) co_return;
    Batch batch;
    batch.swap(m_queue);
    co_await launch(batch);
}

Task<void> WriteLane::settle()
{
    co_await m_underWay.all();
}

Task<void> WriteLane::launch(Batch batch)
{
    co_await m_underWay.belowCount(m_settings.concurrent);
    // After a fault or a stop nothing new is sent; these records have no end and are read again next time.
    if (m_fault || m_stop.stopRequested()) co_return;
    m_underWay.start(write(batch));
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
    return u"tieout-"_s + sha256Hex(bytes);
}

Task<void> WriteLane::write(Batch batch)
{
    QList<connectors::WriteRow> rows;
    rows.reserve(batch.size());
    for (const auto& write : batch)
        rows += write.row;
    const QString key = keyOf(batch);
    const PreparedWrite prepared = m_target.prepare(m_settings.object, m_settings.operation, rows, key);

    const Result<qint64> journal = co_await enterJournal(batch, prepared);
    if (!journal) {
        m_fault = journal.error();
        co_return;
    }
    const Instant sentAt = m_clock.now();
    Result<QList<RowOutcome>> outcomes = co_await sendOut(prepared);
    if (!outcomes && outcomes.error().kind == ErrorKind::Uncertain)
        outcomes = co_await resolve(prepared, outcomes.error(), sentAt);
    if (!outcomes) {
        co_await refuseWhole(batch, *journal, outcomes.error());
        co_return;
    }
    m_refusedInRow = 0;
    co_await finish(batch, *journal, *outcomes);
}

Task<Result<qint64>> WriteLane::enterJournal(Batch batch, PreparedWrite prepared)
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
    for (qsizetype i = 0; i < batch.size(); ++i) {
        store::JournalRow row;
        row.position = int(i);
        row.sourceId = batch[i].ending.sourceId;
        row.sourceVersion = batch[i].ending.sourceVersion;
        row.externalKey = batch[i].row.key;
        row.targetId = batch[i].row.targetId;
        row.contentHash = batch[i].contentHash;
        entry.rows += row;
    }
    std::function<Result<qint64>(store::Database&)> work = [entry](store::Database& database) {
        return store::JournalRepository(database).begin(entry);
    };
    const Result<qint64> id = co_await m_store.write<qint64>(work);
    co_return id;
}

Task<Result<QList<RowOutcome>>> WriteLane::sendOut(PreparedWrite prepared)
{
    Result<QList<RowOutcome>> outcomes = co_await m_target.send(prepared, m_stop);
    // Stopped while the bytes were on their way: nobody knows. The next run looks it up.
    if (!outcomes && outcomes.error().kind == ErrorKind::Cancelled) {
        Error error = outcomes.error();
        error.kind = ErrorKind::Uncertain;
        co_return allAs(prepared.rows.size(), RowOutcome::State::Uncertain, error);
    }
    if (outcomes && outcomes->size() != prepared.rows.size())
        co_return fail(ErrorKind::Uncertain, u"connector.row-count"_s, u"answer does not name every row"_s);
    co_return outcomes;
}

Task<Result<QList<RowOutcome>>> WriteLane::resolve(PreparedWrite prepared, Error uncertain, Instant sentAt)
{
    // Once more with the same key while the system surely remembers it: an answer that could not be read is
    // replayed. (A wire that was cut has been repeated by the connector already.)
    const auto window = m_target.keyWindow(m_settings.object, m_settings.operation);
    if (m_clock.now() - sentAt < window / 2 && !m_stop.stopRequested()) {
        const Result<QList<RowOutcome>> again = co_await sendOut(prepared);
        if (again || again.error().kind != ErrorKind::Uncertain) co_return again;
        uncertain = again.error();
    }
    // An update is known by its content, not by being there: it stays uncertain and is compared next time.
    if (m_settings.operation == Operation::Update)
        co_return allAs(prepared.rows.size(), RowOutcome::State::Uncertain, uncertain);

    QStringList keys;
    for (const auto& row : prepared.rows)
        keys += row.key;
    const Result<QList<connectors::TargetRecord>> found =
        co_await m_target.find(m_settings.object, keys, m_stop);
    if (!found) co_return allAs(prepared.rows.size(), RowOutcome::State::Uncertain, uncertain);
    QHash<QString, connectors::TargetRecord> byKey;
    for (const auto& record : *found)
        byKey.insert(record.externalKey, record);
    if (byKey.isEmpty()) {
        // Nothing of it arrived: an outage, not a doubt.
        uncertain.kind = ErrorKind::Retry;
        co_return tl::unexpected(uncertain);
    }
    QList<RowOutcome> outcomes;
    for (const auto& row : prepared.rows) {
        RowOutcome outcome;
        if (const auto hit = byKey.constFind(row.key); hit != byKey.cend()) {
            outcome.state = RowOutcome::State::Written;
            outcome.targetId = hit->id;
            outcome.targetVersion = hit->version;
            outcome.targetNumber = hit->number;
        } else {
            // Known not to be there: it failed, and is sent again by the next run.
            outcome.state = RowOutcome::State::Rejected;
            outcome.error = uncertain;
            outcome.error.kind = ErrorKind::Retry;
        }
        outcomes += outcome;
    }
    co_return outcomes;
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
    Settlement settlement;
    settlement.batch = journal;
    // Refused as it stood: nothing was written. A fault of ours says nothing about the other side: look it
    // up.
    const bool refused = halve || error.kind == ErrorKind::BadConfig;
    settlement.states =
        QList<JournalState>(batch.size(), refused ? JournalState::NotSent : JournalState::Uncertain);
    const Result<void> kept = co_await m_book.record(QList<Ending>(), settlement);
    if (!kept) m_fault = kept.error();
    if (!halve || m_fault || m_stop.stopRequested()) co_return;
    const auto half = batch.size() / 2;
    co_await write(batch.mid(0, half));
    if (m_fault || m_stop.stopRequested()) co_return;
    co_await write(batch.mid(half));
}

Ending WriteLane::endingOf(const PlannedWrite& write, const RowOutcome& outcome) const
{
    Ending ending = write.ending;
    const Instant now = m_clock.now();
    if (outcome.state == RowOutcome::State::Written) {
        ending.outcome = m_settings.operation == Operation::Create ? Outcome::Created : Outcome::Updated;
        ending.targetId = outcome.targetId;
        ending.targetNumber = outcome.targetNumber.isEmpty() ? ending.targetNumber : outcome.targetNumber;
        if (outcome.total) ending.amount = outcome.total;
        model::Link link = ending.link.value_or(model::Link{});
        link.flow = ending.flow;
        link.sourceId = ending.sourceId;
        link.targetId = outcome.targetId;
        link.targetNumber = ending.targetNumber;
        link.sourceVersion = ending.sourceVersion;
        link.targetVersion = outcome.targetVersion;
        link.sourceHash = write.contentHash;
        if (link.linkedAt == Instant{}) link.linkedAt = now;
        link.writtenAt = now;
        ending.link = link;
        if (!write.indexKeys.isEmpty()) {
            store::TargetIndexRow row;
            row.id = outcome.targetId;
            row.externalKey = write.row.key;
            row.title = ending.title;
            row.version = outcome.targetVersion;
            row.keys = write.indexKeys;
            ending.index = row;
        }
        return ending;
    }
    ending.link.reset();
    ending.error = outcome.error;
    if (ending.error->context.recordKey.isEmpty()) ending.error->context.recordKey = ending.sourceId;
    if (outcome.state == RowOutcome::State::Uncertain) {
        ending.outcome = Outcome::Uncertain;
    } else {
        const auto consequence = consequenceOf(outcome.error.kind);
        ending.outcome = consequence == Consequence::HoldRecord ? Outcome::Held : Outcome::Failed;
    }
    return ending;
}

Task<void> WriteLane::finish(Batch batch, qint64 journal, QList<RowOutcome> outcomes)
{
    QList<Ending> endings;
    endings.reserve(batch.size());
    Settlement settlement;
    settlement.batch = journal;
    QString technical; // made when a row needs it: redacting costs more than sending
    for (qsizetype i = 0; i < batch.size(); ++i) {
        auto ending = endingOf(batch[i], outcomes[i]);
        if (ending.error && technical.isEmpty()) technical = technicalOf(m_target);
        if (ending.error) ending.technical = technical;
        ending.targetLink =
            ending.targetId.isEmpty() ? QString() : m_target.link(m_settings.object, ending.targetId);
        for (const auto& warning : outcomes[i].warnings) {
            Error remark;
            remark.kind = ErrorKind::RowRejected;
            remark.code = u"target.warning"_s;
            remark.text = warning;
            remark.facts = {ending.title, warning};
            m_book.warn(remark);
        }
        endings += ending;
        settlement.states += journalState(outcomes[i].state);
    }
    const Result<void> kept = co_await m_book.record(endings, settlement);
    if (!kept) {
        // The journal still says "sending": the next run finds out what was written.
        m_fault = kept.error();
        co_return;
    }
    if (m_listener) m_listener(endings);
}

} // namespace tieout::engine
