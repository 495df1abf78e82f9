#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

const QString kFlow = u"deals"_s;
using State = JournalState;

JournalBatch batchOf(int rows, qint64 startedMs = 5)
{
    JournalBatch batch;
    batch.run = 3;
    batch.flow = kFlow;
    batch.connection = u"xero-1"_s;
    batch.object = u"Invoices"_s;
    batch.create = false;
    batch.idempotencyKey = u"key"_s;
    batch.requestHash = u"hash"_s;
    batch.startedAt = instantFromMs(startedMs);
    for (int i = 0; i < rows; ++i) {
        JournalRow row;
        row.position = i;
        row.sourceId = u"s%1"_s.arg(i);
        row.sourceVersion = u"v"_s;
        row.externalKey = u"e%1"_s.arg(i);
        row.targetId = u"t%1"_s.arg(i);
        row.contentHash = std::numeric_limits<quint64>::max() - quint64(i);
        batch.rows.append(row);
    }
    return batch;
}

model::Link linkOf(const QString& source, const QString& target, quint64 hash = 1)
{
    model::Link link;
    link.flow = kFlow;
    link.sourceId = source;
    link.targetId = target;
    link.targetNumber = u"INV-1"_s;
    link.sourceVersion = u"sv"_s;
    link.targetVersion = u"tv"_s;
    link.sourceHash = hash;
    link.linkedAt = instantFromMs(11);
    link.writtenAt = instantFromMs(12);
    return link;
}

