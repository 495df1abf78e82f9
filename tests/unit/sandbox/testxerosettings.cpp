#include "xeroledgerbench.h"

#include "sandbox/business/business.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroSettings final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void accountRules_data();
    void accountRules();
    void accountUpdates_data();
    void accountUpdates();
    void usedAccountsAreArchivedNotDeleted();
    void taxRatesAreMadeAndDeletedOnce();
    void taxRateRules_data();
    void taxRateRules();
    void groupsHoldContacts();
    void scopesOpenWhatTheyName_data();
    void scopesOpenWhatTheyName();
    void broadScopesAreASwitch();
    void regionsHaveTheirOwnCharts_data();
    void regionsHaveTheirOwnCharts();
    void setupImportsAChart();
};

#ifndef Q_MOC_RUN // which loses its way in raw strings

void TestXeroSettings::accountRules_data()
{
    QTest::addColumn<QByteArray>("account");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& account, const QString& message) {
        QTest::newRow(name) << account << message;
    };
    row("fine", R"({"Code":"299","Name":"New","Type":"REVENUE"})", {});
    row("bank", R"({"Name":"Till","Type":"BANK","BankAccountNumber":"12"})", {});
    row("code taken", R"({"Code":"200","Name":"New","Type":"REVENUE"})", u"Please enter a unique Code."_s);
    row("name taken", R"({"Code":"299","Name":"sales","Type":"REVENUE"})", u"Please enter a unique Name."_s);
    row("code too long", R"({"Code":"12345678901","Name":"New","Type":"REVENUE"})",
        u"Account Code is too long. Maximum of 10 characters allowed"_s);
    row("no code", R"({"Name":"New","Type":"REVENUE"})", u"Account Code must be specified."_s);
    row("no number", R"({"Name":"Till","Type":"BANK"})", u"Bank Account Number must be specified."_s);
    row("type", R"({"Code":"299","Name":"New","Type":"NICE"})", u"Account type must be valid."_s);
    row("tax", R"({"Code":"299","Name":"New","Type":"REVENUE","TaxType":"INPUT"})",
        u"The TaxType code 'INPUT' cannot be used with account code '299'."_s);
}

void TestXeroSettings::accountRules()
{
    QFETCH(QByteArray, account);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    QCOMPARE(bench.fault("PUT", "/Accounts", account), message);
}

void TestXeroSettings::accountUpdates_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("message");
    QTest::newRow("rename") << "200"_ba
                            << R"({"Name":"Turnover"})"_ba << QString();
    QTest::newRow("archive") << "260"_ba
                             << R"({"Status":"ARCHIVED"})"_ba << QString();
    QTest::newRow("both") << "260"_ba
                          << R"({"Name":"x","Status":"ARCHIVED"})"_ba
                          << u"Cannot update account details and STATUS on the same request"_s;
    QTest::newRow("bank") << "090"_ba
                          << R"({"Name":"x"})"_ba << u"Cannot update Bank Accounts"_s;
    QTest::newRow("system") << "610"_ba
                            << R"({"Status":"ARCHIVED"})"_ba << u"Cannot archive System accounts"_s;
    QTest::newRow("archived") << "210"_ba
                              << R"({"Name":"x"})"_ba << u"Can only update STATUS on Archived accounts"_s;
    QTest::newRow("back") << "210"_ba
                          << R"({"Status":"ACTIVE"})"_ba << QString();
}

void TestXeroSettings::accountUpdates()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, change);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    const QByteArray id = bench.id(bench.get("/Accounts?where=Code%3D%3D%22" + code + "%22"), u"AccountID");
    QCOMPARE(bench.fault("POST", "/Accounts/" + id, change), message);
}

