#include "sandbox/harvest/identity.h"

#include "base/ids.h"
#include "sandbox/harvest/bodyreader.h"
#include "sandbox/harvest/replies.h"
#include "sandbox/pages.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

using std::chrono::hours;

constexpr std::chrono::minutes kCodeLife{10};
constexpr std::chrono::seconds kAccessLife{1'209'599};
constexpr TokenRules kTokenRules{
    .accessLife = kAccessLife,
    .refreshLife = hours(24 * 365),
    .rotates = true,
    .rotationGrace = std::chrono::milliseconds(0),
    .reuseRevokes = true,
    .slidingAccess = false,
};
constexpr const char* kPersonal[] = {"practice-harvest-administrator", "practice-harvest-manager",
                                     "practice-harvest-member"};

Response oauthError(int status, const QString& code, const QString& description)
{
    return jsonReply(status, Json::object({{u"error"_s, code}, {u"error_description"_s, description}}));
}

QString accountScope()
{
    return u"harvest:"_s + QString::number(kAccountId);
}

bool isScope(const QString& scope)
{
    static const QStringList kScopes{QString(), u"all"_s, u"harvest:all"_s, u"forecast:all"_s};
    return kScopes.contains(scope) || scope == accountScope();
}

} // namespace

std::optional<int> personalTokenIndex(const QByteArray& token)
{
    for (int i = 0; i < int(std::size(kPersonal)); ++i) {
        if (token == kPersonal[i]) return i;
    }
    return {};
}

Identity::Identity(const PracticeClock& clock, Random& random)
    : m_clock(clock)
    , m_random(random)
    , m_codes(kCodeLife)
    , m_tokens(kTokenRules)
{
}

void Identity::revokeAll()
{
    m_tokens.revokeAll();
    m_personalRevoked = true;
}

std::optional<Response> Identity::answer(const Request& request, const Books& books)
{
    if (request.path == "/oauth2/authorize") return authorize(request, books);
    if (request.path == "/api/v2/oauth2/token")
        return request.method == "POST" ? token(request) : notFoundPage();
    if (request.path == "/api/v2/accounts")
        return request.method == "GET" ? accounts(request, books) : notFoundPage();
    return {};
}

QByteArray Identity::tokenOf(const Request& request)
{
    const QByteArray header = headerValue(request.headers, "Authorization");
    if (header.size() > 7 && qstrnicmp(header.constData(), "Bearer ", 7) == 0)
        return header.sliced(7).trimmed();
    return request.queryValue(u"access_token").toLatin1();
}

std::optional<qint64> Identity::personOf(const Request& request, const Books& books)
{
    const QByteArray token = tokenOf(request);
    qint64 person = 0;
    if (const auto index = personalTokenIndex(token)) {
        const Rows& users = books.rows(Kind::User);
        if (m_personalRevoked || *index >= users.size()) return {};
        person = std::next(users.cbegin(), *index).key();
    } else if (const Consent* consent = m_tokens.find(token, m_clock.now())) {
        person = consent->subject.toLongLong();
    }
    const Row* user = books.find(Kind::User, person);
    return user && user->flag(u"is_active") ? std::optional(person) : std::nullopt;
}

Response Identity::authorize(const Request& request, const Books& books)
{
    const bool posted = request.method == "POST";
    const AuthorizeRequest asked =
        posted ? AuthorizeRequest::fromForm(request) : AuthorizeRequest::fromQuery(request);
    const bool address = asked.redirectUri.isEmpty() || registeredRedirectUris().contains(asked.redirectUri);
    if (asked.clientId != QStringView(kPracticeClientId) || !address) {
        return htmlResponse(400, messagePage(u"Harvest"_s, u"This app cannot connect"_s,
                                             u"The client id or the redirect address is not registered."_s));
    }
    if (asked.responseType != u"code" || !isScope(asked.scope)) {
        const QString error =
            asked.responseType != u"code" ? u"unsupported_response_type"_s : u"invalid_scope"_s;
        return redirectResponse(
            withParameters(asked.redirectUri, {{u"error"_s, error}, {u"state"_s, asked.state}}));
    }
    if (wantsAutomaticConsent(request)) return allow(asked, request.queryValue(u"organisation"), books);
    if (request.formValue(u"decision") == u"deny" && posted)
        return redirectResponse(
            withParameters(asked.redirectUri, {{u"error"_s, u"access_denied"_s}, {u"state"_s, asked.state}}));
    if (request.formValue(u"decision") == u"allow" && posted)
        return allow(asked, request.formValue(u"organisation"), books);
    SignInPage page;
    page.system = u"Harvest"_s;
    page.accent = u"#fa5d00"_s;
    page.action = u"/oauth2/authorize"_s;
    page.hidden = asked.fields();
    page.organisationLabel = u"Sign in as"_s;
    const Rows& users = books.rows(Kind::User);
    for (auto it = users.cbegin(); it != users.cend() && page.organisations.size() < 3; ++it)
        page.organisations.append(
            {QString::number(it.key()), books.userName(it.key()), (*it)[u"access_roles"].at(0).toText()});
    page.userName = users.isEmpty() ? QString() : users.first().text(u"email");
    page.permissions = {u"See and change the time, projects and invoices that you can reach"_s};
    const bool consent = request.formValue(u"step") == u"consent" && posted;
    return htmlResponse(200, consent ? consentPage(page) : signInPage(page));
}

