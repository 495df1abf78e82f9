#include "connectors/manifestcatalogue.h"
#include "connectors/rest/reading/recordreader.h"
#include "connectors/rest/reading/wirevalue.h"

#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace Qt::StringLiterals;
using model::FieldType;
using model::Value;

namespace {

const AnswerLayout kSoql{u"records"_s, u"totalSize"_s, {}, {}, u"nextRecordsUrl"_s, u"done"_s};
const AnswerLayout kPaged{
    u"Invoices"_s, u"pagination.itemCount"_s, u"pagination.pageCount"_s, u"pagination.pageSize"_s, {}, {}};

PlanPtr dealPlan()
{
    return planOf({{u"Id"_s, FieldType::Id},
                   {u"Name"_s, FieldType::Text},
                   {u"CloseDate"_s, FieldType::Date},
                   {u"Amount"_s, FieldType::Money},
                   {u"SystemModstamp"_s, FieldType::Instant},
                   {u"Account.Name"_s, FieldType::Text},
                   {u"OpportunityLineItems[].UnitPrice"_s, FieldType::Money},
                   {u"OpportunityLineItems[].PricebookEntry.Product2.Name"_s, FieldType::Text}});
}

const QByteArray kDeal =
    R"({"attributes":{"type":"Opportunity","url":"/x"},"Id":"006A","Name":"Łódź \"Tekstyl\" \u2013 1",
 "CloseDate":"2026-03-12","Amount":1234567890123456.78,"SystemModstamp":"2026-03-12T01:02:03.456+0000","Unwanted":{"a":[1,{"b":2}]},
 "Account":{"attributes":{"type":"Account"},"Name":"Acme"},
 "OpportunityLineItems":{"totalSize":2,"done":true,"records":[
  {"attributes":{"type":"OpportunityLineItem"},"UnitPrice":378.3200,"PricebookEntry":{"Product2":{"Name":"Widget"}}},
  {"UnitPrice":-0.5,"PricebookEntry":null}]}})";

QByteArray soqlPage(const QByteArray& records, const QByteArray& rest = R"(,"totalSize":1,"done":true)")
{
    return "{\"records\":[" + records + "]" + rest + "}";
}

} // namespace

