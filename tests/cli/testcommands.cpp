#include "support/dealfile.h"
#include "support/programs.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;
using support::Books;
using support::DealFile;
using support::SandboxProgram;

namespace {

const QString kFlow = Books::flow();

qint64 writes(const SandboxProgram& practice)
{
    const Json counts = practice.get(u"/_practice/calls?counts=only"_s)[u"counts"];
    return counts[u"xero"][u"PUT"].toInteger() + practice.countCalls(u"xero", u"POST", u"/api.xro") +
           practice.countCalls(u"salesforce", u"POST", u"/services/data");
}

/// All that a machine is promised of a sync, and the sums worked out by hand.
void verifyReport(const Json& report, const DealFile& deals)
{
    for (const auto* key : {u"run", u"read", u"created", u"updated", u"unchanged", u"skipped", u"held",
                            u"failed", u"uncertain", u"durationMs", u"peakRssMb"})
        QVERIFY2(report[key].isNumber(), qPrintable(QString::fromUtf16(key)));
    QVERIFY(report[u"calls"][u"read"].isNumber());
    QVERIFY(support::addsUp(report));
    QCOMPARE(report[u"created"].toInteger(), deals.won().size());
    QCOMPARE(report[u"related"][u"accounts-to-contacts"][u"created"].toInteger(), deals.customers().size());
    const auto batches = (deals.won().size() + 49) / 50 + (deals.customers().size() + 49) / 50;
    QCOMPARE(report[u"calls"][u"write"].toInteger(), batches);
    const auto sums = deals.totals();
    QCOMPARE(report[u"totals"].size(), sums.size());
    for (const auto& sum : report[u"totals"].toArray())
        QCOMPARE(sum[u"amount"].toText(), sums.value(sum[u"currency"].toText()).toString());
}

void verifyInvoice(const Json& invoice, const DealFile::Expected& expected, const QString& account)
{
    QCOMPARE(invoice[u"Total"].toDecimal().toString(), expected.total.rounded(2).toString());
    QCOMPARE(invoice[u"CurrencyCode"].toText(), expected.currency);
    QCOMPARE(invoice[u"DateString"].toText().left(10), formatDate(expected.date));
    QCOMPARE(invoice[u"DueDateString"].toText().left(10), formatDate(expected.due));
    QCOMPARE(invoice[u"Status"].toText(), u"DRAFT"_s);
    QCOMPARE(invoice[u"LineItems"].size(), expected.lines);
    QCOMPARE(account, expected.account);
}

/// One contact for each customer, one invoice for each won deal, nothing else.
void verifyLedger(const SandboxProgram& practice, const DealFile& deals)
{
    QHash<QString, QString> accountOf; // contact id → account id
    for (const auto& contact : practice.rows(u"xero"_s, u"Contacts"_s)) {
        const QString account = contact[u"ContactNumber"].toText();
        if (account.isEmpty()) continue;
        QCOMPARE(contact[u"Name"].toText(), deals.customers().value(account));
        accountOf.insert(contact[u"ContactID"].toText(), account);
    }
    QCOMPARE(accountOf.size(), deals.customers().size());
    auto missing = deals.won();
    for (const auto& invoice : practice.rows(u"xero"_s, u"Invoices"_s)) {
        const QString deal = invoice[u"Reference"].toText();
        QVERIFY2(missing.contains(deal), qPrintable(u"not won, or twice: "_s + deal));
        verifyInvoice(invoice, missing.take(deal),
                      accountOf.value(invoice[u"Contact"][u"ContactID"].toText()));
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.keys().join(u' ')));
}

} // namespace

#define VERIFY_EXIT(answer, expected)                                                                        \
    do {                                                                                                     \
        const Answer& given = (answer);                                                                      \
        QVERIFY2(given.code == (expected), given.told().constData());                                        \
    } while (false)

/// The command line as scripts and people use it: real processes, real sockets.
class TestCommands : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void everyCommandAnswersOneJsonLine();
    void everyCommandSpeaksToPeople();
    void aWrongCommandIsTwoAndShowsTheUsage_data();
    void aWrongCommandIsTwoAndShowsTheUsage();
    void whatIsNotThereIsOneAndNamed_data();
    void whatIsNotThereIsOneAndNamed();
    void everyWonDealBecomesOneInvoiceToTheCent();
    void aPreviewWritesNothing();
    void heldRecordsAreThreeAndAreExplained();
    void aHeldMatchIsDecidedAndTriedAgainAtOnce();
    void anApprovedPreviewIsWrittenAndNothingElse();
    void aScheduleIsSetAndShowsTenTimes();
    void theWorkspaceComesFromTheEnvironment();
    void aSecondProgramSaysWhoHoldsTheWorkspace();
    void theAgentEndsOnRequestAndFreesTheWorkspace();
    void aSyncStopsAfterItsBatchOnRequest();
};

