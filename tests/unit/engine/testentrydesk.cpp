#include "engine/entry/entrydesk.h"
#include "engine/entry/recoverentries.h"

#include "store/repositories.h"
#include "support/storeview.h"
#include "support/tasks.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::connectors;
using engine::EntryDesk;
using model::Record;
using model::RowOutcome;
using model::Value;
using State = model::RowOutcome::State;

namespace {

const QString kConnection = u"xero-1"_s;
using Members = QList<std::pair<QString, QString>>;

Record recordOf(const Members& members)
{
    QStringList names;
    for (const auto& [name, text] : members)
        names += name;
    Record record(std::make_shared<model::Shape>(names));
    for (int slot = 0; slot < members.size(); ++slot)
        record.set(slot, Value(members[slot].second));
    return record;
}

RowOutcome ended(State state, const QString& id, const QString& code = {})
{
    RowOutcome outcome;
    outcome.state = state;
    outcome.targetId = id;
    if (!code.isEmpty()) outcome.error = errorOf(ErrorKind::RowRejected, code);
    return outcome;
}

class OnePage final : public PageStream
{
  public:
    explicit OnePage(QList<Record> records) { m_page.records = std::move(records); }
    Task<Result<std::optional<Page>>> next(StopToken) override
    {
        std::optional<Page> page;
        if (!m_told) page = m_page;
        m_told = true;
        co_return page;
    }

  private:
    Page m_page;
    bool m_told = false;
};

/// A system of one object, "Clients", with a name, a number that names it, and its own id. Writes what the
/// script says; keeps a log.
class FakeSystem final : public Connector
{
  public:
    explicit FakeSystem(store::Store& store)
        : m_store(store)
    {
    }

    using Answer = Result<QList<RowOutcome>>;
    QList<std::function<Answer(const PreparedWrite&)>> answers; ///< used up in order; then all is written
    QStringList log;
    QStringList kept; ///< numbers that are there
    QStringList ids;  ///< records that are there
    bool finds = true;
    bool creatable = true;
    int most = 2;
    std::chrono::seconds window{0};
    std::optional<Error> lookupFails;
    int jobsAbove = 0; ///< more changes than that travel as a job of four rows at most; 0 = no jobs
    std::optional<Error> openingFails;
    Answer jobEnd = QList<RowOutcome>(); ///< of a job that an earlier program began
    int openWhenSent = -1;               ///< journal rows without an end when the last bytes left

