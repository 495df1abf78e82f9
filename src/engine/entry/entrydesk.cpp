#include "engine/entry/entrydesk.h"

#include "base/ids.h"
#include "engine/discover/sample.h"
#include "engine/plan/present.h"
#include "engine/plan/recordcheck.h"
#include "engine/recovery.h"
#include "engine/write/batchsender.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using connectors::Operation;
using model::EntryKind;
using model::Outcome;
using model::RowOutcome;
using store::JournalState;

namespace {

Operation operationOf(EntryKind kind)
{
    return kind == EntryKind::Create ? Operation::Create : Operation::Update;
}

Outcome outcomeOf(const RowOutcome& row, EntryKind kind)
{
    if (row.state == RowOutcome::State::Written)
        return kind == EntryKind::Create ? Outcome::Created : Outcome::Updated;
    if (row.state == RowOutcome::State::Uncertain) return Outcome::Uncertain;
    return consequenceOf(row.error.kind) == Consequence::HoldRecord ? Outcome::Held : Outcome::Failed;
}

RowOutcome refused(const Error& error)
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Rejected;
    outcome.error = error;
    return outcome;
}

Result<void> isOffered(const model::ObjectSchema& schema, EntryKind kind)
{
    const QString label = schema.labelPlural.isEmpty() ? schema.name : schema.labelPlural;
    if (kind == EntryKind::Create && !schema.creatable)
        return fail(ErrorKind::BadConfig, u"entry.cannot-create"_s, u"not creatable"_s, {label});
    if (kind == EntryKind::Update && !schema.updatable)
        return fail(ErrorKind::BadConfig, u"entry.cannot-change"_s, u"not updatable"_s, {label});
    return {};
}

bool isEmpty(const model::EntryRow& row)
{
    return (row.record.isNull() || row.record.shape()->size() == 0) && row.clear.isEmpty();
}

} // namespace

EntryDesk::EntryDesk(connectors::Connector& target, store::Store& store, Clock& clock, Publish publish)
    : m_target(target)
    , m_clock(clock)
    , m_book(store, clock)
    , m_publish(std::move(publish))
{
}

Task<Result<model::EntryReport>> EntryDesk::enter(QString connection, QString title,
                                                  model::EntryRequest request, StopToken stop)
{
    const Result<model::ObjectSchema> schema = co_await describeObject(&m_target, request.object, stop);
    if (!schema) co_return tl::unexpected(schema.error());
    if (const auto offered = isOffered(*schema, request.kind); !offered)
        co_return tl::unexpected(offered.error());
    const net::CallCounts before = m_target.calls();
    Entry entry;
    entry.connection = connection;
    entry.request = request;
    entry.stop = stop;
    entry.report.run.flowTitle = title;
    const Result<Rows> rows = co_await check(&entry, *schema);
    if (!rows) co_return tl::unexpected(rows.error());
    const Result<void> begun = co_await m_book.begin(&entry.report.run, connection, request.rows.size());
    if (!begun) co_return tl::unexpected(begun.error());
    co_await send(&entry, *rows);
    const Result<void> published = m_publish ? m_publish() : Result<void>();
    if (!published && !entry.report.run.fault) entry.report.run.fault = published.error();
    const net::CallCounts after = m_target.calls();
    entry.report.run.readCalls = after.read - before.read;
    entry.report.run.writeCalls = after.write - before.write;
    const Result<void> closed = co_await close(&entry);
    if (!closed) entry.report.run.fault = closed.error();
    const model::EntryReport ended = entry.report;
    co_return ended;
}

/// Refuses what the system is known to refuse; gives the rows that are left.
Task<Result<EntryDesk::Rows>> EntryDesk::check(Entry* entry, model::ObjectSchema schema)
{
    const auto& request = entry->request;
    const Error unsent = errorOf(ErrorKind::Cancelled, u"entry.not-sent"_s, u"ended before this row"_s);
    entry->report.outcomes = QList<RowOutcome>(request.rows.size(), refused(unsent));
    entry->keys = QStringList(request.rows.size(), QString());
    RecordCheck checks(schema, {});
    Rows rows;
    for (qsizetype i = 0; i < request.rows.size(); ++i) {
        std::optional<Error> wrong;
        if (isEmpty(request.rows[i]))
            wrong = errorOf(ErrorKind::RowRejected, u"entry.empty"_s, u"nothing to write"_s);
        else
            wrong = checks.check(request.rows[i].record, operationOf(request.kind));
        if (wrong)
            entry->report.outcomes[i] = refused(*wrong);
        else
            rows += i;
    }
    if (request.kind == EntryKind::Update) co_return rows;
    const Result<Rows> fresh = co_await newOnly(entry, rows);
    if (!fresh) co_return tl::unexpected(fresh.error());
    const Result<void> chosen = co_await chooseKeys(entry, *fresh);
    if (!chosen) co_return tl::unexpected(chosen.error());
    co_return fresh;
}