void TestCommands::everyCommandAnswersOneJsonLine()
{
    const SandboxProgram practice({u"--deals"_s, u"30"_s});
    const Books books;
    books.setUp(practice);
    VERIFY_EXIT(books.sync(), 0);
    const QList<QStringList> commands{{u"init"_s},
                                      {u"connections"_s},
                                      {u"flows"_s},
                                      {u"preview"_s, kFlow},
                                      {u"sync"_s, kFlow},
                                      {u"runs"_s},
                                      {u"runs"_s, kFlow},
                                      {u"run"_s, u"1"_s},
                                      {u"problems"_s},
                                      {u"problems"_s, kFlow},
                                      {u"links"_s, kFlow},
                                      {u"schedule"_s},
                                      {u"schedule"_s, kFlow},
                                      {u"schedule"_s, u"pause"_s},
                                      {u"schedule"_s, u"resume"_s},
                                      {u"writing"_s, u"practice-xero-1"_s, u"on"_s}};
    for (const auto& command : commands) {
        const Answer answer = books.json(command);
        VERIFY_EXIT(answer, 0);
        QVERIFY2(answer.err.isEmpty(), answer.err.constData());
        QCOMPARE(answer.out.count('\n'), 1);
        QVERIFY2(answer.json().isObject() || answer.json().isArray(), answer.out.constData());
    }
    QCOMPARE(books.json({u"connections"_s}).json().size(), 2);
    QCOMPARE(books.json({u"runs"_s}).json().size(), 3);
    QVERIFY(books.json({u"links"_s, kFlow}).json().size() > 5);
    QVERIFY(books.json({u"run"_s, u"1"_s}).json()[u"records"].size() > 5);
    QCOMPARE(books.json({u"flows"_s}).json()[u"flows"].at(0)[u"flow"].toText(), kFlow);
}

void TestCommands::everyCommandSpeaksToPeople()
{
    const SandboxProgram practice({u"--deals"_s, u"30"_s});
    const Books books;
    const QList<std::pair<QStringList, QByteArray>> commands{
        {{u"init"_s}, "Workspace: "},
        {{u"connect"_s, u"salesforce"_s, u"--practice"_s, practice.address(u"salesforce")}, "Connected: "},
        {{u"connect"_s, u"xero"_s, u"--practice"_s, practice.address(u"xero")}, "Connected: "},
        {{u"flow"_s, u"add"_s, kFlow}, "Added: "},
        {{u"connections"_s}, "Organisation"},
        {{u"flows"_s}, "Template"},
        {{u"preview"_s, kFlow}, "Preview: nothing was written."},
        {{u"sync"_s, kFlow}, "Calls: "},
        {{u"runs"_s}, "Started"},
        {{u"run"_s, u"1"_s}, "Preview: "},
        {{u"problems"_s}, "0 open"},
        {{u"links"_s, kFlow}, "INV-"},
        {{u"schedule"_s, kFlow}, "by hand only"},
        {{u"schedule"_s, u"pause"_s}, "paused"},
        {{u"schedule"_s, u"resume"_s}, "go on"},
        {{u"writing"_s, u"practice-xero-1"_s, u"off"_s}, "off"},
        {{u"--help"_s}, "Usage: tieoutctl"},
    };
    for (const auto& [command, says] : commands) {
        // A sign-in of another test may hold the redirect ports for a moment.
        Answer answer;
        const bool done = support::comesTrue(
            [&] {
                answer = books.plain(command);
                return answer.code == 0 || command.first() != "connect"_L1;
            },
            std::chrono::seconds(20));
        QVERIFY2(done && answer.code == 0, answer.told().constData());
        QVERIFY2(answer.out.contains(says), answer.out.constData());
        QVERIFY2(!answer.out.contains("{\""), answer.out.constData());
    }
}

