#include "xeroinvoicetexts.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroInvoices final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void createdInvoiceIsReadBack();
    void defaultsFillWhatIsMissing();
    void lineArithmetic_data();
    void lineArithmetic();
    void taxIsRoundedOnEachLine();
    void refusals_data();
    void refusals();
    void statusTransitions_data();
    void statusTransitions();
    void numbersAreUniqueAndCountUp();
    void postUpdatesByIdThenByNumber();
    void linesAreMatchedByTheirId();
    void statusAloneLeavesTheLines();
    void nestedContactIsFoundMadeOrChanged();
    void archivedContactIsRefused();
    void sentToContactWarnsOnDrafts();
    void billsKeepEqualNumbers();
    void currencyRates();
};

void TestXeroInvoices::createdInvoiceIsReadBack()
{
    XeroProbe probe;
    probe.signIn();
    const Json created = firstInvoice(probe.call(
        "PUT", "/Invoices?summarizeErrors=false",
        invoiceBody(line("3", "10.5"), R"("InvoiceNumber":"SF-1","Reference":"D-1","CurrencyCode":"EUR",)")));
    QCOMPARE(created[u"StatusAttributeString"].toText(), u"OK"_s);
    const Json invoice =
        firstInvoice(probe.call("GET", "/Invoices/" + created[u"InvoiceID"].toText().toLatin1()));
    QCOMPARE(invoice[u"InvoiceNumber"].toText(), u"SF-1"_s);
    QCOMPARE(invoice[u"Reference"].toText(), u"D-1"_s);
    QCOMPARE(invoice[u"Status"].toText(), u"DRAFT"_s);
    QCOMPARE(invoice[u"DateString"].toText(), u"2026-03-12T00:00:00"_s);
    QCOMPARE(invoice[u"Date"].toText(), u"/Date(1773273600000+0000)/"_s);
    QCOMPARE(invoice[u"DueDateString"].toText(), u"2026-04-11T00:00:00"_s);
    QCOMPARE(invoice[u"CurrencyCode"].toText(), u"EUR"_s);
    QCOMPARE(invoice[u"Contact"][u"Name"].toText(), u"City Agency"_s);
    QCOMPARE(digits(invoice, u"SubTotal"), u"31.50"_s);
    QCOMPARE(digits(invoice, u"TotalTax"), u"3.15"_s);
    QCOMPARE(digits(invoice, u"Total"), u"34.65"_s);
    QCOMPARE(digits(invoice, u"AmountDue"), u"34.65"_s);
    QCOMPARE(digits(invoice, u"AmountPaid"), u"0.00"_s);
    const Json first = invoice[u"LineItems"].at(0);
    QCOMPARE(first[u"TaxType"].toText(), u"OUTPUT"_s);
    QCOMPARE(digits(first, u"Quantity"), u"3.0000"_s);
    QCOMPARE(digits(first, u"UnitAmount"), u"10.50"_s);
    QVERIFY(first.contains(u"LineItemID"));
    QCOMPARE(firstInvoice(probe.call("GET", "/Invoices/sf-1"))[u"InvoiceID"].toText(),
             invoice[u"InvoiceID"].toText());
}

void TestXeroInvoices::defaultsFillWhatIsMissing()
{
    XeroProbe probe;
    probe.signIn();
    probe.clock().advance(std::chrono::hours(11)); // 14:00 UTC is already tomorrow in Sydney
    probe.signIn();
    const Json invoice = firstInvoice(probe.call(
        "POST", "/Invoices",
        R"({"type":"ACCREC","contact":{"name":"City Agency"},"lineItems":[{"description":"Only text"}]})"));
    QCOMPARE(invoice[u"DateString"].toText(), u"2026-11-22T00:00:00"_s);
    QVERIFY(!invoice.contains(u"DueDate"));
    QCOMPARE(invoice[u"LineAmountTypes"].toText(), u"Exclusive"_s);
    QCOMPARE(invoice[u"CurrencyCode"].toText(), u"AUD"_s);
    QCOMPARE(invoice[u"InvoiceNumber"].toText(), u"INV-0001"_s);
    QCOMPARE(digits(invoice, u"CurrencyRate"), u"1.000000"_s);
    QCOMPARE(digits(invoice, u"Total"), u"0.00"_s);
}