/// A new record that names itself (a row's key) must not take the place of one that is there.
Task<Result<EntryDesk::Rows>> EntryDesk::newOnly(Entry* entry, Rows rows)
{
    const auto& request = entry->request;
    QHash<qsizetype, QString> named;
    for (const qsizetype row : std::as_const(rows)) {
        const QString id = m_target.toTarget(request.object, request.rows[row].record).id;
        if (!id.isEmpty()) named.insert(row, id);
    }
    if (named.isEmpty()) co_return rows;
    const QStringList ids = named.values();
    const Result<Present> present = co_await readPresent(m_target, request.object, ids, entry->stop);
    if (!present) co_return tl::unexpected(present.error());
    QSet<QString> taken;
    Rows fresh;
    for (const qsizetype row : std::as_const(rows)) {
        const QString id = named.value(row);
        if (!id.isEmpty() && (present->contains(id) || taken.contains(id)))
            entry->report.outcomes[row] =
                refused(errorOf(ErrorKind::RowRejected, u"entry.exists"_s, u"there already"_s, {id}));
        else
            fresh += row;
        taken.insert(id);
    }
    co_return fresh;
}

/// A key tells whether a record arrived only when no other record has it: a text like “taxi” may be there
/// many times.
Task<Result<void>> EntryDesk::chooseKeys(Entry* entry, Rows rows)
{
    const auto& request = entry->request;
    QHash<QString, int> times;
    for (const qsizetype row : std::as_const(rows)) {
        entry->keys[row] = m_target.toTarget(request.object, request.rows[row].record).externalKey;
        ++times[entry->keys[row]];
    }
    QStringList asked = times.keys();
    asked.removeAll(QString());
    if (asked.isEmpty()) co_return Result<void>();
    const Result<QList<connectors::TargetRecord>> found =
        co_await m_target.find(request.object, asked, entry->stop);
    // An object that cannot be looked up has no keys to look up by.
    const bool known = found || found.error().kind == ErrorKind::BadConfig;
    if (!known) co_return tl::unexpected(found.error());
    QSet<QString> used;
    for (const auto& record : found.value_or(QList<connectors::TargetRecord>()))
        used.insert(record.externalKey.toCaseFolded());
    for (auto& key : entry->keys)
        if (!found || times.value(key) > 1 || used.contains(key.toCaseFolded())) key.clear();
    co_return Result<void>();
}

Task<void> EntryDesk::send(Entry* entry, Rows rows)
{
    const auto operation = operationOf(entry->request.kind);
    const qsizetype most = std::max(1, m_target.batchSize(entry->request.object, operation));
    const Rows left = co_await sendJobs(entry, rows);
    QList<Rows> waiting;
    for (qsizetype first = 0; first < left.size(); first += most)
        waiting += left.mid(first, most);
    while (!waiting.isEmpty() && !entry->report.run.fault && !entry->stop.stopRequested()) {
        const Rows batch = waiting.takeFirst();
        const connectors::PreparedWrite write = prepared(*entry, batch);
        const QList<Rows> apart = co_await deliver(entry, write, batch);
        waiting = apart + waiting;
    }
}

/// New records go in calls: a job writes them by key, and would change a record that is there.
Task<EntryDesk::Rows> EntryDesk::sendJobs(Entry* entry, Rows rows)
{
    const QString object = entry->request.object;
    const connectors::JobSize size = m_target.jobSize(object, Operation::Update);
    const bool isMany = size.rows > 0 && rows.size() > size.above;
    if (entry->request.kind != EntryKind::Update || !isMany) co_return rows;
    Rows left;
    for (qsizetype first = 0; first < rows.size(); first += size.rows) {
        const Rows part = rows.mid(first, size.rows);
        const auto job = m_target.prepareJob(object, Operation::Update, written(*entry, part));
        const bool goesOn = !entry->report.run.fault && !entry->stop.stopRequested();
        if (!job || !goesOn) {
            left += part;
            continue;
        }
        const Result<connectors::PreparedWrite> opened = co_await m_target.openJob(*job, entry->stop);
        if (!opened) { // it takes none now
            left += part;
            continue;
        }
        const QList<Rows> apart = co_await deliver(entry, *opened, part);
        for (const Rows& some : apart)
            left += some;
    }
    co_return left;
}

