#include "connectors/manifest.h"

#include "connectors/manifestobjects.h"
#include "connectors/rest/addresstemplate.h"

#include <QVersionNumber>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Variables a template may use beside the settings.
const QStringList& freeVariables()
{
    static const QStringList names{u"tenantId"_s, u"shortCode"_s, u"id"_s, u"object"_s};
    return names;
}

QRegularExpression readPattern(StrictObject& in, QStringView name)
{
    const QString text = in.text(name, {});
    if (text.isEmpty()) return {};
    QRegularExpression pattern(text, QRegularExpression::CaseInsensitiveOption);
    if (!pattern.isValid()) in.fault(name, pattern.errorString());
    return pattern;
}

SettingSpec readSetting(StrictObject& in)
{
    using Kind = SettingSpec::Kind;
    SettingSpec setting;
    setting.name = in.text(u"name");
    setting.label = in.text(u"label");
    setting.hint = in.text(u"hint", {});
    setting.fallback = in.text(u"default", {});
    setting.choices = in.texts(u"choices");
    setting.kind = in.choice(
        u"kind", {{u"text", Kind::Text}, {u"address", Kind::Address}, {u"secret", Kind::Secret}}, Kind::Text);
    return setting;
}

void readTenants(StrictObject& in, AuthSpec::Tenants& tenants)
{
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { tenants.request = readRequestSpec(request); });
    in.object(u"select", Presence::Required, [&](StrictObject& select) {
        for (const auto& [name, member] : select.pairs(u"take"))
            tenants.take.insert(name, member);
        tenants.onlyField = select.text(u"field", {});
        tenants.onlyValues = select.texts(u"values");
        if (!tenants.take.contains(u"tenantId"_s)) select.fault(u"take", u"tenantId is missing"_s);
    });
}

AuthSpec readAuth(StrictObject& in)
{
    AuthSpec auth;
    auth.kind = in.choice<QString>(u"kind", {{u"oauth2-pkce", u"oauth2-pkce"_s}}, {});
    if (auth.kind.isEmpty()) in.fault(u"kind", u"missing"_s);
    auth.authorizeUrl = in.text(u"authorizeUrl");
    auth.tokenUrl = in.text(u"tokenUrl");
    auth.revokeUrl = in.text(u"revokeUrl", {});
    auth.redirectPorts = in.integers(u"redirectPorts");
    auth.redirectPath = in.text(u"redirectPath");
    auth.practiceClientId = in.text(u"practiceClientId");
    auth.asks = in.texts(u"asks");
    auth.renewAfterDays = in.integer(u"renewAfterDays", 0);
    auth.assumedLifetime = in.integer(u"assumedLifetime", 0);
    auth.authorizeQuery = in.pairs(u"authorizeQuery");
    in.object(u"scopes", Presence::Required, [&](StrictObject& scopes) {
        auth.scopesAlways = scopes.texts(u"always");
        for (const auto& [operation, list] : scopes.pairs(u"operations"))
            auth.scopesByOperation.insert(operation, list.split(u' ', Qt::SkipEmptyParts));
    });
    in.each(u"keep", [&](StrictObject& keep) {
        AuthSpec::Kept kept{keep.text(u"member"), keep.text(u"setting"), false};
        kept.pathOnly = keep.choice(u"part", {{u"all", false}, {u"path", true}}, false);
        auth.keeps.append(kept);
    });
    in.object(u"tenants", Presence::Required,
              [&](StrictObject& tenants) { readTenants(tenants, auth.tenants); });
    return auth;
}

LimitSpec readLimit(StrictObject& in)
{
    LimitSpec limit;
    limit.match = in.text(u"match");
    limit.rates.concurrent = in.integer(u"concurrent", 0);
    limit.rates.perMinute = in.integer(u"perMinute", 0);
    limit.rates.perDay = in.integer(u"perDay", 0);
    in.object(u"headers", Presence::Optional, [&](StrictObject& headers) {
        limit.rates.minuteRemainingHeader = headers.text(u"minuteRemaining", {}).toLatin1();
        limit.rates.dayRemainingHeader = headers.text(u"dayRemaining", {}).toLatin1();
        limit.rates.problemHeader = headers.text(u"problem", {}).toLatin1();
    });
    return limit;
}

