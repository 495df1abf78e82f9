#include "mapping/sourcepaths.h"
#include "model/flow.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDeal =
    R"({"Id":"0061","Name":" Big  deal ","IsWon":true,"AccountId":"001A","CloseDate":"2026-03-12",
    "Amount":19217.84,"CurrencyIsoCode":"PLN","SystemModstamp":"2026-03-12T00:00:00.000+0000",
    "Account":{"Name":"Łódź <Tekstyl>","BillingStreet":"147 Main St\nUnit 4","BillingCity":"Łódź",
        "BillingCountryCode":"PL","BillingPostalCode":"13146","Phone":null,"Terms__c":60},
    "Contact":{"FirstName":"Ann3","LastName":"Smith","Email":" Ann803@Example.TEST "},
    "OpportunityLineItems":{"totalSize":2,"done":true,"records":[
        {"Id":"1","PricebookEntry":{"Product2":{"Name":"Widget, large"}},"Quantity":17,"UnitPrice":378.32155,
         "Discount":16,"Description":null},
        {"Id":"2","PricebookEntry":{"Product2":{"Name":"Widget"}},"Quantity":9,"UnitPrice":432.36,"Discount":null,
         "Description":"  line 1 of 0 "}]}})";

} // namespace

/// The shipped flow "Closed-won deal → invoice" over the records it is made for.
class TestInvoiceTemplate : public QObject
{
    Q_OBJECT

    model::FlowTemplate m_template;
    RunContext m_context;

    MappedResult invoice(QByteArray deal, const QByteArray& before = {}, const QByteArray& after = {})
    {
        const auto mapping = CompiledMapping::compile(m_template.flow.mapping);
        return mapping->map(recordFrom(before.isEmpty() ? deal : deal.replace(before, after)), m_context);
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/templates/closed-won-to-invoice.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = Json::parse(file.readAll());
        QVERIFY(json.has_value());
        const auto read = model::flowTemplateFromJson(*json);
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
        m_template = *read;
        m_context = organisation();
        m_context.tables = std::make_shared<const LookupTables>(m_template.lookups);
    }

    void dealBecomesDraftInvoice()
    {
        const MappedResult result = invoice(kDeal);
        QVERIFY2(result.isComplete(),
                 qPrintable(result.isComplete() ? QString() : toError(result.errors[0]).text));
        const QByteArray expected =
            R"({"Type":"ACCREC","Status":"DRAFT","Contact":"c-1","Date":"2026-03-12",)"
            R"("DueDate":"2026-05-11","CurrencyCode":"PLN","Reference":"0061","LineAmountTypes":"Exclusive",)"
            R"("LineItems":[{"Description":"Widget, large","Quantity":17,"UnitAmount":378.3216,"DiscountRate":16,)"
            R"("AccountCode":"200","TaxType":"EXEMPTEXPORT"},{"Description":"line 1 of 0","Quantity":9,)"
            R"("UnitAmount":432.36,"AccountCode":"200","TaxType":"EXEMPTEXPORT"}]})";
        QCOMPARE(sent(result.target), expected);
    }

    void dealWithoutLinesBecomesOneLine()
    {
        QByteArray deal = kDeal;
        const qsizetype at = deal.indexOf("{\"totalSize\"");
        deal = deal.left(at) + "null}";
        const MappedResult result = invoice(deal, "\"PL\"", "\"AU\"");
        QVERIFY(result.isComplete());
        QCOMPARE(
            sent(result.target.value(u"LineItems")).toBytes(),
            QByteArray(R"([{"Description":"Big deal","Quantity":1,"UnitAmount":19217.84,"AccountCode":"200",)"
                       R"("TaxType":"OUTPUT"}])"));
        QCOMPARE(invoice(deal, "19217.84", "null").errors.first().field, u"LineItems[1].UnitAmount"_s);
    }

