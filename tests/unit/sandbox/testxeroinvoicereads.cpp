#include "xeroinvoicetexts.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroInvoiceReads final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void listWithoutPageHasNoLines();
    void filters_data();
    void filters();
    void notesOnInvoices();
    void stateShowsPlainDaysAndExactDigits();
    void otherOrganisationHasItsOwnTaxes();
    void unitPriceHasTwoOrFourPlaces();
};

void TestXeroInvoiceReads::listWithoutPageHasNoLines()
{
    XeroProbe probe;
    probe.signIn();
    probe.call("PUT", "/Invoices", invoiceBody(line("1", "1")));
    const Json plain = XeroProbe::json(probe.call("GET", "/Invoices"));
    QVERIFY(!plain.contains(u"pagination"));
    QCOMPARE(plain[u"Invoices"].at(0)[u"LineItems"].size(), 0);
    const Json paged = XeroProbe::json(probe.call("GET", "/Invoices?page=1"));
    QCOMPARE(paged[u"Invoices"].at(0)[u"LineItems"].size(), 1);
    QVERIFY(XeroProbe::json(probe.call("GET", "/Invoices?Statuses=DRAFT")).contains(u"pagination"));
    const Json summary = XeroProbe::json(probe.call("GET", "/Invoices?summaryOnly=true"))[u"Invoices"].at(0);
    QVERIFY(!summary.contains(u"LineItems") && !summary.contains(u"Payments"));
}

void TestXeroInvoiceReads::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("numbers");
    const QStringList all{u"A-1"_s, u"A-2"_s, u"B-3"_s};
    QTest::newRow("all") << "order=InvoiceNumber"_ba << all;
    QTest::newRow("descending") << "order=InvoiceNumber%20DESC"_ba << QStringList{all[2], all[1], all[0]};
    QTest::newRow("numbers") << "InvoiceNumbers=A-2,nope"_ba << QStringList{all[1]};
    QTest::newRow("empty numbers") << "InvoiceNumbers="_ba << QStringList{};
    QTest::newRow("statuses") << "Statuses=AUTHORISED"_ba << QStringList{all[1]};
    QTest::newRow("term") << "searchTerm=ref-3"_ba << QStringList{all[2]};
    QTest::newRow("number") << "where=InvoiceNumber%3D%3D%22a-1%22"_ba << QStringList{all[0]};
    QTest::newRow("reference") << "where=Reference%3D%3D%22Ref-2%22%20AND%20Type%3D%3D%22ACCREC%22"_ba
                               << QStringList{all[1]};
    QTest::newRow("range")
        << "order=InvoiceNumber&where=Total%3E10.5%20%26%26%20Date%3E%3DDateTime(2026,03,01)"_ba
        << QStringList{all[1], all[2]};
    QTest::newRow("contact") << "where=Contact.Name%3D%3D%22Boom%20FM%22"_ba << QStringList{all[2]};
    QTest::newRow("guard") << "where=Reference!%3Dnull%20%26%26%20Reference.EndsWith(%221%22)"_ba
                           << QStringList{all[0]};
    QTest::newRow("unknown id") << "IDs=11111111-2222-4333-8444-555555555555"_ba << QStringList{};
    QTest::newRow("unknown contact") << "ContactIDs=11111111-2222-4333-8444-555555555555"_ba << QStringList{};
}

void TestXeroInvoiceReads::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, numbers);
    XeroProbe probe;
    probe.signIn();
    const QByteArray body =
        "[" + invoiceBody(line("1", "9"), R"("InvoiceNumber":"A-1","Reference":"Ref-1",)") + "," +
        invoiceBody(line("1", "10"), R"("InvoiceNumber":"A-2","Reference":"Ref-2","Status":"AUTHORISED",)") +
        "," +
        invoiceBody(line("1", "11"), R"("InvoiceNumber":"B-3","Reference":"Ref-3",)")
            .replace("City Agency", "Boom FM") +
        "]";
    QCOMPARE(probe.call("PUT", "/Invoices", body).status, 200);
    const Response response = probe.call("GET", "/Invoices?" + query);
    QVERIFY2(response.status == 200, response.body.constData());
    QStringList found;
    const Json invoices = XeroProbe::json(response)[u"Invoices"];
    for (const Json& invoice : invoices.toArray())
        found << invoice[u"InvoiceNumber"].toText();
    QCOMPARE(found, numbers);
}