void TestCommands::aWrongCommandIsTwoAndShowsTheUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no such command") << QStringList{u"reconcile"_s};
    QTest::newRow("no such option") << QStringList{u"runs"_s, u"--colour"_s, u"red"_s};
    QTest::newRow("option of another command") << QStringList{u"init"_s, u"--practice"_s, u"x"_s};
    QTest::newRow("option without its value") << QStringList{u"runs"_s, u"--limit"_s};
    QTest::newRow("a limit that is no number") << QStringList{u"runs"_s, u"--limit"_s, u"x"_s};
    QTest::newRow("a limit of nothing") << QStringList{u"runs"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("a preview that is no number") << QStringList{u"sync"_s, kFlow, u"--approved"_s, u"last"_s};
    QTest::newRow("decide, not said what") << QStringList{u"decide"_s, u"1"_s};
    QTest::newRow("decide, said twice") << QStringList{u"decide"_s, u"1"_s, u"--new"_s, u"--use"_s, u"1"_s};
    QTest::newRow("a word too few") << QStringList{u"sync"_s};
    QTest::newRow("a word too many") << QStringList{u"sync"_s, kFlow, kFlow};
    QTest::newRow("flow, not added") << QStringList{u"flow"_s, u"forget"_s, kFlow};
    QTest::newRow("writing, neither on nor off")
        << QStringList{u"writing"_s, u"practice-xero-1"_s, u"maybe"_s};
}

void TestCommands::aWrongCommandIsTwoAndShowsTheUsage()
{
    QFETCH(QStringList, arguments);
    const Books books;
    const Answer answer = books.plain(arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains("Usage: tieoutctl"), answer.err.constData());
    QVERIFY(answer.out.isEmpty());
}

void TestCommands::whatIsNotThereIsOneAndNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::newRow("sync") << QStringList{u"sync"_s, u"nothing"_s} << u"flow.unknown"_s;
    QTest::newRow("preview") << QStringList{u"preview"_s, u"nothing"_s} << u"flow.unknown"_s;
    QTest::newRow("schedule") << QStringList{u"schedule"_s, u"nothing"_s} << u"flow.unknown"_s;
    QTest::newRow("template") << QStringList{u"flow"_s, u"add"_s, u"nothing"_s} << u"flow.no-template"_s;
    QTest::newRow("connection") << QStringList{u"flow"_s, u"add"_s, kFlow} << u"flow.no-connection"_s;
    QTest::newRow("system") << QStringList{u"connect"_s, u"nothing"_s, u"--practice"_s,
                                           u"http://localhost:1"_s}
                            << u"connection.no-system"_s;
    QTest::newRow("practice company elsewhere")
        << QStringList{u"connect"_s, u"xero"_s, u"--practice"_s, u"http://example.com"_s}
        << u"connection.not-practice"_s;
    QTest::newRow("browser") << QStringList{u"connect"_s, u"xero"_s} << u"cli.browser-needed"_s;
    QTest::newRow("run") << QStringList{u"run"_s, u"77"_s} << u"run.unknown"_s;
    QTest::newRow("problem") << QStringList{u"retry"_s, u"77"_s} << u"problem.unknown"_s;
    QTest::newRow("writing") << QStringList{u"writing"_s, u"nothing"_s, u"on"_s} << u"connection.unknown"_s;
}

void TestCommands::whatIsNotThereIsOneAndNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    const Books books;
    const Answer machine = books.json(arguments);
    VERIFY_EXIT(machine, 1);
    QCOMPARE(machine.faultCode(), code);
    QVERIFY(!machine.json()[u"message"].toText().isEmpty());
    const Answer person = books.plain(arguments);
    VERIFY_EXIT(person, 1);
    QVERIFY2(person.err.trimmed().endsWith('.'), person.err.constData());
    QVERIFY(!person.err.contains("unknown)"));
}

void TestCommands::everyWonDealBecomesOneInvoiceToTheCent()
{
    constexpr int kDeals = 210;
    const DealFile deals(kDeals);
    const QTemporaryDir folder;
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);

    const Answer first = books.sync();
    VERIFY_EXIT(first, 0);
    QCOMPARE(first.json()[u"read"].toInteger(), kDeals);
    QCOMPARE(first.json()[u"skipped"].toInteger(), kDeals - deals.won().size());
    verifyReport(first.json(), deals);
    verifyLedger(practice, deals);

    const qint64 written = writes(practice);
    const Answer second = books.sync();
    VERIFY_EXIT(second, 0);
    QVERIFY(support::addsUp(second.json()));
    QCOMPARE(second.json()[u"calls"][u"write"].toInteger(), 0);
    QVERIFY2(second.json()[u"calls"][u"read"].toInteger() <= 3, second.out.constData());
    QCOMPARE(second.json()[u"created"].toInteger() + second.json()[u"updated"].toInteger(), 0);
    QCOMPARE(writes(practice), written);
}

