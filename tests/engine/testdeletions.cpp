#include "engine/dealtext.h"
#include "engine/syncbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::RunMode;
using model::RunReport;
using model::RunState;
using support::DealText;
using support::SyncBench;

namespace {

const QByteArray kDeal = DealText().id;

RunReport finished(SyncBench& bench, RunMode mode = RunMode::Sync)
{
    bench.clock.advance(std::chrono::minutes(1));
    const auto report = bench.run(mode);
    if (report.state != RunState::Finished || report.counts.ended() != report.counts.read)
        qFatal("the run does not add up: %s",
               report.fault ? qPrintable(report.fault->code + u' ' + report.fault->text) : "");
    return report;
}

void remove(SyncBench& bench, const QByteArray& id)
{
    bench.clock.advance(std::chrono::minutes(1));
    connectors::WriteRow row;
    row.targetId = QString::fromLatin1(id);
    const auto write = bench.salesforce->prepare(u"Opportunity"_s, connectors::Operation::Delete, {row}, {});
    const auto outcomes = support::runTask(bench.salesforce->send(write, {}), bench.clock);
    if (!outcomes || outcomes->first().state != model::RowOutcome::State::Written)
        qFatal("the deal cannot be deleted");
}

void restore(SyncBench& bench, const QByteArray& id)
{
    bench.clock.advance(std::chrono::minutes(1));
    bench.company().clock().set(bench.clock.now());
    // As Salesforce does, with its lines.
    const Json both =
        Json::array({Json(QString::fromLatin1(id)), Json(u"00k"_s + QString::fromLatin1(id.mid(3)))});
    const Json wish = Json::object({{u"undelete"_s, both}});
    if (!bench.company().salesforce().configure(wish)) qFatal("the deal cannot be restored");
}

qsizetype open(SyncBench& bench)
{
    qsizetype count = 0;
    for (const auto& problem : bench.problems())
        count += qsizetype(problem.state == model::ProblemState::Open ||
                           problem.state == model::ProblemState::Retrying);
    return count;
}

/// A source whose changes do not tell what was deleted: only a sweep shows it.
class SilentSource final : public connectors::Connector
{
  public:
    explicit SilentSource(connectors::Connector& real)
        : m_real(real)
    {
    }
    bool showsNothing = false;
    int sweeps = 0;

    class Pages final : public connectors::PageStream
    {
      public:
        Pages(std::unique_ptr<connectors::PageStream> real, bool isEmpty)
            : m_real(std::move(real))
            , m_isEmpty(isEmpty)
        {
        }
        Task<Result<std::optional<connectors::Page>>> next(StopToken stop) override
        {
            Result<std::optional<connectors::Page>> page = co_await m_real->next(stop);
            if (page && *page) {
                (*page)->deletedIds.clear();
                (*page)->departed.clear();
                (*page)->deleted = 0;
                if (m_isEmpty) (*page)->records.clear();
            }
            co_return page;
        }

      private:
        std::unique_ptr<connectors::PageStream> m_real;
        bool m_isEmpty;
    };

