#pragma once

#include "base/json.h"
#include "sandbox/harvest/books.h"
#include "sandbox/oauth.h"
#include "sandbox/practiceclock.h"

namespace tieout::sandbox::harvest {

inline constexpr qint64 kAccountId = 1'285'331;
/// What the app registered with the practice Harvest proves itself with.
inline constexpr char16_t kClientSecret[] = u"tieout-practice-secret";

/// The identity server: personal tokens of three people, OAuth with pages, and the list of accounts. Owned by
/// the system.
class Identity final
{
  public:
    Identity(const PracticeClock& clock, Random& random);

    void setBaseUrl(const QByteArray& url) { m_baseUrl = url; }
    /// An answer when the path is one of the identity server's.
    [[nodiscard]] std::optional<Response> answer(const Request& request, const Books& books);
    /// The person behind a request's token; nothing when it is unknown, expired or revoked.
    [[nodiscard]] std::optional<qint64> personOf(const Request& request, const Books& books);
    [[nodiscard]] static QByteArray tokenOf(const Request& request);

    void expireTokens() { m_tokens.expireAccess(); }
    void revokeAll();
    /// Personal tokens work again; sign-ins stay as they are.
    void restore() { m_personalRevoked = false; }

  private:
    [[nodiscard]] Response authorize(const Request& request, const Books& books);
    [[nodiscard]] Response allow(const AuthorizeRequest& asked, const QString& person, const Books& books);
    [[nodiscard]] Response token(const Request& request);
    [[nodiscard]] Response tokenReply(const TokenPair& pair) const;
    [[nodiscard]] Response accounts(const Request& request, const Books& books);

    const PracticeClock& m_clock;
    Random& m_random;
    AuthorizationCodes m_codes;
    TokenBook m_tokens;
    QByteArray m_baseUrl;
    bool m_personalRevoked = false;
};

/// "practice-harvest-administrator", "-manager" and "-member" stand for the first three people.
[[nodiscard]] std::optional<int> personalTokenIndex(const QByteArray& token);

} // namespace tieout::sandbox::harvest
