#include "engine/runbook.h"

#include "engine/recovery.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

constexpr std::chrono::milliseconds kProgressEvery{100};

bool isProblem(Outcome outcome)
{
    return outcome == Outcome::Held || outcome == Outcome::Failed || outcome == Outcome::Uncertain;
}

bool isKept(const Ending& ending)
{
    const bool still = ending.outcome == Outcome::Unchanged || ending.outcome == Outcome::Skipped;
    return !still || ending.shown || ending.comeback;
}

} // namespace

QString causeKeyOf(const Error& error)
{
    // Facts that name the single record (amounts, dates, texts) would split a cause; these codes group by
    // facts.
    static const QStringList kByFacts{
        u"lookup.no-row"_s, u"check.currency"_s,        u"check.tax-rate"_s,
        u"check.account"_s, u"check.tax-for-account"_s, u"check.required"_s,
        u"check.choice"_s,  u"formula.error"_s,         u"check.account-archived"_s};
    const bool vendor = error.code.startsWith("xero."_L1) || error.code.startsWith("salesforce."_L1);
    if (!kByFacts.contains(error.code) && !vendor) return error.code;
    return error.code + QChar(0x1f) + error.facts.mid(0, 2).join(QChar(0x1f));
}

RunBook::RunBook(store::Store& store, Clock& clock, model::RunReport report, RunPlaces places,
                 std::function<void(const model::RunProgress&)> progress)
    : m_store(store)
    , m_clock(clock)
    , m_report(std::move(report))
    , m_places(std::move(places))
    , m_progress(std::move(progress))
    , m_startedSteady(clock.steady())
{
    m_report.startedAt = clock.now();
}

Task<Result<void>> RunBook::open()
{
    const auto report = m_report;
    std::function<Result<qint64>(store::Database&)> work = [report](store::Database& database) {
        return store::RunRepository(database).begin(report);
    };
    const Result<qint64> id = co_await m_store.write<qint64>(work);
    if (!id) co_return tl::unexpected(id.error());
    m_report.id = *id;
    co_return Result<void>();
}

PagePtr RunBook::beginPage(QString cursor, qint64 records)
{
    auto page = std::make_shared<PageProgress>();
    page->cursor = std::move(cursor);
    page->open = records;
    m_report.counts.read += records;
    m_pages.push_back(page);
    return page;
}

RunBook::Entry RunBook::enter(const QString& sourceId, const QString& sourceVersion)
{
    for (const auto* known : {&m_underWay, &m_endedById}) {
        const auto seen = known->constFind(sourceId);
        if (seen == known->cend()) continue;
        return *seen == sourceVersion ? Entry::Repeated : Entry::Newer;
    }
    m_underWay.insert(sourceId, sourceVersion);
    return Entry::New;
}

void RunBook::forget(const PagePtr& page)
{
    --m_report.counts.read;
    if (page) --page->open;
}

model::Problem RunBook::problemOf(const Ending& ending) const
{
    model::Problem problem;
    problem.flow = ending.flow;
    problem.flowTitle = m_report.flowTitle;
    problem.sourceId = ending.sourceId;
    problem.sourceTitle = ending.title;
    problem.sourceLink = m_places.sourceLink(ending.sourceId);
    problem.targetId = ending.targetId;
    problem.targetNumber = ending.targetNumber;
    if (!ending.targetId.isEmpty())
        problem.targetLink = m_places.targetLink(ending.targetObject, ending.targetId);
    problem.outcome = ending.outcome;
    problem.error = ending.error.value_or(Error{});
    problem.causeKey = causeKeyOf(problem.error);
    problem.currency = ending.currency;
    problem.amount = ending.amount;
    problem.firstSeen = problem.lastSeen = m_clock.now();
    problem.lastRun = m_report.id;
    problem.written = !ending.targetId.isEmpty();
    problem.technical = ending.technical;
    return problem;
}

store::RunRecord RunBook::recordOf(const Ending& ending)
{
    store::RunRecord record;
    record.run = m_report.id;
    record.sequence = ++m_sequence;
    record.flow = ending.flow;
    record.sourceId = ending.sourceId;
    record.title = ending.title;
    record.party = ending.party;
    record.outcome = ending.outcome;
    record.targetId = ending.targetId;
    record.targetNumber = ending.targetNumber;
    record.currency = ending.currency;
    record.amount = ending.amount;
    record.changes = ending.changes;
    record.reason = ending.error ? ending.error : noteRemark(ending);
    return record;
}