Task<QList<EntryDesk::Rows>> EntryDesk::deliver(Entry* entry, connectors::PreparedWrite write, Rows rows)
{
    const Result<qint64> journal = co_await enterJournal(entry, write, rows);
    if (!journal) {
        entry->report.run.fault = journal.error();
        co_return QList<Rows>();
    }
    BatchSender sender(m_target, m_clock, entry->stop);
    const Result<QList<RowOutcome>> verdicts = co_await sender.send(write);
    // Refused as a whole: nothing was written, and one bad row must not cost the others.
    const bool isCut = !verdicts && verdicts.error().code == u"connector.job-cut";
    const bool isRefused = !verdicts && verdicts.error().kind == ErrorKind::RowRejected;
    const bool halve = isCut || (isRefused && rows.size() > 1);
    QList<JournalState> states;
    Records ended;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const RowOutcome outcome = verdicts ? verdicts->at(i) : refused(verdicts.error());
        states += halve ? JournalState::NotSent : journalStateOf(outcome.state);
        if (halve) continue;
        entry->report.outcomes[rows[i]] = outcome;
        ended += recordOf(*entry, rows[i]);
    }
    const Result<void> settled = co_await m_book.settle(*journal, states, ended);
    if (settled && !halve) entry->listed += QSet<qsizetype>(rows.cbegin(), rows.cend());
    if (!settled) entry->report.run.fault = settled.error();
    const bool goesOn = verdicts || consequenceOf(verdicts.error().kind) == Consequence::FailRecord;
    if (!goesOn && !halve && !entry->report.run.fault) entry->report.run.fault = verdicts.error();
    QList<Rows> apart;
    if (halve) apart = {rows.mid(0, rows.size() / 2), rows.mid(rows.size() / 2)};
    co_return apart;
}

QList<connectors::WriteRow> EntryDesk::written(const Entry& entry, const Rows& rows)
{
    QList<connectors::WriteRow> written;
    for (const qsizetype place : rows) {
        const auto& given = entry.request.rows[place];
        connectors::WriteRow row;
        row.targetId = given.targetId;
        row.target = given.record;
        row.clear = given.clear;
        row.key = entry.request.kind == EntryKind::Create ? entry.keys[place] : given.targetId;
        written += row;
    }
    return written;
}

connectors::PreparedWrite EntryDesk::prepared(const Entry& entry, const Rows& rows) const
{
    QByteArray places = entry.request.id.toUtf8();
    for (const qsizetype place : rows)
        places += ' ' + QByteArray::number(place);
    const QString key = u"tieout-entry-"_s + sha256Hex(places);
    return m_target.prepare(entry.request.object, operationOf(entry.request.kind), written(entry, rows), key);
}

Task<Result<qint64>> EntryDesk::enterJournal(const Entry* entry, connectors::PreparedWrite prepared,
                                             Rows rows)
{
    store::JournalBatch batch;
    batch.run = entry->report.run.id;
    batch.flow = entry->report.run.flow;
    batch.connection = entry->connection;
    batch.object = prepared.object;
    batch.create = prepared.operation == Operation::Create;
    batch.idempotencyKey = prepared.idempotencyKey;
    batch.requestHash = prepared.requestHash;
    for (const auto& written : std::as_const(prepared.rows)) {
        store::JournalRow row;
        row.position = int(batch.rows.size());
        row.sourceId = entrySource(prepared.idempotencyKey, rows[row.position]);
        row.sourceVersion = entryFields(written);
        row.externalKey = written.key;
        row.targetId = written.targetId;
        row.contentHash = model::contentHash(model::Value(written.target));
        batch.rows += row;
    }
    const Result<qint64> id = co_await m_book.enter(batch);
    co_return id;
}

model::RunRecord EntryDesk::recordOf(const Entry& entry, qsizetype place)
{
    const auto& verdict = entry.report.outcomes[place];
    const auto& row = entry.request.rows[place];
    model::RunRecord record;
    record.run = entry.report.run.id;
    record.sequence = place;
    record.flow = entry.report.run.flow;
    record.title = row.title;
    record.outcome = outcomeOf(verdict, entry.request.kind);
    record.targetId = verdict.targetId.isEmpty() ? row.targetId : verdict.targetId;
    record.targetNumber = verdict.targetNumber;
    record.amount = verdict.total;
    if (verdict.state != RowOutcome::State::Written) record.reason = verdict.error;
    return record;
}

Task<Result<void>> EntryDesk::close(Entry* entry)
{
    auto& run = entry->report.run;
    Records records;
    for (qsizetype i = 0; i < entry->request.rows.size(); ++i) {
        const model::RunRecord record = recordOf(*entry, i);
        ++run.counts.of(record.outcome);
        if (!entry->listed.contains(i)) records += record;
    }
    const Result<void> kept = co_await m_book.close(&run, records);
    co_return kept;
}

} // namespace tieout::engine
