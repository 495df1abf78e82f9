#include "store/connector.h"
#include "store/repositories.h"
#include "store/schema.h"
#include "store/statementprobe.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

SchemaStep step(int number, const QStringList& statements)
{
    SchemaStep made;
    made.number = number;
    made.statements = statements;
    return made;
}

qint64 number(Database& database, const QString& sql)
{
    qint64 value = -1;
    const auto read = database.query(sql, {}, [&value](const Database::Row& row) {
        value = row.integer(0);
        return false;
    });
    return read ? value : -1;
}

} // namespace

class TestSchemaSteps : public QObject
{
    Q_OBJECT

  private:
    std::unique_ptr<Database> open()
    {
        auto opened =
            Connector::openForWriting(m_path, Durability::System, std::make_shared<StatementProbe>());
        return opened ? std::move(*opened) : nullptr;
    }
    /// The program's steps and one more.
    static QList<SchemaStep> stepsAnd(const QStringList& statements)
    {
        auto steps = schemaSteps().value();
        steps.append(step(int(steps.size()) + 1, statements));
        return steps;
    }

    /// A file as the first version of the program left it.
    void makeVersionOne(const QStringList& content)
    {
        const auto database = open();
        QStringList statements;
        QVERIFY(database->query(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                u"'sqlite_%' AND name NOT LIKE 'problem_search_%'"_s,
                                {}, [&](const Database::Row& row) {
                                    statements += u"DROP TABLE "_s + row.text(0);
                                    return true;
                                }));
        statements += schemaSteps().value().first().statements;
        statements += u"PRAGMA user_version = 1"_s;
        for (const QString& statement : statements + content) {
            const auto done = database->execute(statement);
            QVERIFY2(done, qPrintable(statement));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

  private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"w.tieout"_s);
    }

    void statementsEndAtLineEndsAndTriggersAtEnd()
    {
        const QString sql =
            u"-- words; with a semicolon\nCREATE TABLE a (b TEXT, -- why;\n  c TEXT);\n\n"
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;\n"
            "CREATE INDEX i ON a (b);\n"_s;
        const QStringList statements = splitStatements(sql);
        QCOMPARE(statements.size(), 3);
        QCOMPARE(statements.at(0), u"CREATE TABLE a (b TEXT,\nc TEXT)"_s);
        QVERIFY(statements.at(1).endsWith(u"DELETE FROM c;\nEND"_s));
        QCOMPARE(statements.at(2), u"CREATE INDEX i ON a (b)"_s);
    }