TargetIndexRow indexRow(const QString& id, const QStringList& keys)
{
    TargetIndexRow row;
    row.id = id;
    row.title = u"Title "_s + id;
    row.externalKey = u"ext"_s;
    row.version = u"1"_s;
    row.keys = keys;
    return row;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

  private:
    qint64 begin(const JournalBatch& batch)
    {
        return m_workspace->write<qint64>([&](Database& d) { return JournalRepository(d).begin(batch); })
            .value();
    }
    Result<void> settle(qint64 batch, const QList<State>& states)
    {
        return m_workspace->write<void>(
            [&](Database& d) { return JournalRepository(d).settle(batch, states); });
    }
    QList<JournalBatch> open(const QString& flow = kFlow)
    {
        return m_workspace
            ->read<QList<JournalBatch>>([&](Database& d) { return JournalRepository(d).open(flow); })
            .value();
    }
    Result<void> save(const QList<model::Link>& links)
    {
        return m_workspace->write<void>([&](Database& d) { return LinkRepository(d).save(links); });
    }
    QStringList idsByKey(const QString& key)
    {
        using Found = QHash<QString, QList<TargetIndexRow>>;
        const auto found = m_workspace->read<Found>([&](Database& d) {
            return TargetIndexRepository(d).byKeys(u"c"_s, u"Contacts"_s, {key, u"unknown"_s, key});
        });
        QStringList ids;
        for (const auto& row : found.value().value(key))
            ids.append(row.id);
        ids.sort();
        return ids;
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void anUnansweredBatchIsOpenWithAllItsRows()
    {
        const qint64 id = begin(batchOf(2));
        m_workspace->reopen();
        const auto batches = open();
        QCOMPARE(batches.size(), 1);
        const JournalBatch& batch = batches.first();
        QCOMPARE(batch.id, id);
        QCOMPARE(batch.run, 3);
        QCOMPARE(batch.flow, kFlow);
        QCOMPARE(batch.connection, u"xero-1"_s);
        QCOMPARE(batch.object, u"Invoices"_s);
        QVERIFY(!batch.create);
        QCOMPARE(batch.idempotencyKey, u"key"_s);
        QCOMPARE(batch.requestHash, u"hash"_s);
        QCOMPARE(msSinceEpoch(batch.startedAt), 5);
        QCOMPARE(batch.rows.size(), 2);
        const JournalRow& row = batch.rows.last();
        QCOMPARE(row.batch, id);
        QCOMPARE(row.position, 1);
        QCOMPARE(row.sourceId, u"s1"_s);
        QCOMPARE(row.sourceVersion, u"v"_s);
        QCOMPARE(row.externalKey, u"e1"_s);
        QCOMPARE(row.targetId, u"t1"_s);
        QCOMPARE(row.contentHash, std::numeric_limits<quint64>::max() - 1);
        QCOMPARE(row.state, State::Sending);
        QVERIFY(open(u"another flow"_s).isEmpty());
    }

    void onlyRowsOfUnknownFateStayOpen_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QStringList>("stillOpen");
        const int sending = int(State::Sending), uncertain = int(State::Uncertain),
                  written = int(State::Written);
        const int rejected = int(State::Rejected), notSent = int(State::NotSent);
        QTest::newRow("all written") << QList<int>{written, written, written} << QStringList{};
        QTest::newRow("one rejected") << QList<int>{written, rejected, written} << QStringList{};
        QTest::newRow("one uncertain") << QList<int>{written, uncertain, written} << QStringList{u"s1"_s};
        QTest::newRow("all uncertain")
            << QList<int>{uncertain, uncertain, uncertain} << QStringList{u"s0"_s, u"s1"_s, u"s2"_s};
        QTest::newRow("never sent") << QList<int>{notSent, notSent, notSent} << QStringList{};
        QTest::newRow("all kinds") << QList<int>{sending, notSent, uncertain}
                                   << QStringList{u"s0"_s, u"s2"_s};
    }
    void onlyRowsOfUnknownFateStayOpen()
    {
        QFETCH(QList<int>, states);
        QFETCH(QStringList, stillOpen);
        const qint64 id = begin(batchOf(3));
        QList<State> verdicts;
        for (const int state : states)
            verdicts.append(State(state));
        QVERIFY(settle(id, verdicts));
        QStringList found;
        for (const auto& batch : open()) {
            for (const auto& row : batch.rows)
                found.append(row.sourceId);
        }
        QCOMPARE(found, stillOpen);
        const auto sources = m_workspace->read<QStringList>([](Database& d) {
            return JournalRepository(d).openSources(kFlow, {u"s0"_s, u"s1"_s, u"s2"_s, u"x"_s});
        });
        QCOMPARE(sources.value(), stillOpen);
    }

    void aVerdictForAnotherNumberOfRowsIsABugAndChangesNothing()
    {
        const qint64 id = begin(batchOf(2));
        QCOMPARE(settle(id, {State::Written}).error().code, u"journal.settle"_s);
        QCOMPARE(settle(id + 1, {State::Written, State::Written}).error().kind, ErrorKind::Bug);
        QCOMPARE(open().first().rows.size(), 2);
    }

    void singleRowsAreSettledUntilTheBatchIsClosed()
    {
        begin(batchOf(2));
        auto rows = open().first().rows;
        rows[0].state = State::Written;
        const auto settleRows = [this](const QList<JournalRow>& some) {
            return m_workspace->write<void>([&](Database& d) { return JournalRepository(d).settle(some); });
        };
        QVERIFY(settleRows({rows[0]}));
        QCOMPARE(open().first().rows.size(), 1);
        rows[1].state = State::NotSent;
        QVERIFY(settleRows({rows[1]}));
        QVERIFY(open().isEmpty());
        rows[1].position = 9;
        QCOMPARE(settleRows({rows[1]}).error().code, u"journal.settle"_s);
    }

    void pruningKeepsOpenAndRecentBatches()
    {
        const qint64 settled = begin(batchOf(2, 10));
        QVERIFY(settle(settled, {State::Written, State::Written}));
        begin(batchOf(1, 10));
        const qint64 recent = begin(batchOf(1, 100));
        QVERIFY(settle(recent, {State::Written}));
        const auto prune = [this](qint64 before) {
            return m_workspace
                ->write<qint64>(
                    [&](Database& d) { return JournalRepository(d).prune(instantFromMs(before)); })
                .value();
        };
        QCOMPARE(prune(50), 1);
        QCOMPARE(open().size(), 1);
        QCOMPARE(prune(50), 0);
        QCOMPARE(prune(101), 1);
        QCOMPARE(open().first().rows.size(), 1);
    }

    void aLinkComesBackAsItWasSavedAndIsReplacedBySource()
    {
        const model::Link link = linkOf(u"s"_s, u"t"_s, std::numeric_limits<quint64>::max());
        model::Link other = linkOf(u"s"_s, u"t"_s);
        other.flow = u"another flow"_s;
        QVERIFY(save({linkOf(u"s"_s, u"old"_s), link, other}));
        using Links = QHash<QString, model::Link>;
        const auto bySource = m_workspace->read<Links>([](Database& d) {
            return LinkRepository(d).bySource(kFlow, {u"s"_s, u"unknown"_s});
        });
        QCOMPARE(bySource.value(), (Links{{u"s"_s, link}}));
        const auto byTarget = m_workspace->read<Links>([](Database& d) {
            return LinkRepository(d).byTarget(kFlow, {u"t"_s, u"old"_s});
        });
        QCOMPARE(byTarget.value(), (Links{{u"t"_s, link}}));
        const auto unknown = m_workspace->read<Links>(
            [](Database& d) { return LinkRepository(d).bySource(u"never seen"_s, {u"s"_s}); });
        QVERIFY(unknown.value().isEmpty());
    }

    void listsOfAnyLengthFindEachLinkOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 8, 9, 50, 51, 400, 401, 2000})
            QTest::addRow("%d ids", count) << count;
    }
    void listsOfAnyLengthFindEachLinkOnce()
    {
        QFETCH(int, count);
        QList<model::Link> links;
        QStringList ids;
        for (int i = 0; i < 2100; ++i)
            links.append(linkOf(u"s%1"_s.arg(i), u"t%1"_s.arg(i)));
        for (int i = 0; i < count; ++i)
            ids.append(u"s%1"_s.arg(i));
        QVERIFY(save(links));
        using Links = QHash<QString, model::Link>;
        const auto found =
            m_workspace->read<Links>([&](Database& d) { return LinkRepository(d).bySource(kFlow, ids); });
        QCOMPARE(found.value().size(), count);
        for (const QString& id : ids)
            QCOMPARE(found.value().value(id).sourceId, id);
    }

    void theWindowIsInOrderOfTheSource()
    {
        QVERIFY(save({linkOf(u"c"_s, u"1"_s), linkOf(u"a"_s, u"2"_s), linkOf(u"b"_s, u"3"_s)}));
        const auto window = m_workspace->read<QList<model::Link>>(
            [](Database& d) { return LinkRepository(d).window(kFlow, 1, 5); });
        QCOMPARE(window.value().size(), 2);
        QCOMPARE(window.value().first().sourceId, u"b"_s);
        QCOMPARE(
            m_workspace->read<qint64>([](Database& d) { return LinkRepository(d).count(kFlow); }).value(), 3);
    }

    void theTargetIndexFindsEveryRecordOfAKey()
    {
        const auto saveRows = [this](const QList<TargetIndexRow>& rows) {
            QVERIFY(m_workspace->write<void>(
                [&](Database& d) { return TargetIndexRepository(d).save(u"c"_s, u"Contacts"_s, rows); }));
        };
        TargetIndexRow archived = indexRow(u"2"_s, {u"0\x1f"
                                                    "acme"_s});
        archived.usable = false;
        saveRows({indexRow(u"1"_s, {u"0\x1f"
                                    "acme"_s,
                                    u"1\x1f"
                                    "a@b"_s}),
                  archived});
        QCOMPARE(idsByKey(u"0\x1f"
                          "acme"_s),
                 (QStringList{u"1"_s, u"2"_s}));
        // Its keys change: the old ones no longer find it, and a record listed twice ends as the last says.
        saveRows({indexRow(u"1"_s, {u"x"_s}), indexRow(u"1"_s, {u"0\x1f"
                                                                "globex"_s,
                                                                u"1\x1f"
                                                                "a@b"_s})});
        QCOMPARE(idsByKey(u"0\x1f"
                          "acme"_s),
                 QStringList{u"2"_s});
        QCOMPARE(idsByKey(u"0\x1f"
                          "globex"_s),
                 QStringList{u"1"_s});
        QCOMPARE(idsByKey(u"1\x1f"
                          "a@b"_s),
                 QStringList{u"1"_s});
        QCOMPARE(idsByKey(u"x"_s), QStringList());
        using Found = QHash<QString, QList<TargetIndexRow>>;
        const auto elsewhere = m_workspace->read<Found>([](Database& d) {
            return TargetIndexRepository(d).byKeys(u"c"_s, u"Invoices"_s,
                                                   {u"0\x1f"
                                                    "acme"_s});
        });
        QVERIFY(elsewhere.value().isEmpty());
        const auto found = m_workspace->read<Found>([](Database& d) {
            return TargetIndexRepository(d).byKeys(u"c"_s, u"Contacts"_s,
                                                   {u"0\x1f"
                                                    "acme"_s});
        });
        const TargetIndexRow row = found.value()
                                       .value(u"0\x1f"
                                              "acme"_s)
                                       .first();
        QVERIFY(!row.usable);
        QCOMPARE(row.title, archived.title);
        QCOMPARE(row.externalKey, archived.externalKey);
        QCOMPARE(row.version, archived.version);
        QCOMPARE(row.keys, archived.keys);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "testjournal.moc"
