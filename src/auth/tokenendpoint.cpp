#include "auth/tokenendpoint.h"

#include "base/json.h"
#include "base/redact.h"
#include "net/classify.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTokenDeadline = 30s;
constexpr std::chrono::seconds kLongestLifetime = 400 * 24h;

bool isOwnMember(const QString& name)
{
    static const QStringList kOwn{u"access_token"_s, u"refresh_token"_s, u"id_token"_s,  u"token_type"_s,
                                  u"expires_in"_s,   u"scope"_s,         u"signature"_s, u"issued_at"_s};
    return kOwn.contains(name);
}

QStringList scopesOf(const Json& answer)
{
    return answer[u"scope"].toText().split(u' ', Qt::SkipEmptyParts);
}

std::optional<std::chrono::seconds> lifetimeOf(const Json& answer)
{
    const Json& expires = answer[u"expires_in"];
    qint64 seconds = 0;
    if (expires.isNumber())
        seconds = expires.toInteger();
    else if (expires.isText())
        seconds = expires.toText().toLongLong();
    if (seconds <= 0) return std::nullopt;
    return std::min<std::chrono::seconds>(std::chrono::seconds{seconds}, kLongestLifetime);
}

/// An answer that is no token: an error object, a status, or a page of something in between.
Error refusalOf(const net::HttpResponse& response, const QString& deadGrant)
{
    const auto wait = net::retryAfter(response);
    const auto parsed = Json::parse(response.body);
    Error error;
    if (response.status == 429) {
        error = errorOf(ErrorKind::RateLimited, u"oauth.unavailable"_s, u"the token address asks to wait"_s);
    } else if (response.status >= 500 || response.status == 408) {
        error = errorOf(ErrorKind::Retry, u"oauth.unavailable"_s, u"status %1"_s.arg(response.status));
    } else if (parsed && parsed->isObject() && (*parsed)[u"error"].isText()) {
        error = oauthError((*parsed)[u"error"].toText(), (*parsed)[u"error_description"].toText(), deadGrant);
    } else {
        const QByteArray start = redacted(response.body, 256);
        error = errorOf(ErrorKind::RemoteFault, u"oauth.answer"_s,
                        u"status %1: %2"_s.arg(response.status).arg(QString::fromUtf8(start)));
    }
    error.retryAfter = wait;
    return error;
}

} // namespace

