#include "sandbox/tray/call.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

struct Tool {
    const char16_t* name;
    const char16_t* words;
    bool writes;
};

constexpr Tool kTools[] = {
    {u"list_projects", u"Projects of the organisation", false},
    {u"get_workflow", u"Structure and steps of one workflow", false},
    {u"list_workflow_executions", u"Runs of one workflow", false},
    {u"get_workflow_execution", u"One run with its failed steps", false},
    {u"list_connectors", u"Connectors and triggers", false},
    {u"trigger_workflow", u"Starts a workflow", true},
    {u"call_connector", u"Calls a connector", true},
};

Json rpcError(const Json& id, int code, const QString& message)
{
    return Json::object({{u"jsonrpc"_s, u"2.0"_s},
                         {u"id"_s, id},
                         {u"error"_s, Json::object({{u"code"_s, Json(code)}, {u"message"_s, message}})}});
}

Json rpcResult(const Json& id, const Json& result)
{
    return Json::object({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"result"_s, result}});
}

/// What a tool gives back: text that holds JSON.
Json content(const Json& value)
{
    const Json text = Json::object({{u"type"_s, u"text"_s}, {u"text"_s, QString::fromUtf8(value.toBytes())}});
    return Json::object({{u"content"_s, Json::array({text})}, {u"isError"_s, Json(false)}});
}

Json failure(const QString& text)
{
    Json told = content(Json::object({{u"error"_s, text}}));
    told.set(u"isError"_s, Json(true));
    return told;
}

Json toolList()
{
    Json tools = Json::array();
    for (const Tool& tool : kTools) {
        const Json schema = Json::object({{u"type"_s, u"object"_s}, {u"properties"_s, Json::object()}});
        tools.append(
            Json::object({{u"name"_s, QString::fromUtf16(tool.name)},
                          {u"description"_s, QString::fromUtf16(tool.words)},
                          {u"inputSchema"_s, schema},
                          {u"annotations"_s, Json::object({{u"readOnlyHint"_s, Json(!tool.writes)}})}}));
    }
    return Json::object({{u"tools"_s, tools}});
}

Json projects(const Books& books)
{
    Json all = Json::array();
    for (const Project& project : books.projects) {
        Json workflows = Json::array();
        for (const Json& workflow : project.versions.last().workflows.toArray())
            workflows.append(Json::object({{u"id"_s, workflow[u"id"]}, {u"title"_s, workflow[u"title"]}}));
        all.append(Json::object({{u"id"_s, project.id},
                                 {u"name"_s, project.name},
                                 {u"workspaceId"_s, project.workspaceId},
                                 {u"workflows"_s, workflows}}));
    }
    return Json::object({{u"projects"_s, all}});
}

Json executionsOf(const Books& books, const QString& workflow)
{
    Json all = Json::array();
    for (const Json& execution : books.executions.toArray()) {
        if (execution[u"workflowId"].toText() == workflow) all.append(execution);
    }
    return Json::object({{u"executions"_s, all}});
}

Json execution(const Books& books, const QString& id)
{
    for (Json row : books.executions.toArray()) {
        if (row[u"id"].toText() != id) continue;
        const bool failed = !row[u"errorStepName"].isNull();
        row.set(u"failed_step_names"_s, failed ? Json::array({row[u"errorStepName"]}) : Json::array());
        row.set(u"step_summary"_s,
                Json::object({{u"total"_s, Json(3)}, {u"failed"_s, Json(failed ? 1 : 0)}}));
        row.set(u"child_executions"_s, Json::array());
        return row;
    }
    return {};
}

Json connectors(const Books& books)
{
    Json all = Json::array();
    const auto add = [&](const Json& rows, bool trigger) {
        for (const Json& row : rows.toArray())
            all.append(Json::object({{u"name"_s, row[u"name"]},
                                     {u"version"_s, row[u"version"]},
                                     {u"is_trigger"_s, Json(trigger)}}));
    };
    add(books.connectors, false);
    add(books.triggers, true);
    return Json::object({{u"connectors"_s, all}});
}

Json callTool(Call& call, const QString& name, const Json& input)
{
    for (const Tool& tool : kTools) {
        if (name != QStringView(tool.name) || !tool.writes) continue;
        call.books.refuse(u"tool "_s + name, input, call.now);
        return failure(u"The practice Tray starts nothing."_s);
    }
    Json found;
    if (name == u"list_projects") found = projects(call.books);
    if (name == u"list_connectors") found = connectors(call.books);
    if (name == u"get_workflow") found = call.books.workflow(input[u"workflow_id"].toText());
    if (name == u"list_workflow_executions") found = executionsOf(call.books, input[u"workflow_id"].toText());
    if (name == u"get_workflow_execution") found = execution(call.books, input[u"execution_id"].toText());
    return found.isNull() ? failure(u"not found"_s) : content(found);
}

} // namespace

Response answerTools(Call& call)
{
    if (!call.is("POST")) return errorReply(405, u"Method not allowed"_s);
    const auto body = Json::parse(call.request.body);
    if (!body) return jsonReply(400, rpcError(Json(), -32700, u"Parse error"_s));
    const Json& id = (*body)[u"id"];
    const QString method = (*body)[u"method"].toText();
    const Json& parameters = (*body)[u"params"];
    if (method.startsWith(u"notifications/")) {
        Response accepted;
        accepted.status = 202;
        return accepted;
    }
    if (method == u"initialize") {
        const Json info = Json::object({{u"name"_s, u"practice-tray"_s}, {u"version"_s, u"1"_s}});
        return jsonReply(
            200,
            rpcResult(id, Json::object({{u"protocolVersion"_s, u"2025-03-26"_s},
                                        {u"capabilities"_s, Json::object({{u"tools"_s, Json::object()}})},
                                        {u"serverInfo"_s, info}})));
    }
    if (method == u"tools/list") return jsonReply(200, rpcResult(id, toolList()));
    if (method == u"tools/call")
        return jsonReply(
            200, rpcResult(id, callTool(call, parameters[u"name"].toText(), parameters[u"arguments"])));
    return jsonReply(200, rpcError(id, -32601, u"Method not found"_s));
}

Response answerHook(Call& call)
{
    static constexpr qsizetype kLargest = 1'000'000;
    static constexpr char kToken[] = "practice-hook-token";
    const Json workflow = call.books.workflow(call.path.value(0));
    const Json& trigger = workflow[u"steps"][u"trigger"];
    if (workflow.isNull() || trigger[u"connector"][u"name"].toText() != u"webhook")
        return errorReply(404, u"Not found"_s);
    if (!workflow[u"enabled"].toBool()) return errorReply(404, u"The workflow is switched off"_s);
    if (call.request.body.size() > kLargest) return errorReply(413, u"Payload too large"_s);
    if (headerValue(call.request.headers, "X-Csrf-Token") != kToken)
        return errorReply(401, u"The token is missing or wrong"_s);
    call.books.refuse(u"hook "_s + call.path.value(0), Json(QString::fromUtf8(call.request.body)), call.now);
    if (trigger[u"operation"].toText().startsWith(u"await"))
        return jsonReply(200, Json::object({{u"done"_s, Json(true)}}));
    return emptyReply(200); // fire and forget
}

} // namespace tieout::sandbox::tray
