#include "sandbox/xero/organisation/tenant.h"

#include "sandbox/xero/organisation/guids.h"

#include <span>

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
    {u"091", u"Business Savings Account", u"BANK", kAsset, u"BASEXCLUDED", u"NONE", u"", false},
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
    {u"630", u"Inventory", u"INVENTORY", kAsset, u"BASEXCLUDED", u"NONE", u"", false},
    {u"800", u"Accounts Payable", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"CREDITORS", false},
    {u"801", u"Unpaid Expense Claims", u"CURRLIAB", kLiability, u"BASEXCLUDED", u"NONE", u"UNPAIDEXPCLM",
     false},
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
    QStringView reportType;
    int percent;
    QStringView applies; ///< any of A(ssets) Q(equity) E(xpenses) L(iabilities) R(evenue)
};

constexpr TaxSeed kTaxesAu[] = {
    {u"OUTPUT", u"GST on Income", u"OUTPUT", 10, u"AQLR"},
    {u"INPUT", u"GST on Expenses", u"INPUT", 10, u"AQEL"},
    {u"EXEMPTEXPENSES", u"GST Free Expenses", u"EXEMPTEXPENSES", 0, u"AQEL"},
    {u"EXEMPTOUTPUT", u"GST Free Income", u"EXEMPTOUTPUT", 0, u"AQLR"},
    {u"EXEMPTEXPORT", u"GST Free Exports", u"EXEMPTEXPORT", 0, u"AQLR"},
    {u"EXEMPTCAPITAL", u"GST Free Capital", u"EXEMPTCAPITAL", 0, u"AQEL"},
    {u"CAPEXINPUT", u"GST on Capital", u"CAPITALEXINPUT", 10, u"AQEL"},
    {u"INPUTTAXED", u"Input Taxed", u"INPUTTAXED", 0, u"AQELR"},
    {u"BASEXCLUDED", u"BAS Excluded", u"BASEXCLUDED", 0, u"AQELR"},
    {u"GSTONIMPORTS", u"GST on Imports", u"GSTONIMPORTS", 0, u"L"},
    {u"GSTONCAPIMPORTS", u"GST on Capital Imports", u"GSTONCAPIMPORTS", 0, u"L"},
};

constexpr TaxSeed kTaxesNz[] = {
    {u"OUTPUT2", u"15% GST on Income", u"OUTPUT", 15, u"AQLR"},
    {u"INPUT2", u"15% GST on Expenses", u"INPUT", 15, u"AQEL"},
    {u"ZERORATED", u"Zero Rated", u"NONE", 0, u"LR"},
    {u"NONE", u"No GST", u"NONE", 0, u"AQELR"},
    {u"GSTONIMPORTS", u"GST on Imports", u"GSTONIMPORTS", 0, u"AQL"},
};

constexpr TaxSeed kTaxesUk[] = {
    {u"OUTPUT2", u"20% (VAT on Income)", u"OUTPUT", 20, u"AQLR"},
    {u"INPUT2", u"20% (VAT on Expenses)", u"INPUT", 20, u"AQEL"},
    {u"RROUTPUT", u"5% (VAT on Income)", u"OUTPUT", 5, u"AQLR"},
    {u"RRINPUT", u"5% (VAT on Expenses)", u"INPUT", 5, u"AQEL"},
    {u"ZERORATEDOUTPUT", u"Zero Rated Income", u"OUTPUT", 0, u"AQLR"},
    {u"ZERORATEDINPUT", u"Zero Rated Expenses", u"INPUT", 0, u"AQEL"},
    {u"EXEMPTOUTPUT", u"Exempt Income", u"EXEMPTOUTPUT", 0, u"AQLR"},
    {u"EXEMPTINPUT", u"Exempt Expenses", u"EXEMPTINPUT", 0, u"AQEL"},
    {u"NONE", u"No VAT", u"NONE", 0, u"AQELR"},
};

constexpr TaxSeed kTaxesUs[] = {
    {u"OUTPUT", u"Tax on Sales", u"", 0, u"AQELR"},
    {u"INPUT", u"Tax on Purchases", u"", 0, u"AQELR"},
    {u"NONE", u"Tax Exempt", u"", 0, u"AQELR"},
    {u"GSTONIMPORTS", u"Sales Tax on Imports", u"", 0, u"AQELR"},
    {u"TAX001", u"CA State and City", u"", 8, u"AQELR"},
};

/// What the regions' demo companies differ in.
struct RegionSeed {
    QStringView id;
    QStringView name;
    QStringView version;
    QStringView countryCode;
    QStringView currency;
    QStringView timezone;
    const char* zone;
    QStringView shortCode;
    QStringView taxName;
    std::span<const TaxSeed> taxes;
    int yearEndDay;
    int yearEndMonth;
};

