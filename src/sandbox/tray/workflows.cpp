#include "sandbox/tray/workflows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

struct TriggerKind {
    const char16_t* connector;
    const char16_t* version;
    const char16_t* operation;
};

constexpr TriggerKind kTriggers[] = {
    {u"scheduled", u"3.5", u"daily_trigger"},
    {u"webhook", u"2.3", u"webhook"},
    {u"noop", u"1.1", u"trigger"},
    {u"callable-trigger", u"2.0", u"trigger"},
    {u"webhook", u"2.3", u"await_workflow_and_http_response"},
    {u"form-trigger", u"1.0", u"form_submission"},
    {u"alerting-trigger", u"1.1", u"alert"},
    {u"email-trigger", u"1.0", u"email"},
    {u"api-operation-trigger", u"1.0", u"operation"},
    {u"agent-tool-trigger", u"1.0", u"tool"},
    {u"slack-trigger", u"1.2", u"message"},
};

Json typed(const QString& type, const Json& value)
{
    return Json::object({{u"type"_s, type}, {u"value"_s, value}});
}

/// Collects the steps of one workflow and the tree that orders them.
class StepWriter final
{
  public:
    explicit StepWriter(int number)
        : m_number(number)
    {
    }

    void trigger(const TriggerKind& kind)
    {
        put(u"trigger"_s, QString::fromUtf16(kind.connector), QString::fromUtf16(kind.version),
            QString::fromUtf16(kind.operation), u"Start"_s);
    }
    [[nodiscard]] Json step(const QString& connector, const QString& version, const QString& operation,
                            const QString& title)
    {
        return node(add(connector, version, operation, title), u"normal"_s, Json::object());
    }
    [[nodiscard]] Json loop(Json inside)
    {
        return node(add(u"loop"_s, u"1.3"_s, u"loop_array"_s, u"Each row"_s), u"loop"_s,
                    Json::object({{u"_loop"_s, std::move(inside)}}));
    }
    [[nodiscard]] Json branch(Json yes, Json no)
    {
        return node(add(u"boolean-condition"_s, u"2.3"_s, u"boolean_condition"_s, u"Is it new?"_s),
                    u"branch"_s, Json::object({{u"true"_s, std::move(yes)}, {u"false"_s, std::move(no)}}));
    }
    [[nodiscard]] Json cases(Json first, Json second, Json otherwise)
    {
        return node(add(u"branch"_s, u"1.3"_s, u"text_values"_s, u"Which stage?"_s), u"branch"_s,
                    Json::object({{u"won"_s, std::move(first)},
                                  {u"lost"_s, std::move(second)},
                                  {u"undefined"_s, std::move(otherwise)}}));
    }
    [[nodiscard]] Json breakLoop()
    {
        return node(add(u"break-loop"_s, u"1.1"_s, u"break_loop"_s, u"Stop"_s), u"break"_s, Json::object());
    }
    [[nodiscard]] Json takeSteps() { return m_steps; }
    [[nodiscard]] static Json node(const QString& name, const QString& type, Json content)
    {
        return Json::object({{u"name"_s, name}, {u"type"_s, type}, {u"content"_s, std::move(content)}});
    }

  private:
    QString add(const QString& connector, const QString& version, const QString& operation,
                const QString& title)
    {
        const QString name = connector + u'-' + QString::number(++m_counts[connector]);
        put(name, connector, version, operation, title);
        return name;
    }
    void put(const QString& name, const QString& connector, const QString& version, const QString& operation,
             const QString& title)
    {
        static constexpr const char16_t* kHandling[] = {u"stop", u"continue", u"manual"};
        const bool signedIn = connector == u"salesforce" || connector == u"slack";
        Json properties = Json::object({{u"row"_s, typed(u"jsonpath"_s, u"$.steps.trigger.body"_s)}});
        if (connector == u"script")
            properties.set(u"script"_s,
                           typed(u"string"_s, u"const apiKey = 'sk-practice-not-a-real-key';"_s));
        m_steps.set(
            name, Json::object(
                      {{u"title"_s, title},
                       {u"connector"_s, Json::object({{u"name"_s, connector}, {u"version"_s, version}})},
                       {u"operation"_s, operation},
                       {u"output_schema"_s, Json::object()},
                       {u"error_handling"_s, QString::fromUtf16(kHandling[(m_number + m_steps.size()) % 3])},
                       {u"authentication"_s,
                        signedIn ? Json::object({{u"group"_s, steadyId(u"authgroup", 1, quint64(m_number))},
                                                 {u"title"_s, connector + u" – production"_s},
                                                 {u"service_name"_s, connector},
                                                 {u"service_version"_s, Json(1)},
                                                 {u"scopes"_s, Json::array()},
                                                 {u"service_icon"_s, Json()}})
                                 : Json()},
                       {u"properties"_s, properties}}));
    }

