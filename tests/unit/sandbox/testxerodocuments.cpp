#include "xeroledgerbench.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroDocuments final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void quoteStatusesFollowTheirMatrix_data();
    void quoteStatusesFollowTheirMatrix();
    void quotesSpeakTheirOwnDialect();
    void ordersNeverMakeAContact();
    void ordersAreAlwaysPagedAndFiltered();
    void creditNotesCountUpAndAreUnique();
    void bankTransactionsNeedABankAccount_data();
    void bankTransactionsNeedABankAccount();
    void itemsFillLinesAndMoveStock();
    void itemRules_data();
    void itemRules();
    void trackingIsKeptOnLines();
    void journalsBalance_data();
    void journalsBalance();
    void transfersMoveMoneyAndGoAway();
    void linkedTransactionsFollowTheirDocuments();
    void lockDatesHoldForEveryLedgerDocument_data();
    void lockDatesHoldForEveryLedgerDocument();
    void notesAndFilesGoOnEveryDocument_data();
    void notesAndFilesGoOnEveryDocument();

#ifndef Q_MOC_RUN
  private:
    static QByteArray body(const QByteArray& more, const QByteArray& lines = line("1", "10"))
    {
        return R"({"Contact":{"Name":"City Agency"},"Date":"2026-03-12",)" + more + "\"LineItems\":[" +
               lines + "]}";
    }
#endif
};

#ifndef Q_MOC_RUN // which loses its way in raw strings

void TestXeroDocuments::quoteStatusesFollowTheirMatrix_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QStringList>("to");
    const auto row = [](const char* from, const QStringList& to) {
        QTest::newRow(from) << QByteArray(from) << to;
    };
    row("DRAFT", {u"DRAFT"_s, u"SENT"_s, u"DELETED"_s});
    row("SENT", {u"SENT"_s, u"ACCEPTED"_s, u"DECLINED"_s, u"DELETED"_s});
    row("DECLINED", {u"DECLINED"_s, u"SENT"_s, u"DELETED"_s});
    row("ACCEPTED", {u"ACCEPTED"_s, u"INVOICED"_s, u"SENT"_s, u"DELETED"_s});
    row("INVOICED", {u"INVOICED"_s, u"SENT"_s, u"DELETED"_s});
}

void TestXeroDocuments::quoteStatusesFollowTheirMatrix()
{
    QFETCH(QByteArray, from);
    QFETCH(QStringList, to);
    XeroLedgerBench bench;
    const QByteArray head = R"({"Contact":{"Name":"City Agency"},"Date":"2026-03-12","Status":")";
    for (const QString& status :
         {u"DRAFT"_s, u"SENT"_s, u"ACCEPTED"_s, u"DECLINED"_s, u"INVOICED"_s, u"DELETED"_s}) {
        const QByteArray id =
            bench.id(bench.put("/Quotes", body("\"Status\":\"" + from + "\",")), u"QuoteID");
        const QString fault = bench.fault("POST", "/Quotes/" + id, head + status.toLatin1() + "\"}");
        QCOMPARE(fault, to.contains(status) ? QString() : u"Quote not of valid status for modification"_s);
    }
}

void TestXeroDocuments::quotesSpeakTheirOwnDialect()
{
    XeroLedgerBench bench;
    const Json quote = bench.put(
        "/Quotes", body(R"("LineAmountTypes":"INCLUSIVE","ExpiryDate":"2026-05-01","Title":"Offer",)",
                        line("1", "1.2345")));
    QCOMPARE(quote[u"QuoteNumber"].toText(), u"QU-0001"_s);
    QCOMPARE(quote[u"LineAmountTypes"].toText(), u"INCLUSIVE"_s);
    QCOMPARE(quote[u"Date"].toText(), u"/Date(1773273600000)/"_s);
    QCOMPARE(quote[u"ExpiryDateString"].toText(), u"2026-05-01T00:00:00"_s);
    QVERIFY(!quote[u"LineItems"].at(0).contains(u"TaxType"));
    QCOMPARE(digits(quote[u"LineItems"].at(0), u"UnitAmount"), u"1.2345"_s);
    QCOMPARE(bench.fault("POST", "/Quotes/" + bench.id(quote, u"QuoteID"), R"({"Status":"SENT"})"),
             u"Contact and Date must be specified when a quote is updated."_s);
    QCOMPARE(bench.fault("PUT", "/Quotes", body("\"Title\":\"" + QByteArray(101, 'x') + "\",")),
             u"Title must not exceed 100 characters."_s);
    QVERIFY(!XeroProbe::json(bench.send("GET", "/Quotes?page=1")).contains(u"pagination"));
    QCOMPARE(XeroProbe::json(bench.send("GET", "/Quotes?ExpiryDateTo=2026-04-30"))[u"Quotes"].size(), 0);
    QCOMPARE(XeroProbe::json(bench.send("GET", "/Quotes?QuoteNumber=-00"))[u"Quotes"].size(), 1);
}

