#include "base/ids.h"
#include "connectors/rest/signin/keyauthorizer.h"
#include "connectors/rest/signin/signinsettings.h"
#include "service/handover.h"
#include "service/workbenchimpl.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

/// Each new organisation gets the next colour band.
constexpr int kColours = 8;

/// The practice company's keys are no secrets: its manifest names them.
connectors::Secrets secretsOf(const ConnectRequest& request, const connectors::Manifest& manifest,
                              const model::Connection& connection)
{
    connectors::Secrets secrets = request.secrets;
    if (!connection.practice) return secrets;
    for (const auto& setting : manifest.settings)
        if (setting.kind == connectors::SettingSpec::Kind::Secret && !secrets.contains(setting.name) &&
            !setting.practice.isEmpty())
            secrets.insert(setting.name, Secret(setting.practice.toUtf8()));
    return secrets;
}

} // namespace

QString Workbench::Impl::freeConnectionId(const QString& system, bool practice) const
{
    for (int number = 1;; ++number) {
        QString id = (practice ? u"practice-"_s : QString()) + system + u'-' + QString::number(number);
        const bool pending = std::any_of(m_tickets.cbegin(), m_tickets.cend(),
                                         [&](const Ticket& ticket) { return ticket.connection.id == id; });
        if (!connection(id) && !pending) return id;
    }
}

Result<Workbench::Impl::Ticket> Workbench::Impl::newTicket(const ConnectRequest& request) const
{
    Ticket ticket;
    if (!request.connection.isEmpty()) {
        const auto* known = connection(request.connection);
        if (!known)
            return fail(ErrorKind::BadConfig, u"connection.unknown"_s, u"no such connection"_s,
                        {request.connection});
        ticket.connection = *known;
        ticket.renewal = true;
        for (auto it = request.settings.cbegin(); it != request.settings.cend(); ++it)
            ticket.connection.settings.insert(it.key(), it.value());
        if (!request.way.isEmpty()) ticket.connection.settings.insert(u"auth"_s, request.way);
        // The practice company may have come back at other addresses.
        if (const auto manifest = m_manifests.find(known->system);
            manifest && known->practice && !request.practice.isEmpty()) {
            const auto addresses = connectors::practiceSettings(*manifest, request.practice);
            for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
                ticket.connection.settings.insert(it.key(), it.value());
        }
        return ticket;
    }
    const auto* system = card(request.system);
    if (!system)
        return fail(ErrorKind::BadConfig, u"connection.no-system"_s, u"no such system"_s, {request.system});
    auto& made = ticket.connection;
    made.system = request.system;
    made.practice = !request.practice.isEmpty();
    made.id = freeConnectionId(request.system, made.practice);
    made.settings = request.settings;
    if (!request.way.isEmpty()) made.settings.insert(u"auth"_s, request.way);
    if (made.practice) {
        const auto manifest = m_manifests.find(request.system);
        if (!manifest || !net::isLoopback(request.practice))
            return fail(ErrorKind::BadConfig, u"connection.not-practice"_s,
                        u"a practice company is on this machine"_s, {request.practice.toString()});
        const auto addresses = connectors::practiceSettings(*manifest, request.practice);
        for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
            made.settings.insert(it.key(), it.value());
    }
    made.colour = int(m_connections.size()) % kColours;
    return ticket;
}

const connectors::SystemCard* Workbench::Impl::card(const QString& system) const
{
    const auto found = std::find_if(m_systems.cbegin(), m_systems.cend(),
                                    [&system](const auto& each) { return each.id == system; });
    return found == m_systems.cend() ? nullptr : &*found;
}

Task<Result<SignedIn>> Workbench::Impl::signIn(ConnectRequest request, StopToken stop,
                                               std::function<void(ConnectProgress)> progress)
{
    auto made = newTicket(request);
    if (!made) co_return tl::unexpected(made.error());
    Ticket ticket = *made;
    const auto manifest = m_manifests.find(ticket.connection.system);
    Result<void> signedIn;
    if (manifest && manifest->authOf(ticket.connection).isOAuth())
        signedIn = co_await signInByBrowser(&ticket, request, stop, progress);
    else
        signedIn = co_await signInByForm(&ticket, request);
    if (!signedIn) co_return tl::unexpected(signedIn.error());

    const model::Connection connection = ticket.connection;
    EngineHost* host = m_host;
    std::function<Task<Result<QList<model::OrganisationInfo>>>()> ask = [host, connection, stop] {
        host->forget(connection.id);
        return host->organisations(connection, stop);
    };
    const Result<QList<model::OrganisationInfo>> found =
        co_await runOn<Result<QList<model::OrganisationInfo>>>(host, ask);
    if (!found) co_return tl::unexpected(found.error());
    if (found->isEmpty())
        co_return fail(ErrorKind::NeedsLogin, u"connection.no-organisation"_s,
                       u"no organisation was chosen"_s, {card(connection.system)->title});
    ticket.organisations = *found;
    SignedIn answer;
    answer.ticket = QString::fromLatin1(base64Url(m_random.secretBytes(12)));
    answer.organisations = *found;
    m_tickets.insert(answer.ticket, ticket);
    co_return answer;
}

