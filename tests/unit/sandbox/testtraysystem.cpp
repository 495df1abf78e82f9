#include "sandbox/companyclock.h"
#include "sandbox/tray/books.h"
#include "sandbox/tray/events.h"
#include "sandbox/tray/graphdocument.h"
#include "sandbox/tray/traysystem.h"

#include <QSet>
#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace Qt::StringLiterals;

class TestTraySystem : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void unknownTokensAre401();
    void userTokensSeeTheirOwn();
    void masterIsNeededForMost_data();
    void masterIsNeededForMost();
    void catalogueHasVersionsAndOperations();
    void projectVersionsArePaged();
    void wrongProjectIdsSayWhy();
    void exportsHoldEveryShape();
    void exportsComeInBothForms();
    void savingMakesNewVersionIds();
    void droppedAndMovedWorkflows();
    void graphAnswersAliasesFragmentsAndVariables();
    void graphPagesByCursor();
    void unknownFieldsAreErrors();
    void legacySchemaIsASwitch();
    void edgesOnlyConnectionsHaveNoPageInfo();
    void partialDataComesWithErrors();
    void brokenDocumentsAreErrors_data();
    void brokenDocumentsAreErrors();
    void writesAreRefusedAndNoted_data();
    void writesAreRefusedAndNoted();
    void subscriptionsShowTheirKeyOnce();
    void burstsAreLimited();
    void toolsReadAndRefuse();
    void hooksCheckTokenSizeAndSwitch();
    void pushedEventsCoverEveryKind();
    void untidyStreamsAreUntidy();
    void alertsNameTheRunOrNot();
    void signaturesFollowTheRawBody();
    void streamsAreSentUntilTheyAreAccepted();
    void alertsAreSentOnce_data();
    void alertsAreSentOnce();
    void deliveriesGoToTheirSubscription_data();
    void deliveriesGoToTheirSubscription();
    void whatNobodyReceivesIsNotSent();

  private:
    [[nodiscard]] Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                                const QByteArray& token = "practice-tray-master", const Headers& more = {});
    [[nodiscard]] Json get(const QByteArray& path) { return parsed(call("GET", path)); }
    [[nodiscard]] Json graph(const QString& query, const Json& variables = {},
                             const QByteArray& token = "practice-tray-master");
    [[nodiscard]] static Json parsed(const Response& response)
    {
        return Json::parse(response.body).value_or(Json());
    }
    [[nodiscard]] QString projectId(qsizetype index = 0) const
    {
        return m_system->state(u"projects").at(index)[u"id"].toText();
    }
    [[nodiscard]] QString failedExecution() const;
    [[nodiscard]] static Json bodyOf(const OutgoingCall& call)
    {
        return Json::parse(call.body).value_or(Json());
    }
    [[nodiscard]] QString fateOf(qsizetype message) const
    {
        return m_system->state(u"messages").at(message)[u"fate"].toText();
    }
    [[nodiscard]] qsizetype refused() const { return m_system->state(u"refused").size(); }

    CompanyClock m_clock;
    SeededRandom m_random{9};
    std::unique_ptr<TraySystem> m_system;
};

void TestTraySystem::init()
{
    m_clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)));
    m_system = std::make_unique<TraySystem>(m_clock, m_random, business::Business(1), 30);
    m_system->setBaseUrl("http://localhost:5");
    m_system->setLimitsEnabled(false);
}

Response TestTraySystem::call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                              const QByteArray& token, const Headers& more)
{
    Request request;
    request.method = method;
    const qsizetype mark = path.indexOf('?');
    request.path = mark < 0 ? path : path.first(mark);
    if (mark >= 0) request.query = path.sliced(mark + 1);
    request.headers = more;
    if (!token.isEmpty()) request.headers.append({"Authorization", "Bearer " + token});
    request.body = body;
    return m_system->handle(request);
}

Json TestTraySystem::graph(const QString& query, const Json& variables, const QByteArray& token)
{
    const Response response =
        call("POST", "/graphql", Json::object({{u"query"_s, query}, {u"variables"_s, variables}}).toBytes(),
             token);
    if (response.status != 200) QTest::qFail(response.body.constData(), __FILE__, __LINE__);
    return parsed(response);
}