void TestCommands::aPreviewWritesNothing()
{
    const SandboxProgram practice({u"--deals"_s, u"60"_s});
    const Books books;
    books.setUp(practice);
    const auto contacts = practice.rows(u"xero"_s, u"Contacts"_s).size();
    const Answer preview = books.json({u"preview"_s, kFlow});
    VERIFY_EXIT(preview, 0);
    QVERIFY(support::addsUp(preview.json()));
    QVERIFY(preview.json()[u"created"].toInteger() > 10);
    QCOMPARE(preview.json()[u"calls"][u"write"].toInteger(), 0);
    QCOMPARE(writes(practice), 0);
    QCOMPARE(practice.rows(u"xero"_s, u"Invoices"_s).size(), 0);
    QCOMPARE(practice.rows(u"xero"_s, u"Contacts"_s).size(), contacts);
    QVERIFY(books.problems().isEmpty());

    const Answer sync = books.sync();
    VERIFY_EXIT(sync, 0);
    QCOMPARE(sync.json()[u"created"].toInteger(), preview.json()[u"created"].toInteger());
    QVERIFY(sync.json()[u"totals"] == preview.json()[u"totals"]);
}

void TestCommands::heldRecordsAreThreeAndAreExplained()
{
    const SandboxProgram practice({u"--deals"_s, u"0"_s});
    const Books books;
    books.setUp(practice);
    const QByteArray deal =
        R"({"Id":"006000000000001AAA","Name":"Deal","StageName":"Closed Won","CloseDate":"2026-03-01",)"
        R"("Amount":10,"CurrencyIsoCode":"%1","Account":{"Id":"001000000000001AAA","Name":"Acme",)"
        R"("BillingCountryCode":"AU"}})";
    practice.takeDeals(QByteArray(deal).replace("%1", "THB"));
    const Answer held = books.sync();
    VERIFY_EXIT(held, 3);
    QCOMPARE(held.json()[u"held"].toInteger(), 1);
    const auto problems = books.problems();
    QCOMPARE(problems.size(), 1);
    for (const auto* part : {u"what", u"why", u"fix"})
        QVERIFY(!problems.first()[part].toText().isEmpty());
    QCOMPARE(problems.first()[u"outcome"].toText(), u"held"_s);
    const QByteArray shown = books.plain({u"problems"_s}).out;
    QVERIFY2(shown.contains("1 open"), shown.constData());

    const QString id = QString::number(problems.first()[u"problem"].toInteger());
    VERIFY_EXIT(books.json({u"retry"_s, id}), 3);
    practice.takeDeals(QByteArray(deal).replace("%1", "EUR"));
    const Answer retried = books.json({u"retry"_s, id});
    VERIFY_EXIT(retried, 0);
    QCOMPARE(retried.json()[u"created"].toInteger(), 1);
    QVERIFY(books.problems().isEmpty());
    QCOMPARE(support::brokenPromise(practice), QString());
}

void TestCommands::aHeldMatchIsDecidedAndTriedAgainAtOnce()
{
    const SandboxProgram practice({u"--deals"_s, u"0"_s});
    const Books books;
    books.setUp(practice);
    const QByteArray deal =
        R"({"Id":"00600000000000%1AAA","Name":"Deal %1","StageName":"Closed Won","CloseDate":"2026-03-01",)"
        R"("Amount":10,"CurrencyIsoCode":"AUD","Account":{"Id":"00100000000000%1AAA","Name":"%2",)"
        R"("BillingCountryCode":"AU"}})";
    practice.takeDeals(QByteArray(deal).replace("%1", "1").replace("%2", "Kiwi Exports") + '\n' +
                       QByteArray(deal).replace("%1", "2").replace("%2", "KIWI exports"));
    VERIFY_EXIT(books.sync(), 3);
    const auto problems = books.problems();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first()[u"candidates"].size(), 1);
    QVERIFY(!problems.first()[u"error"].toBytes().contains("takenBy")); // said once, in its own member
    const QString id = QString::number(problems.first()[u"problem"].toInteger());
    const QByteArray shown = books.plain({u"problems"_s}).out;
    QVERIFY2(shown.contains("decide " + id.toLatin1() + " --use NUMBER"), shown.constData());

    VERIFY_EXIT(books.json({u"decide"_s, id, u"--use"_s, u"2"_s}), 1); // there is no second one
    VERIFY_EXIT(books.json({u"decide"_s, id, u"--take-back"_s}), 1);   // nothing was said yet
    const Answer decided = books.json({u"decide"_s, id, u"--use"_s, u"1"_s});
    VERIFY_EXIT(decided, 0);
    QCOMPARE(decided.json()[u"created"].toInteger(), 1);
    QVERIFY(books.problems().isEmpty());
    QSet<QString> contacts;
    for (const auto& invoice : practice.rows(u"xero"_s, u"Invoices"_s))
        contacts.insert(invoice[u"Contact"][u"ContactID"].toText());
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(practice.rows(u"xero"_s, u"Invoices"_s).size(), 2);
    VERIFY_EXIT(books.json({u"decide"_s, id, u"--take-back"_s}), 1); // it was used
}

