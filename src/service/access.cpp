// What sign-ins ask for and cover, and the workspace's own part of the keychain.
#include "base/ids.h"
#include "connectors/rest/signin/permissions.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;
using connectors::AuthSpec;

namespace {

const QString kWorkspaceDocument = u"workspace"_s;
constexpr QStringView kReading = u".read";

struct Workspace {
    QString id;
    QStringList carried; ///< connections from before the workspace had an id, while they are signed in
};

/// Two programs may start at once: who comes second finds the first one's id.
Result<Workspace> workspaceIn(store::Database& database, const QString& fresh, Instant now)
{
    store::DocumentRepository documents(database);
    auto connections = store::ConnectionRepository(database).all();
    if (!connections) return tl::unexpected(connections.error());
    QStringList signedIn;
    for (const auto& connection : *connections)
        if (connection.state != model::ConnectionState::SignedOut) signedIn += connection.id;
    auto kept = documents.get(QString(), kWorkspaceDocument);
    if (!kept) return tl::unexpected(kept.error());
    Workspace workspace{fresh, signedIn};
    if (*kept) {
        workspace = {(*kept)->json[u"id"].toText(), {}};
        for (const Json& id : (*kept)->json[u"carried"].toArray())
            if (signedIn.contains(id.toText())) workspace.carried += id.toText();
        return workspace;
    }
    Json carried = Json::array();
    for (const QString& id : std::as_const(workspace.carried))
        carried.append(Json(id));
    const Json document = Json::object({{u"id"_s, workspace.id}, {u"carried"_s, carried}});
    if (auto done = documents.set(QString(), kWorkspaceDocument, document, now); !done)
        return tl::unexpected(done.error());
    return workspace;
}

} // namespace

Task<Result<void>> Workbench::Impl::knowWorkspace()
{
    const QString fresh = QString::fromLatin1(m_random.secretBytes(8).toHex());
    const Instant now = m_clock.now();
    std::function<Result<Workspace>(store::Database&)> work = [fresh, now](store::Database& database) {
        return workspaceIn(database, fresh, now);
    };
    const Result<Workspace> workspace = co_await m_store->write<Workspace>(work);
    if (!workspace) co_return tl::unexpected(workspace.error());
    m_workspaceId = workspace->id;
    m_secrets.setWorkspace(workspace->id, workspace->carried);
    co_return Result<void>();
}

QStringList Workbench::Impl::neededBySyncs(const model::Connection& connection) const
{
    const EndFilter here = [&connection](const auto& end) { return end.connection == connection.id; };
    QStringList operations;
    for (const auto& flow : m_flows)
        operations += operationsOf(flow, here, Reach::Writing);
    return operations;
}

QStringList Workbench::Impl::scopesToAsk(const ConnectRequest& request,
                                         const model::Connection& connection) const
{
    const auto manifest = m_manifests.find(connection.system);
    if (!manifest) return {};
    const AuthSpec& auth = manifest->authOf(connection);
    const EndFilter there = [&connection](const auto& end) { return end.system == connection.system; };
    const EndFilter here = [&connection](const auto& end) { return end.connection == connection.id; };
    const bool syncsWrite =
        std::any_of(m_flows.cbegin(), m_flows.cend(), [&here](const auto& flow) { return here(flow.to); });
    const bool usual = request.access == Access::Usual;
    const bool writes =
        usual ? connection.practice || connection.writable || syncsWrite : request.access == Access::Writing;
    const Reach reach = writes ? Reach::Writing : Reach::Reading;
    QStringList operations = organisationOperations(*manifest) + objectOperations(request.objects, reach);
    if (request.objects.contains(kEveryObject)) operations += connectors::allOperations(auth);
    for (const auto& flow : m_flows)
        operations += operationsOf(flow, here, reach);
    // Before any sync is there: what the offered ones write. Later only what is really in use.
    const Reach offered = syncsWrite ? Reach::Reading : reach;
    for (const auto& each : m_templates.all())
        operations += operationsOf(each.flow, there, offered);
    // What was given stays; a word that only the system uses in its answers must not be asked for.
    QStringList given = connection.scopes;
    const QStringList known = connectors::scopesFor(auth, connectors::allOperations(auth));
    given.removeIf([&known](const QString& scope) {
        const bool reads = scope.endsWith(kReading);
        return !known.contains(scope) && !(reads && known.contains(scope.chopped(kReading.size())));
    });
    return connectors::joinedScopes(connectors::scopesFor(auth, operations), given);
}

Result<void> Workbench::Impl::covers(const model::Connection& connection, const QStringList& operations) const
{
    const auto manifest = m_manifests.find(connection.system);
    if (!manifest) return {};
    const AuthSpec& auth = manifest->authOf(connection);
    const QStringList missing = connectors::missingScopes(auth, connection.scopes, operations);
    if (missing.isEmpty()) return {};
    Error error = errorOf(ErrorKind::BadConfig, u"connection.permission-missing"_s, missing.join(u' '),
                          {titleOf(connection), connectors::permissionWords(auth, missing).join(u"; "_s)});
    error.context.connection = connection.id;
    return fail(error);
}

QStringList Workbench::asks(const ConnectRequest& request) const
{
    model::Connection connection;
    if (const auto* known = m_impl->connection(request.connection)) connection = *known;
    if (connection.system.isEmpty()) connection.system = request.system;
    connection.practice = connection.practice || !request.practice.isEmpty();
    if (!request.way.isEmpty()) connection.settings.insert(u"auth"_s, request.way);
    const auto manifest = m_impl->m_manifests.find(connection.system);
    if (!manifest) {
        const auto* card = m_impl->card(connection.system);
        return card ? card->asks : QStringList();
    }
    return connectors::permissionWords(manifest->authOf(connection),
                                       m_impl->scopesToAsk(request, connection));
}

QStringList Workbench::permissions(const QString& id) const
{
    const auto* known = m_impl->connection(id);
    if (!known) return {};
    const auto manifest = m_impl->m_manifests.find(known->system);
    if (manifest) return connectors::permissionWords(manifest->authOf(*known), known->scopes);
    const auto* card = m_impl->card(known->system);
    return card ? card->asks : QStringList();
}

QStringList Workbench::missingPermissions(const QString& id) const
{
    const auto* known = m_impl->connection(id);
    const auto manifest = known ? m_impl->m_manifests.find(known->system) : nullptr;
    if (!manifest || known->state == model::ConnectionState::SignedOut) return {};
    const AuthSpec& auth = manifest->authOf(*known);
    const QStringList missing = connectors::missingScopes(auth, known->scopes, m_impl->neededBySyncs(*known));
    return missing.isEmpty() ? QStringList() : connectors::permissionWords(auth, missing);
}

} // namespace tieout::service