QString TestTraySystem::failedExecution() const
{
    const Json executions = m_system->state(u"executions");
    for (const Json& row : executions.toArray()) {
        if (row[u"currentState"].toText() == u"Failed") return row[u"id"].toText();
    }
    return {};
}

void TestTraySystem::unknownTokensAre401()
{
    for (const char* const token : {"", "practice-tray-master-of-eu1"}) {
        const Response refused = call("GET", "/core/v1/connectors", {}, token);
        QCOMPARE(refused.status, 401);
        QVERIFY(parsed(refused).contains(u"message") && parsed(refused)[u"code"].isNull());
    }
    m_system->revokeSignIns();
    QCOMPARE(call("GET", "/core/v1/connectors").status, 401);
    m_system->reset();
    QCOMPARE(call("GET", "/core/v1/connectors").status, 200);
}

void TestTraySystem::userTokensSeeTheirOwn()
{
    const QString user = graph(u"{users(first:1){edges{node{id}}}}"_s)[u"data"][u"users"][u"edges"]
                             .at(0)[u"node"][u"id"]
                             .toText();
    const Json authorized = graph(u"mutation($u:ID!){authorize(input:{userId:$u}){accessToken}}"_s,
                                  Json::object({{u"u"_s, user}}));
    const QByteArray token = authorized[u"data"][u"authorize"][u"accessToken"].toText().toLatin1();
    QVERIFY(!token.isEmpty());
    const QString own = u"{viewer{solutionInstances{edges{node{owner}}}}}"_s;
    const Json mine = graph(own, {}, token)[u"data"][u"viewer"][u"solutionInstances"][u"edges"];
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.at(0)[u"node"][u"owner"].toText(), user);
    QCOMPARE(graph(own)[u"data"][u"viewer"][u"solutionInstances"][u"edges"].size(), 30);
    QVERIFY(graph(u"{users{edges{node{id}}}}"_s, {}, token)[u"errors"].size() > 0);
    QCOMPARE(call("GET", "/core/v1/workspaces", {}, token).status, 403);
    m_clock.advance(std::chrono::hours(49));
    QCOMPARE(call("POST", "/graphql", "{}", token).status, 401);
}

void TestTraySystem::masterIsNeededForMost_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("workspaces") << QByteArray("/core/v1/workspaces") << 200;
    QTest::newRow("users") << QByteArray("/core/v1/users") << 200;
    QTest::newRow("roles") << QByteArray("/core/v1/roles") << 200;
    QTest::newRow("no list of projects") << QByteArray("/core/v1/projects") << 404;
    QTest::newRow("no executions") << QByteArray("/core/v1/executions") << 404;
    QTest::newRow("no such connector") << QByteArray("/core/v1/connectors/x/versions/1/operations") << 404;
    QTest::newRow("elsewhere") << QByteArray("/other") << 404;
}

void TestTraySystem::masterIsNeededForMost()
{
    QFETCH(QByteArray, path);
    QTEST(call("GET", path).status, "status");
}

void TestTraySystem::catalogueHasVersionsAndOperations()
{
    const Json connectors = get("/core/v1/connectors")[u"elements"];
    int salesforce = 0;
    for (const Json& row : connectors.toArray()) {
        salesforce += row[u"name"].toText() == u"salesforce" ? 1 : 0;
        QVERIFY(!row.contains(u"operations"));
        QVERIFY(row[u"name"].toText() != u"private-erp"); // used by steps all the same
    }
    QCOMPARE(salesforce, 2);
    const Json operations = get("/core/v1/connectors/salesforce/versions/8.5/operations")[u"elements"];
    QCOMPARE(operations.size(), 3);
    QVERIFY(get("/core/v1/triggers")[u"elements"].size() > 2);
    QVERIFY(get("/core/v1/triggers/webhook/versions/2.3/operations")[u"elements"].size() > 1);
}

