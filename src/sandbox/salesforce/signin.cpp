#include "sandbox/salesforce/signin.h"

#include "base/ids.h"
#include "base/json.h"
#include "sandbox/pages.h"
#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/replies.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr auto kCodeLife = std::chrono::minutes(15);
constexpr auto kSessionLife = std::chrono::hours(2);
constexpr auto kRefreshLife = std::chrono::hours(24 * 365);
constexpr char16_t kAllScopes[] = u"refresh_token api id";

TokenRules rules(bool rotates)
{
    TokenRules all;
    all.accessLife = kSessionLife;
    all.refreshLife = kRefreshLife;
    all.rotates = rotates;
    all.reuseRevokes = true;
    all.slidingAccess = true;
    return all;
}

QByteArray bearer(const Request& request)
{
    const QByteArray header = headerValue(request.headers, "Authorization");
    for (const QByteArrayView scheme : {QByteArrayView("Bearer "), QByteArrayView("OAuth ")}) {
        if (header.startsWith(scheme)) return header.mid(scheme.size()).trimmed();
    }
    return {};
}

Response badToken()
{
    return bodyReply(403, "text/html;charset=UTF-8", "Bad_OAuth_Token");
}

Response redirectError(const AuthorizeRequest& asked, const QString& error, const QString& description)
{
    return redirectResponse(withParameters(
        asked.redirectUri,
        {{u"error"_s, error}, {u"error_description"_s, description}, {u"state"_s, asked.state}}));
}

} // namespace

SignIn::SignIn(const Organisation& organisation, Random& random)
    : m_organisation(organisation)
    , m_random(random)
    , m_codes(kCodeLife)
    , m_tokens(rules(false))
{
}

Response SignIn::authorize(const Request& request)
{
    const bool posted = request.method == "POST";
    const AuthorizeRequest asked =
        posted ? AuthorizeRequest::fromForm(request) : AuthorizeRequest::fromQuery(request);
    if (asked.clientId != kPracticeClientId) {
        return htmlResponse(
            400, messagePage(u"Salesforce"_s, u"Client identifier invalid"_s,
                             u"error=invalid_client_id: no app with this consumer key is known here."_s));
    }
    if (!registeredRedirectUris().contains(asked.redirectUri)) {
        return htmlResponse(
            400, messagePage(u"Salesforce"_s, u"Redirect address not registered"_s,
                             u"error=redirect_uri_mismatch: redirect_uri must match configuration."_s));
    }
    if (!m_appInstalled)
        return redirectError(asked, u"invalid_client"_s, u"app must be installed into org"_s);
    if (asked.responseType != u"code")
        return redirectError(asked, u"unsupported_response_type"_s, u"response type not supported"_s);
    if (asked.codeChallenge.isEmpty())
        return redirectError(asked, u"invalid_request"_s, u"missing required code challenge"_s);
    if (!asked.codeChallengeMethod.isEmpty() && asked.codeChallengeMethod != u"S256")
        return redirectError(asked, u"invalid_request"_s, u"code challenge method not supported"_s);
    if (!posted && wantsAutomaticConsent(request)) return grantCode(asked);
    return posted ? decide(request, asked) : page(request, asked);
}

Response SignIn::decide(const Request& request, const AuthorizeRequest& asked)
{
    const QString decision = request.formValue(u"decision");
    if (decision == u"deny")
        return redirectError(asked, u"access_denied"_s, u"end-user denied authorization"_s);
    if (decision == u"allow") return grantCode(asked);
    return page(request, asked);
}

Response SignIn::page(const Request& request, const AuthorizeRequest& asked) const
{
    SignInPage page;
    page.system = u"Salesforce"_s;
    page.accent = u"#0176d3"_s;
    page.action = u"/services/oauth2/authorize"_s;
    page.hidden = asked.fields();
    page.userName = fragmentText(m_organisation.cell(kUser, m_organisation.user(), u"Username"));
    page.permissions = {u"Read and change accounts, contacts, opportunities and products"_s,
                        u"Keep access until you take it back"_s, u"See who you are"_s};
    if (request.formValue(u"step") == u"consent") return htmlResponse(200, consentPage(page));
    return htmlResponse(200, signInPage(page));
}

