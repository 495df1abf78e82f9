#include "sandbox/xero/accountingapi.h"

#include "sandbox/xero/contactsresource.h"
#include "sandbox/xero/historyresource.h"
#include "sandbox/xero/invoicesresource.h"
#include "sandbox/xero/replies.h"
#include "sandbox/xero/settingsresource.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using Handler = Response (*)(const Call&);

struct Route {
    QStringView resource;
    QStringView scope;
    Handler handler; ///< null: known to the real API, not part of the practice one
    bool keepsHistory;
};

constexpr Route kRoutes[] = {
    {u"Invoices", u"accounting.invoices", answerInvoices, true},
    {u"Contacts", u"accounting.contacts", answerContacts, true},
    {u"Organisation", u"accounting.settings", answerOrganisation, false},
    {u"Organisations", u"accounting.settings", answerOrganisation, false},
    {u"Accounts", u"accounting.settings", answerAccounts, false},
    {u"TaxRates", u"accounting.settings", answerTaxRates, false},
    {u"Currencies", u"accounting.settings", answerCurrencies, false},
    {u"Users", u"accounting.settings", answerUsers, false},
    {u"BrandingThemes", u"accounting.settings", nullptr, false},
    {u"Items", u"accounting.settings", nullptr, false},
    {u"TrackingCategories", u"accounting.settings", nullptr, false},
    {u"ContactGroups", u"accounting.contacts", nullptr, false},
    {u"Quotes", u"accounting.invoices", nullptr, false},
    {u"CreditNotes", u"accounting.invoices", nullptr, false},
    {u"PurchaseOrders", u"accounting.invoices", nullptr, false},
    {u"Payments", u"accounting.payments", nullptr, false},
    {u"BatchPayments", u"accounting.payments", nullptr, false},
    {u"Prepayments", u"accounting.payments", nullptr, false},
    {u"Overpayments", u"accounting.payments", nullptr, false},
    {u"BankTransactions", u"accounting.banktransactions", nullptr, false},
    {u"ManualJournals", u"accounting.manualjournals", nullptr, false},
};

const Route* routeOf(const QString& resource)
{
    for (const Route& route : kRoutes) {
        if (resource.compare(route.resource, Qt::CaseInsensitive) == 0) return &route;
    }
    return nullptr;
}

bool holds(const QSet<QString>& granted, QStringView scope, bool reads)
{
    const QString name = scope.toString();
    return granted.contains(name) || (reads && granted.contains(name + u".read"_s));
}

} // namespace

bool scopeAllows(const QSet<QString>& granted, const QString& resource, bool reads)
{
    const Route* route = routeOf(resource);
    return !route || holds(granted, route->scope, reads);
}

Response answerAccounting(const Call& call)
{
    const Route* route = call.path.isEmpty() ? nullptr : routeOf(call.path.first());
    if (!route) return notFoundReply();
    if (!route->handler) return notImplementedReply();
    if (call.path.size() <= 2) return route->handler(call);
    const bool history =
        call.path.size() == 3 && call.path[2].compare("History"_L1, Qt::CaseInsensitive) == 0;
    if (history && route->keepsHistory) return answerHistory(call);
    return route->keepsHistory ? notImplementedReply() : notFoundReply();
}

} // namespace tieout::sandbox::xero
