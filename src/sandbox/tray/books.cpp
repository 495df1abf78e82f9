#include "sandbox/tray/books.h"

#include "sandbox/tray/workflows.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

struct ConnectorSeed {
    const char16_t* name;
    const char16_t* version;
    const char16_t* title;
    const char16_t* service;
    const char16_t* operations;
};

// "private-erp" and most triggers are missing on purpose: real lists lack them too.
constexpr ConnectorSeed kConnectors[] = {
    {u"salesforce", u"8.4", u"Salesforce", u"salesforce", u"find_records create_record"},
    {u"salesforce", u"8.5", u"Salesforce", u"salesforce", u"find_records create_record update_record"},
    {u"xero", u"3.1", u"Xero", u"xero", u"list_invoices create_invoice list_contacts"},
    {u"harvest", u"2.0", u"Harvest", u"harvest", u"list_time_entries"},
    {u"slack", u"8.2", u"Slack", u"slack", u"send_message list_users"},
    {u"http-client", u"5.5", u"HTTP client", u"http-client", u"get_request post_request"},
    {u"script", u"3.4", u"Script", u"script", u"execute"},
    {u"loop", u"1.3", u"Loop", u"loop", u"loop_array loop_forever"},
    {u"boolean-condition", u"2.3", u"Boolean condition", u"boolean-condition", u"boolean_condition"},
    {u"branch", u"1.3", u"Branch", u"branch", u"text_values"},
    {u"break-loop", u"1.1", u"Break loop", u"break-loop", u"break_loop"},
    {u"terminate", u"1.1", u"Terminate", u"terminate", u"terminate"},
    {u"call-workflow", u"2.0", u"Call workflow", u"call-workflow", u"fire_and_forget"},
    {u"storage", u"1.4", u"Data storage", u"storage", u"set_value get_value"},
};

constexpr ConnectorSeed kTriggers[] = {
    {u"scheduled", u"3.5", u"Scheduled trigger", u"scheduled", u"daily_trigger hourly_trigger"},
    {u"webhook", u"2.3", u"Webhook trigger", u"webhook", u"webhook await_workflow_and_http_response"},
    {u"slack-trigger", u"1.2", u"Slack trigger", u"slack", u"message"},
    {u"email-trigger", u"1.0", u"Email trigger", u"email", u"email"},
};

Json catalogueRow(const ConnectorSeed& seed)
{
    const QString name = QString::fromUtf16(seed.name);
    Json operations = Json::array();
    for (const QStringView operation : QStringView(seed.operations).split(u' ')) {
        operations.append(Json::object(
            {{u"name"_s, operation.toString()},
             {u"title"_s, operation.toString().replace(u'_', u' ')},
             {u"description"_s, Json()},
             {u"inputSchema"_s, Json::object({{u"type"_s, u"object"_s}, {u"properties"_s, Json::object()}})},
             {u"outputSchema"_s, Json::object({{u"type"_s, u"object"_s}})},
             {u"hasDynamicOutput"_s, Json(false)},
             {u"authScopes"_s, Json::array()}}));
    }
    const QString service = QString::fromUtf16(seed.service);
    return Json::object({{u"name"_s, name},
                         {u"version"_s, QString::fromUtf16(seed.version)},
                         {u"title"_s, QString::fromUtf16(seed.title)},
                         {u"description"_s, QString::fromUtf16(seed.title) + u" for workflows"_s},
                         {u"service"_s, Json::object({{u"id"_s, steadyId(seed.service, 1, 0)},
                                                      {u"name"_s, service},
                                                      {u"version"_s, Json(1)}})},
                         {u"operations"_s, operations}});
}

/// Makes up one organisation. Lives for the filling.
class Filler final
{
  public:
    Filler(const business::Business& business, qint64 customers, Instant now)
        : m_business(business)
        , m_customers(customers)
        , m_now(std::chrono::floor<std::chrono::days>(now))
        , m_random(business::customerSeed(business.seed(), customers) ^ 0x74a9)
    {
    }

    [[nodiscard]] Books take()
    {
        m_books.organisationId = id(u"organisation", 0);
        for (const ConnectorSeed& seed : kConnectors)
            m_books.connectors.append(catalogueRow(seed));
        for (const ConnectorSeed& seed : kTriggers)
            m_books.triggers.append(catalogueRow(seed));
        addPeople();
        addWorkspaces();
        const qint64 projects = std::clamp<qint64>(m_customers / 10, 4, 60);
        for (qint64 number = 0; number < projects; ++number)
            addProject(int(number));
        addSolutions();
        return std::move(m_books);
    }