RunEntry RunBook::entryOf(const QList<Ending>& endings)
{
    RunEntry entry;
    entry.flow = m_report.flow;
    entry.targetConnection = m_places.targetConnection;
    entry.cursorConnection = m_places.sourceConnection;
    entry.cursorObject = m_places.sourceObject;
    entry.at = m_clock.now();
    for (const auto& ending : endings) {
        if (isKept(ending)) entry.records += recordOf(ending);
        entry.asides.add(ending, m_report, entry.at);
        if (preview()) continue;
        if (ending.link) entry.links += *ending.link;
        if (ending.index) entry.index[ending.targetObject] += *ending.index;
        // A held parent has no problem of its own: the records that need it carry the reason.
        if (isProblem(ending.outcome) && !ending.parent) entry.problems += problemOf(ending);
        if (!isProblem(ending.outcome) && ending.hadProblem) entry.solved[ending.flow] += ending.sourceId;
    }
    if (!preview()) entry.cursor = std::exchange(m_cursor, {});
    return entry;
}

Task<Result<void>> RunBook::record(QList<Ending> endings, std::optional<Settlement> settlement)
{
    RunEntry entry = entryOf(endings);
    entry.settlement = std::move(settlement);
    if (!entry.isEmpty()) {
        const auto shared = std::make_shared<const RunEntry>(std::move(entry));
        std::function<Result<bool>(store::Database&)> work = [shared](store::Database& database) {
            return shared->keep(database);
        };
        const Result<bool> kept = co_await m_store.write<bool>(std::move(work));
        if (!kept) co_return tl::unexpected(kept.error());
    }
    for (const auto& ending : std::as_const(endings))
        count(ending);
    m_cursor = passedCursor();
    reportProgress();
    co_return Result<void>();
}

void RunBook::count(const Ending& ending)
{
    auto& counts = ending.parent ? m_report.related[ending.flow] : m_report.counts;
    ++counts.of(ending.outcome);
    if (ending.parent) ++counts.read;
    if (!ending.parent && !ending.page) ++counts.read; // read by id: counted when it ends
    if (ending.page) --ending.page->open;
    if (!ending.parent) {
        if (m_places.ended) m_places.ended(ending.sourceId, ending.outcome, ending.error);
        m_underWay.remove(ending.sourceId);
        if (!ending.page) m_endedById.insert(ending.sourceId, ending.sourceVersion);
    }
    const bool money = ending.outcome == Outcome::Created || ending.outcome == Outcome::Updated;
    if (!money || ending.parent || !ending.amount) return;
    if (const auto sum = m_report.totals.value(ending.currency).plus(*ending.amount))
        m_report.totals[ending.currency] = *sum;
    if (ending.outcome != Outcome::Updated) return;
    if (const auto sum = m_report.updatedTotals.value(ending.currency).plus(*ending.amount))
        m_report.updatedTotals[ending.currency] = *sum;
}

QString RunBook::passedCursor()
{
    QString cursor = m_cursor;
    while (!m_pages.empty() && m_pages.front()->open == 0) {
        if (!m_pages.front()->cursor.isEmpty()) cursor = m_pages.front()->cursor;
        m_pages.pop_front();
    }
    return cursor;
}

void RunBook::countCalls(qint64 read, qint64 write)
{
    m_report.readCalls = read;
    m_report.writeCalls = write;
}

void RunBook::warn(Error warning)
{
    constexpr int kMostWarnings = 100;
    if (m_report.warnings.size() < kMostWarnings) m_report.warnings += std::move(warning);
}

void RunBook::reportProgress()
{
    const auto now = m_clock.steady();
    if (!m_progress || now - m_lastProgress < kProgressEvery) return;
    m_lastProgress = now;
    model::RunProgress progress;
    progress.runId = m_report.id;
    progress.flow = m_report.flow;
    progress.counts = m_report.counts;
    progress.expected = m_expected;
    progress.phase = m_phase;
    const auto elapsed = (now - m_startedSteady).count();
    if (elapsed > 0) progress.perSecond = double(m_report.counts.ended()) * 1000.0 / double(elapsed);
    m_progress(progress);
}

Task<Result<void>> RunBook::close(model::RunState state, std::optional<Error> fault)
{
    m_cursor = passedCursor();
    const Result<void> last = co_await record(QList<Ending>(), std::nullopt); // keeps the last cursor
    m_report.state = last ? state : model::RunState::Faulted;
    if (!last && !fault) fault = last.error();
    m_report.fault = std::move(fault);
    m_report.finishedAt = m_clock.now();
    // What was read but not begun is read again next time; it has no end in this run.
    m_report.counts.read = m_report.counts.ended();
    const auto report = m_report;
    std::function<Result<bool>(store::Database&)> work = [report](store::Database& database) -> Result<bool> {
        const auto done = store::RunRepository(database).update(report);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(work);
    m_lastProgress = std::chrono::milliseconds(-1'000'000);
    reportProgress();
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

} // namespace tieout::engine
