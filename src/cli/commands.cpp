#include "cli/commands.h"

#include "base/platform/platform.h"
#include "cli/endrequest.h"
#include "cli/output.h"
#include "model/errorjson.h"
#include "model/runjson.h"
#include "service/environment.h"
#include "service/schedule/duetimes.h"
#include "service/workbench.h"
#include "wording/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QTextStream>
#include <QTimeZone>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using service::Workbench;

namespace {

constexpr int kDefaultLimit = 50;
constexpr int kMostListed = 10'000;
constexpr int kTimesShown = 10;

QString say(const char* text)
{
    return QCoreApplication::translate("tieoutctl", text);
}

/// A command with its open workspace.
struct Session {
    Invocation invocation;
    Workbench& bench;
    EndRequest& end;

    [[nodiscard]] int limit() const
    {
        bool ok = false;
        const int asked = invocation.options.value(u"limit"_s).toInt(&ok);
        return ok ? std::clamp(asked, 1, kMostListed) : kDefaultLimit;
    }
};

int refuseWords(const QString& what)
{
    Error error;
    error.kind = ErrorKind::BadConfig;
    error.code = u"cli.usage"_s;
    error.text = what;
    return refuseUsage(error);
}

int refuse(const Error& error, const Session& session)
{
    printError(error, session.invocation.json);
    return kFault;
}

/// 0 all good, 3 finished with held or failed records, 1 a fault.
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

Task<int> connectSystem(Session session)
{
    const auto& options = session.invocation.options;
    service::ConnectRequest request;
    request.system = session.invocation.arguments.value(0);
    request.practice = QUrl(options.value(u"practice"_s));
    if (request.practice.isEmpty()) {
        Error error;
        error.kind = ErrorKind::BadConfig;
        error.code = u"cli.browser-needed"_s;
        error.text = u"a real system is connected in the window"_s;
        co_return refuse(error, session);
    }
    const auto connections = session.bench.connections();
    for (const auto& connection : connections)
        if (connection.system == request.system && connection.practice &&
            connection.state != model::ConnectionState::SignedOut)
            request.connection = connection.id; // signed in again rather than twice
    const Result<service::SignedIn> signedIn =
        co_await session.bench.signIn(request, session.end.token(), nullptr);
    if (!signedIn) co_return refuse(signedIn.error(), session);
    QString tenant = signedIn->organisations.first().tenantId;
    for (const auto& organisation : signedIn->organisations) {
        const QString wanted = options.value(u"organisation"_s);
        if (organisation.tenantId == wanted || organisation.name == wanted) tenant = organisation.tenantId;
    }
    const Result<model::Connection> made = co_await session.bench.finishConnect(signedIn->ticket, tenant);
    if (!made) co_return refuse(made.error(), session);
    if (session.invocation.json)
        printJson(Json::object({{u"connection"_s, made->id},
                                {u"system"_s, made->system},
                                {u"organisation"_s, made->organisation}}));
    else
        print(say("Connected: %1 (%2)\n").arg(made->organisation, made->id));
    co_return kAllGood;
}

int listConnections(const Session& session)
{
    Json list = Json::array();
    Table table({say("Connection"), say("System"), say("Organisation"), say("State"), say("Writing")});
    for (const auto& connection : session.bench.connections()) {
        const bool ready = connection.state == model::ConnectionState::Ready;
        list.append(Json::object({{u"connection"_s, connection.id},
                                  {u"system"_s, connection.system},
                                  {u"organisation"_s, connection.organisation},
                                  {u"ready"_s, ready},
                                  {u"writable"_s, connection.writable},
                                  {u"practice"_s, connection.practice}}));
        table.add({connection.id, connection.system, connection.organisation,
                   ready ? say("ready") : say("needs sign-in"),
                   connection.writable ? say("allowed") : say("read-only")});
    }
    session.invocation.json ? printJson(list) : print(table.toText());
    return kAllGood;
}

int listFlows(const Session& session)
{
    Json flows = Json::array(), templates = Json::array();
    Table table({say("Sync"), say("Title"), say("From"), say("To"), say("Problems"), say("Next run")}, {4});
    for (const auto& summary : session.bench.flows()) {
        Json flow = Json::object({{u"flow"_s, summary.flow.id},
                                  {u"title"_s, summary.flow.title},
                                  {u"from"_s, summary.flow.from.connection},
                                  {u"to"_s, summary.flow.to.connection},
                                  {u"problems"_s, summary.openProblems}});
        flow.set(u"nextRun"_s, summary.nextRun ? Json(formatInstant(*summary.nextRun)) : Json());
        flows.append(flow);
        table.add({summary.flow.id, summary.flow.title, summary.sourceTitle, summary.targetTitle,
                   QString::number(summary.openProblems), localTime(summary.nextRun)});
    }
    Table gallery({say("Template"), say("What it does")});
    for (const auto& each : session.bench.templates()) {
        templates.append(
            Json::object({{u"template"_s, each.flow.templateId}, {u"outcome"_s, each.flow.outcome}}));
        gallery.add({each.flow.templateId, each.flow.outcome});
    }
    if (session.invocation.json)
        printJson(Json::object({{u"flows"_s, flows}, {u"templates"_s, templates}}));
    else
        print(table.toText() + u'\n' + gallery.toText());
    return kAllGood;
}

Task<int> addFlow(Session session)
{
    if (session.invocation.arguments.value(0) != "add"_L1)
        co_return refuseWords(say("Write: tieoutctl flow add TEMPLATE"));
    const Result<model::Flow> flow = co_await session.bench.addFlow(
        session.invocation.arguments.value(1), session.invocation.options.value(u"from"_s),
        session.invocation.options.value(u"to"_s));
    if (!flow) co_return refuse(flow.error(), session);
    if (session.invocation.json)
        printJson(Json::object({{u"flow"_s, flow->id}, {u"title"_s, flow->title}}));
    else
        print(say("Added: %1 (%2)\n").arg(flow->title, flow->id));
    co_return kAllGood;
}

/// The report for machines, with what only the program knows.
Json reportJson(const model::RunReport& run)
{
    Json report = model::toJson(run);
    if (run.fault) report.set(u"message"_s, Json(wording::sentenceFor(*run.fault).what));
    // Megabytes are not money: whole and tenths are enough.
    report.set(u"peakRssMb"_s, Json(Decimal::fromScaled(platform::peakMemory() * 10 / (1024 * 1024), 1)));
    return report;
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
    Table table({say("Record"), say("Contact"), say("Result"), say("Number"), say("Amount"), say("Currency")},
                {4});
    for (const auto& record : *records)
        table.add({record.title, record.party, outcomeWord(record.outcome), record.targetNumber,
                   record.amount ? record.amount->rounded(2).toString() : QString(), record.currency});
    print(runText(report) + u'\n' + table.toText());
    if (report.fault) printError(*report.fault, false);
    co_return codeOf(report);
}

Task<int> runFlow(Session session, model::RunMode mode)
{
    const Result<model::RunReport> report =
        co_await session.bench.run(session.invocation.arguments.value(0), mode, model::RunTrigger::Manual);
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

Task<int> listProblems(Session session)
{
    model::ProblemFilter filter;
    filter.flow = session.invocation.arguments.value(0);
    const Result<QList<model::Problem>> problems =
        co_await session.bench.problems(filter, 0, session.limit());
    if (!problems) co_return refuse(problems.error(), session);
    const Result<qint64> count = co_await session.bench.countProblems(filter);
    if (!count) co_return refuse(count.error(), session);
    Json list = Json::array();
    Table table({say("Problem"), say("Record"), say("Result"), say("What happened"), say("Next try")}, {0});
    for (const auto& problem : *problems) {
        const auto sentence = wording::sentenceFor(problem.error);
        Json json = Json::object({{u"problem"_s, problem.id},
                                  {u"flow"_s, problem.flow},
                                  {u"source"_s, problem.sourceId},
                                  {u"title"_s, problem.sourceTitle},
                                  {u"outcome"_s, model::outcomeName(problem.outcome)},
                                  {u"error"_s, model::toJson(problem.error)},
                                  {u"what"_s, sentence.what},
                                  {u"why"_s, sentence.why},
                                  {u"fix"_s, sentence.fix},
                                  {u"failures"_s, problem.failures}});
        json.set(u"nextTry"_s, problem.nextTry ? Json(formatInstant(*problem.nextTry)) : Json());
        list.append(json);
        table.add({QString::number(problem.id), problem.sourceTitle, outcomeWord(problem.outcome),
                   sentence.why.isEmpty() ? sentence.what : sentence.why, localTime(problem.nextTry)});
    }
    if (session.invocation.json)
        printJson(Json::object({{u"open"_s, *count}, {u"problems"_s, list}}));
    else
        print(table.toText() + say("%1 open\n").arg(*count));
    co_return kAllGood;
}

Task<int> retry(Session session)
{
    const Result<model::RunReport> report =
        co_await session.bench.retryProblem(session.invocation.arguments.value(0).toLongLong());
    if (!report) co_return refuse(report.error(), session);
    session.invocation.json ? printJson(reportJson(*report)) : print(runText(*report));
    if (report->fault && !session.invocation.json) printError(*report->fault, false);
    co_return codeOf(*report);
}

Task<int> listLinks(Session session)
{
    const Result<QList<model::Link>> links =
        co_await session.bench.links(session.invocation.arguments.value(0), 0, session.limit());
    if (!links) co_return refuse(links.error(), session);
    Json list = Json::array();
    Table table({say("From"), say("To"), say("Number"), say("Written")});
    for (const auto& link : *links) {
        list.append(Json::object({{u"source"_s, link.sourceId},
                                  {u"target"_s, link.targetId},
                                  {u"number"_s, link.targetNumber},
                                  {u"writtenAt"_s, formatInstant(link.writtenAt)}}));
        table.add({link.sourceId, link.targetId, link.targetNumber, localTime(link.writtenAt)});
    }
    session.invocation.json ? printJson(list) : print(table.toText());
    co_return kAllGood;
}

Task<int> pauseSchedules(Session session, Workbench::Pause pause)
{
    const Result<void> done = co_await session.bench.setPaused(pause);
    if (!done) co_return refuse(done.error(), session);
    const bool paused = pause == Workbench::Pause::PauseAll;
    if (session.invocation.json)
        printJson(Json::object({{u"paused"_s, paused}}));
    else
        print(paused ? say("All schedules are paused.\n") : say("Schedules go on.\n"));
    co_return kAllGood;
}

Json scheduleJson(const Session& session, const model::Flow& flow)
{
    Json times = Json::array();
    const auto next = session.bench.nextTimes(flow.schedule, kTimesShown);
    for (const auto& time : next)
        times.append(Json(formatInstantSeconds(time)));
    return Json::object(
        {{u"flow"_s, flow.id}, {u"schedule"_s, model::toJson(flow.schedule)}, {u"next"_s, times}});
}

QString scheduleText(const Session& session, const model::Flow& flow)
{
    const auto times = session.bench.nextTimes(flow.schedule, kTimesShown);
    const QTimeZone zone(flow.schedule.zone.isEmpty() ? QByteArray("UTC") : flow.schedule.zone.toUtf8());
    QString text = flow.title + u'\n';
    for (const auto& time : times)
        text +=
            u"  "_s +
            QDateTime::fromMSecsSinceEpoch(msSinceEpoch(time), zone).toString(u"ddd yyyy-MM-dd HH:mm t"_s) +
            u'\n';
    return times.isEmpty() ? text + say("  by hand only\n") : text;
}

Task<int> schedule(Session session)
{
    const auto& words = session.invocation.arguments;
    if (words == QStringList{u"pause"_s}) {
        const int code = co_await pauseSchedules(session, Workbench::Pause::PauseAll);
        co_return code;
    }
    if (words == QStringList{u"resume"_s}) {
        const int code = co_await pauseSchedules(session, Workbench::Pause::Resume);
        co_return code;
    }
    if (words.size() > 1) {
        const auto rule = service::scheduleFromText(words.mid(1).join(u' '));
        if (!rule) co_return refuse(rule.error(), session);
        const Result<void> set = co_await session.bench.setSchedule(words[0], *rule);
        if (!set) co_return refuse(set.error(), session);
    }
    Json list = Json::array();
    QString text;
    const auto flows = session.bench.flows();
    for (const auto& summary : flows) {
        if (!words.isEmpty() && summary.flow.id != words[0]) continue;
        list.append(scheduleJson(session, summary.flow));
        text += scheduleText(session, summary.flow);
    }
    if (words.isEmpty() || list.size() > 0) {
        if (!session.invocation.json)
            print(text);
        else
            printJson(words.isEmpty() ? list : list.at(0)); // one sync asked for, one object
        co_return kAllGood;
    }
    Error error;
    error.kind = ErrorKind::BadConfig;
    error.code = u"flow.unknown"_s;
    error.facts = {words[0]};
    co_return refuse(error, session);
}

Task<int> setWriting(Session session)
{
    const QString wanted = session.invocation.arguments.value(1);
    const bool on = wanted == "on"_L1;
    if (!on && wanted != "off"_L1) co_return refuseWords(say("Write: tieoutctl writing CONNECTION on|off"));
    const Result<void> done =
        co_await session.bench.setWriting(session.invocation.arguments.value(0),
                                          on ? Workbench::Writing::Allowed : Workbench::Writing::ReadOnly);
    if (!done) co_return refuse(done.error(), session);
    if (session.invocation.json)
        printJson(
            Json::object({{u"connection"_s, session.invocation.arguments.value(0)}, {u"writable"_s, on}}));
    else
        print(on ? say("Writing is allowed.\n") : say("Writing is off.\n"));
    co_return kAllGood;
}

/// Runs schedules until the process is asked to end.
Task<int> agent(Session session)
{
    const bool json = session.invocation.json;
    QObject::connect(&session.bench, &Workbench::runFinished, &session.bench,
                     [json](const model::RunReport& report) {
                         json ? printJson(reportJson(report)) : print(runText(report));
                     });
    QObject::connect(&session.bench, &Workbench::runRefused, &session.bench,
                     [json](const QString&, const Error& error) { printError(error, json); });
    session.bench.startScheduler();
    json ? printJson(Json::object({{u"agent"_s, u"running"_s}}))
         : print(say("Schedules are running. Stop with Ctrl+C.\n"));
    auto end = session.end.comes();
    co_await end;
    if (!json) print(say("Stopped.\n"));
    co_return kAllGood;
}

Task<int> dispatch(Session session)
{
    const QString& command = session.invocation.command;
    int code = kUsage;
    if (command == "init"_L1) {
        if (session.invocation.json)
            printJson(Json::object({{u"workspace"_s, session.bench.workspace().path}}));
        else
            print(say("Workspace: %1\n").arg(QDir::toNativeSeparators(session.bench.workspace().path)));
        code = kAllGood;
    } else if (command == "connections"_L1) {
        code = listConnections(session);
    } else if (command == "flows"_L1) {
        code = listFlows(session);
    } else if (command == "connect"_L1) {
        code = co_await connectSystem(session);
    } else if (command == "flow"_L1) {
        code = co_await addFlow(session);
    } else if (command == "preview"_L1) {
        code = co_await runFlow(session, model::RunMode::Preview);
    } else if (command == "sync"_L1) {
        code = co_await runFlow(session, model::RunMode::Sync);
    } else if (command == "runs"_L1) {
        code = co_await listRuns(session);
    } else if (command == "run"_L1) {
        code = co_await oneRun(session);
    } else if (command == "problems"_L1) {
        code = co_await listProblems(session);
    } else if (command == "retry"_L1) {
        code = co_await retry(session);
    } else if (command == "links"_L1) {
        code = co_await listLinks(session);
    } else if (command == "schedule"_L1) {
        code = co_await schedule(session);
    } else if (command == "writing"_L1) {
        code = co_await setWriting(session);
    } else if (command == "agent"_L1) {
        code = co_await agent(session);
    }
    co_return code;
}

} // namespace

Task<int> execute(Invocation invocation)
{
    if (invocation.command == "help"_L1) {
        print(usageText());
        co_return kAllGood;
    }
    if (invocation.command == "version"_L1) {
        print(QCoreApplication::applicationVersion() + u'\n');
        co_return kAllGood;
    }
    auto bench = Workbench::open(invocation.workspace, service::Environment());
    if (!bench) {
        printError(bench.error(), invocation.json);
        co_return kFault;
    }
    const Result<void> loaded = co_await (*bench)->load();
    if (!loaded) {
        printError(loaded.error(), invocation.json);
        co_return kFault;
    }
    // Named, not a temporary: GCC 12 destroys a braced temporary of a co_await twice.
    EndRequest end(**bench);
    const Session session{invocation, **bench, end};
    const int code = co_await dispatch(session);
    co_await (*bench)->close();
    co_return code;
}

} // namespace tieout::cli
