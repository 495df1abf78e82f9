#include "connectors/xerobench.h"
#include "engine/entry/fileentrydesk.h"
#include "engine/entry/recoverentries.h"
#include "sandbox/salesforce/salesforcesystem.h"
#include "store/repositories.h"
#include "support/storeview.h"

using namespace tieout;
using namespace tieout::support;
using model::Attached;
using model::Outcome;
using State = model::RowOutcome::State;

namespace {

const QString kConnection = u"xero-1"_s;

} // namespace

/// Files hung on records by hand, against the practice Xero and the practice Salesforce: journal first, a run
/// that says what hangs on what, nothing twice.
class TestFileEntries final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        m_xero = std::make_unique<XeroBench>();
        m_workspace = std::make_unique<TempWorkspace>();
        m_invoice = m_xero->newInvoice(u"DRAFT"_s);
        QVERIFY(!m_invoice.isEmpty());
        wire().clearCalls();
    }
    void cleanup()
    {
        m_workspace.reset();
        m_xero.reset();
    }

    void theJournalNamesTheFileBeforeItsBytesLeave()
    {
        qsizetype openWhenSent = -1;
        onPut([&](const net::HttpRequest& request) {
            openWhenSent = openRows();
            return practiceAnswer(m_xero->xero(), request);
        });
        const auto report = attach(u"terms.txt"_s, "30 days");
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text));
        QCOMPARE(report->outcome.state, State::Written);
        QCOMPARE(openWhenSent, 1);
        QCOMPARE(openRows(), 0);
    }

    void theRunSaysWhatHangsOnWhat()
    {
        const auto report = attach(u"My terms.txt"_s, "30 days");
        QVERIFY(report);
        const auto run = kept(report->run.id);
        QVERIFY(run);
        QCOMPARE(run->state, model::RunState::Finished);
        QCOMPARE(run->flowTitle, u"Xero · Demo"_s);
        QCOMPARE(run->counts.read, 1);
        QCOMPARE(run->counts.created, 1);
        QCOMPARE(run->writeCalls, 1);
        const auto records = recordsOf(report->run.id);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().title, u"My_terms.txt"_s);
        QCOMPARE(records.first().party, u"INV-7"_s);
        QCOMPARE(records.first().targetId, m_invoice);
        QCOMPARE(records.first().outcome, Outcome::Created);
    }

    void whatHangsThereAlreadyIsNotSent()
    {
        QVERIFY(attach(u"terms.txt"_s, "30 days"));
        const auto again = attach(u"terms.txt"_s, "30 days");
        QVERIFY(again);
        QVERIFY(again->attached.how == Attached::How::WasThere);
        QCOMPARE(again->run.counts.unchanged, 1);
        QCOMPARE(puts(), 1);
    }

    void anotherFileOfTheNameIsHeldUntilSomebodySaysReplace()
    {
        QVERIFY(attach(u"terms.txt"_s, "30 days"));
        const auto refused = attach(u"terms.txt"_s, "14 days");
        QVERIFY(refused);
        QCOMPARE(refused->outcome.state, State::Rejected);
        QCOMPARE(refused->outcome.error.code, u"connector.file-name-taken"_s);
        QCOMPARE(refused->run.counts.held, 1);
        QVERIFY(!refused->run.fault);
        QCOMPARE(puts(), 1);
        const auto replaced = attach(u"terms.txt"_s, "14 days", model::SameName::Replace);
        QVERIFY(replaced && replaced->attached.how == Attached::How::Replaced);
        QCOMPARE(replaced->run.counts.updated, 1);
        QCOMPARE(contents(), QList<QByteArray>{"14 days"});
        QCOMPARE(openRows(), 0);
    }

    void aCutAfterTheFileArrivedSendsItOnce()
    {
        onPut([this](const net::HttpRequest& request) -> MemoryTransport::Answer {
            const auto committed = practiceAnswer(m_xero->xero(), request);
            Q_UNUSED(committed)
            return cut();
        });
        const auto report = attach(u"terms.txt"_s, "30 days");
        QVERIFY(report);
        QCOMPARE(report->outcome.state, State::Written);
        QCOMPARE(puts(), 1);
        QCOMPARE(contents(), QList<QByteArray>{"30 days"});
    }

    void aCutBeforeTheFileArrivedIsSaidAndNotSentAgainByItself()
    {
        onPut([](const net::HttpRequest&) { return cut(); });
        const auto report = attach(u"terms.txt"_s, "30 days");
        QVERIFY(report);
        QCOMPARE(report->outcome.state, State::Rejected);
        QCOMPARE(report->run.counts.failed, 1);
        QCOMPARE(puts(), 1);
        QVERIFY(contents().isEmpty());
        onPut({});
        QCOMPARE(attach(u"terms.txt"_s, "30 days")->outcome.state, State::Written);
    }

    void anEndThatCannotBeLookedUpStaysInDoubt()
    {
        bool dark = false;
        wire().setHandler([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (request.verb == net::Verb::Put) dark = true;
            if (dark) return cut();
            return practiceAnswer(m_xero->xero(), request);
        });
        const auto report = attach(u"terms.txt"_s, "30 days");
        QVERIFY(report);
        QCOMPARE(report->outcome.state, State::Uncertain);
        QCOMPARE(report->run.counts.uncertain, 1);
        QCOMPARE(openRows(), 1);
        dark = false;
        onPut({});
        // The next start looks: it is not there.
        const auto recovered = recover();
        QVERIFY(recovered);
        QCOMPARE(recovered->size(), 1);
        QCOMPARE(recovered->first().counts.failed, 1);
        QCOMPARE(openRows(), 0);
    }

    void whatIsRefusedIsNoDoubt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("kind of file") << u"setup.exe"_s << 0 << u"xero.file-refused"_s;
        QTest::newRow("size") << u"a.pdf"_s << 413 << u"connector.file-too-large-there"_s;
    }
    void whatIsRefusedIsNoDoubt()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        QFETCH(QString, code);
        if (status > 0)
            onPut([status](const net::HttpRequest&) -> MemoryTransport::Answer {
                return MemoryTransport::response(status, "no", {{"Content-Type", "text/plain"}});
            });
        const auto report = attach(name, "one");
        QVERIFY(report);
        QCOMPARE(report->outcome.state, State::Rejected);
        QCOMPARE(report->outcome.error.code, code);
        QCOMPARE(report->run.counts.failed, 1);
        QCOMPARE(openRows(), 0);
    }

    void whatCannotBeAddedBeginsNoRun()
    {
        const auto large = attach(u"a.pdf"_s, QByteArray(10'000'001, 'x'));
        QVERIFY(!large);
        QCOMPARE(large.error().code, u"connector.file-too-large"_s);
        QCOMPARE(large.error().facts.last(), u"10000000"_s);
        model::FileEntry entry;
        entry.object = u"TaxRates"_s;
        entry.record = u"x"_s;
        const auto none = attach(entry);
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"connector.no-files"_s);
        QVERIFY(wire().calls().isEmpty());
        QVERIFY(!kept(1));
    }

    void aFileOnItsWayWhenTheProgramDiedIsLookedUp_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it hangs there") << QByteArray("30 days") << true;
        QTest::newRow("nothing hangs there") << QByteArray() << false;
        QTest::newRow("another one of its name") << QByteArray("a month") << false;
        QTest::newRow("another one of its name and size") << QByteArray("14 days") << false;
    }
    void aFileOnItsWayWhenTheProgramDiedIsLookedUp()
    {
        QFETCH(QByteArray, there);
        QFETCH(bool, arrived);
        if (!there.isEmpty()) QVERIFY(attach(u"terms.txt"_s, there));
        const int before = puts();
        const qint64 run = died(m_invoice);
        const auto recovered = recover();
        QVERIFY(recovered);
        QCOMPARE(recovered->size(), 1);
        QCOMPARE(kept(run)->state, model::RunState::Faulted);
        const auto records = recordsOf(run);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().outcome, arrived ? Outcome::Created : Outcome::Failed);
        QCOMPARE(records.first().title, u"terms.txt"_s);
        if (!arrived) QCOMPARE(records.first().reason->code, u"entry.file-not-arrived"_s);
        QCOMPARE(openRows(), 0);
        QCOMPARE(puts(), before);
    }

    void aRecordThatIsGoneHasNoFile()
    {
        const qint64 run = died(kNobody);
        QVERIFY(recover());
        QCOMPARE(recordsOf(run).first().outcome, Outcome::Failed);
        QCOMPARE(openRows(), 0);
    }

    void salesforceKeepsFilesToo()
    {
        ManualClock clock;
        SharedTime time(clock);
        SeededRandom random(5);
        sandbox::SalesforceSystem salesforce(time, random);
        PracticeBench bench(u"salesforce"_s, salesforce, clock);
        bench.signIn();
        const auto connector = bench.connect();
        connectors::WriteRow row = rowOf(u"A-1"_s, {{u"Name"_s, Value(u"Ridgeway"_s)}});
        const auto made = bench.run(
            connector->send(connector->prepare(u"Account"_s, Operation::Create, {row}, u"key"_s), {}));
        QVERIFY2(made && made->first().state == State::Written,
                 qPrintable(made ? made->first().error.text : made.error().text));
        const QString account = made->first().targetId;
        const QByteArray bytes = QByteArray::fromHex("00ff0d0a") + QByteArray(100'000, 'x');
        model::FileEntry entry;
        entry.object = u"Account"_s;
        entry.record = account;
        entry.file.name = u"Scan of the contract (signed).pdf"_s;
        entry.content = bytes;
        engine::FileEntryDesk desk(*connector, m_workspace->store(), clock);
        for (const auto how : {Attached::How::Added, Attached::How::WasThere}) {
            const auto report = bench.run(desk.attach(u"salesforce-1"_s, u"Salesforce"_s, entry, {}));
            QVERIFY2(report && report->outcome.state == State::Written,
                     qPrintable(report ? report->outcome.error.text : report.error().text));
            QVERIFY(report->attached.how == how);
        }
        // Another one of its name stands beside it.
        entry.content = "other";
        const auto beside = bench.run(desk.attach(u"salesforce-1"_s, u"Salesforce"_s, entry, {}));
        QVERIFY(beside && beside->attached.how == Attached::How::Added);
        const auto files = bench.run(connector->files(u"Account"_s, account, {}));
        QVERIFY(files);
        QCOMPARE(files->size(), 2);
        QCOMPARE(files->first().name, entry.file.name);
        QCOMPARE(files->first().bytes, bytes.size());
        QCOMPARE(bench.run(connector->fetchFile(u"Account"_s, account, files->first(), {})).value(), bytes);
    }

  private:
    MemoryTransport& wire() { return m_xero->bench().transport(); }

    static MemoryTransport::Answer cut() { return fail(ErrorKind::Uncertain, u"net.cut"_s, u"cut"_s); }
    /// Everything else goes to the practice Xero; empty: uploads too.
    void onPut(const MemoryTransport::Handler& put)
    {
        wire().setHandler([this, put](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (put && request.verb == net::Verb::Put) return put(request);
            return practiceAnswer(m_xero->xero(), request);
        });
    }
    int puts()
    {
        int count = 0;
        for (const auto& call : wire().calls())
            count += int(call.request.verb == net::Verb::Put);
        return count;
    }

    Result<model::FileReport> attach(const QString& name, const QByteArray& bytes,
                                     model::SameName sameName = model::SameName::Refuse)
    {
        model::FileEntry entry;
        entry.object = u"Invoices"_s;
        entry.record = m_invoice;
        entry.title = u"INV-7"_s;
        entry.file.name = name;
        entry.content = bytes;
        entry.sameName = sameName;
        return attach(entry);
    }
    Result<model::FileReport> attach(const model::FileEntry& entry)
    {
        engine::FileEntryDesk desk(m_xero->connector(), m_workspace->store(), m_xero->clock());
        return m_xero->bench().run(desk.attach(kConnection, u"Xero · Demo"_s, entry, {}));
    }
    QList<QByteArray> contents()
    {
        QList<QByteArray> all;
        const auto files = m_xero->bench().run(m_xero->connector().files(u"Invoices"_s, m_invoice, {}));
        for (const auto& file : files.value())
            all += m_xero->bench()
                       .run(m_xero->connector().fetchFile(u"Invoices"_s, m_invoice, file, {}))
                       .value();
        return all;
    }

    /// The run of a file whose program died with the bytes on their way: "30 days" as terms.txt.
    qint64 died(const QString& record)
    {
        model::RunReport run;
        run.flow = engine::entryFlowOf(kConnection);
        run.startedAt = m_xero->clock().now();
        run.counts.read = 1;
        store::JournalBatch batch;
        batch.flow = run.flow;
        batch.connection = kConnection;
        batch.object = u"Invoices"_s;
        batch.idempotencyKey = engine::fileKey(u"0123456789abcdef"_s);
        batch.startedAt = run.startedAt;
        store::JournalRow row;
        row.sourceId = engine::entrySource(batch.idempotencyKey, 0);
        row.sourceVersion = u"7"_s;
        row.externalKey = u"terms.txt"_s;
        row.targetId = record;
        row.contentHash = engine::fileContentHash("30 days");
        batch.rows = {row};
        return *m_workspace->write<qint64>([run, batch](store::Database& database) -> Result<qint64> {
            const auto id = store::RunRepository(database).begin(run);
            if (!id) return tl::unexpected(id.error());
            auto entered = batch;
            entered.run = *id;
            const auto journal = store::JournalRepository(database).begin(entered);
            if (!journal) return tl::unexpected(journal.error());
            return *id;
        });
    }
    Result<QList<model::RunReport>> recover()
    {
        return m_xero->bench().run(engine::recoverEntries(kConnection, m_xero->connector(),
                                                          m_workspace->store(), m_xero->clock(),
                                                          m_xero->clock().now() + std::chrono::hours(1), {}));
    }
    std::optional<model::RunReport> kept(qint64 run) { return runIn(*m_workspace, run); }
    QList<model::RunRecord> recordsOf(qint64 run) { return recordsIn(*m_workspace, run); }
    qsizetype openRows() { return openRowsIn(*m_workspace, engine::entryFlowOf(kConnection)); }

    std::unique_ptr<XeroBench> m_xero;
    std::unique_ptr<TempWorkspace> m_workspace;
    QString m_invoice;
};

QTEST_GUILESS_MAIN(TestFileEntries)
#include "testfileentries.moc"
