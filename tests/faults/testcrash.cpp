#include "support/dealfile.h"
#include "support/programs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;
using support::Books;
using support::DealFile;
using support::SandboxProgram;

namespace {

constexpr int kDeals = 240;    // 160 are won: four batches of invoices
constexpr int kAccounts = 100; // two batches of contacts

/// After everything: nothing lost, nothing twice, nothing open, and nothing left to do.
void verifyWhole(const SandboxProgram& practice, const Books& books, qsizetype won)
{
    const Answer healed = books.sync();
    QVERIFY2(healed.code == 0, healed.told().constData());
    QVERIFY2(support::addsUp(healed.json()), healed.told().constData());
    QCOMPARE(support::brokenPromise(practice), QString());
    QVERIFY(books.problems().isEmpty());
    QCOMPARE(books.openJournalRows(), 0);
    const Json runs = books.json({u"runs"_s}).json();
    for (const auto& run : runs.toArray()) {
        QVERIFY2(run[u"state"].toText() != "running"_L1,
                 "a run of a dead program still says that it is running");
        if (run[u"state"].toText() == "faulted"_L1)
            QCOMPARE(run[u"fault"][u"code"].toText(), u"run.interrupted"_s);
    }
    QCOMPARE(books.json({u"links"_s, Books::flow(), u"--limit"_s, u"10000"_s}).json().size(), won);
    const Answer again = books.sync();
    QVERIFY2(again.code == 0, again.told().constData());
    QCOMPARE(again.json()[u"calls"][u"write"].toInteger(), 0);
}

} // namespace

/// `kill -9` of the program at every state of the journal, and at any other moment; then a restart.
class TestCrash : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void killedWhileHeldHere_data();
    void killedWhileHeldHere();
    void killedAgainWhileRecovering_data();
    void killedAgainWhileRecovering();
    void killedAfterEachCall_data();
    void killedAfterEachCall();
    void killedAtManyMoments();
    void aKilledRunIsCountedFromItsRecords();
};

void TestCrash::killedWhileHeldHere_data()
{
    QTest::addColumn<QByteArrayList>("faults");
    QTest::addColumn<QString>("held"); ///< the fault that shows that the moment has come
    QTest::addColumn<bool>("updating");
    const auto at = [](const char* place, const char* kind) {
        return QByteArray("{") + place + ",\"delayMs\":60000," + kind + "}";
    };
    const char* const organisation = R"("system":"xero","match":"/api.xro/2.0/Organisation")";
    const char* const describe = R"("system":"salesforce","match":"describe$")";
    const char* const query = R"("system":"salesforce","match":"/services/data/v[0-9.]+/query")";
    const char* const index = R"("system":"xero","method":"GET","match":"/api.xro/2.0/Contacts")";
    const char* const documents = R"("system":"xero","method":"GET","match":"/api.xro/2.0/Invoices")";
    const char* const contacts = R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Contacts")";
    const char* const invoices = R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices")";
    const char* const updates = R"("system":"xero","method":"POST","match":"/api.xro/2.0/Invoices")";
    const char* const token = R"("system":"xero","match":"/connect/token")";
    const char* const hang = R"("kind":"hang")";
    const char* const late = R"("kind":"slow")"; // committed, the answer withheld
    const auto row = [](const char* name, const QByteArrayList& faults, const QString& held,
                        bool updating = false) { QTest::newRow(name) << faults << held << updating; };
    row("reading the organisation", {at(organisation, hang)}, u"hang"_s);
    row("reading the schema", {at(describe, hang)}, u"hang"_s);
    row("reading deals", {at(query, hang)}, u"hang"_s);
    row("reading contacts to match", {at(index, hang)}, u"hang"_s);
    row("reading invoices to match", {at(documents, hang)}, u"hang"_s);
    row("sending contacts, not there", {at(contacts, hang)}, u"hang"_s);
    row("sending contacts, there", {at(contacts, late)}, u"slow"_s);
    row("sending the second contacts, there", {at(contacts, R"("kind":"slow","every":2)")}, u"slow"_s);
    row("sending invoices, not there", {at(invoices, hang)}, u"hang"_s);
    row("sending invoices, there", {at(invoices, late)}, u"slow"_s);
    row("sending one batch of many, not there", {at(invoices, R"("kind":"hang","every":3)")}, u"hang"_s);
    row("sending one batch of many, there", {at(invoices, R"("kind":"slow","every":3)")}, u"slow"_s);
    row("sending again after a cut, there before",
        {at(invoices, R"("kind":"cut-after","count":1)"), at(invoices, hang)}, u"hang"_s);
    row("sending again after a cut, not there before",
        {at(invoices, R"("kind":"cut-before","count":1)"), at(invoices, late)}, u"slow"_s);
    row("renewing the sign-in", {at(contacts, R"("kind":"expire-tokens","count":1)"), at(token, hang)},
        u"hang"_s);
    row("renewing the sign-in, renewed there",
        {at(contacts, R"("kind":"expire-tokens","count":1)"), at(token, late)}, u"slow"_s);
    row("reading what is to be updated", {at(documents, hang)}, u"hang"_s, true);
    row("sending updates, not there", {at(updates, hang)}, u"hang"_s, true);
    row("sending updates, there", {at(updates, late)}, u"slow"_s, true);
}