    QString system() const override { return u"fake"_s; }
    Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects, StopToken) override
    {
        QList<model::ObjectSchema> schemas;
        if (objects != QStringList{u"Clients"_s}) co_return schemas;
        model::Field name;
        name.name = name.label = u"Name"_s;
        name.requiredOnCreate = true;
        name.maxLength = 10;
        model::Field number, id;
        number.name = number.label = u"Number"_s;
        id.name = id.label = u"Id"_s;
        model::ObjectSchema schema;
        schema.name = schema.label = schema.labelPlural = u"Clients"_s;
        schema.fields = {name, number, id};
        schema.readable = schema.updatable = true;
        schema.creatable = creatable;
        schemas += schema;
        co_return schemas;
    }
    Task<Result<OrganisationInfo>> test(StopToken) override { co_return OrganisationInfo(); }
    Task<Result<ReferenceData>> reference(StopToken) override { co_return ReferenceData(); }
    std::unique_ptr<PageStream> read(ReadRequest request) override
    {
        log += u"read "_s + request.ids.join(u',');
        QList<Record> records;
        for (const auto& id : std::as_const(request.ids))
            if (ids.contains(id)) records += recordOf({{u"Id"_s, id}, {u"Name"_s, u"before"_s}});
        return std::make_unique<OnePage>(records);
    }
    TargetRecord toTarget(const QString&, const Record& record) const override
    {
        TargetRecord target;
        target.record = record;
        target.id = record.value(u"Id").toPlainText();
        target.externalKey = record.value(u"Number").toPlainText();
        return target;
    }
    QStringList targetPaths(const QString&) const override { return {u"Id"_s, u"Name"_s}; }
    Task<Result<QList<TargetRecord>>> find(QString, QStringList keys, StopToken) override
    {
        keys.sort();
        log += u"find "_s + keys.join(u',');
        if (!finds) co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"no lookup"_s);
        if (lookupFails) co_return fail(*lookupFails);
        QList<TargetRecord> found;
        for (const auto& key : std::as_const(keys)) {
            if (!kept.contains(key)) continue;
            TargetRecord record;
            record.id = u"id-"_s + key;
            record.externalKey = key;
            found += record;
        }
        co_return found;
    }
    int batchSize(const QString&, Operation) const override { return most; }
    std::chrono::seconds keyWindow(const QString&, Operation) const override { return window; }
    PreparedWrite prepare(QString object, Operation operation, QList<WriteRow> rows,
                          QString key) const override
    {
        PreparedWrite write;
        write.object = std::move(object);
        write.operation = operation;
        write.rows = std::move(rows);
        write.idempotencyKey = std::move(key);
        return write;
    }
    Task<Result<QList<RowOutcome>>> send(PreparedWrite write, StopToken) override
    {
        const Result<int> open = co_await openRows();
        openWhenSent = open.value_or(-1);
        QStringList rows;
        for (const auto& row : std::as_const(write.rows))
            rows += row.target.value(u"Name").toPlainText() + u'/' + row.key;
        log += (write.job.isEmpty() ? u"send "_s : u"job "_s) + rows.join(u',');
        keys += write.idempotencyKey;
        if (!answers.isEmpty()) {
            const auto answer = answers.takeFirst();
            Answer given = answer(write);
            co_return given;
        }
        QList<RowOutcome> outcomes;
        for (qsizetype i = 0; i < write.rows.size(); ++i)
            outcomes += ended(State::Written, u"new-%1"_s.arg(++m_made));
        co_return outcomes;
    }
    JobSize jobSize(const QString&, Operation) const override
    {
        return jobsAbove > 0 ? JobSize{jobsAbove, 4} : JobSize{};
    }
    std::optional<PreparedWrite> prepareJob(QString object, Operation operation,
                                            QList<WriteRow> rows) const override
    {
        return prepare(std::move(object), operation, std::move(rows), {});
    }
    Task<Result<PreparedWrite>> openJob(PreparedWrite write, StopToken) override
    {
        if (openingFails) co_return fail(*openingFails);
        write.job = u"J-1"_s;
        write.idempotencyKey = jobKey(write.job);
        co_return write;
    }
    Task<Answer> settleJob(QString, Operation, QString job, QList<WriteRow> rows, StopToken) override
    {
        log += u"ask %1 of %2"_s.arg(job).arg(rows.size());
        const Answer told = jobEnd;
        co_return told;
    }
    QString link(const QString&, const QString&) const override { return {}; }
    net::CallCounts calls() const override { return {}; }
    QList<net::WireEntry> recentWire() const override { return {}; }
    std::optional<int> dayRemaining() const override { return {}; }
    int perDay() const override { return 0; }

    [[nodiscard]] QStringList sent() const { return log.filter(QRegularExpression(u"^send"_s)); }
    QStringList keys; ///< idempotency keys in sending order

  private:
    Task<Result<int>> openRows()
    {
        std::function<Result<int>(store::Database&)> work = [](store::Database& database) -> Result<int> {
            const auto batches = store::JournalRepository(database).open(engine::entryFlowOf(kConnection));
            if (!batches) return tl::unexpected(batches.error());
            int rows = 0;
            for (const auto& batch : *batches)
                rows += int(batch.rows.size());
            return rows;
        };
        const Result<int> rows = co_await m_store.read<int>(work);
        co_return rows;
    }
    store::Store& m_store;
    int m_made = 0;
};

model::EntryRow newRow(const QString& name, const QString& number = {})
{
    model::EntryRow row;
    row.record = number.isEmpty() ? recordOf({{u"Name"_s, name}})
                                  : recordOf({{u"Name"_s, name}, {u"Number"_s, number}});
    row.title = name;
    return row;
}

auto lost()
{
    return [](const PreparedWrite&) -> FakeSystem::Answer {
        return tl::unexpected(errorOf(ErrorKind::Uncertain, u"net.cut"_s));
    };
}

} // namespace