Response Identity::allow(const AuthorizeRequest& asked, const QString& person, const Books& books)
{
    const Rows& users = books.rows(Kind::User);
    const qint64 id = person.isEmpty() && !users.isEmpty() ? users.firstKey() : person.toLongLong();
    if (!books.find(Kind::User, id))
        return htmlResponse(
            400, messagePage(u"Harvest"_s, u"Choose a person"_s, u"This person does not work here."_s));
    const QString code = m_codes.issue(
        {asked.clientId, asked.redirectUri, accountScope(), asked.codeChallenge, QString::number(id)},
        m_clock.now(), m_random);
    const QString uri = asked.redirectUri.isEmpty() ? registeredRedirectUris().first() : asked.redirectUri;
    return redirectResponse(
        withParameters(uri, {{u"code"_s, code}, {u"scope"_s, accountScope()}, {u"state"_s, asked.state}}));
}

Response Identity::token(const Request& request)
{
    const auto body = readBody(request);
    if (!body) return oauthError(400, u"invalid_request"_s, u"The body cannot be read."_s);
    const auto sent = [&](QStringView name) { return body->members[name].toText(); };
    if (sent(u"client_id") != QStringView(kPracticeClientId) ||
        sent(u"client_secret") != QStringView(kClientSecret))
        return oauthError(401, u"invalid_client"_s, u"The client identifier or secret is invalid."_s);
    const QByteArray access = QByteArray::number(kAccountId) + ".at." + base64Url(m_random.secretBytes(48));
    const Instant now = m_clock.now();
    if (sent(u"grant_type") == u"refresh_token") {
        const auto pair = m_tokens.refresh(sent(u"refresh_token").toLatin1(), access, now, m_random);
        if (pair) return tokenReply(*pair);
        return oauthError(400, u"invalid_grant"_s, u"The refresh token is invalid, expired or replaced."_s);
    }
    if (sent(u"grant_type") != u"authorization_code")
        return oauthError(400, u"unsupported_grant_type"_s, u"The grant type is not supported."_s);
    const auto consent = m_codes.redeem(sent(u"code"), now);
    const bool proven = consent && (consent->codeChallenge.isEmpty() ||
                                    challengeMatches(consent->codeChallenge, sent(u"code_verifier")));
    if (!proven) return oauthError(400, u"invalid_grant"_s, u"The code is invalid or expired."_s);
    return tokenReply(m_tokens.begin(*consent, access, now, m_random));
}

Response Identity::tokenReply(const TokenPair& pair) const
{
    return jsonReply(200, Json::object({{u"access_token"_s, QString::fromLatin1(pair.access)},
                                        {u"refresh_token"_s, QString::fromLatin1(pair.refresh)},
                                        {u"token_type"_s, u"bearer"_s},
                                        {u"expires_in"_s, Json(qint64(kAccessLife.count()))}}));
}

// The account id header is not needed here: this is how it is found out.
Response Identity::accounts(const Request& request, const Books& books)
{
    if (headerValue(request.headers, "User-Agent").trimmed().isEmpty())
        return badRequestReply(u"A User-Agent header is required."_s);
    const auto person = personOf(request, books);
    if (!person) return badTokenReply();
    const Row* user = books.find(Kind::User, *person);
    const auto account = [](qint64 id, const QString& name, const QString& product) {
        return Json::object({{u"id"_s, Json(id)},
                             {u"name"_s, name},
                             {u"product"_s, product},
                             {u"google_sign_in_required"_s, Json(false)}});
    };
    const QString company = books.company[u"name"].toText();
    return jsonReply(
        200, Json::object({{u"user"_s, Json::object({{u"id"_s, Json(*person)},
                                                     {u"first_name"_s, (*user)[u"first_name"]},
                                                     {u"last_name"_s, (*user)[u"last_name"]},
                                                     {u"email"_s, (*user)[u"email"]}})},
                           {u"accounts"_s, Json::array({account(kAccountId + 6, company, u"forecast"_s),
                                                        account(kAccountId, company, u"harvest"_s)})}}));
}

} // namespace tieout::sandbox::harvest
