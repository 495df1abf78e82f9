#include "manifesttest.h"

#include "sandbox/tray/traysystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

/// The Tray manifest against the practice Tray: every object read, nothing ever written.
class TestTray final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_tray =
            enter<sandbox::TraySystem>(u"tray"_s, *m_time, *m_random, sandbox::business::Business(1), 30);
        sandbox::tray::Modes modes;
        modes.legacySchema = true;
        m_tray->setModes(modes);
        m_connector = m_bench->connectWithKey();
    }

    void theOrganisationIsFound()
    {
        const auto reachable = m_bench->run(m_connector->organisations({}));
        QVERIFY(reachable);
        QCOMPARE(reachable->size(), 1);
        QCOMPARE(reachable->first().name, u"Organization workspace"_s);
    }

    void everyObjectIsRead_data() { addObjects(u"tray"_s); }
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

    sandbox::TraySystem* m_tray = nullptr;
};

QTEST_GUILESS_MAIN(TestTray)
#include "testtray.moc"
