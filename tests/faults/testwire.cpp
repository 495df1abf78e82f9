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

/// A fault of the wire or of a system, where it strikes, and how the sync that meets it must end.
struct WireCase {
    QByteArray name;
    QByteArray fault;
    int code = 0;
    QString faultCode; ///< of the run when it is a fault
};

/// So many cases wait for their retries side by side.
constexpr size_t kTogether = 10;

struct Place {
    const char* name;
    const char* json;
    bool write;
};
constexpr Place kPlaces[] = {
    {"reading deals", R"("system":"salesforce","match":"/services/data/v[0-9.]+/query")", false},
    {"reading contacts", R"("system":"xero","method":"GET","match":"/api.xro/2.0/Contacts")", false},
    {"writing contacts", R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Contacts")", true},
    {"writing invoices", R"("system":"xero","method":"PUT","match":"/api.xro/2.0/Invoices")", true},
};

/// A write that ends badly is a matter of its records, a read that does one of the run.
struct Kind {
    const char* name;
    const char* json;
    int reading;
    int writing;
    const char* faultCode;
};
constexpr Kind kKinds[] = {
    {"cut before, once", R"("kind":"cut-before","count":1)", 0, 0, ""},
    {"cut after, once", R"("kind":"cut-after","count":1)", 0, 0, ""},
    {"cut before, for good", R"("kind":"cut-before")", 1, 3, "net.cut"},
    {"cut after, for good", R"("kind":"cut-after")", 1, 0, "net.cut"},
    {"truncated chunked body, once", R"("kind":"truncate","count":1)", 0, 0, ""},
    {"page instead of data, once", R"("kind":"html","count":1)", 0, 0, ""},
    {"page instead of data, for good", R"("kind":"html")", 1, 3, ""},
    {"malformed, once", R"("kind":"status","status":200,"body":"records: 1","count":1)", 0, 0, ""},
    {"empty answer, once", R"("kind":"status","status":200,"body":"","count":1)", 0, 0, ""},
    {"expired sign-in", R"("kind":"expire-tokens","count":1)", 0, 0, ""},
    {"401, once", R"("kind":"status","status":401,"count":1)", 0, 0, ""},
    {"401, for good", R"("kind":"status","status":401)", 1, 1, ""},
    {"403", R"("kind":"status","status":403)", 1, 1, ""},
    {"429 with a wait", R"("kind":"rate-minute","retryAfter":1,"count":1)", 0, 0, ""},
    {"429 without a wait", R"("kind":"rate-concurrent","count":1)", 0, 0, ""},
    {"500, once", R"("kind":"status","status":500,"count":1)", 0, 0, ""},
    {"503, once", R"("kind":"status","status":503,"count":1)", 0, 0, ""},
    {"503, for good", R"("kind":"status","status":503)", 1, 3, ""},
};

QList<WireCase> allCases()
{
    QList<WireCase> cases;
    for (const auto& place : kPlaces)
        for (const auto& kind : kKinds)
            cases += WireCase{QByteArray(place.name) + ": " + kind.name, QByteArray("{") + place.json + "," + kind.json + "}",
                              place.write ? kind.writing : kind.reading, QString::fromLatin1(kind.faultCode)};
    return cases;
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
        books.set(practice);
        before = practice.lastCall();
        practice.fault(wire.fault);
        sync = books.startSync();
    }
};

qint64 writesSeen(const SandboxProgram& practice, qint64 since)
{
    const auto calls = practice.calls(since);
    return std::count_if(calls.begin(), calls.end(), [](const Json& call) {
        return call[u"system"].toText() == "xero"_L1 && call[u"method"].toText() != "GET"_L1
               && call[u"path"].toText().startsWith("/api.xro"_L1);
    });
}

} // namespace

/// Faults over real sockets, on reads and on writes: the sync ends with a clear word, no write reaches the server
/// behind the program's back, and once the fault is gone everything is there exactly once.
class TestWire : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aFaultLosesNothingAndDoublesNothing_data();
    void aFaultLosesNothingAndDoublesNothing();

  private:
    [[nodiscard]] std::unique_ptr<Meeting> meeting(size_t index);

    QList<WireCase> m_cases = allCases();
    std::vector<std::unique_ptr<Meeting>> m_meetings = std::vector<std::unique_ptr<Meeting>>(size_t(m_cases.size()));
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
    for (int index = 0; index < m_cases.size(); ++index) QTest::newRow(m_cases[index].name.constData()) << index;
}

void TestWire::aFaultLosesNothingAndDoublesNothing()
{
    QFETCH(int, index);
    const auto& expected = m_cases[index];
    const auto met = meeting(size_t(index));
    const Answer first = support::answerOf(*met->sync);
    QVERIFY2(!first.crashed, first.told().constData());
    if (first.code != expected.code) qWarning() << "CODE" << first.code << first.told().left(1200);
    if (first.code == 1) QVERIFY2(!first.message().isEmpty(), first.told().constData());
    QVERIFY(support::addsUp(first.json()));
    if(writesSeen(met->practice, met->before)!= first.json()[u"calls"][u"write"].toInteger()) qWarning()<<"WRITES"<<writesSeen(met->practice, met->before) << first.json()[u"calls"][u"write"].toInteger();
    qInfo() << first.faultCode() << first.message() << first.json()[u"durationMs"].toInteger();

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

QTEST_GUILESS_MAIN(TestWire)
#include "testwire.moc"
