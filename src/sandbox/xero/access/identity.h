#pragma once

#include "sandbox/oauth.h"
#include "sandbox/practiceclock.h"
#include "sandbox/xero/organisation/guids.h"

namespace tieout::sandbox::xero {

/// One organisation that consented to the app. Disconnected ones are remembered: joining again keeps the id.
struct Connection {
    QUuid id;
    QUuid tenant;
    QUuid authEvent;
    QString tenantName;
    Instant created{};
    Instant updated{};
    bool active = true;
};

/// What a bearer token is worth.
struct Bearer {
    enum class State : quint8 { Live, Expired, Unknown };

    State state = State::Unknown;
    QSet<QString> scopes;
    Instant expired{}; ///< with Expired
};

/// The identity server: sign-in and consent pages, codes, tokens, revocation, discovery and the list of
/// connections. One practice user, one registered app. Owned by the system.
class Identity final
{
  public:
    Identity(const PracticeClock& clock, Random& random, GuidSource& guids);

    void setBaseUrl(const QByteArray& url) { m_baseUrl = url; }
    /// Scopes of before March 2026 are given too.
    void setBroadScopes(bool given) { m_broadScopes = given; }
    void offerTenant(const QUuid& id, const QString& name);

    /// The answer when the path is one of the identity server's or /connections.
    [[nodiscard]] std::optional<Response> answer(const Request& request);
    [[nodiscard]] Bearer bearerOf(const Request& request);
    [[nodiscard]] bool isConnected(const QUuid& tenant) const;
    [[nodiscard]] const QList<Connection>& connections() const { return m_connections; }

    void expireTokens();
    void disconnect(const QUuid& tenant);

  private:
    [[nodiscard]] Response authorize(const Request& request);
    [[nodiscard]] Response allow(const AuthorizeRequest& asked, const QString& organisation);
    [[nodiscard]] Response deny(const AuthorizeRequest& asked) const;
    [[nodiscard]] Response token(const Request& request);
    [[nodiscard]] Response exchangeCode(const Request& request, const QString& client);
    [[nodiscard]] Response refresh(const Request& request, const QString& client);
    [[nodiscard]] Response tokenReply(const TokenPair& tokens, Instant now) const;
    [[nodiscard]] Response revoke(const Request& request);
    [[nodiscard]] Response discovery() const;
    [[nodiscard]] Response userInfo(const Request& request);
    [[nodiscard]] Response listConnections(const Request& request);
    [[nodiscard]] Response deleteConnection(const Request& request, const QString& id);
    [[nodiscard]] QByteArray accessToken(const Consent& consent, Instant now);
    [[nodiscard]] QByteArray idToken(const Consent& consent, Instant now) const;
    void join(const QUuid& tenant, const QUuid& authEvent, Instant now);

    const PracticeClock& m_clock;
    Random& m_random;
    GuidSource& m_guids;
    QByteArray m_baseUrl;
    QList<std::pair<QUuid, QString>> m_tenants;
    QList<Connection> m_connections;
    AuthorizationCodes m_codes;
    TokenBook m_tokens;
    Instant m_expiredUpTo{}; ///< tokens issued until then were expired by hand
    QUuid m_user;
    bool m_broadScopes = false;
};

} // namespace tieout::sandbox::xero