void TestTraySystem::projectVersionsArePaged()
{
    const QByteArray path = "/core/v1/projects/" + projectId(2).toLatin1() + "/versions";
    const Json all = get(path);
    QCOMPARE(all[u"elements"].size(), 3);
    QVERIFY(!all[u"pageInfo"][u"hasNextPage"].toBool());
    const Json first = get(path + "?first=2");
    QVERIFY(first[u"pageInfo"][u"hasNextPage"].toBool());
    const Json rest = get(path + "?first=2&cursor=" + first[u"pageInfo"][u"endCursor"].toText().toLatin1());
    QCOMPARE(rest[u"elements"].size(), 1);
    QCOMPARE(rest[u"elements"].at(0)[u"versionNumber"].toInteger(), 3);
    QVERIFY(rest[u"pageInfo"][u"hasPreviousPage"].toBool());
    QCOMPARE(get(path + "?last=1")[u"elements"].at(0)[u"versionNumber"].toInteger(), 3);
}

void TestTraySystem::wrongProjectIdsSayWhy()
{
    QCOMPARE(call("GET", "/core/v1/projects/abc/versions").status, 400);
    QCOMPARE(call("GET", "/core/v1/projects/00000000-0000-4000-8000-000000000000/versions").status, 404);
    QCOMPARE(call("GET", "/core/v1/projects/" + projectId().toLatin1() + "/versions/99/export").status, 404);
}

void TestTraySystem::exportsHoldEveryShape()
{
    QSet<QString> triggers;
    QSet<QString> types;
    QSet<QString> handling;
    QSet<QString> connectors;
    qsizetype deepest = 0;
    const Json workflows = m_system->state(u"workflows");
    const std::function<void(const Json&, qsizetype)> walk = [&](const Json& nodes, qsizetype depth) {
        deepest = std::max(deepest, depth);
        for (const Json& node : nodes.toArray()) {
            types.insert(node[u"type"].toText());
            for (const auto& [name, inside] : node[u"content"].toObject())
                walk(inside, depth + 1);
        }
    };
    for (const Json& workflow : workflows.toArray()) {
        triggers.insert(workflow[u"steps"][u"trigger"][u"connector"][u"name"].toText());
        walk(workflow[u"steps_structure"], 0);
        for (const auto& [name, step] : workflow[u"steps"].toObject()) {
            handling.insert(step[u"error_handling"].toText());
            connectors.insert(step[u"connector"][u"name"].toText());
        }
        QVERIFY(workflow[u"settings"][u"config"][u"api_token"].isText()); // planted
    }
    QVERIFY(triggers.size() == 10);
    QCOMPARE(types, QSet<QString>({u"normal"_s, u"loop"_s, u"branch"_s, u"break"_s}));
    QCOMPARE(handling, QSet<QString>({u"stop"_s, u"continue"_s, u"manual"_s}));
    QVERIFY(connectors.contains(u"private-erp"_s));
    QCOMPARE(deepest, 4);
}

void TestTraySystem::exportsComeInBothForms()
{
    const QByteArray path = "/core/v1/projects/" + projectId().toLatin1() + "/versions/1/export";
    const Json rest = get(path)[u"exportData"];
    QCOMPARE(rest[u"tray_export_version"].toInteger(), 4);
    const QString query = u"mutation($p:ID!){exportProject(input:{projectId:$p}){exportedProjectJson}}"_s;
    const Json variables = Json::object({{u"p"_s, projectId()}});
    const auto text = [&] {
        return graph(query, variables)[u"data"][u"exportProject"][u"exportedProjectJson"].toText().toUtf8();
    };
    QCOMPARE(Json::parse(text())->operator[](u"workflows").size(), 3);
    tray::Modes modes;
    modes.malformedExport = true;
    m_system->setModes(modes);
    QVERIFY(!Json::parse(text()));
    modes = {};
    modes.largeExport = true;
    m_system->setModes(modes);
    QVERIFY(text().size() > 3'000'000);
}

void TestTraySystem::savingMakesNewVersionIds()
{
    const Json before = m_system->state(u"workflows").at(0);
    QVERIFY(m_system->saveProject(projectId(), u"save"_s));
    const Json after = m_system->state(u"workflows").at(0);
    QCOMPARE(after[u"id"], before[u"id"]);
    QVERIFY(after[u"version"][u"id"] != before[u"version"][u"id"]);
    QVERIFY(!m_system->saveProject(u"unheard"_s, u"save"_s));
    QVERIFY(!m_system->saveProject(projectId(), u"unheard"_s));
}

