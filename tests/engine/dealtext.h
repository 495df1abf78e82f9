#pragma once

#include <QByteArray>

namespace tieout::support {

/// One deal as the practice company takes it, with the parts that a test is about.
struct DealText {
    QByteArray id = "006000000009001AAA";
    QByteArray stage = "Closed Won";
    QByteArray quantity = "17";
    QByteArray account = "001000000009001AAA";
    QByteArray customer = "Kiwi Exports";
    QByteArray email; ///< of the deal's contact; empty = none
    QByteArray postcode = "6000";

    [[nodiscard]] QByteArray ndjson() const
    {
        const QByteArray contact = email.isEmpty() ? QByteArray("null")
                                                   : R"({"Id":"003)" + account.mid(3) +
                                                         R"(","FirstName":"Ann","LastName":"Lee","Email":")" +
                                                         email + R"("})";
        return R"({"Id":")" + id + R"(","Name":"Deal )" + id.mid(11, 4) + R"(","StageName":")" + stage +
               R"(","CloseDate":"2026-03-12","CurrencyIsoCode":"AUD","Account":{"Id":")" + account +
               R"(","Name":")" + customer +
               R"(","BillingStreet":"1 Main St","BillingCity":"Perth","BillingCountryCode":"AU",)" +
               R"("BillingPostalCode":")" + postcode + R"(","Phone":null,"Terms__c":14},"Contact":)" +
               contact +
               R"(,"Owner":{"Name":"Rep"},"OpportunityLineItems":{"totalSize":1,"done":true,"records":[)" +
               R"({"Id":"00k)" + id.mid(3) +
               R"(","PricebookEntry":{"ProductCode":"WID-2","Product2":{"Name":"Widget","Taxable__c":true}},)" +
               R"("Quantity":)" + quantity +
               R"(,"UnitPrice":378.32,"Discount":16,"Description":"widgets"}]}})" + "\n";
    }
};

} // namespace tieout::support
