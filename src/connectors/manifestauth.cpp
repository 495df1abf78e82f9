#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

void readTenants(StrictObject& in, AuthSpec::Tenants& tenants)
{
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { tenants.request = readRequestSpec(request); });
    in.object(u"select", Presence::Required, [&](StrictObject& select) {
        tenants.list = select.text(u"list", u"$"_s);
        for (const auto& [name, member] : select.pairs(u"take"))
            tenants.take.insert(name, member);
        tenants.onlyField = select.text(u"field", {});
        tenants.onlyValues = select.texts(u"values");
        if (!tenants.take.contains(u"tenantId"_s)) select.fault(u"take", u"tenantId is missing"_s);
    });
    in.object(u"leave", Presence::Optional, [&](StrictObject& leave) {
        tenants.leaveId = leave.text(u"id");
        leave.object(u"request", Presence::Required,
                     [&](StrictObject& request) { tenants.leave = readRequestSpec(request); });
    });
}

void readOAuth(StrictObject& in, AuthSpec& auth)
{
    auth.authorizeUrl = in.text(u"authorizeUrl");
    auth.tokenUrl = in.text(u"tokenUrl");
    auth.revokeUrl = in.text(u"revokeUrl", {});
    auth.redirectPorts = in.integers(u"redirectPorts");
    auth.redirectPath = in.text(u"redirectPath");
    auth.practiceClientId = in.text(u"practiceClientId");
    auth.assumedLifetime = in.integer(u"assumedLifetime", 0);
    auth.authorizeQuery = in.pairs(u"authorizeQuery");
    auth.secretInBasic = in.choice(u"secretIn", {{u"body", false}, {u"basic", true}}, false);
    in.object(u"scopes", Presence::Required, [&](StrictObject& scopes) {
        auth.scopesAlways = scopes.texts(u"always");
        for (const auto& [operation, list] : scopes.pairs(u"operations"))
            auth.scopesByOperation.insert(operation, list.split(u' ', Qt::SkipEmptyParts));
        for (const auto& [scope, words] : scopes.pairs(u"words"))
            auth.scopeWords.insert(scope, words);
    });
    in.each(u"keep", [&](StrictObject& keep) {
        AuthSpec::Kept kept{keep.text(u"member"), keep.text(u"setting"), false};
        kept.pathOnly = keep.choice(u"part", {{u"all", false}, {u"path", true}}, false);
        auth.keeps.append(kept);
    });
}

} // namespace

AuthSpec readAuthSpec(StrictObject& in)
{
    using Kind = AuthSpec::Kind;
    AuthSpec auth;
    auth.kind = in.choice(u"kind",
                          {{u"oauth2-pkce", Kind::OAuthPkce},
                           {u"oauth2", Kind::OAuthSecret},
                           {u"basic", Kind::Basic},
                           {u"bearer", Kind::Bearer},
                           {u"headers", Kind::Headers},
                           {u"none", Kind::None}},
                          Kind::None);
    auth.word = in.text(u"kind");
    auth.title = in.text(u"title", {});
    auth.asks = in.texts(u"asks");
    auth.renewAfterDays = in.integer(u"renewAfterDays", 0);
    if (auth.isOAuth()) readOAuth(in, auth);
    if (auth.kind == Kind::Basic) {
        auth.user = in.text(u"user");
        auth.password = in.text(u"password", {});
    }
    if (auth.kind == Kind::Bearer) auth.token = in.text(u"token");
    if (auth.kind == Kind::Headers) {
        auth.headers = in.pairs(u"headers");
        if (auth.headers.isEmpty()) in.fault(u"headers", u"at least one belongs here"_s);
    }
    in.object(u"tenants", Presence::Required,
              [&](StrictObject& tenants) { readTenants(tenants, auth.tenants); });
    return auth;
}

} // namespace tieout::connectors