void TestTraySystem::droppedAndMovedWorkflows()
{
    const qsizetype all = m_system->state(u"workflows").size();
    const QString moving = m_system->state(u"workflows").at(0)[u"id"].toText();
    QVERIFY(m_system->saveProject(projectId(), u"move"_s));
    const Json moved = m_system->state(u"workflows");
    QCOMPARE(moved.size(), all);
    for (const Json& workflow : moved.toArray())
        QVERIFY(workflow[u"id"].toText() != moving);
    QVERIFY(m_system->saveProject(projectId(), u"drop-workflow"_s));
    QCOMPARE(m_system->state(u"workflows").size(), all - 1);
    m_system->reset();
    QCOMPARE(m_system->state(u"workflows").at(0)[u"id"].toText(), moving);
}

void TestTraySystem::graphAnswersAliasesFragmentsAndVariables()
{
    const Json answer =
        graph(u"query Names($n: Int = 1) { few: users(first: $n) { edges { node { ...who } } }\n"
              "  # a remark\n viewer { details { email } ... on Viewer { solutions { edges { node "
              "{ tags } } } } } }\n fragment who on User { name __typename }"_s,
              Json::object({{u"n"_s, Json(2)}}))[u"data"];
    QCOMPARE(answer[u"few"][u"edges"].size(), 2);
    QCOMPARE(answer[u"few"][u"edges"].at(0)[u"node"][u"__typename"].toText(), u"User"_s);
    QVERIFY(answer[u"viewer"][u"details"][u"email"].toText().contains(u'@'));
    QCOMPARE(answer[u"viewer"][u"solutions"][u"edges"].size(), 2);
    const Json tagged = graph(u"{viewer{solutions(criteria:{tags:[\"stock\"]}){edges{node{title}}}}}"_s);
    QCOMPARE(tagged[u"data"][u"viewer"][u"solutions"][u"edges"].size(), 1);
}

void TestTraySystem::graphPagesByCursor()
{
    const QString query =
        u"query($after:String){users(first:8,after:$after){edges{node{id}} pageInfo{hasNextPage endCursor}}}"_s;
    QSet<QString> ids;
    Json after;
    for (int pages = 0; pages < 10; ++pages) {
        const Json page = graph(query, Json::object({{u"after"_s, after}}))[u"data"][u"users"];
        for (const Json& edge : page[u"edges"].toArray())
            ids.insert(edge[u"node"][u"id"].toText());
        after = page[u"pageInfo"][u"endCursor"];
        if (!page[u"pageInfo"][u"hasNextPage"].toBool()) break;
    }
    QCOMPARE(ids.size(), 30);
}

void TestTraySystem::unknownFieldsAreErrors()
{
    const Json answer = graph(u"{viewer{projects{id}}}"_s);
    QVERIFY(!answer.contains(u"data"));
    QVERIFY(answer[u"errors"].at(0)[u"message"].toText().startsWith(u"Cannot query field \"projects\""));
}

void TestTraySystem::legacySchemaIsASwitch()
{
    const QString query = u"{viewer{workflows{edges{node{id name version(id:\"x\"){trigger{connector{name}}} "
                          "logs(first:2){edges{node{currentState}} pageInfo{hasNextPage}}}}}}}"_s;
    QVERIFY(graph(query)[u"errors"].size() > 0);
    tray::Modes modes;
    modes.legacySchema = true;
    m_system->setModes(modes);
    const Json edges = graph(query)[u"data"][u"viewer"][u"workflows"][u"edges"];
    QCOMPARE(edges.size(), m_system->state(u"workflows").size());
    QCOMPARE(edges.at(0)[u"node"][u"logs"][u"edges"].size(), 2);
    QVERIFY(edges.at(0)[u"node"][u"logs"][u"pageInfo"][u"hasNextPage"].toBool());
}

void TestTraySystem::edgesOnlyConnectionsHaveNoPageInfo()
{
    QVERIFY(graph(u"{viewer{authentications{pageInfo{hasNextPage}}}}"_s)[u"errors"].size() > 0);
    QCOMPARE(graph(u"{viewer{authentications{edges{node{service{name}}}}}}"_s)[u"data"][u"viewer"]
                                                                              [u"authentications"][u"edges"]
                                                                                  .size(),
             30);
}

