#include "sandbox/salesforce/schema/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

QStringList whatTargets()
{
    return {u"Account"_s, u"Opportunity"_s, u"Quote"_s, u"Case"_s, u"Product2"_s};
}

ObjectType task()
{
    return object(u"Task"_s, u"Tasks"_s, "00T",
                  {
                      text(u"Subject"_s, 255, NameField),
                      polymorphic(u"WhoId"_s, {u"Contact"_s, u"Lead"_s}, u"Tasks"_s),
                      polymorphic(u"WhatId"_s, whatTargets(), u"Tasks"_s),
                      typed(u"ActivityDate"_s, FieldType::Date, 0),
                      picklist(u"Status"_s,
                               {u"Not Started"_s, u"In Progress"_s, u"Completed"_s,
                                u"Waiting on someone else"_s, u"Deferred"_s},
                               Defaulted),
                      picklist(u"Priority"_s, {u"Normal"_s, u"High"_s, u"Low"_s}, Defaulted),
                      reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
                      typed(u"Description"_s, FieldType::TextArea, 32000),
                      reference(u"AccountId"_s, u"Account"_s, {}, ReadOnly),
                      flag(u"IsClosed"_s, ReadOnly),
                      flag(u"IsHighPriority"_s, ReadOnly),
                      flag(u"IsArchived"_s, ReadOnly),
                      picklist(u"TaskSubtype"_s, {u"Task"_s, u"Email"_s, u"Call"_s},
                               Defaulted | CreateOnly | Restricted),
                      picklist(u"Type"_s, {u"Call"_s, u"Meeting"_s, u"Other"_s}),
                      currencyCode(),
                      typed(u"CompletedDateTime"_s, FieldType::DateTime, 0, ReadOnly),
                      tieoutKey(),
                  });
}

ObjectType event()
{
    return object(u"Event"_s, u"Events"_s, "00U",
                  {
                      text(u"Subject"_s, 255, NameField),
                      polymorphic(u"WhoId"_s, {u"Contact"_s, u"Lead"_s}, u"Events"_s),
                      polymorphic(u"WhatId"_s, whatTargets(), u"Events"_s),
                      text(u"Location"_s, 255),
                      flag(u"IsAllDayEvent"_s),
                      typed(u"ActivityDateTime"_s, FieldType::DateTime, 0),
                      typed(u"ActivityDate"_s, FieldType::Date, 0),
                      number(u"DurationInMinutes"_s, FieldType::Integer, 8, 0),
                      typed(u"StartDateTime"_s, FieldType::DateTime, 0),
                      typed(u"EndDateTime"_s, FieldType::DateTime, 0),
                      reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
                      typed(u"Description"_s, FieldType::TextArea, 32000),
                      reference(u"AccountId"_s, u"Account"_s, {}, ReadOnly),
                      flag(u"IsPrivate"_s),
                      flag(u"IsArchived"_s, ReadOnly),
                      picklist(u"ShowAs"_s, {u"Busy"_s, u"OutOfOffice"_s, u"Free"_s}, Defaulted),
                      currencyCode(),
                      tieoutKey(),
                  });
}

ObjectType supportCase()
{
    return object(u"Case"_s, u"Cases"_s, "500",
                  {
                      text(u"CaseNumber"_s, 30, ReadOnly | Defaulted | NameField | AutoNumber | IdLookup),
                      text(u"Subject"_s, 255),
                      picklist(u"Status"_s, {u"New"_s, u"Working"_s, u"Escalated"_s, u"Closed"_s}, Defaulted),
                      picklist(u"Priority"_s, {u"Medium"_s, u"High"_s, u"Low"_s}, Defaulted),
                      picklist(u"Origin"_s, {u"Phone"_s, u"Email"_s, u"Web"_s}),
                      reference(u"AccountId"_s, u"Account"_s, u"Cases"_s),
                      reference(u"ContactId"_s, u"Contact"_s, u"Cases"_s),
                      reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
                      flag(u"IsClosed"_s, ReadOnly),
                      typed(u"ClosedDate"_s, FieldType::DateTime, 0, ReadOnly),
                      typed(u"Description"_s, FieldType::TextArea, 32000),
                      currencyCode(),
                      tieoutKey(),
                  });
}

