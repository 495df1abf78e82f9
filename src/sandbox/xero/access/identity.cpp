#include "sandbox/xero/access/identity.h"

#include "base/json.h"
#include "sandbox/pages.h"
#include "sandbox/xero/access/consent.h"
#include "sandbox/xero/access/practicesigner.h"
#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes kCodeLife{5};
constexpr minutes kIdTokenLife{5};
constexpr TokenRules kTokenRules{
    .accessLife = minutes(30),
    .refreshLife = hours(24 * 60),
    .rotates = true,
    .rotationGrace = minutes(30),
    .reuseRevokes = false,
    .slidingAccess = false,
};

qint64 epochSeconds(Instant instant)
{
    return std::chrono::floor<seconds>(instant).time_since_epoch().count();
}

Response oauthError(QStringView code)
{
    ReplyWriter writer;
    writer.beginObject();
    writer.text("error", code);
    writer.endObject();
    return jsonReply(400, writer.bytes());
}

// "2019-12-07T18:46:19.5165400": seven decimals, no zone.
QString connectionTime(Instant instant)
{
    QString text = formatInstant(instant);
    text.chop(1);
    return text + u"0000"_s;
}

// In the body for apps with PKCE, as HTTP Basic for apps with a secret.
QString clientOf(const Request& request)
{
    const QString inBody = request.formValue(u"client_id");
    if (!inBody.isEmpty()) return inBody;
    const QByteArray header = headerValue(request.headers, "Authorization");
    if (!header.startsWith("Basic ")) return {};
    const QByteArray pair = QByteArray::fromBase64(header.sliced(6).trimmed());
    return QString::fromUtf8(pair.left(pair.indexOf(':')));
}

} // namespace

Identity::Identity(const PracticeClock& clock, Random& random, GuidSource& guids)
    : m_clock(clock)
    , m_random(random)
    , m_guids(guids)
    , m_codes(kCodeLife)
    , m_tokens(kTokenRules)
    , m_user(guids.next())
{
}

void Identity::offerTenant(const QUuid& id, const QString& name)
{
    m_tenants.append({id, name});
}

std::optional<Response> Identity::answer(const Request& request)
{
    const QByteArray path = request.path.toLower();
    const bool post = request.method == "POST";
    if (path == "/identity/connect/authorize") return authorize(request);
    if (path == "/connect/token") return post ? token(request) : emptyReply(405);
    if (path == "/connect/revocation") return post ? revoke(request) : emptyReply(405);
    if (path == "/connect/userinfo") return userInfo(request);
    if (path == "/.well-known/openid-configuration") return discovery();
    if (path == "/.well-known/openid-configuration/jwks") return jsonReply(200, PracticeSigner::keySet());
    if (path == "/connections") return request.method == "GET" ? listConnections(request) : emptyReply(405);
    if (path.startsWith("/connections/") && request.method == "DELETE")
        return deleteConnection(request, request.segments().value(1));
    return std::nullopt;
}

Bearer Identity::bearerOf(const Request& request)
{
    const QByteArray header = headerValue(request.headers, "Authorization");
    Bearer bearer;
    if (header.size() < 8 || qstrnicmp(header.constData(), "Bearer ", 7) != 0) return bearer;
    const QByteArray access = header.sliced(7).trimmed();
    const Instant now = m_clock.now();
    if (const Consent* consent = m_tokens.find(access, now)) {
        bearer.state = Bearer::State::Live;
        for (const QString& scope : consent->scope.split(u' ', Qt::SkipEmptyParts))
            bearer.scopes.insert(scope);
        return bearer;
    }
    const Result<Json> claims = Json::parse(PracticeSigner::verified(access));
    if (!claims) return bearer;
    const Instant expires = instantFromMs((*claims)[u"exp"].toInteger() * 1000);
    const Instant issued = instantFromMs((*claims)[u"nbf"].toInteger() * 1000);
    const bool byHand = m_expiredUpTo != Instant{} && issued <= m_expiredUpTo;
    if (expires > now && !byHand) return bearer;
    bearer.state = Bearer::State::Expired;
    bearer.expired = std::min(expires, now);
    return bearer;
}

bool Identity::isConnected(const QUuid& tenant) const
{
    return std::any_of(m_connections.begin(), m_connections.end(), [&tenant](const Connection& connection) {
        return connection.active && connection.tenant == tenant;
    });
}

void Identity::expireTokens()
{
    m_tokens.expireAccess();
    m_expiredUpTo = m_clock.now();
}

void Identity::disconnect(const QUuid& tenant)
{
    for (Connection& connection : m_connections) {
        if (connection.tenant == tenant) connection.active = false;
    }
}

