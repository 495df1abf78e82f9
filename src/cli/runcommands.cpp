#include "cli/runcommands.h"

#include "base/platform/platform.h"
#include "cli/output.h"
#include "model/errorjson.h"
#include "model/runjson.h"
#include "wording/filewords.h"
#include "wording/sentences.h"

#include <QDateTime>

namespace tieout::cli {

using namespace Qt::StringLiterals;

int codeOf(const model::RunReport& report)
{
    if (report.state == model::RunState::Faulted) return kFault;
    const auto& counts = report.counts;
    const bool attention = counts.held + counts.failed + counts.uncertain > 0;
    return attention || report.state == model::RunState::Stopped ? kRecordsNeedAttention : kAllGood;
}

QString localTime(const std::optional<Instant>& instant)
{
    if (!instant) return u"-"_s;
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*instant)).toString(u"yyyy-MM-dd HH:mm"_s);
}

Json reportJson(const model::RunReport& run)
{
    Json report = model::toJson(run);
    if (run.fault) report.set(u"message"_s, Json(wording::sentenceFor(*run.fault).what));
    // Megabytes are not money: whole and tenths are enough.
    report.set(u"peakRssMb"_s, Json(Decimal::fromScaled(platform::peakMemory() * 10 / (1024 * 1024), 1)));
    return report;
}

namespace {

void printWarnings(const model::RunReport& report)
{
    for (const auto& warning : report.warnings) {
        const auto sentence = wording::sentenceFor(warning);
        print(u"- "_s + sentence.what + (sentence.why.isEmpty() ? QString() : u' ' + sentence.why) + u'\n');
    }
}

Task<int> showRun(Session session, model::RunReport report)
{
    const Result<QList<model::RunRecord>> records =
        co_await session.bench.runRecords(report.id, model::RunRecordFilter(), 0, session.limit());
    if (!records) co_return refuse(records.error(), session);
    if (session.invocation.json) {
        Json json = reportJson(report);
        Json list = Json::array();
        for (const auto& record : *records)
            list.append(recordJson(record));
        json.set(u"records"_s, list);
        printJson(json);
        co_return codeOf(report);
    }
    Table table({say("Record"), say("Contact"), say("Result"), say("Number"), say("Amount"), say("Currency"),
                 say("Why")},
                {4});
    for (const auto& record : *records) {
        QString why;
        if (record.reason)
            why = wording::sentenceFor(*record.reason, session.bench.writtenObject(record.flow)).what;
        table.add({record.title, record.party, wording::outcomeWord(record.outcome), record.targetNumber,
                   record.amount ? record.amount->rounded(2).toString() : QString(), record.currency, why});
    }
    print(runText(report) + u'\n' + table.toText());
    const qint64 writes = report.counts.created + report.counts.updated;
    if (report.mode == model::RunMode::Preview && report.state == model::RunState::Finished && writes > 0)
        print(say("To write just this: tieoutctl sync %1 --approved %2\n").arg(report.flow).arg(report.id));
    if (report.fault) printError(*report.fault, false);
    co_return codeOf(report);
}

/// An ordinary run, or one that writes what a preview showed.
Task<Result<model::RunReport>> started(Session session, model::RunMode mode)
{
    const QString flow = session.invocation.arguments.value(0);
    if (!session.invocation.options.contains(u"approved"_s)) {
        const Result<model::RunReport> report =
            co_await session.bench.run(flow, mode, model::RunTrigger::Manual);
        co_return report;
    }
    const qint64 preview = session.invocation.options.value(u"approved"_s).toLongLong();
    const Result<model::RunReport> report = co_await session.bench.runApproved(flow, preview);
    co_return report;
}

} // namespace

Task<int> runFlow(Session session, model::RunMode mode)
{
    const Result<model::RunReport> report = co_await started(session, mode);
    if (!report) co_return refuse(report.error(), session);
    if (mode == model::RunMode::Preview) {
        const int code = co_await showRun(session, *report);
        co_return code;
    }
    if (session.invocation.json) {
        printJson(reportJson(*report));
    } else {
        print(runText(*report));
        if (report->fault) printError(*report->fault, false);
        printWarnings(*report);
        if (report->counts.held + report->counts.failed > 0)
            print(say("See: tieoutctl problems %1\n").arg(report->flow));
    }
    co_return codeOf(*report);
}

Task<int> listRuns(Session session)
{
    const Result<QList<model::RunReport>> runs =
        co_await session.bench.runs(session.invocation.arguments.value(0), 0, session.limit());
    if (!runs) co_return refuse(runs.error(), session);
    Json list = Json::array();
    Table table({say("Run"), say("Sync"), say("Started"), say("Read"), say("New"), say("Changed"),
                 say("Held"), say("Failed")},
                {0, 3, 4, 5, 6, 7});
    for (const auto& run : *runs) {
        list.append(model::toJson(run));
        table.add({QString::number(run.id), run.flowTitle, localTime(run.startedAt),
                   QString::number(run.counts.read), QString::number(run.counts.created),
                   QString::number(run.counts.updated), QString::number(run.counts.held),
                   QString::number(run.counts.failed)});
    }
    session.invocation.json ? printJson(list) : print(table.toText());
    co_return kAllGood;
}

Task<int> oneRun(Session session)
{
    const Result<model::RunReport> report =
        co_await session.bench.runById(session.invocation.arguments.value(0).toLongLong());
    if (!report) co_return refuse(report.error(), session);
    const int code = co_await showRun(session, *report);
    Q_UNUSED(code) // looking at a run is no verdict about it
    co_return kAllGood;
}

} // namespace tieout::cli