void TestXeroSettings::usedAccountsAreArchivedNotDeleted()
{
    XeroLedgerBench bench;
    bench.invoice("1");
    const auto idOf = [&bench](const QByteArray& code) {
        return bench.id(bench.get("/Accounts?where=Code%3D%3D%22" + code + "%22"), u"AccountID");
    };
    QCOMPARE(bench.send("DELETE", "/Accounts/" + idOf("200")).status, 400);
    QCOMPARE(bench.send("DELETE", "/Accounts/" + idOf("820")).status, 400);
    const QByteArray unused = idOf("270");
    QCOMPARE(bench.row(bench.send("DELETE", "/Accounts/" + unused))[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.send("GET", "/Accounts/" + unused).status, 404);
    QCOMPARE(bench.put("/Accounts", R"({"Code":"270","Name":"Interest Income","Type":"REVENUE"})")[u"Status"]
                 .toText(),
             u"ACTIVE"_s);
}

void TestXeroSettings::taxRatesAreMadeAndDeletedOnce()
{
    XeroLedgerBench bench;
    const Json made = bench.put(
        "/TaxRates",
        R"({"Name":"City","ReportTaxType":"OUTPUT","TaxComponents":[{"Name":"A","Rate":10},{"Name":"B","Rate":5,"IsCompound":true}]})");
    QCOMPARE(made[u"TaxType"].toText(), u"TAX001"_s);
    QCOMPARE(digits(made, u"EffectiveRate"), u"15.5000"_s);
    const Json invoice = bench.put("/Invoices", invoiceBody(line("1", "100", R"(,"TaxType":"TAX001")")));
    QCOMPARE(digits(invoice, u"TotalTax"), u"15.50"_s);
    QCOMPARE(
        bench.fault("PUT", "/TaxRates",
                    R"({"Name":"city","ReportTaxType":"OUTPUT","TaxComponents":[{"Name":"A","Rate":1}]})"),
        u"Tax rate name must be unique."_s);
    QCOMPARE(bench.fault("POST", "/TaxRates",
                         R"({"TaxType":"TAX001","Name":"City","TaxComponents":[{"Name":"Other","Rate":1}]})"),
             u"Tax components cannot be renamed or removed."_s);
    QCOMPARE(bench.post("/TaxRates", R"({"TaxType":"TAX001","Status":"DELETED"})")[u"Status"].toText(),
             u"DELETED"_s);
    QCOMPARE(bench.fault("PUT", "/Invoices", invoiceBody(line("1", "100", R"(,"TaxType":"TAX001")"))),
             u"Tax rate must be valid."_s);
}

void TestXeroSettings::taxRateRules_data()
{
    QTest::addColumn<QByteArray>("rate");
    QTest::addColumn<QString>("message");
    QTest::newRow("system") << R"({"TaxType":"OUTPUT","TaxComponents":[{"Name":"GST","Rate":1}]})"_ba
                            << u"System tax rates cannot be updated."_s;
    QTest::newRow("no report") << R"({"Name":"x","TaxComponents":[{"Name":"A","Rate":1}]})"_ba
                               << u"ReportTaxType must be specified."_s;
    QTest::newRow("no components") << R"({"Name":"x","ReportTaxType":"OUTPUT"})"_ba
                                   << u"Tax components must be specified."_s;
    QTest::newRow("too high")
        << R"({"Name":"x","ReportTaxType":"OUTPUT","TaxComponents":[{"Name":"A","Rate":101}]})"_ba
        << u"Tax components must have a name and a rate from 0 to 100."_s;
}

void TestXeroSettings::taxRateRules()
{
    QFETCH(QByteArray, rate);
    QFETCH(QString, message);
    XeroLedgerBench bench;
    QCOMPARE(bench.fault("POST", "/TaxRates", rate), message);
}

void TestXeroSettings::groupsHoldContacts()
{
    XeroLedgerBench bench;
    const QByteArray contact = bench.id(bench.get("/Contacts?where=Name%3D%3D%22Boom%20FM%22"), u"ContactID");
    const Json group = bench.put("/ContactGroups", R"({"Name":"Key"})");
    QCOMPARE(bench.fault("PUT", "/ContactGroups", R"({"Name":"key"})"),
             u"A Contact Group already exists with this name"_s);
    const QByteArray target = "/ContactGroups/" + bench.id(group, u"ContactGroupID");
    QCOMPARE(
        bench.send("PUT", target + "/Contacts", R"({"Contacts":[{"ContactID":")" + contact + "\"}]}").status,
        200);
    QCOMPARE(bench.get(target)[u"Contacts"].size(), 1);
    QCOMPARE(bench.get("/ContactGroups")[u"Contacts"].size(), 0);
    QCOMPARE(bench.get("/Contacts/" + contact)[u"ContactGroups"].at(0)[u"Name"].toText(), u"Key"_s);
    QCOMPARE(bench.send("DELETE", target + "/Contacts/" + contact).status, 204);
    QCOMPARE(bench.get("/Contacts/" + contact)[u"ContactGroups"].size(), 0);
    QCOMPARE(bench.post(target, R"({"Name":"Key","Status":"DELETED"})")[u"Status"].toText(), u"DELETED"_s);
    QCOMPARE(bench.send("GET", target).status, 404);
}