ObjectType lead()
{
    std::vector<Field> fields{
        text(u"LastName"_s, 80, Required),
        text(u"FirstName"_s, 40),
        text(u"Name"_s, 121, ReadOnly | NameField),
        text(u"Company"_s, 255, Required),
        typed(u"Email"_s, FieldType::Email, 80, IdLookup),
        typed(u"Phone"_s, FieldType::Phone, 40),
        picklist(u"Status"_s, {u"Open"_s, u"Contacted"_s, u"Qualified"_s, u"Unqualified"_s}, Defaulted),
        flag(u"IsConverted"_s, ReadOnly),
        reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
        currencyCode(),
        typed(u"Description"_s, FieldType::TextArea, 32000),
        tieoutKey(),
    };
    return object(u"Lead"_s, u"Leads"_s, "00Q", std::move(fields));
}

ObjectType quote()
{
    std::vector<Field> fields{
        text(u"Name"_s, 255, Required | NameField),
        text(u"QuoteNumber"_s, 30, ReadOnly | Defaulted | AutoNumber),
        reference(u"OpportunityId"_s, u"Opportunity"_s, u"Quotes"_s, Required | CreateOnly | Cascades),
        reference(u"AccountId"_s, u"Account"_s, u"Quotes"_s, ReadOnly),
        reference(u"Pricebook2Id"_s, u"Pricebook2"_s, u"Quotes"_s),
        reference(u"ContactId"_s, u"Contact"_s, u"Quotes"_s),
        reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
        flag(u"IsSyncing"_s, ReadOnly),
        picklist(u"Status"_s, {u"Draft"_s, u"Needs Review"_s, u"In Review"_s, u"Approved"_s, u"Rejected"_s,
                               u"Presented"_s, u"Accepted"_s, u"Denied"_s}),
        typed(u"ExpirationDate"_s, FieldType::Date, 0),
        typed(u"Description"_s, FieldType::TextArea, 32000),
        money(u"Subtotal"_s, ReadOnly),
        money(u"TotalPrice"_s, ReadOnly),
        money(u"GrandTotal"_s, ReadOnly),
        money(u"Tax"_s),
        money(u"ShippingHandling"_s),
        number(u"LineItemCount"_s, FieldType::Integer, 8, 0, ReadOnly),
        currencyCode(ReadOnly),
        typed(u"Email"_s, FieldType::Email, 80),
        typed(u"Phone"_s, FieldType::Phone, 40),
        text(u"BillingName"_s, 255),
        text(u"ShippingName"_s, 255),
        tieoutKey(),
    };
    addAddress(fields, u"Billing"_s);
    addAddress(fields, u"Shipping"_s);
    return ofFeature(object(u"Quote"_s, u"Quotes"_s, "0Q0", std::move(fields)), Feature::Quotes);
}

ObjectType quoteLine()
{
    ObjectType type =
        object(u"QuoteLineItem"_s, u"Quote Line Items"_s, "0QL",
               {
                   text(u"LineNumber"_s, 30, ReadOnly | Defaulted | NameField | AutoNumber),
                   number(u"Quantity"_s, FieldType::Number, 18, 2, Required),
                   money(u"UnitPrice"_s, Required),
                   number(u"Discount"_s, FieldType::Percent, 5, 2),
                   money(u"Subtotal"_s, ReadOnly),
                   money(u"TotalPrice"_s, ReadOnly),
                   money(u"ListPrice"_s, ReadOnly),
                   text(u"Description"_s, 255),
                   typed(u"ServiceDate"_s, FieldType::Date, 0),
                   number(u"SortOrder"_s, FieldType::Integer, 9, 0),
                   reference(u"QuoteId"_s, u"Quote"_s, u"QuoteLineItems"_s, Required | CreateOnly | Cascades),
                   reference(u"PricebookEntryId"_s, u"PricebookEntry"_s, {}, Required | CreateOnly),
                   reference(u"Product2Id"_s, u"Product2"_s, {}, ReadOnly),
                   currencyCode(ReadOnly),
                   tieoutKey(),
               });
    return ofFeature(std::move(type), Feature::Quotes);
}

ObjectType territory()
{
    ObjectType type = readOnlyObject(
        object(u"Territory2"_s, u"Territories"_s, "0MI",
               {
                   text(u"Name"_s, 80, Required | NameField),
                   text(u"DeveloperName"_s, 80, Required),
                   reference(u"Territory2ModelId"_s, u"Territory2Model"_s, u"Territories"_s, Required),
                   reference(u"Territory2TypeId"_s, u"Territory2Type"_s, {}, Required),
                   reference(u"ParentTerritory2Id"_s, u"Territory2"_s, {}),
                   picklist(u"AccountAccessLevel"_s, {u"Edit"_s, u"Read"_s}),
                   picklist(u"OpportunityAccessLevel"_s, {u"Edit"_s, u"Read"_s, u"None"_s}),
                   text(u"Description"_s, 1000),
               }));
    return ofFeature(std::move(type), Feature::Territories);
}

