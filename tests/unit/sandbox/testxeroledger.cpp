#include "xeroledgerbench.h"

#include "sandbox/xero/documents/repeatinginvoice.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

/// The general ledger, repeating invoices, receipts with their claims, budgets: what the practice Xero takes,
/// refuses and says.
class TestXeroLedger final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void journalsAreOnlyEverAdded();
    void journalsAddUpToTheTrialBalance();
    void journalsComeAHundredAtATime();
    void repeatingInvoicesNameTheirNextDay_data();
    void repeatingInvoicesNameTheirNextDay();
    void repeatingInvoicesAreRefused_data();
    void repeatingInvoicesAreRefused();
    void repeatingInvoicesAreMadeAndDeleted();
    void repeatingInvoicesComeRoundWithTheClock_data();
    void repeatingInvoicesComeRoundWithTheClock();
    void receiptsGoTheWayOfTheirClaim();
    void receiptsAreRefused_data();
    void receiptsAreRefused();
    void budgetsShowTheirMonths();
    void newResourcesNeedTheirScopes_data();
    void newResourcesNeedTheirScopes();

#ifndef Q_MOC_RUN
  private:
    static Json rows(XeroLedgerBench& bench, const QByteArray& target, QStringView array)
    {
        return XeroProbe::json(bench.send("GET", target))[array];
    }
    static QByteArray repeating(const QByteArray& more,
                                const QByteArray& schedule = R"("Period":1,"Unit":"MONTHLY")")
    {
        return R"({"Type":"ACCREC","Contact":{"Name":"City Agency"},"Status":"AUTHORISED",)" + more +
               R"("Schedule":{"DueDate":5,"DueDateType":"DAYSAFTERBILLDATE","StartDate":"2026-01-31",)" +
               schedule + "},\"LineItems\":[" + line("1", "10") + "]}";
    }
    static QByteArray receipt(XeroLedgerBench& bench)
    {
        const QByteArray user = bench.id(rows(bench, "/Users", u"Users").at(0), u"UserID");
        return R"({"Contact":{"Name":"Cafe"},"Date":"2026-03-12","User":{"UserID":")" + user +
               R"("},"Status":"DRAFT","LineItems":[{"Description":"Lunch","Quantity":1,"UnitAmount":20,)" +
               R"("AccountCode":"429"}]})";
    }
#endif
};

#ifndef Q_MOC_RUN // which loses its way in raw strings

void TestXeroLedger::journalsAreOnlyEverAdded()
{
    XeroLedgerBench bench;
    const qsizetype before = rows(bench, "/Journals", u"Journals").size();
    const QByteArray id = bench.invoiceId("100");
    const Json entered = rows(bench, "/Journals?offset=" + QByteArray::number(before), u"Journals");
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.at(0)[u"SourceType"].toText(), u"ACCREC"_s);
    QCOMPARE(entered.at(0)[u"JournalLines"].size(), 3);
    bench.probe().clock().advance(std::chrono::minutes(5));
    bench.post("/Invoices/" + id, "{\"LineItems\":[" + line("1", "80") + "]}");
    const Json later = rows(bench, "/Journals?offset=" + QByteArray::number(before + 1), u"Journals");
    QCOMPARE(later.size(), 2); // the reversal and the new amounts
    QCOMPARE(digits(later.at(0)[u"JournalLines"].at(0), u"NetAmount"), u"-110.00"_s);
    QCOMPARE(digits(later.at(1)[u"JournalLines"].at(0), u"NetAmount"), u"88.00"_s);
    const Json again = rows(bench, "/Journals?offset=" + QByteArray::number(before), u"Journals");
    QCOMPARE(again.at(0)[u"JournalID"], entered.at(0)[u"JournalID"]);
    QCOMPARE(bench.get("/Journals/" + QByteArray::number(before + 2))[u"JournalID"],
             later.at(0)[u"JournalID"]);
    bench.post("/Invoices/" + id, R"({"Reference":"only a text"})");
    QCOMPARE(rows(bench, "/Journals?offset=" + QByteArray::number(before + 3), u"Journals").size(), 0);
}

