#pragma once

#include "auth/browser.h"
#include "auth/vault.h"
#include "base/clock.h"
#include "base/random.h"
#include "net/httpclient.h"

#include <QHash>
#include <QStringList>

namespace tieout::auth {

/// What a manifest says about signing in, with the connection's settings filled in.
struct OAuthSettings {
    QUrl authorizeUrl;
    QUrl tokenUrl;
    QUrl revokeUrl;
    QString clientId;
    Secret clientSecret; ///< of a confidential client; a renewal takes it from the kept tokens
    enum class SecretPlace : quint8 { Form, BasicHeader };
    SecretPlace secretPlace = SecretPlace::Form;
    QStringList scopes;
    QList<int> redirectPorts;
    QString redirectPath = QStringLiteral("/callback");
    QHash<QString, QString> extraQuery;      ///< on the authorize address
    std::chrono::seconds assumedLifetime{0}; ///< when the answer has no expires_in; 0 = until refused
};

struct Tokens {
    Secret access;
    Secret refresh;
    std::optional<Instant> expiresAt;
    QStringList scopes;
    QHash<QString, QString> extra; ///< other text members of the answer: instance_url, id
    Secret clientSecret;           ///< kept with them, for renewals
};

/// Vault form of tokens (JSON); refresh and access are written in one entry. Unreadable: NeedsLogin
/// "oauth.stored".
[[nodiscard]] Secret packTokens(const Tokens& tokens);
[[nodiscard]] Result<Tokens> unpackTokens(const Secret& packed);

/// What a sign-in in progress tells the screen.
struct SignInProgress {
    QUrl link; ///< to copy, or to open again
    bool browserOpened = false;
    std::chrono::seconds left{0};
};

/// Signs in once: PKCE (S256), random state, a loopback listener on the first free registered port (IPv4 and
/// IPv6), the system browser, code exchange. Main thread. Errors: Cancelled; NeedsLogin "oauth.denied" |
/// "oauth.timeout" | "oauth.state" | "oauth.code"; BadConfig "oauth.client" (facts: the system's error word
/// and its description); LocalFault "oauth.no-port" (facts: ports); RemoteFault "oauth.answer"; and what the
/// transport met. A wrong redirect address or scope never comes back from Xero: it shows its own error page,
/// and the sign-in ends in "oauth.timeout" after two minutes. Outlives its run: ask to stop and let it end
/// before destroying this.
class SignIn final
{
  public:
    SignIn(OAuthSettings settings, net::Transport& transport, Clock& clock, Random& random, Browser& browser);
    ~SignIn();
    Q_DISABLE_COPY_MOVE(SignIn)

    /// `progress` is called when the link is ready and every second from then on.
    [[nodiscard]] Task<Result<Tokens>> run(StopToken stop, std::function<void(SignInProgress)> progress);

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Held by one program of those that share a vault while it renews a connection's tokens; released when
/// dropped.
using RenewalLock = std::function<Task<Result<std::shared_ptr<void>>>()>;

/// The tokens of one connection while it is used: adds Bearer, renews before expiry or when refused, once for
/// all waiting calls, and stores a rotated token durably before it is used. Engine thread. A renewal under
/// way is never abandoned (its rotated token would be lost): it outlives the session if need be, so
/// transport, clock and vault must stay until their own pending calls have ended.
///
/// Errors: NeedsLogin "vault.not-found" (never signed in) | "oauth.expired" (the refresh token is dead) |
/// "oauth.refused" (renewed, the same token came back, still refused); BadConfig "oauth.client"; Retry and
/// RateLimited as the token address says; LocalFault of the vault; RemoteFault "oauth.answer".
class OAuthSession final : public net::Authorizer
{
  public:
    OAuthSession(QString vaultKey, OAuthSettings settings, net::Transport& transport, Clock& clock,
                 Vault& vault);
    ~OAuthSession() override;
    Q_DISABLE_COPY_MOVE(OAuthSession)

    [[nodiscard]] Task<Result<net::HttpRequest>> authorize(net::HttpRequest request, StopToken stop) override;
    [[nodiscard]] Task<Result<void>> renew(net::HttpRequest refused, StopToken stop) override;
    /// Revokes at the system and forgets locally; the local part always happens. The session is done after
    /// that; a new sign-in gets a new one.
    [[nodiscard]] Task<Result<void>> signOut(StopToken stop);
    /// Whether the system can be told of a sign-out.
    [[nodiscard]] bool revokes() const;
    /// Called with every renewed token set (Salesforce may move the instance address). Requests that still go
    /// to the former instance_url are sent to the new one by authorize().
    void onRenewed(std::function<void(const Tokens&)> callback);
    void setRenewalLock(RenewalLock lock);

  private:
    class Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace tieout::auth