    QString system() const override { return m_real.system(); }
    Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects, StopToken stop) override
    {
        return m_real.describe(objects, stop);
    }
    void adopt(QList<model::ObjectSchema> schemas) override { m_real.adopt(schemas); }
    Task<Result<connectors::OrganisationInfo>> test(StopToken stop) override { return m_real.test(stop); }
    Task<Result<connectors::ReferenceData>> reference(StopToken stop) override
    {
        return m_real.reference(stop);
    }
    std::unique_ptr<connectors::PageStream> read(connectors::ReadRequest request) override
    {
        const bool isSweep = request.since.isEmpty() && request.ids.isEmpty() && request.paths.size() == 1;
        sweeps += int(isSweep);
        return std::make_unique<Pages>(m_real.read(request), isSweep && showsNothing);
    }
    connectors::TargetRecord toTarget(const QString& object, const model::Record& record) const override
    {
        return m_real.toTarget(object, record);
    }
    QStringList targetPaths(const QString& object) const override { return m_real.targetPaths(object); }
    Task<Result<QList<connectors::TargetRecord>>> find(QString object, QStringList keys,
                                                       StopToken stop) override
    {
        return m_real.find(object, keys, stop);
    }
    int batchSize(const QString& object, connectors::Operation operation) const override
    {
        return m_real.batchSize(object, operation);
    }
    std::chrono::seconds keyWindow(const QString& object, connectors::Operation operation) const override
    {
        return m_real.keyWindow(object, operation);
    }
    connectors::PreparedWrite prepare(QString object, connectors::Operation operation,
                                      QList<connectors::WriteRow> rows, QString key) const override
    {
        return m_real.prepare(object, operation, rows, key);
    }
    Task<Result<QList<model::RowOutcome>>> send(connectors::PreparedWrite write, StopToken stop) override
    {
        return m_real.send(write, stop);
    }
    connectors::Deletion deletion(const QString&) const override { return connectors::Deletion::BySweep; }
    QString link(const QString& object, const QString& id) const override { return m_real.link(object, id); }
    net::CallCounts calls() const override { return m_real.calls(); }
    QList<net::WireEntry> recentWire() const override { return m_real.recentWire(); }
    std::optional<int> dayRemaining() const override { return m_real.dayRemaining(); }
    int perDay() const override { return m_real.perDay(); }

  private:
    connectors::Connector& m_real;
};

} // namespace

/// Source records that are deleted: the ledger keeps what was written, a person is told, once.
class TestDeletions final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aDeletedDealIsHeldOnceAndItsInvoiceStays();
    void aPreviewShowsItAndMarksNothing();
    void aRestoredDealIsTakenUpAgainByItself();
    void aRetryOfADeletedDealKeepsItsProblem();
    void aDeletedDealThatWasNeverWrittenNeedsNoWord();
    void aSweepFindsWhatNoChangeTells();
    void aSweepThatSeesNothingMarksNothing();
};

void TestDeletions::aDeletedDealIsHeldOnceAndItsInvoiceStays()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    QCOMPARE(finished(bench).counts.created, 1);
    const auto before = bench.invoices();
    remove(bench, kDeal);
    const auto report = finished(bench);
    QCOMPARE(report.counts.held, 1);
    QCOMPARE(report.counts.created + report.counts.updated, 0);
    QCOMPARE(report.writeCalls, 0);
    const auto problems = bench.problems();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().error.code, u"source.deleted"_s);
    QCOMPARE(problems.first().error.facts.at(1), before.first()[u"InvoiceNumber"].toText());
    QVERIFY(problems.first().sourceTitle != QString::fromLatin1(kDeal)); // its name, as far as it is shown
    QCOMPARE(bench.invoices(), before);
    // The overlap shows it again; it is told once.
    const auto again = finished(bench);
    QCOMPARE(again.counts.held, 0);
    QCOMPARE(open(bench), 1);
}

void TestDeletions::aPreviewShowsItAndMarksNothing()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    finished(bench);
    remove(bench, kDeal);
    QCOMPARE(finished(bench, RunMode::Preview).counts.held, 1);
    QCOMPARE(bench.problems().size(), 0);
    QCOMPARE(finished(bench).counts.held, 1);
}

void TestDeletions::aRestoredDealIsTakenUpAgainByItself()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    finished(bench);
    remove(bench, kDeal);
    finished(bench);
    QCOMPARE(open(bench), 1);
    restore(bench, kDeal);
    const auto report = finished(bench);
    QCOMPARE(report.counts.unchanged, 1);
    QCOMPARE(open(bench), 0);
    QCOMPARE(bench.invoices().size(), 1);
    DealText changed;
    changed.quantity = "3";
    bench.clock.advance(std::chrono::minutes(1));
    bench.deals(changed.ndjson());
    QCOMPARE(finished(bench).counts.updated, 1);
}

