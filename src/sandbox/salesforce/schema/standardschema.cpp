#include "sandbox/salesforce/schema/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

ObjectType account()
{
    std::vector<Field> fields{text(u"Name"_s, 255, Required | NameField)};
    addAddress(fields, u"Billing"_s);
    for (Field& field : std::vector<Field>{
             typed(u"Phone"_s, FieldType::Phone, 40),
             reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
             reference(u"ParentId"_s, u"Account"_s, u"ChildAccounts"_s),
             reference(u"MasterRecordId"_s, u"Account"_s, {}, ReadOnly),
             currencyCode(),
             number(u"Terms__c"_s, FieldType::Number, 18, 0),
             text(u"AccountNumber"_s, 40),
             typed(u"Website"_s, FieldType::Url, 255),
             typed(u"Fax"_s, FieldType::Phone, 40),
             picklist(u"Type"_s, {u"Prospect"_s, u"Customer"_s, u"Partner"_s, u"Other"_s}),
             picklist(u"Industry"_s, {u"Agriculture"_s, u"Construction"_s, u"Manufacturing"_s, u"Retail"_s,
                                      u"Technology"_s}),
             money(u"AnnualRevenue"_s),
             number(u"NumberOfEmployees"_s, FieldType::Integer, 8, 0),
             typed(u"Description"_s, FieldType::TextArea, 32000),
             text(u"Xero_Contact_Id__c"_s, 36, ExternalId | Unique),
             typed(u"Xero_Last_Sync__c"_s, FieldType::DateTime, 0),
             text(u"Xero_Payment_Status__c"_s, 40),
             money(u"Xero_Amount_Due__c"_s),
             money(u"Xero_Amount_Overdue__c"_s),
             typed(u"Xero_Last_Payment_Date__c"_s, FieldType::Date, 0),
         })
        fields.push_back(std::move(field));
    addAddress(fields, u"Shipping"_s);
    for (Field& field : std::vector<Field>{
             flag(u"IsPersonAccount"_s, ReadOnly),
             reference(u"PersonContactId"_s, u"Contact"_s, {}, ReadOnly),
             reference(u"RecordTypeId"_s, u"RecordType"_s, {}),
             text(u"FirstName"_s, 40),
             text(u"LastName"_s, 80),
             typed(u"PersonEmail"_s, FieldType::Email, 80, IdLookup),
             typed(u"PersonMobilePhone"_s, FieldType::Phone, 40),
         })
        fields.push_back(ofFeature(std::move(field), Feature::PersonAccounts));
    return object(u"Account"_s, u"Accounts"_s, "001", std::move(fields));
}

ObjectType contact()
{
    std::vector<Field> fields{
        text(u"LastName"_s, 80, Required),
        text(u"FirstName"_s, 40),
        text(u"Name"_s, 121, ReadOnly | NameField),
        typed(u"Email"_s, FieldType::Email, 80, IdLookup),
        reference(u"AccountId"_s, u"Account"_s, u"Contacts"_s),
        reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
        reference(u"MasterRecordId"_s, u"Contact"_s, {}, ReadOnly),
        currencyCode(),
        typed(u"Phone"_s, FieldType::Phone, 40),
        typed(u"MobilePhone"_s, FieldType::Phone, 40),
        picklist(u"Salutation"_s, {u"Mr."_s, u"Ms."_s, u"Mrs."_s, u"Dr."_s, u"Prof."_s, u"Mx."_s}),
        text(u"Title"_s, 128),
        text(u"Department"_s, 80),
        typed(u"Description"_s, FieldType::TextArea, 32000),
        text(u"Xero_Contact_Id__c"_s, 36, ExternalId | Unique),
    };
    addAddress(fields, u"Mailing"_s);
    return object(u"Contact"_s, u"Contacts"_s, "003", std::move(fields));
}