void TestTraySystem::partialDataComesWithErrors()
{
    tray::Modes modes;
    modes.partialErrors = true;
    m_system->setModes(modes);
    const Json answer = graph(u"{viewer{details{name}}}"_s);
    QVERIFY(answer[u"data"].isObject() && answer[u"errors"].size() == 1);
}

void TestTraySystem::brokenDocumentsAreErrors_data()
{
    QTest::addColumn<QString>("document");
    QTest::newRow("open brace") << u"{viewer{"_s;
    QTest::newRow("no selection") << u"{viewer{}}"_s;
    QTest::newRow("open text") << u"{users(criteria:{name:\"x){edges{cursor}}}"_s;
    QTest::newRow("unknown fragment") << u"{viewer{...nothing}}"_s;
    QTest::newRow("fragment of itself") << u"{viewer{...a}} fragment a on Viewer {...a}"_s;
    QTest::newRow("subscription") << u"subscription{x}"_s;
    QTest::newRow("deep") << QString(u"{a"_s.repeated(60) + u"}"_s.repeated(60));
    QTest::newRow("leaf without fields") << u"{viewer}"_s;
    QTest::newRow("fields of a leaf") << u"{viewer{details{name{x}}}}"_s;
}

void TestTraySystem::brokenDocumentsAreErrors()
{
    QFETCH(QString, document);
    const Json answer = graph(document);
    QVERIFY(answer[u"errors"].size() > 0);
    QVERIFY(!answer.contains(u"data"));
}

void TestTraySystem::writesAreRefusedAndNoted_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("call connector") << QByteArray("/core/v1/connectors/slack/versions/8.2/call")
                                    << QByteArray("{}");
    QTest::newRow("import") << QByteArray("/core/v1/projects/PROJECT/imports") << QByteArray("{}");
    QTest::newRow("new version") << QByteArray("/core/v1/projects/PROJECT/versions") << QByteArray("{}");
    QTest::newRow("authentication") << QByteArray("/core/v1/authentications") << QByteArray("{}");
    QTest::newRow("instance")
        << QByteArray("/graphql")
        << QByteArray(
               R"({"query":"mutation{updateSolutionInstance(input:{solutionInstanceId:\"x\"}){clientMutationId}}"})");
    QTest::newRow("tool")
        << QByteArray("/mcp")
        << QByteArray(
               R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"call_connector","arguments":{}}})");
}

void TestTraySystem::writesAreRefusedAndNoted()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    path.replace("PROJECT", projectId().toLatin1());
    const Response response = call("POST", path, body);
    QVERIFY(response.status == 403 || response.body.contains("Forbidden") ||
            response.body.contains("\"isError\":true"));
    QCOMPARE(refused(), 1);
}

void TestTraySystem::subscriptionsShowTheirKeyOnce()
{
    const QByteArray body =
        R"({"name":"n","trigger":{"name":"webhook","version":"2.3"},"operation":"webhook","input":{},"endpoint":"https://x.example","externalId":"e1"})";
    const Json made = parsed(call("POST", "/core/v1/subscriptions", body));
    QCOMPARE(made[u"state"].toText(), u"creating"_s);
    QVERIFY(made[u"signingKey"].isText());
    const QByteArray path = "/core/v1/subscriptions/" + made[u"id"].toText().toLatin1();
    QCOMPARE(get(path)[u"state"].toText(), u"active"_s);
    QVERIFY(!get(path).contains(u"signingKey"));
    QCOMPARE(get("/core/v1/subscriptions?externalId=e1")[u"elements"].size(), 1);
    QCOMPARE(get("/core/v1/subscriptions?externalId=e2")[u"elements"].size(), 0);
    QByteArray unheard = body;
    const Json failed = parsed(call("POST", "/core/v1/subscriptions",
                                    unheard.replace("\"webhook\",\"version", "\"unheard\",\"version")));
    QCOMPARE(failed[u"state"].toText(), u"creation_failed"_s);
    QCOMPARE(failed[u"error"][u"code"].toText(), u"no_trigger"_s);
    QCOMPARE(parsed(call("DELETE", path))[u"state"].toText(), u"deleted"_s);
    QCOMPARE(call("POST", "/core/v1/subscriptions", "{}").status, 400);
}

