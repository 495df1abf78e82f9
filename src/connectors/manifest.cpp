#include "connectors/manifest.h"

#include "connectors/manifestobjects.h"

#include <QVersionNumber>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestManifest = 4 * 1024 * 1024;
constexpr qsizetype kLongestPattern = 1000;
constexpr qsizetype kMostFaults = 100;

SettingSpec readSetting(StrictObject& in)
{
    using Kind = SettingSpec::Kind;
    SettingSpec setting;
    setting.name = in.text(u"name");
    setting.label = in.text(u"label");
    setting.hint = in.text(u"hint", {});
    setting.fallback = in.text(u"default", {});
    setting.choices = in.texts(u"choices");
    setting.practice = in.text(u"practice", {});
    setting.optional = in.flag(u"optional");
    setting.kind = in.choice(
        u"kind", {{u"text", Kind::Text}, {u"address", Kind::Address}, {u"secret", Kind::Secret}}, Kind::Text);
    return setting;
}

LimitSpec readLimit(StrictObject& in)
{
    LimitSpec limit;
    limit.match = in.text(u"match");
    limit.rates.concurrent = in.integer(u"concurrent", 0);
    limit.rates.perMinute = in.integer(u"perMinute", 0);
    limit.rates.perDay = in.integer(u"perDay", 0);
    limit.weight = qMax(1, in.integer(u"weight", 1));
    in.object(u"window", Presence::Optional, [&](StrictObject& window) {
        if (limit.rates.perMinute > 0) window.fault(u"calls", u"either perMinute or a window belongs here"_s);
        limit.rates.perMinute = window.integer(u"calls", 0);
        limit.rates.windowSeconds = qMax(1, window.integer(u"seconds", 60));
    });
    in.object(u"headers", Presence::Optional, [&](StrictObject& headers) {
        limit.rates.minuteRemainingHeader = headers.text(u"minuteRemaining", {}).toLatin1();
        limit.rates.dayRemainingHeader = headers.text(u"dayRemaining", {}).toLatin1();
        limit.rates.problemHeader = headers.text(u"problem", {}).toLatin1();
        limit.retryAfterHeader = headers.text(u"retryAfter", {});
        limit.resetHeader = headers.text(u"reset", {});
    });
    if (limit.match != u"*" && !limit.match.startsWith(u'/'))
        in.fault(u"match", u"\"*\" or a path that begins with \"/\" belongs here"_s);
    return limit;
}

ErrorBodySpec readErrorBody(StrictObject& in)
{
    ErrorBodySpec body;
    body.codes = in.texts(u"code");
    body.messages = in.texts(u"message");
    body.elements = in.text(u"elements", {});
    body.lists = in.texts(u"lists");
    in.each(u"failedWhen", [&](StrictObject& failed) {
        body.failedWhen.append({failed.text(u"member"), failed.texts(u"values")});
    });
    return body;
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
        if (fact != u"message" && fact != u"code" && !rule.text.namedCaptureGroups().contains(fact))
            in.fault(u"facts", u"no group \"%1\" in the pattern"_s.arg(fact));
    }
    return rule;
}

ReasonSpec readReason(StrictObject& in)
{
    ReasonSpec reason;
    reason.advice = in.text(u"without");
    reason.objects = in.texts(u"objects");
    reason.reason = in.text(u"reason");
    static const QStringList kAdvices{u"cursor"_s, u"deletes"_s, u"link"_s, u"overlap"_s};
    if (!kAdvices.contains(reason.advice)) in.fault(u"without", u"unknown word"_s);
    constexpr qsizetype kShortest = 12;
    if (reason.reason.trimmed().size() < kShortest) in.fault(u"reason", u"a sentence belongs here"_s);
    return reason;
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
    in.object(u"instants", Presence::Optional, [&](StrictObject& instants) {
        manifest.instants = readFormat(instants, u"write", InstantFormat::IsoMilliseconds);
    });
}

