#include "connectors/rest/signinsettings.h"

#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

QStringList scopesFor(const Manifest& manifest, const QStringList& operations)
{
    QStringList scopes = manifest.auth.scopesAlways;
    QStringList names = operations.isEmpty() ? manifest.auth.scopesByOperation.keys() : operations;
    names.sort();
    for (const QString& name : std::as_const(names)) {
        for (const QString& scope : manifest.auth.scopesByOperation.value(name)) {
            if (!scopes.contains(scope)) scopes << scope;
        }
    }
    // The wider scope includes its own .read.
    scopes.removeIf([all = scopes](const QString& scope) {
        return scope.endsWith(u".read") && all.contains(scope.chopped(5));
    });
    return scopes;
}

Result<auth::OAuthSettings> oauthSettings(const Manifest& manifest, const model::Connection& connection)
{
    QHash<QString, QString> values;
    for (const SettingSpec& setting : manifest.settings)
        values.insert(setting.name, setting.fallback);
    for (auto it = connection.settings.cbegin(); it != connection.settings.cend(); ++it) {
        if (!it.value().isEmpty()) values.insert(it.key(), it.value());
    }
    if (connection.practice && values.value(u"clientId"_s).isEmpty())
        values.insert(u"clientId"_s, manifest.auth.practiceClientId);
    auth::OAuthSettings settings;
    settings.clientId = values.value(u"clientId"_s);
    if (settings.clientId.isEmpty())
        return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s, u"no client id"_s, {u"clientId"_s});
    const std::pair<const QString&, QUrl&> addresses[] = {{manifest.auth.authorizeUrl, settings.authorizeUrl},
                                                          {manifest.auth.tokenUrl, settings.tokenUrl},
                                                          {manifest.auth.revokeUrl, settings.revokeUrl}};
    for (const auto& [text, url] : addresses) {
        if (text.isEmpty()) continue;
        const Result<QString> address = filledTemplate(text, values);
        if (!address) return fail(address.error());
        url = QUrl(*address);
    }
    settings.scopes = scopesFor(manifest);
    settings.redirectPorts = manifest.auth.redirectPorts;
    settings.redirectPath = manifest.auth.redirectPath;
    for (const auto& [name, value] : manifest.auth.authorizeQuery)
        settings.extraQuery.insert(name, value);
    settings.assumedLifetime = std::chrono::seconds{manifest.auth.assumedLifetime};
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

} // namespace tieout::connectors
