#include "connectors/practicebench.h"
#include "engine/write/recoverjournal.h"
#include "engine/write/writelane.h"
#include "sandbox/salesforce/salesforcesystem.h"
#include "store/repositories.h"
#include "support/storeview.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::support;
using connectors::Operation;
using engine::PlannedWrite;
using engine::WriteLane;
using model::Value;

namespace {

constexpr int kMany = 5000;
constexpr int kRefused = kMany / 100;

PlannedWrite planned(int number, const QString& flow)
{
    PlannedWrite write;
    write.row.key = u"key-%1"_s.arg(number);
    // Each hundredth lacks its name, which Salesforce refuses.
    const Value name = number % 100 == 0 ? Value() : Value(u"Load %1"_s.arg(number));
    write.row.target = recordOf({{u"Name"_s, name}, {u"Xero_Contact_Id__c"_s, Value(write.row.key)}});
    write.contentHash = model::contentHash(Value(write.row.target));
    write.ending.flow = flow;
    write.ending.sourceId = u"source-%1"_s.arg(number);
    write.ending.sourceVersion = u"1"_s;
    write.ending.title = write.row.key;
    write.ending.targetObject = u"Account"_s;
    return write;
}

Task<void> feed(WriteLane* lane, QList<PlannedWrite> writes)
{
    for (auto& write : writes)
        co_await lane->add(std::move(write));
    co_await lane->flush();
    co_await lane->settle();
}

/// An account load, as a run would make it: one lane, one journal, one practice Salesforce.
class LoadBench final
{
  public:
    LoadBench()
        : m_time(clock)
        , m_salesforce(m_time, m_random)
        , m_bench(u"salesforce"_s, m_salesforce, clock)
    {
        flow.id = u"load"_s;
        flow.to = {u"salesforce"_s, u"salesforce-1"_s, u"Account"_s};
        m_bench.signIn();
        restart();
        m_before = accounts();
    }

    ManualClock clock;
    model::Flow flow;
    TempWorkspace workspace;
    std::unique_ptr<connectors::RestConnector> connector;

    void restart()
    {
        connector = m_bench.connect();
        onWire({});
        workspace.reopen();
    }

    model::RunReport load(const QList<PlannedWrite>& writes)
    {
        model::RunReport report;
        report.flow = flow.id;
        engine::RunPlaces places;
        places.targetConnection = flow.to.connection;
        places.sourceLink = [](const QString&) { return QString(); };
        places.targetLink = [](const QString&, const QString&) { return QString(); };
        engine::RunBook book(workspace.store(), clock, report, places, {});
        if (!runTask(book.open(), clock)) qFatal("the run cannot be opened");
        WriteLane::Settings settings;
        settings.flow = flow.id;
        settings.connection = flow.to.connection;
        settings.object = flow.to.object;
        WriteLane lane(settings, *connector, workspace.store(), clock, book, {}, {});
        runTask(feed(&lane, writes), clock);
        return book.report();
    }

    Result<void> recover()
    {
        return runTask(engine::recoverJournal(flow, *connector, workspace.store(), clock, {}), clock);
    }

    qsizetype openRows() { return openRowsIn(workspace, flow.id); }

    qint64 links()
    {
        const QString id = flow.id;
        return *workspace.read<qint64>(
            [id](store::Database& database) { return store::LinkRepository(database).count(id); });
    }

    qsizetype added() { return accounts() - m_before; }
    int asked(const QString& part) { return m_counts.value(part); }

    using Judge = std::function<bool(const net::HttpRequest&)>;
    /// Requests that the judge picks are cut off: before they arrive, or after.
    void onWire(Judge cutBefore, Judge cutAfter = {})
    {
        m_bench.transport().setHandler([=, this](const net::HttpRequest& request) {
            const QString path = request.url.path();
            for (const QString& part : {u"/batches"_s, u"/jobs/ingest"_s, u"/composite/sobjects"_s})
                m_counts[part] += int(path.endsWith(part));
            if (cutBefore && cutBefore(request)) return cutAnswer(request);
            MemoryTransport::Answer answer = pass(request);
            if (cutAfter && cutAfter(request)) return cutAnswer(request);
            return answer;
        });
    }

  private:
    qsizetype accounts() { return m_salesforce.state(u"Account").toArray().size(); }

    MemoryTransport::Answer pass(const net::HttpRequest& request)
    {
        return support::practiceAnswer(m_salesforce, request);
    }

    SharedTime m_time;
    SeededRandom m_random{5};
    sandbox::SalesforceSystem m_salesforce;
    PracticeBench m_bench;
    QHash<QString, int> m_counts;
    qsizetype m_before = 0;
};

QList<PlannedWrite> writes(int count)
{
    QList<PlannedWrite> all;
    for (int i = 1; i <= count; ++i)
        all += planned(i, u"load"_s);
    return all;
}

} // namespace