void TestCommands::anApprovedPreviewIsWrittenAndNothingElse()
{
    const SandboxProgram practice({u"--deals"_s, u"40"_s});
    const Books books;
    books.setUp(practice);
    const Answer preview = books.json({u"preview"_s, kFlow});
    VERIFY_EXIT(preview, 0);
    const QString run = QString::number(preview.json()[u"run"].toInteger());
    practice.takeDeals(
        R"({"Id":"006000000000077AAA","Name":"New deal","StageName":"Closed Won","CloseDate":"2026-03-01",)"
        R"("Amount":10,"CurrencyIsoCode":"AUD","Account":{"Id":"001000000000077AAA","Name":"Newcomer",)"
        R"("BillingCountryCode":"AU"}})");
    const Answer sync = books.json({u"sync"_s, kFlow, u"--approved"_s, run});
    // The newcomer's contact was not approved either: the deal that needs it is held.
    VERIFY_EXIT(sync, 3);
    QCOMPARE(sync.json()[u"created"].toInteger(), preview.json()[u"created"].toInteger());
    QCOMPARE(sync.json()[u"approvedPreview"].toInteger(), run.toLongLong());
    QVERIFY(sync.json()[u"totals"] == preview.json()[u"totals"]);
    QCOMPARE(practice.rows(u"xero"_s, u"Invoices"_s).size(), sync.json()[u"created"].toInteger());
    const Answer again = books.json({u"sync"_s, kFlow, u"--approved"_s, run});
    VERIFY_EXIT(again, 1);
    QCOMPARE(again.faultCode(), u"plan.used"_s);
    const QByteArray said = books.plain({u"sync"_s, kFlow, u"--approved"_s, u"999"_s}).err;
    QVERIFY2(said.contains("new preview"), said.constData());
    const Answer next = books.sync();
    VERIFY_EXIT(next, 0);
    QCOMPARE(next.json()[u"created"].toInteger(), 1);
    QCOMPARE(support::brokenPromise(practice), QString());
}

void TestCommands::aScheduleIsSetAndShowsTenTimes()
{
    const SandboxProgram practice({u"--deals"_s, u"0"_s});
    const Books books;
    books.setUp(practice);
    const QList<QStringList> rules{{u"every"_s, u"15"_s},
                                   {u"daily"_s, u"09:00"_s},
                                   {u"weekly"_s, u"mon,thu"_s, u"08:30"_s},
                                   {u"monthly"_s, u"31"_s, u"18:00"_s},
                                   {u"month-end"_s, u"18:00"_s}};
    for (const auto& rule : rules) {
        const Answer answer = books.json(QStringList{u"schedule"_s, kFlow} + rule);
        VERIFY_EXIT(answer, 0);
        const auto next = answer.json()[u"next"].toArray();
        QCOMPARE(next.size(), 10);
        for (qsizetype i = 1; i < next.size(); ++i)
            QVERIFY(*parseInstant(next[i - 1].toText()) < *parseInstant(next[i].toText()));
        // Kept: another program sees the same.
        QVERIFY(books.json({u"schedule"_s, kFlow}).json()[u"schedule"] == answer.json()[u"schedule"]);
        QCOMPARE(books.plain({u"schedule"_s, kFlow}).out.count('\n'), 11);
    }
    VERIFY_EXIT(books.json({u"schedule"_s, kFlow, u"sometimes"_s}), 1);
    VERIFY_EXIT(books.json({u"schedule"_s, kFlow, u"every"_s, u"1"_s}), 1);
    const Answer manual = books.json({u"schedule"_s, kFlow, u"manual"_s});
    VERIFY_EXIT(manual, 0);
    QCOMPARE(manual.json()[u"next"].size(), 0);
}