Task<Result<void>> Workbench::Impl::signInByBrowser(Ticket* ticket, ConnectRequest request, StopToken stop,
                                                    std::function<void(ConnectProgress)> progress)
{
    auto& connection = ticket->connection;
    const auto manifest = m_manifests.find(connection.system);
    const Secret clientSecret = secretsOf(request, *manifest, connection).value(u"clientSecret"_s);
    const QStringList scopes = scopesToAsk(request, connection);
    const auto settings = connectors::oauthSettings(*manifest, connection, scopes, clientSecret);
    if (!settings) co_return tl::unexpected(settings.error());
    if (settings->clientId.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"connection.client-id"_s, u"no client id"_s, {manifest->title});
    net::NetworkTransport wire;
    const auto browser = browserOf(m_environment, wire);
    auth::SignIn signIn(*settings, wire, m_clock, m_random, *browser);
    std::function<void(auth::SignInProgress)> tell = [progress](const auth::SignInProgress& now) {
        if (!progress) return;
        ConnectProgress shown;
        shown.link = now.link;
        shown.browserOpened = now.browserOpened;
        shown.secondsLeft = int(now.left.count());
        progress(shown);
    };
    const Result<auth::Tokens> tokens = co_await signIn.run(stop, tell);
    if (!tokens) co_return tl::unexpected(tokens.error());
    const auto told = connectors::settingsFromTokens(*manifest, *tokens);
    for (auto it = told.cbegin(); it != told.cend(); ++it)
        connection.settings.insert(it.key(), it.value());
    // A system that does not say what it gave has given what was asked.
    connection.scopes = tokens->scopes.isEmpty() ? scopes : tokens->scopes;
    const Result<void> kept = co_await m_secrets.write(vaultKeyOf(connection.id), auth::packTokens(*tokens));
    co_return kept;
}

Task<Result<void>> Workbench::Impl::signInByForm(Ticket* ticket, ConnectRequest request)
{
    auto& connection = ticket->connection;
    // Signing in again: what is not typed anew stays as it is.
    connectors::Secrets known;
    if (ticket->renewal) {
        const Result<Secret> packed = co_await m_secrets.read(secretKeyOf(connection.id));
        if (packed) known = connectors::unpackSecrets(*packed).value_or(connectors::Secrets());
    }
    for (auto it = request.secrets.cbegin(); it != request.secrets.cend(); ++it)
        known.insert(it.key(), it.value());
    request.secrets = known;
    connectors::Secrets secrets = known;
    if (const auto manifest = m_manifests.find(connection.system)) {
        secrets = secretsOf(request, *manifest, connection);
        const QString missing = connectors::missingSetting(*manifest, connection, secrets);
        if (!missing.isEmpty()) {
            const auto* setting = manifest->setting(missing);
            co_return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s, u"not filled in"_s,
                           {setting ? setting->label : missing});
        }
    }
    if (secrets.isEmpty()) co_return Result<void>();
    const Result<void> kept =
        co_await m_secrets.write(secretKeyOf(connection.id), connectors::packSecrets(secrets));
    co_return kept;
}