void TestXeroInvoices::lineArithmetic_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QString>("lineAmount");
    QTest::addColumn<QString>("tax");
    QTest::addColumn<QString>("total");
    const auto row = [](const char* name, const QByteArray& item, const QByteArray& types,
                        const char16_t* amount, const char16_t* tax, const char16_t* total) {
        QTest::newRow(name) << item << types << QStringView(amount).toString() << QStringView(tax).toString()
                            << QStringView(total).toString();
    };
    row("exclusive", line("3", "1.15"), "Exclusive", u"3.45", u"0.35", u"3.80");
    row("half up", line("1", "2.165", R"(,"TaxType":"EXEMPTEXPORT")"), "Exclusive", u"2.17", u"0.00",
        u"2.17");
    row("inclusive", line("1", "100"), "Inclusive", u"100.00", u"9.09", u"100.00");
    row("inclusive, lower case", line("1", "0.05"), "inclusive", u"0.05", u"0.00", u"0.05");
    row("no tax", line("1", "100"), "NoTax", u"100.00", u"0.00", u"100.00");
    row("discount rate", line("17", "378.32", R"(,"DiscountRate":16)"), "Exclusive", u"5402.41", u"540.24",
        u"5942.65");
    row("discount amount", line("2", "10", R"(,"DiscountAmount":2.5)"), "Exclusive", u"17.50", u"1.75",
        u"19.25");
    row("fraction of a unit", line("0.3333", "99.99"), "Exclusive", u"33.33", u"3.33", u"36.66");
    row("zero price", line("5", "0"), "Exclusive", u"0.00", u"0.00", u"0.00");
    row("numbers as text", line("\"2\"", "\"4.50\""), "Exclusive", u"9.00", u"0.90", u"9.90");
    row("amount alone", R"({"Description":"d","LineAmount":12.34,"AccountCode":"200"})", "Exclusive",
        u"12.34", u"1.23", u"13.57");
    row("matching amount", line("3", "1.15", R"(,"LineAmount":3.450)"), "Exclusive", u"3.45", u"0.35",
        u"3.80");
    row("tax by hand", line("1", "100", R"(,"TaxAmount":9.99)"), "Exclusive", u"100.00", u"9.99", u"109.99");
}

void TestXeroInvoices::lineArithmetic()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, types);
    XeroProbe probe;
    probe.signIn();
    const Response response =
        probe.call("PUT", "/Invoices", invoiceBody(line, "\"LineAmountTypes\":\"" + types + "\","));
    QVERIFY2(response.status == 200, response.body.constData());
    const Json invoice = firstInvoice(response);
    QTEST(digits(invoice[u"LineItems"].at(0), u"LineAmount"), "lineAmount");
    QTEST(digits(invoice[u"LineItems"].at(0), u"TaxAmount"), "tax");
    QTEST(digits(invoice, u"Total"), "total");
    QCOMPARE(digits(invoice, u"TotalTax"), digits(invoice[u"LineItems"].at(0), u"TaxAmount"));
}

void TestXeroInvoices::taxIsRoundedOnEachLine()
{
    XeroProbe probe;
    probe.signIn(XeroProbe::allScopes(), 1); // 15 %
    const Json invoice = firstInvoice(
        probe.call("PUT", "/Invoices",
                   invoiceBody(line("1", "25.06") + "," + line("1", "25.61") + "," + line("1", "25.63"))));
    QCOMPARE(digits(invoice, u"TotalTax"), u"11.44"_s);
    QCOMPARE(digits(invoice, u"Total"), u"87.74"_s);
}

