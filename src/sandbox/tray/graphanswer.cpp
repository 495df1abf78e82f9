#include "sandbox/tray/call.h"
#include "sandbox/tray/graphdocument.h"
#include "sandbox/tray/workflows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

struct GraphMember {
    const char16_t* type;
    const char16_t* name;
    const char16_t* result; ///< "": a plain value
    bool legacy = false;
};

constexpr GraphMember kSchema[] = {
    {u"Query", u"users", u"UserConnection"},
    {u"Query", u"viewer", u"Viewer"},
    {u"Mutation", u"authorize", u"AuthorizePayload"},
    {u"Mutation", u"exportProject", u"ExportPayload"},
    {u"Mutation", u"exportProjectConfig", u"ExportConfigPayload"},
    {u"AuthorizePayload", u"accessToken", u""},
    {u"AuthorizePayload", u"clientMutationId", u""},
    {u"ExportPayload", u"exportedProjectJson", u""},
    {u"ExportConfigPayload", u"exportProjectConfigJson", u""},
    {u"Viewer", u"authentications", u"AuthenticationConnection"},
    {u"Viewer", u"solutions", u"SolutionConnection"},
    {u"Viewer", u"solutionInstances", u"InstanceConnection"},
    {u"Viewer", u"details", u"Details"},
    {u"Viewer", u"workflows", u"WorkflowConnection", true},
    {u"Details", u"username", u""},
    {u"Details", u"email", u""},
    {u"Details", u"name", u""},
    {u"User", u"id", u""},
    {u"User", u"name", u""},
    {u"User", u"externalUserId", u""},
    {u"User", u"isTestUser", u""},
    {u"Authentication", u"id", u""},
    {u"Authentication", u"name", u""},
    {u"Authentication", u"customFields", u""},
    {u"Authentication", u"service", u"Service"},
    {u"Service", u"id", u""},
    {u"Service", u"name", u""},
    {u"Service", u"icon", u""},
    {u"Service", u"title", u""},
    {u"Service", u"version", u""},
    {u"Solution", u"id", u""},
    {u"Solution", u"title", u""},
    {u"Solution", u"description", u""},
    {u"Solution", u"tags", u""},
    {u"Solution", u"customFields", u"CustomField"},
    {u"Solution", u"configSlots", u"ConfigSlot"},
    {u"CustomField", u"key", u""},
    {u"CustomField", u"value", u""},
    {u"ConfigSlot", u"externalId", u""},
    {u"ConfigSlot", u"title", u""},
    {u"ConfigSlot", u"defaultValue", u""},
    {u"Instance", u"id", u""},
    {u"Instance", u"name", u""},
    {u"Instance", u"enabled", u""},
    {u"Instance", u"owner", u""},
    {u"Instance", u"created", u""},
    {u"Instance", u"solution", u"Solution"},
    {u"Instance", u"solutionVersionFlags", u"Flags"},
    {u"Instance", u"workflows", u"InstanceWorkflowConnection"},
    {u"Instance", u"authValues", u"AuthValue"},
    {u"Instance", u"configValues", u"ConfigValue"},
    {u"Flags", u"hasNewerVersion", u""},
    {u"Flags", u"requiresUserInputToUpdateVersion", u""},
    {u"Flags", u"requiresSystemInputToUpdateVersion", u""},
    {u"InstanceWorkflow", u"id", u""},
    {u"InstanceWorkflow", u"triggerUrl", u""},
    {u"InstanceWorkflow", u"sourceWorkflowId", u""},
    {u"InstanceWorkflow", u"sourceWorkflowName", u""},
    {u"AuthValue", u"externalId", u""},
    {u"AuthValue", u"authId", u""},
    {u"ConfigValue", u"externalId", u""},
    {u"ConfigValue", u"value", u""},
    {u"Workflow", u"id", u""},
    {u"Workflow", u"name", u""},
    {u"Workflow", u"owner", u""},
    {u"Workflow", u"enabled", u""},
    {u"Workflow", u"tags", u""},
    {u"Workflow", u"templateId", u""},
    {u"Workflow", u"version", u"WorkflowVersion"},
    {u"Workflow", u"logs", u"LogConnection"},
    {u"WorkflowVersion", u"id", u""},
    {u"WorkflowVersion", u"trigger", u"WorkflowTrigger"},
    {u"WorkflowTrigger", u"connector", u"ConnectorName"},
    {u"ConnectorName", u"name", u""},
    {u"Log", u"id", u""},
    {u"Log", u"created", u""},
    {u"Log", u"currentState", u""},
    {u"Log", u"stateChanged", u""},
    {u"Log", u"errorMessage", u""},
    {u"Log", u"errorStepTitle", u""},
    {u"Log", u"errorStepName", u""},
    {u"PageInfo", u"startCursor", u""},
    {u"PageInfo", u"endCursor", u""},
    {u"PageInfo", u"hasNextPage", u""},
    {u"PageInfo", u"hasPreviousPage", u""},
};

