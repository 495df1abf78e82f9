#include "practicebench.h"

#include "sandbox/tray/traysystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

/// The Tray manifest against the practice Tray: every object read, nothing ever written.
class TestTray final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_time = std::make_unique<SharedTime>(*m_clock);
        m_random = std::make_unique<SeededRandom>(5);
        m_tray =
            std::make_unique<sandbox::TraySystem>(*m_time, *m_random, sandbox::business::Business(1), 30);
        sandbox::tray::Modes modes;
        modes.legacySchema = true;
        m_tray->setModes(modes);
        m_bench = std::make_unique<PracticeBench>(u"tray"_s, *m_tray, *m_clock);
        m_connector = m_bench->connectWithKey();
    }
    void cleanup()
    {
        m_connector.reset();
        m_bench.reset();
    }

    void theOrganisationIsFound()
    {
        const auto reachable = m_bench->run(m_connector->organisations({}));
        QVERIFY(reachable);
        QCOMPARE(reachable->size(), 1);
        QCOMPARE(reachable->first().name, u"Organization workspace"_s);
    }

    void everyObjectIsRead_data()
    {
        QTest::addColumn<QString>("object");
        ManifestCatalogue catalogue;
        const auto manifest = catalogue.find(u"tray"_s);
        QVERIFY(manifest);
        for (const ObjectSpec& object : manifest->objects)
            QTest::newRow(qPrintable(object.name)) << object.name;
    }

    void everyObjectIsRead()
    {
        QFETCH(QString, object);
        if (object == u"subscriptions") subscribe();
        const auto records = readAll(object);
        QVERIFY(!records.isEmpty());
        QSet<QString> ids;
        for (const model::Record& record : records) {
            const QString id = m_connector->toTarget(object, record).id;
            QVERIFY(!id.isEmpty() && !id.startsWith(u'/') && !id.endsWith(u'/'));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), records.size());
        QCOMPARE(m_tray->state(u"refused").size(), 0);
    }

    void everyPageIsTaken()
    {
        QCOMPARE(readAll(u"external_users"_s).size(), 30);
        QCOMPARE(readAll(u"solution_instances"_s).size(), 30);
        QCOMPARE(readAll(u"executions"_s).size(), m_tray->state(u"executions").size());
        QCOMPARE(readAll(u"connectors"_s).size(), m_tray->state(u"connectors").size());
    }

    void plantedSecretsAreNotRead()
    {
        for (const QString& object : {u"workflows"_s, u"steps"_s}) {
            const auto records = readAll(object);
            for (const model::Record& record : records) {
                for (const QString& name : record.shape()->names()) {
                    const QString text = record.value(name).toPlainText();
                    QVERIFY2(!text.contains(u"not-a-real"), qPrintable(name));
                }
            }
        }
    }

    void theNewestVersionIsAmongThem()
    {
        const Json project = m_tray->state(u"projects").at(0);
        QVERIFY(m_tray->saveProject(project[u"id"].toText(), u"save"_s));
        const Json workflow = m_tray->state(u"workflows").at(0);
        const QString wanted = workflow[u"id"].toText() + u'/' + workflow[u"version"][u"id"].toText();
        const auto records = readAll(u"workflows"_s);
        QVERIFY(std::any_of(records.begin(), records.end(), [&](const model::Record& record) {
            return record.value(u"key").toPlainText() == wanted;
        }));
    }

    void withoutTheOlderSchemaRunsAreNotOffered()
    {
        m_tray->setModes({});
        QCOMPARE(failureOf(u"executions"_s).code, u"tray.not-offered"_s);
    }

    void partialDataIsAnError()
    {
        sandbox::tray::Modes modes;
        modes.partialErrors = true;
        m_tray->setModes(modes);
        QCOMPARE(failureOf(u"solutions"_s).code, u"tray.graph-error"_s);
    }

    void revokedTokensAskForANewOne()
    {
        m_tray->revokeSignIns();
        QCOMPARE(failureOf(u"connectors"_s).kind, ErrorKind::NeedsLogin);
    }

    void wrongProjectIdsAreNamed()
    {
        m_bench->connection().settings.insert(u"projectIds"_s, u"abc"_s);
        m_connector = m_bench->connectWithKey();
        QCOMPARE(failureOf(u"project_versions"_s).code, u"tray.project-id"_s);
    }

  private:
    [[nodiscard]] QStringList paths(const QString& object)
    {
        QStringList names;
        const auto schemas = m_bench->run(m_connector->describe({object}, {}));
        if (!schemas) return names;
        for (const model::Field& field : schemas->first().fields)
            names << field.name;
        return names;
    }
    [[nodiscard]] QList<model::Record> readAll(const QString& object)
    {
        return m_bench->readAll(*m_connector, {object, paths(object), {}, {}, {}, 0});
    }
    [[nodiscard]] Error failureOf(const QString& object)
    {
        const auto stream = m_connector->read({object, paths(object), {}, {}, {}, 0});
        for (;;) {
            const auto page = m_bench->run(stream->next({}));
            if (!page) return page.error();
            if (!*page) return {};
        }
    }
    void subscribe()
    {
        sandbox::Request request;
        request.method = "POST";
        request.path = "/core/v1/subscriptions";
        request.headers = {{"Authorization", "Bearer practice-tray-master"}};
        request.body =
            R"({"name":"n","trigger":{"name":"webhook","version":"2.3"},"operation":"webhook","input":{},"endpoint":"https://x.example"})";
        QCOMPARE(m_tray->handle(request).status, 201);
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SharedTime> m_time;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<sandbox::TraySystem> m_tray;
    std::unique_ptr<PracticeBench> m_bench;
    std::unique_ptr<RestConnector> m_connector;
};

QTEST_GUILESS_MAIN(TestTray)
#include "testtray.moc"