void TestXeroInvoices::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& body, const QString& message) {
        QTest::newRow(name) << body << message;
    };
    const QByteArray good = line("1", "10");
    row("no contact", R"({"Type":"ACCREC","LineItems":[)" + good + "]}",
        u"A Contact must be specified for this type of transaction"_s);
    row("unknown contact",
        R"({"Type":"ACCREC","Contact":{"ContactID":"11111111-2222-4333-8444-555555555555"},"LineItems":[)" +
            good + "]}",
        u"The Contact with the specified ContactID could not be found"_s);
    row("contact without identity", R"({"Type":"ACCREC","Contact":{},"LineItems":[)" + good + "]}",
        u"The Contact must contain at least 1 of the following elements to identify the contact: Name, "
        u"ContactID, "
        "ContactNumber"_s);
    row("no lines", invoiceBody(""), u"One or more line items must be specified"_s);
    row("unknown account", invoiceBody(line("1", "10", R"(,"x":1)").replace("\"200\"", "\"999\"")),
        u"Account must be valid."_s);
    row("control account", invoiceBody(line("1", "10").replace("\"200\"", "\"610\"")),
        u"Account must be valid."_s);
    row("archived account", invoiceBody(line("1", "10").replace("\"200\"", "\"210\"")),
        u"Account code '210' has been archived, or deleted."_s);
    row("unknown tax", invoiceBody(line("1", "10", R"(,"TaxType":"TAX999")")),
        u"Tax rate must be valid. | The TaxType code 'TAX999' cannot be used with account code '200'."_s);
    row("tax of the other side", invoiceBody(line("1", "10", R"(,"TaxType":"INPUT")")),
        u"The TaxType code 'INPUT' cannot be used with account code '200'."_s);
    row("discount over everything", invoiceBody(line("1", "10", R"(,"DiscountRate":110)")),
        u"The discount rate '110' is invalid. Discount must not be greater than the line total."_s);
    row("line total", invoiceBody(line("1", "10", R"(,"LineAmount":11)")),
        u"The line total 11 does not match the expected line total 10.00"_s);
    row("currency", invoiceBody(good, R"("CurrencyCode":"BRL",)"),
        u"Organisation is not subscribed to currency BRL"_s);
    row("paid at once", invoiceBody(good, R"("Status":"PAID",)"),
        u"Invoice not of valid status for creation"_s);
    row("unknown status", invoiceBody(good, R"("Status":"OPEN",)"),
        u"Invoice not of valid status for creation"_s);
    row("period lock", invoiceBody(good).replace("2026-03-12", "2023-06-30"),
        u"The document date cannot be before the period lock date, currently set at 30-Jun-2023"_s);
    row("year lock", invoiceBody(good).replace("2026-03-12", "2022-06-30"),
        u"The document date cannot be before the end of year lock date, currently set at 30-Jun-2022"_s);
    row("negative total", invoiceBody(line("-1", "10")),
        u"The Total for this document must be greater than or equal to zero."_s);
    row("no due date on approval",
        R"({"Type":"ACCREC","Status":"AUTHORISED","Contact":{"Name":"City Agency"},"LineItems":[)" + good +
            "]}",
        u"The document DueDate field must be specified."_s);
    row("no account on approval",
        invoiceBody(R"({"Description":"d","Quantity":1,"UnitAmount":1})", R"("Status":"AUTHORISED",)"),
        u"Account code must be specified."_s);
    row("reference too long", invoiceBody(good, "\"Reference\":\"" + QByteArray(256, 'r') + "\","),
        u"Reference must not exceed 255 characters."_s);
    row("number not ASCII", invoiceBody(good, "\"InvoiceNumber\":\"Nº 1\","),
        u"Invoice number must be at most 255 printable ASCII characters."_s);
    row("link to the ledger itself", invoiceBody(good, R"("Url":"https://go.xero.com/1",)"),
        u"Url must be a valid absolute URL."_s);
    row("item", invoiceBody(line("1", "10", R"(,"ItemCode":"WID-1")")), u"Item code 'WID-1' is not valid"_s);
    row("update of nothing", R"({"InvoiceID":"11111111-2222-4333-8444-555555555555","Status":"VOIDED"})",
        u"An existing Invoice with the specified InvoiceID could not be found"_s);
}

