#include "manifesttest.h"

#include "sandbox/salesforce/salesforcesystem.h"

#include <QFile>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;

namespace {

using State = RowOutcome::State;
using Outcomes = Result<QList<RowOutcome>>;

constexpr int kMany = 5000;

QString keyOf(int number)
{
    return u"key-%1"_s.arg(number);
}

/// Rows of accounts; each hundredth lacks its name, which Salesforce refuses.
QList<WriteRow> accounts(int count)
{
    QList<WriteRow> rows;
    for (int i = 1; i <= count; ++i) {
        WriteRow row;
        row.key = keyOf(i);
        const Value name = i % 100 == 0 ? Value() : Value(u"Load, \"%1\"\nLtd"_s.arg(i));
        row.target = recordOf({{u"Name"_s, name},
                               {u"Xero_Contact_Id__c"_s, Value(row.key)},
                               {u"Terms__c"_s, Value(Decimal(i % 60))}});
        rows += row;
    }
    return rows;
}

} // namespace

/// Many rows at once: jobs of the practice Salesforce's Bulk API, driven by the manifest.
class TestSalesforceJobs final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_salesforce = enter<sandbox::SalesforceSystem>(u"salesforce"_s, *m_time, *m_random);
        m_bench->signIn();
        m_connector = m_bench->connect();
        m_before = kept();
    }

    void fiveThousandRowsTravelAsOneJobWithAVerdictEach()
    {
        const auto rows = accounts(kMany);
        QVERIFY(m_connector->jobSize(u"Account"_s, Operation::Create).above < kMany);
        m_bench->transport().clearCalls();
        const Outcomes outcomes = load(rows);
        QVERIFY2(outcomes, qPrintable(outcomes ? QString() : outcomes.error().text));
        QCOMPARE(outcomes->size(), kMany);
        int refused = 0;
        for (int i = 0; i < kMany; ++i) {
            const bool lacksName = (i + 1) % 100 == 0;
            QCOMPARE(outcomes->at(i).state, lacksName ? State::Rejected : State::Written);
            if (!lacksName) continue;
            ++refused;
            QCOMPARE(outcomes->at(i).error.code, u"salesforce.required-field"_s);
        }
        QCOMPARE(refused, kMany / 100);
        QCOMPARE(kept() - m_before, kMany - refused);
        QVERIFY2(m_bench->transport().calls().size() <= 8,
                 qPrintable(QString::number(m_bench->transport().calls().size())));
        const auto found = m_bench->run(m_connector->find(u"Account"_s, {keyOf(7)}, {}));
        QCOMPARE(found->first().id, outcomes->at(6).targetId);
        QCOMPARE(found->first().record.path(u"Name").toPlainText(), u"Load, \"7\"\nLtd"_s);
    }

    void aRepeatedLoadMakesNothingTwice()
    {
        const Outcomes first = load(accounts(300));
        const Outcomes second = load(accounts(300));
        QVERIFY(first && second);
        QCOMPARE(kept() - m_before, 297);
        QCOMPARE(second->at(0).targetId, first->at(0).targetId);
    }

    void changesTravelAsAJobAndEmptiedFieldsAreEmpty()
    {
        const Outcomes made = load(accounts(150));
        QVERIFY(made);
        QList<WriteRow> rows;
        for (int i = 0; i < 99; ++i) {
            WriteRow row;
            row.key = keyOf(i + 1);
            row.targetId = made->at(i).targetId;
            row.target = recordOf({{u"Phone"_s, Value(u"555-%1"_s.arg(i))}});
            row.clear = {u"Terms__c"_s};
            rows += row;
        }
        rows[5].targetId = u"001000000099999AAA"_s;
        rows[7].targetId.truncate(15); // as reports show ids
        const Outcomes changed = load(rows, Operation::Update);
        QVERIFY(changed);
        QCOMPARE(changed->at(5).state, State::Rejected);
        QCOMPARE(changed->at(6).state, State::Written);
        QCOMPARE(changed->at(7).state, State::Written);
        QCOMPARE(changed->at(7).targetId.size(), 18);
        const auto found = m_bench->readAll(
            *m_connector,
            {u"Account"_s, {u"Phone"_s, u"Terms__c"_s, u"Name"_s}, {}, {}, {rows[6].targetId}, 0});
        QCOMPARE(found.first().path(u"Phone").toPlainText(), u"555-6"_s);
        QVERIFY(found.first().path(u"Terms__c").isBlank());
        QVERIFY(!found.first().path(u"Name").isBlank());
    }

    void rowsThatDoNotArriveAreTakenBack_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("cut before") << false;
        QTest::newRow("cut after") << true;
    }
    void rowsThatDoNotArriveAreTakenBack()
    {
        QFETCH(bool, arrived);
        onWire([this, arrived](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (request.verb != net::Verb::Put) return pass(request);
            if (arrived) pass(request).value();
            return cutAnswer(request);
        });
        const Outcomes outcomes = load(accounts(20));
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Retry);
        QCOMPARE(outcomes.error().code, u"connector.job-cut"_s);
        QCOMPARE(kept(), m_before);
        const Outcomes later = settle(m_job, accounts(20));
        QVERIFY(later);
        // Given back as not worked off; without rows the results name none.
        QCOMPARE(later->first().state, arrived ? State::Rejected : State::Uncertain);
        onWire({});
        QVERIFY(load(accounts(20)));
        QCOMPARE(kept() - m_before, 20);
    }

    void aCutCloseIsToldByTheJobsState_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("cut before") << false;
        QTest::newRow("cut after") << true;
    }
    void aCutCloseIsToldByTheJobsState()
    {
        QFETCH(bool, arrived);
        int closes = 0;
        onWire([&, arrived](const net::HttpRequest& request) -> MemoryTransport::Answer {
            const bool isFirst = request.verb == net::Verb::Patch && ++closes == 1;
            if (!isFirst) return pass(request);
            if (arrived) pass(request).value();
            return cutAnswer(request);
        });
        const Outcomes outcomes = load(accounts(50));
        QVERIFY2(outcomes, qPrintable(outcomes ? QString() : outcomes.error().code));
        QCOMPARE(outcomes->at(0).state, State::Written);
        QCOMPARE(closes, arrived ? 1 : 2);
        QCOMPARE(kept() - m_before, 50);
    }

    void aJobWhoseEndWasNotSeenIsFoundAgain()
    {
        const auto rows = accounts(kMany);
        bool isClosed = false;
        onWire([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (isClosed) return cutAnswer(request); // the power is out
            isClosed = request.verb == net::Verb::Patch;
            return pass(request);
        });
        const Outcomes outcomes = load(rows);
        QVERIFY(outcomes);
        for (const RowOutcome& outcome : *outcomes)
            QCOMPARE(outcome.state, State::Uncertain);
        onWire({});
        m_connector = m_bench->connect(); // as after a restart
        const Outcomes settled = settle(m_job, rows);
        QVERIFY2(settled, qPrintable(settled ? QString() : settled.error().code));
        QCOMPARE(settled->at(0).state, State::Written);
        QCOMPARE(settled->at(99).state, State::Rejected);
        QCOMPARE(kept() - m_before, kMany - kMany / 100);
    }

    void aJobThatNeverGotItsRowsIsTakenBackAtTheRestart()
    {
        const auto rows = accounts(10);
        auto prepared = m_connector->prepareJob(u"Account"_s, Operation::Create, rows);
        QVERIFY(prepared);
        const auto opened = m_bench->run(m_connector->openJob(*prepared, {}));
        QVERIFY(opened);
        const Outcomes settled = settle(opened->job, rows);
        QVERIFY(settled);
        QCOMPARE(settled->first().state, State::Rejected);
        QCOMPARE(settled->first().error.code, u"connector.job-cut"_s);
        QCOMPARE(kept(), m_before);
    }

    void aJobThatNobodyKnowsIsGone()
    {
        const Outcomes settled = settle(u"750000000000000AAA"_s, accounts(1));
        QVERIFY(!settled);
        QCOMPARE(settled.error().code, u"connector.job-gone"_s);
    }

    void aJobThatTakesTooLongIsLeftToTheNextRun()
    {
        onWire([this](const net::HttpRequest& request) -> MemoryTransport::Answer {
            auto answer = pass(request);
            const bool isState = request.verb == net::Verb::Get && request.url.path().contains(u"/ingest/");
            if (isState) answer->body.replace("JobComplete", "InProgress");
            return answer;
        });
        const Instant started = m_clock->now();
        const Outcomes outcomes = load(accounts(5));
        QVERIFY(outcomes);
        QCOMPARE(outcomes->first().state, State::Uncertain);
        QCOMPARE(outcomes->first().error.code, u"connector.job-unfinished"_s);
        QVERIFY(m_clock->now() - started < std::chrono::hours{4});
        const Outcomes settled = settle(m_job, accounts(5));
        QVERIFY(!settled); // nothing may be sent beside it
        QCOMPARE(settled.error().code, u"connector.job-unfinished"_s);
    }

    void cutResultsAreReadAgain()
    {
        int asked = 0;
        onWire([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            auto answer = pass(request);
            const bool isFirst = request.url.path().endsWith(u"successfulResults") && ++asked == 1;
            if (isFirst) answer->body.truncate(answer->body.lastIndexOf('\n', answer->body.size() / 2) + 1);
            return answer;
        });
        const Outcomes outcomes = load(accounts(50));
        QVERIFY(outcomes);
        QCOMPARE(asked, 2);
        for (const RowOutcome& outcome : *outcomes)
            QCOMPARE(outcome.state, State::Written);
    }

    void aLoadThatIsGivenUpRefusesItsRows()
    {
        auto rows = accounts(3);
        for (auto& row : rows)
            row.target = recordOf({{u"Xero_Contact_Id__c"_s, Value(row.key)}, {u"Nope__c"_s, Value(u"x"_s)}});
        const Outcomes outcomes = load(rows);
        QVERIFY(outcomes);
        for (const RowOutcome& outcome : *outcomes) {
            QCOMPARE(outcome.state, State::Rejected);
            QCOMPARE(outcome.error.code, u"salesforce.invalid-field"_s);
            QCOMPARE(outcome.error.facts, QStringList{u"Nope__c"_s});
        }
    }

    void aLongReadIsAJobWithTheSameRecords()
    {
        QVERIFY(load(accounts(2990)));
        const QStringList paths{
            u"Id"_s, u"Name"_s, u"Terms__c"_s, u"SystemModstamp"_s, u"Owner.Name"_s, u"Xero_Contact_Id__c"_s};
        Cursor cursor, cursorOfJob;
        const auto pages = m_bench->readAll(*m_connector, {u"Account"_s, paths, {}, {}, {}, 0}, &cursor);
        const auto eager = withJobsAbove(500);
        m_bench->transport().clearCalls();
        const auto asJob = m_bench->readAll(*eager, {u"Account"_s, paths, {}, {}, {}, 0}, &cursorOfJob);
        QVERIFY(pages.size() > 2900);
        QCOMPARE(asJob.size(), pages.size());
        for (qsizetype i = 0; i < pages.size(); ++i) {
            for (const QString& path : paths)
                QCOMPARE(asJob.at(i).path(path).toPlainText(), pages.at(i).path(path).toPlainText());
        }
        QCOMPARE(asJob.first().path(u"Terms__c").number() != nullptr,
                 pages.first().path(u"Terms__c").number() != nullptr);
        QCOMPARE(cursorOfJob, cursor);
        QVERIFY(wasAsked(u"/jobs/query"_s));
    }

    void aReadThatMayBeNoJobGoesOnPageByPage()
    {
        QVERIFY(load(accounts(2990)));
        const auto eager = withJobsAbove(500);
        onWire([this](const net::HttpRequest& request) -> MemoryTransport::Answer {
            if (!request.url.path().contains(u"/jobs/query")) return pass(request);
            return MemoryTransport::response(400, R"([{"errorCode":"LIMIT_EXCEEDED","message":"no more"}])",
                                             {{"Content-Type", "application/json"}});
        });
        const auto records = m_bench->readAll(*eager, {u"Account"_s, {u"Name"_s}, {}, {}, {}, 0});
        QCOMPARE(records.size(), kept());
    }

    void aCutTableIsReadAgain()
    {
        QVERIFY(load(accounts(900)));
        const auto eager = withJobsAbove(500);
        int asked = 0;
        onWire([&](const net::HttpRequest& request) -> MemoryTransport::Answer {
            auto answer = pass(request);
            const bool isFirst = request.url.path().endsWith(u"results") && ++asked == 1;
            if (isFirst) answer->body.truncate(answer->body.lastIndexOf('\n', answer->body.size() / 2) + 1);
            return answer;
        });
        const auto records = m_bench->readAll(*eager, {u"Account"_s, {u"Name"_s}, {}, {}, {}, 0});
        QCOMPARE(records.size(), kept());
        QVERIFY(asked > 1);
    }

    void rowsThatCannotTravelSoAreNoJob_data()
    {
        QTest::addColumn<QList<std::pair<QString, Value>>>("members");
        QTest::addColumn<QString>("key");
        const std::pair<QString, Value> key{u"Xero_Contact_Id__c"_s, Value(u"a"_s)};
        QTest::newRow("a list") << Members{key, {u"L"_s, Value(model::ValueList{Value(u"x"_s)})}} << u"a"_s;
        QTest::newRow("the word that empties") << Members{key, {u"Name"_s, Value(u"#N/A"_s)}} << u"a"_s;
        QTest::newRow("no key") << Members{{u"Name"_s, Value(u"x"_s)}} << u"a"_s;
        QTest::newRow("another key") << Members{key} << u"b"_s;
        QTest::newRow("the same key twice") << Members{key} << u"twice"_s;
    }
    void rowsThatCannotTravelSoAreNoJob()
    {
        QFETCH(Members, members);
        QFETCH(QString, key);
        WriteRow row;
        row.key = key == u"twice" ? u"a"_s : key;
        row.target = recordOf(members);
        QList<WriteRow> rows{row};
        if (key == u"twice") rows += row;
        QVERIFY(!m_connector->prepareJob(u"Account"_s, Operation::Create, rows));
    }

  private:
    [[nodiscard]] qsizetype kept() const { return m_salesforce->state(u"Account").toArray().size(); }

    Outcomes load(const QList<WriteRow>& rows, Operation operation = Operation::Create)
    {
        const auto prepared = m_connector->prepareJob(u"Account"_s, operation, rows);
        if (!prepared) return fail(ErrorKind::Bug, u"test.no-job"_s, u"not a job"_s);
        const auto opened = m_bench->run(m_connector->openJob(*prepared, {}));
        if (!opened) return fail(opened.error());
        m_job = jobOf(opened->idempotencyKey);
        return m_bench->run(m_connector->send(*opened, {}));
    }

    Outcomes settle(const QString& job, const QList<WriteRow>& rows)
    {
        return m_bench->run(m_connector->settleJob(u"Account"_s, Operation::Create, job, rows, {}));
    }

    /// The same connection with a manifest that makes shorter reads jobs, of pages of 700.
    std::unique_ptr<RestConnector> withJobsAbove(int records)
    {
        QFile file(u":/connectors/salesforce.json"_s);
        if (!file.open(QIODevice::ReadOnly)) return nullptr;
        QByteArray text = file.readAll();
        text.replace("{\"above\": 200000}", "{\"above\": " + QByteArray::number(records) + '}');
        text.replace("\"size\": 10000,", "\"size\": 700,");
        const auto manifest = parseManifest(text, u"salesforce"_s);
        if (!manifest) return nullptr;
        return std::make_unique<RestConnector>(std::make_shared<const Manifest>(*manifest),
                                               m_bench->connection(), m_bench->transport(), *m_clock,
                                               *m_random, &m_bench->session());
    }

    bool wasAsked(const QString& part)
    {
        const auto& calls = m_bench->transport().calls();
        return std::any_of(calls.begin(), calls.end(),
                           [&](const auto& call) { return call.request.url.path().contains(part); });
    }

    void onWire(MemoryTransport::Handler handler)
    {
        if (!handler) handler = [this](const net::HttpRequest& request) { return pass(request); };
        m_bench->transport().setHandler(std::move(handler));
    }

    MemoryTransport::Answer pass(const net::HttpRequest& request)
    {
        return support::practiceAnswer(*m_salesforce, request);
    }

    sandbox::SalesforceSystem* m_salesforce = nullptr;
    qsizetype m_before = 0;
    QString m_job;
};

QTEST_GUILESS_MAIN(TestSalesforceJobs)
#include "testsalesforcejobs.moc"
