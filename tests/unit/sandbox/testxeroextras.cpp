#include "xeroledgerbench.h"

#include "sandbox/xero/webhooks.h"

#include "sandbox/business/business.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroExtras final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void filesAreBounded_data();
    void filesAreBounded();
    void sameNameReplacesAndTenIsTheMost();
    void printedInvoiceIsAPdf();
    void emailNeedsAnApprovedSaleAndAnAllowance();
    void agedReceivablesNameTheLateInvoice();
    void trialBalanceBalances();
    void employees_data();
    void employees();
    void webhookChecksTheReceiverThenTells();
    void webhookRepeatsAndGivesUp();
    void webhookOnlyCallsThisMachine();
    void mergedContactsPointAtTheOther();
    void offlineAnswersAre503();
    void unusualAnswersStayReadable();
    void pastBusinessIsTheSameForTheSameSeed();

  private:
    static Response payroll(XeroLedgerBench& bench, const QByteArray& method, const QByteArray& target,
                            const QByteArray& body = {})
    {
        return bench.probe().callAt(method, "/payroll.xro" + target, body);
    }
};

#ifndef Q_MOC_RUN // which loses its way in raw strings

void TestXeroExtras::filesAreBounded_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("fine") << "a.pdf"_ba << qsizetype(10) << 200;
    QTest::newRow("ten megabytes") << "a.pdf"_ba << qsizetype(10 * 1024 * 1024) << 200;
    QTest::newRow("too large") << "a.pdf"_ba << qsizetype(10 * 1024 * 1024 + 1) << 400;
    QTest::newRow("empty") << "a.pdf"_ba << qsizetype(0) << 400;
    QTest::newRow("type") << "a.exe"_ba << qsizetype(10) << 400;
    QTest::newRow("no type") << "a"_ba << qsizetype(10) << 400;
    QTest::newRow("bad letter") << "a%3Fb.pdf"_ba << qsizetype(10) << 400;
    QTest::newRow("path") << "..%2Fa.pdf"_ba << qsizetype(10) << 400;
}

void TestXeroExtras::filesAreBounded()
{
    QFETCH(QByteArray, name);
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    XeroLedgerBench bench;
    const QByteArray target = "/Invoices/" + bench.invoiceId("1") + "/Attachments/" + name;
    QCOMPARE(bench.send("PUT", target, QByteArray(size, 'x')).status, status);
}

void TestXeroExtras::sameNameReplacesAndTenIsTheMost()
{
    XeroLedgerBench bench;
    const QByteArray target = "/Invoices/" + bench.invoiceId("1") + "/Attachments";
    for (int file = 0; file < 10; ++file)
        QCOMPARE(bench.send("PUT", target + "/f" + QByteArray::number(file) + ".txt", "x").status, 200);
    QCOMPARE(bench.fault("PUT", target + "/f10.txt", "x"),
             u"A maximum of 10 files can be attached to a document."_s);
    QCOMPARE(bench.send("POST", target + "/F3.txt?IncludeOnline=true", "new").status, 200);
    QCOMPARE(XeroProbe::json(bench.send("GET", target))[u"Attachments"].size(), 10);
    QCOMPARE(bench.send("GET", target + "/f3.txt").body, "new"_ba);
    QVERIFY(XeroProbe::json(bench.send("GET", target))[u"Attachments"].at(3)[u"IncludeOnline"].toBool());
}

void TestXeroExtras::printedInvoiceIsAPdf()
{
    XeroLedgerBench bench;
    const Json invoice = bench.invoice("1");
    const QByteArray target = "/Invoices/" + bench.id(invoice, u"InvoiceID");
    const Response pdf = bench.probe().callAt("GET", "/api.xro/2.0" + target, {}, "application/pdf");
    QCOMPARE(headerValue(pdf.headers, "Content-Type"), "application/pdf"_ba);
    QVERIFY(pdf.body.startsWith("%PDF-1.4") && pdf.body.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.body.contains(bench.id(invoice, u"InvoiceNumber")));
    const qsizetype start =
        pdf.body.sliced(pdf.body.indexOf("startxref") + 10).trimmed().split('\n').first().toLongLong();
    QVERIFY(pdf.body.sliced(start).startsWith("xref"));
}

