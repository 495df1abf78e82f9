#include "engine/entry/fileentrydesk.h"

#include "base/ids.h"
#include "engine/recovery.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Attached;
using model::Outcome;
using model::RowOutcome;

namespace {

store::JournalBatch batchOf(const model::FileReport& report, const model::FileEntry& entry,
                            const QString& connection, const QString& nameThere)
{
    store::JournalBatch batch;
    batch.run = report.run.id;
    batch.flow = report.run.flow;
    batch.connection = connection;
    batch.object = entry.object;
    const QString place = u"%1 %2 %3"_s.arg(report.run.id).arg(entry.record, nameThere);
    batch.idempotencyKey = fileKey(sha256Hex(place.toUtf8()));
    batch.requestHash = sha256Hex(entry.content);
    store::JournalRow row;
    row.sourceId = entrySource(batch.idempotencyKey, 0);
    row.sourceVersion = QString::number(entry.content.size());
    row.externalKey = nameThere;
    row.targetId = entry.record;
    row.contentHash = fileContentHash(entry.content);
    batch.rows = {row};
    return batch;
}

RowOutcome outcomeOf(const Result<Attached>& attached)
{
    RowOutcome outcome;
    if (attached) {
        outcome.state = RowOutcome::State::Written;
        outcome.targetId = attached->file.id;
        return outcome;
    }
    outcome.error = attached.error();
    // Stopped while the bytes were on their way: nobody knows. The next start looks it up.
    const bool inDoubt =
        outcome.error.kind == ErrorKind::Uncertain || outcome.error.kind == ErrorKind::Cancelled;
    outcome.state = inDoubt ? RowOutcome::State::Uncertain : RowOutcome::State::Rejected;
    return outcome;
}

Outcome endOf(const model::FileReport& report)
{
    switch (report.outcome.state) {
    case RowOutcome::State::Uncertain:
        return Outcome::Uncertain;
    case RowOutcome::State::Rejected:
        return consequenceOf(report.outcome.error.kind) == Consequence::HoldRecord ? Outcome::Held
                                                                                   : Outcome::Failed;
    case RowOutcome::State::Written:
        break;
    }
    switch (report.attached.how) {
    case Attached::How::WasThere:
        return Outcome::Unchanged;
    case Attached::How::Replaced:
        return Outcome::Updated;
    case Attached::How::Added:
        break;
    }
    return Outcome::Created;
}

/// What was hung on what.
model::RunRecord recordOf(const model::FileReport& report, const model::FileEntry& entry,
                          const QString& nameThere)
{
    model::RunRecord record;
    record.run = report.run.id;
    record.flow = report.run.flow;
    record.title = nameThere;
    record.party = entry.title;
    record.targetId = entry.record;
    record.outcome = endOf(report);
    if (report.outcome.state != RowOutcome::State::Written) record.reason = report.outcome.error;
    return record;
}

} // namespace

FileEntryDesk::FileEntryDesk(connectors::Connector& target, store::Store& store, Clock& clock)
    : m_target(target)
    , m_book(store, clock)
{
}

Result<void> FileEntryDesk::mayBegin(const model::FileEntry& entry) const
{
    const model::FileAccess access = m_target.fileAccess(entry.object);
    if (!access.attach)
        return fail(ErrorKind::BadConfig, u"connector.no-files"_s, u"no files there"_s, {entry.object});
    if (entry.content.size() > access.most)
        return fail(ErrorKind::RowRejected, u"connector.file-too-large"_s, u"too large"_s,
                    {entry.file.name, QString::number(entry.content.size()), QString::number(access.most)});
    return {};
}

Task<Result<model::FileReport>> FileEntryDesk::attach(QString connection, QString title,
                                                      model::FileEntry entry, StopToken stop)
{
    if (const auto may = mayBegin(entry); !may) co_return tl::unexpected(may.error());
    model::FileReport report;
    report.run.flowTitle = title;
    const Result<void> begun = co_await m_book.begin(&report.run, connection, 1);
    if (!begun) co_return tl::unexpected(begun.error());
    const QString name = model::nameThere(m_target.fileAccess(entry.object), entry.file.name);
    const net::CallCounts before = m_target.calls();
    const store::JournalBatch batch = batchOf(report, entry, connection, name);
    const Result<qint64> journal = co_await m_book.enter(batch);
    if (journal) {
        co_await send(&report, &entry, stop);
        const QList<store::JournalState> states{journalStateOf(report.outcome.state)};
        const Result<void> settled = co_await m_book.settle(*journal, states, {});
        if (!settled) report.run.fault = settled.error();
    } else {
        report.outcome.state = RowOutcome::State::Rejected;
        report.outcome.error = journal.error();
        report.run.fault = journal.error();
    }
    const net::CallCounts after = m_target.calls();
    report.run.readCalls = after.read - before.read;
    report.run.writeCalls = after.write - before.write;
    const model::RunRecord record = recordOf(report, entry, name);
    ++report.run.counts.of(record.outcome);
    const QList<model::RunRecord> records{record};
    const Result<void> closed = co_await m_book.close(&report.run, records);
    if (!closed) report.run.fault = closed.error();
    const model::FileReport ended = report;
    co_return ended;
}

Task<void> FileEntryDesk::send(model::FileReport* report, const model::FileEntry* entry, StopToken stop)
{
    const Result<Attached> attached = co_await m_target.attachFile(entry->object, entry->record, entry->file,
                                                                   entry->content, entry->sameName, stop);
    report->outcome = outcomeOf(attached);
    if (attached) {
        report->attached = *attached;
        co_return;
    }
    switch (consequenceOf(attached.error().kind)) {
    case Consequence::ParkConnection:
    case Consequence::StopRun:
        report->run.fault = attached.error();
        break;
    default:
        break;
    }
}

} // namespace tieout::engine