void TestXeroInvoiceReads::notesOnInvoices()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray id =
        firstInvoice(probe.call("PUT", "/Invoices", invoiceBody(line("1", "1"))))[u"InvoiceID"]
            .toText()
            .toLatin1();
    const QByteArray target = "/Invoices/" + id + "/History";
    QCOMPARE(probe.call("PUT", target, R"({"HistoryRecords":[{"Details":"Won again"}]})").status, 200);
    QCOMPARE(XeroProbe::json(probe.call("GET", target))[u"HistoryRecords"].at(0)[u"Details"].toText(),
             u"Won again"_s);
    QCOMPARE(probe.system().state(u"History").at(0)[u"Details"].toText(), u"Won again"_s);
}

void TestXeroInvoiceReads::stateShowsPlainDaysAndExactDigits()
{
    XeroProbe probe;
    probe.signIn();
    probe.call("PUT", "/Invoices",
               invoiceBody(line("1", "10", R"(,"DiscountRate":12.5)"), R"("Reference":"D-7",)"));
    const Json row = probe.system().state(u"Invoices").at(0);
    QCOMPARE(row[u"TenantId"].toText(), probe.tenant());
    QCOMPARE(row[u"DateString"].toText(), u"2026-03-12"_s);
    QCOMPARE(row[u"DueDateString"].toText(), u"2026-04-11"_s);
    QCOMPARE(row[u"Reference"].toText(), u"D-7"_s);
    QCOMPARE(row[u"Contact"][u"Name"].toText(), u"City Agency"_s);
    QCOMPARE(digits(row, u"SubTotal"), u"8.75"_s);
    QCOMPARE(digits(row, u"TotalTax"), u"0.88"_s);
    QCOMPARE(digits(row, u"Total"), u"9.63"_s);
    QCOMPARE(digits(row[u"LineItems"].at(0), u"DiscountRate"), u"12.50"_s);
    QVERIFY(probe.system().state(u"Nonsense").isNull());
}

void TestXeroInvoiceReads::otherOrganisationHasItsOwnTaxes()
{
    XeroProbe probe;
    probe.signIn(XeroProbe::allScopes(), 1);
    QCOMPARE(
        refusal(probe.call("PUT", "/Invoices", invoiceBody(line("1", "10", R"(,"TaxType":"OUTPUT")")))),
        u"Tax rate must be valid. | The TaxType code 'OUTPUT' cannot be used with account code '200'."_s);
    const Json invoice = firstInvoice(probe.call("PUT", "/Invoices", invoiceBody(line("1", "10"))));
    QCOMPARE(invoice[u"CurrencyCode"].toText(), u"NZD"_s);
    QCOMPARE(digits(invoice, u"TotalTax"), u"1.50"_s);
    const Json organisation = XeroProbe::json(probe.call("GET", "/Organisation"))[u"Organisations"].at(0);
    QCOMPARE(organisation[u"Version"].toText(), u"NZ"_s);
    QCOMPARE(organisation[u"OrganisationID"].toText(), probe.tenant(1));
}

void TestXeroInvoiceReads::unitPriceHasTwoOrFourPlaces()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray body = invoiceBody(line("1000", "0.01255"));
    const Json two = firstInvoice(probe.call("PUT", "/Invoices", body));
    QCOMPARE(digits(two, u"SubTotal"), u"10.00"_s);
    const Json four = firstInvoice(probe.call("PUT", "/Invoices?unitdp=4", body));
    QCOMPARE(digits(four, u"SubTotal"), u"12.60"_s);
    QCOMPARE(digits(four[u"LineItems"].at(0), u"UnitAmount"), u"0.0126"_s);
    const QByteArray id = four[u"InvoiceID"].toText().toLatin1();
    QCOMPARE(digits(firstInvoice(probe.call("GET", "/Invoices/" + id))[u"LineItems"].at(0), u"UnitAmount"),
             u"0.01"_s);
    QCOMPARE(digits(firstInvoice(probe.call("GET", "/Invoices/" + id + "?unitdp=4"))[u"LineItems"].at(0),
                    u"UnitAmount"),
             u"0.0126"_s);
}

QTEST_GUILESS_MAIN(TestXeroInvoiceReads)
#include "testxeroinvoicereads.moc"