constexpr QStringView kConnection = u"Connection";

// These know no pages: all their edges come at once.
bool hasEdgesOnly(const QString& type)
{
    return type == u"AuthenticationConnection" || type == u"WorkflowConnection" ||
           type == u"InstanceWorkflowConnection";
}

/// The type behind a member: nothing when there is no such member, "" for a plain value.
std::optional<QString> memberType(const QString& type, const QString& name, const Modes& modes)
{
    if (name == u"__typename") return QString();
    if (type.endsWith(kConnection)) {
        const QString node = type.chopped(kConnection.size());
        if (name == u"edges") return node + u"Edge"_s;
        if (name == u"pageInfo" && !hasEdgesOnly(type)) return u"PageInfo"_s;
        return {};
    }
    if (type.endsWith(u"Edge")) {
        if (name == u"node") return type.chopped(4);
        if (name == u"cursor") return QString();
        return {};
    }
    for (const GraphMember& member : kSchema) {
        if (type == QStringView(member.type) && name == QStringView(member.name) &&
            (!member.legacy || modes.legacySchema))
            return QString::fromUtf16(member.result);
    }
    return {};
}

/// Runs one operation over the books. Lives for the call.
class Runner final
{
  public:
    explicit Runner(Call& call)
        : m_call(call)
    {
    }

    void check(const QString& type, const QList<GraphField>& fields)
    {
        for (const GraphField& field : fields) {
            const auto found = memberType(type, field.name, m_call.modes);
            if (!found)
                refuse(u"Cannot query field \"%1\" on type \"%2\"."_s.arg(field.name, type), {});
            else if (found->isEmpty() == field.fields.isEmpty())
                check(*found, field.fields);
            else if (field.fields.isEmpty())
                refuse(u"Field \"%1\" of type \"%2\" must have a selection of subfields."_s.arg(field.name,
                                                                                                *found),
                       {});
            else
                refuse(u"Field \"%1\" must not have a selection."_s.arg(field.name), {});
        }
    }
    [[nodiscard]] Json run(const GraphOperation& operation)
    {
        const QString root = operation.mutation ? u"Mutation"_s : u"Query"_s;
        return select(root, Json::object(), operation.fields);
    }
    [[nodiscard]] Json errors() const { return m_errors; }
    [[nodiscard]] bool failed() const { return m_errors.size() > 0; }

    void refuse(const QString& message, const QString& path)
    {
        Json error = Json::object(
            {{u"message"_s, message},
             {u"locations"_s, Json::array({Json::object({{u"line"_s, Json(1)}, {u"column"_s, Json(1)}})})}});
        if (!path.isEmpty()) error.set(u"path"_s, Json::array({Json(path)}));
        m_errors.append(error);
    }

  private:
    [[nodiscard]] Json select(const QString& type, const Json& from, const QList<GraphField>& fields);
    [[nodiscard]] Json shaped(const QString& type, const Json& value, const GraphField& field);
    [[nodiscard]] Json connection(const QString& type, const Json::Array& all, const GraphField& field);
    [[nodiscard]] Json resolve(const QString& type, const Json& from, const GraphField& field);
    [[nodiscard]] Json rootValue(const GraphField& field);
    [[nodiscard]] Json viewerValue(const GraphField& field) const;
    [[nodiscard]] Json workflowValue(const Json& from, const GraphField& field) const;
    [[nodiscard]] Json legacyWorkflows(const Json& criteria) const;
    [[nodiscard]] Json authorize(const Json& input);
    [[nodiscard]] QString exported(const Json& input);

    Call& m_call;
    Json m_errors = Json::array();
};

Json Runner::select(const QString& type, const Json& from, const QList<GraphField>& fields)
{
    Json made = Json::object();
    for (const GraphField& field : fields) {
        if (field.name == u"__typename") {
            made.set(field.alias, type);
            continue;
        }
        const QString result = memberType(type, field.name, m_call.modes).value_or(QString());
        made.set(field.alias, shaped(result, resolve(type, from, field), field));
    }
    return made;
}

