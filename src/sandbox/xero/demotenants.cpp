#include "sandbox/xero/tenant.h"

#include "sandbox/xero/guids.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct AccountSeed {
    QStringView code;
    QStringView name;
    QStringView type;
    AccountClass accountClass;
    QStringView taxAu;
    QStringView taxNz;
    QStringView system;
    bool archived;
};

constexpr auto kAsset = AccountClass::Asset;
constexpr auto kEquity = AccountClass::Equity;
constexpr auto kExpense = AccountClass::Expense;
constexpr auto kLiability = AccountClass::Liability;
constexpr auto kRevenue = AccountClass::Revenue;

constexpr AccountSeed kAccounts[] = {
    {u"090", u"Business Bank Account", u"BANK", kAsset, u"BASEXCLUDED", u"NONE", u"", false},
    {u"200", u"Sales", u"REVENUE", kRevenue, u"OUTPUT", u"OUTPUT2", u"", false},
    {u"210", u"Consulting Income", u"REVENUE", kRevenue, u"OUTPUT", u"OUTPUT2", u"", true},
    {u"260", u"Other Revenue", u"REVENUE", kRevenue, u"OUTPUT", u"OUTPUT2", u"", false},
    {u"270", u"Interest Income", u"REVENUE", kRevenue, u"EXEMPTOUTPUT", u"NONE", u"", false},
    {u"310", u"Cost of Goods Sold", u"DIRECTCOSTS", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"400", u"Advertising", u"EXPENSE", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"404", u"Bank Fees", u"EXPENSE", kExpense, u"EXEMPTEXPENSES", u"NONE", u"", false},
    {u"412", u"Consulting & Accounting", u"EXPENSE", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"429", u"General Expenses", u"EXPENSE", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"453", u"Office Expenses", u"EXPENSE", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"493", u"Travel - National", u"EXPENSE", kExpense, u"INPUT", u"INPUT2", u"", false},
    {u"497", u"Bank Revaluations", u"EXPENSE", kExpense, u"BASEXCLUDED", u"NONE", u"BANKCURRENCYGAIN", false},
    {u"498", u"Unrealised Currency Gains", u"EXPENSE", kExpense, u"BASEXCLUDED", u"NONE",
     u"UNREALISEDCURRENCYGAIN", false},
    {u"499", u"Realised Currency Gains", u"EXPENSE", kExpense, u"BASEXCLUDED", u"NONE",
     u"REALISEDCURRENCYGAIN", false},
    {u"610", u"Accounts Receivable", u"CURRENT", kAsset, u"BASEXCLUDED", u"NONE", u"DEBTORS", false},
    {u"620", u"Prepayments", u"CURRENT", kAsset, u"EXEMPTEXPENSES", u"NONE", u"", false},
    {u"800", u"Accounts Payable", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"CREDITORS", false},
    {u"820", u"GST", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"GST", false},
    {u"825", u"Customer Deposits", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"", false},
    {u"840", u"Historical Adjustment", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"HISTORICAL",
     false},
    {u"860", u"Rounding", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"ROUNDING", false},
    {u"960", u"Retained Earnings", u"EQUITY", kEquity, u"BASEXCLUDED", u"NONE", u"RETAINEDEARNINGS", false},
};

struct TaxSeed {
    QStringView taxType;
    QStringView name;
    int percent;
    QStringView applies; ///< any of A(ssets) Q(equity) E(xpenses) L(iabilities) R(evenue)
};

constexpr TaxSeed kTaxesAu[] = {
    {u"OUTPUT", u"GST on Income", 10, u"AQLR"},
    {u"INPUT", u"GST on Expenses", 10, u"AQEL"},
    {u"EXEMPTEXPENSES", u"GST Free Expenses", 0, u"AQEL"},
    {u"EXEMPTOUTPUT", u"GST Free Income", 0, u"AQLR"},
    {u"EXEMPTEXPORT", u"GST Free Exports", 0, u"AQLR"},
    {u"EXEMPTCAPITAL", u"GST Free Capital", 0, u"AQEL"},
    {u"CAPEXINPUT", u"GST on Capital", 10, u"AQEL"},
    {u"INPUTTAXED", u"Input Taxed", 0, u"AQELR"},
    {u"BASEXCLUDED", u"BAS Excluded", 0, u"AQELR"},
};

constexpr TaxSeed kTaxesNz[] = {
    {u"OUTPUT2", u"15% GST on Income", 15, u"AQLR"},
    {u"INPUT2", u"15% GST on Expenses", 15, u"AQEL"},
    {u"ZERORATED", u"Zero Rated", 0, u"LR"},
    {u"NONE", u"No GST", 0, u"AQELR"},
};

struct CurrencySeed {
    QStringView code;
    QStringView description;
};

constexpr CurrencySeed kCurrencies[] = {
    {u"AUD", u"Australian Dollar"}, {u"USD", u"United States Dollar"}, {u"EUR", u"Euro"},
    {u"GBP", u"British Pound"},     {u"NZD", u"New Zealand Dollar"},   {u"NOK", u"Norwegian Krone"},
    {u"PLN", u"Polish Zloty"},      {u"JPY", u"Japanese Yen"},         {u"CAD", u"Canadian Dollar"},
    {u"SGD", u"Singapore Dollar"},
};

