#pragma once

#include "base/date.h"
#include "base/random.h"
#include "base/result.h"
#include "sandbox/message.h"

#include <QHash>
#include <QSet>

namespace tieout::sandbox {

/// The app that is registered with every system of the practice company.
inline constexpr char16_t kPracticeClientId[] = u"tieout-practice";
/// Its redirect addresses, compared exactly.
[[nodiscard]] const QStringList& registeredRedirectUris();

/// The parameters of an authorize request, from the query or from the form that a page posts back.
struct AuthorizeRequest {
    QString responseType;
    QString clientId;
    QString redirectUri;
    QString scope;
    QString state;
    QString codeChallenge;
    QString codeChallengeMethod;

    [[nodiscard]] static AuthorizeRequest fromQuery(const Request& request);
    [[nodiscard]] static AuthorizeRequest fromForm(const Request& request);
    /// As hidden fields of a page; empty ones are left out.
    [[nodiscard]] QList<std::pair<QString, QString>> fields() const;
};

/// `practice_auto=1` in the query or as a header: consent is taken as given and no page is shown.
[[nodiscard]] bool wantsAutomaticConsent(const Request& request);
/// base64url(SHA-256(verifier)) equals the challenge.
[[nodiscard]] bool challengeMatches(QStringView challenge, QStringView verifier);

/// What was consented to. `subject` is the system's own: a tenant, a user.
struct Consent {
    QString clientId;
    QString redirectUri;
    QString scope;
    QString codeChallenge;
    QString subject;
};

/// Authorization codes: single use, short-lived. A value; owned by a system.
class AuthorizationCodes final
{
  public:
    enum class Fault : quint8 { Unknown, Expired };

    explicit AuthorizationCodes(std::chrono::milliseconds life)
        : m_life(life)
    {
    }
    [[nodiscard]] QString issue(Consent consent, Instant now, Random& random);
    /// Takes the code out, whatever the outcome.
    [[nodiscard]] tl::expected<Consent, Fault> redeem(const QString& code, Instant now);

  private:
    struct Entry {
        Consent consent;
        Instant expires{};
    };
    std::chrono::milliseconds m_life;
    QHash<QString, Entry> m_codes;
};

struct TokenRules {
    std::chrono::milliseconds accessLife{0};
    std::chrono::milliseconds refreshLife{0};   ///< from the last use
    bool rotates = false;                       ///< a refresh gives a new refresh token
    std::chrono::milliseconds rotationGrace{0}; ///< how long the one before still works
    bool reuseRevokes = false;                  ///< using a replaced one kills the whole family
    bool slidingAccess = false;                 ///< each use of an access token restarts its life
};

struct TokenPair {
    QByteArray access;
    QByteArray refresh; ///< the same again when it does not rotate
    Consent consent;
};

/// Access and refresh tokens in families: one family per consent. A value (copies are snapshots); owned by a
/// system.
class TokenBook final
{
  public:
    enum class Fault : quint8 { Unknown, Expired, Replaced };

    explicit TokenBook(TokenRules rules)
        : m_rules(rules)
    {
    }
    void setRules(const TokenRules& rules) { m_rules = rules; }
    [[nodiscard]] const TokenRules& rules() const { return m_rules; }

    /// The access token is made by the system: it may be a JWT.
    TokenPair begin(Consent consent, QByteArray access, Instant now, Random& random);
    [[nodiscard]] tl::expected<TokenPair, Fault> refresh(const QByteArray& refresh, QByteArray access,
                                                         Instant now, Random& random);
    /// The consent a refresh token stands for, whether or not it can still be used; null when unknown.
    [[nodiscard]] const Consent* consentOf(const QByteArray& refresh) const;
    /// The consent behind a live access token; null otherwise.
    [[nodiscard]] const Consent* find(const QByteArray& access, Instant now);
    /// Either token kills the family. False when it is unknown.
    bool revoke(const QByteArray& token);
    void revokeSubject(const QString& subject);
    void revokeAll();
    /// Every access token is past its life; refresh tokens still work.
    void expireAccess();

  private:
    struct Family {
        Consent consent;
        QByteArray refresh;
        QByteArray previous;
        Instant rotated{};
        Instant used{};
        QSet<QByteArray> accesses;
    };
    struct Access {
        int family = -1;
        Instant expires{};
    };
    void giveAccess(int family, const QByteArray& access, Instant now);
    void drop(int family);

    TokenRules m_rules;
    QHash<int, Family> m_families;
    QHash<QByteArray, Access> m_accesses;
    QHash<QByteArray, int> m_refreshes; // also replaced ones, to notice their use
    int m_lastFamily = 0;
};

} // namespace tieout::sandbox
