#pragma once

#include "sandbox/oauth.h"
#include "sandbox/salesforce/organisation.h"

namespace tieout::sandbox::salesforce {

/// OAuth of the practice organisation: authorize pages, tokens, revocation, identity. PKCE is required;
/// access tokens carry no life of their own and end after two hours without use. Owned by the system.
class SignIn final
{
  public:
    SignIn(const Organisation& organisation, Random& random);

    [[nodiscard]] Response authorize(const Request& request);
    [[nodiscard]] Response token(const Request& request);
    [[nodiscard]] Response revoke(const Request& request);
    [[nodiscard]] Response userInfo(const Request& request);
    [[nodiscard]] Response identity(const Request& request);

    /// Whether the request carries a live access token.
    [[nodiscard]] bool admits(const Request& request);
    [[nodiscard]] QString identityUrl() const;

    void setBaseUrl(const QByteArray& url) { m_baseUrl = url; }
    void setRotation(bool rotates);
    /// The organisation answers at another address from now on: sessions end, the old address knows none.
    void moveTo(const QByteArray& instanceUrl);
    /// Whether the administrator has let the app into the organisation.
    void setAppInstalled(bool installed) { m_appInstalled = installed; }
    void expireTokens() { m_tokens.expireAccess(); }
    void revokeAll() { m_tokens.revokeAll(); }

  private:
    [[nodiscard]] Response decide(const Request& request, const AuthorizeRequest& asked);
    [[nodiscard]] Response page(const Request& request, const AuthorizeRequest& asked) const;
    [[nodiscard]] Response grantCode(const AuthorizeRequest& asked);
    [[nodiscard]] Response exchange(const Request& request);
    [[nodiscard]] Response refresh(const Request& request);
    [[nodiscard]] Response tokenReply(const TokenPair& pair, bool withRefresh);
    [[nodiscard]] QByteArray newAccessToken();
    [[nodiscard]] QString organisationId() const;
    [[nodiscard]] QString userId() const;

    const Organisation& m_organisation;
    Random& m_random;
    QByteArray m_baseUrl;
    QByteArray m_instanceUrl; // empty: the base address
    bool m_appInstalled = true;
    AuthorizationCodes m_codes;
    TokenBook m_tokens;
};

} // namespace tieout::sandbox::salesforce
