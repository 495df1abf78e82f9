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

/// So many cases wait for their retries side by side.
constexpr size_t kTogether = 24;

struct Place {
    const char* name;
    const char* json;
    bool write;
    bool updating; ///< the invoices are there already, their deals have changed
};
constexpr Place kPlaces[] = {
    {"reading deals", R"("system":"salesforce","match":"/services/data/v[0-9.]+/query")", false, false},
    {"reading contacts", R"("system":"xero","method":"GET","match":"/api.xro/2.0/Contacts")", false, false},
    {"writing contacts", R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Contacts")", true, false},
    {"writing invoices", R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices")", true, false},
    {"updating invoices", R"("system":"xero","method":"POST","match":"/api.xro/2.0/Invoices")", true, true},
};

/// How a sync may end that meets the fault. A write that ends badly is a matter of its records, a read of the
/// run.
enum class End : quint8 {
    Good,    ///< exit 0: repeated, renewed or waited for
    Looked,  ///< exit 0 or 3: what cannot be looked up by itself is left to the next run
    Records, ///< exit 3: the records say why
    Retry,   ///< exit 1 with a fault of that kind
    RateLimited,
    RemoteFault,
    NeedsLogin,
    BadConfig,
};

struct Kind {
    const char* name;
    const char* json;
    End reading;
    End writing;
    bool forGood = false;
    bool unclear = false; ///< an answer that does not tell what became of the write; updates are compared by
                          ///< the next run
};
constexpr Kind kKinds[] = {
    {"cut before, for good", R"("kind":"cut-before")", End::Retry, End::Records, true},
    {"cut after, for good", R"("kind":"cut-after")", End::Retry, End::Looked, true},
    {"page instead of data, for good", R"("kind":"html")", End::RemoteFault, End::Records, true},
    {"503, for good", R"("kind":"status","status":503)", End::Retry, End::Records, true},
    {"cut before, once", R"("kind":"cut-before","count":1)", End::Good, End::Good},
    {"cut after, once", R"("kind":"cut-after","count":1)", End::Good, End::Good},
    {"truncated chunked body, once", R"("kind":"truncate","count":1)", End::Good, End::Good},
    {"page instead of data, once", R"("kind":"html","count":1)", End::Good, End::Good, false, true},
    {"malformed, once", R"("kind":"status","status":200,"body":"records: 1","count":1)", End::Good, End::Good,
     false, true},
    {"empty answer, once", R"("kind":"status","status":200,"body":"","count":1)", End::Good, End::Good, false,
     true},
    {"expired sign-in", R"("kind":"expire-tokens","count":1)", End::Good, End::Good},
    {"401, once", R"("kind":"status","status":401,"count":1)", End::Good, End::Good},
    {"401, for good", R"("kind":"status","status":401)", End::NeedsLogin, End::NeedsLogin},
    {"403", R"("kind":"status","status":403)", End::BadConfig, End::BadConfig},
    {"limit with a wait", R"("kind":"rate-minute","retryAfter":1,"count":1)", End::Good, End::Good},
    {"limit without a wait", R"("kind":"rate-concurrent","count":1)", End::Good, End::Good},
    {"limit of the day", R"("kind":"rate-day","count":1)", End::RateLimited, End::RateLimited},
    {"429 without a word", R"("kind":"status","status":429,"body":"","count":1)", End::Good, End::Good},
    {"500, once", R"("kind":"status","status":500,"count":1)", End::Good, End::Good, false, true},
    {"503, once", R"("kind":"status","status":503,"count":1)", End::Good, End::Good, false, true},
};

struct WireCase {
    QByteArray name;
    QByteArray fault;
    End end = End::Good;
    bool updating = false;
};

/// The slow ones first and together: they are as long as the longest.
QList<WireCase> allCases()
{
    QList<WireCase> cases;
    for (const bool slow : {true, false})
        for (const auto& place : kPlaces)
            for (const auto& kind : kKinds) {
                if (kind.forGood != slow) continue;
                WireCase made{QByteArray(place.name) + ": " + kind.name,
                              QByteArray("{") + place.json + "," + kind.json + "}",
                              place.write ? kind.writing : kind.reading, place.updating};
                if (place.updating && kind.unclear) made.end = End::Looked;
                // Salesforce knows no limit by the minute: "used up" is for the day.
                if (made.name == "reading deals: limit with a wait") made.end = End::RateLimited;
                cases += made;
            }
    return cases;
}

/// Empty when the sync ended as it must.
QString wrongEnd(const Answer& answer, End end)
{
    const QString kind = answer.json()[u"fault"][u"kind"].toText();
    const auto faulted = [&](const char* wanted) {
        return answer.code == 1 && kind == QLatin1String(wanted);
    };
    bool right = false;
    switch (end) {
    case End::Good:
        right = answer.code == 0;
        break;
    case End::Looked:
        right = answer.code == 0 || answer.code == 3;
        break;
    case End::Records:
        right = answer.code == 3;
        break;
    case End::Retry:
        right = faulted("retry");
        break;
    case End::RateLimited:
        right = faulted("rate-limited");
        break;
    case End::RemoteFault:
        right = faulted("remote-fault");
        break;
    case End::NeedsLogin:
        right = faulted("needs-login");
        break;
    case End::BadConfig:
        right = faulted("bad-config");
        break;
    }
    if (!right) return QString::fromUtf8(answer.told());
    return answer.code == 1 && answer.message().isEmpty() ? u"no word for a person: "_s + kind : QString();
}

