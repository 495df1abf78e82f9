#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;
using model::Outcome;
using model::RunReport;

namespace {

Decimal amount(const char* text)
{
    return Decimal::parse(std::string_view(text)).value();
}

Error error(const QString& code)
{
    Error made;
    made.kind = ErrorKind::RowRejected;
    made.code = code;
    made.text = u"text"_s;
    made.facts = {u"fact"_s};
    return made;
}

RunReport report(const QString& flow, qint64 startedMs = 1'000)
{
    RunReport made;
    made.flow = flow;
    made.flowTitle = u"Deals → invoices"_s;
    made.mappingVersion = 4;
    made.trigger = model::RunTrigger::Schedule;
    made.startedAt = instantFromMs(startedMs);
    return made;
}

RunRecord record(qint64 run, int sequence, Outcome outcome = Outcome::Created)
{
    RunRecord made;
    made.run = run;
    made.sequence = sequence;
    made.flow = u"deals"_s;
    made.sourceId = u"s%1"_s.arg(sequence);
    made.title = u"Deal %1"_s.arg(sequence);
    made.outcome = outcome;
    return made;
}

} // namespace

class TestRuns : public QObject
{
    Q_OBJECT

  private:
    qint64 begin(const RunReport& run)
    {
        return m_workspace->write<qint64>([&](Database& d) { return RunRepository(d).begin(run); }).value();
    }
    RunReport kept(qint64 run)
    {
        return **m_workspace->read<std::optional<RunReport>>(
            [run](Database& d) { return RunRepository(d).byId(run); });
    }
    Result<void> add(const QList<RunRecord>& records)
    {
        return m_workspace->write<void>([&](Database& d) { return RunRepository(d).addRecords(records); });
    }
    QList<RunRecord> records(qint64 run, const RunRecordFilter& filter, qint64 offset = 0, int limit = 100)
    {
        return m_workspace
            ->read<QList<RunRecord>>(
                [&](Database& d) { return RunRepository(d).records(run, filter, offset, limit); })
            .value();
    }
    qint64 countRecords(qint64 run, const RunRecordFilter& filter)
    {
        return m_workspace
            ->read<qint64>([&](Database& d) { return RunRepository(d).countRecords(run, filter); })
            .value();
    }
    static QList<qint64> sequences(const QList<RunRecord>& records)
    {
        QList<qint64> numbers;
        for (const auto& item : records)
            numbers.append(item.sequence);
        return numbers;
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void aRunBeginsAndEndsWithItsReport()
    {
        RunReport run = report(u"deals"_s);
        run.id = begin(run);
        QVERIFY(!kept(run.id).finishedAt);
        QVERIFY(!kept(run.id).fault);
        QCOMPARE(kept(run.id).state, model::RunState::Running);
        run.state = model::RunState::Faulted;
        run.finishedAt = instantFromMs(2'000);
        run.counts = {10, 1, 2, 3, 1, 1, 1, 1};
        run.related[u"contacts"_s].created = 5;
        run.related[u"contacts"_s].read = 6;
        run.readCalls = 3;
        run.writeCalls = 4;
        run.totals = {{u"AUD"_s, amount("12345678901234567890.10")}, {u"NZD"_s, amount("-0.05")}};
        run.fault = error(u"net.cut"_s);
        run.warnings = {error(u"w1"_s), error(u"w2"_s)};
        QVERIFY(m_workspace->write<void>([&](Database& d) { return RunRepository(d).update(run); }));
        m_workspace->reopen();
        const RunReport back = kept(run.id);
        QCOMPARE(back.flow, run.flow);
        QCOMPARE(back.flowTitle, run.flowTitle);
        QCOMPARE(back.mappingVersion, 4);
        QCOMPARE(back.mode, model::RunMode::Sync);
        QCOMPARE(back.trigger, model::RunTrigger::Schedule);
        QCOMPARE(back.state, model::RunState::Faulted);
        QVERIFY(back.startedAt == run.startedAt);
        QVERIFY(back.finishedAt == run.finishedAt);
        QCOMPARE(back.counts, run.counts);
        QCOMPARE(back.related, run.related);
        QCOMPARE(back.readCalls, 3);
        QCOMPARE(back.writeCalls, 4);
        QCOMPARE(back.totals.value(u"AUD"_s).toString(), u"12345678901234567890.10"_s);
        QCOMPARE(back.totals.value(u"NZD"_s).toString(), u"-0.05"_s);
        QCOMPARE(back.fault->code, u"net.cut"_s);
        QCOMPARE(back.fault->facts, QStringList{u"fact"_s});
        QCOMPARE(back.warnings.size(), 2);
        QCOMPARE(back.warnings.last().code, u"w2"_s);
    }

    void runsAreListedNewestFirst()
    {
        for (int i = 0; i < 5; ++i)
            begin(report(i % 2 ? u"odd"_s : u"even"_s, i));
        const auto window = [this](const QString& flow, qint64 offset, int limit) {
            const auto runs = m_workspace->read<QList<RunReport>>(
                [&](Database& d) { return RunRepository(d).window(flow, offset, limit); });
            QList<qint64> started;
            for (const auto& run : runs.value())
                started.append(msSinceEpoch(run.startedAt));
            return started;
        };
        QCOMPARE(window(QString(), 0, 3), (QList<qint64>{4, 3, 2}));
        QCOMPARE(window(QString(), 3, 3), (QList<qint64>{1, 0}));
        QCOMPARE(window(u"even"_s, 1, 9), (QList<qint64>{2, 0}));
        const auto count = [this](const QString& flow) {
            return m_workspace->read<qint64>([&](Database& d) { return RunRepository(d).count(flow); })
                .value();
        };
        QCOMPARE(count(QString()), 5);
        QCOMPARE(count(u"odd"_s), 2);
        QCOMPARE(count(u"none"_s), 0);
    }

    void aRecordComesBackAsItWasAdded()
    {
        RunRecord made = record(7, 3, Outcome::Held);
        made.party = u"株式会社 Ünïcode"_s;
        made.targetId = u"t"_s;
        made.targetNumber = u"INV-9"_s;
        made.currency = u"AUD"_s;
        made.amount = amount("0.10");
        made.reason = error(u"check.tax"_s);
        model::FieldChange number, date, text, blank;
        number.field = u"LineItems[0].UnitAmount"_s;
        number.before = model::Value(amount("1.50"));
        number.after = model::Value(amount("99999999999999999999999999.01"));
        date.field = u"DueDate"_s;
        date.after = model::Value(Date(2026, 11, 21));
        text.field = u"Name"_s;
        text.before = model::Value(u"a \"quoted\" name"_s);
        text.after = model::Value(true);
        blank.field = u"Instant"_s;
        blank.after = model::Value(instantFromMs(1'500));
        made.changes = {number, date, text, blank};
        QVERIFY(add({made}));
        const auto all = records(7, {});
        QCOMPARE(all.size(), 1);
        const RunRecord& back = all.first();
        QCOMPARE(back.run, 7);
        QCOMPARE(back.sequence, 3);
        QCOMPARE(back.flow, made.flow);
        QCOMPARE(back.sourceId, made.sourceId);
        QCOMPARE(back.title, made.title);
        QCOMPARE(back.party, made.party);
        QCOMPARE(back.outcome, Outcome::Held);
        QCOMPARE(back.targetId, made.targetId);
        QCOMPARE(back.targetNumber, made.targetNumber);
        QCOMPARE(back.currency, made.currency);
        QCOMPARE(back.amount->toString(), u"0.10"_s);
        QVERIFY(back.changes == made.changes);
        QCOMPARE(back.reason->code, u"check.tax"_s);
    }

    void aRecordIsAddedOnce()
    {
        QVERIFY(add({record(1, 0)}));
        QCOMPARE(add({record(1, 1), record(1, 0)}).error().code, u"store.statement"_s);
        QCOMPARE(countRecords(1, {}), 1);
    }

    void windowsOfARunStayInTheRun()
    {
        QList<RunRecord> made;
        for (int i = 0; i < 10; ++i)
            made.append({record(1, i), record(2, i)});
        QVERIFY(add(made));
        QCOMPARE(sequences(records(1, {}, 8, 5)), (QList<qint64>{8, 9}));
        QCOMPARE(countRecords(2, {}), 10);
        QCOMPARE(countRecords(3, {}), 0);
    }

    void recordsAreFilteredByOutcomeFlowAndText()
    {
        RunRecord held = record(1, 1, Outcome::Held);
        held.party = u"Ärzte GmbH"_s;
        RunRecord other = record(1, 2);
        other.flow = u"contacts"_s;
        other.targetNumber = u"INV-0042"_s;
        QVERIFY(add({record(1, 0), held, other, record(1, 3, Outcome::Held)}));
        RunRecordFilter filter;
        filter.outcome = Outcome::Held;
        QCOMPARE(sequences(records(1, filter)), (QList<qint64>{1, 3}));
        QCOMPARE(countRecords(1, filter), 2);
        filter.search = u"ÄRZTE"_s;
        QCOMPARE(sequences(records(1, filter)), QList<qint64>{1});
        QCOMPARE(countRecords(1, filter), 1);
        filter = {};
        filter.flow = u"contacts"_s;
        QCOMPARE(sequences(records(1, filter)), QList<qint64>{2});
        filter.flow = u"unknown"_s;
        QCOMPARE(countRecords(1, filter), 0);
        filter = {};
        filter.search = u"deal"_s;
        QCOMPARE(sequences(records(1, filter, 1, 2)), (QList<qint64>{1, 2}));
        filter.search = u"inv-0042"_s;
        QCOMPARE(sequences(records(1, filter)), QList<qint64>{2});
        filter.search = u"%"_s;
        QCOMPARE(countRecords(1, filter), 0);
    }

    void daysCountSyncsAndShowEmptyDays()
    {
        constexpr qint64 day = 86'400'000;
        const Date last(1970, 1, 10);
        const auto finish = [this](RunReport run, qint64 created, qint64 held) {
            run.id = begin(run);
            run.counts.created = created;
            run.counts.updated = 1;
            run.counts.held = held;
            run.counts.failed = 1;
            QVERIFY(m_workspace->write<void>([&](Database& d) { return RunRepository(d).update(run); }));
        };
        RunReport preview = report(u"a"_s, 9 * day);
        preview.mode = model::RunMode::Preview;
        finish(report(u"a"_s, 9 * day), 10, 2);
        finish(report(u"a"_s, 10 * day - 1), 5, 0);
        finish(report(u"b"_s, 7 * day), 1, 0);
        finish(report(u"a"_s, 10 * day), 100, 100);    // the day after
        finish(report(u"a"_s, 7 * day - 1), 100, 100); // the day before
        finish(preview, 1000, 1000);
        const auto perDay = [&](const QString& flow) {
            return m_workspace
                ->read<QList<RunRepository::Day>>(
                    [&](Database& d) { return RunRepository(d).perDay(flow, last, 3); })
                .value();
        };
        const auto all = perDay(QString());
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].day, Date(1970, 1, 8));
        QCOMPARE(all[0].written, 2);
        QCOMPARE(all[0].attention, 1);
        QCOMPARE(all[1].written, 0);
        QCOMPARE(all[2].day, last);
        QCOMPARE(all[2].written, 17);
        QCOMPARE(all[2].attention, 4);
        QCOMPARE(perDay(u"a"_s)[0].written, 0);
    }

    void pruningForgetsRecordsOfOldRunsOnly()
    {
        const qint64 old = begin(report(u"a"_s, 10));
        const qint64 recent = begin(report(u"a"_s, 20));
        QVERIFY(add({record(old, 0), record(old, 1), record(recent, 0)}));
        const auto prune = [this](qint64 before) {
            return m_workspace
                ->write<qint64>(
                    [&](Database& d) { return RunRepository(d).pruneRecords(instantFromMs(before)); })
                .value();
        };
        QCOMPARE(prune(10), 0);
        QCOMPARE(prune(20), 2);
        QCOMPARE(countRecords(recent, {}), 1);
        QCOMPARE(kept(old).flow, u"a"_s);
        QCOMPARE(prune(21), 1);
    }

    void aRunThatDiedIsCountedFromItsRecords()
    {
        RunReport run = report(u"deals"_s);
        run.id = begin(run);
        auto first = record(run.id, 1), second = record(run.id, 2, Outcome::Updated);
        auto held = record(run.id, 3, Outcome::Held), parent = record(run.id, 4),
             other = record(run.id + 1, 1);
        first.currency = second.currency = u"AUD"_s;
        held.currency = parent.currency = u"NZD"_s;
        first.amount = amount("10.10");
        second.amount = amount("0.05");
        held.amount = parent.amount = amount("99.00");
        parent.flow = u"contacts"_s;
        QVERIFY(add({first, second, held, parent, other}));
        QVERIFY(m_workspace->read<void>([&](Database& d) { return RunRepository(d).recount(run); }));
        QCOMPARE(run.counts, (model::RunCounts{3, 1, 1, 0, 0, 1, 0, 0}));
        QCOMPARE(run.related.size(), 1);
        QCOMPARE(run.related.value(u"contacts"_s), (model::RunCounts{1, 1, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(run.totals, (QMap<QString, Decimal>{{u"AUD"_s, amount("10.15")}}));
    }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "testruns.moc"
