#include "xeroledgerbench.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroSettlements final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void paymentsBringAnInvoiceToPaidAndBack();
    void refusedPayments_data();
    void refusedPayments();
    void paidInvoicesKeepTheirAmounts();
    void foreignPaymentsAreBookedInTheAccountsCurrency();
    void badPaymentLeavesTheGoodOneOfItsRequest();
    void batchIsPaidAndTakenBackAsAWhole();
    void refusedBatches_data();
    void refusedBatches();
    void creditNoteIsAllocatedTakenBackAndRefunded();
    void refusedAllocations_data();
    void refusedAllocations();
    void depositsComeFromBankTransactions();
    void changedDocumentsAreFoundByTheirStamp();
    void paymentsAreFilteredAndPaged();

#ifndef Q_MOC_RUN
  private:
    static QByteArray creditNote(XeroLedgerBench& bench, const QByteArray& unit, const QByteArray& more = {})
    {
        return bench.id(
            bench.put("/CreditNotes",
                      R"({"Type":"ACCRECCREDIT","Status":"AUTHORISED",)" + more +
                          R"("Contact":{"Name":"City Agency"},"Date":"2026-03-15","LineItems":[)" +
                          line("1", unit) + "]}"),
            u"CreditNoteID");
    }
    static QByteArray allocation(const QByteArray& invoice, const QByteArray& amount)
    {
        return R"({"Amount":)" + amount + R"(,"Date":"2026-03-21","Invoice":{"InvoiceID":")" + invoice +
               "\"}}";
    }
#endif
};

#ifndef Q_MOC_RUN // which loses its way in raw strings

void TestXeroSettlements::paymentsBringAnInvoiceToPaidAndBack()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("100");
    QCOMPARE(bench.standing(bench.fresh(id)), u"AUTHORISED 0.00 0.00 110.00"_s);
    const Json part = bench.put("/Payments", bench.payment(id, "60.50"));
    QCOMPARE(part[u"PaymentType"].toText(), u"ACCRECPAYMENT"_s);
    QCOMPARE(bench.standing(bench.fresh(id)), u"AUTHORISED 60.50 0.00 49.50"_s);
    const Json rest = bench.put("/Payments", bench.payment(id, "49.5"));
    const Json paid = bench.fresh(id);
    QCOMPARE(bench.standing(paid), u"PAID 110.00 0.00 0.00"_s);
    QCOMPARE(paid[u"FullyPaidOnDate"].toText(), u"/Date(1773964800000+0000)/"_s);
    QCOMPARE(paid[u"Payments"].size(), 2);
    const QByteArray payment = "/Payments/" + bench.id(rest, u"PaymentID");
    QCOMPARE(bench.fault("POST", payment, R"({"Amount":1})"),
             u"Payment not of valid status for modification"_s);
    QCOMPARE(bench.post(payment, R"({"Status":"DELETED"})")[u"Status"].toText(), u"DELETED"_s);
    const Json again = bench.fresh(id);
    QCOMPARE(bench.standing(again), u"AUTHORISED 60.50 0.00 49.50"_s);
    QVERIFY(!again.contains(u"FullyPaidOnDate"));
    QCOMPARE(bench.fault("POST", payment, R"({"Status":"DELETED"})"),
             u"Payment not of valid status for modification"_s);
}