void TestXeroDocuments::ordersNeverMakeAContact()
{
    XeroLedgerBench bench;
    QByteArray order = body(R"("DeliveryDate":"2026-04-01",)");
    QCOMPARE(bench.put("/PurchaseOrders", order)[u"PurchaseOrderNumber"].toText(), u"PO-0001"_s);
    QCOMPARE(bench.fault("PUT", "/PurchaseOrders", order.replace("City Agency", "Nobody")),
             u"The Contact with the specified contact details could not be found"_s);
}

void TestXeroDocuments::ordersAreAlwaysPagedAndFiltered()
{
    XeroLedgerBench bench;
    bench.put("/PurchaseOrders", body({}));
    bench.put("/PurchaseOrders", body(R"("Status":"AUTHORISED",)").replace("2026-03-12", "2026-04-12"));
    const auto found = [&bench](const QByteArray& query) {
        return XeroProbe::json(bench.send("GET", "/PurchaseOrders?" + query))[u"pagination"][u"itemCount"]
            .toInteger(-1);
    };
    QCOMPARE(found(""), 2);
    QCOMPARE(found("Status=AUTHORISED"), 1);
    QCOMPARE(found("Status="), 0);
    QCOMPARE(found("DateFrom=2026-04-01&DateTo=2026-04-30"), 1);
}

void TestXeroDocuments::creditNotesCountUpAndAreUnique()
{
    XeroLedgerBench bench;
    const QByteArray note = body(R"("Type":"ACCRECCREDIT",)");
    QCOMPARE(bench.put("/CreditNotes", note)[u"CreditNoteNumber"].toText(), u"CN-0001"_s);
    QCOMPARE(bench.put("/CreditNotes", note)[u"CreditNoteNumber"].toText(), u"CN-0002"_s);
    QByteArray same = body(R"("Type":"ACCRECCREDIT","CreditNoteNumber":"cn-0002",)");
    QCOMPARE(bench.fault("PUT", "/CreditNotes", same), u"Credit Note # must be unique."_s);
    QCOMPARE(bench.post("/CreditNotes", same)[u"CreditNoteNumber"].toText(), u"cn-0002"_s);
    QCOMPARE(
        bench.fault("PUT", "/CreditNotes", same.replace("ACCREC", "ACCPAY").replace("\"200\"", "\"429\"")),
        QString());
    QCOMPARE(bench.fault("PUT", "/CreditNotes", body(R"("Type":"ACCREC",)")),
             u"Credit Note type must be valid."_s);
}

void TestXeroDocuments::bankTransactionsNeedABankAccount_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << R"("Type":"RECEIVE",)"_ba
                          << u"A Bank Account must be specified for this type of transaction"_s;
    QTest::newRow("not a bank") << R"("Type":"RECEIVE","BankAccount":{"Code":"200"},)"_ba
                                << u"Bank account must be valid."_s;
    QTest::newRow("unknown") << R"("Type":"RECEIVE","BankAccount":{"Code":"nope"},)"_ba
                             << u"Bank account could not be found."_s;
    QTest::newRow("type") << R"("Type":"RECEIVE-TRANSFER","BankAccount":{"Code":"090"},)"_ba
                          << u"Bank Transaction type must be valid."_s;
}

void TestXeroDocuments::bankTransactionsNeedABankAccount()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    QCOMPARE(bench.fault("PUT", "/BankTransactions", body(more)), message);
}

