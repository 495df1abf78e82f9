#include "sandbox/xero/organisation/settingsresource.h"

namespace tieout::sandbox::xero {

void writeOrganisation(ReplyWriter& writer, const Organisation& organisation)
{
    writer.text("Name", organisation.name);
    writer.text("LegalName", organisation.name);
    writer.flag("PaysTax", true);
    writer.text("Version", organisation.version);
    writer.ascii("OrganisationType", "COMPANY");
    writer.text("BaseCurrency", organisation.baseCurrency);
    writer.text("CountryCode", organisation.countryCode);
    writer.flag("IsDemoCompany", organisation.isDemo);
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
    writer.ascii("Class", organisation.isDemo ? "DEMO" : "STANDARD");
    writer.ascii("Edition", "BUSINESS");
    writer.guid("OrganisationID", organisation.id);
    writer.emptyArray("Addresses");
    writer.emptyArray("Phones");
    writer.emptyArray("ExternalLinks");
}

} // namespace tieout::sandbox::xero