Response Identity::authorize(const Request& request)
{
    const bool posted = request.method == "POST";
    const AuthorizeRequest asked =
        posted ? AuthorizeRequest::fromForm(request) : AuthorizeRequest::fromQuery(request);
    // A request that is wrong in itself never returns to the app: it ends on a page here.
    if (const QString problem = authorizeProblem(asked, m_broadScopes); !problem.isEmpty())
        return htmlResponse(500, messagePage(u"Xero"_s, u"Error code: 500"_s, u"Error: "_s + problem));
    if (wantsAutomaticConsent(request)) return allow(asked, request.queryValue(u"organisation"));
    if (!posted) return htmlResponse(200, signInPage(consentPageOf(asked, m_tenants)));
    const QString decision = request.formValue(u"decision");
    if (decision == "allow"_L1) return allow(asked, request.formValue(u"organisation"));
    if (decision == "deny"_L1) return deny(asked);
    return htmlResponse(200, consentPage(consentPageOf(asked, m_tenants)));
}

Response Identity::allow(const AuthorizeRequest& asked, const QString& organisation)
{
    const QUuid chosen = organisation.isEmpty() ? m_tenants.value(0).first : parseGuid(organisation);
    const bool known = std::any_of(m_tenants.begin(), m_tenants.end(),
                                   [&chosen](const auto& tenant) { return tenant.first == chosen; });
    if (!known)
        return htmlResponse(400, messagePage(u"Xero"_s, u"Choose an organisation"_s,
                                             u"This organisation is not one of yours."_s));
    const Instant now = m_clock.now();
    const QUuid authEvent = m_guids.next();
    join(chosen, authEvent, now);
    const QString code = m_codes.issue(
        {asked.clientId, asked.redirectUri, asked.scope, asked.codeChallenge, guidText(authEvent)}, now,
        m_random);
    const QString session = QString::fromLatin1(m_random.secretBytes(16).toHex());
    return redirectResponse(withParameters(asked.redirectUri, {{u"code"_s, code},
                                                               {u"scope"_s, asked.scope},
                                                               {u"state"_s, asked.state},
                                                               {u"session_state"_s, session}}));
}

Response Identity::deny(const AuthorizeRequest& asked) const
{
    return redirectResponse(
        withParameters(asked.redirectUri, {{u"error"_s, u"access_denied"_s},
                                           {u"error_description"_s, u"TenantConsent status DENIED"_s},
                                           {u"state"_s, asked.state}}));
}

Response Identity::token(const Request& request)
{
    const QString client = clientOf(request);
    if (client != QStringView(kPracticeClientId)) return oauthError(u"invalid_client");
    const QString grant = request.formValue(u"grant_type");
    if (grant == "authorization_code"_L1) return exchangeCode(request, client);
    if (grant == "refresh_token"_L1) return refresh(request, client);
    return oauthError(grant.isEmpty() ? QStringView(u"invalid_request")
                                      : QStringView(u"unsupported_grant_type"));
}

Response Identity::exchangeCode(const Request& request, const QString& client)
{
    const Instant now = m_clock.now();
    const auto consent = m_codes.redeem(request.formValue(u"code"), now);
    if (!consent || consent->clientId != client ||
        consent->redirectUri != request.formValue(u"redirect_uri") ||
        !challengeMatches(consent->codeChallenge, request.formValue(u"code_verifier")))
        return oauthError(u"invalid_grant");
    return tokenReply(m_tokens.begin(*consent, accessToken(*consent, now), now, m_random), now);
}

Response Identity::refresh(const Request& request, const QString& client)
{
    const Instant now = m_clock.now();
    const QByteArray presented = request.formValue(u"refresh_token").toLatin1();
    const Consent* consent = m_tokens.consentOf(presented);
    if (!consent || consent->clientId != client) return oauthError(u"invalid_grant");
    const auto tokens = m_tokens.refresh(presented, accessToken(*consent, now), now, m_random);
    return tokens ? tokenReply(*tokens, now) : oauthError(u"invalid_grant");
}

Response Identity::tokenReply(const TokenPair& tokens, Instant now) const
{
    const QStringList scopes = tokens.consent.scope.split(u' ', Qt::SkipEmptyParts);
    ReplyWriter writer;
    writer.beginObject();
    if (scopes.contains("openid"_L1)) writer.ascii("id_token", idToken(tokens.consent, now).toStdString());
    writer.ascii("access_token", tokens.access.toStdString());
    writer.number("expires_in", std::chrono::duration_cast<seconds>(kTokenRules.accessLife).count());
    writer.ascii("token_type", "Bearer");
    if (scopes.contains("offline_access"_L1)) writer.ascii("refresh_token", tokens.refresh.toStdString());
    writer.text("scope", tokens.consent.scope);
    writer.endObject();
    Response response = jsonReply(200, writer.bytes());
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    return response;
}

QByteArray Identity::accessToken(const Consent& consent, Instant now)
{
    ReplyWriter writer;
    writer.beginObject();
    writer.number("nbf", epochSeconds(now));
    writer.number("exp", epochSeconds(now + kTokenRules.accessLife));
    writer.ascii("iss", m_baseUrl.toStdString());
    writer.ascii("aud", (m_baseUrl + "/resources").toStdString());
    writer.text("client_id", consent.clientId);
    writer.guid("sub", m_user);
    writer.number("auth_time", epochSeconds(now));
    writer.guid("xero_userid", m_user);
    writer.ascii("global_session_id", m_random.secretBytes(16).toHex().toStdString());
    writer.text("authentication_event_id", consent.subject);
    writer.ascii("jti", m_random.secretBytes(16).toHex().toStdString());
    writer.beginArray("scope");
    for (const QString& scope : consent.scope.split(u' ', Qt::SkipEmptyParts))
        writer.textItem(scope);
    writer.endArray();
    writer.beginArray("amr");
    writer.textItem(u"pwd");
    writer.endArray();
    writer.endObject();
    return PracticeSigner::sign(writer.bytes());
}