void TestCrash::killedWhileHeldHere()
{
    QFETCH(QByteArrayList, faults);
    QFETCH(QString, held);
    QFETCH(bool, updating);
    const QTemporaryDir folder;
    const DealFile deals(kDeals, kAccounts);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    if (updating) {
        QCOMPARE(books.sync().code, 0);
        practice.takeDeals(deals.moved(70, 10));
    }
    for (const auto& fault : faults)
        practice.fault(fault);
    const auto victim = books.startSync();
    QVERIFY(practice.struckBy(held));
    support::killHard(*victim);
    practice.clearFaults();
    verifyWhole(practice, books, deals.won().size());
}

void TestCrash::killedAgainWhileRecovering_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("sent, not there") << QByteArray(R"("kind":"hang")");
    QTest::newRow("sent, there") << QByteArray(R"("kind":"slow","delayMs":60000)");
}

void TestCrash::killedAgainWhileRecovering()
{
    QFETCH(QByteArray, fault);
    const QTemporaryDir folder;
    const DealFile deals(kDeals, kAccounts);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    practice.fault(R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices",)" + fault + "}");
    const auto first = books.startSync();
    QVERIFY(practice.struckBy(fault.contains("hang") ? u"hang" : u"slow"));
    support::killHard(*first);
    QVERIFY(books.openJournalRows() > 0);

    practice.clearFaults();
    const auto before = practice.lastCall();
    practice.fault(
        R"({"system":"xero","method":"GET","match":"/api.xro/2.0/Invoices","kind":"slow","delayMs":60000})");
    const auto second = books.startSync();
    QVERIFY(support::comesTrue([&] { return practice.lastCall() > before; }, std::chrono::seconds(20)));
    support::killHard(*second);
    QVERIFY(books.openJournalRows() > 0);
    practice.clearFaults();
    verifyWhole(practice, books, deals.won().size());
}

void TestCrash::killedAfterEachCall_data()
{
    QTest::addColumn<int>("call");
    for (int call = 1; call <= 19; call += 2)
        QTest::addRow("call %d", call) << call;
}

void TestCrash::killedAfterEachCall()
{
    QFETCH(int, call);
    const QTemporaryDir folder;
    const DealFile deals(kDeals, kAccounts);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    practice.fault(R"({"kind":"slow","delayMs":40})");
    const auto before = practice.lastCall();
    const auto victim = books.startSync();
    const bool came =
        support::comesTrue([&] { return practice.lastCall() >= before + call || victim->waitForFinished(1); },
                           std::chrono::seconds(30));
    QVERIFY(came);
    QVERIFY2(victim->state() == QProcess::Running, "the sync has fewer calls than that");
    support::killHard(*victim);
    practice.clearFaults();
    verifyWhole(practice, books, deals.won().size());
}

void TestCrash::killedAtManyMoments()
{
    constexpr int kKills = 15;
    const QTemporaryDir folder;
    const DealFile deals(1500, 300);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    practice.fault(R"({"system":"xero","kind":"slow","delayMs":60})");
    SeededRandom random(715);
    int kills = 0;
    for (int round = 0; kills < kKills; ++round) {
        QVERIFY2(round < 4 * kKills, "the program is too quick to be met at work");
        const auto victim = books.startSync();
        if (victim->waitForFinished(int(20 + random.below(400)))) {
            const Answer ended = support::answerOf(*victim);
            QVERIFY2(ended.code == 0, ended.told().constData());
            practice.takeDeals(deals.moved(400, 10 + round % 20)); // more to do
            continue;
        }
        support::killHard(*victim);
        ++kills;
    }
    practice.clearFaults();
    verifyWhole(practice, books, deals.won().size());
}

void TestCrash::aKilledRunIsCountedFromItsRecords()
{
    const QTemporaryDir folder;
    const DealFile deals(kDeals, kAccounts);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    practice.fault(
        R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices","kind":"hang","delayMs":60000,"every":3})");
    const auto victim = books.startSync();
    QVERIFY(practice.struckBy(u"hang"_s));
    // Only the batch that hangs is open: the others are remembered.
    QVERIFY(support::comesTrue([&] { return books.openJournalRows() <= 50; }, std::chrono::seconds(20)));
    support::killHard(*victim);
    practice.clearFaults();
    QCOMPARE(books.sync().code, 0);
    bool met = false;
    for (const auto& run : books.json({u"runs"_s}).json().toArray()) {
        if (run[u"fault"][u"code"].toText() != "run.interrupted"_L1) continue;
        met = true;
        QVERIFY(run[u"created"].toInteger() >= 50);
        QCOMPARE(run[u"read"].toInteger(), run[u"created"].toInteger());
        QVERIFY(!run[u"totals"].toArray().isEmpty());
    }
    QVERIFY(met);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "testcrash.moc"