void readAll(StrictObject& in, Manifest& manifest)
{
    in.object(u"connector", Presence::Required, [&](StrictObject& part) { readConnector(part, manifest); });
    in.each(u"settings", [&](StrictObject& part) { manifest.settings.append(readSetting(part)); });
    in.object(u"auth", Presence::Required, [&](StrictObject& part) { manifest.auth = readAuthSpec(part); });
    in.each(u"otherAuth", [&](StrictObject& part) { manifest.otherAuth.append(readAuthSpec(part)); });
    in.each(u"limits", [&](StrictObject& part) { manifest.limits.append(readLimit(part)); });
    in.object(u"errorBody", Presence::Required,
              [&](StrictObject& part) { manifest.errorBody = readErrorBody(part); });
    in.each(u"errors", [&](StrictObject& part) { manifest.errors.append(readRule(part)); });
    in.object(u"reference", Presence::Optional,
              [&](StrictObject& part) { manifest.reference = readReferenceSpec(part); });
    in.object(u"jobs", Presence::Optional, [&](StrictObject& part) { manifest.jobs = readJobsSpec(part); });
    in.members(u"objects", [&](const QString& name, StrictObject& part) {
        manifest.objects.append(readObjectSpec(name, part));
    });
    in.each(u"fixtures", [&](StrictObject& part) { manifest.fixtures.append(readFixtureSpec(part)); });
    in.each(u"because", [&](StrictObject& part) { manifest.reasons.append(readReason(part)); });
    if (manifest.objects.isEmpty()) in.fault(u"objects", u"at least one belongs here"_s);
}

} // namespace

QRegularExpression readPattern(StrictObject& in, QStringView name)
{
    const QString text = in.text(name, {});
    if (text.isEmpty()) return {};
    if (text.size() > kLongestPattern || text.startsWith(u"(*")) {
        in.fault(name, u"a pattern of at most %1 characters belongs here"_s.arg(kLongestPattern));
        return {};
    }
    const QRegularExpression alone(text);
    if (!alone.isValid()) in.fault(name, alone.errorString());
    // A pattern that goes back and forth without end gives up: no match.
    return QRegularExpression(u"(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=5000)"_s + text,
                              QRegularExpression::CaseInsensitiveOption);
}

InstantFormat readFormat(StrictObject& in, QStringView name, InstantFormat fallback)
{
    return in.choice(name,
                     {{u"iso-milliseconds", InstantFormat::IsoMilliseconds},
                      {u"iso-seconds", InstantFormat::IsoSeconds},
                      {u"iso-local", InstantFormat::IsoLocal},
                      {u"date", InstantFormat::Date},
                      {u"http-date", InstantFormat::HttpDate},
                      {u"unix-seconds", InstantFormat::UnixSeconds},
                      {u"unix-milliseconds", InstantFormat::UnixMilliseconds}},
                     fallback);
}

Result<Manifest> parseManifest(const QByteArray& bytes, const QString& name)
{
    if (bytes.size() > kLargestManifest)
        return fail(ErrorKind::BadConfig, u"manifest.too-large"_s, u"%1 bytes"_s.arg(bytes.size()), {name});
    const Result<Json> json = Json::parse(bytes);
    if (!json)
        return fail(ErrorKind::BadConfig, u"manifest.syntax"_s, json.error().text, {name, json.error().text});
    Manifest manifest;
    QStringList faults;
    StrictObject root(*json, u"$"_s, faults);
    readAll(root, manifest);
    root.finish();
    checkManifest(manifest, faults);
    if (faults.size() > kMostFaults) faults = faults.first(kMostFaults);
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

const AuthSpec& Manifest::authOf(const model::Connection& connection) const
{
    const QString wanted = connection.settings.value(u"auth"_s);
    for (const AuthSpec& other : otherAuth) {
        if (!wanted.isEmpty() && other.word == wanted) return other;
    }
    return auth;
}

net::RateLimits Manifest::rateLimits() const
{
    for (const LimitSpec& limit : limits) {
        if (limit.match == u"*") return limit.rates;
    }
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
        if (setting.kind == SettingSpec::Kind::Address)
            settings.insert(setting.name, address);
        else if (setting.kind == SettingSpec::Kind::Text && !setting.practice.isEmpty())
            settings.insert(setting.name, setting.practice);
    }
    if (manifest.auth.isOAuth()) settings.insert(u"clientId"_s, manifest.auth.practiceClientId);
    return settings;
}

} // namespace tieout::connectors