void TestXeroSettlements::refusedPayments_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& body, const QString& message) {
        QTest::newRow(name) << body << message;
    };
    const auto pay = [](const QByteArray& amount, const QByteArray& account = "090",
                        const QByteArray& date = "2026-03-20") {
        return R"({"Invoice":{"InvoiceID":"ID"},"Account":{"Code":")" + account + R"("},"Date":")" + date +
               R"(","Amount":)" + amount + "}";
    };
    row("too much", pay("11.01"), u"Payment amount exceeds the amount outstanding on this document"_s);
    row("nothing", pay("0"), u"Payment amount must be greater than zero."_s);
    row("negative", pay("-1"), u"Payment amount must be greater than zero."_s);
    row("income account", pay("1", "200"), u"Account must be a bank account or have payments enabled."_s);
    row("archived account", pay("1", "210"), u"Account code '210' has been archived, or deleted."_s);
    row("no such account", pay("1", "nope"), u"Account must be valid."_s);
    row("no account", R"({"Invoice":{"InvoiceID":"ID"},"Amount":1,"Date":"2026-03-20"})",
        u"An Account must be specified for this payment."_s);
    row("locked", pay("1", "090", "2023-06-30"),
        u"The document date cannot be before the period lock date, currently set at 30-Jun-2023"_s);
    row("no document", R"({"Account":{"Code":"090"},"Amount":1})",
        u"Exactly one of Invoice, CreditNote, Prepayment or Overpayment must be specified."_s);
    row("two documents",
        R"({"Invoice":{"InvoiceID":"ID"},"CreditNote":{"CreditNoteNumber":"CN-1"},"Account":{"Code":"090"},"Amount":1})",
        u"Exactly one of Invoice, CreditNote, Prepayment or Overpayment must be specified."_s);
    row("unknown document", R"({"Invoice":{"InvoiceNumber":"nope"},"Account":{"Code":"090"},"Amount":1})",
        u"The document to be paid could not be found."_s);
    row("draft", R"({"Invoice":{"InvoiceNumber":"DRAFT-1"},"Account":{"Code":"090"},"Amount":1})",
        u"Payments can only be made against Authorised documents"_s);
}

void TestXeroSettlements::refusedPayments()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("10");
    bench.put("/Invoices", invoiceBody(line("1", "1"), R"("InvoiceNumber":"DRAFT-1",)"));
    QCOMPARE(bench.fault("PUT", "/Payments", body.replace("ID\"}", id + "\"}")), message);
    QCOMPARE(bench.probe().system().state(u"Payments").size(), 0);
    QCOMPARE(bench.standing(bench.fresh(id)), u"AUTHORISED 0.00 0.00 11.00"_s);
}

void TestXeroSettlements::paidInvoicesKeepTheirAmounts()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("10");
    bench.put("/Payments", bench.payment(id, "1"));
    const QString frozen =
        u"This document cannot be edited as it has a payment or credit note allocated to it."_s;
    QCOMPARE(bench.fault("POST", "/Invoices/" + id, R"({"LineItems":[{"Description":"x","UnitAmount":1}]})"),
             frozen);
    QCOMPARE(bench.fault("POST", "/Invoices/" + id, R"({"Date":"2026-03-13"})"), frozen);
    QCOMPARE(bench.fault("POST", "/Invoices/" + id, R"({"Status":"VOIDED"})"),
             u"Invoice not of valid status for modification"_s);
    QCOMPARE(bench.post("/Invoices/" + id, R"({"Reference":"R"})")[u"Reference"].toText(), u"R"_s);
}

void TestXeroSettlements::foreignPaymentsAreBookedInTheAccountsCurrency()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("100", R"("CurrencyCode":"EUR","CurrencyRate":0.5,)");
    const Json payment = bench.put("/Payments", bench.payment(id, "55", R"("CurrencyRate":0.55,)"));
    QCOMPARE(digits(payment, u"Amount"), u"55.00"_s);
    QCOMPARE(digits(payment, u"BankAmount"), u"100.00"_s);
    QCOMPARE(digits(payment, u"CurrencyRate"), u"0.550000"_s);
    const Json report = bench.get("/Reports/TrialBalance?date=2026-03-31");
    const QByteArray text = report.toBytes();
    QVERIFY2(text.contains("Realised Currency Gains (499)"), text.constData());
}

void TestXeroSettlements::badPaymentLeavesTheGoodOneOfItsRequest()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("10");
    const QByteArray body =
        "{\"Payments\":[" + bench.payment(id, "100") + "," + bench.payment(id, "1") + "]}";
    const Response response = bench.send("PUT", "/Payments", body);
    QCOMPARE(response.status, 400);
    QCOMPARE(XeroProbe::json(response)[u"Elements"].size(), 1);
    QCOMPARE(bench.standing(bench.fresh(id)), u"AUTHORISED 1.00 0.00 10.00"_s);
    // The switch: a refused request saves nothing.
    Request request;
    request.method = "POST";
    request.path = "/_practice/modes";
    request.body = R"({"partialSave":false})";
    QCOMPARE(bench.probe().system().handle(request).status, 200);
    QCOMPARE(bench.send("PUT", "/Payments", body).status, 400);
    QCOMPARE(bench.standing(bench.fresh(id)), u"AUTHORISED 1.00 0.00 10.00"_s);
}