void TestXeroInvoices::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    XeroProbe probe;
    probe.signIn();
    const Response response = probe.call("POST", "/Invoices", body);
    QCOMPARE(refusal(response), message);
    QCOMPARE(XeroProbe::json(response)[u"Elements"].at(0)[u"InvoiceID"].toText(),
             u"00000000-0000-0000-0000-000000000000"_s);
    QCOMPARE(probe.system().state(u"Invoices").size(), 0);
}

void TestXeroInvoices::statusTransitions_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("allowed");
    const QByteArrayList all{"DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "VOIDED", "DELETED"};
    const QHash<QByteArray, QByteArrayList> allowed{
        {"DRAFT", {"DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"}},
        {"SUBMITTED", {"DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"}},
        {"AUTHORISED", {"AUTHORISED", "VOIDED"}},
        {"VOIDED", {}},
        {"DELETED", {}},
    };
    for (auto from = allowed.cbegin(); from != allowed.cend(); ++from) {
        for (const QByteArray& to : all)
            QTest::addRow("%s to %s", from.key().constData(), to.constData())
                << from.key() << to << from.value().contains(to);
    }
}

void TestXeroInvoices::statusTransitions()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, allowed);
    XeroProbe probe;
    probe.signIn();
    const QByteArray start = from == "VOIDED" ? "AUTHORISED"_ba : (from == "DELETED" ? "DRAFT"_ba : from);
    const Json created = firstInvoice(
        probe.call("PUT", "/Invoices", invoiceBody(line("1", "10"), "\"Status\":\"" + start + "\",")));
    const QByteArray id = created[u"InvoiceID"].toText().toLatin1();
    const auto move = [&](const QByteArray& status) {
        return probe.call("POST", "/Invoices", R"({"InvoiceID":")" + id + R"(","Status":")" + status + "\"}");
    };
    if (start != from) QCOMPARE(move(from).status, 200);
    const Response moved = move(to);
    if (allowed)
        QCOMPARE(firstInvoice(moved)[u"Status"].toText().toLatin1(), to);
    else
        QCOMPARE(refusal(moved), u"Invoice not of valid status for modification"_s);
    const Json stored = firstInvoice(probe.call("GET", "/Invoices/" + id));
    QCOMPARE(stored[u"Status"].toText().toLatin1(), allowed ? to : from);
}

void TestXeroInvoices::numbersAreUniqueAndCountUp()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray taken = invoiceBody(line("1", "1"), R"("InvoiceNumber":"INV-0002",)");
    QCOMPARE(probe.call("PUT", "/Invoices", taken).status, 200);
    const QByteArray plain = invoiceBody(line("1", "1"));
    QCOMPARE(firstInvoice(probe.call("PUT", "/Invoices", plain))[u"InvoiceNumber"].toText(), u"INV-0001"_s);
    QCOMPARE(firstInvoice(probe.call("PUT", "/Invoices", plain))[u"InvoiceNumber"].toText(), u"INV-0003"_s);
    QCOMPARE(refusal(probe.call("PUT", "/Invoices", QByteArray(taken).replace("INV-0002", "inv-0002"))),
             u"Invoice # must be unique."_s);
    probe.call("POST", "/Invoices/INV-0002", R"({"Status":"DELETED"})");
    QCOMPARE(refusal(probe.call("PUT", "/Invoices", taken)), u"Invoice # must be unique."_s);
    QCOMPARE(refusal(probe.call("POST", "/Invoices", taken)),
             u"Invoice not of valid status for modification"_s);
}

