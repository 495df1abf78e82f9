#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

model::MappingDocument document(const QString& formula)
{
    model::MappingDocument made;
    made.from = u"Opportunity"_s;
    made.to = u"Invoices"_s;
    model::MappedField field;
    field.to = u"Reference"_s;
    field.formula = formula;
    made.fields = {field};
    return made;
}

model::Flow invoices()
{
    model::Flow flow;
    flow.id = u"invoices"_s;
    flow.title = u"Deals → invoices"_s;
    flow.from = {u"salesforce"_s, u"sf-1"_s, u"Opportunity"_s};
    flow.to = {u"xero"_s, u"xero-1"_s, u"Invoices"_s};
    flow.sourceKey = u"Id"_s;
    flow.mapping = document(u"=[Id]"_s);
    model::Flow parent = flow;
    parent.id = u"contacts"_s;
    parent.title = u"Accounts → contacts"_s;
    parent.mapping = document(u"=[AccountId]"_s);
    flow.parents = {parent};
    return flow;
}

} // namespace

/// Versions of mappings with who and why, mappings that cannot be read, and the history of lookup tables.
class TestMappingVersions : public QObject
{
    Q_OBJECT

  private:
    template<class T>
    T look(const std::function<Result<T>(FlowRepository&)>& work)
    {
        auto answer = m_workspace->read<T>([&](Database& database) {
            FlowRepository flows(database);
            return work(flows);
        });
        if (!answer) qFatal("%s", qPrintable(answer.error().text));
        return *answer;
    }
    Result<bool> change(const std::function<Result<void>(FlowRepository&)>& work)
    {
        return m_workspace->write<bool>([&](Database& database) -> Result<bool> {
            FlowRepository flows(database);
            if (auto done = work(flows); !done) return tl::unexpected(done.error());
            return true;
        });
    }
    void save(const model::Flow& flow, const FlowRepository::Saved& saved)
    {
        const auto done = change([&](FlowRepository& flows) { return flows.save(flow, saved); });
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    }
    model::Flow kept()
    {
        return look<std::optional<model::Flow>>(
                   [](FlowRepository& flows) { return flows.byId(u"invoices"_s); })
            .value();
    }
    /// As a person with an editor, or a newer program, would leave the workspace.
    void editByHand(const std::function<void(Json& flow)>& edit)
    {
        QVERIFY(m_workspace->write<bool>([&](Database& database) -> Result<bool> {
            Json flow;
            auto read = database.query(u"SELECT document FROM flow"_s, {}, [&flow](const Database::Row& row) {
                flow = Json::parse(row.bytes(0)).value();
                return false;
            });
            if (!read) return tl::unexpected(read.error());
            edit(flow);
            auto done =
                database.execute(u"UPDATE flow SET document = ?"_s, {QString::fromUtf8(flow.toBytes())});
            if (!done) return tl::unexpected(done.error());
            return true;
        }));
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void aVersionTellsWhoWhenAndWhy()
    {
        model::Flow flow = invoices();
        save(flow, {instantFromMs(1000), u"Ann"_s, {}, 0});
        flow.mapping = document(u"=UPPER([Id])"_s);
        save(flow, {instantFromMs(2000), u"Ben"_s, u"Numbers in capitals"_s, 0});
        save(flow, {instantFromMs(3000), u"Cid"_s, u"nothing new"_s, 0});
        m_workspace->reopen();
        const auto versions = look<QList<model::MappingVersion>>(
            [](FlowRepository& flows) { return flows.versions(u"invoices"_s, 10); });
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0],
                 (model::MappingVersion{2, u"Ben"_s, instantFromMs(2000), u"Numbers in capitals"_s, 0}));
        QCOMPARE(versions[1], (model::MappingVersion{1, u"Ann"_s, instantFromMs(1000), {}, 0}));
        QCOMPARE(kept().mapping.version, 2);
    }

    void eachMappingOfASyncIsKept()
    {
        model::Flow flow = invoices();
        save(flow, {instantFromMs(1), {}, {}, 0});
        flow.parents[0].mapping = document(u"=LOWER([AccountId])"_s);
        save(flow, {instantFromMs(2), {}, {}, 0});
        const auto mapping = [this](int version, int place) {
            return look<std::optional<Json>>(
                [=](FlowRepository& flows) { return flows.keptMapping(u"invoices"_s, version, place); });
        };
        QCOMPARE((*mapping(1, 1))[u"fields"].at(0)[u"formula"].toText(), u"=[AccountId]"_s);
        QCOMPARE((*mapping(2, 1))[u"fields"].at(0)[u"formula"].toText(), u"=LOWER([AccountId])"_s);
        QCOMPARE((*mapping(2, 0))[u"fields"].at(0)[u"formula"].toText(), u"=[Id]"_s);
        QCOMPARE((*mapping(2, 0))[u"version"].toInteger(), 2);
        QVERIFY(!mapping(2, 2) && !mapping(3, 0) && !mapping(1, -1));
    }

    void aMappingThatCannotBeReadLeavesTheSyncAndItselfThere_data()
    {
        QTest::addColumn<QByteArray>("mapping");
        QTest::addColumn<int>("place");
        const QByteArray broken = R"({"from":"Opportunity","to":"Invoices","version":1,"fields":[{"to":7}]})";
        const QByteArray newer =
            R"({"from":"Opportunity","to":"Invoices","version":1,"format":9,"fields":[]})";
        QTest::newRow("broken") << broken << 0;
        QTest::newRow("newer") << newer << 0;
        QTest::newRow("no mapping at all") << QByteArray("5") << 0;
        QTest::newRow("of a parent") << broken << 1;
        QTest::newRow("newer, of a parent") << newer << 1;
    }
    void aMappingThatCannotBeReadLeavesTheSyncAndItselfThere()
    {
        QFETCH(QByteArray, mapping);
        QFETCH(int, place);
        save(invoices(), {instantFromMs(1), u"Ann"_s, {}, 0});
        const Json hand = Json::parse(mapping).value();
        editByHand([&](Json& flow) {
            Json& owner = place == 0 ? flow : flow.member(u"parents"_s).editArray()[0];
            owner.set(u"mapping"_s, hand);
        });
        const auto all = look<QList<model::Flow>>([](FlowRepository& flows) { return flows.all(); });
        QCOMPARE(all.size(), 1);
        QVERIFY(!all[0].isReadable());
        const model::Flow& owner = place == 0 ? all[0] : all[0].parents[0];
        QCOMPARE(owner.unreadableMapping, hand);
        QVERIFY(owner.mapping.fields.isEmpty());
        // Saving something else of the sync leaves what it could not read as it was.
        model::Flow renamed = all[0];
        renamed.title = u"Other title"_s;
        save(renamed, {instantFromMs(2), {}, {}, 0});
        const model::Flow after = kept();
        QCOMPARE(after.title, u"Other title"_s);
        QCOMPARE((place == 0 ? after : after.parents[0]).unreadableMapping, hand);
        // A new mapping takes its place; the unreadable one stays as a version.
        model::Flow mended = after;
        (place == 0 ? mended : mended.parents[0]).unreadableMapping = Json();
        (place == 0 ? mended : mended.parents[0]).mapping = document(u"=[Name]"_s);
        save(mended, {instantFromMs(3), u"Ben"_s, {}, 0});
        QVERIFY(kept().isReadable());
        const auto versions = look<QList<model::MappingVersion>>(
            [](FlowRepository& flows) { return flows.versions(u"invoices"_s, 10); });
        QCOMPARE(versions.size(), 3);
        auto before = look<std::optional<Json>>([=](FlowRepository& flows) {
            return flows.keptMapping(u"invoices"_s, versions[1].version, place);
        });
        Json wanted = hand;
        if (before->isObject()) {
            before->remove(u"version");
            wanted.remove(u"version");
        }
        QCOMPARE(*before, wanted);
    }

    void aDamageElsewhereIsStillAnError()
    {
        save(invoices(), {instantFromMs(1), {}, {}, 0});
        editByHand([](Json& flow) { flow.set(u"skip"_s, Json(5)); });
        const auto all = m_workspace->read<QList<model::Flow>>(
            [](Database& database) { return FlowRepository(database).all(); });
        QVERIFY(!all);
    }

    void aLookupTableHasItsHistory()
    {
        model::LookupTable tax;
        tax.name = u"Tax"_s;
        tax.rows = {{u"AU"_s, u"OUTPUT"_s}};
        const auto put = [this](const model::LookupTable& table, qint64 at, const QString& who) {
            QVERIFY(change(
                [&](FlowRepository& flows) { return flows.saveLookup(table, instantFromMs(at), who); }));
        };
        put(tax, 1, u"Ann"_s);
        put(tax, 2, u"Ann"_s); // nothing changed
        tax.rows += {u"NZ"_s, u"NONE"_s};
        tax.rows[0].value = u"OUTPUT2"_s;
        put(tax, 3, u"Ben"_s);
        QVERIFY(change(
            [](FlowRepository& flows) { return flows.removeLookup(u"Tax"_s, instantFromMs(4), u"Cid"_s); }));
        m_workspace->reopen();
        const auto history = look<QList<model::LookupChange>>(
            [](FlowRepository& flows) { return flows.lookupHistory(u"Tax"_s, 0, 10); });
        QCOMPARE(history.size(), 3);
        QCOMPARE(int(history[0].kind), int(model::LookupChange::Kind::Removed));
        QCOMPARE(history[0].removed, tax.rows);
        QCOMPARE(history[0].author, u"Cid"_s);
        QCOMPARE(history[1].at, instantFromMs(3));
        QCOMPARE(history[1].added, (QList<model::LookupTable::Row>{{u"NZ"_s, u"NONE"_s}}));
        QCOMPARE(history[1].changed,
                 (QList<model::LookupChange::Edit>{{u"AU"_s, u"OUTPUT"_s, u"OUTPUT2"_s}}));
        QCOMPARE(int(history[2].kind), int(model::LookupChange::Kind::Made));
        QVERIFY(
            look<QList<model::LookupTable>>([](FlowRepository& flows) { return flows.lookups(); }).isEmpty());
        const auto second = look<QList<model::LookupChange>>(
            [](FlowRepository& flows) { return flows.lookupHistory(u"Tax"_s, 1, 1); });
        QCOMPARE(second, history.mid(1, 1));
    }
};

QTEST_GUILESS_MAIN(TestMappingVersions)
#include "testmappingversions.moc"