Response SignIn::grantCode(const AuthorizeRequest& asked)
{
    const QString scope = asked.scope.isEmpty() ? QString::fromUtf16(kAllScopes) : asked.scope;
    const Consent consent{asked.clientId, asked.redirectUri, scope, asked.codeChallenge, userId()};
    const QString code = m_codes.issue(consent, m_organisation.now(), m_random);
    return redirectResponse(
        withParameters(asked.redirectUri, {{u"code"_s, code}, {u"state"_s, asked.state}}));
}

Response SignIn::token(const Request& request)
{
    if (request.method != "POST") return oauthErrorReply(u"invalid_request"_s, u"must use HTTP POST"_s);
    if (request.formValue(u"client_id") != kPracticeClientId)
        return oauthErrorReply(u"invalid_client_id"_s, u"client identifier invalid"_s);
    const QString grant = request.formValue(u"grant_type");
    if (grant == u"authorization_code") return exchange(request);
    if (grant == u"refresh_token") return refresh(request);
    return oauthErrorReply(u"unsupported_grant_type"_s, u"grant type not supported"_s);
}

Response SignIn::exchange(const Request& request)
{
    const auto consent = m_codes.redeem(request.formValue(u"code"), m_organisation.now());
    if (!consent) {
        const bool expired = consent.error() == AuthorizationCodes::Fault::Expired;
        return oauthErrorReply(u"invalid_grant"_s,
                               expired ? u"expired authorization code"_s : u"invalid authorization code"_s);
    }
    if (request.formValue(u"redirect_uri") != consent->redirectUri)
        return oauthErrorReply(u"redirect_uri_mismatch"_s, u"redirect_uri must match configuration"_s);
    if (!challengeMatches(consent->codeChallenge, request.formValue(u"code_verifier")))
        return oauthErrorReply(u"invalid_grant"_s, u"invalid code verifier"_s);
    const QStringList scopes = consent->scope.split(u' ', Qt::SkipEmptyParts);
    const bool offline = scopes.contains(u"refresh_token") || scopes.contains(u"offline_access");
    const TokenPair pair = m_tokens.begin(*consent, newAccessToken(), m_organisation.now(), m_random);
    return tokenReply(pair, offline);
}

Response SignIn::refresh(const Request& request)
{
    const QByteArray old = request.formValue(u"refresh_token").toLatin1();
    const auto pair = m_tokens.refresh(old, newAccessToken(), m_organisation.now(), m_random);
    if (!pair) return oauthErrorReply(u"invalid_grant"_s, u"expired access/refresh token"_s);
    return tokenReply(*pair, m_tokens.rules().rotates);
}