ErrorRule readRule(StrictObject& in)
{
    using Scope = ErrorRule::Scope;
    ErrorRule rule;
    in.object(u"when", Presence::Required, [&](StrictObject& when) {
        rule.statuses = when.integers(u"status");
        rule.codes = when.texts(u"code");
        rule.text = readPattern(when, u"text");
        when.object(u"header", Presence::Optional, [&](StrictObject& header) {
            rule.header = header.text(u"name");
            rule.headerText = readPattern(header, u"text");
        });
        rule.on = when.choice(u"on", {{u"read", CallKind::Read}, {u"write", CallKind::Write}}, CallKind::Any);
    });
    const QString kind = in.text(u"kind");
    if (!kindFromName(kind)) in.fault(u"kind", u"unknown word \"%1\""_s.arg(kind));
    rule.kind = kindFromName(kind).value_or(ErrorKind::Bug);
    rule.scope = in.choice(
        u"scope", {{u"request", Scope::Request}, {u"elements", Scope::Elements}, {u"row", Scope::Row}},
        Scope::Request);
    rule.code = in.text(u"code");
    rule.facts = in.texts(u"facts");
    rule.meaning = in.text(u"meaning");
    rule.retryAfter = in.integer(u"retryAfter", 0);
    for (const QString& fact : std::as_const(rule.facts)) {
        if (fact != u"message" && !rule.text.namedCaptureGroups().contains(fact))
            in.fault(u"facts", u"no group \"%1\" in the pattern"_s.arg(fact));
    }
    return rule;
}

FixtureSpec readFixture(StrictObject& in)
{
    FixtureSpec fixture;
    fixture.name = in.text(u"name");
    fixture.operation = in.text(u"operation");
    in.object(u"request", Presence::Optional,
              [&](StrictObject& request) { fixture.on = request.text(u"on"); });
    in.object(u"response", Presence::Required, [&](StrictObject& response) {
        fixture.status = response.integer(u"status", 200);
        fixture.headers = response.pairs(u"headers");
        const Json body = response.any(u"body");
        fixture.body = body.isText() ? body.toText().toUtf8() : body.isNull() ? QByteArray() : body.toBytes();
        fixture.message = response.text(u"message", {});
    });
    in.object(u"expect", Presence::Required, [&](StrictObject& expect) {
        fixture.expectCode = expect.text(u"code");
        fixture.expectKind = expect.text(u"kind");
        fixture.expectFacts = expect.texts(u"facts");
    });
    return fixture;
}

void readConnector(StrictObject& in, Manifest& manifest)
{
    manifest.id = in.text(u"id");
    manifest.version = in.text(u"version");
    manifest.minApp = in.text(u"minApp");
    manifest.title = in.text(u"title");
    const QVersionNumber needed = QVersionNumber::fromString(manifest.minApp);
    if (needed.isNull() || needed > QVersionNumber::fromString(QLatin1String(TIEOUT_VERSION)))
        in.fault(u"minApp", u"this manifest needs another version of the program"_s);
    manifest.headers = in.pairs(u"headers");
    manifest.requestIdHeader = in.text(u"requestIdHeader", {});
}

void readAll(StrictObject& in, Manifest& manifest)
{
    in.object(u"connector", Presence::Required, [&](StrictObject& part) { readConnector(part, manifest); });
    in.each(u"settings", [&](StrictObject& part) { manifest.settings.append(readSetting(part)); });
    in.object(u"auth", Presence::Required, [&](StrictObject& part) { manifest.auth = readAuth(part); });
    in.each(u"limits", [&](StrictObject& part) { manifest.limits.append(readLimit(part)); });
    in.object(u"errorBody", Presence::Required, [&](StrictObject& part) {
        manifest.errorBody = {part.texts(u"code"), part.texts(u"message"), part.text(u"elements", {})};
    });
    in.each(u"errors", [&](StrictObject& part) { manifest.errors.append(readRule(part)); });
    in.object(u"reference", Presence::Optional,
              [&](StrictObject& part) { manifest.reference = readReferenceSpec(part); });
    in.members(u"objects", [&](const QString& name, StrictObject& part) {
        manifest.objects.append(readObjectSpec(name, part));
    });
    in.each(u"fixtures", [&](StrictObject& part) { manifest.fixtures.append(readFixture(part)); });
    if (manifest.objects.isEmpty()) in.fault(u"objects", u"at least one belongs here"_s);
}