void TestXeroSettlements::batchIsPaidAndTakenBackAsAWhole()
{
    XeroLedgerBench bench;
    const QByteArray first = bench.invoiceId("10");
    const QByteArray second = bench.invoiceId("20");
    const QByteArray account = bench.id(bench.get("/Accounts?where=Code%3D%3D%22090%22"), u"AccountID");
    const QByteArray body = R"({"Account":{"AccountID":")" + account +
                            R"("},"Date":"2026-03-20","Payments":[)" + bench.payment(first, "11") + "," +
                            bench.payment(second, "22") + "]}";
    const Json batch = bench.put("/BatchPayments", body);
    QCOMPARE(batch[u"Type"].toText(), u"RECBATCH"_s);
    QCOMPARE(digits(batch, u"TotalAmount"), u"33.00"_s);
    QCOMPARE(bench.fresh(second)[u"Status"].toText(), u"PAID"_s);
    const QByteArray payment = bench.id(bench.fresh(first)[u"Payments"].at(0), u"PaymentID");
    QCOMPARE(bench.fault("POST", "/Payments/" + payment, R"({"Status":"DELETED"})"),
             u"This payment is part of a batch and can only be deleted with the batch."_s);
    const QByteArray target = "/BatchPayments/" + bench.id(batch, u"BatchPaymentID");
    QCOMPARE(bench.post(target, R"({"Status":"DELETED"})")[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.standing(bench.fresh(first)), u"AUTHORISED 0.00 0.00 11.00"_s);
    QCOMPARE(bench.fault("POST", target, R"({"Status":"DELETED"})"),
             u"Batch payment not of valid status for modification"_s);
}

void TestXeroSettlements::refusedBatches_data()
{
    QTest::addColumn<QByteArray>("payments");
    QTest::addColumn<QString>("message");
    const auto part = [](const QByteArray& amount, const QByteArray& invoice) {
        return R"({"Amount":)" + amount + R"(,"Invoice":{"InvoiceNumber":")" + invoice + "\"}}";
    };
    QTest::newRow("none") << ""_ba << u"A batch payment must contain at least one payment."_s;
    QTest::newRow("together too much") << part("6", "A") + "," + part("6", "A")
                                       << u"Payment amount exceeds the amount outstanding on this document"_s;
    QTest::newRow("foreign") << part("1", "EUR")
                             << u"A batch payment can only be made in the base currency."_s;
    QTest::newRow("mixed") << part("1", "A") + "," + part("1", "BILL")
                           << u"A batch payment cannot mix invoices and bills."_s;
}

void TestXeroSettlements::refusedBatches()
{
    QFETCH(QByteArray, payments);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    bench.invoice("10", R"("InvoiceNumber":"A",)");
    bench.invoice("10", R"("InvoiceNumber":"EUR","CurrencyCode":"EUR",)");
    bench.put("/Invoices", invoiceBody(line("1", "10").replace("200", "429"),
                                       R"("InvoiceNumber":"BILL","Status":"AUTHORISED",)")
                               .replace("ACCREC", "ACCPAY"));
    const QByteArray account = bench.id(bench.get("/Accounts?where=Code%3D%3D%22090%22"), u"AccountID");
    QCOMPARE(bench.fault("PUT", "/BatchPayments",
                         R"({"Account":{"AccountID":")" + account + R"("},"Date":"2026-03-20","Payments":[)" +
                             payments + "]}"),
             message);
    QCOMPARE(bench.probe().system().state(u"Payments").size(), 0);
}

