// Lookup tables: saved with their history, looked up in the formulas that ask them, read from and written to
// files; and the records that wait for a row.
#include "base/platform/platform.h"
#include "connectors/files/filesniffer.h"
#include "connectors/files/tablewriter.h"
#include "engine/pool.h"
#include "mapping/lookuptables.h"
#include "mapping/lookupuses.h"
#include "mapping/missingrow.h"
#include "service/mappingbench.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

#include <QLocale>

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::LookupTable;

namespace {

/// More is a database, not a table that people keep.
constexpr qsizetype kMostRows = 200'000;
constexpr qsizetype kMostMissing = 200;
constexpr int kClearlyHeadings = 80;
/// Records that one try takes along.
constexpr int kMostTried = 10'000;

bool isTable(const QString& name, const QString& table)
{
    return name.compare(table, Qt::CaseInsensitive) == 0;
}

bool isAbout(const Error& error, const QString& table)
{
    if (const auto missing = mapping::missingRow(error)) return isTable(missing->table, table);
    return error.code == "lookup.blank-key"_L1 && isTable(error.facts.value(0), table);
}

/// The causes of a sync's held records that are about the table.
Result<QList<model::ProblemGroup>> causesOf(store::Database& database, const QString& flow,
                                            const QString& table)
{
    model::ProblemFilter filter;
    filter.flow = flow;
    auto groups = store::ProblemRepository(database).groups(filter);
    if (!groups) return groups;
    groups->removeIf([&table](const model::ProblemGroup& group) { return !isAbout(group.error, table); });
    return groups;
}

Result<HeldForTable> heldFor(store::Database& database, const QList<HeldForTable::Sync>& syncs,
                             const QString& table)
{
    HeldForTable held;
    for (HeldForTable::Sync sync : syncs) {
        const auto causes = causesOf(database, sync.flow, table);
        if (!causes) return tl::unexpected(causes.error());
        for (const auto& cause : *causes) {
            sync.records += cause.records;
            const auto missing = mapping::missingRow(cause.error);
            const bool fresh = missing && !held.missing.contains(missing->key);
            if (fresh && held.missing.size() < kMostMissing) held.missing += missing->key;
        }
        if (sync.records > 0) held.syncs += sync;
    }
    return held;
}

/// The records that wait, marked for the next run.
Result<QStringList> makeDue(store::Database& database, const QString& flow, const QString& table)
{
    const auto causes = causesOf(database, flow, table);
    if (!causes) return tl::unexpected(causes.error());
    store::ProblemRepository problems(database);
    QStringList sources;
    for (const auto& cause : *causes) {
        model::ProblemFilter filter;
        filter.flow = flow;
        filter.causeKey = cause.causeKey;
        const int room = kMostTried - int(sources.size());
        const auto found = problems.window(filter, 0, room);
        if (!found) return tl::unexpected(found.error());
        for (const auto& problem : *found)
            sources += problem.sourceId;
        if (auto due = problems.retryCause(flow, cause.causeKey); !due) return tl::unexpected(due.error());
    }
    return sources;
}

Result<bool> keep(store::Database& database, const LookupTable& table, Instant now, const QString& who,
                  const QStringList& flows)
{
    store::FlowRepository repository(database);
    const auto known = repository.lookups();
    if (!known) return tl::unexpected(known.error());
    for (const auto& other : *known) // formulas name a table in any case
        if (other.name != table.name && other.name.compare(table.name, Qt::CaseInsensitive) == 0)
            return fail(ErrorKind::BadConfig, u"lookup.exists"_s, u"a table of that name is there"_s,
                        {other.name});
    if (auto done = repository.saveLookup(table, now, who); !done) return tl::unexpected(done.error());
    store::ProblemRepository problems(database);
    for (const auto& flow : flows)
        if (auto due = problems.retryAll(flow); !due) return tl::unexpected(due.error());
    return true;
}

/// Without the apostrophe that keeps a spreadsheet program from running a text.
QString asWritten(const QString& cell)
{
    const QString text = cell.trimmed();
    const bool guarded = text.startsWith(u'\'') && connectors::formulaSafe(text.mid(1)) == text;
    return guarded ? text.mid(1) : text;
}

/// As a person reads a file: two columns, everything as text.
Result<LookupFile> readFile(const QString& path)
{
    connectors::FileSettings settings;
    settings.path = path;
    const auto sniffed = connectors::sniffFile(path, settings);
    if (!sniffed) return tl::unexpected(sniffed.error());
    auto reader = connectors::openTable(path, sniffed->layout);
    if (!reader) return tl::unexpected(reader.error());
    LookupFile file;
    LookupTable read;
    bool twoColumns = false;
    while (true) {
        const auto more = (*reader)->next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        LookupTable::Row row;
        row.key = asWritten((*reader)->text(0));
        if ((*reader)->width() > 1) row.value = asWritten((*reader)->text(1));
        twoColumns |= (*reader)->width() > 1;
        file.columns = std::max(file.columns, int((*reader)->width()));
        if (row.key.isEmpty()) {
            ++file.skipped;
            continue;
        }
        // Two columns of words look like headings and rows alike: only a clear case is taken for headings.
        if (file.rows.isEmpty())
            file.headed = (*reader)->line() == sniffed->layout.headerLine &&
                          sniffed->sniff.header.confidence >= kClearlyHeadings;
        file.rows += row;
        if (file.rows.size() > kMostRows)
            return fail(ErrorKind::BadConfig, u"lookup.too-many-rows"_s, path, {QString::number(kMostRows)});
    }
    if (!twoColumns) return fail(ErrorKind::BadConfig, u"lookup.one-column"_s, path, {sniffed->sniff.file});
    read.rows = file.rows;
    file.duplicates = mapping::LookupTables({read}).duplicateKeys(read.name);
    return file;
}

Result<bool> writeFile(const LookupTable& table, const QString& path)
{
    connectors::FileSettings settings;
    settings.path = path;
    connectors::WriteStyle style = connectors::WriteStyle::of(settings, path);
    // Where the comma is the decimal sign, Excel opens a CSV in columns only when they are parted by
    // semicolons.
    if (style.delimiter == ',' && QLocale().decimalPoint() == u","_s) style.delimiter = ';';
    auto writer = connectors::createTable(path, style);
    if (!writer) return tl::unexpected(writer.error());
    const auto put = [&writer](const QString& key, const QString& value) {
        return (*writer)->row({model::Value(key), model::Value(value)});
    };
    const QString keyLabel = table.keyLabel.isEmpty() ? u"Key"_s : table.keyLabel;
    const QString valueLabel = table.valueLabel.isEmpty() ? u"Value"_s : table.valueLabel;
    if (auto headed = put(keyLabel, valueLabel); !headed) return tl::unexpected(headed.error());
    for (const auto& row : table.rows)
        if (auto done = put(row.key, row.value); !done) return tl::unexpected(done.error());
    if (auto done = (*writer)->commit(); !done) return tl::unexpected(done.error());
    return true;
}

} // namespace