struct ContactSeed {
    QStringView name;
    QStringView email;
    bool archived;
};

constexpr ContactSeed kContacts[] = {
    {u"Boom FM", u"accounts@boomfm.example", false},
    {u"City Agency", u"hello@cityagency.example", false},
    {u"Hamilton Smith Ltd", u"infoaccount@hamiltonsmith.example", false},
    {u"Marine Systems", u"", false},
    {u"Old Harbour Traders", u"office@oldharbour.example", true},
};

// Ids of seeded rows are the same in every run, so that saved requests keep working.
QUuid seededId(const Organisation& organisation, QStringView kind, QStringView key)
{
    return QUuid::createUuidV5(organisation.id, kind.toString() + u'/' + key.toString());
}

void fillChart(Tenant& tenant, bool australian)
{
    for (const AccountSeed& seed : kAccounts) {
        Account account;
        account.code = seed.code.toString();
        account.id = seededId(tenant.organisation, u"account", account.code);
        account.name = seed.name.toString();
        account.type = seed.type.toString();
        account.accountClass = seed.accountClass;
        account.taxType = (australian ? seed.taxAu : seed.taxNz).toString();
        account.systemAccount = seed.system.toString();
        account.archived = seed.archived;
        if (account.type == "BANK"_L1) account.bankAccountNumber = u"132435465"_s;
        account.enablePayments = account.code == "825"_L1;
        tenant.chart.addAccount(std::move(account));
    }
    for (const TaxSeed& seed :
         australian ? std::span<const TaxSeed>(kTaxesAu) : std::span<const TaxSeed>(kTaxesNz)) {
        const QStringView applies(seed.applies);
        TaxRate rate;
        rate.taxType = seed.taxType.toString();
        rate.name = seed.name.toString();
        rate.reportTaxType = rate.taxType;
        rate.percent = Decimal(seed.percent);
        rate.assets = applies.contains(u'A');
        rate.equity = applies.contains(u'Q');
        rate.expenses = applies.contains(u'E');
        rate.liabilities = applies.contains(u'L');
        rate.revenue = applies.contains(u'R');
        tenant.chart.addTaxRate(std::move(rate));
    }
    for (const CurrencySeed& seed : kCurrencies)
        tenant.chart.addCurrency({seed.code.toString(), seed.description.toString()});
}

void fillContacts(Tenant& tenant)
{
    for (const ContactSeed& seed : kContacts) {
        Contact contact;
        contact.text(ContactText::Name) = seed.name.toString();
        contact.text(ContactText::EmailAddress) = seed.email.toString();
        contact.id = seededId(tenant.organisation, u"contact", seed.name);
        contact.status = seed.archived ? ContactStatus::Archived : ContactStatus::Active;
        contact.created = tenant.organisation.created;
        contact.updated = tenant.organisation.created;
        tenant.contacts.add(std::move(contact));
    }
}

Tenant demoTenant(const QString& id, bool australian, Instant now)
{
    Tenant tenant;
    Organisation& organisation = tenant.organisation;
    organisation.id = parseGuid(id);
    organisation.name = australian ? u"Demo Company (AU)"_s : u"Demo Company (NZ)"_s;
    organisation.version = australian ? u"AU"_s : u"NZ"_s;
    organisation.countryCode = organisation.version;
    organisation.baseCurrency = australian ? u"AUD"_s : u"NZD"_s;
    organisation.timezone = australian ? u"AUSEASTERNSTANDARDTIME"_s : u"NEWZEALANDSTANDARDTIME"_s;
    organisation.zone = QTimeZone(australian ? "Australia/Sydney" : "Pacific/Auckland");
    organisation.shortCode = australian ? u"!Pr4cA"_s : u"!Pr4cN"_s;
    organisation.periodLock = Date(2023, 6, 30);
    organisation.yearEndLock = Date(2022, 6, 30);
    organisation.yearEndDay = australian ? 30 : 31;
    organisation.yearEndMonth = australian ? 6 : 3;
    organisation.created = now;
    organisation.users = {
        {seededId(organisation, u"user", u"demo"), u"demo@tieout.example"_s, u"Demo"_s, u"User"_s,
         u"FINANCIALADVISER"_s},
        {seededId(organisation, u"user", u"sales"), u"sales@tieout.example"_s, u"Sam"_s, u"Seller"_s,
         u"STANDARD"_s},
    };
    fillChart(tenant, australian);
    fillContacts(tenant);
    return tenant;
}

} // namespace

std::vector<Tenant> demoTenants(Instant now)
{
    std::vector<Tenant> tenants;
    tenants.push_back(demoTenant(u"70784a63-d24b-46a9-a4db-0e70a274b056"_s, true, now));
    tenants.push_back(demoTenant(u"5f1d3b7e-8c24-4e0f-9a36-2b7c90d1e845"_s, false, now));
    return tenants;
}

} // namespace tieout::sandbox::xero
