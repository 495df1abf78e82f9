#pragma once

// Here and not in the test: the meta-object compiler stumbles over escaped quotes in raw strings.

inline constexpr auto kDeals = R"(
{"Id":"006000000000001AAA","Name":"Alpha","StageName":"Closed Won","CloseDate":"2026-03-12","Amount":19217.840,"CurrencyIsoCode":"PLN","SystemModstamp":"2026-03-12T00:00:00.000+0000","Account":{"Id":"001000000000001AAA","Name":"Łódź \"T\" 1","BillingCity":"Łódź","Terms__c":60},"Contact":null,"Owner":{"Name":"Rep 2"},"OpportunityLineItems":{"records":[{"Id":"00k000000000001AAA","PricebookEntry":{"ProductCode":"WID-2","Product2":{"Name":"Widget","Taxable__c":true}},"Quantity":17,"UnitPrice":378.32,"Discount":16,"Description":null},{"Id":"00k000000000002AAA","PricebookEntry":{"ProductCode":"WID-1","Product2":{"Name":"Small","Taxable__c":true}},"Quantity":2,"UnitPrice":0.105,"Discount":null,"Description":" x "}]}}
{"Id":"006000000000002AAA","Name":"beta","StageName":"Negotiation","CloseDate":"2026-04-04","Amount":5,"CurrencyIsoCode":"EUR","SystemModstamp":"2026-03-10T00:00:00.000+0000","Account":{"Id":"001000000000002AAA","Name":"O'Brien_Ltd","Terms__c":7},"Contact":{"FirstName":"Ann","LastName":"Lee","Email":"ann@x.example"},"Owner":{"Name":"Rep 1"},"OpportunityLineItems":null}
{"Id":"006000000000003AAA","Name":"Gamma","StageName":"Closed Lost","CloseDate":"2025-12-31","Amount":null,"CurrencyIsoCode":"EUR","SystemModstamp":"2026-03-12T00:00:00.000+0000","Account":null,"Contact":null,"Owner":{"Name":"Rep 1"},"OpportunityLineItems":{"records":[]}}
)";

inline constexpr auto kFirstDealAnswer = R"({"totalSize":1,"done":true,"records":[{
        "attributes":{"type":"Opportunity","url":"/services/data/v62.0/sobjects/Opportunity/006000000000001AAA"},
        "Id":"006000000000001AAA",
        "Account":{"attributes":{"type":"Account","url":"/services/data/v62.0/sobjects/Account/001000000000001AAA"},
          "Name":"Łódź \"T\" 1",
          "Owner":{"attributes":{"type":"User","url":"/services/data/v62.0/sobjects/User/005Pc0000000001IAA"},
            "Name":"Robin Practice"}},
        "Contact":null,
        "OpportunityLineItems":{"totalSize":2,"done":true,"records":[
          {"attributes":{"type":"OpportunityLineItem",
             "url":"/services/data/v62.0/sobjects/OpportunityLineItem/00k000000000002AAA"},"Quantity":2,
           "PricebookEntry":{"attributes":{"type":"PricebookEntry",
               "url":"/services/data/v62.0/sobjects/PricebookEntry/01uPc0000000002IAA"},
             "Product2":{"attributes":{"type":"Product2",
               "url":"/services/data/v62.0/sobjects/Product2/01tPc0000000002IAA"},"Name":"Small"}}},
          {"attributes":{"type":"OpportunityLineItem",
             "url":"/services/data/v62.0/sobjects/OpportunityLineItem/00k000000000001AAA"},"Quantity":17,
           "PricebookEntry":{"attributes":{"type":"PricebookEntry",
               "url":"/services/data/v62.0/sobjects/PricebookEntry/01uPc0000000001IAA"},
             "Product2":{"attributes":{"type":"Product2",
               "url":"/services/data/v62.0/sobjects/Product2/01tPc0000000001IAA"},"Name":"Widget"}}}]}}]})";
