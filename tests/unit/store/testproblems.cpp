#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;
using model::Outcome;
using model::Problem;
using model::ProblemState;

namespace {

const QString kFlow = u"deals"_s;

Problem problem(const QString& source, const QString& cause = u"cause"_s, qint64 seenMs = 10)
{
    Problem made;
    made.flow = kFlow;
    made.flowTitle = u"Deals → invoices"_s;
    made.sourceId = source;
    made.sourceTitle = u"Deal "_s + source;
    made.causeKey = cause;
    made.error.kind = ErrorKind::RowRejected;
    made.error.code = u"xero.tax"_s;
    made.error.text = u"message of "_s + source;
    made.firstSeen = instantFromMs(seenMs);
    made.lastSeen = instantFromMs(seenMs);
    return made;
}

Problem withAmount(Problem made, const QString& currency, const char* amount)
{
    made.currency = currency;
    made.amount = Decimal::parse(std::string_view(amount)).value();
    return made;
}

} // namespace

class TestProblems : public QObject
{
    Q_OBJECT

  private:
    void report(const QList<Problem>& problems)
    {
        QVERIFY(m_workspace->write<void>([&](Database& d) { return ProblemRepository(d).report(problems); }));
    }
    void solve(const QStringList& ids)
    {
        QVERIFY(m_workspace->write<void>(
            [&](Database& d) { return ProblemRepository(d).solve(kFlow, ids, instantFromMs(50)); }));
    }
    QList<Problem> window(const ProblemFilter& filter, qint64 offset = 0, int limit = 100)
    {
        return m_workspace
            ->read<QList<Problem>>(
                [&](Database& d) { return ProblemRepository(d).window(filter, offset, limit); })
            .value();
    }
    QStringList sources(const ProblemFilter& filter)
    {
        QStringList ids;
        for (const auto& item : window(filter))
            ids.append(item.sourceId);
        [&] {
            QCOMPARE(
                m_workspace->read<qint64>([&](Database& d) { return ProblemRepository(d).count(filter); })
                    .value(),
                ids.size());
        }();
        ids.sort();
        return ids;
    }
    Problem only()
    {
        ProblemFilter all;
        all.openOnly = false;
        const auto found = window(all);
        return found.size() == 1 ? found.first() : Problem();
    }
    QStringList found(const QString& search)
    {
        ProblemFilter filter;
        filter.search = search;
        return sources(filter);
    }
    QStringList due(qint64 nowMs, int limit = 100)
    {
        return m_workspace
            ->read<QStringList>([&](Database& d) {
                return ProblemRepository(d).dueSources(kFlow, instantFromMs(nowMs), limit);
            })
            .value();
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void aProblemComesBackAsItWasReported()
    {
        Problem made = withAmount(problem(u"1"_s), u"AUD"_s, "12.50");
        made.sourceLink = u"https://example.com/1"_s;
        made.targetId = u"t"_s;
        made.targetNumber = u"INV-1"_s;
        made.targetLink = u"https://example.com/t"_s;
        made.outcome = Outcome::Failed;
        made.nextTry = instantFromMs(99);
        made.lastRun = 4;
        made.written = true;
        made.technical = u"POST … 400"_s;
        made.error.facts = {u"OUTPUT"_s};
        report({made});
        m_workspace->reopen();
        const Problem back = only();
        QVERIFY(back.id > 0);
        QCOMPARE(back.flow, made.flow);
        QCOMPARE(back.flowTitle, made.flowTitle);
        QCOMPARE(back.sourceId, made.sourceId);
        QCOMPARE(back.sourceTitle, made.sourceTitle);
        QCOMPARE(back.sourceLink, made.sourceLink);
        QCOMPARE(back.targetId, made.targetId);
        QCOMPARE(back.targetNumber, made.targetNumber);
        QCOMPARE(back.targetLink, made.targetLink);
        QCOMPARE(back.outcome, Outcome::Failed);
        QCOMPARE(back.error.code, made.error.code);
        QCOMPARE(back.error.facts, made.error.facts);
        QCOMPARE(back.causeKey, made.causeKey);
        QCOMPARE(back.currency, made.currency);
        QCOMPARE(back.amount->toString(), u"12.50"_s);
        QCOMPARE(back.failures, 1);
        QVERIFY(back.firstSeen == made.firstSeen && back.lastSeen == made.lastSeen &&
                back.nextTry == made.nextTry);
        QCOMPARE(back.lastRun, 4);
        QCOMPARE(back.state, ProblemState::Open);
        QVERIFY(back.written);
        QCOMPARE(back.technical, made.technical);
        const auto byId = m_workspace->read<std::optional<Problem>>(
            [&](Database& d) { return ProblemRepository(d).byId(back.id); });
        QCOMPARE((*byId)->sourceId, made.sourceId);
    }

    void anOpenProblemReportedAgainCountsAndKeepsItsFirstDay()
    {
        report({problem(u"1"_s, u"cause"_s, 10)});
        report({problem(u"1"_s, u"another"_s, 20)});
        const Problem back = only();
        QCOMPARE(back.failures, 2);
        QCOMPARE(msSinceEpoch(back.firstSeen), 10);
        QCOMPARE(msSinceEpoch(back.lastSeen), 20);
        QCOMPARE(back.causeKey, u"another"_s);
        const auto failures = m_workspace->read<QHash<QString, int>>([](Database& d) {
            return ProblemRepository(d).failures(kFlow, {u"1"_s, u"2"_s});
        });
        QCOMPARE(failures.value(), (QHash<QString, int>{{u"1"_s, 2}}));
    }

    void aSolvedProblemOpensAnew()
    {
        report({problem(u"1"_s, u"cause"_s, 10)});
        report({problem(u"1"_s, u"cause"_s, 15)});
        solve({u"1"_s, u"unknown"_s});
        QCOMPARE(only().state, ProblemState::Solved);
        QCOMPARE(sources({}), QStringList());
        report({problem(u"1"_s, u"cause"_s, 20)});
        QCOMPARE(only().state, ProblemState::Open);
        QCOMPARE(only().failures, 1);
        QCOMPARE(msSinceEpoch(only().firstSeen), 20);
    }

    void onlyOpenOnesAreOpenSources()
    {
        report({problem(u"1"_s), problem(u"2"_s), problem(u"3"_s)});
        solve({u"2"_s});
        const auto open = m_workspace->read<QStringList>([](Database& d) {
            return ProblemRepository(d).openSources(kFlow, {u"3"_s, u"2"_s, u"1"_s, u"0"_s});
        });
        QCOMPARE(open.value(), (QStringList{u"3"_s, u"1"_s}));
    }

    void groupsAddUpExactlyPerCauseFlowAndCurrency()
    {
        Problem elsewhere = problem(u"1"_s, u"tax"_s);
        elsewhere.flow = u"other"_s;
        Problem newest = withAmount(problem(u"c"_s, u"tax"_s, 99), u"NZD"_s, "5");
        newest.error.text = u"the newest"_s;
        newest.outcome = Outcome::Failed;
        report({problem(u"x"_s, u"name"_s), withAmount(problem(u"a"_s, u"tax"_s), u"AUD"_s, "0.10"), newest,
                withAmount(problem(u"b"_s, u"tax"_s), u"AUD"_s, "0.20"), elsewhere,
                withAmount(problem(u"solved"_s, u"tax"_s), u"AUD"_s, "1000")});
        solve({u"solved"_s});
        const auto groupsOf = [this](const ProblemFilter& filter) {
            return m_workspace
                ->read<QList<model::ProblemGroup>>(
                    [&](Database& d) { return ProblemRepository(d).groups(filter); })
                .value();
        };
        const auto groups = groupsOf({});
        QCOMPARE(groups.size(), 3);
        const auto& tax = groups.first();
        QCOMPARE(tax.causeKey, u"tax"_s);
        QCOMPARE(tax.flow, kFlow);
        QCOMPARE(tax.flowTitle, u"Deals → invoices"_s);
        QCOMPARE(tax.records, 3);
        QCOMPARE(tax.error.text, u"the newest"_s);
        QCOMPARE(tax.outcome, Outcome::Failed);
        QCOMPARE(tax.amounts.size(), 2);
        QCOMPARE(tax.amounts.value(u"AUD"_s).toString(), u"0.30"_s);
        QCOMPARE(tax.amounts.value(u"NZD"_s).toString(), u"5"_s);
        ProblemFilter other;
        other.flow = u"other"_s;
        QCOMPARE(groupsOf(other).size(), 1);
    }

    void problemsAreFilteredByFlowCauseAndState()
    {
        Problem elsewhere = problem(u"4"_s);
        elsewhere.flow = u"other"_s;
        report({problem(u"1"_s, u"a"_s), problem(u"2"_s, u"b"_s), problem(u"3"_s, u"b"_s), elsewhere});
        solve({u"3"_s});
        ProblemFilter filter;
        filter.flow = kFlow;
        QCOMPARE(sources(filter), (QStringList{u"1"_s, u"2"_s}));
        filter.causeKey = u"b"_s;
        QCOMPARE(sources(filter), QStringList{u"2"_s});
        filter.openOnly = false;
        QCOMPARE(sources(filter), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(window({}, 1, 1).first().sourceId, u"2"_s); // newest first
    }

    void searchFindsBeginningsOfWordsInAnyLetterCase_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("hit");
        QTest::newRow("title") << u"müller"_s << true;
        QTest::newRow("capitals") << u"MÜLLER"_s << true;
        QTest::newRow("without accent") << u"muller"_s << true;
        QTest::newRow("beginning") << u"mül"_s << true;
        QTest::newRow("two words") << u"rejected müller"_s << true;
        QTest::newRow("number") << u"INV-0042"_s << true;
        QTest::newRow("fact") << u"OUTPUT2"_s << true;
        QTest::newRow("middle of a word") << u"üller"_s << false;
        QTest::newRow("one word missing") << u"müller smith"_s << false;
        QTest::newRow("operator words") << u"müller OR smith"_s << false;
        QTest::newRow("column syntax") << u"words:müller"_s << false;
        QTest::newRow("quotes") << u"\"müller\""_s << true;
        QTest::newRow("open quote") << u"\"mül"_s << true;
        QTest::newRow("only signs") << u"\" * ( ^"_s << true;
        QTest::newRow("blank") << u"   "_s << true;
        QTest::newRow("sign and word") << u"( müller"_s << true;
    }
    void searchFindsBeginningsOfWordsInAnyLetterCase()
    {
        QFETCH(QString, search);
        QFETCH(bool, hit);
        Problem made = problem(u"1"_s);
        made.sourceTitle = u"Müller & Söhne"_s;
        made.targetNumber = u"INV-0042"_s;
        made.error.text = u"The tax rate was rejected"_s;
        made.error.facts = {u"OUTPUT2"_s};
        report({made});
        QCOMPARE(found(search), hit ? QStringList{u"1"_s} : QStringList());
    }

    void searchFollowsWhatAProblemSaysNow()
    {
        report({problem(u"1"_s)});
        QCOMPARE(found(u"message"_s), QStringList{u"1"_s});
        Problem changed = problem(u"1"_s);
        changed.error.text = u"something else"_s;
        report({changed});
        QCOMPARE(found(u"message"_s), QStringList());
        QCOMPARE(found(u"something"_s), QStringList{u"1"_s});
        QVERIFY(m_workspace->write<qint64>([](Database& d) { return d.execute(u"DELETE FROM problem"_s); }));
        QVERIFY(m_workspace->write<qint64>([](Database& d) {
            return d.execute(u"INSERT INTO problem_search (problem_search) VALUES ('integrity-check')"_s);
        }));
    }

    void failedRecordsAreDueInTheirOrderAndHeldOnesWait()
    {
        Problem late = problem(u"late"_s), soon = problem(u"soon"_s), held = problem(u"held"_s),
                never = problem(u"never"_s);
        late.outcome = Outcome::Failed;
        late.nextTry = instantFromMs(200);
        soon.outcome = Outcome::Uncertain;
        soon.nextTry = instantFromMs(100);
        held.nextTry = instantFromMs(1);
        never.outcome = Outcome::Failed;
        report({late, soon, held, never});
        QCOMPARE(due(99), QStringList());
        QCOMPARE(due(100), QStringList{u"soon"_s});
        QCOMPARE(due(200), (QStringList{u"soon"_s, u"late"_s}));
        QCOMPARE(due(200, 1), QStringList{u"soon"_s});
        solve({u"soon"_s});
        QCOMPARE(due(200), QStringList{u"late"_s});
    }

    void retriedProblemsAreDueAtOnce()
    {
        report({problem(u"1"_s, u"a"_s), problem(u"2"_s, u"a"_s), problem(u"3"_s, u"b"_s)});
        const auto retry = [this](std::function<Result<qint64>(ProblemRepository&)> what) {
            return m_workspace
                ->write<qint64>([&](Database& d) {
                    ProblemRepository problems(d);
                    return what(problems);
                })
                .value();
        };
        QCOMPARE(retry([](ProblemRepository& p) { return p.retryCause(kFlow, u"a"_s); }), 2);
        QStringList dueNow = due(0);
        dueNow.sort();
        QCOMPARE(dueNow, (QStringList{u"1"_s, u"2"_s}));
        for (const auto& item : window({})) {
            QVERIFY(!item.nextTry);
            QCOMPARE(item.state, item.causeKey == u"a"_s ? ProblemState::Retrying : ProblemState::Open);
        }
        // The next run reports one again: it waits once more.
        report({problem(u"1"_s, u"a"_s)});
        QCOMPARE(due(0), QStringList{u"2"_s});
        solve({u"1"_s});
        QCOMPARE(retry([](ProblemRepository& p) { return p.retryAll(kFlow); }), 2);
        QCOMPARE(due(0).size(), 2);
        const qint64 id = window({}).first().id;
        QCOMPARE(retry([id](ProblemRepository& p) { return p.retryOne(id); }), 1);
        QCOMPARE(retry([](ProblemRepository& p) { return p.retryOne(999); }), 0);
        QCOMPARE(retry([](ProblemRepository& p) { return p.retryCause(u"other"_s, u"a"_s); }), 0);
    }

    void aSkippedProblemIsPutAway()
    {
        report({problem(u"1"_s)});
        const qint64 id = only().id;
        const auto set = [&](ProblemState state) {
            QVERIFY(m_workspace->write<void>([&](Database& d) {
                return ProblemRepository(d).setState(id, state, u"not ours"_s, instantFromMs(5));
            }));
        };
        set(ProblemState::Skipped);
        QCOMPARE(sources({}), QStringList());
        QCOMPARE(only().state, ProblemState::Skipped);
        set(ProblemState::Retrying);
        QCOMPARE(due(0), QStringList{u"1"_s});
    }
};

QTEST_GUILESS_MAIN(TestProblems)
#include "testproblems.moc"