void TestTraySystem::burstsAreLimited()
{
    m_system->setLimitsEnabled(true);
    int passed = 0;
    while (passed < 100 && call("GET", "/core/v1/triggers").status == 200)
        ++passed;
    QCOMPARE(passed, 50);
    const Response refused = call("GET", "/core/v1/triggers");
    QCOMPARE(refused.status, 429);
    QVERIFY(headerValue(refused.headers, "Retry-After").isEmpty());
    m_clock.advance(std::chrono::milliseconds(500));
    passed = 0;
    while (call("GET", "/core/v1/triggers").status == 200)
        ++passed;
    QCOMPARE(passed, 15);
    for (int second = 0; second < 61; ++second) {
        m_clock.advance(std::chrono::seconds(1));
        for (int i = 0; i < 30; ++i)
            passed += call("GET", "/core/v1/triggers").status == 200 ? 1 : 0;
    }
    QVERIFY(passed <= 15 + 1800 + 60);
}

void TestTraySystem::toolsReadAndRefuse()
{
    const Response anonymous = call("POST", "/mcp", "{}", {});
    QCOMPARE(anonymous.status, 401);
    QVERIFY(headerValue(anonymous.headers, "WWW-Authenticate").contains("resource_metadata="));
    const auto tool = [&](const QByteArray& name, const QByteArray& arguments) {
        const Json answer =
            parsed(call("POST", "/mcp",
                        R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":")" + name +
                            R"(","arguments":)" + arguments + "}}"));
        return Json::parse(answer[u"result"][u"content"].at(0)[u"text"].toText().toUtf8()).value_or(Json());
    };
    const Json projects = tool("list_projects", "{}")[u"projects"];
    QCOMPARE(projects.size(), m_system->state(u"projects").size());
    const QByteArray workflow = projects.at(0)[u"workflows"].at(0)[u"id"].toText().toLatin1();
    QVERIFY(tool("get_workflow", "{\"workflow_id\":\"" + workflow + "\"}")[u"steps"].size() > 1);
    const Json runs =
        tool("list_workflow_executions", "{\"workflow_id\":\"" + workflow + "\"}")[u"executions"];
    QCOMPARE(runs.size(), 12);
    const QByteArray run = failedExecution().toLatin1();
    QCOMPARE(
        tool("get_workflow_execution", "{\"execution_id\":\"" + run + "\"}")[u"failed_step_names"].size(), 1);
    QVERIFY(tool("get_workflow", "{}").contains(u"error"));
    const Json list = parsed(call("POST", "/mcp", R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})"));
    QVERIFY(list[u"result"][u"tools"].size() > 4);
    QCOMPARE(parsed(call("POST", "/mcp", R"({"jsonrpc":"2.0","id":1,"method":"x"})"))[u"error"][u"code"]
                 .toInteger(),
             -32601);
}

void TestTraySystem::hooksCheckTokenSizeAndSwitch()
{
    QByteArray open;
    QByteArray waits;
    QByteArray closed;
    const Json workflows = m_system->state(u"workflows");
    for (const Json& workflow : workflows.toArray()) {
        const Json& trigger = workflow[u"steps"][u"trigger"];
        if (trigger[u"connector"][u"name"].toText() != u"webhook") continue;
        const bool await = trigger[u"operation"].toText().startsWith(u"await");
        const QByteArray path = "/hooks/" + workflow[u"id"].toText().toLatin1();
        (!workflow[u"enabled"].toBool() ? closed : await ? waits : open) = path;
    }
    const Headers token{{"X-Csrf-Token", "practice-hook-token"}};
    QCOMPARE(call("POST", open, "{}", {}, token).status, 200);
    QCOMPARE(call("POST", open, "{}", {}).status, 401);
    QCOMPARE(call("POST", open, QByteArray(1'000'001, ' '), {}, token).status, 413);
    QVERIFY(call("POST", waits, "{}", {}, token).body.contains("done"));
    QCOMPARE(call("POST", closed.isEmpty() ? "/hooks/none" : closed, "{}", {}, token).status, 404);
    QCOMPARE(refused(), 2); // both starts are noted
}