void TestXeroLedger::journalsAddUpToTheTrialBalance()
{
    XeroLedgerBench bench;
    const QByteArray sale = bench.invoiceId("100", R"("CurrencyCode":"USD",)");
    bench.put("/Payments", bench.payment(sale, "40"));
    bench.put("/ManualJournals", R"({"Narration":"n","Status":"POSTED","Date":"2026-03-01","JournalLines":[
        {"LineAmount":10,"AccountCode":"400"},{"LineAmount":-10,"AccountCode":"825"}]})");
    Decimal sum;
    QHash<QString, Decimal> accounts;
    const Json journals = rows(bench, "/Journals", u"Journals");
    for (const Json& journal : journals.toArray()) {
        for (const Json& own : journal[u"JournalLines"].toArray()) {
            const Decimal net = own[u"NetAmount"].toDecimal();
            sum = *sum.plus(net);
            Decimal& account = accounts[own[u"AccountCode"].toText()];
            account = *account.plus(net);
        }
    }
    QVERIFY(sum.isZero());
    QCOMPARE(accounts.value(u"400"_s), Decimal(10));
    QVERIFY(accounts.value(u"200"_s).isNegative());
    const Json paid = rows(bench, "/Journals?paymentsOnly=true", u"Journals");
    QCOMPARE(paid.size(), 1);
    QCOMPARE(paid.at(0)[u"SourceType"].toText(), u"ACCRECPAYMENT"_s);
}

void TestXeroLedger::journalsComeAHundredAtATime()
{
    XeroLedgerBench bench;
    for (int number = 0; number < 130; ++number)
        (void)bench.invoiceId("1");
    const Json first = rows(bench, "/Journals", u"Journals");
    QCOMPARE(first.size(), 100);
    QCOMPARE(first.at(99)[u"JournalNumber"].toInteger(), 100);
    const Json second = rows(bench, "/Journals?offset=100", u"Journals");
    QCOMPARE(second.size(), 30);
    QCOMPARE(second.at(0)[u"JournalNumber"].toInteger(), 101);
    const Response none = bench.send("GET", "/Journals", {}, {{"If-Modified-Since", "2099-01-01T00:00:00"}});
    QCOMPARE(XeroProbe::json(none)[u"Journals"].size(), 0);
}

void TestXeroLedger::repeatingInvoicesNameTheirNextDay_data()
{
    QTest::addColumn<bool>("weekly");
    QTest::addColumn<int>("period");
    QTest::addColumn<Date>("today");
    QTest::addColumn<Date>("next");
    const Date start(2026, 1, 31);
    QTest::newRow("not begun") << false << 1 << Date(2026, 1, 1) << start;
    QTest::newRow("on the day") << false << 1 << start << start;
    QTest::newRow("short month") << false << 1 << Date(2026, 2, 1) << Date(2026, 2, 28);
    QTest::newRow("the 31st comes back") << false << 1 << Date(2026, 3, 1) << Date(2026, 3, 31);
    QTest::newRow("each quarter") << false << 3 << Date(2026, 3, 1) << Date(2026, 4, 30);
    QTest::newRow("each second week") << true << 2 << Date(2026, 2, 1) << Date(2026, 2, 14);
    QTest::newRow("over") << false << 1 << Date(2027, 1, 1) << Date();
}

void TestXeroLedger::repeatingInvoicesNameTheirNextDay()
{
    QFETCH(bool, weekly);
    QFETCH(int, period);
    QFETCH(Date, today);
    xero::RepeatingSchedule schedule;
    schedule.start = Date(2026, 1, 31);
    schedule.end = Date(2026, 12, 31);
    schedule.weekly = weekly;
    schedule.period = period;
    QTEST(schedule.nextFrom(today), "next");
}

void TestXeroLedger::repeatingInvoicesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault");
    QTest::newRow("type") << repeating({}).replace("ACCREC", "OTHER") << u"Invoice type must be valid."_s;
    QTest::newRow("status") << repeating({}).replace("AUTHORISED", "VOIDED")
                            << u"Repeating invoice not of valid status for creation"_s;
    QTest::newRow("unit") << repeating({}, R"("Period":1,"Unit":"DAILY")")
                          << u"The schedule unit must be valid."_s;
    QTest::newRow("period") << repeating({}, R"("Period":1.5,"Unit":"WEEKLY")")
                            << u"The schedule period must be greater than zero."_s;
    QTest::newRow("end") << repeating({}, R"("Period":1,"Unit":"WEEKLY","EndDate":"2025-01-01")")
                         << u"The schedule end date must not be before its start date."_s;
    QTest::newRow("copy of nothing")
        << repeating(R"("SendCopy":true,)")
        << u"SendCopy can only be set on repeating invoices that are approved for sending."_s;
    QTest::newRow("no schedule") << QByteArray(
                                        R"({"Type":"ACCREC","Contact":{"Name":"City Agency"},"LineItems":[)" +
                                        line("1", "10") + "]}")
                                 << u"A schedule must be specified."_s;
}

void TestXeroLedger::repeatingInvoicesAreRefused()
{
    QFETCH(QByteArray, body);
    XeroLedgerBench bench;
    QTEST(bench.fault("PUT", "/RepeatingInvoices", body), "fault");
    QCOMPARE(rows(bench, "/RepeatingInvoices", u"RepeatingInvoices").size(), 0);
}