/// Records entered by hand: journal first, a verdict per row, nothing twice.
class TestEntryDesk final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<support::TempWorkspace>();
        m_system = std::make_unique<FakeSystem>(m_workspace->store());
    }
    void cleanup()
    {
        m_system.reset();
        m_workspace.reset();
    }

    void theJournalIsDurableBeforeTheBytesAndClosedAfterThem()
    {
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"C"_s)});
        QVERIFY(report);
        QCOMPARE(m_system->sent(), (QStringList{u"send A/,B/"_s, u"send C/"_s}));
        QCOMPARE(m_system->openWhenSent, 1); // C alone: A and B have ended
        QCOMPARE(openRows(), 0);
        for (const auto& outcome : report->outcomes)
            QCOMPARE(outcome.state, State::Written);
        QCOMPARE(report->outcomes[2].targetId, u"new-3"_s);
        QVERIFY(m_system->keys[0] != m_system->keys[1]);
    }

    void anEntryIsKeptAsARun()
    {
        m_system->answers += [](const PreparedWrite&) -> FakeSystem::Answer {
            return QList<RowOutcome>{ended(State::Written, u"1"_s),
                                     ended(State::Rejected, {}, u"xero.contact-name-taken"_s)};
        };
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s)});
        QVERIFY(report);
        const auto run = kept(report->run.id);
        QVERIFY(run);
        QCOMPARE(run->state, model::RunState::Finished);
        QCOMPARE(run->flowTitle, u"Xero · Demo"_s);
        QCOMPARE(run->counts.read, 2);
        QCOMPARE(run->counts.created, 1);
        QCOMPARE(run->counts.failed, 1);
        QCOMPARE(run->counts.ended(), run->counts.read);
        QCOMPARE(report->outcomes[1].error.code, u"xero.contact-name-taken"_s);
    }

    void whatIsKnownToBeRefusedIsNotSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("too long") << u"longer than ten"_s << u"check.too-long"_s;
        QTest::newRow("empty name") << QString() << u"check.required"_s;
    }

    void whatIsKnownToBeRefusedIsNotSent()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        const auto report = enter({newRow(name), newRow(u"B"_s)});
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].state, State::Rejected);
        QCOMPARE(report->outcomes[0].error.code, code);
        QCOMPARE(report->outcomes[1].state, State::Written);
        QCOMPARE(m_system->sent(), QStringList{u"send B/"_s});
    }

    void aRowWithoutAnyFieldIsRefused()
    {
        const auto report = enter({model::EntryRow()});
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].error.code, u"entry.empty"_s);
        QVERIFY(m_system->sent().isEmpty());
    }

    void oneRefusedRowDoesNotCostTheOthersOfItsBatch()
    {
        m_system->most = 4;
        const auto refuse = [](const PreparedWrite& write) -> FakeSystem::Answer {
            QList<RowOutcome> outcomes;
            for (const auto& row : write.rows) {
                if (row.target.value(u"Name").toPlainText() == u"bad")
                    return tl::unexpected(errorOf(ErrorKind::RowRejected, u"harvest.invalid"_s));
                outcomes += ended(State::Written, u"ok"_s);
            }
            return outcomes;
        };
        m_system->answers = {refuse, refuse, refuse, refuse, refuse};
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"bad"_s), newRow(u"D"_s)});
        QVERIFY(report);
        QVERIFY(!report->run.fault);
        QList<State> states;
        for (const auto& outcome : report->outcomes)
            states += outcome.state;
        QCOMPARE(states, (QList<State>{State::Written, State::Written, State::Rejected, State::Written}));
        QCOMPARE(m_system->sent().size(), 5); // 4, 2, 2, 1, 1
        QCOMPARE(openRows(), 0);
    }

    void anEndInDoubtIsLookedUpByItsKey_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it is there") << true;
        QTest::newRow("it is not there") << false;
    }

    void anEndInDoubtIsLookedUpByItsKey()
    {
        QFETCH(bool, arrived);
        m_system->answers += [this, arrived](const PreparedWrite& write) -> FakeSystem::Answer {
            if (arrived) m_system->kept += u"N-1"_s;
            return lost()(write);
        };
        const auto report = enter({newRow(u"A"_s, u"N-1"_s)});
        QVERIFY(report);
        QCOMPARE(m_system->log, (QStringList{u"find N-1"_s, u"send A/N-1"_s, u"find N-1"_s}));
        QCOMPARE(report->outcomes[0].state, arrived ? State::Written : State::Rejected);
        QCOMPARE(report->outcomes[0].targetId, arrived ? u"id-N-1"_s : QString());
        QCOMPARE(openRows(), 0);
    }

    void withoutAKeyDoubtIsNamedAndNothingIsSentAgain_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<bool>("finds");
        QTest::newRow("no number") << QString() << QStringList() << true;
        QTest::newRow("another record has the number") << u"N-1"_s << QStringList{u"N-1"_s} << true;
        QTest::newRow("the system cannot look up") << u"N-1"_s << QStringList() << false;
    }

    void withoutAKeyDoubtIsNamedAndNothingIsSentAgain()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, kept);
        QFETCH(bool, finds);
        m_system->kept = kept;
        m_system->finds = finds;
        m_system->answers += lost();
        const auto report = enter({newRow(u"A"_s, number)});
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].state, State::Uncertain);
        QCOMPARE(report->outcomes[0].error.code, u"net.cut"_s);
        QCOMPARE(m_system->sent(), QStringList{u"send A/"_s});
        QCOMPARE(openRows(), 1);
        QCOMPARE(this->kept(report->run.id)->counts.uncertain, 1);
        // The next entry does not touch it.
        QVERIFY(enter({newRow(u"B"_s)}));
        QCOMPARE(m_system->sent(), (QStringList{u"send A/"_s, u"send B/"_s}));
        QCOMPARE(openRows(), 1);
    }

    void twoRowsWithOneNumberAreNotToldApartByIt()
    {
        QVERIFY(enter({newRow(u"A"_s, u"N-1"_s), newRow(u"B"_s, u"N-1"_s)}));
        QCOMPARE(m_system->sent(), QStringList{u"send A/,B/"_s});
    }

    void aSystemThatRemembersKeysIsAskedAgainWithTheSameOne()
    {
        m_system->window = std::chrono::hours(1);
        m_system->answers += lost();
        const auto report = enter({newRow(u"A"_s)});
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].state, State::Written);
        QCOMPARE(m_system->keys.size(), 2);
        QCOMPARE(m_system->keys[0], m_system->keys[1]);
    }

    void aNewRecordDoesNotTakeThePlaceOfAnother()
    {
        m_system->ids = {u"7"_s};
        model::EntryRow there, fresh, twice;
        there.record = recordOf({{u"Name"_s, u"A"_s}, {u"Id"_s, u"7"_s}});
        fresh.record = recordOf({{u"Name"_s, u"B"_s}, {u"Id"_s, u"8"_s}});
        twice.record = recordOf({{u"Name"_s, u"C"_s}, {u"Id"_s, u"8"_s}});
        const auto report = enter({there, fresh, twice});
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].error.code, u"entry.exists"_s);
        QCOMPARE(report->outcomes[0].error.facts, QStringList{u"7"_s});
        QCOMPARE(report->outcomes[1].state, State::Written);
        QCOMPARE(report->outcomes[2].error.code, u"entry.exists"_s);
        QCOMPARE(m_system->sent(), QStringList{u"send B/"_s});
    }

    void aFaultOfTheConnectionEndsTheEntryAndNamesTheRest()
    {
        m_system->answers += [](const PreparedWrite&) -> FakeSystem::Answer {
            return tl::unexpected(errorOf(ErrorKind::NeedsLogin, u"oauth.revoked"_s));
        };
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"C"_s)});
        QVERIFY(report);
        QCOMPARE(report->run.fault->code, u"oauth.revoked"_s);
        QCOMPARE(kept(report->run.id)->state, model::RunState::Faulted);
        QCOMPARE(report->outcomes[2].error.code, u"entry.not-sent"_s);
        QCOMPARE(m_system->sent().size(), 1);
    }

    void whatACrashLeftIsLookedUpAtTheNextStart_data()
    {
        using store::JournalState;
        using Outcome = model::Outcome;
        QTest::addColumn<bool>("creates");
        QTest::addColumn<JournalState>("state");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("arrived");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("open");
        QTest::newRow("new, sent, there")
            << true << JournalState::Sending << u"N-1"_s << true << Outcome::Created << QString() << 0;
        QTest::newRow("new, sent, not there") << true << JournalState::Sending << u"N-1"_s << false
                                              << Outcome::Failed << u"entry.not-arrived"_s << 0;
        QTest::newRow("new, nothing names it") << true << JournalState::Sending << QString() << true
                                               << Outcome::Uncertain << u"entry.in-doubt"_s << 1;
        QTest::newRow("new, in doubt, there")
            << true << JournalState::Uncertain << u"N-1"_s << true << Outcome::Created << QString() << 0;
        QTest::newRow("change, sent, shown")
            << false << JournalState::Sending << u"7"_s << true << Outcome::Updated << QString() << 0;
        QTest::newRow("change, sent, not shown") << false << JournalState::Sending << u"7"_s << false
                                                 << Outcome::Failed << u"entry.not-shown"_s << 0;
    }

    void whatACrashLeftIsLookedUpAtTheNextStart()
    {
        QFETCH(bool, creates);
        QFETCH(store::JournalState, state);
        QFETCH(QString, key);
        QFETCH(bool, arrived);
        QFETCH(model::Outcome, outcome);
        QFETCH(QString, reason);
        QFETCH(int, open);
        if (arrived && creates && !key.isEmpty()) m_system->kept = {key};
        m_system->ids = {u"7"_s};
        const auto written = recordOf({{u"Name"_s, arrived ? u"before"_s : u"after"_s}});
        const qint64 run = died(creates, state, key, written);
        const auto reports = recover();
        QVERIFY(reports);
        QCOMPARE(reports->size(), 1);
        QVERIFY(m_system->sent().isEmpty());
        QCOMPARE(openRows(), open);
        const auto ended = kept(run);
        QCOMPARE(ended->state, model::RunState::Faulted);
        QCOMPARE(ended->fault->code, u"run.interrupted"_s);
        auto counts = ended->counts;
        QCOMPARE(counts.of(outcome), 1);
        QCOMPARE(counts.ended(), 1);
        const auto records = recordsOf(run);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].outcome, outcome);
        QCOMPARE(records[0].reason ? records[0].reason->code : QString(), reason);
        if (outcome == model::Outcome::Created) QCOMPARE(records[0].targetId, u"id-N-1"_s);
        // A second start has nothing more to say.
        const auto again = recover();
        QVERIFY(again && again->isEmpty());
    }

    void anEntryThatDiedBeforeItSentAnythingEnds()
    {
        const qint64 run = begunRun();
        QVERIFY(recover());
        QCOMPARE(kept(run)->state, model::RunState::Faulted);
        QCOMPARE(kept(run)->counts.read, 1);
        QVERIFY(m_system->log.isEmpty());
    }

    void aLookupThatFailsLeavesTheEntryForTheNextStart()
    {
        m_system->lookupFails = errorOf(ErrorKind::Retry, u"net.cut"_s);
        const qint64 run = died(true, store::JournalState::Sending, u"N-1"_s, {});
        const auto failed = recover();
        QVERIFY(!failed);
        QCOMPARE(openRows(), 1);
        QCOMPARE(kept(run)->state, model::RunState::Running);
        m_system->lookupFails.reset();
        QVERIFY(recover());
        QCOMPARE(openRows(), 0);
        QCOMPARE(kept(run)->state, model::RunState::Faulted);
    }

    void whatIsUnderWayInThisProgramIsLeftAlone()
    {
        const qint64 run = died(true, store::JournalState::Sending, u"N-1"_s, {});
        const auto reports = recover(m_clock.now() - std::chrono::hours(1));
        QVERIFY(reports && reports->isEmpty());
        QCOMPARE(openRows(), 1);
        QCOMPARE(kept(run)->state, model::RunState::Running);
    }

    void anEndInDoubtIsSettledLater()
    {
        // The answer was lost and the lookup too: the entry ended in doubt, though no program died.
        m_system->answers += [this](const PreparedWrite& write) -> FakeSystem::Answer {
            m_system->lookupFails = errorOf(ErrorKind::Retry, u"net.cut"_s);
            m_system->kept += u"N-1"_s;
            return lost()(write);
        };
        const auto report = enter({newRow(u"A"_s, u"N-1"_s)});
        QVERIFY(report);
        QCOMPARE(openRows(), 1);
        m_system->lookupFails.reset();
        QVERIFY(recover(m_clock.now() + std::chrono::hours(1)));
        QCOMPARE(openRows(), 0);
        const auto records = recordsOf(report->run.id);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].outcome, model::Outcome::Created);
        QCOMPARE(kept(report->run.id)->counts.created, 1);
        QCOMPARE(kept(report->run.id)->counts.uncertain, 0);
    }

    void manyChangesTravelAsJobs()
    {
        m_system->jobsAbove = 4;
        const auto report = change(5);
        QVERIFY(report && !report->run.fault);
        QCOMPARE(m_system->log, (QStringList{u"job n1/1,n2/2,n3/3,n4/4"_s, u"job n5/5"_s}));
        QCOMPARE(m_system->keys.first(), u"job:J-1"_s);
        QCOMPARE(m_system->openWhenSent, 1); // the rows of the second; those of the first have ended
        QCOMPARE(openRows(), 0);
        QCOMPARE(kept(report->run.id)->counts.updated, 5);
    }

    void fewChangesAndNewRecordsTravelInCalls()
    {
        m_system->jobsAbove = 2;
        m_system->most = 10;
        QVERIFY(change(2));
        QVERIFY(enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"C"_s)}));
        QCOMPARE(m_system->log, (QStringList{u"send n1/1,n2/2"_s, u"send A/,B/,C/"_s}));
    }

    void whatNoJobTakesTravelsInCalls_data()
    {
        QTest::addColumn<bool>("opens");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("it is not opened") << false << QString();
        QTest::newRow("its rows do not arrive") << true << u"connector.job-cut"_s;
        QTest::newRow("it is refused as a whole") << true << u"salesforce.bulk"_s;
    }

    void whatNoJobTakesTravelsInCalls()
    {
        QFETCH(bool, opens);
        QFETCH(QString, refusal);
        m_system->jobsAbove = 2;
        m_system->most = 10;
        if (!opens) m_system->openingFails = errorOf(ErrorKind::RateLimited, u"salesforce.bulk"_s);
        const bool isCut = refusal == u"connector.job-cut";
        if (opens)
            m_system->answers += [refusal, isCut](const PreparedWrite&) -> FakeSystem::Answer {
                return tl::unexpected(errorOf(isCut ? ErrorKind::Retry : ErrorKind::RowRejected, refusal));
            };
        const auto report = change(3);
        QVERIFY(report && !report->run.fault);
        QCOMPARE(m_system->sent(), QStringList{u"send n1/1,n2/2,n3/3"_s});
        QCOMPARE(kept(report->run.id)->counts.updated, 3);
        QCOMPARE(recordsOf(report->run.id).size(), 3); // each is told of once
        QCOMPARE(openRows(), 0);
    }

    void aJobWhoseEndIsNotSeenIsAskedAtTheNextStart_data()
    {
        using Outcome = model::Outcome;
        QTest::addColumn<QString>("end");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("open");
        QTest::newRow("written") << u"written"_s << Outcome::Updated << QString() << 0;
        QTest::newRow("refused") << u"rejected"_s << Outcome::Failed << u"row.refused"_s << 0;
        QTest::newRow("it does not tell; the record shows another name")
            << u"untold"_s << Outcome::Failed << u"entry.not-shown"_s << 0;
        QTest::newRow("not known any more")
            << u"connector.job-gone"_s << Outcome::Failed << u"entry.not-shown"_s << 0;
        QTest::newRow("still at work")
            << u"connector.job-unfinished"_s << Outcome::Uncertain << u"net.cut"_s << 3;
    }

    void aJobWhoseEndIsNotSeenIsAskedAtTheNextStart()
    {
        QFETCH(QString, end);
        QFETCH(model::Outcome, outcome);
        QFETCH(QString, reason);
        QFETCH(int, open);
        m_system->jobsAbove = 2;
        m_system->ids = {u"1"_s, u"2"_s, u"3"_s};
        m_system->answers += lost();
        const auto report = change(3);
        QVERIFY(report);
        QCOMPARE(kept(report->run.id)->counts.uncertain, 3);
        QCOMPARE(openRows(), 3);
        m_system->log.clear();
        const State state = end == u"written"    ? State::Written
                            : end == u"rejected" ? State::Rejected
                                                 : State::Uncertain;
        m_system->jobEnd = QList<RowOutcome>(3, ended(state, u"1"_s, u"row.refused"_s));
        if (end.startsWith(u"connector.")) m_system->jobEnd = tl::unexpected(errorOf(ErrorKind::Retry, end));
        const auto recovered = recover(m_clock.now() + std::chrono::hours(1));
        QCOMPARE(recovered.has_value(), open == 0);
        QCOMPARE(m_system->log.first(), u"ask J-1 of 3"_s);
        QVERIFY(m_system->sent().isEmpty());
        QCOMPARE(openRows(), open);
        auto counts = kept(report->run.id)->counts;
        QCOMPARE(counts.of(outcome), 3);
        const auto records = recordsOf(report->run.id);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[0].reason ? records[0].reason->code : QString(), reason);
    }

    void whatIsNotOfferedIsRefusedBeforeAnything()
    {
        m_system->creatable = false;
        const auto report = enter({newRow(u"A"_s)});
        QVERIFY(!report);
        QCOMPARE(report.error().code, u"entry.cannot-create"_s);
        QVERIFY(m_system->log.isEmpty());
        model::EntryRequest elsewhere;
        elsewhere.object = u"Elsewhere"_s;
        const auto unknown = enter(elsewhere);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, u"entry.no-object"_s);
    }

    void aLookupThatFailsSendsNothing()
    {
        m_system->lookupFails = errorOf(ErrorKind::Retry, u"net.cut"_s);
        const auto report = enter({newRow(u"A"_s, u"N-1"_s)});
        QVERIFY(!report);
        QVERIFY(m_system->sent().isEmpty());
    }

    void aStoreThatFailsBeforeTheBytesSendsNothing_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("the run") << u"INSERT INTO run"_s;
        QTest::newRow("the journal") << u"INSERT INTO journal_batch"_s;
        QTest::newRow("its rows") << u"INSERT INTO journal_rows"_s;
    }

    void aStoreThatFailsBeforeTheBytesSendsNothing()
    {
        QFETCH(QString, statement);
        m_workspace->store().setStatementProbe([statement](const QString& sql) -> std::optional<Error> {
            if (!sql.contains(statement)) return {};
            return errorOf(ErrorKind::LocalFault, u"store.full"_s);
        });
        const auto report = enter({newRow(u"A"_s)});
        const QString code = report ? report->run.fault.value_or(Error()).code : report.error().code;
        QCOMPARE(code, u"store.full"_s);
        QVERIFY(m_system->sent().isEmpty());
        if (report) QCOMPARE(report->outcomes[0].error.code, u"entry.not-sent"_s);
    }

    void aStoreThatFailsAfterTheBytesStillTellsTheVerdict()
    {
        m_workspace->store().setStatementProbe([](const QString& sql) -> std::optional<Error> {
            if (!sql.startsWith(u"UPDATE journal_batch")) return {};
            return errorOf(ErrorKind::LocalFault, u"store.full"_s);
        });
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"C"_s)});
        QVERIFY(report);
        QCOMPARE(report->run.fault->code, u"store.full"_s);
        QCOMPARE(report->outcomes[0].state, State::Written);
        QCOMPARE(report->outcomes[2].error.code, u"entry.not-sent"_s);
        QCOMPARE(m_system->sent().size(), 1);
    }

    void whatWasWrittenIsPublishedOnceAtTheEnd()
    {
        int published = 0;
        m_publish = [this, &published]() -> Result<void> {
            ++published;
            if (m_system->sent().size() != 2) return tl::unexpected(errorOf(ErrorKind::Bug, u"early"_s));
            return {};
        };
        const auto report = enter({newRow(u"A"_s), newRow(u"B"_s), newRow(u"C"_s)});
        QVERIFY(report && !report->run.fault);
        QCOMPARE(published, 1);
        m_publish = []() -> Result<void> {
            return tl::unexpected(errorOf(ErrorKind::LocalFault, u"file.write"_s));
        };
        const auto hidden = enter({newRow(u"D"_s)});
        QCOMPARE(hidden->run.fault->code, u"file.write"_s);
        QCOMPARE(kept(hidden->run.id)->state, model::RunState::Faulted);
    }

  private:
    /// An entry of one row whose program died: as the store holds it then.
    qint64 begunRun()
    {
        model::RunReport run;
        run.flow = engine::entryFlowOf(kConnection);
        run.flowTitle = u"Xero · Demo"_s;
        run.startedAt = m_clock.now();
        run.counts.read = 1;
        return *m_workspace->write<qint64>([run](store::Database& database) -> Result<qint64> {
            return store::RunRepository(database).begin(run);
        });
    }
    qint64 died(bool creates, store::JournalState state, const QString& key, const Record& written)
    {
        const qint64 run = begunRun();
        PreparedWrite write;
        write.rows += WriteRow{};
        write.rows[0].target = written;
        store::JournalRow row;
        row.sourceId = engine::entrySource(u"tieout-entry-0123456789abcdef"_s, 0);
        row.sourceVersion = engine::entryFields(write.rows[0]);
        row.contentHash = model::contentHash(Value(written));
        row.state = state;
        (creates ? row.externalKey : row.targetId) = key;
        store::JournalBatch batch;
        batch.run = run;
        batch.flow = engine::entryFlowOf(kConnection);
        batch.connection = kConnection;
        batch.object = u"Clients"_s;
        batch.create = creates;
        batch.startedAt = m_clock.now();
        batch.rows = {row};
        const auto kept = m_workspace->write<qint64>([=](store::Database& database) -> Result<qint64> {
            if (state == store::JournalState::Uncertain) {
                model::RunRecord told;
                told.run = run;
                told.flow = batch.flow;
                told.outcome = model::Outcome::Uncertain;
                if (auto added = store::RunRepository(database).addRecords({told}); !added)
                    return tl::unexpected(added.error());
            }
            return store::JournalRepository(database).begin(batch);
        });
        if (!kept) qFatal("%s", qPrintable(kept.error().text));
        return run;
    }
    Result<QList<model::RunReport>> recover(std::optional<Instant> before = {})
    {
        const Instant start = before.value_or(m_clock.now() + std::chrono::seconds(1));
        return support::runTask(
            engine::recoverEntries(kConnection, *m_system, m_workspace->store(), m_clock, start, {}),
            m_clock);
    }
    QList<model::RunRecord> recordsOf(qint64 run) { return support::recordsIn(*m_workspace, run); }

    Result<model::EntryReport> enter(const QList<model::EntryRow>& rows)
    {
        model::EntryRequest request;
        request.object = u"Clients"_s;
        request.rows = rows;
        request.id = u"entry"_s;
        return enter(request);
    }
    Result<model::EntryReport> enter(const model::EntryRequest& request)
    {
        EntryDesk desk(*m_system, m_workspace->store(), m_clock, m_publish);
        return support::runTask(desk.enter(kConnection, u"Xero · Demo"_s, request, {}), m_clock);
    }
    /// Changes the names of the records 1, 2, 3 …
    Result<model::EntryReport> change(int records)
    {
        model::EntryRequest request;
        request.object = u"Clients"_s;
        request.kind = model::EntryKind::Update;
        request.id = u"entry"_s;
        for (int number = 1; number <= records; ++number) {
            model::EntryRow row = newRow(u"n%1"_s.arg(number));
            row.targetId = QString::number(number);
            request.rows += row;
        }
        return enter(request);
    }
    std::optional<model::RunReport> kept(qint64 run) { return support::runIn(*m_workspace, run); }
    qsizetype openRows() { return support::openRowsIn(*m_workspace, engine::entryFlowOf(kConnection)); }

    support::ManualClock m_clock;
    std::unique_ptr<support::TempWorkspace> m_workspace;
    std::unique_ptr<FakeSystem> m_system;
    EntryDesk::Publish m_publish;
};

QTEST_GUILESS_MAIN(TestEntryDesk)
#include "testentrydesk.moc"