/// One company, one workspace, and the sync that is meeting the fault.
struct Meeting {
    QTemporaryDir folder;
    DealFile deals{36, 8};
    SandboxProgram practice{{u"--load"_s, deals.saved(folder)}};
    Books books;
    std::unique_ptr<QProcess> sync;
    qint64 before = 0;

    explicit Meeting(const WireCase& wire)
    {
        books.setUp(practice);
        if (wire.updating) {
            if (const Answer made = books.sync(); made.code != 0) qFatal("%s", made.told().constData());
            practice.takeDeals(deals.moved(20, 11));
        }
        before = practice.lastCall();
        practice.fault(wire.fault);
        sync = books.startSync();
    }
};

qint64 writesSeen(const SandboxProgram& practice, qint64 since)
{
    const auto calls = practice.calls(since);
    return std::count_if(calls.begin(), calls.end(), [](const Json& call) {
        return call[u"system"].toText() == "xero"_L1 && call[u"method"].toText() != "GET"_L1 &&
               call[u"path"].toText().startsWith("/api.xro"_L1);
    });
}

} // namespace

/// Faults over real sockets, on reads and on writes: the sync ends with a clear word, no write reaches the
/// server behind the program's back, and once the fault is gone everything is there exactly once.
class TestWire : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aFaultLosesNothingAndDoublesNothing_data();
    void aFaultLosesNothingAndDoublesNothing();
    void aCutWriteIsRepeatedOnceWithItsKey_data();
    void aCutWriteIsRepeatedOnceWithItsKey();

  private:
    [[nodiscard]] std::unique_ptr<Meeting> meeting(size_t index);

    QList<WireCase> m_cases = allCases();
    std::vector<std::unique_ptr<Meeting>> m_meetings =
        std::vector<std::unique_ptr<Meeting>>(size_t(m_cases.size()));
};

/// Starts the next few with the one that is asked for: most of their time is waiting for a retry.
std::unique_ptr<Meeting> TestWire::meeting(size_t index)
{
    if (!m_meetings[index])
        for (size_t i = index; i < std::min(index + kTogether, m_meetings.size()); ++i)
            m_meetings[i] = std::make_unique<Meeting>(m_cases[qsizetype(i)]);
    return std::move(m_meetings[index]);
}

void TestWire::aFaultLosesNothingAndDoublesNothing_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_cases.size(); ++index)
        QTest::newRow(m_cases[index].name.constData()) << index;
}

void TestWire::aFaultLosesNothingAndDoublesNothing()
{
    QFETCH(int, index);
    const auto met = meeting(size_t(index));
    const Answer first = support::answerOf(*met->sync);
    QVERIFY2(!first.crashed, first.told().constData());
    QCOMPARE(wrongEnd(first, m_cases[index].end), QString());
    QVERIFY2(support::addsUp(first.json()), first.told().constData());
    // The guard against Qt's silent repeat: every write the server saw is one that the program knows of.
    QCOMPARE(writesSeen(met->practice, met->before), first.json()[u"calls"][u"write"].toInteger());

    met->practice.clearFaults();
    if (first.json()[u"fault"][u"kind"].toText() == "needs-login"_L1)
        for (const auto* system : {u"salesforce", u"xero"})
            QCOMPARE(met->books.connect(met->practice, QString::fromUtf16(system)).code, 0);
    const Answer healed = met->books.syncUntilQuiet();
    QVERIFY2(healed.code == 0, healed.told().constData());
    QCOMPARE(support::brokenPromise(met->practice), QString());
    QVERIFY(met->books.problems().isEmpty());
    QCOMPARE(met->books.openJournalRows(), 0);
}

void TestWire::aCutWriteIsRepeatedOnceWithItsKey_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("before the server committed") << QByteArray("cut-before");
    QTest::newRow("after the server committed") << QByteArray("cut-after");
}

void TestWire::aCutWriteIsRepeatedOnceWithItsKey()
{
    QFETCH(QByteArray, kind);
    Meeting met({"",
                 R"({"system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices","count":1,"kind":")" +
                     kind + "\"}",
                 End::Good, false});
    const Answer answer = support::answerOf(*met.sync);
    QVERIFY2(answer.code == 0, answer.told().constData());
    QStringList keys;
    for (const auto& call : met.practice.calls(met.before))
        if (call[u"method"].toText() == "PUT"_L1 && call[u"path"].toText().endsWith("/Invoices"_L1))
            keys += call[u"idempotencyKey"].toText();
    QCOMPARE(keys.size(), 2);
    QVERIFY(!keys[0].isEmpty());
    QCOMPARE(keys[0], keys[1]);
    QCOMPARE(answer.json()[u"created"].toInteger(), met.deals.won().size());
    QCOMPARE(support::brokenPromise(met.practice), QString());
}

QTEST_GUILESS_MAIN(TestWire)
#include "testwire.moc"