QByteArray encodeForm(const Form& form)
{
    QByteArray bytes;
    for (const auto& [name, value] : form) {
        if (!bytes.isEmpty()) bytes += '&';
        bytes += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return bytes;
}

Error oauthError(const QString& word, const QString& description, const QString& deadGrant)
{
    static const QStringList kClient{
        u"invalid_client"_s,        u"invalid_client_id"_s,          u"unauthorized_client"_s,
        u"invalid_scope"_s,         u"unsupported_grant_type"_s,     u"invalid_request"_s,
        u"redirect_uri_mismatch"_s, u"invalid_client_credentials"_s, u"unsupported_response_type"_s};
    const QString text = description.isEmpty() ? word : word + u": "_s + description;
    const QString safeText = QString::fromUtf8(redacted(text.toUtf8(), 1024));
    if (word == u"access_denied" || word == u"access-denied")
        return errorOf(ErrorKind::NeedsLogin, u"oauth.denied"_s, safeText);
    if (word == u"invalid_grant" || word == u"inactive_user" || word == u"inactive_org")
        return errorOf(ErrorKind::NeedsLogin, deadGrant, safeText);
    if (word == u"rate_limit_exceeded")
        return errorOf(ErrorKind::RateLimited, u"oauth.unavailable"_s, safeText);
    if (word == u"temporarily_unavailable" || word == u"server_error")
        return errorOf(ErrorKind::Retry, u"oauth.unavailable"_s, safeText);
    if (kClient.contains(word))
        return errorOf(ErrorKind::BadConfig, u"oauth.client"_s, safeText, {word, description});
    return errorOf(ErrorKind::RemoteFault, u"oauth.answer"_s, safeText, {word, description});
}

Result<Tokens> readTokenAnswer(const net::HttpResponse& response, Instant now,
                               std::chrono::seconds assumedLifetime, const QString& deadGrant)
{
    if (response.status < 200 || response.status > 299) return fail(refusalOf(response, deadGrant));
    const auto parsed = Json::parse(response.body);
    if (!parsed || !parsed->isObject())
        return fail(ErrorKind::RemoteFault, u"oauth.answer"_s, u"the token answer is no JSON object"_s);
    const QString access = (*parsed)[u"access_token"].toText();
    const QString type = (*parsed)[u"token_type"].toText(u"Bearer"_s);
    if (access.isEmpty() || type.compare(u"Bearer", Qt::CaseInsensitive) != 0)
        return fail(ErrorKind::RemoteFault, u"oauth.answer"_s, u"the token answer has no bearer token"_s);
    Tokens tokens;
    tokens.access = Secret(access.toUtf8());
    tokens.refresh = Secret((*parsed)[u"refresh_token"].toText().toUtf8());
    tokens.scopes = scopesOf(*parsed);
    if (const auto lifetime = lifetimeOf(*parsed))
        tokens.expiresAt = now + *lifetime;
    else if (assumedLifetime.count() > 0)
        tokens.expiresAt = now + assumedLifetime;
    for (const auto& [name, value] : parsed->toObject()) {
        if (value.isText() && !isOwnMember(name)) tokens.extra.insert(name, value.toText());
    }
    return tokens;
}

net::HttpRequest formRequest(const QUrl& url, const Form& form)
{
    net::HttpRequest request;
    request.verb = net::Verb::Post;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    request.body = encodeForm(form);
    request.contentType = "application/x-www-form-urlencoded";
    request.repeat = net::Repeat::Safe;
    request.deadline = kTokenDeadline;
    return request;
}

net::HttpRequest formRequest(const QUrl& url, Form form, const OAuthSettings& settings, const Secret& secret)
{
    if (secret.isEmpty()) return formRequest(url, form);
    if (settings.secretPlace == OAuthSettings::SecretPlace::Form) {
        form.append({u"client_secret"_s, QString::fromUtf8(secret.reveal())});
        return formRequest(url, form);
    }
    net::HttpRequest request = formRequest(url, form);
    const QByteArray pair = QUrl::toPercentEncoding(settings.clientId) + ':' +
                            QUrl::toPercentEncoding(QString::fromUtf8(secret.reveal()));
    request.headers.append({"Authorization", "Basic " + pair.toBase64()});
    return request;
}

Secret packTokens(const Tokens& tokens)
{
    Json packed = Json::object();
    packed.set(u"access"_s, Json(QString::fromUtf8(tokens.access.reveal())));
    packed.set(u"refresh"_s, Json(QString::fromUtf8(tokens.refresh.reveal())));
    if (tokens.expiresAt) packed.set(u"expiresAt"_s, Json(formatInstant(*tokens.expiresAt)));
    if (!tokens.clientSecret.isEmpty())
        packed.set(u"clientSecret"_s, Json(QString::fromUtf8(tokens.clientSecret.reveal())));
    Json scopes = Json::array();
    for (const QString& scope : tokens.scopes)
        scopes.append(Json(scope));
    packed.set(u"scopes"_s, std::move(scopes));
    Json extra = Json::object();
    QStringList names = tokens.extra.keys();
    names.sort();
    for (const QString& name : names)
        extra.set(name, Json(tokens.extra[name]));
    packed.set(u"extra"_s, std::move(extra));
    return Secret(packed.toBytes());
}

Result<Tokens> unpackTokens(const Secret& packed)
{
    const auto parsed = Json::parse(packed.reveal());
    if (!parsed || !parsed->isObject() || (*parsed)[u"access"].toText().isEmpty())
        return fail(ErrorKind::NeedsLogin, u"oauth.stored"_s, u"the stored sign-in cannot be read"_s);
    Tokens tokens;
    tokens.access = Secret((*parsed)[u"access"].toText().toUtf8());
    tokens.refresh = Secret((*parsed)[u"refresh"].toText().toUtf8());
    tokens.clientSecret = Secret((*parsed)[u"clientSecret"].toText().toUtf8());
    if ((*parsed)[u"expiresAt"].isText()) {
        const auto expires = parseInstant((*parsed)[u"expiresAt"].toText());
        if (!expires)
            return fail(ErrorKind::NeedsLogin, u"oauth.stored"_s, u"the stored sign-in has no valid date"_s);
        tokens.expiresAt = *expires;
    }
    for (const Json& scope : (*parsed)[u"scopes"].toArray())
        tokens.scopes.append(scope.toText());
    for (const auto& [name, value] : (*parsed)[u"extra"].toObject())
        tokens.extra.insert(name, value.toText());
    return tokens;
}

} // namespace tieout::auth