void TestXeroLedger::repeatingInvoicesAreMadeAndDeleted()
{
    XeroLedgerBench bench;
    const Json made = bench.put("/RepeatingInvoices", repeating(R"("Reference":"Rent",)"));
    const QByteArray id = bench.id(made, u"RepeatingInvoiceID");
    QCOMPARE(digits(made, u"Total"), u"11.00"_s);
    QCOMPARE(bench.fault("POST", "/RepeatingInvoices/" + id, R"({"Reference":"Other"})"),
             u"Existing repeating invoices can only be deleted."_s);
    QCOMPARE(bench.post("/RepeatingInvoices/" + id, R"({"Status":"DELETED"})")[u"Status"].toText(),
             u"DELETED"_s);
    QCOMPARE(rows(bench, "/RepeatingInvoices", u"RepeatingInvoices").size(), 0);
    QCOMPARE(bench.get("/RepeatingInvoices/" + id)[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.fault("POST", "/RepeatingInvoices/" + id, R"({"Status":"DELETED"})"),
             u"Repeating invoice not of valid status for modification"_s);
}

void TestXeroLedger::repeatingInvoicesComeRoundWithTheClock_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<QString>("day"); ///< that the invoice of 20 January falls due
    QTest::newRow("days after the bill")
        << QByteArray(R"("DueDate":5,"DueDateType":"DAYSAFTERBILLDATE")") << u"2027-01-25"_s;
    QTest::newRow("days after the month")
        << QByteArray(R"("DueDate":5,"DueDateType":"DAYSAFTERINVOICEMONTH")") << u"2027-02-05"_s;
    QTest::newRow("of this month") << QByteArray(R"("DueDate":25,"DueDateType":"OFCURRENTMONTH")")
                                   << u"2027-01-25"_s;
    QTest::newRow("of a shorter month")
        << QByteArray(R"("DueDate":31,"DueDateType":"OFFOLLOWINGMONTH")") << u"2027-02-28"_s;
}

void TestXeroLedger::repeatingInvoicesComeRoundWithTheClock()
{
    QFETCH(QByteArray, due);
    XeroLedgerBench bench; // on 21 November 2026
    const auto pass = [&bench](int days) {
        bench.probe().clock().advance(std::chrono::hours(24 * days));
        bench.probe().signIn(XeroProbe::everyScope(), 0);
    };
    const auto made = [&bench] { return rows(bench, "/Invoices?page=1&order=Date", u"Invoices"); };
    const auto bodyFrom = [&due](const QByteArray& start) {
        return repeating(R"("Reference":"Rent",)")
            .replace(R"("DueDate":5,"DueDateType":"DAYSAFTERBILLDATE")", due)
            .replace("2026-01-31", start);
    };
    const QByteArray id =
        bench.id(bench.put("/RepeatingInvoices", bodyFrom("2026-01-20")), u"RepeatingInvoiceID");
    bench.put("/RepeatingInvoices", bodyFrom("2027-06-01")); // not yet
    QCOMPARE(made().size(), 0);
    pass(61);
    const Json invoices = made();
    QCOMPARE(invoices.size(), 2); // of 20 December and 20 January
    QCOMPARE(made().size(), 2);   // once each
    QCOMPARE(invoices.at(0)[u"DateString"].toText().left(10), u"2026-12-20"_s);
    const Json& last = invoices.at(1);
    QCOMPARE(last[u"DateString"].toText().left(10), u"2027-01-20"_s);
    QTEST(last[u"DueDateString"].toText().left(10), "day");
    QCOMPARE(last[u"RepeatingInvoiceID"].toText().toLatin1(), id);
    QCOMPARE(last[u"Status"].toText(), u"AUTHORISED"_s);
    QCOMPARE(last[u"Reference"].toText(), u"Rent"_s);
    QCOMPARE(digits(last, u"Total"), u"11.00"_s);
    QVERIFY(last[u"InvoiceNumber"] != invoices.at(0)[u"InvoiceNumber"]);
    const Response since =
        bench.send("GET", "/Invoices?page=1", {}, {{"If-Modified-Since", "2027-01-19T00:00:00"}});
    QCOMPARE(XeroProbe::json(since)[u"Invoices"].size(), 1); // as of the beginning of its day
    bench.post("/RepeatingInvoices/" + id, R"({"Status":"DELETED"})");
    pass(61);
    QCOMPARE(made().size(), 2);
}