void TestXeroExtras::emailNeedsAnApprovedSaleAndAnAllowance()
{
    XeroLedgerBench bench;
    const QByteArray target = "/Invoices/" + bench.invoiceId("1");
    QCOMPARE(bench.fault("POST", target + "/Email", "{}"),
             u"The daily limit of emails for this organisation has been reached."_s);
    bench.turn("organisation",
               R"({"tenantId":")" + bench.probe().tenant().toLatin1() + R"(","emailsPerDay":1})");
    const Response sent = bench.send("POST", target + "/Email", "{}");
    QCOMPARE(sent.status, 204);
    QVERIFY(sent.body.isEmpty());
    QVERIFY(bench.get(target)[u"SentToContact"].toBool());
    QCOMPARE(bench.send("POST", target + "/Email").status, 400);
    const QByteArray draft = bench.id(bench.put("/Invoices", invoiceBody(line("1", "1"))), u"InvoiceID");
    QCOMPARE(bench.fault("POST", "/Invoices/" + draft + "/Email"),
             u"Only SUBMITTED, AUTHORISED or PAID sales invoices can be emailed."_s);
    QCOMPARE(bench.send("GET", "/Invoices/" + draft + "/OnlineInvoice").status, 400);
    QVERIFY(bench.get(target + "/OnlineInvoice")[u"OnlineInvoiceUrl"].toText().startsWith(
        u"https://in.xero.com/"));
}

void TestXeroExtras::agedReceivablesNameTheLateInvoice()
{
    XeroLedgerBench bench;
    const Json invoice = bench.invoice("100");
    bench.put("/Payments", bench.payment(bench.id(invoice, u"InvoiceID"), "10"));
    const QByteArray contact = bench.id(invoice[u"Contact"], u"ContactID");
    const Json report =
        bench.get("/Reports/AgedReceivablesByContact?contactId=" + contact + "&date=2026-04-21");
    QCOMPARE(report[u"ReportTitles"].at(1).toText(), u"City Agency"_s);
    const Json cells = report[u"Rows"].at(2)[u"Rows"].at(0)[u"Cells"];
    const QStringList expected{u"2026-03-12T00:00:00"_s,
                               invoice[u"InvoiceNumber"].toText(),
                               u"2026-04-11T00:00:00"_s,
                               u"10 days overdue"_s,
                               u"110.00"_s,
                               u"10.00"_s,
                               u"0.00"_s,
                               u"100.00"_s};
    for (qsizetype index = 0; index < expected.size(); ++index)
        QCOMPARE(cells.at(index)[u"Value"].toText(), expected[index]);
    QCOMPARE(cells.at(0)[u"Attributes"].at(0)[u"Id"].toText(), u"invoiceID"_s);
    QCOMPARE(bench.send("GET", "/Reports/AgedReceivablesByContact").status, 400);
    QCOMPARE(bench.send("GET", "/Reports/BudgetSummary").status, 401);
}

void TestXeroExtras::trialBalanceBalances()
{
    XeroLedgerBench bench;
    bench.probe().system().addPastBusiness(business::Business(3));
    const Json report = bench.get("/Reports/TrialBalance");
    const Json total = report[u"Rows"].at(report[u"Rows"].size() - 1)[u"Rows"].at(0)[u"Cells"];
    QCOMPARE(total.at(3)[u"Value"].toText(), total.at(4)[u"Value"].toText());
    QVERIFY(total.at(3)[u"Value"].toText() != u"0.00");
}

void TestXeroExtras::employees_data()
{
    QTest::addColumn<int>("organisation");
    QTest::addColumn<QByteArray>("base");
    QTest::newRow("au") << 0 << "/1.0/Employees"_ba;
    QTest::newRow("nz") << 1 << "/2.0/Employees"_ba;
    QTest::newRow("uk") << 2 << "/2.0/Employees"_ba;
}

