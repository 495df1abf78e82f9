#include "auth/oauth.h"
#include "auth/tokenendpoint.h"
#include "net/pending.h"
#include "net/stoplistener.h"

#include <list>

namespace tieout::auth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kRenewAhead = 60s;
constexpr auto kSameTokenMemory = 60s;
constexpr QByteArrayView kBearer = "Bearer ";

QUrl originOf(const QString& address)
{
    return QUrl(address).adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                  QUrl::RemoveUserInfo);
}

void setBearer(net::HttpRequest& request, const Secret& access)
{
    request.headers.removeIf(
        [](const auto& header) { return header.first.compare("Authorization", Qt::CaseInsensitive) == 0; });
    request.headers.append({"Authorization", kBearer.toByteArray() + access.reveal()});
}

bool isFinal(const Error& error)
{
    return error.kind == ErrorKind::NeedsLogin || error.kind == ErrorKind::BadConfig ||
           error.kind == ErrorKind::Cancelled;
}

QByteArray bearerOf(const net::HttpRequest& request)
{
    for (const auto& [name, value] : request.headers) {
        if (name.compare("Authorization", Qt::CaseInsensitive) == 0 && value.startsWith(kBearer))
            return value.mid(kBearer.size());
    }
    return {};
}

} // namespace

class OAuthSession::Impl : public std::enable_shared_from_this<OAuthSession::Impl>
{
  public:
    using Outcome = Result<void>;
    enum class Need : quint8 { Load, Renew };

    Impl(QString key, OAuthSettings oauth, net::Transport& wire, Clock& time, Vault& secrets)
        : vaultKey(std::move(key))
        , settings(std::move(oauth))
        , transport(wire)
        , clock(time)
        , vault(secrets)
    {
    }

    /// The renewal under way, if any, finishes without its session; it and this object would hold each other.
    void letGo() { m_leader = Task<>(); }
    /// Loads or renews, once for all that ask while it is under way; waiting ends with `stop`, the work does
    /// not.
    [[nodiscard]] Task<Outcome> share(Need need, StopToken stop);
    [[nodiscard]] Task<Outcome> revoke(StopToken stop);
    [[nodiscard]] bool expiresWithin(std::chrono::seconds time) const
    {
        return tokens->expiresAt && clock.now() + time >= *tokens->expiresAt;
    }

    QString vaultKey;
    OAuthSettings settings;
    net::Transport& transport;
    Clock& clock;
    Vault& vault;
    std::optional<Tokens> tokens;
    bool signedOut = false;
    std::function<void(const Tokens&)> renewed;
    RenewalLock lock;
    QByteArray sameAgain;      ///< a renewal gave this very token back…
    Instant sameAgainAt{};     ///< …at this time
    QList<QUrl> formerOrigins; ///< where requests may still be addressed

  private:
    static Task<> lead(std::shared_ptr<Impl> self, Need need);
    [[nodiscard]] Task<Outcome> load();
    [[nodiscard]] Task<Outcome> renewLocked();
    [[nodiscard]] Task<Outcome> renewTokens();
    [[nodiscard]] Task<bool> adoptNewer();
    [[nodiscard]] Task<Outcome> keep(Tokens fresh);
    [[nodiscard]] net::HttpRequest renewalRequest() const;
    [[nodiscard]] net::HttpRequest revocationRequest() const;
    [[nodiscard]] Tokens merged(Tokens answer) const;
    void take(Tokens fresh);

    std::optional<Tokens> m_unsaved; ///< rotated, not yet in the vault: the old ones are dead already
    std::list<net::Pending<Outcome>> m_waiting;
    bool m_leading = false;
    Task<> m_leader;
};

Task<Result<void>> OAuthSession::Impl::share(Need need, StopToken stop)
{
    const auto self = shared_from_this();
    const net::Pending<Outcome> place;
    m_waiting.push_back(place);
    if (!m_leading) {
        m_leading = true;
        m_leader = lead(self, need);
    }
    const net::StopListener listener(stop, [place] {
        place.complete(
            fail(ErrorKind::Cancelled, u"oauth.cancelled"_s, u"stopped while waiting for credentials"_s));
    });
    Outcome outcome = co_await place;
    co_return outcome;
}

Task<> OAuthSession::Impl::lead(std::shared_ptr<Impl> self, Need need)
{
    Outcome outcome;
    if (!self->tokens) outcome = co_await self->load();
    if (outcome && need == Need::Renew) outcome = co_await self->renewLocked();
    self->m_leading = false;
    const auto waiting = std::exchange(self->m_waiting, {});
    for (const auto& place : waiting)
        place.complete(outcome);
}

