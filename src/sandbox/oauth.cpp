#include "sandbox/oauth.h"

#include "base/ids.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

const QStringList& registeredRedirectUris()
{
    static const QStringList uris{
        u"http://localhost:8742/callback"_s,
        u"http://localhost:8743/callback"_s,
        u"http://localhost:8744/callback"_s,
    };
    return uris;
}

AuthorizeRequest AuthorizeRequest::fromQuery(const Request& request)
{
    Request form;
    form.body = request.query;
    return fromForm(form);
}

AuthorizeRequest AuthorizeRequest::fromForm(const Request& request)
{
    AuthorizeRequest asked;
    asked.responseType = request.formValue(u"response_type");
    asked.clientId = request.formValue(u"client_id");
    asked.redirectUri = request.formValue(u"redirect_uri");
    asked.scope = request.formValue(u"scope");
    asked.state = request.formValue(u"state");
    asked.codeChallenge = request.formValue(u"code_challenge");
    asked.codeChallengeMethod = request.formValue(u"code_challenge_method");
    return asked;
}

QList<std::pair<QString, QString>> AuthorizeRequest::fields() const
{
    QList<std::pair<QString, QString>> all{
        {u"response_type"_s, responseType},
        {u"client_id"_s, clientId},
        {u"redirect_uri"_s, redirectUri},
        {u"scope"_s, scope},
        {u"state"_s, state},
        {u"code_challenge"_s, codeChallenge},
        {u"code_challenge_method"_s, codeChallengeMethod},
    };
    all.removeIf([](const auto& field) { return field.second.isEmpty(); });
    return all;
}

bool wantsAutomaticConsent(const Request& request)
{
    return request.queryValue(u"practice_auto") == u"1" ||
           headerValue(request.headers, "practice_auto") == "1" ||
           headerValue(request.headers, "practice-auto") == "1";
}

bool challengeMatches(QStringView challenge, QStringView verifier)
{
    if (challenge.isEmpty() || verifier.isEmpty()) return false;
    const QByteArray digest = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return base64Url(digest) == challenge.toUtf8();
}

QString AuthorizationCodes::issue(Consent consent, Instant now, Random& random)
{
    m_codes.removeIf([&](const auto& entry) { return entry.value().expires < now - m_life; });
    const QString code = QString::fromLatin1(base64Url(random.secretBytes(32)));
    m_codes.insert(code, Entry{std::move(consent), now + m_life});
    return code;
}

tl::expected<Consent, AuthorizationCodes::Fault> AuthorizationCodes::redeem(const QString& code, Instant now)
{
    const auto found = m_codes.constFind(code);
    if (found == m_codes.cend()) return tl::unexpected(Fault::Unknown);
    const Entry entry = *found;
    m_codes.erase(found);
    if (now >= entry.expires) return tl::unexpected(Fault::Expired);
    return entry.consent;
}

TokenPair TokenBook::begin(Consent consent, QByteArray access, Instant now, Random& random)
{
    const int id = ++m_lastFamily;
    Family family;
    family.consent = std::move(consent);
    family.refresh = base64Url(random.secretBytes(32));
    family.used = now;
    m_refreshes.insert(family.refresh, id);
    TokenPair pair{access, family.refresh, family.consent};
    m_families.insert(id, std::move(family));
    giveAccess(id, access, now);
    return pair;
}

tl::expected<TokenPair, TokenBook::Fault> TokenBook::refresh(const QByteArray& refresh, QByteArray access,
                                                             Instant now, Random& random)
{
    const int id = m_refreshes.value(refresh, -1);
    const auto found = m_families.find(id);
    if (found == m_families.end()) return tl::unexpected(Fault::Unknown);
    if (now - found->used > m_rules.refreshLife) return tl::unexpected(Fault::Expired);
    const bool graced = m_rules.rotationGrace.count() > 0 && refresh == found->previous &&
                        now - found->rotated <= m_rules.rotationGrace;
    if (refresh != found->refresh && !graced) {
        if (m_rules.reuseRevokes) drop(id);
        return tl::unexpected(Fault::Replaced);
    }
    found->used = now;
    if (m_rules.rotates) {
        // A graced use keeps the previous token alive: its answer may be lost as well.
        if (!graced) {
            found->previous = found->refresh;
            found->rotated = now;
        }
        found->refresh = base64Url(random.secretBytes(32));
        m_refreshes.insert(found->refresh, id);
    }
    TokenPair pair{access, found->refresh, found->consent};
    giveAccess(id, access, now);
    return pair;
}

const Consent* TokenBook::consentOf(const QByteArray& refresh) const
{
    const auto found = m_families.constFind(m_refreshes.value(refresh, -1));
    return found == m_families.cend() ? nullptr : &found->consent;
}

const Consent* TokenBook::find(const QByteArray& access, Instant now)
{
    const auto found = m_accesses.find(access);
    if (found == m_accesses.end() || now >= found->expires) return nullptr;
    if (m_rules.slidingAccess) found->expires = now + m_rules.accessLife;
    const auto family = m_families.constFind(found->family);
    return family == m_families.cend() ? nullptr : &family->consent;
}

bool TokenBook::revoke(const QByteArray& token)
{
    int id = m_refreshes.value(token, -1);
    if (id < 0) id = m_accesses.value(token).family;
    if (!m_families.contains(id)) return false;
    drop(id);
    return true;
}

void TokenBook::revokeSubject(const QString& subject)
{
    const QList<int> ids = m_families.keys();
    for (int id : ids) {
        if (m_families[id].consent.subject == subject) drop(id);
    }
}

void TokenBook::revokeAll()
{
    m_families.clear();
    m_accesses.clear();
    m_refreshes.clear();
}

void TokenBook::expireAccess()
{
    m_accesses.clear();
    for (Family& family : m_families)
        family.accesses.clear();
}

void TokenBook::giveAccess(int family, const QByteArray& access, Instant now)
{
    m_accesses.insert(access, Access{family, now + m_rules.accessLife});
    m_families[family].accesses.insert(access);
}

void TokenBook::drop(int family)
{
    const Family gone = m_families.take(family);
    for (const QByteArray& access : gone.accesses)
        m_accesses.remove(access);
}

} // namespace tieout::sandbox