void TestXeroExtras::employees()
{
    QFETCH(int, organisation);
    QFETCH(QByteArray, base);
    XeroLedgerBench bench;
    bench.probe().system().addPastBusiness(business::Business(7));
    bench.probe().signIn(XeroProbe::everyScope(), organisation);
    const bool au = organisation == 0;
    const QByteArray person =
        R"({"title":"Ms","firstName":"Nora","lastName":"New","gender":"F","dateOfBirth":"1990-05-17",)"
        R"("address":{"addressLine1":"1 Road","city":"Port","postCode":"6011"}})";
    const Json made = XeroProbe::json(payroll(bench, "POST", base, au ? "[" + person + "]" : person));
    const Json employee = au ? made[u"Employees"].at(0) : made[u"employee"];
    QCOMPARE(employee[au ? u"LastName" : u"lastName"].toText(), u"New"_s);
    const QByteArray target = base + "/" + employee[au ? u"EmployeeID" : u"employeeID"].toText().toLatin1();
    const QByteArray change = QByteArray(person).replace("\"New\"", "\"Newer\"");
    QCOMPARE(payroll(bench, au ? "POST" : "PUT", target, au ? "[" + change + "]" : change).status, 200);
    const Json read = XeroProbe::json(payroll(bench, "GET", target));
    QCOMPARE((au ? read[u"Employees"].at(0)[u"LastName"] : read[u"employee"][u"lastName"]).toText(),
             u"Newer"_s);
    const QByteArray nameless = QByteArray(person).replace("\"lastName\":\"New\",", "");
    const Response refused = payroll(bench, "POST", base, au ? "[" + nameless + "]" : nameless);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("The Last Name is required."), refused.body.constData());
    const Json all = XeroProbe::json(payroll(bench, "GET", base));
    QCOMPARE((au ? all[u"Employees"] : all[u"employees"]).size(), 4);
    QCOMPARE(payroll(bench, "GET", au ? "/2.0/Employees" : "/1.0/Employees").status, 404);
    bench.probe().signIn(XeroProbe::allScopes(), organisation);
    QCOMPARE(payroll(bench, "GET", base).status, 401);
}

