#include "store/runrepository.h"

#include "model/errorjson.h"
#include "model/runjson.h"
#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Outcome;
using model::RunCounts;
using model::RunReport;

namespace {

const QString kSelect = u"SELECT id, flow, flow_title, mapping_version, mode, started_by, state, started_at, "
                        u"finished_at, records_read, "
                        "created, updated, unchanged, skipped, held, failed, uncertain, read_calls, "
                        "write_calls, related, totals, fault, "
                        "warnings, updated_totals, approved_preview FROM run"_s;

constexpr qint64 kMsPerDay = 86'400'000;

QVariant warningsColumn(const QList<Error>& warnings)
{
    Json::Array items;
    for (const Error& warning : warnings)
        items.append(model::toJson(warning));
    return column(Json(std::move(items)));
}

/// The columns from flow on, in the order of kSelect.
QVariantList valuesOf(const RunReport& report)
{
    QVariantList values{
        report.flow,         report.flowTitle,  report.mappingVersion,    int(report.mode),
        int(report.trigger), int(report.state), column(report.startedAt), column(report.finishedAt)};
    for (const auto& [name, member] : model::countFields())
        values.append(report.counts.*member);
    values.append({report.readCalls, report.writeCalls, column(model::relatedToJson(report.related)),
                   column(jsonOf(report.totals)), column(report.fault), warningsColumn(report.warnings),
                   column(jsonOf(report.updatedTotals)), report.approvedPreview});
    return values;
}

Result<RunReport> reportAt(const Database::Row& row)
{
    RunReport report;
    report.id = row.integer(0);
    report.flow = row.text(1);
    report.flowTitle = row.text(2);
    report.mappingVersion = int(row.integer(3));
    report.mode = enumAt(row, 4, model::RunMode::Sync);
    report.trigger = enumAt(row, 5, model::RunTrigger::Recovery);
    report.state = enumAt(row, 6, model::RunState::Faulted);
    report.startedAt = instantFromMs(row.integer(7));
    report.finishedAt = row.instant(8);
    int position = 9;
    for (const auto& [name, member] : model::countFields())
        report.counts.*member = row.integer(position++);
    report.readCalls = row.integer(17);
    report.writeCalls = row.integer(18);
    const auto related = jsonAt(row, 19);
    if (!related) return fail(related.error());
    report.related = model::relatedFromJson(*related);
    const auto totals = jsonAt(row, 20);
    if (!totals) return fail(totals.error());
    report.totals = amountsOf(*totals);
    auto fault = errorAt(row, 21);
    if (!fault) return fail(std::move(fault.error()));
    report.fault = std::move(*fault);
    const auto warnings = jsonAt(row, 22);
    if (!warnings) return fail(warnings.error());
    for (const Json& warning : warnings->toArray())
        report.warnings.append(model::errorFromJson(warning));
    const auto updated = jsonAt(row, 23);
    if (!updated) return fail(updated.error());
    report.updatedTotals = amountsOf(*updated);
    report.approvedPreview = row.integer(24);
    return report;
}

} // namespace

Result<qint64> RunRepository::begin(const RunReport& report)
{
    static const QString kBegin =
        u"INSERT INTO run (flow, flow_title, mapping_version, mode, started_by, state, started_at, "
        u"finished_at, "
        "records_read, created, updated, unchanged, skipped, held, failed, uncertain, read_calls, "
        "write_calls, related, "
        "totals, fault, warnings, updated_totals, approved_preview) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s;
    auto added = m_database.execute(kBegin, valuesOf(report));
    if (!added) return added;
    return m_database.lastInsertId();
}

Result<void> RunRepository::update(const RunReport& report)
{
    static const QString kUpdate =
        u"UPDATE run SET flow = ?, flow_title = ?, mapping_version = ?, mode = ?, started_by = ?, state = ?, "
        "started_at = ?, finished_at = ?, records_read = ?, created = ?, updated = ?, unchanged = ?, skipped "
        "= ?, "
        "held = ?, failed = ?, uncertain = ?, read_calls = ?, write_calls = ?, related = ?, totals = ?, "
        "fault = ?, "
        "warnings = ?, updated_totals = ?, approved_preview = ? WHERE id = ?"_s;
    QVariantList values = valuesOf(report);
    values.append(report.id);
    return run(m_database, kUpdate, values);
}

Result<std::optional<RunReport>> RunRepository::byId(qint64 run)
{
    return readRow<RunReport>(m_database, kSelect + u" WHERE id = ?"_s, {run}, reportAt);
}

Result<QList<RunReport>> RunRepository::window(const QString& flow, qint64 offset, int limit)
{
    const QString tail = u" ORDER BY id DESC LIMIT ? OFFSET ?"_s;
    if (flow.isEmpty()) return readRows<RunReport>(m_database, kSelect + tail, {limit, offset}, reportAt);
    return readRows<RunReport>(m_database, kSelect + u" WHERE flow = ?"_s + tail, {flow, limit, offset},
                               reportAt);
}

Result<qint64> RunRepository::count(const QString& flow)
{
    if (flow.isEmpty()) return readNumber(m_database, u"SELECT COUNT(*) FROM run"_s, {});
    return readNumber(m_database, u"SELECT COUNT(*) FROM run WHERE flow = ?"_s, {flow});
}

Result<QList<RunRepository::Day>> RunRepository::perDay(const QString& flow, Date last, int days)
{
    const qint64 end = last.addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const qint64 start = end - days * kMsPerDay;
    QList<Day> result(days);
    for (int i = 0; i < days; ++i)
        result[i].day = last.addDays(i + 1 - days);
    auto read = m_database.query(
        u"SELECT (started_at - ?) / 86400000, SUM(created + updated), SUM(held + failed + uncertain) FROM "
        u"run "
        "WHERE started_at >= ? AND started_at < ? AND mode = 1 AND (? = '' OR flow = ?) GROUP BY 1"_s,
        {start, start, end, flow, flow}, [&result](const Database::Row& row) {
            Day& day = result[row.integer(0)];
            day.written = row.integer(1);
            day.attention = row.integer(2);
            return true;
        });
    if (!read) return fail(std::move(read.error()));
    return result;
}

} // namespace tieout::store