Response SignIn::tokenReply(const TokenPair& pair, bool withRefresh)
{
    const QString issuedAt = QString::number(msSinceEpoch(m_organisation.now()));
    const QByteArray signature = QMessageAuthenticationCode::hash(
        (identityUrl() + issuedAt).toUtf8(), "practice-consumer-secret", QCryptographicHash::Sha256);
    Json body = Json::object({{u"access_token"_s, QString::fromLatin1(pair.access)}});
    if (withRefresh) body.set(u"refresh_token"_s, QString::fromLatin1(pair.refresh));
    body.set(u"signature"_s, QString::fromLatin1(signature.toBase64()));
    body.set(u"scope"_s, pair.consent.scope);
    body.set(u"instance_url"_s, QString::fromLatin1(m_instanceUrl.isEmpty() ? m_baseUrl : m_instanceUrl));
    body.set(u"id"_s, identityUrl());
    body.set(u"token_type"_s, u"Bearer"_s);
    body.set(u"issued_at"_s, issuedAt);
    Response response = jsonReply(200, body.toBytes());
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

Response SignIn::revoke(const Request& request)
{
    QString token = request.formValue(u"token");
    if (token.isEmpty()) token = request.queryValue(u"token");
    if (token.isEmpty() || !m_tokens.revoke(token.toLatin1()))
        return oauthErrorReply(u"invalid_token"_s, u"invalid token: the token is expired or unknown"_s);
    return emptyReply(200);
}

Response SignIn::userInfo(const Request& request)
{
    if (!admits(request)) return badToken();
    const RowNumber user = m_organisation.user();
    const QString name = fragmentText(m_organisation.cell(kUser, user, u"Name"));
    const QString email = fragmentText(m_organisation.cell(kUser, user, u"Email"));
    const QString userName = fragmentText(m_organisation.cell(kUser, user, u"Username"));
    const Json body = Json::object({{u"sub"_s, identityUrl()},
                                    {u"user_id"_s, userId()},
                                    {u"organization_id"_s, organisationId()},
                                    {u"preferred_username"_s, userName},
                                    {u"name"_s, name},
                                    {u"email"_s, email},
                                    {u"email_verified"_s, Json(true)},
                                    {u"zoneinfo"_s, u"Australia/Sydney"_s},
                                    {u"active"_s, Json(true)}});
    return jsonReply(200, body.toBytes());
}

Response SignIn::identity(const Request& request)
{
    if (!admits(request)) return badToken();
    const QString base = QString::fromLatin1(m_baseUrl);
    const QString data = base + u"/services/data/v"_s +
                         (request.queryValue(u"version") == u"latest" ? u"67.0"_s : u"{version}"_s) + u'/';
    const Json urls = Json::object({{u"rest"_s, data},
                                    {u"sobjects"_s, data + u"sobjects/"_s},
                                    {u"search"_s, data + u"search/"_s},
                                    {u"query"_s, data + u"query/"_s},
                                    {u"profile"_s, base + u'/' + userId()}});
    const RowNumber user = m_organisation.user();
    const auto text = [&](QStringView field) {
        return fragmentText(m_organisation.cell(kUser, user, field));
    };
    const Json body = Json::object({{u"id"_s, identityUrl()},
                                    {u"asserted_user"_s, Json(true)},
                                    {u"user_id"_s, userId()},
                                    {u"organization_id"_s, organisationId()},
                                    {u"username"_s, text(u"Username")},
                                    {u"nick_name"_s, text(u"Alias")},
                                    {u"display_name"_s, text(u"Name")},
                                    {u"email"_s, text(u"Email")},
                                    {u"user_type"_s, u"STANDARD"_s},
                                    {u"language"_s, u"en_US"_s},
                                    {u"locale"_s, u"en_AU"_s},
                                    {u"timezone"_s, u"Australia/Sydney"_s},
                                    {u"urls"_s, urls},
                                    {u"active"_s, Json(true)}});
    return jsonReply(200, body.toBytes());
}

void SignIn::moveTo(const QByteArray& instanceUrl)
{
    if (instanceUrl == m_instanceUrl) return;
    m_instanceUrl = instanceUrl;
    m_tokens.expireAccess();
}

bool SignIn::admits(const Request& request)
{
    if (!m_instanceUrl.isEmpty()) {
        const QByteArray host = m_instanceUrl.mid(m_instanceUrl.indexOf("//") + 2);
        if (headerValue(request.headers, "Host") != host && !request.path.startsWith("/id/")) return false;
    }
    QByteArray token = bearer(request);
    if (token.isEmpty()) token = request.queryValue(u"oauth_token").toLatin1();
    return !token.isEmpty() && m_tokens.find(token, m_organisation.now()) != nullptr;
}

QString SignIn::identityUrl() const
{
    return QString::fromLatin1(m_baseUrl) + u"/id/"_s + organisationId() + u'/' + userId();
}

void SignIn::setRotation(bool rotates)
{
    m_tokens.setRules(rules(rotates));
}

QByteArray SignIn::newAccessToken()
{
    return organisationId().left(15).toLatin1() + '!' + base64Url(m_random.secretBytes(48));
}

QString SignIn::organisationId() const
{
    return m_organisation.table(kOrganization).row(m_organisation.organization()).id.toString();
}

QString SignIn::userId() const
{
    return m_organisation.table(kUser).row(m_organisation.user()).id.toString();
}

} // namespace tieout::sandbox::salesforce
