#pragma once

namespace tieout::sandbox::salesforce {

/// The standard objects by their place in the schema.
enum ObjectIndex : int {
    kUser,
    kAccount,
    kContact,
    kPricebook,
    kProduct,
    kPricebookEntry,
    kOpportunity,
    kOpportunityLine,
    kStage,
    kOrganization,
    kCurrencyType,
    kRecordType,
    kTask,
    kEvent,
    kCase,
    kLead,
    kQuote,
    kQuoteLine,
    kTerritory,
    kTerritoryModel,
    kTerritoryType,
    kTerritoryLink,
    kPermissionSet,
    kPermissionAssignment,
    kFieldPermissions,
    kCustomField,
    kContactRole,
    kContentDocument,
    kContentVersion,
    kContentDocumentLink,
};

} // namespace tieout::sandbox::salesforce
