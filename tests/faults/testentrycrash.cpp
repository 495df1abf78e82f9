#include "support/programs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;
using support::Books;
using support::SandboxProgram;

namespace {

constexpr int kRows = 60; // two batches of contacts
constexpr std::chrono::seconds kPatience(20);
const QString kConnection = u"practice-xero-1"_s;
const QString kFlow = u"entry:"_s + kConnection;

enum class Keyed : quint8 { WithNumbers, WithNamesOnly };

/// The lines of an entry; each names its record so that it can be counted.
QByteArray linesOf(int rows, Keyed keyed)
{
    QByteArray lines;
    for (int row = 1; row <= rows; ++row) {
        Json line = Json::object({{u"Name"_s, u"By hand %1"_s.arg(row)}});
        if (keyed == Keyed::WithNumbers) line.set(u"ContactNumber"_s, u"HAND-%1"_s.arg(row));
        lines += line.toBytes() + '\n';
    }
    return lines;
}

QByteArray changesOf(const Json::Array& contacts, QStringView mail)
{
    QByteArray lines;
    for (const auto& contact : contacts)
        lines += Json::object({{u"id"_s, contact[u"ContactID"]},
                               {u"set"_s, Json::object({{u"EmailAddress"_s, mail.toString()}})}})
                     .toBytes() +
                 '\n';
    return lines;
}

/// What was entered by hand, as Xero has it.
Json::Array entered(const SandboxProgram& practice)
{
    Json::Array found;
    for (const auto& contact : practice.rows(u"xero"_s, u"Contacts"_s))
        if (contact[u"Name"].toText().startsWith(u"By hand ")) found += contact;
    return found;
}

/// A name that two records have; empty when there is none.
QString twice(const Json::Array& contacts)
{
    QSet<QString> names;
    for (const auto& contact : contacts) {
        const QString name = contact[u"Name"].toText();
        if (names.contains(name)) return name;
        names += name;
    }
    return {};
}

/// The company, the books and a file of entries.
class Desk final
{
  public:
    Desk()
    {
        if (m_books.json({u"init"_s}).code != 0) qFatal("no workspace");
        const Answer connected = m_books.connect(m_practice, u"xero"_s, {u"--objects"_s, u"Contacts"_s});
        if (connected.code != 0) qFatal("%s", connected.told().constData());
    }

    [[nodiscard]] const SandboxProgram& practice() const { return m_practice; }
    [[nodiscard]] const Books& books() const { return m_books; }

    [[nodiscard]] QStringList command(const QString& kind, const QByteArray& lines) const
    {
        const QString name = m_folder.filePath(u"entry-%1.ndjson"_s.arg(++m_files));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size()) qFatal("no file");
        return {u"write"_s, kConnection, u"Contacts"_s, kind, name};
    }
    [[nodiscard]] Answer enter(const QString& kind, const QByteArray& lines) const
    {
        return m_books.json(command(kind, lines));
    }
    /// Enters, waits until the fault has struck and ends the program; its parent asks for it only then.
    void dieEntering(const QString& kind, const QByteArray& lines, const QByteArrayList& faults,
                     const QString& held) const
    {
        for (const auto& fault : faults)
            m_practice.fault(fault);
        const auto victim = m_books.start(command(kind, lines));
        const bool struck = m_practice.struckBy(held);
        support::killHard(*victim);
        m_practice.clearFaults();
        if (!struck) qFatal("the fault did not strike: %s", victim->readAllStandardError().constData());
    }
    /// The next start: an agent, until nothing is open and no run says that it is running. False: it did not
    /// come.
    [[nodiscard]] bool settledByNextStart() const
    {
        const auto agent = m_books.start({u"agent"_s});
        // Before its first line it does not know yet how to end politely.
        const bool started = support::comesTrue(
            [&agent] { return agent->canReadLine() || agent->waitForReadyRead(50); }, kPatience);
        const bool settled = started && support::comesTrue([this] { return isSettled(); }, kPatience);
        agent->terminate();
        return support::answerOf(*agent).code == 0 && settled;
    }
    [[nodiscard]] Json lastEntry() const
    {
        const Json runs = m_books.json({u"runs"_s, kFlow}).json();
        return m_books.json({u"run"_s, QString::number(runs.at(0)[u"run"].toInteger())}).json();
    }
    [[nodiscard]] int openRows() const { return m_books.openJournalRows({kFlow}); }