QByteArray Identity::idToken(const Consent& consent, Instant now) const
{
    ReplyWriter writer;
    writer.beginObject();
    writer.number("nbf", epochSeconds(now));
    writer.number("exp", epochSeconds(now + kIdTokenLife));
    writer.ascii("iss", m_baseUrl.toStdString());
    writer.text("aud", consent.clientId);
    writer.number("iat", epochSeconds(now));
    writer.guid("sub", m_user);
    writer.number("auth_time", epochSeconds(now));
    writer.guid("xero_userid", m_user);
    writer.ascii("preferred_username", "demo@tieout.example");
    writer.ascii("email", "demo@tieout.example");
    writer.ascii("given_name", "Demo");
    writer.ascii("family_name", "User");
    writer.endObject();
    return PracticeSigner::sign(writer.bytes());
}

// Revoking takes every connection of the user along, not only the token.
Response Identity::revoke(const Request& request)
{
    const QByteArray presented = request.formValue(u"token").toLatin1();
    if (m_tokens.revoke(presented)) {
        m_tokens.revokeAll();
        for (Connection& connection : m_connections)
            connection.active = false;
    }
    return emptyReply(200);
}

Response Identity::discovery() const
{
    const std::string base = m_baseUrl.toStdString();
    ReplyWriter writer;
    writer.beginObject();
    writer.ascii("issuer", base);
    writer.ascii("jwks_uri", base + "/.well-known/openid-configuration/jwks");
    writer.ascii("authorization_endpoint", base + "/identity/connect/authorize");
    writer.ascii("token_endpoint", base + "/connect/token");
    writer.ascii("userinfo_endpoint", base + "/connect/userinfo");
    writer.ascii("revocation_endpoint", base + "/connect/revocation");
    for (const auto& [key, value] :
         {std::pair{"response_types_supported", u"code"}, std::pair{"subject_types_supported", u"public"},
          std::pair{"id_token_signing_alg_values_supported", u"RS256"},
          std::pair{"code_challenge_methods_supported", u"S256"}}) {
        writer.beginArray(key);
        writer.textItem(value);
        writer.endArray();
    }
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response Identity::userInfo(const Request& request)
{
    if (bearerOf(request).state != Bearer::State::Live) return emptyReply(401);
    ReplyWriter writer;
    writer.beginObject();
    writer.guid("sub", m_user);
    writer.guid("xero_userid", m_user);
    writer.ascii("email", "demo@tieout.example");
    writer.ascii("name", "Demo User");
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response Identity::listConnections(const Request& request)
{
    if (bearerOf(request).state != Bearer::State::Live)
        return refusedReply(401, u"AuthenticationUnsuccessful", m_guids.next());
    const QUuid authEvent = parseGuid(request.queryValue(u"authEventId"));
    ReplyWriter writer;
    writer.beginArray();
    for (const Connection& connection : m_connections) {
        if (!connection.active || (!authEvent.isNull() && connection.authEvent != authEvent)) continue;
        writer.beginObject();
        writer.guid("id", connection.id);
        writer.guid("authEventId", connection.authEvent);
        writer.guid("tenantId", connection.tenant);
        writer.ascii("tenantType", "ORGANISATION");
        writer.text("tenantName", connection.tenantName);
        writer.text("createdDateUtc", connectionTime(connection.created));
        writer.text("updatedDateUtc", connectionTime(connection.updated));
        writer.endObject();
    }
    writer.endArray();
    return jsonReply(200, writer.bytes());
}

Response Identity::deleteConnection(const Request& request, const QString& id)
{
    if (bearerOf(request).state != Bearer::State::Live)
        return refusedReply(401, u"AuthenticationUnsuccessful", m_guids.next());
    for (Connection& connection : m_connections) {
        if (!connection.active || connection.id != parseGuid(id)) continue;
        connection.active = false;
        return emptyReply(204);
    }
    return notFoundReply();
}

void Identity::join(const QUuid& tenant, const QUuid& authEvent, Instant now)
{
    for (Connection& connection : m_connections) {
        if (connection.tenant != tenant) continue;
        connection.authEvent = authEvent;
        if (!connection.active) connection.updated = now;
        connection.active = true;
        return;
    }
    const auto offered = std::find_if(m_tenants.begin(), m_tenants.end(),
                                      [&tenant](const auto& entry) { return entry.first == tenant; });
    m_connections.append({m_guids.next(), tenant, authEvent, offered->second, now, now, true});
}

} // namespace tieout::sandbox::xero