QStringList Workbench::Impl::flowsAsking(const QString& table) const
{
    QStringList flows;
    for (const auto& flow : m_flows)
        if (!mapping::lookupUses(flow, table).isEmpty()) flows += flow.id;
    return flows;
}

Task<Result<QList<LookupTable>>> Workbench::lookups()
{
    using Tables = QList<LookupTable>;
    std::function<Result<Tables>(store::Database&)> look = [](store::Database& database) {
        return store::FlowRepository(database).lookups();
    };
    Result<Tables> tables = co_await m_impl->m_store->read<Tables>(look);
    co_return tables;
}

Task<Result<void>> Workbench::saveLookup(model::LookupTable table)
{
    const Instant now = m_impl->m_clock.now();
    const QString who = platform::userName();
    const QStringList flows = m_impl->flowsAsking(table.name);
    std::function<Result<bool>(store::Database&)> work = [=](store::Database& database) {
        return keep(database, table, now, who, flows);
    };
    const Result<bool> saved = co_await m_impl->m_store->write<bool>(work);
    if (!saved) co_return tl::unexpected(saved.error());
    co_await m_impl->refresh();
    co_return Result<void>();
}

Task<Result<void>> Workbench::removeLookup(QString table)
{
    const auto uses = lookupUsage(table);
    if (!uses.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"lookup.in-use"_s, u"a formula asks the table"_s,
                       {table, uses.first().flowTitle});
    const Instant now = m_impl->m_clock.now();
    const QString who = platform::userName();
    std::function<Result<bool>(store::Database&)> work = [=](store::Database& database) -> Result<bool> {
        if (auto done = store::FlowRepository(database).removeLookup(table, now, who); !done)
            return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> removed = co_await m_impl->m_store->write<bool>(work);
    if (!removed) co_return tl::unexpected(removed.error());
    co_return Result<void>();
}

QList<model::LookupUse> Workbench::lookupUsage(const QString& table) const
{
    QList<model::LookupUse> uses;
    for (const auto& flow : std::as_const(m_impl->m_flows))
        uses += mapping::lookupUses(flow, table);
    return uses;
}

Task<Result<QList<model::LookupChange>>> Workbench::lookupHistory(QString table, qint64 offset, int limit)
{
    using Changes = QList<model::LookupChange>;
    std::function<Result<Changes>(store::Database&)> look = [=](store::Database& database) {
        return store::FlowRepository(database).lookupHistory(table, offset, limit);
    };
    Result<Changes> changes = co_await m_impl->m_store->read<Changes>(look);
    co_return changes;
}

Task<Result<LookupFile>> Workbench::readLookupFile(QString path)
{
    std::function<Result<LookupFile>()> work = [path] { return readFile(path); };
    Result<LookupFile> file = co_await engine::onPool<Result<LookupFile>>(work);
    co_return file;
}

Task<Result<void>> Workbench::writeLookupFile(model::LookupTable table, QString path)
{
    std::function<Result<bool>()> work = [table, path] { return writeFile(table, path); };
    const Result<bool> written = co_await engine::onPool<Result<bool>>(work);
    if (!written) co_return tl::unexpected(written.error());
    co_return Result<void>();
}

Task<Result<HeldForTable>> Workbench::heldForLookup(QString table)
{
    QList<HeldForTable::Sync> syncs;
    for (const QString& id : m_impl->flowsAsking(table))
        syncs.append({id, m_impl->flow(id)->title, 0});
    std::function<Result<HeldForTable>(store::Database&)> look = [=](store::Database& database) {
        return heldFor(database, syncs, table);
    };
    Result<HeldForTable> held = co_await m_impl->m_store->read<HeldForTable>(look);
    co_return held;
}

Task<Result<QList<model::RunReport>>> Workbench::retryHeldFor(QString table)
{
    QList<model::RunReport> reports;
    const QStringList flows = m_impl->flowsAsking(table);
    for (const QString& flow : flows) {
        std::function<Result<QStringList>(store::Database&)> mark = [=](store::Database& database) {
            return makeDue(database, flow, table);
        };
        const Result<QStringList> sources = co_await m_impl->m_store->write<QStringList>(mark);
        if (!sources) co_return tl::unexpected(sources.error());
        if (sources->isEmpty()) continue;
        const Result<model::RunReport> report =
            co_await m_impl->run(flow, model::RunMode::Sync, model::RunTrigger::Retry, *sources);
        if (report)
            reports += *report;
        else if (report.error().kind != ErrorKind::Conflict && report.error().kind != ErrorKind::BadConfig)
            co_return tl::unexpected(report.error());
    }
    co_await m_impl->refresh();
    co_return reports;
}

} // namespace tieout::service