void TestXeroDocuments::itemsFillLinesAndMoveStock()
{
    XeroLedgerBench bench;
    const Json made = bench.put(
        "/Items?unitdp=4",
        R"({"Code":"HOUR","Name":"Hour","SalesDetails":{"UnitPrice":12.3456,"AccountCode":"260","TaxType":"EXEMPTOUTPUT"}})");
    QCOMPARE(digits(made[u"SalesDetails"], u"UnitPrice"), u"12.3456"_s);
    const Json sold =
        bench.put("/Invoices", invoiceBody(R"({"ItemCode":"hour","Quantity":2})"))[u"LineItems"].at(0);
    QCOMPARE(sold[u"Description"].toText(), u"Hour"_s);
    QCOMPARE(sold[u"AccountCode"].toText(), u"260"_s);
    QCOMPARE(sold[u"TaxType"].toText(), u"EXEMPTOUTPUT"_s);
    QCOMPARE(digits(sold, u"UnitAmount"), u"12.35"_s);
    // SIGN-A2 is tracked: bought, then sold.
    const QByteArray sale =
        invoiceBody(R"({"ItemCode":"SIGN-A2","Quantity":2})", R"("Status":"AUTHORISED",)");
    QCOMPARE(bench.fault("PUT", "/Invoices", sale), u"Insufficient stock on hand for item 'SIGN-A2'."_s);
    bench.put("/Invoices", invoiceBody(R"({"ItemCode":"SIGN-A2","Quantity":5})", R"("Status":"AUTHORISED",)")
                               .replace("ACCREC", "ACCPAY"));
    const QByteArray id = bench.id(bench.put("/Invoices", sale), u"InvoiceID");
    Json item = bench.get("/Items/SIGN-A2");
    QCOMPARE(digits(item, u"QuantityOnHand"), u"3.0000"_s);
    QCOMPARE(digits(item, u"TotalCostPool"), u"123.00"_s);
    QCOMPARE(bench.post("/Invoices/" + id, R"({"Status":"VOIDED"})")[u"Status"].toText(), u"VOIDED"_s);
    QCOMPARE(digits(bench.get("/Items/SIGN-A2"), u"QuantityOnHand"), u"5.0000"_s);
    QCOMPARE(bench.send("DELETE", "/Items/SIGN-A2").status, 400);
    QCOMPARE(bench.send("DELETE", "/Items/HOUR").status, 204);
    QCOMPARE(bench.send("GET", "/Items/HOUR").status, 404);
}

void TestXeroDocuments::itemRules_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("message");
    QTest::newRow("taken") << R"({"Code":"devd"})"_ba << u"Price List Item with Code 'devd' already exists"_s;
    QTest::newRow("no code") << R"({"Name":"x"})"_ba << u"Price List Item Code must be specified"_s;
    QTest::newRow("account") << R"({"Code":"x","SalesDetails":{"AccountCode":"nope"}})"_ba
                             << u"Account must be valid."_s;
    QTest::newRow("archived") << R"({"Code":"x","SalesDetails":{"AccountCode":"210"}})"_ba
                              << u"Account code '210' has been archived, or deleted."_s;
    QTest::newRow("inventory")
        << R"({"Code":"x","InventoryAssetAccountCode":"200","PurchaseDetails":{"COGSAccountCode":"310"}})"_ba
        << u"The inventory asset account must be of type INVENTORY."_s;
}

void TestXeroDocuments::itemRules()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    QCOMPARE(bench.fault("PUT", "/Items", item), message);
}

void TestXeroDocuments::trackingIsKeptOnLines()
{
    XeroLedgerBench bench;
    const QByteArray tracked = line("1", "1", R"(,"Tracking":[{"Name":"region","Option":"east"}])");
    const Json invoice = bench.put("/Invoices", invoiceBody(tracked));
    const Json mark = invoice[u"LineItems"].at(0)[u"Tracking"].at(0);
    QCOMPARE(mark[u"Name"].toText(), u"Region"_s);
    QCOMPARE(mark[u"Option"].toText(), u"East"_s);
    QVERIFY(bench
                .fault("PUT", "/Invoices",
                       invoiceBody(line("1", "1", R"(,"Tracking":[{"Name":"Region","Option":"Up"}])")))
                .startsWith(u"Tracking option 'Up'"));
    const QByteArray category = "/TrackingCategories/" + bench.id(mark, u"TrackingCategoryID");
    QCOMPARE(bench.send("DELETE", category).status, 400);
    const Json option = bench.put(category + "/Options", R"({"name":"Up"})");
    QCOMPARE(option[u"Status"].toText(), u"ACTIVE"_s);
    const Json gone =
        bench.row(bench.send("DELETE", category + "/Options/" + bench.id(option, u"TrackingOptionID")));
    QCOMPARE(gone[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.put("/TrackingCategories", R"({"Name":"Team"})")[u"Status"].toText(), u"ACTIVE"_s);
    QCOMPARE(bench.fault("PUT", "/TrackingCategories", R"({"Name":"Third"})"),
             u"You can only have 2 active tracking categories."_s);
}

void TestXeroDocuments::journalsBalance_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("message");
    const auto two = [](const QByteArray& debit, const QByteArray& credit,
                        const QByteArray& account = "400") {
        return R"({"LineAmount":)" + debit + R"(,"AccountCode":"429"},{"LineAmount":)" + credit +
               R"(,"AccountCode":")" + account + "\"}";
    };
    QTest::newRow("balanced") << two("100", "-100") << QString();
    QTest::newRow("unbalanced") << two("100", "-10")
                                << u"The total debits (100.00) must equal total credits (-10.00)"_s;
    QTest::newRow("bank") << two("1", "-1", "090")
                          << u"Account code '090' cannot be used on manual journals."_s;
    QTest::newRow("debtors") << two("1", "-1", "610")
                             << u"Account code '610' cannot be used on manual journals."_s;
    QTest::newRow("inventory") << two("1", "-1", "630")
                               << u"Account code '630' cannot be used on manual journals."_s;
}