void TestXeroExtras::webhookChecksTheReceiverThenTells()
{
    XeroLedgerBench bench;
    XeroSystem& system = bench.probe().system();
    QCOMPARE(bench.turn("webhooks", R"({"url":"http://127.0.0.1:9/hook","key":"secret"})").status, 200);
    int wrong = 0;
    for (const OutgoingCall& delivery : system.dueCalls()) {
        QCOMPARE(XeroProbe::json({200, {}, delivery.body})[u"events"].size(), 0);
        const QByteArray right =
            QMessageAuthenticationCode::hash(delivery.body, "secret", QCryptographicHash::Sha256).toBase64();
        wrong += headerValue(delivery.headers, "x-xero-signature") == right ? 0 : 1;
        system.callAnswered(delivery.number,
                            headerValue(delivery.headers, "x-xero-signature") == right ? 200 : 401);
    }
    QCOMPARE(wrong, 2);
    const QByteArray id = bench.invoiceId("1");
    bench.put("/Payments", bench.payment(id, "1"));
    const QList<OutgoingCall> due = system.dueCalls();
    QCOMPARE(due.size(), 1);
    const Json told = XeroProbe::json({200, {}, due.first().body});
    QCOMPARE(told[u"events"].size(), 2);
    QCOMPARE(told[u"events"].at(0)[u"eventType"].toText(), u"CREATE"_s);
    QCOMPARE(told[u"events"].at(1)[u"eventType"].toText(), u"UPDATE"_s);
    QCOMPARE(told[u"events"].at(1)[u"resourceId"].toText().toLatin1(), id);
    QCOMPARE(told[u"lastEventSequence"].toInteger(), 2);
    QVERIFY(due.first().body.contains("\"resourceUrl\": ") && due.first().body.contains("{\"events\":["));
    QVERIFY(system.dueCalls().isEmpty());
    system.callAnswered(due.first().number, 200);
    QVERIFY(system.dueCalls().isEmpty());
}

void TestXeroExtras::webhookRepeatsAndGivesUp()
{
    XeroLedgerBench bench;
    XeroSystem& system = bench.probe().system();
    const QByteArray hook = R"({"url":"http://localhost:9/","key":"k"})";
    const auto passCheck = [&] {
        bench.turn("webhooks", hook);
        for (const OutgoingCall& delivery : system.dueCalls()) {
            const bool good = xero::Webhooks::signatureOf(delivery.body, "k") ==
                              headerValue(delivery.headers, "x-xero-signature");
            system.callAnswered(delivery.number, good ? 200 : 401);
        }
    };
    passCheck();
    bench.invoice("1");
    const auto fails = [&] {
        const QList<OutgoingCall> due = system.dueCalls();
        if (!due.isEmpty()) system.callAnswered(due.first().number, 500);
        return due.size();
    };
    QCOMPARE(fails(), 1);
    QCOMPARE(fails(), 1); // again at once
    QCOMPARE(fails(), 0);
    bench.probe().clock().advance(std::chrono::minutes(15));
    QCOMPARE(fails(), 1);
    for (int hour = 0; hour < 30; ++hour) {
        bench.probe().clock().advance(std::chrono::hours(1));
        (void)fails();
    }
    Request look;
    look.method = "GET";
    look.path = "/_practice/webhooks";
    QCOMPARE(XeroProbe::json(system.handle(look))[u"state"].toText(), u"disabled"_s);
    passCheck(); // repaired: what waited is sent
    QCOMPARE(system.dueCalls().size(), 1);
}

void TestXeroExtras::webhookOnlyCallsThisMachine()
{
    XeroLedgerBench bench;
    for (const QByteArray url : {"http://example.com/", "ftp://localhost/", "file:///etc/passwd", "nonsense"})
        QCOMPARE(bench.turn("webhooks", R"({"key":"k","url":")" + url + "\"}").status, 400);
    QCOMPARE(bench.turn("webhooks", R"({"url":"http://localhost:1/"})").status, 400);
    QVERIFY(bench.probe().system().dueCalls().isEmpty());
}

void TestXeroExtras::mergedContactsPointAtTheOther()
{
    XeroLedgerBench bench;
    const Json invoice = bench.invoice("1");
    const QByteArray loser = bench.id(invoice[u"Contact"], u"ContactID");
    const QByteArray winner = bench.id(bench.get("/Contacts?where=Name%3D%3D%22Boom%20FM%22"), u"ContactID");
    QCOMPARE(bench
                 .turn("merge", R"({"tenantId":")" + bench.probe().tenant().toLatin1() +
                                    R"(","contactId":")" + loser + R"(","intoContactId":")" + winner + "\"}")
                 .status,
             200);
    const Json contact = bench.get("/Contacts/" + loser);
    QCOMPARE(bench.id(contact, u"MergedToContactID"), winner);
    QCOMPARE(contact[u"ContactStatus"].toText(), u"ARCHIVED"_s);
    QCOMPARE(bench.id(bench.fresh(bench.id(invoice, u"InvoiceID"))[u"Contact"], u"ContactID"), winner);
}

void TestXeroExtras::offlineAnswersAre503()
{
    XeroLedgerBench bench;
    bench.turn("modes", R"({"maintenance":true})");
    const Response maintenance = bench.send("GET", "/Organisation");
    QCOMPARE(maintenance.status, 503);
    QCOMPARE(maintenance.body, "The Xero API is currently offline for maintenance"_ba);
    bench.turn("modes", R"({"maintenance":false})");
    bench.turn("organisation",
               R"({"tenantId":")" + bench.probe().tenant().toLatin1() + R"(","offline":true})");
    QCOMPARE(bench.send("GET", "/Organisation").body, "The Organisation is offline"_ba);
}

void TestXeroExtras::unusualAnswersStayReadable()
{
    XeroLedgerBench bench;
    const QByteArray target = "/Invoices/" + bench.invoiceId("1");
    bench.turn("modes", R"({"sparse":true,"openEnums":true})");
    const Json invoice = bench.get(target);
    QVERIFY(!invoice.contains(u"Payments") && !invoice.contains(u"Reference"));
    QCOMPARE(digits(invoice, u"Total"), u"1.10"_s);
    QVERIFY(invoice.contains(u"PracticeNovelty"));
}

void TestXeroExtras::pastBusinessIsTheSameForTheSameSeed()
{
    const auto books = [](quint64 seed) {
        XeroLedgerBench bench;
        bench.probe().system().addPastBusiness(business::Business(seed));
        return bench.probe().system().stateBytes(u"Invoices");
    };
    const QByteArray first = books(5);
    QCOMPARE(books(5), first);
    QVERIFY(books(6) != first);
    const Json invoices = Json::parse(first).value_or(Json());
    QMap<QString, int> statuses;
    int partPaid = 0;
    int foreign = 0;
    for (const Json& invoice : invoices.toArray()) {
        ++statuses[invoice[u"Status"].toText()];
        const bool paid = !invoice[u"AmountPaid"].toDecimal().isZero();
        partPaid += paid && invoice[u"Status"].toText() == u"AUTHORISED" ? 1 : 0;
        foreign += invoice[u"CurrencyCode"].toText() != u"AUD" ? 1 : 0;
    }
    for (const QString& status : {u"DRAFT"_s, u"AUTHORISED"_s, u"PAID"_s, u"VOIDED"_s})
        QVERIFY2(statuses[status] > 0, qPrintable(status));
    QVERIFY(partPaid > 0 && foreign > 0);
}

#endif

QTEST_GUILESS_MAIN(TestXeroExtras)
#include "testxeroextras.moc"