Task<Result<void>> OAuthSession::Impl::load()
{
    auto packed = co_await vault.read(vaultKey);
    if (!packed) co_return fail(std::move(packed.error()));
    auto stored = unpackTokens(*packed);
    if (!stored) co_return fail(std::move(stored.error()));
    tokens = std::move(*stored);
    co_return Outcome();
}

Task<Result<void>> OAuthSession::Impl::renewLocked()
{
    std::shared_ptr<void> held;
    if (lock) {
        auto locked = co_await lock();
        if (!locked) co_return fail(std::move(locked.error()));
        held = std::move(*locked);
    }
    Outcome outcome = co_await renewTokens();
    co_return outcome;
}

Task<Result<void>> OAuthSession::Impl::renewTokens()
{
    if (m_unsaved) { // the vault was shut the last time; asking again would spend a dead refresh token
        Tokens again = *m_unsaved;
        Outcome kept = co_await keep(std::move(again));
        co_return kept;
    }
    const bool adopted = co_await adoptNewer();
    if (adopted) co_return Outcome();
    if (tokens->refresh.isEmpty())
        co_return fail(ErrorKind::NeedsLogin, u"oauth.expired"_s, u"there is no refresh token"_s);
    const net::HttpRequest request = renewalRequest();
    auto response = co_await transport.send(request, StopToken());
    if (!response) co_return fail(std::move(response.error()));
    auto answer = readTokenAnswer(*response, clock.now(), settings.assumedLifetime, u"oauth.expired"_s);
    if (!answer) co_return fail(std::move(answer.error()));
    Outcome kept = co_await keep(merged(std::move(*answer)));
    co_return kept;
}

/// Another program may have renewed since: its tokens are in the vault, ours are dead.
Task<bool> OAuthSession::Impl::adoptNewer()
{
    auto packed = co_await vault.read(vaultKey);
    if (!packed) co_return false;
    auto stored = unpackTokens(*packed);
    if (!stored) co_return false;
    if (stored->access == tokens->access && stored->refresh == tokens->refresh) co_return false;
    take(std::move(*stored));
    const bool fresh = !expiresWithin(kRenewAhead);
    co_return fresh;
}

Task<Result<void>> OAuthSession::Impl::keep(Tokens fresh)
{
    m_unsaved = fresh;
    auto written = co_await vault.write(vaultKey, packTokens(fresh));
    if (!written) co_return fail(std::move(written.error()));
    m_unsaved.reset();
    const bool same = fresh.access == tokens->access;
    sameAgain = same ? fresh.access.reveal() : QByteArray();
    sameAgainAt = clock.now();
    take(std::move(fresh));
    co_return Outcome();
}

net::HttpRequest OAuthSession::Impl::renewalRequest() const
{
    return formRequest(settings.tokenUrl,
                       {{u"grant_type"_s, u"refresh_token"_s},
                        {u"client_id"_s, settings.clientId},
                        {u"refresh_token"_s, QString::fromUtf8(tokens->refresh.reveal())}},
                       settings, tokens->clientSecret);
}

net::HttpRequest OAuthSession::Impl::revocationRequest() const
{
    // The refresh token: revoking it ends its access tokens too.
    const Secret& token = tokens->refresh.isEmpty() ? tokens->access : tokens->refresh;
    return formRequest(settings.revokeUrl,
                       {{u"token"_s, QString::fromUtf8(token.reveal())}, {u"client_id"_s, settings.clientId}},
                       settings, tokens->clientSecret);
}

Tokens OAuthSession::Impl::merged(Tokens answer) const
{
    if (answer.refresh.isEmpty()) answer.refresh = tokens->refresh; // no rotation: the old one lives on
    if (answer.scopes.isEmpty()) answer.scopes = tokens->scopes;
    answer.clientSecret = tokens->clientSecret;
    for (auto it = tokens->extra.cbegin(); it != tokens->extra.cend(); ++it) {
        if (!answer.extra.contains(it.key())) answer.extra.insert(it.key(), it.value());
    }
    return answer;
}