void TestTraySystem::pushedEventsCoverEveryKind()
{
    QSet<QString> types;
    const Json events = m_system->pushed(u"every-event"_s, {});
    for (const Json& event : events.toArray()) {
        QCOMPARE(event[u"logType"].toText(), u"execution_event"_s);
        types.insert(event[u"eventType"].toText());
    }
    QCOMPARE(types.size(), 8);
    const Json log = m_system->pushed(u"log"_s, failedExecution());
    QCOMPARE(log.at(log.size() - 1)[u"eventType"].toText(), u"failed"_s);
    QVERIFY(m_system->pushed(u"unheard"_s, failedExecution()).isNull());
    QVERIFY(m_system->pushed(u"log"_s, u"unheard"_s).isNull());
}

void TestTraySystem::untidyStreamsAreUntidy()
{
    const Json log = m_system->pushed(u"untidy-log"_s, failedExecution());
    QCOMPARE(log.at(0)[u"eventType"].toText(), u"failed"_s); // before the beginning
    QVERIFY(log.at(0).contains(u"somethingNew"));
    QCOMPARE(log.at(log.size() - 1)[u"logType"].toText(), u"usage_event"_s);
    QCOMPARE(log.at(log.size() - 3), log.at(0)); // twice
}

void TestTraySystem::alertsNameTheRunOrNot()
{
    const QString run = failedExecution();
    const Json named = m_system->pushed(u"alert"_s, run);
    QVERIFY(named[u"step_log_url"].toText().contains(run));
    QVERIFY(!m_system->pushed(u"bare-alert"_s, run)[u"step_log_url"].toText().contains(run));
    QVERIFY(!named[u"workflow_uuid"].isNull() && named[u"message"].isText());
}

void TestTraySystem::signaturesFollowTheRawBody()
{
    const QByteArray body =
        R"({"name":"n","trigger":{"name":"webhook","version":"2.3"},"operation":"webhook","input":{},"endpoint":"https://x.example"})";
    const Json made = parsed(call("POST", "/core/v1/subscriptions", body));
    const Json pushed = m_system->pushed(u"delivery"_s, made[u"id"].toText());
    const QByteArray raw = pushed[u"body"].toText().toUtf8();
    const QByteArray key = made[u"signingKey"].toText().toLatin1();
    QCOMPARE(pushed[u"x-tray-signature"].toText().toLatin1(), tray::traySignature(raw, key));
    QVERIFY(tray::traySignature(raw + ' ', key) != tray::traySignature(raw, key));
    QVERIFY(tray::traySignature(raw, key.toBase64()) != tray::traySignature(raw, key));
}

void TestTraySystem::streamsAreSentUntilTheyAreAccepted()
{
    m_system->setReceiver(tray::Channel::Log, {"http://localhost:9/log", {{"X-Secret", "s"}}});
    QCOMPARE(m_system->post(u"every-event"_s, {}), 8);
    QCOMPARE(m_system->post(u"late-log"_s, failedExecution()), 4);
    const auto first = m_system->dueCalls();
    QCOMPARE(first.size(), 10); // half of the log is late
    QCOMPARE(first.at(0).url, QByteArray("http://localhost:9/log"));
    QCOMPARE(headerValue(first.at(0).headers, "X-Secret"), QByteArray("s"));
    QCOMPARE(bodyOf(first.at(0))[u"eventType"].toText(), u"created"_s);
    QVERIFY(m_system->dueCalls().isEmpty()); // each is on its way once
    for (const auto& call : first)
        m_system->callAnswered(call.number, call.number == 1 ? 500 : 200);
    QVERIFY(m_system->dueCalls().isEmpty());
    // The receiver is in trouble for a while; the message comes again at growing distances.
    QList<int> waited;
    for (int second = 1; second <= 40; ++second) {
        m_clock.advance(std::chrono::seconds(1));
        for (const auto& call : m_system->dueCalls()) {
            QCOMPARE(call.number, quint64(1));
            waited += second;
            m_system->callAnswered(call.number, waited.size() < 4 ? 0 : 202);
        }
    }
    QCOMPARE(waited, (QList<int>{1, 3, 7, 15}));
    QCOMPARE(fateOf(0), u"accepted"_s);
    m_clock.advance(std::chrono::seconds(30));
    const auto late = m_system->dueCalls();
    QCOMPARE(late.size(), 2);
    QCOMPARE(bodyOf(late.last())[u"eventType"].toText(), u"failed"_s);
    for (int round = 0; round < 8; ++round) {
        for (const auto& call : late)
            m_system->callAnswered(call.number, 503);
        m_clock.advance(std::chrono::minutes(3));
        QCOMPARE(m_system->dueCalls().size(), round < 7 ? 2 : 0);
    }
    QCOMPARE(fateOf(11), u"given up"_s);
}