  private:
    [[nodiscard]] QString id(const char16_t* kind, quint64 number) const
    {
        return steadyId(kind, m_business.seed(), number);
    }
    void addPeople();
    void addWorkspaces();
    void addProject(int number);
    void addExecutions(const Json& workflow, int number);
    void addSolutions();
    void addInstance(qint64 number);

    const business::Business& m_business;
    qint64 m_customers;
    Instant m_now;
    SeededRandom m_random;
    Books m_books;
};

void Filler::addPeople()
{
    const QString role = id(u"role", 1);
    m_books.roles = Json::array({Json::object({{u"id"_s, id(u"role", 0)}, {u"name"_s, u"Administrator"_s}}),
                                 Json::object({{u"id"_s, role}, {u"name"_s, u"Contributor"_s}})});
    for (qint64 number = 0; number < 6; ++number) {
        const business::Employee employee = m_business.employee(number);
        m_books.users.append(Json::object({{u"id"_s, id(u"user", quint64(number))},
                                           {u"email"_s, employee.email},
                                           {u"name"_s, employee.first + u' ' + employee.last},
                                           {u"accountType"_s, u"Organization"_s},
                                           {u"role"_s, m_books.roles.at(number == 0 ? 0 : 1)}}));
    }
}

void Filler::addWorkspaces()
{
    static constexpr const char16_t* kTypes[] = {u"Organization", u"Shared", u"Personal"};
    for (quint64 number = 0; number < 3; ++number) {
        const QString type = QString::fromUtf16(kTypes[number]);
        m_books.workspaces.append(Json::object({{u"id"_s, id(u"workspace", number)},
                                                {u"name"_s, type + u" workspace"_s},
                                                {u"type"_s, type},
                                                {u"description"_s, Json()},
                                                {u"monthlyTaskLimit"_s, Json(100'000)}}));
    }
}

void Filler::addProject(int number)
{
    static constexpr const char16_t* kNames[] = {u"Deals to ledger", u"Nightly stock", u"Time to invoice",
                                                 u"Onboarding", u"Deals to ledger"};
    Project project;
    project.id = steadyId(u"project", 0, quint64(number)); // the same for every seed: settings name them
    project.name = QString::fromUtf16(kNames[number % 5]); // one name comes twice
    project.workspaceId = m_books.workspaces.at(number % 3)[u"id"].toText();
    const QString creator = m_books.users.at(number % 6)[u"id"].toText();
    const int versions = 1 + number % 3;
    for (int version = 1; version <= versions; ++version) {
        const Instant created = m_now - std::chrono::hours(24 * (60 - 10 * version) - number);
        Json workflows = Json::array();
        for (int i = 0; i < 3; ++i) {
            const int plan = number * 3 + i;
            workflows.append(madeUpWorkflow(
                {id(u"workflow", quint64(plan)), id(u"workflowversion", quint64(plan * 10 + version)),
                 project.id, project.workspaceId, creator, project.name + (i == 1 ? u" – errors"_s : u""_s),
                 plan, created}));
        }
        project.versions.append(
            {version, u"Version %1"_s.arg(version), u"saved by hand"_s, creator, created, workflows});
    }
    for (const Json& workflow : project.versions.last().workflows.toArray())
        addExecutions(workflow, number);
    m_books.projects.append(project);
}

void Filler::addExecutions(const Json& workflow, int number)
{
    static constexpr const char16_t* kStates[] = {u"Successful", u"Successful", u"Successful",
                                                  u"Failed",     u"Aborted",    u"Running"};
    for (int i = 0; i < 12; ++i) {
        const QString state = QString::fromUtf16(kStates[m_random.below(std::size(kStates))]);
        const Instant created = m_now - std::chrono::minutes(i * 600 + int(m_random.below(500)) + number);
        const bool failed = state == u"Failed";
        m_books.executions.append(
            Json::object({{u"id"_s, id(u"execution", quint64(m_books.executions.size()))},
                          {u"workflowId"_s, workflow[u"id"]},
                          {u"created"_s, formatInstant(created)},
                          {u"currentState"_s, state},
                          {u"stateChanged"_s, formatInstant(created + std::chrono::seconds(4))},
                          {u"errorMessage"_s, failed ? Json(u"The record is locked."_s) : Json()},
                          {u"errorStepTitle"_s, failed ? Json(u"Tell the ledger"_s) : Json()},
                          {u"errorStepName"_s, failed ? Json(u"http-client-1"_s) : Json()}}));
    }
}

// Each customer is an external user with an instance of the first solution.
void Filler::addSolutions()
{
    for (quint64 number = 0; number < 2; ++number) {
        m_books.solutions.append(Json::object(
            {{u"id"_s, id(u"solution", number)},
             {u"title"_s, number == 0 ? u"Ledger bridge"_s : u"Stock bridge"_s},
             {u"description"_s, u"Keeps two systems in agreement"_s},
             {u"tags"_s, Json::array({Json(number == 0 ? u"finance"_s : u"stock"_s)})},
             {u"customFields"_s,
              Json::array({Json::object({{u"key"_s, u"tier"_s}, {u"value"_s, u"gold"_s}})})},
             {u"configSlots"_s, Json::array({Json::object({{u"externalId"_s, u"external_entity"_s},
                                                           {u"title"_s, u"Entity"_s},
                                                           {u"defaultValue"_s, u"\"main\""_s}})})}}));
    }
    for (qint64 number = 0; number < m_customers; ++number)
        addInstance(number);
}

void Filler::addInstance(qint64 number)
{
    const business::Customer customer = m_business.customer(number);
    const QString user = id(u"externaluser", quint64(number));
    m_books.externalUsers.append(Json::object({{u"id"_s, user},
                                               {u"name"_s, m_business.commonName(customer)},
                                               {u"externalUserId"_s, u"customer-%1"_s.arg(number)},
                                               {u"isTestUser"_s, Json(number % 20 == 19)}}));
    const QString authentication = id(u"authentication", quint64(number));
    m_books.authentications.append(
        Json::object({{u"id"_s, authentication},
                      {u"name"_s, u"Ledger of "_s + m_business.commonName(customer)},
                      {u"customFields"_s, Json()},
                      {u"owner"_s, user},
                      {u"service"_s, Json::object({{u"id"_s, id(u"service", 1)},
                                                   {u"name"_s, u"xero"_s},
                                                   {u"icon"_s, Json()},
                                                   {u"title"_s, u"Xero"_s},
                                                   {u"version"_s, Json(1)}})}}));
    const Json source = m_books.projects.at(number % m_books.projects.size()).versions.last().workflows.at(0);
    Json flags = Json::object();
    for (const QString& flag : {u"hasNewerVersion"_s, u"requiresUserInputToUpdateVersion"_s,
                                u"requiresSystemInputToUpdateVersion"_s})
        flags.set(flag, Json(number % 4 == 3));
    const Json workflow =
        Json::object({{u"id"_s, id(u"instanceworkflow", quint64(number))},
                      {u"triggerUrl"_s, u"https://%1.trayapp.example"_s.arg(id(u"hook", quint64(number)))},
                      {u"sourceWorkflowId"_s, source[u"id"]},
                      {u"sourceWorkflowName"_s, source[u"title"]}});
    const Json solution = m_books.solutions.at(number % 2);
    m_books.instances.append(
        Json::object({{u"id"_s, id(u"instance", quint64(number))},
                      {u"name"_s, m_business.nameIn(business::Book::Stock, customer) + u" – bridge"_s},
                      {u"enabled"_s, Json(number % 6 != 5)},
                      {u"owner"_s, user},
                      {u"created"_s, formatInstant(m_now - std::chrono::hours(24 * (number % 200)))},
                      {u"solution"_s, solution},
                      {u"solutionVersionFlags"_s, flags},
                      {u"workflows"_s, Json::array({workflow})},
                      {u"authValues"_s, Json::array({Json::object({{u"externalId"_s, u"external_ledger"_s},
                                                                   {u"authId"_s, authentication}})})},
                      {u"configValues"_s, Json::array({Json::object({{u"externalId"_s, u"external_entity"_s},
                                                                     {u"value"_s, u"\"main\""_s}})})}}));
}

} // namespace

const Project* Books::project(const QString& id) const
{
    const auto found = std::find_if(projects.begin(), projects.end(),
                                    [&](const Project& project) { return project.id == id; });
    return found == projects.end() ? nullptr : &*found;
}

Json Books::workflow(const QString& id) const
{
    for (const Project& project : projects) {
        for (const Json& workflow : project.versions.last().workflows.toArray()) {
            if (workflow[u"id"].toText() == id) return workflow;
        }
    }
    return {};
}

QString Books::newId()
{
    return steadyId(u"new", 0, ++lastId);
}

void Books::refuse(const QString& what, const Json& detail, Instant at)
{
    refused.append(
        Json::object({{u"what"_s, what}, {u"detail"_s, detail}, {u"at"_s, formatInstantSeconds(at)}}));
}

Books filledBooks(const business::Business& business, qint64 customers, Instant now)
{
    return Filler(business, customers, now).take();
}

QString steadyId(const char16_t* kind, quint64 seed, quint64 number)
{
    static const QUuid kSpace(u"7d1e0b52-3f0e-4c55-9c1f-5a2b6f0c7d11"_s);
    const QString name =
        QString::fromUtf16(kind) + u' ' + QString::number(seed) + u' ' + QString::number(number);
    return QUuid::createUuidV5(kSpace, name).toString(QUuid::WithoutBraces);
}

} // namespace tieout::sandbox::tray