void checkTemplates(const Manifest& manifest, QStringList& faults)
{
    const auto check = [&](const QString& where, const QString& text) {
        for (const QString& name : templateVariables(text)) {
            if (!manifest.setting(name) && !freeVariables().contains(name))
                faults << u"$.%1: unknown variable {%2}"_s.arg(where, name);
        }
    };
    check(u"auth.authorizeUrl"_s, manifest.auth.authorizeUrl);
    check(u"auth.tokenUrl"_s, manifest.auth.tokenUrl);
    check(u"auth.revokeUrl"_s, manifest.auth.revokeUrl);
    check(u"auth.tenants.request.url"_s, manifest.auth.tenants.request.url);
    for (const auto& [name, value] : manifest.headers)
        check(u"connector.headers."_s + name, value);
    for (const ObjectSpec& object : manifest.objects) {
        const QString path = u"objects."_s + object.name;
        if (object.read) check(path + u".read.request.url"_s, object.read->request.url);
        if (object.discover) check(path + u".discover.request.url"_s, object.discover->request.url);
        for (const WriteSpec& write : object.writes)
            check(path + u".write.request.url"_s, write.request.url);
        check(path + u".link.urlTemplate"_s, object.link);
    }
}

/// Paths that a manifest-described object names must be among its fields.
void checkPaths(const Manifest& manifest, QStringList& faults)
{
    for (const ObjectSpec& object : manifest.objects) {
        if (object.discover) continue;
        const model::ObjectSchema schema = object.schema();
        QStringList paths{object.identity.remoteId, object.identity.number, object.identity.externalKey,
                          object.identity.usableField, object.versionField};
        paths += object.identity.compare;
        if (object.read) paths << object.read->cursor.field << object.read->cursor.tie;
        for (const auto& rule : object.identity.match)
            paths += rule.fields;
        for (QString path : std::as_const(paths)) {
            if (!path.isEmpty() && !schema.find(path.remove(u"[]"_s)))
                faults << u"$.objects.%1: no field \"%2\""_s.arg(object.name, path);
        }
    }
}

} // namespace

Result<Manifest> parseManifest(const QByteArray& bytes, const QString& name)
{
    const Result<Json> json = Json::parse(bytes);
    if (!json)
        return fail(ErrorKind::BadConfig, u"manifest.syntax"_s, json.error().text, {name, json.error().text});
    Manifest manifest;
    QStringList faults;
    StrictObject root(*json, u"$"_s, faults);
    readAll(root, manifest);
    root.finish();
    checkTemplates(manifest, faults);
    checkPaths(manifest, faults);
    if (!faults.isEmpty())
        return fail(ErrorKind::BadConfig, u"manifest.syntax"_s, faults.join(u"; "),
                    QStringList{name} + faults);
    return manifest;
}

model::ObjectSchema ObjectSpec::schema() const
{
    model::ObjectSchema schema;
    schema.name = name;
    schema.label = label;
    schema.labelPlural = labelPlural;
    schema.fields = fields;
    schema.readable = read.has_value();
    schema.creatable = writes.contains(Operation::Create);
    schema.updatable = writes.contains(Operation::Update);
    return schema;
}

const ObjectSpec* Manifest::object(QStringView name) const
{
    const auto it =
        std::find_if(objects.begin(), objects.end(), [&](const ObjectSpec& o) { return o.name == name; });
    return it == objects.end() ? nullptr : &*it;
}

const SettingSpec* Manifest::setting(QStringView name) const
{
    const auto it =
        std::find_if(settings.begin(), settings.end(), [&](const SettingSpec& s) { return s.name == name; });
    return it == settings.end() ? nullptr : &*it;
}

net::RateLimits Manifest::rateLimits() const
{
    if (!limits.isEmpty()) return limits.first().rates;
    net::RateLimits unlimited;
    unlimited.perMinute = 0;
    unlimited.perDay = 0;
    return unlimited;
}

QHash<QString, QString> practiceSettings(const Manifest& manifest, const QUrl& base)
{
    QHash<QString, QString> settings;
    const QString address = base.toString(QUrl::StripTrailingSlash);
    for (const SettingSpec& setting : manifest.settings) {
        if (setting.kind == SettingSpec::Kind::Address) settings.insert(setting.name, address);
    }
    settings.insert(u"clientId"_s, manifest.auth.practiceClientId);
    return settings;
}

} // namespace tieout::connectors