class TestRecordReader final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aRecordIsProjectedWithExactNumbersAndTypedDates()
    {
        const Result<DecodedPage> page = m_reader.decode(soqlPage(kDeal), dealPlan(), kSoql);
        QVERIFY(page);
        QCOMPARE(page->records.size(), 1);
        const model::Record& deal = page->records.first();
        QCOMPARE(*deal.value(u"Name").text(), u"Łódź \"Tekstyl\" – 1"_s);
        QCOMPARE(deal.value(u"Amount").number()->toString(), u"1234567890123456.78"_s);
        QCOMPARE(*deal.value(u"CloseDate").date(), QDate(2026, 3, 12));
        QCOMPARE(formatInstant(*deal.value(u"SystemModstamp").instant()), u"2026-03-12T01:02:03.456Z"_s);
        QCOMPARE(*deal.path(u"Account.Name").text(), u"Acme"_s);
        const model::ValueList* lines = deal.value(u"OpportunityLineItems").list();
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->at(0).record()->value(u"UnitPrice").number()->toString(), u"378.3200"_s);
        QCOMPARE(*lines->at(0).record()->path(u"PricebookEntry.Product2.Name").text(), u"Widget"_s);
        QVERIFY(lines->at(1).record()->path(u"PricebookEntry.Product2.Name").isBlank());
        QCOMPARE(page->total, std::optional<qint64>(1));
        QCOMPARE(page->done, std::optional<bool>(true));
    }

    void membersInAnotherOrderAndMissingOnesDoNoHarm()
    {
        const Result<DecodedPage> page = m_reader.decode(
            soqlPage(R"({"Account":null,"OpportunityLineItems":null,"Amount":null,"Name":"","Id":"1"})"),
            dealPlan(), kSoql);
        QVERIFY(page);
        const model::Record& deal = page->records.first();
        QCOMPARE(*deal.value(u"Id").text(), u"1"_s);
        for (const QString& name :
             {u"Name"_s, u"Amount"_s, u"Account"_s, u"OpportunityLineItems"_s, u"CloseDate"_s})
            QVERIFY2(deal.value(name).isBlank(), qPrintable(name));
    }

    void anAnswerCutAnywhereIsAFaultAndNeverAShorterList()
    {
        const QByteArray whole = soqlPage(kDeal + ',' + kDeal, R"(,"totalSize":2,"done":true)");
        QVERIFY(m_reader.decode(whole, dealPlan(), kSoql));
        for (qsizetype cut = 0; cut < whole.size(); ++cut) {
            const Result<DecodedPage> page = m_reader.decode(whole.left(cut), dealPlan(), kSoql);
            QVERIFY2(!page, qPrintable(u"cut at %1 of %2"_s.arg(cut).arg(whole.size())));
            QCOMPARE(page.error().kind, ErrorKind::RemoteFault);
        }
        QVERIFY(m_reader.decode(whole, dealPlan(), kSoql)); // the reader is as good as before
    }

    void brokenAnswersAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QString malformed = u"answer.malformed"_s;
        QTest::newRow("html") << QByteArray("<html></html>") << malformed;
        QTest::newRow("empty") << QByteArray() << malformed;
        QTest::newRow("text behind") << soqlPage("{\"Id\":\"1\"}") + "x" << malformed;
        QTest::newRow("second document") << soqlPage("{\"Id\":\"1\"}") + "{}" << malformed;
        QTest::newRow("bad number") << soqlPage("{\"Amount\":12.3.4}") << malformed;
        QTest::newRow("no number") << soqlPage("{\"Amount\":-}") << malformed;
        QTest::newRow("bad null") << soqlPage("{\"Amount\":nul}") << malformed;
        QTest::newRow("bad UTF-8") << soqlPage("{\"Name\":\"\xff\xfe\"}") << malformed;
        QTest::newRow("missing comma") << soqlPage("{\"Id\":\"1\" \"Name\":\"x\"}") << malformed;
        QTest::newRow("no list") << QByteArray("{\"totalSize\":0}") << u"answer.incomplete"_s;
        QTest::newRow("null list") << QByteArray("{\"records\":null}") << u"answer.incomplete"_s;
        QTest::newRow("error object") << QByteArray("{\"Message\":\"x\"}") << u"answer.incomplete"_s;
        QTest::newRow("texts for records") << soqlPage("\"x\"") << u"answer.shape"_s;
        QTest::newRow("record for text") << soqlPage("{\"Name\":{\"a\":1}}") << u"answer.shape"_s;
        QTest::newRow("list for text") << soqlPage("{\"Name\":[1]}") << u"answer.shape"_s;
        QTest::newRow("text for record") << soqlPage("{\"Account\":\"x\"}") << u"answer.shape"_s;
        QTest::newRow("short sub-list")
            << soqlPage(R"({"OpportunityLineItems":{"totalSize":2,"done":true,"records":[{"UnitPrice":1}]}})")
            << u"answer.incomplete"_s;
        QTest::newRow("endless sub-list")
            << soqlPage(
                   R"({"OpportunityLineItems":{"totalSize":2,"done":false,"records":[{"UnitPrice":1}]}})")
            << u"answer.incomplete"_s;
    }
    void brokenAnswersAreNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const Result<DecodedPage> page = m_reader.decode(body, dealPlan(), kSoql);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::RemoteFault);
        QCOMPARE(page.error().code, code);
    }

    void aListContinuedElsewhereIsReported()
    {
        const QByteArray open =
            R"({"OpportunityLineItems":{"totalSize":3,"done":false,"nextRecordsUrl":"/q/2","records":[{"UnitPrice":1}]}})";
        const Result<DecodedPage> page =
            m_reader.decode(soqlPage("{\"Id\":\"0\"}," + open), dealPlan(), kSoql);
        QVERIFY(page);
        QCOMPARE(page->continuations.size(), 1);
        QCOMPARE(page->continuations.first().record, 1);
        QCOMPARE(page->continuations.first().next, u"/q/2"_s);
        const Result<DecodedPage> more = m_reader.decodeList(soqlPage("{\"UnitPrice\":2},{\"UnitPrice\":3}"),
                                                             dealPlan(), page->continuations.first().slot);
        QVERIFY(more);
        QCOMPARE(more->records.size(), 2);
        QCOMPARE(*more->records.last().value(u"UnitPrice").number(), Decimal(3));
    }

    void pagingNumbersAreReadWhereverTheyStand()
    {
        const Result<DecodedPage> page = m_reader.decode(
            R"({"Id":"x","pagination":{"page":2,"pageSize":100,"pageCount":7,"itemCount":650},"Invoices":[{"InvoiceID":"a"}]})",
            planOf({{u"InvoiceID"_s, FieldType::Id}}), kPaged);
        QVERIFY(page);
        QCOMPARE(page->pageSize, std::optional<qint64>(100));
        QCOMPARE(page->pageCount, std::optional<qint64>(7));
        QCOMPARE(page->total, std::optional<qint64>(650));
    }

    void anAccountingContactFoldsItsPostalAddress()
    {
        const ManifestCatalogue catalogue;
        const auto manifest = catalogue.find(u"xero"_s);
        const ObjectSpec& contacts = *manifest->object(u"Contacts");
        const Result<PlanPtr> plan =
            planRead(contacts.schema(), contacts, {u"Name"_s, u"PostalCode"_s, u"City"_s, u"Phone"_s}, {});
        QVERIFY(plan);
        const Result<DecodedPage> page = m_reader.decode(
            R"({"Contacts":[{"ContactID":"c","Name":"A","UpdatedDateUTC":"\/Date(1573516800000+0000)\/",
            "Addresses":[{"AddressType":"STREET","PostalCode":"2000","City":"Sydney"},{"AddressType":"POBOX","City":"Perth","PostalCode":""}],
            "Phones":[{"PhoneType":"FAX","PhoneNumber":"1"},{"PhoneType":"DEFAULT","PhoneNumber":"5550000"}]}]})",
            *plan, {u"Contacts"_s, {}, {}, {}, {}, {}});
        QVERIFY(page);
        const model::Record& contact = page->records.first();
        QCOMPARE(*contact.value(u"City").text(), u"Perth"_s);
        QCOMPARE(*contact.value(u"PostalCode").text(), u"2000"_s); // the postal address has none
        QCOMPARE(*contact.value(u"Phone").text(), u"5550000"_s);
        QCOMPARE(formatInstant(*contact.value(u"UpdatedDateUTC").instant()), u"2019-11-12T00:00:00.000Z"_s);
    }

    void aWrappedIdIsRead()
    {
        const ManifestCatalogue catalogue;
        const auto manifest = catalogue.find(u"xero"_s);
        const ObjectSpec& invoices = *manifest->object(u"Invoices");
        const Result<PlanPtr> plan =
            planRead(invoices.schema(), invoices, {u"Contact"_s, u"Date"_s, u"LineItems"_s}, {});
        QVERIFY(plan);
        const Result<DecodedPage> page = m_reader.decode(
            R"({"Invoices":[{"Contact":{"ContactID":"c-1","Name":"A","Addresses":[]},"Date":"/Date(1518685950940+0000)/",
            "LineItems":[{"Quantity":1.5,"UnitAmount":33.3333,"LineAmount":50.00,"Tracking":[]}],"UpdatedDateUTC":null}]})",
            *plan, kPaged);
        QVERIFY(page);
        QCOMPARE(*page->records.first().value(u"Contact").text(), u"c-1"_s);
        QCOMPARE(*page->records.first().value(u"Date").date(), QDate(2018, 2, 15));
        const model::Record* line = page->records.first().value(u"LineItems").list()->first().record();
        QCOMPARE(line->value(u"UnitAmount").number()->toString(), u"33.3333"_s);
    }

    void aTextBecomesWhatItsFieldIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* name, const char* text, FieldType type, Value::Kind kind,
                            const char16_t* plain) {
            QTest::newRow(name) << QByteArray(text) << int(type) << int(kind) << QString::fromUtf16(plain);
        };
        row("date", "2026-02-28", FieldType::Date, Value::Kind::Date, u"2026-02-28");
        row("midnight", "2019-03-11T00:00:00", FieldType::Date, Value::Kind::Date, u"2019-03-11");
        row("ms date", "/Date(1518652800000)/", FieldType::Date, Value::Kind::Date, u"2018-02-15");
        row("impossible date", "2026-02-30", FieldType::Date, Value::Kind::Text, u"2026-02-30");
        row("null text", "null", FieldType::Date, Value::Kind::Text, u"null");
        row("instant", "2026-01-01T00:00:00.000+0000", FieldType::Instant, Value::Kind::Instant,
            u"2026-01-01T00:00:00.000Z");
        row("seven digits", "2019-12-07T18:46:19.5165400", FieldType::Instant, Value::Kind::Instant,
            u"2019-12-07T18:46:19.516Z");
        row("number", "12.50", FieldType::Money, Value::Kind::Number, u"12.50");
        row("no number", "12,50", FieldType::Money, Value::Kind::Text, u"12,50");
        row("flag", "true", FieldType::Boolean, Value::Kind::Boolean, u"true");
        row("text", "  x ", FieldType::Text, Value::Kind::Text, u"  x ");
        row("empty", "", FieldType::Text, Value::Kind::Blank, u"");
    }
    void aTextBecomesWhatItsFieldIs()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, type);
        QFETCH(int, kind);
        QFETCH(QString, plain);
        const Value value =
            wireText(std::string_view(text.constData(), size_t(text.size())), FieldType(type));
        QCOMPARE(int(value.kind()), kind);
        QCOMPARE(value.toPlainText(), plain);
    }

    void aNumberKeepsEveryDigit_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("plain");
        QTest::newRow("money") << QByteArray("0.10") << int(FieldType::Money) << int(Value::Kind::Number)
                               << u"0.10"_s;
        QTest::newRow("38 digits") << QByteArray("12345678901234567890123456789012345678")
                                   << int(FieldType::Number) << int(Value::Kind::Number)
                                   << u"12345678901234567890123456789012345678"_s;
        QTest::newRow("too long") << QByteArray("1234567890123456789012345678901234567890")
                                  << int(FieldType::Number) << int(Value::Kind::Text)
                                  << u"1234567890123456789012345678901234567890"_s;
        QTest::newRow("text field") << QByteArray("007") << int(FieldType::Text) << int(Value::Kind::Text)
                                    << u"007"_s;
        QTest::newRow("plus") << QByteArray("+1") << int(FieldType::Number) << int(Value::Kind::Blank)
                              << QString();
        QTest::newRow("word") << QByteArray("1x") << int(FieldType::Text) << int(Value::Kind::Blank)
                              << QString();
    }
    void aNumberKeepsEveryDigit()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, type);
        QFETCH(int, kind);
        QFETCH(QString, plain);
        const Value value =
            wireNumber(std::string_view(token.constData(), size_t(token.size())), FieldType(type));
        QCOMPARE(int(value.kind()), kind);
        QCOMPARE(value.toPlainText(), plain);
    }

    void aNulCharacterOfExportedDataIsDropped()
    {
        QCOMPARE(*wireText(std::string_view("a\0b", 3), FieldType::Text).text(), u"ab"_s);
    }

  private:
    RecordReader m_reader;
};

QTEST_GUILESS_MAIN(TestRecordReader)
#include "testrecordreader.moc"
