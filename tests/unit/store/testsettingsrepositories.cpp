#include "store/repositories.h"
#include "support/tempworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

model::Connection xero()
{
    model::Connection connection;
    connection.id = u"xero-1"_s;
    connection.system = u"xero"_s;
    connection.organisation = u"Café Ümläut 株式会社"_s;
    connection.tenantId = u"tenant"_s;
    connection.authorisedBy = u"ann@example.com"_s;
    connection.scopes = {u"accounting.transactions"_s, u"offline_access"_s};
    connection.settings = {{u"base"_s, u"http://localhost:1"_s}, {u"region"_s, u"AU"_s}};
    connection.practice = true;
    connection.writable = true;
    connection.state = model::ConnectionState::NeedsSignIn;
    connection.stateText = u"invalid_grant"_s;
    connection.authorisedAt = instantFromMs(1'000);
    connection.colour = 3;
    return connection;
}

model::Flow invoices()
{
    model::Flow flow;
    flow.id = u"closed-won-to-invoice"_s;
    flow.title = u"Closed-won deals → invoices"_s;
    flow.outcome = u"A draft invoice for each won deal"_s;
    flow.from = {u"salesforce"_s, u"sf-1"_s, u"Opportunity"_s};
    flow.to = {u"xero"_s, u"xero-1"_s, u"Invoices"_s};
    flow.sourceKey = u"Id"_s;
    flow.mapping.from = u"Opportunity"_s;
    flow.mapping.to = u"Invoices"_s;
    model::MappedField field;
    field.to = u"Reference"_s;
    field.formula = u"=[Id]"_s;
    flow.mapping.fields.append(field);
    model::Flow parent;
    parent.id = u"account-to-contact"_s;
    parent.title = u"Accounts → contacts"_s;
    parent.from = flow.from;
    parent.to = {u"xero"_s, u"xero-1"_s, u"Contacts"_s};
    parent.sourceKey = u"AccountId"_s;
    parent.mapping.from = u"Opportunity"_s;
    parent.mapping.to = u"Contacts"_s;
    flow.parents.append(parent);
    return flow;
}

} // namespace

class TestSettingsRepositories : public QObject
{
    Q_OBJECT

  private:
    void save(const model::Flow& flow, qint64 at = 1)
    {
        QVERIFY(m_workspace->write<void>(
            [&](Database& d) { return FlowRepository(d).save(flow, instantFromMs(at)); }));
    }
    model::Flow saved(const QString& id)
    {
        const auto flow = m_workspace->read<std::optional<model::Flow>>(
            [&](Database& d) { return FlowRepository(d).byId(id); });
        return flow && *flow ? **flow : model::Flow();
    }
    std::optional<model::MappingDocument> version(int number)
    {
        return m_workspace
            ->read<std::optional<model::MappingDocument>>(
                [number](Database& d) { return FlowRepository(d).mapping(invoices().id, number); })
            .value();
    }

    std::unique_ptr<support::TempWorkspace> m_workspace;

  private Q_SLOTS:
    void init() { m_workspace = std::make_unique<support::TempWorkspace>(); }

    void aConnectionComesBackAsItWasSaved()
    {
        model::Connection second = xero();
        second.id = u"a-later-one"_s;
        second.renewBy = instantFromMs(-5);
        second.authorisedAt.reset();
        for (const auto& connection : {xero(), second})
            QVERIFY(m_workspace->write<void>(
                [&](Database& d) { return ConnectionRepository(d).save(connection); }));
        m_workspace->reopen();
        const auto all = m_workspace->read<QList<model::Connection>>(
            [](Database& d) { return ConnectionRepository(d).all(); });
        QCOMPARE(all.value(), (QList<model::Connection>{xero(), second}));
    }

    void savingAConnectionAgainReplacesIt()
    {
        model::Connection changed = xero();
        changed.state = model::ConnectionState::Ready;
        changed.settings.remove(u"base"_s);
        const auto done = m_workspace->write<QList<model::Connection>>(
            [&](Database& d) -> Result<QList<model::Connection>> {
                ConnectionRepository connections(d);
                if (auto saved = connections.save(xero()); !saved) return fail(saved.error());
                if (auto saved = connections.save(changed); !saved) return fail(saved.error());
                return connections.all();
            });
        QCOMPARE(done.value(), QList<model::Connection>{changed});
    }

    void aRemovedConnectionIsUnknown()
    {
        const auto found = m_workspace->write<std::optional<model::Connection>>(
            [](Database& d) -> Result<std::optional<model::Connection>> {
                ConnectionRepository connections(d);
                if (auto saved = connections.save(xero()); !saved) return fail(saved.error());
                if (auto removed = connections.remove(xero().id); !removed) return fail(removed.error());
                return connections.byId(xero().id);
            });
        QVERIFY(found);
        QVERIFY(!*found);
    }

