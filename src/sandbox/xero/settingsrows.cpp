#include "sandbox/xero/settingsresource.h"

namespace tieout::sandbox::xero {

namespace {

std::string_view className(AccountClass accountClass)
{
    switch (accountClass) {
    case AccountClass::Asset:
        return "ASSET";
    case AccountClass::Equity:
        return "EQUITY";
    case AccountClass::Expense:
        return "EXPENSE";
    case AccountClass::Liability:
        return "LIABILITY";
    case AccountClass::Revenue:
        return "REVENUE";
    }
    return {};
}

} // namespace

void writeOrganisation(ReplyWriter& writer, const Organisation& organisation)
{
    writer.text("Name", organisation.name);
    writer.text("LegalName", organisation.name);
    writer.flag("PaysTax", true);
    writer.text("Version", organisation.version);
    writer.ascii("OrganisationType", "COMPANY");
    writer.text("BaseCurrency", organisation.baseCurrency);
    writer.text("CountryCode", organisation.countryCode);
    writer.flag("IsDemoCompany", true);
    writer.ascii("OrganisationStatus", "ACTIVE");
    writer.number("FinancialYearEndDay", qint64(organisation.yearEndDay));
    writer.number("FinancialYearEndMonth", qint64(organisation.yearEndMonth));
    writer.ascii("SalesTaxBasis", organisation.version == u"NZ" ? "PAYMENTS" : "ACCRUALS");
    writer.ascii("SalesTaxPeriod", organisation.version == u"NZ" ? "TWOMONTHS" : "QUARTERLY1");
    writer.ascii("DefaultSalesTax", "Tax Exclusive");
    writer.ascii("DefaultPurchasesTax", "Tax Exclusive");
    if (organisation.periodLock.isValid()) writer.day("PeriodLockDate", organisation.periodLock);
    if (organisation.yearEndLock.isValid()) writer.day("EndOfYearLockDate", organisation.yearEndLock);
    writer.instant("CreatedDateUTC", organisation.created);
    writer.text("Timezone", organisation.timezone);
    writer.ascii("OrganisationEntityType", "COMPANY");
    writer.text("ShortCode", organisation.shortCode);
    writer.ascii("Class", "DEMO");
    writer.ascii("Edition", "BUSINESS");
    writer.guid("OrganisationID", organisation.id);
    writer.emptyArray("Addresses");
    writer.emptyArray("Phones");
    writer.emptyArray("ExternalLinks");
}

void writeAccount(ReplyWriter& writer, const Account& account, Instant updated)
{
    writer.guid("AccountID", account.id);
    if (!account.code.isEmpty()) writer.text("Code", account.code);
    writer.text("Name", account.name);
    writer.ascii("Status", account.archived ? "ARCHIVED" : "ACTIVE");
    writer.text("Type", account.type);
    writer.text("TaxType", account.taxType);
    if (!account.description.isEmpty()) writer.text("Description", account.description);
    writer.ascii("Class", className(account.accountClass));
    if (!account.systemAccount.isEmpty()) writer.text("SystemAccount", account.systemAccount);
    writer.flag("EnablePaymentsToAccount", account.enablePayments);
    writer.flag("ShowInExpenseClaims", false);
    writer.text("BankAccountNumber", account.bankAccountNumber);
    writer.ascii("BankAccountType", account.type == u"BANK" ? "BANK" : "");
    writer.text("ReportingCode", account.code);
    writer.flag("HasAttachments", false);
    writer.instant("UpdatedDateUTC", updated);
    writer.flag("AddToWatchlist", false);
}

void writeTaxRate(ReplyWriter& writer, const TaxRate& rate)
{
    writer.text("Name", rate.name);
    writer.text("TaxType", rate.taxType);
    writer.text("ReportTaxType", rate.reportTaxType);
    writer.flag("CanApplyToAssets", rate.assets);
    writer.flag("CanApplyToEquity", rate.equity);
    writer.flag("CanApplyToExpenses", rate.expenses);
    writer.flag("CanApplyToLiabilities", rate.liabilities);
    writer.flag("CanApplyToRevenue", rate.revenue);
    const Decimal percent = rate.percent.rounded(4);
    writer.number("DisplayTaxRate", percent);
    writer.number("EffectiveRate", percent);
    writer.ascii("Status", "ACTIVE");
    writer.beginArray("TaxComponents");
    writer.beginObject();
    writer.ascii("Name", "GST");
    writer.number("Rate", percent);
    writer.flag("IsCompound", false);
    writer.flag("IsNonRecoverable", false);
    writer.endObject();
    writer.endArray();
}

} // namespace tieout::sandbox::xero