void TestXeroDocuments::journalsBalance()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    const QByteArray journal =
        R"({"Narration":"N","Date":"2026-03-12","Status":"POSTED","JournalLines":[)" + lines + "]}";
    QCOMPARE(bench.fault("PUT", "/ManualJournals", journal), message);
}

void TestXeroDocuments::transfersMoveMoneyAndGoAway()
{
    XeroLedgerBench bench;
    const QByteArray body =
        R"({"FromBankAccount":{"Code":"090"},"ToBankAccount":{"Code":"091"},"Amount":12.5,"Date":"2026-03-12"})";
    const Json transfer = bench.put("/BankTransfers", body);
    const QByteArray summary =
        bench.send("GET", "/Reports/BankSummary?fromDate=2026-03-01&toDate=2026-03-31").body;
    QVERIFY2(summary.contains("\"-12.50\"") && summary.contains("\"12.50\""), summary.constData());
    QCOMPARE(bench
                 .post("/BankTransfers/" + bench.id(transfer, u"BankTransferID"),
                       R"({"Status":"DELETED"})")[u"Status"]
                 .toText(),
             u"DELETED"_s);
    QCOMPARE(XeroProbe::json(bench.send("GET", "/BankTransfers"))[u"BankTransfers"].size(), 0);
}

void TestXeroDocuments::linkedTransactionsFollowTheirDocuments()
{
    XeroLedgerBench bench;
    const Json bill = bench.put(
        "/Invoices", invoiceBody(line("1", "10").replace("200", "429")).replace("ACCREC", "ACCPAY"));
    const QByteArray source = bench.id(bill, u"InvoiceID");
    const QByteArray link = R"({"SourceTransactionID":")" + source + R"(","SourceLineItemID":")" +
                            bench.id(bill[u"LineItems"].at(0), u"LineItemID") + "\"}";
    const Json made = bench.put("/LinkedTransactions", link);
    QCOMPARE(made[u"Status"].toText(), u"DRAFT"_s);
    bench.post("/Invoices/" + source, R"({"Status":"AUTHORISED"})");
    const QByteArray target = "/LinkedTransactions/" + bench.id(made, u"LinkedTransactionID");
    QCOMPARE(bench.get(target)[u"Status"].toText(), u"APPROVED"_s);
    QCOMPARE(
        bench.post(target, R"({"TargetTransactionID":")" + bench.invoiceId("1") + "\"}")[u"Status"].toText(),
        u"BILLED"_s);
    QCOMPARE(bench.send("DELETE", target).status, 204);
    QCOMPARE(
        bench.fault("PUT", "/LinkedTransactions",
                    R"({"SourceTransactionID":")" + source + R"(","SourceLineItemID":")" + source + "\"}"),
        u"The SourceLineItemID and SourceTransactionID do not match"_s);
}