    void aFlowComesBackAsItWasSaved()
    {
        model::Flow flow = invoices();
        flow.previewedVersion = 1;
        flow.enabled = false;
        save(flow);
        m_workspace->reopen();
        QVERIFY(saved(flow.id) == flow);
        QCOMPARE(saved(u"unknown"_s).id, QString());
    }

    void aFlowThatCouldNotBeReadBackIsRefused()
    {
        model::Flow flow = invoices();
        flow.sourceKey.clear();
        const auto refused = m_workspace->write<void>(
            [&](Database& d) { return FlowRepository(d).save(flow, instantFromMs(1)); });
        QCOMPARE(refused.error().kind, ErrorKind::BadConfig);
        save(invoices());
        QCOMPARE(m_workspace->read<QList<model::Flow>>([](Database& d) { return FlowRepository(d).all(); })
                     ->size(),
                 1);
    }

    void aChangedMappingIsANewVersionAndAnUnchangedOneIsNot()
    {
        model::Flow flow = invoices();
        save(flow);
        flow.title = u"Renamed"_s;
        save(flow);
        QCOMPARE(saved(flow.id).mapping.version, 1);
        flow.mapping.fields.first().formula = u"=[Name]"_s;
        save(flow);
        QCOMPARE(saved(flow.id).mapping.version, 2);
    }

    void aParentsChangedMappingIsANewVersion()
    {
        model::Flow flow = invoices();
        save(flow);
        model::MappedField field;
        field.to = u"Name"_s;
        field.formula = u"=[Name]"_s;
        flow.parents.first().mapping.fields.append(field);
        save(flow);
        QCOMPARE(saved(flow.id).mapping.version, 2);
    }

    void versionsKeepTheirOwnHigherNumberAndTheirContent()
    {
        model::Flow flow = invoices();
        save(flow);
        flow.mapping.version = 7;
        flow.mapping.fields.first().formula = u"=[Name]"_s;
        save(flow);
        QCOMPARE(saved(flow.id).mapping.version, 7);
        QCOMPARE(version(1)->fields.first().formula, u"=[Id]"_s);
        QCOMPARE(version(7)->fields.first().formula, u"=[Name]"_s);
        QCOMPARE(version(7)->version, 7);
        QVERIFY(!version(2));
    }

    void aRemovedFlowForgetsWhereItWasButNotWhatItLinked()
    {
        const model::Flow flow = invoices();
        save(flow);
        model::Link link;
        link.flow = flow.id;
        link.sourceId = u"1"_s;
        model::Problem problem;
        problem.flow = flow.id;
        problem.sourceId = u"2"_s;
        QVERIFY(m_workspace
                    ->write<bool>([&](Database& d) -> Result<bool> {
                        return CursorRepository(d).set(flow.id, u"sf"_s, u"Opportunity"_s, u"c"_s) &&
                               ScheduleRepository(d).setLastDue(flow.id, instantFromMs(5)) &&
                               LinkRepository(d).save({link}) && ProblemRepository(d).report({problem}) &&
                               FlowRepository(d).remove(flow.id);
                    })
                    .value());
        QCOMPARE(saved(flow.id).id, QString());
        QCOMPARE(m_workspace
                     ->read<QString>([&](Database& d) {
                         return CursorRepository(d).get(flow.id, u"sf"_s, u"Opportunity"_s);
                     })
                     .value(),
                 QString());
        QVERIFY(!m_workspace
                     ->read<std::optional<Instant>>(
                         [&](Database& d) { return ScheduleRepository(d).lastDue(flow.id); })
                     .value());
        QCOMPARE(
            m_workspace->read<qint64>([&](Database& d) { return LinkRepository(d).count(flow.id); }).value(),
            1);
        QCOMPARE(
            m_workspace->read<qint64>([&](Database& d) { return ProblemRepository(d).count({}); }).value(),
            0);
    }

    void lookupTablesKeepTheirOrderAndAreReplacedByName()
    {
        model::LookupTable tax;
        tax.name = u"Region to tax rate"_s;
        tax.rows = {{u"AU*"_s, u"OUTPUT"_s}, {u"NZ"_s, u"OUTPUT2"_s}};
        model::LookupTable terms;
        terms.name = u"Payment terms"_s;
        model::LookupTable changed = tax;
        changed.rows.append({u"*"_s, u"NONE"_s});
        changed.whenMissing = model::LookupTable::WhenMissing::Default;
        changed.defaultValue = u"NONE"_s;
        for (const auto& table : {tax, terms, changed}) {
            QVERIFY(m_workspace->write<void>(
                [&](Database& d) { return FlowRepository(d).saveLookup(table, instantFromMs(1)); }));
        }
        const auto all = m_workspace->read<QList<model::LookupTable>>(
            [](Database& d) { return FlowRepository(d).lookups(); });
        QCOMPARE(all.value(), (QList<model::LookupTable>{changed, terms}));
    }