void TestXeroLedger::receiptsGoTheWayOfTheirClaim()
{
    XeroLedgerBench bench;
    const Json made = bench.put("/Receipts", receipt(bench));
    const QByteArray id = bench.id(made, u"ReceiptID");
    QCOMPARE(made[u"ReceiptNumber"].toText(), u"1"_s);
    const QByteArray user = bench.id(made[u"User"], u"UserID");
    const QByteArray claim =
        R"({"User":{"UserID":")" + user + R"("},"Receipts":[{"ReceiptID":")" + id + "\"}]}";
    const QByteArray claimId = bench.id(bench.put("/ExpenseClaims", claim), u"ExpenseClaimID");
    QCOMPARE(bench.get("/Receipts/" + id)[u"Status"].toText(), u"SUBMITTED"_s);
    QVERIFY(!bench.fault("PUT", "/ExpenseClaims", claim).isEmpty()); // it is claimed already
    bench.post("/ExpenseClaims/" + claimId, R"({"Status":"DELETED"})");
    QCOMPARE(bench.get("/Receipts/" + id)[u"Status"].toText(), u"DRAFT"_s);
    const QByteArray second = bench.id(bench.put("/ExpenseClaims", claim), u"ExpenseClaimID");
    QCOMPARE(rows(bench, "/Journals", u"Journals").size(), 0);
    bench.post("/ExpenseClaims/" + second, R"({"Status":"AUTHORISED","ReportingDate":"2026-03-15"})");
    const Json journals = rows(bench, "/Journals", u"Journals");
    QCOMPARE(journals.size(), 1);
    QCOMPARE(journals.at(0)[u"SourceType"].toText(), u"EXPCLAIM"_s);
    QCOMPARE(journals.at(0)[u"JournalLines"].at(0)[u"AccountCode"].toText(), u"801"_s);
    bench.post("/ExpenseClaims/" + second, R"({"Status":"VOIDED"})");
    QCOMPARE(bench.get("/Receipts/" + id)[u"Status"].toText(), u"VOIDED"_s);
    QCOMPARE(rows(bench, "/Journals", u"Journals").size(), 2);
}

void TestXeroLedger::receiptsAreRefused_data()
{
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* name, const char* instead, const char* with, const QString& fault) {
        QTest::newRow(name) << QByteArray(instead) << QByteArray(with) << fault;
    };
    row("account", "429", "200", u"Account code '200' is not available for expense claims."_s);
    row("person", "UserID", "Nobody", u"A valid User must be specified."_s);
    row("status", "DRAFT", "AUTHORISED", u"Receipt not of valid status for creation"_s);
    row("closed period", "2026-03-12", "2022-01-01", u"lock date"_s);
    row("no day", "Date", "Day", u"The Date field must be specified."_s);
    row("no lines", "LineItems", "Rows", u"One or more line items must be specified"_s);
}

void TestXeroLedger::receiptsAreRefused()
{
    QFETCH(QByteArray, instead);
    QFETCH(QByteArray, with);
    QFETCH(QString, fault);
    XeroLedgerBench bench;
    const QString said = bench.fault("PUT", "/Receipts", receipt(bench).replace(instead, with));
    QVERIFY2(said.contains(fault), qPrintable(said));
    QCOMPARE(rows(bench, "/Receipts", u"Receipts").size(), 0);
}

void TestXeroLedger::budgetsShowTheirMonths()
{
    XeroLedgerBench bench;
    const Json listed = rows(bench, "/Budgets", u"Budgets");
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.at(0)[u"BudgetLines"].size(), 0);
    const QByteArray id = bench.id(listed.at(0), u"BudgetID");
    const Json months = bench.get("/Budgets/" + id)[u"BudgetLines"].at(0)[u"BudgetBalances"];
    QCOMPARE(months.size(), 24);
    const QByteArray third = months.at(2)[u"Period"].toText().toLatin1();
    const Json part = bench.get("/Budgets/" + id + "?DateFrom=" + third + "-01&DateTo=" + third + "-28");
    QCOMPARE(part[u"BudgetLines"].at(0)[u"BudgetBalances"].size(), 1);
    QCOMPARE(bench.send("GET", "/Budgets/11111111-2222-4333-8444-555555555555").status, 404);
}

void TestXeroLedger::newResourcesNeedTheirScopes_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* const target : {"/Journals", "/Budgets", "/PaymentServices"})
        QTest::newRow(target) << QByteArray(target);
}

void TestXeroLedger::newResourcesNeedTheirScopes()
{
    QFETCH(QByteArray, target);
    XeroProbe probe;
    probe.signIn(XeroProbe::allScopes());
    QCOMPARE(probe.call("GET", target).status, 401);
}

#endif

QTEST_GUILESS_MAIN(TestXeroLedger)
#include "testxeroledger.moc"
