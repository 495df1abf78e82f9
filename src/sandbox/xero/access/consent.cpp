#include "sandbox/xero/access/consent.h"

#include "sandbox/xero/organisation/guids.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct Scope {
    QStringView name;
    QStringView permission; ///< empty: not shown
};

// The granular scopes. Each also exists with ".read".
constexpr Scope kScopes[] = {
    {u"accounting.invoices", u"invoices, quotes, credit notes and purchase orders"},
    {u"accounting.payments", u"payments"},
    {u"accounting.banktransactions", u"bank transactions"},
    {u"accounting.manualjournals", u"manual journals"},
    {u"accounting.contacts", u"contacts"},
    {u"accounting.settings", u"accounts, tax rates and organisation settings"},
    {u"accounting.attachments", u"attachments"},
    {u"payroll.employees", u"employees"},
};

constexpr QStringView kReadOnlyScopes[] = {
    u"accounting.budgets.read",
    u"accounting.reports.aged.read",
    u"accounting.reports.balancesheet.read",
    u"accounting.reports.banksummary.read",
    u"accounting.reports.budgetsummary.read",
    u"accounting.reports.executivesummary.read",
    u"accounting.reports.taxreports.read",
    u"accounting.reports.tenninetynine.read",
    u"accounting.journals.read",
    u"accounting.reports.profitandloss.read",
    u"accounting.reports.trialbalance.read",
    u"paymentservices",
};

constexpr QStringView kBroadScopes[] = {u"accounting.transactions", u"accounting.transactions.read",
                                        u"accounting.reports.read"};

constexpr QStringView kSessionScopes[] = {u"openid", u"profile", u"email", u"offline_access"};

const Scope* granular(QStringView name)
{
    for (const Scope& scope : kScopes) {
        if (name == scope.name) return &scope;
    }
    return nullptr;
}

bool isKnown(const QString& name, bool broadScopes)
{
    const auto listed = [&name](const auto& names) {
        return std::find(std::begin(names), std::end(names), QStringView(name)) != std::end(names);
    };
    if (listed(kSessionScopes) || listed(kReadOnlyScopes)) return true;
    if (broadScopes && listed(kBroadScopes)) return true;
    const QStringView view(name);
    return granular(view.endsWith(u".read") ? view.chopped(5) : view) != nullptr;
}

QString permission(const QString& name)
{
    const QStringView view(name);
    if (const Scope* scope = granular(view)) return u"View and manage "_s + scope->permission.toString();
    if (!view.endsWith(u".read")) return {};
    if (const Scope* scope = granular(view.chopped(5))) return u"View "_s + scope->permission.toString();
    return u"View reports"_s;
}

} // namespace

QString authorizeProblem(const AuthorizeRequest& asked, bool broadScopes)
{
    if (asked.clientId != QStringView(kPracticeClientId))
        return u"unauthorized_client : Unknown client or client not enabled"_s;
    if (!registeredRedirectUris().contains(asked.redirectUri))
        return u"unauthorized_client : Invalid redirect_uri"_s;
    if (asked.responseType != "code"_L1) return u"unsupported_response_type"_s;
    if (asked.codeChallenge.isEmpty()) return u"invalid_request : code challenge required"_s;
    if (asked.codeChallengeMethod != "S256"_L1)
        return u"invalid_request : Transform algorithm not supported"_s;
    const QStringList scopes = asked.scope.split(u' ', Qt::SkipEmptyParts);
    const auto known = [broadScopes](const QString& name) { return isKnown(name, broadScopes); };
    if (scopes.isEmpty() || !std::all_of(scopes.begin(), scopes.end(), known))
        return u"invalid_scope : Invalid scope for client"_s;
    return {};
}

SignInPage consentPageOf(const AuthorizeRequest& asked, const QList<std::pair<QUuid, QString>>& tenants)
{
    SignInPage page;
    page.system = u"Xero"_s;
    page.accent = u"#13b5ea"_s;
    page.action = u"/identity/connect/authorize"_s;
    page.hidden = asked.fields();
    page.userName = u"demo@tieout.example"_s;
    page.organisationLabel = u"Choose an organisation"_s;
    for (const auto& [id, name] : tenants)
        page.organisations.append({guidText(id), name, u"Organisation"_s});
    for (const QString& scope : asked.scope.split(u' ', Qt::SkipEmptyParts)) {
        const QString text = permission(scope);
        if (!text.isEmpty() && !page.permissions.contains(text)) page.permissions.append(text);
    }
    return page;
}

} // namespace tieout::sandbox::xero
