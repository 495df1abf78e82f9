#include "sandbox/xero/access/accountingapi.h"

#include "sandbox/xero/contacts/contactgroupsresource.h"
#include "sandbox/xero/contacts/contactsresource.h"
#include "sandbox/xero/documents/documentsresource.h"
#include "sandbox/xero/documents/invoicesresource.h"
#include "sandbox/xero/documents/itemsresource.h"
#include "sandbox/xero/documents/printing.h"
#include "sandbox/xero/documents/repeatingresource.h"
#include "sandbox/xero/expenses/expenseclaimsresource.h"
#include "sandbox/xero/expenses/receiptsresource.h"
#include "sandbox/xero/ledger/accountsresource.h"
#include "sandbox/xero/ledger/budgetsresource.h"
#include "sandbox/xero/ledger/generalledgerresource.h"
#include "sandbox/xero/ledger/journalsresource.h"
#include "sandbox/xero/ledger/reportsresource.h"
#include "sandbox/xero/ledger/setupresource.h"
#include "sandbox/xero/ledger/taxratesresource.h"
#include "sandbox/xero/ledger/trackingresource.h"
#include "sandbox/xero/organisation/attachmentsresource.h"
#include "sandbox/xero/organisation/historyresource.h"
#include "sandbox/xero/organisation/settingsresource.h"
#include "sandbox/xero/payroll/payrollresource.h"
#include "sandbox/xero/settlements/paymentservicesresource.h"
#include "sandbox/xero/settlements/paymentsresource.h"
#include "sandbox/xero/settlements/transfersresource.h"
#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using Handler = Response (*)(const Call&);

/// What a resource has below its records.
enum Part : unsigned {
    None = 0,
    History = 1,
    Attachments = 2,
    Print = 4,
    Allocations = 8,
    Own = 16, ///< the resource reads longer paths itself
    Mail = 32,
    Services = 64,
};

struct Route {
    QStringView resource;
    QStringView scope;
    Handler handler;
    unsigned parts;
};

constexpr QStringView kInvoices = u"accounting.invoices";
constexpr QStringView kPayments = u"accounting.payments";
constexpr QStringView kSettings = u"accounting.settings";
constexpr QStringView kContacts = u"accounting.contacts";
constexpr QStringView kBank = u"accounting.banktransactions";

constexpr Route kRoutes[] = {
    {u"Invoices", kInvoices, answerInvoices, History | Attachments | Print | Mail},
    {u"Contacts", kContacts, answerContacts, History | Attachments},
    {u"ContactGroups", kContacts, answerContactGroups, Own},
    {u"CreditNotes", kInvoices, answerCreditNotes, History | Attachments | Print | Allocations},
    {u"Quotes", kInvoices, answerQuotes, History | Attachments | Print},
    {u"PurchaseOrders", kInvoices, answerPurchaseOrders, History | Attachments | Print},
    {u"LinkedTransactions", kInvoices, answerLinkedTransactions, None},
    {u"Items", kSettings, answerItems, History},
    {u"Payments", kPayments, answerPayments, History},
    {u"BatchPayments", kPayments, answerBatchPayments, History},
    {u"Prepayments", kPayments, answerPrepayments, History | Allocations},
    {u"Overpayments", kPayments, answerOverpayments, History | Allocations},
    {u"BankTransactions", kBank, answerBankTransactions, History | Attachments},
    {u"BankTransfers", kBank, answerBankTransfers, History | Attachments},
    {u"ManualJournals", u"accounting.manualjournals", answerManualJournals, History | Attachments},
    {u"Organisation", kSettings, answerOrganisation, Own},
    {u"Organisations", kSettings, answerOrganisation, None},
    {u"Accounts", kSettings, answerAccounts, Attachments},
    {u"TaxRates", kSettings, answerTaxRates, None},
    {u"Currencies", kSettings, answerCurrencies, None},
    {u"Users", kSettings, answerUsers, None},
    {u"BrandingThemes", kSettings, answerBrandingThemes, Services},
    {u"TrackingCategories", kSettings, answerTracking, Own},
    {u"Setup", kSettings, answerSetup, None},
    {u"Reports", u"accounting.reports", answerReports, None},
    {u"InvoiceReminders", kSettings, answerInvoiceReminders, None},
    {u"RepeatingInvoices", kInvoices, answerRepeatingInvoices, History | Attachments},
    {u"Receipts", kInvoices, answerReceipts, History | Attachments},
    {u"ExpenseClaims", kInvoices, answerExpenseClaims, History},
    {u"PaymentServices", u"paymentservices", answerPaymentServices, None},
    {u"Journals", u"accounting.journals", answerGeneralLedger, None},
    {u"Budgets", u"accounting.budgets", answerBudgets, None},
};