void TestXeroDocuments::lockDatesHoldForEveryLedgerDocument_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("invoice") << "/Invoices"_ba
                             << R"("Type":"ACCREC",)"_ba;
    QTest::newRow("credit note") << "/CreditNotes"_ba
                                 << R"("Type":"ACCRECCREDIT",)"_ba;
    QTest::newRow("bank transaction") << "/BankTransactions"_ba
                                      << R"("Type":"RECEIVE","BankAccount":{"Code":"090"},)"_ba;
    QTest::newRow("journal")
        << "/ManualJournals"_ba
        << R"("Narration":"N","JournalLines":[{"LineAmount":1,"AccountCode":"400"},{"LineAmount":-1,"AccountCode":"429"}],)"_ba;
    QTest::newRow("transfer")
        << "/BankTransfers"_ba
        << R"("FromBankAccount":{"Code":"090"},"ToBankAccount":{"Code":"091"},"Amount":1,)"_ba;
}

void TestXeroDocuments::lockDatesHoldForEveryLedgerDocument()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, more);
    XeroLedgerBench bench;
    QCOMPARE(bench.fault("PUT", target, body(more)), QString());
    const QString locked = u"The document date cannot be before the %1 lock date, currently set at %2"_s;
    QCOMPARE(bench.fault("PUT", target, body(more).replace("2026-03-12", "2023-06-30")),
             locked.arg(u"period", u"30-Jun-2023"));
    QCOMPARE(bench.fault("PUT", target, body(more).replace("2026-03-12", "2022-06-30")),
             locked.arg(u"end of year", u"30-Jun-2022"));
    Request request;
    request.method = "POST";
    request.path = "/_practice/organisation";
    request.body =
        R"({"tenantId":")" + bench.probe().tenant().toLatin1() + R"(","periodLockDate":"2026-12-31"})";
    QCOMPARE(bench.probe().system().handle(request).status, 200);
    QCOMPARE(bench.fault("PUT", target, body(more)), locked.arg(u"period", u"31-Dec-2026"));
}

void TestXeroDocuments::notesAndFilesGoOnEveryDocument_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("takesFiles");
    const auto row = [](const char* target, const QByteArray& more, const QString& member, bool files) {
        QTest::newRow(target) << QByteArray(target) << more << member << files;
    };
    row("/Invoices", R"("Type":"ACCREC",)", u"InvoiceID"_s, true);
    row("/CreditNotes", R"("Type":"ACCRECCREDIT",)", u"CreditNoteID"_s, true);
    row("/Quotes", "", u"QuoteID"_s, true);
    row("/PurchaseOrders", "", u"PurchaseOrderID"_s, true);
    row("/BankTransactions", R"("Type":"SPEND","BankAccount":{"Code":"090"},)", u"BankTransactionID"_s, true);
    row("/ManualJournals",
        R"("Narration":"N","JournalLines":[{"LineAmount":1,"AccountCode":"400"},{"LineAmount":-1,"AccountCode":"429"}],)",
        u"ManualJournalID"_s, true);
    row("/BankTransfers", R"("FromBankAccount":{"Code":"090"},"ToBankAccount":{"Code":"091"},"Amount":1,)",
        u"BankTransferID"_s, true);
    row("/Items", R"("Code":"N1",)", u"ItemID"_s, false);
    row("/Contacts", R"("Name":"Noted",)", u"ContactID"_s, true);
}

void TestXeroDocuments::notesAndFilesGoOnEveryDocument()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, more);
    QFETCH(QString, member);
    QFETCH(bool, takesFiles);
    XeroLedgerBench bench;
    const QByteArray record = target + "/" + bench.id(bench.put(target, body(more)), member);
    QCOMPARE(bench.send("PUT", record + "/History", R"({"HistoryRecords":[{"Details":"Seen"}]})").status,
             200);
    QCOMPARE(bench.get(record + "/History")[u"Details"].toText(), u"Seen"_s);
    const Response file = bench.send("PUT", record + "/Attachments/a%20b.pdf", "%PDF bytes",
                                     {{"Content-Type", "application/pdf"}});
    QCOMPARE(file.status, takesFiles ? 200 : 404);
    if (!takesFiles) return;
    const QByteArray id = bench.id(bench.row(file), u"AttachmentID");
    const Response back = bench.send("GET", record + "/Attachments/" + id);
    QCOMPARE(back.body, "%PDF bytes"_ba);
    QCOMPARE(headerValue(back.headers, "Content-Type"), "application/pdf"_ba);
    QCOMPARE(bench.send("GET", record + "/Attachments/a%20b.pdf").body, "%PDF bytes"_ba);
    if (target != "/Quotes") QVERIFY(bench.get(record)[u"HasAttachments"].toBool());
}

#endif

QTEST_GUILESS_MAIN(TestXeroDocuments)
#include "testxerodocuments.moc"