ObjectType opportunity()
{
    const QStringList stages{u"Prospecting"_s, u"Qualification"_s, u"Needs Analysis"_s, u"Proposal"_s,
                             u"Negotiation"_s, u"Closed Won"_s,    u"Closed Lost"_s};
    return object(
        u"Opportunity"_s, u"Opportunities"_s, "006",
        {
            text(u"Name"_s, 120, Required | NameField),
            picklist(u"StageName"_s, stages, Required),
            typed(u"CloseDate"_s, FieldType::Date, 0, Required),
            money(u"Amount"_s),
            currencyCode(),
            flag(u"IsClosed"_s, ReadOnly),
            flag(u"IsWon"_s, ReadOnly),
            number(u"Probability"_s, FieldType::Percent, 3, 0),
            picklist(u"ForecastCategory"_s, {u"Pipeline"_s, u"Closed"_s, u"Omitted"_s}, ReadOnly | Defaulted),
            flag(u"HasOpportunityLineItem"_s, ReadOnly),
            reference(u"AccountId"_s, u"Account"_s, u"Opportunities"_s),
            reference(u"ContactId"_s, u"Contact"_s, u"Opportunities"_s),
            reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
            reference(u"Pricebook2Id"_s, u"Pricebook2"_s, u"Opportunities"_s),
            picklist(u"Type"_s, {u"New Business"_s, u"Existing Business"_s}),
            picklist(u"LeadSource"_s, {u"Web"_s, u"Phone"_s, u"Partner"_s, u"Other"_s}),
            text(u"NextStep"_s, 255),
            flag(u"IsPrivate"_s),
            typed(u"Description"_s, FieldType::TextArea, 32000),
            text(u"Xero_Invoice_Id__c"_s, 36, ExternalId | Unique),
            text(u"Xero_Invoice_Number__c"_s, 255),
            text(u"Xero_Invoice_Status__c"_s, 40),
            money(u"Xero_Amount_Due__c"_s),
            money(u"Xero_Amount_Paid__c"_s),
            typed(u"Xero_Due_Date__c"_s, FieldType::Date, 0),
            typed(u"Xero_Last_Payment_Date__c"_s, FieldType::Date, 0),
            text(u"Xero_Quote_Id__c"_s, 36, ExternalId | Unique),
            typed(u"Xero_Invoice_Url__c"_s, FieldType::Url, 255),
            ofFeature(reference(u"SyncedQuoteId"_s, u"Quote"_s, {}), Feature::Quotes),
            ofFeature(reference(u"Territory2Id"_s, u"Territory2"_s, u"Opportunities"_s),
                      Feature::Territories),
        });
}

ObjectType opportunityLine()
{
    return object(
        u"OpportunityLineItem"_s, u"Opportunity Product"_s, "00k",
        {
            number(u"Quantity"_s, FieldType::Number, 18, 2, Required),
            money(u"UnitPrice"_s),
            number(u"Discount"_s, FieldType::Percent, 5, 2),
            money(u"TotalPrice"_s),
            text(u"Description"_s, 255),
            text(u"ProductCode"_s, 255, ReadOnly),
            text(u"Name"_s, 376, ReadOnly | NameField),
            reference(u"OpportunityId"_s, u"Opportunity"_s, u"OpportunityLineItems"_s,
                      Required | CreateOnly | Cascades),
            reference(u"PricebookEntryId"_s, u"PricebookEntry"_s, u"OpportunityLineItems"_s, CreateOnly),
            reference(u"Product2Id"_s, u"Product2"_s, u"OpportunityLineItems"_s, CreateOnly),
            currencyCode(ReadOnly | Defaulted),
            money(u"ListPrice"_s, ReadOnly),
            number(u"SortOrder"_s, FieldType::Integer, 9, 0),
            typed(u"ServiceDate"_s, FieldType::Date, 0),
            tieoutKey(),
        });
}

ObjectType product()
{
    return object(u"Product2"_s, u"Products"_s, "01t",
                  {
                      text(u"Name"_s, 255, Required | NameField),
                      text(u"ProductCode"_s, 255),
                      flag(u"IsActive"_s),
                      typed(u"Description"_s, FieldType::TextArea, 4000),
                      picklist(u"Family"_s, {u"Goods"_s, u"Services"_s}),
                      currencyCode(),
                      text(u"StockKeepingUnit"_s, 180),
                      text(u"QuantityUnitOfMeasure"_s, 255),
                      typed(u"DisplayUrl"_s, FieldType::Url, 1000),
                      text(u"ExternalId"_s, 255),
                      text(u"Xero_Item_Id__c"_s, 36, ExternalId | Unique),
                  });
}

ObjectType priceBook()
{
    return object(u"Pricebook2"_s, u"Price Books"_s, "01s",
                  {text(u"Name"_s, 255, Required | NameField), flag(u"IsActive"_s),
                   flag(u"IsStandard"_s, ReadOnly), text(u"Description"_s, 255), tieoutKey()});
}

