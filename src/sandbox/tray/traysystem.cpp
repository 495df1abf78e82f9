#include "sandbox/tray/traysystem.h"

#include "base/ids.h"
#include "sandbox/madebooks.h"
#include "sandbox/tray/call.h"
#include "sandbox/tray/events.h"
#include "sandbox/tray/limits.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace tray;

namespace {

constexpr char kMasterToken[] = "practice-tray-master";
constexpr std::chrono::hours kUserTokenLife{48};

QByteArray bearer(const Request& request)
{
    const QByteArray header = headerValue(request.headers, "Authorization");
    if (header.size() > 7 && qstrnicmp(header.constData(), "Bearer ", 7) == 0)
        return header.sliced(7).trimmed();
    return {};
}

} // namespace

/// The parts behind TraySystem and the way a call takes through them.
class TraySystem::Impl
{
  public:
    struct UserToken {
        QString userId;
        Instant expires{};
    };

    Impl(const PracticeClock& practiceClock, Random& chance, const business::Business& business,
         qint64 customers)
        : clock(practiceClock)
        , random(chance)
        , filled(&filledBooks, business, customers, practiceClock.now())
    {
    }

    [[nodiscard]] Books& books() { return filled.get(); }
    /// Tokens of another region are as unknown here as any.
    [[nodiscard]] std::optional<Viewer> viewerOf(const QByteArray& token) const
    {
        if (revoked) return {};
        if (token == kMasterToken) return Viewer{true, {}};
        const auto user = userTokens.constFind(token);
        if (user == userTokens.cend() || clock.now() >= user->expires) return {};
        return Viewer{false, user->userId};
    }
    [[nodiscard]] Response answer(const Request& request);
    [[nodiscard]] Response route(Call& call, const QStringList& path);

    const PracticeClock& clock;
    Random& random;
    MadeBooks<Books> filled;
    Limits limits;
    Modes modes;
    QByteArray baseUrl;
    QHash<QByteArray, UserToken> userTokens;
    PostRoom postRoom;
    bool revoked = false;
};

Response TraySystem::Impl::answer(const Request& request)
{
    const QStringList path = request.segments();
    const QByteArray token = bearer(request);
    Call call{request, {}, {}, books(), modes, clock.now(), baseUrl, {}, {}};
    if (path.value(0) == u"hooks") {
        call.path = path.sliced(1);
        return answerHook(call);
    }
    const auto viewer = viewerOf(token);
    if (!viewer) {
        Response refused = errorReply(401, u"Request is unauthorized"_s);
        if (path.value(0) == u"mcp") {
            refused =
                jsonReply(401, Json::object({{u"error"_s, u"invalid_token"_s},
                                             {u"error_description"_s, u"Missing Authorization header"_s}}));
            refused.headers.emplaceBack("WWW-Authenticate", "Bearer resource_metadata=\"" + baseUrl +
                                                                "/.well-known/oauth-protected-resource\"");
        }
        return refused;
    }
    if (!limits.admit(token, call.now)) return errorReply(429, u"Too many requests"_s); // names no time
    call.viewer = *viewer;
    return route(call, path);
}

Response TraySystem::Impl::route(Call& call, const QStringList& path)
{
    if (path == QStringList{u"graphql"_s}) {
        call.newUserToken = QString::fromLatin1(base64Url(random.secretBytes(24)));
        Response response = answerGraph(call);
        if (!call.newUserTokenFor.isEmpty())
            userTokens.insert(call.newUserToken.toLatin1(),
                              {call.newUserTokenFor, call.now + kUserTokenLife});
        return response;
    }
    if (path == QStringList{u"mcp"_s}) return answerTools(call);
    if (path.value(0) != u"core" || path.value(1) != u"v1" || path.size() < 3)
        return errorReply(404, u"Not found"_s);
    call.path = path.sliced(2);
    return answerRest(call);
}

TraySystem::TraySystem(const PracticeClock& clock, Random& random, const business::Business& business,
                       qint64 customers)
    : m_impl(std::make_unique<Impl>(clock, random, business, customers))
{
}

TraySystem::~TraySystem() = default;

QString TraySystem::name() const
{
    return u"tray"_s;
}

Response TraySystem::handle(const Request& request)
{
    return m_impl->answer(request);
}