void OAuthSession::Impl::take(Tokens fresh)
{
    const QUrl before = originOf(tokens->extra.value(u"instance_url"_s));
    const QUrl after = originOf(fresh.extra.value(u"instance_url"_s));
    if (!before.isEmpty() && before != after && !formerOrigins.contains(before)) formerOrigins.append(before);
    formerOrigins.removeAll(after);
    tokens = std::move(fresh);
    if (renewed) renewed(*tokens);
}

Task<Result<void>> OAuthSession::Impl::revoke(StopToken stop)
{
    const net::HttpRequest request = revocationRequest();
    auto response = co_await transport.send(request, stop);
    if (!response) co_return fail(std::move(response.error()));
    // 400: the token was dead already, which is what we want.
    if (response->status < 300 || response->status == 400) co_return Outcome();
    co_return fail(response->status >= 500 ? ErrorKind::Retry : ErrorKind::RemoteFault, u"oauth.revoke"_s,
                   u"status %1"_s.arg(response->status));
}

OAuthSession::OAuthSession(QString vaultKey, OAuthSettings settings, net::Transport& transport, Clock& clock,
                           Vault& vault)
    : m_impl(std::make_shared<Impl>(std::move(vaultKey), std::move(settings), transport, clock, vault))
{
}

OAuthSession::~OAuthSession()
{
    m_impl->renewed = nullptr;
    m_impl->letGo();
}

Task<Result<net::HttpRequest>> OAuthSession::authorize(net::HttpRequest request, StopToken stop)
{
    const auto impl = m_impl;
    if (impl->signedOut) co_return fail(vaultNotFound(impl->vaultKey));
    if (!impl->tokens) {
        auto loaded = co_await impl->share(Impl::Need::Load, stop);
        if (!loaded) co_return fail(std::move(loaded.error()));
    }
    if (impl->expiresWithin(kRenewAhead)) {
        auto renewed = co_await impl->share(Impl::Need::Renew, stop);
        // A token address in trouble is no reason to stop while the present token still works.
        if (!renewed && (impl->expiresWithin(0s) || isFinal(renewed.error())))
            co_return fail(std::move(renewed.error()));
    }
    if (impl->signedOut) co_return fail(vaultNotFound(impl->vaultKey));
    setBearer(request, impl->tokens->access);
    if (impl->formerOrigins.contains(originOf(request.url.toString()))) {
        const QUrl now(impl->tokens->extra.value(u"instance_url"_s));
        request.url.setScheme(now.scheme());
        request.url.setHost(now.host());
        request.url.setPort(now.port());
    }
    co_return request;
}

Task<Result<void>> OAuthSession::renew(net::HttpRequest refused, StopToken stop)
{
    const auto impl = m_impl;
    const QByteArray token = bearerOf(refused);
    if (impl->signedOut) co_return fail(vaultNotFound(impl->vaultKey));
    if (!impl->tokens) {
        auto loaded = co_await impl->share(Impl::Need::Load, stop);
        if (!loaded) co_return fail(std::move(loaded.error()));
    }
    if (impl->tokens->access.reveal() != token) co_return Result<void>(); // renewed since
    const bool again = token == impl->sameAgain && impl->clock.now() - impl->sameAgainAt < kSameTokenMemory;
    if (again) co_return fail(ErrorKind::NeedsLogin, u"oauth.refused"_s, u"renewed, and still refused"_s);
    Result<void> outcome = co_await impl->share(Impl::Need::Renew, stop);
    co_return outcome;
}

Task<Result<void>> OAuthSession::signOut(StopToken stop)
{
    const auto impl = m_impl;
    impl->signedOut = true;
    // Also waits for a renewal under way: its tokens are the ones to revoke.
    Result<void> revoked = co_await impl->share(Impl::Need::Load, StopToken());
    const bool neverSignedIn = !revoked && revoked.error().kind == ErrorKind::NeedsLogin;
    if (impl->tokens && !impl->settings.revokeUrl.isEmpty()) revoked = co_await impl->revoke(stop);
    impl->tokens.reset();
    Result<void> removed = co_await impl->vault.remove(impl->vaultKey);
    if (!removed) co_return removed;
    if (neverSignedIn) co_return Result<void>();
    co_return revoked;
}

bool OAuthSession::revokes() const
{
    return !m_impl->settings.revokeUrl.isEmpty();
}

void OAuthSession::onRenewed(std::function<void(const Tokens&)> callback)
{
    m_impl->renewed = std::move(callback);
}

void OAuthSession::setRenewalLock(RenewalLock lock)
{
    m_impl->lock = std::move(lock);
}

} // namespace tieout::auth