constexpr RegionSeed kRegions[] = {
    {u"70784a63-d24b-46a9-a4db-0e70a274b056", u"Demo Company (AU)", u"AU", u"AU", u"AUD",
     u"AUSEASTERNSTANDARDTIME", "Australia/Sydney", u"!Pr4cA", u"GST", kTaxesAu, 30, 6},
    {u"5f1d3b7e-8c24-4e0f-9a36-2b7c90d1e845", u"Demo Company (NZ)", u"NZ", u"NZ", u"NZD",
     u"NEWZEALANDSTANDARDTIME", "Pacific/Auckland", u"!Pr4cN", u"GST", kTaxesNz, 31, 3},
    {u"b3c8a5d2-1f6e-4c79-8b40-6d2e9a7f0c13", u"Demo Company (UK)", u"UK", u"GB", u"GBP", u"GMTSTANDARDTIME",
     "Europe/London", u"!Pr4cU", u"VAT", kTaxesUk, 31, 3},
    {u"e94d1c60-7a2b-4f85-93de-50b8c1f7a624", u"Demo Company (US)", u"US", u"US", u"USD",
     u"EASTERNSTANDARDTIME", "America/New_York", u"!Pr4cS", u"Tax", kTaxesUs, 31, 12},
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

// The codes of New Zealand serve Britain as well; the United States know fewer.
QString taxTypeOf(const AccountSeed& seed, Region region)
{
    if (region == Region::Australia) return seed.taxAu.toString();
    if (region != Region::UnitedStates) return seed.taxNz.toString();
    if (seed.taxNz == u"OUTPUT2") return u"OUTPUT"_s;
    return seed.taxNz == u"INPUT2" ? u"INPUT"_s : u"NONE"_s;
}

void fillAccounts(Tenant& tenant, Region region)
{
    for (const AccountSeed& seed : kAccounts) {
        Account account;
        account.code = seed.code.toString();
        account.id = seededId(tenant.organisation, u"account", account.code);
        account.name = seed.name.toString();
        account.type = seed.type.toString();
        account.accountClass = seed.accountClass;
        account.taxType = taxTypeOf(seed, region);
        account.systemAccount = seed.system.toString();
        account.archived = seed.archived;
        if (account.isBank()) {
            account.bankAccountNumber = u"1324354"_s + account.code;
            account.bankAccountType = u"BANK"_s;
        }
        account.enablePayments = account.code == "825"_L1;
        account.inExpenseClaims =
            account.code == "429"_L1 || account.code == "453"_L1 || account.code == "493"_L1;
        account.created = tenant.organisation.created;
        account.updated = tenant.organisation.created;
        tenant.chart.addAccount(std::move(account));
    }
}

void fillTaxes(Tenant& tenant, const RegionSeed& region)
{
    for (const TaxSeed& seed : region.taxes) {
        const QStringView applies(seed.applies);
        TaxRate rate;
        rate.taxType = seed.taxType.toString();
        rate.name = seed.name.toString();
        rate.reportTaxType = seed.reportType.toString();
        rate.percent = Decimal(seed.percent);
        rate.components = {{region.taxName.toString(), rate.percent, false, false}};
        rate.assets = applies.contains(u'A');
        rate.equity = applies.contains(u'Q');
        rate.expenses = applies.contains(u'E');
        rate.liabilities = applies.contains(u'L');
        rate.revenue = applies.contains(u'R');
        tenant.chart.addTaxRate(std::move(rate));
    }
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

struct ItemSeed {
    QStringView code;
    QStringView name;
    qint64 saleCents;
    qint64 costCents;
    bool tracked;
};

constexpr ItemSeed kItems[] = {
    {u"GB1-White", u"Golf balls - white single", 560, 350, false},
    {u"PMBr", u"Project management & implementation", 12'500, 0, false},
    {u"DevD", u"Developer services - daily rate", 125'000, 0, false},
    {u"SIGN-A2", u"Sign board A2", 8'900, 4'100, true},
};

void fillItems(Tenant& tenant)
{
    const Chart& chart = tenant.chart;
    const QString sold = chart.account(chart.accountByCode(u"200"_s)).taxType;
    const QString bought = chart.account(chart.accountByCode(u"310"_s)).taxType;
    for (const ItemSeed& seed : kItems) {
        Item item;
        item.id = seededId(tenant.organisation, u"item", seed.code);
        item.code = seed.code.toString();
        item.name = seed.name.toString();
        item.description = item.name;
        item.sales = {Decimal::fromScaled(seed.saleCents, 2), u"200"_s, sold, {}};
        if (seed.costCents > 0)
            item.purchases = {Decimal::fromScaled(seed.costCents, 2), seed.tracked ? QString() : u"310"_s,
                              bought, seed.tracked ? u"310"_s : QString()};
        item.isPurchased = seed.costCents > 0;
        if (seed.tracked) item.inventoryAccount = u"630"_s;
        item.created = tenant.organisation.created;
        item.updated = tenant.organisation.created;
        tenant.items.add(std::move(item));
    }
}

void fillTracking(Tenant& tenant)
{
    TrackingCategory region;
    region.id = seededId(tenant.organisation, u"tracking", u"Region");
    region.name = u"Region"_s;
    for (const QStringView name : {u"North", u"South", u"East", u"West"})
        region.options.push_back({seededId(tenant.organisation, u"option", name), name.toString()});
    tenant.tracking.add(std::move(region));
    for (const QStringView name : {u"Standard", u"Very orange invoice!"})
        tenant.themes.append({seededId(tenant.organisation, u"theme", name), name.toString(), {}});
}

// The financial year that is running and the next one: an overall budget and one of a region.
void fillBudgets(Tenant& tenant, Instant now)
{
    struct Plan {
        QStringView account;
        qint64 aMonth;
    };
    static constexpr Plan kPlans[] = {{u"200", 42'000}, {u"260", 1'500}, {u"310", 11'000},
                                      {u"400", 2'400},  {u"429", 900},   {u"493", 1'250}};
    constexpr int kMonths = 24;
    const Organisation& organisation = tenant.organisation;
    const Date today = organisation.today(now);
    const int startMonth = organisation.yearEndMonth % 12 + 1;
    const Date start(today.month() >= startMonth ? today.year() : today.year() - 1, startMonth, 1);
    for (const bool regional : {false, true}) {
        Budget budget;
        budget.description = regional ? u"Northern region"_s : u"Overall Budget"_s;
        budget.id = seededId(organisation, u"budget", budget.description);
        if (regional) budget.tracking = {{0, 0}};
        budget.updated = organisation.created;
        for (const Plan& plan : kPlans) {
            BudgetLine line;
            line.account = tenant.chart.accountByCode(plan.account.toString());
            for (int month = 0; month < kMonths; ++month) {
                const qint64 amount = plan.aMonth + (month % 3) * plan.aMonth / 20;
                line.balances.push_back({start.addMonths(month),
                                         Decimal::fromScaled((regional ? amount / 4 : amount) * 100, 2),
                                         month % 12 == 11 ? u"Year end"_s : QString()});
            }
            budget.lines.push_back(std::move(line));
        }
        tenant.budgets.add(std::move(budget));
    }
}

void fillEmployees(Tenant& tenant)
{
    using enum EmployeeText;
    static constexpr std::array<std::array<QStringView, 4>, 3> kPeople = {
        {{u"Ms", u"Tracy", u"Green", u"F"},
         {u"Mr", u"Odette", u"Garrison", u"M"},
         {u"Mr", u"Sam", u"Seller", u"M"}}};
    if (tenant.organisation.version == "US"_L1) return;
    int number = 0;
    for (const auto& person : kPeople) {
        Employee employee;
        employee.id = seededId(tenant.organisation, u"employee", person[2]);
        employee.text(Title) = person[0].toString();
        employee.text(FirstName) = person[1].toString();
        employee.text(LastName) = person[2].toString();
        employee.text(Gender) = person[3].toString();
        employee.text(Email) = u"%1.%2@tieout.example"_s.arg(person[1], person[2]).toLower();
        employee.text(AddressLine1) = u"%1 Harbour Road"_s.arg(++number);
        employee.text(City) = u"Port"_s;
        employee.text(PostCode) = u"6011"_s;
        employee.birth = Date(1980 + number, number, 12);
        employee.start = Date(2020, 1, number);
        employee.created = tenant.organisation.created;
        employee.updated = tenant.organisation.created;
        tenant.employees.add(std::move(employee));
    }
}

} // namespace

QUuid seededId(const Organisation& organisation, QStringView kind, QStringView key)
{
    return QUuid::createUuidV5(organisation.id, kind.toString() + u'/' + key.toString());
}

Tenant demoTenant(Region region, Instant now)
{
    const RegionSeed& seed = kRegions[size_t(region)];
    Tenant tenant;
    Organisation& organisation = tenant.organisation;
    organisation.id = parseGuid(seed.id);
    organisation.name = seed.name.toString();
    organisation.version = seed.version.toString();
    organisation.countryCode = seed.countryCode.toString();
    organisation.baseCurrency = seed.currency.toString();
    organisation.timezone = seed.timezone.toString();
    organisation.zone = QTimeZone(seed.zone);
    organisation.shortCode = seed.shortCode.toString();
    organisation.periodLock = Date(2023, 6, 30);
    organisation.yearEndLock = Date(2022, 6, 30);
    organisation.yearEndDay = seed.yearEndDay;
    organisation.yearEndMonth = seed.yearEndMonth;
    organisation.created = now;
    organisation.users = {
        {seededId(organisation, u"user", u"demo"), u"demo@tieout.example"_s, u"Demo"_s, u"User"_s,
         u"FINANCIALADVISER"_s},
        {seededId(organisation, u"user", u"sales"), u"sales@tieout.example"_s, u"Sam"_s, u"Seller"_s,
         u"STANDARD"_s},
    };
    fillTaxes(tenant, seed);
    fillAccounts(tenant, region);
    for (const CurrencySeed& currency : kCurrencies)
        tenant.chart.addCurrency({currency.code.toString(), currency.description.toString()});
    fillContacts(tenant);
    fillItems(tenant);
    fillTracking(tenant);
    fillBudgets(tenant, now);
    fillEmployees(tenant);
    return tenant;
}

std::vector<Tenant> demoTenants(Instant now)
{
    std::vector<Tenant> tenants;
    tenants.push_back(demoTenant(Region::Australia, now));
    tenants.push_back(demoTenant(Region::NewZealand, now));
    return tenants;
}

} // namespace tieout::sandbox::xero