void TestTraySystem::alertsAreSentOnce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("namesTheRun");
    QTest::newRow("with a link to the run") << u"alert"_s << true;
    QTest::newRow("without") << u"bare-alert"_s << false;
}

void TestTraySystem::alertsAreSentOnce()
{
    QFETCH(QString, kind);
    QFETCH(bool, namesTheRun);
    m_system->setReceiver(tray::Channel::Alert, {"http://localhost:9/alert", {}});
    const QString run = failedExecution();
    QCOMPARE(m_system->post(kind, run), 1);
    const auto calls = m_system->dueCalls();
    QCOMPARE(calls.size(), 1);
    QCOMPARE(bodyOf(calls.first())[u"step_log_url"].toText().contains(run), namesTheRun);
    m_system->callAnswered(calls.first().number, 500);
    m_clock.advance(std::chrono::hours(1));
    QVERIFY(m_system->dueCalls().isEmpty());
    QCOMPARE(fateOf(0), u"given up"_s);
    // Only failed runs raise an alert.
    for (const auto& row : m_system->state(u"executions").toArray())
        if (row[u"currentState"].toText() == u"Successful")
            QCOMPARE(m_system->post(kind, row[u"id"].toText()), 0);
}

void TestTraySystem::deliveriesGoToTheirSubscription_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isGenuine");
    QTest::newRow("as signed") << u"delivery"_s << true;
    QTest::newRow("with another key") << u"forged-delivery"_s << false;
    QTest::newRow("changed on the way") << u"altered-delivery"_s << false;
}

void TestTraySystem::deliveriesGoToTheirSubscription()
{
    QFETCH(QString, kind);
    const Json made = parsed(call(
        "POST", "/core/v1/subscriptions",
        R"({"name":"n","trigger":{"name":"webhook","version":"2.3"},"operation":"webhook","input":{},"endpoint":"http://localhost:9/in"})"));
    QCOMPARE(m_system->post(kind, made[u"id"].toText()), 1);
    const auto calls = m_system->dueCalls();
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls.first().url, QByteArray("http://localhost:9/in"));
    const QByteArray right = tray::traySignature(calls.first().body, made[u"signingKey"].toText().toLatin1());
    QTEST(headerValue(calls.first().headers, "x-tray-signature") == right, "isGenuine");
}

void TestTraySystem::whatNobodyReceivesIsNotSent()
{
    QCOMPARE(m_system->post(u"every-event"_s, {}), 0); // no receiver
    m_system->setReceiver(tray::Channel::Log, {"http://localhost:9/log", {}});
    QCOMPARE(m_system->post(u"unheard"_s, failedExecution()), 0);
    QCOMPARE(m_system->post(u"log"_s, u"unheard"_s), 0);
    QCOMPARE(m_system->post(u"alert"_s, failedExecution()), 0);
    QCOMPARE(m_system->post(u"delivery"_s, u"unheard"_s), 0);
    QVERIFY(m_system->dueCalls().isEmpty());
    QCOMPARE(m_system->post(u"every-event"_s, {}), 8);
    m_system->reset();
    QVERIFY(m_system->dueCalls().isEmpty());
    QCOMPARE(m_system->post(u"every-event"_s, {}), 0);
}

QTEST_GUILESS_MAIN(TestTraySystem)
#include "testtraysystem.moc"