constexpr std::pair<QStringView, QStringView> kReportScopes[] = {
    {u"AgedReceivablesByContact", u"aged"}, {u"AgedPayablesByContact", u"aged"},
    {u"BalanceSheet", u"balancesheet"},     {u"BankSummary", u"banksummary"},
    {u"BudgetSummary", u"budgetsummary"},   {u"ExecutiveSummary", u"executivesummary"},
    {u"ProfitAndLoss", u"profitandloss"},   {u"TrialBalance", u"trialbalance"},
    {u"TenNinetyNine", u"tenninetynine"},
};

const Route* routeOf(const QString& resource)
{
    for (const Route& route : kRoutes) {
        if (resource.compare(route.resource, Qt::CaseInsensitive) == 0) return &route;
    }
    return nullptr;
}

bool holds(const QSet<QString>& granted, QStringView scope, Access access)
{
    const QString name = scope.toString();
    return granted.contains(name) || (access == Access::Read && granted.contains(name + u".read"_s));
}

bool is(const QString& segment, QStringView name)
{
    return name.compare(segment, Qt::CaseInsensitive) == 0;
}

// The scopes of before March 2026, which old apps keep for a while.
bool broadScopeAllows(const QSet<QString>& granted, QStringView scope, Access access)
{
    static constexpr QStringView kTransactions[] = {kInvoices, kPayments, kBank,
                                                    u"accounting.manualjournals"};
    const bool transaction =
        std::find(std::begin(kTransactions), std::end(kTransactions), scope) != std::end(kTransactions);
    if (transaction) return holds(granted, u"accounting.transactions", access);
    return scope == u"accounting.reports" && granted.contains(u"accounting.reports.read"_s);
}

bool reportScopeAllows(const QSet<QString>& granted, const QString& report)
{
    for (const auto& [name, scope] : kReportScopes) {
        if (is(report, name)) return granted.contains(u"accounting.reports.%1.read"_s.arg(scope));
    }
    // The list of published reports is open to whoever may read one.
    return report.isEmpty() && std::any_of(granted.begin(), granted.end(), [](const QString& scope) {
               return scope.startsWith("accounting.reports."_L1);
           });
}

Response answerBelow(const Call& call, const Route& route)
{
    const QString& part = call.path[2];
    const auto asks = [&](unsigned wanted, QStringView name, qsizetype most) {
        return (route.parts & wanted) != 0 && is(part, name) && call.path.size() <= most;
    };
    if (asks(History, u"History", 3)) return answerHistory(call);
    if (asks(Attachments, u"Attachments", 4)) return answerAttachments(call);
    if (asks(Allocations, u"Allocations", 4)) return answerAllocations(call);
    if (asks(Mail, u"Email", 3)) return emailInvoice(call);
    if (asks(Mail, u"OnlineInvoice", 3)) return onlineInvoice(call);
    if (asks(Print, u"pdf", 3)) return printedDocument(call);
    if (asks(Services, u"PaymentServices", 3)) return answerThemePaymentServices(call);
    return notFoundReply();
}

} // namespace

bool scopeAllows(const QSet<QString>& granted, const QStringList& path, Access access)
{
    const Route* route = routeOf(path.first());
    if (!route) return true;
    if (path.size() > 2 && is(path[2], u"Attachments"))
        return holds(granted, u"accounting.attachments", access);
    if (path.size() > 2 && is(path[2], u"PaymentServices")) return holds(granted, u"paymentservices", access);
    if (broadScopeAllows(granted, route->scope, access)) return true;
    if (route->scope == u"accounting.reports") return reportScopeAllows(granted, path.value(1));
    // Two official pages disagree on items: either scope will do.
    if (route->handler == answerItems && holds(granted, kInvoices, access)) return true;
    return holds(granted, route->scope, access);
}

Response answerAccounting(const Call& call)
{
    const Route* route = call.path.isEmpty() ? nullptr : routeOf(call.path.first());
    if (!route) return notFoundReply();
    if ((route->parts & Print) != 0 && wantsPdf(call)) return printedDocument(call);
    const bool longer = call.path.size() > 2 && (route->parts & Own) == 0;
    return longer ? answerBelow(call, *route) : route->handler(call);
}

bool payrollScopeAllows(const QSet<QString>& granted, Access access)
{
    return holds(granted, u"payroll.employees", access);
}

Response answerPayrollApi(const Call& call, QStringView version)
{
    const bool australian = call.tenant.organisation.version == "AU"_L1;
    const bool american = call.tenant.organisation.version == "US"_L1;
    if (call.path.isEmpty() || !is(call.path[0], u"Employees") || american) return notFoundReply();
    if (australian != (version == u"1.0")) return notFoundReply();
    return australian ? answerAustralianPayroll(call) : answerPayroll(call);
}

} // namespace tieout::sandbox::xero