ObjectType priceBookEntry()
{
    return object(
        u"PricebookEntry"_s, u"Price Book Entries"_s, "01u",
        {
            text(u"Name"_s, 255, ReadOnly | NameField),
            text(u"ProductCode"_s, 255, ReadOnly),
            money(u"UnitPrice"_s, Required),
            currencyCode(Defaulted | CreateOnly),
            flag(u"IsActive"_s),
            flag(u"UseStandardPrice"_s),
            reference(u"Pricebook2Id"_s, u"Pricebook2"_s, u"PricebookEntries"_s, Required | CreateOnly),
            reference(u"Product2Id"_s, u"Product2"_s, u"PricebookEntries"_s, Required | CreateOnly),
            tieoutKey(),
        });
}

ObjectType user()
{
    return readOnlyObject(object(u"User"_s, u"People"_s, "005",
                                 {
                                     text(u"Name"_s, 121, ReadOnly | NameField),
                                     text(u"FirstName"_s, 40),
                                     text(u"LastName"_s, 80, Required),
                                     text(u"Username"_s, 80, Required),
                                     typed(u"Email"_s, FieldType::Email, 128, Required),
                                     text(u"Alias"_s, 8, Required),
                                     flag(u"IsActive"_s),
                                     text(u"TimeZoneSidKey"_s, 40, Required),
                                     text(u"LocaleSidKey"_s, 40, Required),
                                     currencyCode(),
                                 }));
}

ObjectType stage()
{
    return readOnlyObject(object(u"OpportunityStage"_s, u"Opportunity Stage"_s, "01J",
                                 {
                                     text(u"MasterLabel"_s, 255, NameField),
                                     text(u"ApiName"_s, 255),
                                     flag(u"IsActive"_s),
                                     number(u"SortOrder"_s, FieldType::Integer, 9, 0),
                                     flag(u"IsClosed"_s),
                                     flag(u"IsWon"_s),
                                     text(u"ForecastCategory"_s, 40),
                                     number(u"DefaultProbability"_s, FieldType::Percent, 3, 0),
                                 }));
}

ObjectType organization()
{
    return readOnlyObject(object(u"Organization"_s, u"Organizations"_s, "00D",
                                 {
                                     text(u"Name"_s, 80, Required | NameField),
                                     text(u"Country"_s, 80),
                                     text(u"TimeZoneSidKey"_s, 40),
                                     text(u"LanguageLocaleKey"_s, 40),
                                     text(u"OrganizationType"_s, 40),
                                     text(u"InstanceName"_s, 5),
                                     flag(u"IsSandbox"_s),
                                     text(u"DefaultCurrencyIsoCode"_s, 3),
                                 }));
}

ObjectType currencyType()
{
    ObjectType type =
        readOnlyObject(object(u"CurrencyType"_s, u"Currency Type"_s, "01L",
                              {
                                  text(u"IsoCode"_s, 3, Required | NameField),
                                  number(u"ConversionRate"_s, FieldType::Number, 18, 6, Required),
                                  number(u"DecimalPlaces"_s, FieldType::Integer, 1, 0, Required),
                                  flag(u"IsActive"_s),
                                  flag(u"IsCorporate"_s, ReadOnly),
                              }));
    return ofFeature(std::move(type), Feature::MultiCurrency);
}

ObjectType recordType()
{
    return readOnlyObject(object(u"RecordType"_s, u"Record Types"_s, "012",
                                 {
                                     text(u"Name"_s, 80, Required | NameField),
                                     text(u"DeveloperName"_s, 80, Required),
                                     text(u"SobjectType"_s, 40, Required),
                                     flag(u"IsActive"_s),
                                     ofFeature(flag(u"IsPersonType"_s, ReadOnly), Feature::PersonAccounts),
                                 }));
}

} // namespace

Schema Schema::standard()
{
    Schema schema;
    schema.add(user());
    schema.add(account());
    schema.add(contact());
    schema.add(priceBook());
    schema.add(product());
    schema.add(priceBookEntry());
    schema.add(opportunity());
    schema.add(opportunityLine());
    schema.add(stage());
    schema.add(organization());
    schema.add(currencyType());
    schema.add(recordType());
    addFurtherObjects(schema);
    addContentObjects(schema);
    schema.linkChildren();
    schema.setFeature(Feature::PersonAccounts, false);
    return schema;
}

} // namespace tieout::sandbox::salesforce