    void missingTermsAndCurrencyHaveDefaults()
    {
        QCOMPARE(*invoice(kDeal, ":60", ":null").target.value(u"DueDate").date(), Date(2026, 4, 11));
        QCOMPARE(*invoice(kDeal, ",\"CurrencyIsoCode\":\"PLN\"", "").target.value(u"CurrencyCode").text(),
                 u"AUD"_s);
    }

    void countriesChooseTheTaxRate()
    {
        const auto tax = [this](const QByteArray& code) {
            const MappedResult result = invoice(kDeal, "\"PL\"", code);
            return result.isComplete() ? result.target.value(u"LineItems")
                                             .list()
                                             ->first()
                                             .record()
                                             ->value(u"TaxType")
                                             .toPlainText()
                                       : result.errors.first().fault.code;
        };
        QCOMPARE(tax("\"AU\""), u"OUTPUT"_s);
        QCOMPARE(tax("\"au\""), u"OUTPUT"_s);
        QCOMPARE(tax("\"ZZ\""), u"EXEMPTEXPORT"_s);
        QCOMPARE(tax("null"), u"lookup.blank-key"_s);
        QCOMPARE(tax("null,\"BillingCountry\":\"Australia\""), u"OUTPUT"_s);
    }

    void contactOfTheDeal()
    {
        const auto mapping = CompiledMapping::compile(m_template.flow.parents.first().mapping);
        QVERIFY2(mapping.has_value(), qPrintable(mapping ? QString() : mapping.error().text));
        const MappedResult result = mapping->map(recordFrom(kDeal), m_context);
        QVERIFY(result.isComplete());
        QCOMPARE(
            sent(result.target),
            QByteArray("{\"Name\":\"Łódź Tekstyl\",\"ContactNumber\":\"001A\",\"FirstName\":\"Ann3\","
                       "\"LastName\":\"Smith\",\"EmailAddress\":\"ann803@example.test\","
                       "\"AddressLine1\":\"147 Main St Unit 4\",\"City\":\"Łódź\",\"PostalCode\":\"13146\","
                       "\"Country\":\"PL\"}"));
    }

    void customerThatIsNotLinkedYetIsAskedFor()
    {
        const MappedResult result = invoice(kDeal, "001A", "001B");
        QVERIFY(result.onlyLinksMissing());
        QCOMPARE(result.missingLinks(), (QList<MissingLink>{{u"accounts-to-contacts"_s, u"001B"_s}}));
    }

    void readsWhatItNeedsAndNoMore()
    {
        const auto paths = flowSourcePaths(m_template.flow);
        QVERIFY(paths.has_value());
        QStringList sortedPaths = *paths;
        sortedPaths.sort();
        const QStringList expected{u"Account.BillingCity"_s,
                                   u"Account.BillingCountry"_s,
                                   u"Account.BillingCountryCode"_s,
                                   u"Account.BillingPostalCode"_s,
                                   u"Account.BillingState"_s,
                                   u"Account.BillingStreet"_s,
                                   u"Account.Name"_s,
                                   u"Account.Phone"_s,
                                   u"Account.Terms__c"_s,
                                   u"AccountId"_s,
                                   u"Amount"_s,
                                   u"CloseDate"_s,
                                   u"Contact.Email"_s,
                                   u"Contact.FirstName"_s,
                                   u"Contact.LastName"_s,
                                   u"CurrencyIsoCode"_s,
                                   u"Id"_s,
                                   u"IsWon"_s,
                                   u"Name"_s,
                                   u"OpportunityLineItems[].Description"_s,
                                   u"OpportunityLineItems[].Discount"_s,
                                   u"OpportunityLineItems[].PricebookEntry.Product2.Name"_s,
                                   u"OpportunityLineItems[].Quantity"_s,
                                   u"OpportunityLineItems[].UnitPrice"_s,
                                   u"SystemModstamp"_s};
        QCOMPARE(sortedPaths, expected);
    }
};

QTEST_GUILESS_MAIN(TestInvoiceTemplate)
#include "testinvoicetemplate.moc"
