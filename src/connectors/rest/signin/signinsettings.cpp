#include "connectors/rest/signin/signinsettings.h"

#include "connectors/rest/addresstemplate.h"
#include "connectors/rest/signin/keyauthorizer.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Settings of the manifest, then of the connection.
QHash<QString, QString> valuesOf(const Manifest& manifest, const model::Connection& connection)
{
    QHash<QString, QString> values;
    for (const SettingSpec& setting : manifest.settings)
        values.insert(setting.name, setting.fallback);
    for (auto it = connection.settings.cbegin(); it != connection.settings.cend(); ++it) {
        if (!it.value().isEmpty()) values.insert(it.key(), it.value());
    }
    return values;
}

void addUsed(const QString& text, QStringList& names)
{
    names += templateVariables(text);
}

} // namespace

QList<SettingSpec> settingsToAsk(const Manifest& manifest, const AuthSpec& auth)
{
    QStringList ofAuth;
    const auto collect = [&](const AuthSpec& spec, QStringList& names) {
        for (const QString& text : {spec.user, spec.password, spec.token})
            addUsed(text, names);
        for (const auto& [name, text] : spec.headers)
            addUsed(text, names);
        if (spec.isOAuth()) names << u"clientId"_s;
        if (spec.kind == AuthSpec::Kind::OAuthSecret) names << u"clientSecret"_s;
    };
    collect(auth, ofAuth);
    QStringList ofOthers;
    collect(manifest.auth, ofOthers);
    for (const AuthSpec& other : manifest.otherAuth)
        collect(other, ofOthers);
    QStringList told;
    for (const auto& kept : auth.keeps)
        told << kept.setting;
    QList<SettingSpec> asked;
    for (const SettingSpec& setting : manifest.settings) {
        const bool isForeign = ofOthers.contains(setting.name) && !ofAuth.contains(setting.name);
        if (!isForeign && !told.contains(setting.name)) asked.append(setting);
    }
    return asked;
}

QList<model::SignInWay> signInWays(const Manifest& manifest)
{
    using Kind = model::FormField::Kind;
    QList<model::SignInWay> ways;
    for (const AuthSpec& auth : QList<AuthSpec>{manifest.auth} + manifest.otherAuth) {
        model::SignInWay way;
        way.id = manifest.otherAuth.isEmpty() ? QString() : auth.word;
        way.title = auth.title;
        way.browser = auth.isOAuth();
        for (const SettingSpec& setting : settingsToAsk(manifest, auth)) {
            model::FormField field;
            field.name = setting.name;
            field.label = setting.label;
            field.hint = setting.hint;
            field.fallback = setting.fallback;
            field.optional = setting.optional || !setting.fallback.isEmpty();
            // Addresses that have a usual value are for those who know that theirs differs.
            field.advanced = setting.kind == SettingSpec::Kind::Address && !setting.fallback.isEmpty() &&
                             setting.choices.isEmpty();
            field.kind = setting.kind == SettingSpec::Kind::Secret    ? Kind::Secret
                         : setting.kind == SettingSpec::Kind::Address ? Kind::Address
                         : setting.choices.isEmpty()                  ? Kind::Text
                                                                      : Kind::Choice;
            for (const QString& choice : setting.choices)
                field.options.append({choice, choice});
            way.fields.append(field);
        }
        ways.append(way);
    }
    return ways;
}

QString missingSetting(const Manifest& manifest, const model::Connection& connection,
                       const QHash<QString, Secret>& secrets)
{
    const QHash<QString, QString> values = valuesOf(manifest, connection);
    for (const SettingSpec& setting : settingsToAsk(manifest, manifest.authOf(connection))) {
        const bool isSecret = setting.kind == SettingSpec::Kind::Secret;
        const bool isEmpty =
            isSecret ? secrets.value(setting.name).isEmpty() : values.value(setting.name).isEmpty();
        if (isEmpty && !setting.optional) return setting.name;
    }
    return {};
}

Result<auth::OAuthSettings> oauthSettings(const Manifest& manifest, const model::Connection& connection,
                                          const QStringList& scopes, const Secret& secret)
{
    const AuthSpec& spec = manifest.authOf(connection);
    QHash<QString, QString> values = valuesOf(manifest, connection);
    if (connection.practice && values.value(u"clientId"_s).isEmpty())
        values.insert(u"clientId"_s, spec.practiceClientId);
    auth::OAuthSettings settings;
    settings.clientSecret = secret;
    if (spec.secretInBasic) settings.secretPlace = auth::OAuthSettings::SecretPlace::BasicHeader;
    settings.clientId = values.value(u"clientId"_s);
    if (settings.clientId.isEmpty())
        return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s, u"no client id"_s, {u"clientId"_s});
    const std::pair<const QString&, QUrl&> addresses[] = {{spec.authorizeUrl, settings.authorizeUrl},
                                                          {spec.tokenUrl, settings.tokenUrl},
                                                          {spec.revokeUrl, settings.revokeUrl}};
    for (const auto& [text, url] : addresses) {
        if (text.isEmpty()) continue;
        const Result<QString> address = filledTemplate(text, values);
        if (!address) return fail(address.error());
        url = QUrl(*address);
    }
    settings.scopes = scopes;
    settings.redirectPorts = spec.redirectPorts;
    settings.redirectPath = spec.redirectPath;
    for (const auto& [name, value] : spec.authorizeQuery)
        settings.extraQuery.insert(name, value);
    settings.assumedLifetime = std::chrono::seconds{spec.assumedLifetime};
    return settings;
}

QHash<QString, QString> settingsFromTokens(const Manifest& manifest, const auth::Tokens& tokens)
{
    QHash<QString, QString> settings;
    for (const auto& kept : manifest.auth.keeps) {
        const QString value = tokens.extra.value(kept.member);
        if (!value.isEmpty()) settings.insert(kept.setting, kept.pathOnly ? QUrl(value).path() : value);
    }
    return settings;
}

Result<SignedBy> authorizerFor(const Manifest& manifest, const model::Connection& connection,
                               net::Transport& transport, Clock& clock, auth::Vault& vault,
                               const QString& tokenKey, const QString& secretKey)
{
    const AuthSpec& spec = manifest.authOf(connection);
    SignedBy signedBy;
    if (spec.kind == AuthSpec::Kind::None) return signedBy;
    if (spec.isOAuth()) {
        const Result<auth::OAuthSettings> settings = oauthSettings(manifest, connection);
        if (!settings) return fail(settings.error());
        auto session = std::make_unique<auth::OAuthSession>(tokenKey, *settings, transport, clock, vault);
        signedBy.oauth = session.get();
        signedBy.authorizer = std::move(session);
        return signedBy;
    }
    signedBy.authorizer = std::make_unique<KeyAuthorizer>(manifest.title, spec,
                                                          valuesOf(manifest, connection), secretKey, vault);
    return signedBy;
}

} // namespace tieout::connectors