/// Very many rows in one run: they travel as jobs, and nothing is written twice whatever is cut.
class TestLoads final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void fiveThousandRowsGoAsOneJobAndEachHasItsEnd();
    void asManyAsCallsTakeGoInCalls();
    void rowsThatAreNoJobGoInCalls();
    void rowsCutOffOnTheWayAreLoadedAnewOnce_data();
    void rowsCutOffOnTheWayAreLoadedAnewOnce();
    void aLoadWhoseEndWasNotSeenIsFoundBeforeAnythingIsSent();
    void aLoadThatIsStillAtWorkHoldsTheNextRun();
};

void TestLoads::fiveThousandRowsGoAsOneJobAndEachHasItsEnd()
{
    LoadBench bench;
    const auto report = bench.load(writes(kMany));
    QCOMPARE(report.counts.created, kMany - kRefused);
    QCOMPARE(report.counts.failed, kRefused);
    QCOMPARE(report.counts.ended(), kMany);
    QCOMPARE(bench.added(), kMany - kRefused);
    QCOMPARE(bench.links(), kMany - kRefused);
    QCOMPARE(bench.openRows(), 0);
    QCOMPARE(bench.asked(u"/jobs/ingest"_s), 1);
    QCOMPARE(bench.asked(u"/composite/sobjects"_s), 0);
}

void TestLoads::asManyAsCallsTakeGoInCalls()
{
    LoadBench bench;
    const auto report = bench.load(writes(2000));
    QCOMPARE(report.counts.created, 1980);
    QCOMPARE(bench.asked(u"/jobs/ingest"_s), 0);
    QCOMPARE(bench.asked(u"/composite/sobjects"_s), 10);
}

void TestLoads::rowsThatAreNoJobGoInCalls()
{
    LoadBench bench;
    auto rows = writes(2100);
    rows[7].row.target =
        recordOf({{u"Name"_s, Value(u"#N/A"_s)}, {u"Xero_Contact_Id__c"_s, Value(u"key-8"_s)}});
    const auto report = bench.load(rows);
    QCOMPARE(report.counts.created, 2100 - 21);
    QCOMPARE(bench.asked(u"/jobs/ingest"_s), 0);
    QCOMPARE(bench.asked(u"/composite/sobjects"_s), 11);
}

void TestLoads::rowsCutOffOnTheWayAreLoadedAnewOnce_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("cut before") << false;
    QTest::newRow("cut after") << true;
}

void TestLoads::rowsCutOffOnTheWayAreLoadedAnewOnce()
{
    QFETCH(bool, arrived);
    LoadBench bench;
    int uploads = 0;
    const LoadBench::Judge first = [&uploads](const net::HttpRequest& request) {
        return request.verb == net::Verb::Put && ++uploads == 1;
    };
    bench.onWire(arrived ? LoadBench::Judge() : first, arrived ? first : LoadBench::Judge());
    const auto report = bench.load(writes(kMany));
    QCOMPARE(report.counts.created, kMany - kRefused);
    QCOMPARE(bench.added(), kMany - kRefused);
    QCOMPARE(bench.asked(u"/batches"_s), 2);
    QCOMPARE(bench.openRows(), 0);
}

void TestLoads::aLoadWhoseEndWasNotSeenIsFoundBeforeAnythingIsSent()
{
    LoadBench bench;
    bool isOut = false; // the power
    bench.onWire([&isOut](const net::HttpRequest&) { return isOut; },
                 [&isOut](const net::HttpRequest& request) {
                     isOut = isOut || request.verb == net::Verb::Patch;
                     return isOut;
                 });
    const auto report = bench.load(writes(kMany));
    QCOMPARE(report.counts.uncertain, kMany);
    QCOMPARE(bench.openRows(), kMany);
    bench.restart();
    QVERIFY(bench.recover());
    QCOMPARE(bench.openRows(), 0);
    QCOMPARE(bench.links(), kMany - kRefused);
    QCOMPARE(bench.added(), kMany - kRefused);
    QCOMPARE(bench.asked(u"/batches"_s), 1);
}

void TestLoads::aLoadThatIsStillAtWorkHoldsTheNextRun()
{
    LoadBench bench;
    bool isOut = false;
    bench.onWire([&isOut](const net::HttpRequest&) { return isOut; },
                 [&isOut](const net::HttpRequest& request) {
                     isOut = isOut || request.verb == net::Verb::Patch;
                     return isOut;
                 });
    bench.load(writes(kMany));
    bench.restart();
    StopSource stop;
    stop.request(StopMode::AfterBatch); // looks once
    const auto recovered = runTask(engine::recoverJournal(bench.flow, *bench.connector,
                                                          bench.workspace.store(), bench.clock, stop.token()),
                                   bench.clock);
    QVERIFY(!recovered);
    QCOMPARE(recovered.error().code, u"connector.job-unfinished"_s);
    QCOMPARE(bench.openRows(), kMany);
    QVERIFY(bench.recover());
    QCOMPARE(bench.openRows(), 0);
}

QTEST_GUILESS_MAIN(TestLoads)
#include "testloads.moc"