Task<Result<model::Connection>> Workbench::Impl::finishConnect(QString ticketId, QString tenantId)
{
    if (!m_tickets.contains(ticketId))
        co_return fail(ErrorKind::Bug, u"connection.no-ticket"_s, u"unknown sign-in"_s);
    const Ticket ticket = m_tickets.take(ticketId);
    auto connection = ticket.connection;
    for (const auto& organisation : ticket.organisations) {
        if (organisation.tenantId != tenantId) continue;
        connection.tenantId = organisation.tenantId;
        connection.organisation = organisation.name;
        connection.authorisedBy = organisation.authorisedBy;
    }
    if (connection.tenantId != tenantId)
        co_return fail(ErrorKind::BadConfig, u"connection.no-organisation"_s,
                       u"not among the organisations"_s);
    for (const auto& other : m_connections)
        if (other.id != connection.id && other.system == connection.system && other.tenantId == tenantId &&
            other.practice == connection.practice && other.state != model::ConnectionState::SignedOut)
            co_return fail(ErrorKind::Conflict, u"connection.exists"_s, u"already connected"_s,
                           {other.organisation});

    EngineHost* host = m_host;
    std::function<Task<Result<model::OrganisationInfo>>()> test = [host, connection] {
        host->forget(connection.id);
        return host->test(connection, StopToken());
    };
    const Result<model::OrganisationInfo> tested =
        co_await runOn<Result<model::OrganisationInfo>>(host, test);
    if (!tested) co_return tl::unexpected(tested.error());
    if (!tested->name.isEmpty()) connection.organisation = tested->name;
    if (!tested->authorisedBy.isEmpty()) connection.authorisedBy = tested->authorisedBy;
    if (!tested->shortCode.isEmpty()) connection.settings.insert(u"shortCode"_s, tested->shortCode);
    if (!tested->zone.isEmpty()) connection.settings.insert(u"zone"_s, tested->zone);
    if (!tested->region.isEmpty()) connection.settings.insert(u"region"_s, tested->region);
    if (!tested->baseCurrency.isEmpty()) connection.settings.insert(u"baseCurrency"_s, tested->baseCurrency);
    connection.state = model::ConnectionState::Ready;
    connection.stateText.clear();
    connection.authorisedAt = m_clock.now();
    const auto manifest = m_manifests.find(connection.system);
    if (manifest && manifest->auth.renewAfterDays > 0)
        connection.renewBy =
            *connection.authorisedAt + std::chrono::hours(24 * manifest->auth.renewAfterDays);
    // New connections are read-only until a sync is switched on; made-up books are there to be written.
    if (!ticket.renewal)
        connection.writable = connection.practice && connectors::canWrite(m_manifests, connection);
    const Result<void> saved = co_await saveConnection(connection);
    if (!saved) co_return tl::unexpected(saved.error());
    std::function<Task<Result<bool>>()> forget = [host, connection]() -> Task<Result<bool>> {
        host->forget(connection.id);
        return []() -> Task<Result<bool>> { co_return true; }();
    };
    const Result<bool> forgotten = co_await runOn<Result<bool>>(host, forget);
    Q_UNUSED(forgotten)
    co_await refresh();
    co_return connection;
}

Task<Result<void>> Workbench::Impl::saveConnection(model::Connection connection)
{
    std::function<Result<bool>(store::Database&)> work =
        [connection](store::Database& database) -> Result<bool> {
        auto done = store::ConnectionRepository(database).save(connection);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> saved = co_await m_store->write<bool>(work);
    if (!saved) co_return tl::unexpected(saved.error());
    for (auto& known : m_connections)
        if (known.id == connection.id) known = connection;
    Q_EMIT m_front->connectionsChanged();
    co_return Result<void>();
}

bool Workbench::canWrite(const QString& id) const
{
    const auto* known = m_impl->connection(id);
    return known && connectors::canWrite(m_impl->m_manifests, *known);
}

Task<Result<SignedOut>> Workbench::disconnectConnection(QString id)
{
    const auto* known = m_impl->connection(id);
    if (!known) co_return fail(ErrorKind::BadConfig, u"connection.unknown"_s, u"no such connection"_s, {id});
    auto connection = *known;
    EngineHost* host = m_impl->m_host;
    // A permission that other connections live on stays; the last of them takes it back.
    const auto permission =
        m_impl->sharesSignIn(connection) ? EngineHost::Permission::Leave : EngineHost::Permission::Revoke;
    std::function<Task<Result<SignedOut>>()> leave = [host, connection, permission] {
        return host->signOut(connection, permission, StopToken());
    };
    const Result<SignedOut> left = co_await runOn<Result<SignedOut>>(host, leave);
    connection.state = model::ConnectionState::SignedOut;
    connection.writable = false;
    connection.renewBy.reset();
    connection.scopes.clear();
    const Result<void> saved = co_await m_impl->saveConnection(connection);
    if (!saved) co_return tl::unexpected(saved.error());
    if (left) co_return left;
    Error unrevoked = left.error();
    if (unrevoked.kind == ErrorKind::LocalFault) co_return tl::unexpected(unrevoked);
    unrevoked.code = u"oauth.revoke"_s;
    unrevoked.cause = std::make_shared<const Error>(left.error());
    co_return tl::unexpected(unrevoked);
}

} // namespace tieout::service