void TestXeroInvoices::postUpdatesByIdThenByNumber()
{
    XeroProbe probe;
    probe.signIn();
    const Json first = firstInvoice(probe.call(
        "POST", "/Invoices", invoiceBody(line("1", "10"), R"("InvoiceNumber":"SF-9","Reference":"r",)")));
    probe.clock().advance(std::chrono::seconds(1));
    const Json second = firstInvoice(
        probe.call("POST", "/Invoices", invoiceBody(line("2", "10"), R"("InvoiceNumber":"SF-9",)")));
    QCOMPARE(second[u"InvoiceID"].toText(), first[u"InvoiceID"].toText());
    QCOMPARE(second[u"Reference"].toText(), u"r"_s);
    QCOMPARE(digits(second, u"Total"), u"22.00"_s);
    QVERIFY(second[u"UpdatedDateUTC"].toText() != first[u"UpdatedDateUTC"].toText());
    QVERIFY(second[u"LineItems"].at(0)[u"LineItemID"].toText() !=
            first[u"LineItems"].at(0)[u"LineItemID"].toText());
    QCOMPARE(probe.system().state(u"Invoices").size(), 1);
}

void TestXeroInvoices::linesAreMatchedByTheirId()
{
    XeroProbe probe;
    probe.signIn();
    const Json created =
        firstInvoice(probe.call("PUT", "/Invoices", invoiceBody(line("1", "10") + "," + line("2", "20"))));
    const QByteArray id = created[u"InvoiceID"].toText().toLatin1();
    const QByteArray kept = created[u"LineItems"].at(1)[u"LineItemID"].toText().toLatin1();
    const Json updated = firstInvoice(probe.call("POST", "/Invoices/" + id,
                                                 R"({"LineItems":[{"LineItemID":")" + kept +
                                                     R"(","Quantity":3},)" + line("1", "1") + "]}"));
    QCOMPARE(updated[u"LineItems"].size(), 2);
    const Json added = updated[u"LineItems"].at(0); // new lines come first
    const Json changed = updated[u"LineItems"].at(1);
    QCOMPARE(digits(added, u"LineAmount"), u"1.00"_s);
    QCOMPARE(changed[u"LineItemID"].toText().toLatin1(), kept);
    QCOMPARE(digits(changed, u"LineAmount"), u"60.00"_s);
    QCOMPARE(changed[u"Description"].toText(), u"Widget"_s);
    QCOMPARE(digits(updated, u"SubTotal"), u"61.00"_s);
}

void TestXeroInvoices::statusAloneLeavesTheLines()
{
    XeroProbe probe;
    probe.signIn();
    const Json created = firstInvoice(probe.call("PUT", "/Invoices", invoiceBody(line("2", "5"))));
    const QByteArray id = created[u"InvoiceID"].toText().toLatin1();
    const Json approved = firstInvoice(probe.call("POST", "/Invoices/" + id, R"({"Status":"AUTHORISED"})"));
    QCOMPARE(approved[u"LineItems"].at(0)[u"LineItemID"].toText(),
             created[u"LineItems"].at(0)[u"LineItemID"].toText());
    QCOMPARE(digits(approved, u"Total"), u"11.00"_s);
    const Json contact = XeroProbe::json(probe.call(
        "GET", "/Contacts/" + approved[u"Contact"][u"ContactID"].toText().toLatin1()))[u"Contacts"]
                             .at(0);
    QCOMPARE(contact[u"IsCustomer"].toBool(), true);
    QCOMPARE(digits(contact[u"Balances"][u"AccountsReceivable"], u"Outstanding"), u"11.00"_s);
    QCOMPARE(digits(contact[u"Balances"][u"AccountsReceivable"], u"Overdue"), u"11.00"_s);
}