void TestCommands::theWorkspaceComesFromTheEnvironment()
{
    const QTemporaryDir folder;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIEOUT_WORKSPACE"_s, folder.filePath(u"from-environment"_s));
    const QString program = support::commandLineProgram();
    VERIFY_EXIT(support::runProgram(program, {u"init"_s}, environment), 0);
    QVERIFY(QFile::exists(folder.filePath(u"from-environment/workspace.tieout"_s)));
    const QStringList elsewhere{u"--workspace"_s, folder.filePath(u"from-option"_s), u"init"_s};
    VERIFY_EXIT(support::runProgram(program, elsewhere, environment), 0);
    QVERIFY(QFile::exists(folder.filePath(u"from-option/workspace.tieout"_s)));
}

void TestCommands::aSecondProgramSaysWhoHoldsTheWorkspace()
{
    const SandboxProgram practice({u"--deals"_s, u"30"_s});
    const Books books;
    books.setUp(practice);
    practice.fault(R"({"system":"xero","method":"PUT","kind":"hang"})");
    const auto first = books.startSync();
    QVERIFY(practice.struckBy(u"hang"));
    const Answer second = books.sync();
    VERIFY_EXIT(second, 1);
    QCOMPARE(second.faultCode(), u"workspace.held"_s);
    QVERIFY(!second.message().isEmpty());
    // Looking is allowed all the while.
    VERIFY_EXIT(books.json({u"runs"_s}), 0);
    support::killHard(*first);
    practice.clearFaults();
    // A dead holder holds nothing.
    VERIFY_EXIT(books.sync(), 0);
    QCOMPARE(support::brokenPromise(practice), QString());
}

void TestCommands::theAgentEndsOnRequestAndFreesTheWorkspace()
{
#ifdef Q_OS_WIN
    QSKIP("a console process without a window has no polite end there");
#else
    const SandboxProgram practice({u"--deals"_s, u"30"_s});
    const Books books;
    books.setUp(practice);
    VERIFY_EXIT(books.json({u"schedule"_s, kFlow, u"every"_s, u"5"_s}), 0);
    for (const int signal : {SIGTERM, SIGINT}) {
        const auto agent = books.start({u"agent"_s});
        QVERIFY(support::comesTrue([&] { return agent->canReadLine() || agent->waitForReadyRead(50); },
                                   std::chrono::seconds(20)));
        QVERIFY(agent->readLine().contains("running"));
        QCOMPARE(::kill(pid_t(agent->processId()), signal), 0);
        const Answer ended = support::answerOf(*agent, std::chrono::seconds(10));
        QVERIFY2(!ended.crashed, ended.told().constData());
        VERIFY_EXIT(ended, 0);
    }
    VERIFY_EXIT(books.sync(), 0);
#endif
}

void TestCommands::aSyncStopsAfterItsBatchOnRequest()
{
#ifdef Q_OS_WIN
    QSKIP("a console process without a window has no polite end there");
#else
    const QTemporaryDir folder;
    const SandboxProgram practice({u"--load"_s, DealFile(900, 90).saved(folder)});
    const Books books;
    books.setUp(practice);
    practice.fault(
        R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Contacts","kind":"slow","delayMs":700,"count":1})");
    const auto sync = books.startSync();
    QVERIFY(practice.struckBy(u"slow"));
    QCOMPARE(::kill(pid_t(sync->processId()), SIGTERM), 0);
    const Answer stopped = support::answerOf(*sync, std::chrono::seconds(10));
    QVERIFY2(!stopped.crashed, stopped.told().constData());
    VERIFY_EXIT(stopped, 3);
    QCOMPARE(stopped.json()[u"state"].toText(), u"stopped"_s);
    QVERIFY(support::addsUp(stopped.json()));
    // The batch under way was finished and remembered, and the workspace is free.
    QCOMPARE(books.openJournalRows(), 0);
    VERIFY_EXIT(books.sync(), 0);
    QCOMPARE(support::brokenPromise(practice), QString());
#endif
}

QTEST_GUILESS_MAIN(TestCommands)
#include "testcommands.moc"