    int m_number;
    Json m_steps = Json::object();
    QHash<QString, int> m_counts;
};

// The bodies below are built from the inside out, so that steps inside a loop come first in the numbering.
Json bodyOf(StepWriter& writer, int number)
{
    const auto call = [&](const char16_t* connector, const char16_t* version, const char16_t* operation,
                          const char16_t* title) {
        return writer.step(QString::fromUtf16(connector), QString::fromUtf16(version),
                           QString::fromUtf16(operation), QString::fromUtf16(title));
    };
    const Json find = call(u"salesforce", u"8.5", u"find_records", u"Find the account");
    const Json write = call(u"http-client", u"5.5", u"post_request", u"Tell the ledger");
    switch (number % 5) {
    case 0:
        return Json::array({find, write});
    case 1:
        return Json::array({find, writer.loop(Json::array({write}))});
    case 2:
        return Json::array(
            {find, writer.branch(Json::array({write}),
                                 Json::array({call(u"slack", u"8.2", u"send_message", u"Say so")}))});
    case 3:
        return Json::array(
            {find, writer.cases(Json::array({write}),
                                Json::array({call(u"terminate", u"1.1", u"terminate", u"Nothing to do")}),
                                Json::array({call(u"private-erp", u"0.9", u"upsert", u"Ask the old ERP")}))});
    default: {
        // Four deep: a loop, a branch, several cases, a branch with a break.
        const Json inmost = writer.branch(Json::array({write}), Json::array({writer.breakLoop()}));
        const Json cases = writer.cases(Json::array({inmost}), Json::array(),
                                        Json::array({call(u"script", u"3.4", u"execute", u"Shape it")}));
        const Json branch = writer.branch(Json::array({cases}), Json::array());
        return Json::array({find, writer.loop(Json::array({branch}))});
    }
    }
}

} // namespace

Json madeUpWorkflow(const WorkflowPlan& plan)
{
    StepWriter writer(plan.number);
    writer.trigger(kTriggers[size_t(plan.number) % std::size(kTriggers)]);
    Json structure = Json::array({StepWriter::node(u"trigger"_s, u"normal"_s, Json::object())});
    const Json body = bodyOf(writer, plan.number);
    for (const Json& node : body.toArray())
        structure.append(node);
    const Json config = Json::object({{u"endpoint"_s, u"https://ledger.example/hook"_s},
                                      {u"api_token"_s, u"tok-practice-not-a-real-token"_s}});
    return Json::object(
        {{u"id"_s, plan.id},
         {u"created"_s, formatInstant(plan.created)},
         {u"workspace_id"_s, plan.workspaceId},
         {u"project_id"_s, plan.projectId},
         {u"group"_s, plan.projectId},
         {u"creator"_s, plan.creator},
         {u"version"_s,
          Json::object({{u"id"_s, plan.versionId}, {u"created"_s, formatInstant(plan.created)}})},
         {u"title"_s, plan.title},
         {u"description"_s, plan.number % 3 == 0 ? Json() : Json(u"Made for the practice company"_s)},
         {u"enabled"_s, Json(plan.number % 7 != 6)},
         {u"tags"_s, plan.number % 2 == 0 ? Json::array({Json(u"finance"_s)}) : Json::array()},
         {u"settings"_s, Json::object({{u"config"_s, config},
                                       {u"input_schema"_s, Json::object()},
                                       {u"output_schema"_s, Json::object()},
                                       {u"alerting_workflow_id"_s, Json()}})},
         {u"steps_structure"_s, structure},
         {u"steps"_s, writer.takeSteps()},
         {u"legacy_error_handling"_s, Json(false)},
         {u"dependencies"_s, Json::array()}});
}

Json projectExport(const Project& project, const Version& version)
{
    Json ids = Json::array();
    for (const Json& workflow : version.workflows.toArray())
        ids.append(workflow[u"id"]);
    const Json own = Json::object({{u"id"_s, project.id},
                                   {u"version"_s, Json(version.number)},
                                   {u"parent_project_id"_s, Json()},
                                   {u"type"_s, u"project"_s},
                                   {u"name"_s, project.name},
                                   {u"config"_s, Json::object()},
                                   {u"workflows"_s, ids},
                                   {u"dependencies"_s, Json::array()},
                                   {u"installation_source_id"_s, Json()},
                                   {u"installation_version"_s, Json()}});
    return Json::object({{u"tray_export_version"_s, Json(4)},
                         {u"export_type"_s, u"project"_s},
                         {u"workflows"_s, version.workflows},
                         {u"projects"_s, Json::array({own})}});
}

} // namespace tieout::sandbox::tray