void TestXeroSettlements::creditNoteIsAllocatedTakenBackAndRefunded()
{
    XeroLedgerBench bench;
    const QByteArray invoice = bench.invoiceId("100");
    const QByteArray note = creditNote(bench, "50");
    const QByteArray target = "/CreditNotes/" + note;
    bench.put(target + "/Allocations", allocation(invoice, "30"));
    QCOMPARE(bench.standing(bench.fresh(invoice)), u"AUTHORISED 0.00 30.00 80.00"_s);
    QCOMPARE(digits(bench.get(target), u"RemainingCredit"), u"25.00"_s);
    bench.put(target + "/Allocations", allocation(invoice, "25"));
    const Json used = bench.get(target);
    QCOMPARE(used[u"Status"].toText(), u"PAID"_s);
    const QByteArray first = bench.id(used[u"Allocations"].at(0), u"AllocationID");
    const Json taken = XeroProbe::json(bench.send("DELETE", target + "/Allocations/" + first));
    QVERIFY(taken[u"IsDeleted"].toBool());
    QCOMPARE(taken[u"AllocationId"].toText().toLatin1(), first);
    QCOMPARE(bench.standing(bench.fresh(invoice)), u"AUTHORISED 0.00 25.00 85.00"_s);
    QCOMPARE(bench.send("DELETE", target + "/Allocations/" + first).status, 404);
    const Json refund =
        bench.put("/Payments", R"({"CreditNote":{"CreditNoteID":")" + note +
                                   R"("},"Account":{"Code":"090"},"Date":"2026-03-22","Amount":30})");
    QCOMPARE(refund[u"PaymentType"].toText(), u"ARCREDITPAYMENT"_s);
    QCOMPARE(bench.get(target)[u"Status"].toText(), u"PAID"_s);
    QCOMPARE(bench.fault("POST", target, R"({"Status":"VOIDED"})"),
             u"Credit Note not of valid status for modification"_s);
}

void TestXeroSettlements::refusedAllocations_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QString>("message");
    QTest::newRow("more than the credit")
        << QByteArray() << "60"_ba << u"The amount exceeds the remaining credit on this document"_s;
    QTest::newRow("nothing") << QByteArray() << "0"_ba << u"The amount must be greater than zero."_s;
    QTest::newRow("other currency") << R"("CurrencyCode":"EUR",)"_ba
                                    << "1"_ba
                                    << u"The credit and the invoice must be in the same currency."_s;
}

void TestXeroSettlements::refusedAllocations()
{
    QFETCH(QByteArray, note);
    QFETCH(QByteArray, amount);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    const QByteArray invoice = bench.invoiceId("100");
    const QByteArray target = "/CreditNotes/" + creditNote(bench, "50", note) + "/Allocations";
    QCOMPARE(bench.fault("PUT", target, allocation(invoice, amount)), message);
    const QByteArray other = bench.id(
        bench.put("/Invoices",
                  invoiceBody(line("1", "9"), R"("Status":"AUTHORISED",)").replace("City Agency", "Boom FM")),
        u"InvoiceID");
    if (note.isEmpty())
        QCOMPARE(bench.fault("PUT", target, allocation(other, "1")),
                 u"The credit and the invoice must belong to the same contact."_s);
}

