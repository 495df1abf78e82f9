#include "connectors/rest/signin/keyauthorizer.h"

#include "base/json.h"
#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// A pasted key often brings blanks and a line end; inside a header they would begin another one.
bool isHeaderText(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; });
}

} // namespace

Secret packSecrets(const Secrets& secrets)
{
    Json packed = Json::object();
    QStringList names = secrets.keys();
    names.sort();
    for (const QString& name : std::as_const(names))
        packed.set(name, Json(QString::fromUtf8(secrets[name].reveal())));
    return Secret(packed.toBytes());
}

Result<Secrets> unpackSecrets(const Secret& packed)
{
    const Result<Json> parsed = Json::parse(packed.reveal());
    if (!parsed || !parsed->isObject())
        return fail(ErrorKind::NeedsLogin, u"oauth.stored"_s, u"the stored keys cannot be read"_s);
    Secrets secrets;
    for (const auto& [name, value] : parsed->toObject())
        secrets.insert(name, Secret(value.toText().toUtf8()));
    return secrets;
}

KeyAuthorizer::KeyAuthorizer(QString system, AuthSpec spec, QHash<QString, QString> settings,
                             QString vaultKey, auth::Vault& vault)
    : m_system(std::move(system))
    , m_spec(std::move(spec))
    , m_settings(std::move(settings))
    , m_vaultKey(std::move(vaultKey))
    , m_vault(vault)
{
}

Task<Result<Secrets>> KeyAuthorizer::load()
{
    Result<Secret> packed = co_await m_vault.read(m_vaultKey);
    if (!packed) co_return fail(packed.error());
    Result<Secrets> secrets = unpackSecrets(*packed);
    co_return secrets;
}

Result<net::Headers> KeyAuthorizer::headersFor(const Secrets& secrets) const
{
    QHash<QString, QString> values = m_settings;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        values.insert(it.key(), QString::fromUtf8(it->reveal()).trimmed());
    Error fault;
    const auto filled = [&](const QString& text) {
        const Result<QString> result = filledTemplate(text, values);
        if (!result) fault = result.error();
        if (result && !isHeaderText(*result))
            fault = errorOf(ErrorKind::BadConfig, u"connector.setting-missing"_s,
                            u"a control character in a key"_s, {templateVariables(text).value(0)});
        return result.value_or(QString()).toUtf8();
    };
    net::Headers headers;
    if (m_spec.kind == AuthSpec::Kind::Bearer)
        headers.append({"Authorization", "Bearer " + filled(m_spec.token)});
    if (m_spec.kind == AuthSpec::Kind::Basic) {
        const QByteArray user = filled(m_spec.user);
        const QByteArray password = m_spec.password.isEmpty() ? QByteArray() : filled(m_spec.password);
        headers.append({"Authorization", "Basic " + (user + ':' + password).toBase64()});
    }
    for (const auto& [name, text] : m_spec.headers)
        headers.append({name.toLatin1(), filled(text)});
    if (!fault.code.isEmpty()) return fail(fault);
    return headers;
}

Task<Result<net::HttpRequest>> KeyAuthorizer::authorize(net::HttpRequest request, StopToken stop)
{
    Q_UNUSED(stop)
    if (!m_secrets) {
        Result<Secrets> loaded = co_await load();
        if (!loaded) co_return fail(loaded.error());
        m_secrets = *loaded;
    }
    Result<net::Headers> headers = headersFor(*m_secrets);
    if (!headers) co_return fail(headers.error());
    request.headers += *headers;
    co_return request;
}

Task<Result<void>> KeyAuthorizer::renew(net::HttpRequest refused, StopToken stop)
{
    Q_UNUSED(refused)
    Q_UNUSED(stop)
    const std::optional<Secrets> used = std::exchange(m_secrets, std::nullopt);
    Result<Secrets> loaded = co_await load();
    if (!loaded) co_return fail(loaded.error());
    if (used && *used == *loaded)
        co_return fail(ErrorKind::NeedsLogin, u"connector.credentials-refused"_s,
                       u"the system refuses the key"_s, {m_system});
    m_secrets = *loaded;
    co_return Result<void>();
}

} // namespace tieout::connectors