void TestDeletions::aRetryOfADeletedDealKeepsItsProblem()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    finished(bench);
    remove(bench, kDeal);
    finished(bench);
    bench.clock.advance(std::chrono::hours(1));
    bench.retryHeld();
    const auto report = bench.run(RunMode::Sync, {QString::fromLatin1(kDeal)}, model::RunTrigger::Retry);
    QCOMPARE(report.counts.held, 1);
    QCOMPARE(open(bench), 1);
}

void TestDeletions::aDeletedDealThatWasNeverWrittenNeedsNoWord()
{
    SyncBench bench(SyncBench::few(0));
    DealText open;
    open.stage = "Prospecting";
    DealText odd;
    odd.id = "006000000009002AAA";
    odd.account = "001000000009002AAA";
    odd.quantity = "-5"; // below zero: held
    bench.deals(open.ndjson());
    bench.deals(odd.ndjson());
    QCOMPARE(finished(bench).counts.held, 1);
    QCOMPARE(::open(bench), 1);
    remove(bench, open.id);
    remove(bench, odd.id);
    const auto report = finished(bench);
    QCOMPARE(report.counts.held, 0);
    QCOMPARE(report.counts.skipped, 1); // the one that was held is no question any more
    QCOMPARE(::open(bench), 0);
}

void TestDeletions::aSweepFindsWhatNoChangeTells()
{
    SyncBench bench(SyncBench::few(0));
    DealText kept;
    kept.id = "006000000009002AAA";
    kept.account = "001000000009002AAA";
    kept.customer = "Harbour Foods";
    bench.deals(DealText().ndjson() + kept.ndjson());
    SilentSource source(*bench.salesforce);
    const auto run = [&] {
        bench.clock.advance(std::chrono::minutes(1));
        engine::RunRequest request;
        request.flow = bench.flow;
        request.lookups = bench.lookups;
        engine::Run sync({source, *bench.xero, bench.workspace.store(), bench.clock, bench.computing},
                         request, bench.stop().token(), {});
        return support::runTask(sync.execute(), bench.clock);
    };
    QCOMPARE(run().counts.created, 2);
    remove(bench, kDeal);
    bench.clock.advance(std::chrono::hours(25));
    const int before = source.sweeps;
    const auto report = run();
    QCOMPARE(report.state, RunState::Finished);
    QCOMPARE(report.counts.held, 1);
    QCOMPARE(bench.problems().first().sourceId, QString::fromLatin1(kDeal));
    QCOMPARE(source.sweeps, before + 1);
    run();
    QCOMPARE(source.sweeps, before + 1); // once a day
    restore(bench, kDeal);
    bench.clock.advance(std::chrono::hours(25));
    run();
    QCOMPARE(open(bench), 0);
    QCOMPARE(bench.invoices().size(), 2);
}

void TestDeletions::aSweepThatSeesNothingMarksNothing()
{
    SyncBench bench(SyncBench::few(0));
    bench.deals(DealText().ndjson());
    SilentSource source(*bench.salesforce);
    engine::RunRequest request;
    request.flow = bench.flow;
    request.lookups = bench.lookups;
    for (int i = 0; i < 2; ++i) {
        bench.clock.advance(std::chrono::hours(25));
        engine::Run sync({source, *bench.xero, bench.workspace.store(), bench.clock, bench.computing},
                         request, bench.stop().token(), {});
        const auto report = support::runTask(sync.execute(), bench.clock);
        QCOMPARE(report.state, RunState::Finished);
        QCOMPARE(report.counts.held, 0);
        QCOMPARE(report.warnings.size(), i);
        if (i > 0) QCOMPARE(report.warnings.first().code, u"source.all-gone"_s);
        source.showsNothing = true;
    }
}

QTEST_GUILESS_MAIN(TestDeletions)
#include "testdeletions.moc"