Json Runner::shaped(const QString& type, const Json& value, const GraphField& field)
{
    if (type.isEmpty() || value.isNull()) return value;
    if (type.endsWith(kConnection)) return connection(type, value.toArray(), field);
    if (!value.isArray()) return select(type, value, field.fields);
    Json list = Json::array();
    for (const Json& item : value.toArray())
        list.append(select(type, item, field.fields));
    return list;
}

Json Runner::connection(const QString& type, const Json::Array& all, const GraphField& field)
{
    const Json& asked = field.arguments;
    const Cut cut = hasEdgesOnly(type) ? cutPage(all, Json(qint64(all.size())), {}, {})
                                       : cutPage(all, asked[u"first"], asked[u"last"],
                                                 asked[u"after"].toText(), asked[u"before"].toText());
    Json edges = Json::array();
    for (qsizetype i = 0; i < cut.rows.size(); ++i)
        edges.append(Json::object({{u"node"_s, cut.rows[i]}, {u"cursor"_s, cut.cursors[i]}}));
    return select(type, Json::object({{u"edges"_s, edges}, {u"pageInfo"_s, cut.pageInfo}}), field.fields);
}

Json Runner::resolve(const QString& type, const Json& from, const GraphField& field)
{
    if (type == u"Query" || type == u"Mutation") return rootValue(field);
    if (type == u"Viewer") return viewerValue(field);
    if (type == u"Workflow") return workflowValue(from, field);
    return from[field.name];
}

Json Runner::rootValue(const GraphField& field)
{
    const Json& input = field.arguments[u"input"];
    if (field.name == u"viewer") return Json::object();
    if (!m_call.viewer.master) {
        refuse(u"Forbidden: this needs the master token."_s, field.alias);
        return {};
    }
    if (field.name == u"authorize") return authorize(input);
    if (field.name == u"users") {
        const Json& criteria = field.arguments[u"criteria"];
        Json found = Json::array();
        for (const Json& user : m_call.books.externalUsers.toArray()) {
            const auto fits = [&](QStringView name, QStringView member) {
                return criteria[name].isNull() || criteria[name] == user[member];
            };
            if (fits(u"userId", u"id") && fits(u"externalUserId", u"externalUserId") &&
                fits(u"name", u"name"))
                found.append(user);
        }
        return found;
    }
    if (field.name == u"exportProject") return Json::object({{u"exportedProjectJson"_s, exported(input)}});
    const Project* project = m_call.books.project(input[u"projectId"].toText());
    if (!project) {
        refuse(u"Project not found"_s, field.alias);
        return {};
    }
    return Json::object({{u"exportProjectConfigJson"_s, u"{\"config\":{}}"_s}});
}

Json Runner::authorize(const Json& input)
{
    const QString user = input[u"userId"].toText();
    const Json::Array& all = m_call.books.externalUsers.toArray();
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Json& row) { return row[u"id"].toText() == user; });
    if (!known) {
        refuse(u"User not found"_s, u"authorize"_s);
        return {};
    }
    m_call.newUserTokenFor = user;
    return Json::object({{u"accessToken"_s, m_call.newUserToken}, {u"clientMutationId"_s, Json()}});
}

// A text that itself is JSON.
QString Runner::exported(const Json& input)
{
    const Project* project = m_call.books.project(input[u"projectId"].toText());
    if (!project) {
        refuse(u"Project not found"_s, u"exportProject"_s);
        return {};
    }
    Json whole = projectExport(*project, project->versions.last());
    if (m_call.modes.largeExport) whole.set(u"padding"_s, QString(4'000'000, u'x'));
    const QString text = QString::fromUtf8(whole.toBytes());
    return m_call.modes.malformedExport ? text.left(text.size() / 2) : text;
}

