#include "cli/commands.h"

#include "base/platform/platform.h"
#include "cli/connectioncommands.h"
#include "cli/connectorcommands.h"
#include "cli/filecommands.h"
#include "cli/formulacommands.h"
#include "cli/mapcommands.h"
#include "cli/output.h"
#include "cli/problemcommands.h"
#include "cli/recordcommands.h"
#include "cli/runcommands.h"
#include "cli/session.h"
#include "model/errorjson.h"
#include "model/runjson.h"
#include "service/environment.h"
#include "service/schedule/duetimes.h"
#include "service/signins.h"
#include "service/workbench.h"
#include "wording/filewords.h"
#include "wording/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTextStream>
#include <QTimeZone>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using service::Workbench;

namespace {

constexpr int kTimesShown = 10;

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
        printJson(Json::object({{u"flow"_s, flow->id},
                                {u"title"_s, flow->title},
                                {u"missingPermissions"_s, missingPermissions(session, *flow)}}));
    else
        print(say("Added: %1 (%2)\n").arg(flow->title, flow->id) + permissionsText(session, *flow));
    co_return kAllGood;
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
    co_return refuse(errorOf(ErrorKind::BadConfig, u"flow.unknown"_s, {}, {words[0]}), session);
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
    QObject::connect(
        &session.bench, &Workbench::signInEnds, &session.bench, [json](const QString& connection, int days) {
            if (json)
                printJson(Json::object({{u"signInWithinDays"_s, days}, {u"connection"_s, connection}}));
            else
                print(say("%1: sign in again within %2 days.\n").arg(connection).arg(days));
        });
    session.bench.startScheduler();
    json ? printJson(Json::object({{u"agent"_s, u"running"_s}}))
         : print(say("Schedules are running. Stop with Ctrl+C.\n"));
    auto end = session.end.comes();
    co_await end;
    if (!json) print(say("Stopped.\n"));
    co_return kAllGood;
}

service::Environment environment()
{
    service::Environment environment;
    environment.words = {wording::outcomeInFile, wording::reasonInFile};
    return environment;
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
    } else if (command == "decide"_L1) {
        code = co_await decide(session);
    } else if (command == "links"_L1) {
        code = co_await listLinks(session);
    } else if (command == "schedule"_L1) {
        code = co_await schedule(session);
    } else if (command == "writing"_L1) {
        code = co_await setWriting(session);
    } else if (command == "disconnect"_L1) {
        code = co_await disconnect(session);
    } else if (command == "look"_L1) {
        code = co_await lookAtFile(session);
    } else if (command == "objects"_L1) {
        code = co_await listObjects(session);
    } else if (command == "fields"_L1) {
        code = co_await listFields(session);
    } else if (command == "records"_L1) {
        code = co_await listRecords(session);
    } else if (command == "write"_L1) {
        code = co_await writeRecords(session);
    } else if (command == "files"_L1) {
        code = co_await recordFiles(session);
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
    if (invocation.command == "connector"_L1) co_return checkConnector(invocation);
    if (invocation.command == "formula"_L1) co_return computeFormulas();
    if (invocation.command == "map"_L1) co_return mapCommand(invocation);
    auto bench = Workbench::open(invocation.workspace, environment());
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