    void aCursorIsKeptPerFlowConnectionAndObject()
    {
        const auto got = m_workspace->write<QStringList>([](Database& d) -> Result<QStringList> {
            CursorRepository cursors(d);
            const bool set = cursors.set(u"f"_s, u"c"_s, u"o"_s, u"1"_s) &&
                             cursors.set(u"f"_s, u"c"_s, u"p"_s, u"2"_s) &&
                             cursors.set(u"f"_s, u"c"_s, u"o"_s, u"3"_s);
            return QStringList{set ? u"set"_s : u"failed"_s, cursors.get(u"f"_s, u"c"_s, u"o"_s).value(),
                               cursors.get(u"f"_s, u"c"_s, u"p"_s).value(),
                               cursors.get(u"g"_s, u"c"_s, u"o"_s).value()};
        });
        QCOMPARE(got.value(), (QStringList{u"set"_s, u"3"_s, u"2"_s, QString()}));
    }

    void aDocumentKeepsEveryDigitAndItsTime()
    {
        const Json json =
            Json::parse(R"({"rate":1.2345678901234567890123,"name":"Ärger","list":[1,null,true]})").value();
        const auto got = m_workspace->write<std::optional<CachedDocument>>(
            [&](Database& d) -> Result<std::optional<CachedDocument>> {
                DocumentRepository documents(d);
                const bool set = documents.set(u"x"_s, u"reference"_s, Json(1), instantFromMs(1)) &&
                                 documents.set(u"x"_s, u"reference"_s, json, instantFromMs(77));
                return set ? documents.get(u"x"_s, u"reference"_s) : std::optional<CachedDocument>();
            });
        QVERIFY(got && *got);
        QVERIFY((*got)->json == json);
        QCOMPARE((*got)->json.toBytes(), json.toBytes());
        QCOMPARE(msSinceEpoch((*got)->at), 77);
        const auto gone = m_workspace->write<std::optional<CachedDocument>>(
            [&](Database& d) -> Result<std::optional<CachedDocument>> {
                DocumentRepository documents(d);
                if (auto removed = documents.remove(u"x"_s, u"reference"_s); !removed)
                    return fail(removed.error());
                return documents.get(u"x"_s, u"reference"_s);
            });
        QVERIFY(gone && !*gone);
    }

    void aLeaseIsHeldByOneOwnerUntilItEnds()
    {
        const auto take = [this](const QString& owner, qint64 nowMs) {
            return m_workspace
                ->write<bool>([&](Database& d) {
                    return LeaseRepository(d).take(u"engine"_s, owner, instantFromMs(nowMs),
                                                   std::chrono::seconds(60));
                })
                .value();
        };
        const auto holder = [this](qint64 nowMs) {
            return m_workspace
                ->read<QString>(
                    [&](Database& d) { return LeaseRepository(d).holder(u"engine"_s, instantFromMs(nowMs)); })
                .value();
        };
        const auto release = [this](const QString& owner) {
            QVERIFY(m_workspace->write<void>(
                [&](Database& d) { return LeaseRepository(d).release(u"engine"_s, owner); }));
        };
        QVERIFY(take(u"a"_s, 0));
        QVERIFY(!take(u"b"_s, 59'999));
        QVERIFY(take(u"a"_s, 50'000)); // renewed
        QVERIFY(!take(u"b"_s, 60'001));
        QCOMPARE(holder(109'999), u"a"_s);
        QCOMPARE(holder(110'000), QString());
        QVERIFY(take(u"b"_s, 110'000));
        release(u"a"_s);
        QCOMPARE(holder(110'001), u"b"_s);
        release(u"b"_s);
        QVERIFY(take(u"a"_s, 110'002));
    }

    void theLastDueTimeIsReplaced()
    {
        const auto due =
            m_workspace->write<std::optional<Instant>>([](Database& d) -> Result<std::optional<Instant>> {
                ScheduleRepository schedule(d);
                const bool set = schedule.setLastDue(u"f"_s, instantFromMs(1)) &&
                                 schedule.setLastDue(u"f"_s, instantFromMs(2));
                return set ? schedule.lastDue(u"f"_s) : std::optional<Instant>();
            });
        QCOMPARE(due.value(), std::optional<Instant>(instantFromMs(2)));
    }
};

QTEST_GUILESS_MAIN(TestSettingsRepositories)
#include "testsettingsrepositories.moc"