Json Runner::viewerValue(const GraphField& field) const
{
    const Books& books = m_call.books;
    const Json& criteria = field.arguments[u"criteria"];
    const auto own = [&](const Json& rows) {
        Json found = Json::array();
        for (const Json& row : rows.toArray()) {
            if (m_call.viewer.master || row[u"owner"].toText() == m_call.viewer.userId) found.append(row);
        }
        return found;
    };
    if (field.name == u"authentications") return own(books.authentications);
    if (field.name == u"workflows") return legacyWorkflows(criteria);
    if (field.name == u"details") {
        const Json& person = books.users.at(0);
        return Json::object({{u"username"_s, person[u"email"]},
                             {u"email"_s, person[u"email"]},
                             {u"name"_s, person[u"name"]}});
    }
    Json found = Json::array();
    if (field.name == u"solutions") {
        for (const Json& solution : books.solutions.toArray()) {
            const Json::Array& tags = criteria[u"tags"].toArray();
            const bool fits = tags.isEmpty() || std::any_of(tags.begin(), tags.end(), [&](const Json& tag) {
                                  return solution[u"tags"].toArray().contains(tag);
                              });
            if (fits) found.append(solution);
        }
        return found;
    }
    const auto fits = [&](const Json& row) {
        if (!criteria[u"owner"].isNull() && row[u"owner"] != criteria[u"owner"]) return false;
        if (!criteria[u"name"].isNull() && row[u"name"] != criteria[u"name"]) return false;
        if (!criteria[u"solutionId"].isNull() && row[u"solution"][u"id"] != criteria[u"solutionId"])
            return false;
        return criteria[u"ids"].isNull() || criteria[u"ids"].toArray().contains(row[u"id"]);
    };
    const Json rows = own(books.instances);
    for (const Json& row : rows.toArray()) {
        if (fits(row)) found.append(row);
    }
    return found;
}

Json Runner::legacyWorkflows(const Json& criteria) const
{
    Json found = Json::array();
    for (const Project& project : m_call.books.projects) {
        for (const Json& workflow : project.versions.last().workflows.toArray()) {
            if (!criteria[u"ids"].isNull() && !criteria[u"ids"].toArray().contains(workflow[u"id"])) continue;
            found.append(workflow);
        }
    }
    return found;
}

Json Runner::workflowValue(const Json& from, const GraphField& field) const
{
    if (field.name == u"name") return from[u"title"];
    if (field.name == u"owner") return from[u"creator"];
    if (field.name == u"version")
        return Json::object(
            {{u"id"_s, from[u"version"][u"id"]},
             {u"trigger"_s, Json::object({{u"connector"_s, from[u"steps"][u"trigger"][u"connector"]}})}});
    if (field.name != u"logs") return from[field.name];
    Json found = Json::array();
    for (const Json& execution : m_call.books.executions.toArray()) {
        if (execution[u"workflowId"] == from[u"id"]) found.append(execution);
    }
    return found;
}

const QStringList& writingMutations()
{
    static const QStringList names{
        u"createExternalUser"_s,
        u"updateExternalUser"_s,
        u"removeExternalUser"_s,
        u"generateAuthorizationCode"_s,
        u"createUserAuthentication"_s,
        u"removeAuthentication"_s,
        u"createSolutionInstance"_s,
        u"updateSolutionInstance"_s,
        u"upgradeSolutionInstance"_s,
        u"removeSolutionInstance"_s,
        u"importProject"_s,
        u"importWorkflows"_s,
        u"callConnector"_s,
        u"updateWorkflow"_s,
        u"deleteWorkflow"_s,
        u"createWorkflowFromTemplate"_s,
    };
    return names;
}

Json failure(const Json& errors)
{
    return Json::object({{u"errors"_s, errors}});
}

} // namespace

Response answerGraph(Call& call)
{
    if (!call.is("POST")) return errorReply(405, u"Method not allowed"_s);
    const auto body = Json::parse(call.request.body);
    if (!body || !(*body)[u"query"].isText()) return errorReply(400, u"Must provide query string."_s);
    Runner runner(call);
    const auto operation = readGraphOperation((*body)[u"query"].toText(), (*body)[u"operationName"].toText(),
                                              (*body)[u"variables"]);
    if (!operation) {
        runner.refuse(operation.error(), {});
        return jsonReply(200, failure(runner.errors()));
    }
    for (const GraphField& field : operation->fields) {
        if (!operation->mutation || !writingMutations().contains(field.name)) continue;
        call.books.refuse(u"graphql "_s + field.name, field.arguments, call.now);
        runner.refuse(u"Forbidden: the practice Tray changes nothing."_s, field.alias);
        return jsonReply(200, failure(runner.errors()));
    }
    runner.check(operation->mutation ? u"Mutation"_s : u"Query"_s, operation->fields);
    if (runner.failed()) return jsonReply(200, failure(runner.errors()));
    const Json data = runner.run(*operation);
    if (call.modes.partialErrors) runner.refuse(u"Part of the data could not be read."_s, u"viewer"_s);
    Json answer = Json::object({{u"data"_s, data}});
    if (runner.failed()) answer.set(u"errors"_s, runner.errors());
    return jsonReply(200, answer);
}

} // namespace tieout::sandbox::tray