void TestXeroSettings::scopesOpenWhatTheyName_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char* scope, const char* target, int status) {
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1StringView(scope), QLatin1StringView(target))))
            << QString::fromLatin1(scope) << QByteArray(target) << status;
    };
    row("accounting.payments", "/Payments", 200);
    row("accounting.payments.read", "/BatchPayments", 200);
    row("accounting.payments", "/Prepayments", 200);
    row("accounting.invoices", "/Payments", 401);
    row("accounting.invoices", "/CreditNotes", 200);
    row("accounting.invoices", "/Items", 200);
    row("accounting.settings", "/Items", 200);
    row("accounting.settings", "/CreditNotes", 401);
    row("accounting.banktransactions", "/BankTransfers", 200);
    row("accounting.manualjournals.read", "/ManualJournals", 200);
    row("accounting.contacts", "/ContactGroups", 200);
    row("accounting.reports.trialbalance.read", "/Reports/TrialBalance", 200);
    row("accounting.reports.aged.read", "/Reports/TrialBalance", 401);
    row("accounting.invoices", "/Invoices/11111111-2222-4333-8444-555555555555/Attachments", 401);
    row("accounting.attachments", "/Invoices/11111111-2222-4333-8444-555555555555/Attachments", 404);
}

void TestXeroSettings::scopesOpenWhatTheyName()
{
    QFETCH(QString, scope);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    XeroProbe probe;
    probe.signIn(scope);
    const Response response = probe.call("GET", target);
    QCOMPARE(response.status, status);
    if (status == 401)
        QVERIFY(headerValue(response.headers, "WWW-Authenticate").contains("insufficient_scope"));
}

void TestXeroSettings::broadScopesAreASwitch()
{
    XeroLedgerBench bench;
    QVERIFY(bench.probe().consent(u"accounting.transactions"_s, bench.probe().tenant()).isEmpty());
    QCOMPARE(bench.turn("modes", R"({"broadScopes":true})").status, 200);
    bench.probe().signIn(u"accounting.transactions accounting.reports.read"_s);
    for (const QByteArray target :
         {"/Invoices?page=1", "/Payments", "/BankTransactions", "/ManualJournals", "/Reports/TrialBalance"})
        QCOMPARE(bench.send("GET", target).status, 200);
    QCOMPARE(bench.send("GET", "/Accounts").status, 401);
}

void TestXeroSettings::regionsHaveTheirOwnCharts_data()
{
    QTest::addColumn<int>("organisation");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("salesTax");
    QTest::newRow("au") << 0 << u"AU"_s << u"AUD"_s << u"OUTPUT"_s;
    QTest::newRow("nz") << 1 << u"NZ"_s << u"NZD"_s << u"OUTPUT2"_s;
    QTest::newRow("uk") << 2 << u"UK"_s << u"GBP"_s << u"OUTPUT2"_s;
    QTest::newRow("us") << 3 << u"US"_s << u"USD"_s << u"OUTPUT"_s;
}

void TestXeroSettings::regionsHaveTheirOwnCharts()
{
    QFETCH(int, organisation);
    QFETCH(QString, version);
    QFETCH(QString, currency);
    QFETCH(QString, salesTax);
    XeroLedgerBench bench;
    bench.probe().system().addPastBusiness(business::Business(7));
    bench.probe().signIn(XeroProbe::everyScope(), organisation);
    const Json own = bench.get("/Organisation");
    QCOMPARE(own[u"Version"].toText(), version);
    QCOMPARE(own[u"BaseCurrency"].toText(), currency);
    QCOMPARE(bench.get("/Accounts?where=Code%3D%3D%22200%22")[u"TaxType"].toText(), salesTax);
    QVERIFY(!bench.get("/Accounts?where=SystemAccount%3D%3D%22ROUNDING%22").isNull());
    QVERIFY(XeroProbe::json(bench.send("GET", "/Invoices?page=1&pageSize=1000"))[u"Invoices"].size() > 60);
}

void TestXeroSettings::setupImportsAChart()
{
    XeroLedgerBench bench;
    const Response response = bench.send(
        "POST", "/Setup",
        R"({"Accounts":[{"Code":"299","Name":"Grants","Type":"REVENUE","TaxType":"OUTPUT"},{"Code":"610"},{"Code":"298"}]})");
    const Json counts = XeroProbe::json(response)[u"ImportSummary"][u"Accounts"];
    QCOMPARE(counts[u"Total"].toInteger(), 3);
    QCOMPARE(counts[u"New"].toInteger(), 1);
    QCOMPARE(counts[u"System"].toInteger(), 1);
    QCOMPARE(counts[u"Errored"].toInteger(), 1);
    QCOMPARE(bench.get("/Accounts?where=Code%3D%3D%22299%22")[u"Name"].toText(), u"Grants"_s);
}

#endif

QTEST_GUILESS_MAIN(TestXeroSettings)
#include "testxerosettings.moc"