Json TraySystem::state(QStringView object) const
{
    const Books& books = m_impl->books();
    if (object == u"connectors") return books.connectors;
    if (object == u"triggers") return books.triggers;
    if (object == u"workspaces") return books.workspaces;
    if (object == u"executions") return books.executions;
    if (object == u"instances") return books.instances;
    if (object == u"subscriptions") return books.subscriptions;
    if (object == u"refused") return books.refused;
    if (object == u"messages") return m_impl->postRoom.rows();
    const bool projects = object == u"projects";
    if (!projects && object != u"workflows") return {};
    Json rows = Json::array();
    for (const Project& project : books.projects) {
        if (projects)
            rows.append(Json::object({{u"id"_s, project.id},
                                      {u"name"_s, project.name},
                                      {u"workspaceId"_s, project.workspaceId},
                                      {u"versions"_s, Json(qint64(project.versions.size()))}}));
        else
            for (const Json& workflow : project.versions.last().workflows.toArray())
                rows.append(workflow);
    }
    return rows;
}

void TraySystem::snapshot()
{
    m_impl->filled.keep();
}

void TraySystem::reset()
{
    m_impl->filled.restore();
    m_impl->limits.clear();
    m_impl->postRoom.clear();
    m_impl->modes = {};
    m_impl->revoked = false;
}

void TraySystem::setBaseUrl(const QByteArray& url)
{
    m_impl->baseUrl = url.endsWith('/') ? url.chopped(1) : url;
}

void TraySystem::setLimitsEnabled(bool enabled)
{
    m_impl->limits.setEnabled(enabled);
}

// The master token lives until somebody changes it.
void TraySystem::expireTokens()
{
    m_impl->userTokens.clear();
}

void TraySystem::revokeSignIns()
{
    m_impl->userTokens.clear();
    m_impl->revoked = true;
}

void TraySystem::setModes(const Modes& modes)
{
    m_impl->modes = modes;
}

Modes TraySystem::modes() const
{
    return m_impl->modes;
}

bool TraySystem::saveProject(const QString& projectId, const QString& change)
{
    Books& books = m_impl->books();
    QList<Project>& projects = books.projects;
    const auto found = std::find_if(projects.begin(), projects.end(),
                                    [&](const Project& project) { return project.id == projectId; });
    static const QStringList kChanges{u"save"_s, u"drop-workflow"_s, u"move"_s};
    if (found == projects.end() || !kChanges.contains(change)) return false;
    const auto save = [&](Project& project, Json workflows) {
        Version next = project.versions.last();
        next.number += 1;
        next.title = u"Version %1"_s.arg(next.number);
        next.created = m_impl->clock.now();
        for (Json& workflow : workflows.editArray()) {
            workflow.set(u"project_id"_s, project.id);
            workflow.member(u"version"_s) =
                Json::object({{u"id"_s, books.newId()}, {u"created"_s, formatInstant(next.created)}});
        }
        next.workflows = workflows;
        project.versions.append(next);
    };
    Json own = found->versions.last().workflows;
    if (change != u"save" && own.size() > 0) {
        Json leaving = own.editArray().takeFirst();
        if (change == u"move") {
            Project& other = projects[(found - projects.begin() + 1) % projects.size()];
            leaving.set(u"id"_s, books.newId());
            Json theirs = other.versions.last().workflows;
            theirs.append(leaving);
            save(other, theirs);
        }
    }
    save(*found, own);
    return true;
}

Json TraySystem::pushed(const QString& kind, const QString& subject) const
{
    const Books& books = m_impl->books();
    if (kind == u"every-event") return everyExecutionEvent(books, m_impl->clock.now());
    if (kind == u"delivery") {
        for (const Json& row : books.subscriptions.toArray()) {
            if (row[u"id"].toText() != subject) continue;
            const SignedDelivery delivery = triggerDelivery(row, Json::object({{u"event"_s, u"practice"_s}}));
            return Json::object({{u"body"_s, QString::fromUtf8(delivery.body)},
                                 {u"x-tray-signature"_s, QString::fromLatin1(delivery.signature)}});
        }
        return {};
    }
    for (const Json& execution : books.executions.toArray()) {
        if (execution[u"id"].toText() != subject) continue;
        if (kind == u"log") return logEvents(books, execution, Stream::Tidy);
        if (kind == u"untidy-log") return logEvents(books, execution, Stream::Untidy);
        if (kind == u"alert") return alertPayload(books, execution, StepLink::WithExecution);
        if (kind == u"bare-alert") return alertPayload(books, execution, StepLink::Bare);
    }
    return {};
}

void TraySystem::setReceiver(Channel channel, const Receiver& receiver)
{
    m_impl->postRoom.setReceiver(channel, receiver);
}

int TraySystem::post(const QString& kind, const QString& subject)
{
    return m_impl->postRoom.post(m_impl->books(), kind, subject, m_impl->clock.now());
}

QList<OutgoingCall> TraySystem::dueCalls()
{
    return m_impl->postRoom.due(m_impl->clock.now());
}

void TraySystem::callAnswered(quint64 number, int status)
{
    m_impl->postRoom.answered(number, status, m_impl->clock.now());
}

} // namespace tieout::sandbox