  private:
    [[nodiscard]] bool isSettled() const
    {
        for (const auto& run : m_books.json({u"runs"_s, kFlow}).json().toArray())
            if (run[u"state"].toText() == "running"_L1) return false;
        return true;
    }

    SandboxProgram m_practice{{}};
    Books m_books;
    QTemporaryDir m_folder;
    mutable int m_files = 0;
};

QByteArray at(const char* method, const char* kind)
{
    return QByteArray(R"({"system":"xero","match":"/api.xro/2.0/Contacts","delayMs":60000,"method":")") +
           method + "\"," + kind + "}";
}

const char* const kHang = R"("kind":"hang")";
const char* const kLate = R"("kind":"slow")"; // committed, the answer withheld

} // namespace

/// `kill -9` of the program while it writes what a person entered, at every state of the journal; then the
/// next start.
class TestEntryCrash final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void theNextStartSettlesNewRecords_data();
    void theNextStartSettlesNewRecords();
    void theNextStartSettlesChanges_data();
    void theNextStartSettlesChanges();
    void whatHasNoKeyOfItsOwnStaysInDoubtAndIsNotSentAgain();
    void theNextEntryThereSettlesToo();
    void aStartKilledWhileItSettlesLeavesTheRestToTheNext();
};

void TestEntryCrash::theNextStartSettlesNewRecords_data()
{
    QTest::addColumn<QByteArrayList>("faults");
    QTest::addColumn<QString>("held");
    QTest::addColumn<int>("open");  ///< journal rows without an end when the program dies
    QTest::addColumn<int>("there"); ///< records in Xero
    const auto row = [](const char* name, const QByteArrayList& faults, const QString& held, int open,
                        int there) { QTest::newRow(name) << faults << held << open << there; };
    row("looked up, nothing in the journal", {at("GET", kHang)}, u"hang"_s, 0, 0);
    row("in the journal, not there", {at("PUT", kHang)}, u"hang"_s, 50, 0);
    row("in the journal, there", {at("PUT", kLate)}, u"slow"_s, 50, 50);
    row("the first settled, the second not there", {at("PUT", R"("kind":"hang","every":2)")}, u"hang"_s, 10,
        50);
    row("the first settled, the second there", {at("PUT", R"("kind":"slow","every":2)")}, u"slow"_s, 10, 60);
    row("sent again after a cut, there before",
        {at("PUT", R"("kind":"cut-after","count":1)"), at("PUT", kHang)}, u"hang"_s, 50, 50);
    row("sent again after a cut, not there before",
        {at("PUT", R"("kind":"cut-before","count":1)"), at("PUT", kLate)}, u"slow"_s, 50, 50);
    row("refused as a whole, a half not there",
        {at("PUT", R"("kind":"status","status":404,"count":1)"), at("PUT", kHang)}, u"hang"_s, 25, 0);
    row("refused as a whole, a half there",
        {at("PUT", R"("kind":"status","status":404,"count":1)"), at("PUT", kLate)}, u"slow"_s, 25, 25);
}

void TestEntryCrash::theNextStartSettlesNewRecords()
{
    QFETCH(QByteArrayList, faults);
    QFETCH(QString, held);
    QFETCH(int, open);
    QFETCH(int, there);
    const Desk desk;
    const QByteArray lines = linesOf(kRows, Keyed::WithNumbers);
    desk.dieEntering(u"create"_s, lines, faults, held);
    QCOMPARE(desk.openRows(), open);
    const auto before = desk.practice().countCalls(u"xero", u"PUT", u"/Contacts");
    QVERIFY(desk.settledByNextStart());
    QCOMPARE(desk.openRows(), 0);
    QCOMPARE(desk.practice().countCalls(u"xero", u"PUT", u"/Contacts"), before); // looked up, not sent again
    QCOMPARE(entered(desk.practice()).size(), there);
    if (open > 0) {
        const Json entry = desk.lastEntry();
        QCOMPARE(entry[u"fault"][u"code"].toText(), u"run.interrupted"_s);
        QCOMPARE(entry[u"created"].toInteger(), there);
        QCOMPARE(entry[u"uncertain"].toInteger(), 0);
    }

    // The person enters the same once more: what is there is refused by its number, the rest is made.
    const Answer again = desk.enter(u"create"_s, lines);
    QVERIFY2(again.code == (there > 0 ? 3 : 0), again.told().constData());
    QCOMPARE(entered(desk.practice()).size(), kRows);
    QCOMPARE(twice(entered(desk.practice())), QString());
    QCOMPARE(desk.openRows(), 0);
}