void TestXeroInvoices::nestedContactIsFoundMadeOrChanged()
{
    XeroProbe probe;
    probe.signIn();
    const auto send = [&probe](const QByteArray& contact) {
        return firstInvoice(probe.call(
            "PUT", "/Invoices", invoiceBody(line("1", "1")).replace(R"({"Name":"City Agency"})", contact)));
    };
    const QString existing = send(R"({"Name":"city agency"})")[u"Contact"][u"Name"].toText();
    QCOMPARE(existing, u"City Agency"_s);
    const Json made = send(R"({"Name":"Brand new"})")[u"Contact"];
    QCOMPARE(made[u"Name"].toText(), u"Brand new"_s);
    const QByteArray id = made[u"ContactID"].toText().toLatin1();
    send(R"({"ContactID":")" + id + R"(","EmailAddress":"n@b.example"})");
    const Json changed = XeroProbe::json(probe.call("GET", "/Contacts/" + id))[u"Contacts"].at(0);
    QCOMPARE(changed[u"EmailAddress"].toText(), u"n@b.example"_s);
    QCOMPARE(changed[u"Name"].toText(), u"Brand new"_s);
}

void TestXeroInvoices::archivedContactIsRefused()
{
    XeroProbe probe;
    probe.signIn();
    QByteArray id;
    const Json all = probe.system().state(u"Contacts");
    for (const Json& contact : all.toArray()) {
        if (contact[u"ContactStatus"].toText() == u"ARCHIVED"_s &&
            contact[u"TenantId"].toText() == probe.tenant())
            id = contact[u"ContactID"].toText().toLatin1();
    }
    QVERIFY(!id.isEmpty());
    const QByteArray body =
        invoiceBody(line("1", "1")).replace(R"({"Name":"City Agency"})", R"({"ContactID":")" + id + "\"}");
    QVERIFY(refusal(probe.call("PUT", "/Invoices", body)).contains(u"archived"_s));
}

void TestXeroInvoices::sentToContactWarnsOnDrafts()
{
    XeroProbe probe;
    probe.signIn();
    const Json draft = firstInvoice(probe.call("PUT", "/Invoices?summarizeErrors=false",
                                               invoiceBody(line("1", "1"), R"("SentToContact":true,)")));
    QCOMPARE(draft[u"StatusAttributeString"].toText(), u"WARNING"_s);
    QCOMPARE(XeroProbe::messages(draft, u"Warnings"),
             u"Only AUTHORISED invoices may have SentToContact updated."_s);
    QCOMPARE(draft[u"SentToContact"].toBool(true), false);
    const Json approved = firstInvoice(probe.call(
        "PUT", "/Invoices", invoiceBody(line("1", "1"), R"("SentToContact":true,"Status":"AUTHORISED",)")));
    QCOMPARE(approved[u"SentToContact"].toBool(), true);
}

void TestXeroInvoices::billsKeepEqualNumbers()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray bill =
        invoiceBody(line("1", "10").replace("\"200\"", "\"400\""), R"("InvoiceNumber":"B-1",)")
            .replace("ACCREC", "ACCPAY");
    QCOMPARE(firstInvoice(probe.call("PUT", "/Invoices", bill))[u"LineItems"].at(0)[u"TaxType"].toText(),
             u"INPUT"_s);
    QCOMPARE(probe.call("POST", "/Invoices", bill).status, 200);
    QCOMPARE(XeroProbe::json(probe.call("GET", "/Invoices?InvoiceNumbers=b-1"))[u"Invoices"].size(), 2);
}

void TestXeroInvoices::currencyRates()
{
    XeroProbe probe;
    probe.signIn();
    const Json day =
        firstInvoice(probe.call("PUT", "/Invoices", invoiceBody(line("1", "1"), R"("CurrencyCode":"USD",)")));
    QCOMPARE(digits(day, u"CurrencyRate"), u"0.652300"_s);
    const Json own = firstInvoice(probe.call(
        "PUT", "/Invoices", invoiceBody(line("1", "1"), R"("CurrencyCode":"USD","CurrencyRate":0.7,)")));
    QCOMPARE(digits(own, u"CurrencyRate"), u"0.700000"_s);
    QCOMPARE(probe.call("PUT", "/Currencies", R"({"Code":"XXX"})").status, 400);
    QCOMPARE(probe.call("GET", "/Currencies").status, 200);
}

QTEST_GUILESS_MAIN(TestXeroInvoices)
#include "testxeroinvoices.moc"