    void aNewFileIsMarkedAndHasNoBackup()
    {
        const auto database = open();
        QVERIFY(database);
        QCOMPARE(number(*database, u"PRAGMA application_id"_s), kApplicationId);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), schemaSteps().value().size());
        QVERIFY(!QFileInfo::exists(m_path + u".v0.backup"_s));
    }

    void anExistingFileIsBackedUpBeforeAStep()
    {
        const auto database = open();
        QVERIFY(database->execute(u"INSERT INTO schedule (flow, last_due) VALUES ('f', 7)"_s));
        const auto steps = stepsAnd({u"DELETE FROM schedule"_s});
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 0);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), steps.size());
        m_path += u".v%1.backup"_s.arg(steps.size() - 1);
        const auto backup = open();
        QVERIFY(backup);
        QCOMPARE(number(*backup, u"SELECT last_due FROM schedule"_s), 7);
    }

    void aStepRunsOnce()
    {
        const auto database = open();
        const auto steps = stepsAnd({u"INSERT INTO schedule (flow, last_due) VALUES ('once', 1)"_s});
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 1);
    }

    void aFailedStepLeavesTheFileAsItWas()
    {
        const auto database = open();
        const auto steps = stepsAnd({u"INSERT INTO schedule (flow, last_due) VALUES ('half', 1)"_s,
                                     u"CREATE TABLE extra (a TEXT)"_s, u"INSERT INTO nowhere VALUES (1)"_s});
        const auto failed = bringUpToDate(*database, steps, m_path);
        QCOMPARE(failed.error().code, u"store.statement"_s);
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 0);
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM sqlite_master WHERE name = 'extra'"_s), 0);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), steps.size() - 1);
        // The next attempt replaces the backup and works.
        QVERIFY(bringUpToDate(*database, stepsAnd({u"CREATE TABLE extra (a TEXT)"_s}), m_path));
    }

    void aNewerFileIsRefusedWithBothVersions()
    {
        const auto database = open();
        QVERIFY(database->execute(u"PRAGMA user_version = 99"_s));
        const QString ours = QString::number(schemaSteps().value().size());
        for (const auto& result : {bringUpToDate(*database, schemaSteps().value(), m_path),
                                   checkVersion(*database, schemaSteps().value())}) {
            QCOMPARE(result.error().code, u"store.newer"_s);
            QCOMPARE(result.error().facts, (QStringList{u"99"_s, ours}));
        }
    }

    void anOlderFileIsNotReadWithoutItsSteps()
    {
        const auto database = open();
        QCOMPARE(checkVersion(*database, stepsAnd({})).error().code, u"store.older"_s);
    }

    void aWorkspaceOfVersionOneKeepsWhatItKnew()
    {
        makeVersionOne({
            u"INSERT INTO word (id, text) VALUES (1, 'deals'), (2, 'x' || char(31) || 'Invoices')"_s,
            u"INSERT INTO link VALUES (1, 's1', 't1', 'INV-1', 'v1', 'w1', -5, 10, 11)"_s,
            u"INSERT INTO link VALUES (1, 's2', 'a longer target id', '', '', '', 6, 12, 13)"_s,
            u"INSERT INTO journal_batch VALUES (7, 3, 1, 'x', 'Invoices', 1, 'key', 'hash', 5, 2, 1)"_s,
            u"INSERT INTO journal_batch VALUES (8, 3, 1, 'x', 'Invoices', 1, 'k2', 'h2', 6, 1, 0)"_s,
            u"INSERT INTO journal_row VALUES (7, 1, 's2', 'v2', 'e\"2', '', -9223372036854775807, 1)"_s,
            u"INSERT INTO journal_row VALUES (7, 0, 's1', 'v1', 'e1', 't1', 4, 2)"_s,
            u"INSERT INTO journal_row VALUES (8, 0, 's3', 'v3', 'e3', '', 4, 2)"_s,
            u"INSERT INTO target_record VALUES (2, 't1', 'e1', 'Title', 'w1', 1, '[\"k1\",\"k2\"]')"_s,
            u"INSERT INTO target_key VALUES (2, 'k1', 't1'), (2, 'k2', 't1')"_s,
            u"INSERT INTO run_record VALUES (4294967297, 1, 4, 's1', 'T', '', '', '', '', NULL, '[]', NULL)"_s,
            u"INSERT INTO flow_version VALUES ('deals', 3, '[{\"fields\":[]}]', 77)"_s,
            u"INSERT INTO lookup_table VALUES (1, 'Tax', '{\"name\":\"Tax\",\"rows\":[{\"key\":\"AU\","
            "\"value\":\"1\"}]}', 78)"_s,
        });
        const auto database = open();
        QVERIFY(database);
        const auto links = LinkRepository(*database).byTarget(u"deals"_s, {u"t1"_s, u"a longer target id"_s});
        QCOMPARE(links->size(), 2);
        QCOMPARE(links->value(u"t1"_s).targetNumber, u"INV-1"_s);
        QCOMPARE(qint64(links->value(u"t1"_s).sourceHash), -5);
        const auto open = JournalRepository(*database).open(u"deals"_s);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().rows.size(), 1);
        const JournalRow row = open->first().rows.first();
        QCOMPARE(row.position, 1);
        QCOMPARE(row.externalKey, u"e\"2"_s);
        QCOMPARE(qint64(row.contentHash), -9223372036854775807);
        QCOMPARE(row.state, JournalState::Uncertain);
        QVERIFY(JournalRepository(*database).settle(7, {JournalState::Written, JournalState::Written}));
        TargetIndexRepository index(*database);
        QCOMPARE(index.byKeys(u"x"_s, u"Invoices"_s, {u"k2"_s})->value(u"k2"_s).first().title, u"Title"_s);
        TargetIndexRow changed;
        changed.id = u"t1"_s;
        changed.keys = QStringList{u"k1"_s};
        QVERIFY(index.save(u"x"_s, u"Invoices"_s, {changed}));
        QVERIFY(index.byKeys(u"x"_s, u"Invoices"_s, {u"k2"_s})->isEmpty());
        RunRecordFilter held;
        held.outcome = model::Outcome::Held;
        QCOMPARE(RunRepository(*database).countRecords(1, held).value(), 1);
        // A version from before knows no author; a table's history begins with its next change.
        FlowRepository flows(*database);
        const auto versions = flows.versions(u"deals"_s, 10);
        QCOMPARE(versions.value(),
                 (QList<model::MappingVersion>{{3, QString(), instantFromMs(77), QString(), 0}}));
        QVERIFY(flows.lookupHistory(u"Tax"_s, 0, 10)->isEmpty());
        model::LookupTable tax = flows.lookups()->value(0);
        tax.rows[0].value = u"2"_s;
        QVERIFY(flows.saveLookup(tax, instantFromMs(90), u"Ann"_s));
        const auto history = flows.lookupHistory(u"Tax"_s, 0, 10);
        QCOMPARE(history->size(), 1);
        QCOMPARE(history->first().changed, (QList<model::LookupChange::Edit>{{u"AU"_s, u"1"_s, u"2"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestSchemaSteps)
#include "testschemasteps.moc"