ObjectType territoryModel()
{
    ObjectType type = readOnlyObject(
        object(u"Territory2Model"_s, u"Territory Models"_s, "0MA",
               {text(u"Name"_s, 80, Required | NameField), text(u"DeveloperName"_s, 80, Required),
                picklist(u"State"_s, {u"Planning"_s, u"Active"_s, u"Archived"_s})}));
    return ofFeature(std::move(type), Feature::Territories);
}

ObjectType territoryType()
{
    ObjectType type = readOnlyObject(
        object(u"Territory2Type"_s, u"Territory Types"_s, "0M5",
               {text(u"MasterLabel"_s, 80, Required | NameField), text(u"DeveloperName"_s, 80, Required),
                number(u"Priority"_s, FieldType::Integer, 8, 0)}));
    return ofFeature(std::move(type), Feature::Territories);
}

ObjectType territoryLink()
{
    ObjectType type =
        object(u"ObjectTerritory2Association"_s, u"Object Territory Associations"_s, "0My",
               {
                   polymorphic(u"ObjectId"_s, {u"Account"_s, u"Lead"_s}, u"ObjectTerritory2Associations"_s,
                               Required | CreateOnly),
                   reference(u"Territory2Id"_s, u"Territory2"_s, u"ObjectTerritory2Associations"_s,
                             Required | CreateOnly),
                   picklist(u"AssociationCause"_s, {u"Territory2Manual"_s, u"Territory2AssignmentRule"_s},
                            Required | CreateOnly | Restricted),
                   text(u"SobjectType"_s, 40, ReadOnly | Defaulted),
               });
    type.updateable = false;
    type.keepsBin = false;
    return ofFeature(std::move(type), Feature::Territories);
}

ObjectType permissionSet()
{
    return object(u"PermissionSet"_s, u"Permission Sets"_s, "0PS",
                  {text(u"Name"_s, 80, Required | NameField), text(u"Label"_s, 80, Required),
                   text(u"Description"_s, 255), flag(u"IsOwnedByProfile"_s, ReadOnly)});
}

ObjectType permissionAssignment()
{
    return object(
        u"PermissionSetAssignment"_s, u"Permission Set Assignments"_s, "0Pa",
        {reference(u"PermissionSetId"_s, u"PermissionSet"_s, u"Assignments"_s,
                   Required | CreateOnly | Cascades),
         reference(u"AssigneeId"_s, u"User"_s, u"PermissionSetAssignments"_s, Required | CreateOnly)});
}

ObjectType fieldPermissions()
{
    return object(
        u"FieldPermissions"_s, u"Field Permissions"_s, "01k",
        {reference(u"ParentId"_s, u"PermissionSet"_s, u"FieldPerms"_s, Required | CreateOnly | Cascades),
         text(u"SobjectType"_s, 80, Required | CreateOnly), text(u"Field"_s, 255, Required | CreateOnly),
         flag(u"PermissionsRead"_s), flag(u"PermissionsEdit"_s)});
}

ObjectType customField()
{
    ObjectType type = object(u"CustomField"_s, u"Custom Fields"_s, "00N",
                             {text(u"DeveloperName"_s, 80, Required | NameField),
                              text(u"TableEnumOrId"_s, 80, Required), text(u"NamespacePrefix"_s, 15),
                              text(u"Description"_s, 1000), text(u"FullName"_s, 255, Required)});
    type.updateable = false;
    type.tooling = true;
    return type;
}

ObjectType contactRole()
{
    return object(
        u"OpportunityContactRole"_s, u"Opportunity Contact Roles"_s, "00K",
        {
            reference(u"OpportunityId"_s, u"Opportunity"_s, u"OpportunityContactRoles"_s,
                      Required | CreateOnly | Cascades),
            reference(u"ContactId"_s, u"Contact"_s, u"OpportunityContactRoles"_s, Required),
            picklist(u"Role"_s, {u"Business User"_s, u"Decision Maker"_s, u"Economic Buyer"_s,
                                 u"Economic Decision Maker"_s, u"Evaluator"_s, u"Executive Sponsor"_s,
                                 u"Influencer"_s, u"Technical Buyer"_s, u"Other"_s}),
            flag(u"IsPrimary"_s),
            currencyCode(ReadOnly),
            tieoutKey(),
        });
}

} // namespace

void addFurtherObjects(Schema& schema)
{
    for (ObjectType (*const make)() :
         {task, event, supportCase, lead, quote, quoteLine, territory, territoryModel, territoryType,
          territoryLink, permissionSet, permissionAssignment, fieldPermissions, customField, contactRole})
        schema.add(make());
}

} // namespace tieout::sandbox::salesforce