void TestXeroSettlements::depositsComeFromBankTransactions()
{
    XeroLedgerBench bench;
    const QByteArray invoice = bench.invoiceId("100");
    const auto bank = [&bench](const QByteArray& type) {
        return bench.put(
            "/BankTransactions",
            R"({"Type":")" + type +
                R"(","Contact":{"Name":"City Agency"},"BankAccount":{"Code":"090"},"Date":"2026-03-14","LineItems":[)" +
                line("1", "40") + "]}");
    };
    const Json prepaid = bank("RECEIVE-PREPAYMENT");
    const Json overpaid = bank("RECEIVE-OVERPAYMENT");
    const QByteArray prepayment = "/Prepayments/" + bench.id(prepaid, u"PrepaymentID");
    const QByteArray overpayment = "/Overpayments/" + bench.id(overpaid, u"OverpaymentID");
    QCOMPARE(digits(bench.get(prepayment), u"RemainingCredit"), u"44.00"_s);
    QCOMPARE(digits(bench.get(overpayment), u"RemainingCredit"), u"40.00"_s);
    QCOMPARE(bench.get(overpayment)[u"LineAmountTypes"].toText(), u"NoTax"_s);
    bench.put(prepayment + "/Allocations", allocation(invoice, "44"));
    bench.put(overpayment + "/Allocations", allocation(invoice, "10"));
    QCOMPARE(bench.standing(bench.fresh(invoice)), u"AUTHORISED 0.00 54.00 56.00"_s);
    QCOMPARE(bench.get(prepayment)[u"Status"].toText(), u"PAID"_s);
    const QByteArray transaction = "/BankTransactions/" + bench.id(overpaid, u"BankTransactionID");
    QVERIFY(bench.fault("POST", transaction, R"({"Status":"DELETED"})")
                .startsWith(u"This document cannot be edited"));
    const QByteArray used = bench.id(bench.get(overpayment)[u"Allocations"].at(0), u"AllocationID");
    QCOMPARE(bench.send("DELETE", overpayment + "/Allocations/" + used).status, 200);
    QCOMPARE(bench.post(transaction, R"({"Status":"DELETED"})")[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.get(overpayment)[u"Status"].toText(), u"VOIDED"_s);
    QCOMPARE(bench.send("PUT", "/Prepayments", "{}").status, 501);
}

void TestXeroSettlements::changedDocumentsAreFoundByTheirStamp()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("10");
    bench.invoice("20");
    bench.probe().clock().advance(std::chrono::minutes(10));
    const QByteArray since = formatInstantSeconds(bench.probe().clock().now()).toLatin1();
    bench.put("/Payments", bench.payment(id, "1"));
    const Json invoices = XeroProbe::json(bench.send("GET", "/Invoices", {}, {{"If-Modified-Since", since}}));
    QCOMPARE(invoices[u"Invoices"].size(), 1);
    QCOMPARE(bench.id(invoices[u"Invoices"].at(0), u"InvoiceID"), id);
    QCOMPARE(XeroProbe::json(bench.send("GET", "/Payments", {}, {{"If-Modified-Since", since}}))[u"Payments"]
                 .size(),
             1);
}

void TestXeroSettlements::paymentsAreFilteredAndPaged()
{
    XeroLedgerBench bench;
    const QByteArray id = bench.invoiceId("10");
    for (const QByteArray amount : {"1", "2", "3"})
        bench.put("/Payments", bench.payment(id, amount));
    const Json page = XeroProbe::json(bench.send("GET", "/Payments?page=2&pageSize=2&order=Amount%20DESC"));
    QCOMPARE(page[u"pagination"][u"itemCount"].toInteger(), 3);
    QCOMPARE(page[u"Payments"].size(), 1);
    QCOMPARE(digits(page[u"Payments"].at(0), u"Amount"), u"1.00"_s);
    const QByteArray where = QUrl::toPercentEncoding(
        u"Amount>1.5 AND Invoice.InvoiceID==guid(\"%1\") && Status==\"AUTHORISED\""_s.arg(
            QString::fromLatin1(id)));
    QCOMPARE(XeroProbe::json(bench.send("GET", "/Payments?where=" + where))[u"Payments"].size(), 2);
    QCOMPARE(bench.send("GET", "/Payments?where=Colour%3D1").status, 400);
    Request request;
    request.method = "POST";
    request.path = "/_practice/organisation";
    request.body = R"({"tenantId":")" + bench.probe().tenant().toLatin1() + R"(","unpagedLimit":2})";
    QCOMPARE(bench.probe().system().handle(request).status, 200);
    const Response refused = bench.send("GET", "/Payments");
    QCOMPARE(XeroProbe::json(refused)[u"ErrorNumber"].toInteger(), 51);
    QCOMPARE(bench.send("GET", "/Payments?page=1").status, 200);
}

#endif

QTEST_GUILESS_MAIN(TestXeroSettlements)
#include "testxerosettlements.moc"