void TestEntryCrash::theNextStartSettlesChanges_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("held");
    QTest::addColumn<int>("changed");
    QTest::newRow("not there") << at("POST", kHang) << u"hang"_s << 0;
    QTest::newRow("there") << at("POST", kLate) << u"slow"_s << 3;
}

void TestEntryCrash::theNextStartSettlesChanges()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, held);
    QFETCH(int, changed);
    const Desk desk;
    QCOMPARE(desk.enter(u"create"_s, linesOf(3, Keyed::WithNumbers)).code, 0);
    const QByteArray lines = changesOf(entered(desk.practice()), u"new@hand.example");
    desk.dieEntering(u"update"_s, lines, {fault}, held);
    QCOMPARE(desk.openRows(), 3);
    QVERIFY(desk.settledByNextStart());
    QCOMPARE(desk.openRows(), 0);
    QCOMPARE(desk.lastEntry()[u"updated"].toInteger(), changed);
    QCOMPARE(desk.lastEntry()[u"failed"].toInteger(), 3 - changed);
    const auto contacts = entered(desk.practice());
    QCOMPARE(contacts.size(), 3);
    QCOMPARE(std::count_if(contacts.cbegin(), contacts.cend(),
                           [](const Json& contact) {
                               return contact[u"EmailAddress"].toText() == "new@hand.example"_L1;
                           }),
             changed);
}

void TestEntryCrash::whatHasNoKeyOfItsOwnStaysInDoubtAndIsNotSentAgain()
{
    const Desk desk;
    desk.dieEntering(u"create"_s, linesOf(3, Keyed::WithNamesOnly), {at("PUT", kLate)}, u"slow"_s);
    QVERIFY(desk.settledByNextStart());
    const Json entry = desk.lastEntry();
    QCOMPARE(entry[u"uncertain"].toInteger(), 3);
    for (const auto& record : entry[u"records"].toArray())
        QCOMPARE(record[u"reason"][u"code"].toText(), u"entry.in-doubt"_s);
    QCOMPARE(entered(desk.practice()).size(), 3);
    QCOMPARE(desk.practice().countCalls(u"xero", u"PUT", u"/Contacts"), 1);
}

void TestEntryCrash::theNextEntryThereSettlesToo()
{
    const Desk desk;
    desk.dieEntering(u"create"_s, linesOf(3, Keyed::WithNumbers), {at("PUT", kLate)}, u"slow"_s);
    QCOMPARE(desk.openRows(), 3);
    const Answer next = desk.enter(u"create"_s, R"({"Name":"By hand 4"})");
    QVERIFY2(next.code == 0, next.told().constData());
    QCOMPARE(desk.openRows(), 0);
    QCOMPARE(entered(desk.practice()).size(), 4);
    const Json runs = desk.books().json({u"runs"_s, kFlow}).json();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(1)[u"state"].toText(), u"faulted"_s);
    QCOMPARE(runs.at(1)[u"created"].toInteger(), 3);
}

void TestEntryCrash::aStartKilledWhileItSettlesLeavesTheRestToTheNext()
{
    const Desk desk;
    desk.dieEntering(u"create"_s, linesOf(3, Keyed::WithNumbers), {at("PUT", kLate)}, u"slow"_s);
    desk.practice().fault(at("GET", kHang));
    const auto agent = desk.books().start({u"agent"_s});
    QVERIFY(desk.practice().struckBy(u"hang"));
    support::killHard(*agent);
    desk.practice().clearFaults();
    QCOMPARE(desk.openRows(), 3);
    QVERIFY(desk.settledByNextStart());
    QCOMPARE(desk.openRows(), 0);
    QCOMPARE(desk.lastEntry()[u"created"].toInteger(), 3);
    QCOMPARE(entered(desk.practice()).size(), 3);
}

QTEST_GUILESS_MAIN(TestEntryCrash)
#include "testentrycrash.moc"
